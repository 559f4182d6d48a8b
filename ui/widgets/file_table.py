"""Files of which one is chosen, with what is known of each in columns."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget


class FileTable(QTreeWidget):
    """One row a file; its name takes the room that the facts leave."""

    def __init__(self) -> None:
        super().__init__()
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)

    def set_columns(self, *labels: str) -> None:
        """Name them, the name's first."""
        self.setHeaderLabels(labels)
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)


def size_text(size: int) -> str:
    """A number of bytes as it is said here: "12.4 MB"."""
    return QLocale().formattedDataSize(size, 1, QLocale.DataSizeFormat.DataSizeSIFormat)


def day_text(moment: datetime, form: str) -> str:
    """A day in the form of this language, such as "d MMM yyyy"."""
    return QLocale().toString(QDate(moment.year, moment.month, moment.day), form)
