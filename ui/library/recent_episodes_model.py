"""The recent episodes as a list: what each is called, how far it was heard and when."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from enum import IntEnum
from pathlib import Path

from PySide6.QtCore import (
    QAbstractListModel,
    QDate,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from reader.episode import Episode

_NEARLY_OVER = 15_000  # ms before the end from which an episode counts as finished
_MINUTE = 60_000

_NO_INDEX = QModelIndex()


def _local_now() -> datetime:
    return datetime.now().astimezone()


class EpisodeRole(IntEnum):
    """What a row offers besides its title."""

    EPISODE = Qt.ItemDataRole.UserRole
    ORIGIN = Qt.ItemDataRole.UserRole + 1  # its folder, and when it was last open
    PROGRESS = Qt.ItemDataRole.UserRole + 2  # 0 to 1; None where it is not known
    STATE = Qt.ItemDataRole.UserRole + 3  # "23 min left"
    IS_MISSING = Qt.ItemDataRole.UserRole + 4


class RecentEpisodesModel(QAbstractListModel):
    """Rows of episodes, in the order given."""

    def __init__(
        self, parent: QObject | None = None, now: Callable[[], datetime] = _local_now
    ) -> None:
        super().__init__(parent)
        self._now = now
        self._episodes: list[Episode] = []
        self._missing: frozenset[Path] = frozenset()

    @property
    def episodes(self) -> tuple[Episode, ...]:
        """The episodes on show."""
        return tuple(self._episodes)

    def set_episodes(self, episodes: Sequence[Episode]) -> None:
        """Show these instead."""
        self.beginResetModel()
        self._episodes = list(episodes)
        self.endResetModel()

    def set_missing(self, files: Iterable[Path]) -> None:
        """Say which files are no longer there."""
        self._missing = frozenset(files)
        if self._episodes:
            self.dataChanged.emit(self.index(0), self.index(len(self._episodes) - 1))

    def take(self, row: int) -> Episode:
        """Remove and return the episode in `row`."""
        self.beginRemoveRows(QModelIndex(), row, row)
        episode = self._episodes.pop(row)
        self.endRemoveRows()
        return episode

    def put_back(self, row: int, episode: Episode) -> None:
        """Undo `take`."""
        self.beginInsertRows(QModelIndex(), row, row)
        self._episodes.insert(row, episode)
        self.endInsertRows()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NO_INDEX) -> int:
        """One row per episode."""
        return 0 if parent.isValid() else len(self._episodes)

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """What `role` says of an episode; None for roles that are not offered."""
        if not index.isValid():
            return None
        episode = self._episodes[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return episode.title
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{episode.title}, {self._state(episode)}, {self._origin(episode)}"
            case Qt.ItemDataRole.ToolTipRole:
                return "\n".join(str(file) for file in episode.files)
            case EpisodeRole.EPISODE:
                return episode
            case EpisodeRole.ORIGIN:
                return self._origin(episode)
            case EpisodeRole.PROGRESS:
                return None if self._lost(episode) else progress(episode)
            case EpisodeRole.STATE:
                return self._state(episode)
            case EpisodeRole.IS_MISSING:
                return bool(self._lost(episode))
        return None

    def _lost(self, episode: Episode) -> list[Path]:
        return [file for file in episode.files if file in self._missing]

    def _origin(self, episode: Episode) -> str:
        """Its show, else its folder; its date; when it was open."""
        folder = next((file.parent.name for file in episode.files), "")
        made, when = self._made(episode.date), self._when(episode.opened_at)
        return " · ".join(filter(None, (episode.show or folder, made, when)))

    def _made(self, date: str) -> str:
        """A whole date as this language writes it; a month and a year as they are."""
        day = QDate.fromString(date, "yyyy-MM-dd")
        return QLocale().toString(day, self.tr("d MMM yyyy")) if day.isValid() else date

    def _state(self, episode: Episode) -> str:
        if lost := self._lost(episode):
            return self._lost_text(episode, lost)
        if episode.recording is None:
            return self.tr("Text only")
        if episode.position <= 0:
            return self.tr("Not started")
        if not episode.length:
            return self.tr("Started")
        left = episode.length - episode.position
        if left < _NEARLY_OVER:
            return self.tr("Finished")
        return self._left_text(round(left / (episode.rate or 1.0)))

    def _lost_text(self, episode: Episode, lost: list[Path]) -> str:
        if len(lost) > 1:
            return self.tr("Files not found")
        if lost[0] == episode.recording:
            return self.tr("Recording not found")
        return self.tr("Transcript not found")

    def _left_text(self, left: int) -> str:
        minutes = round(left / _MINUTE)
        if not minutes:
            return self.tr("Under 1 min left")
        hours, minutes = divmod(minutes, 60)
        if not hours:
            return self.tr("{minutes} min left").format(minutes=minutes)
        return self.tr("{hours} h {minutes} min left").format(hours=hours, minutes=minutes)

    def _when(self, opened_at: datetime) -> str:
        day = (
            opened_at.replace(tzinfo=opened_at.tzinfo or UTC).astimezone(self._now().tzinfo).date()
        )
        days = (self._now().date() - day).days
        if days <= 0:
            return self.tr("today")
        if days == 1:
            return self.tr("yesterday")
        if days < 7:
            return self.tr("{count} days ago").format(count=days)
        return QLocale().toString(QDate(day.year, day.month, day.day), self.tr("d MMM yyyy"))


def progress(episode: Episode) -> float | None:
    """How much of the recording was heard, 0 to 1; None where its length is not known."""
    if episode.recording is None or not episode.length:
        return None
    if episode.length - episode.position < _NEARLY_OVER and episode.position:
        return 1.0
    return min(1.0, max(0.0, episode.position / episode.length))
