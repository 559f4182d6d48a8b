"""Times as JSON writes them, and the unit of bare numbers by evidence."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from enum import Enum
from itertools import pairwise
from typing import Any, NamedTuple

from reader.formats.frames import frame_time
from reader.formats.times import ARROW, STAMP, milliseconds

_NUMBER = re.compile(r"-?\d{1,19}(?:\.\d{0,12})?")
_WITH_UNIT = re.compile(r"(-?\d{1,15}(?:\.\d{0,12})?) ?(ms|s|secs?|seconds|m|min|h)")
_STAMP = re.compile(STAMP)
_RANGE = re.compile(rf"[\[(]?({STAMP}) ?(?:{ARROW}|[-–—]|to) ?({STAMP})[\])]?")
_AROUND = " []()"
_DURATION = re.compile(
    r"P(?:(\d{1,6})D)?(?:T(?:(\d{1,6})H)?(?:(\d{1,6})M)?(?:(\d{1,9}(?:\.\d{1,9})?)S)?)?"
)
_MOMENT = re.compile(
    r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:[.,]\d{1,9})?)?(?:Z| ?[+-]\d\d:?\d\d)?"
)
_PARTS = {"hours": 3_600_000.0, "minutes": 60_000.0, "seconds": 1000.0, "nanos": 1e-6}
_PARTS |= dict.fromkeys(("milliseconds", "millis", "ms"), 1.0)
_UNITS = {"ms": 1.0, "m": 60_000.0, "min": 60_000.0, "h": 3_600_000.0}
_FURTHEST = 10**12  # ms; no recording lasts as long
_EPOCHS = ((1e9, 4e9, 1000.0), (1e12, 4e12, 1.0), (1e15, 4e15, 1e-3), (1e18, 4e18, 1e-6))

SECONDS, HUNDREDTHS, MILLISECONDS = 1000.0, 10.0, 1.0
UNIT_NAMES = {
    SECONDS: "seconds",
    HUNDREDTHS: "hundredths of a second",
    MILLISECONDS: "milliseconds",
    1e-3: "microseconds",
    1e-4: "ticks of 100 ns",
    1e-6: "nanoseconds",
    60_000.0: "minutes",
}
_PRIORS = {SECONDS: 0.0, MILLISECONDS: 0.3, 1e-3: 1.5, 1e-4: 0.7, 1e-6: 1.5}

SCALES = tuple(_PRIORS)
"""Milliseconds in one of each unit that bare numbers may be in."""

# Speech has 8 to 20 letters a second. More than 25 is hardly possible; less only means pauses.
_FASTEST, _SLOWEST = 25.0, 4.0
_TOO_FAST = 3.0  # how much worse too fast is than too slow
_SHORT, _LONG = 6.0, 48 * 3600.0  # seconds; few transcripts are shorter or longer
_MOST_SLOW, _MOST_ODD = 6.0, 4.0
_DOUBT = 1.0
_UNLIKELY = 2.5  # the cost of speech so slow that hundredths may be meant, which few write


class Kind(Enum):
    """How a time is written."""

    NUMBER = "numbers"
    FRAMES = "stamps that count frames"
    SPAN = "stamps"  # its unit is written: "0:01", "1.2s", "PT1.2S", seconds and nanos
    MOMENT = "moments of the day"


class Time(NamedTuple):
    """A value as it stands; a span or moment is in milliseconds, frames with the number of the
    frame instead of milliseconds."""

    kind: Kind
    value: float


class Unit(NamedTuple):
    """Milliseconds in one, what is taken away first, and what else it could as well be.

    `costs` has for each scale how far from human speech the texts are, where that decided.
    `rate` is how many frames a second has, where times count them.
    """

    scale: float
    base: float = 0.0
    other: float | None = None
    costs: tuple[tuple[float, float], ...] = ()
    rate: float = 25.0

    @property
    def cost(self) -> float:
        """How far from human speech the texts are."""
        return min((cost for _, cost in self.costs), default=0.0)

    def milliseconds(self, time: Time) -> int | None:
        """A time counted from the start of the recording; None for what no recording lasts."""
        if time.kind is Kind.SPAN:
            value = time.value
        elif time.kind is Kind.FRAMES:
            seconds, frame = divmod(time.value, 1000)
            value = 1000 * seconds + 1000 * frame / self.rate
        elif time.kind is Kind.MOMENT:
            value = time.value - self.base
        else:
            value = (time.value - self.base) * self.scale
        return round(value) if abs(value) < _FURTHEST else None


def time_of(value: Any) -> Time | None:
    """What a value means as a time; None for NaN, infinity and what is not a time."""
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return Time(Kind.NUMBER, float(value)) if abs(value) < 1e19 else None
    if isinstance(value, dict):
        return _parts_of_a_second(value)
    return _written(value.strip(_AROUND)) if isinstance(value, str) and len(value) <= 60 else None


def is_stamp(text: str) -> bool:
    """Whether it is a time as clocks write it, or one with a point, and not just a number."""
    return bool(_STAMP.fullmatch(text.strip(_AROUND)))


def range_of(text: str) -> tuple[str, str] | None:
    """The two times in `00:01 --> 00:04`, or None."""
    found = _RANGE.fullmatch(text) if text[:1] in "[(0123456789" and len(text) <= 60 else None
    return (found[1], found[2]) if found else None


def _written(text: str) -> Time | None:
    if _NUMBER.fullmatch(text):
        return Time(Kind.NUMBER, float(text))
    if found := _WITH_UNIT.fullmatch(text):
        return Time(Kind.SPAN, float(found[1]) * _UNITS.get(found[2], SECONDS))
    if (frames := frame_time(text, 1000)) is not None:
        return Time(Kind.FRAMES, float(frames))
    if _STAMP.fullmatch(text):
        return Time(Kind.SPAN, float(milliseconds(text)))
    if len(text) > 1 and (found := _DURATION.fullmatch(text)):
        days, hours, minutes, seconds = (float(part or 0) for part in found.groups())
        return Time(Kind.SPAN, (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000)
    return _moment(text) if _MOMENT.fullmatch(text) else None


def _moment(text: str) -> Time | None:
    fraction = re.search(r"[.,](\d++)", text)
    whole = text.replace(fraction[0], "") if fraction else text
    try:
        moment = datetime.fromisoformat(whole.replace(" +", "+").replace(" -", "-"))
        seconds = moment.replace(tzinfo=moment.tzinfo or UTC).timestamp()
    except (ValueError, OverflowError):
        return None
    return Time(Kind.MOMENT, seconds * 1000 + (float(f"0.{fraction[1]}") * 1000 if fraction else 0))


def is_parts_of_a_second(value: dict[str, Any]) -> bool:
    """Whether it is protobuf's `{"seconds": 1, "nanos": 500000000}`, one of which may lack, or
    a time with its hours, minutes and milliseconds apart."""
    return bool(value) and value.keys() <= _PARTS.keys()


def _parts_of_a_second(value: dict[str, Any]) -> Time | None:
    if not is_parts_of_a_second(value):
        return None
    known = [(time_of(each), _PARTS[key]) for key, each in value.items()]
    if not all(time for time, _ in known):
        return None
    return Time(Kind.SPAN, sum(time.value * scale for time, scale in known if time))


class Spoken(NamedTuple):
    """A text with its bare times: the evidence for their unit."""

    start: float
    end: float | None
    letters: int


def unit_of(
    spoken: Sequence[Spoken], *, are_moments: bool = False, likely: float | None = None
) -> Unit:
    """The unit in which the texts are spoken as fast as people speak; one may be `likely`."""
    if not spoken:
        return Unit(SECONDS)
    earliest = min(each.start for each in spoken)
    latest = max(max(each.start, each.end or 0) for each in spoken)
    if are_moments:
        return Unit(MILLISECONDS, earliest)
    for low, high, scale in _EPOCHS:
        if low <= earliest < high and latest - earliest < low / 1000:
            return Unit(scale, earliest)
    scales = (*_PRIORS, *([likely] if likely else ()))
    unit = _cheapest(tuple((scale, _cost(scale, spoken, latest)) for scale in scales))
    is_slow = unit.scale == SECONDS and speech_cost(SECONDS, spoken) > _UNLIKELY
    if is_slow and all(float(each.start).is_integer() for each in spoken):
        return unit._replace(other=unit.other or HUNDREDTHS)
    return unit


def agreed(one: Unit, two: Unit) -> Unit | None:
    """The unit that suits the rows of two tables together; None where evidence decided neither."""
    others = dict(two.costs)
    if not (one.costs and others):
        return None
    return _cheapest(tuple((scale, cost + others[scale]) for scale, cost in one.costs))


def _cheapest(costs: tuple[tuple[float, float], ...]) -> Unit:
    (best, least), (other, next_least) = sorted(costs, key=lambda row: row[1])[:2]
    return Unit(best, other=other if next_least - least < _DOUBT else None, costs=costs)


def _cost(scale: float, spoken: Sequence[Spoken], latest: float) -> float:
    """How far from human speech the texts are in a unit."""
    cost = _PRIORS.get(scale, 0.0)
    if scale != SECONDS and any(not float(each.start).is_integer() for each in spoken):
        cost += 4.0 if scale == MILLISECONDS else 8.0
    cost += speech_cost(scale, spoken)
    last = latest * scale / 1000
    if last > 0:
        odd = max(0.0, math.log(_SHORT / last), math.log(last / _LONG))
        cost += min(_MOST_ODD, _TOO_FAST * odd)
    return cost


def speech_cost(scale: float, spoken: Sequence[Spoken]) -> float:
    """How far from the pace of people the texts are."""
    rates = [_rate_cost(rate * 1000 / scale) for rate in _rates(spoken)]
    return sum(rates) / max(1, len(rates))


def _rate_cost(rate: float) -> float:
    """What is too fast cannot be; what is too slow may hold pauses. One odd row decides nothing."""
    if rate > _FASTEST:
        return min(2 * _MOST_SLOW, _TOO_FAST * math.log(rate / _FASTEST))
    return min(_MOST_SLOW, max(0.0, math.log(_SLOWEST / rate)))


def _rates(spoken: Sequence[Spoken]) -> list[float]:
    """Letters in one of the unit: to the end of each text, else to where the next one starts."""
    rates = [
        each.letters / (each.end - each.start)
        for each in spoken
        if each.letters and each.end is not None and each.end > each.start
    ]
    return rates or [
        each.letters / (after.start - each.start)
        for each, after in pairwise(spoken)
        if each.letters and after.start > each.start
    ]


def letters_in(text: str) -> int:
    """Letters to speak; one of an unspaced script takes as long as three."""
    return sum(3 if letter >= "\u2e80" else 1 for letter in text if letter.isalnum())


def median(values: Iterable[float]) -> float:
    """The middle one; 0 of none."""
    found = sorted(values)
    return found[len(found) // 2] if found else 0.0
