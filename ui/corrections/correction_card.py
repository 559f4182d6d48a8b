"""A small field over some words: what is written there is read in their place."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from reader.correction import LONGEST, CorrectionScope
from ui.widgets.announcement import announce
from ui.widgets.floating_card import FloatingCard
from ui.widgets.focus import ShortcutGuard, plain_modifiers
from ui.widgets.shortened import shortened

_GAP = 6  # px between the card and the words
_EDGE = 8
_NARROWEST, _WIDEST = 320, 480
_LONGEST = 60  # characters
_CTRL = Qt.KeyboardModifier.ControlModifier
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class CorrectionCard(FloatingCard):
    """Enter keeps what is written for these words, Ctrl+Enter asks for all of the episode, Esc
    leaves. A fault is said in the card, which stays."""

    kept = Signal(str)
    everywhere_requested = Signal(str, object)  # what is written, CorrectionScope

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        ShortcutGuard(self, lambda _: True)
        self._page = page
        self._words, self._shown = QRect(), ""
        self._said = QLabel()
        self._field = QLineEdit()
        self._fault = QLabel(wordWrap=True)
        self._keep, self._episode, self._show = QPushButton(), QPushButton(), QPushButton()
        self._lay_out()
        self._connect()

    def offer(self, words: QRect, shown: str, said: str, *, show: str) -> None:
        """Come beside some words, in px of the page: what is shown of them now, what the file says,
        and the show that the episode is of."""
        self._words, self._shown = words, shown
        self._field.setText(shown)
        self._said.setText(self.tr("The file says “{0}”").format(shortened(said, _LONGEST)))
        self._fault.hide()
        self._show.setEnabled(bool(show))
        named = self.tr("Wherever these words stand in episodes of {0}, later ones too")
        unnamed = self.tr("The episode has no show yet: F2 names it.")
        self._show.setToolTip(named.format(show) if show else unnamed)
        self._place()
        self.show()
        self.raise_()
        self._field.selectAll()
        self._field.setFocus(Qt.FocusReason.PopupFocusReason)

    def move_to(self, words: QRect) -> None:
        """The words are elsewhere on the page now."""
        self._words = words
        self._place()

    def follow(self, words: QRect, shown: str) -> None:
        """The words are elsewhere, or read otherwise by now; what was written stays."""
        is_written, was = self._field.text() != self._shown, self._shown
        self._shown = shown
        self.move_to(words)
        if not is_written:
            self._field.setText(shown)
            self._field.selectAll()
        elif shown != was:
            self.refuse(self.tr("Meanwhile this was corrected to “{0}”.").format(shown))

    def refuse(self, text: str) -> None:
        """Say why what is written cannot be kept."""
        self._fault.setText(text)
        self._fault.show()
        self._place()
        announce(self._page, text, is_urgent=True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Esc; all other keys are the field's."""
        modifiers = plain_modifiers(event)
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        elif event.key() in _ENTER and modifiers == _CTRL:
            self._episode.click()
        elif event.key() in _ENTER:
            focused = self.focusWidget()
            (focused if isinstance(focused, QPushButton) else self._keep).click()

    def _lay_out(self) -> None:
        self.setAccessibleName(self.tr("Correct words"))
        self._field.setMaxLength(20 * LONGEST)  # what is too long is refused, not cut
        self._field.setAccessibleName(self.tr("What is said"))
        self._said.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._fault.setObjectName("fault")
        self._keep.setText(self.tr("Correct"))
        self._keep.setDefault(True)
        self._keep.setToolTip(self.tr("These words alone (Enter)"))
        self._episode.setText(self.tr("In This Episode…"))
        self._episode.setToolTip(
            self.tr("Wherever these words stand in the episode, after a look (Ctrl+Enter)")
        )
        self._show.setText(self.tr("In This Show…"))
        buttons = QHBoxLayout()
        buttons.setSpacing(6)
        for button in (self._keep, self._episode, self._show):
            button.setProperty("narrow", True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(8)
        for widget in (self._field, self._said, self._fault):
            column.addWidget(widget)
        column.addLayout(buttons)

    def _connect(self) -> None:
        self._keep.clicked.connect(lambda: self.kept.emit(self._field.text()))
        self._episode.clicked.connect(
            lambda: self.everywhere_requested.emit(self._field.text(), CorrectionScope.EPISODE)
        )
        self._show.clicked.connect(
            lambda: self.everywhere_requested.emit(self._field.text(), CorrectionScope.SHOW)
        )
        self._field.textEdited.connect(self._fault.hide)

    def _place(self) -> None:
        """Under the words where there is room, else above them."""
        page = self._page
        width = max(_NARROWEST, self.sizeHint().width(), self._words.width() + 24)
        self.setFixedWidth(max(0, min(width, _WIDEST, page.width() - 2 * _EDGE)))
        self.adjustSize()
        x = min(self._words.left() - 12, page.width() - self.width() - _EDGE)
        y = self._words.bottom() + _GAP
        if y + self.height() > page.height() - _EDGE:
            y = self._words.top() - self.height() - _GAP
        self.move(max(_EDGE, x), max(_EDGE, y))
