"""The library: backed up and restored, checked, moved; its faults, with recovery actions."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QFileDialog

from reader.errors import PARTED, ReaderError, StoreError, StoreFault
from reader.file_names import free_path
from reader.library.care import LibraryCare, Move
from reader.library.watch import LibraryWatch
from reader.session.reading_session import ReadingSession
from reader.store.set_aside import is_unsaved, place_for_unsaved
from ui.appearance.reader_texts import translated
from ui.widgets.file_dialogs import FileDialogs, ask_where_to_save
from ui.widgets.message_bar import MessageAction, MessageKind, SingleMessage
from ui.window.main_window import MainWindow

if TYPE_CHECKING:
    from reader.notes.note_drafts import NoteDrafts
    from reader.notes.notebook import Notebook
    from reader.store.backups import Backup
    from reader.store.check import Report
    from reader.store.recovery import Recovery
    from reader.store.salvage import Salvaged
    from ui.library.restore import RestoreDialog
    from ui.library.unsaved import UnsavedDialog

_WAYS_OUT = {
    StoreFault.BUSY: ("try_again",),
    StoreFault.FULL: ("try_again", "move"),
    StoreFault.READ_ONLY: ("try_again", "move"),
    StoreFault.UNREACHABLE: ("try_again", "move"),
    StoreFault.FAILING: ("try_again", "move"),
    StoreFault.DAMAGED: ("salvage", "restore"),
    StoreFault.MISSING: ("restore_newest", "begin_empty"),
    StoreFault.NEWER: ("move", "restore"),
    StoreFault.REPLACED: ("merge", "save_beside", "move"),
    StoreFault.GONE: ("save_here", "move", "try_again"),
    StoreFault.OTHER: ("try_again",),
}


_PATIENCE = 0.5  # seconds that closing waits for the disk, which may hang
_LOOK_EVERY = 300  # ms, whether what the window waits for is saved


class LibraryController(QObject):
    """All wires of the library's care. Messages stay while the episode changes."""

    notebook_needed = Signal()  # there is none yet, and notes are to be seen to

    def __init__(
        self,
        session: ReadingSession,
        care: LibraryCare,
        watch: LibraryWatch,
        window: MainWindow,
    ) -> None:
        super().__init__(window)
        self._session, self._care, self._watch, self._window = session, care, watch, window
        self._notebook: Notebook | None = None
        self._drafts: NoteDrafts | None = None
        self._aside: Path | None = None  # where what is unsaved is set aside, once
        self._fault: StoreError | None = None
        self._fault_shown = SingleMessage(window.message_bar)
        self._dialog: RestoreDialog | None = None
        self._connect_actions()
        self._connect_facts()
        self._connect_watch()

    def open_notebook(self, notebook: Notebook, drafts: NoteDrafts) -> None:
        """Report what could not be saved, too."""
        self._notebook, self._drafts = notebook, drafts
        notebook.waiting_changed.connect(self._show_waiting)
        notebook.saved_beside.connect(self._report_saved_beside)
        notebook.saved_apart.connect(self._close_when_apart)

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
        session.library_recovered.connect(self._clear_errors)
        care.backed_up.connect(self._report_backed_up)
        care.checked.connect(self._report_checked)
        care.restored.connect(self._report_restored)
        care.recovered.connect(self._report_recovered)
        care.moved.connect(self._report_moved)
        care.failed.connect(self._report_failed)
        care.daily_failed.connect(self._report_no_daily)
        care.conflict_found.connect(self._report_conflict)

    def _connect_watch(self) -> None:
        window, watch = self._window, self._watch
        window.seen_changed.connect(watch.set_shown)
        window.active_changed.connect(self._see_activity)
        watch.changed.connect(self._read_again)
        watch.failed.connect(self._take_watched)
        self._care.taken.connect(self._use_what_is_there)

    def _see_activity(self, is_active: bool) -> None:
        if is_active:
            self._watch.look()
        else:
            self._watch.settle()

    def _read_again(self) -> None:
        """Another window or program has changed the library: both are to show the same."""
        self._session.recent.load()
        if self._notebook is not None:
            self._notebook.read_again()

    def _take_watched(self, error: StoreError) -> None:
        if error.fault in PARTED:
            self._take_parting()
        else:
            self._session.report_failure(error)

    def _take_parting(self) -> None:
        """The notebook sees to all notes, and may find them in what is at the place now."""
        if self._watch.is_closed:
            return
        if self._notebook is None:
            self.notebook_needed.emit()
        if self._notebook is not None:
            self._notebook.look()

    # Faults of the library, and recovery actions

    def _take_fault(self, error: ReaderError) -> None:
        if isinstance(error, StoreError):
            self._fault = error
            self._report_fault()
            if error.fault in PARTED:
                self._take_parting()

    def _report_fault(self) -> None:
        if self._fault is None:
            return
        text = translated(self._fault.message)
        if self._waiting:
            text += " " + self.tr("What you keep now is in memory only, until it can be saved.")
        self._fault_shown.report(MessageKind.ERROR, text, *self._recovery_actions()[:2])

    def _recovery_actions(self) -> tuple[MessageAction, ...]:
        fault = self._fault.fault if self._fault is not None else StoreFault.OTHER
        return tuple(map(self._way_out, _WAYS_OUT[fault]))

    def _way_out(self, name: str) -> MessageAction:
        texts = {
            "try_again": self.tr("Try Again"),
            "move": self.tr("Use Another Place…"),
            "restore": self.tr("Restore From Backup…"),
            "merge": self.tr("Merge and Save"),
            "save_here": self.tr("Save Here Again"),
            "save_beside": self.tr("Save Beside It"),
            "salvage": self.tr("Copy What Can Be Read"),
            "restore_newest": self.tr("Restore Newest Backup"),
            "begin_empty": self.tr("Begin Again"),
        }
        requests = {
            "try_again": self.try_again,
            "move": self._ask_where_to_move,
            "restore": self._ask_what_to_restore,
            "merge": self._care.begin_again,
            "save_here": self._care.begin_again,
            "save_beside": self._save_beside,
            "salvage": self._care.salvage,
            "restore_newest": self._care.restore_newest,
            "begin_empty": self._care.begin_empty,
        }
        return MessageAction(texts[name], requests[name])

    def _save_beside(self) -> None:
        if self._notebook is not None:
            name = f"{self._care.path.stem}.kept-{datetime.now():%Y-%m-%d-%H%M%S}"
            self._notebook.save_beside(free_path(self._care.folder, name, ".db"))

    def _report_saved_beside(self, path: Path) -> None:
        self._begin_anew()
        show = MessageAction(self.tr("Show in Folder"), partial(FileDialogs.show_in_folder, path))
        text = self.tr(
            "What you kept is in “{0}”, beside the library. Earmark uses what is there now."
        )
        self._window.message_bar.report(MessageKind.INFO, text.format(path.name), show)

    def try_again(self) -> None:
        """Save now what the library refused; what is still wrong is shown again."""
        self._session.try_library_again()
        self._save_again()

    def _save_again(self) -> None:
        if self._notebook is not None and self._drafts is not None:
            self._notebook.try_again()
            self._drafts.try_again()

    @property
    def _waiting(self) -> int:
        return self._notebook.waiting if self._notebook is not None else 0

    def _show_waiting(self, count: int) -> None:
        if count:
            self._report_fault()
        elif self._fault is not None:
            self._fault = None
            self._fault_shown.withdraw()
            self._window.message_bar.report(
                MessageKind.INFO, self.tr("All that you kept is saved now.")
            )

    def _clear_errors(self) -> None:
        if not self._waiting:
            self._fault = None
            self._fault_shown.withdraw()

    def _no_answer(self) -> str:
        return self.tr("The library does not answer: its disk may be slow, or gone.")

    def ask_before_closing(self) -> bool:
        """Whether the window may close; with unsaved notes it asks what is to become of them."""
        if self._notebook is None or self._drafts is None:
            return True
        self._notebook.look()
        is_in_time = self._watch.finish(_PATIENCE)
        is_late = not is_in_time and self._notebook.is_saving
        if not (self._waiting or is_late or self._drafts.are_unsaved):
            return True
        from ui.library.unsaved import UnsavedDialog

        fault = self._fault
        is_parted = fault is not None and fault.fault in PARTED
        dialog = UnsavedDialog(
            translated(fault.message) if fault else "" if is_in_time else self._no_answer(),
            self._window,
            saves=self._recovery_actions() if is_parted else (),
        )
        dialog.try_again_requested.connect(self.try_again)
        dialog.move_requested.connect(self._ask_where_to_move)
        dialog.close_requested.connect(self._window.close_anyway)
        dialog.finished.connect(dialog.deleteLater)
        saved = QTimer(dialog, interval=_LOOK_EVERY)
        saved.timeout.connect(partial(self._close_when_saved, dialog))
        saved.start()
        dialog.open()
        return False

    def _close_when_saved(self, dialog: UnsavedDialog) -> None:
        """As requested: at the session's end there may be nobody to press a button."""
        notebook, drafts = self._notebook, self._drafts
        is_writing = (notebook and notebook.is_saving) or (drafts and drafts.are_unsaved)
        if dialog.isVisible() and not (self._waiting or is_writing):
            dialog.accept()
            self._window.close()

    def end(self) -> None:
        """Save what is unsaved to a file beside the library, without a question: there may be
        nobody to answer it. The next start offers to import that file."""
        if self._aside is None:
            self._aside = place_for_unsaved(self._care.path, datetime.now())
        if self._notebook is not None and self._waiting and not self._aside.exists():
            self._notebook.save_apart(self._aside)

    def _close_when_apart(self) -> None:
        if self._drafts is None or not self._drafts.are_unsaved:
            self._window.close_anyway()

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

    def _report_backed_up(self, path: Path) -> None:
        show = MessageAction(self.tr("Show in Folder"), partial(FileDialogs.show_in_folder, path))
        text = self.tr("The library was copied to “{0}”, and the copy was checked.")
        self._window.message_bar.report(MessageKind.INFO, text.format(path.name), show)

    def _report_no_daily(self, error: ReaderError) -> None:
        """A damaged library has its own recovery actions."""
        recoverable = StoreFault.DAMAGED, StoreFault.MISSING
        if isinstance(error, StoreError) and error.fault in recoverable:
            self._take_fault(error)
            return
        back_up = MessageAction(self.tr("Back Up…"), self._ask_where_to_back_up)
        text = self.tr("Today's backup was not made: {0}")
        self._window.message_bar.report(
            MessageKind.WARNING, text.format(translated(error.message)), back_up
        )

    def _report_conflict(self, path: Path) -> None:
        take_in = MessageAction(self.tr("Import Them"), partial(self._care.take_in, path))
        show = MessageAction(self.tr("Show in Folder"), partial(FileDialogs.show_in_folder, path))
        if is_unsaved(path):
            text = self.tr(
                "The library could not be changed when Earmark was ended. Some of what you kept "
                "is in “{0}” alone."
            )
        else:
            text = self.tr(
                "Two computers changed the library at once. Some of what you kept is in “{0}” "
                "alone."
            )
        self._window.message_bar.report(MessageKind.WARNING, text.format(path.name), take_in, show)

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

    def _report_restored(self, kept: Path | None) -> None:
        self._begin_anew()
        if kept is None:
            self._window.message_bar.report(
                MessageKind.INFO, self.tr("The library is the backup's now.")
            )
            return
        show = MessageAction(self.tr("Show in Folder"), partial(FileDialogs.show_in_folder, kept))
        text = self.tr("The library is the backup's now. The one before is kept as “{0}”.")
        self._window.message_bar.report(MessageKind.INFO, text.format(kept.name), show)

    # What comes of a library that was damaged or gone

    def _report_recovered(self, recovery: Recovery) -> None:
        if recovery.backup is not None:
            self._report_restored(recovery.kept)
            return
        self._begin_anew()
        if recovery.salvaged is None:
            text = self.tr("A new library was begun. The backups stay where they are.")
            self._window.message_bar.report(MessageKind.INFO, text)
            return
        self._report_salvaged(recovery.salvaged, recovery.kept)

    def _report_salvaged(self, salvaged: Salvaged, kept: Path | None) -> None:
        texts = [self.tr("%n note(s) were read and copied into a new library.", "", salvaged.notes)]
        if salvaged.from_backup:
            text = self.tr("%n of them stood in the newest backup alone.", "", salvaged.from_backup)
            texts.append(text)
        if salvaged.unreadable:
            text = self.tr("%n entry(s) could not be read.", "", salvaged.unreadable)
            texts.append(text)
        if kept is None:
            self._window.message_bar.report(MessageKind.INFO, " ".join(texts))
            return
        texts.append(self.tr("The damaged one is kept as “{0}”.").format(kept.name))
        show = MessageAction(self.tr("Show in Folder"), partial(FileDialogs.show_in_folder, kept))
        self._window.message_bar.report(MessageKind.INFO, " ".join(texts), show)

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

    def _report_moved(self, move: Move) -> None:
        self._begin_anew()
        if move.was_there:
            text = self.tr("Earmark uses the library in “{0}” now.")
        elif move.is_copied:
            text = self.tr("The library was copied to “{0}” and is used there. The old one stays.")
        else:
            text = self.tr("A new library was begun in “{0}”. The old one stays as it is.")
        self._window.message_bar.report(MessageKind.INFO, text.format(move.folder))

    def _begin_anew(self) -> None:
        """The library is another one: what is open is looked up in it."""
        self._fault = None
        self._use_what_is_there()

    def _use_what_is_there(self) -> None:
        self._fault_shown.withdraw()
        self._session.try_library_again(is_another=True)
        self._save_again()

    # Checking

    def _report_checked(self, report: Report) -> None:
        details = "\n".join(report.lines)
        if report.is_sound:
            text = self.tr("The library is sound.")
            self._window.message_bar.report(MessageKind.INFO, text, details=details)
        else:
            text = self.tr("The library is not sound.")
            actions = self._way_out("salvage"), self._way_out("restore")
            self._window.message_bar.report(MessageKind.ERROR, text, *actions, details=details)

    # Messages

    def _report_failed(self, error: ReaderError) -> None:
        self._window.message_bar.report(MessageKind.ERROR, translated(error.message))
