"""The layout of a text with times, learnt from its lines: where a time stands, a name, the text.

A layout is a bracket (or none) and a place in the line; where the names are is learnt from what
stands beside, above and below the times.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from enum import Enum
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from reader.formats.frames import FRAME_STAMP, frame_time
from reader.formats.times import milliseconds

LONGEST_HEADER = 160
_LONGEST_STAMP = 60

_CLOCK = r"-?\d{1,4}:\d{1,2}(?::\d{1,2})?+(?::\d{3}(?!\d)|[.,]\d{1,3})?+"
_UNITS = (
    r"(?:\d{1,3} ?h(?:ours?)?,? )?(?:\d{1,3} ?min(?:utes?)?,? )?\d{1,3} ?sec(?:onds?)?"
    r"|(?:\d{1,3} hours?,? )?\d{1,3} minutes?|\d{1,3} hours?"
    r"|(?:\d{1,3}h ?)?\d{1,3}m ?\d{1,2}(?:\.\d{1,3})?s|\d{1,3}h ?\d{1,2}m|\d{1,7}(?:\.\d{1,3})?s"
)
_INNER = (
    rf"(?:{FRAME_STAMP}|{_CLOCK}(?:-\d(?=#))?|\d{{1,3}}\.\d\d\.\d\d(?:[.,]\d{{1,3}})?|{_UNITS})"
)
"""A time in brackets may be written in more ways: nothing else would stand there."""
_BARE = rf"(?:{FRAME_STAMP}|{_CLOCK})"
_TO = r"\s{0,3}(?:-{1,2}>?|–|—|~|→|/|to)\s{0,3}"
_NAME = r"[^\W_][^\[\]():|<>\t#]{0,59}?(?: \([^()]{1,40}\))?"

_FIELD = re.compile(r"(\d{1,7}(?:\.\d{1,3})?)\s?([hms])")
_INITIAL = re.compile(r"(?:\w{1,2}|Jr|Sr|Dr|St|Prof)\.")
_ADDRESS = re.compile(r"[\w.+-]{1,64}+@[\w.-]{1,64}+")
_ASIDE = re.compile(r" \([^()]{1,40}\)$")
_HEADING = re.compile(r"(?:#{1,6}[ \t]+|[-*+>•][ \t]+)")

_DRESSED = (
    ("](http", re.compile(r"@?\[([\d:.,]{3,14})\]\(https?://[^\s()]{1,400}\)"), r"[\1]"),
    ("*", re.compile(r"\*([\[(]?[\d:.,]{3,14}[\])]?)\*"), r"\1"),
    ("_", re.compile(r"(?<!\w)_([\[(]?[\d:.,]{3,14}[\])]?)_(?!\w)"), r"\1"),
    ("#", re.compile(r"[(\[](#[\d:.,-]{3,14}#)[)\]]"), r"\1"),
    *(
        (opening, re.compile(rf"{opening}\s?([\d:.,–—~ -]{{3,40}})\s?{closing}"), r"(\1)")
        for opening, closing in ("（）", "【】", "［］")
    ),
)
"""A sign that shows it, what a time is dressed up in, and the time without that."""


class TimePlace(Enum):
    """Where the time stands in its line."""

    FIRST = "before the text, or alone"
    INSIDE = "in the brackets of the name"
    NAMED = "after the name"
    LAST = "after the text: it ends there"
    WITHIN = "anywhere: the text begins after it"


class NameAt(Enum):
    """Where the name of the voice stands, if its line is not the form's."""

    NOWHERE = "in the text, or not at all"
    BESIDE = "after the time, the text below"
    BELOW = "the first line below the time"
    ABOVE = "the line above the time"
    COUNTED = "nowhere: a number stands above the time"
    BRACKETED = "in brackets before the text"


class Form(NamedTuple):
    """How a line with a time looks: with which brackets, and where."""

    brackets: str
    place: TimePlace


class Layout(NamedTuple):
    """What was learnt of a file."""

    form: Form
    names: NameAt = NameAt.NOWHERE


TMPLAYER = Form("tmplayer", TimePlace.FIRST)
"""`0:00:03:text|text`: the bar breaks the line."""

UNITS = Form("units", TimePlace.FIRST)
"""`0 minutes 3 seconds`, alone in its line."""

_BRACKETS = ("[]", "()", "##", "<>", "{}")
FORMS = (
    *(Form(each, TimePlace.FIRST) for each in _BRACKETS),
    *(Form(each, TimePlace.INSIDE) for each in _BRACKETS[:2]),
    *(Form(each, TimePlace.NAMED) for each in ("[]", "()", "<>", "")),
    Form("", TimePlace.FIRST),
    TMPLAYER,
    UNITS,
    *(Form(each, TimePlace.LAST) for each in _BRACKETS),
)
"""Of those that as many lines follow, the first is taken."""


_TIMES = rf"(?P<start>{_INNER})(?:{_TO}(?P<end>{_INNER}))?\s{{0,3}}"
_TIMES_2 = _TIMES.replace("<start>", "<start2>").replace("<end>", "<end2>")
_BARE_TIMES = (
    rf"(?P<start>{_BARE})(?:(?:{_TO}|[ \t]{{1,9}}(?=(?:{FRAME_STAMP})\s*+\Z))(?P<end>{_BARE}))?"
    r"(?![\w:.,;])"
)
_SEPARATED = r"[ \t]*+(?:[-–—|:·•]+[ \t]++)?"


def _stamp(brackets: str) -> str:
    opening, closing = map(re.escape, brackets)
    return rf"{opening}\s{{0,3}}{_TIMES}{closing}"


def _inside(brackets: str) -> str:
    opening, closing = map(re.escape, brackets)
    named = rf"\s{{0,3}}(?P<name>{_NAME})\s?[,;|]\s{{0,3}}{_TIMES}"
    timed = rf"{_TIMES_2}[,;|]?\s{{1,3}}(?P<name2>{_NAME})\s{{0,3}}"
    return rf"{opening}(?:{named}|{timed}){closing}\s{{0,3}}:?[ \t]*+(?P<text>.*)"


PATTERNS = {
    **{Form(b, TimePlace.FIRST): rf"{_stamp(b)}{_SEPARATED}(?P<text>.*)" for b in _BRACKETS},
    **{Form(b, TimePlace.INSIDE): _inside(b) for b in _BRACKETS[:2]},
    **{
        Form(b, TimePlace.NAMED): rf"\[?(?P<name>{_NAME})\]?\s{{0,9}}:?\s{{0,9}}{_stamp(b)}"
        r"\s{0,9}:?\s{0,9}(?P<text>.*)"
        for b in ("[]", "()", "<>")
    },
    **{Form(b, TimePlace.WITHIN): _stamp(b) for b in _BRACKETS},
    Form("", TimePlace.FIRST): rf"{_BARE_TIMES}(?:\s*+|(?:\s{{1,9}}|[-–—])[-–—:|·•]?\s{{0,9}}"
    r"(?P<text>.*))",
    Form("", TimePlace.NAMED): rf"(?:\[(?P<name2>{_NAME})\]\s{{1,9}}|(?P<name>{_NAME})"
    r"(?:(?P<is_tab>:?\t|:[ \t]{1,9})|[ \t]{1,9}|\s{0,3}[|·•,]\s{0,3}|\s{1,3}[-–—]\s{1,3}))"
    rf"{_BARE_TIMES}(?:\s*+|(?<=\d)(?(is_tab)[ \t]{{1,9}}(?P<text2>.*)|(?(name2)\s{{1,9}}"
    r"(?P<text>.*)|(?!))))",
    TMPLAYER: r"(?P<start>-?\d{1,2}:\d\d:\d\d)[:=](?P<text>.*)",
    UNITS: rf"(?P<start>{_UNITS})",
}
"""Of a whole line, with `start` and where it has them `end`, `name` and `text`."""


@cache
def _pattern(form: Form) -> re.Pattern[str]:
    """Compiled once it is asked: few forms occur in a file."""
    return re.compile(PATTERNS[form])


def marks(form: Form, line: str) -> list[re.Match[str]]:
    """All times in a line, for forms in which text stands before and after them."""
    return list(_pattern(Form(form.brackets, TimePlace.WITHIN)).finditer(line))


class TimedLine(NamedTuple):
    """A line with a time, taken apart."""

    start: str
    end: str
    name: str
    text: str


def taken_apart(form: Form, line: str) -> TimedLine | None:
    """A line without its blanks and marks, or None where it has no time in this form."""
    if (form.brackets[:1] or ":") not in line and not _may_follow(form, line):
        return None
    if form.place is TimePlace.LAST:
        return _ended(form, line)
    pattern, groups = _taker(form)
    found = pattern.fullmatch(line)
    if found is None:
        return None
    values = found.groups("")
    return TimedLine(*[_first(values, places) for places in groups])


def _ended(form: Form, line: str) -> TimedLine | None:
    """A text and the time that its line ends with."""
    opening, closing = form.brackets[0], form.brackets[1]
    body = line.rstrip(". ")
    at = body.rfind(opening, max(0, len(body) - _LONGEST_STAMP), len(body) - 1)
    if at < 1 or body[-1:] != closing:
        return None
    found = _pattern(Form(form.brackets, TimePlace.WITHIN)).fullmatch(body, at)
    return TimedLine(found["start"], found["end"] or "", "", body[:at].strip()) if found else None


@cache
def _taker(form: Form) -> tuple[re.Pattern[str], tuple[tuple[int, ...], ...]]:
    """The pattern of a form, and where among its groups each field is."""
    pattern = _pattern(form)
    index = pattern.groupindex
    groups = (
        tuple(index[n] - 1 for n in (name, f"{name}2") if n in index) for name in TimedLine._fields
    )
    return pattern, tuple(groups)


def _first(values: tuple[str, ...], places: tuple[int, ...]) -> str:
    for place in places:
        if value := values[place]:
            return value.strip()
    return ""


def _may_follow(form: Form, line: str) -> bool:
    """Whether a line without brackets or colon can still be a time."""
    return form in _WITHOUT or (not form.brackets and ";" in line)


def unmarked(line: str) -> str:
    """Without Markdown's bold, headings and lists, which may stand around the time or the name."""
    line = line.strip()
    if line[:1] in "#-*+>•" and (found := _HEADING.match(line)):
        line = line[found.end() :]
    line = line.replace("**", "") if "**" in line[:LONGEST_HEADER] else line
    return plain_times(line)


def plain_times(line: str) -> str:
    """With bare times for those that are links, emphasised, in two brackets or in wide ones."""
    for sign, pattern, plain in _DRESSED:
        if sign in line:
            line = pattern.sub(plain, line)
    return line


def time_of(stamp: str, rate: float) -> int:
    """A time as any of the forms writes it, in milliseconds; frames counted at `rate`, if any."""
    if rate and (time := frame_time(stamp, rate)) is not None:
        return time
    if stamp[-2:-1] == "-":
        stamp = stamp[:-2] if "." in stamp or "," in stamp else f"{stamp[:-2]}.{stamp[-1]}"
    if ":" in stamp:
        return milliseconds(stamp)
    if not stamp[-1].isdigit():
        return _units(stamp)
    return milliseconds(stamp.replace(".", ":", 2))


def _units(stamp: str) -> int:
    """`1 hour 2 minutes 5 seconds`, `1h 2m`, `12.5s`."""
    lengths = {"h": 3_600_000, "m": 60_000, "s": 1000}
    return round(sum(float(n) * lengths[unit] for n, unit in _FIELD.findall(stamp)))


def is_name(text: str) -> bool:
    """Whether a text looks like the name of a voice and not like something said."""
    words = _ASIDE.sub("", text).split()
    if not words or len(text) > 60 or len(words) > 6 or ":" in text[:-1]:
        return False
    if words[-1][-1] in "?!…,;" or (words[-1][-1] == "." and not _INITIAL.fullmatch(words[-1])):
        return False
    is_small = words[0][0].islower() and len(words) > 2
    is_plain = any(map(str.isalpha, text)) and not any(letter in text for letter in '"“”…')
    return bool(_ADDRESS.fullmatch(text)) or (is_plain and not is_small)


def without_aside(name: str) -> str:
    """`Ben Otto (Acme)` -> `Ben Otto`."""
    return _ASIDE.sub("", name)


# --- what the lines of a file have in common -----------------------------------------------------

_WITHOUT = (TMPLAYER, UNITS)
_LEAST_SHARE = 0.1
_MOST_OF_THEM = 0.8
_BACKWARDS = 0.3
_LONGEST = 1_000_000  # characters of a line with marks anywhere in it


def learnt(lines: Iterable[str]) -> Layout | None:
    """The layout that most lines follow, if it is not by chance."""
    full = [unmarked(line) for line in lines if line.strip()]
    timed = [line for line in full if _may_hold_time(line)]
    form = _form(timed, full) if timed else None
    return Layout(form, _names(form, full)) if form else None


def _may_hold_time(line: str) -> bool:
    return any(map(str.isdigit, line[:LONGEST_HEADER])) or line[-1:] in "])#>}."


def _form(timed: list[str], full: list[str]) -> Form | None:
    text = "\n".join(timed)
    forms = [form for form in FORMS if form in _WITHOUT or all(b in text for b in form.brackets)]
    found = {form: _followers(form, timed) for form in forms}
    best = max(forms, key=lambda form: len(found[form]))
    most = len(found[best])
    if best.place is TimePlace.NAMED and not _has_text(found[best], full):
        best = next((e for e in forms if e.place is TimePlace.LAST and len(found[e]) == most), best)
    best, most = _within(best, most, timed)
    is_first = most == 1 and best.place is TimePlace.FIRST and _follows(best, full[0])
    return best if (most > 1 or is_first) and most >= _LEAST_SHARE * len(full) else None


def _within(best: Form, most: int, lines: list[str]) -> tuple[Form, int]:
    """Marks anywhere in the lines, where far more lines have them than follow the best form."""
    for brackets in ("##", "[]"):
        form = Form(brackets, TimePlace.WITHIN)
        found = [mark for line in lines if len(line) < _LONGEST for mark in marks(form, line)]
        times = [time_of(mark["start"], 25) for mark in found]
        if len(found) > 2 * most + 1 and times == sorted(times):
            return form, len(found)
    return best, most


def _followers(form: Form, lines: list[str]) -> list[TimedLine]:
    """The lines of this form; none where their times run to and fro."""
    found = [each for line in lines if (each := _apart(form, line))]
    times = [time_of(each.start, 25) for each in found]
    backwards = sum(after < before for before, after in pairwise(times))
    is_sure = bool(form.brackets) and form.place is TimePlace.FIRST
    return found if is_sure or backwards <= _BACKWARDS * len(found) else []


def _follows(form: Form, line: str) -> bool:
    return _apart(form, line) is not None


def _apart(form: Form, line: str) -> TimedLine | None:
    found = taken_apart(form, line)
    if found is None or (form.place is not TimePlace.FIRST and form.place is not TimePlace.NAMED):
        return found
    if form.place is TimePlace.NAMED and not is_name(found.name):
        return None
    is_header = not found.text
    return None if is_header and len(line) > LONGEST_HEADER else found


def _has_text(found: Sequence[TimedLine], full: list[str]) -> bool:
    """Whether names before a time are headers: text stands in their lines or below them."""
    is_beside = sum(bool(each.text) for each in found) > len(found) / 2
    return is_beside or len(full) - len(found) >= len(found) / 2


def _names(form: Form, full: list[str]) -> NameAt:
    """Where the names stand, where the form itself has none."""
    if form.place is not TimePlace.FIRST or form is TMPLAYER or not full:
        return NameAt.NOWHERE
    blocks = _blocks(form, full)
    texts = [found.text for found, _ in blocks[1:] if found]
    below = [lines for _, lines in blocks[1:]]
    if texts and all(below) and _are_names(texts):
        return NameAt.BESIDE
    if texts and any(texts):
        is_bracketed = [bool(bracketed(text)) for text in texts]
        return NameAt.BRACKETED if len(texts) > 1 and all(is_bracketed) else NameAt.NOWHERE
    above = [lines[-1] if lines else "" for _, lines in blocks[:-1]]
    if above and all(map(str.isdecimal, above)):
        return NameAt.COUNTED
    if above and all(len(lines) > 1 for lines in below[:-1]) and _are_names(above):
        return NameAt.ABOVE
    firsts = [lines[0] for lines in below if len(lines) > 1]
    is_usual = len(firsts) >= _MOST_OF_THEM * len(below) and bool(firsts)
    return NameAt.BELOW if is_usual and _are_names(firsts) else NameAt.NOWHERE


def _blocks(form: Form, full: list[str]) -> list[tuple[TimedLine | None, list[str]]]:
    """The lines with a time, each with those below; first what stands above them all."""
    blocks: list[tuple[TimedLine | None, list[str]]] = [(None, [])]
    for line in full:
        if found := _apart(form, line):
            blocks.append((found, []))
        else:
            blocks[-1][1].append(line)
    return blocks


def _are_names(texts: list[str]) -> bool:
    """Whether nearly all look like names, and like those of a few voices."""
    named = [text for text in texts if is_name(text)]
    distinct = len(set(named))
    are_few = distinct <= max(2, 0.7 * len(named)) or all(map(_is_proper, named))
    return bool(named) and len(named) >= _MOST_OF_THEM * len(texts) and are_few


def _is_proper(name: str) -> bool:
    """`Ann de Boer`, `Speaker 1`: a name even where it occurs once."""
    words = _ASIDE.sub("", name).split()
    return len(words) <= 4 and not any(w[0].islower() and len(w) > 3 for w in words)


_BRACKETED = re.compile(r"[\[<]([^\[\]<>:]{1,60})[\]>][ \t]*+:?[ \t]*+(\S.*)")


def bracketed(text: str) -> tuple[str, str] | None:
    """`[Ana] Hello.` -> Ana and what she says."""
    found = _BRACKETED.fullmatch(text)
    return (found[1], found[2]) if found and is_name(found[1]) else None
