from __future__ import annotations

from pathlib import Path

import pytest

from reader import formats
from reader.transcript.model import Cue, CueKind, Transcript, VoiceChange

DATA = Path(__file__).parents[2] / "data" / "transcripts"
EPISODE = Path(__file__).parents[4] / "shared" / "data" / "episode"


def read(*lines: str) -> Transcript:
    return formats.read("\n".join(lines).encode(), "talk.txt")


def line(text: str, start: str = "00:00:01.000", end: str = "00:00:02.000") -> str:
    return f"[{start} --> {end}]   {text}"


def only_cue(text: str) -> Cue:
    (cue,) = read(line(text)).cues
    return cue


def test_a_speaker_who_says_nothing_stays_in_its_text() -> None:
    cue = only_cue("(speaker 1) ")
    assert (cue.text, cue.voices) == ("(speaker 1)", (VoiceChange(11, "Speaker 1", 11),))


def spoken(cue: Cue) -> list[str]:
    """What each voice of a cue says, without the marks."""
    starts = [0, *(change.offset for change in cue.voices)]
    ends = [*(change.offset - change.mark for change in cue.voices), len(cue.text)]
    said = [cue.text[a:b].strip() for a, b in zip(starts, ends, strict=True)]
    return [text for text in said if text]


def test_reads_times_text_and_source_lines() -> None:
    transcript = formats.load(DATA / "talk.txt")
    first = transcript.cues[0]
    assert (first.start, first.end, first.line) == (500, 3000, 2)
    assert first.text == "- Welcome to the harbour, everyone."
    assert (transcript.format, transcript.encoding, transcript.problems) == (
        "whisper.cpp",
        "utf-8",
        (),
    )
    assert [cue.kind for cue in transcript.cues].count(CueKind.SOUND) == 1
    assert transcript.cues[-1].kind is CueKind.BLANK


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- Yes.", ["Yes."]),
        ("- Yes. - Killing each other", ["Yes.", "Killing each other"]),
        ("I assume-- - Max utilization.", ["I assume--", "Max utilization."]),
        ("You know? - Yeah.", ["You know?", "Yeah."]),
        ("- lower case", ["lower case"]),
        ("know- how", ["know- how"]),
        ("an all-in-one -- really", ["an all-in-one -- really"]),
        ("-- cut off", ["-- cut off"]),
        ("the cat - and the dog - ran", ["the cat - and the dog - ran"]),
        ("minus -5 degrees", ["minus -5 degrees"]),
        ("-5 degrees", ["-5 degrees"]),
        ("- ", ["-"]),
    ],
)
def test_dashes_open_a_turn_only_where_somebody_speaks(text: str, expected: list[str]) -> None:
    assert spoken(only_cue(text)) == expected


def test_mark_covers_the_dash_before_the_offset() -> None:
    cue = only_cue("- Yes. - No.")
    assert cue.voices == (VoiceChange(2, "", 2), VoiceChange(9, "", 2))
    assert cue.text == "- Yes. - No."


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("(laughing)", CueKind.SOUND),
        ("[Music]", CueKind.SOUND),
        ("- (laughs)", CueKind.SOUND),
        ("♪♪", CueKind.SOUND),
        ("♪ (upbeat music) ♪", CueKind.SOUND),
        ("[BLANK_AUDIO]", CueKind.BLANK),
        ("[ Silence ]", CueKind.BLANK),
        ("♪ I walk the line ♪", CueKind.SPEECH),
        ("(laughing) Oh no.", CueKind.SPEECH),
        ("Well (he said) no", CueKind.SPEECH),
    ],
)
def test_sounds_and_silence_are_distinguished_from_speech(text: str, kind: CueKind) -> None:
    assert only_cue(text).kind is kind


def test_damage_is_repaired_or_listed() -> None:
    transcript = read(
        "whisper_init_from_file: loading",
        line("First."),
        line("", "00:00:02.000", "00:00:03.000"),
        line("Reversed.", "00:00:05.000", "00:00:04.000"),
        "[00:07.0 -> 00:08] Other arrow",
        "[00:00:08.000 --> 00:00:09.000   No bracket.",
        "without a time",
        "[00:0x:09.000 --> 00:00:10.000]   Bad digits.",
        line("Last.", "00:00:10.000", "00:00:11.000"),
    )
    assert [(cue.start, cue.end, cue.text) for cue in transcript.cues] == [
        (1000, 2000, "First."),
        (5000, 4000, "Reversed."),
        (7000, 8000, "Other arrow"),
        (8000, 9000, "No bracket.\nwithout a time"),
        (10000, 11000, "Last."),
    ]
    assert [(problem.line, problem.is_repaired) for problem in transcript.problems] == [
        (1, False),
        (3, False),
        (4, True),
        (6, True),
        (7, True),
        (8, False),
    ]
    assert "Bad digits." in transcript.problems[-1].text


def test_speakers_of_a_diarising_recogniser() -> None:
    transcript = read(
        line("(speaker 0) Hello."),
        line("Houston. [SPEAKER_TURN]"),
        line("Say again."),
        line("\x1b[38;5;196m And\x1b[0m so"),
    )
    first, turned, after, coloured = transcript.cues
    assert (first.voice, spoken(first)) == ("Speaker 0", ["Hello."])
    assert turned.text == "Houston."
    assert turned.raw == "Houston. [SPEAKER_TURN]"
    assert after.voices == (VoiceChange(0, ""),)
    assert coloured.text == "And so"


@pytest.mark.skipif(not EPISODE.exists(), reason="the real episode is not beside the repository")
def test_the_real_episode_is_read_whole() -> None:
    (path,) = EPISODE.glob("*.txt")
    transcript = formats.load(path)
    cues = transcript.cues
    assert len(cues) == 1981
    assert (cues[0].start, transcript.end) == (920, 81 * 60_000 + 3_700)
    assert sum(len(cue.text.split()) for cue in cues) == 14_465
    assert sum(cue.kind is not CueKind.SPEECH for cue in cues) == 24
    assert sum(cue.text == "(upbeat music)" for cue in cues) == 7
    assert sum(cue.kind is CueKind.BLANK for cue in cues) == 1
    assert sum(cue.text.startswith("- ") for cue in cues) == 243
    assert sum(len(spoken(cue)) == 2 for cue in cues) == 8
    assert sum("--" in cue.text for cue in cues) == 25
    assert not transcript.problems
