"""The library with nothing in it: three ways to begin."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ui.appearance.icons import Icons
from ui.appearance.theme import SERIF, text_font
from ui.widgets.column import middle_column
from ui.widgets.focus import ShortcutGuard

_MARK = 56  # px
_COLUMN = 600  # px
_NARROW = 480  # px below which what a button does stands under it
_BUTTONS = 180  # px, the column of buttons at least


class LibraryEmpty(QScrollArea):
    """Watch a folder, open a file, try the sample; scrolled where the window is low."""

    watch_requested = Signal()
    open_requested = Signal()
    sample_requested = Signal()

    def __init__(self, mark: QIcon, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        ShortcutGuard(self)
        self._mark = mark
        self._watch = QPushButton(self.tr("Watch a Folder…"))
        self._open = QPushButton(self.tr("Open…"))
        self._sample = QPushButton(self.tr("Try the Sample"))
        self._rows: list[QBoxLayout] = []
        self._places: list[QWidget] = []  # of the buttons
        self._lay_out()
        self._watch.clicked.connect(self.watch_requested)
        self._open.clicked.connect(self.open_requested)
        self._sample.clicked.connect(self.sample_requested)

    def set_icons(self, icons: Icons, accent_ink: str) -> None:
        """Draw the icons again; the first button is filled, and its sign has `accent_ink`."""
        for button, icon in (
            (self._watch, icons.icon("open", accent_ink)),
            (self._open, icons.icon("open")),
            (self._sample, icons.icon("play")),
        ):
            button.setIcon(icon)
            button.setIconSize(QSize(20, 20))

    def focus_first(self) -> None:
        """Put the keyboard on the first way to begin."""
        self._watch.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What a button does stands beside it, all in one column, or under it."""
        super().resizeEvent(event)
        buttons = (self._watch, self._open, self._sample)
        widest = max(each.sizeHint().width() for each in buttons)
        for place in self._places:
            place.setMinimumWidth(max(_BUTTONS, widest))
        ways = QBoxLayout.Direction
        is_narrow = event.size().width() < _NARROW
        for row in self._rows:
            row.setDirection(ways.TopToBottom if is_narrow else ways.LeftToRight)

    def _lay_out(self) -> None:
        self._watch.setDefault(True)
        self._watch.setToolTip(self.tr("List all episodes of a folder, now and later"))
        self._open.setToolTip(self.tr("Open a recording or a transcript (Ctrl+O)"))
        self._sample.setToolTip(self.tr("Hear a short tour of Earmark"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(True)
        content = QWidget()
        self.setWidget(content)
        for ground in (self.viewport(), content):
            ground.setAutoFillBackground(False)
        lines = middle_column(content, _COLUMN, margin=16)
        lines.setSpacing(0)
        lines.addStretch(2)
        picture = QLabel()
        picture.setPixmap(self._mark.pixmap(QSize(_MARK, _MARK), self.devicePixelRatioF()))
        lines.addWidget(picture, alignment=Qt.AlignmentFlag.AlignHCenter)
        lines.addSpacing(16)
        size = self.font().pointSizeF()
        title = _centred(self.tr("Everything you listen to, in words"))
        title.setFont(text_font(SERIF, size * 1.9))
        lines.addWidget(title)
        lines.addSpacing(8)
        about = _centred(
            self.tr(
                "Recordings and their transcripts are listed here, with how far you got and what "
                "you kept. Then one field finds every word that was said in them."
            )
        )
        about.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        lines.addWidget(about)
        lines.addSpacing(24)
        for button, text in (
            (
                self._watch,
                self.tr("All that is in it, now and later. Your files stay as they are."),
            ),
            (
                self._open,
                self.tr("One recording or transcript; its other half is found beside it."),
            ),
            (self._sample, self.tr("Three minutes that show how to keep what you hear.")),
        ):
            lines.addWidget(_line())
            lines.addWidget(self._row(button, text))
        lines.addWidget(_line())
        lines.addSpacing(16)
        drop = _centred(self.tr("Or drop files and folders anywhere in this window."))
        drop.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        lines.addWidget(drop)
        lines.addStretch(3)

    def _row(self, button: QPushButton, text: str) -> QWidget:
        row = QWidget()
        box = QBoxLayout(QBoxLayout.Direction.LeftToRight, row)
        box.setContentsMargins(0, 12, 0, 12)
        box.setSpacing(8)
        place = QWidget()
        self._places.append(place)
        inner = QVBoxLayout(place)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(button, alignment=Qt.AlignmentFlag.AlignLeading)
        label = QLabel(text, wordWrap=True)
        label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        button.setAccessibleDescription(text)
        box.addWidget(place)
        box.addWidget(label, 1)
        self._rows.append(box)
        return row


def _centred(text: str) -> QLabel:
    label = QLabel(text, wordWrap=True)
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return label


def _line() -> QFrame:
    line = QFrame()
    line.setObjectName("hairline")
    line.setFixedHeight(1)
    return line
