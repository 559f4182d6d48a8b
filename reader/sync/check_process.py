"""Checks a recording against a text in a process of its own.

The engine lets no other thread run and may end its process; here neither is noticed.
"""

from __future__ import annotations

import json
import pickle
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import IO, Any

from reader import own_process
from reader.errors import ReaderError
from reader.message import from_json, message
from reader.sync.check import CheckRequest, CheckStep, GlanceRequest, Stage
from reader.sync.check_state import CheckState, finding_from_json
from reader.sync.finding import share_found

PROCESS_OPTION = "--listen"
"""What makes the frozen program such a process: it has no `python -m`."""

_PROCESS = "reader.sync.checking_process"
_LOOK_EVERY = 0.1  # seconds, whether it was cancelled meanwhile


def checked(
    request: CheckRequest, is_cancelled: Callable[[], bool] = lambda: False
) -> Iterator[CheckStep]:
    """Check step by step, as `reader.sync.check.Checker` says."""
    with _asked(request, is_low=request.is_in_background) as output:
        yield from _steps(request, _lines(output, is_cancelled))


def is_astray(request: GlanceRequest, is_cancelled: Callable[[], bool] = lambda: False) -> bool:
    """Look into it, as `reader.sync.check.Glancer` says."""
    with _asked(request, is_low=True) as output:
        for line in _lines(output, is_cancelled):
            return bool(_answer(line)["is_astray"])
    return False


@contextmanager
def _asked(request: CheckRequest | GlanceRequest, *, is_low: bool) -> Iterator[IO[bytes]]:
    """What a process answers that is ended afterwards."""
    process = own_process.started(_PROCESS, PROCESS_OPTION, is_low=is_low)
    try:
        assert process.stdin is not None and process.stdout is not None
        with suppress(BrokenPipeError):
            process.stdin.write(pickle.dumps(request))
            process.stdin.close()
        yield process.stdout
    finally:
        process.kill()
        process.wait()


def _lines(
    output: IO[bytes], is_cancelled: Callable[[], bool]
) -> Iterator[Mapping[str, Any] | None]:
    """What the process writes; None at its end. Nothing more where it is cancelled."""
    queue: SimpleQueue[bytes | None] = SimpleQueue()
    threading.Thread(target=_read_all, args=(output, queue), daemon=True).start()
    while not is_cancelled():
        try:
            line = queue.get(timeout=_LOOK_EVERY)
        except Empty:
            continue
        yield json.loads(line) if line else None
        if not line:
            return


def _read_all(output: IO[bytes], queue: SimpleQueue[bytes | None]) -> None:
    with output:
        for line in output:
            queue.put(line)
    queue.put(None)


def _steps(request: CheckRequest, lines: Iterator[Mapping[str, Any] | None]) -> Iterator[CheckStep]:
    state = request.state
    words = 0
    for line in map(_answer, lines):
        if "read" in line:
            yield CheckStep(Stage.READING, line["read"], line["total"], state)
        elif "length" in line:
            if line["is_new"]:
                state = CheckState(line["text"], line["length"])
            words = line["words"]
        elif "finding" in line:
            state = state.with_finding(finding_from_json(line["finding"]))
            yield _step(request, state, Stage(line["stage"]), words)
        elif "is_complete" in line:
            yield CheckStep(
                Stage.TIMING, state.length, state.length, replace(state, is_complete=True)
            )
            return


def _answer(line: Mapping[str, Any] | None) -> Mapping[str, Any]:
    """A line that is one; raises the fault that it reports, or that there is none."""
    if line is None:
        raise ReaderError(message("The part that listens to the recording ended by itself."))
    if "message" in line:
        path = Path(line["path"]) if line["path"] else None
        raise ReaderError(from_json(line["message"]), path=path)
    return line


def _step(request: CheckRequest, state: CheckState, stage: Stage, words: int) -> CheckStep:
    if stage is Stage.TIMING:
        share = sum(len(block.times) for block in state.blocks) / max(1, words)
    else:
        is_timed = any(cue.start is not None for cue in request.cues)
        share = share_found(len(state.windows), state.length, is_timed=is_timed)
    return CheckStep(stage, round(min(1.0, share) * state.length), state.length, state)
