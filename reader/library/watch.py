"""Watches the library while it is used: who else changes it, and whether its file is whole."""

from __future__ import annotations

from contextlib import suppress

from PySide6.QtCore import QObject, QTimer, Signal

from reader.errors import ReaderError
from reader.jobs import Worker
from reader.store.library_file import LibraryFile

IDLE_AFTER = 500  # ms after the last command: its log is taken into the file
LOOK_EVERY = 3_000  # ms, while the window is shown


class LibraryWatch(QObject):
    """Looks at the file on the keeper's thread, and nothing waits for it.

    A copy of the file alone, taken by a cloud folder or by hand, is whole at any quiet moment.
    """

    changed = Signal()  # by another window or program
    failed = Signal(object)  # ReaderError: the file is not at its place, or cannot be looked at
    _written = Signal()

    def __init__(self, file: LibraryFile, keeper: Worker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file, self._keeper = file, keeper
        self.is_closed = False
        self.is_answered = True  # whether the library answered in time when that was asked last
        self._idle = QTimer(self, interval=IDLE_AFTER, singleShot=True)
        self._idle.timeout.connect(self.settle)
        self._beat = QTimer(self, interval=LOOK_EVERY)
        self._beat.timeout.connect(self.look)
        self._written.connect(self._idle.start)
        file.written = self._post_written

    def set_shown(self, is_shown: bool) -> None:
        """Whether anybody sees the window: only then others' changes are looked for."""
        if is_shown and not self._beat.isActive():
            self.look()
            self._beat.start()
        elif not is_shown:
            self._beat.stop()

    def look(self) -> None:
        """See whether another one has changed the library."""
        if self.is_closed:
            return
        self._keeper.run(lambda _: self._file.look(), self._report, self._fail)

    def settle(self) -> None:
        """Let the file be whole now."""
        if self.is_closed:
            return
        self._idle.stop()
        self._keeper.run(lambda _: self._file.settle(), lambda _: None, self._fail)

    def finish(self, seconds: float) -> bool:
        """Wait until what is queued on the keeper's thread is done; False if it takes longer."""
        self.is_answered = self._keeper.settle(seconds)
        return self.is_answered

    def close(self) -> None:
        """Look no more: the keeper is going."""
        self.is_closed = True
        self._idle.stop()
        self._beat.stop()
        self._file.written = lambda: None

    def _post_written(self) -> None:
        with suppress(RuntimeError):  # it was deleted with its parent
            self._written.emit()

    def _report(self, is_changed: bool) -> None:
        if is_changed:
            self.changed.emit()

    def _fail(self, error: ReaderError) -> None:
        if not self.is_closed:
            self.failed.emit(error)
