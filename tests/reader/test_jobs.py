from __future__ import annotations

import gc
import subprocess
import sys
import threading
import weakref
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QObject, QThread
from pytestqt.qtbot import QtBot

from reader.episode import Episode
from reader.errors import Cancelled, StoreError
from reader.jobs import Job, JobThreads, Worker, close_all
from reader.message import message
from reader.store.library import Library


@pytest.fixture
def worker(qapp: object) -> Iterator[Worker]:
    worker = Worker()
    yield worker
    worker.close()


class Receiver(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.got: list[object] = []

    def take(self, value: object) -> None:
        self.got.append(value)


def is_gui_thread() -> bool:
    application = QCoreApplication.instance()
    return application is not None and QThread.currentThread() is application.thread()


def settle(worker: Worker, qtbot: QtBot) -> None:
    """Wait until the worker has done and delivered all that is queued."""
    reached: list[int] = []
    worker.run(lambda _: 1, reached.append)
    qtbot.waitUntil(lambda: bool(reached))


def nothing(_: object) -> None:
    pass


def raising(error: BaseException) -> Callable[[Job], int]:
    def work(job: Job) -> int:
        raise error

    return work


def test_work_is_done_elsewhere_and_its_result_comes_back_here(
    worker: Worker, qtbot: QtBot
) -> None:
    got: list[tuple[bool, bool]] = []
    worker.run(lambda _: is_gui_thread(), lambda there: got.append((there, is_gui_thread())))
    qtbot.waitUntil(lambda: got == [(False, True)])


def test_jobs_run_one_after_the_other_in_order_on_one_thread(worker: Worker, qtbot: QtBot) -> None:
    threads: set[int] = set()
    results: list[int] = []

    def work(number: int, job: Job) -> int:
        threads.add(threading.get_ident())
        return number

    for number in range(50):
        worker.run(partial(work, number), results.append)
    qtbot.waitUntil(lambda: results == list(range(50)))
    assert len(threads) == 1


def test_failures_come_back_here(worker: Worker, qtbot: QtBot) -> None:
    error, got = StoreError(message("full")), list[object]()
    worker.run(raising(error), got.append, lambda reported: got.append((reported, is_gui_thread())))
    qtbot.waitUntil(lambda: got == [(error, True)])


@pytest.mark.parametrize("error", [ValueError("a bug"), OSError("no word"), SystemExit(3)])
def test_only_faults_with_words_for_the_user_are_failures(
    worker: Worker, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, error: BaseException
) -> None:
    got: list[object] = []
    monkeypatch.setattr(sys, "excepthook", lambda _kind, raised, _trace: got.append(raised))
    worker.run(
        raising(error), got.append, got.append, crashed=lambda _: got.append(is_gui_thread())
    )
    worker.run(raising(StoreError(message("full"))), nothing, nothing, crashed=got.append)
    settle(worker, qtbot)
    assert got == [True, error]


@pytest.mark.parametrize("error", [ValueError("a bug"), SystemExit(3)])
def test_an_exception_nobody_takes_reaches_the_excepthook_here(
    worker: Worker, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, error: BaseException
) -> None:
    hooked: list[object] = []
    monkeypatch.setattr(
        sys, "excepthook", lambda *reported: hooked.append((*reported, is_gui_thread()))
    )
    worker.run(raising(error), hooked.append)
    settle(worker, qtbot)
    assert hooked == [(type(error), error, error.__traceback__, True)]
    assert error.__traceback__ is not None


def test_a_cancelled_job_delivers_nothing(worker: Worker, qtbot: QtBot) -> None:
    has_begun, got = threading.Event(), list[object]()

    def work(job: Job) -> str:
        has_begun.set()
        while not job.is_cancelled:
            job.report(0.5)
        return "too late"

    job = worker.run(work, got.append, got.append, got.append)
    assert has_begun.wait(10)
    job.cancel()
    settle(worker, qtbot)
    assert got == []


def test_a_job_cancelled_while_it_fails_reports_nothing(
    worker: Worker, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    may_fail, got = threading.Event(), list[object]()
    monkeypatch.setattr(sys, "excepthook", lambda *reported: got.append(reported))

    def work(job: Job) -> None:
        may_fail.wait(10)
        raise ValueError

    job = worker.run(work, got.append)
    job.cancel()
    may_fail.set()
    settle(worker, qtbot)
    assert got == []


def test_a_job_cancelled_in_the_queue_never_runs(worker: Worker, qtbot: QtBot) -> None:
    may_go, ran = threading.Event(), list[object]()
    worker.run(lambda _: may_go.wait(10), nothing)
    worker.run(ran.append, nothing).cancel()
    may_go.set()
    settle(worker, qtbot)
    assert ran == []


def test_reports_come_here_in_order_and_the_last_is_not_lost(worker: Worker, qtbot: QtBot) -> None:
    got: list[tuple[float, bool]] = []

    def work(job: Job) -> None:
        for step in range(1, 1001):
            job.report(step / 1000)

    worker.run(work, nothing, progressed=lambda done: got.append((done, is_gui_thread())))
    settle(worker, qtbot)
    assert got[-1] == (1.0, True)
    assert got == sorted(got)


def test_many_reports_before_one_delivery_are_one(worker: Worker, qtbot: QtBot) -> None:
    reported, got = threading.Event(), list[float]()

    def work(job: Job) -> None:
        for step in range(1, 101):
            job.report(step / 100)
        reported.set()

    worker.run(work, nothing, progressed=got.append)
    assert reported.wait(10)  # this thread has delivered nothing meanwhile
    settle(worker, qtbot)
    assert got == [1.0]


@pytest.mark.parametrize("as_partial", [False, True])
def test_a_receiver_that_died_is_not_called(worker: Worker, qtbot: QtBot, as_partial: bool) -> None:
    receiver, may_go = Receiver(), threading.Event()
    method: Callable[[object], None] = partial(receiver.take) if as_partial else receiver.take
    worker.run(lambda _: may_go.wait(10), method)
    shiboken6.delete(receiver)
    may_go.set()
    settle(worker, qtbot)
    assert receiver.got == []


def test_a_receiver_is_not_kept_alive(worker: Worker, qtbot: QtBot) -> None:
    receiver, may_go, died = Receiver(), threading.Event(), list[bool]()
    receiver.destroyed.connect(lambda: died.append(is_gui_thread()))
    worker.run(lambda _: may_go.wait(10), receiver.take)
    del receiver
    assert died == [True]
    may_go.set()
    settle(worker, qtbot)


def test_a_result_is_not_kept_alive(worker: Worker, qtbot: QtBot) -> None:
    results: list[weakref.ref[Job]] = []
    worker.run(lambda _: Job(nothing), lambda result: results.append(weakref.ref(result)))
    qtbot.waitUntil(lambda: bool(results) and results[0]() is None)


@pytest.mark.parametrize("is_asked", [False, True])
def test_what_a_failed_job_held_is_not_kept_alive(
    worker: Worker, qtbot: QtBot, is_asked: bool
) -> None:
    """As the bytes of a large file that could not be read."""
    held: list[weakref.ref[Job]] = []

    def fail(_: object = None) -> None:
        file = Job(nothing)
        held.append(weakref.ref(file))
        raise StoreError(message("It is damaged."))

    other = Worker()
    work: Callable[[object], None] = (lambda _: other.ask(fail)) if is_asked else fail
    gc.collect()
    gc.disable()
    try:
        worker.run(work, nothing, nothing)
        qtbot.waitUntil(lambda: bool(held) and held[0]() is None)
    finally:
        gc.enable()
        other.close()


def test_closing_finishes_what_is_queued(qapp: object) -> None:
    worker, written = Worker(), list[int]()
    delivered: list[object] = []
    for number in range(100):
        worker.run(partial(lambda number, _: written.append(number), number), delivered.append)
    assert worker.close()
    assert written == list(range(100))
    assert delivered == []


def test_writes_queued_at_the_end_are_in_the_library(qapp: object, tmp_path: Path) -> None:
    worker, library = Worker(), Library(tmp_path / "library.db")
    for name in "abc":
        worker.run(partial(open_episode, library, name), nothing)
    worker.run(lambda _: library.close(), nothing)
    assert worker.close()
    with closing(Library(tmp_path / "library.db")) as other:
        assert [episode.title for episode in other.recent()] == ["c", "b", "a"]


def open_episode(library: Library, name: str, job: Job) -> Episode:
    return library.record_opened(Path("/nowhere", name), None, name)


def test_closing_reports_writes_that_failed(qapp: object, monkeypatch: pytest.MonkeyPatch) -> None:
    worker, reported, hooked = Worker(), list[object](), list[object]()
    monkeypatch.setattr(sys, "excepthook", lambda kind, *_: hooked.append(kind))
    worker.run(
        raising(StoreError(message("full"))),
        reported.append,
        lambda error: reported.append(str(error)),
    )
    worker.run(raising(ValueError()), reported.append)
    worker.close()
    assert reported == ["full"]
    assert hooked == [ValueError]


def test_closing_does_not_wait_for_ever(qapp: object) -> None:
    worker, may_end = Worker(), threading.Event()
    worker.run(lambda _: may_end.wait(60), nothing)
    assert not worker.close(0.05)
    may_end.set()
    assert worker.close()


def test_work_that_outlives_the_application_ends_in_silence(
    qapp: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Closing waits a second for the library; what is not done by then has nobody to report to."""
    raised: list[object] = []
    monkeypatch.setattr(threading, "excepthook", raised.append)
    worker, is_ended = Worker(), threading.Event()
    worker.run(lambda _: is_ended.wait(60), nothing)
    assert not worker.close(0.01)
    shiboken6.delete(worker._post)  # as the application does with its children
    is_ended.set()
    worker._thread.join(10.0)
    assert not worker._thread.is_alive()
    assert raised == []


def test_a_closed_worker_takes_no_work(worker: Worker) -> None:
    worker.close()
    with pytest.raises(RuntimeError):
        worker.run(lambda _: 1, nothing)


def test_a_worker_deleted_unclosed_still_writes(qapp: object) -> None:
    parent, may_go, has_written = QObject(), threading.Event(), threading.Event()
    worker = Worker(parent)
    worker.run(lambda _: may_go.wait(10), nothing)
    worker.run(lambda _: has_written.set(), nothing)
    shiboken6.delete(parent)
    may_go.set()
    assert has_written.wait(10)


# What another thread asks of a worker


def test_another_thread_gets_what_it_asks_for(worker: Worker, qtbot: QtBot) -> None:
    def ask(_: Job) -> tuple[threading.Thread, threading.Thread]:
        return worker.ask(threading.current_thread), threading.current_thread()

    reported: list[tuple[threading.Thread, threading.Thread]] = []
    threads = JobThreads()
    threads.run(ask, reported.append)
    qtbot.waitUntil(lambda: bool(reported))
    ((asked, asking),) = reported
    assert asked is not asking
    assert asked is not threading.main_thread()
    worker.run(lambda _: (worker.ask(threading.current_thread), asked), reported.append)
    qtbot.waitUntil(lambda: len(reported) == 2)
    assert reported[1] == (asked, asked)


def test_what_is_raised_goes_to_whoever_asked(worker: Worker) -> None:
    def refuse() -> None:
        raise StoreError(message("full"))

    with pytest.raises(StoreError, match="full"):
        worker.ask(refuse)
    assert worker.ask(lambda: 1) == 1
    worker.close()
    with pytest.raises(Cancelled):
        worker.ask(lambda: 1)


# A thread for each job


@pytest.fixture
def never() -> Iterator[threading.Event]:
    """What a job may wait for that is not to end before the test does."""
    event = threading.Event()
    yield event
    event.set()


def test_a_job_that_hangs_keeps_no_other_waiting(
    qapp: object, never: threading.Event, qtbot: QtBot
) -> None:
    threads = JobThreads()
    reported: list[object] = []
    threads.run(lambda _: never.wait(), reported.append)
    threads.run(lambda _: 2, reported.append)
    qtbot.waitUntil(lambda: reported == [2])
    assert not threads.close(0.05)


def test_what_was_cancelled_is_not_waited_for(qapp: object, never: threading.Event) -> None:
    threads = JobThreads()
    reported: list[object] = []
    threads.run(lambda _: never.wait(), reported.append).cancel()
    threads.close(1_000_000.0)
    assert reported == []


def test_all_are_closed_at_the_same_time(qapp: object, never: threading.Event) -> None:
    stuck, busy, threads = Worker(), Worker(), JobThreads()
    done: list[str] = []
    stuck.run(lambda _: never.wait(), nothing)
    busy.run(lambda _: done.append("worker"), nothing)
    threads.run(lambda _: done.append("thread"), nothing)
    assert not close_all([stuck, busy, threads], 0.5)
    assert sorted(done) == ["thread", "worker"]
    assert close_all([busy, threads], 0.0)


DELETING = """
import threading
import shiboken6
from PySide6.QtCore import QCoreApplication, QObject
from reader.jobs import JobThreads

application = QCoreApplication([])
for number in range(800):
    parent, may_go = QObject(), threading.Event()
    threads = JobThreads(parent)
    for _ in range(6):
        threads.run(lambda _: may_go.wait(), print)
    may_go.set()
    shiboken6.delete(parent)
    if number % 50 == 0:
        application.processEvents()
"""


def test_threads_that_end_while_their_owner_is_deleted_do_no_harm() -> None:
    """As one that hung does, when its disk answers at last and the window is closed."""
    done = subprocess.run([sys.executable, "-c", DELETING], capture_output=True, check=False)
    assert (done.returncode, done.stdout) == (0, b"")
