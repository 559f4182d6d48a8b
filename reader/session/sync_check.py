"""Checks the open recording against its text in the sound, and keeps how far that came."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial
from typing import NamedTuple, Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from reader.cancelling import Cancellation
from reader.errors import ReaderError, StoreError
from reader.jobs import Job, JobThreads, Worker
from reader.session.reading_session import ReadingSession
from reader.store.sync_checks import SyncChecks
from reader.store.sync_maps import SyncKeys
from reader.sync import engine
from reader.sync.check import Checker, CheckRequest, CheckStep, Glancer, GlanceRequest, Stage
from reader.sync.check_state import NOTHING_HEARD, CheckState
from reader.sync.report import SyncReport
from reader.sync_map import ONE_CLOCK, SyncMap
from reader.transcript.model import Cue
from reader.transcript.text_sync import TextSync

SAVE_AFTER = 5.0
"""Seconds of listening that are lost at most where the program is killed."""

GLANCE_AFTER = 5_000
"""Ms after which it is looked whether the text fits a recording."""

REPORT_AFTER = 15.0
"""Seconds after which words that were heard meanwhile are reported."""


class Reporter(Protocol):
    """What was found so far, of the file's own cues."""

    def __call__(self, cues: tuple[Cue, ...], state: CheckState, guess: SyncMap) -> SyncReport:
        """The report on a state, complete or not."""


class CheckTools(NamedTuple):
    """What listens, and what says what was found."""

    check: Checker
    report: Reporter
    is_astray: Glancer


def installed_tools() -> CheckTools | None:
    """Those of this computer; None where the part that listens is not installed."""
    if not engine.is_installed():
        return None
    from reader.sync.check_process import checked, is_astray
    from reader.sync.reporting import report_of

    return CheckTools(checked, report_of, is_astray)


class Begun(NamedTuple):
    """What is known of two files before they are checked."""

    state: CheckState = NOTHING_HEARD
    guess: SyncMap = ONE_CLOCK


class _Run(Cancellation):
    """One check on its way. Its thread writes `newest`; the window's thread all else."""

    def __init__(self, keys: SyncKeys, request: CheckRequest, tools: CheckTools) -> None:
        super().__init__()
        self.keys, self.request, self.tools = keys, request, tools
        self.newest: CheckStep | None = None
        self.applied: TextSync | None = None
        self.saved_at = time.monotonic()
        self.reported_at = 0.0

    def work(self, job: Job) -> CheckState:
        """Listen until all is heard, or nobody wants it."""
        for step in self.tools.check(self.request, self):
            self.newest = step
            job.report(step.heard / max(1, step.total))
        return self.state

    @property
    def state(self) -> CheckState:
        """All that is known by now."""
        return self.newest.state if self.newest is not None else self.request.state


class SyncCheck(QObject):
    """One check at a time, of what is open. Its threads listen in a process of their own.

    What was heard is in the library every few seconds, and is gone on from the next time.
    """

    prepared = Signal(object)  # Begun: what is known of the open files
    started = Signal()
    progressed = Signal(object)  # CheckStep
    reported = Signal(object)  # SyncReport: as soon as the text is found, then with more words
    renewed = Signal(object, object)  # TextSync that was applied, and that with more words
    offered = Signal()  # for the first time, of the files that are open
    ended = Signal(bool)  # nothing is listened to any more; whether it came to its end
    broken_off = Signal(object)  # CheckState: what was heard of the open files before a fault
    failed = Signal(object)  # ReaderError

    def __init__(
        self,
        session: ReadingSession,
        checks: SyncChecks,
        keeper: Worker,
        tools: Callable[[], CheckTools | None] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._checks, self._keeper = session, checks, keeper
        self._tools = tools or installed_tools
        self._threads = JobThreads(self)
        self._run: _Run | None = None
        self._glance: Job | None = None
        self._glanced: SyncKeys | None = None
        self._glanced_length = 0
        self._pause = QTimer(self, singleShot=True)
        self._pause.timeout.connect(self._begin_glance)
        for left in (session.opening_started, session.closed, session.partner_changed):
            left.connect(self._leave)

    @property
    def is_installed(self) -> bool:
        """Whether there is anything that listens."""
        return self._tools() is not None

    @property
    def is_running(self) -> bool:
        """Whether a recording is being listened to."""
        return self._run is not None

    @property
    def keys(self) -> SyncKeys | None:
        """Of the open files, where both are known by their contents."""
        episode = self._session.episode
        return SyncKeys.of(episode) if episode is not None else None

    def prepare(self) -> None:
        """Look what is known of the open files; `prepared` gives it."""
        keys = self.keys
        if keys is not None:
            self._keeper.run(lambda _: self._begun(keys), self.prepared.emit, self._fail)

    def _begun(self, keys: SyncKeys) -> Begun:
        try:
            state = CheckState.from_json(self._checks.state(keys))
        except ValueError:  # none, or that of another version
            state = NOTHING_HEARD
        return Begun(state, self._checks.map_of_another_copy(keys))

    def offer_once(self) -> None:
        """Emit `offered`, unless a check of the open files was offered or begun before."""
        keys = self.keys
        if keys is not None:
            self._keeper.run(
                lambda _: self._take_first(keys), lambda is_first: self._offer(keys, is_first)
            )

    def _take_first(self, keys: SyncKeys) -> bool:
        try:
            is_first = not self._checks.is_known(keys)
            if is_first:
                self._checks.keep(keys)
        except StoreError:
            return False  # it would be offered again and again
        return is_first

    def _offer(self, keys: SyncKeys, is_first: bool) -> None:
        if is_first and keys == self.keys:
            self.offered.emit()

    def glance_once(self, length: int) -> None:
        """Emit `offered` if some passages are heard elsewhere than the text says.

        That is listened for when these files are open together for the first time, a little later:
        while an episode is opened there is enough to do.
        """
        if self.keys is not None and self.keys != self._glanced:
            self._glanced, self._glanced_length = self.keys, length
            self._pause.start(GLANCE_AFTER)

    def _begin_glance(self) -> None:
        keys, tools, script = self.keys, self._tools(), self._session.script
        recording = self._session.recording
        if self._run or not (keys and tools and script is not None and recording is not None):
            return
        request = GlanceRequest(script.source.cues, recording, self._glanced_length)

        def work(job: Job) -> bool | None:
            if self._keeper.ask(lambda: self._checks.is_known(keys)):
                return None
            return tools.is_astray(request, job)

        self._glance = self._threads.run(work, partial(self._take_glance, keys), _nothing)

    def _take_glance(self, keys: SyncKeys, is_astray: bool | None) -> None:
        """Remember that it was looked into; None where it was not."""
        self._glance = None
        if is_astray is not None:
            self._keeper.run(
                lambda _: self._take_first(keys),
                lambda is_first: self._offer(keys, is_first and is_astray),
            )

    def _leave(self) -> None:
        self.cancel()
        self._end_glance()
        self._glanced = None

    def _end_glance(self) -> None:
        self._pause.stop()
        if self._glance is not None:
            self._glance.cancel()
            self._glance = None

    def start(self, begun: Begun) -> None:
        """Listen to the open recording, from where it was listened to before."""
        keys, tools, script = self.keys, self._tools(), self._session.script
        recording = self._session.recording
        if self._run or not (keys and tools and script is not None and recording is not None):
            return
        request = CheckRequest(
            script.source.cues,
            recording,
            begun.state,
            near=self._session.transport.time,
            guess=self._session.sync.sync_map or begun.guess,
        )
        self._end_glance()
        run = self._run = _Run(keys, request, tools)
        self.started.emit()
        self._threads.run(
            run.work,
            lambda state: self._finish(run, state),
            lambda error: self._break_off(run, error),
            lambda _: self._progress(run),
            crashed=lambda _: self._stop(run),
        )

    def cancel(self) -> None:
        """Listen no more; what was heard is kept."""
        if self._run is not None:
            self._run.cancel()

    def take_applied(self, sync: TextSync) -> None:
        """The listener took what was found: words that are still listened for follow."""
        if self._run is not None:
            self._run.applied = sync
        elif (keys := self.keys) is not None:
            self._keep(keys, "")

    # Its own work

    def _progress(self, run: _Run) -> None:
        step = run.newest
        if step is None or run is not self._run:
            return
        self.progressed.emit(step)
        now = time.monotonic()
        if now - run.saved_at > SAVE_AFTER:
            self._save(run)
        if step.stage is Stage.TIMING and now - run.reported_at > REPORT_AFTER:
            run.reported_at = now
            self._report(run, step.state, lambda report: self._take_report(run, report))

    def _save(self, run: _Run) -> None:
        run.saved_at = time.monotonic()
        state = run.state
        self._keeper.run(
            lambda _: self._checks.keep(run.keys, state.to_json()), _nothing, self._forgive
        )

    def _finish(self, run: _Run, state: CheckState) -> None:
        self._save(run)
        if state.is_complete:
            self._report(run, state, lambda report: self._finish_with(run, report))
        else:
            self._end(run, is_whole=False)

    def _finish_with(self, run: _Run, report: SyncReport) -> None:
        self._take_report(run, report)
        if run.applied is not None:
            self._keep(run.keys, "")
        self._end(run, is_whole=True)

    def _take_report(self, run: _Run, report: SyncReport) -> None:
        if run is not self._run or run.is_cancelled:
            return
        if run.applied is None:
            self.reported.emit(report)
        elif report.is_useful:
            before, run.applied = run.applied, TextSync(report.sync_map, report.times)
            self.renewed.emit(before, run.applied)

    def _report(self, run: _Run, state: CheckState, done: Callable[[SyncReport], None]) -> None:
        request = run.request
        self._threads.run(
            lambda _: run.tools.report(request.cues, state, request.guess),
            done,
            lambda error: self._break_off(run, error),
            crashed=lambda _: self._stop(run),
        )

    def _break_off(self, run: _Run, error: ReaderError) -> None:
        if self._run is run:
            self.failed.emit(error)
            self._stop(run)

    def _stop(self, run: _Run) -> None:
        """After a fault: what was heard is kept, and can be gone on from at once."""
        self._save(run)
        if self._run is run and not run.is_cancelled:
            self.broken_off.emit(run.state)
        self._end(run, is_whole=False)

    def _end(self, run: _Run, *, is_whole: bool) -> None:
        run.cancel()  # where only its report failed, it listens still
        if self._run is run:
            self._run = None
            self.ended.emit(is_whole)

    def _keep(self, keys: SyncKeys, state: str) -> None:
        self._keeper.run(lambda _: self._checks.keep(keys, state), _nothing, self._forgive)

    def _fail(self, error: ReaderError) -> None:
        """The library cannot be read: it is listened to from the start, then."""
        self._forgive(error)
        self.prepared.emit(Begun())

    def _forgive(self, error: ReaderError) -> None:
        if isinstance(error, StoreError):
            self._session.report_failure(error)


def _nothing(_: object) -> None:
    pass
