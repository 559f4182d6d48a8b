"""Annotations find their place again, or say that they did not."""

from __future__ import annotations

from itertools import accumulate, pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.annotation import CONTEXT, Selector, TextQuote
from reader.notes.anchoring import (
    Anchor,
    _chosen_by_time,
    _heaviest_rising,
    _is_known_by_words,
    _Shifts,
    anchor,
    selector_for,
)
from reader.notes.quote_search import Match
from reader.transcript.model import Cue, Transcript
from reader.transcript.spoken_text import SpokenText
from tests.reader.strategies import transcripts

WORDS = (
    "harbour gull boat tide net rope sail anchor lamp wave storm fog island pier captain sailor "
    "compass chart north south wind rain cloud morning evening bread salt fish barrel market "
    "street window garden ladder engine whistle bridge river valley mountain"
).split()


PASSAGE = [
    "Every evening when the work is done",
    "we go down to the harbour",
    "and wait for the boats to come in.",
]


def spoken_of(lines: list[str], *, shift: int = 0, is_timed: bool = True) -> SpokenText:
    """Lines of four seconds each."""
    cues = (
        Cue(k, k * 4_000 + shift if is_timed else None, (k + 1) * 4_000 + shift, line)
        for k, line in enumerate(lines)
    )
    return SpokenText(Transcript(tuple(cues)))


def talk(count: int, seed: int = 1) -> list[str]:
    """Lines of seven words that are said nowhere else."""
    random = Random(seed)
    return [" ".join([*random.sample(WORDS, 6), f"number{seed}x{k}."]) for k in range(count)]


def whole_line(spoken: SpokenText, line: int) -> Selector:
    piece = next(piece for piece in spoken.pieces() if piece.cue == line)
    return selector_for(spoken, piece.start, piece.end)


def texts(spoken: SpokenText, anchors: list[Anchor]) -> list[str | None]:
    return [None if found.span is None else spoken.text[slice(*found.span)] for found in anchors]


@given(transcripts(), st.data())
def test_the_same_text_gives_back_the_same_spans(
    transcript: Transcript, data: st.DataObject
) -> None:
    spoken = SpokenText(transcript)
    edges = st.integers(0, len(spoken))
    spans = data.draw(st.lists(st.tuples(edges, edges).map(lambda pair: (min(pair), max(pair)))))
    spans = [(start, end) for start, end in spans if spoken.text]
    found = anchor([selector_for(spoken, *span) for span in spans], SpokenText(transcript))
    assert [one.span for one in found] == spans
    assert all(one.span is not None and one.score == 1 for one in found)


@given(
    st.integers(0, 30),
    st.integers(0, 30),
    st.integers(0, 29),
    st.integers(-90_000, 90_000),
    st.booleans(),
)
def test_lines_put_in_before_and_after_move_it_exactly(
    before: int, after: int, line: int, shift: int, is_timed: bool
) -> None:
    lines = talk(30)
    selector = whole_line(spoken_of(lines), line)
    fresh = spoken_of(
        talk(before, seed=2) + lines + talk(after, seed=3), shift=max(0, shift), is_timed=is_timed
    )
    (found,) = anchor([selector], fresh)
    assert texts(fresh, [found]) == [lines[line]]


@given(st.lists(st.integers(1, 25), min_size=1, max_size=30), st.data())
def test_other_lines_make_no_difference(lengths: list[int], data: st.DataObject) -> None:
    spoken = spoken_of(talk(20))
    words = spoken.text.split()
    boundaries = [0, *(b for b in accumulate(lengths) if b < len(words)), len(words)]
    fresh = spoken_of([" ".join(words[a:b]) for a, b in pairwise(boundaries)])
    start = data.draw(st.integers(0, len(spoken)))
    end = data.draw(st.integers(start, len(spoken)))
    (found,) = anchor([selector_for(spoken, start, end)], fresh)
    assert found.span == (start, end)


@given(st.integers(1, 28), st.sampled_from([0, 60_000]))
def test_what_is_gone_is_not_placed(line: int, shift: int) -> None:
    lines = talk(30)
    selectors = [whole_line(spoken_of(lines), k) for k in range(30)]
    fresh = spoken_of([*lines[:line], "", *lines[line + 1 :]], shift=shift)
    found = texts(fresh, anchor(selectors, fresh))
    assert found == [*lines[:line], None, *lines[line + 1 :]]


@given(st.integers(0, 1), st.integers(2, 8), st.booleans())
def test_a_look_alike_far_away_is_never_taken_in_silence(
    kept: int, length: int, has_neighbours: bool
) -> None:
    """A passage said twice; one of the two is cut out, with its surroundings."""
    passage = talk(length, seed=9)
    first, middle, last = talk(20, seed=4), talk(40, seed=5), talk(20, seed=6)
    old = spoken_of(first + passage + middle + passage + last)
    gone = len(first) if kept else len(first + passage + middle)
    lost = [whole_line(old, gone + k) for k in range(length)]
    others = [whole_line(old, k) for k in range(0, len(first), 5)]
    others += [whole_line(old, len(first) + length + k) for k in range(0, len(middle), 5)]
    fresh = spoken_of(
        (first + middle + passage + last) if kept else (first + passage + middle + last)
    )
    if has_neighbours:
        others += [whole_line(old, len(old.transcript.cues) - k) for k in (1, 5, 9)]
    found = anchor(lost + others, fresh)
    assert all(one.span is None for one in found[:length])
    assert all(one.guess is not None for one in found[:length])
    assert all(one.span is not None for one in found[length:])


def test_two_alike_that_time_cannot_tell_apart_stay_unplaced() -> None:
    line = "We go down to the harbour and wait."
    old = spoken_of([*talk(20, seed=4), line, *talk(20, seed=5)])
    fresh = spoken_of(
        [*talk(9, seed=6), line, *talk(9, seed=7), line, *talk(9, seed=8)], shift=500_000
    )
    (found,) = anchor([whole_line(old, 20)], fresh)
    assert found.span is None
    assert found.guess is not None
    assert fresh.text[slice(*found.guess)] == line


@given(st.permutations(range(12)).map(lambda order: order[:4]), st.sampled_from([0, 60_000]))
def test_time_tells_apart_what_is_said_again_and_again(order: list[int], shift: int) -> None:
    lines = ["Row, row, row your boat, gently down the stream." for _ in range(30)]
    old = spoken_of([*talk(20, seed=4), *lines, *talk(20, seed=5)])
    fresh = spoken_of([*talk(shift // 4_000, seed=6), *talk(20, seed=4), *lines, *talk(20, seed=5)])
    around = [whole_line(old, k) for k in (3, 9, 55, 60)]
    found = anchor([*(whole_line(old, 25 + k) for k in order), *around], fresh)
    for k, one in zip(order, found, strict=False):
        assert one.span is not None
        assert fresh.place_at(one.span[0]) == (25 + k + shift // 4_000, 0)


def test_words_that_were_misheard_are_found_with_their_marks() -> None:
    old = spoken_of(["It was so.", "“Weights are the model,” she said.", "And then we left."])
    fresh = spoken_of(["Well, um, it was so.", "“Waits are the models,” she said", "and we left."])
    start = old.text.index("“")
    (found,) = anchor([selector_for(old, start, old.text.index("”") + 1)], fresh)
    assert texts(fresh, [found]) == ["“Waits are the models,”"]


def test_case_and_punctuation_do_not_count() -> None:
    lines = talk(20)
    fresh = spoken_of([line.upper().rstrip(".") for line in lines])
    (found,) = anchor([whole_line(spoken_of(lines), 7)], fresh)
    assert texts(fresh, [found]) == [lines[7].upper().rstrip(".")]


def test_a_script_without_blanks_is_found_letter_by_letter() -> None:
    old = spoken_of(["今日は天気がいいので", "海まで歩いて行きました。", "とても楽しかったです。"])
    fresh = spoken_of(
        ["えっと今日は天気が良いので海", "まで歩いていきました。とても", "楽しかったです。"]
    )
    (found,) = anchor([whole_line(old, 1)], fresh)
    assert texts(fresh, [found]) == ["海まで歩いていきました。"]


def test_advertisements_before_teach_where_the_rest_is() -> None:
    """A short answer that is given everywhere is found by the shift of those around it."""
    answer = "Yes, I think that is so."
    lines = [said for line in talk(40) for said in (line, answer)]
    old, fresh = spoken_of(lines), spoken_of(talk(15, seed=8) + lines)
    selectors = [whole_line(old, k) for k in (20, 31, 44)]
    changed = selectors[1]._replace(
        quote=selectors[1].quote._replace(prefix="other " * 5, suffix=" words" * 5)
    )
    found = anchor([selectors[0], changed, selectors[2]], fresh)
    assert found[1].span is not None
    assert fresh.place_at(found[1].span[0]) == (46, 0)
    assert anchor([changed], fresh)[0].span is None


def test_a_place_between_words_is_found_again() -> None:
    lines = talk(20)
    old, fresh = spoken_of(lines), spoken_of(talk(5, seed=2) + lines)
    at = old.text.index(lines[8])
    (found,) = anchor([selector_for(old, at, at)], fresh)
    assert found.span == (fresh.text.index(lines[8]),) * 2


def test_marks_without_words_are_found_as_they_are_or_not_at_all() -> None:
    lines = talk(9)
    old = spoken_of([*lines[:4], "♪ ♪", *lines[4:]])
    selector = whole_line(old, 4)
    fresh = spoken_of(["And now:", *lines[:4], "♪ ♪", *lines[4:]])
    assert texts(fresh, anchor([selector], fresh)) == ["♪ ♪"]
    without = spoken_of(["And now:", *lines])
    assert texts(without, anchor([selector], without)) == [None]


def test_a_bookmark_by_time_alone_gets_a_place_when_a_transcript_comes() -> None:
    lines = talk(5)
    fresh = spoken_of(lines)
    (found,) = anchor([Selector((8_500, 8_500))], fresh)
    assert found.span is not None
    place = fresh.place_at(found.span[0])
    assert place is not None
    assert place.cue == 2
    assert found.score == 1.0
    untimed = spoken_of(lines, is_timed=False)
    assert anchor([Selector((8_500, 8_500))], untimed) == [Anchor(None, 0.0)]


def test_nothing_is_placed_in_an_empty_text() -> None:
    old = spoken_of(talk(3))
    assert anchor([whole_line(old, 1)], SpokenText(Transcript(()))) == [Anchor(None, 0.0, (0, 0))]


def test_another_text_takes_none() -> None:
    old, fresh = spoken_of(talk(60)), spoken_of(talk(60, seed=7))
    found = anchor([whole_line(old, k) for k in range(60)], fresh)
    assert all(one.span is None for one in found)


def test_a_look_alike_in_order_is_chosen_by_its_time() -> None:
    """The line and its surroundings are gone; the same is said a minute later, once."""
    lines = talk(50)
    passage = PASSAGE
    old = spoken_of([*lines[:10], *passage, *lines[10:30], *passage, *lines[30:]])
    fresh = spoken_of([*lines[:10], *[""] * 3, *lines[10:30], *passage, *lines[30:]])
    selectors = [whole_line(old, line) for line in (2, 11, 40, 50)]
    found = anchor(selectors, fresh)
    assert [(one.span is not None) for one in found] == [True, False, True, True]


@pytest.mark.parametrize(
    ("line", "later", "is_sure"),
    [
        ("{0}", 500, True),
        ("{0}", 1_500, False),  # without context it has to be where it should
        ("{0} {0}", 0, True),
        ("{0} {0}", 1_000, False),  # as near to the one as to the other
    ],
)
def test_time_has_the_last_word_where_the_context_is_lost(
    line: str, later: int, is_sure: bool
) -> None:
    answer, lines = PASSAGE[1], talk(20)
    old = spoken_of([*lines[:9], answer, *lines[10:]])
    fresh = spoken_of([*lines[:9], line.format(answer), *lines[10:]])
    around = [whole_line(old, k) for k in (3, 7, 12, 15)]
    times = 36_000 + later, 40_000 + later
    quote = TextQuote(answer, "other " * 5, " words" * 5)
    found = anchor([Selector(times, times, quote), *around], fresh)
    assert [(one.span is not None) for one in found] == [is_sure, True, True, True, True]


def test_the_right_time_does_not_outdo_a_far_better_place() -> None:
    lines = talk(40)
    old = spoken_of([*lines[:9], *PASSAGE, *lines[12:]])
    fresh = spoken_of(
        [*lines[:10], PASSAGE[1], *lines[11:20], *PASSAGE, *lines[23:30], *PASSAGE, *lines[33:]]
    )
    found = anchor([whole_line(old, line) for line in (3, 10, 15, 36)], fresh)
    assert [(one.span is not None) for one in found] == [True, False, True, True]


def test_times_of_the_recording_serve_where_there_was_no_transcript() -> None:
    lines = talk(20)
    selector = whole_line(spoken_of(lines), 7)
    fresh = spoken_of(lines)
    alone = selector._replace(transcript_time=None, position=None, quote=TextQuote(lines[7]))
    assert texts(fresh, anchor([alone], fresh)) == [lines[7]]


def test_a_selector_holds_place_words_and_time() -> None:
    spoken = spoken_of(["One two three four five six seven.", "Eight nine ten."])
    start = spoken.text.index("Eight")
    found = selector_for(spoken, start, start + 5)
    assert found.time == found.transcript_time == spoken.times(start, start + 5)
    assert found.quote == ("Eight", spoken.text[start - CONTEXT : start], " nine ten.")
    assert found.position == (start, start + 5)
    untimed = SpokenText(Transcript((Cue(0, None, None, "One."),)))
    without = selector_for(untimed, 0, 4)
    assert (without.time, without.transcript_time) == ((0, 0), None)


AD = [
    "This hour is brought to you by Northlight who keep the books of small shops.",
    "Tell them that we sent you and the first month is free of any charge.",
]


@given(st.integers(2, 12), st.integers(1, 4), st.data())
def test_a_quote_that_an_advertisement_was_put_into_is_found_whole(
    first: int, lines: int, data: st.DataObject
) -> None:
    said = talk(18)
    old = spoken_of(said)
    start = old.text.index(said[first])
    end = old.text.index(said[first + lines]) + said[first + lines].index(" ", 20)
    selector = selector_for(old, start, end)
    cut = data.draw(st.integers(first + 1, first + lines))
    new = spoken_of([*said[:cut], *AD * 3, *said[cut:]])
    (found,) = anchor([selector], new)
    assert found.span is not None
    assert found.span[0] == new.text.index(said[first])
    assert new.text[slice(*found.span)].endswith(selector.quote.exact[-10:])


def test_a_brief_answer_is_not_taken_for_its_twin_beside_it() -> None:
    old = spoken_of(
        ["Is it far to the pier?", "Right.", "Right.", "Then we walk along the bridge."]
    )
    selector = whole_line(old, 1)
    new = spoken_of(
        ["So they went off without a word.", "Right.", "Then we walk along the bridge."]
    )
    (found,) = anchor([selector], new)
    assert found.span is None
    assert found.guess is not None


def test_the_only_place_like_it_at_the_right_time_is_it() -> None:
    """Half of its words and of one side are left, which no other place has."""
    old = spoken_of([*talk(4), "It was one beautiful and quiet evening here.", *talk(4, seed=2)])
    selector = whole_line(old, 4)
    heard = "So was one beautiful end quiet morning dear."
    new = spoken_of([*talk(4), heard, *talk(4, seed=3)])
    (found,) = anchor([selector], new)
    assert texts(new, [found])[0] is not None
    assert "beautiful" in str(texts(new, [found])[0])


LONG = TextQuote("x" * 100, "before", "after")
BRIEF = TextQuote("Right.", "before", "after")


def match(start: int = 0, *, length: int = 100, **parts: float) -> Match:
    """All of the quote and of its context at `start`, unless `parts` say otherwise."""
    whole = Match(start, start + length, 1.0, 1.0, 1.0, 1.0, 1.0, 200.0)
    return whole._replace(**parts)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("found", "is_known"),
    [
        # with both sides of the context
        (match(exact=0.6, weight=50), True),
        (match(exact=0.59, weight=50), False),
        (match(exact=0.6, weight=49.9), False),
        (match(prefix=0.6, suffix=0.6, weight=50), True),
        (match(exact=0.6, pure=0.1, weight=50), True),
        # with one side
        (match(prefix=0.59, weight=75), True),
        (match(suffix=0.0, weight=75), True),
        (match(prefix=0.59, weight=74.9), False),
        (match(prefix=0.59, exact=0.59, weight=75), False),
        (match(prefix=0.59, pure=0.8, weight=75), True),
        (match(prefix=0.59, pure=0.79, weight=75), False),
        (match(prefix=0.59, suffix=0.6, weight=75), True),
        # with none
        (match(prefix=0.59, suffix=0.59, weight=90), True),
        (match(prefix=0.59, suffix=0.59, weight=89.9), False),
    ],
)
def test_what_words_alone_decide(found: Match, is_known: bool) -> None:
    assert _is_known_by_words([found], LONG) is is_known


@pytest.mark.parametrize(("weight", "is_known"), [(149.9, True), (150.0, False), (10.0, True)])
def test_a_rival_leaves_the_best_in_doubt(weight: float, is_known: bool) -> None:
    assert _is_known_by_words([match(), match(500, weight=weight)], LONG) is is_known


@pytest.mark.parametrize(
    ("quote", "found", "is_known"),
    [
        (TextQuote("x" * 100, "", "after"), match(prefix=0.0, weight=50), True),
        (TextQuote("x" * 100, "before", ""), match(suffix=0.0, weight=50), True),
        (TextQuote("x" * 100, "", "after"), match(suffix=0.0, weight=75), False),
        (TextQuote("x" * 100, "before", ""), match(prefix=0.0, weight=75), False),
        (TextQuote("x" * 100), match(prefix=0.0, suffix=0.0, weight=90), True),
    ],
)
def test_an_empty_side_is_as_good_as_the_other(
    quote: TextQuote, found: Match, is_known: bool
) -> None:
    assert _is_known_by_words([found], quote) is is_known


@pytest.mark.parametrize(
    ("distance", "found", "is_known"),
    [
        # both sides very alike: little of the quote is enough, anywhere near
        (2_000, match(prefix=0.75, suffix=0.75, exact=0.3), True),
        (2_000, match(prefix=0.75, suffix=0.75, exact=0.29), False),
        (2_000, match(length=60, exact=0.3), True),
        (2_000, match(length=59, exact=0.3), False),
        # one side very alike, just there, and pure
        (400, match(prefix=0.75, suffix=0.0, pure=0.86, exact=0.45), True),
        (400, match(prefix=0.75, suffix=0.0, pure=0.86, exact=0.44), False),
        (401, match(prefix=0.75, suffix=0.0, pure=0.86, exact=0.45), False),
        (400, match(prefix=0.75, suffix=0.0, pure=0.85, exact=0.59), False),
        # both sides alike, or one very alike just there
        (2_000, match(prefix=0.6, suffix=0.6, exact=0.6, pure=0.1), True),
        (2_000, match(prefix=0.6, suffix=0.6, exact=0.59), False),
        (400, match(prefix=0.75, suffix=0.0, pure=0.1, exact=0.6), True),
        (400, match(prefix=0.74, suffix=0.0, pure=0.1, exact=0.6), False),
        (401, match(prefix=0.75, suffix=0.0, pure=0.1, exact=0.6), False),
        # without context: near, much of it, and little else
        (1_000, match(prefix=0.0, suffix=0.5, exact=0.6, pure=0.8), True),
        (1_001, match(prefix=0.0, suffix=0.5, exact=0.6, pure=0.8), False),
        (1_000, match(prefix=0.0, suffix=0.5, exact=0.6, pure=0.79), False),
        (1_000, match(prefix=0.0, suffix=0.5, exact=0.59, pure=0.8), False),
        # without any: what is said again in other words has to be just there
        (400, match(prefix=0.0, suffix=0.44, exact=0.79, pure=0.8), True),
        (401, match(prefix=0.0, suffix=0.44, exact=0.79, pure=0.8), False),
        (401, match(prefix=0.0, suffix=0.44, exact=0.8, pure=0.8), True),
        (401, match(prefix=0.0, suffix=0.45, exact=0.79, pure=0.8), True),
    ],
)
def test_time_decides_only_for_words_that_are_alike_enough(
    distance: int, found: Match, is_known: bool
) -> None:
    """Nothing is decided by likeness alone: something else, far away, is as good as half of it."""
    other = match(900, weight=0.51 * found.weight)
    assert (_chosen_by_time([(distance, found)], [other], LONG) == found) is is_known


@pytest.mark.parametrize(
    ("letters", "pure", "is_known"),
    [(30, 0.8, True), (29, 0.85, False), (29, 0.86, True), (20, 0.86, True), (19, 1.0, False)],
)
def test_how_much_of_a_short_quote_time_needs(letters: int, pure: float, is_known: bool) -> None:
    found = match(length=letters, prefix=0.0, suffix=0.5, pure=pure)
    other = match(900, weight=0.51 * found.weight)
    quote = TextQuote("x" * letters, "before", "after")
    assert (_chosen_by_time([(0, found)], [other], quote) == found) is is_known


def test_a_brief_quote_needs_both_sides() -> None:
    other = match(900, weight=102)
    for sides, is_known in (((0.6, 0.6), True), ((0.59, 1.0), False)):
        found = match(length=6, prefix=sides[0], suffix=sides[1])
        assert (_chosen_by_time([(0, found)], [other], BRIEF) == found) is is_known
    nine, ten = (TextQuote("x" * length, "before", "after") for length in (9, 10))
    found = match(length=9, prefix=0.75, suffix=0.0)
    assert _chosen_by_time([(0, found)], [other], nine) is None
    assert _chosen_by_time([(0, found)], [other], ten) == found


@pytest.mark.parametrize(
    ("found", "quote", "is_known"),
    [
        (match(prefix=0.95, suffix=0.95, exact=0.1), LONG, True),
        (match(prefix=0.94, suffix=0.95, exact=0.29), LONG, False),
        (match(length=6, prefix=0.95, suffix=0.95, exact=0.1), BRIEF, True),
        (match(prefix=0.0, suffix=0.5, exact=0.45, whole=0.45, weight=45), LONG, True),
        (match(prefix=0.0, suffix=0.5, exact=0.44, whole=0.45, weight=45), LONG, False),
        (match(prefix=0.0, suffix=0.5, exact=0.45, whole=0.44, weight=45), LONG, False),
        (match(prefix=0.0, suffix=0.5, exact=0.45, whole=0.45, weight=44.9), LONG, False),
        (match(length=6, prefix=0.0, suffix=0.5, weight=45), BRIEF, False),
    ],
)
def test_what_nothing_else_resembles_needs_less(
    found: Match, quote: TextQuote, is_known: bool
) -> None:
    half = match(900, weight=0.5 * found.weight)
    assert (_chosen_by_time([(1_999, found)], [half], quote) == found) is is_known
    more = match(900, weight=0.51 * found.weight)
    assert _chosen_by_time([(1_999, found)], [more], quote) is None or min(found[4:6]) >= 0.75


@pytest.mark.parametrize(
    ("far", "weight", "is_sure"),
    [
        (1_500, 200.0, True),  # so much nearer is one of two alike
        (1_499, 200.0, False),
        (1_499, 150.0, False),  # three quarters as good is a rival
        (1_499, 149.9, True),
    ],
)
def test_time_tells_look_alikes_apart(far: int, weight: float, is_sure: bool) -> None:
    best, other = match(), match(500, weight=weight)
    assert (_chosen_by_time([(0, best), (far, other)], [], LONG) == best) is is_sure


def test_the_nearest_of_the_best_is_it() -> None:
    far, near, poor = match(), match(500), match(900, weight=149.9)
    assert _chosen_by_time([(1_600, far), (100, near), (0, poor)], [], LONG) == near
    assert _chosen_by_time([], [match()], LONG) is None


@pytest.mark.parametrize(("weight", "is_outdone"), [(266.6, False), (266.7, True)])
def test_a_far_better_place_outdoes_the_right_time(weight: float, is_outdone: bool) -> None:
    best = match()
    assert (_chosen_by_time([(0, best)], [match(900, weight=weight)], LONG) is None) is is_outdone


@given(st.lists(st.tuples(st.integers(0, 6), st.integers(1, 9)), max_size=9))
def test_the_order_that_weighs_most_is_kept(items: list[tuple[int, int]]) -> None:
    chosen = _heaviest_rising([(value, float(weight)) for value, weight in items])
    assert chosen == sorted(set(chosen))
    values = [items[k][0] for k in chosen]
    assert values == sorted(values)
    best = [0] * (len(items) + 1)
    for k, (value, weight) in enumerate(items):
        before = (best[j + 1] for j in range(k) if items[j][0] <= value)
        best[k + 1] = weight + max(before, default=0)
    assert sum(items[k][1] for k in chosen) == max(best)


def test_moments_move_with_the_sure_ones_around_them() -> None:
    shifts = _Shifts([(10_000, 15_000), (20_000, 27_000)])
    assert shifts.expected(5_000) == [5_000, 10_000]  # before the first: as it was, or as that
    assert shifts.expected(10_000) == [15_000, 17_000]
    assert shifts.expected(19_999) == [24_999, 26_999]
    assert shifts.expected(20_000) == [27_000]
    assert _Shifts([]).expected(700) == [700]
    assert _Shifts([(0, 0), (9_000, 9_000)]).expected(500) == [500]


@pytest.mark.parametrize(
    ("new", "is_between"), [(13_999, False), (14_000, True), (28_000, True), (28_001, False)]
)
def test_one_that_moved_otherwise_than_its_neighbours(new: int, is_between: bool) -> None:
    """By more than 6 s less than the one before, or more than the one after."""
    pairs = [(10_000, 15_000), (15_000, new), (20_000, 27_000)]
    assert _Shifts(pairs).is_between(15_000, new) is is_between
    assert _Shifts(pairs[1:]).is_between(15_000, new)  # without one before, nothing shows it
    assert _Shifts(pairs[:2]).is_between(15_000, new)


@pytest.mark.parametrize(("words", "is_placed"), [(16, False), (40, True)])
def test_what_is_overwhelmingly_alike_is_believed_wherever_it_is(
    words: int, is_placed: bool
) -> None:
    """It stands 80 s later, though those before it are where they were, and those after earlier."""
    before, after = talk(6, seed=3), talk(6, seed=4)
    passage = " ".join(f"said{k}" for k in range(words)) + "."
    old = spoken_of([*before, passage, *talk(40, seed=5), *after])
    fresh = spoken_of([*before, *talk(20, seed=6), passage, *after])
    found = anchor([whole_line(old, k) for k in (3, 6, 49)], fresh)
    assert [one.span is not None for one in found] == [True, is_placed, True]


def test_words_of_which_nothing_else_is_known_are_placed_where_they_stand_once() -> None:
    texts = ["The tide is out.", "Nobody came by.", "Then it is quiet again.", "Nobody came by."]
    cues = tuple(Cue(n, n * 1000, n * 1000 + 900, text) for n, text in enumerate(texts))
    transcript = Transcript(cues)
    spoken = SpokenText(transcript)
    quotes = ("Then it is quiet again.", "Nobody came by.", "The tide is out.", "Never said here.")
    found = anchor([Selector((0, 0), quote=TextQuote(each)) for each in quotes], spoken)
    placed = [spoken.text[slice(*each.span)] if each.span else None for each in found]
    assert placed == [quotes[0], None, quotes[2], None]
