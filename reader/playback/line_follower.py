"""What is being spoken in a script, told as it changes."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from reader.playback.cue_tracker import CueTracker, Spot
from reader.transcript.model import Word
from reader.transcript.script import Script
from reader.transcript.timeline import Timeline

_JUMPS = {"seek", "open"}


class LineFollower(QObject):
    """Marks the lines and the word of one script as the time goes by."""

    current_changed = Signal(object)  # tuple of cue indices, the one that leads last
    word_changed = Signal(int, int, int)  # cue, offset and length in its text; length 0: none
    spot_changed = Signal(object, int, str)  # Spot, time, cause: for the sync log

    def __init__(self, *, are_words_estimated: bool = True, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.script: Script | None = None
        self._are_words_estimated = are_words_estimated
        self._track()

    @property
    def spot(self) -> Spot:
        """What was being spoken at the last tick."""
        return self._tracker.spot

    @property
    def current(self) -> tuple[int, ...]:
        """The cues being spoken, the one that leads last."""
        return self.spot.cues

    @property
    def lead(self) -> int | None:
        """The cue that leads."""
        cue = self.spot.cue
        return cue if cue >= 0 else None

    @property
    def timeline(self) -> Timeline:
        """Of the script being followed; empty without one."""
        return self._timeline

    def line_here(self, time: int) -> tuple[int, int] | None:
        """When the line that leads starts and ends; in a silence, the line before `time`."""
        line = self.lead
        if line is None:
            line = self._timeline.cue_at_or_before(time)
        return None if line is None else self._timeline.span(line)

    def next_border(self, time: int) -> int | None:
        """The first moment after `time` when something may change."""
        return self._tracker.next_border(time)

    def show(self, script: Script | None) -> None:
        """Follow this script from the next tick on; with None, tell that nothing is spoken."""
        before, self.script = self.spot, script
        self._track()
        if script is None:
            self._tell(before, Spot())

    def set_words_estimated(self, are_estimated: bool) -> None:
        """Whether words are marked where the file has no times for them; from the next tick on."""
        self._are_words_estimated = are_estimated
        self._track()

    def tick(self, time: int, cause: str) -> None:
        """It is `time` now; a `cause` of seek or open may have led anywhere."""
        before, tracker = self.spot, self._tracker
        spot = tracker.jump(time) if cause in _JUMPS else tracker.follow(time)
        if spot is not None:
            self._tell(before, spot)
            self.spot_changed.emit(spot, time, cause)

    def _track(self) -> None:
        self._timeline = self.script.timeline if self.script else Timeline(())
        self._tracker = CueTracker(self._timeline, self._words_of)

    def _words_of(self, cue: int) -> tuple[Word, ...]:
        if self.script is None:
            return ()
        return self.script.words_of(cue, is_estimated=self._are_words_estimated)

    def _tell(self, before: Spot, spot: Spot) -> None:
        if spot.cues != before.cues:
            self.current_changed.emit(spot.cues)
        word = self._words_of(spot.cue)[spot.word] if spot.word >= 0 else None
        if word is None:
            self.word_changed.emit(-1, 0, 0)
        else:
            self.word_changed.emit(spot.cue, word.offset, word.length)
