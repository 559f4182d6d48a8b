"""Each place where a correction would hold, in its sentence, to be taken or left."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QProgressBar,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from reader.correction import Correction
from reader.overlays.correction_hits import CorrectionHit
from reader.time_text import clock_text
from ui.corrections.hit_delegate import HIT, HitDelegate, hit_html

_WIDTH, _HEIGHT = 640, 520
_PLACE = Qt.ItemDataRole.UserRole + 2


class PreviewedHit(NamedTuple):
    """A place in the episode with this id."""

    episode_id: str
    hit: CorrectionHit


class PreviewDialog(QDialog):
    """Start it with `open()`. What is unticked stays as the file says."""

    accepted_with = Signal(object)  # list of PreviewedHit that are to stay as the file says

    def __init__(self, correction: Correction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._correction = correction
        self._count = QLabel(wordWrap=True)
        self._tree = QTreeWidget()
        self._progress = QProgressBar(textVisible=False, maximum=1_000)
        self._take = QPushButton(self.tr("Correct"))
        self._lay_out()
        self._tree.itemChanged.connect(self._show_count)

    def add(self, episode_id: str, title: str, hits: Iterable[CorrectionHit]) -> None:
        """List the places of one episode; all of them ticked."""
        self._tree.blockSignals(True)
        head = QTreeWidgetItem([title])
        font = head.font(0)
        font.setBold(True)
        head.setFont(0, font)
        head.setFlags(Qt.ItemFlag.ItemIsEnabled)
        self._tree.addTopLevelItem(head)
        for hit in hits:
            head.addChild(self._row(episode_id, hit))
        head.setExpanded(True)
        first = head.child(0)
        if first is not None and self._tree.currentItem() is None:
            self._tree.setCurrentItem(first)
        self._tree.blockSignals(False)
        self._show_count()

    def show_fraction(self, fraction: float) -> None:
        """How much of the show was read, 0 to 1."""
        self._progress.setValue(round(1_000 * fraction))

    def end(self) -> None:
        """All places are listed."""
        self._progress.hide()
        self._show_count()

    def accept(self) -> None:
        """Emit what was unticked."""
        super().accept()
        unwanted = [row for row in self._rows() if row.checkState(0) is Qt.CheckState.Unchecked]
        self.accepted_with.emit([row.data(0, _PLACE) for row in unwanted])

    def sizeHint(self) -> QSize:
        """Room for some sentences."""
        return QSize(_WIDTH, _HEIGHT)

    def _lay_out(self) -> None:
        words, text = self._correction.words, self._correction.replacement
        self.setWindowTitle(self.tr("“{0}” becomes “{1}”").format(words, text))
        self._tree.setHeaderHidden(True)
        self._tree.setIndentation(0)
        self._tree.setRootIsDecorated(False)
        self._tree.setItemDelegate(HitDelegate(self._tree))
        self._tree.setAccessibleName(self.tr("Places"))
        self._tree.setVerticalScrollMode(QTreeWidget.ScrollMode.ScrollPerPixel)
        self._tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        hint = QLabel(self.tr("Untick what is to stay as the file says (Space)."))
        hint.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        buttons.addButton(self._take, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self._take.setDefault(True)
        self._count.setObjectName("heading")
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(10)
        for widget in (self._count, self._tree, hint, self._progress, buttons):
            column.addWidget(widget, 1 if widget is self._tree else 0)

    def _row(self, episode_id: str, hit: CorrectionHit) -> QTreeWidgetItem:
        time = clock_text(hit.time) if hit.time is not None else ""
        row = QTreeWidgetItem([f"{time} {hit.before}{hit.text}{hit.after}".strip()])
        row.setFlags(
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemIsUserCheckable
        )
        row.setCheckState(0, Qt.CheckState.Checked)
        row.setData(0, HIT, hit_html(time, hit.before, hit.said, hit.text, hit.after))
        row.setData(0, _PLACE, PreviewedHit(episode_id, hit))
        return row

    def _rows(self) -> list[QTreeWidgetItem]:
        heads = [self._tree.topLevelItem(k) for k in range(self._tree.topLevelItemCount())]
        rows = [head.child(k) for head in heads if head for k in range(head.childCount())]
        return [row for row in rows if row is not None]

    def _show_count(self) -> None:
        rows = self._rows()
        taken = sum(row.checkState(0) is Qt.CheckState.Checked for row in rows)
        if rows:
            text = self.tr("%n place(s)", "", taken)
        else:
            text = self.tr("These words stand nowhere else.")
        self._count.setText(text)
        self._take.setEnabled(bool(rows) or self._correction.scope.value == "show")
