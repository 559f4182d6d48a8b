"""The index of all words that are said: a file of its own, which can be thrown away.

It holds a row for each passage, numbered by its episode and its place in it. FTS5 has the words
as `terms.words_of` gives them, and any three letters of scripts that set no blanks; the texts
themselves lie beside, compressed, and each hit is looked for in them again.
"""

from __future__ import annotations

import os
import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from reader.errors import StoreError, StoreFault
from reader.private_files import make_private_file, make_private_folder
from reader.store.faults import DAMAGED, obstacle_at, store_error, store_errors
from reader.store.passages import (
    CHUNK,
    Chunk,
    IndexedPassage,
    Voices,
    ahead_of,
    packed,
    passages,
)
from reader.store.terms import folded, joined_letters, words_of
from reader.transcript.model import Cue

VERSION = 1
"""Of the shape of the file, of how texts are cut, and of how words are made of them."""

PASSAGES = 1 << 16
"""The most of one episode; what comes after is not found."""

_APPLICATION = 0x4561726D  # "Earm"
_BUSY = 5.0  # seconds
_TABLES = (
    f"PRAGMA application_id = {_APPLICATION}",
    f"PRAGMA user_version = {VERSION}",
    """
    CREATE TABLE episodes (
        number INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        stamp TEXT NOT NULL,
        cues INTEGER NOT NULL,
        voices TEXT NOT NULL
    )
    """,
    "CREATE TABLE passages (number INTEGER PRIMARY KEY, content BLOB NOT NULL)",
    "CREATE VIRTUAL TABLE words USING fts5(text, content='', tokenize='ascii')",
    # Larger pages and fewer merges than FTS5 takes by itself: a third of the time to write.
    "INSERT INTO words(words, rank) VALUES('pgsz', 8000)",
    "INSERT INTO words(words, rank) VALUES('automerge', 8)",
    "CREATE VIRTUAL TABLE letters USING fts5(text, content='', tokenize='trigram')",
    "CREATE VIRTUAL TABLE word_list USING fts5vocab('words', 'row')",
    "CREATE VIRTUAL TABLE letter_list USING fts5vocab('letters', 'row')",
)


class IndexedEpisode(NamedTuple):
    """An episode of which the words are known; `stamp` says from which state of it."""

    number: int
    id: str
    stamp: str
    cues: int
    voices: tuple[str, ...]


class WordIndex:
    """The connection to the index at `path`, opened at first use, for one thread.

    A file that is damaged, of another version or missing is made again, empty. Raises StoreError
    where that cannot be done either.
    """

    def __init__(self, path: Path) -> None:
        self.path = path.absolute()
        self._connection: sqlite3.Connection | None = None
        self._mark: tuple[int, int] | None = None
        self._episodes: Mapping[str, IndexedEpisode] | None = None
        self._version = 0

    def close(self) -> None:
        """Release the file."""
        if self._connection is not None:
            with suppress(sqlite3.Error):
                self._connection.close()
        self._connection = self._episodes = None

    def interrupt(self) -> None:
        """Break off what is being asked, from any thread: it raises sqlite3.OperationalError."""
        connection = self._connection
        if connection is not None:
            with suppress(sqlite3.Error):
                connection.interrupt()

    def erase(self) -> None:
        """Remove the file; it is made again when it is used. Raises StoreError."""
        self.close()
        with store_errors(self.path, "file"):
            for ending in ("", "-wal", "-shm"):
                self.path.with_name(self.path.name + ending).unlink(missing_ok=True)

    @property
    def size(self) -> int:
        """The bytes that it takes on the disk."""
        files = (self.path.with_name(self.path.name + ending) for ending in ("", "-wal"))
        return sum(file.stat().st_size for file in files if file.exists())

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """The connection; where the file turns out to be damaged it is erased."""
        with self._repaired():
            yield self._opened()

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """The same in a transaction."""
        with self._repaired():
            connection = self._opened()
            self._episodes = None
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                with suppress(sqlite3.Error):
                    connection.execute("ROLLBACK")
                raise

    # What is in it

    def episodes(self) -> Mapping[str, IndexedEpisode]:
        """All that are indexed, by their ids; read again only where another connection has changed
        them."""
        with self.reading() as connection:
            (version,) = connection.execute("PRAGMA data_version").fetchone()
            if self._episodes is None or version != self._version:
                self._version = version
                self._episodes = {each.id: each for each in _episodes(connection)}
            return self._episodes

    def put(self, episode_id: str, stamp: str, cues: Sequence[Cue]) -> None:
        """Let these be the words of an episode, in place of those that it had."""
        voices = Voices()
        cut = list(passages(cues, voices))[:PASSAGES]
        chunks = [(k, packed(cut[k : k + CHUNK])) for k in range(0, len(cut), CHUNK)]
        texts = list(_indexed(cut))
        with self.writing() as connection:
            number = _number_of(connection, episode_id)
            _erase_passages(connection, number)
            row = (number, episode_id, stamp, len(cues), "\n".join(map(_line, voices.names)))
            connection.execute("INSERT OR REPLACE INTO episodes VALUES (?, ?, ?, ?, ?)", row)
            first = number * PASSAGES
            rows = [(first + place, content) for place, content in chunks]
            connection.executemany("INSERT INTO passages VALUES (?, ?)", rows)
            _change_texts(connection, "INSERT INTO {0}(rowid, text) VALUES (?, ?)", first, texts)

    def remove(self, episode_ids: Iterable[str]) -> None:
        """Forget the words of episodes."""
        with self.writing() as connection:
            for key in episode_ids:
                _erase_passages(connection, _number_of(connection, key))
                connection.execute("DELETE FROM episodes WHERE id = ?", [key])

    def settle(self) -> None:
        """Take the log into the file, as far as nobody else reads it at this moment."""
        with self.reading() as connection:
            connection.execute("PRAGMA busy_timeout = 0")
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
            connection.execute(f"PRAGMA busy_timeout = {round(1_000 * _BUSY)}")

    # Its file

    def _opened(self) -> sqlite3.Connection:
        if self._connection is not None and self._mark != _mark(self.path):
            self.close()  # another process has made it again
        if self._connection is None:
            self._connection = self._made()
            self._mark = _mark(self.path)
        return self._connection

    def _made(self) -> sqlite3.Connection:
        try:
            return self._connected()
        except sqlite3.DatabaseError as error:
            if not _is_spoilt(error):
                raise
        self.erase()
        return self._connected()

    def _connected(self) -> sqlite3.Connection:
        if reason := obstacle_at(self.path):
            raise store_error(self.path, reason, "file")
        make_private_folder(self.path.parent)
        make_private_file(self.path)
        connection = sqlite3.connect(
            self.path, timeout=_BUSY, isolation_level=None, check_same_thread=False
        )
        try:
            connection.execute("PRAGMA page_size = 32768")  # of a smaller one each row wastes half
            connection.execute("PRAGMA journal_mode = WAL")
            # What a power cut takes is read again.
            connection.execute("PRAGMA synchronous = NORMAL")
            connection.execute("PRAGMA wal_autocheckpoint = 200")  # pages, some 6 MB
            connection.execute("PRAGMA cache_size = -16384")
            _bring_into_shape(connection)
        except BaseException:
            connection.close()
            raise
        return connection

    @contextmanager
    def _repaired(self) -> Iterator[None]:
        try:
            with store_errors(self.path, "file"):
                yield
        except StoreError as error:
            if error.fault is StoreFault.DAMAGED:
                self.erase()
            raise
        except (ValueError, zlib.error) as error:  # a row that holds something else
            self.erase()
            raise store_error(self.path, DAMAGED, "file") from error


def _bring_into_shape(connection: sqlite3.Connection) -> None:
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    if (version, application) == (VERSION, _APPLICATION):
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        if not tables:
            for statement in _TABLES:
                connection.execute(statement)
        elif version != VERSION:
            raise _OtherVersion  # noqa: TRY301 - within the transaction
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise


class _OtherVersion(sqlite3.DatabaseError):
    """It was made by another Earmark."""


def _is_spoilt(error: sqlite3.DatabaseError) -> bool:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    return isinstance(error, _OtherVersion) or code in (
        sqlite3.SQLITE_CORRUPT,
        sqlite3.SQLITE_NOTADB,
        sqlite3.SQLITE_ERROR,
    )


def _mark(path: Path) -> tuple[int, int] | None:
    try:
        found = os.stat(path)  # noqa: PTH116
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _episodes(connection: sqlite3.Connection) -> Iterator[IndexedEpisode]:
    rows = connection.execute("SELECT number, id, stamp, cues, voices FROM episodes")
    for number, key, stamp, cues, voices in rows:
        yield IndexedEpisode(number, key, stamp, cues, tuple(voices.split("\n")))


def _number_of(connection: sqlite3.Connection, episode_id: str) -> int:
    """Its number, or the next that is free."""
    row = connection.execute("SELECT number FROM episodes WHERE id = ?", [episode_id]).fetchone()
    if row is None:
        row = connection.execute("SELECT coalesce(max(number), 0) + 1 FROM episodes").fetchone()
    number: int = row[0]
    return number


def _erase_passages(connection: sqlite3.Connection, number: int) -> None:
    first = number * PASSAGES
    where = "number >= ? AND number < ?"
    bounds = (first, first + PASSAGES)
    rows = connection.execute(
        f"SELECT content FROM passages WHERE {where} ORDER BY number", bounds
    ).fetchall()
    texts = list(_indexed([each for (content,) in rows for each in Chunk(content)]))
    change = "INSERT INTO {0}({0}, rowid, text) VALUES ('delete', ?, ?)"
    _change_texts(connection, change, first, texts)
    connection.execute(f"DELETE FROM passages WHERE {where}", bounds)


def _change_texts(
    connection: sqlite3.Connection, change: str, first: int, texts: Sequence[tuple[str, str]]
) -> None:
    words = [(first + place, text) for place, (text, _) in enumerate(texts)]
    letters = [(first + place, text) for place, (_, text) in enumerate(texts) if text]
    connection.executemany(change.format("words"), words)
    connection.executemany(change.format("letters"), letters)


def _indexed(cut: Sequence[IndexedPassage]) -> Iterator[tuple[str, str]]:
    """Of each passage the words and the joined letters that find it."""
    texts = [each.text for each in cut]
    for text, following in pairwise([*texts, ""]):
        plain = folded(f"{text}\n{ahead_of(following)}")
        letters = joined_letters(plain)
        # FTS5 parts ASCII itself, at a fifth of the cost. With two blanks at the end the last
        # letters begin groups of three too.
        yield plain if plain.isascii() else " ".join(words_of(plain)), letters and f"{letters}  "


def _line(name: str) -> str:
    return " ".join(name.split())
