"""Listening by voice: who speaks when, from turn to turn of a voice, and one voice alone."""

from __future__ import annotations

from functools import cached_property, partial
from pathlib import Path

from PySide6.QtCore import QObject

from reader.errors import ReaderError
from reader.file_names import safe_name
from reader.jobs import Worker
from reader.playback.passage_queue import PassageQueue
from reader.session.reading_session import ReadingSession
from reader.time_text import clock_text
from reader.transcript.reading_text import Place
from reader.transcript.script import Script
from reader.transcript.talk import (
    SpokenTurn,
    lanes,
    spoken_turns,
    turn_after,
    turn_before,
)
from ui.appearance.appearance import Appearance
from ui.appearance.reader_texts import translated
from ui.reading.transcript_pane.folds import FoldedRun
from ui.voices.talk_picture import TalkPicture, save_picture
from ui.voices.talk_strip import TalkStrip
from ui.voices.voices_controller import VoicesController
from ui.widgets.announcement import announce
from ui.widgets.file_dialogs import FileDialogs, Target
from ui.widgets.message_bar import MessageAction, MessageKind, SingleMessage
from ui.window.main_window import MainWindow

_NEAR = 1_500  # ms into a turn from which "previous" means its own start


class TalkController(QObject):
    """All wires of the strip, and of the steps from turn to turn."""

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
        self._notice = SingleMessage(window.message_bar)
        self._queue = PassageQueue(session.transport, self)
        self._turns: tuple[Script, list[SpokenTurn]] | None = None
        self._only: str | None = None  # the voice that alone is shown
        self._first_of_only: Place | None = None  # by which it is known under another name
        self._writer: Worker | None = None
        self._connect()

    def _connect(self) -> None:
        commands, session = self._window.commands, self._session
        commands.on("next_turn", self._next_turn)
        commands.on("previous_turn", self._previous_turn)
        commands["who_speaks"].triggered.connect(self._show_strip)
        commands["play_voice"].triggered.connect(self._play_voice)
        commands["only_voice"].triggered.connect(self._show_only)
        self._queue.ended.connect(lambda _: commands["play_voice"].setChecked(False))
        session.script_opened.connect(self._begin)
        session.script_changed.connect(self._show_script)
        session.script_closed.connect(self._close)
        self._window.page_changed.connect(self._show_where_one_reads)
        self._window.closing.connect(self._end)

    # The strip

    @cached_property
    def _strip(self) -> TalkStrip:
        strip = TalkStrip()
        self._window.add_above_player(strip)
        strip.lanes.set_groove_source(self._window.playback_bar.groove)
        strip.set_look(self._appearance.theme)
        self._appearance.changed.connect(lambda: strip.set_look(self._appearance.theme))
        strip.turn_requested.connect(self._play_from)
        strip.confirm_all_requested.connect(self._voices.confirm_all)
        strip.guesses_requested.connect(self._window.commands["guesses"].trigger)
        strip.save_requested.connect(self._ask_where_to_save)
        strip.close_requested.connect(self._window.commands["who_speaks"].trigger)
        self._session.transport.ticked.connect(lambda time, _: strip.lanes.set_time(time))
        return strip

    def _show_strip(self, is_shown: bool) -> None:
        self._strip.setVisible(is_shown and self._window.is_reading)
        self._fill_strip()
        if not is_shown:
            self._window.focus_page()

    def _show_where_one_reads(self) -> None:
        if self._window.commands["who_speaks"].isChecked():
            self._strip.setVisible(self._window.is_reading)

    def _begin(self, script: Script) -> None:
        self._window.commands["only_voice"].setChecked(False)
        self._only = None
        self._show_script(script)

    def _show_script(self, _script: Script) -> None:
        if self._only is not None:  # also after a name was given
            self._show_only_of(self._still_only())
        if self._window.commands["who_speaks"].isChecked():
            self._fill_strip()

    def _fill_strip(self) -> None:
        if self._window.commands["who_speaks"].isChecked():
            self._strip.show_lanes(lanes(self.turns), self._length)
            self._strip.lanes.set_time(self._session.transport.time)

    @property
    def _length(self) -> int:
        script = self._session.script
        return self._session.transport.length or (script.reading.end if script else 0)

    @property
    def turns(self) -> list[SpokenTurn]:
        """Of the open text; looked for once."""
        script = self._session.script
        if script is None:
            return []
        if self._turns is None or self._turns[0] is not script:
            self._turns = script, spoken_turns(script.effective)
        return self._turns[1]

    def _play_from(self, turn: SpokenTurn) -> None:
        if self._session.recording is not None:
            self._session.navigator.play_at(turn.start)
            self._window.reading_page.follow.start()
        else:
            self._window.reading_page.pane.show_place(turn.place)

    # From turn to turn

    def _meant_voice(self) -> str | None:
        """The voice of the line under the pointer, or with the caret, or that is heard."""
        pane, lead = self._window.reading_page.pane, self._session.follower.lead
        place = pane.meant_place()
        if place is None and lead is None:
            return None
        reading = pane.reading
        position = (
            reading.position_of(place)
            if place is not None
            else next((start for start, _ in reading.ranges(lead or 0)), None)
        )
        return None if position is None else reading.guessed_name(reading.block_at(position))

    def _heard_voice(self) -> str | None:
        """Of the turn that is heard, or was last."""
        time = self._session.transport.time
        before = (turn.voice for turn in reversed(self.turns) if turn.start <= time)
        return next(before, None)

    def _next_turn(self) -> None:
        self._step(turn_after(self.turns, self._heard_voice() or "", self._session.transport.time))

    def _previous_turn(self) -> None:
        time = self._session.transport.time - _NEAR
        self._step(turn_before(self.turns, self._heard_voice() or "", time))

    def _step(self, turn: SpokenTurn | None) -> None:
        if turn is None:
            self._notice.report(MessageKind.INFO, self.tr("This voice has no other turn there."))
            return
        self._session.navigator.jump(turn.start)
        self._window.reading_page.follow.start()
        announce(self._window, turn.voice or self.tr("Not named"))

    def _play_voice(self, is_wanted: bool) -> None:
        """Only what one voice says from here on."""
        if not is_wanted:
            self._queue.stop()
            return
        voice, time = self._meant_voice() or self._heard_voice() or "", self._session.transport.time
        spans = [
            (max(time, turn.start), turn.end)
            for turn in self.turns
            if turn.voice == voice and turn.end > time
        ]
        if not spans:
            self._window.commands["play_voice"].setChecked(False)
            self._step(None)
            return
        self._queue.play(spans)
        self._window.commands["play_voice"].setChecked(True)
        self._window.reading_page.follow.start()
        name = voice or self.tr("voices without a name")
        self._notice.report(MessageKind.INFO, self.tr("Playing only {0}.").format(name))

    # One voice alone on the page

    def _show_only(self, is_wanted: bool) -> None:
        """Fold what all others say."""
        voice = (self._meant_voice() or self._heard_voice() or "") if is_wanted else None
        self._show_only_of(voice)

    def _still_only(self) -> str | None:
        """The voice that alone is shown, as it is called now; None where it says no more."""
        if self._only in {turn.voice for turn in self.turns}:
            return self._only
        same = (turn.voice for turn in self.turns if turn.place == self._first_of_only)
        return next(filter(None, same), None)

    def _show_only_of(self, voice: str | None) -> None:
        is_said = voice is not None and voice == self._only
        self._fold(voice)
        if voice is not None and not is_said:
            text = self.tr("Only {0} is shown.").format(voice or self.tr("voices without a name"))
            all_of_it = MessageAction(self.tr("Show All"), partial(self._fold, None))
            self._notice.report(MessageKind.INFO, text, all_of_it)

    def _fold(self, voice: str | None) -> None:
        self._only = voice
        of_voice = (turn.place for turn in self.turns if turn.voice == voice)
        self._first_of_only = next(of_voice, None)
        if voice is None:
            self._notice.withdraw()
        self._window.commands["only_voice"].setChecked(voice is not None)
        self._window.reading_page.pane.show_only(voice, self._describe)
        self._window.reading_page.follow.keep()

    def _describe(self, run: FoldedRun) -> str:
        turns = self.tr("%n turn(s) of others", "", run.turns)
        return f"· · ·  {turns}  ·  {clock_text(run.length)}" if run.length else f"· · ·  {turns}"

    # The picture as a file

    def _ask_where_to_save(self) -> None:
        session = self._session
        title = session.title
        picture = TalkPicture(lanes(self.turns), self._length, title, self.tr("Not named"))
        name = safe_name(f"{title} {self.tr('Who speaks when')}")
        FileDialogs(self._window, session.settings).ask_where_to_save(
            self.tr("Save Picture"),
            f"{name}.svg",
            self.tr("Pictures"),
            partial(self._save, picture),
            others=(".png",),
        )

    def _save(self, picture: TalkPicture, target: Target) -> None:
        if self._writer is None:
            self._writer = Worker(self)
        theme, path, may_replace = self._appearance.theme, target.path, target.may_replace
        self._writer.run(
            lambda _: save_picture(picture, theme, path, may_replace=may_replace),
            partial(self._report_saved, path),
            self._show_failure,
        )

    def _report_saved(self, path: Path, _: None) -> None:
        show = MessageAction(self.tr("Show in Folder"), partial(FileDialogs.show_in_folder, path))
        text = self.tr("The picture is saved as “{0}”.").format(path.name)
        self._notice.report(MessageKind.INFO, text, show)

    def _show_failure(self, error: ReaderError) -> None:
        self._notice.report(MessageKind.WARNING, translated(error.message))

    def _close(self) -> None:
        self._turns = None
        self._queue.stop()

    def _end(self) -> None:
        if self._writer is not None:
            self._writer.finish()
            self._writer = None
