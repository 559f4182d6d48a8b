"""Sub Station Alpha and its advanced kin (.ssa, .ass), each line of dialogue read with pysubs2.

pysubs2 takes the columns for granted and gives up at the first time it cannot read, so the lines
are found here, with their numbers and columns; override tags, line breaks and drawings are its.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.formats.source import Source
from reader.formats.times import STAMP, milliseconds
from reader.formats.transcript_builder import TranscriptBuilder
from reader.message import message
from reader.transcript.model import Transcript, VoiceChange, Word
from reader.transcript.word_timing import token_spans

if TYPE_CHECKING:
    from pysubs2 import SSAEvent

_SECTION = re.compile(r"\s{0,9}\[([A-Za-z][\w+ ]{2,40})\]\s*")
_ENTRY = re.compile(r"\s{0,9}([A-Za-z][\w -]{0,40}):[ \t]?(.*)")
_COLUMNS = "marked, start, end, style, name, marginl, marginr, marginv, effect, text"
_TIME = re.compile(rf"\s{{0,9}}({STAMP})\s{{0,9}}")
_BARE = re.compile(
    r"\s{0,9}+(?:Dialogue|Comment):(?:[^,]{0,40}+,){0,2}"
    rf"\s{{0,9}}+{STAMP},\s{{0,9}}+{STAMP},"
)
"""Dialogue without a header, as Aegisub puts it on the clipboard."""
# Without a brace left open, for which pysubs2 would search to the end again and again.
_SOUND = re.compile(r"[^{}]*(?:\{[^{}]*\}[^{}]*)*")
_BRACES = re.compile(r"\{[^{}]*\}")
_KARAOKE = re.compile(r"\\(?:kf|ko|[kK])(\d{1,6})")
_DRAWING = re.compile(r"\\p[1-9]")
_MOST_TAGS = 100
_ATTACHED = ("fonts", "graphics")
_ENCODED = re.compile(r"[!-`]{1,80}+")
"""A line of an attached file: six bits a character, none of them a small letter."""
_KNOWN = frozenset("start end name actor text".split())
_MARKED = re.compile(r"\s*+(?:marked\s*+=)?\s*+-?\d*+\s*+", re.IGNORECASE)
"""What only orders or places a line on the picture."""


def is_like(head: list[str]) -> bool:
    """Whether one of its sections is opened, or dialogue stands in columns."""
    return any(_is_own(line) for line in head if line.lstrip().startswith(("[", "D", "C")))


def _is_own(line: str) -> bool:
    section = _SECTION.fullmatch(line)
    return _is_typical(section[1]) if section else bool(_BARE.match(line))


def _is_typical(section: str) -> bool:
    return section.lower() in ("script info", "v4+ styles", "v4 styles", "v4 styles+", "events")


def read(source: Source) -> Transcript:
    """Every line of dialogue, with who says it and karaoke as words; comments become metadata."""
    from pysubs2 import SSAEvent

    reading = _Reading(source, SSAEvent)
    for number, line in enumerate(source.lines(), 1):
        if line.strip():
            reading.take(number, line)
    return reading.transcript()


class _Reading:
    def __init__(self, source: Source, event: type[SSAEvent]) -> None:
        self._draft = TranscriptBuilder("ASS/SSA", source)
        self._event = event
        self._section = ""
        self._columns = _columns(_COLUMNS)
        self._asides: dict[str, list[str]] = {}
        self._unshown: dict[str, dict[str, None]] = {}

    def take(self, number: int, line: str) -> None:
        if found := _SECTION.fullmatch(line):
            self._take_section(number, found[1].lower(), line)
            return
        entry = _ENTRY.match(line)
        name = entry[1].lower() if entry else ""
        if entry and name in ("dialogue", "comment"):
            self._take_event(number, line, entry[2], is_comment=name == "comment")
        elif name == "format" and entry and self._takes_format(entry[2]):
            self._columns = _columns(entry[2])
        elif self._section == "events":
            self._draft.skip(number, message("no dialogue in this line"), line)
        elif self._section == "script info" and entry:
            self._draft.add_metadata(name, entry[2].strip())
        elif entry or self._section not in _ATTACHED or not _ENCODED.fullmatch(line):
            self._aside(self._section or "header", line)

    def _takes_format(self, names: str) -> bool:
        """Whether a line names the columns of dialogue, where a section says so or none is open."""
        return self._section in ("", "events") and bool(_columns(names))

    def transcript(self) -> Transcript:
        for name, values in self._unshown.items():
            for value in values:
                self._aside(name, value)
        for name, lines in self._asides.items():
            self._draft.add_metadata(name, "\n".join(lines))
        return self._draft.transcript()

    def _take_section(self, number: int, name: str, line: str) -> None:
        self._section = name
        if name in _ATTACHED:
            self._draft.skip(number, message("attached files, not text"), line)
        elif not _is_typical(name):
            self._aside("sections", line)

    def _aside(self, name: str, text: str) -> None:
        if text := text.strip():
            self._asides.setdefault(name, []).append(text)

    def _note_unshown(self, fields: dict[str, str]) -> None:
        """Columns that are neither shown nor numbers of the layout: each value once."""
        for name, value in fields.items():
            if name not in _KNOWN and not value.isdecimal() and not _MARKED.fullmatch(value):
                self._unshown.setdefault(name, {})[value.strip()] = None

    def _take_event(self, number: int, line: str, rest: str, *, is_comment: bool) -> None:
        fields = dict(zip(self._columns, rest.split(",", len(self._columns) - 1), strict=False))
        times = [_TIME.fullmatch(fields.get(name, "")) for name in ("start", "end")]
        text = fields.get("text", "")
        self._note_unshown(fields)
        if is_comment:
            self._aside("notes", text.strip() or rest.strip())
        elif "text" not in fields or not all(times):
            self._draft.skip(number, message("times that cannot be read"), line)
        else:
            start, end = (milliseconds(found[1]) for found in times if found)
            name = fields.get("name", fields.get("actor", "")).strip()
            self._add(number, self._event(start, end, text, name=name), line)

    def _add(self, number: int, event: SSAEvent, line: str) -> None:
        is_sound = bool(_SOUND.fullmatch(event.text))
        if _is_drawing(event, is_sound=is_sound):
            self._draft.skip(number, message("a drawing, not text"), line)
            return
        text = (event.plaintext if is_sound else _BRACES.sub("", event.text)).strip()
        if "{" in event.text:
            for braces in _BRACES.findall(event.text):
                self._aside("notes", braces[1:-1].partition("\\")[0])
        self._draft.add(
            number,
            event.start,
            event.end,
            text,
            voices=(VoiceChange(0, event.name),) if event.name and text else (),
            words=_karaoke(event, text) if is_sound and "\\k" in event.text.lower() else (),
            raw=line,
        )


def _columns(line: str) -> list[str]:
    """The names in lower case up to `text`, of which all that follows is part; else none."""
    names = [name.strip().lower() for name in line.split(",")]
    return names[: names.index("text") + 1] if "text" in names else []


def _is_drawing(event: SSAEvent, *, is_sound: bool) -> bool:
    if not _DRAWING.search(event.text):
        return False
    return event.is_drawing if is_sound and event.text.count("{") < _MOST_TAGS else True


def _karaoke(event: SSAEvent, text: str) -> tuple[Word, ...]:
    """The words of a line whose syllables have their length, in hundredths, before them."""
    all_letters = _syllables(event)
    shift = next((i for i, letter in enumerate(all_letters) if letter[0].strip()), 0)
    letters = all_letters[shift : shift + len(text)]
    if "".join(letter for letter, _, _ in letters) != text:
        return ()
    words: list[Word] = []
    earliest = event.start
    for a, b in token_spans(text):
        start = max(earliest, letters[a][1])
        earliest = max(start, letters[b - 1][2])
        words.append(Word(start, earliest, a, b - a))
    return tuple(words)


def _syllables(event: SSAEvent) -> list[tuple[str, int, int]]:
    """Each letter of the plain text with the start and end of its syllable."""
    letters: list[tuple[str, int, int]] = []
    since = until = event.start
    end = max(event.start, event.end)
    position = 0
    for tag in [*_BRACES.finditer(event.text), None]:
        piece = event.text[position : tag.start() if tag else None]
        plain = type(event)(text=piece).plaintext
        letters += ((letter, min(since, end), min(max(until, since), end)) for letter in plain)
        if tag:
            position = tag.end()
            for length in _KARAOKE.findall(tag[0]):
                since, until = until, until + 10 * int(length)
    return letters
