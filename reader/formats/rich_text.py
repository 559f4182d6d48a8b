"""Rich Text (.rtf): the paragraphs of a manuscript, or of a transcript with times.

After Microsoft's "Rich Text Format Specification 1.9.1". Read here and not by a library: each
pass is over the text once, whatever it holds, and memory is bounded.
"""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from reader.errors import TranscriptError
from reader.formats.manuscript import add_manuscript
from reader.formats.source import Source
from reader.formats.transcript_builder import TranscriptBuilder
from reader.message import message
from reader.transcript.model import Transcript

_LIKE = re.compile(r"\s*+\{\\rtf")
_TOKEN = re.compile(
    r"\\([a-zA-Z]{1,32})(-?\d{1,10})?[ ]?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z])|([{}])|[\r\n]+"
    r"|([^\\{}\r\n]{1,65536})",
    re.DOTALL,
)
_CHARACTERS = {
    "par": "\n", "line": "\n", "sect": "\n", "page": "\n", "row": "\n", "cell": "\t", "tab": "\t",
    "nestcell": "\t", "nestrow": "\n", "emdash": "—", "endash": "–", "bullet": "•", "lquote": "‘",
    "rquote": "’", "ldblquote": "“", "rdblquote": "”", "emspace": " ", "enspace": " ",
    "qmspace": " ",
}  # fmt: skip
_SYMBOLS = {"~": "\xa0", "_": "‑", "{": "{", "}": "}", "\\": "\\", "\n": "\n", "\r": "\n", "-": ""}
_UNREAD = frozenset(
    "fonttbl colortbl stylesheet info pict object header headerl headerr headerf footer footerl"
    " footerr footerf listtable listoverridetable revtbl rsidtbl generator xmlnstbl themedata"
    " colorschememapping latentstyles datastore fldinst bkmkstart bkmkend pgptbl mmathPr filetbl"
    " nonshppict template xe tc pntxta pntxtb pnseclvl".split()
)
_TABLES = frozenset("fonttbl colortbl stylesheet listtable revtbl rsidtbl filetbl".split())
_CHARSETS = {
    77: "mac-roman", 128: "cp932", 129: "cp949", 134: "gb18030", 136: "big5", 161: "cp1253",
    162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251",
    222: "cp874", 238: "cp1250",
}  # fmt: skip
_ASIDES = {
    "footnote": message("a footnote, not shown"),
    "annotation": message("a comment, not shown"),
}
_DEEPEST = 2_000
_MOST_TOKENS = 1_500_000  # of a day of talk there are half a million
_TITLE = "title"


def is_like(head: list[str]) -> bool:
    """Whether it opens as Rich Text does."""
    return bool(_LIKE.match("\n".join(head[:3]).lstrip("\ufeff")))


def read(source: Source) -> Transcript:
    """The paragraphs in the layout that they follow; the number of each stands for its line."""
    draft = TranscriptBuilder("Rich Text", source)
    document = _Document(source)
    if title := " ".join(document.asides.pop(_TITLE, "").split()):
        draft.add_metadata("title", title)
    lines = (line.strip("\t ") for line in document.text.split("\n"))
    add_manuscript(draft, source.name, list(enumerate(lines, 1)))
    for name, text in document.asides.items():
        for line in filter(None, map(str.strip, text.split("\n"))):
            draft.skip(1, _ASIDES[name], line)
    if unread := document.unread.strip():  # a lost brace puts paragraphs there
        draft.skip(1, message("a part without an end, not shown"), unread)
    return draft.transcript()


class _Group(NamedTuple):
    """What holds until the next closing brace: where text goes, and how bytes are read."""

    into: str | None = ""  # None: nowhere
    is_table: bool = False  # of fonts or styles: no paragraph ends in it
    encoding: str = ""
    skipped: int = 1  # characters after each \\u that stand for it in older programs


class _Document:
    """The text of a document, with its title and notes apart."""

    def __init__(self, source: Source) -> None:
        self.asides: dict[str, str] = {}
        self._pieces: dict[str, list[str]] = {"": []}
        self._unread: list[str] = []  # what is in no paragraph: names of fonts, headers
        self._is_whole = True
        self._page = "cp1252"
        self._fonts: dict[int, str] = {}
        self._font = 0
        self._group = _Group()
        self._is_starred = False
        self._bytes = bytearray()
        self._skip = 0
        self._read(source)
        self._flush()
        joined = {name: "".join(pieces) for name, pieces in self._pieces.items()}
        self.text = joined.pop("")
        self.unread = "" if self._is_whole else "".join(self._unread)
        self.asides = {name: text for name, text in joined.items() if text.strip()}

    def _read(self, source: Source) -> None:
        stack: list[_Group] = []
        for count, found in enumerate(_TOKEN.finditer(source.text)):
            if count % 65536 == 0:
                source.watch(found.start() / len(source.text))
            if count > _MOST_TOKENS or len(stack) > _DEEPEST:
                raise TranscriptError(
                    message("{file} is nested too deeply or too large.", file=source.name)
                )
            word, number, code, symbol, brace, text = found.groups()
            if code:
                self._take_byte(int(code, 16))
                continue
            if brace == "{":
                self._flush()
                stack.append(self._group)
                self._is_starred = False
            elif brace:
                self._flush()
                self._group = stack.pop() if stack else _Group()
            elif word:
                self._take_word(word, int(number) if number else None)
            elif symbol == "*":
                self._is_starred = True
            elif symbol:
                self._write(_SYMBOLS.get(symbol, ""))
            elif text:
                self._write(text)
        self._is_whole = self._is_whole and not stack

    def _take_word(self, word: str, number: int | None) -> None:
        if word == "u" and number is not None:
            self._write(_character(number))
            self._skip = self._group.skipped
        elif word in _CHARACTERS:
            self._is_whole = self._is_whole and not self._group.is_table
            self._write(_CHARACTERS[word])
        else:
            self._flush()
            self._set(word, number)
        self._is_starred = False

    def _set(self, word: str, number: int | None) -> None:
        if word == _TITLE:
            self._group = self._group._replace(into=_TITLE)
        elif word == "info":
            self._group = self._group._replace(into=None)
        elif word in _ASIDES:
            self._group = self._group._replace(into=word)
        elif word in _UNREAD or self._is_starred:
            self._group = self._group._replace(into=None, is_table=word in _TABLES)
        elif word == "uc" and number is not None:
            self._group = self._group._replace(skipped=max(0, min(number, 9)))
        elif word == "ansicpg" and number is not None:
            self._page = _known(f"cp{number}") or self._page
        elif word in ("mac", "pc", "pca"):
            self._page = {"mac": "mac-roman", "pc": "cp437", "pca": "cp850"}[word]
        elif word == "f" and number is not None:
            self._font = number
            self._group = self._group._replace(encoding=self._fonts.get(number, ""))
        elif word == "fcharset" and number in _CHARSETS:
            self._fonts[self._font] = _CHARSETS[number]

    def _take_byte(self, code: int) -> None:
        if self._skip:
            self._skip -= 1
        else:
            self._bytes.append(code)

    def _write(self, text: str) -> None:
        self._flush()
        if self._skip and text:
            cut = min(self._skip, len(text))
            text, self._skip = text[cut:], self._skip - cut
        self._put(text)

    def _flush(self) -> None:
        """Bytes one after the other may be one character."""
        if self._bytes:
            text = self._bytes.decode(self._group.encoding or self._page, "replace")
            self._bytes.clear()
            self._put(text)

    def _put(self, text: str) -> None:
        into = self._group.into
        pieces = self._unread if into is None else self._pieces.setdefault(into, [])
        pieces.append(text)


def _character(number: int) -> str:
    """A character by its number, which is negative from 32,768 on."""
    code = number & 0xFFFF
    return chr(code)


def _known(encoding: str) -> str:
    try:
        return codecs.lookup(encoding).name
    except LookupError:
        return ""
