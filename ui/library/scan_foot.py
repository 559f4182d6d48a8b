"""How large the library is and how old what is known of its folders; a scan with Cancel."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ui.appearance.icons import Icons

_MINUTE = 60  # seconds


class ScanFoot(QWidget):
    """Two quiet lines, and while folders are read how far that is."""

    cancel_requested = Signal()
    details_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._size, self._state = QLabel(), QLabel()
        self._cancel = QPushButton(self.tr("Cancel"))
        self._details = QToolButton()
        for label in (self._size, self._state):
            label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setMinimumHeight(22)
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            font = label.font()
            font.setPointSizeF(font.pointSizeF() * 0.92)
            label.setFont(font)
        self._cancel.setFlat(True)
        self._cancel.setProperty("narrow", True)
        self._details.setAccessibleName(self.tr("Library details"))
        self._details.setIconSize(QSize(20, 20))
        self._details.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._cancel.setToolTip(self.tr("Stop reading the folders; what was found stays"))
        self._details.setToolTip(self.tr("Watched folders, and the index of all words"))
        self._cancel.clicked.connect(self.cancel_requested)
        self._details.clicked.connect(self.details_requested)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(8, 0, 0, 0)
        lines.setSpacing(0)
        for label, button in ((self._size, self._details), (self._state, self._cancel)):
            row = QHBoxLayout()
            row.setContentsMargins(0, 0, 0, 0)
            row.addWidget(label, 1)
            row.addWidget(button)
            lines.addLayout(row)
        self.set_progress(None)

    def set_icons(self, icons: Icons) -> None:
        """Draw the sign for the details in other colours."""
        self._details.setIcon(icons.icon("settings"))

    def set_size(self, episodes: int, length: int) -> None:
        """How many episodes there are and how long they are together, in milliseconds."""
        number = self.tr("%n episode(s)", "", episodes)
        text = f"{number}, {span_text(length)}" if length else number
        self._size.setText(text)
        self._size.setToolTip(text)

    def set_scanned(self, scanned_at: datetime | None, now: datetime) -> None:
        """When the folders were read last."""
        if scanned_at is None:
            self._state.setText("")
            return
        self._state.setText(self._ago((now - scanned_at).total_seconds()))

    def set_progress(self, progress: tuple[int, int] | None) -> None:
        """How many of how many files were looked at; None: nothing is being read."""
        self._cancel.setVisible(progress is not None)
        if progress is not None:
            done, total = progress
            text = self.tr("Reading {0} of {1} files").format(done, total)
            self._state.setText(text if total else self.tr("Reading the folders…"))

    def _ago(self, seconds: float) -> str:
        minutes = round(seconds / _MINUTE)
        if minutes < 1:
            return self.tr("Folders read just now.")
        if minutes < 60:
            return self.tr("Folders read %n minute(s) ago.", "", minutes)
        hours = round(minutes / 60)
        if hours < 24:
            return self.tr("Folders read %n hour(s) ago.", "", hours)
        return self.tr("Folders read %n day(s) ago.", "", round(hours / 24))


def span_text(length: int) -> str:
    """Milliseconds as `5 h 41 min`."""
    hours, minutes = divmod(round(length / 60_000), 60)
    if hours:
        form = QCoreApplication.translate("ScanFoot", "{hours} h {minutes} min")
        return form.format(hours=f"{hours:,}".replace(",", " "), minutes=minutes)
    return QCoreApplication.translate("ScanFoot", "{minutes} min").format(minutes=minutes)
