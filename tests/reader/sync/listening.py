"""A listener for tests: it hears what it is told to, step by step."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import replace

from reader.cancelling import Cancellation
from reader.errors import ReaderError
from reader.session.sync_check import CheckTools
from reader.sync.check import CheckRequest, CheckStep, GlanceRequest, Stage
from reader.sync.check_state import CheckState, Window
from reader.sync.report import SyncReport
from reader.sync_map import PointSource, SyncMap, SyncPoint
from reader.transcript.model import Cue
from reader.transcript.spoken_times import CueTimes

MINUTE = 60_000
FOUND = SyncMap((SyncPoint(1_000, 8_300, PointSource.FOUND),))


class FakeListener:
    """Hears `minutes` of finding, then as many of timing; each step waits for `go`, if it is set.

    `requests` are those that it got. Each window of its states stands for a minute.
    """

    def __init__(self, minutes: int = 2, *, is_waiting: bool = False) -> None:
        self.minutes = minutes
        self.requests: list[CheckRequest] = []
        self.glances: list[GlanceRequest] = []
        self.will_be_astray = False
        self.fault: ReaderError | None = None
        self.refusal: ReaderError | None = None
        self.report: SyncReport | None = None
        self._turns = threading.Semaphore(0 if is_waiting else 10_000)

    @property
    def tools(self) -> CheckTools:
        return CheckTools(self.check, self.reported, self.is_astray)

    def go(self, steps: int = 1) -> None:
        """Let it hear on."""
        self._turns.release(steps)

    def is_astray(self, request: GlanceRequest, cancellation: Cancellation) -> bool:
        self.glances.append(request)
        return self.will_be_astray and not cancellation.is_cancelled

    def check(self, request: CheckRequest, cancellation: Cancellation) -> Iterator[CheckStep]:
        self.requests.append(request)
        state, total = request.state, self.minutes * MINUTE
        while len(state.windows) < 2 * self.minutes:
            while not self._turns.acquire(timeout=0.01):
                if cancellation.is_cancelled:
                    return
            if cancellation.is_cancelled:
                return
            if self.fault is not None:
                raise self.fault
            heard = len(state.windows)
            state = state.with_finding(Window(heard * MINUTE, (heard + 1) * MINUTE, 5, ()))
            is_found = heard >= self.minutes
            stage = Stage.TIMING if is_found else Stage.FINDING
            yield CheckStep(stage, (heard % self.minutes + 1) * MINUTE, total, state)
        state = replace(state, is_complete=True)
        yield CheckStep(Stage.TIMING, total, total, state)

    def reported(
        self,
        cues: tuple[Cue, ...],
        state: CheckState,
        guess: SyncMap,  # noqa: ARG002 - as `Reporter` has it
    ) -> SyncReport:
        if self.report is not None:
            return replace(self.report, is_complete=state.is_complete)
        timed = max(0, len(state.windows) - self.minutes)
        times = tuple(
            CueTimes(cue.index, (cue.start or 0) + 7_300, (cue.start or 0) + 8_300)
            for cue in cues[:timed]
        )
        return SyncReport(
            had_times=True,
            sync_map=FOUND,
            times=times,
            offset=7_300,
            lines=len(cues),
            words=100 * timed,
            sure_words=97 * timed,
            all_words=100 * self.minutes,
            length=self.minutes * MINUTE,
            is_complete=state.is_complete,
        )
