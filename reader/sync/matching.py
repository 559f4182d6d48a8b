"""Which words of a text are those that were heard."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import groupby

from rapidfuzz.distance import LCSseq

from reader.sync.check_state import Landmark
from reader.sync.engine import HeardWord

_RUN = 3  # words in a row that must be the same
_LEAST_WORDS = 5
_LEAST_SHARE = 0.3  # of the heard words
_COMMON = 12  # a run that the text has more often says nothing of where it is
_BUCKET = 8  # words by which the text may have more or fewer
_SLACK = 14  # words of text around those that are expected


def landmarks_in(
    heard: Sequence[HeardWord], keys: Sequence[str], first: int, last: int
) -> tuple[Landmark, ...]:
    """The words of the text from `first` to before `last` that are surely those heard.

    Times are those of the heard words. Nothing where what was heard is scattered over the text, as
    that is which an engine makes of other talk.
    """
    said = [word.key for word in heard]
    at = _place(said, keys, first, last)
    if at is None:
        return ()
    start, end = max(first, at - _SLACK), min(last, at + len(said) + _SLACK)
    pairs = [pair for run in _runs(said, keys[start:end]) if len(run) >= _RUN for pair in run]
    if len(pairs) < max(_LEAST_WORDS, _LEAST_SHARE * len(said)):
        return ()
    return tuple(Landmark(start + there, heard[here].start) for here, there in pairs)


def _place(said: Sequence[str], keys: Sequence[str], first: int, last: int) -> int | None:
    """Where in the text most runs of what was said point to its beginning."""
    wanted = defaultdict(list)
    for at in range(len(said) - _RUN + 1):
        wanted[tuple(said[at : at + _RUN])].append(at)
    found = defaultdict(list)
    for at in range(first, last - _RUN + 1):
        run = tuple(keys[at : at + _RUN])
        if run in wanted:
            found[run].append(at)
    votes: Counter[int] = Counter()
    for run, places in found.items():
        if len(places) <= _COMMON:
            votes.update({(there - here) // _BUCKET for there in places for here in wanted[run]})
    if not votes:
        return None
    best = max(votes, key=lambda bucket: (votes[bucket] + votes[bucket + 1], -bucket))
    return (best + 1) * _BUCKET if votes[best] + votes[best + 1] > 1 else None


def _runs(said: Sequence[str], text: Sequence[str]) -> Iterator[list[tuple[int, int]]]:
    """Pairs of the same words in both, in runs."""
    for each in LCSseq.opcodes(said, text):
        if each.tag == "equal":
            length = each.src_end - each.src_start
            yield [(each.src_start + step, each.dest_start + step) for step in range(length)]


def in_order(landmarks: Sequence[Landmark]) -> list[Landmark]:
    """As many of them as can be, of which none is earlier in one of text and sound."""
    chain: list[int] = []  # the last landmark of the best chain of each length
    before: list[int | None] = []
    ordered = sorted(set(landmarks), key=lambda each: (each.time, each.word))
    for number, each in enumerate(ordered):
        length = _longest_below(chain, ordered, each.word)
        before.append(chain[length - 1] if length else None)
        chain[length : length + 1] = [number]
    found = []
    last = chain[-1] if chain else None
    while last is not None:
        found.append(ordered[last])
        last = before[last]
    one_each = groupby(reversed(found), key=lambda each: each.time)
    return [next(same) for _, same in one_each]


def _longest_below(chain: list[int], ordered: Sequence[Landmark], word: int) -> int:
    low, high = 0, len(chain)
    while low < high:
        middle = (low + high) // 2
        if ordered[chain[middle]].word < word:
            low = middle + 1
        else:
            high = middle
    return low
