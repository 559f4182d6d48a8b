"""Word documents (.docx): the paragraphs of a manuscript, or of a transcript with times.

ECMA-376 part 1, chapter 17: `w:p` is a paragraph, `w:r` a run, `w:t` its text. A row of a table
is a line with tabs between its cells, so that names, times and texts in columns are understood.
python-docx does the same with lxml, whose size and bounds are not ours.
"""

from __future__ import annotations

from collections.abc import Iterator

from reader.formats.manuscript import add_manuscript
from reader.formats.source import Source
from reader.formats.transcript_builder import TranscriptBuilder
from reader.formats.xml_tree import Node
from reader.formats.zip_parts import ZipParts
from reader.message import message
from reader.transcript.model import Transcript

_BODY = "word/document.xml"
_TITLE = "docProps/core.xml"
_ASIDE = {
    "word/footnotes.xml": message("a footnote, not shown"),
    "word/endnotes.xml": message("an endnote, not shown"),
    "word/comments.xml": message("a comment, not shown"),
}
_MARKS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "ptab": "\t"}
_UNREAD = frozenset(("del", "moveFrom", "Fallback", "instrText", "rPr", "pPr", "tblPr", "sectPr"))


def is_like(head: bytes) -> bool:
    """Whether it is a ZIP archive with the folder of a Word document."""
    return head.startswith(b"PK\x03\x04") and b"word/" in head


def read(source: Source) -> Transcript:
    """The paragraphs in the layout that they follow; the number of each stands for its line."""
    parts = ZipParts(source)
    draft = TranscriptBuilder("Word document", source)
    root, damage = parts.tree(_BODY)
    if _TITLE in parts:
        title = _first(parts.tree(_TITLE)[0], "title")
        if title:
            draft.add_metadata("title", title)
    lines = [
        (number, line)
        for number, paragraph in enumerate(_paragraphs(root), 1)
        for line in paragraph.split("\n")
    ]
    add_manuscript(draft, source.name, lines)
    if damage:
        draft.skip(*damage)
    _list_asides(draft, parts)
    return draft.transcript()


def _first(root: Node, name: str) -> str:
    found = next((node for node in root.all_nodes() if node.name == name), None)
    return found.text().strip() if found else ""


def _list_asides(draft: TranscriptBuilder, parts: ZipParts) -> None:
    for name, reason in _ASIDE.items():
        if name in parts:
            for text in filter(None, map(str.strip, _paragraphs(parts.tree(name)[0]))):
                draft.skip(1, reason, text)


def _paragraphs(node: Node) -> Iterator[str]:
    """The text of each paragraph, and of each row of a table, in order."""
    for child in node.nodes():
        if child.name == "p":
            yield "".join(_runs(child))
            yield from _boxes(child)
        elif child.name == "tr":
            cells = (" ".join(_paragraphs(cell)) for cell in child.nodes() if cell.name == "tc")
            yield "\t".join(cell.replace("\t", " ").replace("\n", " ").strip() for cell in cells)
        elif child.name not in _UNREAD:
            yield from _paragraphs(child)


def _runs(node: Node) -> Iterator[str]:
    for child in node.nodes():
        if child.name in _MARKS:
            yield _MARKS[child.name]
        elif child.name == "t":
            yield child.text()
        elif child.name not in _UNREAD and child.name != "txbxContent":
            yield from _runs(child)


def _boxes(node: Node) -> Iterator[str]:
    """The paragraphs of the text boxes that are anchored in a paragraph, after it."""
    for child in node.nodes():
        if child.name == "txbxContent":
            yield from _paragraphs(child)
        elif child.name not in _UNREAD:
            yield from _boxes(child)
