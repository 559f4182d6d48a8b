"""Where a phrase occurs in a text: over line breaks, and without minding case or accents."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

_MARKS = "\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u0610-\u061a\u064b-\u065f"
_SAME = {"’": "'", "‘": "'", "ʼ": "'", "“": '"', "”": '"', "„": '"', "‐": "-", "‑": "-", "–": "-"}


_VOICE = re.compile(r'(?<!\S)voice:(?:"([^"]{1,200}+)"?|([^\s"]{1,200}+))', re.IGNORECASE)


def asked_voices(text: str) -> tuple[str, tuple[str, ...]]:
    """What is looked for without its `voice:name` or `voice:"a name"`, and these names."""
    voices = tuple(quoted or bare for quoted, bare in _VOICE.findall(text))
    return (_VOICE.sub(" ", text).strip() if voices else text), voices


def is_one_of(voice: str, wanted: Sequence[str]) -> bool:
    """Whether a voice's name has one of these in it, in whatever case; of none asked for, any."""
    name = voice.casefold()
    return not wanted or any(each.casefold() in name for each in wanted)


class _Base(dict[int, int]):
    """Each character's first letter without its accent; the length of a text stays the same."""

    def __missing__(self, code: int) -> int:
        letter = chr(code)
        plain = _SAME.get(letter) or unicodedata.normalize("NFKD", letter)[0]
        self[code] = ord(plain)
        return self[code]


class SearchText:
    """A text made ready to be searched many times."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._base = _Base()
        self._folds: dict[tuple[bool, bool], str] = {}

    def occurrences(
        self, phrase: str, *, is_case_kept: bool = False, are_accents_kept: bool = False
    ) -> list[tuple[int, int]]:
        """Start and end of each place, in order, not overlapping; none for a blank phrase.

        A hyphen separates words as a blank does, since nobody can hear the difference."""
        phrase = unicodedata.normalize("NFC", phrase)
        words = self._prepared(phrase, is_case_kept, are_accents_kept).split()
        if not words:
            return []
        text = self._folded(is_case_kept, are_accents_kept)
        pattern = _exactly(words) if are_accents_kept else _with_any_marks(words)
        return [found.span() for found in re.finditer(pattern, text)]

    def _folded(self, is_case_kept: bool, are_accents_kept: bool) -> str:
        key = is_case_kept, are_accents_kept
        if key not in self._folds:
            self._folds[key] = self._prepared(self._text, *key)
        return self._folds[key]

    def _prepared(self, text: str, is_case_kept: bool, are_accents_kept: bool) -> str:
        if not are_accents_kept and not text.isascii():
            text = text.translate(self._base)
        return text if is_case_kept else _lowered(text)


def _exactly(words: Sequence[str]) -> str:
    return r"(?:\s++|[-‐‑])".join(map(re.escape, words))


def _with_any_marks(words: Sequence[str]) -> str:
    """The words' letters, whatever accents follow each; of accents alone, the first."""
    spelled = [letters for word in words if (letters := re.sub(f"[{_MARKS}]", "", word))]
    if not spelled:
        return re.escape(words[0][0])
    gap = rf"(?:\s[\s{_MARKS}]*+|-)"
    return gap.join("".join(f"{re.escape(each)}[{_MARKS}]*+" for each in word) for word in spelled)


def _lowered(text: str) -> str:
    """Lower case of the same length ("İ".lower() is two characters long)."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)
