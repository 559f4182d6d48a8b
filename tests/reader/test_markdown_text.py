"""CommonMark is judged by markdown-it; Obsidian and Logseq by rules tried in their parsers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from reader.markdown_text import (
    block_for_logseq,
    escaped,
    escaped_for_logseq,
    escaped_for_obsidian,
)

GITHUB = MarkdownIt("commonmark").enable(["table", "strikethrough"])
PIECES = st.sampled_from(
    [*"\\`*_[]<>#&~=-+.)(!|$%^{}:1 aé", "&amp;", "&#65;", "~~", "```", "<b>", "1. ", "- ", "---"]
)
LINES = st.lists(PIECES, min_size=1, max_size=12).map("".join)
lines = LINES.map(lambda text: " ".join(text.split())).filter(bool)


def shown(text: str) -> str:
    """The text of one paragraph or heading; anything else than text in it fails."""
    opening, inline, closing = GITHUB.parse(text)
    assert (opening.type, closing.type) in {
        ("paragraph_open", "paragraph_close"),
        ("heading_open", "heading_close"),
    }
    assert {each.type for each in inline.children or ()} <= {"text", "text_special"}
    return "".join(each.content for each in inline.children or ())


@given(lines)
def test_commonmark_shows_any_text_as_it_is(text: str) -> None:
    assert shown(escaped(text)) == text
    assert shown(f"x {escaped(text, opens_line=False)}") == f"x {text}"
    assert shown(f"# {escaped(text)}") == text


@given(lines)
def test_what_obsidian_and_logseq_need_means_nothing_new_in_commonmark(text: str) -> None:
    assert shown(escaped_for_obsidian(text)) == text


@pytest.mark.parametrize(
    "text",
    [
        *("3.5 million", "5 * 3 > 2 < 4 & so", "snake_case", "C# is #1", "a ~5 min - or + 6"),
        *("C:\\temp", "100%", "a = b", "$5", "x^2", "wait -- what", "Q&A", "(see) {this}"),
    ],
)
def test_what_means_nothing_to_commonmark_stays(text: str) -> None:
    assert escaped(text) == text


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("==x== a = b", "\\=\\=x\\=\\= a = b"),
        ("50%% of 5%", "50\\%\\% of 5%"),
        ("[[Page]]", "\\[\\[Page\\]\\]"),
        ("$5 or $6", "\\$5 or \\$6"),
        ("#tag C# 5 # 6", "\\#tag C# 5 # 6"),
        ("the end ^id", "the end \\^id"),
        ("x^2 ^ 3", "x^2 ^ 3"),
        ("~~x~~", "\\~\\~x\\~\\~"),
    ],
)
def test_obsidian_has_marks_of_its_own(text: str, written: str) -> None:
    assert escaped_for_obsidian(text) == written


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("[laughter]", "[laughter]"),
        ("[[Page]] ((block)) {{macro}}", "\\[[Page]] \\((block)) \\{{macro}}"),
        ("[a](b) [^1] [1/2] [2026-01-01 Thu]", "\\[a](b) \\[^1] \\[1/2] \\[2026-01-01 Thu]"),
        ("#1 C#", "\\#1 C\\#"),
        ("- a", "\\- a"),
        ("key:: value", "key:\\: value"),
        ("a: b", "a: b"),
        ("==x== ^^y^^ $z$", "\\=\\=x\\=\\= \\^^y\\^^ \\$z\\$"),
        ("H_{2}O", "H\\_{2}O"),
        ("\\alpha", "\\\\alpha"),
        ("<b> a < b", "\\<b> a < b"),
    ],
)
def test_logseq_has_marks_of_its_own(text: str, written: str) -> None:
    assert escaped_for_logseq(text) == written


def test_a_note_stays_one_block_of_logseq() -> None:
    note = "# Why\n- one\n  - two\n+ three\n#tag -x\n```\n- code\n# code\n```\n- four"
    assert block_for_logseq(note) == (
        "\\# Why\n* one\n  * two\n* three\n#tag -x\n```\n- code\n# code\n```\n* four"
    )
