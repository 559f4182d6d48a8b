"""Caring for the library while it is used: copies, ways back, a check, another place."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from reader.errors import ReaderError, StoreError, StoreFault
from reader.jobs import Worker
from reader.message import message, system_reason
from reader.paths import LIBRARY_NAME
from reader.store.library_file import LibraryFile

if TYPE_CHECKING:
    from reader.store.recovery import Recovery

T = TypeVar("T")

FIRST_COPY_AFTER = 8_000  # ms: when the start is long over
_LOOK_EVERY = 3_600_000  # ms, for who never closes Earmark


class Move(NamedTuple):
    """The folder where the library is now, and what was done for it there."""

    folder: Path
    was_there: bool
    is_copied: bool


class LibraryCare(QObject):
    """Copies are made on a thread of their own; what changes the library, on the keeper's."""

    backed_up = Signal(object)  # Path, by request
    listed = Signal(object)  # list of Backup, the newest first
    described = Signal(object)  # Backup
    checked = Signal(object)  # reader.store.check.Report
    restored = Signal(object)  # Path of the library set aside, or None
    recovered = Signal(object)  # reader.store.recovery.Recovery
    moved = Signal(object)  # Move
    taken = Signal()  # what is at the library's place is used now
    failed = Signal(object)  # ReaderError, of a request
    daily_failed = Signal(object)  # ReaderError
    conflict_found = Signal(object)  # Path of a sync tool's copy that has more than the library

    def __init__(
        self,
        file: LibraryFile,
        keeper: Worker,
        remember_folder: Callable[[Path], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._file, self._keeper, self._remember_folder = file, keeper, remember_folder
        self._copier = Worker(self)
        self._daily = QTimer(self, interval=FIRST_COPY_AFTER)
        self._daily.timeout.connect(self.back_up_daily)
        self._daily.start()

    @property
    def path(self) -> Path:
        """The library's file."""
        return self._file.path

    @property
    def folder(self) -> Path:
        """Where the library lies."""
        return self._file.path.parent

    @property
    def backups_folder(self) -> Path:
        """Where the daily copies lie."""
        return self.folder / "backups"

    def close(self) -> None:
        """Finish what is being copied."""
        self._daily.stop()
        self._copier.finish()

    def back_up_daily(self) -> None:
        """Make today's copy, if there is none yet, and look whether the library is sound, and
        whether a sync tool has left a copy beside it that has more."""
        self._daily.setInterval(_LOOK_EVERY)
        path = self._file.path

        def look() -> list[Path]:
            from reader.store.backups import Backups  # here: they take 30 ms to load
            from reader.store.check import require_sound
            from reader.store.conflicts import conflicts

            Backups(path).make_daily()
            require_sound(path)
            return conflicts(path)

        self._copier.run(
            lambda _: _in_words(look), self._report_conflicts, self._take_daily_failure
        )

    def take_in(self, other: Path) -> None:
        """Take in all that another library has and this one lacks."""
        from reader.store.annotations import Annotations
        from reader.store.conflicts import take_in

        self._change(lambda: take_in(other, Annotations(self._file)), lambda _: self.taken.emit())

    def back_up_to(self, target: Path, *, may_replace: bool = False) -> None:
        """Copy the library; what is at `target` is replaced only if it may be."""
        from reader.store.backups import Backups

        path = self._file.path
        self._copy(
            lambda: Backups(path).back_up_to(target, may_replace=may_replace),
            lambda _: self.backed_up.emit(target),
        )

    def list_backups(self) -> None:
        """Report the daily copies and what they hold."""
        from reader.store.backups import Backups, described

        path = self._file.path
        self._copy(lambda: [described(each) for each in Backups(path).all()], self.listed.emit)

    def describe(self, backup: Path) -> None:
        """Report what any file holds as a copy."""
        from reader.store.backups import described

        self._copy(lambda: described(backup), self.described.emit)

    def check(self) -> None:
        """Report whether the library is sound."""
        from reader.store.check import check

        path, must_exist = self._file.path, self._file.must_exist
        self._copy(lambda: check(path, must_exist=must_exist), self.checked.emit)

    def restore_from(self, backup: Path) -> None:
        """Go back to a copy; the present library is set aside beside it."""
        self._change(lambda: self._restored(backup), self.restored.emit)

    def begin_again(self) -> None:
        """Use the library that is at its place now, or begin a new one there."""
        self._change(self._file.begin_again, lambda _: self.taken.emit())

    def restore_newest(self) -> None:
        """Go back to the newest copy that is sound."""
        from reader.store.recovery import restore_newest

        self._recover(restore_newest)

    def begin_empty(self) -> None:
        """Put an empty library in place of one that is gone."""
        from reader.store.recovery import begin_again

        self._recover(begin_again)

    def salvage(self) -> None:
        """Copy what can be read of a damaged library into a new one, which takes its place."""
        from reader.store.recovery import salvage

        self._recover(salvage)

    def move_to(self, folder: Path, *, is_copied: bool = True) -> None:
        """Keep the library in another folder from now on.

        One that is there is used; else the present one is copied there, as far as it can be.
        """
        self._change(lambda: self._moved(folder, is_copied=is_copied), self.moved.emit)

    # Its own work

    def _recover(self, way: Callable[[Path], Recovery]) -> None:
        def recovered() -> Recovery:
            self._file.close()
            return way(self._file.path)

        self._change(recovered, self.recovered.emit)

    def _report_conflicts(self, found: list[Path]) -> None:
        for each in found[:1]:  # once it is taken in, the next look finds the next
            self.conflict_found.emit(each)

    def _take_daily_failure(self, error: ReaderError) -> None:
        """A library that was found damaged is written no more."""
        if isinstance(error, StoreError) and error.fault is StoreFault.DAMAGED:
            self._keeper.run(lambda _: self._file.distrust(), lambda _: None)
        self.daily_failed.emit(error)

    def _restored(self, backup: Path) -> Path | None:
        from reader.store.backups import Backups

        self._file.close()
        return Backups(self._file.path).restore_from(backup)

    def _moved(self, folder: Path, *, is_copied: bool) -> Move:
        origin, target = self._file.path, folder / LIBRARY_NAME
        was_there = target.exists()
        is_copied = is_copied and not was_there and self._is_copied(target)
        self._file.move_to(target)
        try:
            with self._file.writing():
                self._remember_folder(folder)
        except BaseException:
            self._file.move_to(origin)
            raise
        return Move(folder, was_there, is_copied)

    def _is_copied(self, target: Path) -> bool:
        """Whether all could be taken along; a damaged library is left where it is."""
        if self._file.is_parted:
            self._file.write_to(target)
            return True
        return _is_copied(self._file.path, target)

    def _copy(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
        self._copier.run(lambda _: _in_words(work), done, self.failed.emit)

    def _change(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
        self._keeper.run(lambda _: _in_words(work), done, self.failed.emit)


def _in_words(work: Callable[[], T]) -> T:
    """What `work` gives. Raises ReaderError for what the disk reports."""
    try:
        return work()
    except OSError as error:
        words = message(
            "The new place could not be remembered: {reason}.", reason=system_reason(error)
        )
        raise ReaderError(words) from error


def _is_copied(origin: Path, target: Path) -> bool:
    """Whether all could be taken along; a damaged library is left where it is."""
    from reader.store.backups import Backups

    try:
        Backups(origin).back_up_to(target)
    except StoreError as error:
        if error.path == target:
            raise
        return False
    return True
