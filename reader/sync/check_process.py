"""Checks a recording against a text in a process of its own.

The engine lets no other thread run and may end its process; here neither is noticed.
"""

from __future__ import annotations

import json
import pickle
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import IO, Any, TypeAlias

from reader import own_process
from reader.cancelling import Cancellation
from reader.errors import ReaderError
from reader.message import from_json, message
from reader.sync.check import CheckRequest, CheckStep, GlanceRequest, Stage
from reader.sync.check_state import CheckState, finding_from_json
from reader.sync.finding import share_found

PROCESS_OPTION = "--listen"
"""What makes the frozen program such a process: it has no `python -m`."""

_PROCESS = "reader.sync.checking_process"

_Lines: TypeAlias = "Iterator[Mapping[str, Any] | None]"


def checked(request: CheckRequest, cancellation: Cancellation | None = None) -> Iterator[CheckStep]:
    """Check step by step, as `reader.sync.check.Checker` says."""
    with _answers(request, cancellation, is_low=request.is_in_background) as lines:
        yield from _steps(request, lines)


def is_astray(request: GlanceRequest, cancellation: Cancellation | None = None) -> bool:
    """Look into it, as `reader.sync.check.Glancer` says."""
    with _answers(request, cancellation, is_low=True) as lines:
        for line in lines:
            return bool(_answer(line)["is_astray"])
    return False


@contextmanager
def _answers(
    request: CheckRequest | GlanceRequest, cancellation: Cancellation | None, *, is_low: bool
) -> Iterator[_Lines]:
    """What a process answers, which ends afterwards or when it is cancelled."""
    cancellation = cancellation or Cancellation()
    process = own_process.started(_PROCESS, PROCESS_OPTION, is_low=is_low)
    cancellation.on_cancel(process.kill)
    try:
        assert process.stdin is not None and process.stdout is not None
        with suppress(BrokenPipeError):
            process.stdin.write(pickle.dumps(request))
            process.stdin.close()
        with process.stdout as output:
            yield _lines(output, cancellation)
    finally:
        process.kill()
        process.wait()


def _lines(output: IO[bytes], cancellation: Cancellation) -> _Lines:
    """What the process writes; None at its end. Nothing more where it is cancelled."""
    for line in chain(output, (b"",)):
        if cancellation.is_cancelled:
            return
        yield json.loads(line) if line else None


def _steps(request: CheckRequest, lines: _Lines) -> Iterator[CheckStep]:
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
