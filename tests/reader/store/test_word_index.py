"""The index of words: damaged, killed, shared, and where nothing can be written."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.errors import StoreError, StoreFault
from reader.store import word_index
from reader.store.passages import Chunk, IndexedPassage, Voices, packed, passages
from reader.store.terms import Term
from reader.store.word_index import WordIndex
from reader.store.word_search import Wanted, WordSearch
from reader.transcript.model import Cue, CueKind, VoiceChange

ROOT = Path(__file__).parents[3]


def cues_of(*texts: str) -> tuple[Cue, ...]:
    return tuple(Cue(k, 1_000 * k, 1_000 * k + 900, text) for k, text in enumerate(texts))


@pytest.fixture
def index(tmp_path: Path) -> Iterator[WordIndex]:
    made = WordIndex(tmp_path / "cache" / "words.db")
    yield made
    made.close()


def says(index: WordIndex, word: str) -> int:
    """How many passages hold a word."""
    with index.reading() as connection:
        search = WordSearch(connection, Wanted((Term(word),)))
        return len(search.rows())


@given(
    lines=st.lists(
        st.tuples(st.text(max_size=30), st.none() | st.integers(0, 10**9), st.sampled_from("AB")),
        max_size=12,
    ),
    size=st.sampled_from([5, 40]),
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_is_packed_comes_back(
    lines: list[tuple[str, int | None, str]], size: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.store.passages.LENGTH", size)
    cues = [
        Cue(k, start, None, text, voices=(VoiceChange(0, voice),))
        for k, (text, start, voice) in enumerate(lines)
    ]
    cut = list(passages(cues, Voices()))
    readable = [each._replace(text=each.text.encode("utf-8", "replace").decode()) for each in cut]
    assert [
        each for k in range(0, len(cut), 4) for each in Chunk(packed(cut[k : k + 4]))
    ] == readable
    assert sum(len(each.starts) for each in cut) == len(lines)


def test_voices_are_known_at_each_place() -> None:
    cues = (
        Cue(0, 0, 1, "Hello there.", voices=(VoiceChange(0, "Anna"), VoiceChange(6, "Ben"))),
        Cue(1, 1, 2, "Yes."),
        Cue(2, 2, 3, "noise", kind=CueKind.BLANK),
    )
    voices = Voices()
    (passage,) = passages(cues, voices)
    assert isinstance(passage, IndexedPassage)
    assert [voices.names[passage.voice_at(place)] for place in (0, 5, 6, 14)] == [
        *("Anna", "Anna", "Ben", "Ben")
    ]
    assert passage.text == "Hello there.\nYes.\n"


def test_the_file_is_for_its_owner_alone(index: WordIndex) -> None:
    index.put("a", "1", cues_of("bees"))
    assert index.path.stat().st_mode & 0o077 == 0
    assert index.size > 0


def test_an_episode_that_is_put_again_leaves_nothing(index: WordIndex) -> None:
    index.put("a", "1", cues_of(*["bees 東京都"] * 300))
    index.put("b", "1", cues_of("bees"))
    index.put("a", "2", cues_of("wasps"))
    assert (says(index, "bees"), says(index, "東京都"), says(index, "wasps")) == (1, 0, 1)
    index.remove(["a", "b", "gone"])
    assert index.episodes() == {}
    with index.reading() as connection:
        connection.execute("INSERT INTO words(words) VALUES ('integrity-check')")
        assert connection.execute("SELECT count(*) FROM word_list").fetchone() == (0,)


@pytest.mark.parametrize("spoil", ["replaced", "cut", "noise", "empty"])
def test_a_damaged_file_is_made_again(index: WordIndex, spoil: str) -> None:
    index.put("a", "1", cues_of("bees"))
    index.settle()
    index.close()
    content = index.path.read_bytes()
    spoilt = {
        "replaced": b"no database" * 500,
        "cut": content[:4_096],
        "noise": content[:100] + os.urandom(len(content) - 100),
        "empty": b"",
    }
    index.path.write_bytes(spoilt[spoil])
    for _ in range(2):  # the first use may be the one that notices
        try:
            index.episodes()
            index.put("b", "1", cues_of("wasps"))
        except StoreError as error:
            assert error.fault is StoreFault.DAMAGED
    assert says(index, "wasps") == 1


def test_a_row_that_holds_something_else_is_damage(index: WordIndex) -> None:
    index.put("a", "1", cues_of("bees"))
    index.close()
    with closing(sqlite3.connect(index.path)) as other:
        other.execute("UPDATE passages SET content = x'00'")
        other.commit()
    with pytest.raises(StoreError), index.reading() as connection:
        list(WordSearch(connection, Wanted((Term("bees"),))).moments(word_index.PASSAGES))
    assert index.episodes() == {}


def test_a_file_of_another_program_is_replaced(index: WordIndex) -> None:
    index.path.parent.mkdir()
    with closing(sqlite3.connect(index.path)) as other:
        other.execute("CREATE TABLE words (x)")
    assert index.episodes() == {}
    index.put("a", "1", cues_of("bees"))
    assert says(index, "bees") == 1


def test_two_share_it_and_one_may_make_it_again(index: WordIndex) -> None:
    other = WordIndex(index.path)
    index.put("a", "1", cues_of("bees"))
    assert says(other, "bees") == 1
    other.erase()
    other.put("b", "1", cues_of("wasps"))
    assert list(index.episodes()) == ["b"]
    index.put("c", "1", cues_of("moths"))
    assert says(other, "moths") == 1
    other.close()


def test_a_kill_while_it_is_written_costs_one_episode_at_most(tmp_path: Path) -> None:
    path = tmp_path / "words.db"
    work = (
        "from tests.reader.store.test_word_index import *\n"
        f"index = WordIndex(Path({str(path)!r}))\n"
        "for number in range(1_000_000):\n"
        "    index.put(f'e{number}', '1', cues_of(*['bees and wasps'] * 400))\n"
        "    print(number, flush=True)\n"
    )
    command = [sys.executable, "-c", work]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout is not None
        for line in running.stdout:
            if int(line) >= 8:
                running.send_signal(signal.SIGKILL)
                break
    index = WordIndex(path)
    done = len(index.episodes())
    assert done >= 9
    assert says(index, "bees") == says(index, "wasps") >= done
    with index.reading() as connection:
        connection.execute("INSERT INTO words(words) VALUES ('integrity-check')")
    index.put("after", "1", cues_of("moths"))
    assert says(index, "moths") == 1
    index.close()


def test_a_cache_that_cannot_be_written_is_reported(index: WordIndex) -> None:
    index.path.parent.parent.joinpath("cache").write_text("a file where the folder should be")
    with pytest.raises(StoreError):
        index.episodes()


def test_a_full_disk_is_reported_and_what_was_there_is_found(index: WordIndex) -> None:
    index.put("a", "1", cues_of("bees"))
    with index.reading() as connection:
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
        connection.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(StoreError) as fault:
        index.put("b", "1", cues_of(*[f"wasps {number}" for number in range(20_000)]))
    assert fault.value.fault is StoreFault.FULL
    assert (says(index, "bees"), says(index, "wasps")) == (1, 0)


def test_what_is_asked_can_be_broken_off(index: WordIndex) -> None:
    index.interrupt()
    assert index.episodes() == {}
    index.interrupt()
    assert index.episodes() == {}


def test_what_another_process_wrote_is_seen_by_a_connection_that_stays_open(
    index: WordIndex,
) -> None:
    index.put("one", "a", ())
    with closing(WordIndex(index.path)) as other:
        assert set(other.episodes()) == {"one"}
    code = (
        "import sys, pathlib; from reader.store.word_index import WordIndex;"
        "index = WordIndex(pathlib.Path(sys.argv[1])); index.put('two', sys.argv[2], ());"
        "index.close()"
    )
    for stamp in ("a", "b", "c"):
        asked = [sys.executable, "-c", code, str(index.path), stamp]
        subprocess.run(asked, check=True, cwd=ROOT)
        assert index.episodes()["two"].stamp == stamp
