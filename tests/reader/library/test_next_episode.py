"""What comes after the open episode in its folder."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reader.jobs import Worker
from reader.library.file_pair import FilePair
from reader.library.next_episode import NextEpisodes, next_files
from reader.store.library import Library
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
    keeper.ask(lambda: library.remember_place(eleventh.id, 20_000, 60_000, 1.0, 0))
    with qtbot.waitSignal(following.found) as reported:
        following.look_after(files)
    assert (reported.args[0].title, reported.args[0].left) == ("Last", 40_000)
    keeper.run(lambda _: library.close(), lambda _: None)
    keeper.close()
