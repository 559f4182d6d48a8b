"""Which of all notes are meant: by episode, tag, colour, kind, words and since when."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta

from reader.annotation import Annotation
from reader.errors import ReaderError
from reader.message import message
from reader.transcript.search import SearchText

_AGO = re.compile(r"(\d{1,4})\s*([hdw])")
_UNITS = {"h": "hours", "d": "days", "w": "weeks"}


@dataclass(frozen=True, slots=True)
class NoteChoice:
    """What is let through; None and empty let all pass. All of `words` must be found, and one of
    the `tags`, `colours` and `kinds`; a "note" is whatever has one."""

    ids: frozenset[str] | None = None
    episodes: frozenset[str] | None = None
    since: datetime | None = None
    tags: frozenset[str] = frozenset()
    colours: frozenset[int] = frozenset()
    kinds: frozenset[str] = frozenset()
    words: str = ""
    is_unreviewed_only: bool = False

    def passes(self, annotation: Annotation) -> bool:
        """Whether an annotation is meant."""
        return (
            (self.ids is None or annotation.id in self.ids)
            and (self.episodes is None or annotation.episode_id in self.episodes)
            and (self.since is None or annotation.created >= self.since)
            and (not self.tags or bool(self.tags & {tag.casefold() for tag in annotation.tags}))
            and (not self.colours or annotation.colour in self.colours)
            and (not self.kinds or bool(self.kinds & kinds_of(annotation)))
            and (annotation.is_unreviewed or not self.is_unreviewed_only)
            and (not self.words or _has_words(annotation, self.words))
        )


def kinds_of(annotation: Annotation) -> set[str]:
    """What it is: bookmark or highlight, and a note where it has one."""
    return {annotation.kind.value, "note"} if annotation.note else {annotation.kind.value}


def since_in(text: str, now: datetime) -> datetime:
    """`today`, `yesterday`, `7d`, `12h`, `2w`, `2026-11-20`, `2026-11-20T18:30`: as local time.

    Raises ReaderError.
    """
    word = text.strip().lower()
    midnight = now.replace(hour=0, minute=0, second=0, microsecond=0)
    if word in {"today", "yesterday"}:
        return midnight - timedelta(days=word == "yesterday")
    if found := _AGO.fullmatch(word):
        return now - timedelta(**{_UNITS[found[2]]: int(found[1])})
    try:
        moment = datetime.fromisoformat(text.strip())
    except ValueError:
        raise ReaderError(
            message(
                "“{text}” is not a time: use today, yesterday, 7d, 12h, 2w or 2026-11-20.",
                text=text,
            )
        ) from None
    return moment if moment.tzinfo else moment.astimezone()


def _has_words(annotation: Annotation, words: str) -> bool:
    tags = " ".join(f"#{tag}" for tag in annotation.tags)
    quote = " ".join(annotation.selector.quote.exact.split())
    text = SearchText("\n".join((quote, annotation.note, tags, annotation.voice)))
    return all(text.occurrences(word) for word in words.split())
