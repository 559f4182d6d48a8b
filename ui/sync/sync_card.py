"""Says how the text was moved, and offers to nudge it, to undo it, or to mean it otherwise."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from reader.sync.by_hand import Setting
from reader.time_text import clock_text
from ui.sync.shifts import answer, question, seconds_text, shift_title
from ui.widgets.announcement import announce
from ui.widgets.floating_card import FloatingCard
from ui.widgets.focus import ShortcutGuard

_WIDEST = 560
_MARGIN = 12
_FOOT = 18
_NUDGES = (-1_000, -100, 100, 1_000)  # ms


class SyncCard(FloatingCard):
    """Stays over the foot of a page until it is closed, answered or undone."""

    undo_requested = Signal()
    nudge_requested = Signal(int)  # ms later
    offered = Signal()
    other_requested = Signal()
    goes_by_escape = True

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        ShortcutGuard(self, lambda key: key.key() == Qt.Key.Key_Escape)
        self._page = page
        self._title, self._set_at = QLabel(), QLabel()
        self._question = QLabel(wordWrap=True)
        self._undo, self._close = QToolButton(), QToolButton()
        self._nudges = [QPushButton() for _ in _NUDGES]
        self._answer = QPushButton()
        self._asking = QWidget()
        self._lay_out()
        self._connect()

    def offer(self, setting: Setting, *, lead: int, can_undo: bool = True) -> None:
        """Show what was set; `lead` ms were taken off for the listener's reaction.

        What was set long ago is not what Undo would take back now.
        """
        self._undo.setVisible(can_undo)
        self._title.setText(shift_title(setting))
        time = clock_text(setting.point.recording + lead)
        at = self.tr("Set at {0}, less {1} to react") if lead else self.tr("Set at {0}")
        self._set_at.setText(at.format(time, seconds_text(lead)))
        self._asking.setVisible(setting.other is not None)
        self._question.setText(question(setting))
        self._answer.setText(answer(setting))
        self._answer.setDefault(not setting.point.is_after_break)
        self._place()
        self.show()
        self.raise_()
        self.offered.emit()
        said = [self._title.text(), self._question.text() if setting.other else ""]
        announce(self._page, ". ".join(filter(None, said)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes it; what was set stays."""
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        self.setAccessibleName(self.tr("The text was moved"))
        self._title.setObjectName("heading")
        self._title.setWordWrap(True)
        self._set_at.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._undo)
        head.addWidget(self._close)
        asking = QHBoxLayout(self._asking)
        asking.setContentsMargins(0, 0, 0, 0)
        asking.addWidget(self._question, 1)
        asking.addWidget(self._answer)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 10, 12)
        column.setSpacing(8)
        column.addLayout(head)
        column.addLayout(self._nudge_row())
        column.addWidget(self._set_at)
        column.addWidget(self._asking)
        self._dress()

    def _nudge_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(QLabel(self.tr("Nudge")))
        row.addSpacing(4)
        for by, button in zip(_NUDGES, self._nudges, strict=True):
            later = self.tr("{0} later") if by > 0 else self.tr("{0} earlier")
            name = later.format(seconds_text(by))
            button.setText(f"{'+' if by > 0 else '−'}{seconds_text(by)}")
            button.setAccessibleName(name)
            button.setToolTip(name)
            button.setProperty("narrow", True)
            row.addWidget(button)
        row.addStretch()
        return row

    def _dress(self) -> None:
        self._undo.setText(self.tr("Undo"))
        self._undo.setToolTip(self.tr("Take it back (Ctrl+Z)"))
        self._close.setText("×")
        self._close.setAccessibleName(self.tr("Close"))
        self._close.setToolTip(self.tr("Close; the text stays as it is now (Esc)"))
        for button in (self._undo, self._close, self._answer, *self._nudges):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def _connect(self) -> None:
        self._undo.clicked.connect(self.undo_requested)
        self._close.clicked.connect(self.dismiss)
        self._answer.clicked.connect(self.other_requested)
        for by, button in zip(_NUDGES, self._nudges, strict=True):
            button.clicked.connect(partial(self.nudge_requested.emit, by))

    def _place(self) -> None:
        page = self._page
        self.setFixedWidth(max(0, min(_WIDEST, page.width() - 2 * _MARGIN)))
        self.adjustSize()
        x, y = (page.width() - self.width()) // 2, page.height() - self.height() - _FOOT
        self.move(x, max(0, y))
