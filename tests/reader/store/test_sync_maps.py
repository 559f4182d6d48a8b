"""Sync maps in the library: kept by the pair of files, undone and redone like notes."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given

from reader.store.annotations import Annotations
from reader.store.check import check
from reader.store.sync_maps import SyncKeys, points_column, sync_map_in
from reader.sync_map import ONE_CLOCK, PointSource, SyncMap, SyncPoint
from tests.reader.test_sync_map import sync_maps

KEYS = SyncKeys("aa", "bb")
LATER = SyncMap((SyncPoint(0, 7_300),))
ADVERT = LATER.with_point(SyncPoint(600_000, 637_300, PointSource.FOUND, is_after_break=True))


@given(sync_maps())
def test_a_map_comes_back_from_its_row(sync_map: SyncMap) -> None:
    assert sync_map_in(points_column(sync_map)) == sync_map


def test_each_pair_of_files_has_its_own(annotations: Annotations) -> None:
    annotations.change_sync_map(KEYS, LATER, name="Move Text")
    assert annotations.sync_map(KEYS) == LATER
    assert annotations.sync_map(SyncKeys("aa", "cc")) == ONE_CLOCK
    assert annotations.sync_map(SyncKeys("bb", "aa")) == ONE_CLOCK


def test_undo_and_redo(annotations: Annotations) -> None:
    annotations.change_sync_map(KEYS, LATER, name="Move Text")
    annotations.change_sync_map(KEYS, ADVERT, name="Set Break")
    assert annotations.undo_name() == "Set Break"
    annotations.undo()
    assert annotations.sync_map(KEYS) == LATER
    annotations.undo()
    assert annotations.sync_map(KEYS) == ONE_CLOCK
    annotations.redo()
    annotations.redo()
    assert annotations.sync_map(KEYS) == ADVERT


def test_what_changes_nothing_is_no_command(annotations: Annotations) -> None:
    annotations.change_sync_map(KEYS, ONE_CLOCK, name="Move Text")
    assert annotations.undo_name() is None


def test_it_is_there_after_a_restart(annotations: Annotations, path: Path) -> None:
    annotations.change_sync_map(KEYS, ADVERT, name="Set Break")
    annotations.close()
    again = Annotations(path)
    assert again.sync_map(KEYS) == ADVERT
    again.undo()
    assert again.sync_map(KEYS) == ONE_CLOCK
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
    annotations.change_sync_map(KEYS, LATER, name="Move Text")
    with annotations._file.writing() as database:
        database.execute("UPDATE sync_maps SET points = ?", [points])
    assert annotations.sync_map(KEYS) == ONE_CLOCK
    annotations.close()
    assert not check(path).is_sound
