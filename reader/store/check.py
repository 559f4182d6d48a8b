"""Whether the library is sound, in plain lines. Looks at a copy in memory: the file itself
is only read."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

from sqlite_utils import Database

from reader.errors import StoreError
from reader.message import Message, message
from reader.store.annotation_rows import COLUMNS, StoredRow
from reader.store.copying import copy_pages, faults_in, opened_to_read
from reader.store.corrections import correction_in
from reader.store.faults import DAMAGED, damage_seen, store_error, store_errors
from reader.store.rows import episode_in
from reader.store.shape import is_spoilt, tables
from reader.store.sync_maps import sync_map_in, times_in
from reader.store.voice_rows import is_voice_row

_INDEXES = ("annotation_words", "annotation_parts")
_ORPHANS = {
    "notes without an episode": """
        SELECT count(*) FROM annotations WHERE episode_id NOT IN (SELECT id FROM episodes)
    """,
    "tags of notes that are gone": """
        SELECT count(*) FROM annotation_tags
        WHERE annotation_id NOT IN (SELECT id FROM annotations)
            OR tag_id NOT IN (SELECT id FROM tags)
    """,
    "highlights of a colour that is gone": """
        SELECT count(*) FROM annotations
        WHERE colour NOT IN (SELECT number FROM colours) AND colour != 0
    """,
    "changes of commands that are gone": """
        SELECT count(*) FROM history_changes
        WHERE history_number NOT IN (SELECT number FROM history)
    """,
}
_TAGS = {
    "notes whose tags are out of step": """
        SELECT count(*) FROM annotations WHERE tag_names != (
            SELECT coalesce(group_concat(name, char(10)), '') FROM (
                SELECT name FROM annotation_tags JOIN tags ON tags.id = tag_id
                WHERE annotation_id = annotations.id ORDER BY place
            )
        )
    """,
}


class Report(NamedTuple):
    """What was found, a sentence a line."""

    is_sound: bool
    lines: tuple[str, ...]


def check(path: Path, *, must_exist: bool = False) -> Report:
    """Look at the file, at rows that lost what they belong to, and at the search indexes.

    With `must_exist` a library that is missing is a fault, as in `LibraryFile`.
    """
    try:
        with store_errors(path), closing(sqlite3.connect(":memory:")) as copy:
            if damage := damage_seen(path):
                raise store_error(path, damage)
            if not path.exists():
                if must_exist:
                    raise FileNotFoundError(path)
                return Report(True, (message("There is no library at {path} yet.", path=path),))
            with closing(opened_to_read(path)) as original:
                copy_pages(original, copy)
            return _report(copy, path)
    except StoreError as error:
        return Report(False, (error.message,))


def require_sound(path: Path) -> None:
    """Raises StoreError where bytes of the library are not as they were written."""
    with store_errors(path):
        if damage := damage_seen(path):
            raise store_error(path, damage)
        if path.exists():
            with closing(opened_to_read(path)) as original:
                if damages_in(original):
                    raise store_error(path, DAMAGED)


def damages_in(connection: sqlite3.Connection) -> list[str]:
    """What shows that bytes of a library are not as they were written: its pages, its schema,
    values that nobody wrote. Empty for a sound one, whatever its shape."""
    with closing(sqlite3.connect(":memory:")) as copy:
        copy_pages(connection, copy)
        if faults := faults_in(copy):
            return [message("The file is damaged: {fault}.", fault=fault) for fault in faults]
        if is_spoilt(Database(copy, execute_plugins=False)):
            return [message("The file is damaged: its schema is not as Earmark made it.")]
        return _unreadable_rows(copy)


class _Spoilt(bytes):
    """What is stored as a text and is none."""


def _unreadable_rows(copy: sqlite3.Connection) -> list[str]:
    """Rows with values that cannot be taken for what they were."""
    copy.text_factory = _text
    counts = {name: _unreadable(copy, name) for name in tables()}
    copy.text_factory = str
    return [_lost_rows(name, count) for name, count in counts.items() if count]


def _lost_rows(table: str, count: int) -> Message:
    fault = message("There are rows of {table} that cannot be read: {count}.")
    return _LOST_ROWS.get(table, fault).filled(table=table, count=count)


def _unreadable(copy: sqlite3.Connection, table: str) -> int:
    columns = {name: kind for _, name, kind, *_ in copy.execute(f"PRAGMA table_info({table})")}
    if not columns:
        return 0  # a copy of an older shape
    is_good = _READERS.get(table, _is_any) if set(columns) >= _NEEDED.get(table, set()) else _is_any
    rows = copy.execute(f"SELECT {', '.join(columns)} FROM {table}")
    return sum(
        not (_fits(columns, row) and is_good(dict(zip(columns, row, strict=True)))) for row in rows
    )


def _fits(columns: Mapping[str, str], row: tuple[Any, ...]) -> bool:
    return all(
        _is_value(name, kind, value)
        for (name, kind), value in zip(columns.items(), row, strict=True)
    )


def _is_value(name: str, kind: str, value: object) -> bool:
    if isinstance(value, _Spoilt) or (isinstance(value, bytes) and not name.endswith("_path")):
        return False
    if value is None:
        return True
    if "INT" in kind.upper():
        return isinstance(value, int)
    return not name.endswith("_at") or _is_moment(value)


def _is_moment(value: object) -> bool:
    try:
        datetime.fromisoformat(str(value))
    except ValueError:
        return False
    return True


def _is_note(row: Mapping[str, Any]) -> bool:
    try:
        annotation = StoredRow(tuple(row[name] for name in COLUMNS)).annotation
    except (ValueError, KeyError, TypeError, AttributeError, OverflowError):
        return False
    return bool(annotation.id)


def _is_episode(row: Mapping[str, Any]) -> bool:
    try:
        episode = episode_in(row)
    except (ValueError, KeyError, TypeError, AttributeError, OverflowError):
        return False
    return bool(episode.id)


def _is_draft(row: Mapping[str, Any]) -> bool:
    return _is_json(row["tags"])


def _is_sync(row: Mapping[str, Any]) -> bool:
    try:
        sync_map_in(str(row["points"]))
        times_in(str(row["times"]) if "times" in row else "[]")
    except ValueError:
        return False
    return True


def _is_check(row: Mapping[str, Any]) -> bool:
    return not row["state"] or _is_json(row["state"])


def _is_correction(row: Mapping[str, Any]) -> bool:
    try:
        correction = correction_in(row)
    except (ValueError, KeyError, TypeError, OverflowError):
        return False
    return bool(correction.id and correction.words and correction.replacement)


def _is_change(row: Mapping[str, Any]) -> bool:
    return _is_json(row["before"]) and _is_json(row["after"])


def _is_json(value: object) -> bool:
    try:
        json.loads(str(value))
    except ValueError:
        return False
    return True


def _is_any(_: Mapping[str, Any]) -> bool:
    return True


_LOST_ROWS = {
    "annotations": message("There are notes that cannot be read: {count}."),
    "corrections": message("There are corrections that cannot be read: {count}."),
    "episodes": message("There are episodes that cannot be read: {count}."),
}
_READERS = {
    "annotations": _is_note,
    "episodes": _is_episode,
    "drafts": _is_draft,
    "sync_maps": _is_sync,
    "sync_checks": _is_check,
    "voice_names": is_voice_row,
    "corrections": _is_correction,
    "history_changes": _is_change,
}
_NEEDED = {"annotations": set(COLUMNS), "episodes": {"is_opened"}}
"""Without these columns it is a copy of an older shape."""


def _text(content: bytes) -> str | bytes:
    try:
        return content.decode()
    except UnicodeDecodeError:
        return _Spoilt(content)


def _report(copy: sqlite3.Connection, path: Path) -> Report:
    if damages := damages_in(copy):
        return Report(False, (f"The library {path}", *damages))
    if not _has_annotations(copy):
        return Report(
            True, (f"The library {path}", message("The file is whole; it holds no notes yet."))
        )
    faults = [*_orphans(copy), *_indexes_out_of_step(copy)]
    sound = message(
        "The file is whole, nothing has lost its place, the search finds what is there."
    )
    return Report(not faults, (f"The library {path}", _contents(copy), *(faults or [sound])))


def _has_annotations(copy: sqlite3.Connection) -> bool:
    row = copy.execute("SELECT 1 FROM sqlite_master WHERE name = 'annotation_parts'").fetchone()
    return row is not None


def _contents(copy: sqlite3.Connection) -> str:
    episodes, notes, deleted = (
        copy.execute(f"SELECT count(*) FROM {rows}").fetchone()[0]
        for rows in (
            "episodes",
            "annotations WHERE deleted_at IS NULL",
            "annotations WHERE deleted_at IS NOT NULL",
        )
    )
    return message(
        "Episodes: {episodes}, notes: {notes}, deleted notes: {deleted}.",
        episodes=episodes,
        notes=notes,
        deleted=deleted,
    )


def _orphans(copy: sqlite3.Connection) -> list[str]:
    has_names = any(row[1] == "tag_names" for row in copy.execute("PRAGMA table_info(annotations)"))
    queries = _ORPHANS | (_TAGS if has_names else {})  # an old copy has none yet
    counts = {what: copy.execute(query).fetchone()[0] for what, query in queries.items()}
    return [f"There are {what}: {count}." for what, count in counts.items() if count]


def _indexes_out_of_step(copy: sqlite3.Connection) -> list[str]:
    return [
        f"The search index {index} is out of step with the notes."
        for index in _INDEXES
        if not _is_in_step(copy, index)
    ]


def _is_in_step(copy: sqlite3.Connection, index: str) -> bool:
    try:
        # With rank 1 it is compared with what it was made from.
        copy.execute(f"INSERT INTO {index}({index}, rank) VALUES ('integrity-check', 1)")
    except sqlite3.DatabaseError:
        return False
    return True
