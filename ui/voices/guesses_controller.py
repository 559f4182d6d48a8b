"""The list of guesses: connects what the open text guesses of its voices with the sheet of them."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reader.overlays.voices import VoiceTurn, turns_of
from reader.session.reading_session import ReadingSession
from reader.transcript.reading_text import Place
from reader.transcript.script import Script
from ui.appearance.appearance import Appearance
from ui.voices.voices_controller import VoicesController
from ui.widgets.focus import to_front
from ui.widgets.shortened import shortened
from ui.window.main_window import MainWindow

if TYPE_CHECKING:
    from ui.voices.guesses_dialog import Guess, GuessesDialog

_QUOTED = 120  # characters


class GuessesController(QObject):
    """All wires of the list."""

    def __init__(
        self,
        session: ReadingSession,
        voices: VoicesController,
        window: MainWindow,
        appearance: Appearance,
    ) -> None:
        super().__init__(window)
        self._session, self._voices, self._window = session, voices, window
        self._appearance = appearance
        window.commands.on("guesses", self._show)
        for fact in (session.script_opened, session.script_changed, session.script_closed):
            fact.connect(self._fill_if_seen)
        appearance.changed.connect(self._fill_if_seen)

    @cached_property
    def _sheet(self) -> GuessesDialog:
        from ui.voices.guesses_dialog import GuessesDialog

        sheet = GuessesDialog(self._window)
        sheet.chosen.connect(self._show_turn)
        sheet.hear_requested.connect(self._hear)
        sheet.confirm_requested.connect(self._voices.confirm)
        sheet.swap_requested.connect(self._voices.swap_from)
        sheet.confirm_all_requested.connect(self._voices.confirm_all)
        self._window.commands.add_history_to(sheet)
        return sheet

    def _show(self) -> None:
        self._fill()
        to_front(self._sheet)

    def _fill_if_seen(self) -> None:
        if "_sheet" in self.__dict__ and self._sheet.isVisible():
            self._fill()

    def _fill(self) -> None:
        script = self._session.script
        guesses = _guesses(script) if script is not None else []
        self._sheet.set_guesses(guesses, self._appearance.theme)

    def _show_turn(self, turn: VoiceTurn) -> None:
        pane = self._window.reading_page.pane
        position = pane.reading.position_of(_place(turn))
        if position is not None:
            self._window.reading_page.follow.rest()
            pane.show_position(position)

    def _hear(self, turn: VoiceTurn) -> None:
        script = self._session.script
        time = script.time_of(_place(turn)) if script is not None else None
        if time is not None and self._session.recording is not None:
            self._session.navigator.play_at(time)
            self._window.reading_page.follow.start()


def _guesses(script: Script) -> list[Guess]:
    """All turns that nobody has confirmed, with what is read of them."""
    from ui.voices.guesses_dialog import Guess

    turns, numbers = turns_of(script.source, script.voices), script.reading.voices
    ends = [*(after.cue for after in turns[1:]), len(script.effective.cues)]
    return [
        Guess(
            turn,
            numbers.index(turn.voice) if turn.voice in numbers else 0,
            script.time_of(_place(turn)),
            _first_words(script, turn, end),
        )
        for turn, end in zip(turns, ends, strict=False)  # a text without words has no turns
        if turn.is_guess
    ]


def _first_words(script: Script, turn: VoiceTurn, end: int) -> str:
    cues = script.effective.cues
    text = cues[turn.cue].text[_place(turn).offset :]
    for cue in cues[turn.cue + 1 : end]:
        if len(text) >= _QUOTED:
            break
        text = f"{text} {cue.text}"
    return shortened(" ".join(text.split()), _QUOTED)


def _place(turn: VoiceTurn) -> Place:
    return Place(turn.cue, max(0, turn.offset))
