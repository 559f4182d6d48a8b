from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from reader.episode import Episode, missing_files
from ui.library.recent_episodes_model import EpisodeRole, RecentEpisodesModel

MINUTE = 60_000
NOW = datetime(2026, 3, 10, 9, 0, tzinfo=timezone(timedelta(hours=2)))


def _episode(**values: Any) -> Episode:
    usual: dict[str, Any] = {
        "id": "a",
        "title": "Talk",
        "recording": Path("/shows/Mamba/talk.mp3"),
        "transcript": Path("/shows/Mamba/talk.vtt"),
        "opened_at": NOW,
        "updated_at": NOW,
        "length": 60 * MINUTE,
    }
    return Episode(**{**usual, **values})


def _model(*episodes: Episode) -> RecentEpisodesModel:
    model = RecentEpisodesModel(now=lambda: NOW)
    model.set_episodes(episodes)
    return model


def _said(role: int, **values: Any) -> Any:
    model = _model(_episode(**values))
    return model.data(model.index(0), role)


@pytest.mark.parametrize(
    ("values", "state", "progress"),
    [
        ({"position": 0}, "Not started", 0.0),
        ({"position": 37 * MINUTE}, "23 min left", 37 / 60),
        ({"position": 60 * MINUTE - 20_000}, "Under 1 min left", pytest.approx(0.994, abs=0.01)),
        ({"position": 60 * MINUTE - 10_000}, "Finished", 1.0),
        ({"position": 61 * MINUTE}, "Finished", 1.0),
        ({"position": 5 * MINUTE, "length": 90 * MINUTE}, "1 h 25 min left", 5 / 90),
        ({"position": 5 * MINUTE, "length": 0}, "Started", None),
        ({"recording": None}, "Text only", None),
    ],
)
def test_how_far_it_was_heard(values: dict[str, Any], state: str, progress: float | None) -> None:
    assert _said(EpisodeRole.STATE, **values) == state
    assert _said(EpisodeRole.PROGRESS, **values) == progress


@pytest.mark.parametrize(
    ("opened_at", "when"),
    [
        (NOW, "today"),
        (datetime(2026, 3, 9, 22, 30, tzinfo=UTC), "today"),  # half past midnight where NOW is
        (datetime(2026, 3, 9, 21, 30, tzinfo=UTC), "yesterday"),
        (NOW - timedelta(days=6), "6 days ago"),
        (NOW - timedelta(days=30), "8 Feb 2026"),
        (NOW + timedelta(days=2), "today"),  # a clock that was set back
    ],
)
def test_when_it_was_last_open(opened_at: datetime, when: str) -> None:
    QLocale.setDefault(QLocale.c())
    assert _said(EpisodeRole.ORIGIN, opened_at=opened_at) == f"Mamba · {when}"


@pytest.mark.parametrize(
    ("lost", "state"),
    [
        (["talk.mp3"], "Recording not found"),
        (["talk.vtt"], "Transcript not found"),
        (["talk.mp3", "talk.vtt"], "Files not found"),
    ],
)
def test_lost_files_are_marked(lost: list[str], state: str, qtbot: QtBot) -> None:
    model = _model(_episode())
    with qtbot.waitSignal(model.dataChanged):
        model.set_missing([Path("/shows/Mamba") / name for name in lost])
    assert model.data(model.index(0), EpisodeRole.STATE) == state
    assert model.data(model.index(0), EpisodeRole.PROGRESS) is None
    assert model.data(model.index(0), EpisodeRole.IS_MISSING) is True


def test_a_row_is_read_aloud_as_a_whole() -> None:
    said = _said(Qt.ItemDataRole.AccessibleTextRole, position=37 * MINUTE)
    assert said == "Talk, 23 min left, Mamba · today"


def test_taking_and_putting_back_keep_the_order() -> None:
    first, second, third = (_episode(id=name) for name in "abc")
    model = _model(first, second, third)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert model.take(1) == second
    assert [episode.id for episode in model.episodes] == ["a", "c"]
    model.put_back(1, second)
    assert [episode.id for episode in model.episodes] == ["a", "b", "c"]


def test_missing_files_are_found_on_the_disk(tmp_path: Path) -> None:
    here = tmp_path / "a.mp3"
    here.touch()
    gone = tmp_path / "a.vtt"
    assert missing_files([_episode(recording=here, transcript=gone)]) == {gone}
