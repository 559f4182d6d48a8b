"""After a crash: offers what was open, and the report; notes what is open now."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject

from reader.foreign_names import shown
from reader.jobs import JobThreads, Worker
from reader.regular_file import is_regular
from reader.session.reading_session import ReadingSession
from ui.faults.crash_watch import Crash, CrashWatch
from ui.faults.fault_controller import FaultController
from ui.widgets.message_bar import MessageAction, MessageKind
from ui.window.messages_controller import MessagesController

_LONGEST_NAME = 40  # characters on a button


class CrashController(QObject):
    """Connects the session with the watch; made when the start is over."""

    def __init__(
        self,
        session: ReadingSession,
        messages: MessagesController,
        faults: FaultController,
        watch: CrashWatch,
    ) -> None:
        super().__init__(session)
        self._session, self._messages, self._faults = session, messages, faults
        self._watch = watch
        self._writer, self._lookers = Worker(self), JobThreads(self)
        self.has_looked = False  # for what was open when it crashed
        session.episode_opened.connect(self._note)
        session.partner_changed.connect(self._note)
        session.closed.connect(self._note)
        self._note()
        if watch.crash is not None:
            self._look_for_files(watch.crash)

    def _note(self) -> None:
        files = [each for each in self._session.files if each is not None]
        self._writer.run(lambda _: self._watch.note_open(files), lambda _: None)

    def _look_for_files(self, crash: Crash) -> None:
        def look(_: object) -> bool:
            return bool(crash.files) and all(map(is_regular, crash.files))

        self._lookers.run(look, lambda are_there: self._report(crash, are_there=are_there))

    def _report(self, crash: Crash, *, are_there: bool) -> None:
        self.has_looked = True
        text = self.tr("Earmark did not end properly last time. Your place and notes are kept.")
        actions = []
        if are_there and not set(crash.files) & set(self._session.files):
            label = self.tr("Reopen “{0}”").format(_shortened(shown(crash.files[-1].stem)))
            actions.append(MessageAction(label, partial(self._session.open, *crash.files)))
        if crash.trace:
            show = partial(self._faults.show_crash, crash.trace)
            actions.append(MessageAction(self.tr("Show Report…"), show))
        if actions:
            self._messages.report(MessageKind.WARNING, text, *actions)


def _shortened(name: str) -> str:
    return name if len(name) <= _LONGEST_NAME else name[: _LONGEST_NAME - 1] + "…"
