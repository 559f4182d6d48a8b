"""What an episode is called by its tags, its transcript and its file's name."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.episode import NO_NAMES, Names
from reader.library.episode_names import (
    TranscriptNames,
    decent,
    found_names,
    names_in_file_name,
    one_line,
)
from reader.library.file_pair import FilePair
from reader.transcript.model import Cue, Transcript

HASHED = FilePair(Path("/shows/000_c5c8ed661156632b.opus"), None)
TEXT = Transcript(
    (Cue(0, 0, 1, "Hello, and welcome to the"), Cue(1, 1, 2, "harbour at night, everybody."))
)


@pytest.mark.parametrize(
    ("stem", "title", "date"),
    [
        ("2024-01-12 The four wars", "The four wars", "2024-01-12"),
        ("20240112_my_talk", "my talk", "2024-01-12"),
        ("The Daily - 2024_03_01 - Rain", "The Daily Rain", "2024-03-01"),
        ("ep-12-the-harbour-at-night", "ep 12 the harbour at night", ""),
        ("Interview (final)", "Interview (final)", ""),
        ("2024-13-40 Odd", "2024-13-40 Odd", ""),
        ("0123 Intro", "0123 Intro", ""),
        ("café", "café", ""),
        ("Facade", "Facade", ""),
        ("四つの戦争", "四つの戦争", ""),
        ("000_c5c8ed661156632b", "", ""),
        ("550e8400-e29b-41d4-a716-446655440000", "", ""),
        ("000_c5c8ed661156632b Rain", "Rain", ""),
        ("2020-05-01", "", "2020-05-01"),
        ("12", "", ""),
    ],
)
def test_a_files_name_in_decent_form(stem: str, title: str, date: str) -> None:
    assert names_in_file_name(stem) == Names(title, "", date)


def test_tags_come_first_then_the_transcript_then_the_file() -> None:
    files = FilePair(Path("/shows/2024-01-12 The four wars.mp3"), None)
    tags = Names("Four Wars", "History Hour", "2024")
    assert found_names(files, TranscriptNames("A header", TEXT), tags) == tags
    assert found_names(files, TranscriptNames("A header", TEXT), NO_NAMES) == Names(
        "A header", "", "2024-01-12"
    )
    assert found_names(files, TranscriptNames("", TEXT), NO_NAMES).title == "The four wars"


def test_a_hash_is_no_name() -> None:
    """It stood in the title of the window, on cards and over all notes."""
    tags = Names("000_c5c8ed661156632b", "Show", "")
    named = found_names(HASHED, TranscriptNames("", TEXT), tags)
    assert named == Names("“Hello, and welcome to the harbour at night…”", "Show", "")
    assert (
        found_names(HASHED, TranscriptNames("", None), NO_NAMES).title == "000_c5c8ed661156632b"
    )  # better than ""


@given(st.text(max_size=3_000), st.text(max_size=50))
def test_names_are_one_line_that_can_be_read(tag: str, stem: str) -> None:
    files = FilePair(Path("/shows") / "talk.mp3", None)
    found = found_names(files, TranscriptNames(stem, None), Names(tag, tag, ""))
    assert found.title
    for name in found:
        assert name.isprintable()
        assert len(name) <= 200
    assert decent(stem) == one_line(decent(stem))
