"""Listening to learn: a pause after each line, and shorter pauses between them."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from reader import settings as prefs
from reader.playback.line_follower import LineFollower
from reader.playback.study_lines import LEAD, TAIL, lines_from, pause_after, stop_after
from reader.playback.transport import Transport
from reader.settings import Settings

_ELSEWHERE = ("seek", "open")


class Study(QObject):
    """Pauses after lines and leaves out long silences, as the settings say. Play goes on."""

    paused = Signal(int)  # after a line, whose end this is, in milliseconds

    def __init__(
        self,
        transport: Transport,
        settings: Settings,
        follower: LineFollower,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._transport, self._follower, self._settings = transport, follower, settings
        self._time = 0  # of the last tick
        self._stopped_at = -1
        self._is_pausing = self._is_shortening = False
        self._take_preferences()
        transport.add_stop_source(self._next_moment)
        transport.set_skip_source(self._skip_target)
        transport.ticked.connect(self._ticked)
        settings.changed.connect(self._take_preferences)

    def _take_preferences(self) -> None:
        get = self._settings.get
        self._is_pausing = get(prefs.IS_PAUSED_AFTER_LINES)
        self._is_shortening = get(prefs.ARE_PAUSES_SHORTENED)
        self._transport.ask_for_stops()

    def _next_moment(self, time: int) -> int | None:
        """When to pause or to skip next."""
        stop, skip = self._next_stop(time), self._next_skip(time)
        moments = [stop, max(skip[0], time + 1) if skip else None]
        return min((each for each in moments if each is not None), default=None)

    def _next_stop(self, time: int) -> int | None:
        """A loop goes round without a stop; nothing stops twice at the same end."""
        script = self._follower.script
        if not self._is_pausing or script is None or self._transport.loop is not None:
            return None
        return stop_after(lines_from(script, time), max(time, self._stopped_at))

    def _next_skip(self, time: int) -> tuple[int, int] | None:
        """From when to when nothing is heard. After a stop the silence was long enough."""
        script = self._follower.script
        if not self._is_shortening or script is None:
            return None
        found = pause_after(lines_from(script, time), time)
        return found and (found.start + (0 if self._is_pausing else TAIL), found.end - LEAD)

    def _skip_target(self, time: int) -> int | None:
        """First comes a stop that is due."""
        stop, skip = self._next_stop(self._time), self._next_skip(time)
        is_due = stop is not None and stop <= time
        return skip[1] if skip and not is_due and skip[0] <= time else None

    def _ticked(self, time: int, cause: str) -> None:
        before, self._time = self._time, time
        if cause in _ELSEWHERE:
            self._stopped_at = -1
        elif cause == "tick":
            self._stop_between(before, time)

    def _stop_between(self, before: int, time: int) -> None:
        stop = self._next_stop(before)
        if stop is not None and stop <= time:
            self._stopped_at = stop
            self._transport.hold()
            self.paused.emit(stop)
