"""Listening to learn: connects the session with the actions of study and the caption window."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reader import settings as prefs
from reader.playback.player import PlayerState
from reader.session.reading_session import ReadingSession
from reader.settings import Preference
from ui.appearance.appearance import Appearance
from ui.widgets.message_bar import MessageAction, MessageKind, SingleMessage
from ui.window.main_window import MainWindow

if TYPE_CHECKING:
    from ui.player.caption_window import CaptionWindow

_CAPTIONS = "captions"


class StudyController(QObject):
    """All wires of study. The caption window is made when it is first asked for."""

    def __init__(self, session: ReadingSession, window: MainWindow, appearance: Appearance) -> None:
        super().__init__(window)
        self._session, self._window, self._appearance = session, window, appearance
        self._settings, self._commands = session.settings, window.commands
        self._notice = SingleMessage(window.message_bar)
        self._is_explained = False
        self._bind("pause_after_lines", prefs.IS_PAUSED_AFTER_LINES)
        self._bind("shorten_pauses", prefs.ARE_PAUSES_SHORTENED)
        self._commands.on("caption_window", self._toggle_captions)
        session.study.paused.connect(self._explain)
        self._commands["pause_after_lines"].toggled.connect(self._withdraw_if_off)
        session.transport.state_changed.connect(self._withdraw)

    def _bind(self, name: str, preference: Preference[bool]) -> None:
        """An action that is checked as a preference is."""
        action, settings = self._commands[name], self._settings
        action.setChecked(settings.get(preference))
        action.toggled.connect(lambda is_on: settings.set(preference, is_on))

        def show(key: str) -> None:
            if key == preference.key:
                action.setChecked(settings.get(preference))

        settings.changed.connect(show)

    # Pauses

    def _explain(self) -> None:
        """Once in a while of listening: who forgot that it is on would wonder."""
        if not self._is_explained:
            self._is_explained = True
            text = self.tr("Paused after the line. Space goes on.")
            turn_off = self._commands["pause_after_lines"].trigger
            self._notice.report(
                MessageKind.INFO, text, MessageAction(self.tr("Never Pause"), turn_off)
            )

    def _withdraw_if_off(self, is_on: bool) -> None:
        if not is_on:
            self._notice.withdraw()

    def _withdraw(self, state: PlayerState) -> None:
        if state is PlayerState.PLAYING:
            self._notice.withdraw()

    # Captions

    @cached_property
    def captions(self) -> CaptionWindow:
        """The window that stays on top."""
        from ui.player.caption_window import CaptionWindow

        session, captions = self._session, CaptionWindow(self._commands)
        captions.closed.connect(self._captions_closed)
        captions.setWindowIcon(self._appearance.mark)
        captions.set_look(self._appearance.theme)
        self._appearance.changed.connect(lambda: captions.set_look(self._appearance.theme))
        session.follower.current_changed.connect(self._show_line)
        session.follower.word_changed.connect(self._show_word)
        session.episode_opened.connect(self._show_title)
        session.closed.connect(captions.close)
        self._window.closing.connect(captions.close)
        return captions

    def _toggle_captions(self) -> None:
        captions = self.captions
        if captions.isVisible():
            captions.close()
            return
        self._session.transport.set_watched(True, _CAPTIONS)
        self._show_title()
        self._show_line()
        captions.come(self._settings.get(prefs.CAPTION_GEOMETRY))
        self._commands["caption_window"].setChecked(True)

    def _captions_closed(self) -> None:
        self._settings.set(prefs.CAPTION_GEOMETRY, self.captions.geometry_to_keep)
        self._commands["caption_window"].setChecked(False)
        self._session.transport.set_watched(False, _CAPTIONS)

    def _show_title(self) -> None:
        self.captions.set_title(self._session.title)

    def _show_line(self) -> None:
        script, lead = self._session.script, self._session.follower.lead
        if script is None or lead is None:
            self.captions.set_line("", "", 0)
            return
        cue, ranges = script.transcript.cues[lead], script.reading.ranges(lead)
        block = script.reading.block_at(ranges[0][0]) if ranges else None
        voice = script.reading.voice_name(block) if block is not None else cue.voice
        self.captions.set_line(cue.text, voice, cue.start or 0)

    def _show_word(self, cue: int, offset: int, length: int) -> None:
        if cue == self._session.follower.lead and self._settings.get(prefs.IS_WORD_MARKED):
            self.captions.set_word(offset, length)
