"""When a player has lost its output, as VLC was seen to report it."""

from __future__ import annotations

import pytest

from reader.playback.output_watch import STAND_IN, OutputReport, OutputWatch
from reader.playback.player import SoundCount


def looks(*outputs: str, at: str = "", stuck_from: int = 99) -> list[OutputReport]:
    """A look for each word of outputs; all blocks but those after `stuck_from` are played."""
    return [
        OutputReport(
            SoundCount(10 * i, 10 * min(i, stuck_from)), at or listed, frozenset(listed.split())
        )
        for i, listed in enumerate(outputs)
    ]


def lost(seen: list[OutputReport]) -> list[bool]:
    watch = OutputWatch()
    return [watch.is_lost(look) for look in seen]


@pytest.mark.parametrize(
    ("seen", "reported"),
    [
        (looks("usb", "usb", "usb", "usb"), [False] * 4),
        (looks("usb", "usb", "", "", at="usb"), [False, False, False, True]),
        (looks("usb", "usb built-in", "built-in", "built-in", at="usb"), [False] * 3 + [True]),
        (looks("usb", "", "usb", "usb", at="usb"), [False] * 4),
        (looks("usb", STAND_IN, STAND_IN, "usb"), [False, False, True, False]),
        (looks("usb", STAND_IN, "usb", STAND_IN), [False] * 4),
        (looks("", "", "", "", at="never listed"), [False] * 4),
        (looks("", "", "", ""), [False] * 4),
        (looks("usb", "usb", "usb", "usb", stuck_from=1), [False, False, False, True]),
    ],
    ids=[
        "all is well",
        "taken out",
        "taken out beside another",
        "back at once",
        "the server stands in",
        "between two modes",
        "an output that is never listed",
        "a system that lists none",
        "blocks are decoded and not played",
    ],
)
def test_an_output_is_lost_when_two_looks_miss_it(
    seen: list[OutputReport], reported: list[bool]
) -> None:
    assert lost(seen) == reported


def test_a_disk_that_is_slow_is_no_lost_output() -> None:
    look = OutputReport(SoundCount(10, 5), "usb", frozenset({"usb"}))
    assert lost([look] * 4) == [False] * 4


def test_a_player_without_counts_is_believed() -> None:
    assert lost([OutputReport(None, "", frozenset())] * 4) == [False] * 4
