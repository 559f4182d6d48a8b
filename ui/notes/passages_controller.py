"""Where notes lie: moves, splits and resizes passages, and places what has no place."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QMenu

from reader.notes.kept import Kept, Span
from reader.notes.notebook import Notebook
from reader.session.reading_session import ReadingSession
from reader.transcript.reading_text import Place
from ui.appearance.appearance import Appearance
from ui.notes.note_menu import NoteLook, NoteMenu
from ui.notes.note_requests import Edge
from ui.notes.notes_model import quote_of
from ui.notes.notes_panel import NotesPanel
from ui.notes.passage_menu import PassageMenu
from ui.notes.unplaced_tray import Unplaced
from ui.reading.reading_page import ReadingPage
from ui.widgets.shortened import shortened

_TITLE = 40  # characters of a menu's title


class PassagesController(QObject):
    """All wires between the words in the text and the notes that stand for them."""

    refused = Signal(str, str)  # what could not be done, and what to do first
    highlight_requested = Signal(object, int)  # Span, colour; 0 bookmarks it
    note_requested = Signal(object)  # Span

    def __init__(
        self,
        session: ReadingSession,
        notebook: Notebook,
        page: ReadingPage,
        panel: NotesPanel,
        appearance: Appearance,
    ) -> None:
        super().__init__(page)
        self._session, self._notebook, self._appearance = session, notebook, appearance
        self._page, self._panel = page, panel
        panel.requests.merge.connect(lambda ids: notebook.merge(*ids))
        panel.requests.split.connect(self._split)
        panel.requests.move.connect(self._move)
        panel.requests.resize.connect(self._resize)
        panel.take_words_requested.connect(notebook.take_words)
        panel.tray.accept_requested.connect(notebook.accept_guess)
        panel.tray.place_requested.connect(self._move)
        panel.tray.show_requested.connect(self._show_guess)

    def show(self, kept: tuple[Kept, ...]) -> None:
        """Offer guesses for what has no place, and new words where there are some."""
        self._panel.set_unplaced([self._unplaced(each) for each in kept if each.is_unplaced])
        self._panel.set_reworded(sum(each.is_reworded for each in kept))

    def add_actions(self, menu: QMenu, where: QPoint, place: Place | None) -> None:
        """Offer what can be done with the mark at a point of the screen, or at a place; else with
        what is selected, or the sentence there."""
        is_selected = self._page.selected_span() is not None
        if is_selected or not self._marked(where, place):
            self._add_passage_actions(menu, place)
        self.add_mark_actions(menu, where, place, is_apart=is_selected)

    def add_mark_actions(
        self, menu: QMenu, where: QPoint, place: Place | None, *, is_apart: bool = False
    ) -> None:
        """Offer what can be done with the marks at a point of the screen, or at a place."""
        found = self._marked(where, place)
        for kept in found:
            is_alone = len(found) == 1 and not is_apart
            submenu = menu if is_alone else menu.addMenu(_title(kept))
            NoteMenu(submenu, [kept.annotation], self._panel.requests, self._look)
        if found:
            menu.addSeparator()

    def _add_passage_actions(self, menu: QMenu, place: Place | None) -> None:
        selected = self._page.selected_span()
        span = selected or self._sentence_at(place)
        if span is None:
            return
        PassageMenu(
            menu,
            self._look,
            lambda colour: self.highlight_requested.emit(span, colour),
            lambda: self.note_requested.emit(span),
            is_selected=selected is not None,
        )
        if selected is None:
            copy = menu.addAction(self.tr("&Copy"))
            copy.triggered.connect(lambda _=False: self._page.copy("plain", span=span))

    def _sentence_at(self, place: Place | None) -> Span | None:
        position = self._page.pane.reading.position_of(place) if place is not None else None
        return None if position is None else self._notebook.sentence_at(position)

    @property
    def _look(self) -> NoteLook:
        ratio = self._panel.devicePixelRatioF()
        return NoteLook(self._panel.colour_name, self._appearance.theme, ratio)

    def _marked(self, where: QPoint, place: Place | None) -> list[Kept]:
        """In the margin or in the text; by the keyboard, where the caret is."""
        ids = self._page.pane.margin_marks_under(where)
        if ids or place is None:
            return [kept for kept in map(self._notebook.find, ids) if kept is not None]
        position = self._page.pane.reading.position_of(place)
        return [] if position is None else list(self._notebook.touching(position))

    def _split(self, annotation_id: str) -> None:
        """Where the caret is in it, else after its first sentence."""
        if not self._notebook.split(annotation_id, self._page.pane.caret_position()):
            self.refused.emit(
                self.tr("Not split"),
                self.tr("It is one sentence. Put the caret where it is to be split."),
            )

    def _move(self, annotation_id: str) -> None:
        span = self._page.selected_span()
        if span is not None:
            self._notebook.move(annotation_id, span)
        else:
            self.refused.emit(
                self.tr("Not moved"),
                self.tr("First select the words in the transcript that it is to stand for."),
            )

    def _resize(self, annotation_id: str, edge: Edge) -> None:
        {
            Edge.START_EARLIER: self._notebook.grow_start,
            Edge.START_LATER: self._notebook.shrink_start,
            Edge.END_EARLIER: self._notebook.shrink,
            Edge.END_LATER: self._notebook.grow,
        }[edge](annotation_id)

    def _unplaced(self, kept: Kept) -> Unplaced:
        guess, script = kept.guess or (0, 0), self._session.script
        words = script.reading.text[slice(*guess)] if script else ""
        return Unplaced(kept.annotation.id, quote_of(kept.annotation), words)

    def _show_guess(self, annotation_id: str) -> None:
        found = self._notebook.find(annotation_id)
        if found is not None and found.guess is not None:
            self._page.follow.stop()
            self._page.pane.show_position(found.guess[0])
            self._page.pane.select(*found.guess)


def _title(kept: Kept) -> str:
    """A few of its words, for a menu."""
    return shortened(quote_of(kept.annotation), _TITLE).replace("&", "&&")
