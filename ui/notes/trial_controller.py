"""The tour of the sample episode: it waits where the listener is to try something."""

from __future__ import annotations

from functools import cached_property

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from reader import paths
from reader.notes.notebook import Notebook
from reader.playback.player import PlayerState
from reader.playback.trials import Snapshot, Trial, is_tried, snapshot, trials_of
from reader.session.reading_session import ReadingSession
from reader.transcript.script import Script
from ui.actions import keys_text
from ui.notes.trial_card import TrialCard
from ui.widgets.key_table import FocusKind, focus_kind
from ui.window.main_window import MainWindow

_BUSY = (FocusKind.FIELD, FocusKind.DIALOG, FocusKind.MENU)
_ACTIONS = {"keep": "keep", "colour": "keep", "note": "note", "notes": "notes"}


class TrialController(QObject):
    """Holds the sound at each trial, and lets it go on when that was done, or with Space.

    A trial that was done before its moment is not waited for, and none is asked for twice.
    """

    def __init__(self, session: ReadingSession, notebook: Notebook, window: MainWindow) -> None:
        super().__init__(window)
        self._session, self._notebook, self._commands = session, notebook, window.commands
        self._transport = session.transport
        self._waiting: list[Trial] = []  # those still to come
        self._asked: Trial | None = None
        self._is_done = False  # what was asked for; it may still be under way
        self._before: Snapshot | None = None  # what was kept when the last trial was over
        self._time = 0
        self._is_sample = self._is_inviting = False
        self._window = window
        self._connect()
        self._take_script(session.script)
        self._invite()

    @cached_property
    def card(self) -> TrialCard:
        """Asks for what is to be tried; made when the sample is first played."""
        card = TrialCard(self._window.reading_page)
        card.go_on_requested.connect(self._transport.play)
        card.focus_released.connect(self._window.focus_page)
        return card

    def _connect(self) -> None:
        session, transport = self._session, self._transport
        session.script_opened.connect(self._take_script)
        session.script_closed.connect(self._take_script)
        session.episode_opened.connect(self._invite)
        transport.add_stop_source(self._next_stop)
        transport.ticked.connect(self._ticked)
        transport.state_changed.connect(self._state_changed)
        self._notebook.changed.connect(self._look)
        self._notebook.kept_before.connect(lambda _: self._done("keep"))
        self._commands["notes"].toggled.connect(lambda _: self._done("notes"))
        self._commands.on("export_notes", lambda: self._done("export"))
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._go_on_if_free)

    def _take_script(self, script: Script | None = None) -> None:
        self._is_sample = script is not None and script.path == paths.sample_episode()
        self._waiting = list(trials_of(script.source)) if script and self._is_sample else []
        self._before = None
        self._end()

    def _invite(self) -> None:
        """Whoever opens the sample for the first time does not know how it begins."""
        session = self._session
        is_open = session.episode is not None and session.recording is not None
        if self._is_sample and is_open and not self._transport.is_wanted_playing:
            self._is_inviting = True
            text = self.tr("Press it, and the voice and the page begin.")
            self.card.invite(keys_text(self._commands["play"]), text)

    # Waiting

    def _next_stop(self, time: int) -> int | None:
        return next((trial.time for trial in self._waiting if trial.time > time), None)

    def _ticked(self, time: int, cause: str) -> None:
        before, self._time = self._time, time
        if not self._waiting and self._asked is None and not self._is_inviting:
            return
        if self._before is None and self._notebook.is_ready:
            self._before = self._kept()
        if cause in {"seek", "open"}:
            self._end()
        elif cause == "tick":
            self._wait_between(before, time)

    def _wait_between(self, before: int, time: int) -> None:
        trial = next((each for each in self._waiting if before < each.time <= time), None)
        if trial is None:
            return
        self._waiting.remove(trial)
        if self._is_tried(trial.name):
            self._before = self._kept()
            return
        self._asked, self._is_done = trial, False
        self._transport.hold()
        self.card.ask(self._keys_of(trial.name), self._text_of(trial.name))

    def _keys_of(self, name: str) -> tuple[str, ...]:
        keys = keys_text(self._commands[_ACTIONS.get(name, "export_notes")])
        return (keys, "1 – 5") if name == "colour" else (keys,)

    def _text_of(self, name: str) -> str:
        return {
            "keep": self.tr("Keep what was just said."),
            "colour": self.tr("Keep it, then give it a colour."),
            "note": self.tr("Keep it, and write on it."),
            "notes": self.tr("See what you kept."),
            "export": self.tr("Take it with you."),
        }.get(name, "")

    # What was done

    def _kept(self) -> Snapshot:
        return snapshot(each.annotation for each in self._notebook.kept)

    def _is_tried(self, name: str) -> bool:
        if name == "notes":
            return self._commands["notes"].isChecked()
        return self._before is not None and is_tried(name, self._before, self._kept())

    def _look(self) -> None:
        if self._asked is not None and self._is_tried(self._asked.name):
            self._done(self._asked.name)

    def _done(self, name: str) -> None:
        if self._asked is not None and self._asked.name == name:
            self._is_done = True
            self.card.dismiss()
            if name != "export":  # its dialog is still to come
                self._go_on_if_free()

    def _go_on_if_free(self) -> None:
        """Not while one still writes, or a dialog is open: the keyboard comes back after it."""
        focused = QApplication.focusWidget()
        if self._is_done and focused is not None and focus_kind(focused) not in _BUSY:
            self._transport.play()

    def _state_changed(self, state: PlayerState) -> None:
        """Playing on, by whatever, ends the waiting."""
        if state is PlayerState.PLAYING:
            self._end()

    def _end(self) -> None:
        if self._asked is not None and self._before is not None:
            self._before = self._kept()
        if self._asked is not None or self._is_inviting:
            self.card.dismiss()
        self._asked, self._is_done, self._is_inviting = None, False, False
