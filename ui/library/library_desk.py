"""The library: backed up and restored, checked, moved; what is wrong with it, with ways out."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from reader.errors import ReaderError, StoreError, StoreFault
from reader.library.care import LibraryCare, Move
from reader.session.reading_session import ReadingSession
from ui.appearance.reader_texts import translated
from ui.widgets.file_dialogs import FileDialogs, ask_where_to_save
from ui.widgets.message_bar import Message, MessageAction, MessageKind
from ui.window.main_window import MainWindow

if TYPE_CHECKING:
    from reader.notes.notebook import Notebook
    from reader.store.backups import Backup
    from reader.store.check import Report
    from ui.library.restore import RestoreDialog

_WAYS_OUT = {
    StoreFault.BUSY: ("try_again",),
    StoreFault.FULL: ("try_again", "move"),
    StoreFault.READ_ONLY: ("try_again", "move"),
    StoreFault.UNREACHABLE: ("try_again", "move"),
    StoreFault.FAILING: ("try_again", "move"),
    StoreFault.DAMAGED: ("restore", "move"),
    StoreFault.NEWER: ("move", "restore"),
    StoreFault.OTHER: ("try_again",),
}


class LibraryDesk(QObject):
    """All wires of the library's care. Messages stay while the episode changes."""

    def __init__(self, session: ReadingSession, care: LibraryCare, window: MainWindow) -> None:
        super().__init__(window)
        self._session, self._care, self._window = session, care, window
        self._notebook: Notebook | None = None
        self._fault: StoreError | None = None
        self._message: Message | None = None  # of the fault
        self._dialog: RestoreDialog | None = None
        self._connect_actions()
        self._connect_facts()

    def open_notebook(self, notebook: Notebook) -> None:
        """Tell of what could not be saved, too."""
        self._notebook = notebook
        notebook.waiting_changed.connect(self._show_waiting)

    # The wires

    def _connect_actions(self) -> None:
        on = self._window.commands.on
        on("back_up", self._ask_where_to_back_up)
        on("restore_backup", self._ask_what_to_restore)
        on("check_library", self._care.check)
        on("move_library", self._ask_where_to_move)

    def _connect_facts(self) -> None:
        session, care = self._session, self._care
        session.failed.connect(self._take_fault)
        session.library_mended.connect(self._forgive)
        care.backed_up.connect(self._tell_backed_up)
        care.checked.connect(self._tell_checked)
        care.restored.connect(self._tell_restored)
        care.moved.connect(self._tell_moved)
        care.failed.connect(self._tell_failed)
        care.daily_failed.connect(self._tell_no_daily)

    # Faults of the library, and ways out

    def _take_fault(self, error: ReaderError) -> None:
        if isinstance(error, StoreError):
            self._fault = error
            self._tell_fault()

    def _tell_fault(self) -> None:
        if self._fault is None:
            return
        text = translated(self._fault.message)
        if self._waiting:
            text += " " + self.tr("What you keep now is in memory only, until it can be saved.")
        actions = (self._way_out(name) for name in _WAYS_OUT[self._fault.fault])
        message = Message(MessageKind.ERROR, text, actions=tuple(actions))
        if message != self._message:
            self._withdraw()
            self._message = message
        self._window.message_bar.show_message(message)

    def _way_out(self, name: str) -> MessageAction:
        texts = {
            "try_again": self.tr("Try Again"),
            "move": self.tr("Use Another Place…"),
            "restore": self.tr("Restore From Backup…"),
        }
        wishes = {
            "try_again": self.try_again,
            "move": self._ask_where_to_move,
            "restore": self._ask_what_to_restore,
        }
        return MessageAction(texts[name], wishes[name])

    def try_again(self) -> None:
        """Save now what the library refused; what is still wrong is told again."""
        self._session.try_library_again()
        if self._notebook is not None:
            self._notebook.try_again()

    @property
    def _waiting(self) -> int:
        return self._notebook.waiting if self._notebook is not None else 0

    def _show_waiting(self, count: int) -> None:
        if count:
            self._tell_fault()
        elif self._fault is not None:
            self._fault = None
            self._withdraw()
            self._tell(MessageKind.INFO, self.tr("All that you kept is saved now."))

    def _forgive(self) -> None:
        if not self._waiting:
            self._fault = None
            self._withdraw()

    def _withdraw(self) -> None:
        if self._message is not None:
            self._window.message_bar.withdraw(self._message)
            self._message = None

    def ask_before_closing(self) -> bool:
        """Whether the window may close; with unsaved notes it asks what is to become of them."""
        if not self._waiting:
            return True
        from ui.library.unsaved import UnsavedDialog

        dialog = UnsavedDialog(translated(self._fault.message) if self._fault else "", self._window)
        dialog.try_again_requested.connect(self.try_again)
        dialog.move_requested.connect(self._ask_where_to_move)
        dialog.close_requested.connect(self._window.close_anyway)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return False

    # Backing up

    def _ask_where_to_back_up(self) -> None:
        from datetime import date

        name = f"earmark-{date.today():%Y-%m-%d}.db"
        names = self.tr("Libraries of Earmark (*.db)")
        ask_where_to_save(
            self._window,
            self.tr("Back Up Library"),
            "",
            lambda target: self._care.back_up_to(target.path, may_replace=target.may_replace),
            kinds=names,
            name=name,
        )

    def _tell_backed_up(self, path: Path) -> None:
        show = MessageAction(self.tr("Show in Folder"), partial(FileDialogs.show_in_folder, path))
        text = self.tr("The library was copied to “{0}”, and the copy was checked.")
        self._tell(MessageKind.INFO, text.format(path.name), show)

    def _tell_no_daily(self, error: ReaderError) -> None:
        """A damaged library has its own ways out."""
        if isinstance(error, StoreError) and error.fault is StoreFault.DAMAGED:
            self._take_fault(error)
            return
        back_up = MessageAction(self.tr("Back Up…"), self._ask_where_to_back_up)
        text = self.tr("Today's backup was not made: {0}")
        self._tell(MessageKind.WARNING, text.format(translated(error.message)), back_up)

    # Restoring

    def _ask_what_to_restore(self) -> None:
        from ui.library.restore import RestoreDialog

        if self._dialog is None:
            dialog = self._dialog = RestoreDialog(self._care.backups_folder, self._window)
            dialog.chosen.connect(self._restore)
            dialog.file_chosen.connect(self._care.describe)
            dialog.finished.connect(self._forget_dialog)
            self._care.listed.connect(dialog.set_backups)
            self._care.described.connect(dialog.add_backup)
            dialog.open()
        self._care.list_backups()

    def _forget_dialog(self) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None

    def _restore(self, backup: Backup) -> None:
        self._care.restore_from(backup.path)

    def _tell_restored(self, kept: Path | None) -> None:
        self._begin_anew()
        if kept is None:
            self._tell(MessageKind.INFO, self.tr("The library is the backup's now."))
            return
        show = MessageAction(self.tr("Show in Folder"), partial(FileDialogs.show_in_folder, kept))
        text = self.tr("The library is the backup's now. The one before is kept as “{0}”.")
        self._tell(MessageKind.INFO, text.format(kept.name), show)

    # Moving

    def _ask_where_to_move(self) -> None:
        title = self.tr("Choose a Folder for the Library")
        dialog = QFileDialog(self._window, title, str(self._care.folder))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(lambda folder: self._move(Path(folder)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _move(self, folder: Path) -> None:
        if folder == self._care.folder:
            self.try_again()
            return
        is_newer = self._fault is not None and self._fault.fault is StoreFault.NEWER
        self._care.move_to(folder, is_copied=not is_newer)

    def _tell_moved(self, move: Move) -> None:
        self._begin_anew()
        if move.was_there:
            text = self.tr("Earmark uses the library in “{0}” now.")
        elif move.is_copied:
            text = self.tr("The library was copied to “{0}” and is used there. The old one stays.")
        else:
            text = self.tr("A new library was begun in “{0}”. The old one stays as it is.")
        self._tell(MessageKind.INFO, text.format(move.folder))

    def _begin_anew(self) -> None:
        """The library is another one: what is open is looked up in it."""
        self._fault = None
        self._withdraw()
        self._session.try_library_again(is_another=True)
        if self._notebook is not None:
            self._notebook.try_again()

    # Checking

    def _tell_checked(self, report: Report) -> None:
        details = "\n".join(report.lines)
        if report.is_sound:
            text = self.tr("The library is sound.")
            self._tell(MessageKind.INFO, text, details=details)
        else:
            text = self.tr("The library is not sound.")
            restore = self._way_out("restore")
            self._tell(MessageKind.ERROR, text, restore, details=details)

    # Messages

    def _tell_failed(self, error: ReaderError) -> None:
        self._tell(MessageKind.ERROR, translated(error.message))

    def _tell(
        self, kind: MessageKind, text: str, *actions: MessageAction, details: str = ""
    ) -> None:
        self._window.message_bar.show_message(Message(kind, text, details, actions))
