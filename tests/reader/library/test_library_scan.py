"""Watched folders, scanned off the GUI thread."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reader.jobs import Worker
from reader.library.folder_scan import ScanReport
from reader.library.library_scan import LibraryScan
from reader.store.catalogue import Catalogue
from reader.store.library_file import LibraryFile
from tests.conftest import WriteTalk
from tests.hanging import HangingFolder

LONG_AGO = 1_700_000_000


@pytest.fixture(name="catalogue")
def catalogue_of(tmp_path: Path) -> Catalogue:
    return Catalogue(LibraryFile(tmp_path / "earmark.db"))


@pytest.fixture(name="keeper")
def worker(catalogue: Catalogue) -> Iterator[Worker]:
    keeper = Worker()
    yield keeper
    keeper.run(lambda _: catalogue.close(), lambda _: None)
    keeper.close()


@pytest.fixture
def scan(catalogue: Catalogue, keeper: Worker) -> Iterator[LibraryScan]:
    made = LibraryScan(catalogue, keeper)
    yield made
    made.close()


@pytest.fixture
def folder(write_talk: WriteTalk) -> Path:
    place = write_talk("a.mp3", "a.vtt", "b.mp3").parent
    for name in ("a.mp3", "a.vtt"):
        os.utime(place / name, (LONG_AGO, LONG_AGO))
    (place / "b.mp3").unlink()
    return place


def watched(scan: LibraryScan, folder: Path, qtbot: QtBot) -> ScanReport:
    with qtbot.waitSignal(scan.finished) as finished:
        scan.watch(folder)
    report = finished.args[0]
    assert isinstance(report, ScanReport)
    return report


def test_a_watched_folder_is_scanned_and_kept(
    scan: LibraryScan, folder: Path, catalogue: Catalogue, keeper: Worker, qtbot: QtBot
) -> None:
    with qtbot.waitSignals([scan.folders_changed, scan.started, scan.progressed, scan.found_some]):
        assert watched(scan, folder, qtbot) == ScanReport(added=1)
    assert [each.path for each in keeper.ask(catalogue.folders)] == [folder]
    assert not scan.is_running


def test_a_change_in_the_folder_is_found_by_itself(
    scan: LibraryScan, folder: Path, qtbot: QtBot
) -> None:
    watched(scan, folder, qtbot)
    with qtbot.waitSignal(scan.finished, timeout=15_000) as finished:
        (folder / "c.mp3").write_bytes((folder / "a.mp3").read_bytes() + b"other")
        os.utime(folder / "c.mp3", (LONG_AGO, LONG_AGO))
    assert finished.args[0] == ScanReport(added=1)


def test_a_folder_that_goes_and_comes_back_is_noticed(
    scan: LibraryScan, folder: Path, catalogue: Catalogue, keeper: Worker, qtbot: QtBot
) -> None:
    watched(scan, folder, qtbot)
    qtbot.waitUntil(lambda: bool(scan._presence._watcher.directories()))
    for name, other, is_away in (("episodes", "gone", True), ("gone", "episodes", False)):
        with qtbot.waitSignal(scan.finished, timeout=15_000):
            (folder.parent / name).rename(folder.parent / other)
        (stored,) = keeper.ask(catalogue.folders)
        assert stored.is_away == is_away


def test_a_folder_within_a_watched_one_is_refused(
    scan: LibraryScan, folder: Path, qtbot: QtBot
) -> None:
    (folder / "below").mkdir()
    watched(scan, folder, qtbot)
    with qtbot.waitSignal(scan.failed) as failed:
        scan.watch(folder / "below")
    assert "below" in failed.args[0].message


def test_a_folder_around_a_watched_one_takes_its_place(
    scan: LibraryScan, folder: Path, catalogue: Catalogue, keeper: Worker, qtbot: QtBot
) -> None:
    watched(scan, folder, qtbot)
    report = watched(scan, folder.parent, qtbot)
    assert report.added == 0
    assert [each.path for each in keeper.ask(catalogue.folders)] == [folder.parent]


def test_episodes_stay_where_their_folder_is_not_watched_any_more(
    scan: LibraryScan, folder: Path, catalogue: Catalogue, keeper: Worker, qtbot: QtBot
) -> None:
    watched(scan, folder, qtbot)
    with qtbot.waitSignals([scan.folders_changed, scan.found_some]):
        scan.unwatch(folder)
    assert keeper.ask(catalogue.folders) == []
    assert keeper.ask(catalogue.episodes)


def test_one_that_does_not_answer_holds_up_no_other(
    scan: LibraryScan, folder: Path, mount: HangingFolder, qtbot: QtBot
) -> None:
    watched(scan, Path(mount.folder), qtbot)
    mount.hang()
    with qtbot.waitSignal(scan.found_some):
        scan.watch(folder)
    assert scan.is_running
    with qtbot.waitSignal(scan.finished) as finished:
        scan.cancel()
    assert not finished.args[0].is_whole
    mount.answer()


def test_a_folder_that_changes_while_the_window_closes_is_left_alone(
    scan: LibraryScan, folder: Path, keeper: Worker, qtbot: QtBot
) -> None:
    watched(scan, folder, qtbot)
    scan.close()
    with qtbot.assertNotEmitted(scan.started):
        scan.scan()
        asked: list[object] = []
        keeper.run(lambda _: None, asked.append)  # after whatever a scan would ask
        qtbot.waitUntil(lambda: bool(asked))
