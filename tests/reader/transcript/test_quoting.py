"""What copying a selection gives."""

from __future__ import annotations

from reader.transcript import quoting
from reader.transcript.model import Cue, Transcript, VoiceChange
from reader.transcript.reading_text import UNNAMED, ReadingText

TALK = ReadingText(
    Transcript(
        (
            Cue(0, 0, 1_000, "Hello *there*.", (VoiceChange(0, "Ann"),)),
            Cue(1, 61_000, 62_000, "Hi.", (VoiceChange(0, "Bo"),)),
            Cue(2, 3_723_000, 3_725_000, "Still me."),
        )
    )
)
EVERYTHING = 0, len(TALK)


def test_plain_text_has_no_names_and_a_blank_line_between_turns() -> None:
    assert quoting.plain(TALK, *EVERYTHING) == "Hello *there*.\n\nHi.\nStill me."


def test_a_selection_inside_a_line_is_cut_to_it() -> None:
    start = TALK.text.index("*there")
    assert quoting.plain(TALK, start, start + 7) == "*there*"


def test_times_and_voices_head_each_paragraph() -> None:
    copied = quoting.with_times_and_voices(TALK, *EVERYTHING)
    assert copied == "[0:00] Ann: Hello *there*.\n[1:01] Bo: Hi.\n[1:02:03] Bo: Still me."


def test_the_time_is_that_of_the_line_where_the_selection_begins() -> None:
    start = TALK.text.index("Still")
    assert quoting.with_times_and_voices(TALK, start, len(TALK)) == "[1:02:03] Bo: Still me."


def test_a_quote_of_one_voice_names_it_once_with_episode_and_time() -> None:
    start = TALK.text.index("Hi.")
    quote = quoting.markdown_quote(TALK, start, len(TALK), "My [Show]")
    assert quote == "> Hi.\n>\n> Still me.\n>\n> — Bo, *My \\[Show\\]*, 1:01\n"


def test_a_quote_of_a_talk_names_each_voice_at_its_words() -> None:
    quote = quoting.markdown_quote(TALK, *EVERYTHING, "Show")
    assert quote == (
        "> **Ann:** Hello \\*there\\*.\n>\n> **Bo:** Hi.\n>\n> **Bo:** Still me.\n>\n"
        "> — *Show*, 0:00\n"
    )


def test_unnamed_voices_are_shown_by_a_dash() -> None:
    cues = Cue(0, 0, 9, "- Yes.", (VoiceChange(2, "", 2),)), Cue(1, 9, 12, "Well.")
    reading = ReadingText(Transcript(cues))
    copied = quoting.with_times_and_voices(reading, 0, len(reading))
    assert copied == f"[0:00] {UNNAMED} Yes. Well."


def test_an_empty_text_gives_nothing() -> None:
    empty = ReadingText(Transcript(()))
    assert quoting.plain(empty, 0, 0) == ""
    assert quoting.markdown_quote(empty, 0, 0, "Show") == ""


def test_what_one_voice_says_alone() -> None:
    assert quoting.plain(TALK, *EVERYTHING, "Bo") == "Hi.\nStill me."
    assert quoting.with_times_and_voices(TALK, *EVERYTHING, "Ann") == "[0:00] Ann: Hello *there*."
    quote = quoting.markdown_quote(TALK, *EVERYTHING, "Show", only="Bo")
    assert quote == "> Hi.\n>\n> Still me.\n>\n> — Bo, *Show*, 1:01\n"
    assert quoting.plain(TALK, *EVERYTHING, "Nobody") == ""
