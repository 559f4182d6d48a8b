"""The episodes of the library as its page lists them: values, and how they are sorted and
filtered."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from pathlib import Path
from typing import NamedTuple

from reader.episode import Episode, show_by_folder
from reader.natural_order import natural_key

NEARLY_OVER = 15_000  # ms before the end from which an episode counts as heard


class Heard(Enum):
    """How far an episode was heard."""

    NEW = "new"
    BEGUN = "begun"
    FINISHED = "finished"


class ShelfOrder(Enum):
    """What comes first."""

    NEWEST = "newest"
    TITLE = "title"
    LAST_HEARD = "last_heard"
    LENGTH = "length"


class ShelfFilter(Enum):
    """Which episodes are listed."""

    ALL = "all"
    NEW = "new"
    BEGUN = "begun"
    FINISHED = "finished"
    WITH_NOTES = "with_notes"
    WITHOUT_TRANSCRIPT = "without_transcript"


_HEARD = {
    ShelfFilter.NEW: Heard.NEW,
    ShelfFilter.BEGUN: Heard.BEGUN,
    ShelfFilter.FINISHED: Heard.FINISHED,
}


@dataclass(frozen=True, slots=True)
class ShelfEpisode:
    """An episode with all that its row shows. Times are milliseconds, moments are UTC.

    `heard_at` is when it was open last; None for one that a scan found and nobody opened.
    `is_finished` is the listener's own mark: heard, whatever the position says. `cover` is the
    file that holds its picture: an image, or the recording itself. `folder` is the watched folder
    in which it was found. `missing` are those of its files that are not where they were;
    `is_unplugged` says that the whole disk or folder is away.
    """

    episode: Episode
    added_at: datetime
    heard_at: datetime | None = None
    is_finished: bool = False
    notes: int = 0
    voices: tuple[str, ...] = ()
    cover: Path | None = None
    folder: Path | None = None
    missing: frozenset[Path] = frozenset()
    is_unplugged: bool = False

    @property
    def id(self) -> str:
        """By which the library knows it."""
        return self.episode.id

    @property
    def show(self) -> str:
        """The show it is of, by its own word or by its folder."""
        if self.episode.show or self.folder is None:
            return self.episode.show
        return show_by_folder(self.episode.own_files, self.folder)

    @property
    def has_transcript(self) -> bool:
        """Whether there is something to read."""
        return self.episode.transcript is not None

    @property
    def is_text_only(self) -> bool:
        """Whether it has nothing to hear; a book may hold its own sound, as opening it shows."""
        is_unknown = not self.episode.is_opened and self._is_book
        return self.episode.recording is None and not is_unknown

    @property
    def _is_book(self) -> bool:
        transcript = self.episode.transcript
        return transcript is not None and transcript.suffix.lower() == ".epub"

    @property
    def is_there(self) -> bool:
        """Whether it can be opened now."""
        return not self.is_unplugged and not self.missing

    @property
    def heard(self) -> Heard:
        """How far it was heard; a text alone counts as begun once it was opened."""
        episode = self.episode
        if self.is_finished or _is_at_its_end(episode):
            return Heard.FINISHED
        is_read = episode.recording is None and self.heard_at is not None
        return Heard.BEGUN if is_read or episode.position or episode.scroll else Heard.NEW

    @property
    def progress(self) -> float | None:
        """How much of the recording was heard, 0 to 1; None where its length is not known."""
        if self.heard is Heard.FINISHED:
            return 1.0
        is_known = self.episode.recording is not None and self.episode.length
        return self.episode.progress if is_known else None


class ShelfView(NamedTuple):
    """What of the library is listed, and in which order; an empty show and no folder are all."""

    order: ShelfOrder = ShelfOrder.NEWEST
    filter: ShelfFilter = ShelfFilter.ALL
    show: str = ""
    folder: Path | None = None


class Show(NamedTuple):
    """A show with the number of its episodes, and the cover of its newest one that has one."""

    name: str
    episodes: int
    cover: Path | None = None


class WatchedFolder(NamedTuple):
    """A folder that is scanned; not connected where its disk is away or does not answer."""

    path: Path
    episodes: int = 0
    is_connected: bool = True


def place_of(episodes: Iterable[ShelfEpisode], view: ShelfView) -> list[ShelfEpisode]:
    """Those of the view's show and folder, whatever its filter."""
    return [
        each
        for each in episodes
        if (not view.show or each.show == view.show)
        and (view.folder is None or each.folder == view.folder)
    ]


def listed(among: Iterable[ShelfEpisode], view: ShelfView) -> list[ShelfEpisode]:
    """Those of a place that the view's filter lets through, in its order."""
    return _in_order((each for each in among if _fits(each, view.filter)), view)


def _fits(each: ShelfEpisode, which: ShelfFilter) -> bool:
    """Whether a filter lets an episode through."""
    match which:
        case ShelfFilter.WITH_NOTES:
            return each.notes > 0
        case ShelfFilter.WITHOUT_TRANSCRIPT:
            return not each.has_transcript
    return which is ShelfFilter.ALL or each.heard is _HEARD[which]


def _in_order(episodes: Iterable[ShelfEpisode], view: ShelfView) -> list[ShelfEpisode]:
    """Sorted; what is the same in the order asked for goes by title."""
    by_title = sorted(episodes, key=lambda each: natural_key(each.episode.title))
    match view.order:
        case ShelfOrder.NEWEST:
            by_title.sort(key=_day, reverse=True)
        case ShelfOrder.LAST_HEARD:
            by_title.sort(key=_last_heard, reverse=True)
        case ShelfOrder.LENGTH:
            by_title.sort(key=lambda each: each.episode.length, reverse=True)
    return by_title


def counts(episodes: Iterable[ShelfEpisode]) -> dict[ShelfFilter, int]:
    """How many each filter lets through."""
    among = list(episodes)
    heard = Counter(each.heard for each in among)
    return {
        ShelfFilter.ALL: len(among),
        **{which: heard[state] for which, state in _HEARD.items()},
        ShelfFilter.WITH_NOTES: sum(each.notes > 0 for each in among),
        ShelfFilter.WITHOUT_TRANSCRIPT: sum(not each.has_transcript for each in among),
    }


def continued(episodes: Iterable[ShelfEpisode], most: int = 12) -> list[ShelfEpisode]:
    """Those that were begun and can go on, the last heard first."""
    begun = [each for each in episodes if each.heard is Heard.BEGUN and not each.is_unplugged]
    return sorted(begun, key=_last_heard, reverse=True)[:most]


def shows(episodes: Iterable[ShelfEpisode]) -> list[Show]:
    """The shows, those with the most episodes first; episodes without a show have none."""
    among = [each for each in episodes if each.show]
    number = Counter(each.show for each in among)
    covers: dict[str, Path] = {}
    for each in sorted(among, key=_day, reverse=True):
        if each.cover is not None:
            covers.setdefault(each.show, each.cover)
    by_name = sorted(number, key=natural_key)
    return [
        Show(name, number[name], covers.get(name))
        for name in sorted(by_name, key=lambda name: -number[name])
    ]


def total_length(episodes: Sequence[ShelfEpisode]) -> int:
    """How long all of them are, in milliseconds."""
    return sum(each.episode.length for each in episodes)


def _is_at_its_end(episode: Episode) -> bool:
    is_known = episode.length > 0 and episode.position > 0
    return is_known and episode.length - episode.position < NEARLY_OVER


def _day(each: ShelfEpisode) -> str:
    """Its date, else the day on which it came into the library; both are ISO 8601."""
    return each.episode.date or each.added_at.date().isoformat()


def _last_heard(each: ShelfEpisode) -> str:
    """Never heard sorts last."""
    return each.heard_at.isoformat() if each.heard_at is not None else ""
