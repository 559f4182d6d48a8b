"""Plain text: the words alone, with the times of each line, or with who says them."""

from __future__ import annotations

from collections.abc import Set

from reader.exporting.paragraphs import paragraphs
from reader.exporting.stamps import stamp
from reader.exporting.turns import label, one_line, timed, with_voices
from reader.formats.voices import believed
from reader.transcript.model import Transcript
from reader.transcript.quoting import SpokenParagraph
from reader.transcript.reading_text import UNNAMED


def write(transcript: Transcript) -> str:
    """What is said, in paragraphs; no times, no names."""
    return paragraphs(transcript, lambda passage: passage.text)


def write_with_voices(transcript: Transcript) -> str:
    """What is said, in paragraphs; each speaker turn opens with `Name: `, unnamed with a dash."""
    texts: list[str] = []
    named: set[str] = set()

    def noted(passage: SpokenParagraph) -> str:
        texts.append(_with_voice(passage, frozenset()))
        if passage.opens_turn and passage.voice:
            named.add(passage.voice)
        return texts[-1]

    written = paragraphs(transcript, noted)
    doubtful = named - believed(texts)
    if not doubtful:
        return written
    return paragraphs(transcript, lambda passage: _with_voice(passage, doubtful))


def write_with_times(transcript: Transcript) -> str:
    """A line a cue, as whisper.cpp writes it: times to the millisecond, voices named in the text.

    Left behind: ids, word times, line breaks inside a cue.
    """
    rows = list(timed(transcript))
    texts = with_voices(cue for _, _, cue in rows)
    return "".join(
        f"[{stamp(start)} --> {stamp(end)}]   {one_line(text)}\n"
        for (start, end, _), text in zip(rows, texts, strict=True)
    )


def _with_voice(passage: SpokenParagraph, doubtful: Set[str]) -> str:
    if not passage.opens_turn:
        return passage.text
    if passage.voice:
        return f"{label(passage.voice, doubtful)}{passage.text}"
    return f"{UNNAMED} {passage.text}"
