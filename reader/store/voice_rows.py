"""Voice names to rows and back, each by the content key of the transcript that it is for.

A row is one thing that was said: of a turn, of a voice, or of a turn that waits for its place. So
two windows that name different turns do not meet. A row without `said` was taken back.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any, TypeVar, cast

from reader.annotation import Selector, TextQuote
from reader.store.rows import later_moment, moment_column, put_row, text_column
from reader.voice_names import NamedTurn, NamedVoice, VoiceNames

if TYPE_CHECKING:
    from sqlite3 import Connection

    from sqlite_utils import Database

T = TypeVar("T")

Said = dict[str, str]
"""What was said, by the names of its rows within a transcript; empty where it was taken back."""

_TURN, _VOICE, _WAITING = "turn", "voice", "waiting"


def said_rows(names: VoiceNames) -> Said:
    """The rows of all that was said of a transcript's voices."""
    rows = {_turn_id(_TURN, each): _json(_turn(each)) for each in names.turns}
    rows |= {_turn_id(_WAITING, each): _json(_turn(each)) for each in names.waiting}
    return rows | {
        f"{_VOICE} {text_column(each.said)}": _json([each.said, each.voice, _selector(each)])
        for each in names.voices
    }


def changed_rows(before: VoiceNames, after: VoiceNames) -> Said:
    """The rows to be written for what was said in between, and nothing else."""
    old, new = said_rows(before), said_rows(after)
    changed = {name: said for name, said in new.items() if old.get(name) != said}
    return changed | dict.fromkeys(old.keys() - new.keys(), "")


def names_in(rows: Mapping[str, str]) -> VoiceNames:
    """What the rows of a transcript say. Raises ValueError for a damaged one."""
    kept = {name: said for name, said in rows.items() if said}
    every = json.loads(f"[{','.join(kept.values())}]")  # at once: five times as fast
    if len(every) != len(kept):
        raise ValueError("A row holds something else than one array.")
    by_kind: dict[str, list[object]] = {_TURN: [], _VOICE: [], _WAITING: []}
    for name, said in zip(kept, every, strict=True):
        by_kind.get(name.partition(" ")[0], []).append(said)
    turns, waiting = (sorted(_turns_in(by_kind[kind])) for kind in (_TURN, _WAITING))
    voices = sorted(_voices_in(by_kind[_VOICE]))
    return VoiceNames(tuple(turns), tuple(voices), tuple(waiting))


def is_voice_row(row: Mapping[str, object]) -> bool:
    """Whether a row can be read."""
    name = str(row["id"]).partition(" ")[2]
    try:
        names_in({name: str(row["said"])})
    except ValueError:
        return False
    return True


def read_voices(database: Database | Connection, transcript_key: str) -> VoiceNames:
    """Who speaks in a transcript, by its listener; a row that is damaged says nothing."""
    rows = dict(_rows(database, transcript_key))
    try:
        return names_in(rows)
    except ValueError:  # `earmark check` reports it
        return names_in({name: said for name, said in rows.items() if _is_sound(name, said)})


def has_voices(database: Database, transcript_key: str) -> bool:
    """Whether anything was ever said of a transcript's voices, also if it was taken back."""
    return next(iter(_rows(database, transcript_key)), None) is not None


def read_said(database: Database, row_id: str) -> str:
    """What a row says now; empty where there is none."""
    row = database.execute("SELECT said FROM voice_names WHERE id = ?", [row_id]).fetchone()
    return str(row[0]) if row else ""


def write_said(database: Database, row_id: str, said: str, now: datetime) -> None:
    """Keep what was said in place of what is there."""
    row = {
        "id": row_id,
        "transcript_key": row_id.partition(" ")[0],
        "is_taken_back": int(not said),
        "said": said,
        "updated_at": moment_column(later_moment(database, "voice_names", row_id, now)),
    }
    put_row(database, "voice_names", row)


def _rows(database: Database | Connection, transcript_key: str) -> Iterator[tuple[str, str]]:
    found = database.execute(
        "SELECT id, said FROM voice_names WHERE transcript_key = ?", [transcript_key]
    )
    for row_id, said in found:
        yield row_id.partition(" ")[2], said


def _is_sound(name: str, said: str) -> bool:
    return is_voice_row({"id": f"- {name}", "said": said})


def _turn_id(kind: str, turn: NamedTurn) -> str:
    return f"{kind} {turn.cue}:{turn.offset}"


def _json(said: list[object]) -> str:
    return json.dumps(said, ensure_ascii=False)


def _turn(turn: NamedTurn) -> list[object]:
    names = [text_column(turn.voice), text_column(turn.other)]
    return [turn.cue, turn.offset, *names, int(turn.is_guess), _selector(turn)]


def _selector(said: NamedTurn | NamedVoice) -> list[object] | None:
    if said.selector is None:
        return None
    time, transcript_time, quote, position = said.selector
    return [time, transcript_time, [text_column(part) for part in quote], position]


# Column by column, not row by row: a third of the time.


def _turns_in(rows: Sequence[object]) -> Iterator[NamedTurn]:
    *columns, guesses, selectors = _columns(rows, int, int, str, str, int, object)
    if not set(guesses) <= {0, 1}:
        raise ValueError("It is neither a guess nor none.")
    return map(NamedTurn, *columns, map(bool, guesses), _where_given(_selectors_in, selectors))


def _voices_in(rows: Sequence[object]) -> Iterator[NamedVoice]:
    *columns, selectors = _columns(rows, str, str, object)
    return map(NamedVoice, *columns, _where_given(_selectors_in, selectors))


def _selectors_in(rows: Sequence[object]) -> Iterator[Selector]:
    times, transcript_times, quotes, positions = _columns(rows, *[object] * len(Selector._fields))
    return map(
        Selector,
        (time or (0, 0) for time in _where_given(_spans_in, times)),
        _where_given(_spans_in, transcript_times),
        map(TextQuote, *_columns(quotes, *[str] * len(TextQuote._fields))),
        _where_given(_spans_in, positions),
    )


def _spans_in(rows: Sequence[object]) -> Iterator[tuple[int, int]]:
    return zip(*_columns(rows, int, int), strict=True)


def _where_given(
    made_of: Callable[[Sequence[object]], Iterator[T]], rows: Sequence[object]
) -> Iterator[T | None]:
    """None for each row that is None."""
    made = made_of([row for row in rows if row is not None])
    return (None if row is None else next(made) for row in rows)


def _columns(rows: Sequence[object], *types: type) -> list[tuple[Any, ...]]:
    """What lists of values of just these types hold, one tuple for each; `object` is any.

    Raises ValueError for anything else.
    """
    if not rows:
        return [()] * len(types)
    if set(map(type, rows)) != {list}:
        raise ValueError("A row is not a list.")
    columns = list(zip(*cast("Sequence[list[Any]]", rows), strict=True))
    for column, kind in zip(columns, types, strict=True):
        if kind is not object and set(map(type, column)) != {kind}:
            raise ValueError(f"A row has something else than {kind.__name__}.")
    return columns
