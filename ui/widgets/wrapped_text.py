"""Text to read, select and copy, as high as it needs; breaks even a long file name."""

from __future__ import annotations

import math

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPalette, QResizeEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit, QWidget

_NO_LIMIT = 16_777_215
_WRAP = QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere


class WrappedText(QTextEdit):
    """A label whose text can be selected and whose width never depends on its longest word."""

    def __init__(self, parent: QWidget | None = None, *, max_height: int = _NO_LIMIT) -> None:
        super().__init__(parent)
        self._max_height = max_height
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setWordWrapMode(_WRAP)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        self._show_through()
        # Not Fixed: that would cap the height at the size hint's, whatever the width.
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _show_through(self) -> None:
        """Not by the viewport: to hand it out, PySide looks through every kind of widget."""
        colours = QPalette()  # of nothing else: the other colours stay the theme's
        colours.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.transparent)
        self.setPalette(colours)

    def set_text(self, text: str) -> None:
        """Show `text` as it is, without reading markup in it."""
        self.setPlainText(text)
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        """It is as high as its lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all lines in `width`, up to the highest allowed."""
        return min(self._full_height(width), self._max_height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Scroll only what is higher than allowed: a bar that came too early would stay."""
        policy = Qt.ScrollBarPolicy
        is_whole = self._full_height(self.width()) <= self.height()
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAlwaysOff if is_whole else policy.ScrollBarAsNeeded
        )
        super().resizeEvent(event)

    def sizeHint(self) -> QSize:
        """What a line of about 60 letters needs."""
        width = self.fontMetrics().averageCharWidth() * 60
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """As narrow as the layout likes."""
        return QSize(80, self.fontMetrics().height())

    def _full_height(self, width: int) -> int:
        heights = (self._paragraph_height(each, width) for each in self.toPlainText().split("\n"))
        return math.ceil(sum(heights))

    def _paragraph_height(self, text: str, width: int) -> float:
        layout = QTextLayout(text, self.font())
        option = QTextOption()
        option.setWrapMode(_WRAP)
        layout.setTextOption(option)
        layout.beginLayout()
        height = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            height += line.height()
        layout.endLayout()
        return height
