from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.annotation import Draft
from reader.store.annotations import Annotations
from reader.store.drafts import Drafts
from tests.reader.store.notes import a_note


@pytest.fixture
def drafts(path: Path) -> Iterator[Drafts]:
    yield Drafts(path)


def test_a_draft_is_kept_until_it_is_dropped(
    drafts: Drafts, annotations: Annotations, episode: str
) -> None:
    one, other = a_note(episode), a_note(episode)
    annotations.add(one, other)
    drafts.keep(one.id, Draft("First", ("sea", "ünï")))
    drafts.keep(other.id, Draft("Two\nlines", ()))
    drafts.keep(one.id, Draft("Second", ()))
    assert drafts.all() == {other.id: Draft("Two\nlines", ()), one.id: Draft("Second", ())}
    drafts.drop(one.id)
    drafts.drop("nothing")
    assert list(drafts.all()) == [other.id]


def test_what_was_deleted_offers_no_draft_until_it_is_back(
    drafts: Drafts, annotations: Annotations, episode: str
) -> None:
    note = a_note(episode)
    annotations.add(note)
    drafts.keep(note.id, Draft("Words", ()))
    annotations.delete(note.id)
    assert drafts.all() == {}
    annotations.undo()
    assert list(drafts.all()) == [note.id]
