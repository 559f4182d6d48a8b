"""What is taken into the index of words, and when it is read again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.correction import CorrectionScope
from reader.episode import Episode
from reader.library.indexing import Indexing
from reader.library.search_query import Where
from reader.library.searching import LibrarySearcher
from reader.overlays.overlays import Overlays
from reader.store.annotations import Annotations
from reader.store.catalogue import Catalogue
from reader.store.library import Library
from reader.store.library_file import LibraryFile
from reader.store.word_index import WordIndex
from tests.reader.corrections import everywhere, talk


class Place:
    """A library of transcripts, with an index of their words."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.file = folder, LibraryFile(folder / "earmark.db")
        self.library, self.catalogue = Library(self.file), Catalogue(self.file)
        self.index = WordIndex(folder / "words.db")
        self.searcher = LibrarySearcher(self.file, self.index)

    def add(self, name: str, text: str, show: str = "") -> Episode:
        path = self.folder / f"{name}.vtt"
        path.write_text(f"WEBVTT\n\n00:01.000 --> 00:02.000\n{text}\n")
        return self.library.record_opened(None, path, name, show=show)

    def read(self, only: Sequence[str] | None = None) -> int:
        return Indexing(self.index, self.catalogue, self.library).run(only)

    def correct(self, episode: Episode, words: str, replacement: str) -> None:
        made = everywhere(words, replacement, CorrectionScope.SHOW)
        made = made._replace(episode_id=episode.id, show=episode.show)
        Annotations(self.file).correct([made], name="correct")

    def ids(self, text: str) -> list[str]:
        found = self.searcher.find(text, where=Where.WORDS)
        return sorted(each.title.text for each in found.episodes)


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Place]:
    made = Place(tmp_path)
    yield made
    made.searcher.close()


def test_only_what_changed_is_read_again(place: Place) -> None:
    first = place.add("One", "the bees")
    place.add("Two", "the wasps")
    assert (place.read(), place.read()) == (2, 0)
    place.add("Two", "the hornets buzz")
    assert (place.read([first.id]), place.read()) == (0, 1)
    assert place.ids("hornets ") == ["Two"]


def test_a_correction_of_a_show_reaches_all_its_episodes_at_once(place: Place) -> None:
    first = place.add("One", "the gulls", "Harbour")
    place.add("Two", "gulls again", "harbour")
    place.add("Three", "no birds", "Harbour")
    place.add("Four", "gulls elsewhere", "Attic")
    place.add("Five", "gulls of no show")
    place.read()
    place.correct(first, "gulls", "herons")
    assert place.read([first.id]) == 3
    assert place.ids("herons ") == ["One", "Two"]
    assert place.ids("gulls ") == ["Five", "Four"]


def test_what_is_forgotten_goes(place: Place) -> None:
    first = place.add("One", "the bees")
    place.read()
    place.catalogue.forget([first.id])
    place.read([])
    assert place.ids("bees ") == []


def test_an_episode_of_which_the_file_is_gone_stays_as_it_was(place: Place) -> None:
    place.add("One", "the bees")
    place.read()
    (place.folder / "One.vtt").unlink()
    assert place.read() == 0
    assert place.ids("bees ") == ["One"]


WORDS = ("bee", "wasp", "Open", "source", "don't", "東京", "naïve")
NEW = ("moth", "two moths", "naive", "京都", "C++")
lines = st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=4), min_size=1, max_size=6)
rules = st.dictionaries(st.sampled_from(WORDS), st.sampled_from(NEW), max_size=3)


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(said=lines, corrected=rules)
def test_what_was_corrected_is_found_and_what_the_file_says_is_not(
    said: list[list[str]], corrected: dict[str, str], place: Place
) -> None:
    """Against each word replaced where it stands."""
    if not place.index.episodes():
        place.add("One", "nothing")
        place.read()
    (key,) = place.index.episodes()
    made = [everywhere(words, new, key=words) for words, new in corrected.items()]
    text = talk(*(" ".join(line) for line in said))
    cues = Overlays(corrections=tuple(made)).laid_over(text).cues
    place.index.put(key, "stamp", cues)
    read = {each for line in said for word in line for each in corrected.get(word, word).split()}
    for word in (*WORDS, "moth", "moths", "two", "京都"):
        is_there = word in read or (word == "naïve" and "naive" in read)
        assert bool(place.ids(f"{word} ")) == is_there, (word, read)
