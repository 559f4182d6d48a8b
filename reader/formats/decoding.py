"""Bytes to text: which encoding a file is in, and its text with line feeds only."""

from __future__ import annotations

import codecs
import io
from collections.abc import Callable, Iterator
from typing import NamedTuple

from reader.formats.signatures import utf16_order
from reader.message import message

CHUNK = 1 << 20
"""Work is done in pieces this long, so that other threads get their turn between them."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 1 << 16
_MORE_GOOD = 2  # good characters beyond ASCII for each bad byte of UTF-8; others have 1 for 3
_REPLACEMENT = "\ufffd"


ENCODINGS = {
    "utf-8": message("Unicode ({name})", name="UTF-8"),
    "utf-16-le": message("Unicode ({name})", name="UTF-16, little-endian"),
    "utf-16-be": message("Unicode ({name})", name="UTF-16, big-endian"),
    "cp1252": message("Western European ({name})", name="Windows-1252"),
    "iso8859-15": message("Western European ({name})", name="ISO 8859-15"),
    "mac-roman": message("Western European ({name})", name="Mac Roman"),
    "cp1250": message("Central European ({name})", name="Windows-1250"),
    "iso8859-2": message("Central European ({name})", name="ISO 8859-2"),
    "cp1251": message("Cyrillic ({name})", name="Windows-1251"),
    "koi8-r": message("Cyrillic ({name})", name="KOI8-R"),
    "koi8-u": message("Cyrillic ({name})", name="KOI8-U"),
    "cp866": message("Cyrillic ({name})", name="DOS 866"),
    "cp1253": message("Greek ({name})", name="Windows-1253"),
    "iso8859-7": message("Greek ({name})", name="ISO 8859-7"),
    "cp1254": message("Turkish ({name})", name="Windows-1254"),
    "iso8859-9": message("Turkish ({name})", name="ISO 8859-9"),
    "cp1255": message("Hebrew ({name})", name="Windows-1255"),
    "iso8859-8": message("Hebrew ({name})", name="ISO 8859-8"),
    "cp1256": message("Arabic ({name})", name="Windows-1256"),
    "iso8859-6": message("Arabic ({name})", name="ISO 8859-6"),
    "cp1257": message("Baltic ({name})", name="Windows-1257"),
    "iso8859-13": message("Baltic ({name})", name="ISO 8859-13"),
    "cp1258": message("Vietnamese ({name})", name="Windows-1258"),
    "cp874": message("Thai ({name})", name="Windows-874"),
    "cp932": message("Japanese ({name})", name="Shift JIS"),
    "euc-jp": message("Japanese ({name})", name="EUC-JP"),
    "gb18030": message("Chinese, simplified ({name})", name="GB 18030"),
    "big5": message("Chinese, traditional ({name})", name="Big5"),
    "cp949": message("Korean ({name})", name="Windows-949"),
}
"""What a reader may choose where the guess was wrong: the codec's name, and the name shown."""


class Decoded(NamedTuple):
    """A text and the encoding it was in; `other` is one that is nearly as likely, if any."""

    text: str
    encoding: str
    other: str = ""


def decode(data: bytes, step: Callable[[], None] = lambda: None) -> Decoded:
    """The text of `data`; never fails: what cannot be read becomes U+FFFD, and so does NUL.

    `step` is called now and then; what it raises ends the work.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return Decoded(_text(data[len(mark) :], encoding, "replace", step), encoding)
    if encoding := utf16_order(data[:_SAMPLE]):
        return Decoded(_text(data, encoding, "replace", step), encoding)
    try:
        return Decoded(_text(data, "utf-8", "strict", step), "utf-8")
    except UnicodeDecodeError:
        encoding, other = _guessed(data)
        return Decoded(_text(data, encoding, "replace", step), encoding, other)


def decode_as(data: bytes, encoding: str, step: Callable[[], None] = lambda: None) -> Decoded:
    """The text of `data` in an encoding that the reader chose; raises LookupError if unknown."""
    name = codecs.lookup(encoding).name
    mark = next((mark for mark, marked in _MARKS if codecs.lookup(marked).name == name), b"")
    start = len(mark) if data.startswith(mark) else 0
    return Decoded(_text(data[start:], name, "replace", step), name)


def _guessed(data: bytes) -> tuple[str, str]:
    """For text that is not clean UTF-8: its encoding, and another that is nearly as likely.

    UTF-8 with bad bytes has few of them: what is in another encoding is hardly ever UTF-8's.
    """
    sample = data[:_SAMPLE]
    trial = sample.decode("utf-8", "replace")
    bad = trial.count(_REPLACEMENT)
    beyond = len(trial) - len(trial.encode("ascii", "ignore")) - bad
    if beyond >= _MORE_GOOD * bad:
        return "utf-8", ""
    from reader.formats.encoding_evidence import best_readings, is_near  # 4 ms, and few need it

    readings = best_readings(sample)
    best, other = readings[0], next(iter(readings[1:]), None)
    is_open = other is not None and is_near(best, other)
    return best.encoding, other.encoding if other and is_open else ""


def _text(data: bytes, encoding: str, errors: str, step: Callable[[], None]) -> str:
    decoder = io.IncrementalNewlineDecoder(
        codecs.getincrementaldecoder(encoding)(errors), translate=True
    )
    return "".join(_pieces(data, decoder, step))


def _pieces(
    data: bytes, decoder: io.IncrementalNewlineDecoder, step: Callable[[], None]
) -> Iterator[str]:
    for start in range(0, len(data), CHUNK):
        step()
        piece = decoder.decode(data[start : start + CHUNK])
        yield piece.replace("\0", _REPLACEMENT)
    yield decoder.decode(b"", final=True)
