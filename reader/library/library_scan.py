"""The watched folders: scanned at start, when they change and when it is asked for."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from reader.errors import Cancelled, ReaderError
from reader.jobs import Job, JobThreads, Worker
from reader.library.folder_presence import FolderPresence
from reader.library.folder_scan import REST, FolderScan, ScanProgress, ScanReport, Watcher
from reader.message import message
from reader.store.catalogue import Catalogue, StoredFolder

AFTER_CHANGE = 2_000  # ms, which a copy of many files takes as one
_MOST_WATCHED = 500  # folders; the system allows so many only, and a scan finds the rest


class LibraryScan(QObject):
    """Scans each folder on a thread of its own: one on a disk that does not answer holds up no
    other, and is not scanned a second time while it does."""

    started = Signal()
    progressed = Signal(object)  # ScanProgress of all folders together; the path of one of them
    found_some = Signal()  # the library has more episodes, or others
    finished = Signal(object)  # ScanReport
    folders_changed = Signal(object)  # tuple of Path: what is watched now
    failed = Signal(object)  # ReaderError
    _wrote = Signal()
    _progressed = Signal(object)

    def __init__(self, catalogue: Catalogue, keeper: Worker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._catalogue, self._keeper = catalogue, keeper
        self._threads = JobThreads(self)
        self._running: dict[str, Job] = {}
        self._reports: list[ScanReport] = []
        self._progress: dict[Path, ScanProgress] = {}
        self._is_wanted_again = False
        self._is_closed = False  # a folder may still change, and a file come to rest
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(self._scan_soon)
        self._presence = FolderPresence(self)
        self._presence.changed.connect(self.scan)
        self._soon = QTimer(self, interval=AFTER_CHANGE, singleShot=True)
        self._soon.timeout.connect(self.scan)
        self._rest = QTimer(self, interval=round(1_000 * REST) + 500, singleShot=True)
        self._rest.timeout.connect(self.scan)
        self._wrote.connect(self.found_some)
        self._progressed.connect(self._add_progress)

    @property
    def is_running(self) -> bool:
        """Whether a folder is being scanned."""
        return bool(self._running)

    def watch(self, folder: Path) -> None:
        """Watch a folder from now on, and scan it; one within another is watched already."""
        absolute = Path(os.path.abspath(folder))  # noqa: PTH100 - keeps links
        self._keeper.run(lambda _: self._added(absolute), self._scan_folders, self._fail)

    def unwatch(self, folder: Path) -> None:
        """Watch a folder no more; its episodes stay."""

        def remove() -> list[StoredFolder]:
            for each in self._catalogue.folders():
                if each.path == folder:
                    self._catalogue.unwatch(each.id)
            return self._catalogue.folders()

        def show(folders: list[StoredFolder]) -> None:
            self._show_folders(folders)
            self.found_some.emit()

        self._keeper.run(lambda _: remove(), show, self._fail)

    def scan(self) -> None:
        """Scan all folders; those that are being scanned are scanned once more afterwards."""
        self._soon.stop()
        if self._is_closed:
            return
        self._is_wanted_again = self.is_running
        self._keeper.run(lambda _: self._catalogue.folders(), self._scan_folders, self._fail)

    def cancel(self) -> None:
        """Break it off; the next scan goes on where it was."""
        self._is_wanted_again = False
        running, self._running = self._running, {}
        for job in running.values():
            job.cancel()
        if running:
            self._finish(ScanReport(is_whole=False))

    def close(self) -> None:
        """Watch and scan no more."""
        self._is_closed = True
        self._soon.stop()
        self._rest.stop()
        self._presence.close()
        for job in self._running.values():
            job.cancel()

    def _added(self, folder: Path) -> list[StoredFolder]:
        folders = self._catalogue.folders()
        outer = next((each for each in folders if folder.is_relative_to(each.path)), None)
        if outer is not None and outer.path != folder:
            raise ReaderError(
                message(
                    "“{file}” lies in “{folder}”, which is watched already.",
                    file=folder.name,
                    folder=outer.path.name,
                ),
                path=folder,
            )
        for each in folders:
            if each.path != folder and each.path.is_relative_to(folder):
                self._catalogue.unwatch(each.id)
        self._catalogue.watch(folder)
        return self._catalogue.folders()

    def _scan_folders(self, folders: list[StoredFolder]) -> None:
        self._show_folders(folders)
        waiting = [each for each in folders if each.id not in self._running]
        if not self._running and not waiting:
            self.finished.emit(ScanReport())
            return
        if not self._running:
            self._reports, self._progress = [], {}
            self.started.emit()
        for folder in waiting:
            self._running[folder.id] = self._threads.run(
                partial(self._scan_one, folder),
                partial(self._folder_done, folder),
                partial(self._folder_failed, folder),
            )

    def _scan_one(self, folder: StoredFolder, job: Job) -> tuple[ScanReport, list[Path]]:
        watcher = Watcher(self._progressed.emit, self._wrote.emit, lambda: job.is_cancelled)
        scan = FolderScan(self._catalogue, folder, ask=self._keeper.ask, watcher=watcher)
        report = scan.run()
        return report, scan.folders[:_MOST_WATCHED]

    def _folder_done(self, folder: StoredFolder, found: tuple[ScanReport, list[Path]]) -> None:
        report, folders = found
        self._running.pop(folder.id, None)
        self._reports.append(report)
        self._watch_changes(folders)
        self._finish_if_last()

    def _folder_failed(self, folder: StoredFolder, error: ReaderError) -> None:
        self._running.pop(folder.id, None)
        self._reports.append(ScanReport(is_whole=False))
        if not isinstance(error, Cancelled):
            self.failed.emit(error)
        self._finish_if_last()

    def _finish_if_last(self) -> None:
        if self._running:
            return
        total = ScanReport()
        for each in self._reports:
            total = total.plus(each)
        self._finish(total)

    def _finish(self, report: ScanReport) -> None:
        self.finished.emit(report)
        if report.resting:
            self._rest.start()
        if self._is_wanted_again:
            self._is_wanted_again = False
            self._soon.start()

    def _add_progress(self, progress: ScanProgress) -> None:
        self._progress[progress.folder] = progress
        parts = self._progress.values()
        done, total = sum(each.done for each in parts), sum(each.total for each in parts)
        self.progressed.emit(ScanProgress(progress.folder, done, total))

    def _watch_changes(self, folders: list[Path]) -> None:
        known = set(self._watcher.directories())
        room = _MOST_WATCHED - len(known)
        fresh = [str(each) for each in folders if str(each) not in known][:room]
        if fresh:
            self._watcher.addPaths(fresh)

    def _scan_soon(self, _: str) -> None:
        self._soon.start()

    def _show_folders(self, folders: list[StoredFolder]) -> None:
        paths = tuple(each.path for each in folders)
        gone = [
            each
            for each in self._watcher.directories()
            if not any(Path(each).is_relative_to(path) for path in paths)
        ]
        if gone:
            self._watcher.removePaths(gone)
        self._presence.watch(paths)
        self.folders_changed.emit(paths)

    def _fail(self, error: ReaderError) -> None:
        self.failed.emit(error)
