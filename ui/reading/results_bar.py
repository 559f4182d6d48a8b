"""Above a page that was opened from a search of the library: where one is, on, and back."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from ui.appearance.icons import SIZE, Icons
from ui.widgets.announcement import announce
from ui.widgets.band import paint_band
from ui.widgets.focus import ShortcutGuard

_NARROW = 620  # px below which buttons have signs alone


class ResultsBar(QWidget):
    """A slim bar, hidden until `show_words`."""

    back_requested = Signal()
    step_requested = Signal(int)  # 1 or -1
    play_requested = Signal()
    closed = Signal()

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        ShortcutGuard(self)
        self._back, self._previous, self._next = QToolButton(), QToolButton(), QToolButton()
        self._play, self._close = QToolButton(), QToolButton()
        self._words, self._count = QLabel(), QLabel()
        self._lay_out()
        self._back.clicked.connect(self.back_requested)
        self._previous.clicked.connect(lambda: self.step_requested.emit(-1))
        self._next.clicked.connect(lambda: self.step_requested.emit(1))
        self._play.clicked.connect(self.play_requested)
        self._close.clicked.connect(self.close_bar)
        self.set_icons(icons)
        self.hide()

    def set_icons(self, icons: Icons) -> None:
        """Draw the icons again, as after a change of theme."""
        for button, name in (
            (self._back, "history-back"),
            (self._previous, "chevron-up"),
            (self._next, "chevron-down"),
            (self._play, "play"),
            (self._close, "close"),
        ):
            button.setIcon(icons.icon(name))

    def show_words(self, words: str) -> None:
        """Come, with what was looked for."""
        self._words.setText(words)
        self._words.setToolTip(words)
        self._count.setText("")
        self.show()

    def set_count(self, number: int, total: int) -> None:
        """Say that hit `number` of `total` in this episode is on show."""
        self._count.setText(self.tr("{0} of {1} here").format(number, total) if total else "")

    def say_last(self) -> None:
        """There is nothing more in this direction."""
        self._count.setText(self.tr("no more"))
        announce(self, self.tr("There are no more of them."))

    def close_bar(self) -> None:
        """Go, if it is there."""
        if not self.isHidden():
            self.hide()
            self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes it."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words on the buttons where there is room."""
        super().resizeEvent(event)
        styles = Qt.ToolButtonStyle
        is_narrow = event.size().width() < _NARROW
        for button in (self._back, self._play):
            button.setToolButtonStyle(
                styles.ToolButtonIconOnly if is_narrow else styles.ToolButtonTextBesideIcon
            )

    def minimumSizeHint(self) -> QSize:
        """It shrinks with the page."""
        return QSize(280, super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A ground of its own and a line to the page."""
        paint_band(self)

    def _lay_out(self) -> None:
        self.setAccessibleName(self.tr("Found in the library"))
        for button, name, tip in (
            (self._back, self.tr("Results"), self.tr("Back to what was found (Alt+Home)")),
            (self._previous, self.tr("Previous hit"), self.tr("Previous hit (Shift+F3)")),
            (self._next, self.tr("Next hit"), self.tr("Next hit, also in other episodes (F3)")),
            (self._play, self.tr("Play from here"), self.tr("Play from this hit (Enter)")),
            (self._close, self.tr("Close"), self.tr("Mark them no longer")),
        ):
            button.setText(name)
            button.setAccessibleName(name)
            button.setToolTip(tip)
            button.setIconSize(QSize(SIZE, SIZE))
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._words.setForegroundRole(QPalette.ColorRole.WindowText)
        self._count.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 4, 8, 5)
        row.setSpacing(4)
        row.addWidget(self._back)
        row.addSpacing(6)
        row.addWidget(self._words, 1)
        for widget in (self._count, self._previous, self._next, self._play, self._close):
            row.addWidget(widget)
