"""All points and breaks between text and recording: each can be heard, nudged and removed."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from reader import settings as prefs
from reader.settings import Settings
from reader.sync_map import ONE_CLOCK, Break, PointSource, SyncPoint
from reader.time_text import clock_text
from reader.transcript.text_sync import NO_SYNC, TextSync
from ui.sync.shifts import LEAD_IN, moved_text, seconds_text
from ui.widgets.number_box import NumberBox

_WIDTH, _HEIGHT = 592, 400
_NUDGE = 100  # ms


class SyncDialog(QDialog):
    """Every change counts at once and can be undone (Ctrl+Z)."""

    hear_requested = Signal(int)  # time of the recording, ms
    move_requested = Signal(object, int)  # SyncPoint, ms later
    remove_requested = Signal(object)  # SyncPoint
    reset_requested = Signal()

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._map = ONE_CLOCK
        self._delay = NumberBox()
        self._rows = QScrollArea(widgetResizable=True)
        self._empty = QLabel(wordWrap=True)
        self._reset = QPushButton(self.tr("&Remove All"))
        self._lay_out()
        self._connect()
        self.set_sync(NO_SYNC)

    def set_sync(self, sync: TextSync) -> None:
        """Show the points and breaks of the open text."""
        focused, sync_map = self._focused(), sync.sync_map
        self._map = sync_map
        self._empty.setText(self._without_points(has_times=bool(sync.times)))
        self._rows.setWidget(self._made_rows())
        self._rows.setVisible(bool(sync_map))
        self._empty.setVisible(not sync_map)
        self._reset.setEnabled(bool(sync))
        self._focus(focused)

    def sizeHint(self) -> QSize:
        """Room for a few points."""
        return QSize(_WIDTH, _HEIGHT)

    def _lay_out(self) -> None:
        self.setWindowTitle(self.tr("Points and Breaks"))
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._rows.setFrameShape(QFrame.Shape.NoFrame)
        self._rows.setMinimumHeight(120)
        self._delay.setRange(0, 3_000)
        self._delay.setSingleStep(20)
        self._delay.setSuffix(self.tr(" ms"))
        self._delay.setValue(self._settings.get(prefs.OUTPUT_DELAY))
        self._reset.setAutoDefault(False)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.addButton(self._reset, QDialogButtonBox.ButtonRole.ResetRole)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(12)
        column.addWidget(self._rows, 1)
        column.addWidget(self._empty, 1)
        column.addLayout(self._delay_row())
        column.addWidget(buttons)

    def _delay_row(self) -> QGridLayout:
        label = QLabel(self.tr("Sound comes &late by"))
        label.setBuddy(self._delay)
        hint = QLabel(wordWrap=True)
        hint.setText(self.tr("For all episodes; Bluetooth often takes 100 to 300 ms."))
        hint.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        grid = QGridLayout()
        grid.setColumnStretch(2, 1)
        grid.addWidget(label, 0, 0)
        grid.addWidget(self._delay, 0, 1)
        grid.addWidget(hint, 1, 0, 1, 3)
        return grid

    def _connect(self) -> None:
        self._reset.clicked.connect(self.reset_requested)
        self._delay.valueChanged.connect(partial(self._settings.set, prefs.OUTPUT_DELAY))

    def _made_rows(self) -> QWidget:
        page = QWidget()
        grid = QGridLayout(page)
        grid.setContentsMargins(0, 0, 8, 0)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        for row, point in enumerate(self._map.points):
            self._add_row(grid, row, point)
        grid.setRowStretch(len(self._map.points), 1)
        return page

    def _add_row(self, grid: QGridLayout, row: int, point: SyncPoint) -> None:
        time = clock_text(point.recording)
        what = QLabel(self._described(point), wordWrap=True)
        hear, earlier, later, remove = self._buttons(point, time)
        for place, widget in enumerate((hear, what, earlier, later, remove)):
            grid.addWidget(widget, row, place)

    def _buttons(self, point: SyncPoint, time: str) -> tuple[QPushButton, ...]:
        hear = QPushButton(f"▶ {time}")
        hear.setAccessibleName(self.tr("Hear {0}").format(time))
        hear.clicked.connect(lambda: self.hear_requested.emit(max(0, point.recording - LEAD_IN)))
        by = seconds_text(_NUDGE)
        earlier, later = QPushButton(f"−{by}"), QPushButton(f"+{by}")
        earlier.setAccessibleName(self.tr("{0}: earlier").format(time))
        later.setAccessibleName(self.tr("{0}: later").format(time))
        earlier.clicked.connect(lambda: self.move_requested.emit(point, -_NUDGE))
        later.clicked.connect(lambda: self.move_requested.emit(point, _NUDGE))
        remove = QPushButton(self.tr("Remove"))
        remove.setAccessibleName(self.tr("Remove {0}").format(time))
        remove.clicked.connect(lambda: self.remove_requested.emit(point))
        for button in (hear, earlier, later, remove):
            button.setAutoDefault(False)
            button.setProperty("narrow", True)
        return hear, earlier, later, remove

    def _without_points(self, *, has_times: bool) -> str:
        if has_times:
            return self.tr("Lines and words have the times at which they were heard.")
        return self.tr(
            "The text fits the recording as it is.\n\nWhere it does not: while you listen, "
            "point at the line that you hear and press Ctrl+T."
        )

    def _described(self, point: SyncPoint) -> str:
        text = self._meaning(point)
        if point.source is PointSource.FOUND:
            return self.tr("{0}; found in the sound").format(text)
        return text

    def _meaning(self, point: SyncPoint) -> str:
        found = self._break_before(point)
        if found is not None and found.is_advert:
            start, end = map(clock_text, found.recording)
            text = self.tr("{0} that the text does not have, from {1} to {2}")
            return text.format(seconds_text(found.length), start, end)
        if found is not None:
            return self.tr("{0} of the text are not in the recording").format(
                seconds_text(found.length)
            )
        return moved_text(point.recording - point.transcript)

    def _break_before(self, point: SyncPoint) -> Break | None:
        ends = (point.transcript, point.recording)
        breaks = self._map.breaks if point.is_after_break else ()
        return next((b for b in breaks if (b.transcript[1], b.recording[1]) == ends), None)

    def _focused(self) -> int:
        """Which of the buttons has the keyboard: its number; -1 for none."""
        page = self._rows.widget()
        buttons = page.findChildren(QPushButton) if page is not None else []
        return next((k for k, button in enumerate(buttons) if button.hasFocus()), -1)

    def _focus(self, number: int) -> None:
        """Give the keyboard back to the button that stands where one was pressed."""
        page = self._rows.widget()
        buttons = page.findChildren(QPushButton) if page is not None else []
        if number >= 0 and buttons:
            buttons[min(number, len(buttons) - 1)].setFocus()
