"""All actions in one list, found by a few letters: the one key to remember."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPalette, QPen
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLabel,
    QLineEdit,
    QListView,
    QStyle,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from ui.actions import Actions, ListedAction, keys_text
from ui.widgets.announcement import announce
from ui.widgets.floating_card import FloatingCard
from ui.widgets.focus import ShortcutGuard
from ui.widgets.item_views import NO_INDEX, DrawnDelegate, Index
from ui.window.action_search import ranked

_WIDTH, _MARGIN, _TOP = 560, 12, 48  # px
_MOST_ROWS = 10
_ROW = 34
_PADDING = 12
_RECENT = 8  # how many are remembered
_MOVES = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: _MOST_ROWS,
    Qt.Key.Key_PageUp: -_MOST_ROWS,
}


class ActionRole(IntEnum):
    """What a row offers besides its title."""

    KEYS = Qt.ItemDataRole.UserRole
    REASON = Qt.ItemDataRole.UserRole + 1  # why it can't be done now; empty where it can


class ActionPalette(FloatingCard):
    """A sheet at the head of the window: type, choose with the arrows, Enter does it."""

    used = Signal(str)  # the names of what was used last, the newest first, between commas

    def __init__(self, actions: Actions, window: QWidget, recent: str = "") -> None:
        super().__init__(window)
        ShortcutGuard(self, _is_of_list)
        self._actions, self._recent = actions, [each for each in recent.split(",") if each]
        self._window = window
        self._came_from: QWidget | None = None
        self._field, self._list, self._nothing = QLineEdit(), QListView(), QLabel()
        self._model = ActionRows(self)
        self._lay_out()
        self._field.textChanged.connect(self._find)
        self._list.clicked.connect(self._run)
        self._list.selectionModel().currentChanged.connect(self._say)
        QApplication.instance().focusChanged.connect(self._see_focus)  # type: ignore[union-attr]

    def open(self) -> None:
        """Come, with nothing asked for: what was used last stands first."""
        focused = self.window().focusWidget()
        self._came_from = None if focused is None or self.isAncestorOf(focused) else focused
        self._field.clear()
        self._find("")
        self._place()
        self.show()
        self.raise_()
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def dismiss(self) -> None:
        """Go, and give the keyboard back to what had it."""
        came_from, self._came_from = self._came_from, None
        super().dismiss()
        if came_from is not None and came_from.isVisible():
            came_from.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows move in the list while one types; Enter does what is chosen."""
        key = Qt.Key(event.key())
        if key in _MOVES:
            self._move(_MOVES[key])
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._run(self._list.currentIndex())
        elif key == Qt.Key.Key_Escape:
            self.dismiss()

    def _lay_out(self) -> None:
        self.setAccessibleName(self.tr("Find an Action"))
        self._field.setPlaceholderText(self.tr("What do you want to do?"))
        self._field.setAccessibleName(self.tr("Find an action"))
        self._field.setToolTip(self.tr("A few letters of an action, or its key (Enter does it)"))
        self._list.setModel(self._model)
        self._list.setItemDelegate(ActionDelegate(self._list))
        self._list.setAccessibleName(self.tr("Actions"))
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setUniformItemSizes(True)
        self._list.setMouseTracking(True)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.viewport().setAutoFillBackground(False)
        self._nothing.setText(self.tr("No action like that."))
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._nothing.setMinimumHeight(2 * _ROW)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 10, 10, 10)
        column.setSpacing(6)
        for part in (self._field, self._list, self._nothing):
            column.addWidget(part)

    def _place(self) -> None:
        window = self._window
        width = min(_WIDTH, window.width() - 2 * _MARGIN)
        row = self._list.sizeHintForRow(0) if self._model.rows else _ROW
        room = window.height() - _TOP - _MARGIN - self._field.sizeHint().height() - 26
        shown = max(1, min(_MOST_ROWS, len(self._model.rows), room // max(1, row)))
        self._list.setFixedHeight(shown * row + 2)
        self.setFixedWidth(width)
        self.adjustSize()
        self.move((window.width() - width) // 2, _TOP)

    def _find(self, query: str) -> None:
        listed = sorted(self._actions.listed(), key=self._age)
        names = [(each.title, keys_text(each.action)) for each in listed]
        self._model.set_rows([listed[k] for k in ranked(query, names)])
        has_any = bool(self._model.rows)
        self._list.setVisible(has_any)
        self._nothing.setHidden(has_any)
        if has_any:
            self._list.setCurrentIndex(self._model.index(0))
            self._list.scrollToTop()
        elif self.isVisible():
            announce(self, self._nothing.text())
        self._place()

    def _age(self, listed: ListedAction) -> int:
        name = listed.action.objectName()
        return self._recent.index(name) if name in self._recent else len(self._recent)

    def _move(self, by: int) -> None:
        last = len(self._model.rows) - 1
        row = self._list.currentIndex().row()
        is_wrapping = abs(by) == 1 and not 0 <= row + by <= last
        target = (last if by < 0 else 0) if is_wrapping else max(0, min(last, row + by))
        self._list.setCurrentIndex(self._model.index(target))

    def _say(self, index: QModelIndex) -> None:
        """The keyboard stays in the field, so a screen reader is given the row to say."""
        if index.isValid() and self.isVisible():
            announce(self, str(index.data(Qt.ItemDataRole.AccessibleTextRole)), is_urgent=True)

    def _run(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        listed = self._model.rows[index.row()]
        if not listed.action.isEnabled():
            self._say(index)
            return
        name = listed.action.objectName()
        self._recent = [name, *(each for each in self._recent if each != name)][:_RECENT]
        self.used.emit(",".join(self._recent))
        self.dismiss()
        listed.action.trigger()

    def _see_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        """A click elsewhere in the window closes it; another window does not."""
        if new is None or new.window() is not self.window() or self.isAncestorOf(new):
            return
        if self.isVisible():
            self._came_from = None
            self.dismiss()


class ActionRows(QAbstractListModel):
    """Actions with their keys; one that can't be done now says why, where that is known."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: Sequence[ListedAction] = ()

    def set_rows(self, rows: Sequence[ListedAction]) -> None:
        """Show these."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        """One row for each."""
        return 0 if parent.isValid() else len(self.rows)

    def data(
        self,
        index: Index,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """What `role` says of an action."""
        listed = self.rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return f"✓ {listed.title}" if listed.action.isChecked() else listed.title
            case ActionRole.KEYS:
                return keys_text(listed.action)
            case ActionRole.REASON:
                return listed.reason
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(listed)
        return None

    def _spoken(self, listed: ListedAction) -> str:
        is_on = self.tr("on") if listed.action.isChecked() else ""
        reason = self.tr("unavailable: {reason}").format(reason=listed.reason)
        parts = listed.title, is_on, reason if listed.reason else "", keys_text(listed.action)
        return ", ".join(filter(None, parts))


class ActionDelegate(DrawnDelegate):
    """The title, why it can't be done, and at the end its keys."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Room for one line."""
        return QSize(80, max(_ROW, QFontMetrics(option.font).height() + 14))

    def draw(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """In the colours of the view's palette."""
        self._paint_ground(painter, option)
        room = option.rect.adjusted(_PADDING, 0, -_PADDING, 0)
        keys, reason = index.data(ActionRole.KEYS), index.data(ActionRole.REASON)
        ink = option.palette.color(QPalette.ColorRole.WindowText)
        quiet = option.palette.color(QPalette.ColorRole.PlaceholderText)
        taken = self._paint_text(painter, option, room, keys, quiet, is_at_end=True)
        room = room.adjusted(0, 0, -taken, 0)
        title = index.data(Qt.ItemDataRole.DisplayRole)
        taken = self._paint_text(painter, option, room, title, quiet if reason else ink)
        if reason:
            self._paint_text(painter, option, room.adjusted(taken, 0, 0, 0), reason, quiet)

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        is_current = bool(option.state & QStyle.StateFlag.State_Selected)
        if is_current or option.state & QStyle.StateFlag.State_MouseOver:
            accent = option.palette.color(QPalette.ColorRole.Accent)
            painter.setPen(QPen(accent, 2) if is_current else Qt.PenStyle.NoPen)
            painter.setBrush(option.palette.color(QPalette.ColorRole.AlternateBase))
            painter.drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -1, -1), 6, 6)

    def _paint_text(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        room: QRect,
        text: str,
        colour: QColor,
        *,
        is_at_end: bool = False,
    ) -> int:
        """Write `text` at the beginning or the end of `room`; gives the width it took."""
        metrics = QFontMetrics(option.font)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0, room.width()))
        side = Qt.AlignmentFlag.AlignRight if is_at_end else Qt.AlignmentFlag.AlignLeft
        alignment = QStyle.visualAlignment(option.direction, side | Qt.AlignmentFlag.AlignVCenter)
        area = QStyle.visualRect(option.direction, option.rect, room)
        painter.setFont(option.font)
        painter.setPen(colour)
        painter.drawText(area, alignment, shown)
        return metrics.horizontalAdvance(shown) + _PADDING if shown else 0


def _is_of_list(event: QKeyEvent) -> bool:
    return event.key() in _MOVES
