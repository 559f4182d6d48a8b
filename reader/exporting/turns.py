"""Cues as the writers need them: with times, without control characters, the voices named."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Set
from typing import NamedTuple

from reader.formats.voices import believed
from reader.transcript.model import Cue, Transcript

_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")
_BLANKS = frozenset("\r\x0b\x0c\x1c\x1d\x1e\x1f")


class Turn(NamedTuple):
    """What one voice says within a cue.

    `voice` is empty for an unnamed one, and None where the voice of before goes on; `mark` is
    what stood in the text only to say who speaks.
    """

    voice: str | None
    mark: str
    text: str


def cleaned(text: str) -> str:
    """`text`, as long as before, without what no text file can hold; line feeds and tabs stay."""
    return _CONTROLS.sub(lambda found: " " if found[0] in _BLANKS else "\ufffd", text)


def one_line(text: str) -> str:
    """`text` with single blanks."""
    return " ".join(cleaned(text).split())


def timed(transcript: Transcript) -> Iterator[tuple[int, int, Cue]]:
    """Start, end and cue of each that has text; without times, where the one before ended."""
    before = 0
    for cue in transcript.cues:
        start = before if cue.start is None else max(0, cue.start)
        end = start if cue.end is None else max(start, cue.end)
        before = end
        if cue.text.strip():
            yield start, end, cue


def turns(cue: Cue) -> list[Turn]:
    """The turns of a cue that hold any text, in order."""
    return [turn for turn in _turns(cue) if turn.mark.strip() or turn.text.strip()]


def _turns(cue: Cue) -> Iterator[Turn]:
    text = cleaned(cue.text)
    position, voice, mark = 0, None, ""
    for change in cue.voices:
        offset = max(position, min(change.offset, len(text)))
        opening = max(position, offset - change.mark)
        yield Turn(voice, mark, text[position:opening])
        position, voice, mark = offset, one_line(change.voice), text[opening:offset]
    yield Turn(voice, mark, text[position:])


def with_voices(cues: Iterable[Cue]) -> Iterator[str]:
    """The text of each cue for a format without voices: `Name: ` or `- ` where the voice changes.

    What the text says itself stays as it is. A name that would not be read back, such as that of
    a voice that speaks once, is written `[Name]: `.
    """
    parts = [turns(cue) for cue in cues]
    texts = list(_with_voices(parts, frozenset()))
    named = {turn.voice for each in parts for turn in each if turn.voice}
    doubtful = named - believed(texts)
    return iter(_with_voices(parts, doubtful) if doubtful else texts)


def _with_voices(parts: Iterable[list[Turn]], doubtful: Set[str]) -> Iterator[str]:
    current = ""
    for each in parts:
        text, current = with_voice(each, current, doubtful)
        yield text


def label(voice: str, doubtful: Set[str]) -> str:
    """`Name: `, and in brackets where it would not be read as a name."""
    if voice in doubtful and not set("[]") & set(voice):
        return f"[{voice}]: "
    return f"{voice}: "


def with_voice(
    parts: Iterable[Turn], current: str, doubtful: Set[str] = frozenset()
) -> tuple[str, str]:
    """The text of a cue's turns with their voices named in it, and the voice that speaks last."""
    pieces: list[str] = []
    for turn in parts:
        opening = _opening(turn, current, doubtful)
        is_inside = opening != turn.mark and any(map(str.strip, pieces))
        pieces += ["\n" if is_inside else "", opening, turn.text]
        current = current if turn.voice is None else turn.voice
    return "".join(pieces).strip(), current


def _opening(turn: Turn, current: str, doubtful: Set[str]) -> str:
    if turn.voice is None:
        return ""
    if not turn.voice:
        return turn.mark or ("" if turn.text.lstrip().startswith("-") else "- ")
    if turn.voice in turn.mark and turn.mark.rstrip().endswith((":", "：")):
        return turn.mark
    return "" if turn.voice == current else label(turn.voice, doubtful)
