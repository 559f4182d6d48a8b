"""What stands in the place of a cover."""

from __future__ import annotations

import pytest

from ui.appearance.cover_art import initial


@pytest.mark.parametrize(
    ("name", "letter"),
    [("The Daily", "D"), ("The", "T"), ("2.0", "2"), ("“So”", "S"), ("…", "♪"), ("", "♪")],
)
def test_the_letter_in_place_of_a_cover(name: str, letter: str) -> None:
    assert initial(name) == letter
