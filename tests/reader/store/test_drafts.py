from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.annotation import NoteDraft
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
    drafts.keep(one.id, NoteDraft("First", ("sea", "ünï")))
    drafts.keep(other.id, NoteDraft("Two\nlines", ()))
    drafts.keep(one.id, NoteDraft("Second", ()))
    assert drafts.all() == {other.id: NoteDraft("Two\nlines", ()), one.id: NoteDraft("Second", ())}
    drafts.drop(one.id)
    drafts.drop("nothing")
    assert list(drafts.all()) == [other.id]


def test_what_was_deleted_offers_no_draft_until_it_is_back(
    drafts: Drafts, annotations: Annotations, episode: str
) -> None:
    note = a_note(episode)
    annotations.add(note)
    drafts.keep(note.id, NoteDraft("Words", ()))
    annotations.delete(note.id)
    assert drafts.all() == {}
    annotations.undo()
    assert list(drafts.all()) == [note.id]
