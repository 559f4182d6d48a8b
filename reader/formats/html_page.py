"""HTML transcripts of podcasts: `<cite>Ann:</cite> <time>0:05</time> <p>Hello.</p>`.

As https://github.com/Podcastindex-org/podcast-namespace shows them. A page without times is read
by its lines. The marks are found by hand: html.parser takes half a minute for 200 kB of `<!--`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from reader.errors import TranscriptError
from reader.formats import text_layouts
from reader.formats.markup import unescaped
from reader.formats.source import Source
from reader.formats.times import STAMP, milliseconds
from reader.formats.transcript_builder import TranscriptBuilder
from reader.message import message
from reader.transcript.model import Transcript, VoiceChange

_LIKE = re.compile(
    r"\s*+(?:(?><!--(?:(?!-->).){0,2000}+-->|<\?xml[^<>]{0,200}\?>)\s*+)*+"
    r"<(?:!doctype\s+html|html|head|body|cite|time|p|div|article|section|h[1-6]|sami|sync)\b",
    re.IGNORECASE | re.DOTALL,
)
_MARK = re.compile(r"<!--|<(/?)([a-zA-Z][\w:-]{0,40}+)([^<>]*+)>|<[!?][^<>]*+>")
_BLOCKS = frozenset(
    "address article aside blockquote br dd div dl dt figure footer h1 h2 h3 h4 h5 h6 header hr li"
    " main nav ol p section table td th tr ul".split()
)
_UNREAD = frozenset(("script", "style", "template", "noscript", "svg"))
_STAMP = re.compile(STAMP)
_PERIOD = re.compile(r"PT(?:(\d{1,4})H)?(?:(\d{1,6})M)?(?:(\d{1,8}(?:\.\d{1,6})?)S)?")
_ATTRIBUTE = re.compile(r"(?:^|\s)(datetime|start)\s*=\s*[\"']?([^\s\"'<>]{1,60})", re.IGNORECASE)
_LARGEST = 10_000_000  # characters; of "<v " alone they take 300 MB
_MOST_MARKS = 1_000_000
_BLANKS = re.compile(r"[^\S\n]+")


def is_like(head: list[str]) -> bool:
    """Whether it opens with a tag that pages and podcast transcripts open with."""
    return bool(_LIKE.match("\n".join(head).lstrip("\ufeff")))


def read(source: Source) -> Transcript:
    """A cue for each `<time>`, with the `<cite>` before it as its voice."""
    page = _Page(source)
    for token in tokens(source):
        page.take(token)
    return page.transcript()


class Token(NamedTuple):
    """A tag (`p`, `/p`) with its attributes, or a text where `tag` is empty."""

    line: int
    tag: str
    text: str


def tokens(source: Source) -> Iterator[Token]:
    """The tags and texts in order, in one pass whatever the text holds."""
    text = source.text
    if len(text) > _LARGEST:
        raise TranscriptError(
            message("{file} is too large a page for a transcript.", file=source.name)
        )
    position, line = 0, 1
    unclosed: set[str] = set()
    for count, found in enumerate(_MARK.finditer(text)):
        if count % 4096 == 0:
            source.watch(position / len(text))
            if count > _MOST_MARKS:
                raise TranscriptError(
                    message("{file} has more tags than a transcript can.", file=source.name)
                )
        if found.start() < position:
            continue
        if found.start() > position:
            yield Token(line, "", unescaped(text[position : found.start()]))
        line += text.count("\n", position, found.start())
        if found[2]:
            yield Token(line, found[1] + found[2].lower(), found[3])
        end = _end(text, found, unclosed)
        line += text.count("\n", found.start(), end)
        position = end
    yield Token(line, "", unescaped(text[position:]))


def _end(text: str, found: re.Match[str], unclosed: set[str]) -> int:
    """Where a mark ends: a comment or a script with all it holds, if anything closes it."""
    name = (found[2] or "!--").lower()
    is_opening = found[0] == "<!--" or (name in _UNREAD and not found[1])
    if not is_opening or name in unclosed:
        return found.end()
    closing = re.compile("-->" if name == "!--" else f"</{name}", re.IGNORECASE)
    if closed := closing.search(text, found.end()):
        return closed.end() if name == "!--" else closed.start()
    unclosed.add(name)
    return found.end()


class _Page:
    """Gathers texts under the last time; `cite`, `time` and `title` are gathered apart."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._draft = TranscriptBuilder("HTML", source)
        self._inside = ""
        self._apart: list[str] = []
        self._attributes = ""
        self._voice = ""
        self._start: int | None = None
        self._written = ""  # the time as it was written
        self._line = 1
        self._pieces: list[str] = []
        self._lines: list[tuple[int, str]] = []

    def take(self, token: Token) -> None:
        if not token.tag:
            self._take_text(token)
        elif token.tag in ("cite", "time", "title"):
            self._close_apart(token.line)
            self._inside, self._attributes = token.tag, token.text
        elif token.tag in ("/cite", "/time", "/title"):
            self._close_apart(token.line)
        elif token.tag == "sync":
            self._open(token.line, _attribute(token.text))
        elif token.tag.lstrip("/") in _BLOCKS:
            self._close_apart(token.line)
            self._pieces.append("\n")
            self._end_line(token.line)

    def transcript(self) -> Transcript:
        self._close_apart(self._line)
        if self._start is None:
            self._end_line(self._line)
            self._list_leftovers(self._line)
            text_layouts.add_lines(self._draft, self._lines)
        else:
            self._finish()
        return self._draft.transcript()

    def _take_text(self, token: Token) -> None:
        if self._inside:
            self._apart.append(token.text)
        else:
            self._pieces.append(token.text.replace("\n", " "))

    def _close_apart(self, line: int) -> None:
        """What `cite`, `time` or `title` held is known."""
        name, text = self._inside, _collapsed("".join(self._apart))
        self._inside, self._apart = "", []
        if name == "cite" and text:
            self._take_voice(line, text)
        elif name == "time":
            self._take_time(line, text)
        elif name == "title" and text:
            self._draft.add_metadata("title", text)

    def _end_line(self, line: int) -> None:
        """Without any time so far the page is read by its lines, each after its voice."""
        if self._start is None and self._has_text():
            text = self._text()
            voice, self._voice = self._voice, ""
            self._lines.append((line, f"{voice}: {text}" if voice else text))
            self._pieces = []

    def _take_voice(self, line: int, name: str) -> None:
        if self._start is not None and self._has_text():
            self._finish()
        if self._voice:
            self._draft.skip(line, message("a name without text"), self._voice)
        self._voice = name.rstrip(":： ")

    def _take_time(self, line: int, text: str) -> None:
        period = _ATTRIBUTE.search(self._attributes)
        time = _time(text) if text else None
        if time is None and period:
            time = _time(period[2])
        if time is None:
            self._draft.skip(
                line, message("a time that cannot be read"), text or self._attributes.strip()
            )
        else:
            self._open(line, time, text)
            if text and _time(text) is None:
                self._draft.skip(line, message("words in place of a time"), text)

    def _open(self, line: int, time: int | None, written: str = "") -> None:
        if time is None:
            return
        if self._start is not None and self._has_text():
            self._finish()
        elif self._start is not None:
            self._draft.stop(self._line, self._start)
            self._list_leftovers(line, is_voice_kept=True)
        else:
            self._end_line(line)
            if self._lines:
                self._draft.metadata["header"] = "\n".join(text for _, text in self._lines)
        self._start, self._line, self._written = time, line, written
        self._pieces = []

    def _finish(self) -> None:
        text = self._text()
        voice, self._voice = self._voice, ""
        voices = (VoiceChange(0, voice),) if voice and text else ()
        if text:
            raw = f"{self._written} {text}".strip()
            self._draft.add(self._line, self._start, None, text, voices=voices, raw=raw)
        else:
            self._voice = voice
            self._list_leftovers(self._line)
        self._pieces = []

    def _list_leftovers(self, line: int, *, is_voice_kept: bool = False) -> None:
        """A name or a time in words that no text follows; the next time may have the name."""
        written, self._written = self._written, ""
        if written and not _STAMP.fullmatch(written) and _time(written) is not None:
            self._draft.skip(line, message("a time without text"), written)
        if self._voice and not is_voice_kept:
            self._draft.skip(line, message("a name without text"), self._voice)
            self._voice = ""

    def _has_text(self) -> bool:
        """Whether anything is gathered; blanks alone are dropped, not to be looked at again."""
        if not self._text():
            self._pieces = []
        return bool(self._pieces)

    def _text(self) -> str:
        lines = (_collapsed(line) for line in "".join(self._pieces).split("\n"))
        return "\n".join(line for line in lines if line)


def _attribute(attributes: str) -> int | None:
    found = _ATTRIBUTE.search(attributes)
    return int(found[2]) if found and re.fullmatch(r"\d{1,12}", found[2]) else None


def _time(text: str) -> int | None:
    text = text.strip("[]() ")
    if _STAMP.fullmatch(text):
        return milliseconds(text)
    if re.fullmatch(r"\d{1,9}s?", text):
        return 1000 * int(text.rstrip("s"))
    period = _PERIOD.fullmatch(text)
    if period is None or not any(period.groups()):
        return None
    hours, minutes, seconds = (float(part or 0) for part in period.groups())
    return round(1000 * (seconds + 60 * (minutes + 60 * hours)))


def _collapsed(text: str) -> str:
    return _BLANKS.sub(" ", text.replace("\n", " ")).strip()
