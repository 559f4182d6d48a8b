"""`earmark info FILE`: what a transcript is, and what had to be repaired."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from reader.time_text import clock_text
from reader.transcript.model import Problem, Transcript
from ui.commands import output, reading, voice_names

EPILOG = """\
examples:
  earmark info talk.vtt
  earmark info --format subrip odd.txt"""

_WIDTH = 72
_MOST = 20


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """One file."""
    parser.add_argument("file", type=Path, metavar="FILE", help="a transcript of any format")
    reading.add_arguments(parser)
    voice_names.add_argument(parser)


def run(options: argparse.Namespace) -> int:
    """Print a line for each fact, then the first problems."""
    transcript = reading.transcript(options, options.file)
    transcript = voice_names.by_listener(options, transcript, options.file)
    output.write("\n".join([*_facts(transcript), *_problems(transcript.problems)]) + "\n")
    return 0


def _facts(transcript: Transcript) -> Iterator[str]:
    repaired = sum(problem.is_repaired for problem in transcript.problems)
    skipped = len(transcript.problems) - repaired
    yield f"format:    {transcript.format}"
    if known := transcript.metadata.get("read as"):
        yield f"read as:   {known}"
    other = f" (or {transcript.other_encoding})" if transcript.other_encoding else ""
    yield f"encoding:  {transcript.encoding}{other}"
    yield f"cues:      {len(transcript.cues)}"
    yield f"voices:    {_voices(transcript)}"
    yield f"length:    {clock_text(transcript.end) if transcript.is_timed else 'no times'}"
    yield "problems:  " + (
        f"{repaired} repaired, {skipped} skipped" if repaired + skipped else "none"
    )


def _voices(transcript: Transcript) -> str:
    changes = [change for cue in transcript.cues for change in cue.voices]
    names = list(dict.fromkeys(change.voice for change in changes if change.voice))
    said = [f"{len(names)} ({', '.join(names)})"] if names else []
    if guesses := sum(bool(change.guess) for change in changes):
        said.append(f"{guesses} guesses")
    if unnamed := sum(not (change.voice or change.guess) for change in changes):
        said.append(f"{unnamed} unnamed changes")
    return ", ".join(said) or "none"


def _problems(problems: tuple[Problem, ...]) -> Iterator[str]:
    for problem in problems[:_MOST]:
        text = " ".join(problem.text.split())
        short = text if len(text) <= _WIDTH else text[: _WIDTH - 1] + "…"
        yield f"  line {problem.line}: {problem.reason}: {short}"
    if len(problems) > _MOST:
        yield f"  and {len(problems) - _MOST} more, which earmark cues lists"
