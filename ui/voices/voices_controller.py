"""Naming voices: connects the page, the card that asks, and what the library keeps of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property, partial
from typing import NamedTuple

from PySide6.QtCore import QObject, QPoint, QRect, Signal
from PySide6.QtWidgets import QMenu

from reader.message import Message
from reader.notes.notebook import Notebook
from reader.overlays import naming
from reader.overlays.voices import VoiceTurn, source_place, turn_at, turns_of
from reader.session.reading_session import ReadingSession
from reader.store import change_names as changes
from reader.time_text import clock_text
from reader.transcript.model import Transcript
from reader.transcript.reading_text import Place
from reader.transcript.script import Script
from reader.voice_names import VoiceNames
from ui.appearance.appearance import Appearance
from ui.voices.naming_card import KnownVoice, NamingCard, Question, Scope
from ui.widgets.message_bar import MessageAction, MessageKind, SingleMessage
from ui.window.main_window import MainWindow


class _Asked(NamedTuple):
    """What the card is about: a turn, and the line in it that was meant."""

    turn: VoiceTurn
    line: tuple[int, int]
    place: Place
    source: Transcript  # whose turn it is


class VoicesController(QObject):
    """All wires of naming: who says a turn, who takes turns, and what of that is sure."""

    card_offered = Signal()

    def __init__(
        self,
        session: ReadingSession,
        notebook: Notebook,
        window: MainWindow,
        appearance: Appearance,
    ) -> None:
        super().__init__(window)
        self._session, self._notebook, self._window = session, notebook, window
        self._appearance, self._page = appearance, window.reading_page
        self._notice = SingleMessage(window.message_bar)
        self._refusal = SingleMessage(window.message_bar)
        self._offer = SingleMessage(window.message_bar)  # of voices for notes
        self._asked: _Asked | None = None
        self._is_naming = False  # something was said that the library has not saved yet
        self._has_named = False  # since the notes were compared with the text
        self._reported = 0  # how many turns wait for a place, as was said
        self._connect()

    def _connect(self) -> None:
        on, notebook, session = self._window.commands.on, self._notebook, self._session
        on("name_voice", self._ask_here)
        on("confirm_voices", self.confirm_all)
        on("take_voices", self._take_voices)
        on("reset_voices", self._reset_all)
        self._page.pane.voice_requested.connect(self.ask)
        self._page.pane.view_moved.connect(self._move_card)
        notebook.voices_changed.connect(self._take)
        notebook.changed.connect(self._compare_notes)
        session.script_opened.connect(self._forget)
        session.script_changed.connect(self._take_script)
        session.script_closed.connect(self._forget)

    @cached_property
    def _card(self) -> NamingCard:
        card = NamingCard(self._page)
        card.set_look(self._appearance.theme)
        self._appearance.changed.connect(lambda: card.set_look(self._appearance.theme))
        card.named.connect(self._name)
        card.confirmed.connect(self._confirm)
        card.swap_requested.connect(self._swap)
        card.stop_requested.connect(self._stop_guessing)
        card.reset_requested.connect(self._reset)
        card.focus_released.connect(self._page.pane.setFocus)
        return card

    # Asking

    def add_actions(self, menu: QMenu, _where: QPoint, place: Place | None) -> None:
        """Offer it for the line that a menu is about."""
        if place is not None:
            action = menu.addAction(self.tr("&Who Says This…"))
            action.triggered.connect(partial(self._ask_of_line, place))

    def dismiss_card(self) -> None:
        """Make room for what is said next."""
        if self._asked is not None:
            self._card.dismiss()

    def _ask_of_line(self, place: Place, _is_checked: bool = False) -> None:
        self.ask(place, is_line=True)

    def _ask_here(self) -> None:
        """The line that is selected, under the pointer or with the caret, else the one lit."""
        selected, lead = self._page.selected_span(), self._session.follower.lead
        place = self._page.pane.meant_place()
        if selected is not None:
            place = self._page.pane.reading.place_at(selected[0]) or place
        if place is None and lead is not None:
            place = Place(lead, 0)
        if place is None:
            place = self._page.pane.reading.place_at(self._page.pane.first_position())
        if place is not None:
            self.ask(place, is_line=True)

    def ask(self, place: Place, *, is_line: bool = False) -> None:
        """Ask who says the turn at a place; `is_line` where a line of it is meant."""
        script = self._session.script
        if script is None:
            return
        if not self._notebook.can_name_voices:
            self._refuse(self.tr("The text could not be read again, so nobody was named."))
            return
        turns = turns_of(script.source, self._notebook.voices)
        turn = self._turn_at(script, place, turns)
        if turn is not None:
            line = (place.cue, 0) if is_line and place.cue > turn.cue else turn.place
            self._asked = _Asked(turn, line, place, script.source)
            self._show(self._question(turns))

    def _turn_at(
        self, script: Script, place: Place, turns: Sequence[VoiceTurn]
    ) -> VoiceTurn | None:
        names, shown = self._notebook.voices, script.effective.cues[place.cue]
        return turn_at(turns, source_place(script.source, names, shown, place.offset))

    def guess_at(self, place: Place) -> VoiceTurn | None:
        """The turn at a place, if it is a guess who speaks it."""
        script = self._session.script
        if script is None:
            return None
        turn = self._turn_at(script, place, turns_of(script.source, self._notebook.voices))
        return turn if turn is not None and turn.is_guess else None

    def _show(self, question: Question) -> None:
        self._card.ask(question, self._known(), self._name_box())
        self.card_offered.emit()

    def _question(self, turns: Sequence[VoiceTurn]) -> Question:
        asked = self._asked
        assert asked is not None
        turn = asked.turn
        voices = self._page.pane.reading.voices
        return Question(
            turn.voice,
            voices.index(turn.voice) if turn.voice in voices else -1,
            turn.is_guess,
            tuple(self._scopes(asked, turns)),
            self._other_of(turn, turns),
            can_reset=turn.is_named and not turn.is_guess,
        )

    def _scopes(self, asked: _Asked, turns: Sequence[VoiceTurn]) -> Iterator[tuple[Scope, str]]:
        """How far a name may go, what is meant most likely first."""
        turn, script = asked.turn, self._session.script
        assert script is not None
        line = (Scope.LINE, self.tr("from {0}").format(self._time_text(script, asked.line)))
        is_line, is_silent = asked.line != turn.place, not any(each.is_marked for each in turns)
        if is_line and is_silent:
            yield line
        every = [each for each in turns if turn.voice and each.voice == turn.voice]
        rest = [each for each in every if each.number >= turn.number]
        whole = (Scope.VOICE, self.tr("%n turn(s)", "", len(every)))
        if turn.said and len(every) > 1:
            yield whole
        yield Scope.TURN, self._span_text(script, turn, turns)
        if is_line and not is_silent:
            yield line
        if not turn.said and len(every) > 1:
            yield whole
        if 1 < len(rest) < len(every):
            yield Scope.FROM_HERE, self.tr("%n turn(s)", "", len(rest))
        after = _taking_turns(turn, turns)
        if after:
            yield Scope.TWO, self.tr("%n turn(s)", "", after + 1)

    def _span_text(self, script: Script, turn: VoiceTurn, turns: Sequence[VoiceTurn]) -> str:
        start = self._time_text(script, turn.place)
        if turn.number + 1 < len(turns):
            end = self._time_text(script, turns[turn.number + 1].place)
        else:
            end = clock_text(script.reading.end)
        return self.tr("{0} to {1}").format(start, end) if start else ""

    @staticmethod
    def _time_text(script: Script, place: tuple[int, int]) -> str:
        start = script.effective.cues[place[0]].start
        return "" if start is None else clock_text(start)

    @staticmethod
    def _other_of(turn: VoiceTurn, turns: Sequence[VoiceTurn]) -> str:
        """Who most likely takes turns with a voice: of the pair, else who spoke before."""
        if turn.pair is not None:
            return turn.pair[1] if turn.voice == turn.pair[0] else turn.pair[0]
        before = (each.voice for each in reversed(turns[: turn.number]))
        return next((voice for voice in before if voice and voice != turn.voice), "")

    def _known(self) -> list[KnownVoice]:
        """Names to choose from: those of the text, then those of the show."""
        here = [KnownVoice(name, k) for k, name in enumerate(self._page.pane.reading.voices)]
        names = {each.name for each in here}
        of_show = self._notebook.voices_of_show
        return here + [KnownVoice(name) for name in of_show if name not in names]

    def _name_box(self) -> QRect:
        """Where the name of the turn stands on the page."""
        pane, page = self._page.pane, self._page
        box = pane.in_view.name_box(self._asked.place) if self._asked is not None else None
        if box is None:
            return QRect(page.width() // 2, page.height() // 3, 0, 0)
        return QRect(pane.viewport().mapTo(page, box.topLeft()), box.size())

    def _move_card(self) -> None:
        if self._asked is not None and self._card.isVisible():
            self._card.follow(self._name_box())

    # What is answered

    def _name(self, voice: str, other: str, scope: Scope) -> None:
        asked, script = self._asked, self._session.script
        if asked is None or script is None:
            return
        names = self._notebook.voices
        turns, turn = turns_of(script.source, names), asked.turn
        if scope is Scope.TWO:
            self._set(naming.take_turns(names, turn, voice, other), changes.GUESS_VOICES)
        elif scope is Scope.VOICE:
            self._rename(names, turns, turn.voice, voice)
        elif scope is Scope.FROM_HERE:
            self._set(naming.call_from(names, turns, turn, voice), changes.SPLIT_VOICE)
        elif scope is Scope.LINE:
            self._set(naming.begin_turn(names, asked.line, voice), changes.NAME_VOICE)
        else:
            self._set(naming.name_turn(names, turn, voice), changes.NAME_VOICE)
            self._offer_guess(voice, turns)

    def _offer_guess(self, voice: str, turns: Sequence[VoiceTurn]) -> None:
        """Where the file only marks changes: that the next turns are the two's, by turns."""
        asked = self._asked
        if asked is None or asked.turn.voice or asked.turn.said:
            return
        after = _taking_turns(asked.turn, turns)
        if not after:
            return
        scopes = ((Scope.TWO, self.tr("%n turn(s)", "", after + 1)),)
        turn = asked.turn._replace(voice=voice)
        others = (each.name for each in self._known() if each.name != voice)
        other = self._other_of(turn, turns) or next(others, "")
        self._show(Question(voice, -1, True, scopes, other, is_follow_up=True))

    def _rename(
        self, names: VoiceNames, turns: Sequence[VoiceTurn], before: str, voice: str
    ) -> None:
        is_merging = any(each.voice == voice for each in turns) and before != voice
        name = changes.MERGE_VOICES if is_merging else changes.RENAME_VOICE
        self._set(naming.call_everywhere(names, turns, before, voice), name)
        if is_merging:
            text = self.tr("“{0}” and “{1}” are one voice now.").format(before, voice)
            undo = MessageAction(self.tr("Undo"), self._notebook.undo)
            self._notice.report(MessageKind.INFO, text, undo)

    def _confirm(self) -> None:
        if self._asked is not None:
            self.confirm([self._asked.turn])

    def confirm(self, turns: Sequence[VoiceTurn]) -> None:
        """These guesses are right."""
        self._set(naming.confirm(self._notebook.voices, turns), changes.CONFIRM_VOICES)

    def confirm_all(self) -> None:
        """All guesses are right."""
        script, names = self._session.script, self._notebook.voices
        if script is not None:
            turns = turns_of(script.source, names)
            if any(turn.is_guess for turn in turns):
                self._set(naming.confirm(names, turns), changes.CONFIRM_VOICES)
            else:
                self._refuse(self.tr("There is no guess to confirm."))

    def _swap(self) -> None:
        if self._asked is not None:
            self.swap_from(self._asked.turn)

    def swap_from(self, turn: VoiceTurn) -> None:
        """From this guess on it is the other way round."""
        self._set(naming.swap_from(self._notebook.voices, turn), changes.SWAP_VOICES)

    def _stop_guessing(self) -> None:
        if self._asked is not None:
            names = naming.stop_guessing(self._notebook.voices, self._asked.turn)
            self._set(names, changes.STOP_GUESSING)

    def _reset(self) -> None:
        if self._asked is not None:
            names = naming.as_file_says(self._notebook.voices, [self._asked.turn])
            self._set(names, changes.RESET_VOICES)

    def _reset_all(self) -> None:
        names = naming.without_any(self._notebook.voices)
        if names == self._notebook.voices:
            self._refuse(self.tr("All voices are as the file says."))
        else:
            self._set(names, changes.RESET_VOICES)

    def _set(self, names: VoiceNames, name: Message) -> None:
        """Shown at once, and kept as soon as the library can."""
        self._is_naming = True
        self._session.set_voices(names)
        self._notebook.set_voices(names, name)

    # What comes of it

    def _take(self, names: VoiceNames) -> None:
        self._has_named, self._is_naming = self._has_named or self._is_naming, False
        self._session.set_voices(names)
        count = len(names.waiting)
        if count > self._reported:
            text = self.tr(
                "%n turn(s) named in another transcript found no place in this one. They wait for "
                "one that has them.",
                "",
                count,
            )
            self._notice.report(MessageKind.INFO, text)
        self._reported = count

    def _compare_notes(self) -> None:
        """Notes keep the voice they were kept with: what the text says now is offered, as long as
        it is something else."""
        if self._is_naming and not self._notebook.is_saving:
            self._has_named, self._is_naming = True, False
        script = self._session.script
        is_shown = script is not None and script.voices == self._notebook.voices
        is_asked = self._has_named or self._offer.is_reported
        if not is_asked or not is_shown or self._notebook.is_saving:
            return
        if not self._notebook.is_placed_in(self._page.pane.reading):
            return
        has_named, self._has_named = self._has_named, False
        count = len(self._notebook.voices_to_take())
        if not count:
            self._offer.withdraw()
        elif has_named:
            text = self.tr("%n note(s) name another voice than the text now, or none.", "", count)
            take = MessageAction(self.tr("Take Voices"), self._notebook.take_voices)
            self._offer.report(MessageKind.INFO, text, take)

    def _take_voices(self) -> None:
        if self._notebook.voices_to_take():
            self._notebook.take_voices()
        else:
            self._refuse(self.tr("All notes name the voices of the text."))

    def _refuse(self, text: str) -> None:
        self._refusal.report(MessageKind.INFO, text)

    def _take_script(self, script: Script) -> None:
        """The file read in another way has other turns; names alone leave them."""
        self._refusal.withdraw()  # it may not be so any more
        if self._asked is not None and script.source is not self._asked.source:
            self.dismiss_card()
            self._asked = None

    def _forget(self) -> None:
        self.dismiss_card()
        self._asked, self._has_named, self._reported = None, False, 0
        for message in (self._notice, self._refusal, self._offer):
            message.withdraw()


def _taking_turns(turn: VoiceTurn, turns: Sequence[VoiceTurn]) -> int:
    """How many turns after this one the file does not name."""
    if turn.said:
        return 0
    return sum(not each.said for each in turns[turn.number + 1 :])
