from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.notes.whole_words import whole_words
from reader.spans import trimmed


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("in the new[sletter. And this la]st", "newsletter. And this last"),
        ("a[ quiet ]day", "quiet"),
        ("I do[n't kno]w.", "don't know"),
        ("I don'[t] know.", "don't"),
        ("He said 'k[now]' twice.", "know"),
        ("a well-k[nown] fact", "well-known"),
        ("sou[s-entendu]", "sous-entendu"),
        ("the harbour[.]", "."),
        ("a word[ ]more", ""),
        ("Stra[ß]e", "Straße"),
        ("यह हि[न्]दी है", "हिन्दी"),
        ("今日[は天]気", "は天"),
        ("[]nothing", ""),
    ],
)
def test_cut_words_are_made_whole(text: str, expected: str) -> None:
    start, end = text.index("["), text.index("]") - 1
    plain = text.replace("[", "").replace("]", "")
    assert plain[slice(*whole_words(plain, start, end))] == expected


@given(st.text(alphabet="aé'’- .Ω今ह\u093f1", max_size=30), st.data())
def test_it_only_grows_and_then_stays(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    first, last = trimmed(text, start, end)
    found = whole_words(text, start, end)
    assert 0 <= found[0] <= first
    assert last <= found[1] <= len(text)
    assert whole_words(text, *found) == found
    assert " " not in text[found[0] : first] + text[last : found[1]]
