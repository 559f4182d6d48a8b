"""What Earmark writes comes and goes between its markers; all else stays to the byte."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from reader.notes.managed_block import _parts, _without, merged

KEY = "7f3a"
END = "<!-- earmark:end -->"
FIRST, SECOND = "> One.\n\n^earmark-1", "> Two.\n\n^earmark-2"

_snippets = st.sampled_from(
    [
        "Mine.\n",
        "\r\n",
        "  \n",
        END,
        f"<!-- earmark:begin {KEY} 0123456789: x -->",
        f"<!-- earmark:begin other 0123456789: x -->\n{END}",
        FIRST,
        "---\nearmark: 7f3a\n---\n",
        "<!--",
        "-->",
        "\ufeff",
        "\udcff",
        merged("", KEY, [FIRST]),
        merged("", "other", [SECOND]),
        merged("", KEY, [FIRST]).replace("One", "1"),
    ]
)
texts = st.lists(_snippets | st.text(max_size=12), max_size=8).map("".join)
pieces = st.lists(
    st.sampled_from([FIRST, SECOND, END, "a\r\nb", " x "]) | st.text(max_size=20), max_size=4
)


def outside(text: str, key: str) -> str:
    """What in a text is the listener's own."""
    return _without(text, list(_parts(text, key)))


def words(text: str) -> str:
    return "".join(text.split())


@given(texts, pieces)
def test_what_is_the_listeners_stays_to_the_byte(text: str, pieces: list[str]) -> None:
    after = outside(merged(text, KEY, pieces), KEY)
    if outside(text, KEY) == text:  # it had no part
        assert after.startswith(text)
        assert after[len(text) :].strip() == ""
    else:
        assert after == outside(text, KEY)


@given(texts, pieces)
def test_all_pieces_are_there(text: str, pieces: list[str]) -> None:
    after = words(merged(text, KEY, pieces).replace("&lt;!--", "<!--"))
    assert all(words(piece) in after for piece in pieces)


@given(texts, pieces)
@example("\r", ["> One."])
def test_a_second_time_changes_nothing(text: str, pieces: list[str]) -> None:
    once = merged(text, KEY, pieces)
    assert merged(once, KEY, pieces) == once


@given(texts)
def test_nothing_to_say_says_nothing(text: str) -> None:
    if outside(text, KEY) == text:
        assert merged(text, KEY, []) == text


def test_a_changed_note_is_written_anew() -> None:
    text = merged("# Mine\n", KEY, [FIRST, SECOND]) + "Mine too.\n"
    changed = "> Two!\n\n^earmark-2"
    expected = merged("# Mine\n", KEY, [FIRST, changed]) + "Mine too.\n"
    assert merged(text, KEY, [FIRST, changed]) == expected


def test_what_is_kept_no_more_goes() -> None:
    assert "One" not in merged(merged("Mine.\n", KEY, [FIRST, SECOND]), KEY, [SECOND])


def test_what_was_changed_by_hand_stays_and_new_notes_follow() -> None:
    text = merged("", KEY, [FIRST]).replace("One.", "One, and a thought of mine.")
    after = merged(text, KEY, [FIRST, SECOND])
    assert after.startswith(text)
    assert after.count("<!-- earmark:begin") == 2
    assert "> One." in after.removeprefix(text)
    assert "> Two." in after


def test_words_of_ones_own_between_the_markers_leave_the_notes_where_they_are() -> None:
    text = merged("", KEY, [FIRST, SECOND]).replace("\n\n> Two", "\n\nA thought.\n\n> Two")
    assert merged(text, KEY, [FIRST, SECOND]) == text
    after = merged(text, KEY, [FIRST, SECOND, "> Three."])
    assert after.startswith(text)
    assert after.count("> One.") == after.count("> Two.") == after.count("> Three.") == 1


def test_a_lost_marker_loses_nothing() -> None:
    whole = merged("Mine.\n", KEY, [FIRST])
    for text in (
        whole.replace(END, ""),
        whole[: whole.index("<!--")] + whole[whole.index("-->") + 3 :],
    ):
        after = merged(text, KEY, [FIRST, SECOND])
        assert after.startswith(text)
        assert after.count("> One.") == 1
        assert "> Two." in after.removeprefix(text)


def test_line_ends_of_windows_stay() -> None:
    text = merged("# Mine\r\n", KEY, [FIRST])
    assert "\n" not in text.replace("\r\n", "")
    assert merged(text.replace("\r\n", "\n"), KEY, [FIRST, SECOND]).count("> One.") == 1


def test_blanks_that_an_editor_takes_away_are_no_change() -> None:
    text = merged("", KEY, ["> One.  \n> more"])
    tidied = "\n".join(line.rstrip() for line in text.split("\n"))
    assert outside(tidied, KEY).strip() == ""


def test_a_note_cannot_be_a_marker() -> None:
    text = merged("", KEY, [f"a {END} b"])
    assert outside(text, KEY).strip() == ""
