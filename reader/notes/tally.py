"""What was kept of an episode, counted: for its end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from reader.annotation import Annotation


class Tally(NamedTuple):
    """How many were kept, of which colours (0: bookmarks), how many were not looked at yet, and
    the one to remember the episode by: the latest highlight with words, else the latest words."""

    total: int = 0
    by_colour: tuple[tuple[int, int], ...] = ()
    unreviewed: int = 0
    quoted: Annotation | None = None


def tally(annotations: Sequence[Annotation]) -> Tally:
    """Count these."""
    worded = [each for each in annotations if each.selector.quote.exact.strip()]
    return Tally(
        len(annotations),
        tuple(sorted(Counter(each.colour for each in annotations).items())),
        sum(each.is_unreviewed for each in annotations),
        max(worded, key=lambda each: (each.colour > 0, each.created), default=None),
    )
