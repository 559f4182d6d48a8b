"""Files that are not where they were, found again by the listener."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from reader.jobs import JobThreads, Worker
from reader.store.library import Library


class LostFiles(QObject):
    """Takes a file for one that is gone, unless it holds something else: then it asks first."""

    found = Signal(object)  # tuple of Path, to be opened
    doubted = Signal(object, object, object)  # Path that is gone, Path chosen, the other files
    failed = Signal(object)  # StoreError

    def __init__(self, library: Library, keeper: Worker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library, self._lookers = library.asked_by(keeper.ask), JobThreads(self)

    def find(self, gone: Path, path: Path, others: Sequence[Path]) -> None:
        """Open `path` in the place of one that is gone, with the `others` of its episode."""
        self._lookers.run(
            lambda _: self._library.is_another(gone, path),
            partial(self._answer, gone, path, others),
            self.failed.emit,
        )

    def use(self, gone: Path, path: Path, others: Sequence[Path]) -> None:
        """The same, whatever it holds."""
        self._lookers.run(
            lambda _: self._library.replace_file(gone, path),
            lambda _: self.found.emit((path, *others)),
            self.failed.emit,
        )

    def _answer(self, gone: Path, path: Path, others: Sequence[Path], is_another: bool) -> None:
        if is_another:
            self.doubted.emit(gone, path, others)
        else:
            self.found.emit((path, *others))
