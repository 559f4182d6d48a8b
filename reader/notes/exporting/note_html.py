"""A note's Markdown as HTML: for the page and the decks."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from reader.exporting.turns import cleaned

if TYPE_CHECKING:
    from markdown_it import MarkdownIt


def note_html(note: str) -> str:
    """HTML that is safe to show: tags in the note are text, and nothing is loaded from anywhere."""
    rendered: str = _renderer().render(cleaned(note))
    return rendered.strip()


@lru_cache
def _renderer() -> MarkdownIt:
    from markdown_it import MarkdownIt

    rules = ["table", "strikethrough"]
    return MarkdownIt("commonmark", {"html": False, "breaks": True}).enable(rules).disable("image")
