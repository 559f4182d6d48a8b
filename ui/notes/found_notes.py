"""What was found among the notes of all episodes, as a list."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, Signal

from reader.store.annotation_search import FoundAnnotation
from reader.time_text import clock_text
from ui.notes.notes_model import NoteRole, NoteRows
from ui.widgets.item_views import Index
from ui.widgets.joined import joined


class FoundNotes(NoteRows):
    """Rows with the title of their episode, the hits marked; asks for more as one scrolls on."""

    more_requested = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._found: Sequence[FoundAnnotation] = ()
        self._has_more = False
        self.is_grouped = False

    def set_found(
        self, found: Sequence[FoundAnnotation], *, has_more: bool, is_grouped: bool = False
    ) -> None:
        """List these instead; with `has_more` there would be others. Those of one episode may
        stand in a group, under its title."""
        self.beginResetModel()
        self._found, self._has_more, self.is_grouped = found, has_more, is_grouped
        self.rows = tuple(each.annotation for each in found)
        self.endResetModel()

    def found(self, annotation_id: str) -> FoundAnnotation | None:
        """The row of this annotation."""
        row = self.row_of(annotation_id)
        return None if row is None else self._found[row]

    @property
    def has_more(self) -> bool:
        """Whether there would be others."""
        return self._has_more

    def canFetchMore(  # noqa: N802
        self, _parent: Index
    ) -> bool:
        """The view asks when its end comes near."""
        return self._has_more

    def fetchMore(  # noqa: N802
        self, _parent: Index
    ) -> None:
        """Ask for more; they come as other rows."""
        self._has_more = False
        self.more_requested.emit()

    def data(
        self,
        index: Index,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """What `role` says, as of any note; the quote and note are cut to where the hits are."""
        if not index.isValid():
            return None
        found = self._found[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | NoteRole.QUOTE if found.snippets[0].text.strip():
                return found.snippets[0].text
            case NoteRole.QUOTE_HITS:
                return found.snippets[0].marks
            case NoteRole.NOTE:
                return found.snippets[1].text
            case NoteRole.NOTE_HITS:
                return found.snippets[1].marks
            case NoteRole.HEAD:
                each = found.annotation
                title = "" if self.is_grouped else found.episode_title
                return joined(clock_text(each.selector.time[0]), each.voice, title)
            case NoteRole.GROUP:
                return found.episode_title if self._begins_group(index.row()) else ""
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{super().data(index, role)}, {found.episode_title}"
        return super().data(index, role)

    def _begins_group(self, row: int) -> bool:
        if not self.is_grouped:
            return False
        episode = self.rows[row].episode_id
        return row == 0 or self.rows[row - 1].episode_id != episode
