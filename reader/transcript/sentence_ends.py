"""Where the sentences of a text end: at which marks, and at which that only look so."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.transcript.writing import CLOSING, ENDS, UNSPACED_ENDS

CLAUSE_END = re.compile(r"[,;:—、，；：](?=\s)|[、，；：]")
"""Where a sentence may be parted, if it must be."""

SAMPLE = 100_000
"""How many characters show whether sentences begin with capitals."""

_MARKS = rf"[{CLOSING}]*+"
_END = re.compile(rf"(?:[{ENDS}]++|([{UNSPACED_ENDS}]++)){_MARKS}")
_BEGINNING = re.compile(rf"[.?!]{_MARKS}\s++[\"'“‘«(]*+(\w)")
_OPENING = "\"'“‘«‹([{¿¡„ "
_WORD_BEFORE = re.compile(r"(?<![\w.'’])[\w.'’]++$")
_NEVER_LAST = frozenset(
    "mr mrs ms mx dr prof st gen sen rep gov capt lt col sgt rev hon mt no nr vol fig eq vs v cf "
    "viz approx dept est mme mlle bzw ca sog".split()
)
_AFTERNOON = frozenset(("a.m", "p.m"))
_DOTTED = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]")
_OPENERS = frozenset(
    "The And But So It We They He She You This That There These Then In If As At When What Why "
    "How Now Well Yes No Yeah Or Because".split()
)
_STEP, _LONG_MARK = 100_000, 64


def sentence_ends(text: str, start: int, end: int, *, are_capitals_used: bool) -> Iterator[int]:
    """Where sentences end within (start, end); what is before `start` has ended already."""
    for found in end_marks(text, start, end):
        if start < found.end() < end and _is_end(text, start, found, end, are_capitals_used):
            yield found.end()
            start = found.end() + (text[found.end()] == " ")


def has_capitals(text: str) -> bool:
    """Whether sentences in it begin with capitals, as far as is known."""
    after = [found[1] for found in _BEGINNING.finditer(text)]
    return sum(map(str.isupper, after)) >= sum(map(str.islower, after))


def end_marks(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """What may end a sentence in [start, end).

    In steps: one search of a long text without any would keep all other threads waiting.
    """
    while start < end:
        boundary = min(end, start + _STEP)
        beyond = min(end, boundary + _LONG_MARK)
        for each in _END.finditer(text, start, beyond):
            if each.start() >= boundary:
                break
            is_cut = each.end() == beyond < end
            found = _END.match(text, each.start(), end) if is_cut else each
            if found is None:
                break
            boundary = max(boundary, found.end())
            if found[1] or found.end() == end or text[found.end()].isspace():
                yield found
        start = boundary


def _is_end(text: str, start: int, found: re.Match[str], end: int, are_capitals_used: bool) -> bool:
    """Whether a mark ends a sentence: not "Mr.", "e.g.", "J. Smith" nor "well... maybe"."""
    after = text[found.end() : min(end, found.end() + 40)].lstrip(_OPENING)
    if are_capitals_used and _is_lower_word(after):
        return False
    return (
        found[0][0] != "."
        or found[0][:2] == ".."
        or not _is_abbreviated(text[max(start, found.start() - 24) : found.start()], after)
    )


def _is_abbreviated(before: str, after: str) -> bool:
    word = _WORD_BEFORE.search(before)
    if word is None:
        return False
    if word[0].lower() in _NEVER_LAST:
        return not (word[0].lower() == "no" and not after[:1].isdigit())
    if _DOTTED.fullmatch(word[0]) and word[0].lower() not in _AFTERNOON:
        return word[0][0].islower() or _first_word(after) not in _OPENERS
    return len(word[0]) == 1 and word[0].isupper() and word[0] != "I"


def _first_word(text: str) -> str:
    return re.split(r"[\s,.?!;:'’]", text, maxsplit=1)[0]


def _is_lower_word(text: str) -> bool:
    """Whether a text goes on in small letters; "iPhone" does not."""
    word = _first_word(text)
    return word[:1].islower() and word == word.lower()
