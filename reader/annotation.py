"""What a listener keeps: bookmarks, highlights and notes, and how they find their place again.

After the W3C Web Annotation Data Model. All times are milliseconds, positions are code points of
the transcript's spoken text (`spoken_text`), moments carry their UTC offset.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import NamedTuple

from reader.message import message

CONTEXT = 32
"""Characters kept before and after a quote, as Hypothesis does."""

COLOURS = 5
"""Highlight colours are numbered 1 to 5; the listener gives them names."""

COLOUR_NAMES = (
    *(message("Idea"), message("Quote"), message("Ask"), message("To Do"), message("Favourite")),
)
"""What the colours are called at first, as the library's first step wrote them down."""

HUES = ("#f2c037", "#5fb878", "#4f9de0", "#ef8a4c", "#d977b8")
"""How the colours came, as the library's first step wrote them down."""


class AnnotationKind(Enum):
    """Why it was kept; W3C motivations bookmarking, highlighting, commenting."""

    BOOKMARK = "bookmark"
    HIGHLIGHT = "highlight"


class TextQuote(NamedTuple):
    """W3C TextQuoteSelector: the words themselves with what stands before and after."""

    exact: str
    prefix: str = ""
    suffix: str = ""


class Selector(NamedTuple):
    """Where an annotation belongs, in three ways: by time, by its words, by position.

    `time` is in the recording (W3C FragmentSelector), `transcript_time` in the transcript: they
    part where a recording has other advertisements. `position` is None without a transcript.
    """

    time: tuple[int, int]
    transcript_time: tuple[int, int] | None = None
    quote: TextQuote = TextQuote("")
    position: tuple[int, int] | None = None


class NoteDraft(NamedTuple):
    """What is written on an annotation and not saved."""

    text: str
    tags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Annotation:
    """One thing kept. `note` is Markdown; `colour` is 0 for a bookmark.

    `is_unreviewed` marks what was kept in passing and not looked at since; the library's column and
    the keys of exports are still called "is_untidied", as released. `is_deleted` is a
    tombstone: it can be undone, and another computer can learn of it one day.
    """

    id: str
    episode_id: str
    kind: AnnotationKind
    selector: Selector
    created: datetime
    updated: datetime
    note: str = ""
    tags: tuple[str, ...] = ()
    colour: int = 0
    voice: str = ""
    is_unreviewed: bool = False
    is_deleted: bool = False
