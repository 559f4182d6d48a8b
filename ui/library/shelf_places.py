"""Where one can be in the library: all episodes, what plays next, a show, a folder."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import Enum
from pathlib import Path
from typing import NamedTuple

from reader.library.shelf import ShelfEpisode, WatchedFolder, shows


class PlaceKind(Enum):
    """What a row of the sidebar leads to; the last two are not places but commands."""

    ALL = "all"
    QUEUE = "queue"
    NOTES = "notes"
    SHOW = "show"
    FOLDER = "folder"
    WATCH = "watch"
    DETAILS = "details"


class ShelfPlace(NamedTuple):
    """One row; `name` is the show's or the folder's."""

    kind: PlaceKind
    name: str = ""
    folder: Path | None = None
    number: int = 0
    cover: Path | None = None
    is_connected: bool = True

    def is_same(self, other: ShelfPlace) -> bool:
        """Whether both lead to the same, however many episodes are there."""
        return self[:3] == other[:3]


EVERYWHERE = ShelfPlace(PlaceKind.ALL)


def show_places(episodes: Iterable[ShelfEpisode]) -> list[ShelfPlace]:
    """The shows."""
    return [
        ShelfPlace(PlaceKind.SHOW, each.name, number=each.episodes, cover=each.cover)
        for each in shows(episodes)
    ]


def folder_places(folders: Sequence[WatchedFolder]) -> list[ShelfPlace]:
    """The watched folders."""
    return [
        ShelfPlace(
            PlaceKind.FOLDER,
            each.path.name or str(each.path),
            each.path,
            each.episodes,
            is_connected=each.is_connected,
        )
        for each in folders
    ]
