"""What can still be read of a damaged library, copied into a new one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from reader.annotation import COLOURS, AnnotationKind
from reader.store.annotation_rows import set_tags
from reader.store.page_records import Pages, Record, Value
from reader.store.rows import moment_column
from reader.store.shape import Column, tables

if TYPE_CHECKING:
    from sqlite_utils import Database

Row = dict[str, Value | str]
Rows = dict[str, list[Row]]
"""By the names of their tables."""

_LEFT_OUT = ("history", "history_changes", "tags", "annotation_tags")
"""Undo of a damaged library is given up; the tags stand in the annotations too."""

_OWN = ("annotations", "episodes")
"""What nobody else can give back: read also where it is spoilt in parts."""

_ENOUGH = 0.8  # of the columns of such a row that must fit
# A row that no page lists, by its first bytes: the length of its head, then its number, which is
# no column, and two ids of 36 characters, or an id and a title.
_TRACES = {
    "annotations": re.compile(rb"(?=[\x18-\x7f]\x00\x55\x55)"),
    "episodes": re.compile(rb"(?=[\x0e-\x7f]\x55[\x0d-\xff])"),
}
_HEX = re.compile(r"#[0-9a-fA-F]{6}")
_PATH = re.compile(r"/|[A-Za-z]:[\\/]|\\\\")


class Salvaged(NamedTuple):
    """How much of a damaged library could be read."""

    episodes: int
    notes: int
    unreadable: int  # notes of which too little was found
    from_backup: int = 0  # of the notes, those that stood in a copy alone


class Found(NamedTuple):
    """Rows by their tables, and how many notes were there and could not be read."""

    rows: Rows
    unreadable: int = 0


def rows_in(path: Path) -> Found:
    """All rows that stand in the file at `path` and in its log. Raises OSError."""
    pages, layouts = Pages(path), _layouts()
    rows: Rows = {name: [] for name in layouts}
    unreadable = 0
    for record in pages.records():
        name = _table_of(record, layouts)
        row = _row(record, layouts[name]) if name else None
        if name and row:
            rows[name].append(row)
        elif len(record.values) in _widths(layouts["annotations"]):
            unreadable += 1
    for name, head in _TRACES.items():
        rows[name] += _traces(pages, head, layouts[name], {row["id"] for row in rows[name]})
    return Found({name: _newest(found, layouts[name]) for name, found in rows.items()}, unreadable)


def filled(found: Found, copy: Found) -> tuple[Found, int]:
    """With what only a copy has, and how many notes that is."""
    rows, notes = dict(found.rows), 0
    for name, columns in _layouts().items():
        key = _key(columns)
        known = {row[key] for row in rows[name]}
        more = [row for row in copy.rows[name] if row[key] not in known]
        rows[name] = [*rows[name], *more]
        if name == "annotations":
            notes = sum(row["deleted_at"] is None for row in more)
    return Found(rows, found.unreadable), notes


def pour(found: Found, database: Database) -> Salvaged:
    """Write what was found into a new library; what is there already stays."""
    now = datetime.now(UTC)
    database.execute("PRAGMA defer_foreign_keys = ON")  # the episode's own row may be lost
    for name, rows in found.rows.items():
        is_own = name == "colours"  # a new library has its own, and the listener's are better
        database.table(name).insert_all(rows, replace=is_own, ignore=not is_own)
    for row in found.rows["annotations"]:
        names = str(row["tag_names"]).split("\n")
        set_tags(database, str(row["id"]), filter(None, names), now)
    _know_all_episodes(database, now)
    episodes, notes = (
        database.execute(f"SELECT count(*) FROM {rows}").fetchone()[0]
        for rows in ("episodes", "annotations WHERE deleted_at IS NULL")
    )
    return Salvaged(episodes, notes, found.unreadable)


def _know_all_episodes(database: Database, now: datetime) -> None:
    """An episode whose own row is lost keeps its notes; its name is known again when it opens."""
    moment = moment_column(now)
    database.execute(
        """
        INSERT INTO episodes
            (id, title, length_ms, position_ms, scroll_offset, opened_at, added_at, updated_at,
                deleted_at)
        SELECT DISTINCT episode_id, '?', 0, 0, 0, :now, :now, :now, :now FROM (
            SELECT episode_id FROM annotations UNION SELECT episode_id FROM corrections
        )
        WHERE episode_id NOT IN (SELECT id FROM episodes)
        """,
        {"now": moment},
    )


# --- which table a record is of ------------------------------------------------------------


def _layouts() -> Mapping[str, tuple[Column, ...]]:
    return {name: columns for name, columns in tables().items() if name not in _LEFT_OUT}


def _widths(columns: Sequence[Column]) -> range:
    """How many values a row may have: it has none for columns that came after it."""
    return range(len(columns) - (columns[-1].name == "tag_names"), len(columns) + 1)


def _table_of(record: Record, layouts: Mapping[str, tuple[Column, ...]]) -> str:
    """The table whose columns the values fit best; empty where none is sure."""
    of_width = {n: c for n, c in layouts.items() if len(record.values) in _widths(c)}
    shares = {name: _share(record, columns) for name, columns in of_width.items()}
    whole = [name for name, share in shares.items() if share == 1]
    if whole:
        return whole[0] if len(whole) == 1 else ""
    enough = [name for name in _OWN if shares.get(name, 0) >= _ENOUGH]
    return enough[0] if enough else ""


def _share(record: Record, columns: Sequence[Column]) -> float:
    """How many of the values may stand in their columns, 0 to 1."""
    fitting = sum(
        _fits(value, is_text, column)
        for value, is_text, column in zip(record.values, record.is_text, columns, strict=False)
    )
    return fitting / len(record.values)


def _fits(value: Value, is_text: bool, column: Column) -> bool:
    if value is None:
        is_number = column.affinity == "INTEGER" and column.key > 0  # stands as the row's number
        return is_number or not column.is_required
    if isinstance(value, bytes):
        return _fits_text(value, is_text, column)
    return column.affinity in ("INTEGER", "REAL") and (
        column.affinity == "REAL" or isinstance(value, int)
    )


def _fits_text(value: bytes, is_text: bool, column: Column) -> bool:
    if column.affinity != "TEXT":
        return False
    name = column.name
    if name.endswith("_path"):  # of any bytes, where the system's names are
        return _PATH.match(value.decode("utf-8", "replace")) is not None
    try:
        text = value.decode()
    except UnicodeDecodeError:
        return False
    return is_text and _CHECKS.get(name.rsplit("_", 1)[-1], _any)(text)


def _any(_: str) -> bool:
    return True


def _is_moment(text: str) -> bool:
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return False
    return True


_CHECKS: Mapping[str, Callable[[str], bool]] = {
    "id": bool,
    "at": _is_moment,
    "hex": lambda text: _HEX.fullmatch(text) is not None,
    "tags": lambda text: text.startswith("["),
    "kind": lambda text: text in {kind.value for kind in AnnotationKind},
    "encoding": lambda text: "/" not in text and "\\" not in text,
}
"""What the last part of a column's name says of its texts."""


# --- its values ----------------------------------------------------------------------------


def _row(record: Record, columns: Sequence[Column]) -> Row | None:
    """By names, with what does not fit made as good as can be; None without an id."""
    row: Row = {}
    for place, column in enumerate(columns):
        is_there = place < len(record.values)
        value = record.values[place] if is_there else None
        is_text = is_there and record.is_text[place]
        if column.affinity == "INTEGER" and column.key:
            row[column.name] = record.number
        elif is_there and _fits(value, is_text, column):
            row[column.name] = value.decode() if isinstance(value, bytes) and is_text else value
        else:
            row[column.name] = _nearest(value if isinstance(value, bytes) else b"", column)
    return _with_repairs(row) if row.get("id", "?") != "" else None


def _nearest(value: bytes, column: Column) -> Value | str:
    """What stands for a value that is spoilt."""
    if column.affinity == "TEXT":
        text = value.decode("utf-8", "replace").replace("\0", "\ufffd")
        return text if column.is_required and not column.name.endswith("_at") else text or None
    return 0 if column.is_required else None


def _with_repairs(row: Row) -> Row:
    """A moment that is spoilt becomes another one of the row; so does a kind."""
    moments = [value for name, value in row.items() if name.endswith("_at") and _good(value)]
    for name in ("created_at", "opened_at", "updated_at", "deleted_at"):
        if name in row and row[name] is not None and not _good(row[name]):
            row[name] = moments[0] if moments else moment_column(datetime.now(UTC))
    if "kind" in row:
        kinds = {kind.value for kind in AnnotationKind}
        if not isinstance(row["colour"], int) or not 0 <= row["colour"] <= COLOURS:
            row["colour"] = 1
        if row["kind"] not in kinds:
            row["kind"] = AnnotationKind("highlight" if row["colour"] else "bookmark").value
    return row


def _good(value: Value | str) -> bool:
    return isinstance(value, str) and _is_moment(value)


def _traces(
    pages: Pages, head: re.Pattern[bytes], columns: Sequence[Column], known: Iterable[object]
) -> Iterator[Row]:
    """Rows that no page lists any more, of which nothing is spoilt."""
    ids = {str(each).encode() for each in known}
    for record in pages.traces(head, ids):
        if len(record.values) in _widths(columns) and _share(record, columns) == 1:
            row = _row(record, columns)
            if row:
                yield row


def _newest(rows: Iterable[Row], columns: Sequence[Column]) -> list[Row]:
    """Of several versions of a row the one that was written last, in the order of the file."""
    key = _key(columns)
    newest: dict[object, Row] = {}
    for row in rows:
        before = newest.get(row[key])
        if before is None or str(row["updated_at"]) >= str(before["updated_at"]):
            newest[row[key]] = row
    found = sorted(newest.values(), key=lambda row: int(row.get("number") or 0))
    if "number" in {column.name for column in columns} and key == "id":
        found = [{name: value for name, value in row.items() if name != "number"} for row in found]
    return found


def _key(columns: Sequence[Column]) -> str:
    """The column by which a row is known on each computer."""
    names = [column.name for column in columns]
    return "id" if "id" in names else next(column.name for column in columns if column.key)
