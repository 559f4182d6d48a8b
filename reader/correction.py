"""What a listener puts right in a transcript: words and what is said in their place.

A correction is of the file's words: its selector counts in the file's own text, so that it means
the same whatever else is corrected. All times are milliseconds, moments are UTC.
"""

from __future__ import annotations

import re
from datetime import datetime
from enum import Enum
from typing import NamedTuple

from reader.annotation import Selector
from reader.errors import ReaderError
from reader.message import message

LONGEST = 1_000
"""Characters of a replacement: more than a paragraph is another text, not a correction."""

_UNSEEN = re.compile("[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff\x00-\x08\x0e-\x1b\x7f]")


class CorrectionScope(Enum):
    """Where a correction holds: for the words it was made at, or wherever the same words stand."""

    WORDS = "words"
    EPISODE = "episode"
    SHOW = "show"


class Correction(NamedTuple):
    """Words of a file and what is to be read in their place.

    Of the whole episode or show only `selector.quote.exact` counts, as whole words in any case. One
    that replaces words by themselves lets them stand as the file says, whatever holds for the
    episode or the show. `show` is the name of the one it is for; `by` names who made it, where
    somebody else did.
    """

    id: str
    episode_id: str
    selector: Selector
    replacement: str
    made: datetime
    scope: CorrectionScope = CorrectionScope.WORDS
    show: str = ""
    by: str = ""

    @property
    def words(self) -> str:
        """What the file says."""
        return self.selector.quote.exact

    @property
    def is_as_said(self) -> bool:
        """Whether it only keeps others from its words."""
        return self.replacement == self.words


def replacement_in(text: str) -> str:
    """What was written, in one line and without marks that nobody sees.

    Raises ReaderError for nothing and for too much.
    """
    found = " ".join(_UNSEEN.sub("", text).split())
    if not any(map(str.isalnum, found)):
        raise ReaderError(message("Write what is said here: a correction cannot be empty."))
    if len(found) > LONGEST:
        raise ReaderError(
            message(
                "A correction has {most} characters at most, and this one has {count}.",
                most=LONGEST,
                count=len(found),
            )
        )
    return found
