"""How the episodes of the library are sorted, filtered and gathered by show."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from reader.library.shelf import (
    Heard,
    ShelfEpisode,
    ShelfFilter,
    ShelfOrder,
    ShelfView,
    Show,
    continued,
    counts,
    listed,
    place_of,
    shows,
    total_length,
)
from tests.shelved import HOUR, START, shelved


def titles(episodes: list[ShelfEpisode]) -> list[str]:
    return [each.episode.title for each in episodes]


@pytest.mark.parametrize(
    ("changes", "heard", "progress"),
    [
        ({}, Heard.NEW, 0.0),
        ({"position": HOUR // 2}, Heard.BEGUN, 0.5),
        ({"position": HOUR - 14_000}, Heard.FINISHED, 1.0),
        ({"position": HOUR // 2, "is_finished": True}, Heard.FINISHED, 1.0),
        ({"position": 5_000, "length": 0}, Heard.BEGUN, None),
        ({"recording": None, "length": 0}, Heard.NEW, None),
        ({"recording": None, "length": 0, "heard_at": START}, Heard.BEGUN, None),
    ],
)
def test_how_far_it_was_heard(
    changes: dict[str, Any], heard: Heard, progress: float | None
) -> None:
    each = shelved("a", **changes)
    assert (each.heard, each.progress) == (heard, progress)


def test_what_is_left_is_told_at_the_speed_it_was_heard_at() -> None:
    assert shelved("a", position=HOUR // 2, rate=2.0).episode.left == HOUR // 4


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        (ShelfOrder.NEWEST, ["Part 2", "Part 10", "Old"]),
        (ShelfOrder.TITLE, ["Old", "Part 2", "Part 10"]),
        (ShelfOrder.LAST_HEARD, ["Old", "Part 2", "Part 10"]),
        (ShelfOrder.LENGTH, ["Part 10", "Old", "Part 2"]),
    ],
)
def test_episodes_are_listed_in_the_order_asked_for(order: ShelfOrder, expected: list[str]) -> None:
    episodes = [
        shelved("Part 10", day=3, length=2 * HOUR),
        shelved("Part 2", day=0, date="2026-02", length=1),
        shelved("Old", day=9, date="2019-05-01", heard_at=START),
    ]
    assert titles(listed(episodes, ShelfView(order))) == expected


def test_filters_and_their_counts() -> None:
    episodes = [
        shelved("new"),
        shelved("begun", position=1, notes=2),
        shelved("over", is_finished=True, transcript=None),
    ]
    one = {which: titles(listed(episodes, ShelfView(filter=which))) for which in ShelfFilter}
    assert one == {
        ShelfFilter.ALL: ["begun", "new", "over"],
        ShelfFilter.NEW: ["new"],
        ShelfFilter.BEGUN: ["begun"],
        ShelfFilter.FINISHED: ["over"],
        ShelfFilter.WITH_NOTES: ["begun"],
        ShelfFilter.WITHOUT_TRANSCRIPT: ["over"],
    }
    assert counts(episodes) == {which: len(found) for which, found in one.items()}


def test_one_show_and_one_folder() -> None:
    here = Path("here")
    episodes = [shelved("a", show="S", folder=here), shelved("b", show="S"), shelved("c")]
    assert titles(place_of(episodes, ShelfView(show="S"))) == ["a", "b"]
    assert titles(place_of(episodes, ShelfView(folder=here))) == ["a"]


def test_a_folder_within_the_watched_one_stands_for_a_show() -> None:
    (root,) = {shelved("a").episode.recording}
    assert root is not None
    pods = root.parent.parent
    assert shelved("a", folder=pods).show == "pods"
    assert shelved("a", folder=root.parent).show == ""
    assert shelved("a", folder=pods, show="Leaves").show == "Leaves"
    assert shelved("a").show == ""
    assert titles(place_of([shelved("a", folder=pods)], ShelfView(show="pods"))) == ["a"]


def test_what_was_begun_goes_on_unless_its_disk_is_away() -> None:
    episodes = [
        shelved("first", position=1, heard_at=START),
        shelved("last", position=1, heard_at=START + timedelta(days=1)),
        shelved("away", position=1, heard_at=START, is_unplugged=True),
        shelved("new"),
    ]
    assert titles(continued(episodes)) == ["last", "first"]
    assert titles(continued(episodes, most=1)) == ["last"]


def test_shows_by_number_with_the_newest_cover() -> None:
    old, new = Path("old.jpg"), Path("new.jpg")
    episodes = [
        shelved("1", show="Two", date="2020", cover=old),
        shelved("2", show="Two", date="2024", cover=new),
        shelved("3", show="One"),
        shelved("4"),
    ]
    assert shows(episodes) == [Show("Two", 2, new), Show("One", 1)]
    assert total_length(episodes) == 4 * HOUR
