"""Asks which file belongs to the one being opened."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from pathlib import Path

from PySide6.QtCore import Qt, Signal
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
from reader.library.candidates import Candidate
from reader.time_text import clock_text
from ui.widgets.file_table import FileTable, day_text
from ui.widgets.wrapped_text import WrappedText

_PATH_ROLE = Qt.ItemDataRole.UserRole


class PartnerKind(Enum):
    """What is looked for."""

    RECORDING = "recording"
    TRANSCRIPT = "transcript"


class ChoosePartnerDialog(QDialog):
    """Start it with `open()`. `chosen` comes once; Esc goes on without a partner."""

    chosen = Signal(object)  # Path | None

    def __init__(
        self,
        opened: Path,
        kind: PartnerKind,
        candidates: Sequence[Candidate],
        parent: QWidget | None = None,
        *,
        name_filter: str = "",
    ) -> None:
        """`name_filter` is for Browse, as QFileDialog writes it; without it all files are shown."""
        super().__init__(parent)
        self._opened = opened
        self._kind = kind
        self._name_filter = name_filter
        self._question = WrappedText(max_height=120)
        self._list = FileTable()
        self._browse = QPushButton(self.tr("Browse…"))
        self._without = QPushButton(self._without_text())
        self._use = QPushButton(self.tr("Use This File"))
        self._lay_out(bool(candidates))
        self._connect()
        self._list_candidates(candidates)

    def reject(self) -> None:
        """Go on without a partner."""
        self._finish(None)

    def _lay_out(self, has_candidates: bool) -> None:
        self.setWindowTitle(self._title())
        self.setMinimumWidth(430)
        self._question.set_text(self._question_text(has_candidates))
        self._question.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._lay_out_list()
        self._add_tips()
        self._list.setVisible(has_candidates)
        self._use.setVisible(has_candidates)
        (self._use if has_candidates else self._browse).setDefault(True)
        row = QHBoxLayout()
        row.addWidget(self._without)
        row.addWidget(self._browse)
        row.addStretch(1)
        row.addWidget(self._use)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(self._question)
        layout.addWidget(self._list, 1)
        layout.addLayout(row)

    def _lay_out_list(self) -> None:
        self._list.setAccessibleName(self._title())
        self._list.set_columns(self.tr("Name"), self.tr("Length"), self.tr("Date"))
        self._list.setHeaderHidden(True)

    def _add_tips(self) -> None:
        self._browse.setToolTip(self.tr("Choose another file (Alt+B)"))
        self._browse.setShortcut("Alt+B")
        self._without.setToolTip(self.tr("Go on without it; it can be chosen later (Esc)"))
        self._use.setToolTip(self.tr("Use the marked file (Enter)"))

    def _connect(self) -> None:
        self._list.itemDoubleClicked.connect(self._use_current)
        self._browse.clicked.connect(self._open_browser)
        self._without.clicked.connect(self.reject)
        self._use.clicked.connect(self._use_current)

    def _list_candidates(self, candidates: Sequence[Candidate]) -> None:
        for file in candidates:
            item = QTreeWidgetItem([file.path.name, *self._facts(file)])
            item.setData(0, _PATH_ROLE, file.path)
            item.setToolTip(0, str(file.path))
            self._list.addTopLevelItem(item)
        self._hide_what_is_unknown(candidates)
        if candidates:
            self._list.setCurrentIndex(self._list.model().index(0, 0))
            self._list.setFocus()
        else:
            self._browse.setFocus()

    def describe(self, candidates: Sequence[Candidate]) -> None:
        """Show how long they are and when they were made: the same files, looked at meanwhile."""
        for row, file in enumerate(candidates):
            item = self._list.topLevelItem(row)
            if item is not None:
                for column, fact in enumerate(self._facts(file), start=1):
                    item.setText(column, fact)
        self._hide_what_is_unknown(candidates)

    def _facts(self, file: Candidate) -> list[str]:
        length = "" if file.length is None else clock_text(file.length)
        day = "" if file.changed is None else day_text(file.changed, self.tr("d MMM yyyy"))
        return [length, day]

    def _hide_what_is_unknown(self, candidates: Sequence[Candidate]) -> None:
        self._list.setColumnHidden(1, all(each.length is None for each in candidates))
        self._list.setColumnHidden(2, all(each.changed is None for each in candidates))

    def _use_current(self) -> None:
        item = self._list.currentItem()
        if item is not None:
            self._finish(item.data(0, _PATH_ROLE))

    def _open_browser(self) -> None:
        browser = QFileDialog(self, self._title(), str(self._opened.parent), self._name_filter)
        browser.setOption(QFileDialog.Option.HideNameFilterDetails)
        browser.setFileMode(QFileDialog.FileMode.ExistingFile)
        browser.fileSelected.connect(lambda file: self._finish(found_again(Path(file))))
        browser.open()

    def _finish(self, partner: Path | None) -> None:
        self.accept()
        self.chosen.emit(partner)

    def _title(self) -> str:
        if self._kind is PartnerKind.RECORDING:
            return self.tr("Choose the Recording")
        return self.tr("Choose the Transcript")

    def _without_text(self) -> str:
        if self._kind is PartnerKind.RECORDING:
            return self.tr("Read Without a Recording")
        return self.tr("Play Without a Transcript")

    def _question_text(self, has_candidates: bool) -> str:
        is_recording = self._kind is PartnerKind.RECORDING
        if has_candidates and is_recording:
            text = self.tr("Which recording belongs to {name}?")
        elif has_candidates:
            text = self.tr("Which transcript belongs to {name}?")
        elif is_recording:
            text = self.tr("There is no recording beside {name}.")
        else:
            text = self.tr("There is no transcript beside {name}.")
        return text.format(name=self._opened.name)
