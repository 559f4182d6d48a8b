"""Searching titles, words and notes of the whole library."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.library import searching
from reader.library.search_query import Where, parse
from reader.library.search_values import FoundEpisode, FoundFirst, SearchResult
from reader.library.searching import LibrarySearcher
from reader.store.annotations import Annotations
from reader.store.catalogue import Catalogue
from reader.store.library_file import LibraryFile
from reader.store.passages import IndexedPassage, Voices, ahead_of, passages
from reader.store.terms import SNIPPET, Term
from reader.store.word_index import WordIndex
from reader.transcript.model import Cue, VoiceChange
from tests.reader.store.notes import a_note
from tests.reader.store.test_catalogue import found


def cues_of(lines: Sequence[str], voices: Sequence[str] = ()) -> tuple[Cue, ...]:
    """A line every two seconds."""
    return tuple(
        Cue(
            k,
            2_000 * k,
            2_000 * k + 1_900,
            text,
            voices=(VoiceChange(0, voices[k]),) if k < len(voices) else (),
        )
        for k, text in enumerate(lines)
    )


class Shelf:
    """A library whose episodes say what a test wants."""

    def __init__(self, folder: Path) -> None:
        self.file = LibraryFile(folder / "earmark.db")
        self.index = WordIndex(folder / "words.db")
        self.searcher = LibrarySearcher(self.file, self.index)

    def put(
        self,
        key: str,
        *lines: str,
        voices: Sequence[str] = (),
        show: str = "",
        date: str = "",
        title: str = "",
    ) -> None:
        episode = replace(
            found(key, f"/disk/{key}.mp3"),
            title=title or key,
            show=show,
            date=date,
            transcript=Path(f"/disk/{key}.vtt"),
        )
        Catalogue(self.file).write([(episode, None)], [])
        self.index.put(key, "stamp", cues_of(lines, voices))

    def ids(self, text: str, **options: object) -> list[str]:
        return [each.episode_id for each in self.find(text, **options).episodes]

    def find(self, text: str, **options: object) -> SearchResult:
        return self.searcher.find(text, **options)  # type: ignore[arg-type]

    def one(self, text: str) -> FoundEpisode:
        (episode,) = self.find(text).episodes
        return episode

    def said(self, text: str) -> list[str]:
        """What is marked in the lines of the only episode that is found."""
        return [
            line.snippet.text[start:end]
            for line in self.one(text).lines
            for start, end in line.snippet.marks
        ]


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[Shelf]:
    made = Shelf(tmp_path)
    yield made
    made.searcher.close()


def test_a_line_comes_with_its_cue_time_and_voice(shelf: Shelf) -> None:
    shelf.put("a", "Hello.", "The bees sleep.", "Good night.", voices=["Anna", "Ben", "Anna"])
    episode = shelf.one("bees ")
    (line,) = episode.lines
    assert (line.cue, line.start, line.voice) == (1, 2_000, "Ben")
    assert line.snippet.text == "The bees sleep."
    assert (episode.moments, episode.is_estimate) == (1, False)


def test_a_phrase_is_found_over_lines(shelf: Shelf) -> None:
    shelf.put("a", "We talk of open", "source, they say.")
    shelf.put("b", "The source is open.")
    assert shelf.ids('"open source"') == ["a"]
    assert shelf.one('"open source"').lines[0].snippet.text == "We talk of open source, they say."


def test_a_line_comes_with_its_whole_sentence(shelf: Shelf) -> None:
    said = ("It rained.", "Open source is no battle,", "since nobody is against", "open-source AI.")
    shelf.put("a", *said, "Well.", voices=["Anna"])
    (line,) = shelf.one("open source").lines
    assert (line.cue, line.snippet.text) == (1, " ".join(said[1:4]))
    marked = [line.snippet.text[start:end] for start, end in line.snippet.marks]
    assert marked == ["Open source", "open-source"]
    assert shelf.one("open source").moments == 2
    shelf.put("a", *said, voices=["Anna", "Anna", "Ben", "Anna"])
    assert [line.snippet.text for line in shelf.one("against ").lines] == [said[2]]
    long = "and so on and so on without any end"
    shelf.put("a", *[long] * 9, "bees", *[long] * 9)
    text = shelf.one("bees ").lines[0].snippet.text
    assert text.endswith(" bees")
    assert 100 < len(text) <= SNIPPET


def test_of_what_stands_far_apart_each_line_is_shown(shelf: Shelf) -> None:
    between = ["and so on and so forth"] * 12
    shelf.put("a", "These scaling rules.", "They hold for models.", *between, "Those are laws.")
    (line,) = shelf.one("scaling laws ").lines
    assert (line.cue, line.snippet.text) == (0, "These scaling rules. … Those are laws.")
    assert shelf.said("scaling laws ") == ["scaling", "laws"]
    (line,) = shelf.one("scaling models laws ").lines
    assert line.snippet.text == "These scaling rules. They hold for models. … Those are laws."
    assert shelf.said("scaling models laws ") == ["scaling", "models", "laws"]


def test_what_stands_close_together_comes_first(shelf: Shelf) -> None:
    shelf.put("far", "scaling", *["and so on"] * 12, "laws")
    shelf.put("near", "these scaling laws hold")
    assert shelf.ids("scaling laws ") == ["near", "far"]


def test_what_is_unwanted_takes_its_passage_out(shelf: Shelf) -> None:
    shelf.put("a", "jazz with miles")
    shelf.put("b", "jazz alone")
    assert shelf.ids("jazz -miles") == ["b"]


def test_voices_shows_and_dates_narrow(shelf: Shelf) -> None:
    shelf.put("a", "bees", "wasps", voices=["Anna", "Ben"], show="Open Road", date="2024-01-12")
    shelf.put("b", "bees", voices=["Ben"], show="Nature", date="2023-05-01")
    assert shelf.ids("bees voice:ben") == ["b"]
    assert shelf.ids("wasps voice:anna") == []
    assert shelf.ids('bees show:"open road"') == ["a"]
    assert shelf.ids("bees before:2024") == ["b"]
    assert shelf.ids("after:2024 ") == ["a"]


def test_titles_and_shows_are_searched_too(shelf: Shelf) -> None:
    shelf.put("a", "nothing", title="On Bees", show="Nature")
    shelf.put("b", "bees")
    result = shelf.find("bees")
    assert [each.episode_id for each in result.episodes] == ["a", "b"]
    assert result.episodes[0].title.marks == ((3, 7),)
    assert (result.titled, result.spoken, result.noted) == (1, 1, 0)
    assert shelf.ids("bees", where=Where.TITLES) == ["a"]
    assert shelf.ids("bees in:words") == ["b"]


def test_notes_are_searched_too(shelf: Shelf) -> None:
    shelf.put("a", "scaling")
    shelf.put("b", "other")
    annotations = Annotations(shelf.file)
    annotations.add(a_note("b", "quote", note="Scaling is all.", voice="Anna"))
    annotations.add(a_note("b", "scaling here", voice="Ben"))
    result = shelf.find("scaling")
    assert ({each.episode_id for each in result.episodes}, result.noted) == ({"a", "b"}, 2)
    assert shelf.ids("scaling in:notes") == ["b"]
    assert shelf.find("scaling in:notes voice:anna").noted == 1
    assert shelf.find("scaling -here in:notes").noted == 1


def test_signs_and_scripts_mean_themselves(shelf: Shelf) -> None:
    shelf.put("a", "I don't write C++ 3.5 any more", "東京に行き", "ました。 안녕, 하세요")
    shelf.put("b", "I don t write C, 3 5", "東 京")
    for text in ("don't ", "C++ ", "3.5 ", "ました ", '"안녕 하세요"', "京に"):
        assert shelf.ids(text) == ["a"], text


def test_without_an_index_titles_and_notes_are_found(shelf: Shelf) -> None:
    shelf.put("a", "bees", title="Wasps")
    searcher = LibrarySearcher(shelf.file, None)
    assert [each.episode_id for each in searcher.find("wasps").episodes] == ["a"]
    result = searcher.find("bees")
    assert (result.episodes, result.is_index_on) == ((), False)
    assert searcher.with_near(result) == result


def test_the_newest_come_first_if_asked_for(shelf: Shelf) -> None:
    shelf.put("old", "bees", date="2020")
    shelf.put("new", "the bees and the bees", date="2024")
    shelf.put("undated", "bees")
    assert shelf.ids("bees", order=FoundFirst.NEWEST) == ["new", "old", "undated"]


@pytest.mark.parametrize("counted", [0, 10_000])
def test_what_a_titled_episode_says_is_shown_first(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch, counted: int
) -> None:
    monkeypatch.setattr("reader.library.searching._COUNTED", counted)
    shelf.put("a", *["bees"] * 90, date="2024")
    shelf.put("b", "one swarm", "and bees", title="All About Bees")
    (episode,) = shelf.find("bees ", most=1).episodes
    assert [line.snippet.text for line in episode.lines] == ["one swarm and bees"]
    assert shelf.ids("bees ", most=1, order=FoundFirst.NEWEST) == ["a"]


@pytest.mark.parametrize("most", [0, 1])
def test_of_too_much_the_newest_comes_first(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch, most: int
) -> None:
    """Whether too much to be counted, or too much to be ranked."""
    shelf.put("old", *["bees and beetles"] * 300, date="2020", show="Nature")
    shelf.put("new", "the bees", date="2024")
    monkeypatch.setattr("reader.library.searching._RANKED", 1)
    monkeypatch.setattr("reader.library.searching._COUNTED", 10_000 * most)
    assert shelf.find("bees ").is_newest_first == (not most)
    assert shelf.ids("bees ") == (["old", "new"] if most else ["new", "old"])
    for text, ids in (("beet", ["old"]), ('"the bees', ["new"]), ("beetles", ["old"])):
        assert shelf.ids(text) == ids
    assert shelf.ids("bees show:nature") == ["old"]
    assert shelf.ids("nobody ") == []


@pytest.mark.parametrize("few", [0, 16])
def test_what_is_begun_finds_all_that_goes_on_so(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch, few: int
) -> None:
    monkeypatch.setattr("reader.store.word_search._FEW_WORDS", few)
    shelf.put("a", "the transformer", "transforms")
    shelf.put("b", "transformers", "a trans former")
    assert shelf.ids("transf") == ["a", "b"]
    assert shelf.ids('"the transf') == ["a"]
    assert shelf.ids("transformers") == ["b"]
    assert shelf.ids("tranx") == []


def test_all_lines_of_an_episode_come_in_order_of_time(shelf: Shelf) -> None:
    shelf.put("a", *(f"line {number} of bees" for number in range(90)))
    assert len(shelf.one("bees ").lines) == 3
    assert shelf.one("bees ").moments == 90
    whole = shelf.searcher.whole("bees ", "a")
    assert [line.cue for line in whole.lines] == list(range(90))
    assert shelf.searcher.whole("bees", "gone").lines == ()


def test_what_nobody_says_is_spelled_otherwise(shelf: Shelf) -> None:
    shelf.put("a", "My co-host, Zwickz, is here.", "Zwickz again, with a zebra")
    result = shelf.find("Zwix ")
    assert (result.spoken, result.near) == (0, ())
    found = shelf.searcher.with_near(result)
    assert [near.word for near in found.near] == ["Zwickz"]
    assert found.nearby is not None
    assert [each.episode_id for each in found.nearby.episodes] == ["a"]
    assert near(shelf, "zebra ") == []


def near(shelf: Shelf, text: str) -> list[str]:
    return [each.word for each in shelf.searcher.with_near(shelf.find(text)).near]


def test_other_forms_of_a_word_come_before_words_that_look_like_it(shelf: Shelf) -> None:
    shelf.put(
        "a", "To scale is scraping by.", "Scalable stealing of a law, last.", "We receive it."
    )
    assert near(shelf, "scaling ")[:2] == ["scale", "Scalable"]
    assert near(shelf, "laws ") == ["law"]
    assert near(shelf, "recieve ") == ["receive"]
    assert near(shelf, "scaling laws ") == ["scale", "Scalable", "scraping", "law"]


def test_a_changed_text_takes_the_place_of_the_old(shelf: Shelf) -> None:
    shelf.put("a", "bees 東京", *["filler words"] * 200)
    shelf.put("a", "wasps")
    assert (shelf.ids("bees "), shelf.ids("東京 "), shelf.ids("wasps ")) == ([], [], ["a"])
    shelf.index.remove(["a"])
    assert shelf.ids("wasps ") == []


# --- agrees with a naive scan --------------------------------------------------------------

WORDS = (
    *("bee", "Bees", "beehive", "open", "Open-source", "source", "don't", "dont", "C++", "c"),
    *(
        "3.5",
        "35",
        "résumé",
        "re\u0301sume\u0301",
        "naïve",
        "東京",
        "京都",
        "ました",
        "안녕",
        "하세요",
    ),
    *("x", "_y", "ﬁn", "ÅSA", "…", "—", "Ωmega", "bee東京"),
)
QUERIES = (*WORDS, "bee", "東", "京", "res", "open source", "dont", "bees bee", "を")
texts = st.lists(st.lists(st.sampled_from(WORDS), max_size=5).map(" ".join), max_size=8)
pieces = st.tuples(st.sampled_from(["", "-", '"']), st.sampled_from(QUERIES))
queries = st.lists(pieces, min_size=1, max_size=3)


def typed(parts: Sequence[tuple[str, str]]) -> str:
    return "".join(f"{mark}{text}{mark if mark == chr(34) else ''} " for mark, text in parts)


@settings(max_examples=400, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    transcripts=st.lists(texts, min_size=1, max_size=3),
    parts=queries,
    size=st.sampled_from([20, 60, 1_150]),
)
def test_search_agrees_with_a_naive_scan(
    transcripts: list[list[str]],
    parts: list[tuple[str, str]],
    size: int,
    shelf: Shelf,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Passages of a few words, so that their borders lie everywhere."""
    monkeypatch.setattr("reader.store.passages.LENGTH", size)
    if not shelf.index.episodes():
        for number in range(3):
            shelf.put(f"k{number}", title="zzz")
    for number in range(3):
        lines = transcripts[number] if number < len(transcripts) else []
        shelf.index.put(f"k{number}", "stamp", cues_of(lines))
    text = typed(parts)
    assert sorted(shelf.ids(text, where=Where.WORDS)) == naive(transcripts, text)


def naive(transcripts: Sequence[Sequence[str]], text: str) -> list[str]:
    """The episodes of which a passage has all that is wanted, and nothing that is not."""
    query = parse(text)
    if not query.terms:
        return []
    return [
        f"k{number}"
        for number, lines in enumerate(transcripts)
        if any(_fits(passage, query.terms, query.without) for passage in _windows(lines))
    ]


def _windows(lines: Sequence[str]) -> Iterator[tuple[str, int, int]]:
    """Each passage with the next; where it ends itself, and how far it counts."""
    cut: list[IndexedPassage] = list(passages(cues_of(lines), Voices()))
    following = [*(each.text for each in cut[1:]), ""]
    for each, after in zip(cut, following, strict=False):
        own = len(each.text)
        yield f"{each.text}\n{after}", own, own + 1 + len(ahead_of(after))


def _fits(passage: tuple[str, int, int], terms: Sequence[Term], without: Sequence[Term]) -> bool:
    return all(_is_in(passage, term.text) for term in terms) and not any(
        _is_in(passage, term.text) for term in without
    )


def _is_in(passage: tuple[str, int, int], words: str) -> bool:
    text, own, ahead = passage
    ends = ((start, _end(text, start, words)) for start in range(len(text)))
    return any(end and (start < own or end <= ahead) for start, end in ends)


def _end(text: str, start: int, words: str) -> int:
    """Where a phrase ends that begins there, letter by letter; 0 where none does."""
    place = start
    wanted = [_letters(word) for word in words.split()]
    if start and _is_letter(text[start - 1]) and _is_letter(wanted[0][0]):
        return 0
    for count, word in enumerate(wanted):
        if count:
            before = place
            while place < len(text) and not text[place].isalnum():
                place += 1
            if place == before:
                return 0
        for k, letter in enumerate(word):
            if k and _is_joined(letter) and _is_joined(word[k - 1]):
                while place < len(text) and text[place].isspace():
                    place += 1
            if place >= len(text) or _letters(text[place]) != letter:
                return 0
            place += 1
            while place < len(text) and unicodedata.combining(text[place]):
                place += 1
    is_cut = place < len(text) and _is_letter(text[place]) and _is_letter(wanted[-1][-1])
    return 0 if is_cut else place


def _letters(word: str) -> str:
    return "".join(
        unicodedata.normalize("NFKD", letter)[0].lower()
        for letter in word
        if not unicodedata.combining(letter)
    )


def _is_letter(letter: str) -> bool:
    return letter.isalnum() and not _is_joined(letter)


def _is_joined(letter: str) -> bool:
    return letter >= "\u2e80"


def test_a_page_has_seventeen_episodes_and_says_that_there_are_more(shelf: Shelf) -> None:
    for number in range(18):
        shelf.put(f"e{number:02}", "The bees sleep.")
    found = shelf.find("bees")
    assert (len(found.episodes), found.has_more, found.is_estimate) == (17, True, True)
    assert found.spoken == 18


def test_no_more_is_looked_through_than_a_page_needs(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(searching, "_LOOKED_THROUGH", 1)
    for key in ("a", "b", "c"):
        shelf.put(key, "The bees sleep.")
    found = shelf.find("bees")
    assert (len(found.episodes), found.has_more) == (1, True)


@pytest.mark.parametrize(("ranked", "ids"), [(3, ["a", "b"]), (2, ["b", "a"])])
def test_of_many_passages_the_densest_episode_comes_first(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch, ranked: int, ids: list[str]
) -> None:
    monkeypatch.setattr(searching, "_RANKED", ranked)
    shelf.put("a", "Bees, bees, bees.")
    lines = [f"Line {k} says nothing that anybody wants to know." for k in range(70)]
    lines[5] = lines[65] = "And then of bees."
    shelf.put("b", *lines)
    assert shelf.ids("bees") == ids


def test_titles_with_what_is_unwanted_are_left_out(shelf: Shelf) -> None:
    shelf.put("a", "One.", title="Bees in spring")
    shelf.put("b", "Two.", title="Bees in autumn")
    assert shelf.ids("bees -spring", where=Where.TITLES) == ["b"]


def test_a_title_is_marked_only_where_it_has_all_that_is_looked_for(shelf: Shelf) -> None:
    shelf.put("a", "The bees make honey.", title="Bees")
    assert shelf.one("bees honey").title.marks == ()
    assert shelf.one("bees").title.marks == ((0, 4),)


def test_notes_of_other_shows_are_left_out(shelf: Shelf) -> None:
    for key, show in (("a", "One"), ("b", "Two")):
        shelf.put(key, "The bees sleep.", show=show)
        Annotations(shelf.file).add(replace(a_note(key), note="of bees"))
    found = shelf.find("bees show:one")
    assert [(each.episode_id, len(each.notes)) for each in found.episodes] == [("a", 1)]
    assert found.noted == 1


def test_without_an_index_there_is_none_to_close(tmp_path: Path) -> None:
    LibrarySearcher(LibraryFile(tmp_path / "earmark.db"), None).close()


def test_of_a_word_spelled_otherwise_five_episodes_are_shown(shelf: Shelf) -> None:
    for number in range(6):
        shelf.put(f"e{number}", "The elephants sleep.")
    found = shelf.searcher.with_near(shelf.find("elefants "))
    assert found.nearby is not None
    assert len(found.nearby.episodes) == 5
