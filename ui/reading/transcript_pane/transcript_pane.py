"""The transcript as a well set page: marks what is spoken, and turns clicks into requests."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import NamedTuple

from PySide6 import QtCore, QtGui, QtWidgets
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Signal, Slot
from PySide6.QtGui import QPalette, QTextCursor
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from reader.time_text import clock_text
from reader.transcript.model import Transcript
from reader.transcript.reading_text import GUESSED, UNNAMED, Place, ReadingText
from reader.transcript.spans import SpanIndex
from ui.appearance.theme import LIGHT, Theme, palette
from ui.reading.transcript_pane.folds import FoldedRun, Folds
from ui.reading.transcript_pane.in_view import InView
from ui.reading.transcript_pane.line_anchor import START, LineAnchor, anchor_at, y_of
from ui.reading.transcript_pane.marked_scroll_bar import MarkedScrollBar
from ui.reading.transcript_pane.marks import Mark, Marks
from ui.reading.transcript_pane.ornaments import Ornaments
from ui.reading.transcript_pane.page_documents import PageDocuments
from ui.reading.transcript_pane.page_layout import PageLayout
from ui.reading.transcript_pane.page_style import PageMetrics, PageStyle, page_metrics
from ui.reading.transcript_pane.page_text import PageText, Range, is_right_to_left
from ui.reading.transcript_pane.pins import Pin
from ui.reading.transcript_pane.rewriting import moved_mark, rewrite
from ui.reading.transcript_pane.spoken_line import SpokenLine
from ui.reading.transcript_pane.under_point import UnderPoint

_SCROLL_KEYS = ("Up", "Down", "PageUp", "PageDown", "Home", "End")
_PLAYER_KEYS = ("Left", "Right", "Space")
_WIDEST_DIGIT = str.maketrans("123456789", "000000000")


class _Top(NamedTuple):
    """A place that was brought to the top of the view, and stays there until somebody scrolls."""

    place: Place
    below: int  # px below the top of the view
    scrolled: int  # the scroll bar's value by which it is there


_BELOW_TOP = 4  # px
_NOTCH = 120  # eighths of a degree: what a wheel turns from one click to the next


class TranscriptPane(QTextEdit):
    """Shows a `ReadingText`. Places are taken and emitted as cue and character, never as positions.

    Not a QTextBrowser: assistive technology would take it for a label.
    """

    place_requested = Signal(object)  # Place: play from here
    place_taken_back = Signal()  # the click was the first half of a double click
    voice_requested = Signal(object)  # Place: the first words of a turn whose name was clicked
    mark_requested = Signal(str)  # the id of a mark whose sign in the margin was clicked
    pin_requested = Signal(int, QPoint)  # the id of a pin that was clicked, where on the screen
    menu_requested = Signal(object, QPoint)  # Place | None, where on the screen
    zoom_requested = Signal(int)  # steps, larger or smaller
    corrected_pointed = Signal(object)  # Place: the pointer rests on a word that was put right
    corrected_left = Signal()  # it has moved on
    turn_pointed = Signal(object)  # Place: the pointer has come to another turn
    caret_moved = Signal()  # by the keyboard
    user_scrolled = Signal()
    view_moved = Signal()  # by whomever: other lines are in view, or at another height
    user_selected = Signal()
    escape_pressed = Signal()  # while something is selected

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._style = PageStyle()
        self._theme = LIGHT
        self._longest_name, self._longest_time, self._is_mirrored = "", "", False
        self._shown: QtGui.QTextDocument | None = None
        self._marks: tuple[Mark, ...] = ()
        self._page: PageText
        self.page_layout: PageLayout
        self._is_settling = False
        self._is_staying = False  # while only the numbers change, and nothing on the screen
        self._has_listener: Callable[[], bool] = bool  # assistive technology; nobody so far
        self._top: _Top | None = None
        self._above = 0  # px of the window, the last time this was laid out
        self._press: QPointF | None = None
        self._had_selection = False
        self._caret_at_rest = 0  # where it lies until the reader moves it
        self._is_word_held = self._is_word_pointed = False
        self._pointed_name: int | None = None
        self._has_asked = False
        self._asked_mark = ""
        self._turned = 0  # with Ctrl, in eighths of a degree: less than a step so far
        self.is_click_to_play = True
        self.documents = PageDocuments()
        self._lay_out()
        self.show_text(self.reading)

    def _lay_out(self) -> None:
        self._set_page(ReadingText(Transcript(())))  # first: Qt's own draws with its viewport
        self.setViewport(_viewport(self))
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        # By their numbers, see `ui.window.first_frame`: TextSelectableByMouse,
        # TextSelectableByKeyboard, ScrollBarAlwaysOff, ScrollBarAlwaysOn.
        self.setProperty("textInteractionFlags", 1 | 2)
        self.setProperty("horizontalScrollBarPolicy", 1)
        self.scroll_bar = MarkedScrollBar()
        self.setVerticalScrollBar(self.scroll_bar)
        self.setProperty("verticalScrollBarPolicy", 2)
        self.setAccessibleName(self.tr("Transcript"))

    def settle_in(self) -> None:
        """What only a reader's hands and ears need, and not the first frame."""
        from PySide6.QtGui import QAccessible  # 2 ms for its many kinds

        self._has_listener = self.page_layout.has_listener = QAccessible.isActive
        self.viewport().setAttribute(QtCore.Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.viewport().setCursor(QtCore.Qt.CursorShape.IBeamCursor)

    # What is shown

    def show_text(self, reading: ReadingText) -> None:
        """Show another text from its start; nothing is marked in it."""
        self._top, self._marks = None, ()
        self._is_settling = True
        self._set_page(reading)
        self.leave_caret()
        self._is_settling = False
        self.scroll_bar.set_marks(())
        self.scroll_bar.set_kept(())
        self._settle_at(0)

    def show_times(self, reading: ReadingText) -> None:
        """Show the same text with other times; what is marked in it stays."""
        anchor, before = self._anchor(), self._longest_time
        self._page.reading = self.page_layout.reading = reading
        self._longest_time = clock_text(reading.end).translate(_WIDEST_DIGIT)
        if self._longest_time != before:
            self._relayout_all()
            self._restore(anchor)
        self.viewport().update()

    def show_rewritten(self, reading: ReadingText) -> None:
        """Show the same text with some words or names put right: they alone are set again.

        What is at the top of the view stays there, and marks stay on their words.
        """
        before, layout = self.reading, self.page_layout
        anchor, held, height = self._anchor(), self._held_top(), layout.heights.total
        numbers = {each.block for each in reading.rewritten}
        self._is_settling = layout.is_rewritten = True
        rewrite(self.document(), self._page, reading)
        layout.is_rewritten = False
        self._page = self._page.rewritten(reading)
        self._ornaments.take_page(self._page)
        layout.take_rewritten(reading, numbers)
        self._set_scroll_range()
        self._is_settling = False
        is_wider = self._measure_names(reading)
        self._ornaments.current = self.spoken.marked()
        moved = [moved_mark(each, before, reading) for each in self._marks]
        self.set_marks(moved, is_repainted=False)
        if is_wider:
            self._relayout_all()
        if anchor is not None and (is_wider or (numbers and anchor.block >= min(numbers))):
            self._stay_at(anchor, held)
        if is_wider or any(map(reading.is_voice, numbers)):
            self.viewport().update()  # other voices may have other colours now
        else:
            is_moved = layout.heights.total != height
            self._repaint(self.in_view.region_of_blocks(numbers, is_all_below=is_moved))

    def _stay_at(self, anchor: LineAnchor, held: _Top | None) -> None:
        """Words above the view, or at its top, may take another room now."""
        y = y_of(self.page_layout, anchor)
        if y != self.scroll_bar.value():
            self._settle_at(y)
        if held is not None:
            self._top = held._replace(scrolled=self.scroll_bar.value())

    @property
    def only_voice(self) -> str | None:
        """The voice that alone is shown; None while all are."""
        folds = self.page_layout.folds
        return folds.voice if folds is not None else None

    def show_only(self, voice: str | None, describe: Callable[[FoldedRun], str] = str) -> None:
        """Fold all that others say to quiet lines, each with a description; None shows all."""
        anchor = self._anchor()
        self._is_settling = True
        folds = None if voice is None else Folds(self.reading, voice, describe)
        self.page_layout.fold(folds)
        self._is_settling = False
        self._restore(anchor)
        self._show_kept_on_scroll_bar()
        self.viewport().update()

    def set_page_style(self, style: PageStyle) -> None:
        """Set the page again; the line at the top of the view stays there."""
        if style == self._style:
            return
        anchor = self._anchor()
        self._style = self._ornaments.style = style
        self._relayout_all()
        self._restore(anchor)

    def set_theme(self, theme: Theme) -> None:
        """Colour the page."""
        self._theme = self._ornaments.theme = theme
        colours = palette(theme)
        self.setPalette(colours)
        self.viewport().setPalette(colours)  # under a style sheet it inherits none a second time
        self.page_layout.forget_lines()
        self.scroll_bar.set_colour(theme.accent)
        self._show_kept_on_scroll_bar()
        self._settle_at(self.scroll_bar.value())

    def set_current(self, cues: tuple[int, ...]) -> None:
        """Mark these cues as being spoken; the last one leads."""
        if cues != self.spoken.cues:
            self.spoken.cues = cues
            self._mark_current()

    def _mark_current(self) -> None:
        new = self.spoken.marked()
        old, self._ornaments.current = self._ornaments.current, new
        if old == new:
            return
        times = self._blocks_of(old) ^ self._blocks_of(new)
        self._repaint(self.in_view.region_of((*old, *new), has_bar=True, times=times))

    def set_spoken(self, place: Place) -> None:
        """This word is being spoken, whether it is marked or not: a line like a page needs it."""
        self.spoken.word = place
        self._mark_current()

    def set_word(self, cue: int, offset: int = 0, length: int = 0) -> None:
        """Mark a word of a cue as being spoken; a length of 0 marks none."""
        found = self._page.within(cue, offset, length) if length else None
        old, self._ornaments.word = self._ornaments.word, found
        if old != found:
            self._repaint(self.in_view.region_of(filter(None, (old, found))))

    def set_hits(self, hits: Sequence[Range], hit: int | None = None) -> None:
        """Mark what was found, positions in the reading text, and one of it as the chosen one."""
        to_qt = self._page.utf16.to_qt
        spans = [(to_qt(start), to_qt(end)) for start, end in hits]
        self._ornaments.hits = SpanIndex(spans)
        self._ornaments.hit = None if hit is None else spans[hit]
        self._show_hits_on_scroll_bar()
        self.viewport().update()

    def set_marks(self, marks: Sequence[Mark], *, is_repainted: bool = True) -> None:
        """Mark what was kept, until another text is shown."""
        self._marks = tuple(marks)
        self._ornaments.kept.marks = Marks(self._page, marks)
        self._show_kept_on_scroll_bar()
        if is_repainted:
            self.viewport().update()

    def set_pins(self, pins: Sequence[Pin]) -> None:
        """Show pins in the margin, until another text is shown."""
        self._ornaments.pins.set_pins(pins)
        self.viewport().update()

    # Where the reader is

    @property
    def reading(self) -> ReadingText:
        """The text being shown."""
        return self._page.reading

    def boxes(self, start: int, end: int) -> list[QRectF]:
        """Where a span of the reading text lies on the page, a rectangle a line."""
        to_qt = self._page.utf16.to_qt
        return self._ornaments.boxes(to_qt(start), to_qt(end))

    def area_of(self, start: int, end: int) -> QRect:
        """Where the first line of a span of the reading text is, in pixels of the view."""
        return self.in_view.line_of(self.boxes(start, end))

    def time_area(self, block: int) -> QRectF:
        """Where the time of a paragraph stands on the page."""
        return self._ornaments.time_area(block)

    def scroll_to(self, y: int) -> None:
        """Bring `y` of the document to the top of the view at once."""
        self._settle_at(y)

    def show_position(self, position: int) -> None:
        """Bring a position of the reading text into view, a third below the top if it was out."""
        boxes, height = self.boxes(position, position + 1), self.viewport().height()
        if not boxes:
            return
        box = boxes[0].translated(0, -self.scroll_bar.value())
        if not 0.05 * height <= box.top() <= 0.85 * height or self._is_covered(box):
            to_qt = self._page.utf16.to_qt
            self._settle_on((to_qt(position), to_qt(position + 1)), height // 3)

    def _is_covered(self, box: QRectF) -> bool:
        """Whether something floats over a line of the view, such as what was just kept."""
        view, window = self.viewport(), self.window()
        points = box.center().toPoint(), QPoint(view.width() // 2, round(box.center().y()))
        return any(window.childAt(view.mapTo(window, point)) is not view for point in points)

    def first_position(self) -> int:
        """The position in the reading text of the first line in view."""
        anchor = self._anchor()
        if anchor is None:
            return 0
        start, _ = self._page.block_span(anchor.block)
        return self._page.utf16.from_qt(start + anchor.character)

    def select(self, start: int, end: int) -> None:
        """Select a span of the reading text, where it is, without scrolling."""
        layout, to_qt = self.page_layout, self._page.utf16.to_qt
        number = layout.block_at(self.scroll_bar.value())
        above = self.scroll_bar.value() - layout.top(number)
        cursor = QTextCursor(self.document())
        cursor.setPosition(to_qt(start))
        cursor.setPosition(to_qt(end), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.leave_caret()
        self._settle_at(layout.top(number) + above)

    def show_from(self, position: int) -> None:
        """Bring a position of the reading text to the top of the view; 0 leaves it as it is."""
        place = self.reading.place_at(position)
        if place is None or position <= 0:
            return
        top = self._held_top()
        self._show_at(place, top.below if top and top.place == place else _BELOW_TOP)

    def top(self) -> tuple[Place, int] | None:
        """What is at the top of the view: a place, and how many pixels it is below the top."""
        held = self._held_top()
        if held is not None:
            return held.place, held.below
        position, scrolled = self.first_position(), self.scroll_bar.value()
        place = self.reading.place_at(position)
        boxes = self.boxes(position, position + 1) if place is not None and scrolled else []
        return (place, int(boxes[0].top()) - scrolled) if place is not None and boxes else None

    def show_top(self, top: tuple[Place, int] | None) -> None:
        """Bring back what was at the top of the view; None leaves it as it is."""
        if top is not None:
            self._show_at(*top)

    def show_place(self, place: Place) -> None:
        """Bring a place to the top of the view."""
        self._show_at(place, _BELOW_TOP)

    def selected_span(self) -> Range | None:
        """What is selected, as positions in the reading text."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return None
        from_qt = self._page.utf16.from_qt
        return from_qt(cursor.selectionStart()), from_qt(cursor.selectionEnd())

    def selected_edges(self) -> tuple[QRect, QRect] | None:
        """The first and the last line of what is selected, in pixels of the view."""
        span = self.selected_span()
        if span is None:
            return None
        first, last = self.boxes(span[0], span[0] + 1), self.boxes(span[1] - 1, span[1])
        if not first or not last:
            return None
        return self.in_view.line_of(first), self.in_view.line_of(last, -1)

    @property
    def is_selection_seen(self) -> bool:
        """Whether a part of what is selected is in view."""
        edges, height = self.selected_edges(), self.viewport().height()
        return edges is not None and edges[0].top() < height and edges[1].bottom() > 0

    def caret_place(self) -> Place | None:
        """Where the caret is."""
        return self._page.place_at(self.textCursor().position())

    def meant_place(self) -> Place | None:
        """What the reader points at: under the pointer, else with the caret where it is shown, or
        assistive technology may have put it."""
        view = self.viewport()
        point = view.mapFromGlobal(QtGui.QCursor.pos())
        if view.underMouse() and view.rect().contains(point):
            place = self._under.place(self._on_page(QPointF(point)))
            if place is not None:
                return place
        is_moved = self.textCursor().position() != self._caret_at_rest
        is_meant = self.page_layout.is_caret_shown or (is_moved and self._has_listener())
        return self.caret_place() if is_meant else None

    def caret_position(self) -> int:
        """Where the caret, or the start of what is selected, is in the reading text."""
        return self._page.utf16.from_qt(self.textCursor().selectionStart())

    def margin_marks_under(self, where: QPoint) -> tuple[str, ...]:
        """The ids of the marks whose sign or bar is under a point of the screen."""
        point = QPointF(self.viewport().mapFromGlobal(where))
        return tuple(mark.id for mark in self._under.margin_marks(self._on_page(point)))

    def copy_text(self) -> None:
        """Put what is selected on the clipboard, as clean text.

        Not `copy`: QtCore.QMimeData made in Python may outlive Python on the clipboard, and crash.
        """
        span = self.selected_span()
        if span is not None:
            QtGui.QGuiApplication.clipboard().setText(_plain(self.reading, span, self.only_voice))

    def play_from_caret(self) -> bool:
        """Ask to play from where the reader put the caret, or from what is selected; False where
        the caret only lies where the page left it."""
        cursor = self.textCursor()
        if not cursor.hasSelection() and cursor.position() == self._caret_at_rest:
            return False
        self._request(self._page.place_at(cursor.selectionStart()))
        return True

    def leave_caret(self) -> None:
        """The page goes on by itself: the caret means nothing until the reader moves it."""
        self._caret_at_rest = self.textCursor().position()

    def refine(self, top: int, bottom: int) -> None:
        """Make the heights between two y exact; what is in view stays where it is."""
        self.page_layout.refine(top, bottom)
        self.refit()

    def refit(self) -> None:
        """What stands below the text has another height."""
        was_settling, self._is_settling = self._is_settling, True
        self._set_scroll_range()
        self._is_settling = was_settling

    @Slot(QRectF)
    def _q_ensureVisible(self, box: QRectF) -> None:  # noqa: N802
        """Assistive technology wants to see `box` of the page; Qt 6 calls a slot it has lost."""
        self.user_scrolled.emit()
        y, height = self.scroll_bar.value(), self.viewport().height()
        if not y <= box.top() <= box.bottom() <= y + height:
            self._settle_at(int(box.top()) - height // 3)

    # Laying out

    def _set_page(self, reading: ReadingText) -> None:
        """Take the document of a text, with a layout of its own: Qt moves none to another."""
        document, self._page = self.documents.take(reading)
        self._measure_names(reading)
        self._is_mirrored = is_right_to_left(reading.text)
        self._longest_time = clock_text(reading.end).translate(_WIDEST_DIGIT)
        document.setDefaultFont(self._style.text_font())
        document.setPageSize(self.document().pageSize())
        layout = PageLayout(document, reading, self._measure)
        layout.has_listener = self._has_listener
        self._ornaments = Ornaments(self._page, layout, self._style, self._theme)
        layout.under = self._ornaments
        layout.block_grew.connect(self._stay_below)
        if self._shown is not None:
            self.page_layout.under = None  # which knows its layout: so its text goes at once
        self.page_layout = layout
        self._under = UnderPoint(layout, self._ornaments)
        self.in_view = InView(self, layout, self._ornaments, self._under)
        self.spoken = SpokenLine(layout, self._ornaments)
        document.setDocumentLayout(layout)
        self.setDocument(document)
        before, self._shown = self._shown, document
        if before is not None:
            before.deleteLater()  # PySide leaves it to Qt, and Qt to whoever made it
        if self._is_word_held and not layout.is_blank:  # where Qt would take no click
            self._forget_word()

    def _measure_names(self, reading: ReadingText) -> bool:
        """Find the longest name; whether it is another one than before."""
        before, has_turns = self._longest_name, any(reading.block_is_voice)
        longest = max(reading.voices, key=len, default=UNNAMED if has_turns else "")
        self._longest_name = longest + GUESSED if reading.has_guesses else longest
        return self._longest_name != before

    def _forget_word(self) -> None:
        """Qt holds the word of a double click, to extend it, by its place in the text before."""
        self._is_word_held = False
        kinds, left = QEvent.Type, QtCore.Qt.MouseButton.LeftButton
        nowhere, no_keys = QPointF(-1, -1), QtCore.Qt.KeyboardModifier.NoModifier
        press = QtGui.QMouseEvent(kinds.MouseButtonPress, nowhere, nowhere, left, left, no_keys)
        super().mousePressEvent(press)
        none = QtCore.Qt.MouseButton.NoButton
        release = QtGui.QMouseEvent(kinds.MouseButtonRelease, nowhere, nowhere, left, none, no_keys)
        super().mouseReleaseEvent(release)

    def _measure(self, width: int) -> PageMetrics:
        return page_metrics(
            self._style,
            width,
            self._longest_name,
            self._longest_time,
            is_mirrored=self._is_mirrored,
        )

    def _relayout_all(self) -> None:
        self._is_settling = True
        self.page_layout.forget_measure()
        self.document().setDefaultFont(self._style.text_font())
        self.page_layout.documentChanged(0, 0, 0)
        self._is_settling = False

    def _anchor(self) -> LineAnchor | None:
        """The first line in view."""
        return anchor_at(self.page_layout, self.scroll_bar.value())

    def _restore(self, anchor: LineAnchor | None) -> None:
        self._settle_at(y_of(self.page_layout, START if anchor is None else anchor))

    def _settle_at(self, y: int) -> None:
        self._is_settling = True
        if self.page_layout.metrics is not None:
            self.page_layout.refine(y, y + self.viewport().height())
        self._set_scroll_range()
        self.scroll_bar.setValue(y)
        self._is_settling = False
        self.viewport().update()

    def _show_at(self, place: Place, below: int) -> None:
        found = self._page.within(place.cue, place.offset, 1)
        if found is not None:
            self._settle_on(found, below)
            self._top = _Top(place, below, self.scroll_bar.value())

    def _held_top(self) -> _Top | None:
        """The place brought to the top, if nobody has scrolled since."""
        top = self._top
        return top if top is not None and top.scrolled == self.scroll_bar.value() else None

    def _settle_on(self, shown: Range, below: int) -> None:
        """Bring a range of the document to so many pixels below the top of the view."""
        for _ in range(2):  # by the first time, what is above it has become exact
            boxes = self._ornaments.boxes(*shown)
            if boxes:
                self._settle_at(int(boxes[0].top()) - below)

    def _stay_below(self, number: int, grown: int) -> None:
        """A block was laid out for a place elsewhere; what is in view stays where it is."""
        layout, y = self.page_layout, self.scroll_bar.value()
        if self._is_settling or layout.top(number + 1) - grown > y:
            return
        top = self._held_top()
        self._is_settling = self._is_staying = True
        self._set_scroll_range()
        self.scroll_bar.setValue(y + grown)
        self._is_settling = self._is_staying = False
        if top is not None:
            self._top = top._replace(scrolled=self.scroll_bar.value())

    def _set_scroll_range(self) -> None:
        height = self.viewport().height()
        self.page_layout.view_height = height
        total = int(self.page_layout.documentSize().height())
        self.scroll_bar.setRange(0, max(0, total - height))
        self.scroll_bar.setPageStep(height)
        if self.page_layout.metrics is not None:
            self.scroll_bar.setSingleStep(self.page_layout.page.pitch)

    def _show_hits_on_scroll_bar(self) -> None:
        layout = self.page_layout
        blocks = dict.fromkeys(
            self._page.block_of(start) for start, _ in self._ornaments.hits.spans
        )
        total = max(1, int(layout.documentSize().height()))
        self.scroll_bar.set_marks([layout.top(block) / total for block in blocks])

    def _show_kept_on_scroll_bar(self) -> None:
        layout, colours = self.page_layout, (self._theme.quiet, *self._theme.mark_bars)
        if layout.metrics is None:
            return
        total = max(1, int(layout.documentSize().height()))
        self.scroll_bar.set_kept(
            (layout.top(block) / total, colours[placed.mark.colour])
            for block, found in self._ornaments.kept.marks.by_block.items()
            for placed in found
        )

    def _blocks_of(self, ranges: Iterable[Range]) -> set[int]:
        return {self._page.block_of(start) for start, _ in ranges}

    def _repaint(self, region: QtGui.QRegion) -> None:
        """Repaint this part of the view, and nothing else."""
        if not region.isEmpty():
            self.viewport().update(region)

    # Qt's events

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        """Keep the text where it is, also where something is put above the page."""
        top = self._held_top()
        anchor = self._anchor() if top is None and self.isVisible() else None
        self._is_settling = True
        super().resizeEvent(event)
        self._is_settling = False
        lower = self._moved_by(event)
        if top is not None:
            self._show_at(top.place, top.below - lower)
            return
        if anchor is not None:
            self._restore(anchor)
        self._settle_at(self.scroll_bar.value() + lower)

    def _moved_by(self, event: QtGui.QResizeEvent) -> int:
        """How much lower in the window this begins; 0 where it changed its width as well."""
        before, self._above = self._above, self.mapTo(self.window(), QPoint(0, 0)).y()
        is_same_width = event.size().width() == event.oldSize().width()
        return self._above - before if is_same_width and self.isVisible() else 0

    def showEvent(self, event: QtGui.QShowEvent) -> None:
        """Qt brings the caret into view, the first time; a place that was to be shown stays."""
        top = self._held_top()
        super().showEvent(event)
        if top is not None:
            self._show_at(top.place, top.below)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Make what comes into view exact, without letting the text jump."""
        if self._is_staying:
            return
        super().scrollContentsBy(dx, dy)
        self.view_moved.emit()
        layout = self.page_layout
        if self._is_settling or layout.is_blank:
            return
        y = self.scroll_bar.value()
        number = layout.block_at(y)
        within, before = y - layout.top(number), layout.heights[number]
        if layout.refine(y, y + self.viewport().height()):
            self._is_settling = True
            self._set_scroll_range()
            # Scrolling up, a block comes in by its bottom edge: that edge stays.
            grown = layout.heights[number] - before if dy > 0 else 0
            self.scroll_bar.setValue(layout.top(number) + within + grown)
            self._is_settling = False
            self.viewport().update()

    def createMimeDataFromSelection(self) -> QtCore.QMimeData:
        """What is dragged is clean text, without the names."""
        data, span = QtCore.QMimeData(), self.selected_span()
        if span is not None:
            data.setText(_plain(self.reading, span, self.only_voice))
        return data

    def event(self, event: QEvent) -> bool:
        """Leave the player's keys to the player, also where a text would take them."""
        if isinstance(event, QtGui.QKeyEvent) and _is_for_player(event):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        """Keys that scroll are the reader's own scrolling."""
        if event.matches(QtGui.QKeySequence.StandardKey.Copy):
            self.copy_text()
            return
        if _is_one_of(("Escape",), event) and self.textCursor().hasSelection():
            self.escape_pressed.emit()
            return
        if _is_one_of(_SCROLL_KEYS + _PLAYER_KEYS, event):
            self._show_caret(is_shown=True)
            self._bring_caret_into_view()  # it goes on from what is read, wherever it was left
        if _is_one_of(_SCROLL_KEYS, event):
            self.user_scrolled.emit()
        is_shifted = bool(event.modifiers() & QtCore.Qt.KeyboardModifier.ShiftModifier)
        if is_shifted and _is_one_of(_SCROLL_KEYS + _PLAYER_KEYS, event):
            self.user_selected.emit()
        if event.matches(QtGui.QKeySequence.StandardKey.SelectAll):
            self.user_selected.emit()
        super().keyPressEvent(event)
        # Qt brings the line to the edge, without the page's margin and what stands at its foot.
        if event.matches(QtGui.QKeySequence.StandardKey.MoveToStartOfDocument):
            self.scroll_bar.setValue(0)
        elif event.matches(QtGui.QKeySequence.StandardKey.MoveToEndOfDocument):
            self.scroll_bar.setValue(self.scroll_bar.maximum())
        if _is_one_of(_SCROLL_KEYS + _PLAYER_KEYS, event):
            self.caret_moved.emit()

    def inputMethodEvent(self, event: QtGui.QInputMethodEvent) -> None:
        """Take no text: Qt's widget writes it over a selection, though it is read-only."""
        event.ignore()

    def wheelEvent(self, event: QtGui.QWheelEvent) -> None:
        """With Ctrl it zooms, else it scrolls."""
        if event.modifiers() & QtCore.Qt.KeyboardModifier.ControlModifier:
            self._zoom_by(event.angleDelta().y())
            event.accept()
            return
        if event.angleDelta().y() or event.pixelDelta().y():
            self.user_scrolled.emit()
        super().wheelEvent(event)

    def _zoom_by(self, turn: int) -> None:
        """A step for each notch of a mouse; a touchpad sends one in many small parts."""
        if turn * self._turned < 0:
            self._turned = 0
        self._turned += turn
        steps = int(self._turned / _NOTCH)
        if steps:
            self._turned -= steps * _NOTCH
            self.zoom_requested.emit(steps)

    def mousePressEvent(self, event: QtGui.QMouseEvent) -> None:
        """Remember where a click began."""
        self._press = (
            event.position() if event.button() == QtCore.Qt.MouseButton.LeftButton else None
        )
        self._had_selection = self.textCursor().hasSelection()
        self._show_caret(is_shown=False)
        is_longer = event.modifiers() & QtCore.Qt.KeyboardModifier.ShiftModifier
        if self._press is not None and self._had_selection and not is_longer:
            # Else Qt would drag the text: it takes every key until it hears that the button is up.
            cursor = self.textCursor()
            cursor.clearSelection()
            self.setTextCursor(cursor)
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QtGui.QMouseEvent) -> None:
        """A click plays from there, unless it only ended or cleared a selection."""
        super().mouseReleaseEvent(event)
        if self.textCursor().hasSelection():
            self._select_whole_words(event)
            self.user_selected.emit()
        elif self._is_click(event) and not self._had_selection:
            self._clicked(event)
        self._press = None

    def mouseDoubleClickEvent(self, event: QtGui.QMouseEvent) -> None:
        """Select a word; the first click of the two was not meant to play."""
        if self._has_asked:
            self._has_asked = False
            self.place_taken_back.emit()
        self._press = None
        super().mouseDoubleClickEvent(event)
        self._is_word_held = True
        self._select_whole_words(event)
        self.user_selected.emit()

    def mouseMoveEvent(self, event: QtGui.QMouseEvent) -> None:
        """Show that a time can be clicked."""
        super().mouseMoveEvent(event)
        point = event.position()
        if self._is_word_pointed and self._under.corrected(self._on_page(point)) is None:
            self._is_word_pointed = False
            self.corrected_left.emit()
        self._point_at_turn(self._on_page(point).y())
        is_sign = self._under.is_sign(self._on_page(point))
        shape = (
            QtCore.Qt.CursorShape.PointingHandCursor
            if is_sign
            else QtCore.Qt.CursorShape.IBeamCursor
        )
        if self.viewport().cursor().shape() != shape:
            self.viewport().setCursor(shape)

    def _point_at_turn(self, y: float) -> None:
        """Only guesses want to know of it."""
        name = self._under.turn(y) if self.reading.has_guesses else None
        if name is not None and name != self._pointed_name:
            self.turn_pointed.emit(self.turn_place(name))
        self._pointed_name = name

    def contextMenuEvent(self, event: QtGui.QContextMenuEvent) -> None:
        """Ask for a menu; from the keyboard, for the place of the caret."""
        if event.reason() == QtGui.QContextMenuEvent.Reason.Mouse:
            pin = self._under.pin(self._on_page(QPointF(event.pos())))
            if pin is not None:
                self.pin_requested.emit(pin.id, event.globalPos())
                return
            place = self._under.place(self._on_page(QPointF(event.pos())))
        else:
            place = self.caret_place()
        self.menu_requested.emit(place, event.globalPos())

    def viewportEvent(self, event: QEvent) -> bool:
        """Tooltips: the notes on what was kept, what a click on a time does."""
        if isinstance(event, QtGui.QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            place = self._under.corrected(self._on_page(QPointF(event.pos())))
            if place is not None:
                self._is_word_pointed = True
                self.corrected_pointed.emit(place)
                return True
            QtWidgets.QToolTip.showText(
                event.globalPos(), self._tip(QPointF(event.pos())), self.viewport()
            )
            return True
        return super().viewportEvent(event)

    def focusInEvent(self, event: QtGui.QFocusEvent) -> None:
        """A caret that was never set starts where the reader is, not at the first line."""
        super().focusInEvent(event)
        if event.reason() in (
            QtCore.Qt.FocusReason.TabFocusReason,
            QtCore.Qt.FocusReason.BacktabFocusReason,
        ):
            self._show_caret(is_shown=True)
            self._bring_caret_into_view()

    # Clicks

    def _select_whole_words(self, event: QtGui.QMouseEvent) -> None:
        """With Alt it stays as it was drawn, to the letter."""
        span = self.selected_span()
        is_to_the_letter = event.modifiers() & QtCore.Qt.KeyboardModifier.AltModifier
        is_by_mouse = event.button() == QtCore.Qt.MouseButton.LeftButton
        if span is None or is_to_the_letter or not is_by_mouse:
            return
        from ui.reading.transcript_pane.whole_words import whole_words  # not for the first frame

        start, end = whole_words(self.reading, span)
        if (start, end) != span:
            cursor = self.textCursor()
            is_backward = cursor.position() < cursor.anchor()
            self.select(*((end, start) if is_backward else (start, end)))

    def _show_caret(self, *, is_shown: bool) -> None:
        """A caret is of use to those who read with the keyboard, and in the way of all others."""
        if self.page_layout.is_caret_shown != is_shown:
            self.page_layout.is_caret_shown = is_shown
            self.viewport().update()

    def _bring_caret_into_view(self) -> None:
        cursor, anchor = self.textCursor(), self._anchor()
        if anchor is None or cursor.hasSelection():
            return
        rectangle = self.cursorRect(cursor)
        if not self.viewport().rect().intersects(rectangle):
            start, _ = self._page.block_span(anchor.block)
            moved = QTextCursor(self.document())
            moved.setPosition(start + anchor.character)
            y = self.scroll_bar.value()
            self.setTextCursor(moved)
            self.leave_caret()
            self._settle_at(y)

    def _is_click(self, event: QtGui.QMouseEvent) -> bool:
        return (
            event.button() == QtCore.Qt.MouseButton.LeftButton
            and self._press is not None
            and (event.position() - self._press).manhattanLength()
            < QtWidgets.QApplication.startDragDistance()
            and not event.modifiers() & QtCore.Qt.KeyboardModifier.ShiftModifier
        )

    def _clicked(self, event: QtGui.QMouseEvent) -> None:
        point = self._on_page(event.position())
        if (pin := self._under.pin(point)) is not None:
            self.pin_requested.emit(pin.id, event.globalPosition().toPoint())
        elif marks := self._under.margin_marks(point):
            self._request_mark([mark.id for mark in marks])
        elif (number := self._under.time(point)) is not None:
            start, _ = self._page.block_span(number)
            self._request(self._page.place_at(start))
        elif (name := self._under.name(point)) is not None:
            self.voice_requested.emit(self.turn_place(name))
        elif (
            self.is_click_to_play or event.modifiers() & QtCore.Qt.KeyboardModifier.ControlModifier
        ):
            self.leave_caret()
            self._request(self._under.place(point))

    def _request_mark(self, ids: list[str]) -> None:
        """Clicked again and again, a sign shows all its marks in turn."""
        before = ids.index(self._asked_mark) if self._asked_mark in ids else -1
        self._asked_mark = ids[(before + 1) % len(ids)]
        self.mark_requested.emit(self._asked_mark)

    def _request(self, place: Place | None) -> None:
        if place is not None:
            self._has_asked = True
            self.leave_caret()
            self.place_requested.emit(place)

    def _tip(self, point: QPointF) -> str:
        from ui.reading.transcript_pane.page_tips import tip_at  # not for the first frame

        return tip_at(self._under, self._page, self._on_page(point))

    def turn_place(self, name: int) -> Place | None:
        """The first words under the name that is this block."""
        start, _ = self._page.block_span(min(name + 1, self.reading.block_count - 1))
        return self._page.place_at(start)

    def _on_page(self, point: QPointF) -> QPointF:
        """Where on the page a point of the view is."""
        return point + QPointF(0, self.scroll_bar.value())


def _viewport(view: QTextEdit) -> QWidget:
    """What QTextEdit makes for itself.

    But where Qt made a widget, PySide first looks through every kind that it may be: 15 ms.
    """
    viewport = QWidget(view)
    viewport.setObjectName("qt_scrollarea_viewport")
    viewport.setBackgroundRole(QPalette.ColorRole.Base)
    viewport.setAutoFillBackground(True)
    viewport.setAcceptDrops(True)
    viewport.setMouseTracking(True)
    return viewport


def _plain(reading: ReadingText, span: Range, only: str | None) -> str:
    from reader.transcript import quoting  # its Markdown takes 4 ms, and nobody copies at the start

    return quoting.plain(reading, *span, only)


def _is_for_player(event: QtGui.QKeyEvent) -> bool:
    is_question = event.type() == QEvent.Type.ShortcutOverride
    return is_question and _is_one_of(_PLAYER_KEYS, event) and not event.modifiers()


def _is_one_of(names: tuple[str, ...], event: QtGui.QKeyEvent) -> bool:
    return event.key() in _keys(names)


@cache
def _keys(names: tuple[str, ...]) -> frozenset[int]:
    return frozenset(QtCore.Qt.Key[f"Key_{name}"] for name in names)
