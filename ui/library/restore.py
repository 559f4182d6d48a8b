"""Asks which backup to go back to."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import QDate, QLocale, QSize, Qt, QTime, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QPushButton,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from reader.foreign_names import found_again
from reader.store.backups import Backup
from ui.widgets.file_table import FileTable, size_text
from ui.widgets.wrapped_text import WrappedText

_BACKUP_ROLE = Qt.ItemDataRole.UserRole
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class RestoreDialog(QDialog):
    """Start it with `open()`, then give it the backups. Esc leaves all as it is."""

    chosen = Signal(object)  # Backup
    file_chosen = Signal(object)  # Path, to be described and added

    def __init__(self, backups_folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder = backups_folder
        self._consequence = WrappedText(max_height=120)
        self._list = FileTable()
        self._nothing = WrappedText(max_height=120)
        self._browse = QPushButton(self.tr("Choose a &File…"))
        self._cancel = QPushButton(self.tr("Cancel"))
        self._restore = QPushButton(self.tr("&Restore"))
        self._lay_out()
        self._connect()

    def set_backups(self, backups: Sequence[Backup]) -> None:
        """The daily ones, the newest first."""
        self._list.clear()
        for backup in backups:
            self._list.addTopLevelItem(self._item(backup, self._day_text(backup)))
        self._show_list()

    def add_backup(self, backup: Backup) -> None:
        """Another one, first in the list and chosen."""
        text = self.tr("{0}, {1}").format(backup.path.name, self._day_text(backup))
        self._list.insertTopLevelItem(0, self._item(backup, text))
        self._show_list()

    def _lay_out(self) -> None:
        self.setWindowTitle(self.tr("Restore From Backup"))
        self.resize(560, 420)
        self._consequence.set_text(
            self.tr(
                "Notes, places and choices become what they were in the backup. The present "
                "library is not deleted: it is set aside in the same folder."
            )
        )
        self._consequence.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._nothing.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._nothing.set_text(
            self.tr(
                "There are no backups yet. Earmark makes one a day by itself, the first some "
                "seconds after it starts; File > Advanced > Library > Back Up makes one at once. "
                "A copy that lies elsewhere can be chosen below."
            )
        )
        self._nothing.hide()
        self._lay_out_list()
        self._add_tips()
        row = QHBoxLayout()
        row.addWidget(self._browse)
        row.addStretch(1)
        row.addWidget(self._cancel)
        row.addWidget(self._restore)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(self._consequence)
        layout.addWidget(self._list, 1)
        layout.addWidget(self._nothing, 1)
        layout.addLayout(row)

    def _lay_out_list(self) -> None:
        self._list.setAccessibleName(self.tr("Backups"))
        columns = self.tr("Made"), self.tr("Episodes"), self.tr("Notes"), self.tr("Size")
        self._list.set_columns(*columns)
        self._list.headerItem().setTextAlignment(0, _LEFT)
        for column in (1, 2, 3):
            self._list.headerItem().setTextAlignment(column, _RIGHT)

    def _add_tips(self) -> None:
        self._browse.setToolTip(self.tr("Choose a copy that lies elsewhere (Alt+F)"))
        self._browse.setAutoDefault(False)
        self._cancel.setToolTip(self.tr("Leave all as it is (Esc)"))
        self._cancel.setAutoDefault(False)
        self._restore.setToolTip(self.tr("Go back to the marked backup (Enter)"))
        self._restore.setDefault(True)
        self._restore.setEnabled(False)

    def _connect(self) -> None:
        self._list.currentItemChanged.connect(self._show_choice)
        self._list.itemDoubleClicked.connect(self._choose)
        self._restore.clicked.connect(self._choose)
        self._cancel.clicked.connect(self.reject)
        self._browse.clicked.connect(self._open_browser)

    def _item(self, backup: Backup, text: str) -> QTreeWidgetItem:
        size = size_text(backup.size)
        item = QTreeWidgetItem([text, _count(backup.episodes), _count(backup.notes), size])
        item.setData(0, _BACKUP_ROLE, backup)
        item.setToolTip(0, str(backup.path))
        item.setSizeHint(0, QSize(0, 30))
        for column in (1, 2, 3):
            item.setTextAlignment(column, _RIGHT)
        if not backup.is_readable:
            item.setDisabled(True)
            item.setForeground(0, self.palette().placeholderText())
            item.setText(0, self.tr("{0} (cannot be read)").format(text))
        return item

    def _day_text(self, backup: Backup) -> str:
        made = backup.made
        days = (date.today() - made.date()).days
        time = QLocale().toString(QTime(made.hour, made.minute), QLocale.FormatType.ShortFormat)
        day = {0: self.tr("Today"), 1: self.tr("Yesterday")}.get(days) or QLocale().toString(
            QDate(made.year, made.month, made.day), QLocale.FormatType.LongFormat
        )
        return self.tr("{0}, {1}").format(day, time)

    def _show_list(self) -> None:
        is_empty = not self._list.topLevelItemCount()
        self._list.setVisible(not is_empty)
        self._nothing.setVisible(is_empty)
        self._consequence.setVisible(not is_empty)
        items = map(self._list.topLevelItem, range(self._list.topLevelItemCount()))
        first = next((item for item in items if item and not item.isDisabled()), None)
        if first is not None:
            self._list.setCurrentItem(first)
        (self._browse if first is None else self._list).setFocus()
        self._show_choice()

    def _show_choice(self) -> None:
        self._restore.setEnabled(self._current() is not None)

    def _current(self) -> Backup | None:
        item = self._list.currentItem()
        backup = item.data(0, _BACKUP_ROLE) if item is not None else None
        return backup if isinstance(backup, Backup) and backup.is_readable else None

    def _choose(self) -> None:
        backup = self._current()
        if backup is not None:
            self.accept()
            self.chosen.emit(backup)

    def _open_browser(self) -> None:
        names = self.tr("Libraries of Earmark (*.db)"), self.tr("All files (*)")
        browser = QFileDialog(self, self.windowTitle(), str(self._folder), ";;".join(names))
        browser.setFileMode(QFileDialog.FileMode.ExistingFile)
        browser.fileSelected.connect(lambda file: self.file_chosen.emit(found_again(Path(file))))
        browser.finished.connect(browser.deleteLater)
        browser.open()


def _count(number: int | None) -> str:
    return "–" if number is None else QLocale().toString(number)
