"""What is seen while an episode takes long to open."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QWidget

from ui.appearance.theme import SERIF, text_font
from ui.widgets.announcement import announce
from ui.widgets.column import middle_column
from ui.widgets.focus import ShortcutGuard, has_focus_within
from ui.widgets.overlay import Overlay
from ui.widgets.wrapped_text import WrappedText

PATIENCE = 300  # ms an opening may take before anything is shown
_STEPS = 1000
_COLUMN = 420  # px


class OpeningPage(Overlay):
    """Covers `parent` with name, progress and Cancel, but only if opening outlasts `PATIENCE`."""

    cancel_requested = Signal()
    focus_released = Signal()  # it went while it had the keyboard

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        ShortcutGuard(self)
        self.setObjectName("openingPage")
        self.setAccessibleName(self.tr("Opening"))
        self._heading = QLabel()
        self._name = WrappedText(max_height=120)
        self._bar = QProgressBar()
        self._cancel = QPushButton(self.tr("Cancel"))
        self._patience = QTimer(self, interval=PATIENCE, singleShot=True)
        self._lay_out()
        self._connect()

    def begin(self, name: str) -> None:
        """Opening `name` has started."""
        self._heading.setText(self.tr("Opening"))
        self._name.set_text(name)
        self._name.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._cancel.setEnabled(True)
        self.set_progress(None)
        self._patience.start()

    def set_progress(self, fraction: float | None) -> None:
        """How far it is, 0 to 1; None where that is not known."""
        self._bar.setRange(0, 0 if fraction is None else _STEPS)
        if fraction is not None:
            self._bar.setValue(round(min(1.0, max(0.0, fraction)) * _STEPS))

    def end(self) -> None:
        """It is open, cancelled or failed: go, or never come."""
        self._patience.stop()
        had_focus = has_focus_within(self)
        self.hide()
        if had_focus:
            self.focus_released.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc cancels."""
        if event.key() == Qt.Key.Key_Escape:
            self._ask_to_cancel()

    def focusNextPrevChild(self, _next: bool) -> bool:
        """Stay: what lies below cannot be seen."""
        return True

    def _lay_out(self) -> None:
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        self._heading.setFont(text_font(SERIF, 18))
        self._heading.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._name.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Progress of opening"))
        self._cancel.setToolTip(self.tr("Stop opening (Esc)"))
        lines = middle_column(self, _COLUMN, margin=32)
        lines.setSpacing(14)
        for widget in (self._heading, self._name, self._bar):
            lines.addWidget(widget)
        lines.addWidget(self._cancel, alignment=Qt.AlignmentFlag.AlignHCenter)
        lines.insertStretch(0, 2)
        lines.addStretch(3)

    def _connect(self) -> None:
        self._patience.timeout.connect(self._appear)
        self._cancel.clicked.connect(self._ask_to_cancel)

    def _appear(self) -> None:
        self.show()
        self._cancel.setFocus()
        announce(self, self.tr("Opening {name}").format(name=self._name.toPlainText()))

    def _ask_to_cancel(self) -> None:
        if self._cancel.isEnabled():
            self._heading.setText(self.tr("Cancelling"))
            self.setFocus()
            self._cancel.setEnabled(False)
            self.cancel_requested.emit()
