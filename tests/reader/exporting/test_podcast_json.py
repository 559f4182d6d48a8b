from __future__ import annotations

import json
from typing import Any

from hypothesis import example, given

from reader import formats
from reader.exporting import podcast_json
from reader.transcript.model import Cue, Transcript, VoiceChange
from tests.reader.exporting import odd


def segments(transcript: Transcript) -> list[dict[str, Any]]:
    document = json.loads(podcast_json.write(transcript))
    assert document["version"] == "1.0.0"
    found: list[dict[str, Any]] = document["segments"]
    return found


@given(odd.transcripts())
@example(Transcript((Cue(0, 200_000_000, 200_000_000, "-->"),)))
@example(Transcript((Cue(0, 0, 1_000, "7"), Cue(1, 1_000, 2_000, "8"))))
@example(Transcript((Cue(0, 1, 1, "-->"), *(Cue(k, 0, 0, "-->") for k in (1, 2, 3)))))
def test_every_character_comes_back(transcript: Transcript) -> None:
    spoken = [cue for cue in transcript.cues if odd.kept(cue.text)]
    if not spoken:
        return
    back = formats.read(podcast_json.write(transcript).encode(), "talk.json").cues
    assert [(cue.start, cue.end, odd.kept(cue.text)) for cue in back] == [
        (cue.start, cue.end, odd.kept(cue.text)) for cue in spoken
    ]


def test_each_segment_names_its_voice() -> None:
    cues = (
        Cue(0, 0, 500, "Ann: Yes. - No.", (VoiceChange(5, "Ann", 5), VoiceChange(12, "Bo", 2))),
        Cue(1, 500, 1_000, "Never."),
        Cue(2, 1_000, 1_001, "- Well", (VoiceChange(2, "", 2),)),
    )
    assert segments(Transcript(cues)) == [
        {"speaker": "Ann", "startTime": 0.0, "endTime": 0.5, "body": "Yes. \nBo: No."},
        {"speaker": "Bo", "startTime": 0.5, "endTime": 1.0, "body": "Never."},
        {"startTime": 1.0, "endTime": 1.001, "body": "- Well"},
    ]


def test_voices_that_take_turns_come_back() -> None:
    cues = tuple(
        Cue(at, at, at + 1, "Yes.", (VoiceChange(0, "Ann" if at % 2 else "Bo"),)) for at in range(4)
    )
    back = formats.read(podcast_json.write(Transcript(cues)).encode(), "talk.json").cues
    assert [cue.voice for cue in back] == ["Bo", "Ann", "Bo", "Ann"]
