"""The library's file, before SQLite is loaded and while it may change its place."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

    from reader.store.database import DatabaseFile


class LibraryFile:
    """What rooms of one library share: one connection, opened at first use, for one thread.

    With `must_exist` it was at a place of the listener's choice, so that none is made anew there:
    its disk may only not be plugged in.
    """

    def __init__(self, path: Path, *, must_exist: bool = False) -> None:
        self.path = path.absolute()
        self._must_exist = must_exist
        self._opened: DatabaseFile | None = None

    @contextmanager
    def reading(self) -> Iterator[Database]:
        """The database, to look something up. Raises StoreError."""
        with self._database.reading() as database:
            yield database

    @contextmanager
    def writing(self) -> Iterator[Database]:
        """The database in a transaction, on the disk when the block is left. Raises StoreError."""
        with self._database.writing() as database:
            yield database

    def close(self) -> None:
        """Let go of the file; on the thread that used it. The next use opens it again."""
        if self._opened is not None:
            self._opened.close()
        self._opened = None

    def move_to(self, path: Path) -> None:
        """Let go of the file and use another one from now on."""
        self.close()
        self.path, self._must_exist = path.absolute(), False

    @property
    def _database(self) -> DatabaseFile:
        if self._opened is None:
            # It loads sqlite-utils, which is slow: hence late, and on the thread that uses it.
            from reader.store.database import DatabaseFile

            self._opened = DatabaseFile(self.path, must_exist=self._must_exist)
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


def library_file(place: LibraryFile | Path) -> LibraryFile:
    """The file that a room was given, or one of its own at a path."""
    return place if isinstance(place, LibraryFile) else LibraryFile(place)
