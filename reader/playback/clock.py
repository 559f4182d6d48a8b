"""The time between two reports: where playback is now, although a player says so only rarely."""

from __future__ import annotations

import math
import time
from collections.abc import Callable

SNAP = 350.0  # ms; a larger disagreement is a jump, not an error to be smoothed away
SLEW = 0.5  # s that a smaller one takes to be smoothed away
SLOWEST = 0.2  # of the rate: the least speed while smoothing
ECHO = 0.15  # s after a seek in which a player repeats the target before any sound
UNSETTLED = 1.0  # s after a seek in which a report may still be about the place before it


class PlaybackClock:
    """Interpolates between the reports of a player; never steps back but by a seek or a jump.

    Times are milliseconds of the recording, moments are seconds of the monotonic clock `now`.
    """

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._rate = 1.0
        self._is_running = False
        self._anchor = 0.0  # the time at the moment `_anchored`
        self._anchored = now()
        self._residual = 0.0  # still to be added, evenly until `_slewed`
        self._slewed = self._anchored
        self._floor = 0.0  # what was shown; only a seek or a jump goes below it
        self._commanded = -math.inf
        self._sought = -math.inf
        self._target = 0.0
        self._place_left = 0.0  # minus its moment times the rate: the line that a seek has left

    @property
    def rate(self) -> float:
        """Milliseconds of the recording per millisecond."""
        return self._rate

    @property
    def is_running(self) -> bool:
        """Whether time passes."""
        return self._is_running

    def time(self) -> int:
        """Where playback is, in whole milliseconds."""
        self._floor = max(self._floor, self._place(self._now()))
        return round(self._floor)

    def play(self) -> None:
        """Let time pass."""
        if not self._is_running:
            self._rebase(self._now())
            self._is_running = True
            self._commanded = self._anchored

    def pause(self) -> None:
        """Hold the time."""
        if self._is_running:
            self._rebase(self._now())
            self._is_running = False

    def set_rate(self, rate: float) -> None:
        """Pass at `rate` times the recorded speed from here on."""
        self._rebase(self._now())
        self._rate = rate
        self._commanded = self._anchored

    def seek(self, target: int, lead: int = 0) -> None:
        """Go to `target`; the sound starts `lead` ms before it, the time stays pinned meanwhile."""
        now = self._now()
        self._place_left = self._place(now) - now * self._speed
        self._set(now, max(0.0, float(target - lead)))
        self._floor = float(target)
        self._target = self._anchor
        self._sought = self._commanded = now

    def report(self, media_ms: int, moment: float) -> bool:
        """Take a measured time and the moment it was true; returns whether the time jumped."""
        if not self._is_running or moment < self._commanded or self._is_untrue(media_ms, moment):
            return False
        now = self._now()
        truth = media_ms + max(0.0, now - moment) * self._speed
        residual = truth - self._place(now)
        if abs(residual) > SNAP:
            self._set(now, truth)
            self._floor = truth
            return True
        self._slew(now, residual)
        return False

    @property
    def _speed(self) -> float:
        return self._rate * 1000

    def _place(self, now: float) -> float:
        if not self._is_running:
            return self._anchor
        passed = max(0.0, now - self._anchored)
        duration = self._slewed - self._anchored
        corrected = self._residual * min(1.0, passed / duration) if duration > 0 else self._residual
        return self._anchor + passed * self._speed + corrected

    def _set(self, now: float, place: float) -> None:
        self._anchor, self._anchored = place, now
        self._residual, self._slewed = 0.0, now

    def _rebase(self, now: float) -> None:
        """Start the line again where it is; a correction under way ends here, the next finds it."""
        self._set(now, self._place(now))

    def _slew(self, now: float, residual: float) -> None:
        self._rebase(now)
        slowest = -residual / ((1 - SLOWEST) * self._speed)
        self._residual, self._slewed = residual, now + max(SLEW, slowest)

    def _is_untrue(self, media_ms: int, moment: float) -> bool:
        """Echoes of a seek's target, leftovers from before the seek, leaps to 0 while draining."""
        expected = self._place(moment)
        if abs(media_ms - expected) > SNAP and media_ms <= 0:
            return True
        since_seek = moment - self._sought
        if since_seek <= ECHO and abs(media_ms - self._target) <= 5:
            return True
        left = self._place_left + moment * self._speed
        off = abs(media_ms - expected)
        return since_seek <= UNSETTLED and off > SNAP and off > abs(media_ms - left)
