"""What Earmark is, of what it is made, and where it keeps things."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from reader.jobs import JobThreads
from ui.appearance.theme import SERIF, text_font
from ui.widgets.file_dialogs import show_folder
from ui.widgets.wrapped_text import WrappedText
from ui.window.parts import Part

_TITLE_SIZE = 22.0


class AboutDialog(QDialog):
    """`versions` go into the diagnostics, `folders` say what lies where."""

    def __init__(
        self,
        versions: Mapping[str, str],
        parts: Iterable[Part],
        folders: Mapping[str, Path],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About Earmark"))
        self._versions = versions
        self._threads = JobThreads(self)
        self._copy = QPushButton(self.tr("&Copy Diagnostics"), self)
        self._copy.setToolTip(self.tr("Versions only: no names, no paths, nothing you read"))
        self._copy.setAutoDefault(False)
        self._copy.clicked.connect(self._copy_diagnostics)
        self._lay_out(parts, folders)

    def sizeHint(self) -> QSize:
        """A sheet that shows most of the parts."""
        return QSize(600, 620)

    def diagnostics(self) -> str:
        """What runs here, a line for each, for a bug report."""
        return "".join(f"{name} {version}\n" for name, version in self._versions.items())

    def _lay_out(self, parts: Iterable[Part], folders: Mapping[str, Path]) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(26, 24, 26, 16)
        column.setSpacing(6)
        column.addWidget(self._title())
        column.addWidget(self._text(self.tr("Listen and read at once: the line lights up.")))
        version = self._versions.get("Earmark", "")
        column.addWidget(self._text(self.tr("Version {0}").format(version)))
        column.addSpacing(10)
        column.addWidget(self._heading(self.tr("Your data, all on this computer")))
        column.addLayout(self._folder_rows(folders))
        column.addSpacing(10)
        column.addWidget(self._heading(self.tr("Made of")))
        column.addWidget(self._part_list(parts), 1)
        column.addSpacing(10)
        column.addWidget(self._buttons())

    def _title(self) -> QLabel:
        title = QLabel("Earmark", self)
        title.setFont(text_font(SERIF, _TITLE_SIZE))
        return title

    def _heading(self, text: str) -> QLabel:
        heading = QLabel(text, self)
        heading.setObjectName("heading")
        return heading

    def _text(self, text: str) -> QLabel:
        paragraph = QLabel(text, self)
        paragraph.setTextFormat(Qt.TextFormat.PlainText)
        paragraph.setWordWrap(True)
        paragraph.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return paragraph

    def _folder_rows(self, folders: Mapping[str, Path]) -> QGridLayout:
        rows = QGridLayout()
        rows.setColumnStretch(1, 1)
        rows.setHorizontalSpacing(14)
        for row, (name, folder) in enumerate(folders.items()):
            path = WrappedText(max_height=60)
            path.set_text(str(folder))
            path.setAccessibleName(name)
            rows.addWidget(self._text(name), row, 0)
            rows.addWidget(path, row, 1, Qt.AlignmentFlag.AlignVCenter)
            rows.addWidget(self._folder_button(name, folder), row, 2)
        return rows

    def _folder_button(self, name: str, folder: Path) -> QPushButton:
        button = QPushButton(self.tr("Open"), self)
        button.setToolTip(self.tr("Show this folder: {0}").format(name))
        button.setAccessibleName(self.tr("Open folder: {0}").format(name))
        button.setAutoDefault(False)
        button.setEnabled(False)
        # On a thread of its own: a folder on a network may never answer.
        self._threads.run(lambda _: folder.exists(), button.setEnabled)
        button.clicked.connect(partial(_open_folder, folder))
        return button

    def _part_list(self, parts: Iterable[Part]) -> QTreeWidget:
        shown = QTreeWidget(self)
        shown.setAccessibleName(self.tr("Parts, their versions and licences"))
        shown.setHeaderLabels([self.tr("Part"), self.tr("Version"), self.tr("Licence")])
        shown.setHeaderHidden(True)  # they speak for themselves; a screen reader says them
        shown.setRootIsDecorated(False)
        shown.setUniformRowHeights(True)
        shown.setMinimumHeight(140)
        for part in parts:
            item = QTreeWidgetItem(shown, list(part))
            item.setToolTip(2, part.licence)
        for column in range(2):
            shown.resizeColumnToContents(column)
        return shown

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.addButton(self._copy, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        return buttons

    def _copy_diagnostics(self) -> None:
        QGuiApplication.clipboard().setText(self.diagnostics())
        self._copy.setText(self.tr("Copied"))


def _open_folder(folder: Path) -> None:
    show_folder(folder)
