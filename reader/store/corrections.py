"""Corrections to rows and back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

from reader.annotation import Selector, TextQuote
from reader.correction import Correction, CorrectionScope
from reader.store.annotation_rows import same_words, selector_columns
from reader.store.rows import moment_column, put_row, text_column
from reader.time_bounds import bounded

if TYPE_CHECKING:
    from sqlite_utils import Database

Columns = dict[str, Any]


def correction_in(row: Mapping[str, Any]) -> Correction:
    """The value of a row. Raises ValueError for one that holds none."""
    times = row["transcript_start_ms"], row["transcript_end_ms"]
    position = row["position_start"], row["position_end"]
    selector = Selector(
        (bounded(row["recording_start_ms"]), bounded(row["recording_end_ms"])),
        None if None in times else (bounded(times[0]), bounded(times[1])),
        TextQuote(row["exact"], row["prefix"], row["suffix"]),
        None if None in position else (int(position[0]), int(position[1])),
    )
    return Correction(
        row["id"],
        row["episode_id"],
        selector,
        row["replacement"],
        datetime.fromisoformat(row["made_at"]),
        CorrectionScope(row["scope"]),
        row["show"],
        row["made_by"],
        row["deleted_at"] is not None,
    )


def corrections_for(database: Database, episode_id: str) -> tuple[Correction, ...]:
    """All that holds for an episode: its own, those of the same recording or transcript, and those
    of its show; in the order in which they were made.

    A damaged one is passed over: `earmark check` reports it.
    """
    row = database.execute("SELECT show FROM episodes WHERE id = ?", [episode_id]).fetchone()
    (show,) = row or ("",)
    keys = [episode_id, *same_words(database, episode_id)]
    holes = ", ".join("?" * len(keys))
    rows = database.table("corrections").rows_where(
        f"deleted_at IS NULL AND (episode_id IN ({holes})"
        " OR scope = 'show' AND show = ? COLLATE NOCASE AND show != '')",
        [*keys, show],
        order_by="made_at, id",
    )
    return tuple(_readable(rows))


def put_correction(
    database: Database, correction: Correction, now: datetime
) -> tuple[Columns, Columns]:
    """Write one in place of what there is; gives the columns that differ, before and after."""
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


def _readable(rows: Iterable[Mapping[str, Any]]) -> Iterable[Correction]:
    for row in rows:
        try:
            yield correction_in(row)
        except (ValueError, TypeError):
            continue
