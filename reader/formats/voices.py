"""Who speaks: dashes and `>>` that open an unnamed turn, and names before a colon.

A name that opens several lines is a voice. One that opens a single line is one where the file
names its voices in that way; where that is in doubt somebody unnamed speaks: words without a name
are better than words under a wrong one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from enum import Enum
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from reader.transcript.model import VoiceChange

# A dash at the start of a line, then a blank, or a capital or bracket at once ("-Yes."). Inside a
# line only after the end of a sentence or a word broken off ("I assume-- - Max utilization.").
# `>>` and `>>>` are what captions of broadcasts write, also within a line.
_TURN = re.compile(
    r"(?:^[-–—](?:[ \t]{1,4}(?=[^\s-])|(?=[^\W\d_a-z]|[\"“'‘¿¡(\[♪]))"
    r"|(?:^|(?<=\s))(?:-[ \t]?)?>{2,3}+(?![>=])[ \t]{0,4}+(?=\S)"
    r"|(?:(?<=[.?!…\"”)\]♪][ \t])|(?<=--[ \t]))-[ \t]{1,4}(?=[^\W_a-z]|[\"“'‘¿¡(\[♪]))",
    re.MULTILINE,
)
_LABEL = (
    r"(?P<dash>[-–—][ \t]{0,4}+)?(?P<turn>>{2,3}+[ \t]{0,4}+)?(?:"
    r"\[(?P<whole>[^\[\]\n]{1,64}+)\][:：](?:[ \t]{1,4}+|$)|(?P<bracket>[\[(])?"
    r"(?P<name>[\w.+-]{1,64}+@[\w.-]{1,64}+"
    r"|[^\W_][\w.'’&/-]{0,30}+(?:[ ][\w&.#][\w.'’&/@-]{0,60}+){0,6}+)"
    r"(?P<aside>[ ](?:\([^()\[\]:\n]{1,40}+\)|\[[^()\[\]:\n]{1,40}+\]))?+"
    r"(?: <[\w.+-]{1,64}+@[\w.-]{1,64}+>)?"
    r"(?(bracket)[\])])(?:[ \u00a0\u202f](?=:))?+"
    r"(?:[:：][ \t]{1,4}+|：|:$|(?(bracket)[ \t]{1,4}+|(?!))))"
)
"""`Name: ` at the start of a line, or any name as `[Name]: `; French sets a blank before `:`."""

_NAME = re.compile(rf"^{_LABEL}", re.MULTILINE)
_NAME_WITHIN = re.compile(rf"(?:^|(?<=\s)(?=>>)){_LABEL}", re.MULTILINE)
"""Also after `>>` within a line."""
_INNER_NAME = re.compile(rf"(?<=[.?!…\"”»)\]][ ]){_LABEL}", re.MULTILINE)
"""Where a sentence has ended: captions of two lines that were made one."""
_ROLE = re.compile(
    r"(?:speaker|spkr?|voice|person|participant|interviewe[er]|guest|host|caller|moderator"
    r"|narrator|operator|sprecher(?:in)?|locuteur|hablante|orador|parlante|spreker|talare)"
    r"[ _-]?#?\d{0,4}",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"(?:speaker|spkr?)[ _-]?\d{1,4}", re.IGNORECASE)
_ADDRESS = re.compile(r"[\w.+-]{1,64}+@[\w.-]{1,64}+")
_SMALL_WORDS = frozenset(
    ("a", "an", "and", "da", "de", "del", "der", "di", "of", "the", "van", "von")
)
_NO_NAMES = frozenset(
    (
        "action actually again agenda aka also although answer anyway are as at attendees author"
        " because but by caption captions chapter conclusion copyright correction date decision"
        " decisions description disclaimer duration e.g. edit email episode essentially etc"
        " example file finally fyi guess here how however http https i'll i'm i.e. id if important"
        " intro introduction is it it's item items keywords language length let link listen"
        " location look maybe meaning meanwhile n.b. namely nb next no not note notes now ok okay"
        " or outro p.s. part participants ps question rather really recorded reference remember"
        " result section so something source spoiler step steps subject summary that that's then"
        " there there's therefore these they thing think this time times tip title to todo topic"
        " transcribed transcript translation update url version warning was we website well were"
        " what what's when where whether which who why yes you"
        " achtung anmerkung beispiel fazit hinweis thema wichtig zusammenfassung attention bref"
        " exemple remarque résumé sujet conclusión ejemplo nota resumen tema esempio exemplo"
        " voorbeeld"
    ).split()
)
"""Words that open a sentence or a heading, not a turn."""
_NO_FIRST_NAMES = frozenset("in on one two three with at".split())
"""The same, but "MAN ON PHONE" and "WOMAN TWO" are names."""
_DASHES = "-–—"
_OPENING = (VoiceChange(2, "", 2),)
_LONG_NAME = 4  # words; only "MAN IN THE RED HAT" has more
_LEAST = 2  # a name is a voice when it opens as many lines
_FEW, _MOST = 0.3, 0.5  # shares of the cues that open with a name


def turns(text: str) -> tuple[VoiceChange, ...]:
    """The changes of voice that dashes mark, without the dash in "know-", "--" or "all-in-one"."""
    if text.startswith("- ") and text.find("-", 1) < 0 and "\n" not in text and len(text) > 2:
        if ">>" not in text:
            return _OPENING
    elif "- " not in text and text[0] not in _DASHES and "\n" not in text and ">>" not in text:
        return ()
    return tuple(
        VoiceChange(found.end(), "", found.end() - found.start())
        for found in _TURN.finditer(text)
        if text[found.start() - 1 : found.start()] in "\n"
        or ">" in found[0]
        or not text[found.end()].islower()
    )


class _Shape(Enum):
    """How a name is written: that decides how far it is believed."""

    SURE = "after >>, a numbered speaker, an address"
    CAPITALS = "CALLER"
    TITLE = "Caller"
    SMALL = "caller"
    BRACKET = "(Caller) without a colon"


class _Label(NamedTuple):
    """A name: `start` is where it begins, `bare` the name without aside.

    It opens its line, or (`is_inner`) stands behind a sentence.
    """

    start: int
    change: VoiceChange
    shape: _Shape
    bare: str
    has_dash: bool
    is_inner: bool

    @property
    def is_known_only(self) -> bool:
        """Whether it is a name only where other lines have it before a colon."""
        return self.is_inner or self.shape is _Shape.BRACKET


class VoiceLabels:
    """Names before a colon, each kept with its place until it is known how the file names."""

    def __init__(self) -> None:
        self._places: dict[int, tuple[_Label, ...]] = {}

    def note(self, cue: int, text: str) -> None:
        """Remember the names that open the lines of a cue's text."""
        if labels := tuple(_labels(text)):
            self._places[cue] = labels

    def changes(self, cues: int) -> Iterator[tuple[int, tuple[VoiceChange, ...]]]:
        """Each cue that a voice's name opens, with its changes of voice; there are `cues` cues."""
        if not self._places:
            return
        habit = _Habit(self._places.values(), cues)
        for cue, labels in self._places.items():
            if kept := tuple(filter(None, map(habit.change, labels))):
                yield cue, kept


def believed(texts: Sequence[str]) -> set[str]:
    """The names that are voices where cues of these texts are read: others want brackets."""
    names = VoiceLabels()
    for cue, text in enumerate(texts):
        names.note(cue, text)
    return {
        change.voice
        for _, changes in names.changes(len(texts))
        for change in changes
        if change.voice
    }


def are_sure(texts: Iterable[str]) -> bool:
    """Whether the names that open cues of these texts are voices, whatever else the file says."""
    labels = [label for text in texts for label in _labels(text)]
    counts = Counter(label.bare for label in labels)
    names = {label.change.voice for label in labels}
    return all(
        label.shape is _Shape.SURE
        or (label.shape is not _Shape.SMALL and counts[label.bare] >= _LEAST)
        for label in labels
    ) and all(label.bare in names for label in labels)


class _Habit:
    """In which way a file names its voices, learnt from all names that open a line."""

    def __init__(self, places: Iterable[tuple[_Label, ...]], cues: int) -> None:
        opening = [[label for label in each if not label.is_known_only] for each in places]
        labels = list(chain.from_iterable(opening))
        self._counts = Counter(label.bare for label in labels)
        self._names = {label.change.voice for label in labels}
        written = {(label.bare, label.change.voice) for label in labels}
        self._ways = Counter(bare for bare, _ in written)
        self._share = sum(map(bool, opening)) / max(1, cues)
        self._are_small = self._small_names(labels)
        self._shapes = {label.shape for label in labels if self._recurs(label)}
        self._has_several = len({label.bare for label in labels}) > 1
        changes = [(label.bare, self.change(label)) for label in labels]
        self._known = {bare for bare, change in changes if change and change.voice}

    def change(self, label: _Label) -> VoiceChange | None:
        """The voice that a label names, an unnamed one where that is in doubt; or None."""
        if label.is_known_only:
            return self._known_voice(label)
        if label.shape is _Shape.SURE or self._recurs(label) or self._is_believed(label):
            return self._named(label)
        return VoiceChange(label.start, "") if self._shapes and self._is_odd(label) else None

    def _known_voice(self, label: _Label) -> VoiceChange | None:
        if label.bare in self._known or _NUMBERED.fullmatch(label.bare):
            return self._named(label)
        is_capitals = label.shape is _Shape.CAPITALS and _Shape.CAPITALS in self._shapes
        return VoiceChange(label.start, "") if label.is_inner and is_capitals else None

    def _recurs(self, label: _Label) -> bool:
        if label.shape is _Shape.SMALL and not self._are_small:
            return False
        return label.shape is _Shape.SURE or self._counts[label.bare] >= _LEAST

    def _is_believed(self, label: _Label) -> bool:
        """Whether a name is one though it opens no second line."""
        if label.shape is _Shape.CAPITALS:
            return not self._shapes or bool(self._shapes - {_Shape.TITLE, _Shape.SMALL})
        if label.shape is not _Shape.TITLE:
            return False
        if self._shapes:
            return self._share >= _FEW and bool(self._shapes - {_Shape.CAPITALS, _Shape.SMALL})
        return self._has_several and self._share >= _MOST

    def _is_odd(self, label: _Label) -> bool:
        """Whether somebody else may speak here; a dash before the name says so by itself."""
        is_name = label.shape is not _Shape.SMALL or self._are_small
        return is_name and not label.has_dash

    def _named(self, label: _Label) -> VoiceChange:
        """`ANNA (laughs)` is ANNA where she speaks without laughing, or in other ways, too."""
        change = label.change
        has_others = label.bare in self._names or self._ways[label.bare] > 1
        is_aside = label.bare != change.voice and has_others
        return change._replace(voice=label.bare) if is_aside else change

    def _small_names(self, labels: list[_Label]) -> bool:
        """Whether small letters are how this file writes names: two recur, and open most cues."""
        small = {label.bare for label in labels if label.shape is _Shape.SMALL}
        recurring = [name for name in small if self._counts[name] >= _LEAST]
        return len(recurring) > 1 and self._share >= _MOST


def _labels(text: str) -> Iterator[_Label]:
    """The names that open lines, and those that stand behind a sentence, in order."""
    pattern = _NAME_WITHIN if ">>" in text else _NAME
    found = [*pattern.finditer(text)]
    if text.count(":") > len(found) or any(". " in each[0] for each in found):
        found = sorted((*found, *_INNER_NAME.finditer(text)), key=re.Match.start)
    has_capitals = any(each["name"] and each["name"].isupper() for each in found)
    last_small = _last_small(text) if has_capitals else -1
    position = 0
    for each in found:
        label = _label(each, last_small)
        if label is not None and label.start >= position:
            position = label.change.offset
            yield label


def _label(found: re.Match[str], last_small: int) -> _Label | None:
    name = found["name"] or found["whole"].strip()
    shape = _shape(name, is_turn=bool(found["turn"])) if found["name"] else _Shape.SURE
    if shape is _Shape.CAPITALS and last_small < found.end():
        shape = _Shape.TITLE  # where all is in capitals they mean nothing
    if found["bracket"] and not found[0].rstrip().endswith((":", "：")):
        shape = _bracket_shape(name, shape)
    if shape is None:
        return None
    voice = f"{name}{found['aside'] or ''}"
    change = VoiceChange(found.end(), voice, found.end() - found.start())
    is_inner = found.re is _INNER_NAME
    return _Label(found.start(), change, shape, name, found["dash"] is not None, is_inner)


def _bracket_shape(name: str, shape: _Shape | None) -> _Shape | None:
    if _NUMBERED.fullmatch(name):
        return _Shape.SURE
    return None if shape in (None, _Shape.SMALL) else _Shape.BRACKET


def _last_small(text: str) -> int:
    return next((k for k in range(len(text) - 1, -1, -1) if text[k].islower()), -1)


@lru_cache(maxsize=1024)
def _shape(name: str, *, is_turn: bool) -> _Shape | None:
    """How a name is written, and None for what is not a name."""
    words = name.split()
    if _ADDRESS.fullmatch(name) or _NUMBERED.fullmatch(name):
        return _Shape.SURE
    if not any(map(str.isalpha, name)) or any(word.lower() in _NO_NAMES for word in words):
        return None
    if words[0].lower() in _NO_FIRST_NAMES:
        return None
    if len(words) > _LONG_NAME and not name.isupper():
        return None
    if name[0].islower() or not all(map(_is_name_part, words)):
        is_small = _ROLE.fullmatch(name) or (len(words) == 1 and name.islower())
        return _Shape.SMALL if is_small else None
    if is_turn:
        return _Shape.SURE
    if not name[0].isalpha():
        return None
    return _Shape.CAPITALS if name.isupper() else _Shape.TITLE


def _is_name_part(word: str) -> bool:
    return not word[0].islower() or word in _SMALL_WORDS
