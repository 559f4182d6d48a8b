"""One file or more for each format: what it is taken for, and what its cues are."""

from __future__ import annotations

import gc
from pathlib import Path
from typing import NamedTuple

import pytest

from reader import formats
from reader.transcript.model import Transcript

DATA = Path(__file__).parents[2] / "data" / "transcripts"


class Line(NamedTuple):
    start: float | None
    end: float | None
    voice: str
    text: str


HARBOUR = "Welcome to the harbour."

EXPECTED: dict[str, tuple[str, list[Line]]] = {
    "talk.sbv": (
        "SubViewer",
        [
            Line(0.5, 3, "", HARBOUR),
            Line(3, 5.25, "", "Salt & wind?\nGulls!"),
            Line(3605.25, 3607, "", "In the year\n1984"),
        ],
    ),
    "talk.ass": (
        "ASS/SSA",
        [
            Line(0.5, 3, "Mara", "Welcome to the harbour,\nsalt and wind."),
            Line(3, 5.25, "", "Gulls over us"),
            Line(9, 8, "", "Reversed"),
        ],
    ),
    "talk.ssa": ("ASS/SSA", [Line(1, 2.5, "Mara", "Welcome, all, to the harbour.")]),
    "talk.ttml": (
        "TTML",
        [
            Line(70.5, 73, "Mara", HARBOUR),
            Line(73, 75.25, "", "Salt & wind?\nGulls!"),
            Line(76, 77.4, "", "Frames"),
            Line(78, 79, "", "Ticks"),
            Line(80, 82, "", "Sing with us"),
            Line(None, None, "", "A broken time"),
            Line(10, 12, "", "First"),
            Line(12, 15, "", "Second"),
            Line(15, 16, "", "Third"),
            Line(17, 18, "", "Fourth"),
            Line(11, 12, "", "Two words"),
            Line(12, 13, "", "and more"),
        ],
    ),
    "cut-off.dfxp": ("TTML", [Line(1, 2, "", "Kept"), Line(2, 3, "", "Half a para")]),
    "podlove.xml": (
        "Timed XML",
        [Line(0.5, 3, "Mara", HARBOUR), Line(3, 5.25, "", "Gulls & wind")],
    ),
    "talk.lrc": (
        "LRC",
        [
            Line(0.5, 4, "", "Welcome to the harbour"),
            Line(4, 6.5, "", "Salt and wind"),
            Line(69.75, 3662, "", "Salt and wind"),
            Line(7.5, 11.5, "M", "M: Gulls\nover us"),
            Line(11.5, 69.75, "", "sing with us"),
            Line(3662, 3663.5, "", "after an hour"),
        ],
    ),
    "podcast.json": (
        "JSON",
        [Line(0.5, 3, "Mara", HARBOUR), Line(3, 5.25, "Piet", "Salt & wind?\nGulls!")],
    ),
    "whisper.json": ("JSON", [Line(0.5, 3, "", HARBOUR), Line(3, 4.5, "", "Gulls!")]),
    "whispercpp.json": (
        "JSON",
        [Line(0.5, 3, "", "Welcome harbour"), Line(3, 5, "", "[BLANK_AUDIO]")],
    ),
    "cut-off.json": ("JSON", [Line(0.5, 1, "", "Kept"), Line(1, 2, "", "Kept too")]),
    "whisper.tsv": (
        "TSV",
        [Line(0.5, 3, "", 'Welcome to the "harbour'), Line(3, 5.25, "", "Salt\tand wind")],
    ),
    "whispercpp.csv": (
        "CSV",
        [
            Line(0.5, 3, "Speaker 0", 'Welcome, "all" of you.'),
            Line(3, 5.25, "", "Two\nlines"),
            Line(5.25, 6, "Speaker 1", "open"),
            Line(6, 7, "Speaker 1", "last"),
        ],
    ),
    "podcast.html": (
        "HTML",
        [
            Line(5, 3723, "Mara & crew", "Welcome to the harbour.\nSalt <and> wind"),
            Line(3723, 3724.5, "Piet", "Gulls!\nover us"),
        ],
    ),
    "otter.txt": (
        "Text with times",
        [
            Line(5, 3723, "Mara Lind", f"{HARBOUR} It's 10:30 here.\nSalt and wind."),
            Line(3723, 3724.5, "Unknown Speaker", "Gulls!"),
        ],
    ),
    "teams.txt": (
        "Text with times",
        [Line(3, 19, "Mara Lind", HARBOUR), Line(19, 20.5, "Piet Vos", "Gulls!")],
    ),
    "rev.txt": (
        "Text with times",
        [Line(5, 3723, "Speaker 1", HARBOUR), Line(3723, 3724.5, "Speaker 2", "Gulls!")],
    ),
    "rev-inline.txt": (
        "Text with times",
        [Line(5, 9, "Mara", HARBOUR), Line(9, 10.82, "Piet", "Gulls (and wind): all of it.")],
    ),
    "zoom.txt": (
        "Text with times",
        [Line(5, 62, "Mara Lind", HARBOUR), Line(62, 63.5, "Piet Vos", "Gulls!")],
    ),
    "descript.md": (
        "Text with times",
        [
            Line(5, 3723, "Mara", f"{HARBOUR} Salt *and* wind."),
            Line(3723, 3724.625, "Piet", "Gulls at 10:30.\nAnd more."),
        ],
    ),
    "youtube.txt": (
        "Text with times",
        [
            Line(5, 65, "", "welcome to the harbour"),
            Line(65, 3723, "", "[Music]"),
            Line(3723, 3724.5, "", "gulls"),
        ],
    ),
    "times.txt": (
        "Text with times",
        [Line(5, 62, "", HARBOUR), Line(62, 63.5, "", "Gulls!\nand wind.")],
    ),
    "labels.txt": (
        "Audacity labels",
        [
            Line(0.5, 3, "", "Welcome to the harbour"),
            Line(3, 5.25, "", "Salt"),
            Line(5.25, 7, "", "Gulls"),
        ],
    ),
    "talk.otr": (
        "oTranscribe",
        [
            Line(1.52, 65.04, "", "Mara: Welcome & enter\nthe harbour\nstill here"),
            Line(65.04, 66.54, "", "Gulls!"),
        ],
    ),
    "talk.eaf": (
        "ELAN",
        [Line(0.5, 3, "Mara", "Welcome home."), Line(2, 5.25, "Piet", "Gulls & wind!")],
    ),
    "talk.TextGrid": (
        "TextGrid",
        [Line(0.5, 3, "Mara", 'She said "home".'), Line(3, 4.5, "Piet", "Gulls!")],
    ),
    "aligned.TextGrid": ("TextGrid", [Line(0.5, 3, "", "welcome home gulls")]),
    "talk.cha": (
        "CHAT",
        [
            Line(0.5, 3, "Mara", "we wanted um a boat ship."),
            Line(3, 5.25, "Piet", "gulls and wind!"),
            Line(None, None, "Piet", "more."),
        ],
    ),
    "talk.exb": (
        "EXMARaLDA",
        [Line(0.5, 3, "Mara", HARBOUR), Line(3, 5.25, "Piet", "Gulls!")],
    ),
    "talk.trs": (
        "Transcriber",
        [
            Line(0.5, 3, "Mara", HARBOUR),
            Line(3, 5.25, "Mara", "Gulls! [laugh]"),
            Line(5.25, 7, "Mara", "Salt. Wind."),
        ],
    ),
    "talk.fcpxml": (
        "FCPXML",
        [Line(0.5, 3, "", "Welcome to\nthe harbour."), Line(5.033, 6.034, "", "Gulls!")],
    ),
    "talk.aup": (
        "Audacity project",
        [
            Line(0.5, 3, "", "Welcome to the harbour"),
            Line(3, 5.25, "", "Salt & wind"),
            Line(5.25, 6.75, "", "Gulls"),
        ],
    ),
    "hyperaudio.html": (
        "Hyperaudio",
        [
            Line(0.5, 3, "Mara", "Welcome home."),
            Line(3, 3.5, "Mara", "Gulls!"),
            Line(4, 5.5, "Piet", "Salt & wind."),
        ],
    ),
    "talk.ctm": ("CTM", [Line(0.5, 3, "", "Welcome home."), Line(5, 5.25, "", "Gulls")]),
    "talk.stm": (
        "STM",
        [Line(0.5, 3, "Mara Lind", HARBOUR), Line(3, 5.25, "Piet", "Gulls!")],
    ),
    "talk.rttm": ("RTTM", [Line(0.5, 3, "Mara", "…"), Line(3, 5.25, "Piet", "…")]),
    "talk.sub": (
        "MicroDVD",
        [
            Line(0.52, 3, "", "Welcome to\nthe harbour."),
            Line(3, 5.24, "", "Gulls!"),
            Line(8, 9.5, "", "Salt and wind."),
        ],
    ),
    "spruce.stl": (
        "Spruce STL",
        [Line(0.48, 3, "", "Welcome to\nthe harbour."), Line(3, 5.24, "", "Gulls!")],
    ),
    "talk.rtf": (
        "Rich Text",
        [
            Line(5, 3723, "Mara", "Welcome to the café — all of you."),
            Line(3723, 3724.5, "Piet", "Привет gulls!"),
        ],
    ),
    "talk.scc": (
        "SCC",
        [
            Line(1.001, 3.003, "", "Welcome\nhome."),
            Line(4.204, 5.005, "", "Gulls"),
            Line(5.138, 6.006, "", "SalÁ."),
        ],
    ),
    "notes.txt": (
        "Plain text",
        [
            Line(None, None, "Mara", f"Mara: {HARBOUR}"),
            Line(None, None, "Piet", "Piet: Gulls!"),
            Line(None, None, "Mara", "Mara: Salt and wind."),
        ],
    ),
}


def lines_of(transcript: Transcript) -> list[Line]:
    return [
        Line(seconds(cue.start), seconds(cue.end), cue.voice, cue.text) for cue in transcript.cues
    ]


def seconds(time: int | None) -> float | None:
    return None if time is None else time / 1000


@pytest.mark.parametrize("name", EXPECTED)
def test_every_sample_is_read_as_its_format(name: str) -> None:
    transcript = formats.load(DATA / name)
    assert (transcript.format, lines_of(transcript)) == EXPECTED[name]


@pytest.mark.parametrize("name", EXPECTED)
def test_the_content_decides_the_format_whatever_the_name(name: str) -> None:
    data = (DATA / name).read_bytes()
    for suffix in (".txt", ".vtt", ".srt", ".xsl", ""):
        transcript = formats.read(data, f"other{suffix}")
        assert (transcript.format, lines_of(transcript)) == EXPECTED[name]


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_what_was_read_goes_with_its_last_user(name: str) -> None:
    """In no cycle: of a large file they would hold hundreds of megabytes."""
    gc.collect()
    gc.disable()
    gc.set_debug(gc.DEBUG_SAVEALL)
    try:
        formats.read((DATA / name).read_bytes(), name)
        gc.collect()
        left = [each for each in gc.garbage if type(each).__module__.startswith("reader.")]
    finally:
        gc.set_debug(0)
        gc.garbage.clear()
        gc.enable()
    assert not left


def test_every_file_is_expected_somewhere() -> None:
    elsewhere = {
        *("talk.txt", "talk.vtt", "talk.srt", "damaged.vtt", "dialects.srt", "rolling.vtt"),
    }
    assert {path.name for path in DATA.iterdir()} == EXPECTED.keys() | elsewhere


PROBLEMS = {
    "talk.sbv": [(7, "a blank line inside the text")],
    "talk.ass": [
        (15, "a drawing, not text"),
        (16, "times that cannot be read"),
        (17, "no dialogue in this line"),
        (18, "ends before it starts"),
    ],
    "talk.ttml": [
        (19, "a time that cannot be read"),
        (20, "no text between these times"),
        (29, "never shown: its time is over before it begins"),
    ],
    "talk.lrc": [(10, "no times: added to the line before")],
    "podcast.json": [(7, "no text in this segment"), (8, "no segment")],
    "whisper.tsv": [(4, "times that cannot be read")],
    "podcast.html": [(7, "words in place of a time"), (9, "a time that cannot be read")],
    "labels.txt": [(5, "no label in this line")],
    "podlove.xml": [(8, "times that cannot be read")],
    "talk.eaf": [(34, "a tier that is not shown")],
    "talk.TextGrid": [(54, "a tier that is not shown")],
    "aligned.TextGrid": [(35, "a tier that is not shown")],
    "talk.cha": [(9, "a tier that is not shown")],
    "talk.exb": [(25, "a tier that is not shown")],
    "talk.trs": [(17, "a comment, not shown")],
    "talk.fcpxml": [(12, "a title, not a caption")],
    "talk.aup": [(12, "times that cannot be read")],
    "hyperaudio.html": [(5, "text without times")],
    "talk.ctm": [(5, "no word in this line")],
    "talk.stm": [(5, "no turn in this line")],
    "talk.rttm": [(4, "no turn in this line")],
    "talk.sub": [(5, "no frames in this line")],
    "spruce.stl": [
        (1, "frames counted at 25 a second: a guess"),
        (5, "no times in this line"),
    ],
    "talk.rtf": [(1, "a footnote, not shown")],
    "talk.scc": [(13, "no captions in this line")],
    "cut-off.json": [
        (4, "damaged JSON (Unterminated string starting at), not read from here"),
    ],
    "cut-off.dfxp": [(4, "damaged XML (no element found), not read from here on")],
}


@pytest.mark.parametrize("name", EXPECTED)
def test_lists_what_was_repaired_or_skipped(name: str) -> None:
    problems = formats.load(DATA / name).problems
    assert [(each.line, each.reason) for each in problems] == PROBLEMS.get(name, [])
    assert all(each.text for each in problems)


METADATA = {
    "talk.ass": ("title", "The harbour"),
    "talk.ttml": ("title", "The harbour"),
    "talk.lrc": ("artist", "Mara"),
    "whisper.json": ("language", "en"),
    "whispercpp.json": ("language", "en"),
    "podcast.html": ("title", "The harbour"),
    "otter.txt": ("notes", "Transcribed by https://otter.ai"),
    "teams.txt": ("notes", "Mara Lind started transcription\nPiet Vos stopped transcription"),
    "descript.md": ("title", "The harbour"),
    "talk.otr": ("media", "harbour.mp3"),
    "talk.eaf": ("media", "file:///harbour.wav"),
    "talk.exb": ("title", "The harbour"),
    "talk.trs": ("topics", "Ships"),
    "talk.fcpxml": ("title", "The harbour"),
    "talk.aup": ("title", "The harbour"),
    "hyperaudio.html": ("title", "The harbour"),
    "talk.sub": ("frame rate", "25"),
    "spruce.stl": ("frame rate", "25 (guessed)"),
    "talk.rtf": ("title", "The harbour"),
}


@pytest.mark.parametrize("name", METADATA)
def test_keeps_what_the_file_says_of_itself(name: str) -> None:
    key, value = METADATA[name]
    assert formats.load(DATA / name).metadata[key] == value


def test_says_where_ends_were_inferred() -> None:
    assert formats.load(DATA / "otter.txt").metadata["ends"] == "inferred"
    assert "ends" not in formats.load(DATA / "podcast.json").metadata


def test_text_just_before_damage_is_not_lost() -> None:
    text = "<tt><body><div><p begin='1s' end='2s'>Gulls cry << and quarrel.</p></div></body></tt>"
    (cue,) = formats.read(text.encode(), "talk.ttml").cues
    assert "Gulls cry" in cue.text
