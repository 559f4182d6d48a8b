"""How many annotations find their place in distorted copies of the real episode.

`python -m tests.benchmarks.anchoring [--seeds N] [--first SEED]`. An annotation is *there* when
two thirds of its words are, changed or not. It is *right* when it covers 80 % of what is left of
it, and 80 % of what it covers is that; *off* when it was placed on less, *astray* when it shares
nothing with it. *Tray* counts those there that were not placed.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterator, Sequence
from functools import reduce
from random import Random
from typing import NamedTuple

from reader import formats
from reader.annotation import Selector
from reader.notes.anchoring import Anchor, anchor, selector_for
from reader.notes.sentences import Sentences
from reader.transcript.spoken_text import SpokenText
from tests.benchmarks.distorted import (
    Copy,
    Original,
    changed,
    copy_of,
    in_turn,
    split_anew,
    with_ads,
    with_gaps,
    without_marks,
)
from tests.benchmarks.table import REAL_EPISODE, Row, Skipped

COUNT = 500
THERE, COVERED = 2 / 3, 0.8
LOST_AIM, ASTRAY_AIM, SECONDS_AIM = 2.0, 0, 2.0
GROUPS = (COUNT, 10)

DISTORTIONS = {
    "10 % of words changed": changed,
    "cues split again": split_anew,
    "4 ads of 60 s": with_ads,
    "20 % missing": with_gaps,
    "no case, no punctuation": without_marks,
    "all of them": in_turn(changed, split_anew, with_gaps, with_ads),
}


class Kept(NamedTuple):
    """An annotation and the words that it is about."""

    selector: Selector
    words: range


class Tally(NamedTuple):
    """How many were there, right, placed but not right, astray and left in the tray."""

    there: int = 0
    right: int = 0
    off: int = 0
    astray: int = 0
    unplaced: int = 0
    seconds: float = 0.0

    @property
    def lost(self) -> float:
        """Per cent of those there that are not right."""
        return 100 * (1 - self.right / self.there)

    def plus(self, other: Tally) -> Tally:
        """Both together, with the longer time."""
        return Tally(
            self.there + other.there,
            self.right + other.right,
            self.off + other.off,
            self.astray + other.astray,
            self.unplaced + other.unplaced,
            max(self.seconds, other.seconds),
        )


def rows(seeds: Sequence[int] = (1, 2, 3)) -> Iterator[Row | Skipped]:
    """Per distortion what was lost of those still there, what went astray, and the time of 500."""
    if real_episode() is None:
        yield Skipped("re-anchoring", "the real episode is not here")
    for name, size, tally in tallies(seeds):
        reported = f"{name}, {size} at once"
        aim = LOST_AIM if size == COUNT else None
        yield Row(f"{reported}: lost of {tally.there}", tally.lost, "%", aim)
        yield Row(f"{reported}: astray", tally.astray, "", ASTRAY_AIM)
        if size == COUNT:
            yield Row(f"{reported}: time", tally.seconds, "s", SECONDS_AIM)


def tallies(seeds: Sequence[int]) -> Iterator[tuple[str, int, Tally]]:
    """For each distortion and size of group what came of it, over all seeds."""
    original = real_episode()
    if original is None:
        return
    kept = {seed: kept_in(original, Random(seed)) for seed in seeds}
    for name, distort in DISTORTIONS.items():
        copies = {seed: copy_of(original, distort, seed) for seed in seeds}
        for size in GROUPS:
            each = [tally_of(kept[seed], copies[seed], size) for seed in seeds]
            yield name, size, reduce(Tally.plus, each)


def real_episode() -> Original | None:
    """The words of the real episode, or None where it is absent."""
    path = next(REAL_EPISODE.glob("*.txt"), None)
    if path is None:
        return None
    return Original(SpokenText(formats.read(path.read_bytes(), path.name)))


def kept_in(original: Original, random: Random, count: int = COUNT) -> list[Kept]:
    """Half of them sentences, half of them 3 to 40 words, anywhere."""
    sentences = list(Sentences(original.spoken))
    spans = random.sample(sentences, count // 2)
    for _ in range(count - len(spans)):
        first, length = random.randrange(len(original.tokens) - 40), random.randint(3, 40)
        spans.append(original.span(range(first, first + length)))
    spoken = original.spoken
    return [Kept(selector_for(spoken, *span), original.words_in(*span)) for span in spans]


def tally_of(kept: list[Kept], copy: Copy, size: int) -> Tally:
    """Re-anchors so many at once, and compares with the truth."""
    tally = Tally()
    for first in range(0, len(kept), size):
        group = kept[first : first + size]
        fresh = SpokenText(copy.spoken.transcript)
        began = time.perf_counter()
        anchors = anchor([one.selector for one in group], fresh)
        tally = tally._replace(seconds=tally.seconds + time.perf_counter() - began)
        for one, found in zip(group, anchors, strict=True):
            tally = _with(tally, copy.truth(one.words), found)
    return tally


def _with(tally: Tally, truth: tuple[int, int, float] | None, found: Anchor) -> Tally:
    is_there = truth is not None and truth[2] >= THERE
    shared, share = _shared(truth, found)
    is_right = share >= COVERED
    return tally._replace(
        there=tally.there + is_there,
        right=tally.right + (is_there and is_right),
        off=tally.off + (found.span is not None and shared > 0 and not is_right),
        astray=tally.astray + (found.span is not None and shared == 0),
        unplaced=tally.unplaced + (is_there and found.span is None),
    )


def _shared(truth: tuple[int, int, float] | None, found: Anchor) -> tuple[int, float]:
    """Characters that both have, and their share of the longer one."""
    if truth is None or found.span is None:
        return 0, 0.0
    start, end, _ = truth
    shared = max(0, min(end, found.span[1]) - max(start, found.span[0]))
    return shared, shared / max(end - start, found.span[1] - found.span[0], 1)


def main() -> int:
    """Print a table over several seeds; 1 where something went astray."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=int, default=3, help="how many")
    parser.add_argument("--first", type=int, default=1, help="the first one")
    options = parser.parse_args()
    astray = 0
    print(f"{'':26}at once   there     right  tray   off  astray  seconds")
    for name, size, tally in tallies(range(options.first, options.first + options.seeds)):
        print(
            f"{name:26}{size:7}{tally.there:8}{100 - tally.lost:9.2f}%{tally.unplaced:6}"
            f"{tally.off:6}{tally.astray:8}{tally.seconds:9.2f}",
            flush=True,
        )
        astray += tally.astray
    return int(astray > 0)


if __name__ == "__main__":
    sys.exit(main())
