"""Checks a recording against its text, step by step: where the text lies in it, then each word."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import NamedTuple, Protocol

from reader.cancelling import Cancellation
from reader.sync.check_state import NOTHING_HEARD, CheckState
from reader.sync_map import ONE_CLOCK, SyncMap
from reader.transcript.model import Cue


class Stage(Enum):
    """What a check is doing."""

    READING = "reading"  # the recording is decoded
    FINDING = "finding"  # where the text lies in it
    TIMING = "timing"  # each word


@dataclass(frozen=True)
class CheckRequest:
    """What to check. The cues are the file's own (`Script.source`), with or without times.

    `state` is where an earlier check ended, `near` the time (ms of the recording) around which
    words are wanted first, `guess` a map that may hold, such as that of another copy.
    `is_in_background`: other programs go before.
    """

    cues: tuple[Cue, ...]
    recording: Path
    state: CheckState = NOTHING_HEARD
    are_words_wanted: bool = True
    near: int = 0
    guess: SyncMap = ONE_CLOCK
    is_in_background: bool = True


@dataclass(frozen=True)
class GlanceRequest:
    """Whether the file's own cues may not fit a recording that is `length` ms long."""

    cues: tuple[Cue, ...]
    recording: Path
    length: int


class Glancer(Protocol):
    """`reader.sync.check_process.is_astray`, or a stand-in for it in tests."""

    def __call__(self, request: GlanceRequest, cancellation: Cancellation) -> bool:
        """Whether some passage is heard elsewhere than its text says; a few are looked for.

        Raises ReaderError where the recording cannot be read or no engine is installed.
        """


class CheckStep(NamedTuple):
    """How far a check has come: `heard` of `total` ms in this stage, and all that is known."""

    stage: Stage
    heard: int
    total: int
    state: CheckState


class Checker(Protocol):
    """`reader.sync.check_process.checked`, or a stand-in for it in tests."""

    def __call__(self, request: CheckRequest, cancellation: Cancellation) -> Iterator[CheckStep]:
        """Check step by step, the last one with a complete state.

        Raises ReaderError where the recording cannot be read or no engine is installed. Ends early
        where it is cancelled; what the last step knew can be kept.
        """
