"""Check Sync: connects the check of the open episode with its dialog, the notebook and the page."""

from __future__ import annotations

from functools import cached_property

from PySide6.QtCore import QObject

from reader.errors import ReaderError
from reader.library.pairing import is_too_short
from reader.notes.notebook import Notebook
from reader.session.reading_session import ReadingSession
from reader.session.sync_check import Begun, SyncCheck
from reader.store import change_names as names
from reader.sync.check import CheckStep
from reader.sync.check_state import CheckState
from reader.sync.engine import how_to_install
from reader.sync.fitting import may_not_fit
from reader.sync.report import SyncReport
from reader.transcript.reading_text import Place
from reader.transcript.text_sync import TextSync
from ui.appearance.appearance import Appearance
from ui.appearance.reader_texts import translated
from ui.sync.check_dialog import CheckDialog, CheckPage
from ui.sync.check_texts import CheckTexts, first_change
from ui.sync.shifts import LEAD_IN
from ui.widgets.focus import to_front
from ui.widgets.message_bar import MessageAction, MessageKind, SingleMessage
from ui.window.main_window import MainWindow

_PACE = 25  # times as fast as it sounds: how quickly a recording is listened to, at a guess
_MINUTE = 60_000


class CheckController(QObject):
    """All wires of Check Sync: asked for, on its way, found, applied."""

    def __init__(
        self,
        session: ReadingSession,
        check: SyncCheck,
        notebook: Notebook,
        window: MainWindow,
        appearance: Appearance,
    ) -> None:
        super().__init__(window)
        self._session, self._check, self._notebook = session, check, notebook
        self._window, self._appearance = window, appearance
        self._notice = SingleMessage(window.message_bar)
        self._texts = CheckTexts(self)
        self._begun = Begun()
        self._report: SyncReport | None = None
        self._applied: TextSync | None = None
        self._connect()

    def _connect(self) -> None:
        check = self._check
        self._window.commands.on("check_sync", self.show)
        check.prepared.connect(self._show_begun)
        check.started.connect(self._notice.withdraw)
        check.progressed.connect(self._show_progress)
        check.reported.connect(self._show_report)
        check.broken_off.connect(self._go_on_from)
        check.failed.connect(self._show_failure)
        check.ended.connect(self._take_end)
        check.renewed.connect(self._renew)
        self._notebook.sync_changed.connect(self._take_sync)
        check.offered.connect(self._offer)
        self._session.transport.length_settled.connect(self._look)
        for fact in (self._session.episode_opened, self._session.partner_changed):
            fact.connect(self._look)
        self._look()
        for left in (self._session.opening_started, self._session.closed):
            left.connect(self._leave)

    @cached_property
    def _dialog(self) -> CheckDialog:
        dialog = CheckDialog(self._window)
        dialog.set_theme(self._appearance.theme)
        self._appearance.changed.connect(lambda: dialog.set_theme(self._appearance.theme))
        dialog.start_requested.connect(self._start)
        dialog.cancel_requested.connect(self._check.cancel)
        dialog.apply_requested.connect(self._apply)
        dialog.hear_requested.connect(self._hear)
        dialog.show_requested.connect(self._show_line)
        return dialog

    @property
    def _is_shown(self) -> bool:
        return "_dialog" in self.__dict__ and self._dialog.isVisible()

    # Asked for

    def show(self) -> None:
        """Say what will be done; where it is under way or cannot be done, say that."""
        if not self._check.is_installed:
            self._dialog.show_message(translated(how_to_install()), self._dialog.by_hand())
        elif not self._notebook.has_both_files:
            self._dialog.show_message(
                self.tr("One of the files could not be read again, so nothing can be compared.")
            )
        elif self._check.is_running:
            self._dialog.show_progress(None)
        else:
            self._check.prepare()  # and then it is shown
            return
        self._bring_up()

    def _show_begun(self, begun: Begun) -> None:
        self._begun = begun
        if begun.state.is_complete:
            self._start(False)
        else:
            length = begun.state.length or self._session.transport.length
            minutes = max(1, round(length / _PACE / _MINUTE)) if length else 0
            self._dialog.show_start(_heard(begun.state), length, minutes)
        self._bring_up()

    def _bring_up(self) -> None:
        to_front(self._dialog)

    def _start(self, is_from_beginning: bool) -> None:
        self._report = None
        self._dialog.page = CheckPage.START
        self._dialog.show_progress(None)
        self._check.start(Begun(guess=self._begun.guess) if is_from_beginning else self._begun)

    # Offered

    def _look(self) -> None:
        """Whether the text may not fit, as soon as the length of the recording is sure."""
        session, script = self._session, self._session.script
        length = session.transport.sure_length
        if not length or script is None or session.sync or self._check.is_running:
            return
        if is_too_short(length, script.reading.end):  # then another message is shown
            return
        if not script.reading.text.strip():
            return
        if may_not_fit(script.source.cues, length) or not script.source.is_timed:
            self._check.offer_once()
        else:
            self._check.glance_once(length)

    def _offer(self) -> None:
        script = self._session.script
        if script is None:
            return
        if script.source.is_timed:
            text = self.tr("The text may not fit this recording.")
        elif self._check.is_installed:
            text = self.tr("This text has no times; they can be found in the sound.")
        else:
            return
        check = MessageAction(self.tr("Check Sync…"), self._window.commands["check_sync"].trigger)
        self._notice.report(MessageKind.INFO, text, check)

    # On its way

    def _show_progress(self, step: CheckStep) -> None:
        if self._is_shown:
            self._dialog.show_progress(step)

    def _show_report(self, report: SyncReport) -> None:
        script = self._session.script
        if script is None:
            return
        self._report = report
        if self._is_shown:
            length = report.length or self._session.transport.length
            self._dialog.show_report(report, length, script.source.end)

    def _show_failure(self, error: ReaderError) -> None:
        if self._is_shown:
            self._dialog.show_message(
                translated(error.message), self._dialog.by_hand(), may_try_again=True
            )

    def _go_on_from(self, state: CheckState) -> None:
        """Try Again listens from here on."""
        self._begun = self._begun._replace(state=state)

    def _take_end(self, is_whole: bool) -> None:
        """It was cancelled while somebody had asked for it again: say how far it came."""
        if not is_whole and self._is_shown and self._dialog.page is CheckPage.PROGRESS:
            self._check.prepare()

    def _leave(self) -> None:
        self._report = self._applied = None
        self._notice.withdraw()
        if self._is_shown:
            self._dialog.reject()

    # Taken

    def _apply(self) -> None:
        report = self._report
        if report is None:
            return
        sync = self._applied = TextSync(report.sync_map, report.times)
        self._notebook.set_sync(sync, names.APPLY_SYNC)
        self._check.take_applied(sync)
        self._dialog.accept()
        self._say_what_was_done(report)

    def _renew(self, before: TextSync, sync: TextSync) -> None:
        self._applied = sync
        self._notebook.renew_sync(before, sync)

    def _take_sync(self, sync: TextSync) -> None:
        """What was said of the applied one holds no longer where it was undone or changed."""
        if self._applied is not None and sync != self._applied:
            self._applied = None
            self._notice.withdraw()

    def _say_what_was_done(self, report: SyncReport) -> None:
        undo = MessageAction(self.tr("Undo"), self._notebook.undo)
        change = first_change(report)
        actions = [undo]
        if change is not None:
            play = MessageAction(
                self.tr("Play From the First Change"),
                lambda: self._hear(max(0, change - LEAD_IN)),
            )
            actions.insert(0, play)
        self._notice.report(MessageKind.INFO, self._texts.summary(report), *actions)

    def _hear(self, time: int) -> None:
        self._session.navigator.play_at(time)
        self._window.reading_page.follow.start()

    def _show_line(self, cue: int) -> None:
        self._window.reading_page.follow.stop()
        self._window.reading_page.pane.show_place(Place(cue, 0))


def _heard(state: CheckState) -> int:
    """How much of the recording was listened to, in ms."""
    return sum(each.end - each.start for each in state.windows)
