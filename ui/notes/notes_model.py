"""What was kept in an episode as a list: filtered, in order, each with what a row shows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum, IntEnum

from PySide6.QtCore import QAbstractListModel, QObject, Qt

from reader.annotation import Annotation
from reader.time_text import clock_text
from reader.transcript.search import SearchText, asked_voices, is_one_of
from ui.player.spoken_time import spoken_time
from ui.widgets.item_views import NO_INDEX, Index
from ui.widgets.joined import joined


class NoteOrder(Enum):
    """What comes first."""

    BY_TIME = "time"
    BY_MAKING = "making"  # the newest first


class NoteRole(IntEnum):
    """What a row offers besides its quote."""

    ANNOTATION = Qt.ItemDataRole.UserRole
    QUOTE = Qt.ItemDataRole.UserRole + 1
    HEAD = Qt.ItemDataRole.UserRole + 2  # its time and voice
    NOTE = Qt.ItemDataRole.UserRole + 3
    TAGS = Qt.ItemDataRole.UserRole + 4
    QUOTE_HITS = Qt.ItemDataRole.UserRole + 5  # start and end of each, in what QUOTE says
    NOTE_HITS = Qt.ItemDataRole.UserRole + 6
    GROUP = Qt.ItemDataRole.UserRole + 7  # the episode that begins with this row; empty amid one


@dataclass(frozen=True, slots=True)
class NoteFilter:
    """What is let through: all `words`, any of `colours` (0 bookmarks; none chosen: all)."""

    words: str = ""
    colours: frozenset[int] = frozenset()
    is_noted_only: bool = False
    is_unreviewed_only: bool = False

    @property
    def is_open(self) -> bool:
        """Whether it lets everything through."""
        return self == NoteFilter()


class NoteRows(QAbstractListModel):
    """Rows of annotations, each with what a row shows."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[Annotation, ...] = ()
        """The annotations on show, in order."""
        self._names: Mapping[int, str] = {}
        self._unsaved: frozenset[str] = frozenset()
        self._unplaced: frozenset[str] = frozenset()

    def set_colour_names(self, names: Mapping[int, str]) -> None:
        """What the colours 1 to 5 are called."""
        self._names = names
        if self.rows:
            self.dataChanged.emit(self.index(0), self.index(len(self.rows) - 1))

    def colour_name(self, colour: int) -> str:
        """What a colour is called, or its number."""
        if not colour:
            return self.tr("Bookmark")
        return self._names.get(colour) or self.tr("Colour {number}").format(number=colour)

    def set_unsaved(self, annotation_ids: frozenset[str]) -> None:
        """Which are in memory only, since the library does not take them now."""
        if annotation_ids != self._unsaved:
            self._unsaved = annotation_ids
            if self.rows:
                self.dataChanged.emit(self.index(0), self.index(len(self.rows) - 1))

    def set_unplaced(self, annotation_ids: frozenset[str]) -> None:
        """Which have no place in the open text."""
        self._unplaced = annotation_ids

    def row_of(self, annotation_id: str) -> int | None:
        """Where an annotation is on show."""
        return next((k for k, each in enumerate(self.rows) if each.id == annotation_id), None)

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        """One row per annotation on show."""
        return 0 if parent.isValid() else len(self.rows)

    def data(
        self,
        index: Index,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """What `role` says of an annotation; None for roles that are not offered."""
        if not index.isValid():
            return None
        annotation = self.rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | NoteRole.QUOTE:
                return quote_of(annotation) or self._moment(annotation)
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(annotation)
            case NoteRole.ANNOTATION:
                return annotation
            case NoteRole.HEAD:
                time = clock_text(annotation.selector.time[0])
                return joined(time, self._warning(annotation), annotation.voice)
            case NoteRole.NOTE:
                return " ".join(annotation.note.split())
            case NoteRole.TAGS:
                return "  ".join(f"#{tag}" for tag in annotation.tags)
        return None

    def _moment(self, annotation: Annotation) -> str:
        """The name of what has no words."""
        return self.tr("Bookmark at {0}").format(clock_text(annotation.selector.time[0]))

    def _spoken(self, annotation: Annotation) -> str:
        parts = (
            self._warning(annotation),
            self.tr("New") if annotation.is_unreviewed else "",
            self.colour_name(annotation.colour),
            quote_of(annotation),
            annotation.voice,
            spoken_time(annotation.selector.time[0]),
            self.tr("Note: {text}").format(text=annotation.note) if annotation.note else "",
            self.tr("Tags: {tags}").format(tags=", ".join(annotation.tags))
            if annotation.tags
            else "",
        )
        return ", ".join(filter(None, parts))

    def _warning(self, annotation: Annotation) -> str:
        if annotation.id in self._unsaved:
            return self.tr("Not saved")
        return self.tr("No place here") if annotation.id in self._unplaced else ""


class NotesModel(NoteRows):
    """What was kept in one episode; those deleted are left out."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: tuple[Annotation, ...] = ()
        self._texts: dict[str, SearchText] = {}
        self._filter = NoteFilter()
        self._order = NoteOrder.BY_TIME
        self._pinned = ""

    @property
    def total(self) -> int:
        """How many there are, shown or not."""
        return len(self._all)

    @property
    def unreviewed(self) -> int:
        """How many wait to be looked at."""
        return sum(each.is_unreviewed for each in self._all)

    @property
    def tags(self) -> tuple[str, ...]:
        """All tags in use, in order."""
        return tuple(sorted({tag for each in self._all for tag in each.tags}, key=str.casefold))

    def set_annotations(self, annotations: Iterable[Annotation]) -> None:
        """List these instead."""
        known = {each.id: each for each in self._all}
        living = (each for each in annotations if not each.is_deleted)
        # The same objects where nothing changed: what is known of them stays known.
        self._all = tuple(known[each.id] if known.get(each.id) == each else each for each in living)
        same = {each.id for each in self._all if known.get(each.id) is each}
        self._texts = {key: text for key, text in self._texts.items() if key in same}
        self._show()

    def set_filter(self, chosen: NoteFilter) -> None:
        """Show what `chosen` lets through."""
        if chosen != self._filter:
            self._filter = chosen
            self._show()

    @property
    def counts(self) -> Counter[int]:
        """How many there are of each colour, 0 for bookmarks, shown or not."""
        return Counter(each.colour for each in self._all)

    @property
    def noted(self) -> int:
        """How many have a note."""
        return sum(bool(each.note) for each in self._all)

    def nearest(self, time: int) -> str:
        """The id of what is on show and nearest to a time in ms; empty without any."""
        found = min(self.rows, key=lambda each: _distance(each, time), default=None)
        return found.id if found is not None else ""

    def set_pinned(self, annotation_id: str) -> None:
        """Show this one whatever the filter lets through, as while it is written on."""
        if annotation_id != self._pinned:
            self._pinned = annotation_id
            if not self._filter.is_open:
                self._show()

    def set_order(self, order: NoteOrder) -> None:
        """Show them in another order."""
        if order != self._order:
            self._order = order
            self._show()

    def _show(self) -> None:
        wanted = self._filter
        key = _by_time if self._order is NoteOrder.BY_TIME else _by_making
        self.beginResetModel()
        is_newest_first = self._order is NoteOrder.BY_MAKING
        passing = (each for each in self._all if self._passes(each, wanted))
        self.rows = tuple(sorted(passing, key=key, reverse=is_newest_first))
        self.endResetModel()

    def _passes(self, annotation: Annotation, wanted: NoteFilter) -> bool:
        if annotation.id == self._pinned:
            return True
        if wanted.is_unreviewed_only and not annotation.is_unreviewed:
            return False
        if wanted.is_noted_only and not annotation.note:
            return False
        if wanted.colours and annotation.colour not in wanted.colours:
            return False
        text, voices = asked_voices(wanted.words)
        if not is_one_of(annotation.voice, voices):
            return False
        words = text.split()
        return not words or all(map(self._searchable(annotation).occurrences, words))

    def _searchable(self, annotation: Annotation) -> SearchText:
        if annotation.id not in self._texts:
            self._texts[annotation.id] = _search_text(annotation)
        return self._texts[annotation.id]


def quote_of(annotation: Annotation) -> str:
    """The words kept, in one line."""
    return " ".join(annotation.selector.quote.exact.split())


def _search_text(annotation: Annotation) -> SearchText:
    tags = " ".join(f"#{tag}" for tag in annotation.tags)
    return SearchText("\n".join((quote_of(annotation), annotation.note, tags, annotation.voice)))


def _distance(annotation: Annotation, time: int) -> int:
    start, end = annotation.selector.time
    return max(start - time, time - end, 0)


def _by_time(annotation: Annotation) -> tuple[int, int, str]:
    return *annotation.selector.time, annotation.id


def _by_making(annotation: Annotation) -> tuple[float, str]:
    return annotation.created.timestamp(), annotation.id
