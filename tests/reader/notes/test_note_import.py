"""From one library into another, and back."""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import NamedTuple

import pytest

from reader.annotation import Annotation
from reader.errors import ReaderError
from reader.notes.exporting import format_named, save
from reader.notes.exporting.choosing import NoteChoice
from reader.notes.exporting.gathering import gathered
from reader.notes.exporting.note import Export
from reader.notes.note_import import Imported, import_notes
from reader.store.annotations import Annotations
from reader.store.edit import Edit
from reader.store.library import Library
from reader.store.library_file import LibraryFile
from tests.conftest import MakePipe, WriteTalk
from tests.reader.store.notes import a_note


class Computer(NamedTuple):
    """A library and what it exports and imports."""

    annotations: Annotations
    library: Library
    folder: Path

    def export(self, name: str = "notes.json") -> Path:
        path = self.folder / name
        notes = gathered(self.annotations, self.library, NoteChoice()).notes
        save(Export(notes), path, format_named("json"), may_replace=True)
        return path

    def take(self, path: Path) -> Imported:
        return import_notes(path, self.annotations, self.library)

    def kept(self) -> list[Annotation]:
        return sorted(self.annotations.every(), key=lambda each: each.id)


@pytest.fixture
def computer(tmp_path: Path) -> Iterator[Callable[[str], Computer]]:
    made: list[Computer] = []

    def make(name: str) -> Computer:
        folder = tmp_path / name
        folder.mkdir()
        database = folder / "earmark.db"
        file = LibraryFile(database)
        made.append(Computer(Annotations(file), Library(file), folder))
        return made[-1]

    yield make
    for each in made:
        each.annotations.close()
        each.library.close()


def test_notes_go_to_another_computer_and_wait_for_their_episode(
    computer: Callable[[str], Computer], write_talk: WriteTalk
) -> None:
    here, there = computer("here"), computer("there")
    talk = write_talk("talk.vtt", "talk.mp3")
    sound = talk.with_suffix(".mp3")
    episode = here.library.record_opened(sound, talk, "Talk")
    here.annotations.add(*(a_note(episode.id, start=k, tags=("a",)) for k in (1_000, 2_000)))
    assert there.take(here.export()) == Imported(2, 0, 0, 1, ())
    assert there.library.recent() == []
    moved = write_talk("moved.vtt", "moved.mp3", folder="moved")
    opened = there.library.record_opened(moved.with_suffix(".mp3"), moved, "Moved")
    assert [each.selector for each in there.annotations.of_episode(opened.id)] == [
        each.selector for each in here.annotations.of_episode(episode.id)
    ]


def test_an_import_goes_to_the_episode_that_has_the_recording(
    computer: Callable[[str], Computer], write_talk: WriteTalk
) -> None:
    here, there = computer("here"), computer("there")
    sound = write_talk("talk.mp3")
    episode = here.library.record_opened(sound, None, "Talk")
    here.annotations.add(a_note(episode.id))
    mine = there.library.record_opened(sound, write_talk("talk.vtt"), "My Talk")
    assert there.take(here.export()) == Imported(1, 0, 0, 0, ())
    assert len(there.annotations.of_episode(mine.id)) == 1


def test_there_and_back_again_changes_nothing(
    computer: Callable[[str], Computer], write_talk: WriteTalk
) -> None:
    here, there = computer("here"), computer("there")
    episode = here.library.record_opened(write_talk("talk.mp3"), None, "Talk")
    here.annotations.add(a_note(episode.id), a_note(episode.id, note="Why?"))
    before = here.kept()
    there.take(here.export())
    assert there.take(here.export()) == Imported(0, 0, 2, 0, ())
    assert here.take(there.export("back.json")) == Imported(0, 0, 2, 0, ())
    assert here.kept() == before


def test_an_import_that_is_broken_off_leaves_nothing(
    computer: Callable[[str], Computer], monkeypatch: pytest.MonkeyPatch
) -> None:
    here, there = computer("here"), computer("there")
    for name in ("talk", "walk"):
        episode = here.library.record_opened(Path(f"/nowhere/{name}.mp3"), None, name)
        here.annotations.add(*(a_note(episode.id, start=k * 1_000) for k in range(1_500)))
    put, given = Edit.put, here.export()

    def put_until_ctrl_c(edit: Edit, annotation: Annotation) -> None:
        if annotation.selector.time[0] == 1_499_000:
            raise KeyboardInterrupt
        put(edit, annotation)

    with monkeypatch.context() as patch:
        patch.setattr(Edit, "put", put_until_ctrl_c)
        with pytest.raises(KeyboardInterrupt):
            there.take(given)
    assert (there.kept(), there.library.episodes()) == ([], [])
    assert there.take(given) == Imported(3_000, 0, 0, 2, ())
    there.annotations.undo()
    assert there.kept() == []


def test_what_was_written_there_is_renewed_here(
    computer: Callable[[str], Computer], write_talk: WriteTalk
) -> None:
    here, there = computer("here"), computer("there")
    episode = here.library.record_opened(write_talk("talk.mp3"), None, "Talk")
    here.annotations.add(a_note(episode.id, note="first"))
    there.take(here.export())
    (note,) = there.kept()
    later = replace(note, note="second", updated=note.updated + timedelta(minutes=1))
    there.annotations.take_in(later)
    assert here.take(there.export()) == Imported(0, 1, 0, 0, ())
    assert [each.note for each in here.kept()] == ["second"]


@pytest.mark.parametrize(
    ("content", "reason"),
    [(b"\xff\xfe", "not UTF-8"), (b"[1,\n2", "line 2: It is not JSON"), (b"{}", "no annotations")],
)
def test_a_file_that_holds_no_notes_is_reported_by_name(
    computer: Callable[[str], Computer], content: bytes, reason: str
) -> None:
    here = computer("here")
    path = here.folder / "odd.json"
    path.write_bytes(content)
    with pytest.raises(ReaderError, match=rf"odd\.json.*{reason}"):
        here.take(path)
    assert here.kept() == []


def test_a_file_that_is_not_there_is_reported_by_name(computer: Callable[[str], Computer]) -> None:
    here = computer("here")
    with pytest.raises(ReaderError, match=r"gone\.json was not found"):
        here.take(here.folder / "gone.json")


def test_the_conflicting_copy_of_a_library_gives_all_that_is_missing_here(
    computer: Callable[[str], Computer], write_talk: WriteTalk
) -> None:
    here = computer("here")
    episode = here.library.record_opened(write_talk("talk.mp3"), None, "Talk")
    note = a_note(episode.id)
    here.annotations.add(note)
    here.annotations.file.settle()
    conflict = here.folder / "earmark.sync-conflict-20261201-120000-ABCDEFG.db"
    shutil.copy(here.folder / "earmark.db", conflict)
    with closing(Annotations(conflict)) as theirs:
        theirs.change(note.id, note="thought elsewhere")
        theirs.add(a_note(episode.id, start=9_000))
        theirs.change_colour(1, name="Mine")
    before = conflict.read_bytes(), sorted(here.folder.iterdir())
    assert here.take(conflict) == Imported(1, 1, 0, 0, ())
    assert here.take(conflict) == Imported(0, 0, 2, 0, ())
    assert sorted(each.note for each in here.kept()) == ["", "thought elsewhere"]
    assert here.annotations.colours()[0].name == "Mine"
    assert (conflict.read_bytes(), sorted(here.folder.iterdir())) == before


@pytest.mark.parametrize("is_damaged", [True, False])
def test_a_file_of_sqlite_that_is_no_sound_library_is_refused(
    computer: Callable[[str], Computer], is_damaged: bool
) -> None:
    here, path = computer("here"), computer("there").folder / "other.db"
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE things (name TEXT)")
        other.executemany("INSERT INTO things VALUES (?)", [["x" * 3_000]] * 9)
        other.commit()
    if is_damaged:
        path.write_bytes(path.read_bytes()[:9_000])
    with pytest.raises(ReaderError, match=r"other\.db (is damaged|is not a library of Earmark)"):
        here.take(path)
    assert here.kept() == []


def test_a_pipe_holds_no_notes(
    computer: Callable[[str], Computer], make_pipe: MakePipe, tmp_path: Path
) -> None:
    with pytest.raises(ReaderError, match=r"pipe\.json cannot be read: a pipe or a device"):
        computer("one").take(make_pipe(tmp_path / "pipe.json"))


@pytest.mark.parametrize("times", ["9999999,9999999.5", "2147484,2147490", "5,9999999"])
def test_a_note_later_than_any_recording_is_reported_and_the_others_come(
    computer: Callable[[str], Computer], times: str
) -> None:
    here = computer("here")
    path = here.folder / "far.json"
    path.write_text(json.dumps([_heard("far", times), _heard("near", "5,6")]))
    imported = here.take(path)
    assert imported.faults == ("annotation 1: its time is later than any recording ends",)
    assert [(each.note, each.selector.time) for each in here.kept()] == [("near", (5_000, 6_000))]


def _heard(note: str, times: str) -> dict[str, object]:
    source = {"id": f"urn:earmark:file:{'0' * 32}", "type": "Sound"}
    selector = {"type": "FragmentSelector", "value": f"t={times}"}
    return {
        "id": f"urn:example:{note}",
        "type": "Annotation",
        "motivation": "highlighting",
        "body": {"value": note, "purpose": "commenting"},
        "target": [{"source": source, "selector": selector}],
    }
