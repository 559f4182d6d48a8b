"""Keeping while listening: connects the notebook with page, panel, toast and note dialog."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from reader import settings as prefs
from reader.notebook import Kept, Notebook
from reader.playback.passage_queue import PassageQueue
from reader.session import ReadingSession
from reader.time_text import clock_text
from ui.actions import Actions
from ui.dialogs.note import NoteDialog
from ui.look import Look
from ui.notes_panel import NotesPanel
from ui.reading_page import ReadingPage
from ui.selection_bar import SelectionBar
from ui.toast import Toast
from ui.transcript_pane.marks import Mark

_MOMENT = 5_000  # ms that are played of a bookmark without words


class NotesDesk(QObject):
    """All wires of what is kept; the window only gives `panel` a place."""

    def __init__(
        self,
        session: ReadingSession,
        notebook: Notebook,
        page: ReadingPage,
        commands: Actions,
        look: Look,
    ) -> None:
        super().__init__(page)
        self._session, self.notebook = session, notebook
        self._page, self._commands, self._look = page, commands, look
        self._queue = PassageQueue(session.transport, self)
        self._latest = ""  # the id of what the toast is about
        self.panel = NotesPanel(look.icons)
        self._toast = Toast(page.pane.viewport())
        self._bar = SelectionBar(page.pane.viewport(), look.icons)
        self._dialog = NoteDialog(page)
        self._connect_notebook()
        self._connect_making()
        self._connect_panel()
        self.set_look()

    def set_look(self) -> None:
        """Take on other colours and icons."""
        self.panel.set_look(self._look.theme, self._look.icons)
        self._bar.set_look(self._look.theme, self._look.icons)

    # The wires

    def _connect_notebook(self) -> None:
        session, notebook = self._session, self.notebook
        session.episode_opened.connect(lambda each: notebook.open(each.id, session.script))
        session.script_opened.connect(self._show_marks_again)
        session.closed.connect(notebook.close)
        notebook.changed.connect(self._show)
        notebook.added.connect(self._show_toast)
        notebook.undo_changed.connect(self._commands.set_undo)
        notebook.colours_changed.connect(self.panel.set_colour_names)
        notebook.colours_changed.connect(self._bar.set_colour_names)
        notebook.failed.connect(session.tell_failure)

    def _connect_making(self) -> None:
        notebook, page, on = self.notebook, self._page, self._on
        on("keep", self._keep)
        on("note", self._note)
        on("undo", notebook.undo)
        on("redo", notebook.redo)
        for colour in range(1, 6):
            on(f"colour_{colour}", partial(self._highlight, colour))
        self._toast.undo_requested.connect(notebook.undo)
        self._toast.note_requested.connect(lambda: self._edit(self._latest))
        self._toast.grow_requested.connect(lambda: notebook.grow(self._latest))
        self._toast.shrink_requested.connect(lambda: notebook.shrink(self._latest))
        self._toast.focus_released.connect(page.pane.setFocus)
        page.selection_changed.connect(self._hide_bar)
        page.pane.user_selected.connect(self._offer_bar)
        page.pane.scroll_bar.valueChanged.connect(self._bar.dismiss)
        page.pane.mark_requested.connect(self.panel.select)
        self._bar.highlight_requested.connect(self._highlight)
        self._bar.bookmark_requested.connect(lambda: self._highlight(0))
        self._bar.note_requested.connect(self._note)
        self._bar.copy_requested.connect(lambda: page.copy("plain"))
        self._bar.focus_released.connect(page.pane.setFocus)

    def _connect_panel(self) -> None:
        notebook, panel = self.notebook, self.panel
        panel.play_requested.connect(self._play)
        panel.edit_requested.connect(self._edit)
        panel.play_all_requested.connect(self._play_all)
        panel.colour_requested.connect(notebook.colour)
        panel.delete_requested.connect(notebook.delete)
        panel.tidied.connect(notebook.tidy)
        panel.copy_requested.connect(self._copy)
        panel.close_requested.connect(self._commands["notes"].trigger)
        self._dialog.saved.connect(notebook.write)

    def _on(self, name: str, wish: Callable[[], object]) -> None:
        self._commands[name].triggered.connect(lambda _=False: wish())

    # What is shown

    def _show(self, kept: tuple[Kept, ...]) -> None:
        self.panel.set_annotations([each.annotation for each in kept])
        self._page.pane.set_marks([_mark(each) for each in kept if each.span is not None])

    def _show_marks_again(self) -> None:
        if self._session.episode is not None:
            self.notebook.open(self._session.episode.id, self._session.script)

    def _show_toast(self, kept: Kept) -> None:
        selector = kept.annotation.selector
        self._latest = kept.annotation.id
        title = self.tr("Kept at {0}").format(clock_text(selector.time[0]))
        self._toast.offer(title, selector.quote.exact)

    def _offer_bar(self) -> None:
        edges = self._page.pane.selected_edges()
        if edges is not None and self._session.episode is not None:
            self._bar.offer(*edges)

    def _hide_bar(self, is_selected: bool) -> None:
        if not is_selected:
            self._bar.dismiss()

    # Wishes

    def _keep(self) -> None:
        span = self._page.selected_span()
        if span is not None:
            self._highlight(0)
        else:
            lead = self._session.settings.get(prefs.REACTION_LEAD)
            self.notebook.keep_heard(self._session.transport.time, lead)

    def _highlight(self, colour: int) -> None:
        span = self._page.selected_span()
        if span is not None:
            self.notebook.highlight(span, colour)
            self._bar.dismiss()

    def _note(self) -> None:
        """A note on what is selected, else on what was kept last."""
        if self._page.selected_span() is None:
            self._edit(self._latest)
        else:
            self.notebook.added.connect(self._edit_added)
            self._highlight(1)

    def _edit_added(self, kept: Kept) -> None:
        self.notebook.added.disconnect(self._edit_added)
        self._edit(kept.annotation.id)

    def _edit(self, annotation_id: str) -> None:
        found = self.notebook.find(annotation_id)
        if found is not None:
            each = found.annotation
            quote = each.selector.quote.exact
            self._dialog.edit(each.id, quote, each.note, each.tags, self.panel.tags)

    def _play(self, annotation_id: str) -> None:
        found = self.notebook.find(annotation_id)
        if found is None:
            return
        if found.span is not None:
            self._page.follow.stop()
            self._page.pane.show_position(found.span[0])
        if self._session.recording is not None:
            self._session.play_at(found.annotation.selector.time[0])

    def _play_all(self, annotation_ids: list[str]) -> None:
        """Just the kept passages, one after the other."""
        found = [self.notebook.find(each) for each in annotation_ids]
        times = [each.annotation.selector.time for each in found if each]
        if times and self._session.recording is not None:
            self._session.history.leave(self._session.transport.time)
            self._queue.play((start, max(end, start + _MOMENT)) for start, end in times)
            self._page.follow.start()

    def _copy(self, annotation_ids: list[str]) -> None:
        found = [self.notebook.find(each) for each in annotation_ids]
        quotes = [each.annotation.selector.quote.exact for each in found if each]
        QGuiApplication.clipboard().setText("\n\n".join(quotes))


def _mark(kept: Kept) -> Mark:
    each = kept.annotation
    start, end = kept.span or (0, 0)
    return Mark(each.id, start, end, each.colour, each.note)
