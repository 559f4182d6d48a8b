"""A folder to be chosen: where it is, and a button for another."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from ui.widgets.file_dialogs import ask_for_folder

_WIDTH = 340  # px


class FolderRow(QWidget):
    """With `off` there may also be none, which this text then says."""

    changed = Signal()  # by the listener

    def __init__(self, title: str, off: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title, self._off = title, off
        self.folder = ""
        self._place = QLabel(textFormat=Qt.TextFormat.PlainText)
        self._choose, self._clear = (
            QPushButton(self.tr("Choose…")),
            QPushButton(self.tr("Turn Off")),
        )
        self._lay_out()
        self._choose.clicked.connect(self._ask)
        self._clear.clicked.connect(lambda: self._take(""))

    def set_folder(self, folder: str) -> None:
        """Show this folder; empty for none."""
        self.folder = folder
        self._clear.setVisible(bool(self._off and folder))
        self._place.setToolTip(folder)
        self._choose.setToolTip(
            self.tr("Choose another folder than {0}").format(folder or self._off)
        )
        self._show_place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the path to the room there is."""
        super().resizeEvent(event)
        self._show_place()

    def _lay_out(self) -> None:
        self._place.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setMinimumWidth(_WIDTH)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusProxy(self._choose)
        self._buttons = QHBoxLayout()
        for button in (self._choose, self._clear):
            button.setAutoDefault(False)
            self._buttons.addWidget(button)
        row = self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._place, 1)
        row.addLayout(self._buttons)
        row.setAlignment(self._buttons, Qt.AlignmentFlag.AlignLeft)
        self._choose.setAccessibleName(self._title)

    def _show_place(self) -> None:
        """Above the buttons where it is too long to stand beside them."""
        metrics = QFontMetrics(self._place.font())
        text = _short(self.folder) if self.folder else self._off
        middle = Qt.TextElideMode.ElideMiddle  # where it begins and its own name identify it
        beside = self.width() - self._buttons.sizeHint().width() - self._row.spacing()
        has_room = metrics.horizontalAdvance(text) <= beside
        directions = QBoxLayout.Direction
        self._row.setDirection(directions.LeftToRight if has_room else directions.TopToBottom)
        self._place.setText(metrics.elidedText(text, middle, self.width()))

    def _ask(self) -> None:
        ask_for_folder(self, self._title, self.folder, self._take)

    def _take(self, folder: str) -> None:
        self.set_folder(folder)
        self.changed.emit()


def _short(folder: str) -> str:
    """A folder under the user's own as `~/Music`."""
    try:
        return f"~/{Path(folder).relative_to(Path.home())}"
    except ValueError:
        return folder
