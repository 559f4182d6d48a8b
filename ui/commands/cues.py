"""`earmark cues FILE`: the transcript as JSON, for other programs."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from reader.transcript.model import Cue, Problem, Transcript, VoiceChange
from ui.commands import output, reading, recording_times, voice_names

EPILOG = """\
cues[] has start and end in seconds (null in a text without times), text without the name that
opens it, speaker (null where nobody is named), kind, line, and words[] with start, end and, where
the file gives it, probability. Where the voice changes there are voices[], each with its name and
the character (at) from which it speaks. skipped[] has line, reason and text of what was left out
or repaired (is_repaired says which).

examples:
  earmark cues talk.vtt | jq -r '.cues[] | [.start, .speaker, .text] | @tsv'
  earmark cues --encoding cp1251 old.srt"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """One file."""
    parser.add_argument("file", type=Path, metavar="FILE", help="a transcript of any format")
    reading.add_arguments(parser)
    recording_times.add_argument(parser)
    voice_names.add_argument(parser)


def run(options: argparse.Namespace) -> int:
    """Print the JSON."""
    transcript = reading.transcript(options, options.file)
    transcript = voice_names.by_listener(options, transcript, options.file)
    transcript = recording_times.by_recording(options, transcript, options.file)
    document = {
        "format": transcript.format,
        "encoding": transcript.encoding,
        "metadata": dict(transcript.metadata),
        "skipped": [_problem(problem) for problem in transcript.problems],
        "cues": list(_cues(transcript)),
    }
    output.write(json.dumps(document, ensure_ascii=False) + "\n")
    return 0


def _cues(transcript: Transcript) -> Iterator[dict[str, Any]]:
    """A cue that names no voice is spoken by the one before.

    A name behind `>>` stays in the text, as other tools that read captions have it, and is reported
    in `voices` alone: each change of voice with its place in the cue's whole text.
    """
    voice = ""
    for cue in transcript.cues:
        speaker, text = _opening(cue, voice)
        yield {
            "start": _seconds(cue.start),
            "end": _seconds(cue.end),
            "text": text,
            "speaker": speaker or None,
            "words": list(_words(cue)),
            "kind": cue.kind.value,
            "line": cue.line,
            **({"id": cue.id} if cue.id else {}),
            **({"voices": list(map(_change, cue.voices))} if cue.voices else {}),
        }
        if cue.voices:
            voice = "" if _is_caption_turn(cue, cue.voices[-1]) else cue.voices[-1].voice


def _opening(cue: Cue, voice: str) -> tuple[str, str]:
    """Who speaks first in a cue, and its text without the name that says so."""
    change = next(iter(cue.voices), None)
    if change is None or cue.text[: change.offset - change.mark].strip():
        return voice, cue.text
    if not change.voice or _is_caption_turn(cue, change):
        return "", cue.text
    return change.voice, cue.text[change.offset :]


def _is_caption_turn(cue: Cue, change: VoiceChange) -> bool:
    return ">>" in cue.text[change.offset - change.mark : change.offset]


def _change(change: VoiceChange) -> dict[str, Any]:
    return {"at": change.offset, "voice": change.voice}


def _words(cue: Cue) -> Iterator[dict[str, Any]]:
    for word in cue.words:
        sure = {} if word.probability is None else {"probability": word.probability}
        text = cue.text[word.offset : word.offset + word.length]
        yield {"text": text, "start": _seconds(word.start), "end": _seconds(word.end), **sure}


def _problem(problem: Problem) -> dict[str, Any]:
    return {
        "line": problem.line,
        "reason": problem.reason,
        "text": problem.text,
        "is_repaired": problem.is_repaired,
    }


def _seconds(time: int | None) -> float | None:
    return None if time is None else time / 1000
