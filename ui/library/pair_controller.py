"""A recording too short for its transcript: shown, with ways to choose another."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject

from reader.session.reading_session import ReadingSession
from reader.time_text import clock_text
from ui.widgets.message_bar import MessageAction, MessageKind, SingleMessage
from ui.window.main_window import MainWindow


class PairController(QObject):
    """Looks at each pair once its length is known; a longer length takes the message back."""

    def __init__(self, session: ReadingSession, window: MainWindow) -> None:
        super().__init__(window)
        self._session, self._commands = session, window.commands
        self._notice = SingleMessage(window.message_bar)
        self._shown: tuple[Path | None, Path | None] | None = None
        session.transport.length_changed.connect(self._look)
        for fact in (session.episode_opened, session.partner_changed, session.script_changed):
            fact.connect(self._look)
        session.opening_started.connect(self._withdraw)
        session.closed.connect(self._withdraw)

    def _look(self) -> None:
        session = self._session
        length, script = session.transport.length, session.script
        is_pair = session.recording is not None and script is not None and length > 0
        from reader.library.pairing import is_too_short

        if not is_pair or script is None or not is_too_short(length, script.reading.end):
            self._withdraw()
        elif self._shown != tuple(session.files):
            self._shown = session.files
            self._report(length, script.reading.end)

    def _withdraw(self) -> None:
        self._shown = None
        self._notice.withdraw()

    def _report(self, length: int, end: int) -> None:
        text = self.tr(
            "The recording is {0} long, but its transcript goes on to {1}: they may not belong "
            "together."
        )
        self._notice.report(
            MessageKind.WARNING,
            text.format(clock_text(length), clock_text(end)),
            MessageAction(
                self.tr("Choose Another Recording…"), self._commands["choose_recording"].trigger
            ),
            MessageAction(
                self.tr("Choose Another Transcript…"), self._commands["choose_transcript"].trigger
            ),
        )
