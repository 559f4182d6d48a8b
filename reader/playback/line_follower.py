"""What is being spoken in a script, emitted as it changes."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from reader.playback.cue_tracker import CueTracker, Highlight
from reader.transcript.model import Word
from reader.transcript.script import Script
from reader.transcript.timeline import Timeline

_JUMPS = {"seek", "open"}


class LineFollower(QObject):
    """Marks the lines and the word of one script as the time goes by."""

    current_changed = Signal(object)  # tuple of cue indices, the one that leads last
    word_changed = Signal(int, int, int)  # cue, offset and length in its text; length 0: none
    resting_changed = Signal(object)  # the cue after which nothing is spoken for now; None: one is
    highlight_changed = Signal(object, int, str)  # Highlight, time, cause: for the sync log

    def __init__(self, *, are_words_estimated: bool = True, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.script: Script | None = None
        self._are_words_estimated = are_words_estimated
        self._delay = self._came_to = 0
        self._resting: int | None = None
        self._track()

    @property
    def highlight(self) -> Highlight:
        """What was being spoken at the last tick."""
        return self._tracker.highlight

    @property
    def current(self) -> tuple[int, ...]:
        """The cues being spoken, the one that leads last."""
        return self.highlight.cues

    @property
    def lead(self) -> int | None:
        """The cue that leads."""
        cue = self.highlight.cue
        return cue if cue >= 0 else None

    @property
    def timeline(self) -> Timeline:
        """Of the script being followed; empty without one."""
        return self._timeline

    def is_in_advert(self, time: int) -> bool:
        """Whether what is heard while `time` is played is not in the text."""
        return self._timeline.is_in_advert(self.heard(time))

    def line_here(self, time: int) -> tuple[int, int] | None:
        """When the line that leads starts and ends; in a silence, the line before `time`."""
        line = self.lead
        if line is None:
            line = self._timeline.cue_at_or_before(time)
        return None if line is None else self._timeline.span(line)

    def next_boundary(self, time: int) -> int | None:
        """The first moment after `time` when something may change."""
        boundary = self._tracker.next_boundary(self.heard(time))
        return None if boundary is None else boundary + self._delay

    def set_delay(self, delay: int) -> None:
        """Mark words `delay` ms after they were played: as late as they are heard."""
        self._delay = delay

    def heard(self, time: int) -> int:
        """What is heard while `time` is played; after a jump nothing from before it."""
        return max(time - self._delay, min(time, self._came_to))

    def show(self, script: Script | None) -> None:
        """Follow this script from the next tick on; with None, emit that nothing is spoken."""
        before, self.script = self.highlight, script
        self._track()
        self._rest_at(None)
        if script is None:
            self._report(before, Highlight())

    def set_words_estimated(self, are_estimated: bool) -> None:
        """Whether words are marked where the file has no times for them; from the next tick on."""
        self._are_words_estimated = are_estimated
        self._track()

    def tick(self, time: int, cause: str) -> None:
        """It is `time` now; a `cause` of seek or open may have led anywhere."""
        before, tracker = self.highlight, self._tracker
        if cause in _JUMPS:
            self._came_to = time
        heard = self.heard(time)
        highlight = tracker.jump(heard) if cause in _JUMPS else tracker.follow(heard)
        if highlight is not None:
            self._report(before, highlight)
            self.highlight_changed.emit(highlight, time, cause)
        self._rest_at(None if self.current else self._timeline.resting_at(heard))

    def _rest_at(self, cue: int | None) -> None:
        if cue != self._resting:
            self._resting = cue
            self.resting_changed.emit(cue)

    def _track(self) -> None:
        self._timeline = self.script.timeline if self.script else Timeline(())
        self._tracker = CueTracker(self._timeline, self._words_of)

    def _words_of(self, cue: int) -> tuple[Word, ...]:
        if self.script is None:
            return ()
        return self.script.words_of(cue, is_estimated=self._are_words_estimated)

    def _report(self, before: Highlight, highlight: Highlight) -> None:
        if highlight.cues != before.cues:
            self.current_changed.emit(highlight.cues)
        word = self._words_of(highlight.cue)[highlight.word] if highlight.word >= 0 else None
        if word is None:
            self.word_changed.emit(-1, 0, 0)
        else:
            self.word_changed.emit(highlight.cue, word.offset, word.length)
