"""The one field of the library: titles, words that were spoken, notes."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QDragEnterEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QToolButton, QWidget

from ui.appearance.icons import Icons

_HEIGHT = 40
_LONGEST = 300
_ROOMY = 420  # px in which its key is shown too


class LibraryField(QLineEdit):
    """A line of text with a glass before it; Down and Enter lead to what was found."""

    list_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("library-field")
        self.setMaxLength(_LONGEST)
        self.setMinimumHeight(_HEIGHT)
        self.setClearButtonEnabled(True)
        self.setAccessibleName(self.tr("Search titles, words spoken and notes"))
        self.setToolTip(self.tr("Words, “a phrase”, -without, voice:name (Esc clears)"))
        for button in self.findChildren(QToolButton):
            button.setAccessibleName(self.tr("Clear"))
        self._sign, self._key = QLabel(self), QLabel(self.tr("Ctrl Shift F"), self)
        self._key.setObjectName("key-cap")
        small = self._key.font()
        small.setPointSizeF(small.pointSizeF() * 0.85)
        self._key.setFont(small)
        self._key.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._sign.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._sign.setFixedSize(QSize(20, 20))
        self.setTextMargins(28, 0, 0, 0)
        self._hints = (
            self.tr("Find titles, words spoken and notes"),
            self.tr("Titles, words, notes"),
        )
        self.textChanged.connect(lambda _: self._fit())

    def set_icons(self, icons: Icons) -> None:
        """Draw the glass in other colours."""
        self._sign.setPixmap(icons.icon("find").pixmap(QSize(20, 20), self.devicePixelRatioF()))
        for action in self.findChildren(QAction):
            action.setIcon(icons.icon("close"))  # Qt shows its button then
        for button in self.findChildren(QToolButton):
            button.setVisible(bool(self.text()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down and Enter go to the list, Esc clears; Space is a blank."""
        if event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.list_requested.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take words, not files."""
        if event.mimeData().hasUrls():
            event.ignore()
        else:
            super().dragEnterEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What stands in it has its place from the sides."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """The sign before, the key behind, between them a hint in words that fit."""
        self._key.adjustSize()
        self._key.setVisible(not self.text() and self.width() >= _ROOMY)
        middle = self.height() // 2
        is_mirrored = self.isRightToLeft()
        near, far = 12, self.width() - self._key.width() - 10
        if is_mirrored:
            near, far = self.width() - 12 - self._sign.width(), 10
        self._sign.move(near, middle - self._sign.height() // 2)
        self._key.move(far, middle - self._key.height() // 2)
        long, short = self._hints
        taken = 48 + (self._key.width() + 20 if self._key.isVisibleTo(self) else 0)
        is_roomy = self.fontMetrics().horizontalAdvance(long) <= self.width() - taken
        self.setPlaceholderText(long if is_roomy else short)
