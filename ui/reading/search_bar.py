"""Finds a phrase in the open transcript: the field, the count and the ways onward."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QKeyEvent, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from ui.appearance.icons import SIZE, Icons
from ui.widgets.announcement import announce
from ui.widgets.band import paint_band
from ui.widgets.focus import ShortcutGuard, plain_modifiers
from ui.widgets.key_places import meant_key

_NARROW = 620  # px below which "Play from here" is a sign only, and the field has its own row
_WIDEST = 16_777_215  # px, Qt's word for any width
_COUNT_PAUSE = 500  # ms without a change before the count is read aloud
_NARROWEST = 400  # px
_WIDEST_FIELD = 460  # px
_LONGEST_PHRASE = 300

_NONE = Qt.KeyboardModifier.NoModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_CTRL = Qt.KeyboardModifier.ControlModifier
_ALT = Qt.KeyboardModifier.AltModifier


class SearchBar(QWidget):
    """A slim bar, hidden until `open_with`. While it has the focus its keys stay in it."""

    phrase_changed = Signal(str, bool, bool)  # phrase, match case, match accents
    matching_changed = Signal(bool, bool)  # match case, match accents
    next_requested = Signal()
    previous_requested = Signal()
    play_requested = Signal()
    closed = Signal()

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        ShortcutGuard(self, lambda key: self._button_for(key) is not None)
        self._field = PhraseField()
        self._count = QLabel()
        self._previous = QToolButton()
        self._next = QToolButton()
        self._case = QToolButton()
        self._accents = QToolButton()
        self._play = QToolButton()
        self._close = QToolButton()
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._count_pause = QTimer(self, interval=_COUNT_PAUSE, singleShot=True)
        self._keys = {
            (Qt.Key.Key_Return, _NONE): self._next,
            (Qt.Key.Key_Enter, _NONE): self._next,
            (Qt.Key.Key_Return, _SHIFT): self._previous,
            (Qt.Key.Key_Enter, _SHIFT): self._previous,
            (Qt.Key.Key_Return, _CTRL): self._play,
            (Qt.Key.Key_Enter, _CTRL): self._play,
            (Qt.Key.Key_C, _ALT): self._case,
            (Qt.Key.Key_A, _ALT): self._accents,
            (Qt.Key.Key_Escape, _NONE): self._close,
        }
        self._lay_out()
        self._connect()
        self.set_icons(icons)
        self.set_count(0, 0)
        self.hide()

    @property
    def phrase(self) -> str:
        """What is looked for now."""
        return self._field.text()

    @property
    def matching(self) -> tuple[bool, bool]:
        """Whether case and accents are to be the same."""
        return self._case.isChecked(), self._accents.isChecked()

    def set_icons(self, icons: Icons) -> None:
        """Draw the icons again, as after a change of theme."""
        for button, name in {
            self._previous: "chevron-up",
            self._next: "chevron-down",
            self._play: "play",
            self._close: "close",
        }.items():
            button.setIcon(icons.icon(name))

    def set_matching(self, *, is_case_kept: bool, are_accents_kept: bool) -> None:
        """Match case and accents, or not, from the next phrase on."""
        for toggle, is_on in ((self._case, is_case_kept), (self._accents, are_accents_kept)):
            toggle.setChecked(is_on)

    def open_with(self, text: str) -> None:
        """Come with `text`, or with the last phrase where it is empty, ready to be typed over."""
        lines = text.split("\n", 1)[0].strip()[:_LONGEST_PHRASE]
        if lines:
            self._field.blockSignals(True)
            self._field.setText(lines)
            self._field.blockSignals(False)
        self.show()
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()
        self._report_phrase()

    def set_count(self, current: int, total: int) -> None:
        """Say that hit `current` of `total` is on show; `current` is 0 where none is."""
        text = self._count_text(current, total)
        for button in (self._previous, self._next, self._play):
            button.setEnabled(total > 0)
        if text != self._count.text():
            self._count.setText(text)
            self._count_pause.start()

    def close_bar(self) -> None:
        """Go; the phrase is kept for the next time."""
        self._count_pause.stop()
        # While it is there: Qt hands on the keyboard of what is hidden as Tab would, with a caret.
        self.closed.emit()
        self.hide()

    def minimumSizeHint(self) -> QSize:
        """Small enough to shrink from wide, where "Play from here" has its words, to narrow."""
        return QSize(_NARROWEST, super().minimumSizeHint().height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the bar's keys before the field does: it would write the letter of Alt+C."""
        if (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and self._button_for(event) is not None
        ):
            self.keyPressEvent(event)
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press the button that the key stands for; what the field leaves over ends here."""
        button = self._button_for(event)
        may_repeat = button in {self._next, self._previous}
        if button is not None and (may_repeat or not event.isAutoRepeat()):
            button.click()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room, drop the words of "Play from here", and give the field a row
        of its own."""
        super().resizeEvent(event)
        style = Qt.ToolButtonStyle
        is_narrow = event.size().width() < _NARROW
        self._play.setToolButtonStyle(
            style.ToolButtonIconOnly if is_narrow else style.ToolButtonTextBesideIcon
        )
        self._body.setDirection(
            QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight
        )
        self._field.setMaximumWidth(_WIDEST if is_narrow else _WIDEST_FIELD)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A ground of its own and a line to the page."""
        paint_band(self)

    def _lay_out(self) -> None:
        self.setAccessibleName(self.tr("Find"))
        self._field.setPlaceholderText(self.tr("Find in the transcript"))
        self._field.setAccessibleName(self.tr("Find in the transcript"))
        self._field.setToolTip(
            self.tr("Words to find, across lines too; voice:name looks through what one voice says")
        )
        self._count.setAccessibleName(self.tr("Matches"))
        self._count.setMinimumWidth(self.fontMetrics().horizontalAdvance("000 of 0000"))
        self._count.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._body.setContentsMargins(10, 5, 8, 6)
        self._body.setSpacing(6)
        self._body.addWidget(self._field, 100)
        row = QHBoxLayout()
        row.setSpacing(3)
        self._body.addLayout(row, 1)
        row.addWidget(self._count)
        for button, name, text, tip in self._button_words():
            button.setText(text)
            button.setIconSize(QSize(SIZE, SIZE))
            button.setAccessibleName(name)
            button.setToolTip(tip)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            row.addWidget(button)
        row.insertStretch(row.count() - 1, 1)
        for toggle in (self._case, self._accents):
            toggle.setCheckable(True)
            toggle.toggled.connect(partial(_underline, toggle))

    def _button_words(self) -> list[tuple[QToolButton, str, str, str]]:
        """Each button with its accessible name, its face and its tooltip, in reading order."""
        previous, following = self.tr("Previous match"), self.tr("Next match")
        case, accents = self.tr("Match case"), self.tr("Match accents")
        play, close = self.tr("Play from here"), self.tr("Close")
        return [
            (self._previous, previous, "", self.tr("Previous match (Shift+Enter)")),
            (self._next, following, "", self.tr("Next match (Enter)")),
            (self._case, case, "Aa", self.tr("Match case: A is not a (Alt+C)")),
            (self._accents, accents, "é≠e", self.tr("Match accents: é is not e (Alt+A)")),
            (self._play, play, play, self.tr("Play from this match (Ctrl+Enter)")),
            (self._close, self.tr("Close find"), close, self.tr("Close find (Esc)")),
        ]

    def _connect(self) -> None:
        self._field.installEventFilter(self)
        self._field.textChanged.connect(self._report_phrase)
        for toggle in (self._case, self._accents):
            toggle.toggled.connect(self._report_phrase)
            toggle.clicked.connect(self._report_matching)
        self._next.clicked.connect(self.next_requested)
        self._previous.clicked.connect(self.previous_requested)
        self._play.clicked.connect(self.play_requested)
        self._close.clicked.connect(self.close_bar)
        self._count_pause.timeout.connect(self._announce_count)

    def _count_text(self, current: int, total: int) -> str:
        if not self.phrase:
            return ""
        if not total:
            return self.tr("No matches")
        if not current:
            return self.tr("{total} found").format(total=total)
        return self.tr("{current} of {total}").format(current=current, total=total)

    def _button_for(self, event: QKeyEvent) -> QToolButton | None:
        return self._keys.get((meant_key(event), plain_modifiers(event)))

    def _report_phrase(self) -> None:
        if not self.phrase:
            self.set_count(0, 0)
        self.phrase_changed.emit(self.phrase, self._case.isChecked(), self._accents.isChecked())

    def _report_matching(self) -> None:
        self.matching_changed.emit(self._case.isChecked(), self._accents.isChecked())

    def _announce_count(self) -> None:
        if self._count.text():
            announce(self._field, self._count.text())


class PhraseField(QLineEdit):
    """A line of text that leaves dropped files to the window."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMaxLength(_LONGEST_PHRASE)
        self.setClearButtonEnabled(True)
        for button in self.findChildren(QToolButton):
            button.setAccessibleName(self.tr("Clear"))
        self.setMinimumWidth(90)
        self.setMaximumWidth(_WIDEST_FIELD)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take words, not files."""
        if event.mimeData().hasUrls():
            event.ignore()
        else:
            super().dragEnterEvent(event)


def _underline(toggle: QToolButton, is_on: bool) -> None:
    # A line, so that the state does not rest on a shade.
    font = toggle.font()
    font.setUnderline(is_on)
    toggle.setFont(font)
