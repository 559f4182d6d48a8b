"""A transcript in the making: the readers add what they find, in the file's order."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import chain, dropwhile
from typing import NoReturn, Protocol

from reader.errors import TranscriptError
from reader.formats.markup import LONGEST, SUBTITLE_TAG, Plain, plain
from reader.formats.source import LONGEST_LINE, Source
from reader.formats.voices import VoiceLabels, turns
from reader.message import Message, message
from reader.time_bounds import LATEST, bounded, is_late
from reader.transcript.model import Cue, CueKind, Problem, Transcript, VoiceChange, Word

_BLANK = re.compile(
    r"\s*[\[(]\s*(?:blank[_ ]?audio|silence|no[_ ]speech|no[_ ]audio)\s*[\])]\s*", re.IGNORECASE
)
_SOUND = re.compile(
    r"\s*+(?:[-–—]\s?)?+"
    r"(?:\([^()]++\)|\[[^\[\]]++\]|\*[^*]++\*|（[^（）]++）|【[^【】]++】|[♪♫♬])\s*+"
    r"(?:(?:\([^()]++\)|\[[^\[\]]++\]|[♪♫♬])\s*+)*+"
)
_OPENERS = frozenset("([*（【♪♫♬-–—")
_UNREADABLE = message("a character could not be read")
_LETTER = 65  # ms: how long a letter takes to say, where nothing says when the last line ends
_SHORTEST = 1_500
_MOST_PROBLEMS = 100_000
_MOST_CUES = 300_000  # of a word each, more than 24 hours; they are read in 3 s and take 150 MB
_MOST_WORDS = _MOST_CUES

_TOO_MANY_CUES = message(
    "{file} has more than {most} cues (to line {line}); that is not a transcript."
)
_TOO_MANY_WORDS = message(
    "{file} has more than {most} words with times (to line {line}); that is not a transcript."
)
_TOO_LONG_CUE = message(
    "{file} has a cue (line {line}) of more than {most} characters; that is not a transcript."
)


class LineReading(Protocol):
    """A format in the reading: it is given line after line."""

    def take(self, number: int, line: str) -> None:
        """The next line; the first has the number 1."""

    def transcript(self) -> Transcript:
        """What was found in them."""


def read_lines(source: Source, reading: LineReading) -> Transcript:
    """The transcript that `reading` finds in the lines of a file."""
    for number, line in enumerate(source.lines(), 1):
        reading.take(number, line)
    return reading.transcript()


class TranscriptBuilder:
    """Cues, problems and metadata as they are found, made a Transcript at the end."""

    def __init__(self, format_name: str, source: Source) -> None:
        self.metadata: dict[str, str] = {}
        self._described: dict[str, list[str]] = {}
        self._format = format_name
        self._source = source
        self._cues: list[Cue] = []
        self._problems: list[Problem] = []
        self._names = VoiceLabels()
        self._has_damage = "\ufffd" in source.text
        self._more: list[str] = []  # lines that belong to the last cue
        self._open: list[int] = []
        self._stops: list[int] = []

    @property
    def frame_rate(self) -> float | None:
        """How many frames the reader says a second has; None where it is to be guessed."""
        return self._source.frame_rate

    @property
    def is_empty(self) -> bool:
        """Whether no cue was found so far."""
        return not self._cues

    def add(
        self,
        line: int,
        start: int | None,
        end: int | None,
        text: str,
        *,
        voices: tuple[VoiceChange, ...] = (),
        words: tuple[Word, ...] = (),
        raw: str = "",
        id: str = "",
    ) -> None:
        """Append a cue. A time before 0 becomes 0; that, and an end before the start, is listed,
        and so is a start or an end that is later than any recording ends: it is left out.

        A cue without text is listed only. `raw` is kept where it differs from `text`. Without
        an `end` it lasts until the next one starts; without a `start` it has no time at all.
        """
        if not text:
            shown = "\n".join(filter(None, (id, raw.strip()))) or _span(start, end)
            self.skip(line, message("no text between these times"), shown)
            return
        if self._more:
            self._take_more()
        if len(text) > LONGEST_LINE or len(self._cues) >= _MOST_CUES:
            self._refuse(line, text)
        if (start or 0) > LATEST or (end or 0) > LATEST or (words and words[-1].end > LATEST):
            start, end, words = self._without_late_times(line, start, end, words, text)
        if start is None or end is None:
            end = None
            if start is not None:
                start = start if start >= 0 else self._clamped(line, start, 0, text)[0]
                self._open.append(len(self._cues))
        elif start < 0 or end < start:
            start, end = self._clamped(line, start, end, text)
            words = tuple(_after_start(word) for word in words)
        if not voices:
            voices = self._voices(text)
        kind = _kind(text) if text[0] in _OPENERS else CueKind.SPEECH
        if self._has_damage and "\ufffd" in text:
            self.repair(line, _UNREADABLE, text)
        cues = self._cues
        raw = "" if raw == text else raw
        cues.append(Cue(len(cues), start, end, text, voices, words, kind, line, raw, id))

    def add_subtitle(self, line: int, start: int, end: int, text: str, raw: str) -> None:
        """Append a cue whose text may hold the tags of subtitles; others are listed."""
        has_markup = "<" in text or "&" in text or "{" in text
        said = plain(text, start, end, SUBTITLE_TAG) if has_markup else Plain(text)
        self.skip_tags(line, said.unread)
        self.add(line, start, end, said.text, voices=said.voices, words=said.words, raw=raw)

    def add_metadata(self, name: str, value: str) -> None:
        """Note what the file says of itself; what is given twice is kept line by line."""
        if name not in self._described:
            self._described[name] = list(filter(None, [self.metadata.get(name)]))
        self._described[name].append(value)
        self.metadata.setdefault(name, value)  # all of it when it is complete

    def guess_rate(self, rate: float, stamp: str) -> None:
        """Say that times count frames, and that the file does not say how many a second has."""
        self.metadata["frame rate"] = f"{rate:g} (guessed)"
        self.repair(
            1, message("frames counted at {rate} a second: a guess", rate=f"{rate:g}"), stamp
        )

    def stop(self, line: int, time: int) -> None:
        """Nobody speaks from `time` on: a cue without an end of its own ends there."""
        if len(self._stops) >= _MOST_CUES:
            self._refuse(line, "")
        self._stops.append(bounded(time))

    def bound_words(self, line: int, count: int) -> None:
        """Refuse more words than a transcript may have, for a reader that joins them at the end."""
        if count > _MOST_WORDS:
            self._refuse_for(line, _TOO_MANY_WORDS, _MOST_WORDS)

    def skip(self, line: int, reason: Message, text: str) -> None:
        """Note something that is in the source but in no cue."""
        self._list(Problem(line, reason, text, is_repaired=False))

    def skip_tags(self, line: int, tags: tuple[str, ...]) -> None:
        """Note tags in a cue's text that are not known as markup, and not shown."""
        if tags:
            self.skip(line, message("a mark that is not known, not shown"), " ".join(tags))

    def repair(self, line: int, reason: Message, text: str) -> None:
        """Note something that was put right."""
        self._list(Problem(line, reason, text))

    def _list(self, problem: Problem) -> None:
        self._problems.append(problem)
        if len(self._problems) > _MOST_PROBLEMS:
            raise TranscriptError(
                message(
                    "{file} has more than {most} faults (to line {line}); that is not a "
                    "transcript.",
                    file=self._source.name,
                    most=f"{_MOST_PROBLEMS:,}",
                    line=problem.line,
                ),
                line=problem.line,
            )

    def extend(self, text: str) -> None:
        """A line without times of its own that belongs to the last cue."""
        self._more.append(text)

    def _take_more(self) -> None:
        last, text = self._cues.pop(), "\n".join(self._more)
        self._more = []
        raw = f"{last.raw}\n{text}" if last.raw else ""
        whole = f"{last.text}\n{text}"
        if len(whole) > LONGEST_LINE:
            self._refuse(last.line, whole)
        voices = _merged(self._voices(whole), last.voices)
        self._cues.append(last._replace(text=whole, raw=raw, voices=voices))

    def transcript(self) -> Transcript:
        """What was found, with the voices that names at the start of lines give."""
        if self._more:
            self._take_more()
        self._close_ends()
        for name, values in self._described.items():
            self.metadata[name] = "\n".join(dropwhile(_is_empty, values))
        for index, changes in self._names.changes(len(self._cues)):
            cue = self._cues[index]
            self._cues[index] = cue.with_voices(_merged(cue.voices, changes))
        return Transcript(
            tuple(_with_spoken_words(cue) if cue.words else cue for cue in self._cues),
            self._format,
            self._source.encoding,
            self.metadata,
            tuple(sorted(self._problems, key=lambda problem: problem.line)),
        )

    def _close_ends(self) -> None:
        """Give the cues without an end the start of the next one, and say so."""
        if not self._open:
            return
        starts = sorted({*self._stops, *(cue.start for cue in self._cues if cue.start is not None)})
        for index in self._open:
            cue = self._cues[index]
            start = cue.start or 0
            after = bisect_right(starts, start)
            end = starts[after] if after < len(starts) else start + _lasting(cue.text)
            if cue.words:
                end = max(end, cue.words[-1].end)
                cue = cue._replace(words=_with_last_ended(cue.words, end))
            self._cues[index] = cue.ending_at(end)
        self.metadata.setdefault("ends", "inferred")

    def _refuse(self, line: int, text: str) -> NoReturn:
        if len(text) > LONGEST_LINE:
            self._refuse_for(line, _TOO_LONG_CUE, LONGEST_LINE)
        self._refuse_for(line, _TOO_MANY_CUES, _MOST_CUES)

    def _refuse_for(self, line: int, fault: Message, most: int) -> NoReturn:
        said = fault.filled(file=self._source.name, line=line, most=f"{most:,}")
        raise TranscriptError(said, line=line)

    def _voices(self, text: str) -> tuple[VoiceChange, ...]:
        if len(text) > LONGEST:
            return ()
        if ":" in text or "：" in text or text[0] in "[(":
            self._names.note(len(self._cues), text)
        has_turns = "-" in text or "–" in text or "—" in text or ">>" in text
        return turns(text) if has_turns else ()

    def _clamped(self, line: int, start: int, end: int, text: str) -> tuple[int, int]:
        reason = (
            message("starts before the recording")
            if start < 0
            else message("ends before it starts")
        )
        self.repair(line, reason, text)
        return max(0, start), max(0, end)

    def _without_late_times(
        self, line: int, start: int | None, end: int | None, words: tuple[Word, ...], text: str
    ) -> tuple[int | None, int | None, tuple[Word, ...]]:
        """As it can be followed: a late start leaves no time at all, a late end is inferred."""
        self.repair(line, message("later than any recording ends"), text)
        if start is None or is_late(start):
            return None, None, ()
        is_end_late = end is None or is_late(end)
        kept = tuple(word for word in words if not is_late(max(word.start, word.end)))
        return start, None if is_end_late else end, kept


def _with_last_ended(words: tuple[Word, ...], end: int) -> tuple[Word, ...]:
    """A last word without an end lasts for a while, at most until `end`."""
    last = words[-1]
    if last.end > last.start:
        return words
    return (*words[:-1], last._replace(end=min(end, last.start + _SHORTEST)))


def _with_spoken_words(cue: Cue) -> Cue:
    """Without words that only mark or name a voice, such as `>>`: nobody says them."""
    marks = [change for change in cue.voices if change.mark]
    if not marks:
        return cue
    offsets = [change.offset for change in marks]
    words = []
    for word in cue.words:
        following = bisect_right(offsets, word.offset)
        mark = marks[following] if following < len(marks) else None
        if spoken := _after_mark(word, mark) if mark else word:
            words.append(spoken)
    return cue._replace(words=tuple(words))


def _after_mark(word: Word, change: VoiceChange) -> Word | None:
    """What of a word is said when it begins in the mark of a voice; None for nothing."""
    if word.offset < change.offset - change.mark:
        return word
    length = word.offset + word.length - change.offset
    return word._replace(offset=change.offset, length=length) if length > 0 else None


def _is_empty(text: str) -> bool:
    return not text


def _span(start: int | None, end: int | None) -> str:
    return " to ".join(f"{time / 1000:.3f} s" for time in (start, end) if time is not None)


def _after_start(word: Word) -> Word:
    return word._replace(start=max(0, word.start), end=max(0, word.end))


def _lasting(text: str) -> int:
    return max(_SHORTEST, _LETTER * len(text))


def _kind(text: str) -> CueKind:
    if len(text) > LONGEST:
        return CueKind.SPEECH
    if _BLANK.fullmatch(text):
        return CueKind.BLANK
    return CueKind.SOUND if _SOUND.fullmatch(text) else CueKind.SPEECH


def _merged(
    unnamed: tuple[VoiceChange, ...], named: tuple[VoiceChange, ...]
) -> tuple[VoiceChange, ...]:
    """Both, in order; a name takes the place of the dash just before it."""
    if not unnamed:
        return named
    spans = (range(change.offset - change.mark, change.offset + 1) for change in named)
    covered = set(chain.from_iterable(spans))
    kept = (change for change in unnamed if change.offset not in covered)
    return tuple(sorted((*named, *kept)))
