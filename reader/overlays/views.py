"""Other ways to read a transcript: its data stays what the file said.

A view gives a transcript with as many cues, each under its own index, so that following, searching
and clicking go on as they are. What a view folds into another cue has neither text nor time there;
the cue that takes it lasts as long as both.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from operator import itemgetter
from typing import NamedTuple

from reader.transcript.model import Corrected, Cue, CueKind, Transcript, VoiceChange, Word
from reader.transcript.word_timing import words_of
from reader.transcript.writing import ends_sentence, is_unspaced

_WORD = re.compile(r"\w+")
_PLAIN_WORDS = {
    code: chr(code).lower() if chr(code).isalnum() or chr(code) == "_" else " "
    for code in range(128)
}
"""What `_WORD` finds, in a text of ASCII."""
_NEAR = 250  # ms between two cues that roll on
_LEAST_ROLLS = 3
_LEAST_ROLL_SHARE = 0.25
_LEAST_CUES = 3  # as many equal cues in a row are a loop
_LEAST_TIMES = 4  # as often a phrase is said in a row within a cue
_LONGEST_PHRASE = 12
_LONGEST_LOOP = 20_000  # characters of a cue that is searched for loops
_LONGEST_SENTENCE = 400
_PAUSE = 2_000


Sound = list[str]


class View(NamedTuple):
    """A view by its name in settings and what it makes of a transcript."""

    name: str
    apply: Callable[[Transcript], Transcript]


def viewed(transcript: Transcript, names: Collection[str]) -> Transcript:
    """The transcript as the views of these names show it, one after the other; as it is without."""
    for view in VIEWS:
        if view.name in names:
            transcript = view.apply(transcript)
    return transcript


def without_rolls(transcript: Transcript) -> Transcript:
    """Captions that roll up, as YouTube makes them, with each line once.

    Such a cue repeats the last line of the one before; the repetition is left out, and a cue that
    only repeats is folded into the one before. Other transcripts stay as they are.
    """
    cues = transcript.cues
    least = max(_LEAST_ROLLS, _LEAST_ROLL_SHARE * len(cues))
    if sum("\n" in cue.text for cue in cues) < least:
        return transcript
    repeats = [0, *(_repeated_lines(a, b) for a, b in pairwise(cues))][: len(cues)]
    rolls = sum(0 < lines <= cue.text.count("\n") for lines, cue in zip(repeats, cues, strict=True))
    if rolls < least:
        return transcript
    found: list[Cue] = []
    shown = 0
    for cue, lines in zip(cues, repeats, strict=True):
        rest = _from_line(cue, lines) if lines else cue
        if lines and not rest.text.strip():
            found[shown] = _lasting(found[shown], cue)
            rest = _folded(cue)
        else:
            shown = len(found)
        found.append(rest)
    return replace(transcript, cues=tuple(found))


def without_loops(transcript: Transcript) -> Transcript:
    """A recogniser's loops shown once, with how often: `you you you you` -> `you (×4)`.

    Equal cues in a row become one; a phrase said again and again within a cue is said once.
    """
    cues = list(transcript.cues)
    sound: Sound = []
    first = 0  # of the equal cues in a row
    for k, cue in enumerate(transcript.cues):
        before, sound = sound, _sound(cue.text)
        # Only where enough words stand more than once may there be a loop: that is seen quickly.
        if len(sound) - len(set(sound)) >= _LEAST_TIMES - 1:
            cues[k] = _without_loop(cue)
            sound = _sound(cues[k].text)
        if sound != before or cues[k].voices != cues[first].voices:
            _fold_loop(cues, first, k)
            first = k
    _fold_loop(cues, first, len(cues))
    return replace(transcript, cues=tuple(cues))


def in_sentences(transcript: Transcript, *, is_estimated: bool = True) -> Transcript:
    """Cues joined until a sentence ends, the voice changes or nobody speaks for two seconds.

    Words keep their times; where the file has none they are estimated cue by cue
    (if `is_estimated`), before the cues are joined.
    """
    found: list[Cue] = []
    for cues in _sentences(transcript.cues):
        if len(cues) == 1:
            found.append(cues[0])
        else:
            found.append(_joined(cues, is_estimated=is_estimated))
            found += map(_folded, cues[1:])
    return replace(transcript, cues=tuple(found))


VIEWS = (
    View("rolls", without_rolls),
    View("loops", without_loops),
    View("sentences", in_sentences),
)
"""In the order they are applied."""


def _folded(cue: Cue) -> Cue:
    """Its text and time are another cue's now."""
    return cue._replace(
        start=None, end=None, text="", voices=(), words=(), corrected=(), kind=CueKind.BLANK
    )


def _lasting(cue: Cue, *others: Cue) -> Cue:
    ends = [each.end for each in (cue, *others) if each.end is not None]
    return cue._replace(end=max(ends)) if ends and cue.start is not None else cue


def _repeated_lines(before: Cue, cue: Cue) -> int:
    """How many lines at the start of a cue are the last ones of the cue before."""
    if before.start is None or cue.start is None or cue.start < before.start:
        return 0
    if cue.start - (before.end or before.start) > _NEAR:
        return 0
    if "\n" not in before.text and "\n" not in cue.text:
        return int(before.text == cue.text)
    last, lines = before.text.split("\n"), cue.text.split("\n")
    longest = min(len(last), len(lines), 4)
    return next((n for n in range(longest, 0, -1) if last[-n:] == lines[:n]), 0)


def _from_line(cue: Cue, lines: int) -> Cue:
    """The cue without its first lines."""
    start = 0
    for _ in range(lines):
        start = cue.text.find("\n", start) + 1 or len(cue.text)
    return _cut(cue, start)


def _cut(cue: Cue, start: int) -> Cue:
    changes = (change for change in cue.voices if change.offset - change.mark >= start)
    words = (word for word in cue.words if word.offset >= start)
    corrected = (each for each in cue.corrected if each.offset >= start)
    return cue._replace(
        text=cue.text[start:],
        voices=tuple(change._replace(offset=change.offset - start) for change in changes),
        words=tuple(word._replace(offset=word.offset - start) for word in words),
        corrected=tuple(each._replace(offset=each.offset - start) for each in corrected),
    )


def _sound(text: str) -> Sound:
    """What a text says, as repetitions are compared: its words, else its signs."""
    is_plain = text.isascii()
    words = text.translate(_PLAIN_WORDS).split() if is_plain else _WORD.findall(text.casefold())
    return words or [text.strip()]


def _fold_loop(cues: list[Cue], first: int, after: int) -> None:
    """Equal cues, from the first to before `after`, become one, if they are enough for a loop."""
    if after - first >= _LEAST_CUES and cues[first].text.strip():
        last = cues[first + 1 : after]
        cues[first] = _lasting(_counted(cues[first], after - first), *last)
        cues[first + 1 : after] = map(_folded, last)


def _counted(cue: Cue, times: int) -> Cue:
    return cue._replace(text=f"{cue.text} (×{times})")


def _without_loop(cue: Cue) -> Cue:
    """The cue with each phrase that is said over and over said once."""
    if len(cue.text) > _LONGEST_LOOP:
        return cue
    spans = [found.span() for found in re.finditer(r"\S+", cue.text)]
    if len(spans) < _LEAST_TIMES:
        return cue
    said = [re.sub(r"\W+", "", cue.text[a:b]).casefold() for a, b in spans]
    loops = list(_loops(said))
    return _said_once(cue, spans, loops) if loops else cue


class _Loop(NamedTuple):
    """`times` times the same phrase of `length` words, from word `first` on."""

    first: int
    length: int
    times: int


def _loops(said: Sequence[str]) -> Iterator[_Loop]:
    at = 0
    while at < len(said):
        longest = min(_LONGEST_PHRASE, (len(said) - at) // _LEAST_TIMES)
        loops = (_Loop(at, n, _times(said, at, n)) for n in range(1, longest + 1))
        loop = next((each for each in loops if each.times >= _LEAST_TIMES), None)
        if loop and any(said[at : at + loop.length]):
            yield loop
            at += loop.length * loop.times
        else:
            at += loop.times if loop else 1  # of marks alone, which nobody says


def _times(said: Sequence[str], at: int, length: int) -> int:
    phrase = said[at : at + length]
    times = 1
    while said[at + times * length : at + (times + 1) * length] == phrase:
        times += 1
    return times


def _said_once(cue: Cue, spans: Sequence[tuple[int, int]], loops: Sequence[_Loop]) -> Cue:
    """Each loop replaced by its first phrase and a count; words and voices move along."""
    pieces: list[str] = []
    kept: list[tuple[int, int, int]] = []  # from, to, and where it begins in the new text
    position = length = 0
    for loop in loops:
        end = spans[loop.first + loop.length - 1][1]
        after = spans[loop.first + loop.length * loop.times - 1][1]
        count = f" (×{loop.times})"
        kept.append((position, end, length))
        pieces += [cue.text[position:end], count]
        length += end - position + len(count)
        position = after
    kept.append((position, len(cue.text), length))
    pieces.append(cue.text[position:])
    return cue._replace(
        text="".join(pieces),
        words=tuple(_moved_words(cue.words, kept)),
        voices=tuple(_moved_voices(cue.voices, kept)),
        corrected=tuple(_moved_corrected(cue.corrected, kept)),
    )


def _moved_words(words: Sequence[Word], kept: Sequence[tuple[int, int, int]]) -> Iterator[Word]:
    """Words of a part that is left out lengthen the one before."""
    last: Word | None = None
    for word in words:
        place = _moved(word.offset, word.offset + word.length, kept)
        if place is not None:
            if last is not None:
                yield last
            last = word._replace(offset=place)
        elif last is not None:
            last = last._replace(end=max(last.end, word.end))
    if last is not None:
        yield last


def _moved_voices(
    voices: Sequence[VoiceChange], kept: Sequence[tuple[int, int, int]]
) -> Iterator[VoiceChange]:
    for change in voices:
        place = _moved(change.offset - change.mark, change.offset, kept)
        if place is not None:
            yield change._replace(offset=place + change.mark)


def _moved_corrected(
    corrected: Sequence[Corrected], kept: Sequence[tuple[int, int, int]]
) -> Iterator[Corrected]:
    for each in corrected:
        place = _moved(each.offset, each.offset + each.length, kept)
        if place is not None:
            yield each._replace(offset=place)


def _moved(start: int, end: int, kept: Sequence[tuple[int, int, int]]) -> int | None:
    a, b, to = kept[max(0, bisect_right(kept, start, key=itemgetter(0)) - 1)]
    return to + start - a if a <= start and end <= b else None


def _sentences(cues: Sequence[Cue]) -> Iterator[list[Cue]]:
    held: list[Cue] = []
    last: Cue | None = None  # of those held that have a text
    length = 0
    for cue in cues:
        if held and not _goes_on(last, cue, length):
            yield held
            held, last, length = [], None, 0
        held.append(cue)
        last = cue if cue.text else last
        length += len(cue.text)
    if held:
        yield held


def _goes_on(last: Cue | None, cue: Cue, length: int) -> bool:
    """Whether a cue belongs to the sentence of those before; folded ones are carried along."""
    if not cue.text or last is None:
        return not cue.text and cue.start is None and last is not None
    if last.start is None or last.end is None or cue.start is None or cue.end is None:
        return False
    if cue.voices or {last.kind, cue.kind} != {CueKind.SPEECH}:
        return False
    is_near = last.start <= cue.start <= max(last.end, last.start) + _PAUSE
    is_short = length + len(cue.text) <= _LONGEST_SENTENCE
    return is_near and is_short and not ends_sentence(last.text.rstrip())


def _joined(cues: Sequence[Cue], *, is_estimated: bool) -> Cue:
    text = ""
    voices: list[VoiceChange] = []
    words: list[Word] = []
    corrected: list[Corrected] = []
    spoken = [cue for cue in cues if cue.text]
    for cue in spoken:
        if text and not (is_unspaced(cue.text[:1]) and is_unspaced(text[-1])):
            text += " "
        shift = len(text)
        text += cue.text
        voices += (change._replace(offset=change.offset + shift) for change in cue.voices)
        corrected += (each._replace(offset=each.offset + shift) for each in cue.corrected)
        words += (
            word._replace(offset=word.offset + shift)
            for word in words_of(cue, is_estimated=is_estimated)
        )
    return _lasting(cues[0], *spoken)._replace(
        text=text,
        voices=tuple(voices),
        words=tuple(_in_order(words)),
        corrected=tuple(corrected),
    )


def _in_order(words: Sequence[Word]) -> Iterator[Word]:
    """Cues may overlap; the words of a sentence do not."""
    earliest = 0
    for word in words:
        start = max(earliest, word.start)
        yield word._replace(start=start, end=max(start, word.end))
        earliest = max(start, word.end)
