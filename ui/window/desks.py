"""The desks of the window: each connects the session with the widgets of one subject."""

from __future__ import annotations

from reader import settings as prefs
from reader.library.care import LibraryCare
from reader.library.lost_files import LostFiles
from reader.library.watch import LibraryWatch
from reader.notes.all_notes import AllNotes
from reader.notes.note_drafts import NoteDrafts
from reader.notes.note_exporter import NoteExporter
from reader.notes.note_folder import NoteFolder
from reader.notes.notebook import Notebook
from reader.playback.sleep_timer import SleepTimer
from reader.session.reading_session import ReadingSession
from ui.actions import Actions, menu_bar
from ui.appearance.look import Look
from ui.faults.fault_desk import FaultDesk
from ui.library.files_desk import FilesDesk
from ui.library.library_desk import LibraryDesk
from ui.library.lost_files_desk import LostFilesDesk
from ui.notes.all_notes_desk import AllNotesDesk
from ui.notes.colours_desk import ColoursDesk
from ui.notes.notes_desk import NotesDesk
from ui.notes.other_text_desk import OtherTextDesk
from ui.player.playback_bar import PlaybackBar
from ui.player.playback_desk import PlaybackDesk
from ui.reading.reading_desk import ReadingDesk
from ui.reading.reading_page import ReadingPage
from ui.sharing.exports_desk import ExportsDesk
from ui.sharing.note_folder_desk import NoteFolderDesk
from ui.sharing.picked_desk import PickedDesk
from ui.widgets.focus import EnterPresses
from ui.widgets.message_bar import MessageBar
from ui.widgets.side import Side
from ui.window.key_places import KeyPlaces
from ui.window.main_window import MainWindow
from ui.window.messages_desk import MessagesDesk
from ui.window.view_desk import ViewDesk

_ON_PAGE = ("find", "find_next", "find_previous", "current_line", "select_all")
"""Actions that are of no use while a panel covers the page."""


class Desks:
    """Furnishes a window, once its text is painted. A new desk is a line in `__init__`.

    Nothing of it is loaded before the first paint, so modules are imported above as usual.
    """

    def __init__(
        self,
        window: MainWindow,
        session: ReadingSession,
        sleep_timer: SleepTimer,
        look: Look,
        *,
        care: LibraryCare,
        lost: LostFiles,
        watch: LibraryWatch,
    ) -> None:
        self._window, self._session, self._look = window, session, look
        commands = self.commands = Actions(look.icons, window)
        window.setWindowIcon(look.mark)
        window.furnish(
            commands,
            menu_bar(commands),
            MessageBar(look.icons),
            ReadingPage(look, window.pane),
            PlaybackBar(commands),
        )
        KeyPlaces(window)
        EnterPresses(window)
        self.messages = MessagesDesk(session, window)
        self.reading = ReadingDesk(session, window)
        self.playback = PlaybackDesk(session, sleep_timer, window)
        self.files = FilesDesk(session, window)
        self.view = ViewDesk(session, window, look)
        self.library = LibraryDesk(session, care, watch, window)
        self.lost_files = LostFilesDesk(session, lost, window)
        self.faults = FaultDesk(session.transport, window)
        self.notes: NotesDesk | None = None
        self.colours: ColoursDesk | None = None
        self.all_notes: AllNotesDesk | None = None
        self.picked: PickedDesk | None = None
        self.exports: ExportsDesk | None = None
        self.note_folder: NoteFolderDesk | None = None
        self.other_text: OtherTextDesk | None = None
        window.closing.connect(session.close)
        window.may_close = self.library.ask_before_closing

    def open_notebook(
        self,
        notebook: Notebook,
        drafts: NoteDrafts,
        all_notes: AllNotes,
        exporter: NoteExporter,
        folder: NoteFolder,
    ) -> None:
        """Give what is kept its place beside the page, a page of its own, and a way out."""
        session, window, commands = self._session, self._window, self.commands
        self.notes = NotesDesk(
            session, notebook, window.reading_page, commands, self._look, drafts=drafts
        )
        self.colours = ColoursDesk(notebook, commands, self._look, window)
        panel, shows = self.notes.panel, prefs.IS_NOTES_SHOWN
        side = Side(
            window, panel, commands["notes"], session.settings, shows, focus=panel.focus_list
        )
        self.notes.page_wanted.connect(side.bring_page)
        for name in _ON_PAGE:
            commands[name].triggered.connect(side.bring_page)
        self.reading.menu_opening.connect(self.notes.passages.add_mark_actions)
        self.picked = PickedDesk(session, notebook, panel.wishes, window, self.messages)
        self._look.changed.connect(self.notes.set_look)
        self.notes.seek_marks_changed.connect(window.playback_bar.set_marks)
        self.all_notes = AllNotesDesk(session, all_notes, self.notes, window, self._look)
        self.all_notes.card_requested.connect(self.picked.show_card)
        self.exports = ExportsDesk(session, exporter, self.notes, self.all_notes, window)
        self.library.open_notebook(notebook)
        self.other_text = OtherTextDesk(session, notebook, commands, self.messages)
        self.note_folder = NoteFolderDesk(folder, notebook, session.settings, window, self.messages)
        if session.episode is not None:
            notebook.open(session.episode.id, session.script)
        else:
            notebook.read_again()
