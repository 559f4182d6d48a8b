"""Quote cards: from what was picked out to a picture on the clipboard or on disk."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QBuffer, QObject
from PySide6.QtGui import QImage

from reader import settings as prefs
from reader.errors import ReaderError
from reader.file_names import safe_name
from reader.jobs import Worker
from reader.message import message
from reader.notes.notebook import Notebook
from reader.recording.picked import Picked
from reader.session.reading_session import ReadingSession
from reader.time_text import clock_text
from reader.whole_file import write_fault, write_file
from ui.appearance.hues import tinted
from ui.appearance.reader_texts import translated
from ui.appearance.theme import LIGHT
from ui.sharing.quote_card import Quote
from ui.sharing.quote_card_dialog import QuoteCardDialog
from ui.widgets.file_dialogs import FileDialogs, ask_where_to_save
from ui.widgets.message_bar import MessageAction, MessageKind
from ui.window.main_window import MainWindow
from ui.window.messages_controller import MessagesController


class QuoteCardController(QObject):
    """Shows the dialog, and saves the card without keeping the window waiting."""

    def __init__(
        self,
        session: ReadingSession,
        notebook: Notebook,
        window: MainWindow,
        messages: MessagesController,
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
        ask_where_to_save(
            self.dialog,
            self.tr("Save Quote Card"),
            folder,
            lambda target: self.save(card, target.path, may_replace=target.may_replace),
            kinds=self.tr("Pictures (*.png)"),
            name=f"{name}.png",
        )

    def save(self, card: QImage, path: Path, *, may_replace: bool = False) -> None:
        """Write a card, and show where it is."""
        self._session.settings.set(prefs.CLIP_FOLDER, str(path.parent))
        if self._writer is None:
            self._writer = Worker(self)
        self._writer.run(
            lambda _: _write(card, path, may_replace=may_replace),
            partial(self._report_saved, path),
            self._show_failure,
            crashed=lambda _: self.dialog.accept(),
        )

    def _report_saved(self, path: Path, _: None) -> None:
        self.dialog.accept()
        show = MessageAction(self.tr("Show in Folder"), partial(FileDialogs.show_in_folder, path))
        text = self.tr("The card is saved as “{0}”.").format(path.name)
        self._messages.report(MessageKind.INFO, text, show)

    def _show_failure(self, error: ReaderError) -> None:
        self.dialog.accept()
        self._messages.report(MessageKind.WARNING, translated(error.message))

    def _close(self) -> None:
        if self._writer is not None:
            self._writer.finish()
            self._writer = None


def _write(card: QImage, path: Path, *, may_replace: bool) -> None:
    picture = QBuffer()
    picture.open(QBuffer.OpenModeFlag.WriteOnly)
    if not card.save(picture, "PNG"):  # type: ignore[call-overload]
        raise ReaderError(message("{file} cannot be written.", file=path.name), path=path)
    try:
        write_file(path, bytes(picture.data().data()), may_replace=may_replace)
    except OSError as error:
        raise write_fault(path, error) from error
