from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.annotation import HUES
from reader.store.migrations import STEPS
from tests.ui.appearance.test_theme import contrast as by_hand
from ui.appearance.hues import contrast, tinted
from ui.appearance.theme import LIGHT, THEMES, Theme

hues = st.integers(0, 0xFFFFFF).map("#{:06x}".format)


@given(hues, st.sampled_from(list(THEMES.values())))
def test_text_stays_readable_and_signs_are_seen_whatever_is_chosen(hue: str, theme: Theme) -> None:
    found = tinted(theme, {3: hue})
    if hue != HUES[2]:
        assert by_hand(found.ink, found.marks[2]) >= 4.5
        grounds = (theme.paper, theme.chrome, theme.raised, theme.hover, found.marks[2])
        assert min(by_hand(found.mark_bars[2], ground) for ground in grounds) >= 3
    others = [k for k in range(5) if k != 2]
    assert [found.marks[k] for k in others] == [theme.marks[k] for k in others]


@given(hues, hues)
def test_contrast_is_as_defined(one: str, other: str) -> None:
    assert contrast(one, other) == pytest.approx(by_hand(one, other))


def test_what_came_with_earmark_is_the_theme_s_own() -> None:
    assert tinted(LIGHT, dict(enumerate(HUES, start=1))) == LIGHT
    assert tinted(LIGHT, {}) == LIGHT
    assert tinted(LIGHT, {1: "#ff0000"}) != LIGHT


def test_the_library_came_with_the_same() -> None:
    (colours,) = {step.__globals__["_COLOURS"] for step in STEPS}  # type: ignore[attr-defined]
    assert tuple(hue for _, hue in colours) == HUES
