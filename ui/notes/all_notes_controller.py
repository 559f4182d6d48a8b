"""All notes: connects what the library finds with the page that shows it, and opens it there."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reader.episode import Episode
from reader.notes.all_notes import AllNotes
from reader.session.note_opener import NoteOpener
from reader.session.reading_session import ReadingSession
from ui.appearance.appearance import Appearance
from ui.notes.joining_controller import JoiningController
from ui.notes.notes_controller import NotesController
from ui.notes.tour_controller import TourController
from ui.widgets.file_dialogs import FileDialogs
from ui.widgets.message_bar import MessageAction, MessageKind, SingleMessage
from ui.window.main_window import MainWindow

if TYPE_CHECKING:
    from ui.notes.all_notes_page import AllNotesPage


class AllNotesController(QObject):
    """All wires of the page; a note opened there is played by `notes` once its episode is open."""

    rename_requested = Signal(object)  # Episode
    card_requested = Signal(object, str)  # Annotation, and the title of its episode

    def __init__(
        self,
        session: ReadingSession,
        all_notes: AllNotes,
        notes: NotesController,
        window: MainWindow,
        appearance: Appearance,
    ) -> None:
        super().__init__(window)
        self._session, self._all_notes, self._notes = session, all_notes, notes
        self._window, self._appearance = window, appearance
        self._opener = NoteOpener(session, notes.notebook, all_notes, self)
        self._tour = TourController(session, self._opener, notes, self)
        self._notice = SingleMessage(window.message_bar)
        self._joining = JoiningController(session, all_notes, notes.notebook, window, self._notice)
        all_notes.failed.connect(session.report_failure)
        session.opening_started.connect(self._notice.withdraw)
        self._opener.opened.connect(self._play)
        self._opener.missing.connect(self._report_missing)
        self._opener.mistaken.connect(self._report_mistaken)

    def show(self) -> None:
        """Show the page, its field ready to be typed in."""
        page, is_open = self.page, any(self._session.files)
        self._window.show_page(page, self.tr("All Notes"), has_player=is_open)
        self._all_notes.survey()

    @cached_property
    def page(self) -> AllNotesPage:
        """Made when it is first shown."""
        from ui.notes.all_notes_page import AllNotesPage

        page = AllNotesPage(self._appearance.icons)
        page.set_look(self._appearance.theme, self._appearance.icons)
        page.set_colour_names(self._notes.notebook.colour_names)
        self._connect(page)
        self._notes.show_toast_over(page)
        return page

    def _connect(self, page: AllNotesPage) -> None:
        notebook, requests, all_notes = self._notes.notebook, page.requests, self._all_notes
        page.query_changed.connect(all_notes.look_for)
        page.close_requested.connect(self._go_back)
        page.play_all_requested.connect(lambda: self._tour.start(page.model.rows))
        all_notes.found.connect(page.show_answer)
        all_notes.surveyed.connect(page.show_survey)
        notebook.changed.connect(self._look_again)
        notebook.colours_changed.connect(page.set_colour_names)
        self._appearance.changed.connect(
            lambda: page.set_look(self._appearance.theme, self._appearance.icons)
        )
        requests.play.connect(self._open)
        requests.edit.connect(self._edit)
        requests.copy.connect(self._copy)
        requests.link.connect(self._notes.links_requested)
        requests.export.connect(self._notes.export_requested)
        requests.card.connect(self._show_card)
        requests.rename.connect(self._rename)
        requests.join.connect(self._join)
        requests.keep.connect(lambda ids: notebook.tidy(*ids))
        requests.colour.connect(notebook.colour)
        requests.delete.connect(lambda ids: notebook.delete(*ids))

    # What is shown

    def _look_again(self) -> None:
        if self.page.isVisible():
            self._all_notes.look_for(self.page.query)
            self._all_notes.survey()

    def _go_back(self) -> None:
        if any(self._session.files):
            self._window.show_reading(self._session.title)
        else:
            self._window.show_library()

    # Requests

    def _edit(self, annotation_id: str) -> None:
        found = self.page.model.found(annotation_id)
        if found is not None:
            self._notes.writer.edit(found.annotation, self.page.tags)

    def _copy(self, annotation_ids: list[str]) -> None:
        found = map(self.page.model.found, annotation_ids)
        self._notes.copy([each.annotation for each in found if each is not None])

    def _show_card(self, annotation_id: str) -> None:
        found = self.page.model.found(annotation_id)
        if found is not None:
            self.card_requested.emit(found.annotation, found.episode_title)

    def _rename(self, annotation_id: str) -> None:
        found = self.page.model.found(annotation_id)
        if found is not None:
            self._all_notes.find_files(
                found.annotation.episode_id, lambda episode, _: self.rename_requested.emit(episode)
            )

    def _join(self, annotation_id: str) -> None:
        found = self.page.model.found(annotation_id)
        if found is not None:
            self._joining.ask(found.annotation.episode_id)

    # Opening notes where they are

    def _open(self, annotation_id: str) -> None:
        found = self.page.model.found(annotation_id)
        if found is not None:
            self._tour.end()
            self._opener.open([annotation_id], found.annotation.episode_id)

    def _play(self, ids: list[str]) -> None:
        self._go_back()
        if self._tour.is_on:
            self._tour.play(ids)
        else:
            self._notes.play(ids[0])
            self._notes.panel.select(ids[0])

    def _report_mistaken(self) -> None:
        text = self.tr("The note is not here: these are the files of another episode.")
        self._report(text)

    def _report_missing(self, episode: Episode) -> None:
        """Its notes are there all the same; the listener may know where the files are now. Notes
        that came from elsewhere never had any."""
        if not episode.files:
            text = self.tr("No files are known of “{0}”. Its notes can be joined to an episode.")
            self._report(text.format(episode.title), *self._joining.actions(episode))
            return
        text = self.tr("The files of “{0}” are not where they were. Its notes are kept.")
        dialogs = FileDialogs(self._window, self._session.settings)
        choose = partial(dialogs.ask_for_episode, self._session.open)
        action = MessageAction(self.tr("Choose Files…"), choose)
        self._report(text.format(episode.title), action)

    def _report(self, text: str, *actions: MessageAction) -> None:
        """On a tour it stays while the next episode is opened."""
        self._notice.report(MessageKind.WARNING, text, *actions)
        if self._tour.is_on:
            self._notice.leave()
            self._tour.go_on()
