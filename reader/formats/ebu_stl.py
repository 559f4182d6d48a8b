"""EBU STL (EBU Tech 3264): a header of 1,024 bytes, then blocks of 128 bytes with subtitles.

The alphabet of most files, ISO 6937, sets an accent before its letter; ttconv knows all of it.
"""

from __future__ import annotations

import re

from reader.errors import TranscriptError
from reader.formats.source import Source
from reader.formats.transcript_builder import TranscriptBuilder
from reader.message import message
from reader.transcript.model import Transcript

_HEADER, _BLOCK, _FIELD = 1024, 128, 112
_LARGEST = 40_000_000  # bytes; 24 hours of subtitles have 5 million
_DISK_FORMAT = re.compile(rb"STL(\d\d)\.\d\d")
_RATES = {"23": 24000 / 1001, "29": 30000 / 1001, "30": 30000 / 1001}
_ALPHABETS = {"01": "iso8859-5", "02": "iso8859-6", "03": "iso8859-7", "04": "iso8859-8"}
_LAST, _USER_DATA = 0xFF, 0xFE
_COMMENT = 1
_MOST_BLOCKS = 255  # of a subtitle; the standard allows 240
_NEWLINE, _UNUSED = 0x8A, 0x8F
_CONTROLS = re.compile(rb"[\x00-\x1f\x80-\x89\x8b-\x9f]++")
_PAGES = {b"437": "cp437", b"850": "cp850", b"860": "cp860", b"863": "cp863", b"865": "cp865"}


def is_like(head: bytes) -> bool:
    """Whether the header names its format as the standard asks."""
    return bool(_DISK_FORMAT.match(head, 3))


def read(source: Source) -> Transcript:
    """A cue for each subtitle; times count from the start of the programme."""
    assert source.file is not None
    source.file.seek(0)
    data = source.file.read(_LARGEST + 1)
    if len(data) > _LARGEST:
        raise TranscriptError(message("{file} is too large for subtitles.", file=source.name))
    draft = TranscriptBuilder("EBU STL", source)
    header = _Header(data)
    if header.title:
        draft.add_metadata("title", header.title)
    _add_all(draft, source, data, header)
    return draft.transcript()


class _Header:
    """The General Subtitle Information block."""

    def __init__(self, data: bytes) -> None:
        found = _DISK_FORMAT.match(data, 3)
        digits = found[1].decode() if found else "25"
        self.rate = _RATES.get(digits, float(digits) or 25.0)
        self.page = _PAGES.get(data[:3], "cp850")
        self.alphabet = _ALPHABETS.get(data[12:14].decode("latin-1"), "")
        self.title = data[16:48].decode(self.page, "replace").strip(" \0")
        start = data[256:264].decode("latin-1")
        self.start = (
            _clock(bytes(map(int, re.findall("..", start))), self.rate)
            if (re.fullmatch(r"[0-9]{8}", start))
            else 0
        )


class _Subtitles:
    """Joins the blocks of each subtitle, of which the last says that it is."""

    def __init__(self, draft: TranscriptBuilder, header: _Header) -> None:
        self._draft, self._header = draft, header
        self._begin = header.start
        self._held: list[bytes] = []
        self._number, self._first = 0, b""

    def take(self, block: bytes) -> None:
        """The next block; the texts of several are one subtitle."""
        self._number += 1
        if block[3] == _USER_DATA:
            return
        if self._number == 1 and self._time(block[5:9]) < 0:
            self._begin = 0  # the clock of the subtitles is not that of the programme
        if not self._held:
            self._first = block
        self._held.append(block[_BLOCK - _FIELD :])
        if block[3] == _LAST or len(self._held) > _MOST_BLOCKS:
            self._finish()

    def finish(self, rest: int) -> None:
        """List what the file ends in the middle of: a subtitle, or `rest` bytes of a block."""
        if self._held or rest:
            said = _decoded(b"".join(self._held), self._header.alphabet)
            self._draft.skip(
                max(1, self._number), message("a subtitle without an end"), said or "…"
            )

    def _finish(self) -> None:
        first, line = self._first, self._number - len(self._held) + 1
        said = _decoded(b"".join(self._held), self._header.alphabet)
        self._held = []
        if first[15] == _COMMENT:
            self._draft.skip(line, message("a comment, not shown"), said or "…")
        else:
            self._draft.add(line, self._time(first[5:9]), self._time(first[9:13]), said)

    def _time(self, fields: bytes) -> int:
        return _clock(fields, self._header.rate) - self._begin


def _add_all(draft: TranscriptBuilder, source: Source, data: bytes, header: _Header) -> None:
    subtitles = _Subtitles(draft, header)
    for place in range(_HEADER, len(data) - _BLOCK + 1, _BLOCK):
        if place % (_BLOCK * 1024) == 0:
            source.watch(place / len(data))
        subtitles.take(data[place : place + _BLOCK])
    subtitles.finish(max(0, len(data) - _HEADER) % _BLOCK)


def _clock(fields: bytes, rate: float) -> int:
    hours, minutes, seconds, frames = fields
    return 1000 * (seconds + 60 * (minutes + 60 * hours)) + round(1000 * frames / rate)


def _decoded(field: bytes, alphabet: str) -> str:
    from ttconv.stl.iso6937 import decode

    lines = []
    for piece in field.replace(bytes((_UNUSED,)), b"").split(bytes((_NEWLINE,))):
        plain = _CONTROLS.sub(b" ", piece)
        text = plain.decode(alphabet, "replace") if alphabet else decode(plain, "replace")[0]
        lines.append(" ".join(text.split()))
    return "\n".join(filter(None, lines))
