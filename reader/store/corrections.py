"""Corrections to rows and back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

from reader.annotation import Selector, TextQuote
from reader.correction import Correction, CorrectionScope
from reader.store.annotation_rows import same_words, selector_columns
from reader.store.rows import Columns, later_moment, moment_column, put_row, text_column
from reader.time_bounds import bounded

if TYPE_CHECKING:
    from sqlite3 import Connection

    from sqlite_utils import Database

_COLUMNS = (
    "id",
    "episode_id",
    "scope",
    "show",
    "exact",
    "prefix",
    "suffix",
    "recording_start_ms",
    "recording_end_ms",
    "transcript_start_ms",
    "transcript_end_ms",
    "position_start",
    "position_end",
    "replacement",
    "made_by",
    "made_at",
    "deleted_at",
)
_SELECT = f"SELECT {', '.join(_COLUMNS)} FROM corrections WHERE deleted_at IS NULL AND"
_SCOPES = {scope.value: scope for scope in CorrectionScope}


def correction_in(row: Mapping[str, Any]) -> Correction:
    """The value of a row. Raises ValueError for one that holds none."""
    return _correction(*(row[name] for name in _COLUMNS))


def _correction(  # noqa: PLR0917 - the columns of a row, as they come
    key: str,
    episode_id: str,
    scope: str,
    show: str,
    exact: str,
    prefix: str,
    suffix: str,
    recording_start: int,
    recording_end: int,
    start: int | None,
    end: int | None,
    first: int | None,
    last: int | None,
    replacement: str,
    by: str,
    made: str,
    deleted: str | None,
) -> Correction:
    selector = Selector(
        (bounded(recording_start), bounded(recording_end)),
        None if start is None or end is None else (bounded(start), bounded(end)),
        TextQuote(exact, prefix, suffix),
        None if first is None or last is None else (int(first), int(last)),
    )
    moment, is_deleted = datetime.fromisoformat(made), deleted is not None
    where = _SCOPES.get(scope) or CorrectionScope(scope)
    return Correction(key, episode_id, selector, replacement, moment, where, show, by, is_deleted)


def corrections_for(database: Database | Connection, episode_id: str) -> tuple[Correction, ...]:
    """All that holds for an episode: its own, those of the same recording or transcript, and those
    of its show; in the order in which they were made.

    A damaged one is passed over: `earmark check` reports it.
    """
    row = database.execute("SELECT show FROM episodes WHERE id = ?", [episode_id]).fetchone()
    (show,) = row or ("",)
    keys = [episode_id, *same_words(database, episode_id)]
    holes = ", ".join("?" * len(keys))
    # Not with OR: that would look through those of all episodes.
    rows = database.execute(
        f"{_SELECT} episode_id IN ({holes}) UNION ALL {_SELECT} episode_id NOT IN ({holes})"
        " AND scope = 'show' AND show = ? COLLATE NOCASE AND show != ''"
        " ORDER BY made_at, id",
        [*keys, *keys, show],
    )
    return tuple(_readable(rows.fetchall()))


def put_correction(
    database: Database, correction: Correction, now: datetime
) -> tuple[Columns, Columns]:
    """Write one in place of what there is; gives the columns that differ, before and after."""
    now = later_moment(database, "corrections", correction.id, now)
    row = {**_columns(correction), "updated_at": moment_column(now)}
    found = database.table("corrections").rows_where("id = ?", [correction.id])
    stored = next(iter(found), None)
    put_row(database, "corrections", row)
    if stored is None:
        return {"deleted_at": moment_column(now)}, {"deleted_at": None}
    after = {name: row[name] for name in _columns(correction) if row[name] != stored[name]}
    return {name: stored[name] for name in after}, after


def write_correction(
    database: Database, key: str, columns: Mapping[str, Any], now: datetime
) -> None:
    """Write some columns of one; one that is not known is passed over."""
    now = later_moment(database, "corrections", key, now)
    holes = ", ".join(f"{name} = :{name}" for name in columns)
    database.execute(
        f"UPDATE corrections SET {holes}, updated_at = :now WHERE id = :key",
        {**columns, "now": moment_column(now), "key": key},
    )


def _columns(correction: Correction) -> Columns:
    return {
        "id": correction.id,
        "episode_id": correction.episode_id,
        "scope": correction.scope.value,
        "show": text_column(correction.show),
        **selector_columns(correction.selector),
        "replacement": text_column(correction.replacement),
        "made_by": text_column(correction.by),
        "made_at": moment_column(correction.made),
        "deleted_at": None,
    }


def _readable(rows: Iterable[tuple[Any, ...]]) -> Iterator[Correction]:
    for row in rows:
        try:
            yield _correction(*row)
        except (ValueError, TypeError):
            continue
