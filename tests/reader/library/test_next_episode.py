"""What comes after the open episode in its folder."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reader.jobs import Worker
from reader.library.file_pair import FilePair
from reader.library.folder_scan import FolderScan
from reader.library.next_episode import NextEpisodes, NextWhy, next_files
from reader.store.catalogue import Catalogue
from reader.store.library import Library
from reader.store.up_next import UpNext
from tests.conftest import WriteTalk


@pytest.fixture
def folder(write_talk: WriteTalk) -> Path:
    names = ("2 Two.mp3", "2 Two.vtt", "2 Two.m4a", "10 Ten.mp3", "10 Ten.vtt", "11 Eleven.mp3")
    return write_talk(*names, ".12 hidden.mp3").parent


@pytest.mark.parametrize(
    ("here", "recording", "transcript"),
    [
        ("2 Two.mp3", "10 Ten.mp3", "10 Ten.vtt"),
        ("10 Ten.mp3", "11 Eleven.mp3", None),
    ],
)
def test_the_next_recording_comes_with_its_text(
    folder: Path, here: str, recording: str, transcript: str | None
) -> None:
    found = next_files(FilePair(folder / here, None))
    assert found == FilePair(folder / recording, folder / transcript if transcript else None)


def test_after_the_last_and_without_a_folder_there_is_none(folder: Path) -> None:
    assert next_files(FilePair(folder / "11 Eleven.mp3", None)) is None
    assert next_files(FilePair(folder / "gone" / "1.mp3", None)) is None
    assert next_files(FilePair(None, None)) is None


def test_a_text_alone_is_followed_by_the_next_text(write_talk: WriteTalk) -> None:
    folder = write_talk("1.vtt", "2.txt", "3.vtt").parent
    (folder / "2.txt").write_bytes(b"\x00\x01" * 500)
    assert next_files(FilePair(None, folder / "1.vtt")) == FilePair(None, folder / "3.vtt")


def test_what_the_library_knows_of_it_is_reported(
    folder: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    library, keeper = Library(tmp_path / "earmark.db"), Worker()
    following = NextEpisodes(library, keeper)
    files = FilePair(folder / "10 Ten.mp3", None)
    with qtbot.waitSignal(following.found) as reported:
        following.look_after(files)
    assert (reported.args[0].title, reported.args[0].left) == ("11 Eleven", 0)
    eleventh = library.asked_by(keeper.ask).record_opened(folder / "11 Eleven.mp3", None, "Last")
    for position, left in ((0, 60_000), (20_000, 20_000)):  # ms of it all, and at its speed
        keeper.ask(partial(library.remember_place, eleventh.id, position, 60_000, 2.0, 0))
        with qtbot.waitSignal(following.found) as reported:
            following.look_after(files)
        found = reported.args[0]
        assert (found.title, found.left, found.is_begun) == ("Last", left, position > 0)
    keeper.run(lambda _: library.close(), lambda _: None)
    keeper.close()


def test_what_is_queued_comes_before_the_show_and_that_before_the_folder(
    folder: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    library, keeper = Library(tmp_path / "earmark.db"), Worker()
    following, queue = NextEpisodes(library, keeper), UpNext(tmp_path / "earmark.db")
    asked = library.asked_by(keeper.ask)
    for path in folder.glob("*.mp3"):
        path.write_bytes(path.read_bytes() + path.name.encode())  # else one is known as another
    ids = {
        name: asked.record_opened(folder / name, None, name, show="Coast", date=date).id
        for name, date in (
            ("2 Two.mp3", "2024-02-01"),
            ("10 Ten.mp3", "2024-01-01"),
            ("11 Eleven.mp3", "2024-03-01"),
        )
    }

    def after(name: str) -> tuple[str, NextWhy]:
        with qtbot.waitSignal(following.found) as reported:
            following.look_after(FilePair(folder / name, None))
        return reported.args[0].title, reported.args[0].why

    assert after("10 Ten.mp3") == ("2 Two.mp3", NextWhy.SHOW)
    assert after("2 Two.mp3") == ("11 Eleven.mp3", NextWhy.SHOW)
    keeper.ask(lambda: queue.put([ids["10 Ten.mp3"], ids["2 Two.mp3"]]))
    assert after("11 Eleven.mp3") == ("10 Ten.mp3", NextWhy.QUEUE)
    assert after("10 Ten.mp3") == ("2 Two.mp3", NextWhy.QUEUE)
    (folder / "2 Two.mp3").unlink()
    assert after("10 Ten.mp3") == ("11 Eleven.mp3", NextWhy.FOLDER)
    keeper.ask(queue.close)
    keeper.run(lambda _: library.close(), lambda _: None)
    keeper.close()


def test_its_show_may_be_the_folder_that_it_lies_in(
    folder: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    catalogue, keeper = Catalogue(tmp_path / "earmark.db"), Worker()
    for path in folder.iterdir():
        os.utime(path, (1_700_000_000, 1_700_000_000))
    keeper.ask(lambda: FolderScan(catalogue, catalogue.watch(folder.parent)).run())
    library = Library(tmp_path / "earmark.db")
    following = NextEpisodes(library, keeper)
    with qtbot.waitSignal(following.found) as reported:
        following.look_after(FilePair(folder / "10 Ten.mp3", None))
    assert (reported.args[0].why, reported.args[0].show) == (NextWhy.FOLDER, folder.name)
    keeper.run(lambda _: library.close(), lambda _: None)
    keeper.run(lambda _: catalogue.close(), lambda _: None)
    keeper.close()
