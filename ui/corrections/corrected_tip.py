"""Says what the file has where the pointer is on a corrected word, and offers to read that."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from ui.widgets.floating_card import FloatingCard
from ui.widgets.focus import ShortcutGuard
from ui.widgets.shortened import shortened

_GAP = 2  # px: near enough that the pointer reaches it
_LONGEST = 60  # characters
_EDGE = 8


class CorrectedTip(FloatingCard):
    """Over a word while the pointer is on it or on the card."""

    as_file_says_requested = Signal()

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        ShortcutGuard(self, lambda key: key.key() == Qt.Key.Key_Escape)
        self._page = page
        self._said = QLabel()
        self._restore = QPushButton(self.tr("As the File Says"))
        self._restore.setProperty("narrow", True)
        self._restore.setProperty("link", True)
        self._restore.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._restore.clicked.connect(self.as_file_says_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 8, 6)
        row.setSpacing(10)
        row.addWidget(self._said)
        row.addWidget(self._restore)

    def offer(self, word: QRect, said: str) -> None:
        """Come above a word, in px of the page."""
        self._said.setText(self.tr("The file says “{0}”").format(shortened(said, _LONGEST)))
        self.setAccessibleName(self._said.text())
        self.adjustSize()
        x = min(word.left(), self._page.width() - self.width() - _EDGE)
        y = word.top() - self.height() - _GAP
        if y < 0:
            y = word.bottom() + _GAP
        self.move(max(_EDGE, x), y)
        self.show()
        self.raise_()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes it."""
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            super().keyPressEvent(event)
