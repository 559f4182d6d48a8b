"""What a check has found so far, as a report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from reader.message import Message, message
from reader.sync.check_state import CheckState
from reader.sync.checked_text import CheckedText
from reader.sync.estimates import Times, estimated_times
from reader.sync.even_passages import drift_of, map_of
from reader.sync.finding import is_found
from reader.sync.line_starts import believed, without_cut_words
from reader.sync.report import SyncReport
from reader.sync_map import ONE_CLOCK, PointSource, SyncMap
from reader.transcript.model import Cue, Word
from reader.transcript.spoken_times import CueTimes, SpokenTimes, passages_between

_SHORTEST = 80  # ms of a word whose end is not known


def report_of(cues: Sequence[Cue], state: CheckState, guess: SyncMap = ONE_CLOCK) -> SyncReport:
    """What the listener is shown. Their own points, in `guess`, are kept."""
    return _report(CheckedText.of(cues), state, guess)


def _report(text: CheckedText, state: CheckState, guess: SyncMap) -> SyncReport:
    lines = {word.cue for word in text.words}
    report = SyncReport(
        text.is_timed,
        lines=len(lines),
        all_words=len(text.words),
        length=state.length,
        is_complete=state.is_complete,
    )
    if not is_found(state):
        return replace(report, refusal=_refusal(text, state))
    times, exact = heard_times(text, state)
    found = map_of(state.windows, text) if text.is_timed else ONE_CLOCK
    sync_map = with_own_points(found, guess)
    spoken = _spoken(text, times, exact)
    tried = {word for each in state.blocks for word in range(each.first, each.end)}
    heard = {each for each, time in zip(text.words, times, strict=True) if time is not None}
    return SyncReport(
        had_times=text.is_timed,
        sync_map=sync_map,
        times=spoken,
        offset=sync_map.shift_at(text.times[0]) if text.is_timed else 0,
        drift=drift_of(state.windows, text) if text.is_timed else 0.0,
        adverts=sync_map.adverts if text.is_timed else passages_between(spoken),
        lines_not_heard=tuple(sorted(lines - {word.cue for word in heard})),
        lines=len(lines),
        words=len(tried),
        sure_words=sum(1 for each in exact if each),
        all_words=len(text.words),
        length=state.length,
        is_complete=state.is_complete,
    )


def _refusal(text: CheckedText, state: CheckState) -> Message | None:
    if not text.words:
        return message("This text has no words that can be listened for.")
    if not state.is_complete:
        return None
    if not any(window.heard for window in state.windows):
        return message("No speech was found in this recording.")
    return message(
        "The words of this text were not found in this recording. It may be another episode, or "
        "not in English: only English can be listened for."
    )


def with_own_points(found: SyncMap, own: SyncMap) -> SyncMap:
    """A found map in which the listener's own points hold wherever they contradict it."""
    for point in own.points:
        if point.source is PointSource.USER and found:
            found = found.with_point(point)
    return found


def heard_times(text: CheckedText, state: CheckState) -> tuple[Times, list[tuple[int, int] | None]]:
    """For each word its estimated time, and from when to when it is heard, if that is sure."""
    exact = state.sure_times(len(text.words))
    times, sure = believed(estimated_times(state.windows, text), exact, text)
    return without_cut_words(times, sure, text), sure


def _spoken(
    text: CheckedText, times: Times, exact: Sequence[tuple[int, int] | None]
) -> SpokenTimes:
    """The times of each line that has an exact word, or that has no times of its own."""
    ordered = sorted(range(len(text.words)), key=lambda each: text.words[each].cue)
    found = []
    for cue, group in groupby(ordered, key=lambda each: text.words[each].cue):
        numbers = sorted(group, key=lambda each: text.words[each].offset)
        known = [each for each in numbers if times[each] is not None or exact[each]]
        if known and (not text.is_timed or any(exact[each] for each in known)):
            found.append(_line(cue, known, text, times, exact))
    return tuple(_without_overlaps(found))


def _line(
    cue: int,
    numbers: Sequence[int],
    text: CheckedText,
    times: Times,
    exact: Sequence[tuple[int, int] | None],
) -> CueTimes:
    spans = [exact[each] or _estimate(each, times, exact) for each in numbers]
    start = spans[0][0]
    end = max(end for _, end in spans)
    words, latest = [], start
    for number, (first, last) in zip(numbers, spans, strict=True):
        latest = max(first, latest)
        word = text.words[number]
        words.append(Word(latest, max(latest, last), word.offset, word.length))
    return CueTimes(cue, start, max(end, latest), tuple(words))


def _estimate(
    number: int, times: Times, exact: Sequence[tuple[int, int] | None]
) -> tuple[int, int]:
    """Between the exact words beside it, where there are such."""
    before = exact[number - 1] if number else None
    after = exact[number + 1] if number + 1 < len(exact) else None
    time = times[number] or 0
    start = max(time, before[1]) if before else time
    end = after[0] if after else start + _SHORTEST
    return (min(start, end), max(start, end))


def _without_overlaps(lines: list[CueTimes]) -> list[CueTimes]:
    """A line lasts no longer than to the next one, which may have been heard a little early."""
    done = [
        line._replace(end=min(line.end, later.start)) if line.start <= later.start else line
        for line, later in pairwise(lines)
    ]
    return [*done, *lines[-1:]]
