"""WebVTT, written by webvtt-py: cues, ids, voices, word times, sounds, overlaps, notes, styles.

A name or dash in the text gives way to the voice only if it names one. Left behind: blank lines
inside a cue, blanks around it, control characters. Tags: https://www.w3.org/TR/webvtt1/#cue-text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import chain, pairwise
from typing import TYPE_CHECKING, NamedTuple

from reader.exporting.stamps import stamp
from reader.exporting.turns import cleaned, one_line, timed
from reader.transcript.model import Cue, Transcript, Word

if TYPE_CHECKING:
    from webvtt import WebVTT

_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_NEAR = 100  # characters, within which a text's own dash is looked for
_BLANK_LINES = re.compile(r"\n{2,}")


class _Tag(NamedTuple):
    """Goes before the character at `offset`, in the place of as many before it as `mark`."""

    offset: int
    order: int
    mark: int
    text: str


def write(transcript: Transcript) -> str:
    """The transcript as WebVTT; what its header, notes and styles said comes first."""
    from webvtt import Caption

    document = _document(transcript.metadata)
    for start, end, cue in timed(transcript):
        lines = _payload(cue, start, end).split("\n")
        document.captions.append(Caption(stamp(start), stamp(end), lines, _id(cue)))
    content: str = document.content
    return content.rstrip("\n") + "\n"


def _document(metadata: Mapping[str, str]) -> WebVTT:
    from webvtt import Style, WebVTT

    named = (("Kind", metadata.get("kind")), ("Language", metadata.get("language")))
    return WebVTT(
        header_text=one_line(metadata.get("header", "")) or None,
        metadata=[f"{name}: {one_line(value)}" for name, value in named if value],
        header_comments=list(_blocks(metadata.get("notes", ""))),
        styles=[Style(block) for block in _blocks(metadata.get("styles", ""))],
    )


def _blocks(text: str) -> Iterator[str]:
    """The pieces between blank lines, without the arrow that would end a block."""
    for block in _BLANK_LINES.split(cleaned(text)):
        if block.strip():
            yield block.strip().replace("-->", "→")


def _id(cue: Cue) -> str | None:
    return one_line(cue.id).replace("->", "→") or None


def _payload(cue: Cue, start: int, end: int) -> str:
    text = cleaned(cue.text)
    pieces: list[str] = []
    position = 0
    for tag in sorted((*_voice_tags(cue, text), *_word_tags(cue, text, start, end))):
        pieces += [
            text[position : max(position, tag.offset - tag.mark)].translate(_ESCAPES),
            tag.text,
        ]
        position = max(position, tag.offset)
    pieces.append(text[position:].translate(_ESCAPES))
    return _BLANK_LINES.sub("\n", "".join(pieces).strip())


def _voice_tags(cue: Cue, text: str) -> Iterator[_Tag]:
    """Each named voice in its span; an unnamed one has its dash."""
    is_open = False
    for change in cue.voices:
        offset, name = min(change.offset, len(text)), one_line(change.voice)
        closing = "</v>" if is_open else ""
        if name:
            opening = f"{closing}<v {name.translate(_ESCAPES)}>"
            yield _Tag(offset, 1, min(change.mark, offset), opening)
        elif change.mark or text[offset : offset + _NEAR].lstrip().startswith("-"):
            yield _Tag(offset - change.mark, 1, 0, closing)
        else:
            yield _Tag(offset, 1, 0, f"{closing}- ")
        is_open = bool(name)
    if is_open:
        yield _Tag(len(text), 3, 0, "</v>")


def _word_tags(cue: Cue, text: str, start: int, end: int) -> Iterator[_Tag]:
    """A time before each word, and after one where a pause follows; times only ever grow."""
    marks = (range(change.offset - change.mark, change.offset) for change in cue.voices)
    marked = set(chain.from_iterable(marks))
    words = [word for word in cue.words if word.offset not in marked]
    latest = start
    if words and not _is_timed_by_cue(words, text, start):
        latest = words[0].start
        yield _time_tag(words[0].offset, 2, latest)
    for word, following in pairwise([*words, Word(end, end, len(text), 0)]):
        limit = word.offset + word.length
        if latest < word.end < following.start and not text[limit : following.offset].strip():
            latest = word.end
            yield _time_tag(limit, 0, latest)
        if latest < following.start < end:
            latest = following.start
            yield _time_tag(following.offset, 2, latest)


def _is_timed_by_cue(words: list[Word], text: str, start: int) -> bool:
    """Whether the first word is known to start with the cue without a time of its own."""
    if len(words) == 1 or words[0].start != start:
        return False
    return "\n" not in text[words[0].offset : words[1].offset]


def _time_tag(offset: int, order: int, time: int) -> _Tag:
    return _Tag(offset, order, 0, f"<{stamp(time)}>")
