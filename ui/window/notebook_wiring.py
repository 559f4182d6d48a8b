"""The controllers of what is kept, wired when the first episode is open."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from reader import settings as prefs
from reader.episode import Episode
from reader.library.next_episode import NextEpisodes
from reader.notes.all_notes import AllNotes
from reader.notes.note_drafts import NoteDrafts
from reader.notes.note_exporter import NoteExporter
from reader.notes.note_folder import NoteFolder
from reader.notes.notebook import Notebook
from reader.session.reading_session import ReadingSession
from reader.session.sync_check import SyncCheck
from ui.corrections.corrections_controller import CorrectionsController
from ui.notes.all_notes_controller import AllNotesController
from ui.notes.colours_controller import ColoursController
from ui.notes.end_card_controller import EndCardController
from ui.notes.keep_hint_controller import KeepHintController
from ui.notes.notes_controller import NotesController
from ui.notes.other_text_controller import OtherTextController
from ui.notes.trial_controller import TrialController
from ui.notes.writing_pause_controller import WritingPauseController
from ui.reading.reading_controller import ReadingController
from ui.sharing.export_wires import ExportWires
from ui.sharing.note_folder_controller import NoteFolderController
from ui.sharing.picked_controller import PickedController
from ui.sync.check_controller import CheckController
from ui.sync.sync_controller import SyncController
from ui.voices.guess_actions_controller import GuessActionsController
from ui.voices.guesses_controller import GuessesController
from ui.voices.talk_controller import TalkController
from ui.voices.voices_controller import VoicesController
from ui.window.furniture import Furniture
from ui.window.main_window import MainWindow
from ui.window.messages_controller import MessagesController
from ui.window.side_panel import SidePanel

_ON_PAGE = ("find", "find_next", "find_previous", "current_line", "select_all")
"""Actions that are of no use while a panel covers the page."""


class NotebookParts(NamedTuple):
    """What `reader` has of notes: made when the first episode is shown."""

    notebook: Notebook
    drafts: NoteDrafts
    all_notes: AllNotes
    exporter: NoteExporter
    folder: NoteFolder
    following: NextEpisodes
    episodes: Callable[[], list[Episode]]
    """All of the library; not for the GUI thread."""
    check: SyncCheck


class NotebookControllers:
    """The controllers of all that is kept. A new one is a line in `__init__`."""

    def __init__(
        self,
        parts: NotebookParts,
        session: ReadingSession,
        window: MainWindow,
        furniture: Furniture,
        *,
        reading: ReadingController,
        messages: MessagesController,
    ) -> None:
        notebook, commands = parts.notebook, window.commands
        appearance, panel = furniture.appearance, furniture.notes_panel
        self.notes = NotesController(
            session,
            notebook,
            window.reading_page,
            commands,
            appearance,
            panel=panel,
            drafts=parts.drafts,
        )
        self.colours = ColoursController(notebook, commands, appearance, window)
        self.picked = PickedController(session, notebook, panel.requests, window, messages)
        self.all_notes = AllNotesController(
            session, parts.all_notes, self.notes, window, appearance
        )
        self.exports = ExportWires(session, parts.exporter, self.notes, self.all_notes, window)
        self.keep_hint = KeepHintController(session, notebook, messages)
        self.end_card = EndCardController(session, parts.following, self.notes, window, appearance)
        self.trials = TrialController(session, notebook, window)
        self.sync = SyncController(session, notebook, window, messages)
        self.voices = VoicesController(session, notebook, window, appearance)
        GuessesController(session, self.voices, window, appearance)
        GuessActionsController(session, self.voices, window, appearance)
        self.talk = TalkController(session, self.voices, window, appearance)
        self.corrections = CorrectionsController(
            session, notebook, parts.episodes, window, messages
        )
        self.check = CheckController(session, parts.check, notebook, window, appearance)
        self.other_text = OtherTextController(session, notebook, commands, messages)
        self.note_folder = NoteFolderController(
            parts.folder, notebook, session.settings, window, messages
        )
        side = SidePanel(
            window,
            panel,
            commands["notes"],
            session.settings,
            prefs.IS_NOTES_SHOWN,
            focus=panel.focus_list,
        )
        self.notes.has_room_beside = partial(window.has_room_beside, panel)
        self.writing_pause = WritingPauseController(session, self.notes.writer)
        self._connect(side, window, reading)
        appearance.changed.connect(self.notes.set_look)

    def _connect(self, side: SidePanel, window: MainWindow, reading: ReadingController) -> None:
        self.notes.page_wanted.connect(side.bring_page)
        window.finishing.connect(self.notes.writer.finish)
        for name in _ON_PAGE:
            window.commands[name].triggered.connect(side.bring_page)
        reading.menu_opening.connect(self.notes.passages.add_actions)
        reading.menu_opening.connect(self.voices.add_actions)
        reading.more_opening.connect(self.sync.add_actions)
        reading.menu_opening.connect(self.corrections.add_actions)
        self.corrections.card_offered.connect(self.notes.make_room)
        self.sync.card_offered.connect(self.notes.make_room)
        self.notes.toast_offered.connect(self.sync.dismiss_card)
        self.voices.card_offered.connect(self.notes.make_room)
        self.notes.seek_marks_changed.connect(window.playback_bar.set_marks)
        self.all_notes.card_requested.connect(self.picked.show_card)
