from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.annotation import Annotation, AnnotationKind
from reader.store import annotation_search
from reader.store.annotation_search import Filters, FoundAnnotation, FoundOrder
from reader.store.annotations import Annotations
from reader.store.terms import SNIPPET, Snippet, Term, terms_in
from tests.reader.store.notes import MOMENT, a_note, episode_at

QUOTES = (
    "The harbour wakes early today.",
    "I don't write C++ any more, nor C#.",
    "Version 3.5 came in May.",
    "今日は天気がよくて散歩に行きました",
    "Über die Brücke gehen wir.",
    "Bookmarks are kept here: 50% of them 😀.",
    "สวัสดีครับ",
    "A dog, a cat and a harbinger",
)


@pytest.fixture
def store(annotations: Annotations, episode: str) -> Annotations:
    annotations.add(*(a_note(episode, quote) for quote in QUOTES))
    annotations.add(a_note(episode, "Silence.", note="Ask about the **harbour** master"))
    return annotations


def snippet_of(found: FoundAnnotation) -> Snippet:
    """The one with more hits, of the quote or of the note."""
    return max(found.snippets, key=lambda each: (len(each.marks), bool(each.text)))


def quotes(found: list[FoundAnnotation]) -> list[str]:
    return [each.annotation.selector.quote.exact.split()[0] for each in found]


def marked(found: FoundAnnotation) -> list[str]:
    return [snippet_of(found).text[start:end] for start, end in snippet_of(found).marks]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("harbour", ["Silence.", "The"]),
        ("HARBOUR wak", ["The"]),
        ("harbour xyz", []),
        ("don't", ["I"]),
        ("don’t", ["I"]),
        ("dont", []),
        ("C++", ["I"]),
        ("c+", ["I"]),
        ("C#", ["I"]),
        ("write C++", ["I"]),
        ("3.5", ["Version"]),
        ("天気", ["今日は天気がよくて散歩に行きました"]),
        ("ました", ["今日は天気がよくて散歩に行きました"]),
        ("した", ["今日は天気がよくて散歩に行きました"]),  # at the very end
        ("今", ["今日は天気がよくて散歩に行きました"]),
        ("た", ["今日は天気がよくて散歩に行きました"]),
        ("天気 散歩", ["今日は天気がよくて散歩に行きました"]),
        ("天気 harbour", []),
        ("uber bruc", ["Über"]),
        ("ÜBER", ["Über"]),
        ("okmark", ["Bookmarks"]),
        ("50%", ["Bookmarks"]),
        ("😀", ["Bookmarks"]),
        ("สดี", ["สวัสดีครับ"]),
        ('"harbour wakes"', ["The"]),
        ('"wakes harbour"', []),
        ('"harbour wak', ["The"]),
        ('"harbour wak"', ["The"]),  # as part of words
        ('har"bour', ["Silence.", "The"]),
        ("(harbour),", ["Silence.", "The"]),
        ("AND", ["A"]),
        ("NEAR(cat", []),
        ("exact:harbour", []),
        ("harbour*", ["Silence.", "The"]),
    ],
)
def test_what_is_looked_for_is_found(store: Annotations, text: str, expected: list[str]) -> None:
    assert sorted(quotes(store.search(text))) == sorted(expected)


@pytest.mark.parametrize("text", ["", "  ", '"', "...", '""', "?!"])
def test_nothing_looked_for_gives_the_newest(store: Annotations, text: str) -> None:
    assert quotes(store.search(text, limit=2)) == ["Silence.", "A"]


@pytest.mark.parametrize("typed", ["h", "ha", "har", "harb", "harbo", "harbour"])
def test_it_finds_while_it_is_typed(store: Annotations, typed: str) -> None:
    assert {"Silence.", "The"} <= set(quotes(store.search(typed)))


def test_whole_words_come_before_parts(annotations: Annotations, episode: str) -> None:
    annotations.add(*(a_note(episode, quote) for quote in ("mark it", "bookmark it", "marks it")))
    assert quotes(annotations.search("mark"))[2:] == ["bookmark"]


def test_deleted_and_changed_ones_are_followed(store: Annotations, episode: str) -> None:
    found = store.search("harbour master")[0].annotation
    store.change(found.id, note="Ask the pilot")
    assert store.search("master") == []
    assert quotes(store.search("pilot")) == ["Silence."]
    store.delete(found.id)
    assert store.search("pilot") == store.search("ilo") == []
    store.undo()
    assert quotes(store.search("pilot")) == ["Silence."]


def test_it_names_the_episode_and_marks_the_hits(store: Annotations) -> None:
    (found,) = store.search("don't C++")
    assert found.episode_title == "Harbour"
    assert snippet_of(found).text == "I don't write C++ any more, nor C#."
    assert marked(found) == ["don't", "C++"]
    assert marked(store.search("bruck")[0]) == ["Brück"]
    assert snippet_of(store.search("master")[0]).text == "Ask about the **harbour** master"


def test_a_long_note_is_cut_around_the_first_hit(annotations: Annotations, episode: str) -> None:
    note = "word\n" * 100 + "treasure here" + " rest" * 100
    annotations.add(a_note(episode, note=note))
    (found,) = annotations.search("treas")
    assert marked(found) == ["treas"]
    assert snippet_of(found).text.startswith("…word ")
    assert snippet_of(found).text.endswith(" rest…")
    assert len(snippet_of(found).text) <= SNIPPET + 22


@pytest.mark.parametrize("gathered", [0, 5_000])
def test_filters_leave_what_fits_all_of_them(
    annotations: Annotations,
    episode: str,
    path: Path,
    monkeypatch: pytest.MonkeyPatch,
    gathered: int,
) -> None:
    monkeypatch.setattr(annotation_search, "_GATHERED", gathered)
    other = episode_at(path, "Other")
    later = MOMENT + timedelta(hours=1)
    notes: list[Annotation] = [
        a_note(episode, "sea one", colour=2),
        a_note(episode, "sea two", tags=("a", "b")),
        a_note(episode, "sea three", kind=AnnotationKind.BOOKMARK, colour=0),
        a_note(other, "sea four"),
        a_note(episode, "sea five", created=later),
        a_note(episode, "sea six", is_unreviewed=True),
    ]
    annotations.add(*notes)
    choices = {
        0: Filters(colour=2),
        1: Filters(tag="b"),
        2: Filters(kind=AnnotationKind.BOOKMARK),
        3: Filters(episode_id=other),
        4: Filters(since=later),
        5: Filters(is_unreviewed=True),
    }
    for text in ("", "sea", "ea ", "se", "海", "sea 海"):
        for index, filters in choices.items():
            found = [each.annotation for each in annotations.search(text, filters)]
            assert found == ([] if "海" in text or text == "ea " else [notes[index]]), text
    assert annotations.search("", Filters(colour=2, tag="b")) == []
    assert annotations.search("sea", Filters(tag="b", is_unreviewed=False))


def test_a_phrase_may_be_left_open() -> None:
    assert terms_in('one "two  three" fo') == [
        Term("one"),
        Term("two three"),
        Term("fo", is_open=True),
    ]
    assert terms_in('say "two thr') == [Term("say"), Term("two thr", is_open=True)]
    assert terms_in("C++ 海") == [
        Term("C++", is_part=True),
        Term("海", is_part=True, is_open=True),
    ]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    text=st.text(max_size=20) | st.text(st.sampled_from("a\"'*-+:()^ANDOR{}%_\\海0"), max_size=12)
)
def test_nothing_typed_is_an_error(store: Annotations, text: str) -> None:
    for found in store.search(text):
        length = len(snippet_of(found).text)
        assert all(0 <= start < end <= length for start, end in snippet_of(found).marks)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(quote=st.text(st.characters(categories=["L", "N", "P", "Zs"]), min_size=3, max_size=30))
def test_every_word_of_a_quote_finds_it(annotations: Annotations, episode: str, quote: str) -> None:
    note = a_note(episode, quote)
    annotations.add(note)
    for word in quote.split():
        if word.isalnum() and word.isascii():
            keys = [found.annotation.id for found in annotations.search(word, limit=10_000)]
            assert note.id in keys
    annotations.delete(note.id)


def test_several_colours_tags_and_notes_choose_too(annotations: Annotations, episode: str) -> None:
    annotations.add(
        a_note(episode, "one", colour=1, tags=("sea", "50%"), note="n"),
        a_note(episode, "two", colour=2, tags=("seal",)),
        a_note(episode, "three", colour=3),
    )

    def chosen(**filters: object) -> set[str]:
        return set(quotes(annotations.search("", Filters(**filters))))  # type: ignore[arg-type]

    assert chosen(colours=frozenset((1, 3))) == {"one", "three"}
    assert chosen(tags=("sea",)) == {"one", "two"}
    assert chosen(tags=("SEA", "50%")) == {"one"}
    assert chosen(tags=("5_",)) == set()
    assert chosen(is_noted=True) == {"one"}
    assert chosen(is_noted=False) == {"two", "three"}


@pytest.mark.parametrize("text", ["", "words", "wor"])
def test_an_order_is_of_all_that_fits_and_not_of_the_first_of_another(
    annotations: Annotations, episode: str, path: Path, text: str
) -> None:
    """By episode and by date, the first ones were left out where there were many."""
    first = episode_at(path, "Anchor")
    for at, key in enumerate((first, episode, first)):
        notes = (
            a_note(
                key,
                f"Words {at} {number}",
                start=1_000_000 - 10_000 * number - at,
                created=MOMENT + timedelta(minutes=1_000 * (at == 1) + number),
            )
            for number in range(20)
        )
        annotations.add(*notes)
    by_episode = annotations.search(text, limit=7, order=FoundOrder.BY_EPISODE)
    assert {each.episode_title for each in by_episode} == {"Anchor"}
    starts = [each.annotation.selector.time[0] for each in by_episode]
    assert starts == sorted(starts)
    assert starts[0] == 1_000_000 - 190_000 - 2
    latest = annotations.search(text, limit=27, order=FoundOrder.LATEST_EPISODE)
    assert {each.annotation.episode_id for each in latest[:20]} == {episode}
    assert {each.annotation.episode_id for each in latest[20:]} == {first}
    moments = [each.annotation.created for each in latest[20:]]
    assert moments == sorted(moments, reverse=True)
    newest = annotations.search(text, limit=7, order=FoundOrder.NEWEST)
    moments = [each.annotation.created for each in newest]
    assert moments == [MOMENT + timedelta(minutes=1_000 + k) for k in range(19, 12, -1)]


def test_only_what_some_voices_say(annotations: Annotations, episode: str) -> None:
    annotations.add(
        a_note(episode, "Gulls.", voice="Ann Lee"),
        a_note(episode, "Nets.", voice="Bo"),
        a_note(episode, "Boats."),
    )

    def quotes(*voices: str, text: str = "") -> set[str]:
        found = annotations.search(text, Filters(voices=voices))
        return {each.annotation.selector.quote.exact for each in found}

    assert quotes("lee") == {"Gulls."}
    assert quotes("lee", "BO") == {"Gulls.", "Nets."}
    assert quotes("bo", text="gulls") == set()
    assert quotes("100%") == set()
