"""TTML, DFXP and IMSC: timed paragraphs, as https://www.w3.org/TR/ttml2/ times them.

A `p` is a cue. Times of body, div, p and span add up; in a `seq` container each begins where the
one before ended (section 12.2). Spans with times become the words of their paragraph, or cues
where the paragraph has no time and they are more than words. Apple's podcasts and lyrics count
nested times from the start of the recording, against that section: `_are_absolute` sees it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from reader.formats.source import Source
from reader.formats.transcript_builder import TranscriptBuilder
from reader.formats.word_pieces import whole_words
from reader.formats.xml_tree import Node, parsed, root_name
from reader.message import message
from reader.transcript.model import Transcript, VoiceChange, Word
from reader.transcript.spans import trimmed
from reader.transcript.writing import is_unspaced

_CLOCK = re.compile(r"(?:(\d+):)?(\d+):(\d{1,2})(?:([.,]\d+)|(?(1):(\d+)(?:\.\d+)?))?")
_OFFSET = re.compile(r"(\d+(?:\.\d+)?)(h|ms|m|s|f|t|)")
_UNITS = {"h": 3_600_000.0, "m": 60_000.0, "s": 1000.0, "ms": 1.0, "": 1000.0}
_LONGEST_TIME = 40
_SURE = 4  # times as many votes
_UNSPOKEN = ("metadata", "set", "head", "agent", "title", "desc", "copyright", "image", "rt", "rp")
_BACKGROUND = "x-bg"  # the roles that Apple's lyrics give to spans
_OTHER_FORMS = ("x-translation", "x-roman")
_BLANKS = re.compile(r"[ \t\n\r]+")


def is_like(head: list[str]) -> bool:
    """Whether the root element is `tt`."""
    return root_name(head) == "tt"


def read(source: Source) -> Transcript:
    """Every paragraph with text; title and language become metadata."""
    draft = TranscriptBuilder("TTML", source)
    root, damage = parsed(source)
    if damage:
        draft.skip(*damage)
    reading = _Reading(draft, root)
    for body in root.nodes():
        if body.name == "body":
            reading.take(body, _Frame(0, None, is_seq=False))
    return draft.transcript()


class _Rates(NamedTuple):
    """Frames and ticks a second."""

    frames: float
    ticks: float


class _Piece(NamedTuple):
    """A run of text, and the time of the span around it, where that has one of its own."""

    text: str
    span: _Frame | None
    voice: str


@dataclass(slots=True)
class _Frame:
    """When an element begins and ends (None: when its parent does); what it holds runs inside."""

    begin: int
    end: int | None
    is_seq: bool
    is_timed: bool = False
    is_ended: bool = False
    is_broken: bool = False
    is_hidden: bool = False


class _Reading:
    def __init__(self, draft: TranscriptBuilder, root: Node) -> None:
        self._draft = draft
        self._rates = _rates(root)
        self._voices = _agents(root)
        self._is_absolute = _are_absolute(root, self._rates)
        if language := root.attributes.get("lang"):
            draft.metadata["language"] = language
        for child in root.content:
            if isinstance(child, Node) and child.name != "body":
                _take_metadata(draft, child)
            elif isinstance(child, str) and child.strip():
                draft.skip(root.line, message("text outside a paragraph"), child.strip())

    def take(self, node: Node, parent: _Frame, after: int | None = None) -> int:
        """Read a body, div or p; gives its end: without one of its own, that of what it holds."""
        frame = self._frame(node, parent, after)
        ended = frame.begin
        if node.name == "p":
            self._take_paragraph(node, frame)
        else:
            ended = self._take_children(node, frame)
        return frame.end if frame.is_ended and frame.end is not None else ended

    def _take_children(self, node: Node, frame: _Frame) -> int:
        last = latest = frame.begin
        for child in node.content:
            if isinstance(child, str):
                if child.strip():
                    self._draft.skip(node.line, message("text outside a paragraph"), child.strip())
            elif child.name in ("div", "p", "body"):
                last = self.take(child, frame, last if frame.is_seq else None)
                latest = max(latest, last)
            elif child.name in _UNSPOKEN:
                _take_metadata(self._draft, child)
            elif text := _collapsed(child.text()):
                self._draft.skip(child.line, message("text outside a paragraph"), text)
        return last if frame.is_seq else latest

    def _frame(self, node: Node, parent: _Frame, after: int | None) -> _Frame:
        """In a `seq` container times count from the end of the one before, else of the parent."""
        base = parent.begin if after is None else after
        begin, end, length = (self._time(node, name) for name in ("begin", "end", "dur"))
        if self._is_absolute:
            base = 0 if begin is not None else base
        start = base + (begin or 0)
        ends = [(0 if self._is_absolute else base) + end] if end is not None else []
        ends += [start + length] if length is not None else []
        if parent.end is not None and not (self._is_absolute and ends):
            ends.append(parent.end)
        is_over = parent.end is not None and start >= parent.end and not self._is_absolute
        return _Frame(
            start,
            min(ends) if ends else None,
            node.attributes.get("timeContainer") == "seq",
            is_timed=not (begin is None and end is None and length is None),
            is_ended=not (end is None and length is None),
            is_broken=begin is None and bool(node.attributes.get("begin", "").strip()),
            is_hidden=parent.is_hidden or is_over,
        )

    def _time(self, node: Node, name: str) -> int | None:
        value = node.attributes.get(name, "").strip()
        if not value:
            return None
        time = _milliseconds(value, self._rates)
        if time is None:
            self._draft.skip(node.line, message("a time that cannot be read"), f"{name}={value}")
        return time

    def _take_paragraph(self, node: Node, frame: _Frame) -> None:
        pieces = self._pieces(node, frame)
        spans = [piece for piece in pieces if piece.span and piece.text.strip()]
        if spans and not frame.is_timed and not _are_words(spans):
            for piece in spans:
                self._add(node, [piece], piece.span or frame)
            rest = "".join(piece.text for piece in pieces if not piece.span)
            if _collapsed(rest):
                self._draft.skip(node.line, message("text without times"), _collapsed(rest))
            return
        if spans and not frame.is_timed:
            frame = _around([piece.span for piece in spans if piece.span], frame)
        self._add(node, pieces, frame)

    def _add(self, node: Node, pieces: list[_Piece], frame: _Frame) -> None:
        text, places = _joined(pieces)
        if frame.is_hidden or (frame.end is not None and frame.end < frame.begin):
            if text:
                self._draft.skip(
                    node.line, message("never shown: its time is over before it begins"), text
                )
            return
        is_untimed = frame.end is None and frame.begin == 0 and not frame.is_timed
        is_untimed = is_untimed or frame.is_broken
        self._draft.add(
            node.line,
            None if is_untimed else frame.begin,
            None if is_untimed else frame.end,
            text,
            voices=self._voice_changes(node, pieces, places, text),
            words=() if is_untimed else _words(pieces, places, frame, text),
            raw=text or f"begin={frame.begin / 1000:.3f}",
            id=node.attributes.get("id", ""),
        )

    def _voice_changes(
        self, node: Node, pieces: list[_Piece], places: list[tuple[int, int]], text: str
    ) -> tuple[VoiceChange, ...]:
        changes = []
        if voice := self._voice(node):
            changes.append(VoiceChange(0, voice))
        for piece, (start, end) in zip(pieces, places, strict=True):
            if piece.voice and end > start and (not changes or changes[-1].voice != piece.voice):
                while changes and changes[-1].offset >= start:
                    changes.pop()
                changes.append(VoiceChange(start, piece.voice))
        return tuple(changes) if text else ()

    def _voice(self, node: Node) -> str:
        names = node.attributes.get("agent", "").split()
        return ", ".join(self._voices.get(name, name) for name in names)

    def _pieces(self, node: Node, frame: _Frame) -> list[_Piece]:
        """The texts of a paragraph in order, `br` as a line break."""
        found: list[_Piece] = []
        self._gather(node, frame, None, "", found)
        return found

    def _gather(
        self, node: Node, frame: _Frame, span: _Frame | None, voice: str, found: list[_Piece]
    ) -> None:
        is_kept = node.attributes.get("space") == "preserve"
        last = frame.begin
        is_apart = "unit" in node.attributes or node.attributes.get("role") == _BACKGROUND
        if is_apart and _wants_blank(node.text(), found):
            found.append(_Piece(" ", None, voice))
        for child in node.content:
            if isinstance(child, str):
                found.append(_Piece(child if is_kept else _BLANKS.sub(" ", child), span, voice))
            elif child.name == "br":
                found.append(_Piece("\n", span, voice))
                self._gather(child, frame, span, voice, found)
            elif child.name in _UNSPOKEN:
                _take_metadata(self._draft, child)
            elif child.attributes.get("role") in _OTHER_FORMS:
                reason = message("a translation or another spelling, not shown")
                self._draft.skip(child.line, reason, _collapsed(child.text()))
            else:
                inner = self._frame(child, frame, last if frame.is_seq else None)
                last = inner.begin if inner.end is None else inner.end
                own = inner if inner.is_timed else span
                self._gather(child, inner, own, self._voice(child) or voice, found)


def _take_metadata(draft: TranscriptBuilder, node: Node) -> None:
    """What the head says of the document: its title, copyright and so on."""
    text = _collapsed("".join(each for each in node.content if isinstance(each, str)))
    if text:
        draft.add_metadata(node.name, text)
    for inner in node.nodes():
        _take_metadata(draft, inner)


def _are_words(spans: list[_Piece]) -> bool:
    return all(len(piece.text.split()) < 2 for piece in spans)


def _around(spans: list[_Frame], frame: _Frame) -> _Frame:
    ends = [span.end for span in spans]
    known = [end for end in ends if end is not None]
    end = max(known) if len(known) == len(ends) else frame.end
    return _Frame(min(span.begin for span in spans), end, is_seq=False, is_timed=True)


def _joined(pieces: list[_Piece]) -> tuple[str, list[tuple[int, int]]]:
    """The text without blanks around its lines, and where each piece lies in it."""
    parts: list[str] = []
    length, places = 0, []
    for piece in pieces:
        added, last = piece.text, parts[-1][-1] if parts else ""
        if last in " \n":
            added = added.lstrip(" " if last else " \n")
        if added[:1] == "\n":
            length -= _strip_end(parts)
        places.append((length, length + len(added)))
        parts += [added] if added else []
        length += len(added)
    text = "".join(parts).rstrip()
    return text, [(min(a, len(text)), min(b, len(text))) for a, b in places]


def _strip_end(parts: list[str]) -> int:
    """Take away the blanks at the end of texts that are to be joined; gives how many."""
    count = 0
    while parts:
        kept = parts[-1].rstrip(" ")
        count += len(parts.pop()) - len(kept)
        if kept:
            parts.append(kept)
            break
    return count


def _words(
    pieces: list[_Piece], places: list[tuple[int, int]], frame: _Frame, text: str
) -> tuple[Word, ...]:
    words: list[Word] = []
    latest = frame.end
    earliest = frame.begin
    timed = [(piece.span, place) for piece, place in zip(pieces, places, strict=True) if piece.span]
    nexts = _next_later([span.begin for span, _ in timed])
    for (span, place), following in zip(timed, nexts, strict=True):
        start, end = trimmed(text, *place)
        if start >= end:
            continue
        until = span.begin if span.end is None else span.end
        if following is not None:
            until = min(following, until) if span.is_ended else following
        begin = max(earliest, span.begin if latest is None else min(span.begin, latest))
        until = max(begin, until if latest is None else min(until, latest))
        words.append(Word(begin, until, start, end - start))
        earliest = until
    is_word = len(words) > 1 or not any(map(str.isspace, text))
    return whole_words(text, words) if is_word else ()


def _wants_blank(text: str, before: list[_Piece]) -> bool:
    """Whether a blank belongs between a word, sentence or second voice and what precedes it."""
    last = before[-1].text[-1:] if before else ""
    first = text[:1]
    if not (first and last) or first.isspace() or last.isspace():
        return False
    return not (is_unspaced(first) or is_unspaced(last))


def _are_absolute(root: Node, rates: _Rates) -> bool:
    """Whether nested times count from the start of the recording: Apple's marks, else the times.

    A vote is a child whose times lie in its parent's one way and not the other.
    """
    votes = [0, 0]
    waiting: list[tuple[Node, tuple[int, int] | None]] = [(root, None)]
    while waiting:
        node, outer = waiting.pop()
        if node.attributes.get("timeContainer") == "seq":
            return False
        if node.attributes.get("unit") in ("word", "sentence"):
            return True
        span = _own_span(node, rates)
        if span and outer and outer[0] > 0:
            is_inside = outer[0] <= span[0] and span[1] <= outer[1]
            is_after = span[1] <= outer[1] - outer[0]
            votes[is_inside] += is_inside != is_after
        waiting += ((child, span or outer) for child in node.nodes())
    return votes[True] > _SURE * votes[False]


def _own_span(node: Node, rates: _Rates) -> tuple[int, int] | None:
    attributes = node.attributes
    begin = _milliseconds(attributes.get("begin", "").strip(), rates)
    end = _milliseconds(attributes.get("end", "").strip(), rates)
    length = _milliseconds(attributes.get("dur", "").strip(), rates)
    if begin is None:
        return None
    return begin, begin + length if end is None and length is not None else end or begin


def _next_later(begins: list[int]) -> list[int | None]:
    """For each the first after it that is later; in one pass, however many there are."""
    found: list[int | None] = []
    waiting: list[int] = []
    for begin in reversed(begins):
        while waiting and waiting[-1] <= begin:
            waiting.pop()
        found.append(waiting[-1] if waiting else None)
        waiting.append(begin)
    return found[::-1]


def _collapsed(text: str) -> str:
    return _BLANKS.sub(" ", text).strip()


def _rates(root: Node) -> _Rates:
    rate = _number(root.attributes.get("frameRate", ""), 30.0)
    parts = [_number(part, 0.0) for part in re.split(r"[ :]+", _multiplier(root))]
    if len(parts) == 2 and all(parts):
        rate *= parts[0] / parts[1]
    has_rate = "frameRate" in root.attributes
    ticks = _number(root.attributes.get("tickRate", ""), rate if has_rate else 1.0)
    return _Rates(rate, ticks)


def _multiplier(root: Node) -> str:
    return root.attributes.get("frameRateMultiplier", "").strip()[:_LONGEST_TIME]


def _number(text: str, otherwise: float) -> float:
    is_number = re.fullmatch(r"\d{1,9}(?:\.\d{1,9})?", text.strip())
    return float(text) or otherwise if is_number else otherwise


def _agents(root: Node) -> dict[str, str]:
    """The names that `ttm:agent` elements give to their ids."""
    agents = [node for node in root.all_nodes() if node.name == "agent" and "id" in node.attributes]
    return {
        node.attributes["id"]: _collapsed(node.text()) or node.attributes["id"] for node in agents
    }


def _milliseconds(value: str, rates: _Rates) -> int | None:
    if len(value) > _LONGEST_TIME:
        return None
    if clock := _CLOCK.fullmatch(value):
        seconds = (int(clock[1] or 0) * 60 + int(clock[2])) * 60 + int(clock[3])
        part = float((clock[4] or "0").replace(",", "."))
        return _whole((seconds + part + int(clock[5] or 0) / rates.frames) * 1000)
    if offset := _OFFSET.fullmatch(value):
        amount, unit = float(offset[1]), offset[2]
        if unit in ("f", "t"):
            return _whole(amount * 1000 / (rates.frames if unit == "f" else rates.ticks))
        return _whole(amount * _UNITS[unit])
    return None


def _whole(time: float) -> int | None:
    """Rounded; None for what no recording lasts."""
    return round(time) if time < 10**12 else None
