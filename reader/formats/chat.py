"""CHAT transcripts (.cha) of TalkBank and CHILDES: `*MOT:` and what she said, with its times.

https://talkbank.org/manuals/CHAT.html: times in milliseconds stand between two bytes 0x15; on a
`%wor` tier each word has its own. Codes in brackets are about the words, which are kept.
"""

from __future__ import annotations

import re

from reader.formats.source import Source
from reader.formats.transcript_builder import TranscriptBuilder, read_lines
from reader.formats.word_pieces import WordPiece, placed
from reader.message import message
from reader.transcript.model import Transcript, VoiceChange

_FIRST = re.compile(r"@(?:UTF8|Begin|Window|Font|PID|ColorWords)\b")
_TIER = re.compile(r"([*%@])([^:\t\n]{1,60})(?::[ \t]*+(.*+))?")
_BULLET = re.compile(r"\x15(\d{1,12})_(\d{1,12})\x15")
_OTHER_BULLET = re.compile(
    r"\x15(?:[\d_ ]{0,40}|%?\w{0,20}:?\"?[^\s\x15]{0,120}_\d{1,12}_\d{1,12})\x15"
)
_PARTICIPANT = re.compile(r"\s*+(\w{1,20})(?:\s++(\S{1,40}))?(?:\s++(\S{1,40}))?\s*+")
_CODE = re.compile(
    r"\[(?:[/*^<>?!\"+=%$-][^\[\]]*+|x \d{1,3}|[<>]\d?)\]|\(\.{1,3}\)|\+[/.,\"!?<^]{1,4}"
)
_FILLED = re.compile(r"&[-+~]")
_LENGTHENED = re.compile(r"(?<=\w):+(?=\w|\b)")
_OMITTED = re.compile(r"(?<=\w)\((\w+)\)|\((\w+)\)(?=\w)")
_FORM = re.compile(r"(?<=\w)@[a-z:]{1,4}\b")
_TERMINATOR = re.compile(r"(?<!\s)\s++([.?!])(?=\s|\Z)")
_MARKS = str.maketrans("", "", "<>‡„⌈⌉⌊⌋↑↓⇗↗→↘⇘∞≈∆∇⁎°☺♋▁▔↫\x15")
_HEADERS = frozenset(("begin", "end", "utf8", "window", "font", "colorwords"))


def is_like(head: list[str]) -> bool:
    """Whether it opens with a header that CHAT asks for, and begins."""
    lines = [line.lstrip("\ufeff").strip() for line in head[:20] if line.strip("\ufeff \t")]
    return bool(lines and _FIRST.match(lines[0])) and "@Begin" in lines


def read(source: Source) -> Transcript:
    """A cue for each main line; a tier that goes on is continued after a tab."""
    return read_lines(source, _Reading(source))


class _Reading:
    def __init__(self, source: Source) -> None:
        self._draft = TranscriptBuilder("CHAT", source)
        self._names: dict[str, str] = {}
        self._number = 1
        self._held: list[str] = []
        self._main: tuple[int, str, str] | None = None
        self._words = ""

    def take(self, number: int, line: str) -> None:
        """A line that opens a tier ends the one before."""
        if line[:1] in ("\t", " ") and self._held:
            self._held.append(line.strip())
        elif line.strip():
            self._finish_tier()
            self._number, self._held = number, [line]

    def transcript(self) -> Transcript:
        """All that was said."""
        self._finish_tier()
        self._finish_main()
        return self._draft.transcript()

    def _finish_tier(self) -> None:
        line, self._held = " ".join(self._held), []
        if not line:
            return
        tier = _TIER.fullmatch(line.rstrip())
        if tier is None:
            self._draft.skip(self._number, message("no tier in this line"), line)
        elif tier[1] == "*":
            self._finish_main()
            self._main = (self._number, tier[2].strip(), tier[3] or "")
        elif tier[1] == "@":
            self._take_header(tier[2].strip(), (tier[3] or "").strip())
        elif tier[2] == "wor" and self._main is not None and not self._words:
            self._words = tier[3] or ""
        else:
            text = _OTHER_BULLET.sub("", line)
            self._draft.skip(self._number, message("a tier that is not shown"), text)

    def _take_header(self, name: str, value: str) -> None:
        if name == "Participants":
            for each in value.split(","):
                if found := _PARTICIPANT.fullmatch(each):
                    self._names[found[1]] = (found[2] or found[1]).replace("_", " ")
        if value:
            self._draft.add_metadata(name.lower(), value)
        elif name.lower() not in _HEADERS:
            self._draft.add_metadata("header", name)

    def _finish_main(self) -> None:
        if self._main is None:
            return
        (number, speaker, raw), words = self._main, self._words
        self._main, self._words = None, ""
        bullets = list(_BULLET.finditer(raw))
        start = int(bullets[0][1]) if bullets else None
        end = int(bullets[-1][2]) if bullets else None
        text = _plain(_OTHER_BULLET.sub(" ", raw))
        voices = (VoiceChange(0, self._names.get(speaker, speaker)),)
        timed = placed(text, tuple(_pieces(words)), start or 0, end or 0) if bullets else ()
        shown = _OTHER_BULLET.sub("", raw).strip()
        self._draft.add(
            number, start, end, text, voices=voices if text else (), words=timed, raw=shown
        )
        if left := _left_out(_plain(_OTHER_BULLET.sub(" ", words)), text):
            self._draft.skip(number, message("words that only the tier of their times has"), left)


def _left_out(words: str, text: str) -> str:
    """Those of a `%wor` tier that are not in its line: damage has put other words there."""
    said = text.casefold()
    return " ".join(word for word in words.split() if word.strip(".,?!").casefold() not in said)


def _pieces(words: str) -> list[WordPiece]:
    """The words of a `%wor` tier, each before its times."""
    pieces, position = [], 0
    for found in _BULLET.finditer(words):
        word = _plain(words[position : found.start()])
        position = found.end()
        if word:
            pieces.append(WordPiece(f" {word}", int(found[1]), int(found[2])))
    return pieces


def _plain(text: str) -> str:
    """What was said, without the codes: `we (.) wan(t)ed &-um it [//] .` is `we wanted um it.`"""
    text = _FILLED.sub("", _CODE.sub(" ", text))
    text = _FORM.sub("", _OMITTED.sub(lambda found: found[1] or found[2], text))
    text = " ".join(_LENGTHENED.sub("", text).translate(_MARKS).split())
    return _TERMINATOR.sub(r"\1", text).replace(" ,", ",").strip()
