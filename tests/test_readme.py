"""What the README promises of the safety of what is kept: each claim is a test with its name."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reader.errors import StoreError
from reader.jobs import Worker
from reader.library.care import LibraryCare
from reader.library.script_reader import read_script
from reader.notes.exporting import format_named, save
from reader.notes.exporting.choosing import NoteChoice
from reader.notes.exporting.gathering import gathered
from reader.notes.exporting.note import Export
from reader.notes.note_import import import_notes
from reader.overlays.views import VIEWS
from reader.store.annotations import Annotations
from reader.store.backups import Backups, described
from reader.store.check import check
from reader.store.library import Library
from reader.store.library_file import LibraryFile
from reader.transcript.script import ReadingOptions
from tests.conftest import LINES, WriteTalk
from tests.reader.store import parting
from tests.reader.store.notes import a_note, episode_at
from tests.reader.store.parting import Happening, Open
from tests.test_architecture import ROOT, imports_of, sources
from tests.ui.shell import Shell

README = (ROOT / "README.md").read_text(encoding="utf-8")
NETWORK = ("urllib.request", "http.client", "socket", "ftplib", "smtplib", "requests", "httpx")


def claims(words: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """The README says this, and the test shows it."""
    assert words in README
    return lambda test: test


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "earmark.db"


@pytest.fixture
def opened(path: Path) -> Iterator[Open]:
    opened = Open(path)
    yield opened
    opened.changes.store.close()
    opened.file.close()


@claims("No account, no network: everything stays on your computer.")
def test_no_network() -> None:
    found = sources("reader", "ui")
    users = {
        name
        for name, source in found.items()
        for imported in imports_of(source)
        if imported.startswith(NETWORK) or "QNetworkAccessManager" in imported
    }
    assert {name for name in users if not name.startswith("reader.feeds")} == set()


@claims("`Ctrl+Z` takes back any of it, also after a restart.")
def test_ctrl_z_takes_back_any_of_it_also_after_a_restart(path: Path) -> None:
    note = a_note(episode_at(path))
    commands: tuple[Callable[[Annotations], object], ...] = (
        lambda store: store.add(note),
        lambda store: store.change(note.id, note="first thought", tags=("sea",)),
        lambda store: store.change(note.id, colour=3),
        lambda store: store.move({note.id: note.selector._replace(time=(5_000, 6_000))}),
        lambda store: store.delete(note.id),
    )
    states = []
    for command in commands:
        with closing(Annotations(path)) as store:
            states.append(_state(store))
            command(store)
    for before in reversed(states):
        with closing(Annotations(path)) as store:
            store.undo()
            assert _state(store) == before


def _state(store: Annotations) -> list[object]:
    return [(each.note, each.tags, each.colour, each.selector.time) for each in store.every()]


@claims(
    "with a checked copy of each of the last ten days, the fullest of each month and any whose"
    " notes no later one has, in `backups` beside it"
)
def test_a_checked_copy_of_each_of_the_last_ten_days_lies_beside_it(path: Path) -> None:
    with closing(Annotations(path)) as store:
        store.add(a_note(episode_at(path)))
        days = [datetime(2026, 11, 1) + timedelta(days=day) for day in range(12)]
        for day in days:
            Backups(path, now=lambda day=day: day).make_daily()  # type: ignore[misc]
    copies = {copy.stem.removeprefix("earmark-"): copy for copy in Backups(path).all()}
    assert {f"{day:%Y-%m-%d}" for day in days[-10:]} <= copies.keys()
    assert all(check(copy).is_sound and described(copy).notes == 1 for copy in copies.values())


@claims("File > Advanced > Library backs up, restores, checks and moves it")
def test_it_is_backed_up_restored_and_checked(path: Path, tmp_path: Path) -> None:
    episode = episode_at(path)
    with closing(Annotations(path)) as store:
        store.add(a_note(episode))
    Backups(path).back_up_to(tmp_path / "copy.db")
    with closing(Annotations(path)) as store:
        store.add(a_note(episode))
    aside = Backups(path).restore_from(tmp_path / "copy.db")
    assert aside is not None
    assert (described(path).notes, described(aside).notes) == (1, 2)
    assert check(path).is_sound


@claims("File > Advanced > Library backs up, restores, checks and moves it")
def test_it_moves_with_all_it_holds(qtbot: QtBot, path: Path, tmp_path: Path) -> None:
    with closing(Annotations(path)) as store:
        store.add(a_note(episode_at(path)))
    file, keeper, place = LibraryFile(path), Worker(), tmp_path / "stick"
    place.mkdir()
    care = LibraryCare(file, keeper, lambda _folder: None)
    with qtbot.waitSignal(care.moved, timeout=30_000):
        care.move_to(place)
    care.close()
    keeper.run(lambda _: file.close(), lambda _: None)
    keeper.close()
    assert (described(path).notes, described(place / path.name).notes) == (1, 1)


@claims("A copy of the file alone is whole a moment after you keep something.")
def test_a_copy_of_the_file_alone_is_whole(opened: Open, tmp_path: Path) -> None:
    opened.file.settle()
    copy = Path(shutil.copy(opened.path, tmp_path / "copy.db"))
    assert check(copy).is_sound
    with closing(sqlite3.connect(copy)) as connection:
        assert connection.execute("SELECT id FROM annotations").fetchall() == [(opened.note.id,)]


@claims("Where another program replaces, moves, deletes or rolls it back")
@pytest.mark.parametrize(
    "happening", [parting.replaced, parting.written_over, parting.moved, parting.deleted]
)
def test_where_another_program_replaces_it_earmark_says_so_and_loses_nothing(
    opened: Open, happening: Happening
) -> None:
    happening(opened)
    new = opened.keep(9_000)
    assert isinstance(opened.changes.fault, StoreError)
    assert opened.changes.unsaved == {opened.note.id, new.id}
    opened.file.begin_again()
    opened.changes.save()
    assert opened.changes.count == 0
    assert opened.at(opened.path) == {opened.note.id, new.id}


@claims("nothing is called saved that is not on the disk")
def test_nothing_is_called_saved_that_is_not_on_the_disk(opened: Open) -> None:
    """It is there for whoever opens the file when the call returns; a kill then takes nothing."""
    new = opened.keep(9_000)
    with closing(LibraryFile(opened.path)) as other:
        assert Annotations(other).get(new.id) is not None
    assert opened.changes.unsaved == frozenset()


@claims("# to another format; --force replaces a file")
def test_without_force_no_file_is_replaced(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    earmark = Shell(capsys)
    source, target = tmp_path / "a.srt", tmp_path / "b.vtt"
    source.write_text("1\n00:00:01,000 --> 00:00:02,000\nThe harbour wakes.\n")
    target.write_text("mine")
    assert earmark("convert", source, target).code == 1
    assert target.read_text() == "mine"
    assert earmark("convert", source, target, "--force").code == 0
    assert target.read_text().startswith("WEBVTT")


@claims("the file stays as it is")
def test_views_leave_the_file_as_it_is(write_talk: WriteTalk) -> None:
    path = write_talk("talk.vtt")
    before = path.read_bytes(), path.stat().st_mtime_ns
    views = frozenset(view.name for view in VIEWS)
    script = read_script(path, ReadingOptions(views=views))
    assert [cue.text for cue in script.source.cues] == [text for *_, text in LINES]
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before


@claims("JSON after the W3C Web Annotation model, which holds everything and is read back")
def test_json_holds_everything_and_is_read_back(path: Path, tmp_path: Path) -> None:
    note = a_note(episode_at(path), note="*mine*\n", tags=("sea", "two words"))
    there = tmp_path / "there.db"
    with closing(LibraryFile(path)) as file:
        annotations, library = Annotations(file), Library(file)
        annotations.add(note)
        kept = annotations.every()
        notes = gathered(annotations, library, NoteChoice()).notes
        save(Export(notes), tmp_path / "notes.json", format_named("json"), may_replace=False)
    with closing(LibraryFile(there)) as file:
        annotations = Annotations(file)
        import_notes(tmp_path / "notes.json", annotations, Library(file))
        found = annotations.every()
    assert [replace(each, episode_id="") for each in found] == [
        replace(each, episode_id="") for each in kept
    ]
