"""All keys in one list, taken from the actions and the tables that work by them."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QFont
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ui.actions import Actions, keys_text
from ui.notes.note_keys import AFTER_KEEPING, IN_NOTES


class KeyboardDialog(QDialog):
    """A list of commands and their keys, narrowed by what is typed: a word or a key."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keyboard Shortcuts"))
        self._search = self._make_search()
        self._list = self._make_list()
        self._nothing = QLabel(self.tr("No key or action like that."), self)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.hide()
        self._sections: list[tuple[QTreeWidgetItem, list[QTreeWidgetItem]]] = []
        for title, found in actions.sections():
            self._add(title, _keys_of(actions, found))
        for title, rows in (
            (self.tr("In the Notes"), IN_NOTES),
            (self.tr("After Keeping (Tab Leads There)"), AFTER_KEEPING),
        ):
            self._add(title, [(row.title, actions.native_text(row.keys)) for row in rows])
        self._list.expandAll()
        self._lay_out()
        self._search.textChanged.connect(self._narrow)

    def sizeHint(self) -> QSize:
        """A tall sheet."""
        return QSize(520, 620)

    def _make_search(self) -> QLineEdit:
        search = QLineEdit(self)
        search.setPlaceholderText(self.tr("Search for an action or a key"))
        search.setAccessibleName(self.tr("Search for an action or a key"))
        return search

    def _make_list(self) -> QTreeWidget:
        keys = QTreeWidget(self)
        keys.setAccessibleName(self.tr("Keyboard shortcuts"))
        keys.setHeaderLabels([self.tr("Action"), self.tr("Keys")])
        keys.setRootIsDecorated(False)
        keys.setItemsExpandable(False)
        keys.setIndentation(0)
        keys.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        keys.setHeaderHidden(True)
        keys.ensurePolished()  # or the rows are measured before the style sheet pads them
        keys.header().setStretchLastSection(False)
        keys.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        keys.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        return keys

    def _add(self, title: str, keys: list[tuple[str, str]]) -> None:
        section = self._section(title)
        rows = [QTreeWidgetItem(section, [*row]) for row in keys]
        self._sections.append((section, rows))

    def _section(self, title: str) -> QTreeWidgetItem:
        section = QTreeWidgetItem(self._list, [title])
        section.setFlags(Qt.ItemFlag.ItemIsEnabled)
        section.setFirstColumnSpanned(True)
        section.setFont(0, _bold(self.font()))
        return section

    def _lay_out(self) -> None:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 18, 18, 14)
        column.setSpacing(10)
        column.addWidget(self._search)
        column.addWidget(self._list, 1)
        column.addWidget(self._nothing, 1)
        column.addWidget(buttons)

    def _narrow(self, wanted: str) -> None:
        shown = [_narrow_section(*section, wanted.casefold()) for section in self._sections]
        self._list.setVisible(any(shown))
        self._nothing.setVisible(not any(shown))


def _keys_of(actions: Actions, found: list[QAction]) -> list[tuple[str, str]]:
    named = [(actions.lasting_text(action), keys_text(action)) for action in found]
    return [(name, keys) for name, keys in named if keys]


def _narrow_section(section: QTreeWidgetItem, rows: list[QTreeWidgetItem], wanted: str) -> bool:
    """Show the rows with `wanted` in them; returns whether there are any."""
    for row in rows:
        row.setHidden(wanted not in f"{row.text(0)}\n{row.text(1)}".casefold())
    is_shown = not all(row.isHidden() for row in rows)
    section.setHidden(not is_shown)
    return is_shown


def _bold(font: QFont) -> QFont:
    bold = QFont(font)
    bold.setWeight(QFont.Weight.DemiBold)
    return bold
