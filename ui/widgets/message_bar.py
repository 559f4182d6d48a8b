"""A quiet banner above the content: what happened, and what can be done about it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import IntEnum
from itertools import pairwise

from PySide6.QtCore import QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QPaintEvent,
    QPalette,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ui.appearance.icons import SIZE, Icons
from ui.widgets.announcement import announce
from ui.widgets.band import paint_band
from ui.widgets.focus import ShortcutGuard, has_focus_within
from ui.widgets.wrapped_text import WrappedText

INFO_TIME = 10_000  # ms an information stays unless it is pointed at or has the focus
_NARROW = 620  # px below which the buttons go under the text
_LINE = 32  # px, the height of a message of one line with its buttons


class MessageKind(IntEnum):
    """How much it matters; an error is shown before all others."""

    INFO = 0
    WARNING = 1
    ERROR = 2


@dataclass(frozen=True, slots=True)
class MessageAction:
    """A button of a message: pressing it takes the message away, then calls `callback`."""

    label: str
    callback: Callable[[], object]


@dataclass(frozen=True, slots=True)
class BarMessage:
    """Plain text for the reader; `details` are folded away, `actions` at most two."""

    kind: MessageKind
    text: str
    details: str = ""
    actions: tuple[MessageAction, ...] = field(default=(), compare=False)

    def __post_init__(self) -> None:
        if len(self.actions) > 2:
            raise ValueError("A message has room for two actions.")


_SIGNS = {
    MessageKind.INFO: "info",
    MessageKind.WARNING: "warning",
    MessageKind.ERROR: "error",
}


class MessageBar(QWidget):
    """Shows one message at a time and keeps the others: errors first, then the newest.

    An information goes by itself, and what it hid comes back.
    """

    focus_released = Signal()  # the last message went while the bar had the keyboard

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        ShortcutGuard(self)
        self._icons = icons
        self._messages: list[BarMessage] = []  # the first one is on show
        self._sign = QLabel()
        self._text = WrappedText(max_height=140)
        self._details = WrappedText(max_height=160)
        self._actions = QWidget()
        self._actions_row = QHBoxLayout(self._actions)
        self._more = QLabel()
        self._close = QToolButton()
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._timer = QTimer(self, interval=INFO_TIME, singleShot=True)
        self._lay_out()
        self._connect()
        self.set_icons(icons)
        self.hide()

    @property
    def messages(self) -> tuple[BarMessage, ...]:
        """The message on show, then those that wait."""
        return tuple(self._messages)

    def set_icons(self, icons: Icons) -> None:
        """Draw the icons again, as after a change of theme; the palette comes first."""
        self._icons = icons
        self._close.setIcon(icons.icon("close"))
        if self._messages:
            self._show_sign()

    def show_message(self, message: BarMessage) -> None:
        """Show `message`, or keep it until those before it are gone; of equal ones the last one's
        actions are done."""
        if message in self._messages:
            self._renew(self._messages.index(message), message)
            return
        shown = self._messages[:1]
        self._messages.insert(0, message)
        self._messages.sort(key=lambda each: each.kind is not MessageKind.ERROR)
        if self._messages[:1] == shown:
            self._show_count()
        else:
            self._show_first()

    def report(
        self, kind: MessageKind, text: str, *actions: MessageAction, details: str = ""
    ) -> BarMessage:
        """Show a message of these parts; gives it, to be withdrawn."""
        message = BarMessage(kind, text, details, actions)
        self.show_message(message)
        return message

    def _renew(self, place: int, message: BarMessage) -> None:
        before, self._messages[place] = self._messages[place], message
        if place == 0 and _labels(before) != _labels(message):
            self._show_actions(message)
        if place == 0 and message.kind is MessageKind.INFO:
            self._timer.start()

    def withdraw(self, message: BarMessage) -> None:
        """Take `message` away because it is no longer true; one that is not here is not a fault."""
        if message not in self._messages:
            return
        was_first = message == self._messages[0]
        self._messages.remove(message)
        if was_first:
            self._show_next()
        else:
            self._show_count()

    def dismiss(self) -> None:
        """Take the message on show away."""
        if self._messages:
            self.withdraw(self._messages[0])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons under the text where there is little room."""
        super().resizeEvent(event)
        is_narrow = event.size().width() < _NARROW
        self._body.setStretch(0, 0 if is_narrow else 1)
        self._body.setDirection(
            QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A ground of its own and a line to the content."""
        paint_band(self, QPalette.ColorRole.Light)

    def _lay_out(self) -> None:
        self.setAccessibleName(self.tr("Messages"))
        self._text.setAccessibleName(self.tr("Message"))
        self._details.setAccessibleName(self.tr("Details of the message"))
        self._more.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._close.setAccessibleName(self.tr("Close message"))
        self._close.setToolTip(self.tr("Close this message (Esc)"))
        self._close.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._actions_row.setContentsMargins(0, 0, 0, 0)
        texts = QVBoxLayout()
        margin = (_LINE - self.fontMetrics().height()) // 2
        texts.setContentsMargins(0, margin, 0, margin)
        texts.addWidget(self._text)
        texts.addWidget(self._details)
        self._body.addLayout(texts)
        top = Qt.AlignmentFlag.AlignTop
        self._body.addWidget(self._actions, alignment=top)
        self._body.setSpacing(2)
        self._sign.setFixedHeight(_LINE)
        self._more.setFixedHeight(_LINE)
        self._close.setFixedHeight(_LINE)
        self._close.setIconSize(QSize(SIZE, SIZE))
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 3, 8, 4)
        row.setSpacing(10)
        row.addWidget(self._sign, alignment=top)
        row.addLayout(self._body, 1)
        row.addWidget(self._more, alignment=top)
        row.addWidget(self._close, alignment=top)

    def _connect(self) -> None:
        self._timer.timeout.connect(self._end_info)
        self._close.clicked.connect(self.dismiss)

    def _show_next(self) -> None:
        if self._messages:
            self._show_first()
            return
        self._timer.stop()
        had_focus = has_focus_within(self)
        self.hide()
        if had_focus:
            self.focus_released.emit()

    def _show_first(self) -> None:
        message = self._messages[0]
        self._show_sign()
        self._text.set_text(message.text)
        self._details.set_text(message.details)
        self._details.hide()
        self._show_actions(message)
        self._show_count()
        self.show()
        self._timer.stop()
        if message.kind is MessageKind.INFO:
            self._timer.start()
        self._announce(message)

    def _show_sign(self) -> None:
        kind = self._messages[0].kind
        accent = self.palette().color(QPalette.ColorRole.Accent).name()
        icon = self._icons.icon(_SIGNS[kind], accent)
        self._sign.setPixmap(icon.pixmap(QSize(SIZE, SIZE), self.devicePixelRatioF()))
        self._sign.setAccessibleName(self._kind_name(kind))
        self._sign.setToolTip(self._kind_name(kind))

    def _show_actions(self, message: BarMessage) -> None:
        row = self._actions_row
        while item := row.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        buttons = [self._action_button(message, label) for label in _labels(message)]
        if message.details:
            buttons.append(self._details_button())
        for button in buttons:
            row.addWidget(button)
        row.addStretch(1)
        # Made last, they would come last: Tab goes as one reads.
        for before, after in pairwise([self._details, *buttons, self._close]):
            QWidget.setTabOrder(before, after)
        self._actions.setVisible(bool(message.actions or message.details))

    def _action_button(self, message: BarMessage, label: str) -> QPushButton:
        """Of a message, whose action may be another one of its name when it is pressed; one whose
        message went while it was held down does nothing."""

        def act() -> None:
            if message in self._messages:
                known = self._messages[self._messages.index(message)]
                self.withdraw(known)
                for action in known.actions:
                    if action.label == label:
                        action.callback()

        button = QPushButton(label)
        button.setToolTip(self.tr("{label} (Space)").format(label=label))
        button.clicked.connect(act)
        return button

    def _details_button(self) -> QPushButton:
        button = QPushButton(self.tr("Details"))
        button.setCheckable(True)
        button.setToolTip(self.tr("Show or hide the details (Space)"))
        button.toggled.connect(self._details.setVisible)
        return button

    def _show_count(self) -> None:
        waiting = len(self._messages) - 1
        self._more.setText(self.tr("{count} more").format(count=waiting))
        self._more.setVisible(waiting > 0)

    def _announce(self, message: BarMessage) -> None:
        said = self.tr("{kind}: {text}").format(
            kind=self._kind_name(message.kind), text=message.text
        )
        announce(self, said, is_urgent=message.kind is MessageKind.ERROR)

    def _kind_name(self, kind: MessageKind) -> str:
        names = {
            MessageKind.INFO: self.tr("Information"),
            MessageKind.WARNING: self.tr("Warning"),
            MessageKind.ERROR: self.tr("Error"),
        }
        return names[kind]

    def _end_info(self) -> None:
        if self.underMouse() or has_focus_within(self):
            self._timer.start()
        else:
            self.dismiss()


class SingleMessage(QObject):
    """The message of one subject in a bar: a new one takes the place of the last."""

    def __init__(self, bar: MessageBar) -> None:
        super().__init__(bar)
        self._bar = bar
        self._message: BarMessage | None = None

    @property
    def is_reported(self) -> bool:
        """Whether something was said and not withdrawn since."""
        return self._message is not None

    def report(
        self, kind: MessageKind, text: str, *actions: MessageAction, details: str = ""
    ) -> None:
        """Show it; an equal one that is there stays, and does what these actions do."""
        message = BarMessage(kind, text, details, actions)
        if message != self._message:
            self.withdraw()
        self._message = message
        self._bar.show_message(message)

    def withdraw(self) -> None:
        """Take it away because it is no longer true."""
        if self._message is not None:
            self._bar.withdraw(self._message)
        self.leave()

    def leave(self) -> None:
        """It stays until it is closed."""
        self._message = None


def _labels(message: BarMessage) -> list[str]:
    return [action.label for action in message.actions]
