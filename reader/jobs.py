"""Work off the GUI thread, its result back on it."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import partial
from queue import SimpleQueue
from types import MethodType
from typing import Any, NamedTuple, TypeVar, cast
from weakref import WeakMethod, ref

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot
from shiboken6 import isValid

from reader.cancelling import Cancellation
from reader.errors import Cancelled, ReaderError
from reader.message import message

T = TypeVar("T")

_Reply = Callable[[Any], None]


class Job(Cancellation):
    """One piece of work on its way. The work gets it too, to look at and to report to.

    When it is cancelled, nothing is delivered, and work that has not started never does.
    """

    def __init__(self, post: Callable[[Job], None]) -> None:
        super().__init__()
        self._post = post
        self._is_report_due = False
        self._fraction = 0.0

    def report(self, fraction: float) -> None:
        """Report how much is done, 0 to 1. Cheap: only the newest report is delivered."""
        self._fraction = fraction
        if not self._is_report_due:
            self._is_report_due = True
            self._post(self)

    def take_report(self) -> float:
        """The newest report, which is then no longer due."""
        self._is_report_due = False
        return self._fraction


class _Failure(NamedTuple):
    error: BaseException


class _Receiver(NamedTuple):
    """Whom to call on the GUI thread. The worker's thread never holds these: it could be the
    last to release a widget, and widgets must not die there."""

    done: Callable[[], _Reply | None]
    failed: Callable[[], _Reply | None] | None
    progressed: Callable[[], _Reply | None]
    crashed: Callable[[], _Reply | None]


class _Post(QObject):
    """Carries what other threads report to the one of its `Jobs`.

    It stays until the application ends, since a thread that was given up may report at any time:
    also at the very moment when its `Jobs` are deleted, in which nothing may be emitted by them.
    """

    reported = Signal(object)  # Job
    finished = Signal(object, object)  # Job, the result or a _Failure

    def __init__(self, jobs: Jobs) -> None:
        super().__init__(QCoreApplication.instance())
        self._jobs = ref(jobs)
        # Emitted on the other thread, hence queued. Not said with `Qt.ConnectionType`, since the
        # first look at `Qt` builds all its enums: 20 ms.
        self.reported.connect(self._pass_report_on)
        self.finished.connect(self._pass_result_on)

    @Slot(object)
    def _pass_report_on(self, job: Job) -> None:
        jobs = self._jobs()
        if jobs is not None and isValid(jobs):
            jobs.take_report(job)

    @Slot(object, object)
    def _pass_result_on(self, job: Job, outcome: object) -> None:
        jobs = self._jobs()
        if jobs is not None and isValid(jobs):
            jobs.take_result(job, outcome)


class Jobs(QObject):
    """Does jobs on other threads; replies on the thread it was made on.

    A bound method given as receiver is held weakly and not called once its object is gone, as
    with Qt's own connections. `close()` must be called before the application ends.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._receivers: dict[Job, _Receiver] = {}
        self._is_closed = False
        self._post = _Post(self)

    def run(
        self,
        work: Callable[[Job], T],
        done: Callable[[T], None],
        failed: Callable[[ReaderError], None] | None = None,
        progressed: Callable[[float], None] | None = None,
        *,
        crashed: Callable[[object], None] | None = None,
    ) -> Job:
        """Queue `work`; then `done` gets its result, or `failed` the ReaderError that it raised.

        All else that it raises, and without `failed` that too, reaches `sys.excepthook` on the
        GUI thread, after `crashed`: for what has to end all the same.
        """
        if self._is_closed:
            raise RuntimeError("this worker is closed")
        job = Job(self._post.reported.emit)
        self._receivers[job] = _Receiver(
            _held(done),
            failed and _held(failed),
            _held(progressed or _ignore),
            _held(crashed or _ignore),
        )
        self._begin(job, work)
        return job

    def finish(self) -> None:
        """Take no more jobs; those that were given are done. Waits for nothing."""
        self._is_closed = True

    def close(self, seconds: float = 10.0) -> bool:
        """Finish all that was given; False if it took longer than `seconds`.

        Results are dropped, since who waited for them is going too; failures are still reported.
        """
        self.finish()
        is_finished = self._wait(seconds)
        QCoreApplication.sendPostedEvents(self._post)
        return is_finished

    def _begin(self, job: Job, work: Callable[[Job], object]) -> None:
        raise NotImplementedError

    def _wait(self, seconds: float) -> bool:
        raise NotImplementedError

    def take_report(self, job: Job) -> None:
        """Pass on how much of a job is done."""
        fraction = job.take_report()
        receiver = self._receivers.get(job)
        if receiver and not job.is_cancelled and not self._is_closed:
            _call(receiver.progressed, fraction)

    def take_result(self, job: Job, outcome: object) -> None:
        """Pass on what became of a job."""
        receiver = self._receivers.pop(job)
        if job.is_cancelled:
            return
        if isinstance(outcome, _Failure):
            _show_failure(receiver, outcome.error)
        elif not self._is_closed:
            _call(receiver.done, outcome)


class Worker(Jobs):
    """Does one job after the other on a thread of its own."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._queue: SimpleQueue[Callable[[], object] | None] = SimpleQueue()
        # A daemon, so that work that never ends cannot keep the program alive.
        self._thread = threading.Thread(
            target=_work_off, args=(self._queue,), name="worker", daemon=True
        )
        self._thread.start()

    def finish(self) -> None:
        """Take no more jobs; those that were given are done. Waits for nothing."""
        super().finish()
        self._queue.put(None)

    def ask(self, work: Callable[[], T]) -> T:
        """What `work` gives, done on this worker while the calling thread waits for it.

        For other threads than the GUI's. Raises what `work` raises, and Cancelled where this
        worker takes no more jobs.
        """
        if threading.current_thread() is self._thread:
            return work()
        if self._is_closed:
            raise Cancelled(message("Earmark is ending."))
        answers: SimpleQueue[Any] = SimpleQueue()
        self._queue.put(lambda: answers.put(_outcome(work)))
        answer = answers.get()
        if isinstance(answer, _Failure):
            try:
                raise answer.error
            finally:
                del answer  # or it would keep this frame, and this frame it
        return cast("T", answer)

    def settle(self, seconds: float) -> bool:
        """Wait for what is queued now, and call whom it concerns; False if it takes longer.

        For the one moment when nothing comes after: before the application ends.
        """
        is_done = threading.Event()
        self.run(lambda _: is_done.set(), _ignore)
        is_in_time = is_done.wait(seconds)
        QCoreApplication.sendPostedEvents(self._post)
        return is_in_time

    def _begin(self, job: Job, work: Callable[[Job], object]) -> None:
        self._queue.put(partial(_do, self._post, job, work))

    def _wait(self, seconds: float) -> bool:
        self._thread.join(seconds)
        return not self._thread.is_alive()


class JobThreads(Jobs):
    """Does each job on a thread of its own: for what may have to wait for a disk or a network.

    One that is never answered keeps no other from being done, nor the program from ending.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._threads: dict[Job, threading.Thread] = {}

    def _begin(self, job: Job, work: Callable[[Job], object]) -> None:
        thread = threading.Thread(target=_do, args=(self._post, job, work), name="job", daemon=True)
        self._threads[job] = thread
        thread.start()

    def _wait(self, seconds: float) -> bool:
        """What was cancelled is not waited for."""
        end = time.monotonic() + seconds
        for thread in [thread for job, thread in self._threads.items() if not job.is_cancelled]:
            thread.join(max(0.0, end - time.monotonic()))
        return not any(thread.is_alive() for thread in self._threads.values())

    def take_result(self, job: Job, outcome: object) -> None:
        """Pass on what became of a job, whose thread has ended."""
        self._threads.pop(job, None)
        super().take_result(job, outcome)


def close_all(workers: Iterable[Jobs], seconds: float) -> bool:
    """Close them at the same time; False if one was not done within `seconds`."""
    every, end = list(workers), time.monotonic() + seconds
    for each in every:
        each.finish()
    are_done = [each.close(max(0.0, end - time.monotonic())) for each in every]
    return all(are_done)


def _work_off(queue: SimpleQueue[Callable[[], object] | None]) -> None:
    while (task := queue.get()) is not None:
        task()
        del task  # not to be kept alive until the next one comes


def _do(post: _Post, job: Job, work: Callable[[Job], object]) -> None:
    # In no variable: a failure knows the frames that it passed, and all that they hold.
    with suppress(RuntimeError):  # the application has ended without it, and the post with it
        post.finished.emit(job, None if job.is_cancelled else _outcome(partial(work, job)))


def _outcome(work: Callable[[], object]) -> object:
    try:
        return work()
    except BaseException as error:  # whatever it is, it must not end the thread
        return _Failure(error)


def _show_failure(receiver: _Receiver, error: BaseException) -> None:
    if receiver.failed and isinstance(error, ReaderError):
        _call(receiver.failed, error)
    else:
        _call(receiver.crashed, error)
        sys.excepthook(type(error), error, error.__traceback__)


def _held(reply: _Reply) -> Callable[[], _Reply | None]:
    return WeakMethod(reply) if isinstance(reply, MethodType) else lambda: reply


def _call(held: Callable[[], _Reply | None], value: object) -> None:
    reply = held()
    if reply is not None and isValid(_owner(reply)):
        reply(value)


def _owner(reply: _Reply) -> object:
    function = reply.func if isinstance(reply, partial) else reply
    return getattr(function, "__self__", None)


def _ignore(_: object) -> None:
    pass
