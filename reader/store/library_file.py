"""The library's file, before SQLite is loaded and while it may change its place."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from reader import paths

if TYPE_CHECKING:
    from sqlite_utils import Database

    from reader.store.database import DatabaseFile


class LibraryFile:
    """What rooms of one library share: one connection, opened at first use, for one thread.

    With `must_exist` it was at a place of the listener's choice, so that no new one is made there:
    its disk may only not be plugged in.
    """

    def __init__(self, path: Path, *, must_exist: bool = False) -> None:
        self.path = path.absolute()
        self.must_exist = must_exist
        self._opened: DatabaseFile | None = None
        self._being_written: Database | None = None
        self.written: Callable[[], object] = lambda: None
        """Called on the thread of the file after each command."""

    @contextmanager
    def reading(self) -> Iterator[Database]:
        """The database, to look something up. Raises StoreError."""
        with self._database.reading() as database:
            yield database

    @contextmanager
    def writing(self) -> Iterator[Database]:
        """The database in a transaction, on the disk when the block is left. Raises StoreError.

        Blocks within it are part of it: all of them are on the disk, or none.
        """
        if self._being_written is not None:
            yield self._being_written
            return
        with self._database.writing() as database:
            self._being_written = database
            try:
                yield database
            finally:
                self._being_written = None
        self.written()

    def look(self) -> bool:
        """Whether another window or program has changed the library since this was asked last.

        Raises StoreError where the file is no longer the one at its path.
        """
        return self._opened is not None and self._opened.look()

    def settle(self) -> None:
        """See to it that a copy of the file alone is whole. Raises StoreError as `look`."""
        if self._opened is not None:
            self._opened.settle()

    @property
    def is_parted(self) -> bool:
        """Whether what is read is in memory alone: the file at the path is another one, or none."""
        return self._opened is not None and self._opened.is_parted

    @property
    def opening(self) -> object:
        """Another one each time that the file is opened; None while it is closed."""
        return self._opened

    def begin_again(self) -> None:
        """Use what is at the path now, whatever it is; what is in memory alone is released."""
        self.move_to(self.path)

    def write_to(self, target: Path) -> None:
        """Write what can be read to a new file. Raises StoreError, also where there is one."""
        from reader.store.copying import write_library

        with self.reading() as database:
            write_library(database.conn, target)

    def close(self) -> None:
        """Release the file; on the thread that used it. The next use opens it again."""
        if self._opened is not None:
            self._opened.close()
        self._opened = None

    def distrust(self) -> None:
        """Write to it no more, since it was found damaged, until it was closed."""
        if self._opened is not None:
            self._opened.distrust()

    def move_to(self, path: Path) -> None:
        """Release the file and use another one from now on."""
        self.close()
        self.path, self.must_exist = path.absolute(), False

    @property
    def _database(self) -> DatabaseFile:
        if self._opened is None:
            # It loads sqlite-utils, which is slow: hence late, and on the thread that uses it.
            from reader.store.database import DatabaseFile

            self._opened = DatabaseFile(self.path, must_exist=self.must_exist)
        return self._opened


class MemoryFile(LibraryFile):
    """A copy in memory of what can be read of another; without its history where nothing can."""

    def __init__(self, original: LibraryFile) -> None:
        super().__init__(original.path)
        self._original = original

    @property
    def _database(self) -> DatabaseFile:
        if self._opened is None:
            from reader.store.database import MemoryDatabase

            self._opened = MemoryDatabase(self._original._database)
        return self._opened


class CopiedFile(LibraryFile):
    """Another library, read to memory: its own file is never written."""

    @property
    def _database(self) -> DatabaseFile:
        if self._opened is None:
            from reader.store.database import CopiedDatabase

            self._opened = CopiedDatabase(self.path)
        return self._opened


def own_library() -> LibraryFile:
    """The library of this computer's Earmark: where it was moved to, it is not made again."""
    path = paths.library()
    return LibraryFile(path, must_exist=path.parent != paths.data_folder())
