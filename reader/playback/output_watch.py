"""Whether what plays still reaches an output: players play on when that is taken out."""

from __future__ import annotations

from typing import NamedTuple

from reader.playback.player import SoundCount

# What PulseAudio and PipeWire play to where there is no output at all.
STAND_IN = "auto_null"
ENOUGH = 2  # looks without an output: one may fall between two outputs, as headphones change mode


class OutputReport(NamedTuple):
    """What a player says of its sound: its count, the output in use ("" unknown), all outputs."""

    sound: SoundCount | None
    output: str
    outputs: frozenset[str]


class OutputWatch:
    """Compares one look with those before it; ask it about once a second of playing."""

    def __init__(self) -> None:
        self._count: SoundCount | None = None
        self._known: set[str] = set()  # outputs that were there once
        self._misses = 0

    def is_lost(self, look: OutputReport) -> bool:
        """Whether the sound has had no output for some time."""
        is_missed = self._is_gone(look) or self._is_stuck(look.sound)
        self._misses = self._misses + 1 if is_missed else 0
        self._known |= look.outputs
        self._count = look.sound
        return self._misses >= ENOUGH

    def _is_gone(self, look: OutputReport) -> bool:
        """VLC counts what it sends to an output that was taken out as played."""
        was_there = look.output in self._known
        return look.output == STAND_IN or (was_there and look.output not in look.outputs)

    def _is_stuck(self, count: SoundCount | None) -> bool:
        before = self._count
        if count is None or before is None:
            return False
        return count.decoded > before.decoded and count.played == before.played
