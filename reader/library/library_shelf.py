"""All episodes of the library as its page lists them, read and changed off the GUI thread."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from reader.episode import Episode, missing_files
from reader.errors import ReaderError
from reader.jobs import Job, JobThreads, Worker
from reader.library.shelf import ShelfEpisode, WatchedFolder
from reader.store.catalogue import Catalogue, CatalogueEpisode, StoredFolder

if TYPE_CHECKING:
    from reader.library.script_cache import ScriptCache

Voices = Mapping[str, tuple[str, ...]]
"""Who speaks in an episode, by its id."""


class Shelf(NamedTuple):
    """The whole library; `scanned_at` is when its folders were last read to their ends."""

    episodes: tuple[ShelfEpisode, ...] = ()
    folders: tuple[WatchedFolder, ...] = ()
    scanned_at: datetime | None = None


class LibraryShelf(QObject):
    """Reads the shelf, and changes what a listener changes on it.

    `voices` gives who speaks, on any thread: the index of words knows it. In `texts` are texts
    that were read; those of a forgotten episode go.
    """

    changed = Signal(object)  # Shelf
    failed = Signal(object)  # ReaderError

    def __init__(
        self,
        catalogue: Catalogue,
        keeper: Worker,
        parent: QObject | None = None,
        *,
        voices: Callable[[], Voices] = dict,
        texts: ScriptCache | None = None,
    ) -> None:
        super().__init__(parent)
        self._catalogue, self._keeper, self._voices = catalogue, keeper, voices
        self._texts = texts
        self._lookers = JobThreads(self)
        self._reading: Job | None = None
        self._looking: Job | None = None
        self._is_closed = False  # something in the library may still change

    def load(self) -> None:
        """Emit the shelf as the library knows it, then again where files are gone from the disk."""
        if self._is_closed:
            return
        if self._reading is not None:
            self._reading.cancel()
        self._reading = self._lookers.run(lambda _: self._read(), self._show, self._fail)

    def close(self) -> None:
        """Read no more: the window is going."""
        self._is_closed = True

    def forget(self, episodes: Sequence[Episode]) -> None:
        """Take episodes off the shelf; `restore` brings them back as they were."""
        ids = [each.id for each in episodes]
        self._change(lambda: self._catalogue.forget(ids))
        texts, files = self._texts, [file for each in episodes for file in each.files]
        if texts is not None:
            self._lookers.run(lambda _: texts.forget(files), lambda _: None)

    def restore(self, episodes: Sequence[Episode]) -> None:
        """Undo `forget`."""
        self._change(lambda: self._catalogue.restore(episodes))

    def set_finished(self, episode_ids: Sequence[str], is_finished: bool) -> None:
        """Mark episodes as heard, or take that back."""
        self._change(lambda: self._catalogue.set_finished(episode_ids, is_finished))

    def _change(self, change: Callable[[], None]) -> None:
        self._keeper.run(lambda _: change(), lambda _: self.load(), self._fail)

    def _read(self) -> Shelf:
        rows, folders = self._keeper.ask(
            lambda: (self._catalogue.episodes(), self._catalogue.folders())
        )
        return shelf_of(rows, folders, self._voices())

    def _show(self, shelf: Shelf) -> None:
        self._reading = None
        if self._is_closed:
            return
        self.changed.emit(shelf)
        if self._looking is not None:
            self._looking.cancel()
        unwatched = [each.episode for each in shelf.episodes if each.folder is None]
        self._looking = self._lookers.run(
            lambda _: missing_files(unwatched), partial(self._show_missing, shelf)
        )

    def _show_missing(self, shelf: Shelf, missing: frozenset[Path]) -> None:
        self._looking = None
        if missing:
            self.changed.emit(shelf._replace(episodes=tuple(_lacking(shelf.episodes, missing))))

    def _fail(self, error: ReaderError) -> None:
        self.failed.emit(error)


def shelf_of(
    rows: Iterable[CatalogueEpisode], folders: Iterable[StoredFolder], voices: Voices
) -> Shelf:
    """What the library keeps, as the page lists it."""
    by_id = {folder.id: folder for folder in folders}
    scans = [each.scanned_at for each in by_id.values() if each.scanned_at is not None]
    return Shelf(
        tuple(_shelved(row, by_id.get(row.folder_id), voices) for row in rows),
        tuple(WatchedFolder(each.path, each.episodes, not each.is_away) for each in by_id.values()),
        max(scans, default=None),
    )


def _shelved(row: CatalogueEpisode, folder: StoredFolder | None, voices: Voices) -> ShelfEpisode:
    episode = row.episode
    return ShelfEpisode(
        episode=episode,
        added_at=episode.added_at or episode.opened_at,
        heard_at=episode.opened_at if episode.is_opened else None,
        is_finished=row.is_finished,
        notes=row.notes,
        voices=voices.get(episode.id, ()),
        cover=row.cover,
        folder=folder.path if folder else None,
        missing=row.missing,
        is_unplugged=folder is not None and folder.is_away,
    )


def _lacking(episodes: Iterable[ShelfEpisode], missing: frozenset[Path]) -> Iterable[ShelfEpisode]:
    for each in episodes:
        gone = missing.intersection(each.episode.files)
        yield replace(each, missing=each.missing | gone) if gone else each
