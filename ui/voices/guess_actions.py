"""Confirm and Swap From Here, under the name of a turn that is guessed."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from ui.appearance.appearance import Appearance
from ui.widgets.floating_card import FloatingCard

_INSET = 6  # px of a button around its words


class GuessActions(FloatingCard):
    """A part of the page, without an edge of its own. Tab leads to it from the text."""

    confirmed = Signal()
    swap_requested = Signal()
    place_lost = Signal()  # the page has another size

    def __init__(self, page: QWidget, text: QWidget) -> None:
        super().__init__(page)
        self._confirm, self._swap = QToolButton(), QToolButton()
        self._lay_out()
        QWidget.setTabOrder(text, self._confirm)
        QWidget.setTabOrder(self._confirm, self._swap)
        self._confirm.clicked.connect(self.confirmed)
        self._swap.clicked.connect(self.swap_requested)

    def offer(self, voice: str, room: QRect, *, is_left: bool) -> None:
        """Come to the left or the right end of the room that there is by the name of `voice`;
        where it is too narrow, stay away."""
        self._name(voice)
        if not self._fits(room):
            self.dismiss()
            return
        x = room.left() - _INSET if is_left else room.right() + 1 + _INSET - self.width()
        self.move(x, room.top() + (room.height() - self.height()) // 2)
        self.show()
        self.raise_()

    def set_look(self, appearance: Appearance) -> None:
        """Take on other colours."""
        for button, icon in ((self._confirm, "check"), (self._swap, "swap")):
            button.setIcon(appearance.icons.icon(icon, appearance.theme.accent))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leads back to the text."""
        if event.key() == Qt.Key.Key_Escape:
            self.focus_released.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The page is its ground."""

    def _lay_out(self) -> None:
        self.setObjectName("guess-actions")
        self.setAccessibleName(self.tr("Guess"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        self._confirm.setText(self.tr("Confirm"))
        for button in (self._confirm, self._swap):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            row.addWidget(button)

    def _fits(self, room: QRect) -> bool:
        """In words, in fewer, or as signs."""
        words, signs = Qt.ToolButtonStyle.ToolButtonTextOnly, Qt.ToolButtonStyle.ToolButtonIconOnly
        full, short = self.tr("Swap From Here"), self.tr("Swap")
        for style, swap in ((words, full), (words, short), (signs, short)):
            self._swap.setText(swap)
            for button in (self._confirm, self._swap):
                button.setToolButtonStyle(style)
            self.adjustSize()
            if self.width() - _INSET <= room.width():
                return True
        return False

    def _name(self, voice: str) -> None:
        """What the buttons say without the name above them."""
        self._confirm.setAccessibleName(self.tr("Confirm that {0} says this").format(voice))
        self._confirm.setToolTip(self.tr("Confirm that {0} says this").format(voice))
        self._swap.setAccessibleName(self.tr("Swap From Here"))
        self._swap.setToolTip(
            self.tr("Swap from here: the two take turns the other way round from here on")
        )

    def _place(self) -> None:
        self.place_lost.emit()
