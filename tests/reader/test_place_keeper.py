"""Places while the library takes nothing: none is forgotten, an episode is recorded later."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reader.episode import Episode
from reader.errors import StoreError, StoreFault
from reader.jobs import Worker
from reader.place_keeper import PlaceKeeper
from reader.store import database
from reader.store.library import Library

NOW = datetime(2026, 11, 25, tzinfo=UTC)


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return Library(tmp_path / "earmark.db")


@pytest.fixture
def places(library: Library, qtbot: QtBot) -> Iterator[PlaceKeeper]:
    keeper = Worker()
    yield PlaceKeeper(library, keeper)
    keeper.run(lambda _: library.close(), lambda _: None)
    keeper.close()


def unrecorded(tmp_path: Path, position: int) -> Episode:
    transcript = tmp_path / "a.vtt"
    return Episode(
        "made here", "A", None, transcript, NOW, NOW, position=position, is_recorded=False
    )


def test_an_episode_is_recorded_under_its_id_when_the_library_takes_it(
    places: PlaceKeeper, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "BUSY_SECONDS", 0.05)
    with closing(sqlite3.connect(tmp_path / "earmark.db")) as other:
        other.execute("BEGIN EXCLUSIVE")
        with qtbot.waitSignal(places.failed) as told:
            places.keep(unrecorded(tmp_path, 1_000))
    assert told.args
    assert isinstance(told.args[0], StoreError)
    assert told.args[0].fault is StoreFault.BUSY
    with qtbot.waitSignal(places.recorded) as recorded:
        places.keep(unrecorded(tmp_path, 2_000))
    assert recorded.args
    former, episode = recorded.args
    assert (former, episode.id, episode.is_recorded) == ("made here", "made here", True)
    assert not places.is_busy
    (stored,) = Library(tmp_path / "earmark.db").recent()
    assert (stored.id, stored.position) == ("made here", 2_000)


def test_one_that_the_library_knew_all_along_gets_its_id(
    places: PlaceKeeper, qtbot: QtBot, tmp_path: Path
) -> None:
    other = Library(tmp_path / "earmark.db")
    known = other.record_opened(None, tmp_path / "a.vtt", "A")
    other.close()
    with qtbot.waitSignal(places.recorded) as recorded:
        places.keep(unrecorded(tmp_path, 2_000))
    assert recorded.args
    assert (recorded.args[0], recorded.args[1].id) == ("made here", known.id)
