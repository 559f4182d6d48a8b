from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.window.action_search import ranked

NAMES = [
    ("Open", "Ctrl+O"),
    ("Export Transcript", "Ctrl+Shift+E"),
    ("Export Notes", "Ctrl+Alt+E"),
    ("Full Screen", "F11"),
    ("Theme: Dark", ""),
    ("Theme: Light", ""),
    ("Next Line", "Ctrl+Down"),
    ("Keep What Was Said", "B"),
    ("Schriftgröße zurücksetzen", "Strg+0"),
    ("Show Notes", "Ctrl+Shift+N"),
    ("Speed 1.25×", "Shift+3"),
    ("Slower", "<"),
    ("Sleep Timer: Off", ""),
]


def found(query: str) -> list[str]:
    return [NAMES[k][0] for k in ranked(query, NAMES)]


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("op", "Open"),
        ("full", "Full Screen"),
        ("screen", "Full Screen"),
        ("ful scren", "Full Screen"),
        ("exp not", "Export Notes"),
        ("notes exp", "Export Notes"),
        ("dark", "Theme: Dark"),
        ("theme dark", "Theme: Dark"),
        ("nxet line", "Next Line"),
        ("kep", "Keep What Was Said"),
        ("groess", "Schriftgröße zurücksetzen"),
        ("schriftgrosse", "Schriftgröße zurücksetzen"),
        ("f11", "Full Screen"),
        ("ctrl+shift+n", "Show Notes"),
        ("b", "Keep What Was Said"),
        ("1.25", "Speed 1.25×"),
        ("slp", "Sleep Timer: Off"),
        ("spd", "Speed 1.25×"),
    ],
)
def test_a_few_letters_find_it(query: str, first: str) -> None:
    assert found(query)[0] == first


@pytest.mark.parametrize("query", ["qqq", "zzyzx", "xylophone"])
def test_nothing_like_it_is_found(query: str) -> None:
    assert found(query) == []


def test_nothing_asked_for_shows_all_in_their_order() -> None:
    assert found("  ") == [name for name, _ in NAMES]


def test_what_is_as_likely_keeps_its_order() -> None:
    assert found("theme") == ["Theme: Dark", "Theme: Light"]


@given(st.text(max_size=40))
def test_any_text_may_be_typed(query: str) -> None:
    places = ranked(query, NAMES)
    assert len(set(places)) == len(places)
