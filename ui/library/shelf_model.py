"""The episodes of the library as a list: what each row says."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QDate,
    QLocale,
    QObject,
    Qt,
)

from reader.library.shelf import Heard, ShelfEpisode
from reader.time_text import clock_text
from ui.widgets.item_views import NO_INDEX, Index
from ui.widgets.joined import joined

_MOST_VOICES = 4


class ShelfRole(IntEnum):
    """What a row offers besides its title."""

    EPISODE = Qt.ItemDataRole.UserRole  # ShelfEpisode
    ORIGIN = Qt.ItemDataRole.UserRole + 1  # show, date and voices
    STATE = Qt.ItemDataRole.UserRole + 2  # "47:23 left"
    PROGRESS = Qt.ItemDataRole.UserRole + 3  # 0 to 1, where it was begun; else None
    LACK = Qt.ItemDataRole.UserRole + 4  # "No transcript"; empty where nothing is lacking


class ShelfModel(QAbstractListModel):
    """Rows in the order given; what stays the same keeps its row, and the view its place."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.is_movable = False
        """Whether the mouse may take rows elsewhere."""
        self._episodes: Sequence[ShelfEpisode] = ()

    @property
    def episodes(self) -> Sequence[ShelfEpisode]:
        """Those on show."""
        return self._episodes

    def set_episodes(self, episodes: Sequence[ShelfEpisode]) -> None:
        """Show these instead."""
        before, self_ids = self._episodes, [each.id for each in self._episodes]
        if [each.id for each in episodes] != self_ids:
            self.beginResetModel()
            self._episodes = tuple(episodes)
            self.endResetModel()
            return
        self._episodes = tuple(episodes)
        for row, (old, new) in enumerate(zip(before, episodes, strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(row), self.index(row))

    def row_of(self, episode_id: str) -> int | None:
        """Where an episode stands."""
        return next((k for k, each in enumerate(self._episodes) if each.id == episode_id), None)

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        """One row per episode."""
        return 0 if parent.isValid() else len(self._episodes)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Each is chosen, some are dragged."""
        usual = super().flags(index)
        return usual | Qt.ItemFlag.ItemIsDragEnabled if self.is_movable else usual

    def supportedDragActions(self) -> Qt.DropAction:  # noqa: N802
        """A row is moved, not copied."""
        return Qt.DropAction.MoveAction

    def data(
        self,
        index: Index,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """What `role` says of an episode; None for roles that are not offered."""
        if not index.isValid():
            return None
        each = self._episodes[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return each.episode.title
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(each)
            case Qt.ItemDataRole.ToolTipRole:
                return "\n".join(str(file) for file in each.episode.own_files)
            case ShelfRole.EPISODE:
                return each
            case ShelfRole.ORIGIN:
                return self._origin(each)
            case ShelfRole.STATE:
                return self._state(each)
            case ShelfRole.PROGRESS:
                return each.progress if each.heard is Heard.BEGUN and each.is_there else None
            case ShelfRole.LACK:
                return "" if each.has_transcript else self.tr("No transcript")
        return None

    def _origin(self, each: ShelfEpisode) -> str:
        """Its show, else its folder; its date; who speaks."""
        episode = each.episode
        folder = next((file.parent.name for file in episode.own_files), "")
        voices = ", ".join(each.voices[:_MOST_VOICES])
        parts = [each.show or folder, date_text(episode.date), voices]
        if each.is_unplugged and each.folder is not None:
            parts.insert(2, self.tr("on “{0}”").format(each.folder.name))
        return joined(*parts)

    def _state(self, each: ShelfEpisode) -> str:
        if each.is_unplugged:
            return self.tr("Not connected")
        if each.missing:
            return self._missing_text(each)
        if each.heard is Heard.FINISHED:
            return self.tr("Heard")
        if each.is_text_only:
            return self.tr("Text only")
        if each.heard is Heard.BEGUN:
            left = clock_text(each.episode.left)
            return self.tr("{0} left").format(left) if each.episode.length else self.tr("Begun")
        return clock_text(each.episode.length) if each.episode.length else ""

    def _missing_text(self, each: ShelfEpisode) -> str:
        if each.missing == {each.episode.recording}:
            return self.tr("Recording not found")
        if each.missing == {each.episode.transcript}:
            return self.tr("Transcript not found")
        return self.tr("Files not found")

    def _spoken(self, each: ShelfEpisode) -> str:
        """All of it as one sentence, for who cannot see the row."""
        is_new = each.heard is Heard.NEW
        parts = [
            each.episode.title,
            self._origin(each),
            self.tr("New") if is_new else "",
            self._state(each),
            self.tr("%n note(s)", "", each.notes) if each.notes else "",
            "" if each.has_transcript else self.tr("No transcript"),
        ]
        return ", ".join(filter(None, parts))


def date_text(date: str) -> str:
    """A whole date as this language writes it; a month and a year as they are."""
    day = QDate.fromString(date, "yyyy-MM-dd")
    form = QCoreApplication.translate("ShelfModel", "d MMM yyyy")
    return QLocale().toString(day, form) if day.isValid() else date
