"""Cards hold their words, whatever these are: seen in the pixels, reported by `shown_words`."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from reader import paths
from tests.reader.strategies import TEXTS
from ui.appearance.hues import contrast
from ui.appearance.theme import LIGHT, load_fonts
from ui.sharing.quote_card import CardShape, CardStyle, Quote, is_shortened, painted, shown_words

SENTENCES = [f"This is sentence number {number} of the talk." for number in range(200)]
BIDI = {"latin": "The sea.", "arabic": "من يعرف البحر", "cjk": "港は朝早く目を覚ます。"}


@pytest.fixture(scope="module", autouse=True)
def _fonts(qapp: QApplication) -> None:
    load_fonts(paths.resources() / "fonts")


def quote(words: str, voice: str = "Mara", episode: str = "The Harbour") -> Quote:
    return Quote(words, voice, episode, "12:34", LIGHT.mark_bars[2])


def ink_columns(image: QImage, top: int, bottom: int) -> tuple[int, int]:
    """The first and the last column that differs from the ground between two rows."""
    inked = [
        column
        for column in range(0, image.width(), 2)
        for row in range(top, bottom, 3)
        if contrast(image.pixelColor(column, row).name(), image.pixelColor(2, row).name()) > 2
    ]
    return min(inked), max(inked)


@pytest.mark.parametrize("shape", CardShape)
@pytest.mark.parametrize("style", CardStyle)
def test_card_has_its_shape_and_words_within_its_margins(
    style: CardStyle, shape: CardShape
) -> None:
    card = painted(quote(" ".join(SENTENCES[:12])), style, shape)
    assert (card.width(), card.height()) == shape.value
    first, last = ink_columns(card, 0, card.height())
    margin = min(shape.value) // 12
    assert margin < first
    assert last < card.width() - margin


@pytest.mark.parametrize("hue", [*LIGHT.mark_bars, "#ffff00", "#000000", "#ffffff", "#808080"])
def test_words_on_a_field_of_any_colour_can_be_read(hue: str) -> None:
    card = painted(Quote("Sea.", "", "", "", hue), CardStyle.COLOUR, CardShape.WIDE)
    assert contrast("#fffaf0", card.pixelColor(3, 3).name()) >= 7


def test_a_short_quote_is_whole() -> None:
    assert shown_words(quote(" Nothing \n lost. "), CardShape.SQUARE) == "Nothing lost."
    assert not is_shortened(quote("Nothing lost."), CardShape.SQUARE)


def test_a_long_quote_ends_with_a_sentence() -> None:
    words = " ".join(SENTENCES)
    shown = shown_words(quote(words), CardShape.WIDE)
    assert shown.endswith(" of the talk. …")
    assert words.startswith(shown.removesuffix(" …"))
    assert is_shortened(quote(words), CardShape.WIDE)
    more = shown_words(quote(words), CardShape.SQUARE)
    assert len(more) > len(shown) > 200


def test_an_endless_sentence_ends_with_a_word() -> None:
    shown = shown_words(quote("and so on " * 400), CardShape.WIDE)
    assert shown.endswith(("and…", "so…", "on…"))
    assert shown_words(quote("波" * 4_000), CardShape.WIDE).endswith("波…")


@pytest.mark.parametrize("script", BIDI)
def test_words_stand_at_the_edge_where_their_script_begins(script: str) -> None:
    card = painted(quote(BIDI[script], voice="", episode=""), CardStyle.PAPER, CardShape.WIDE)
    first, last = ink_columns(card, 60, 500)
    if script == "arabic":
        assert card.width() - last < first
    else:
        assert first < card.width() - last


def test_time_stays_where_the_title_is_too_long() -> None:
    long = painted(quote("Sea.", episode="Harbour " * 40), CardStyle.PAPER, CardShape.SQUARE)
    none = painted(
        quote("Sea.", episode="Harbour " * 40)._replace(time=""), CardStyle.PAPER, CardShape.SQUARE
    )
    corner = (700, 960, 300, 60)
    assert long.copy(*corner) != none.copy(*corner)


@settings(max_examples=40, deadline=None)
@given(st.one_of(st.text(max_size=200), TEXTS, TEXTS.map(lambda text: text * 60)))
def test_every_text_can_be_set(words: str) -> None:
    for shape in CardShape:
        assert not painted(quote(words), CardStyle.NIGHT, shape).isNull()
