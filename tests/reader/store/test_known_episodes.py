"""Where a text was left, asked with SQLite alone before the library is opened."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.correction import CorrectionScope
from reader.store.annotations import Annotations
from reader.store.catalogue import Catalogue
from reader.store.change_names import CORRECT
from reader.store.known_episodes import first_known_of
from reader.store.library import Library
from tests.conftest import WriteTalk
from tests.reader.corrections import everywhere


@pytest.fixture
def talk(write_talk: WriteTalk) -> Path:
    return write_talk("talk.vtt")


def left(database: Path, talk: Path, scroll: int = 83) -> str:
    library = Library(database)
    key = library.record_opened(None, talk, "talk").id
    library.remember_place(key, 0, 0, 1.0, scroll)
    library.close()
    return key


def test_a_text_begins_where_it_was_left_by_path_or_by_content(tmp_path: Path, talk: Path) -> None:
    database = tmp_path / "earmark.db"
    left(database, talk)
    assert first_known_of(database, talk).scroll == 83
    moved = talk.rename(tmp_path / "renamed.vtt")
    assert first_known_of(database, moved).scroll == 83


def test_another_text_and_a_forgotten_one_begin_at_their_start(tmp_path: Path, talk: Path) -> None:
    database, other = tmp_path / "earmark.db", tmp_path / "other.vtt"
    other.write_text("WEBVTT\n\n00:01.000 --> 00:02.000\nSomething else.\n")
    key = left(database, talk)
    assert first_known_of(database, other).scroll == 0
    catalogue = Catalogue(database)
    catalogue.forget([key])
    catalogue.close()
    assert first_known_of(database, talk).scroll == 0


def test_what_was_put_right_is_known_too_with_that_of_the_show(tmp_path: Path, talk: Path) -> None:
    database, other = tmp_path / "earmark.db", tmp_path / "other.vtt"
    other.write_text("WEBVTT\n\n00:01.000 --> 00:02.000\nSomething else.\n")
    library = Library(database)
    one = library.record_opened(None, talk, "talk", show="Show").id
    two = library.record_opened(None, other, "other", show="Show").id
    library.close()
    here = everywhere("Zwickz", "swyx", key="here")._replace(episode_id=one)
    shown = everywhere("Lama", "Llama", CorrectionScope.SHOW, key="shown")
    store = Annotations(database)
    assert first_known_of(database, talk).corrections == ()
    store.correct([here, shown._replace(episode_id=two, show="Show")], name=CORRECT)
    store.close()
    found = first_known_of(database, talk).corrections
    assert [each.id for each in found] == ["here", "shown"] and found[0] == here
    assert [each.id for each in first_known_of(database, other).corrections] == ["shown"]


def test_a_library_that_is_missing_or_spoilt_is_left_as_it_is(tmp_path: Path, talk: Path) -> None:
    database = tmp_path / "earmark.db"
    assert first_known_of(database, talk).scroll == 0
    assert not database.exists()
    database.write_bytes(b"no library" * 200)
    assert first_known_of(database, talk).scroll == 0
    assert database.read_bytes() == b"no library" * 200


def test_nobody_is_waited_for_and_nothing_is_left_behind(tmp_path: Path, talk: Path) -> None:
    database = tmp_path / "earmark.db"
    left(database, talk)
    busy = Library(database)
    busy.record_opened(None, talk, "talk")
    with busy._file.writing():
        assert first_known_of(database, talk).scroll == 83
    busy.close()
    before = sorted(tmp_path.iterdir())
    first_known_of(database, talk)
    assert sorted(tmp_path.iterdir()) == before
