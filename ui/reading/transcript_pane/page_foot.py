"""A widget below the last line of the text: a part of the page, which scrolls with it."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, QEvent, QObject, QPropertyAnimation
from PySide6.QtWidgets import QWidget

from ui.reading.transcript_pane.transcript_pane import TranscriptPane
from ui.widgets.focus import has_focus_within

_ABOVE, _BELOW = 32, 48  # px between the text and the widget, and below it
_GLIDE = 280  # ms
_PAGE_CHANGES = {QEvent.Type.Resize, QEvent.Type.Show}
_OWN_CHANGES = {QEvent.Type.LayoutRequest}


class PageFoot(QObject):
    """Keeps a place for the widget in the page's column and moves it there."""

    def __init__(self, pane: TranscriptPane, widget: QWidget) -> None:
        super().__init__(pane)
        self._pane, self._widget, self._bar = pane, widget, pane.scroll_bar
        self._is_wanted = self._is_brought = False
        widget.setParent(pane)  # not of the viewport: that takes its children along when it scrolls
        widget.hide()
        self._glide = QPropertyAnimation(self._bar, b"value", self)
        self._glide.setEasingCurve(QEasingCurve.Type.InOutCubic)
        self._glide.setDuration(_GLIDE)
        self._bar.valueChanged.connect(self._place)
        self._bar.rangeChanged.connect(self._place)
        for leave in (pane.user_scrolled, self._bar.sliderPressed):
            leave.connect(self._leave)
        pane.page_layout.documentSizeChanged.connect(self.fit)
        for watched in (pane, widget):
            watched.installEventFilter(self)

    def show(self, *, is_wanted: bool) -> None:
        """Whether the page ends with it."""
        self._is_wanted = is_wanted
        self._is_brought = self._is_brought and is_wanted
        self.fit()

    def fit(self) -> None:
        """Make as much room as it needs now."""
        layout = self._pane.page_layout
        is_shown = self._is_wanted and not layout.is_blank
        width = int(layout.page.column) if layout.metrics is not None else 0
        height = self._widget.heightForWidth(width) if is_shown else 0
        room = height + _ABOVE + _BELOW if is_shown else 0
        self._widget.resize(width, height)
        if layout.foot_height != room:
            layout.foot_height = room
            self._pane.refit()
            if self._is_brought:  # its style gave it another height when it was first seen
                self.bring_into_view(is_jump=True)
        self._place()

    def bring_into_view(self, *, is_jump: bool) -> None:
        """Scroll so far that all of it can be seen, or its head where the view is low."""
        view = self._pane.viewport().height()
        wanted = min(self._top + self._widget.height() + _BELOW - view, self._top - _ABOVE)
        target = min(wanted, self._bar.maximum())
        if not self._is_wanted or target <= self._bar.value():
            return
        self._is_brought = True
        self._glide.stop()
        if is_jump or target - self._bar.value() > view:
            self._bar.setValue(target)
            return
        self._glide.setStartValue(self._bar.value())
        self._glide.setEndValue(target)
        self._glide.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The page has another width, or the widget says something else."""
        if event.type() in (_PAGE_CHANGES if watched is self._pane else _OWN_CHANGES):
            self.fit()
        return super().eventFilter(watched, event)

    @property
    def _top(self) -> int:
        layout = self._pane.page_layout
        return layout.text_bottom + _ABOVE

    def _leave(self) -> None:
        self._is_brought = False
        self._glide.stop()

    def _place(self) -> None:
        layout = self._pane.page_layout
        y = self._top - self._bar.value() if layout.metrics is not None else 0
        is_seen = self._is_wanted and not layout.is_blank and y < self._pane.viewport().height()
        if is_seen:
            self._widget.move(int(layout.page.left), y)
            self._widget.raise_()
        elif has_focus_within(self._widget):
            self._pane.setFocus()  # else Qt passes the keyboard on to what comes next
        self._widget.setVisible(is_seen)
