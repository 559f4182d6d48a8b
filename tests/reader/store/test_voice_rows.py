"""Voice names in the library: kept by the transcript, undone and redone like notes."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.annotation import Selector, TextQuote
from reader.store.annotations import Annotations
from reader.store.check import check
from reader.store.library import Library
from reader.store.voice_rows import changed_rows, names_in, said_rows
from reader.voice_names import NO_VOICES, NamedTurn, NamedVoice, VoiceNames

KEY = "cafe"
ANN = VoiceNames().with_turns(NamedTurn(0, 2, "Ann", "Bo"))
TWO = ANN.with_turns(NamedTurn(4, 0, "Bo", is_guess=True)).with_voice(NamedVoice("S 1", "Cy"))

texts = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=6)
spans = st.tuples(st.integers(0, 99), st.integers(0, 99))
selectors = st.none() | st.builds(
    Selector, spans, st.none() | spans, st.builds(TextQuote, texts, texts, texts), st.none() | spans
)
turns = st.lists(
    st.builds(
        NamedTurn, st.integers(0, 9), st.integers(0, 9), texts, texts, st.booleans(), selectors
    ),
    unique_by=lambda turn: turn.place,
    max_size=5,
).map(lambda found: tuple(sorted(found, key=lambda turn: turn.place)))
voices = st.lists(
    st.builds(NamedVoice, texts, texts, selectors), unique_by=lambda each: each.said, max_size=3
).map(lambda found: tuple(sorted(found, key=lambda each: each.said)))
all_names = st.builds(VoiceNames, turns, voices, turns)


@given(all_names)
def test_names_come_back_from_their_rows(names: VoiceNames) -> None:
    assert names_in(said_rows(names)) == names


@given(all_names, all_names)
def test_only_what_changed_is_written(before: VoiceNames, after: VoiceNames) -> None:
    changed = changed_rows(before, after)
    assert names_in(said_rows(before) | changed) == after
    assert not changed_rows(after, after)


def test_each_transcript_has_its_own(annotations: Annotations) -> None:
    annotations.change_voices(KEY, NO_VOICES, ANN, name="Name Voice")
    assert annotations.voices(KEY) == ANN
    assert annotations.voices("other") == NO_VOICES


def test_undo_and_redo(annotations: Annotations) -> None:
    annotations.change_voices(KEY, NO_VOICES, ANN, name="Name Voice")
    annotations.change_voices(KEY, ANN, TWO, name="Rename Voice")
    assert annotations.undo_name() == "Rename Voice"
    annotations.undo()
    assert annotations.voices(KEY) == ANN
    annotations.undo()
    assert annotations.voices(KEY) == NO_VOICES
    annotations.redo()
    annotations.redo()
    assert annotations.voices(KEY) == TWO


def test_two_windows_that_name_at_once_both_count(annotations: Annotations, path: Path) -> None:
    other = Annotations(path)
    annotations.change_voices(KEY, NO_VOICES, ANN, name="Name Voice")
    late = VoiceNames().with_turns(NamedTurn(8, 0, "Dora"))
    other.change_voices(KEY, NO_VOICES, late, name="Name Voice")
    assert annotations.voices(KEY) == ANN.with_turns(NamedTurn(8, 0, "Dora"))
    other.undo()
    assert annotations.voices(KEY) == ANN
    other.close()


def test_it_is_there_after_a_restart(annotations: Annotations, path: Path) -> None:
    annotations.change_voices(KEY, NO_VOICES, TWO, name="Name Voice")
    annotations.close()
    again = Annotations(path)
    assert again.voices(KEY) == TWO
    again.close()


@pytest.mark.parametrize("said", ["{}", "[", '[1, 2, "Ann"]', '[1, 2, "Ann", "", 2, null]', "[]"])
def test_a_damaged_row_is_reported_and_says_nothing(
    annotations: Annotations, path: Path, said: str
) -> None:
    annotations.change_voices(KEY, NO_VOICES, TWO, name="Name Voice")
    with annotations._file.writing() as database:
        database.execute("UPDATE voice_names SET said = ? WHERE id LIKE '% turn 0:2'", [said])
    assert annotations.voices(KEY) == TWO.without_turns([(0, 2)])
    annotations.close()
    assert not check(path).is_sound


def opened(library: Library, folder: Path, name: str, show: str = "") -> tuple[str, str]:
    """The id of an episode with a transcript of its own, and the key of that."""
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_text(f"WEBVTT\n\n{name}\n", encoding="utf-8")
    episode = library.record_opened(None, path, name, show=show)
    return episode.id, episode.transcript_key


def test_names_are_offered_again_within_the_show(
    annotations: Annotations, path: Path, tmp_path: Path
) -> None:
    library = Library(path)
    _, first = opened(library, tmp_path / "a", "one.vtt", "The Show")
    second, _ = opened(library, tmp_path / "a", "two.vtt", "The Show")
    stranger, _ = opened(library, tmp_path / "a", "three.vtt", "Another")
    annotations.change_voices(first, NO_VOICES, ANN, name="Name Voice")
    assert annotations.voices_of_show(second) == ("Ann", "Bo")
    assert annotations.voices_of_show(stranger) == ()
    library.close()


def test_a_replaced_transcript_gets_what_was_said_of_the_one_before_once(
    annotations: Annotations, path: Path, tmp_path: Path
) -> None:
    library = Library(path)
    episode, before = opened(library, tmp_path / "a", "one.vtt")
    annotations.change_voices(before, NO_VOICES, ANN, name="Name Voice")
    assert annotations.voices_to_carry(episode, "new", before) == ANN
    annotations.change_voices("new", NO_VOICES, ANN, name="Carry Voices Over")
    annotations.undo()
    assert annotations.voices_to_carry(episode, "new", before) == NO_VOICES
    library.close()


def test_an_opened_episode_knows_its_voices(
    annotations: Annotations, path: Path, tmp_path: Path
) -> None:
    library = Library(path)
    _, key = opened(library, tmp_path / "a", "one.vtt")
    annotations.change_voices(key, NO_VOICES, ANN, name="Name Voice")
    episode = library.record_opened(None, tmp_path / "a" / "one.vtt", "one")
    assert library.voices_of(episode) == ANN
    library.close()
