"""The Markdown folder: written when something kept has changed; reports when it cannot be."""

from __future__ import annotations

from PySide6.QtCore import QObject

from reader import settings as prefs
from reader.errors import ReaderError
from reader.notes.note_folder import NoteFolder
from reader.notes.notebook import Notebook
from reader.settings import Settings
from ui.appearance.reader_texts import translated
from ui.widgets.file_dialogs import ask_for_folder
from ui.widgets.message_bar import MessageAction, MessageKind
from ui.window.main_window import MainWindow
from ui.window.messages_controller import MessagesController


class NoteFolderController(QObject):
    """All wires of the folder."""

    def __init__(
        self,
        folder: NoteFolder,
        notebook: Notebook,
        settings: Settings,
        window: MainWindow,
        messages: MessagesController,
    ) -> None:
        super().__init__(window)
        self._settings, self._window, self._messages = settings, window, messages
        notebook.changed.connect(folder.report_change)
        folder.failed.connect(self._show_failure)
        window.closing.connect(folder.close)
        folder.report_change()

    def _show_failure(self, error: ReaderError) -> None:
        self._messages.report(
            MessageKind.WARNING,
            translated(error.message),
            MessageAction(self.tr("Choose Folder…"), self._ask),
            MessageAction(self.tr("Turn Off"), lambda: self._take("")),
        )

    def _ask(self) -> None:
        folder = self._settings.get(prefs.MARKDOWN_FOLDER)
        ask_for_folder(self._window, self.tr("Markdown Folder"), folder, self._take)

    def _take(self, folder: str) -> None:
        self._settings.set(prefs.MARKDOWN_FOLDER, folder)
