"""A part of the reading text for the clipboard: clean, with times and voices, or as a quote."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from reader.markdown_text import escaped
from reader.time_text import clock_text
from reader.transcript.reading_text import UNNAMED, ReadingText


class SpokenParagraph(NamedTuple):
    """What one voice says in one paragraph; `start` in ms, None without times."""

    voice: str
    start: int | None
    text: str
    opens_turn: bool


def passages(
    reading: ReadingText, start: int, end: int, only: str | None = None
) -> Iterator[SpokenParagraph]:
    """The paragraphs that [start, end) touches, cut to it; of one voice, where `only` names it."""
    if not reading.block_count:
        return
    opens_turn = False
    for block in range(reading.block_at(start), reading.block_at(max(start, end - 1)) + 1):
        first, last = reading.block_span(block)
        if reading.is_voice(block):
            opens_turn = True
            continue
        if only is not None and reading.guessed_name(block) != only:
            continue
        text = reading.text[max(first, start) : min(last, end)].strip()
        if text:
            yield SpokenParagraph(
                reading.voice_name(block), reading.time_at(max(first, start)), text, opens_turn
            )
            opens_turn = False


def plain(reading: ReadingText, start: int, end: int, only: str | None = None) -> str:
    """The words alone, a paragraph a line, blank lines where the speaker turns."""
    lines = []
    for number, passage in enumerate(passages(reading, start, end, only)):
        lines.append(f"\n{passage.text}" if passage.opens_turn and number else passage.text)
    return "\n".join(lines)


def with_times_and_voices(
    reading: ReadingText, start: int, end: int, only: str | None = None
) -> str:
    """Each paragraph as `[12:34] Name: text`."""
    found = passages(reading, start, end, only)
    return "\n".join(_head(passage) + passage.text for passage in found)


def markdown_quote(
    reading: ReadingText,
    start: int,
    end: int,
    episode: str,
    origin: str = "",
    *,
    only: str | None = None,
) -> str:
    """A Markdown block quote with who, where and when under it; `origin` is show and date."""
    found = list(passages(reading, start, end, only))
    voices = list(dict.fromkeys(passage.voice for passage in found if passage.voice))
    is_talk = len(voices) > 1
    lines = []
    for passage in found:
        name = f"**{escaped(passage.voice)}:** " if is_talk and passage.voice else ""
        lines += [f"> {name}{escaped(passage.text, opens_line=not name)}", ">"]
    time = next((passage.start for passage in found if passage.start is not None), None)
    source = [] if is_talk else [escaped(voice) for voice in voices]
    source += [f"*{escaped(episode)}*"] if episode else []
    source += [escaped(origin)] if origin else []
    source += [clock_text(time)] if time is not None else []
    return "\n".join([*lines, f"> — {', '.join(source)}"]) + "\n" if lines else ""


def _head(passage: SpokenParagraph) -> str:
    time = f"[{clock_text(passage.start)}] " if passage.start is not None else ""
    voice = f"{passage.voice}: " if passage.voice else f"{UNNAMED} " if passage.opens_turn else ""
    return time + voice
