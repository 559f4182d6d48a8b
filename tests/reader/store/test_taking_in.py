"""What another library kept, taken into this one."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from reader.episode import Episode
from reader.store.annotations import Annotations, Taken
from reader.store.content_key import content_key
from reader.store.library import Library
from tests.reader.store.notes import MOMENT, a_note

LATER = MOMENT + timedelta(days=1)
EARLIER = MOMENT - timedelta(days=1)
KEYS = "a" * 32, "b" * 32


def given_episode(key: str = "given") -> Episode:
    return Episode(key, "Harbour", None, None, MOMENT, MOMENT, *KEYS, length=60_000)


def test_a_new_note_is_kept_with_all_its_moments(annotations: Annotations, episode: str) -> None:
    note = a_note(episode, created=EARLIER, updated=EARLIER, tags=("birds",), note="Ask *him*.")
    assert annotations.take_in(note) == Taken(1, 0, 0)
    assert annotations.of_episode(episode) == [note]


def test_a_second_time_changes_nothing(annotations: Annotations, episode: str) -> None:
    notes = [a_note(episode, start=time) for time in (1_000, 2_000)]
    annotations.take_in(*notes)
    before = annotations.undo_name(), annotations.of_episode(episode)
    assert annotations.take_in(*notes) == Taken(0, 0, 2)
    assert (annotations.undo_name(), annotations.of_episode(episode)) == before


def test_the_newer_version_stays(annotations: Annotations, episode: str) -> None:
    note = a_note(episode, note="first")
    annotations.add(note)
    newer, older = replace(note, note="newer", updated=LATER), replace(note, updated=EARLIER)
    assert annotations.take_in(newer) == Taken(0, 1, 0)
    assert annotations.take_in(replace(older, note="older")) == Taken(0, 0, 1)
    assert annotations.of_episode(episode) == [newer]


def test_what_was_deleted_here_comes_back(annotations: Annotations, episode: str) -> None:
    note = a_note(episode)
    annotations.add(note)
    annotations.delete(note.id)
    assert annotations.take_in(note) == Taken(1, 0, 0)
    assert annotations.of_episode(episode) == [note]


def test_an_import_is_undone_as_one(annotations: Annotations, episode: str) -> None:
    known = a_note(episode, note="mine")
    annotations.add(known)
    others = [a_note(episode, start=time) for time in (3_000, 4_000)]
    annotations.take_in(replace(known, note="theirs", updated=LATER), *others)
    assert annotations.undo_name() == "Import Notes"
    annotations.undo()
    assert [note.note for note in annotations.of_episode(episode)] == ["mine"]


def test_every_episode_is_asked_at_once(path: Path, annotations: Annotations, episode: str) -> None:
    library = Library(path)
    library.adopt(given_episode())
    library.close()
    notes = [a_note(episode, start=5_000), a_note("given"), a_note(episode, start=1_000)]
    annotations.add(*notes)
    assert {each.id for each in annotations.every()} == {note.id for note in notes}
    times = [each.selector.time[0] for each in annotations.every() if each.episode_id == episode]
    assert times == [1_000, 5_000]


def test_an_adopted_episode_is_known_by_its_content_and_not_recent(path: Path) -> None:
    library = Library(path)
    library.adopt(given_episode())
    assert library.recent() == []
    found = library.find(KEYS[0], "")
    assert found is not None
    assert (found.id, found.title, found.files) == ("given", "Harbour", ())
    assert (found.recording_key, found.transcript_key) == KEYS
    assert library.find("", "") is None
    library.close()


def test_an_adopted_episode_is_met_by_opening_its_files(path: Path, tmp_path: Path) -> None:
    library = Library(path)
    talk, sound, other = (tmp_path / name for name in ("talk.vtt", "talk.mp3", "other.vtt"))
    for file in (talk, sound, other):
        file.write_text(file.name)
    library.adopt(replace(given_episode(), recording_key=content_key(sound)))
    heard = library.record_opened(sound, None, "Talk")
    assert (heard.id, heard.recording, heard.transcript_key) == ("given", sound, KEYS[1])
    assert library.record_opened(sound, other, "Other").id != "given"
    assert [each.id for each in library.recent()][-1] == "given"
    library.close()


def test_the_best_fit_is_found(path: Path) -> None:
    library = Library(path)
    library.adopt(given_episode())
    library.adopt(replace(given_episode("same sound"), transcript_key="c" * 32))
    assert (found := library.find(*KEYS)) and found.id == "given"
    assert (found := library.find(KEYS[0], "c" * 32)) and found.id == "same sound"
    assert (found := library.find(*KEYS, "same sound")) and found.id == "same sound"
    library.close()
