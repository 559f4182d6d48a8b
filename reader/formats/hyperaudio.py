"""Hyperaudio's transcripts: HTML whose words carry their time, `<span data-m="1230" data-d="400">`.

https://github.com/hyperaudio/hyperaudio-lite: `data-m` is the start in milliseconds, `data-d` how
long it lasts, `class="speaker"` a name.
"""

from __future__ import annotations

import re

from reader.formats import html_page
from reader.formats.json_sentences import sentences
from reader.formats.source import Source
from reader.formats.transcript_builder import TranscriptBuilder
from reader.formats.word_pieces import WordPiece, joined, placed
from reader.message import message
from reader.transcript.model import Transcript, VoiceChange

_TIMED = re.compile(r"<(?:span|a)\b[^<>]{0,400}\bdata-m\s*=", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"(?:^|\s)data-([md])\s*=\s*[\"']?(\d{1,12}(?:\.\d{1,6})?)", re.IGNORECASE)
_SPEAKER = re.compile(r"(?:^|\s)class\s*=\s*[\"'][^\"']*\bspeaker\b", re.IGNORECASE)


def is_like(head: list[str]) -> bool:
    """Whether it is a page, or a part of one, with words that have times."""
    text = "\n".join(head)
    return html_page.is_like(head) and bool(_TIMED.search(text))


def read(source: Source) -> Transcript:
    """Words joined to sentences, paragraph by paragraph."""
    page = _Page(source)
    for token in html_page.tokens(source):
        page.take(token)
    return page.transcript()


class _Page:
    def __init__(self, source: Source) -> None:
        self._draft = TranscriptBuilder("Hyperaudio", source)
        self._words: list[tuple[WordPiece, int]] = []
        self._inside = ""  # "word", "voice" or nothing
        self._text: list[str] = []
        self._times: dict[str, float] = {}
        self._voice = ""
        self._line = 1

    def take(self, token: html_page.Token) -> None:
        """The next mark or text."""
        if token.tag in ("span", "a"):
            self._close()
            self._open(token)
        elif token.tag in ("/span", "/a"):
            self._close()
        elif token.tag.lstrip("/") in ("p", "div", "section", "article", "li"):
            self._close()
            self._end_paragraph()
        elif token.tag in ("title", "h1"):
            self._close()
            self._inside = "title"
        elif token.tag in ("/title", "/h1"):
            self._close()
        elif not token.tag:
            self._text.append(token.text)

    def transcript(self) -> Transcript:
        """All that was said."""
        self._close()
        self._end_paragraph()
        return self._draft.transcript()

    def _open(self, token: html_page.Token) -> None:
        self._times = {name.lower(): float(value) for name, value in _ATTRIBUTE.findall(token.text)}
        self._line = token.line
        if _SPEAKER.search(token.text):
            self._inside = "voice"
        else:
            self._inside = "word" if "m" in self._times else ""

    def _close(self) -> None:
        inside, text = self._inside, "".join(self._text)
        self._inside, self._text = "", []
        said = " ".join(text.split())
        if not said:
            self._add_blank(text)
        elif inside == "voice":
            self._end_paragraph()
            self._voice = said.strip("[]: ")
        elif inside == "word":
            start = round(self._times["m"])
            end = start + round(self._times["d"]) if "d" in self._times else None
            piece = WordPiece(text.replace("\n", " "), start, end, None, self._voice)
            self._words.append((piece, self._line))
        elif inside == "title":
            self._draft.add_metadata("title", said)
        else:
            self._draft.skip(self._line, message("text without times"), said)

    def _add_blank(self, text: str) -> None:
        """A blank between two spans parts their words."""
        if text and self._words:
            piece, line = self._words[-1]
            if not piece.text[-1:].isspace():
                self._words[-1] = piece._replace(text=f"{piece.text} "), line

    def _end_paragraph(self) -> None:
        words, self._words = self._words, []
        place = 0
        for group in sentences([piece for piece, _ in words]):
            line = words[min(place, len(words) - 1)][1]
            place += len(group)
            text = joined(group)
            start, end = group[0].start or 0, group[-1].end
            voices = (VoiceChange(0, self._voice),) if self._voice and text else ()
            timed = placed(text, tuple(group), start, end or group[-1].start or start)
            self._draft.add(line, start, end, text, voices=voices, words=timed)
