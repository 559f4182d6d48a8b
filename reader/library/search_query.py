"""What is typed to search the library: words, "phrases", -without, and what narrows it.

`voice:anna show:"open road" before:2024-03 after:2023 in:notes`. Whatever else stands there means
itself, a colon, a dash within a word and a quotation mark that is never closed too.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from reader.message import Message, message
from reader.store.terms import Term, folded, terms_in

_PIECE = re.compile(
    r"""(-?)(?:([a-z]{2,6}):)?(?:["“„]([^"“”„]*+)["“”„]?+|([^\s"“”„]++))""", re.IGNORECASE
)
_DAY = re.compile(r"([0-9]{4})(?:-([01]?[0-9])(?:-([0-3]?[0-9]))?)?")


class Where(Enum):
    """What is searched."""

    EVERYTHING = "everything"
    WORDS = "words"
    NOTES = "notes"
    TITLES = "titles"


_PLACES = frozenset(where.value for where in Where)
_BEGUN = frozenset({"voice:", "show:", "before:", "after:", "in:"})


@dataclass(frozen=True, slots=True)
class SearchQuery:
    """All of `terms` must be found, none of `without`.

    Of `voices` and `shows` one each, by any part of the name; `after` is the first day (ISO 8601,
    as exact as it was typed) and `before` the first that is too late; empty for no bound.
    """

    terms: tuple[Term, ...] = ()
    without: tuple[Term, ...] = ()
    voices: tuple[str, ...] = ()
    shows: tuple[str, ...] = ()
    before: str = ""
    after: str = ""
    where: Where = Where.EVERYTHING
    hints: tuple[Message, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing is looked for."""
        return not (self.terms or self.voices or self.shows or self.before or self.after)

    @property
    def is_of_signs(self) -> bool:
        """Whether no letter and no digit is looked for: of signs alone the index knows nothing."""
        return bool(self.terms) and not any(map(str.isalnum, "".join(self.words_to_mark)))

    @property
    def is_narrowed(self) -> bool:
        """Whether not all episodes are meant."""
        return bool(self.shows or self.before or self.after)

    @property
    def words_to_mark(self) -> tuple[str, ...]:
        """What is marked on a page that is opened from a hit."""
        return tuple(term.text for term in self.terms)

    def is_in_time(self, date: str) -> bool:
        """Whether an episode of this date is meant; one without a date only where all are.

        "2024" lies in every bound that some day of 2024 would lie in.
        """
        if not (self.before or self.after):
            return True
        is_late_enough = not self.after or date >= self.after[: len(date)]
        is_early_enough = not self.before or date < self.before
        return bool(date) and is_late_enough and is_early_enough

    def is_of_show(self, show: str) -> bool:
        """Whether a show's name has one of the parts that were asked for."""
        return not self.shows or _has_part(show, self.shows)

    def is_of_voice(self, voice: str) -> bool:
        """The same of who speaks."""
        return not self.voices or _has_part(voice, self.voices)


def parse(text: str) -> SearchQuery:
    """What `text` asks for. Never fails: what cannot be understood means itself."""
    pieces = list(_PIECE.finditer(text))
    found = _Parsed()
    for match in pieces:
        found.take(match, is_last=match is pieces[-1] and match.end() == len(text))
    return found.query()


def with_filter(text: str, name: str, value: str) -> str:
    """`text` narrowed by `name:value`; an earlier one of that name gives way, an empty one goes."""
    kept = [
        match[0]
        for match in _PIECE.finditer(text)
        if not (match[2] and match[2].lower() == name and not match[1])
    ]
    bare = value.replace('"', " ").strip()
    added = [f'{name}:"{bare}"' if " " in bare else f"{name}:{bare}"] if bare else []
    return " ".join([*kept, *added])


class _Parsed:
    """Gathers the pieces of a query."""

    def __init__(self) -> None:
        self.terms: list[Term] = []
        self.without: list[Term] = []
        self.named: dict[str, list[str]] = {"voice": [], "show": []}
        self.bounds = {"before": "", "after": ""}
        self.where = Where.EVERYTHING
        self.hints: list[Message] = []

    def take(self, match: re.Match[str], *, is_last: bool) -> None:
        """One piece: a filter, or what is looked for."""
        minus, name, phrase, word = match.groups()
        value = " ".join(phrase.split()) if word is None else word
        if not minus and self._is_filter((name or "").lower(), value):
            return
        terms = terms_in(match[0][len(minus) :])
        if not is_last:
            terms = [each.closed for each in terms]
        (self.without if minus else self.terms).extend(terms)

    def _is_filter(self, name: str, value: str) -> bool:
        if name in self.named:
            self.named[name].append(value)
        elif name in self.bounds:
            self._bound(name, value)
        elif name == "in" and value.lower() in _PLACES:
            self.where = Where(value.lower())
        else:
            return value.lower() in _BEGUN  # its value is still to be typed
        return True

    def _bound(self, name: str, value: str) -> None:
        if day := _iso(value):
            self.bounds[name] = day
        else:
            hint = message("“{text}” is not a date; write 2024, 2024-05 or 2024-05-31.", text=value)
            self.hints.append(hint)

    def query(self) -> SearchQuery:
        """All of it."""
        return SearchQuery(
            tuple(self.terms),
            tuple(each.closed for each in self.without),
            tuple(self.named["voice"]),
            tuple(self.named["show"]),
            self.bounds["before"],
            self.bounds["after"],
            self.where,
            tuple(self.hints),
        )


def _iso(value: str) -> str:
    found = _DAY.fullmatch(value)
    if found is None:
        return ""
    year, month, day = found.groups()
    return "-".join(filter(None, (year, month and f"{int(month):02}", day and f"{int(day):02}")))


def _has_part(name: str, parts: tuple[str, ...]) -> bool:
    plain = folded(name)
    return any(folded(part) in plain for part in parts)
