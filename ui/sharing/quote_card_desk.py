"""Quote cards: from what was picked out to a picture on the clipboard or on disk."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog

from reader import settings as prefs
from reader.errors import ReaderError
from reader.file_names import safe_name
from reader.jobs import Worker
from reader.notes.notebook import Notebook
from reader.recording.picked import Picked
from reader.session.reading_session import ReadingSession
from reader.time_text import clock_text
from reader.whole_file import whole_file
from ui.appearance.hues import tinted
from ui.appearance.reader_texts import translated
from ui.appearance.theme import LIGHT
from ui.sharing.quote_card import Quote
from ui.sharing.quote_card_dialog import QuoteCardDialog
from ui.widgets.file_dialogs import FileDialogs
from ui.widgets.message_bar import MessageAction, MessageKind
from ui.window.main_window import MainWindow
from ui.window.messages_desk import MessagesDesk


class QuoteCardDesk(QObject):
    """Shows the dialog, and saves the card without keeping the window waiting."""

    def __init__(
        self,
        session: ReadingSession,
        notebook: Notebook,
        window: MainWindow,
        messages: MessagesDesk,
    ) -> None:
        super().__init__(window)
        self._session, self._notebook, self._messages = session, notebook, messages
        self._writer: Worker | None = None
        self.dialog = QuoteCardDialog(session.settings, window)
        self.dialog.save_requested.connect(self._ask_where_to_save)
        window.closing.connect(self._close)

    def show(self, picked: Picked, episode: str) -> None:
        """Show a passage of the episode with this title as a card."""
        time = clock_text(picked.span[0]) if picked.span else ""
        bars = tinted(LIGHT, self._notebook.hues).mark_bars
        hue = bars[picked.colour - 1] if picked.colour else LIGHT.accent
        self.dialog.show_quote(Quote(picked.words, picked.voice, episode, time, hue))

    def _ask_where_to_save(self, card: QImage, quote: Quote) -> None:
        get = self._session.settings.get
        folder = get(prefs.CLIP_FOLDER) or get(prefs.LAST_FOLDER)
        name = safe_name(f"{quote.episode} {quote.time.replace(':', '-')}") or self.tr("Quote")
        dialog = QFileDialog(self.dialog, self.tr("Save Quote Card"), folder)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("Pictures (*.png)"))
        dialog.setDefaultSuffix("png")
        dialog.selectFile(f"{name}.png")
        dialog.fileSelected.connect(lambda file: self.save(card, Path(file)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def save(self, card: QImage, path: Path) -> None:
        """Write a card, and tell where it is."""
        self._session.settings.set(prefs.CLIP_FOLDER, str(path.parent))
        if self._writer is None:
            self._writer = Worker(self)
        self._writer.run(
            lambda _: _write(card, path), partial(self._tell_saved, path), self._tell_failure
        )

    def _tell_saved(self, path: Path, _: None) -> None:
        self.dialog.accept()
        show = MessageAction(self.tr("Show in Folder"), partial(FileDialogs.show_in_folder, path))
        text = self.tr("The card is saved as “{0}”.").format(path.name)
        self._messages.tell(MessageKind.INFO, text, show)

    def _tell_failure(self, error: Exception) -> None:
        self.dialog.accept()
        if not isinstance(error, ReaderError):
            raise error
        self._messages.tell(MessageKind.WARNING, translated(error.message))

    def _close(self) -> None:
        if self._writer is not None:
            self._writer.close()
            self._writer = None


def _write(card: QImage, path: Path) -> None:
    try:
        with whole_file(path) as beside:
            if not card.save(str(beside), "PNG"):  # type: ignore[call-overload]
                raise ReaderError(f"{path.name} cannot be written.", path=path)
    except OSError as error:
        message = f"{path.name} cannot be written: {error.strerror or error}."
        raise ReaderError(message, path=path) from error
