"""Who speaks when: a lane for each voice, over the length of the seek bar."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QToolTip,
    QVBoxLayout,
    QWidget,
)

from reader.time_text import clock_text
from reader.transcript.talk import Lane, SpokenTurn
from ui.appearance.theme import LIGHT, Theme
from ui.appearance.voice_shapes import SHAPE, paint_shape
from ui.voices.talk_picture import lane_colour, lane_name, paint_lane, share_text
from ui.widgets.focus import ShortcutGuard

_LANE = 22  # px from one lane to the next
_MOST_HEIGHT = 160  # px; more lanes are scrolled to
_EDGE, _NAME_GAP = 24, 8
_NAME_LINE = 16
_ROOM_FOR_TITLE = 560  # px
_KEYS = ("Up", "Down", "Left", "Right", "Home", "End", "Return", "Enter")


class TalkStrip(QWidget):
    """Between the page and the player: lanes, shares, and what can be done with guesses."""

    turn_requested = Signal(object)  # SpokenTurn
    guesses_requested = Signal()
    confirm_all_requested = Signal()
    save_requested = Signal()
    close_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("talk-strip")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Who speaks when"))
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # as the seek bar
        self.lanes = TalkLanes()
        self._title, self._about = QLabel(), QLabel()
        self._guesses, self._confirm, self._save = QPushButton(), QPushButton(), QPushButton()
        self._close = QToolButton()
        self._lay_out()
        self._connect()

    def set_look(self, theme: Theme) -> None:
        """Take on the colours of `theme`."""
        self.lanes.set_theme(theme)

    def show_lanes(self, lanes: Sequence[Lane], length: int) -> None:
        """Show who speaks when in `length` ms."""
        has_guesses = any(turn.is_guess for lane in lanes for turn in lane.turns)
        has_names = any(lane.voice for lane in lanes)
        self._confirm.setVisible(has_guesses)
        self._guesses.setVisible(has_guesses)
        self._save.setEnabled(bool(lanes))
        if not lanes:
            about = self.tr("This text has no times.")
        elif not has_names:
            about = self.tr("Nobody is named yet. Click a dash in the text, or press V.")
        elif has_guesses:
            about = self.tr(
                "Filled: sure. Outlined: a guess, since the file only marks a change; notes and "
                "exports leave it out."
            )
        else:
            about = ""
        self._about.setToolTip(about)
        self._fit_head()
        self.lanes.show_lanes(lanes, length)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the buttons need the room of title and explanation."""
        super().resizeEvent(event)
        self._fit_head()

    def _fit_head(self) -> None:
        is_wide = self.width() >= _ROOM_FOR_TITLE
        self._title.setVisible(is_wide or self._guesses.isHidden())
        self._about.setText(self._about.toolTip() if is_wide else "")

    def _lay_out(self) -> None:
        self._title.setText(self.tr("Who speaks when"))
        self._title.setObjectName("heading")
        self._about.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._about.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._guesses.setText(self.tr("Guesses…"))
        self._guesses.setToolTip(self.tr("Hear and confirm them one by one"))
        self._confirm.setText(self.tr("Confirm All"))
        self._confirm.setToolTip(self.tr("All guesses are right"))
        self._save.setText(self.tr("Save Picture…"))
        self._save.setToolTip(self.tr("Save this as SVG or PNG"))
        self._close.setText("×")
        self._close.setAccessibleName(self.tr("Close"))
        self._close.setToolTip(self.tr("Close (Shift+V)"))
        for button in (self._guesses, self._confirm, self._save):
            button.setFlat(True)
        for each in (self._guesses, self._confirm, self._save, self._close):
            each.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            ShortcutGuard(each)
        head = QHBoxLayout()
        head.setContentsMargins(_EDGE, 0, 14, 0)
        head.setSpacing(12)
        head.addWidget(self._title)
        head.addWidget(self._about, 1)
        head.addWidget(self._guesses)
        head.addWidget(self._confirm)
        head.addWidget(self._save)
        head.addWidget(self._close)
        area = QScrollArea()
        area.setWidget(self.lanes)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.viewport().setAutoFillBackground(False)
        self.lanes.setAutoFillBackground(False)
        self._area = area
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 6)
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(area)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def _connect(self) -> None:
        self._guesses.clicked.connect(self.guesses_requested)
        self._confirm.clicked.connect(self.confirm_all_requested)
        self._save.clicked.connect(self.save_requested)
        self._close.clicked.connect(self.close_requested)
        self.lanes.turn_requested.connect(self.turn_requested)
        self.lanes.height_changed.connect(self._fit)

    def _fit(self, height: int) -> None:
        self._area.setFixedHeight(min(height, _MOST_HEIGHT))


class TalkLanes(QWidget):
    """The lanes alone. A click plays from there; so does Enter, at the turn chosen by arrows."""

    turn_requested = Signal(object)  # SpokenTurn
    height_changed = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)
        self._theme = LIGHT
        self._lanes: Sequence[Lane] = ()
        self._turns: list[tuple[int, SpokenTurn]] = []  # with their lanes, by time
        self._length, self._time, self._names_width = 0, 0, 0.0
        self._chosen: int | None = None
        self._groove: Callable[[], tuple[float, float]] = lambda: (0.0, 0.0)
        self._picture = QPixmap()
        self._painted_for: object = None
        ShortcutGuard(self, lambda key: key.key() in _own_keys())

    def set_groove_source(self, groove: Callable[[], tuple[float, float]]) -> None:
        """Where to ask for the left and right end of the seek bar, in pixels of the window."""
        self._groove = groove

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        self._theme, self._painted_for = theme, None
        self.update()

    def show_lanes(self, lanes: Sequence[Lane], length: int) -> None:
        """Show other lanes."""
        self._lanes, self._length, self._painted_for = lanes, max(1, length), None
        turns = ((number, turn) for number, lane in enumerate(lanes) for turn in lane.turns)
        self._turns = sorted(turns, key=lambda each: each[1].start)
        self._chosen = None
        metrics = QFontMetricsF(self.font())
        names = (metrics.horizontalAdvance(self._name(lane)) for lane in lanes)
        self._names_width = SHAPE + 6 + max(names, default=0.0)
        said = [f"{self._name(lane)} {share_text(lane)}" for lane in lanes]
        self.setAccessibleName(self.tr("Who speaks when: {0}").format(", ".join(said)))
        self._fit()
        self.update()

    def set_time(self, time: int) -> None:
        """Show where the recording is."""
        if abs(self._x_of(time) - self._x_of(self._time)) >= 1:
            self._time = time
            self.update()

    def sizeHint(self) -> QSize:
        """All lanes."""
        return QSize(240, self._row * max(1, len(self._lanes)))

    def resizeEvent(self, _event: object) -> None:
        """The seek bar lies elsewhere."""
        self._painted_for = None
        self._fit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Lanes, the playhead over them, and the chosen turn."""
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._painted())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._lanes:
            x = self._x_of(self._time)
            painter.setPen(QPen(QColor(self._theme.accent), 2))
            for lane in range(len(self._lanes)):
                top = self._lane_top(lane)
                painter.drawLine(QPointF(x, top), QPointF(x, top + _LANE))
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(self._theme.focus), 2))
            chosen = self._turns[self._chosen] if self._chosen is not None else None
            box = self._box(*chosen) if chosen else QRectF(self.rect()).adjusted(1, 1, -1, -1)
            painter.drawRoundedRect(box, 3, 3)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go there."""
        turn = self._turn_at(event.position())
        if turn is not None and event.button() == Qt.MouseButton.LeftButton:
            self.turn_requested.emit(turn)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show that it can be clicked."""
        is_turn = self._turn_at(event.position()) is not None
        shape = Qt.CursorShape.PointingHandCursor if is_turn else Qt.CursorShape.ArrowCursor
        self.setCursor(shape)

    def event(self, event: QEvent) -> bool:
        """Who speaks there, as a tooltip."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            turn = self._turn_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), self._words(turn) if turn else "", self)
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows choose a turn: before and after, and of the voice above and below."""
        key = Qt.Key(event.key())
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self._chosen is not None:
            self.turn_requested.emit(self._turns[self._chosen][1])
        elif key in _own_keys() and self._turns:
            self._choose(key)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, _event: object) -> None:
        """Begin where the recording is."""
        if self._turns and self._chosen is None:
            self._chosen = max(0, self._number_at(self._time))
        self.update()

    def focusOutEvent(self, _event: object) -> None:
        """Show no choice."""
        self.update()

    # Its own work

    @property
    def _is_narrow(self) -> bool:
        """Whether there is no room for the names beside the lanes."""
        return self._ends()[0] - _EDGE - _NAME_GAP < self._names_width

    @property
    def _row(self) -> int:
        return _LANE + (_NAME_LINE if self._is_narrow else 0)

    def _fit(self) -> None:
        height = self._row * max(1, len(self._lanes))
        self.setMinimumHeight(height)
        self.height_changed.emit(height)

    def _ends(self) -> tuple[float, float]:
        left, right = self._groove()
        x = self.mapTo(self.window(), QPointF(0, 0)).x()
        if right <= left:
            return _EDGE, max(_EDGE + 1.0, self.width() - _EDGE)
        return left - x, right - x

    def _x_of(self, time: int) -> float:
        left, right = self._ends()
        return left + (right - left) * min(1.0, time / max(1, self._length))

    def _lane_top(self, lane: int) -> float:
        return self._row * lane + (_NAME_LINE if self._is_narrow else 0)

    def _painted(self) -> QPixmap:
        key = self.size(), self.devicePixelRatioF(), self._ends()
        if key != self._painted_for:
            self._picture, self._painted_for = QPixmap(self.size() * key[1]), key
            self._picture.setDevicePixelRatio(key[1])
            self._picture.fill(Qt.GlobalColor.transparent)
            painter = QPainter(self._picture)
            painter.setFont(self.font())
            for number, lane in enumerate(self._lanes):
                self._paint_lane(painter, number, lane)
            painter.end()
        return self._picture

    def _paint_lane(self, painter: QPainter, number: int, lane: Lane) -> None:
        left, right = self._ends()
        top = self._lane_top(number)
        area = QRectF(left, top + 3, right - left, _LANE - 6)
        paint_lane(painter, self._theme, lane, area, self._x_of)
        if self._is_narrow:
            names = QRectF(left, self._row * number, right - left, _NAME_LINE)
            shares = names
        else:
            names = QRectF(_EDGE, top, left - _EDGE - _NAME_GAP, _LANE)
            shares = QRectF(right, top, self.width() - right - _EDGE, _LANE)
        self._paint_name(painter, lane, names)
        painter.setPen(QColor(self._theme.quiet))
        aligned = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(shares, aligned, share_text(lane))

    def _paint_name(self, painter: QPainter, lane: Lane, area: QRectF) -> None:
        if lane.number >= 0:
            box = QRectF(area.left(), area.top(), SHAPE, area.height())
            colour = lane_colour(self._theme, lane)
            paint_shape(painter, box, lane.number, colour, is_guess=lane.is_guess)
            area = area.adjusted(SHAPE + 6, 0, 0, 0)
        painter.setPen(QColor(self._theme.chrome_ink))
        name = QFontMetricsF(painter.font()).elidedText(
            self._name(lane), Qt.TextElideMode.ElideRight, area.width()
        )
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, name)

    def _name(self, lane: Lane) -> str:
        return lane_name(lane, self.tr("Not named"))

    def _box(self, lane: int, turn: SpokenTurn) -> QRectF:
        left, right = self._x_of(turn.start), self._x_of(turn.end)
        return QRectF(left - 2, self._lane_top(lane) + 3, max(right - left, 2) + 4, _LANE - 6)

    def _number_at(self, time: int) -> int:
        return bisect_right(self._turns, time, key=lambda each: each[1].start) - 1

    def _turn_at(self, point: QPointF) -> SpokenTurn | None:
        """The turn that is meant by a point: of the lane under it, the nearest within reach."""
        lane = int(point.y() // self._row) if point.y() >= 0 else -1
        left, right = self._ends()
        if not 0 <= lane < len(self._lanes) or not left - 3 <= point.x() <= right + 3:
            return None
        share = (point.x() - left) / max(1.0, right - left)
        time = round(min(1.0, max(0.0, share)) * self._length)

        def away(turn: SpokenTurn) -> int:
            return max(turn.start - time, time - turn.end, 0)

        return min(self._lanes[lane].turns, key=away, default=None)

    def _choose(self, key: Qt.Key) -> None:
        now = self._chosen or 0
        lane, turn = self._turns[now]
        last = len(self._turns) - 1
        if key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            wanted = lane + (1 if key == Qt.Key.Key_Down else -1)
            there = [k for k, (number, _) in enumerate(self._turns) if number == wanted]
            now = min(there, key=lambda k: abs(self._turns[k][1].start - turn.start), default=now)
        else:
            steps = {Qt.Key.Key_Left: now - 1, Qt.Key.Key_Right: now + 1, Qt.Key.Key_Home: 0}
            now = min(last, max(0, steps.get(key, last)))
        self._chosen = now
        self.setAccessibleDescription(self._words(self._turns[now][1]))
        self.update()

    def _words(self, turn: SpokenTurn) -> str:
        name = turn.voice or self.tr("Not named")
        if turn.is_guess:
            name = self.tr("{0}, a guess").format(name)
        return self.tr("{0}: {1} to {2}").format(name, clock_text(turn.start), clock_text(turn.end))


def _own_keys() -> frozenset[Qt.Key]:
    return frozenset(Qt.Key[f"Key_{name}"] for name in _KEYS)
