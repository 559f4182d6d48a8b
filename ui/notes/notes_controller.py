"""Keeping while listening: connects the notebook with page, panel, toast and note dialog."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from reader import settings as prefs
from reader.annotation import COLOURS, Annotation
from reader.episode import Episode
from reader.notes.kept import Kept, Span
from reader.notes.note_drafts import NoteDrafts
from reader.notes.notebook import Notebook
from reader.playback.passage_queue import PassageQueue
from reader.session.reading_session import ReadingSession
from reader.time_text import clock_text
from ui.actions import Actions
from ui.appearance.appearance import Appearance
from ui.notes.note_reports import NoteReports
from ui.notes.note_writer import NoteWriter
from ui.notes.notes_model import quote_of
from ui.notes.notes_panel import NotesPanel
from ui.notes.passages_controller import PassagesController
from ui.notes.selection_bar import SelectionBar
from ui.notes.toast import Toast
from ui.player.seek_marks import SeekMark
from ui.reading.reading_page import ReadingPage
from ui.reading.transcript_pane.marks import Mark

_MOMENT = 5_000  # ms that are played of a bookmark without words


class NotesController(QObject):
    """All wires of what is kept; the window only gives `panel` a place."""

    page_wanted = Signal()  # something is about to be shown on it
    toast_offered = Signal()
    seek_marks_changed = Signal(object, object)  # list of SeekMark, and what gives their texts
    copy_requested = Signal(list)  # ids: in the form chosen for it
    links_requested = Signal(list)  # ids
    export_requested = Signal(list)  # ids
    all_played = Signal(bool)  # what `play_all` began has ended: whether all was heard

    def __init__(
        self,
        session: ReadingSession,
        notebook: Notebook,
        page: ReadingPage,
        commands: Actions,
        appearance: Appearance,
        *,
        panel: NotesPanel,
        drafts: NoteDrafts,
    ) -> None:
        super().__init__(page)
        self._session, self.notebook = session, notebook
        self._page, self._commands, self._appearance = page, commands, appearance
        self._queue = PassageQueue(session.transport, self)
        self._latest = ""  # the id of what the toast is about
        self._to_edit = ""  # the id of what a note is written on as soon as it is saved
        self.panel = panel
        # Not in the viewport: that takes its children along when it scrolls.
        self._toast = Toast(page, instead=self.panel, way_back=page.back_button)
        self._reports = NoteReports(notebook, page, self._toast)
        self._bar = SelectionBar(page.pane.viewport(), appearance.theme, appearance.icons)
        self.writer = NoteWriter(drafts, self.panel.editor, page)
        self.has_room_beside: Callable[[], bool] = lambda: False
        """Whether page and panel can be seen at once."""
        self.passages = PassagesController(session, notebook, page, self.panel, appearance)
        drafts.failed.connect(session.report_failure)
        self._connect_notebook()
        self._connect_making()
        self._connect_panel()

    def set_look(self) -> None:
        """Take on other colours and icons."""
        self.panel.set_look(self._appearance.theme, self._appearance.icons)
        self._bar.set_look(self._appearance.theme, self._appearance.icons)

    # The wires

    def _connect_notebook(self) -> None:
        session, notebook = self._session, self.notebook
        session.episode_opened.connect(self._open)
        session.partner_changed.connect(self._open)
        session.script_changed.connect(self._find_places_again)
        session.opening_started.connect(self.writer.finish)
        session.script_opened.connect(notebook.leave_text)
        session.closed.connect(notebook.close)
        notebook.changed.connect(self._show)
        notebook.added.connect(self._show_toast)
        notebook.added.connect(lambda kept: self.panel.offer(kept.annotation.id))
        notebook.added.connect(self._edit_added)
        notebook.kept_before.connect(self._report_kept_before)
        notebook.postponed.connect(self._report_postponed)
        notebook.recoloured.connect(self._show_recoloured)
        notebook.resized.connect(self._show_resized)
        for made in (notebook.added, notebook.kept_before, notebook.recoloured, notebook.moved):
            made.connect(self._end_selection)
        notebook.change_began.connect(self._commands.allow_undo)
        notebook.undo_changed.connect(self._commands.set_undo)
        notebook.colours_changed.connect(self.panel.set_colour_names)
        notebook.colours_changed.connect(self._bar.set_colour_names)
        notebook.failed.connect(session.report_failure)
        session.episode_recorded.connect(notebook.adopt)

    def _connect_making(self) -> None:
        notebook, page, on = self.notebook, self._page, self._commands.on
        on("keep", self._keep)
        on("note", self._note)
        on("undo", self._undo)
        on("redo", notebook.redo)
        on("colour_0", self._take_colour_away)
        for colour in range(1, COLOURS + 1):
            on(f"colour_{colour}", partial(self._highlight, colour))
        self._toast.undo_requested.connect(notebook.undo)
        self._toast.note_requested.connect(lambda: self._edit(self._latest))
        self._toast.grow_requested.connect(lambda: notebook.grow(self._latest))
        self._toast.shrink_requested.connect(lambda: notebook.shrink(self._latest))
        self._toast.focus_released.connect(self._focus_what_is_seen)
        self._toast.offer_changed.connect(self._show_just_kept)
        self._toast.offered.connect(self.toast_offered)
        page.selection_changed.connect(self._hide_bar)
        page.pane.user_selected.connect(self._offer_bar)
        page.pane.escape_pressed.connect(self._leave_selection)
        page.pane.view_moved.connect(self._bar.dismiss)
        page.pane.mark_requested.connect(self._show_in_panel)
        self._bar.highlight_requested.connect(self._highlight)
        self._bar.bookmark_requested.connect(lambda: self._highlight(0))
        self._bar.note_requested.connect(self._note)
        self._bar.correct_requested.connect(self._commands["correct"].trigger)
        self._bar.copy_requested.connect(lambda: page.copy("plain"))
        self._bar.focus_released.connect(page.pane.setFocus)

    def _connect_panel(self) -> None:
        notebook, panel, requests = self.notebook, self.panel, self.panel.requests
        requests.play.connect(self.play)
        requests.edit.connect(self._edit)
        requests.copy.connect(self._copy)
        requests.link.connect(self.links_requested)
        requests.export.connect(self.export_requested)
        requests.keep.connect(lambda ids: notebook.tidy(*ids))
        requests.colour.connect(notebook.colour)
        requests.delete.connect(lambda ids: notebook.delete(*ids))
        panel.play_all_requested.connect(self.play_all)
        self._queue.ended.connect(self.all_played)
        panel.close_requested.connect(self._commands["notes"].trigger)
        panel.export_requested.connect(self._commands["export_notes"].trigger)
        panel.all_notes_requested.connect(self._commands["all_notes"].trigger)
        panel.shown.connect(self._show_nearest)
        self.writer.saved.connect(notebook.write)
        self.writer.left_changed.connect(self._remind)
        self.passages.highlight_requested.connect(notebook.highlight)
        self.passages.note_requested.connect(self._note_on)
        self.passages.refused.connect(partial(self._toast.offer, is_about_kept=False))

    # What is shown

    def _remind(self) -> None:
        """A note was being written when Earmark ended: offer to go on, with its episode."""
        left = self.writer.take_left(each.annotation.id for each in self.notebook.kept)
        if left is not None:
            self._latest = left[0]
            title = self.tr("You were writing a note")
            self._toast.offer(title, left[1].text, is_about_kept=False, is_noted=True)

    def _show(self, kept: tuple[Kept, ...]) -> None:
        self.passages.show(kept)
        self.panel.set_annotations([each.annotation for each in kept])
        self.panel.set_unsaved(frozenset(each.annotation.id for each in kept if each.is_unsaved))
        if self._toast.is_about_note and self.notebook.find(self._latest) is None:
            self._toast.dismiss()
        self._remind()
        self.seek_marks_changed.emit([_seek_mark(each) for each in kept], self._describe)
        self._commands.set_unreviewed(sum(each.annotation.is_unreviewed for each in kept))
        if self.notebook.is_placed_in(self._page.pane.reading):
            self._mark_words(kept)
        else:
            self._page.pane.set_marks([])

    def _mark_words(self, kept: tuple[Kept, ...]) -> None:
        name = self.panel.colour_name
        self._page.pane.set_marks(
            [
                _mark(each, each.span, name(each.annotation.colour))
                for each in kept
                if each.span is not None
            ]
        )

    def _show_nearest(self) -> None:
        """The panel opens at what is nearest to the voice."""
        self.panel.select_nearest(self._session.transport.time)

    def _describe(self, annotation_id: str) -> str:
        found = self.notebook.find(annotation_id)
        if found is None:
            return ""
        each = found.annotation
        words = self.panel.colour_name(each.colour), quote_of(each), each.note
        return ": ".join(filter(None, words))

    def _find_places_again(self) -> None:
        if self._session.episode is not None:
            self._open(self._session.episode)

    def _open(self, episode: Episode) -> None:
        self.notebook.open_episode(episode, self._session.script)

    def _show_toast(self, kept: Kept) -> None:
        selector = kept.annotation.selector
        self._latest = kept.annotation.id
        label = self.tr("Not saved yet: {0}") if kept.is_unsaved else self.tr("Kept at {0}")
        title = label.format(clock_text(selector.time[0]))
        words = selector.quote.exact
        self._toast.offer(title, words or self._without_words(), has_words=bool(words))

    def _without_words(self) -> str:
        is_read = self._session.script is not None
        return self.tr("Nothing was said there: the moment is kept.") if is_read else ""

    def _report_kept_before(self, kept: Kept) -> None:
        """What B would keep is kept: nothing to undo, but a note can be written on it."""
        selector = kept.annotation.selector
        self._latest = kept.annotation.id
        title = self.tr("Already kept at {0}").format(clock_text(selector.time[0]))
        self._toast.offer(title, selector.quote.exact, is_about_kept=False, is_noted=True)

    def _report_postponed(self) -> None:
        title = self.tr("Keeping what you heard")
        text = self.tr("The words are still being read; it is kept in a moment.")
        self._toast.offer(title, text, is_about_kept=False)

    def _show_recoloured(self, kept: Kept) -> None:
        each = kept.annotation
        self._latest = each.id
        title = self.tr("Highlight: {name}").format(name=self.panel.colour_name(each.colour))
        self._toast.offer(title, each.selector.quote.exact)

    def _show_resized(self, kept: Kept) -> None:
        """The toast shows the words as they are now, if it is about them."""
        if self._toast.isVisible() and kept.annotation.id == self._latest:
            self._show_toast(kept)

    def _show_just_kept(self) -> None:
        self._commands.set_just_kept(self._toast.is_about_note)
        self.panel.set_just_kept(self._toast.is_about_note)

    def _offer_bar(self) -> None:
        edges = self._page.pane.selected_edges()
        if edges is not None and self._session.episode is not None:
            self._bar.offer(*edges)

    def _hide_bar(self, is_selected: bool) -> None:
        if not is_selected:
            self._bar.dismiss()

    def _leave_selection(self) -> None:
        """The first Esc takes the bar away, the second the selection."""
        span = self._page.selected_span()
        if self._bar.isVisible():
            self._bar.dismiss()
        elif span is not None:
            self._page.pane.select(span[1], span[1])

    def _focus_what_is_seen(self) -> None:
        if self._page.isVisible():
            self._page.pane.setFocus()
        else:
            self.panel.focus_list()

    def _end_selection(self, kept: Kept) -> None:
        """Where just what was kept is selected: else its colour would not be seen."""
        span = self._page.selected_span()
        if span is not None and kept.span is not None and self.notebook.of_span(span) == kept:
            self._page.pane.select(kept.span[0], kept.span[0])

    # Requests

    def _show_in_panel(self, annotation_id: str) -> None:
        """A click on a sign in the margin leads to its note, also while the notes are hidden."""
        if not self.panel.isVisible():
            self._commands["notes"].trigger()
        self.panel.select(annotation_id)

    def _keep(self) -> None:
        span = self._page.chosen_span()
        if span is not None:
            self._highlight(0)
        elif self._session.recording is not None:
            self._keep_heard()
        else:
            self._show_how_to_keep()

    def _highlight(self, colour: int) -> str:
        """Keep what is selected, else colour what was just kept; gives the id of a new one."""
        span = self._page.chosen_span()
        self._bar.dismiss()
        if span is not None:
            return self.notebook.highlight(span, colour)
        just_kept = self._just_kept()
        if just_kept is not None:
            self.notebook.recolour(just_kept, colour)
        return ""

    def _take_colour_away(self) -> None:
        """Of what is selected and kept, or was just kept."""
        span = self._page.chosen_span()
        found = self.notebook.of_span(span) if span else self._just_kept()
        if found is not None:
            self.notebook.colour([found.annotation.id], 0)
        elif span is not None:
            self._highlight(0)

    def _just_kept(self) -> Kept | None:
        return self.notebook.find(self._latest) if self._toast.is_about_note else None

    def _note(self) -> None:
        """Keep what is selected or was just said, unless it is kept, and write on it.

        While the toast shows something kept, it is that.
        """
        span, just_kept = self._page.chosen_span(), self._just_kept()
        if span is not None:
            self._note_on(span)
        elif just_kept is not None:
            self._edit(just_kept.annotation.id)
        elif self._session.recording is not None:
            self._edit_when_kept(self._keep_heard())
        else:
            self._show_how_to_keep()

    def _note_on(self, span: Span) -> None:
        found = self.notebook.of_span(span)
        if found is not None:
            self._end_selection(found)
            self._edit(found.annotation.id)
            return
        self._bar.dismiss()
        colour = self._session.settings.get(prefs.NOTE_COLOUR)
        self._edit_when_kept(
            self.notebook.being_kept(span) or self.notebook.highlight(span, colour)
        )

    def _edit_when_kept(self, annotation_id: str) -> None:
        is_kept = self.notebook.find(annotation_id) is not None
        self._to_edit = "" if is_kept else annotation_id
        if is_kept:
            self._edit(annotation_id)

    def _keep_heard(self) -> str:
        lead = self._session.settings.get(prefs.REACTION_LEAD)
        heard = self._session.navigator.heard_back(lead)
        return self.notebook.keep_heard(self._session.transport.time, heard)

    def _show_how_to_keep(self) -> None:
        title = self.tr("Nothing was said yet")
        text = self.tr("There is no recording to listen to. First select words.")
        self._toast.offer(title, text, is_about_kept=False)

    def show_toast_over(self, page: QWidget) -> None:
        """What was done is said there too, where it is seen instead of the text."""
        self._toast.float_over(page)

    def keep_toast_clear_of(self, widget: QWidget) -> None:
        """What was done is not said over this part of the page."""
        self._toast.keep_clear_of(widget)

    def report_copied(self, count: int) -> None:
        """So many notes are on the clipboard: say so."""
        self._reports.report_copied_notes(count)

    def make_room(self) -> None:
        """For another card; what was kept stays."""
        self._toast.dismiss()
        self._bar.dismiss()

    def _undo(self) -> None:
        """What the toast shows may be what is undone."""
        self._toast.dismiss()
        self.notebook.undo()

    def _edit_added(self, kept: Kept) -> None:
        if kept.annotation.id == self._to_edit:
            self._to_edit = ""
            self._edit(kept.annotation.id)

    def _edit(self, annotation_id: str) -> None:
        """Beside the text; in a dialog, where there is no room for both."""
        found = self.notebook.find(annotation_id)
        if found is None:
            return
        if not (self._page.isVisible() and self.has_room_beside()):
            self.writer.edit(found.annotation, self.panel.tags)
            return
        if not self.panel.isVisible():
            self._commands["notes"].trigger()
            self._page.pane.setFocus()
        self.panel.edit(found.annotation)

    def play(self, annotation_id: str) -> None:
        """Show it, and play it from a moment before; Alt+Left leads back."""
        found = self.notebook.find(annotation_id)
        if found is None:
            return
        self.page_wanted.emit()
        if found.span is not None:
            self._page.pane.show_position(found.span[0])
        if self._session.recording is None:
            self._page.follow.stop()
            return
        lead_in = self._session.settings.get(prefs.LEAD_IN)
        self._session.navigator.play_at(max(0, found.annotation.selector.time[0] - lead_in))
        self._page.follow.start()

    def play_all(self, annotation_ids: list[str]) -> bool:
        """Just the kept passages, one after the other; False where there is nothing to hear."""
        found = [self.notebook.find(each) for each in annotation_ids]
        times = [each.annotation.selector.time for each in found if each]
        if not times or self._session.recording is None:
            return False
        self.page_wanted.emit()
        self._session.navigator.leave()
        self._queue.play((start, end if end > start else start + _MOMENT) for start, end in times)
        self._page.follow.start()
        return True

    def stop_all(self) -> None:
        """End what `play_all` began; the recording plays on."""
        self._queue.stop()

    def _copy(self, annotation_ids: list[str]) -> None:
        found = [self.notebook.find(each) for each in annotation_ids]
        self.copy([each.annotation for each in found if each])

    def copy(self, notes: Sequence[Annotation]) -> None:
        """Put notes on the clipboard as they were copied last, at first with voice, time and link;
        where the library does not have them yet, their words alone."""
        unsaved = {each.annotation.id for each in self.notebook.kept if each.is_unsaved}
        if unsaved.isdisjoint(each.id for each in notes):
            self.copy_requested.emit([each.id for each in notes])
        else:
            QGuiApplication.clipboard().setText("\n\n".join(map(quote_of, notes)))
            self._reports.report_copied_notes(len(notes))


def _seek_mark(kept: Kept) -> SeekMark:
    each = kept.annotation
    return SeekMark(each.selector.time[0], each.colour, each.id)


def _mark(kept: Kept, span: tuple[int, int], name: str) -> Mark:
    each = kept.annotation
    return Mark(each.id, *span, each.colour, each.note, name)
