"""Who speaks: dashes that open an unnamed turn, and names before a colon that recur."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from reader.transcript.model import VoiceChange

# A dash at the start of a line, then a blank, or a capital or bracket at once ("-Yes."). Inside a
# line only after the end of a sentence or a word broken off ("I assume-- - Max utilization.").
_TURN = re.compile(
    r"(?:^[-–—](?:[ \t]{1,4}(?=[^\s-])|(?=[^\W\d_a-z]|[\"“'‘¿¡(\[♪]))"
    r"|(?:(?<=[.?!…\"”)\]♪][ \t])|(?<=--[ \t]))-[ \t]{1,4}(?=[^\W_a-z]|[\"“'‘¿¡(\[♪]))",
    re.MULTILINE,
)
_NAME = re.compile(
    r"^(?:[-–—][ \t]{0,4})?(?P<bracket>\[)?"
    r"(?P<name>[^\W_a-z][\w.'’&/-]{0,30}(?:[ ][\w(&.#][\w.'’&/)-]{0,30}){0,3})"
    r"(?(bracket)\])(?:[:：][ \t]{1,4}|：|:$)",
    re.MULTILINE,
)
_SMALL_WORDS = frozenset(
    ("a", "an", "and", "da", "de", "del", "der", "di", "of", "the", "van", "von")
)
_DASHES = "-–—"
_OPENING = (VoiceChange(2, "", 2),)
_LEAST = 2  # a name is a voice when it opens as many lines


def turns(text: str) -> tuple[VoiceChange, ...]:
    """The changes of voice that dashes mark, without the dash in "know-", "--" or "all-in-one"."""
    if text.startswith("- ") and text.find("-", 1) < 0 and "\n" not in text and len(text) > 2:
        return _OPENING
    if "- " not in text and text[0] not in _DASHES and "\n" not in text:
        return ()
    return tuple(
        VoiceChange(found.end(), "", found.end() - found.start())
        for found in _TURN.finditer(text)
        if text[found.start() - 1 : found.start()] in "\n" or not text[found.end()].islower()
    )


class Names:
    """Names before a colon, each kept with its place until it is known to recur."""

    def __init__(self) -> None:
        self._places: dict[int, tuple[VoiceChange, ...]] = {}

    def note(self, cue: int, text: str) -> None:
        """Remember the names that open the lines of a cue's text."""
        if changes := tuple(_named(text)):
            self._places[cue] = changes

    def changes(self) -> Iterator[tuple[int, tuple[VoiceChange, ...]]]:
        """Each cue that a voice's name opens, with its changes of voice."""
        counts = Counter(change.voice for changes in self._places.values() for change in changes)
        for cue, changes in self._places.items():
            if kept := tuple(change for change in changes if counts[change.voice] >= _LEAST):
                yield cue, kept


def _named(text: str) -> Iterator[VoiceChange]:
    for found in _NAME.finditer(text):
        if all(_is_name_part(word) for word in found["name"].split()):
            yield VoiceChange(found.end(), found["name"], found.end() - found.start())


def _is_name_part(word: str) -> bool:
    return not word[0].islower() or word.startswith("(") or word in _SMALL_WORDS
