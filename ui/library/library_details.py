"""The library's details: which folders are watched, and the index of all words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLocale, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.library.library_index import IndexState
from reader.library.shelf import WatchedFolder
from ui.appearance.theme import SERIF, text_font

_WIDTH = 520  # px


class LibraryDetails(QDialog):
    """A small sheet; what is asked for is done at once."""

    watch_requested = Signal()
    unwatch_requested = Signal(object)  # Path
    scan_requested = Signal()
    cancel_requested = Signal()
    index_switched = Signal(bool)
    rebuild_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Library Details"))
        self._folders, self._no_folder = QVBoxLayout(), QLabel(wordWrap=True)
        self._watch = QPushButton(self.tr("Watch a Folder…"))
        self._scan = QPushButton(self.tr("Read Again"))
        self._cancel = QPushButton(self.tr("Cancel Reading"))
        self._progress, self._state = QProgressBar(), QLabel()
        self._is_on = QCheckBox(self.tr("Find every word that is spoken"))
        self._figures, self._rebuild = QLabel(wordWrap=True), QPushButton(self.tr("Make Again"))
        self._lay_out()
        self._name_controls()
        self._connect()
        self.set_progress(None)

    def set_folders(self, folders: Sequence[WatchedFolder]) -> None:
        """List these."""
        while (item := self._folders.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for each in folders:
            self._folders.addWidget(self._folder_row(each))
        self._no_folder.setVisible(not folders)
        self._scan.setEnabled(bool(folders))

    def set_progress(self, progress: tuple[int, int] | None) -> None:
        """How many of how many files were looked at; None: no folder is being read."""
        is_on = progress is not None
        for widget in (self._progress, self._state, self._cancel):
            widget.setVisible(is_on)
        self._scan.setVisible(not is_on)
        if progress is not None:
            done, total = progress
            self._progress.setRange(0, max(total, 1))
            self._progress.setValue(done)
            text = self.tr("Reading {0} of {1} files").format(done, total)
            self._state.setText(text if total else self.tr("Reading the folders…"))

    def set_index(self, figures: IndexState) -> None:
        """What the index holds now."""
        with QSignalBlocker(self._is_on):
            self._is_on.setChecked(figures.is_on)
        self._rebuild.setVisible(figures.is_on)
        if not figures.is_on:
            self._figures.setText(
                self.tr("Switched off: only titles and notes are searched. Nothing is stored.")
            )
            return
        size = QLocale().formattedDataSize(figures.size, 0, QLocale.DataSizeFormat.DataSizeSIFormat)
        text = self.tr("%n episode(s) have been read; the index takes {0}.", "", figures.episodes)
        text = text.format(size)
        if figures.total > figures.done:
            more = self.tr("Reading {0} of {1} episodes.").format(figures.done, figures.total)
            text = f"{text} {more}"
        self._figures.setText(text)

    def _folder_row(self, folder: WatchedFolder) -> QWidget:
        row = QWidget()
        number = self.tr("%n episode(s)", "", folder.episodes)
        state = number if folder.is_connected else self.tr("not connected")
        name, about = QLabel(str(folder.path)), QLabel(state)
        name.setTextFormat(Qt.TextFormat.PlainText)
        name.setWordWrap(True)
        about.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        stop = QPushButton(self.tr("Stop Watching"))
        stop.setAccessibleName(self.tr("Stop watching {0}").format(folder.path.name))
        stop.setToolTip(self.tr("Its episodes stay in the library"))
        stop.clicked.connect(lambda: self.unwatch_requested.emit(folder.path))
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(name, 1)
        line.addWidget(about)
        line.addWidget(stop)
        return row

    def _lay_out(self) -> None:
        self.setMinimumWidth(min(_WIDTH, 480))
        for label in (self._no_folder, self._figures, self._state):
            label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._progress.setTextVisible(False)
        buttons = QHBoxLayout()
        for widget in (self._watch, self._scan, self._cancel):
            buttons.addWidget(widget)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(10)
        column.addWidget(self._heading(self.tr("Watched folders")))
        column.addWidget(self._no_folder)
        column.addLayout(self._folders)
        column.addWidget(self._progress)
        column.addWidget(self._state)
        column.addLayout(buttons)
        column.addSpacing(12)
        column.addWidget(self._heading(self.tr("Index of words")))
        column.addWidget(self._is_on)
        column.addWidget(self._figures)
        column.addWidget(self._rebuild, 0, Qt.AlignmentFlag.AlignLeading)
        column.addStretch(1)
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close.rejected.connect(self.reject)
        column.addWidget(close)

    def _heading(self, text: str) -> QLabel:
        label = QLabel(text)
        label.setFont(text_font(SERIF, self.font().pointSizeF() * 1.4))
        return label

    def _name_controls(self) -> None:
        self._no_folder.setText(
            self.tr("None yet. All recordings and transcripts in a watched folder are listed.")
        )
        self._watch.setToolTip(self.tr("List all episodes of a folder, now and later"))
        self._scan.setToolTip(self.tr("Look now for what is new in the folders"))
        self._cancel.setToolTip(self.tr("Stop reading the folders; what was found stays"))
        self._progress.setAccessibleName(self.tr("Progress of reading the folders"))
        self._is_on.setToolTip(self.tr("Keep an index of all transcripts, apart from your notes"))
        self._rebuild.setToolTip(self.tr("Read all transcripts once more"))

    def _connect(self) -> None:
        self._watch.clicked.connect(self.watch_requested)
        self._scan.clicked.connect(self.scan_requested)
        self._cancel.clicked.connect(self.cancel_requested)
        self._is_on.toggled.connect(self.index_switched)
        self._rebuild.clicked.connect(self.rebuild_requested)
