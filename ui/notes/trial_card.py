"""Says what the tour waits for: the keys, what they do, and that Space goes on without them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from ui.widgets.announcement import announce
from ui.widgets.floating_card import FloatingCard

_HEAD = 10  # px above it: the first line is further down
_MARGIN = 12
_WIDEST = 520


class TrialCard(FloatingCard):
    """Floats over the head of a view. It never takes the keyboard by itself; Tab leads to it."""

    go_on_requested = Signal()

    def __init__(self, view: QWidget) -> None:
        super().__init__(view)
        self._view = view
        self._caps = [QLabel(), QLabel()]
        self._text = QLabel(wordWrap=True)
        self._go_on = QPushButton(self.tr("Space goes on"))
        self._lay_out()
        self._go_on.clicked.connect(self.go_on_requested)

    def ask(self, keys: Sequence[str], text: str) -> None:
        """Ask for these keys, one pressed after the other; `text` is what they do."""
        self._go_on.show()
        self._show(keys, text)
        pressed = ", ".join(keys)
        announce(self, self.tr("Press {0}: {1} Space goes on.").format(pressed, text))

    def invite(self, key: str, text: str) -> None:
        """Say with which key the tour begins."""
        self._go_on.hide()
        self._show((key,), text)
        announce(self, f"{key}: {text}")

    def _show(self, keys: Sequence[str], text: str) -> None:
        for cap, key in zip(self._caps, [*keys, "", ""], strict=False):
            cap.setText(key)
            cap.setVisible(bool(key))
        self._text.setText(text)
        self._place()
        self.show()
        self.setAccessibleDescription(f"{', '.join(keys)}: {text}")

    def _lay_out(self) -> None:
        self.setAccessibleName(self.tr("The tour waits for you"))
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(14, 10, 10, 10)
        row.setSpacing(8)
        for cap in self._caps:
            cap.setObjectName("key-cap")
            cap.setAlignment(Qt.AlignmentFlag.AlignCenter)
            row.addWidget(cap)
        row.addSpacing(4)
        row.addWidget(self._text, 1)
        self._go_on.setToolTip(self.tr("Hear on without trying it (Space)"))
        self._go_on.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        row.addWidget(self._go_on)

    def _place(self) -> None:
        width = max(0, min(_WIDEST, self._view.width() - 2 * _MARGIN))
        self.setFixedWidth(width)
        self.setFixedHeight(self._row.heightForWidth(width))
        self.move((self._view.width() - width) // 2, _HEAD)
        self.raise_()
