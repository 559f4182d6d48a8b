"""A whole check, with any engine, of sound that is decoded already."""

from __future__ import annotations

from collections.abc import Iterator

from reader.sync.check_state import CheckState, Finding
from reader.sync.checked_text import CheckedText
from reader.sync.engine import Engine, Sound
from reader.sync.estimates import estimated_times
from reader.sync.finding import TextFinder, is_found
from reader.sync.timing import blocks_of, filled, gaps_in, nearest_first, timed
from reader.sync_map import ONE_CLOCK, SyncMap


def state_for(text: CheckedText, length: int, state: CheckState) -> CheckState:
    """What an earlier check found, if that was of this text and of a recording as long."""
    if state.text == text.fingerprint and state.length == length:
        return state
    return CheckState(text.fingerprint, length)


def listened(
    text: CheckedText,
    sound: Sound,
    engine: Engine,
    state: CheckState,
    *,
    are_words_wanted: bool = True,
    near: int = 0,
    guess: SyncMap = ONE_CLOCK,
) -> Iterator[Finding]:
    """All that is found and that `state` does not know, one after the other."""
    finder = TextFinder(text, sound, engine, state.windows, guess)
    if not state.blocks and not state.is_complete:
        for window in finder.run():
            yield window
            state = state.with_finding(window)
    if are_words_wanted and is_found(state):
        yield from _words(text, sound, engine, state, near)


def _words(
    text: CheckedText, sound: Sound, engine: Engine, state: CheckState, near: int
) -> Iterator[Finding]:
    times = estimated_times(state.windows, text)
    blocks = blocks_of(times, text)
    known = {block.first for block in state.blocks}
    for number in nearest_first(blocks, times, near):
        if blocks[number][0] not in known:
            block = timed(blocks[number], times, sound, engine)
            state = state.with_finding(block)
            yield block
    sure = state.sure_times(len(text.words))
    for gap in gaps_in(sure, times, sound.length):
        block = filled(gap, sure, sound, engine)
        if any(block.times):
            yield block
