"""Sync maps in the library: kept by the pair of files, undone and redone like notes."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.store.annotations import Annotations
from reader.store.check import check
from reader.store.sync_maps import SyncKeys, points_column, sync_map_in, times_column, times_in
from reader.sync_map import PointSource, SyncMap, SyncPoint
from reader.transcript.model import Word
from reader.transcript.spoken_times import CueTimes, SpokenTimes
from reader.transcript.text_sync import NO_SYNC, TextSync
from tests.reader.test_sync_map import sync_maps

KEYS = SyncKeys("aa", "bb")
_LATER = SyncMap((SyncPoint(0, 7_300),))
LATER = TextSync(_LATER)
ADVERT = TextSync(
    _LATER.with_point(SyncPoint(600_000, 637_300, PointSource.FOUND, is_after_break=True)),
    (CueTimes(0, 7_300, 9_000, (Word(7_300, 8_000, 0, 3),)), CueTimes(2, 9_000, 9_500)),
)

N = st.integers(0, 10**8)
WORDS = st.lists(st.builds(Word, N, N, N, N, st.none()), max_size=3).map(tuple)


@given(sync_maps())
def test_a_map_comes_back_from_its_row(sync_map: SyncMap) -> None:
    assert sync_map_in(points_column(sync_map)) == sync_map


@given(st.lists(st.builds(CueTimes, N, N, N, WORDS), max_size=3).map(tuple))
def test_spoken_times_come_back_as_they_were(times: SpokenTimes) -> None:
    assert times_in(times_column(times)) == times


@pytest.mark.parametrize("column", ["", "{}", "[1]", "[[1,2,3]]", "[[1,2,3,[[1]]]]"])
def test_a_text_that_holds_no_spoken_times_is_refused(column: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        times_in(column)


def test_each_pair_of_files_has_its_own(annotations: Annotations) -> None:
    annotations.change_sync(KEYS, LATER, name="Move Text")
    assert annotations.sync(KEYS) == LATER
    assert annotations.sync(SyncKeys("aa", "cc")) == NO_SYNC
    assert annotations.sync(SyncKeys("bb", "aa")) == NO_SYNC


def test_undo_and_redo(annotations: Annotations) -> None:
    annotations.change_sync(KEYS, LATER, name="Move Text")
    annotations.change_sync(KEYS, ADVERT, name="Set Break")
    assert annotations.undo_name() == "Set Break"
    annotations.undo()
    assert annotations.sync(KEYS) == LATER
    annotations.undo()
    assert annotations.sync(KEYS) == NO_SYNC
    annotations.redo()
    annotations.redo()
    assert annotations.sync(KEYS) == ADVERT


def test_what_changes_nothing_is_no_command(annotations: Annotations) -> None:
    annotations.change_sync(KEYS, NO_SYNC, name="Move Text")
    assert annotations.undo_name() is None


def test_it_is_there_after_a_restart(annotations: Annotations, path: Path) -> None:
    annotations.change_sync(KEYS, ADVERT, name="Set Break")
    annotations.close()
    again = Annotations(path)
    assert again.sync(KEYS) == ADVERT
    again.undo()
    assert again.sync(KEYS) == NO_SYNC
    again.close()


@pytest.mark.parametrize(
    "points",
    [
        "",
        "{}",
        "[[1, 2]]",
        '[[1, 2, "who", 0]]',
        '[["1", 2, "user", 0]]',
        '[[5, 5, "user", 0], [4, 9, "user", 0]]',
    ],
)
def test_a_damaged_row_is_reported_and_moves_nothing(
    annotations: Annotations, path: Path, points: str
) -> None:
    annotations.change_sync(KEYS, LATER, name="Move Text")
    with annotations._file.writing() as database:
        database.execute("UPDATE sync_maps SET points = ?", [points])
    assert annotations.sync(KEYS) == NO_SYNC
    annotations.close()
    assert not check(path).is_sound


@pytest.mark.parametrize("times", ["", "{}", "[[1]]", '[[0, 1, 2, [["a", 2, 0, 1]]]]'])
def test_damaged_times_are_reported_and_leave_the_map(
    annotations: Annotations, path: Path, times: str
) -> None:
    annotations.change_sync(KEYS, ADVERT, name="Set Break")
    with annotations._file.writing() as database:
        database.execute("UPDATE sync_maps SET times = ?", [times])
    assert annotations.sync(KEYS) == TextSync(ADVERT.sync_map)
    annotations.close()
    assert not check(path).is_sound


def test_a_nudge_does_not_write_down_again_what_was_heard(annotations: Annotations) -> None:
    annotations.change_sync(KEYS, ADVERT, name="Apply")
    annotations.change_sync(KEYS, ADVERT._replace(sync_map=_LATER), name="Move Text")
    with annotations._file.reading() as database:
        rows = database.execute("SELECT after FROM history_changes ORDER BY rowid").fetchall()
    assert ["times" in row[0] for row in rows] == [True, False]
