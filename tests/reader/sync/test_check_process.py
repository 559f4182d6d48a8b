"""The process that listens, seen from outside."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from reader import own_process
from reader.cancelling import Cancellation
from reader.errors import ReaderError
from reader.sync.check import CheckRequest, GlanceRequest
from reader.sync.check_process import checked, is_astray

GLANCE = GlanceRequest((), Path("talk.opus"), 1_000)
CHECK = CheckRequest((), Path("talk.opus"))


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[subprocess.Popen[bytes]]:
    """Processes that were started: each hears nothing, for as long as it lives."""
    made: list[subprocess.Popen[bytes]] = []

    def start(_module: str, _option: str, *, is_low: bool = False) -> subprocess.Popen[bytes]:
        program = "import time; time.sleep(600)"
        pipe = subprocess.PIPE
        made.append(subprocess.Popen([sys.executable, "-c", program], stdin=pipe, stdout=pipe))
        return made[-1]

    monkeypatch.setattr(own_process, "started", start)
    return made


@pytest.mark.parametrize(
    "listen",
    [lambda left: is_astray(GLANCE, left), lambda left: any(checked(CHECK, left))],
    ids=["glance", "check"],
)
def test_who_waits_for_it_is_woken_when_it_is_cancelled(
    started: list[subprocess.Popen[bytes]], listen: Callable[[Cancellation], bool]
) -> None:
    left, found = Cancellation(), list[bool]()
    waiting = threading.Thread(target=lambda: found.append(listen(left)), daemon=True)
    waiting.start()
    left.cancel()
    waiting.join(60)
    assert found == [False]
    assert started[0].returncode


def test_a_process_that_ends_by_itself_is_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(own_process, "_command", lambda *_: [sys.executable, "-c", ""])
    with pytest.raises(ReaderError, match="ended by itself"):
        is_astray(GLANCE)
