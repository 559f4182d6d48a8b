"""The page with the transcript: the pane, finding in it, and the way back to the line."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton, QStackedLayout, QVBoxLayout, QWidget

from reader.transcript.model import Transcript
from reader.transcript.reading_text import Place, ReadingText
from reader.transcript.script import Script
from ui.appearance.appearance import Appearance
from ui.reading.results_bar import ResultsBar
from ui.reading.search_bar import SearchBar
from ui.reading.transcript_pane.back_button import BackButton
from ui.reading.transcript_pane.finder import Finder
from ui.reading.transcript_pane.follow import Follow
from ui.reading.transcript_pane.page_style import PageStyle
from ui.reading.transcript_pane.transcript_pane import TranscriptPane
from ui.reading.transcript_pane.whole_words import whole_words
from ui.widgets.announcement import announce
from ui.widgets.focus import ShortcutGuard

_SCROLL_REST = 400  # ms without scrolling after which the place is emitted


class ReadingPage(QWidget):
    """Shows a script, follows it, finds in it; asks to play from a place or a time."""

    place_requested = Signal(object)  # Place
    place_taken_back = Signal()
    transcript_requested = Signal()
    scrolled_to = Signal(int)  # position in the reading text
    copied = Signal(str)  # the kind, as for `copy`
    selection_changed = Signal(bool)  # whether text is selected

    def __init__(
        self,
        appearance: Appearance,
        pane: TranscriptPane | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.pane = pane or TranscriptPane()
        top = self.pane.top()
        self.pane.settle_in()
        self.search_bar = SearchBar(appearance.icons)
        self.results_bar = ResultsBar(appearance.icons)
        self.follow = Follow(self.pane)
        self.back_button = BackButton(self.pane.viewport())
        self._finder = Finder(self.pane.reading)
        self._source: Transcript | None = None
        self._is_word_marked = True
        self._is_asking = False
        self._found: tuple[int, int] | None = None  # what finding selected
        self._scroll_rest = QTimer(self, interval=_SCROLL_REST, singleShot=True)
        self._lay_out()
        self._connect()
        self.set_look(appearance)
        self.pane.show_top(top)  # where it comes into this page, Qt scrolls to its caret

    def _lay_out(self) -> None:
        self._without = _WithoutTranscript()
        self._stack = QStackedLayout()
        self._stack.addWidget(self.pane)
        self._stack.addWidget(self._without)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.results_bar)
        column.addWidget(self.search_bar)
        column.addLayout(self._stack, 1)

    def _connect(self) -> None:
        self.pane.place_requested.connect(self._asked_for)
        self.pane.place_taken_back.connect(self.place_taken_back)
        self.pane.selectionChanged.connect(self._report_selection)
        self.pane.user_selected.connect(self._take_selection)
        # Not `start` itself: it would take the value for its interval.
        self.pane.scroll_bar.valueChanged.connect(lambda _: self._scroll_rest.start())
        self.pane.scroll_bar.valueChanged.connect(self._offer_way_back)
        self._scroll_rest.timeout.connect(self._report_scroll)
        self.follow.changed.connect(self._offer_way_back)
        self.follow.changed.connect(self._leave_caret)
        self.follow.arrived.connect(self._end_unseen_selection)
        self.back_button.clicked.connect(self._return)
        self._without.choose_requested.connect(self.transcript_requested)
        self.search_bar.phrase_changed.connect(self._find)
        self.search_bar.next_requested.connect(self.find_next)
        self.search_bar.previous_requested.connect(self.find_previous)
        self.search_bar.play_requested.connect(self.play_hit)
        self.search_bar.closed.connect(self._end_find)
        self.results_bar.closed.connect(self._end_results)

    # What is shown

    def show_script(self, script: Script, position: int = 0) -> None:
        """Read another script from a position in its reading text on; one whose beginning is on
        show, from where the reader is."""
        beginning = self.pane.reading if self.is_beginning else None
        goes_on = beginning is not None and script.reading.goes_on_from(beginning)
        top = self.pane.top() if goes_on else None
        self._source = script.source
        self._show_text(script.reading)
        if script.reading.block_count:
            self._stack.setCurrentWidget(self.pane)
        else:
            self._without.set_empty(script.path.name)
            self._stack.setCurrentWidget(self._without)
        if top is not None:
            self.pane.show_top(top)
        else:
            self.pane.show_from(position)
        if self.search_bar.isVisible():
            self.search_bar.open_with("")

    @property
    def is_beginning(self) -> bool:
        """Whether the first frame's text is on show, and no script yet."""
        return self._source is None and len(self.pane.reading) > 0

    def show_changed_script(self, script: Script) -> None:
        """Read the open episode in another script of it, from where the reader is."""
        if script.reading is self.pane.reading or script.reading.has_text_of(self.pane.reading):
            self._source = script.source
            self.pane.show_times(script.reading)
            return
        if script.reading.is_rewritten_from(self.pane.reading):
            self._show_rewritten(script)
            return
        is_same_file = script.source is self._source
        top = self.pane.top() if is_same_file else None
        place, is_following = self._place_in(script), self.follow.is_on
        self.show_script(script)
        if top is not None:
            self.pane.show_top(top)
        elif place is not None:
            self.pane.show_place(place)
        if place is not None and not is_following:
            self.follow.stop()

    def _show_rewritten(self, script: Script) -> None:
        self._source = script.source
        self.pane.show_rewritten(script.reading)
        self._finder, self._found = Finder(script.reading), None
        if self.search_bar.isVisible():
            self._find_again()
        self._keep_in_view()

    def _find_again(self) -> None:
        """What is looked for, in the words as they are now; the page stays where it is."""
        finder = self._finder
        is_case_kept, are_accents_kept = self.search_bar.matching
        finder.find(
            self.search_bar.phrase,
            is_case_kept=is_case_kept,
            are_accents_kept=are_accents_kept,
            near=self.pane.first_position(),
        )
        self.pane.set_hits(finder.hits, finder.number if finder.hit else None)
        self.search_bar.set_count(finder.number + 1, len(finder.hits))

    def _place_in(self, script: Script) -> Place | None:
        """Where the top of the page lies in another script: the same words, else the same time."""
        reading = self.pane.reading
        place = reading.place_at(self.pane.first_position())
        if place is None or script.source is self._source:
            return place
        time = reading.transcript.cues[place.cue].start
        cue = script.timeline.cue_at_or_before(time) if time is not None else None
        return None if cue is None else Place(cue, 0)

    def show_nothing(self, name: str = "") -> None:
        """There is no transcript, of the recording with this name."""
        self._source = None
        self._show_text(ReadingText(Transcript(())))
        self._without.set_name(name)
        self._stack.setCurrentWidget(self._without)

    def focus_text(self) -> None:
        """Put the keyboard on what is read; without a text no button has it, but the player."""
        (self._without if self._without.isVisibleTo(self) else self.pane).setFocus()

    def set_look(self, appearance: Appearance) -> None:
        """Take on other colours and icons."""
        self.pane.set_theme(appearance.theme)
        self.search_bar.set_icons(appearance.icons)
        self.results_bar.set_icons(appearance.icons)
        self.back_button.set_icons(
            appearance.icons.icon("arrow-up"), appearance.icons.icon("arrow-down")
        )

    def set_page_style(self, style: PageStyle) -> None:
        """Set the page in other type."""
        self.pane.set_page_style(style)
        self.follow.keep()

    def set_word_marked(self, is_marked: bool) -> None:
        """Whether the word being spoken is marked inside its line."""
        self._is_word_marked = is_marked
        if not is_marked:
            self.pane.set_word(0)

    def set_current(self, cues: tuple[int, ...]) -> None:
        """These cues are being spoken."""
        self.pane.set_current(cues)
        self._keep_in_view()

    def set_resting(self, cue: int | None) -> None:
        """Nothing is spoken, as in an advert, until the text goes on after this cue."""
        self.pane.spoken.resting = cue
        self._offer_way_back()

    def set_word(self, cue: int, offset: int, length: int) -> None:
        """This word is being spoken; a length of 0: none."""
        if self._is_word_marked:
            self.pane.set_word(cue, offset, length)
        if length:
            self.pane.set_spoken(Place(cue, offset))
            if self.pane.spoken.is_tall:
                self._keep_in_view()

    def show_line(self, cue: int) -> None:
        """Bring a line into view, if it is shown at all."""
        position = self.pane.reading.position_of(Place(cue, 0))
        if position is not None:
            self.pane.show_position(position)

    def show_reading_place(self, position: int) -> None:
        """Bring a position of the reading text to the top, as it was left."""
        if position > 0:
            self.follow.rest()
            self.pane.show_from(position)
            if self.follow.direction():
                self.follow.stop()

    # Selecting and copying

    def selected_span(self) -> tuple[int, int] | None:
        """What is selected, as positions in the reading text."""
        return self.pane.selected_span()

    def selected_words(self) -> tuple[int, int] | None:
        """The same, with all of the words that it cuts."""
        span = self.pane.selected_span()
        return None if span is None else whole_words(self.pane.reading, span)

    def chosen_span(self) -> tuple[int, int] | None:
        """What the listener selected; what finding selected was chosen by nobody."""
        span = self.pane.selected_span()
        return None if span == self._found else span

    def copy(
        self, kind: str, title: str = "", origin: str = "", span: tuple[int, int] | None = None
    ) -> None:
        """Put a span, or what is selected, on the clipboard: "plain", "with times" or "quote".

        `origin` names the show and the date of a quote. While one voice alone is shown, it is what
        that one says.
        """
        span = span or self.pane.selected_span()
        if span is None:
            return
        from reader.transcript import quoting

        reading, only = self.pane.reading, self.pane.only_voice
        text = {
            "plain": lambda: quoting.plain(reading, *span, only),
            "with times": lambda: quoting.with_times_and_voices(reading, *span, only),
            "quote": lambda: quoting.markdown_quote(reading, *span, title, origin, only=only),
        }[kind]()
        QGuiApplication.clipboard().setText(text)
        self.copied.emit(kind)

    def announce_line(self) -> None:
        """Have assistive technology say the current line."""
        lead = self.pane.spoken.lead
        text = self.pane.reading.transcript.cues[lead].text if lead is not None else ""
        announce(self.pane, text or self.tr("No line is being spoken."), is_urgent=True)

    # Finding

    def show_found(self, spans: Sequence[tuple[int, int]], hit: int | None) -> None:
        """Mark what a search of the library found here, and bring one of it into view, selected:
        Enter plays from it."""
        self.pane.set_hits(spans, hit)
        if hit is not None:
            self.follow.stop()
            self.pane.show_position(spans[hit][0])
            self._found = spans[hit]
            self.pane.select(*spans[hit])

    def open_find(self) -> None:
        """Show the search bar, with what is selected."""
        self.results_bar.close_bar()
        span = self.pane.selected_span()
        text = self.pane.reading.text[slice(*span)] if span else ""
        self.search_bar.open_with(text)

    def find_next(self) -> None:
        """Show the next hit."""
        self._step(1)

    def find_previous(self) -> None:
        """Show the hit before."""
        self._step(-1)

    def play_hit(self) -> None:
        """Play from the hit on show."""
        place = self.pane.reading.place_at(self._finder.hit[0]) if self._finder.hit else None
        if place is not None:
            self._asked_for(place)

    def _show_text(self, reading: ReadingText) -> None:
        if reading is not self.pane.reading:
            self.pane.show_text(reading)
        self._finder, self._found = Finder(reading), None
        if not self.follow.is_on:
            self.follow.start()
        self._offer_way_back()

    def _find(self, phrase: str, is_case_kept: bool, are_accents_kept: bool) -> None:
        first = self.pane.first_position() if self._finder.hit is None else self._finder.hit[0]
        self._finder.find(
            phrase, is_case_kept=is_case_kept, are_accents_kept=are_accents_kept, near=first
        )
        self._show_hit()

    def _step(self, by: int) -> None:
        if self.results_bar.isVisible():
            self.results_bar.step_requested.emit(by)
            return
        if not self.search_bar.isVisible():
            self.open_find()
            return
        self._finder.step(by)
        self._show_hit()

    def _show_hit(self) -> None:
        finder = self._finder
        if finder.hit is not None:
            self.follow.stop()
            self.pane.show_position(finder.hit[0])
        self.pane.set_hits(finder.hits, finder.number if finder.hit else None)
        self.search_bar.set_count(finder.number + 1, len(finder.hits))

    def _end_results(self) -> None:
        self.pane.set_hits(())
        self.pane.setFocus(Qt.FocusReason.OtherFocusReason)

    def _end_find(self) -> None:
        self.pane.set_hits(())
        hit = self._finder.hit
        self._finder = Finder(self.pane.reading)
        if hit is not None:
            self._found = hit
            self.pane.select(*hit)
        self.pane.setFocus(Qt.FocusReason.OtherFocusReason)

    # Its own work

    def _asked_for(self, place: Place) -> None:
        """The page stays: it must not move under the second click of two."""
        self._is_asking = True
        self.place_requested.emit(place)
        self._is_asking = False
        self.follow.go_on()

    def _leave_caret(self, is_following: bool) -> None:
        if is_following:
            self.pane.leave_caret()

    def _keep_in_view(self) -> None:
        if not self._is_asking:
            self.follow.keep()
        self._offer_way_back()

    def _return(self) -> None:
        self.pane.setFocus(Qt.FocusReason.OtherFocusReason)  # before the button goes
        self.follow.start()

    def _offer_way_back(self) -> None:
        if not self.follow.is_away:
            if self.back_button.hasFocus():
                self.pane.setFocus(Qt.FocusReason.OtherFocusReason)
            self.back_button.hide()
        else:
            self.back_button.offer(self.pane.spoken.start() or 0, self.follow.direction())

    def _report_scroll(self) -> None:
        self.scrolled_to.emit(self.pane.first_position())

    def _take_selection(self) -> None:
        """It is the listener's own, also of what was found."""
        if self._found is not None:
            self._found = None
            self._report_selection()

    def _end_unseen_selection(self) -> None:
        """The page went on without it: nobody who looks at it means what is selected elsewhere."""
        span = self.pane.selected_span()
        if span is not None and not self.pane.is_selection_seen:
            self.pane.select(span[1], span[1])

    def _report_selection(self) -> None:
        is_selected = self.pane.textCursor().hasSelection()
        if not is_selected:
            self._found = None
        self.selection_changed.emit(is_selected)


class _WithoutTranscript(QWidget):
    """Stands in the page's place while a recording has no transcript."""

    choose_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._label = QLabel(wordWrap=True, alignment=Qt.AlignmentFlag.AlignCenter)
        self._button = QPushButton(self.tr("Choose Transcript…"))
        self._button.setToolTip(self.tr("Choose the text of this recording (Ctrl+Shift+T)"))
        self._button.clicked.connect(self.choose_requested)
        ShortcutGuard(self._button)
        column = QVBoxLayout(self)
        column.addStretch(2)
        column.addWidget(self._label)
        column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignCenter)
        column.addStretch(3)

    def set_name(self, name: str) -> None:
        """Name the recording."""
        self._say(
            self.tr("“{0}” has no transcript beside it.\nIt plays all the same.").format(name)
        )

    def set_empty(self, name: str) -> None:
        """Name the transcript, in which there is nothing to read."""
        text = self.tr("There are no words in “{0}”.\nPerhaps another file has the text.")
        self._say(text.format(name))

    def _say(self, text: str) -> None:
        self._label.setText(text)
        self.setAccessibleName(text)
