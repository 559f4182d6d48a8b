"""Ways through a recording: to a word or a line, round in a loop, and back where one was."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from reader import settings as prefs
from reader.playback.line_follower import LineFollower
from reader.playback.listening_history import ListeningHistory
from reader.playback.player import PlayerState
from reader.playback.transport import Transport
from reader.settings import Settings
from reader.transcript.reading_text import Place

_RESTART = 1_500  # ms into a line from which "previous" means its own start


class Navigator(QObject):
    """Takes a listener elsewhere in the script that is followed. Without times it does nothing."""

    history_changed = Signal()

    def __init__(
        self,
        transport: Transport,
        settings: Settings,
        follower: LineFollower,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.history = ListeningHistory()
        self._transport, self._settings, self._follower = transport, settings, follower
        self._left: tuple[int, bool] | None = None  # by `play_from`: the time, whether it played
        self._began: int | None = None  # where playing was begun by a jump

    def start_afresh(self) -> None:
        """Another episode: there is nowhere to go back to."""
        self._left = self._began = None
        self.history = ListeningHistory()
        self.history_changed.emit()

    # Jumps

    def play_from(self, place: Place) -> None:
        """Play from the word at a place."""
        transport, script = self._transport, self._follower.script
        time = script.time_of(place) if script else None
        self._left = None
        if time is not None and transport.has_recording:
            self._left = transport.time, transport.state is PlayerState.PLAYING
            self.play_at(time)

    def take_back(self) -> None:
        """Undo `play_from` at once: the click was not meant to play."""
        if self._left is None:
            return
        (time, was_playing), self._left = self._left, None
        if not was_playing:
            self._transport.pause()
        self.history.drop()
        self._transport.seek(time)
        self.history_changed.emit()

    def play_at(self, time: int) -> None:
        """Jump to a time, in milliseconds, and play from there."""
        self.jump(time)
        self._began = time
        self._transport.play()

    def heard_back(self, lead: int) -> int:
        """How many ms back the words lie that a listener means: `lead`, but not before the place
        from which playing was begun a moment ago."""
        since = self._transport.time - self._began if self._began is not None else lead
        return since if 0 <= since < lead else lead

    def jump(self, time: int) -> None:
        """Go to a time, so that `go_back` returns to where it was."""
        self.leave()
        self._transport.seek(time)

    def leave(self) -> None:
        """Whoever seeks next leaves this place, so that `go_back` returns to it."""
        self.history.leave(self._transport.time)
        self.history_changed.emit()

    def go_back(self) -> None:
        """Return to where the last jump began."""
        self._walk(self.history.back(self._transport.time))

    def go_forward(self) -> None:
        """Go again where `go_back` came from."""
        self._walk(self.history.forward(self._transport.time))

    def _walk(self, time: int | None) -> None:
        if time is not None:
            self._transport.seek(time)
            self.history_changed.emit()

    # Steps

    def skip_back(self) -> None:
        """A settable step back."""
        self._transport.step(-self._settings.get(prefs.BACK_STEP))

    def skip_forward(self) -> None:
        """A settable step forward."""
        self._transport.step(self._settings.get(prefs.FORWARD_STEP))

    def previous_line(self) -> None:
        """The start of this line, or near it the line before."""
        time, timeline = self._transport.time, self._follower.timeline
        start = timeline.start_before(time + 1)
        if start is not None and time - start < _RESTART:
            start = timeline.start_before(start)
        self._transport.seek(start or 0)

    def next_line(self) -> None:
        """The start of the next line."""
        start = self._follower.timeline.next_start(self._transport.time)
        if start is not None:
            self._transport.seek(start)

    def repeat_line(self) -> None:
        """Hear the current line again, or in a silence the line before it."""
        span = self._follower.line_here(self._transport.time)
        if span is not None:
            self._transport.seek(span[0])
            self._transport.play()

    # Loops

    def loop(self, start: int, end: int) -> None:
        """Loop a span of the reading text, from its first word to its last."""
        script = self._follower.script
        self._loop(script.times_between(start, end) if script else None)

    def loop_line(self) -> None:
        """Loop the current line."""
        self._loop(self._follower.line_here(self._transport.time))

    def _loop(self, span: tuple[int, int] | None) -> None:
        if span is None or span[0] >= span[1]:
            return
        self._transport.set_loop(span)
        if not span[0] <= self._transport.time < span[1]:
            self.jump(span[0])
        self._transport.play()
