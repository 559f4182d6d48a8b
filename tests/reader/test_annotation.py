"""What is kept is a value, and names its place in three ways."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, replace
from datetime import UTC, datetime

import pytest

from reader.annotation import Annotation, AnnotationKind, Selector, TextQuote

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
KEPT = Annotation("1", "e", AnnotationKind.HIGHLIGHT, Selector((1_000, 2_000)), NOON, NOON)


def test_an_annotation_is_never_changed_in_place() -> None:
    with pytest.raises(FrozenInstanceError):
        KEPT.note = "mine"  # type: ignore[misc]
    assert replace(KEPT, note="mine").selector is KEPT.selector


def test_equal_annotations_are_one_in_a_set() -> None:
    assert {KEPT, replace(KEPT)} == {KEPT}


def test_a_recording_alone_has_a_time_and_no_words() -> None:
    assert Selector((5, 5)) == Selector((5, 5), None, TextQuote(""), None)
    assert not any(Selector((5, 5)).quote)
