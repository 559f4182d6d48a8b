"""Where corrections belong in a script: selectors for words that are shown, and those that moved.

A correction is of the file's words; its selector counts in `Script.spoken`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from reader.annotation import Selector
from reader.correction import Correction, CorrectionScope
from reader.notes.anchoring import anchor, selector_for
from reader.notes.correction_places import places_again
from reader.overlays.correction_hits import hit_at
from reader.overlays.corrections import in_case_of, parts_of, places_of, stands
from reader.transcript.file_offsets import as_said, file_offset, shown_offset
from reader.transcript.model import Corrected
from reader.transcript.reading_text import Place
from reader.transcript.script import Script
from reader.transcript.spans import trimmed
from reader.transcript.spoken_text import SpokenText

if TYPE_CHECKING:
    from reader.exporting.corrections import CorrectedLine

Span = tuple[int, int]

_WORD = re.compile(r"\w+(?:-\w+)*")


def selector_at(script: Script, span: Span) -> Selector | None:
    """How the file's words at a span of the reading text are found again, corrected words whole.

    None where nothing is said in it, or where several voices say it.
    """
    found = _file_span(script, span)
    if found is None or not parts_of(script.spoken, found):
        return None
    selector = selector_for(script.spoken, *found)
    times = selector.transcript_time
    return (
        selector._replace(time=script.sync_map.nearest_in_recording(times)) if times else selector
    )


def reading_span(script: Script, span: Span) -> Span | None:
    """Where a span of the file's spoken text is in the reading text."""
    first, last = (script.spoken.place_at(each) for each in (span[0], max(span[0], span[1] - 1)))
    if first is None or last is None or not _is_as_laid(script, first.cue, last.cue):
        return None
    cues = script.transcript.cues
    start = script.reading.position_of(
        Place(first.cue, shown_offset(cues[first.cue], first.offset))
    )
    end_offset = shown_offset(cues[last.cue], last.offset + 1, is_end=True)
    end = script.reading.position_of(Place(last.cue, max(0, end_offset - 1)))
    if start is None or end is None:
        return None
    return trimmed(script.reading.text, start, end + 1)


class SaidWords(NamedTuple):
    """Words that were put right: where they are in the reading text, what the file says, and the
    id of the correction."""

    span: Span
    said: str
    correction: str


def said_at(script: Script, place: Place) -> SaidWords | None:
    """The corrected words at a place, in whatever lines they are."""
    found = _corrected_at(script, place)
    if found is None:
        return None
    first, last = place.cue, place.cue
    while _opening(script, first, found) and _ending(script, first - 1, found):
        first -= 1
    while _ending(script, last, found) and _opening(script, last + 1, found):
        last += 1
    parts = [
        (cue, each)
        for cue in range(first, last + 1)
        for each in script.transcript.cues[cue].corrected
        if each.correction == found.correction and (cue != place.cue or each is found)
    ]
    spans = [_shown_part(script, cue, each) for cue, each in parts if each.length]
    shown = [span for span in spans if span is not None]
    if not shown:
        return None
    said = " ".join(" ".join(each.said for _, each in parts).split())
    return SaidWords((shown[0][0], shown[-1][1]), said, found.correction)


def corrected_lines(script: Script, corrections: Sequence[Correction]) -> list[CorrectedLine]:
    """All that is corrected in a script, in order, each in its sentence."""
    from reader.exporting.corrections import CorrectedLine

    lines = []
    spoken = script.spoken
    for start, end, correction, _ in places_of(spoken, corrections):
        said = spoken.text[start:end]
        text = in_case_of(said, correction)
        if text != said:
            hit = hit_at(spoken, (start, end), text)
            time = (
                None
                if hit.time is None
                else script.sync_map.nearest_in_recording((hit.time, hit.time))[0]
            )
            lines.append(CorrectedLine(time, hit.before, said, text, hit.after, correction))
    return lines


def word_at(script: Script, place: Place) -> Span | None:
    """The word at a place of the reading text; corrected words are one."""
    found = said_at(script, place)
    if found is not None:
        return found.span
    at = script.reading.position_of(place)
    if at is None:
        return None
    block = script.reading.block_span(script.reading.block_at(at))
    for word in _WORD.finditer(script.reading.text, *block):
        if word.start() <= at <= word.end():
            return word.span()
    return None


def renewed(corrections: Sequence[Correction], script: Script) -> dict[str, Selector]:
    """Selectors, by id, of those whose words stand in the file, elsewhere than they say."""
    words = [each for each in corrections if each.scope is CorrectionScope.WORDS]
    if all(stands(script.spoken, each.selector) for each in words):
        return {}
    found: dict[str, Selector] = {}
    for each, span in zip(words, places_again(script.spoken, words), strict=True):
        if span is not None and not stands(script.spoken, each.selector):
            new = selector_for(script.spoken, *span)
            times = new.transcript_time
            time = script.sync_map.nearest_in_recording(times) if times else each.selector.time
            found[each.id] = new._replace(time=time)
    return found


def waiting(corrections: Sequence[Correction], script: Script) -> list[Correction]:
    """Those made at words that do not stand in the file: they change nothing."""
    return [
        each
        for each in corrections
        if each.scope is CorrectionScope.WORDS and not stands(script.spoken, each.selector)
    ]


def _corrected_at(script: Script, place: Place) -> Corrected | None:
    for each in script.transcript.cues[place.cue].corrected:
        if each.offset <= place.offset < each.offset + max(1, each.length):
            return each
    return None


def _opening(script: Script, cue: int, found: Corrected) -> bool:
    """Whether a cue begins with words of this correction."""
    cues = script.transcript.cues
    each = cues[cue].corrected[:1] if 0 <= cue < len(cues) else ()
    return bool(each) and each[0].correction == found.correction and each[0].offset == 0


def _ending(script: Script, cue: int, found: Corrected) -> bool:
    cues = script.transcript.cues
    each = cues[cue].corrected[-1:] if 0 <= cue < len(cues) else ()
    if not each or each[0].correction != found.correction:
        return False
    return each[0].offset + each[0].length >= len(cues[cue].text.rstrip())


def _shown_part(script: Script, cue: int, each: Corrected) -> Span | None:
    start = script.reading.position_of(Place(cue, each.offset))
    return None if start is None else (start, start + each.length)


def _file_span(script: Script, span: Span) -> Span | None:
    """Some words of the reading text in the file's spoken text, without blanks at their ends."""
    reading = script.reading
    start, end = trimmed(reading.text, *span)
    touched = reading.cues_between(start, end)
    if start >= end or not touched:
        return None
    first = reading.place_at(max(start, reading.ranges(touched[0])[0][0]))
    last = reading.place_at(end - 1)
    if first is None or last is None:
        return None
    is_as_laid = _is_as_laid(script, first.cue, last.cue)
    said = script.spoken if is_as_laid else SpokenText(as_said(script.transcript))
    cues = script.transcript.cues
    begin = said.position_of(Place(first.cue, file_offset(cues[first.cue], first.offset)))
    finish = said.position_of(
        Place(last.cue, file_offset(cues[last.cue], last.offset + 1, is_end=True))
    )
    if begin is None or finish is None or begin >= finish:
        return None
    return (begin, finish) if is_as_laid else _in_file(script, said, (begin, finish))


def _is_as_laid(script: Script, first: int, last: int) -> bool:
    """Whether no view has put some cues together otherwise."""
    if script.transcript is script.effective:
        return True
    pairs = zip(
        script.transcript.cues[first : last + 1],
        script.effective.cues[first : last + 1],
        strict=True,
    )
    return all(shown is laid for shown, laid in pairs)


def _in_file(script: Script, said: SpokenText, span: Span) -> Span | None:
    """Words of a view, found in the file."""
    if said.text == script.spoken.text:
        return span
    return anchor([selector_for(said, *span)], script.spoken)[0].span
