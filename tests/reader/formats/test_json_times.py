"""Times as JSON writes them, value by value, and the unit of bare numbers by evidence."""

from __future__ import annotations

import math
import time

import pytest

from reader.formats.json_times import (
    MILLISECONDS,
    SECONDS,
    Kind,
    Spoken,
    Time,
    Unit,
    agreed,
    is_parts_of_a_second,
    letters_in,
    median,
    time_of,
    unit_of,
)

HOUR = 3_600_000


@pytest.mark.parametrize(
    ("value", "milliseconds"),
    [
        ({"seconds": 83, "nanos": 500_000_000}, 83_500),
        ({"seconds": 1, "nanos": 1_000_000}, 1_001),
        ({"seconds": "2", "nanos": 0}, 2_000),
        ({"seconds": 83}, 83_000),
        ({"nanos": 7_000_000}, 7),
        ("1.5s", 1_500),
        ("2 sec", 2_000),
        ("2 seconds", 2_000),
        ("250ms", 250),
        ("1.5m", 90_000),
        ("2 min", 120_000),
        ("0.5h", HOUR // 2),
        ("-3s", -3_000),
        ("01:02:03.456", HOUR + 123_456),
        ("0:01", 1_000),
        ("PT1.2S", 1_200),
        ("PT2M", 120_000),
        ("PT1H2M3S", HOUR + 123_000),
        ("P1DT1H", 25 * HOUR),
        ("P2D", 48 * HOUR),
        (" 1.5s ", 1_500),
    ],
)
def test_what_names_its_unit_is_a_span(value: object, milliseconds: int) -> None:
    found = time_of(value)
    assert found is not None
    assert found.kind is Kind.SPAN
    assert found.value == pytest.approx(milliseconds)
    assert Unit(SECONDS, base=99.0).milliseconds(found) == milliseconds


@pytest.mark.parametrize(
    ("value", "number"), [(7, 7.0), (1.25, 1.25), ("12", 12.0), ("-0.5", -0.5), ("3.", 3.0)]
)
def test_a_bare_number_is_one(value: object, number: float) -> None:
    assert time_of(value) == Time(Kind.NUMBER, number)


@pytest.mark.parametrize(
    "value",
    [
        *(None, True, False, [], {}, {"seconds": 1, "frames": 2}, {"seconds": "soon"}, "", "P"),
        *("soon", math.nan, math.inf, 1e19, "x" * 61, {"nanos": None}, "1.5 parsecs"),
        *("2026-13-01T00:00", "0000-01-01T00:00"),
    ],
)
def test_what_is_no_time(value: object) -> None:
    assert time_of(value) is None


def test_the_largest_number_that_is_a_time() -> None:
    assert time_of(9.9e18) == Time(Kind.NUMBER, 9.9e18)
    assert time_of(" " * 58 + "12") == Time(Kind.NUMBER, 12.0)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("1970-01-01T00:00:01Z", 1_000),
        ("1970-01-01 00:00", 0),
        ("1970-01-01T00:00:01.25", 1_250),
        ("1970-01-01T00:00:01,5Z", 1_500),
        ("1970-01-01T01:00:00+01:00", 0),
        ("1970-01-01 01:00:00 +0100", 0),
        ("1969-12-31 23:00:00 -01:00", 0),
    ],
)
def test_a_moment_of_the_day(text: str, moment: int) -> None:
    found = time_of(text)
    assert found is not None
    assert found.kind is Kind.MOMENT
    assert found.value == pytest.approx(moment)


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="this system has no tzset")
def test_a_moment_without_a_zone_is_the_same_everywhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """Across a change of the clocks, too, rows stay as far apart as they were."""
    try:
        monkeypatch.setenv("TZ", "America/New_York")
        time.tzset()
        assert time_of("1970-01-01T00:00:01") == Time(Kind.MOMENT, 1_000)
    finally:
        monkeypatch.undo()
        time.tzset()


@pytest.mark.parametrize(
    ("value", "is_one"),
    [({}, False), ({"seconds": 1}, True), ({"nanos": 1}, True), ({"text": "a"}, False)],
)
def test_parts_of_a_second(value: dict[str, object], is_one: bool) -> None:
    assert is_parts_of_a_second(value) is is_one


def test_numbers_and_moments_count_from_the_base() -> None:
    unit = Unit(SECONDS, base=10.0)
    assert unit.milliseconds(Time(Kind.NUMBER, 12.5)) == 2_500
    assert unit.milliseconds(Time(Kind.MOMENT, 12.5)) == 2
    assert Unit(1e-3).milliseconds(Time(Kind.NUMBER, 2_500_000)) == 2_500
    assert unit.milliseconds(Time(Kind.SPAN, 1e12)) is None
    assert unit.milliseconds(Time(Kind.SPAN, 1e12 - 1)) == 10**12 - 1


def spoken(scale: float, *, rate: float = 12.0, start: float = 60.0) -> list[Spoken]:
    """Five texts of four seconds, given in a unit of so many milliseconds."""
    starts = [start + k * 5 for k in range(5)]
    return [Spoken(at * 1000 / scale, (at + 4) * 1000 / scale, round(4 * rate)) for at in starts]


@pytest.mark.parametrize("scale", [SECONDS, MILLISECONDS, 1e-3, 1e-4, 1e-6])
def test_the_unit_is_found_whatever_it_is(scale: float) -> None:
    assert unit_of(spoken(scale)).scale == scale


def test_without_any_text_they_are_seconds() -> None:
    assert unit_of([]) == Unit(SECONDS)


@pytest.mark.parametrize(("low", "scale"), [(1e9, 1000.0), (1e12, 1.0), (1e15, 1e-3), (1e18, 1e-6)])
def test_a_number_since_1970_counts_from_the_first(low: float, scale: float) -> None:
    earliest = low * 1.7
    rows = [Spoken(earliest + k * 2000 / scale, None, 20) for k in range(3)]
    assert unit_of(rows) == Unit(scale, earliest)
    assert unit_of(rows)[:2] == (scale, earliest)
    for outside in (low * 0.999, low * 4):
        assert unit_of([Spoken(outside, None, 20)]).base == 0.0


def test_the_bounds_of_numbers_since_1970() -> None:
    assert unit_of([Spoken(1e9, None, 9)]).base == 1e9
    late = Spoken(1e9 + 1e6, None, 9)  # as far as a thousandth of it
    assert unit_of([Spoken(1e9, None, 9), late]).base == 0.0
    almost = Spoken(1e9 + 1e6 - 1, None, 9)
    assert unit_of([Spoken(1e9, None, 9), almost]).base == 1e9
    assert unit_of([Spoken(1e9, 1e9 + 1e6, 9)]).base == 0.0  # its end counts, too


def test_moments_count_from_the_first() -> None:
    rows = [Spoken(5_000.0, None, 9), Spoken(3_000.0, None, 9)]
    assert unit_of(rows, are_moments=True) == Unit(MILLISECONDS, 3_000.0)


@pytest.mark.parametrize(
    ("rate", "cost"),
    [
        (12.0, 0.0),
        (25.0, 0.0),
        (50.0, 3 * math.log(2)),
        (4.0, 0.0),
        (2.0, math.log(2)),
        (4.0 / math.e**7, 6.0),  # no worse, however slow
        (25.0 * math.e**5, 12.0),  # nor however fast
    ],
)
def test_what_a_rate_of_speech_costs(rate: float, cost: float) -> None:
    rows = [Spoken(0.0, 1000.0, round(rate * 1000))]
    assert dict(unit_of(rows).costs)[SECONDS] == pytest.approx(cost, abs=0.02)


def test_what_each_unit_costs_before_any_evidence() -> None:
    """For texts of no letters that end when a transcript usually does."""
    for scale, prior in {SECONDS: 0.0, MILLISECONDS: 0.3, 1e-3: 1.5, 1e-4: 0.7, 1e-6: 1.5}.items():
        rows = [Spoken(600_000 / scale, None, 0)]
        assert dict(unit_of(rows).costs)[scale] == pytest.approx(prior)


def test_fractions_speak_for_seconds() -> None:
    whole = dict(unit_of([Spoken(100.0, None, 0)]).costs)
    broken = dict(unit_of([Spoken(100.5, None, 0)]).costs)
    more = {scale: broken[scale] - whole[scale] for scale in whole}
    assert more[SECONDS] == pytest.approx(0.0)
    assert more[MILLISECONDS] == pytest.approx(4.0, abs=0.1)
    assert more[1e-4] == pytest.approx(8.0, abs=0.1)


@pytest.mark.parametrize(
    ("last", "cost"),
    [
        (6.0, 0.0),
        (48 * 3600.0, 0.0),
        (3.0, 3 * math.log(2)),
        (96 * 3600.0, 3 * math.log(2)),
        (0.6, 4.0),
        (0.0, 0.0),
        (1e9, 4.0),
    ],
)
def test_a_length_that_few_transcripts_have_costs(last: float, cost: float) -> None:
    rows = [Spoken(0.0, last, 0)]
    assert dict(unit_of(rows).costs)[SECONDS] == pytest.approx(cost)


def test_texts_without_ends_last_until_the_next_one() -> None:
    rows = [Spoken(k * 4_000.0, None, 48) for k in range(9)]
    assert unit_of(rows).scale == MILLISECONDS
    some = [*rows, Spoken(40_000.0, 44_000.0, 10)]  # one end is better evidence
    assert dict(unit_of(some).costs)[MILLISECONDS] == pytest.approx(0.3 + math.log(4 / 2.5))


def test_texts_that_take_no_time_or_say_nothing_are_no_evidence() -> None:
    rows = [Spoken(600.0, 604.0, 48)]
    least = unit_of(rows).costs
    silent = Spoken(610.0, 619.0, 0)
    at_once = Spoken(610.0, 610.0, 48)
    for other in (silent, at_once):
        costs = dict(unit_of([*rows, other]).costs)
        assert costs[SECONDS] == pytest.approx(dict(least)[SECONDS])
    twins = [Spoken(600.0, None, 48), Spoken(600.0, None, 48), Spoken(604.0, None, 0)]
    assert dict(unit_of(twins).costs)[SECONDS] == pytest.approx(0.0)


def test_a_unit_that_is_nearly_as_likely_is_reported() -> None:
    sure, unsure = unit_of(spoken(SECONDS)), unit_of([Spoken(600.0, None, 0)])
    assert sure.other is None
    assert unsure[:3] == (SECONDS, 0.0, None)
    doubtful = unit_of([Spoken(20_000.0, None, 0)])
    assert (doubtful.scale, doubtful.other) == (SECONDS, MILLISECONDS)
    assert doubtful.cost == 0.0


def test_two_tables_agree_on_the_unit_that_suits_both() -> None:
    sure, unsure = unit_of(spoken(MILLISECONDS)), unit_of([Spoken(20_000.0, None, 0)])
    both = agreed(unsure, sure)
    assert both is not None
    assert both.scale == MILLISECONDS
    assert both.cost == pytest.approx(sure.cost + 0.3)
    assert agreed(sure, Unit(SECONDS)) is None
    assert agreed(Unit(SECONDS), sure) is None


def test_letters_of_an_unspaced_script_take_longer() -> None:
    assert letters_in("ab, c3!") == 4
    assert letters_in("今天。") == 6
    assert letters_in("\u2e80a") == letters_in("a") == 1


@pytest.mark.parametrize(
    ("values", "middle"), [([], 0.0), ([3, 1, 2], 2.0), ([4, 1], 4.0), ([7], 7.0)]
)
def test_the_median_is_a_value_in_the_middle(values: list[float], middle: float) -> None:
    assert median(values) == middle
