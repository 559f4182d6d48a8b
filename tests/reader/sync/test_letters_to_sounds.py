"""Words that no dictionary has: of known parts where there are such, else by their letters."""

from __future__ import annotations

import pytest

from reader.sync.letters_to_sounds import sounds_of, spelt_out

KNOWN = {"sub": "S AH B", "stack": "S T AE K", "code": "K OW D", "tweet": "T W IY T"}


@pytest.mark.parametrize(
    ("word", "sounds"),
    [
        ("stack", "S T AE K"),
        ("substack", "S AH B S T AE K"),
        ("stack's", "S T AE K S"),
        ("codes", "K OW D Z"),
        ("tweeting", "T W IY T IH NG"),
        ("coding", "K OW D IH NG"),
        ("zwickz", "Z W IH K Z"),
        ("blate", "B L EY T"),
        ("nlw", "EH N EH L D AH B AH L Y UW"),
        ("", ""),
    ],
)
def test_a_word_sounds_so(word: str, sounds: str) -> None:
    assert " ".join(sounds_of(word, _known)) == sounds


def test_letters_are_read_one_by_one() -> None:
    assert " ".join(spelt_out("ai")) == "EY AY"


def _known(word: str) -> tuple[str, ...] | None:
    return tuple(KNOWN[word].split()) if word in KNOWN else None
