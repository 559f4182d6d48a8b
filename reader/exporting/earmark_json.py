"""Earmark's own JSON: all that a transcript holds, times in milliseconds, a cue a line.

`reader.formats.earmark_json` describes the fields and reads them back.
"""

from __future__ import annotations

import json
from typing import Any

from reader.formats.earmark_json import MARK, VERSION
from reader.transcript.model import Cue, CueKind, Transcript, VoiceChange, Word


def write(transcript: Transcript) -> str:
    """The transcript without any loss but the name of the format it came in."""
    fields = (
        f'"format": {_json(MARK)}',
        f'"version": {VERSION}',
        f'"encoding": {_json(transcript.encoding)}',
        f'"metadata": {_json(dict(transcript.metadata))}',
        f'"problems": {_lines([_json(each._asdict()) for each in transcript.problems])}',
        f'"cues": {_lines([_json(_cue(cue)) for cue in transcript.cues])}',
    )
    return "{\n" + ",\n".join(fields) + "\n}\n"


def _cue(cue: Cue) -> dict[str, Any]:
    """Only what is known: a field that is not there is empty."""
    fields: dict[str, Any] = {"start": cue.start, "end": cue.end, "text": cue.text}
    if cue.voices:
        fields["voices"] = [_voice(change) for change in cue.voices]
    if cue.words:
        fields["words"] = [_word(word) for word in cue.words]
    if cue.kind is not CueKind.SPEECH:
        fields["kind"] = cue.kind.value
    known = {"line": cue.line, "raw": cue.raw, "id": cue.id}
    return fields | {name: value for name, value in known.items() if value}


def _voice(change: VoiceChange) -> dict[str, Any]:
    return {"offset": change.offset, "voice": change.voice, "mark": change.mark}


def _word(word: Word) -> list[float | None]:
    return list(word[:-1] if word.probability is None else word)


def _lines(rows: list[str]) -> str:
    return "[\n" + ",\n".join(rows) + "\n]" if rows else "[]"


def _json(value: object) -> str:
    """Lone surrogates, which UTF-8 cannot hold, become escapes; all other text stays readable."""
    text = json.dumps(value, ensure_ascii=False)
    return text.encode("utf-8", "backslashreplace").decode()
