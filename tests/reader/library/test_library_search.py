"""The index and the search of the library, off the GUI thread."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reader import own_process, paths
from reader.jobs import Worker
from reader.library import index_process
from reader.library.library_index import IndexState, LibraryIndex
from reader.library.library_search import LibrarySearch
from reader.library.search_values import SearchResult
from reader.store.library import Library
from reader.store.library_file import LibraryFile
from reader.store.word_index import WordIndex
from tests.conftest import WriteTalk


class Place:
    """A library of two talks, with an index and a search."""

    def __init__(self, folder: Path, talk: Path, qtbot: QtBot) -> None:
        self.qtbot, self.talk = qtbot, talk
        self.file, self.keeper = LibraryFile(folder / "earmark.db"), Worker()
        self.library = Library(self.file)
        self.path = folder / "words.db"
        self.index = LibraryIndex(self.file, path=self.path)
        self.search = LibrarySearch(self.file, self.index.index)
        asked = self.library.asked_by(self.keeper.ask)
        self.episode = asked.record_opened(None, talk, "The Harbour")

    def indexed(self) -> IndexState:
        with self.qtbot.waitSignal(
            self.index.state_changed,
            timeout=60_000,
            check_params_cb=lambda state: state.done == state.total,
        ) as changed:
            self.index.bring_up_to_date()
        state = changed.args[0]
        assert isinstance(state, IndexState)
        return state

    def find(self, text: str) -> SearchResult:
        with self.qtbot.waitSignal(self.search.found) as found:
            self.search.look_for(text)
        result = found.args[0]
        assert isinstance(result, SearchResult)
        return result

    def close(self) -> None:
        self.index.stop()
        self.search.close()
        self.keeper.run(lambda _: self.file.close(), lambda _: None)
        self.keeper.close()


@pytest.fixture
def place(
    tmp_path: Path, write_talk: WriteTalk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Place]:
    monkeypatch.setattr(paths, "config_folder", lambda: tmp_path / "config")
    made = Place(tmp_path, write_talk("talk.vtt"), qtbot)
    yield made
    made.close()


def test_what_is_said_is_found_once_it_is_indexed(place: Place) -> None:
    assert place.find("gulls ").spoken == 0
    state = place.indexed()
    assert (state.episodes, state.size > 0) == (1, True)
    (episode,) = place.find("gulls ").episodes
    (line,) = episode.lines
    assert (episode.episode_id, line.voice, line.start) == (place.episode.id, "Mara", 3_000)
    assert place.index.voices() == {place.episode.id: ("Mara", "Jon")}


def test_all_lines_and_near_words_come_when_they_are_asked_for(place: Place) -> None:
    place.indexed()
    with place.qtbot.waitSignal(place.search.more_found) as more:
        place.search.look_for_more("the ", place.episode.id)
    assert [line.cue for line in more.args[0][1].lines] == [0, 1, 4]
    with place.qtbot.waitSignals([place.search.found, place.search.found]):
        place.search.look_for("harbor ")


def test_only_the_last_key_is_answered(place: Place) -> None:
    place.indexed()
    texts: list[str] = []
    place.search.found.connect(lambda result: texts.append(result.text))
    for text in ("g", "gu", "gul"):
        place.search.look_for(text)
    assert place.find("gull").spoken == 1
    assert texts == ["gull"]


def test_a_changed_overlay_renews_its_episode(place: Place) -> None:
    place.indexed()
    key = place.keeper.ask(lambda: place.library.episode(place.episode.id))
    assert key is not None
    (place.talk).write_text(place.talk.read_text().replace("Gulls", "Herons"))
    with place.qtbot.waitSignal(
        place.index.state_changed,
        timeout=60_000,
        check_params_cb=lambda state: state.done == state.total,
    ):
        place.index.renew(place.episode.id)
    assert (place.find("gulls ").spoken, place.find("herons ").spoken) == (0, 1)


def test_it_can_be_switched_off_and_on(place: Place) -> None:
    place.indexed()
    with place.qtbot.waitSignal(
        place.index.state_changed, timeout=60_000, check_params_cb=lambda state: not state.is_on
    ):
        place.index.set_on(False)
    assert not place.path.exists()
    result = place.find("harbour")
    assert (result.is_index_on, result.titled, result.spoken) == (False, 1, 0)
    with place.qtbot.waitSignal(
        place.index.state_changed, timeout=60_000, check_params_cb=lambda state: state.episodes == 1
    ):
        place.index.set_on(True)
    assert place.find("gulls ").spoken == 1


def test_a_damaged_index_is_built_again(place: Place) -> None:
    place.indexed()
    place.find("gulls ")
    content = bytearray(place.path.read_bytes())
    content[100:] = os.urandom(len(content) - 100)
    for ending in ("-wal", "-shm"):
        place.path.with_name(place.path.name + ending).unlink(missing_ok=True)
    place.path.write_bytes(content)
    assert place.indexed().episodes == 1
    assert place.find("gulls ").spoken == 1


def test_a_folder_in_its_place_is_said_and_titles_are_found(place: Place) -> None:
    place.path.mkdir()
    with place.qtbot.waitSignal(place.index.failed, timeout=60_000):
        place.index.bring_up_to_date()


def test_another_version_is_thrown_away(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    place.indexed()
    monkeypatch.setattr("reader.store.word_index.VERSION", 2)
    index = WordIndex(place.path)
    assert index.episodes() == {}
    index.close()


def test_its_process_ends_with_the_window_though_a_disk_hangs(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[subprocess.Popen[bytes]] = []

    def hanging(*_: object, **__: object) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-c", "import time; time.sleep(600)"]
        begun.append(subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE))
        return begun[0]

    monkeypatch.setattr(own_process, "started", hanging)
    place.index.bring_up_to_date()
    place.qtbot.waitUntil(lambda: bool(begun))
    place.index.close()
    place.qtbot.waitUntil(lambda: begun[0].poll() is not None)


def test_the_frozen_program_can_be_that_process() -> None:
    start = Path(index_process.__file__).parents[2] / "ui" / "__main__.py"
    assert f'["{index_process.PROCESS_OPTION}"]' in start.read_text(encoding="utf-8")
