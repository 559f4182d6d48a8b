"""Praat's TextGrid, in its long and its short form.

Praat itself reads only free numbers, texts in quotes and flags in angle brackets, and takes all
else for comments (https://www.fon.hum.uva.nl/praat/manual/TextGrid_file_formats.html): so does
this, and both forms are one.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator

from reader.formats.source import Source
from reader.formats.tiers import Span, Tier, add_tiers, refuse_many_tiers
from reader.formats.transcript_builder import TranscriptBuilder
from reader.message import message
from reader.transcript.model import Transcript

_LIKE = re.compile(
    r"\s*+(?:File type\s*+=\s*+)?+\"ooTextFile(?: short)?\"\s*+(?:Object class\s*+=\s*+)?+"
    r"\"TextGrid\"",
    re.IGNORECASE,
)
_TOKEN = re.compile(
    r'"((?:[^"]++|"")*+)("?)|(?<!\S)(-?\d{1,15}(?:\.\d{1,30})?(?:[eE][-+]?\d{1,3})?)(?!\S)'
)
_WORD = re.compile(r"[^\W\d_]{2,}")
_OWN_WORDS = frozenset(
    "file type object class xmin xmax tiers exists size item name intervals text points number"
    " mark time value".split()
)
_CLASSES = frozenset(("IntervalTier", "TextTier"))


def is_like(head: list[str]) -> bool:
    """Whether it says so in its first two lines."""
    return bool(_LIKE.match("\n".join(head).lstrip("\ufeff")))


def read(source: Source) -> Transcript:
    """The intervals of all tiers: utterances with their words."""
    draft = TranscriptBuilder("TextGrid", source)
    deque(source.lines(), maxlen=0)  # refuses endless ones: to find no text in them takes long
    reading = _Reading(source, draft)
    add_tiers(draft, reading.tiers())
    return draft.transcript()


class _Token:
    __slots__ = ("is_text", "line", "value")

    def __init__(self, line: int, value: str, *, is_text: bool) -> None:
        self.line, self.value, self.is_text = line, value, is_text


class _Reading:
    def __init__(self, source: Source, draft: TranscriptBuilder) -> None:
        self._source, self._draft = source, draft
        self._tokens = _tokens(source, draft)

    def tiers(self) -> list[Tier]:
        """Every tier that could be read; a file that is cut off ends where it does."""
        found: list[Tier] = []
        spans: list[Span] = []
        self._take_header()
        name = ""
        kind = self._text()
        while kind is not None:
            refuse_many_tiers(self._source, len(found))
            if kind not in _CLASSES:
                self._draft.skip(1, message("no kind of tier that is known"), kind)
            name = self._text() or ""
            self._draft.add_metadata("tiers", name)
            spans = []
            found.append(Tier(name, (), ""))
            kind = self._take_spans(spans, is_points=kind.lower() == "texttier")
            found[-1] = found[-1]._replace(spans=tuple(spans), voice=_voice(name))
        return found

    def _take_header(self) -> None:
        """File type and class; the numbers after them are read over."""
        for _ in range(2):
            self._text()

    def _take_spans(self, spans: list[Span], *, is_points: bool) -> str | None:
        """The spans up to the next tier; returns the class of that one, None at the end."""
        numbers: list[float] = []
        is_header = True  # from when to when the tier goes, and how many spans it has
        for token in self._tokens:
            if not token.is_text:
                numbers.append(float(token.value))
                if is_header and len(numbers) == 3:
                    numbers, is_header = [], False
            elif not numbers and token.value in _CLASSES:
                return token.value
            else:
                self._add(spans, numbers, token, is_points=is_points)
                numbers, is_header = [], False
        return None

    def _add(
        self, spans: list[Span], numbers: list[float], token: _Token, *, is_points: bool
    ) -> None:
        text = token.value.strip()
        if not text:
            return
        times = [round(1000 * max(-1e6, min(number, 1e12))) for number in numbers[-2:]]
        if is_points and times:
            spans.append(Span(times[-1], None, text, token.line))
        elif len(times) == 2:
            spans.append(Span(times[0], times[1], text, token.line))
        else:
            self._draft.skip(token.line, message("times that cannot be read"), text)

    def _text(self) -> str | None:
        return next((token.value for token in self._tokens if token.is_text), None)


def _voice(name: str) -> str:
    """`Mary - words` is Mary's, as aligners write it."""
    return name.rpartition(" - ")[0].strip() or name


def _tokens(source: Source, draft: TranscriptBuilder) -> Iterator[_Token]:
    text = source.text
    line, position, end = 1, 0, 0
    for count, found in enumerate(_TOKEN.finditer(text)):
        if count % 4096 == 0:
            source.watch(position / len(text))
        _list_unquoted(draft, line, text[end : found.start()])
        line += text.count("\n", position, found.start())
        position, end = found.start(), found.end()
        if found[3] is not None:
            yield _Token(line, found[3], is_text=False)
        else:
            yield _Token(line, found[1].replace('""', '"'), is_text=True)
    _list_unquoted(draft, line, text[end:])


def _list_unquoted(draft: TranscriptBuilder, line: int, text: str) -> None:
    """What stands outside of quotes is a comment; all but Praat's own words are listed."""
    if any(word.lower() not in _OWN_WORDS for word in _WORD.findall(text)):
        draft.skip(line, message("text outside of quotes, not shown"), text.strip())
