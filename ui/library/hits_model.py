"""What a search of the library found, as rows: an episode, then its best lines and notes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, IntEnum

from PySide6.QtCore import QAbstractListModel, QObject, Qt

from reader.library.search_values import FoundEpisode, FoundLine, FoundNote
from reader.library.shelf import ShelfEpisode
from reader.time_text import clock_text
from ui.library.shelf_model import date_text
from ui.widgets.item_views import NO_INDEX, Index
from ui.widgets.joined import joined


class HitKind(Enum):
    """What a row is."""

    EPISODE = "episode"
    LINE = "line"
    NOTE = "note"
    MORE = "more"


@dataclass(frozen=True, slots=True)
class HitRow:
    """One row; a line or a note, where it is one. `more` is how many lines are not shown."""

    kind: HitKind
    found: FoundEpisode
    line: FoundLine | None = None
    note: FoundNote | None = None
    more: int = 0

    @property
    def start(self) -> int | None:
        """When it is said, in milliseconds of the recording; None where that is not known."""
        if self.line is not None:
            return self.line.start
        return self.note.start if self.note is not None else None


class HitRole(IntEnum):
    """What a row offers."""

    ROW = Qt.ItemDataRole.UserRole  # HitRow
    SHELVED = Qt.ItemDataRole.UserRole + 1  # ShelfEpisode | None
    ORIGIN = Qt.ItemDataRole.UserRole + 2  # show and date
    COUNT = Qt.ItemDataRole.UserRole + 3  # "7 moments, 1 note"
    TEXT = Qt.ItemDataRole.UserRole + 4  # "4 more in this episode"


class HitsModel(QAbstractListModel):
    """Rows by episode, in the order in which they were found."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._found: Sequence[FoundEpisode] = ()
        self._rows: Sequence[HitRow] = ()
        self._shelf: Mapping[str, ShelfEpisode] = {}
        self._word = ""  # that was looked for instead, where nobody says what was typed
        self._whole: dict[str, FoundEpisode] = {}  # with all their lines, as they were asked for

    @property
    def rows(self) -> Sequence[HitRow]:
        """All rows."""
        return self._rows

    @property
    def found(self) -> Sequence[FoundEpisode]:
        """The episodes, with as many lines as are shown."""
        return [self._whole.get(each.episode_id, each) for each in self._found]

    def set_shelf(self, shelf: Mapping[str, ShelfEpisode]) -> None:
        """What the library has, by id: for covers, shows and dates."""
        self._shelf = shelf
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

    def set_found(self, found: Sequence[FoundEpisode], word: str = "") -> None:
        """Show these instead; they have `word`, where nobody says what was typed."""
        self._whole, self._word = {}, word
        self._show(found)

    def set_whole(self, whole: FoundEpisode) -> None:
        """Show all lines of an episode."""
        self._whole[whole.episode_id] = whole
        self._show(self._found)

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        """All rows."""
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """An episode's own row is gone to where nothing else of it is."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        row = self._rows[index.row()]
        if row.kind is HitKind.EPISODE and (row.found.lines or row.found.notes):
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What `role` says of a row."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        match role:
            case HitRole.ROW:
                return row
            case HitRole.SHELVED:
                return self._shelf.get(row.found.episode_id)
            case HitRole.ORIGIN:
                return self._origin(row.found)
            case HitRole.COUNT:
                return self._count(row.found)
            case HitRole.TEXT | Qt.ItemDataRole.DisplayRole:
                return self._text(row)
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(row)
        return None

    def _show(self, found: Sequence[FoundEpisode]) -> None:
        self.beginResetModel()
        self._found = found
        self._rows = tuple(row for each in self.found for row in _rows_of(each))
        self.endResetModel()

    def _origin(self, found: FoundEpisode) -> str:
        shelved = self._shelf.get(found.episode_id)
        if shelved is None:
            return joined(found.show.text, date_text(found.date))
        return joined(shelved.show, date_text(shelved.episode.date))

    def _count(self, found: FoundEpisode) -> str:
        moments = self.tr("%n moment(s)", "", found.moments) if found.moments else ""
        if found.moments and found.is_estimate:
            moments = self.tr("about {0}").format(moments)
        if found.moments and self._word:
            moments = self.tr("{0} with “{1}”").format(moments, self._word)
        notes = self.tr("%n note(s)", "", len(found.notes)) if found.notes else ""
        return ", ".join(filter(None, (moments, notes)))

    def _text(self, row: HitRow) -> str:
        match row.kind:
            case HitKind.LINE if row.line is not None:
                return row.line.snippet.text
            case HitKind.NOTE if row.note is not None:
                return row.note.note.text or row.note.quote.text
            case HitKind.MORE:
                return self.tr("%n more in this episode", "", row.more)
        return row.found.title.text

    def _spoken(self, row: HitRow) -> str:
        """A row as one sentence, for who cannot see it."""
        if row.line is not None:
            time = clock_text(row.line.start) if row.line.start is not None else ""
            parts = [row.line.voice, time, row.line.snippet.text, row.found.title.text]
        elif row.note is not None:
            time = clock_text(row.note.start)
            parts = [self.tr("Your note"), time, row.note.note.text, row.note.quote.text]
        elif row.kind is HitKind.MORE:
            parts = [self._text(row), row.found.title.text]
        else:
            parts = [row.found.title.text, self._origin(row.found), self._count(row.found)]
        return ", ".join(filter(None, parts))


def _rows_of(found: FoundEpisode) -> Iterator[HitRow]:
    yield HitRow(HitKind.EPISODE, found)
    for line in found.lines:
        yield HitRow(HitKind.LINE, found, line=line)
    for note in found.notes:
        yield HitRow(HitKind.NOTE, found, note=note)
    more = found.moments - len(found.lines)
    if more > 0 and found.lines:
        yield HitRow(HitKind.MORE, found, more=more)
