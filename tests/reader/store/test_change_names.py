"""The name of a change is a message, also after the library has kept it as a text."""

from __future__ import annotations

import pytest

from reader.annotation import AnnotationKind
from reader.message import Message
from reader.store import change_names as names
from reader.store.change_names import change_name, known_name
from tests.reader.store.notes import a_note

HIGHLIGHT = a_note("1")
BOOKMARK = a_note("1", kind=AnnotationKind.BOOKMARK, colour=0)
CHANGES = {name: each for name, each in vars(names).items() if name.isupper() and name[0] != "_"}


@pytest.mark.parametrize(
    ("kept", "name"),
    [
        ([HIGHLIGHT], "Delete Highlight"),
        ([HIGHLIGHT, HIGHLIGHT], "Delete Highlights"),
        ([BOOKMARK], "Delete Bookmark"),
        ([BOOKMARK, BOOKMARK], "Delete Bookmarks"),
        ([HIGHLIGHT, BOOKMARK], "Delete Notes"),
        ([], "Delete Notes"),
    ],
)
def test_the_name_says_what_was_changed(kept: list[object], name: str) -> None:
    assert change_name(names.DELETE, kept) == name  # type: ignore[arg-type]


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_each_name_is_known_again_by_its_text(change: Message) -> None:
    for kept in ([HIGHLIGHT], [BOOKMARK, BOOKMARK], [HIGHLIGHT, BOOKMARK]):
        named = change_name(change, kept) if "{" in change else change
        known = known_name(str(named))
        assert isinstance(known, Message) and known == named
        assert known.template == change.template


def test_a_name_that_is_not_known_stays_as_it_is() -> None:
    assert known_name("Turn Highlight") == "Turn Highlight"
    assert not isinstance(known_name("Turn Highlight"), Message)
