"""Text with times in one of the layouts people copy and export: a time, perhaps a name, the text.

Otter and Teams put `Name  0:03` above a paragraph, Rev `Name (00:03):`, Zoom `[Name] 00:00:03`,
YouTube `0:03`; Descript writes `[00:00:03] **Name:** text`, f4 ends each turn with `#00:00:04-3#`.
`layouts.py` learns from a file's lines which it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from reader.formats.frames import frame_time, guessed_rate
from reader.formats.layouts import (
    LONGEST_HEADER,
    TMPLAYER,
    Layout,
    NameAt,
    TimedLine,
    TimePlace,
    bracketed,
    is_name,
    learnt,
    marks,
    plain_times,
    taken_apart,
    time_of,
    unmarked,
    without_aside,
)
from reader.formats.markup import LONGEST
from reader.formats.source import Source
from reader.formats.transcript_builder import TranscriptBuilder
from reader.message import message
from reader.transcript.model import Transcript, VoiceChange

_BOLD_NAME = re.compile(r"\*\*([^*:\n]{1,60})(?::\*\*|\*\*:)")
_ASIDE = re.compile(
    r"Transcribed by https?://\S+|.{1,60} (?:started|stopped) transcription"
    r"|ACTION ITEM: .*|VIEW RECORDING - .*|-{3,}|_{3,}|<(?:begin|end) subtitles>",
    re.IGNORECASE,
)
_ASIDE_SIGNS = ("ranscri", "ACTION ITEM", "VIEW REC", " ended after", "---", "___", " subtitles>")
_END = re.compile(
    r"(?:Transcription|Recording|Meeting) ended after (\d{1,3}(?::\d\d){1,2})\W*", re.I
)
_SPOKEN_TIME = re.compile(
    r"(?:(\d{1,3}) hours?(?:,? |$))?(?:(\d{1,3}) minutes?(?:,? |$))?(?:(\d{1,3}) seconds?)?",
    re.IGNORECASE,
)
_TITLE = re.compile(r"#\s+(\S.*)")
_ESCAPED = re.compile(r"\\([\\`*_\[\]<>#+.!-])")


def is_like(head: list[str]) -> bool:
    """Whether enough lines follow one layout."""
    return learnt(head) is not None


def read(source: Source) -> Transcript:
    """A cue runs from its line with a time to the next; text above the first is the header."""
    draft = TranscriptBuilder("Text with times", source)
    head = source.head()
    layout = learnt(head)
    if layout is not None:
        _add_timed(draft, enumerate(source.lines(), 1), layout, head)
    return draft.transcript()


def add_lines(draft: TranscriptBuilder, lines: list[tuple[int, str]]) -> None:
    """Add numbered lines by the layout they follow; without one, each as a cue without times."""
    texts = [line for _, line in lines]
    if layout := learnt(texts):
        _add_timed(draft, lines, layout, texts)
        return
    for number, line in lines:
        if line.strip():
            draft.add(number, None, None, line.strip())


def _add_timed(
    draft: TranscriptBuilder, lines: Iterable[tuple[int, str]], layout: Layout, head: list[str]
) -> None:
    rate = _frame_rate(draft, layout, head)
    is_marked = layout.form.place in (TimePlace.LAST, TimePlace.WITHIN)
    reading = _MarkReading(draft, layout, rate) if is_marked else _Reading(draft, layout, rate)
    for number, line in lines:
        if line.strip():
            reading.take(number, line.strip())
    reading.finish()


def _frame_rate(draft: TranscriptBuilder, layout: Layout, head: list[str]) -> float:
    """Frames a second, guessed and said; 0 where no time counts frames."""
    found = [each for line in head if (each := taken_apart(layout.form, unmarked(line)))]
    stamps = [stamp for each in found for stamp in (each.start, each.end) if stamp]
    frames = [stamp for stamp in stamps if frame_time(stamp, 25) is not None]
    if not frames:
        return 0
    if draft.frame_rate:
        return draft.frame_rate
    rate = guessed_rate(frames)
    draft.guess_rate(rate, frames[0])
    return rate


class _Turn(NamedTuple):
    """What one voice says below a time."""

    line: int
    voice: str
    text: str


class _MarkReading:
    """Cuts the text at its times: it ends with a time, or begins after one."""

    def __init__(self, draft: TranscriptBuilder, layout: Layout, rate: float) -> None:
        self._draft = draft
        self._form = layout.form
        self._rate = rate
        self._is_end = layout.form.place is TimePlace.LAST
        self._time: int | None = 0 if self._is_end else None
        self._held: list[str] = []
        self._line = 1

    def take(self, number: int, line: str) -> None:
        position = 0
        line = plain_times(line)
        for mark in marks(self._form, line):
            self._hold(number, line[position : mark.start()])
            time = time_of(mark["start"], self._rate)
            self._add(time if self._is_end else None)
            self._time, position = time, mark.end()
        self._hold(number, line[position:])

    def finish(self) -> None:
        """Add what stands after the last time."""
        self._add(None)

    def _hold(self, number: int, text: str) -> None:
        if text := text.strip():
            self._line = self._line if self._held else number
            self._held.append(text)

    def _add(self, end: int | None) -> None:
        text, self._held = "\n".join(self._held), []
        if text:
            self._draft.add(self._line, self._time, end, text)


class _Reading:
    """Gathers the lines from one time to the next."""

    def __init__(self, draft: TranscriptBuilder, layout: Layout, rate: float) -> None:
        self._draft = draft
        self._layout = layout
        self._rate = rate
        self._found: TimedLine | None = None
        self._start = 0
        self._line = 1
        self._raw: list[str] = []
        self._lines: list[tuple[int, str]] = []
        self._name = ""

    def take(self, number: int, line: str) -> None:
        if found := self._apart(line):
            self._open(number, line, found)
        elif any(map(line.__contains__, _ASIDE_SIGNS)) and self._takes_aside(number, line):
            return
        elif self._found is None:
            self._lines.append((number, line))
        else:
            self._raw.append(line)
            is_first = not self._lines and not self._found.text
            if not (is_first and self._is_time_again(line)):
                self._lines.append((number, line))

    def _takes_aside(self, number: int, line: str) -> bool:
        """What a program says of itself among what is said; it may give the end."""
        ended = _END.fullmatch(unmarked(line))
        if ended:
            self._draft.stop(number, time_of(ended[1], self._rate))
        if ended or _ASIDE.fullmatch(line):
            self._draft.add_metadata("notes", ended[0] if ended else line)
            return True
        return False

    def finish(self, until: int | None = None) -> None:
        """Add what was gathered; the next time is `until`."""
        found, self._found = self._found, None
        lines, self._lines = self._lines, []
        if found is None:
            self._take_header(lines)
            return
        turns = self._turns(found, lines)
        start = self._start
        end = time_of(found.end, self._rate) if found.end else None
        if len(turns) < 2 or until is None or until <= start:
            self._add(start, end, turns)
        else:
            self._share_out(start, end or until, turns)

    def _apart(self, line: str) -> TimedLine | None:
        found = taken_apart(self._layout.form, unmarked(line))
        is_header = found is not None and not found.text
        return None if is_header and len(line) > LONGEST_HEADER else found

    def _open(self, number: int, line: str, found: TimedLine) -> None:
        name = ""
        above = self._lines[-1][1] if self._lines else ""
        if self._layout.names is NameAt.ABOVE and is_name(unmarked(above)):
            self._lines.pop()
            name = unmarked(above)
        elif self._layout.names is NameAt.COUNTED and above.isdecimal():
            self._lines.pop()
        start = time_of(found.start, self._rate)
        self.finish(start)
        self._found, self._line, self._raw, self._name = found, number, [line], name
        self._start = start
        bold = _BOLD_NAME.search(line[:LONGEST_HEADER]) if "**" in line else None
        if bold and found.text.startswith(f"{bold[1].strip()}:"):
            if found.name and found.name != bold[1].strip():
                self._draft.add_metadata("header", found.name)
            self._found = found._replace(
                name=bold[1].strip(), text=found.text[len(bold[1].strip()) + 1 :]
            )

    def _is_time_again(self, line: str) -> bool:
        return _spoken_time(line) == self._start

    def _turns(self, found: TimedLine, lines: list[tuple[int, str]]) -> list[_Turn]:
        """Who says what: by the line of the time, the line above or below, or bold names."""
        name, text, names = found.name or self._name, found.text, self._layout.names
        if names is NameAt.BESIDE and lines and is_name(text):
            name, text = text, ""
        elif names is NameAt.BRACKETED and (parts := bracketed(text)):
            name, text = parts
        elif names is NameAt.BELOW and len(lines) > 1 and is_name(unmarked(lines[0][1])):
            name, lines = unmarked(lines[0][1]), lines[1:]
        if not lines:
            return [_Turn(self._line, self._voice(name), self._plain(text))]
        if not any("**" in line for _, line in lines):
            whole = "\n".join(filter(None, [text, *(line for _, line in lines)]))
            return [_Turn(self._line, self._voice(name), self._plain(whole))]
        turns = [_Turn(self._line, self._voice(name), self._plain(text))]
        for number, line in lines:
            if bold := _BOLD_NAME.match(line):
                turns.append(_Turn(number, bold[1].strip(), self._plain(line[bold.end() :])))
            else:
                last = turns.pop()
                whole = "\n".join(filter(None, (last.text, self._plain(line))))
                turns.append(last._replace(text=whole))
        said = [turn for turn in turns if turn.text] or turns[:1]
        for turn in turns:
            if turn.voice and turn not in said:
                self._draft.skip(turn.line, message("a name without text"), turn.voice)
        return said

    def _voice(self, name: str) -> str:
        """The name without what belongs to somebody's company; that is noted once."""
        name = name.rstrip(": ")
        if not name.endswith(")"):
            return name
        voice = without_aside(name)
        if voice != name and name not in self._draft.metadata.get("voices", "").split("\n"):
            self._draft.add_metadata("voices", name)
        return voice

    def _plain(self, text: str) -> str:
        if len(text) <= LONGEST and ("*" in text or "\\" in text):
            text = _ESCAPED.sub(r"\1", text.replace("**", ""))
        if self._layout.form is TMPLAYER:
            text = text.replace("|", "\n")
        return text.strip()

    def _add(self, start: int, end: int | None, turns: list[_Turn]) -> None:
        """One cue, with a change of voice where each turn begins."""
        text, voices = turns[0].text, []
        if turns[0].voice:
            voices.append(VoiceChange(0, turns[0].voice))
        for turn in turns[1:]:
            text = f"{text}\n" if text else ""
            if turn.voice:
                voices.append(VoiceChange(len(text), turn.voice))
            text += turn.text
        if not text and turns[0].voice:
            self._draft.skip(self._line, message("a name without text"), turns[0].voice)
        self._draft.add(
            self._line,
            start,
            end,
            text,
            voices=tuple(voices) if text else (),
            raw="\n".join(self._raw),
        )

    def _share_out(self, start: int, end: int, turns: list[_Turn]) -> None:
        """A cue for each turn under one time, as long as its text is."""
        letters = sum(len(turn.text) for turn in turns)
        self._draft.repair(
            self._line,
            message("one time for several turns: shared out by their length"),
            self._raw[0],
        )
        said = 0
        for turn in turns:
            first = start + (end - start) * said // letters
            said += len(turn.text)
            last = start + (end - start) * said // letters
            voices = (VoiceChange(0, turn.voice),) if turn.voice else ()
            self._draft.add(turn.line, first, last, turn.text, voices=voices)

    def _take_header(self, lines: list[tuple[int, str]]) -> None:
        """What stands above the first time; a bold name opens what is said before it, and so does
        a sentence that stands there alone."""
        untitled = [each for each in lines if not _TITLE.fullmatch(each[1])]
        said = untitled[0] if len(untitled) == 1 and _is_said(untitled[0][1]) else None
        for k, (number, line) in enumerate(lines):
            bold = _BOLD_NAME.match(line)
            if bold and (text := self._plain(line[bold.end() :])):
                voices = (VoiceChange(0, bold[1].strip()),)
                self._draft.add(number, 0, None, text, voices=voices)
                self._add_rest(lines[k + 1 :])
                return
            if (number, line) == said:
                self._draft.add(number, None, None, self._plain(line))
                continue
            title = _TITLE.fullmatch(line)
            is_title = title and "title" not in self._draft.metadata
            self._draft.add_metadata("title" if is_title else "header", title[1] if title else line)

    def _add_rest(self, lines: list[tuple[int, str]]) -> None:
        for _, line in lines:
            self._draft.extend(self._plain(line))


def _is_said(line: str) -> bool:
    """Whether a line is a sentence, not a title or what a program says of itself."""
    text = line.rstrip('"”’*_ ')
    return (
        text.endswith((".", "!", "?", "…", "。")) and len(text.split()) > 2 and line[0] not in "#|>"
    )


def _spoken_time(line: str) -> int | None:
    """`1 minute, 5 seconds`, as YouTube repeats a time for those who listen to the page."""
    found = _SPOKEN_TIME.fullmatch(line) if line[:1].isdigit() else None
    if found is None:
        return None
    hours, minutes, seconds = (int(part or 0) for part in found.groups())
    return 1000 * (seconds + 60 * (minutes + 60 * hours))
