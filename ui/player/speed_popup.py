"""A small sheet to set the speed: a slider and the favourites."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QSlider,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ui.actions import rate_text

_STEPS_PER_UNIT = 20
_SLOWEST = 10
_FASTEST = 60


class SpeedPopup(QFrame):
    """Speeds from 0.5× to 3× in steps of 0.05."""

    rate_requested = Signal(float)

    def __init__(self, favourites: Sequence[QAction], parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("speed-popup")
        self._title = QLabel(self)
        self._title.setObjectName("speed-title")
        self._slider = QSlider(Qt.Orientation.Horizontal, self)
        self._slider.setRange(_SLOWEST, _FASTEST)
        self._slider.setPageStep(5)
        self._buttons = {action: self._button(action) for action in favourites}
        self._lay_out()
        self._slider.valueChanged.connect(self._request)
        self.set_rate(1.0)

    def set_rate(self, rate: float) -> None:
        """Show `rate` without asking for it."""
        self._rate = rate
        with QSignalBlocker(self._slider):
            self._slider.setValue(round(rate * _STEPS_PER_UNIT))
        text = rate_text(rate)
        self._title.setText(self.tr("Speed {0}").format(text))
        self._slider.setAccessibleName(self.tr("Speed {0}").format(text))
        self._check()

    def _check(self) -> None:
        for action, button in self._buttons.items():
            button.setChecked(action.data() == self._rate)

    def pop_up(self, anchor: QWidget) -> None:
        """Open above `anchor`, the slider ready for the arrow keys."""
        for action, button in self._buttons.items():
            button.setText(rate_text(action.data()))
            button.setToolTip(action.toolTip())
        self._check()  # they may be others than when the speed was set
        self.adjustSize()
        corner = anchor.mapToGlobal(QPoint(0, -self.height() - 6))
        screen = anchor.screen().availableGeometry()
        self.move(max(screen.left(), min(corner.x(), screen.right() - self.width())), corner.y())
        self.show()
        self._slider.setFocus(Qt.FocusReason.PopupFocusReason)

    def _button(self, action: QAction) -> QToolButton:
        button = QToolButton(self)
        button.setCheckable(True)
        button.clicked.connect(action.trigger)
        return button

    def _lay_out(self) -> None:
        favourites = QHBoxLayout()
        favourites.setSpacing(2)
        for button in self._buttons.values():
            favourites.addWidget(button, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addWidget(self._slider)
        column.addLayout(favourites)
        self.setMinimumWidth(290)

    def _request(self, steps: int) -> None:
        self.rate_requested.emit(steps / _STEPS_PER_UNIT)
