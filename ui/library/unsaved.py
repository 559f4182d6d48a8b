"""Asks what to do about notes that are in memory only, before the window closes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.widgets.message_bar import MessageAction
from ui.widgets.wrapped_text import WrappedText


class UnsavedDialog(QDialog):
    """Start it with `open()`. Esc and Enter go back to the window, which stays open."""

    try_again_requested = Signal()
    move_requested = Signal()
    close_requested = Signal()

    def __init__(
        self,
        fault: str,
        parent: QWidget | None = None,
        saves: Sequence[MessageAction] = (),
    ) -> None:
        """With `saves`, ways of saving, these are offered instead of trying again."""
        super().__init__(parent)
        self._saves = saves
        self.setWindowTitle(self.tr("Not Saved"))
        self.setMinimumWidth(560)
        text = WrappedText(max_height=160)
        question = self.tr("Some of what you kept is not saved yet. Closing now would lose it.")
        text.set_text(f"{question}\n\n{fault}")
        text.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(14)
        column.addWidget(text, 1)
        column.addLayout(self._buttons())

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        close = QPushButton(self.tr("&Lose Them and Close"))
        close.setToolTip(self.tr("Close all the same (Alt+L)"))
        stay = QPushButton(self.tr("Stay"))
        stay.setToolTip(self.tr("Go back to the window (Esc)"))
        stay.setDefault(True)
        row.addWidget(close)
        row.addStretch(1)
        saves = self._save_buttons()
        for button in (*saves, stay):
            row.addWidget(button)
        for button in (close, *saves):
            button.setAutoDefault(False)
            button.clicked.connect(self.accept)
        stay.clicked.connect(self.reject)
        close.clicked.connect(self.close_requested)
        return row

    def _save_buttons(self) -> list[QPushButton]:
        if self._saves:
            return [self._save_button(each) for each in self._saves]
        again = QPushButton(self.tr("&Try Again"))
        again.setToolTip(self.tr("Save them now (Alt+T)"))
        again.clicked.connect(self.try_again_requested)
        move = QPushButton(self.tr("Use Another &Place…"))
        move.setToolTip(self.tr("Keep the library in another folder (Alt+P)"))
        move.clicked.connect(self.move_requested)
        return [again, move]

    @staticmethod
    def _save_button(save: MessageAction) -> QPushButton:
        button = QPushButton(f"&{save.label}")
        button.clicked.connect(save.callback)
        return button
