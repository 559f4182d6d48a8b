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
_RARE = 0.1  # bad bytes for each good character beyond ASCII
_DENSE = 0.25  # share of bytes beyond ASCII in Cyrillic, Greek, Chinese, Japanese or Korean text
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
    "cp866": message("Cyrillic ({name})", name="DOS 866"),
    "cp1253": message("Greek ({name})", name="Windows-1253"),
    "cp1254": message("Turkish ({name})", name="Windows-1254"),
    "cp1255": message("Hebrew ({name})", name="Windows-1255"),
    "cp1256": message("Arabic ({name})", name="Windows-1256"),
    "cp1257": message("Baltic ({name})", name="Windows-1257"),
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
    """A text and the encoding it was in."""

    text: str
    encoding: str


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
        encoding = _other_encoding(data)
        return Decoded(_text(data, encoding, "replace", step), encoding)


def decode_as(data: bytes, encoding: str, step: Callable[[], None] = lambda: None) -> Decoded:
    """The text of `data` in an encoding that the reader chose; raises LookupError if unknown."""
    name = codecs.lookup(encoding).name
    mark = next((mark for mark, marked in _MARKS if codecs.lookup(marked).name == name), b"")
    start = len(mark) if data.startswith(mark) else 0
    return Decoded(_text(data[start:], name, "replace", step), name)


def _other_encoding(data: bytes) -> str:
    """For text that is not clean UTF-8. Detectors misread short cp1252: they come last."""
    sample = data[:_SAMPLE]
    trial = sample.decode("utf-8", "replace")
    bad = trial.count(_REPLACEMENT)
    beyond = len(trial) - len(trial.encode("ascii", "ignore")) - bad
    if bad <= _RARE * beyond:
        return "utf-8"
    high = len(sample) - len(sample.decode("ascii", "ignore"))
    return _detected(sample) if high > _DENSE * len(sample) else "cp1252"


def _detected(sample: bytes) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(sample).best()
    return best.encoding if best else "cp1252"


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
