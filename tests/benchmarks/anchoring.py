"""How many annotations find their place in distorted copies of the real episode.

`python -m tests.benchmarks.anchoring [--seeds N]`. An annotation is *there* when two thirds of
its words are, changed or not. It is *right* when it covers 80 % of what is left of it, and 80 %
of what it covers is that; *astray* when it was placed and shares nothing with it.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterator
from random import Random
from typing import NamedTuple

from reader import formats
from reader.anchoring import Anchor, anchor, selector_for
from reader.annotation import Selector
from reader.sentences import Sentences
from reader.spoken_text import SpokenText
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
    "cues split anew": split_anew,
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


def rows(seed: int = 1) -> Iterator[Row | Skipped]:
    """Per distortion what was lost of those still there, what went astray, and the time."""
    original = real_episode()
    if original is None:
        yield Skipped("re-anchoring", "the real episode is not here")
        return
    kept = annotations(original, Random(seed))
    for name, distort in DISTORTIONS.items():
        copy = copy_of(original, distort, seed)
        for size in GROUPS:
            tally = tally_of(kept, copy, size)
            lost = 100 * (1 - tally.right / tally.there)
            told = f"{name}, {size} at once"
            is_aimed_at = size == COUNT
            yield Row(
                f"{told}: lost of {tally.there}", lost, "%", LOST_AIM if is_aimed_at else None
            )
            yield Row(f"{told}: astray", tally.astray, "", ASTRAY_AIM)
            if is_aimed_at:
                yield Row(f"{told}: time", tally.seconds, "s", SECONDS_AIM)


def real_episode() -> Original | None:
    """The words of the real episode, or None where it is absent."""
    path = next(REAL_EPISODE.glob("*.txt"), None)
    if path is None:
        return None
    return Original(SpokenText(formats.read(path.read_bytes(), path.name)))


def annotations(original: Original, random: Random, count: int = COUNT) -> list[Kept]:
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
        off=tally.off + (found.is_sure and shared > 0 and not is_right),
        astray=tally.astray + (found.is_sure and shared == 0),
        unplaced=tally.unplaced + (is_there and not found.is_sure),
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
    seeds = range(options.first, options.first + options.seeds)
    original = real_episode()
    if original is None:
        print("the real episode is not here")
        return 0
    astray = 0
    print(
        f"{'':28}{'at once':>8}{'there':>7}{'right':>8}{'tray':>6}{'off':>5}{'astray':>7}{'s':>7}"
    )
    for name, distort in DISTORTIONS.items():
        for size in GROUPS:
            tallies = [
                tally_of(annotations(original, Random(n)), copy_of(original, distort, n), size)
                for n in seeds
            ]
            there, right, off, lost, tray = (sum(column) for column in list(zip(*tallies))[:5])
            slowest = max(tally.seconds for tally in tallies)
            print(
                f"{name:28}{size:8}{there:7}{100 * right / there:7.2f}%{tray:6}{off:5}{lost:7}"
                f"{slowest:7.2f}",
                flush=True,
            )
            astray += lost
    return int(astray > 0)


if __name__ == "__main__":
    sys.exit(main())
