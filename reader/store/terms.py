"""What a reader looks for: words, phrases and any characters; and the pieces of texts that show
where they were found."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from reader.store.rows import text_column
from reader.transcript.search import SearchText
from reader.transcript.writing import is_hangul, is_unspaced, joined_class

SNIPPET = 160
"""Characters of a snippet, without the dots where it was cut."""

_TERM = re.compile(r'["“„]([^"“”„]*+)(["“”„])?+|([^\s"“”„]++)')
_ACCENTS = "\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u0610-\u061a\u064b-\u065f"
_MARKS = re.compile(f"[{_ACCENTS}]")
_ANY_MARKS, _ANY_BREAK, _GAP = f"[{_ACCENTS}]*+", r"\s{0,4}+", r"[\W_]{1,20}+"
_FIRST_JOINED = "\u0e00"
_WORD = re.compile(r"[^\W_]++")
_NOTHING = re.compile(r"(?!)")
_SAME = {"’": "'", "‘": "'", "ʼ": "'", "“": '"', "”": '"', "„": '"', "‐": "-", "‑": "-", "–": "-"}
_BLANK = re.compile(r"\s")
_SIGNS = frozenset("#@%&/\\_")  # mean something in C#, @name, 50%; other punctuation does not
_SLACK = 20  # characters by which a snippet is cut earlier or later, at a word


class _Fold(dict[int, str]):
    """Each character's first letter, small and without its accent; signs stay as they are."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        plain = _SAME.get(letter, letter)
        if letter.isalnum():
            low = unicodedata.normalize("NFKD", letter)[0].lower()
            plain = low if len(low) == 1 else letter
        self[code] = plain
        return plain


_FOLD = _Fold()


class Term(NamedTuple):
    """What must be found: words in a row, or any characters. With `is_open` the last word may go
    on: it is still being typed."""

    text: str
    is_part: bool = False
    is_open: bool = False

    @property
    def closed(self) -> Term:
        """The same, typed to its end."""
        return self._replace(is_open=False)


class Snippet(NamedTuple):
    """A piece of a quote or a note; `marks` are start and end of each hit in `text`."""

    text: str
    marks: tuple[tuple[int, int], ...]


def terms_in(text: str) -> list[Term]:
    """What a reader looks for; a quotation mark begins a phrase, and need not be closed."""
    found = list(_TERM.finditer(unicodedata.normalize("NFC", text_column(text))))
    terms = []
    for match in found:
        phrase, closing, word = match.groups()
        words = bare(" ".join(phrase.split()) if word is None else word)
        if words:
            is_open = match is found[-1] and not closing
            terms.append(Term(words, is_part(words), is_open))
    return terms


def folded(text: str) -> str:
    """Without what makes no difference to a search: case and accents. As long as `text` is."""
    return text.lower() if text.isascii() else text.translate(_FOLD)


def words_of(plain: str) -> list[str]:
    """The words of a folded text, as the index has them: letters and digits alone, without those
    of scripts that set no blanks."""
    if not plain.isascii():
        plain = _MARKS.sub("", plain)
        if max(plain, default="") >= _FIRST_JOINED:
            plain = "".join(" " if _is_joined(letter) else letter for letter in plain)
    return _WORD.findall(plain)


def joined_letters(plain: str) -> str:
    """What the index of three letters has of a folded text: empty where no script of it sets no
    blanks between words."""
    if plain.isascii() or max(plain) < _FIRST_JOINED or not any(map(_is_joined, plain)):
        return ""
    return "".join(_MARKS.sub("", plain).split())


class Matcher:
    """Finds a term in folded texts: whole words, whatever stands between those of a phrase, and
    any letters in scripts that set no blanks."""

    def __init__(self, term: Term) -> None:
        self._words = [
            letters for word in folded(term.text).split() if (letters := _MARKS.sub("", word))
        ]
        self._is_open = term.is_open
        self._patterns: dict[bool, re.Pattern[str]] = {}

    def spans(self, plain: str) -> list[tuple[int, int]]:
        """Start and end of each place, in order, not overlapping."""
        if plain.isascii():
            return list(self._plain_spans(plain))
        return [found.span() for found in self._pattern(plain).finditer(plain)]

    def is_in(self, plain: str) -> bool:
        """Whether there is one."""
        if plain.isascii():
            if self._words and self._words[0] not in plain:
                return False
            return next(self._plain_spans(plain), None) is not None
        return self._pattern(plain).search(plain) is not None

    def _plain_spans(self, plain: str) -> Iterator[tuple[int, int]]:
        """Most texts are such: to look for the first letters alone, and at what is before them
        only where they are found, takes a tenth of the time."""
        first = self._words[0] if self._words else ""
        if not first.isascii() or not first:
            return
        search, may_follow = self._ascii.search, _is_free(first[0])
        found = search(plain)
        while found:
            start, end = found.span()
            is_whole = may_follow or not start or not plain[start - 1].isalnum()
            if is_whole:
                yield start, end
            found = search(plain, end if is_whole else start + 1)

    @cached_property
    def _ascii(self) -> re.Pattern[str]:
        """Without what may stand before it."""
        return self._compiled(map(re.escape, self._words), r"[^\W_]", is_after_any=True)

    def _pattern(self, plain: str) -> re.Pattern[str]:
        """A joined letter ends the word beside it; to say so costs 3 ms, and few texts need it."""
        has_joined = not plain.isascii() and max(plain) >= _FIRST_JOINED
        if has_joined not in self._patterns:
            letter = rf"[^\W_{joined_class()}]" if has_joined else r"[^\W_]"
            self._patterns[has_joined] = self._compiled(map(_spelled, self._words), letter)
        return self._patterns[has_joined]

    def _compiled(
        self, spelled: Iterable[str], letter: str, *, is_after_any: bool = False
    ) -> re.Pattern[str]:
        if not self._words:
            return _NOTHING
        before = "" if is_after_any or _is_free(self._words[0][0]) else f"(?<!{letter})"
        after = "" if self._is_open or _is_free(self._words[-1][-1]) else f"(?!{letter})"
        return re.compile(f"{before}{_GAP.join(spelled)}{after}")


def _spelled(word: str) -> str:
    """Its letters, whatever accents follow each; a line may break between joined ones."""
    found = []
    for letter, following in zip(word, [*word[1:], ""], strict=True):
        may_break = following and _is_joined(letter) and _is_joined(following)
        found.append(f"{re.escape(letter)}{_ANY_MARKS}{_ANY_BREAK if may_break else ''}")
    return "".join(found)


def _is_joined(letter: str) -> bool:
    return is_unspaced(letter) or is_hangul(letter)


def _is_free(letter: str) -> bool:
    """Whether a word may begin or end beside others at this letter."""
    return not letter.isalnum() or _is_joined(letter)


def quoted(text: str) -> str:
    """As FTS5 takes a phrase."""
    doubled = text.replace('"', '""')
    return f'"{doubled}"'


def snippet(text: str, terms: Sequence[Term]) -> Snippet:
    """A piece of `text` with its hits, on one line."""
    line = _BLANK.sub(" ", text)
    return cut(line, marks_in(line, terms))


def marks_in(text: str, terms: Sequence[Term]) -> list[tuple[int, int]]:
    """The hits, in order, joined where they overlap."""
    if not terms or not text:
        return []
    searched = SearchText(text)
    marks: list[tuple[int, int]] = []
    for start, end in sorted(span for term in terms for span in _hits(searched, text, term)):
        if marks and start <= marks[-1][1]:
            marks[-1] = (marks[-1][0], max(end, marks[-1][1]))
        else:
            marks.append((start, end))
    return marks


def _hits(searched: SearchText, text: str, term: Term) -> list[tuple[int, int]]:
    """Whole words, or parts of words where there are no whole ones."""
    anywhere = searched.occurrences(term.text)
    if term.is_part:
        return anywhere
    whole = [
        (start, end)
        for start, end in anywhere
        if not text[max(0, start - 1) : start].isalnum()
        and (term.is_open or not text[end : end + 1].isalnum())
    ]
    return whole or anywhere


def cut(text: str, marks: Sequence[tuple[int, int]]) -> Snippet:
    """A piece of `text` that begins a little before the first hit."""
    first = marks[0][0] if marks else 0
    start = max(0, min(first - SNIPPET // 4, len(text) - SNIPPET))
    if start:  # at a word, where there are words
        start = 1 + max(text.find(" ", start, min(first, start + _SLACK)), start - 1)
    end = start + SNIPPET
    if end < len(text):
        end = max(text.rfind(" ", end - _SLACK, end), start) or end
    before, after = "…" if start else "", "…" if end < len(text) else ""
    move = len(before) - start
    kept = [(max(one, start), min(other, end)) for one, other in marks if one < end]
    return Snippet(
        before + text[start:end] + after, tuple((one + move, other + move) for one, other in kept)
    )


def bare(word: str) -> str:
    """Without the punctuation around it; empty if nothing is left to be found."""
    start, end = 0, len(word)
    while start < end and not _counts(word[start]):
        start += 1
    while end > start and not _counts(word[end - 1]):
        end -= 1
    return word[start:end]


def _counts(character: str) -> bool:
    return (
        character.isalnum()
        or character in _SIGNS
        or unicodedata.category(character)[0] in ("S", "M")
    )


def is_part(words: str) -> bool:
    """Whether the index of words would not find just this."""
    return any(
        is_unspaced(character)
        or is_hangul(character)
        or character in _SIGNS
        or unicodedata.category(character)[0] == "S"
        for character in words
    )
