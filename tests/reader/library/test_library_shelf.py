"""The library's page from the library, off the GUI thread."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reader.jobs import Jobs, Worker, close_all
from reader.library.library_shelf import LibraryShelf, Shelf
from reader.library.play_queue import PlayQueue
from reader.library.script_cache import ScriptCache
from reader.library.script_reader import read_script
from reader.library.shelf import WatchedFolder
from reader.store.catalogue import Catalogue
from reader.store.library_file import LibraryFile
from reader.store.up_next import UpNext
from tests.conftest import WriteTalk
from tests.reader.store.test_catalogue import found, seen


@pytest.fixture(name="file")
def library_file(tmp_path: Path) -> LibraryFile:
    return LibraryFile(tmp_path / "earmark.db")


@pytest.fixture(name="keeper")
def worker(file: LibraryFile) -> Iterator[Worker]:
    keeper = Worker()
    yield keeper
    keeper.run(lambda _: file.close(), lambda _: None)
    keeper.close()


def filled(file: LibraryFile, keeper: Worker, folder: Path, *names: str) -> Catalogue:
    """A library with an episode for each name, in a watched folder."""
    catalogue = Catalogue(file)

    def fill() -> None:
        watched = catalogue.watch(folder)
        pairs = [(found(name, str(folder / f"{name}.mp3")), None) for name in names]
        catalogue.write(pairs, [seen(name, watched.id, name) for name in names])

    keeper.ask(fill)
    return catalogue


def loaded(shelf: LibraryShelf, qtbot: QtBot) -> Shelf:
    with qtbot.waitSignal(shelf.changed) as reported:
        shelf.load()
    value = reported.args[0]
    assert isinstance(value, Shelf)
    return value


def test_the_shelf_has_episodes_folders_and_voices(
    file: LibraryFile, keeper: Worker, qtbot: QtBot
) -> None:
    catalogue = filled(file, keeper, Path("/disk"), "a", "b")
    shelf = LibraryShelf(catalogue, keeper, voices=lambda: {"a": ("Anna",)})
    found_shelf = loaded(shelf, qtbot)
    assert [each.voices for each in found_shelf.episodes] == [("Anna",), ()]
    assert [(each.heard_at, each.folder) for each in found_shelf.episodes] == [
        (None, Path("/disk"))
    ] * 2
    assert found_shelf.folders == (WatchedFolder(Path("/disk"), 2, True),)


def test_forget_and_its_undo_show_the_new_shelf(
    file: LibraryFile, keeper: Worker, qtbot: QtBot
) -> None:
    shelf = LibraryShelf(filled(file, keeper, Path("/disk"), "a", "b"), keeper)
    first = loaded(shelf, qtbot).episodes[0].episode
    with qtbot.waitSignal(shelf.changed) as reported:
        shelf.forget([first])
    assert [each.id for each in reported.args[0].episodes] == ["b"]
    with qtbot.waitSignal(shelf.changed) as reported:
        shelf.restore([first])
    assert {each.id for each in reported.args[0].episodes} == {"a", "b"}
    with qtbot.waitSignal(shelf.changed) as reported:
        shelf.set_finished(["a"], True)
    assert {each.id for each in reported.args[0].episodes if each.is_finished} == {"a"}


def test_what_was_read_of_a_forgotten_episode_goes(
    file: LibraryFile, keeper: Worker, qtbot: QtBot, tmp_path: Path, write_talk: WriteTalk
) -> None:
    talk, cache = write_talk("a.vtt"), ScriptCache(tmp_path / "texts")
    cache.keep(read_script(talk))
    shelf = LibraryShelf(filled(file, keeper, tmp_path, "a"), keeper, texts=cache)
    episode = replace(loaded(shelf, qtbot).episodes[0].episode, transcript=talk)
    shelf.forget([episode])
    qtbot.waitUntil(lambda: not any((tmp_path / "texts").iterdir()))


def test_what_changes_while_the_window_closes_is_not_read(
    file: LibraryFile, keeper: Worker, qtbot: QtBot
) -> None:
    shelf = LibraryShelf(Catalogue(file), keeper)
    shelf.close()
    close_all(shelf.findChildren(Jobs), 5)
    with qtbot.assertNotEmitted(shelf.changed):
        shelf.load()


def test_files_that_are_gone_outside_of_folders_are_looked_for(
    file: LibraryFile, keeper: Worker, qtbot: QtBot, write_talk: WriteTalk
) -> None:
    there, gone = write_talk("there.mp3"), Path("/nowhere/gone.mp3")
    catalogue = Catalogue(file)
    pairs = [(replace(found("a"), recording=there), None), (found("b", str(gone)), None)]
    keeper.ask(lambda: catalogue.write(pairs, []))
    shelf = LibraryShelf(catalogue, keeper)
    with qtbot.waitSignals([shelf.changed, shelf.changed]):
        loaded(shelf, qtbot)


def test_the_queue_is_changed_at_both_ends_and_put_back(
    file: LibraryFile, keeper: Worker, qtbot: QtBot
) -> None:
    filled(file, keeper, Path("/disk"), *"abcd")
    queue = PlayQueue(UpNext(file), keeper)

    def after(change: object, *values: object) -> list[str]:
        with qtbot.waitSignal(queue.changed) as reported:
            change(*values)  # type: ignore[operator]
        return [each.id for each in reported.args[0]]

    assert after(queue.play_later, ["a"]) == ["a"]
    assert after(queue.play_later, ["b", "c"]) == ["a", "b", "c"]
    assert after(queue.play_next, ["c", "d"]) == ["c", "d", "a", "b"]
    assert after(queue.move, "b", 1) == ["c", "b", "d", "a"]
    assert after(queue.move, "gone", 1) == ["c", "b", "d", "a"]
    assert after(queue.remove, ["c", "a"]) == ["b", "d"]
    assert after(queue.put, ["c", "b", "d", "a"]) == ["c", "b", "d", "a"]
    assert after(queue.load) == ["c", "b", "d", "a"]
