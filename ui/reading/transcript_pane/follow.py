"""Keeps what is spoken in view, until the reader looks elsewhere: the line, or the word of one
that is taller than the view."""

from __future__ import annotations

from PySide6.QtCore import QAbstractAnimation, QEasingCurve, QObject, QPropertyAnimation, Signal
from PySide6.QtWidgets import QAbstractSlider

from ui.reading.transcript_pane.transcript_pane import TranscriptPane

_LOW, _HIGH, _TARGET = 0.18, 0.62, 1 / 3  # of the view's height
_FAR = 1.5  # views: beyond it the page jumps
_GLIDE = 280  # ms


class Follow(QObject):
    """Moves the page only when the line leaves a comfort zone, and then to a third of the height.

    Nothing but a command starts it again: no timer, no playing on.
    """

    changed = Signal(bool)
    arrived = Signal()  # what is followed is where it is to be seen

    def __init__(self, pane: TranscriptPane) -> None:
        super().__init__(pane)
        self._pane = pane
        self._bar = pane.scroll_bar
        self.is_on = True
        self.is_motion_reduced = False
        self._glide = QPropertyAnimation(self._bar, b"value", self)
        self._glide.setEasingCurve(QEasingCurve.Type.InOutCubic)
        self._glide.setDuration(_GLIDE)
        self._glide.finished.connect(self.keep)  # heights become exact on the way: lines move
        pane.user_scrolled.connect(self.stop)
        pane.user_selected.connect(self.stop)
        self._bar.sliderPressed.connect(self.stop)
        self._bar.actionTriggered.connect(self._scrolled_by_bar)

    def stop(self) -> None:
        """Leave the page where the reader put it."""
        self._glide.stop()
        if self.is_on:
            self.is_on = False
            self.changed.emit(False)

    def start(self) -> None:
        """Bring the current line back and keep it in view."""
        self._turn_on()
        self._go(is_forced=True)
        self._report_arrival()

    def go_on(self) -> None:
        """Keep the current line in view; where it is already, the page moves with the next one."""
        self._turn_on()
        if self.direction():
            self._go(is_forced=True)
        self._report_arrival()

    def rest(self) -> None:
        """Leave the page where it is until the current line changes."""
        self._glide.stop()

    def wait(self) -> None:
        """Keep lines in view from the next one on; until then the page stays where it is."""
        self._glide.stop()
        self._turn_on()

    def keep(self) -> None:
        """The current line may have changed: move if it left the comfort zone."""
        if self.is_on:
            self._go(is_forced=False)
            self._report_arrival()

    def direction(self) -> int:
        """Where the current line is: -1 above the view, 1 below, 0 in it."""
        extent = self._pane.spoken.extent()
        if extent is None:
            return 0
        top, bottom = extent
        y, height = self._bar.value(), self._pane.viewport().height()
        return -1 if bottom <= y else 1 if top >= y + height else 0

    @property
    def is_away(self) -> bool:
        """Whether the page shows something else than where the voice is, and stays there."""
        spoken = self._pane.spoken
        if spoken.place is None:
            return False
        return not self.is_on or (spoken.lead is None and self.direction() != 0)

    def _turn_on(self) -> None:
        if not self.is_on:
            self.is_on = True
            self.changed.emit(True)

    @property
    def _is_gliding(self) -> bool:
        return self._glide.state() == QAbstractAnimation.State.Running

    def _report_arrival(self) -> None:
        if not self._is_gliding:
            self.arrived.emit()

    def _scrolled_by_bar(self, action: int) -> None:
        if action != QAbstractSlider.SliderAction.SliderNoAction.value:
            self.stop()

    def _go(self, *, is_forced: bool) -> None:
        extent = self._pane.spoken.extent()
        if extent is None or not (is_forced or self._pane.spoken.cues):
            return
        top, bottom = extent
        height = self._pane.viewport().height()
        seen_from = int(self._glide.endValue()) if self._is_gliding else self._bar.value()
        if (
            not is_forced
            and _LOW * height <= top - seen_from
            and bottom - seen_from <= _HIGH * height
        ):
            return
        self._glide.stop()
        if self.is_motion_reduced or abs(self._target() - self._bar.value()) > _FAR * height:
            self._jump()
        else:
            self._start_glide()

    def _target(self) -> int:
        top, _ = self._pane.spoken.extent() or (0, 0)
        return max(0, round(top - self._pane.viewport().height() * _TARGET))

    def _jump(self) -> None:
        self._pane.scroll_to(self._target())
        self._pane.scroll_to(self._target())  # heights above it have become exact

    def _start_glide(self) -> None:
        here, height = self._bar.value(), self._pane.viewport().height()
        target = self._target()
        self._pane.refine(min(here, target), max(here, target) + height)
        start, end = self._bar.value(), min(self._target(), self._bar.maximum())
        if start == end:  # as near as it comes: at an end of the text
            return
        self._glide.setStartValue(start)
        self._glide.setEndValue(end)
        self._glide.start()
