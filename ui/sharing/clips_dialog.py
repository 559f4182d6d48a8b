"""Asks how and where passages are to be saved as audio clips."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from reader import settings as prefs
from reader.file_names import safe_name
from reader.recording.clip_format import CLIP_FORMATS, ClipFormat, Passage, clip_format_named
from reader.recording.clips import clip_name
from reader.settings import Settings
from reader.time_text import clock_text
from ui.widgets.folder_row import FolderRow

_SHORT = 10_000  # ms of a clip whose length is said to the tenth of a second
_FADE = 150  # ms
_WIDTH = 440  # px


class ClipRequest(NamedTuple):
    """How clips are to be made; `name` is empty where each gets its own."""

    passages: tuple[Passage, ...]
    format: ClipFormat
    folder: Path
    name: str = ""
    has_captions: bool = False
    fade: int = 0


class ClipsDialog(QDialog):
    """For one passage or many; format, folder and the rest are remembered."""

    requested = Signal(object)  # ClipRequest

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._passages: tuple[Passage, ...] = ()
        self._what, self._length = QLabel(wordWrap=True), QLabel()
        self._name, self._formats = QLineEdit(), QComboBox()
        self._folder = FolderRow(self.tr("Folder for Clips"))
        self._captions = QCheckBox(self.tr("&Captions beside it, as WebVTT"))
        self._fade = QCheckBox(self.tr("Sof&t edges: swell and fade"))
        self._buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel
        )
        self._lay_out()
        self._connect()

    def ask(self, passages: Sequence[Passage], beside: Path, *, has_transcript: bool) -> None:
        """Ask about these passages of one recording, which lies in the folder `beside`."""
        self._passages = tuple(passages)
        self._folder.set_folder(self._settings.get(prefs.CLIP_FOLDER) or str(beside))
        self._show_passages()
        get = self._settings.get
        self._formats.setCurrentIndex(self._formats.findData(get(prefs.CLIP_FORMAT)))
        self._captions.setEnabled(has_transcript)
        self._captions.setChecked(has_transcript and get(prefs.HAS_CLIP_CAPTIONS))
        self._fade.setChecked(get(prefs.IS_CLIP_FADED))
        self.open()
        self._buttons.button(QDialogButtonBox.StandardButton.Save).setFocus()

    def accept(self) -> None:
        """Remember what was chosen, and emit it."""
        put = self._settings.set
        put(prefs.CLIP_FORMAT, self._formats.currentData())
        put(prefs.CLIP_FOLDER, self._folder.folder)
        put(prefs.IS_CLIP_FADED, self._fade.isChecked())
        if self._captions.isEnabled():
            put(prefs.HAS_CLIP_CAPTIONS, self._captions.isChecked())
        super().accept()
        self.requested.emit(self._request())

    def _request(self) -> ClipRequest:
        first = self._passages[0]
        name = safe_name(self._name.text()) or clip_name(first)
        return ClipRequest(
            self._passages,
            clip_format_named(self._formats.currentData()),
            Path(self._folder.folder),
            name if len(self._passages) == 1 else "",
            self._captions.isChecked(),
            _FADE if self._fade.isChecked() else 0,
        )

    def _lay_out(self) -> None:
        self._what.setTextFormat(Qt.TextFormat.PlainText)
        self._length.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        for row in CLIP_FORMATS:
            self._formats.addItem(f"{row.title} ({row.suffix})", row.name)
        form = QFormLayout()
        form.setHorizontalSpacing(14)
        form.setVerticalSpacing(10)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        form.addRow(self.tr("&Name"), self._name)
        form.addRow(self.tr("&Format"), self._formats)
        form.addRow(self.tr("Fo&lder"), self._folder)
        form.addRow("", self._captions)
        form.addRow("", self._fade)
        self._form = form
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(6)
        column.addWidget(self._what)
        column.addWidget(self._length)
        column.addSpacing(10)
        column.addLayout(form)
        column.addSpacing(10)
        column.addWidget(self._buttons)
        self.setMinimumWidth(_WIDTH)

    def _connect(self) -> None:
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)

    def _length_text(self, length: int) -> str:
        """A short one to the tenth: a word would be 0:00 long."""
        if length >= _SHORT:
            return clock_text(length)
        return self.tr("{0} s").format(QLocale().toString(max(0.1, length / 1000), "f", 1))

    def _show_passages(self) -> None:
        passages, first = self._passages, self._passages[0]
        is_one = len(passages) == 1
        length = self._length_text(sum(each.end - each.start for each in passages))
        self.setWindowTitle(self.tr("Save Audio Clip") if is_one else self.tr("Save Audio Clips"))
        if is_one:
            self._what.setText(f"“{first.title}”" if first.title else first.episode)
            at = clock_text(first.start)
            self._length.setText(self.tr("{0} long, from {1} on").format(length, at))
            self._name.setText(clip_name(first))
        else:
            self._what.setText(first.episode)
            self._length.setText(
                self.tr("{0} clips, {1} in all, named by their time and first words").format(
                    len(passages), length
                )
            )
        self._form.setRowVisible(self._name, is_one)
