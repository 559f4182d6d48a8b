"""The list of what was found in the library, with its keys and what can be pressed in it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyleOptionViewItem, QWidget

from ui.library.hit_rows import HitButton, HitRows
from ui.library.hits_model import HitKind, HitRole, HitRow, HitsModel
from ui.library.shelf_paint import ShelfLook
from ui.widgets.announcement import announce_row
from ui.widgets.focus import ShortcutGuard, plain_modifiers
from ui.widgets.item_views import Index

_NONE = Qt.KeyboardModifier.NoModifier
_CTRL = Qt.KeyboardModifier.ControlModifier
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class HitsList(QListView):
    """Each signal carries the HitRow that it is about."""

    listen_requested = Signal(object)
    play_requested = Signal(object)
    open_requested = Signal(object)  # without playing
    more_requested = Signal(object)
    end_neared = Signal()
    field_requested = Signal()  # Up from the first, Esc

    def __init__(self, look: ShelfLook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hits = HitsModel(self)
        self.setModel(self.hits)
        self._rows = HitRows(look, self)
        self.setItemDelegate(self._rows)
        self.setAccessibleName(self.tr("Found"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.viewport().setAutoFillBackground(False)
        self.verticalScrollBar().valueChanged.connect(self._look_at_end)
        # Space is the player's everywhere else; here it hears what is chosen.
        ShortcutGuard(self, lambda key: key.key() == Qt.Key.Key_Space or _is_ctrl_enter(key))

    @property
    def chosen(self) -> HitRow | None:
        """The row that the keyboard is on."""
        return self._at(self.currentIndex())

    def set_look(self, look: ShelfLook) -> None:
        """Take on other colours and icons."""
        self._rows.look = look
        self.viewport().update()

    def set_listening(self, place: tuple[str, int] | None) -> None:
        """Which moment of which episode is heard now."""
        self._rows.listening, self._rows.heard = place, 0
        self.viewport().update()

    def set_heard(self, heard: int) -> None:
        """How many ms of that moment were heard so far."""
        self._rows.heard = heard
        self.update(self.currentIndex())

    def go_to_first(self) -> bool:
        """Put the keyboard on the best hit; False where nothing was found."""
        row = self._next_row(-1, 1)
        if row is None:
            return False
        if self.chosen is None:
            self.go_to(row)
        self.setFocus()
        return True

    def go_to(self, row: int) -> None:
        """Choose a row and bring it into view."""
        self.setCurrentIndex(self.hits.index(row))

    def stay(self, row: int, top: int) -> None:
        """After other rows came: the keyboard on its row, the list where it was."""
        if row >= 0:
            self.go_to(min(row, self.hits.rowCount() - 1))
        self.doItemsLayout()
        self.verticalScrollBar().setValue(top)

    # Qt's events

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802
        """The chosen row is higher: it says what can be done."""
        super().currentChanged(current, previous)
        self.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space, Enter and Ctrl+Enter; the arrows pass over the titles of episodes."""
        key, modifiers, row = event.key(), plain_modifiers(event), self.chosen
        if key == Qt.Key.Key_Escape:
            self.field_requested.emit()
        elif key == Qt.Key.Key_Space and row is not None:
            self.press(row, HitButton.LISTEN)
        elif key in _ENTER and row is not None:
            self.press(row, HitButton.OPEN if modifiers == _CTRL else HitButton.PLAY)
        elif key in {Qt.Key.Key_Down, Qt.Key.Key_Up} and modifiers == _NONE:
            self._step(1 if key == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def press(self, row: HitRow, button: HitButton) -> None:
        """Do what a button says with a row; a row that offers more lines shows them."""
        if row.kind is HitKind.MORE:
            self.more_requested.emit(row)
        elif button is HitButton.LISTEN and row.start is not None:
            self.listen_requested.emit(row)
        elif button is HitButton.PLAY:
            self.play_requested.emit(row)
        elif button is HitButton.OPEN:
            self.open_requested.emit(row)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Choose a row where none is: the keys need one."""
        super().focusInEvent(event)
        if self.chosen is None and (row := self._next_row(-1, 1)) is not None:
            self.go_to(row)
        announce_row(self)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press on a sign does not move what is chosen, and with it the row under the mouse."""
        if self._button_at(event.position().toPoint()) is None:
            super().mousePressEvent(event)
        else:
            event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click plays from there, or does what the sign under it says."""
        super().mouseReleaseEvent(event)
        point = event.position().toPoint()
        row = self._at(self.indexAt(point))
        if event.button() is Qt.MouseButton.LeftButton and row is not None:
            is_episode = row.kind is HitKind.EPISODE
            usual = HitButton.OPEN if is_episode else HitButton.PLAY
            self.press(row, self._button_at(point) or usual)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show which sign is under the mouse."""
        super().mouseMoveEvent(event)
        point = event.position().toPoint()
        button = self._button_at(point)
        found = (self.indexAt(point).row(), button) if button is not None else None
        if found != self._rows.pressed_at:
            self._rows.pressed_at = found
            self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Other widths need other lines."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    # Its own work

    def _at(self, index: Index) -> HitRow | None:
        found = index.data(HitRole.ROW) if index.isValid() else None
        return found if isinstance(found, HitRow) else None

    def _look_at_end(self, top: int) -> None:
        if top >= self.verticalScrollBar().maximum() - self.viewport().height() // 2:
            self.end_neared.emit()

    def _step(self, by: int) -> None:
        row = self._next_row(self.currentIndex().row(), by)
        if row is not None:
            self.go_to(row)
        elif by < 0:
            self.scrollToTop()
            self.field_requested.emit()

    def _next_row(self, row: int, by: int) -> int | None:
        rows = range(row + 1, self.hits.rowCount()) if by > 0 else range(row - 1, -1, -1)
        chooseable = Qt.ItemFlag.ItemIsSelectable
        return next((k for k in rows if self.hits.flags(self.hits.index(k)) & chooseable), None)

    def _button_at(self, point: QPoint) -> HitButton | None:
        index = self.indexAt(point)
        if not index.isValid():
            return None
        return self._rows.button_at(self._option(index), index, point)

    def _option(self, index: Index) -> QStyleOptionViewItem:
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        option.rect = self.visualRect(index)
        return option


def _is_ctrl_enter(event: QKeyEvent) -> bool:
    return event.key() in _ENTER and plain_modifiers(event) == _CTRL
