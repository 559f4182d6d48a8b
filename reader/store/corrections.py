"""Corrections to rows and back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from functools import cached_property
from operator import itemgetter
from typing import TYPE_CHECKING, Any, overload

from reader.correction import Correction, CorrectionScope
from reader.store.annotation_rows import (
    SELECTOR_COLUMNS,
    same_words,
    selector_columns,
    selector_of,
)
from reader.store.rows import Columns, later_moment, moment_column, put_row, text_column

if TYPE_CHECKING:
    from sqlite3 import Connection

    from sqlite_utils import Database

_COLUMNS = (
    "id",
    "episode_id",
    "scope",
    "show",
    *SELECTOR_COLUMNS,
    "replacement",
    "made_by",
    "made_at",
)
_SELECT = f"SELECT {', '.join(_COLUMNS)} FROM corrections WHERE deleted_at IS NULL AND"
_POSITION = ("position_start", "position_end")
_deciding = itemgetter(
    *map(_COLUMNS.index, ("id", "scope", "exact", "prefix", "suffix", *_POSITION, "replacement"))
)
_SCOPES = {scope.value: scope for scope in CorrectionScope}


class StoredCorrections(Sequence[Correction]):
    """Corrections as the library has them, made of their rows when the first is asked for: to show
    a text that was kept with them takes no more than to compare the rows."""

    __hash__ = None  # type: ignore[assignment]  # it is compared by what it holds

    def __init__(self, rows: Sequence[tuple[Any, ...]]) -> None:
        self.rows = rows

    @cached_property
    def _made(self) -> tuple[Correction, ...]:
        return tuple(_readable(self.rows))

    @overload
    def __getitem__(self, index: int) -> Correction: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Correction, ...]: ...
    def __getitem__(self, index: int | slice) -> Correction | tuple[Correction, ...]:
        return self._made[index]

    def __len__(self) -> int:
        return len(self._made)

    def __bool__(self) -> bool:
        return bool(self.rows)  # without making any

    def __repr__(self) -> str:
        return repr(self._made)  # the index of words is renewed by it

    def __eq__(self, other: object) -> bool:
        if isinstance(other, StoredCorrections):
            return self.rows == other.rows
        return self._made == other


def deciding_values(corrections: Sequence[Correction]) -> list[tuple[Any, ...]]:
    """What decides how a text reads with them, in their order, as plain values."""
    if isinstance(corrections, StoredCorrections):
        return list(map(_deciding, corrections.rows))
    columns = map(_columns, corrections)
    return [_deciding([each[name] for name in _COLUMNS]) for each in columns]


def correction_in(row: Mapping[str, Any]) -> Correction:
    """The value of a row. Raises ValueError for one that holds none."""
    return _correction([row[name] for name in _COLUMNS])


def _correction(values: Sequence[Any]) -> Correction:
    key, episode_id, scope, show, *place, replacement, by, made = values
    moment, where = datetime.fromisoformat(made), _SCOPES.get(scope) or CorrectionScope(scope)
    return Correction(key, episode_id, selector_of(place), replacement, moment, where, show, by)


def corrections_for(database: Database | Connection, episode_id: str) -> StoredCorrections:
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
    return StoredCorrections(rows.fetchall())


def with_own_id(database: Database, correction: Correction) -> Correction:
    """Itself; where another episode has one by its id, under another id, always the same one."""
    from uuid import NAMESPACE_URL, uuid5

    key, episode = correction.id, correction.episode_id
    row = database.execute("SELECT episode_id FROM corrections WHERE id = ?", [key]).fetchone()
    if row is None or row[0] == episode:
        return correction
    return correction._replace(id=str(uuid5(NAMESPACE_URL, f"earmark:{episode} {key}")))


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


def _readable(rows: Sequence[tuple[Any, ...]]) -> Iterator[Correction]:
    for row in rows:
        try:
            yield _correction(row)
        except (ValueError, TypeError):
            continue
