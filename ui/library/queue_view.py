"""What plays next by the listener's own choice: listed, moved, taken off."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from reader.library.shelf import ShelfEpisode
from ui.appearance.theme import SERIF, text_font
from ui.library.episode_row import EpisodeRow, RowButton
from ui.library.shelf_list import EpisodeView
from ui.library.shelf_paint import ShelfLook
from ui.library.shelf_requests import ShelfRequests
from ui.widgets.focus import plain_modifiers
from ui.widgets.item_views import Index

_ALT = Qt.KeyboardModifier.AltModifier
_ROWS = "application/x-qabstractitemmodeldatalist"  # what Qt calls rows that are dragged


class QueueList(EpisodeView):
    """The queue with its keys: Alt with an arrow moves an episode, as the mouse does; Delete takes
    it off."""

    remove_requested = Signal(object)  # ShelfEpisode
    move_requested = Signal(object, int)  # ShelfEpisode, and its new row
    field_requested = Signal()

    def __init__(self, requests: ShelfRequests, look: ShelfLook) -> None:
        super().__init__(requests)
        self._row = EpisodeRow(look, self)
        self.setItemDelegate(self._row)
        self.setAccessibleName(self.tr("Up Next"))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.episodes.is_movable = True
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDropIndicatorShown(False)  # one's own line is easier to see
        self._gap: int | None = None  # between which rows what is dragged would come

    def set_look(self, look: ShelfLook) -> None:
        """Take on other colours and icons."""
        self._row.look = look
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt+Up and Alt+Down move; Enter plays, since that is what they wait for."""
        each, row, key = self.chosen, self._row_chosen, event.key()
        is_arrow = key in {Qt.Key.Key_Up, Qt.Key.Key_Down}
        if each is not None and is_arrow and plain_modifiers(event) == _ALT:
            self._move(each, row + (1 if key == Qt.Key.Key_Down else -1))
        elif key == Qt.Key.Key_Delete and each is not None:
            self.remove_requested.emit(each)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and each is not None:
            self._requests.play.emit(each)
        elif (key == Qt.Key.Key_Up and row <= 0) or key == Qt.Key.Key_Escape:
            self.field_requested.emit()
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show which button of a row is under the mouse."""
        super().mouseMoveEvent(event)
        index = self.indexAt(event.position().toPoint())
        button = self._button_at(index, event.position().toPoint())
        self._row.pressed_at = (index.row(), button) if button is not None else None
        self.viewport().update()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take rows alone."""
        super().dragEnterEvent(event)
        event.setAccepted(event.mimeData().hasFormat(_ROWS))

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show where it would come; near an end the list goes on."""
        super().dragMoveEvent(event)
        if event.mimeData().hasFormat(_ROWS):
            self._show_gap(self._gap_at(event.position().toPoint()))
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """It would come nowhere."""
        super().dragLeaveEvent(event)
        self._show_gap(None)

    def dropEvent(self, event: QDropEvent) -> None:
        """Put it there; the rows change when the queue has."""
        self._show_gap(None)
        if not event.mimeData().hasFormat(_ROWS):
            event.ignore()
            return
        gap, each, row = self._gap_at(event.position().toPoint()), self.chosen, self._row_chosen
        event.setDropAction(Qt.DropAction.IgnoreAction)  # else Qt takes the row out itself
        event.accept()
        if each is not None and gap not in {row, row + 1}:
            self._move(each, gap if gap < row else gap - 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The rows, and where what is dragged would come."""
        super().paintEvent(event)
        if self._gap is None:
            return
        last = self.episodes.rowCount() - 1
        rect = self.visualRect(self.episodes.index(min(self._gap, last)))
        y = rect.top() if self._gap <= last else rect.bottom()
        painter = QPainter(self.viewport())
        painter.fillRect(rect.left(), max(0, y - 1), rect.width(), 3, QColor(self._accent))

    def click(self, index: Index, each: ShelfEpisode, point: QPoint) -> None:
        """A button, else the row."""
        button = self._button_at(index, point)
        if button is RowButton.PLAY:
            self._requests.play.emit(each)
        elif button is RowButton.MORE:
            self.show_menu(index, self.viewport().mapToGlobal(point))
        else:
            super().click(index, each, point)

    def _entries(
        self, each: ShelfEpisode
    ) -> Iterator[tuple[str, str, Callable[[ShelfEpisode], object]] | None]:
        ask, row = self._requests, self.episodes.row_of(each.id) or 0
        yield self.tr("&Play"), "Return", ask.play.emit
        yield self.tr("&Open"), "", ask.open.emit
        yield None
        if row > 0:
            yield self.tr("Move &Up"), "Alt+Up", partial(self._move_to, row - 1)
        if row < len(self.episodes.episodes) - 1:
            yield self.tr("Move &Down"), "Alt+Down", partial(self._move_to, row + 1)
        yield self.tr("&Remove From Up Next"), "Del", self.remove_requested.emit

    @property
    def _row_chosen(self) -> int:
        return self.currentIndex().row()

    @property
    def _accent(self) -> str:
        return self._row.look.theme.accent

    def _gap_at(self, point: QPoint) -> int:
        """Before which row; after the last, how many rows there are."""
        index = self.indexAt(point)
        if not index.isValid():
            return self.episodes.rowCount()
        return index.row() + (point.y() > self.visualRect(index).center().y())

    def _show_gap(self, gap: int | None) -> None:
        self._gap = gap
        self.viewport().update()

    def _move_to(self, row: int, each: ShelfEpisode) -> None:
        self._move(each, row)

    def _move(self, each: ShelfEpisode, row: int) -> None:
        if 0 <= row < len(self.episodes.episodes):
            self.move_requested.emit(each, row)

    def _button_at(self, index: Index, point: QPoint) -> RowButton | None:
        if not index.isValid():
            return None
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        option.rect = self.visualRect(index)
        return self._row.button_at(option, index, point)


class QueueView(QWidget):
    """The list under its heading; without one, how an episode comes here."""

    clear_requested = Signal()

    def __init__(self, requests: ShelfRequests, look: ShelfLook) -> None:
        super().__init__()
        self.list = QueueList(requests, look)
        self._title, self._nothing = QLabel(self.tr("Up Next")), QLabel(wordWrap=True)
        self._clear = QPushButton(self.tr("Clear"))
        self._lay_out()
        self._clear.clicked.connect(self.clear_requested)
        self.set_queue(())

    def set_queue(self, queue: Sequence[ShelfEpisode]) -> None:
        """List these, the next first."""
        self.list.keep_current(partial(self.list.episodes.set_episodes, queue))
        self.list.setVisible(bool(queue))
        self._clear.setVisible(len(queue) > 1)
        self._nothing.setVisible(not queue)

    def set_look(self, look: ShelfLook) -> None:
        """Take on other colours and icons."""
        self.list.set_look(look)

    def set_room(self, _width: int, side: int) -> None:
        """How much is margin on either side."""
        self._column.setContentsMargins(side - 12, 8, max(0, side - 12), 8)

    def focus_first(self) -> bool:
        """Put the keyboard on the list; False where it is empty."""
        if self.list.isVisibleTo(self):
            self.list.setFocus()
            return True
        return False

    def _lay_out(self) -> None:
        self._title.setFont(text_font(SERIF, self.font().pointSizeF() * 1.8))
        self._nothing.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._nothing.setText(
            self.tr(
                "Nothing waits to be played. Press Q on an episode to play it later, Shift+Q to "
                "play it next; at the end of what you hear it is offered."
            )
        )
        self._clear.setToolTip(self.tr("Take all episodes off this list"))
        head = QHBoxLayout()
        head.setContentsMargins(12, 12, 12, 4)
        head.addWidget(self._title, 1)
        head.addWidget(self._clear)
        self._nothing.setContentsMargins(12, 8, 12, 8)
        column = self._column = QVBoxLayout(self)
        column.addLayout(head)
        column.addWidget(self._nothing)
        column.addWidget(self.list, 1)
        column.addStretch(0)
