"""Text with times in one of the layouts people copy and export: a time, perhaps a name, the text.

Otter and Teams put `Name  0:03` above a paragraph, Rev `Name (00:03):`, Zoom `[Name] 00:00:03`,
YouTube `0:03`; Descript writes `[00:00:03] **Name:** text`, others `00:00:03 text`. The layout that
most lines of a file follow is taken for all of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from reader.formats.source import Source
from reader.formats.times import milliseconds
from reader.formats.transcript_builder import TranscriptBuilder
from reader.transcript.model import Transcript, VoiceChange

_T = r"-?\d{1,4}:\d{1,2}(?::\d{1,2})?(?:[.,]\d{1,3})?"
_NAME = r"(?P<name>[^\W_][^\[\]():|<>\t]{0,59}?)"
_BOLD_NAME = re.compile(r"\*\*([^*:\n]{1,60})(?::\*\*|\*\*:)")


class Layout(NamedTuple):
    """How a line that tells a time looks; in `is_header` ones the text stands below it."""

    pattern: re.Pattern[str]
    is_header: bool = False


TMPLAYER = Layout(re.compile(r"(?P<start>-?\d{1,2}:\d\d:\d\d)[:=](?P<text>.*)"))
"""`0:00:03:text|text`: the bar breaks the line."""

LAYOUTS = (
    # [00:00:03] text   [00:00:07 - 00:00:10] text   (0:03) text
    Layout(
        re.compile(
            rf"[\[(](?P<start>{_T})(?:\s{{0,9}}(?:-{{1,2}}>?|–|—|to)\s{{0,9}}(?P<end>{_T}))?[\])]"
            r"[ \t]*+(?P<text>.*)"
        )
    ),
    # Name (00:03): text   Name [00:03] text
    Layout(
        re.compile(rf"{_NAME}\s{{0,9}}[\[(](?P<start>{_T})[\])]\s{{0,9}}+:?+\s{{0,9}}+(?P<text>.*)")
    ),
    # Name: [00:03] text
    Layout(re.compile(rf"{_NAME}:\s{{0,9}}[\[(](?P<start>{_T})[\])]\s{{0,9}}+(?P<text>.*)")),
    # [Name] 00:00:03 text
    Layout(re.compile(rf"\[{_NAME}\]\s{{1,9}}(?P<start>{_T})(?![\d:])\s{{0,9}}+(?P<text>.*)")),
    # Name  0:03   Name | 0:03
    Layout(
        re.compile(
            rf"{_NAME}(?:[ \t]{{2,9}}|\t|\s{{0,3}}[|·•]\s{{0,3}}|\s{{1,3}}[-–—]\s{{1,3}})"
            rf"(?P<start>{_T})\s{{0,9}}(?P<text>)"
        ),
        is_header=True,
    ),
    # 0:03
    Layout(re.compile(rf"(?P<start>{_T})\s{{0,9}}(?P<text>)"), is_header=True),
    TMPLAYER,
    # 00:00:03 text   00:00:07 - 00:00:10 text
    Layout(
        re.compile(
            rf"(?P<start>{_T})(?:\s{{0,9}}(?:-|–|—)\s{{0,9}}(?P<end>{_T}))?"
            r"(?![\d:.,])(?:\s{1,9}+|[-–—])[-–—:]?+\s{0,9}+(?P<text>.*)"
        )
    ),
)
"""Of those that as many lines follow, the first is taken."""

_LEAST_SHARE = 0.1
_LONGEST_HEADER = 160
_ASIDE = re.compile(
    r"Transcribed by https?://\S+|.{1,60} (?:started|stopped) transcription", re.IGNORECASE
)
_SPOKEN_TIME = re.compile(
    r"(?:(\d{1,3}) hours?(?:, | |$))?(?:(\d{1,3}) minutes?(?:, | |$))?(?:(\d{1,3}) seconds?)?",
    re.IGNORECASE,
)
_TITLE = re.compile(r"#\s+(\S.*)")
_ESCAPED = re.compile(r"\\([\\`*_\[\]<>#+.!-])")


def is_like(head: list[str]) -> bool:
    """Whether enough lines follow one of the layouts."""
    return _layout(head) is not None


def read(source: Source) -> Transcript:
    """A cue runs from its line with a time to the next; text above the first is the header."""
    draft = TranscriptBuilder("Text with times", source)
    layout = _layout(source.head())
    if layout is not None:
        _add_timed(draft, enumerate(source.lines(), 1), layout)
    return draft.transcript()


def add_lines(draft: TranscriptBuilder, lines: list[tuple[int, str]]) -> None:
    """Add numbered lines by the layout they follow; without one, each as a cue without times."""
    if layout := _layout([line for _, line in lines]):
        _add_timed(draft, lines, layout)
        return
    for number, line in lines:
        if line.strip():
            draft.add(number, None, None, line.strip())


def _layout(lines: list[str]) -> Layout | None:
    """The layout that most lines follow, if it is not by chance."""
    full = [_unmarked(line) for line in lines if line.strip()]
    opened = [line for line in full if ":" in line[:_LONGEST_HEADER]]
    counts = [sum(bool(_match(row, line)) for line in opened) for row in LAYOUTS]
    most = max(counts)
    best = LAYOUTS[counts.index(most)]
    is_first = most == 1 and bool(_match(best, full[0]))
    return best if (most > 1 or is_first) and most >= _LEAST_SHARE * len(full) else None


def _match(layout: Layout, line: str) -> re.Match[str] | None:
    if layout.is_header and len(line) > _LONGEST_HEADER:
        return None
    return layout.pattern.fullmatch(line)


def _unmarked(line: str) -> str:
    """Without Markdown's bold, which may stand around the time, the name or both."""
    line = line.strip()
    return line.replace("**", "") if "**" in line[:_LONGEST_HEADER] else line


def _add_timed(draft: TranscriptBuilder, lines: Iterable[tuple[int, str]], layout: Layout) -> None:
    reading = _Reading(draft, layout)
    for number, line in lines:
        if line.strip():
            reading.take(number, line.strip())
    reading.finish()


class _Reading:
    """Gathers the lines from one time to the next."""

    def __init__(self, draft: TranscriptBuilder, layout: Layout) -> None:
        self._draft = draft
        self._layout = layout
        self._found: re.Match[str] | None = None
        self._line = 1
        self._raw: list[str] = []
        self._lines: list[str] = []
        self._bold = ""

    def take(self, number: int, line: str) -> None:
        if found := _match(self._layout, _unmarked(line)):
            self.finish()
            self._found, self._line = found, number
            self._raw, self._lines = [line], [found["text"]]
            bold = _BOLD_NAME.search(line[:_LONGEST_HEADER])
            self._bold = bold[1].strip() if bold else ""
        elif _ASIDE.fullmatch(line):
            self._draft.tell("notes", line)
        elif self._found is None:
            title = _TITLE.fullmatch(line)
            self._draft.tell(
                "title" if title and "title" not in self._draft.metadata else "header",
                title[1] if title else line,
            )
        else:
            self._raw.append(line)
            is_time_again = len(self._raw) == 2 and _spoken_time(line) == _time(
                self._found["start"]
            )
            if not (is_time_again and self._layout.is_header):
                self._lines.append(line)

    def finish(self) -> None:
        """Add what was gathered."""
        found, self._found = self._found, None
        if found is None:
            return
        fields = found.groupdict()
        text = "\n".join(line for line in self._lines if line)
        voices, text = self._voices(fields.get("name") or "", text)
        self._draft.add(
            self._line,
            _time(found["start"]),
            _time(fields["end"]) if fields.get("end") else None,
            text,
            voices=voices,
            raw="\n".join(self._raw),
        )

    def _voices(self, name: str, text: str) -> tuple[tuple[VoiceChange, ...], str]:
        """Who speaks, by the header or by a bold name, and the text without that name."""
        if self._bold and text.startswith(f"{self._bold}:"):
            name, text = self._bold, text[len(self._bold) + 1 :]
        if "*" in text or "\\" in text:
            text = _ESCAPED.sub(r"\1", text.replace("**", ""))
        if self._layout is TMPLAYER:
            text = text.replace("|", "\n")
        text = text.strip()
        return ((VoiceChange(0, name.strip()),) if name and text else ()), text


def _spoken_time(line: str) -> int | None:
    """`1 minute, 5 seconds`, as YouTube repeats a time for those who listen to the page."""
    found = _SPOKEN_TIME.fullmatch(line) if line[:1].isdigit() else None
    if found is None:
        return None
    hours, minutes, seconds = (int(part or 0) for part in found.groups())
    return 1000 * (seconds + 60 * (minutes + 60 * hours))


def _time(stamp: str) -> int:
    return milliseconds(stamp)
