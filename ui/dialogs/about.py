"""What Earmark is, of what it is made, and where it keeps things."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ui.theme import SERIF, text_font

_TITLE_SIZE = 22.0
_MADE_OF = (
    ("Earmark", "MIT"),
    ("Qt and PySide6", "LGPL 3"),
    ("VLC and python-vlc", "LGPL 2.1; some of VLC's plug-ins GPL 2"),
    ("webvtt-py", "MIT"),
    ("sqlite-utils", "Apache 2.0"),
    ("charset-normalizer", "MIT"),
    ("platformdirs", "MIT"),
    ("Literata and Inter (typefaces)", "SIL Open Font License 1.1"),
)


class AboutDialog(QDialog):
    """`versions` are the parts and their versions, `folders` what lies where."""

    def __init__(
        self,
        versions: Mapping[str, str],
        folders: Mapping[str, Path],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About Earmark"))
        self._versions = versions
        self._copy = QPushButton(self.tr("&Copy Diagnostics"), self)
        self._copy.setToolTip(self.tr("Versions only: no names, no paths, nothing you read"))
        self._copy.setAutoDefault(False)
        self._copy.clicked.connect(self._copy_diagnostics)
        self._lay_out(folders)

    def diagnostics(self) -> str:
        """The versions, one a line, for a bug report."""
        return "".join(f"{name} {version}\n" for name, version in self._versions.items())

    def _lay_out(self, folders: Mapping[str, Path]) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(26, 24, 26, 16)
        column.setSpacing(6)
        column.addWidget(self._title())
        column.addWidget(self._text(self.tr("Listen and read at once: the line lights up.")))
        for heading, lines in (
            (self.tr("Versions"), [f"{n} {v}" for n, v in self._versions.items()]),
            (self.tr("Made of"), [f"{name}: {licence}" for name, licence in _MADE_OF]),
            (self.tr("Your data, all on this computer"), _folder_lines(folders)),
        ):
            column.addSpacing(10)
            column.addWidget(self._heading(heading))
            column.addWidget(self._text("\n".join(lines)))
        column.addStretch(1)
        column.addSpacing(10)
        column.addWidget(self._buttons())
        self.setMinimumWidth(460)

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

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.addButton(self._copy, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        return buttons

    def _copy_diagnostics(self) -> None:
        QGuiApplication.clipboard().setText(self.diagnostics())
        self._copy.setText(self.tr("Copied"))


def _folder_lines(folders: Mapping[str, Path]) -> list[str]:
    return [f"{name}: {folder}" for name, folder in folders.items()]
