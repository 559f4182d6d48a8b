"""The end of an episode, as a part of its page: what was kept, and what comes next."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui.appearance.cover_art import CoverArt, paint_cover
from ui.appearance.swatch import paint_ribbon
from ui.appearance.theme import LIGHT, SERIF, Theme, text_font
from ui.widgets.button_row import ButtonRow

_PADDING = 24
COVER = 56  # px, the side of what comes next
_SIGN = 11  # px, the side of a colour's square
_GAP, _BETWEEN = 7, 18  # px: from a sign to its name, from one count to the next
_TABBED = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
_ENTER = frozenset((Qt.Key.Key_Return, Qt.Key.Key_Enter))
_SCROLLING = frozenset(
    Qt.Key[f"Key_{name}"] for name in ("Up", "Down", "PageUp", "PageDown", "Home", "End")
)


class Count(NamedTuple):
    """How many were kept in a colour (0: bookmarks), with its name."""

    colour: int
    name: str
    number: int


class EndCard(QFrame):
    """Lies in the page's column below the last line. Enter presses the button in focus."""

    review_requested = Signal()
    export_requested = Signal()
    next_requested = Signal()
    left = Signal()  # Esc: the keyboard goes to the text again

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("end-card")
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setAutoFillBackground(True)
        self._theme, self._quote_colour = LIGHT, 0
        self._title, self._quote, self._source = QLabel(), QLabel(), QLabel()
        self._counts = _Counts()
        self._unreviewed = QLabel()
        self._next_head, self._next_title, self._next_about = QLabel(), QLabel(), QLabel()
        self.review, self._export = EndButton(), EndButton()
        self._play_next = EndButton()
        self._kept, self._next = QWidget(), QFrame()
        self._cover = _Cover()
        self._lay_out()
        self._name_controls()
        self.review.clicked.connect(self.review_requested)
        self._export.clicked.connect(self.export_requested)
        self._play_next.clicked.connect(self.next_requested)

    # What is shown

    def set_look(self, theme: Theme) -> None:
        """Take on other colours."""
        self._theme = theme
        self._counts.set_theme(theme)
        self._cover.set_theme(theme)
        self._colour_quote()

    def set_kept(self, total: int, counts: Sequence[Count], unreviewed: int) -> None:
        """How many were kept, in which colours, and how many were not looked at yet."""
        self._title.setText(self.tr("You kept {0}").format(total))
        self._counts.set_counts(counts)
        waiting = self.tr("%n new", "", unreviewed)
        self._unreviewed.setText(waiting if unreviewed else self.tr("All looked at"))
        self._kept.setVisible(total > 0)

    def set_quote(self, text: str, source: str, colour: int) -> None:
        """What to remember the episode by; an empty text: nothing."""
        self._quote.setText(text)
        self._source.setText(source)
        self._quote_colour = colour
        self._quoted.setVisible(bool(text))
        self._colour_quote()

    def set_next(self, title: str, about: str, why: str = "", show: str = "") -> None:
        """What comes next, why that, and of which show; an empty title: nothing."""
        self._cover.set_art(CoverArt(None, show or title))
        self._next_head.setText(why)
        self._next_title.setText(title)
        self._next_about.setText(about)
        self._next_about.setVisible(bool(about))
        self._next.setVisible(bool(title))
        self._play_next.setAccessibleDescription(title)

    def set_next_cover(self, picture: QPixmap) -> None:
        """The picture of what comes next; until it comes, the letter of its show stands there."""
        self._cover.set_art(CoverArt(picture, ""))

    @property
    def is_blank(self) -> bool:
        """Whether it has nothing to say."""
        return self._kept.isHidden() and self._next.isHidden()

    @property
    def first_button(self) -> QPushButton:
        """What Enter presses at the end of the episode."""
        return self._play_next if self._kept.isHidden() else self.review

    # Qt's events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves it; other keys are the text's."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            event.ignore()

    # Building

    def _lay_out(self) -> None:
        size = self.font().pointSizeF()
        self._title.setFont(text_font(SERIF, size * 1.8))
        self._quote.setFont(text_font(SERIF, size * 1.2))
        self._next_title.setFont(text_font(SERIF, size * 1.3))
        for label in (self._title, self._quote, self._source, self._next_title, self._next_about):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        quiet = (self._source, self._unreviewed, self._next_head, self._next_about)
        for label in quiet:
            label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._quoted = QFrame()
        self._quoted.setObjectName("end-quote")
        _column(self._quoted, (16, 0, 0, 0), 4, self._quote, self._source)
        actions = ButtonRow([self.review, self._export], self._unreviewed)
        kept = (self._title, self._counts, self._quoted, actions)
        _column(self._kept, (_PADDING, _PADDING - 4, _PADDING, _PADDING), 18, *kept)
        self._next.setObjectName("end-next")
        words, about = QWidget(), QWidget()
        _column(words, (0, 0, 0, 0), 2, self._next_head, self._next_title, self._next_about)
        beside = QHBoxLayout(about)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(16)
        beside.addWidget(self._cover, 0, Qt.AlignmentFlag.AlignVCenter)
        beside.addWidget(words, 1)
        row = ButtonRow([self._play_next], about)
        _column(self._next, (_PADDING, 16, _PADDING, 16), 0, row)
        _column(self, (0, 0, 0, 0), 0, self._kept, self._next)
        self._next.hide()

    def _name_controls(self) -> None:
        self.setAccessibleName(self.tr("End of the episode"))
        self.review.setDefault(True)
        self.review.setText(self.tr("Review"))
        self.review.setToolTip(self.tr("Look at what you kept, the new first (Enter)"))
        self._export.setText(self.tr("Export…"))
        self._export.setToolTip(self.tr("Take what you kept out of this episode (Enter)"))
        self._play_next.setText(self.tr("Play Next"))
        self._play_next.setToolTip(self.tr("Open the next episode and play it (Enter)"))

    def _colour_quote(self) -> None:
        theme, colour = self._theme, self._quote_colour
        bar = theme.mark_bars[colour - 1] if colour else theme.accent
        side = "right" if self.isRightToLeft() else "left"
        self._quoted.setStyleSheet(
            f"#end-quote {{ border: none; border-{side}: 4px solid {bar}; }}"
        )


class EndButton(QPushButton):
    """Enter presses it; Space does too where it was reached with Tab, else it is the player's."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAutoDefault(False)
        self._is_tabbed = False

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Note how it came to the keyboard."""
        self._is_tabbed = event.reason() in _TABBED
        super().focusInEvent(event)

    def event(self, event: QEvent) -> bool:
        """Keep Enter from the text around it, and Space from the player, or leave it there."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            is_space = event.key() == Qt.Key.Key_Space
            event.setAccepted(event.key() in _ENTER or (is_space and self._is_tabbed))
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What scrolls is the text's."""
        if event.key() in _SCROLLING:
            event.ignore()
        elif event.key() in _ENTER:
            self.click()
        else:
            super().keyPressEvent(event)


class _Cover(QWidget):
    """The picture of what comes next; says nothing, since the title stands beside it."""

    def __init__(self) -> None:
        super().__init__()
        self.art, self._theme = CoverArt(None, ""), LIGHT
        self.setFixedSize(COVER, COVER)

    def set_art(self, art: CoverArt) -> None:
        """Show this."""
        self.art = art
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Take on other colours."""
        self._theme = theme
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        paint_cover(QPainter(self), QRectF(self.rect()), self.art, self._theme)


class _Counts(QWidget):
    """A sign, a name and a number for each colour, in as many lines as they need."""

    def __init__(self) -> None:
        super().__init__()
        self._counts: Sequence[Count] = ()
        self._theme = LIGHT
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_counts(self, counts: Sequence[Count]) -> None:
        """Show these."""
        self._counts = counts
        said = ", ".join(f"{each.name} {each.number}" for each in counts)
        self.setAccessibleName(said)
        self.updateGeometry()
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Take on other colours."""
        self._theme = theme
        self.update()

    def heightForWidth(self, width: int) -> int:
        """Its lines."""
        places = self._places(width)
        return round(places[-1].y()) + self._line if places else 0

    def sizeHint(self) -> QSize:
        """One line, if there is room."""
        return QSize(200, self._line)

    def minimumSizeHint(self) -> QSize:
        """Room for the longest of them."""
        widest = max((self._width(each) for each in self._counts), default=0)
        return QSize(round(widest), self._line)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw them."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for count, place in zip(self._counts, self._places(self.width()), strict=True):
            self._paint(painter, count, place)

    @property
    def _metrics(self) -> QFontMetrics:
        return self.fontMetrics()

    @property
    def _line(self) -> int:
        return self._metrics.height() + 4

    def _width(self, count: Count) -> float:
        text = f"{count.name}  {count.number}"
        return _SIGN + _GAP + self._metrics.horizontalAdvance(text)

    def _places(self, width: int) -> list[QPointF]:
        """The corner of each, from the side on which lines begin."""
        places, x, y = list[QPointF](), 0.0, 0
        for count in self._counts:
            if x and x + self._width(count) > width:
                x, y = 0.0, y + self._line
            places.append(QPointF(x, y))
            x += self._width(count) + _BETWEEN
        return places

    def _paint(self, painter: QPainter, count: Count, place: QPointF) -> None:
        box = QRectF(place.x(), place.y(), self._width(count), self._line)
        if self.isRightToLeft():
            box.moveRight(self.width() - place.x())
        sign = QRectF(0, box.center().y() - _SIGN / 2, _SIGN, _SIGN)
        sign.moveLeft(box.right() - _SIGN if self.isRightToLeft() else box.left())
        _paint_sign(painter, sign, count.colour, self._theme)
        words = box.adjusted(0, 0, -_SIGN - _GAP, 0)
        if not self.isRightToLeft():
            words.translate(_SIGN + _GAP, 0)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        leading = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
        painter.drawText(words, leading, count.name)
        painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
        trailing = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignTrailing
        painter.drawText(words, trailing, str(count.number))


def _paint_sign(painter: QPainter, box: QRectF, colour: int, theme: Theme) -> None:
    if not colour:
        ribbon = QRectF(box.left() + 1.5, box.top() - 1, box.width() - 3, box.height() + 2)
        paint_ribbon(painter, ribbon, theme.accent)
        return
    painter.setPen(QPen(QColor(theme.mark_bars[colour - 1]), 1.2))
    painter.setBrush(QColor(theme.marks[colour - 1]))
    painter.drawRoundedRect(box.adjusted(0.6, 0.6, -0.6, -0.6), 2.5, 2.5)


def _column(
    widget: QWidget, margins: tuple[int, int, int, int], spacing: int, *parts: QWidget
) -> None:
    column = QVBoxLayout(widget)
    column.setContentsMargins(*margins)
    column.setSpacing(spacing)
    for part in parts:
        column.addWidget(part)
