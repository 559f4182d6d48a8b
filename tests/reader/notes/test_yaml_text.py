"""Heads of Markdown files: whatever is written there, YAML reads it."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from reader.notes.yaml_text import yaml_text

EVERY_LETTER = st.text(st.characters(exclude_categories=()))


def is_yaml(letter: str) -> bool:
    """Whether YAML 1.2 takes it for a character that ends no line (rule c-printable)."""
    code = ord(letter)
    return (
        letter == "\t"
        or 0x20 <= code <= 0x7E
        or 0xA0 <= code <= 0xD7FF
        or 0xE000 <= code <= 0xFFFD
        or code >= 0x10000
    ) and letter not in "\u2028\u2029\ufeff"


@given(st.one_of(EVERY_LETTER, st.lists(EVERY_LETTER)))
def test_it_is_yaml_of_the_same_value(value: object) -> None:
    text = yaml_text(value)
    assert all(map(is_yaml, text))
    expected = json.dumps(value).encode()
    said = json.dumps(json.loads(text)).encode()
    if b"\\ud" not in expected:  # no surrogates, alone or in pairs
        assert said == expected


def test_what_is_no_text_is_escaped() -> None:
    assert yaml_text("a\x7f\ufffe\x85") == '"a\\u007f\\ufffe\\u0085"'
    assert yaml_text("a\udcff") == '"a\ufffd"'
    assert yaml_text(["\u00fc"]) == '["\u00fc"]'
