"""Shows a quote as a card, to be copied or saved as a picture."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import (
    QGuiApplication,
    QImage,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPalette,
    QShortcut,
)
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from reader import settings as prefs
from reader.settings import Preference, Settings
from ui.sharing.quote_card import CardShape, CardStyle, Quote, is_shortened, painted

_PREVIEW = QSize(560, 420)


class QuoteCardDialog(QDialog):
    """The card as it will be; its look is remembered."""

    save_requested = Signal(object, object)  # QImage, Quote

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self.quote = Quote("", "", "", "", "#000000")
        self._preview = CardPreview()
        self._hint = QLabel()
        self._styles = self._choices(
            prefs.CARD_STYLE,
            {
                CardStyle.PAPER.value: self.tr("&Paper"),
                CardStyle.NIGHT.value: self.tr("&Night"),
                CardStyle.COLOUR.value: self.tr("C&olour"),
            },
        )
        self._shapes = self._choices(
            prefs.CARD_SHAPE,
            {
                CardShape.SQUARE.name.lower(): self.tr("S&quare, 1080 × 1080"),
                CardShape.WIDE.name.lower(): self.tr("&Wide, 1200 × 675"),
            },
        )
        self._copy, self._save = QPushButton(self.tr("&Copy")), QPushButton(self.tr("&Save…"))
        self._close = QPushButton(self.tr("Close"))
        self._lay_out()
        self._connect()

    def show_quote(self, quote: Quote) -> None:
        """Open with this quote."""
        self.quote = quote
        for group, preference in (
            (self._styles, prefs.CARD_STYLE),
            (self._shapes, prefs.CARD_SHAPE),
        ):
            self._button(group, self._settings.get(preference)).setChecked(True)
        self._paint()
        self._copy.setText(self.tr("&Copy"))
        self.open()
        self._save.setFocus()

    @property
    def card(self) -> QImage:
        """The card on show."""
        return self._preview.card

    # Building

    def _choices(self, preference: Preference[str], texts: dict[str, str]) -> QButtonGroup:
        group = QButtonGroup(self)
        for value, text in texts.items():
            button = QRadioButton(text)
            button.setObjectName(value)
            button.toggled.connect(partial(self._choose, preference, value))
            group.addButton(button)
        return group

    def _lay_out(self) -> None:
        self.setWindowTitle(self.tr("Quote Card"))
        self._hint.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._hint.setText(self.tr("Too long for a card: it ends where the dots are."))
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 16)
        column.setSpacing(12)
        column.addWidget(self._preview, 1)
        column.addWidget(self._hint)
        column.addLayout(self._row_of_choices())
        column.addLayout(self._row_of_buttons())

    def _row_of_choices(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(14)
        for button in self._styles.buttons():
            row.addWidget(button)
        divider = QFrame(frameShape=QFrame.Shape.VLine)
        divider.setForegroundRole(QPalette.ColorRole.Mid)
        row.addWidget(divider)
        for button in self._shapes.buttons():
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _row_of_buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addStretch(1)
        for button in (self._save, self._copy, self._close):
            button.setAutoDefault(button is self._save)
            row.addWidget(button)
        self._save.setDefault(True)
        self._save.setToolTip(self.tr("Save the card as a picture (Ctrl+S)"))
        self._copy.setToolTip(self.tr("Copy the card as a picture (Ctrl+C)"))
        self._close.setToolTip(self.tr("Close (Esc)"))
        return row

    def _connect(self) -> None:
        self._copy.clicked.connect(self._copy_card)
        self._save.clicked.connect(lambda: self.save_requested.emit(self.card, self.quote))
        self._close.clicked.connect(self.reject)
        for keys, button in (
            (QKeySequence.StandardKey.Copy, self._copy),
            (QKeySequence.StandardKey.Save, self._save),
        ):
            QShortcut(QKeySequence(keys), self, button.click)

    # The card

    def _choose(self, preference: Preference[str], value: str, is_chosen: bool) -> None:
        if is_chosen and self.isVisible():
            self._settings.set(preference, value)
            self._paint()

    def _paint(self) -> None:
        style = CardStyle(self._settings.get(prefs.CARD_STYLE))
        shape = CardShape[self._settings.get(prefs.CARD_SHAPE).upper()]
        self._preview.show_card(painted(self.quote, style, shape))
        self._preview.setAccessibleDescription(_described(self.quote))
        self._hint.setVisible(is_shortened(self.quote, shape))

    def _copy_card(self) -> None:
        QGuiApplication.clipboard().setImage(self.card)
        self._copy.setText(self.tr("Copied"))

    @staticmethod
    def _button(group: QButtonGroup, value: str) -> QRadioButton:
        found = next(each for each in group.buttons() if each.objectName() == value)
        assert isinstance(found, QRadioButton)
        return found


class CardPreview(QWidget):
    """A picture as large as there is room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.card = QImage()
        self.setAccessibleName(self.tr("Quote card"))
        self.setMinimumSize(_PREVIEW / 2)

    def show_card(self, card: QImage) -> None:
        """Show another picture."""
        self.card = card
        self.update()

    def sizeHint(self) -> QSize:
        """Enough to read it."""
        return _PREVIEW

    def paintEvent(self, _event: QPaintEvent) -> None:
        """In the middle, smooth also on fine screens."""
        if self.card.isNull():
            return
        ratio = self.devicePixelRatioF()
        room = (self.size().toSizeF() * ratio).toSize()
        scaled = self.card.scaled(
            room, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        scaled.setDevicePixelRatio(ratio)
        place = scaled.rect().size() / ratio
        left, top = (self.width() - place.width()) // 2, (self.height() - place.height()) // 2
        painter = QPainter(self)
        painter.drawImage(left, top, scaled)
        painter.setPen(self.palette().color(QPalette.ColorRole.Mid))  # paper on a light window
        painter.drawRect(left, top, place.width() - 1, place.height() - 1)
        painter.end()


def _described(quote: Quote) -> str:
    """The card in words, for assistive technology."""
    return ", ".join(filter(None, (quote.words, quote.voice, quote.episode, quote.time)))
