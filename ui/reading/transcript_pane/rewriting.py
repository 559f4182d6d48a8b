"""Words put right in a document that is shown: they alone are replaced."""

from __future__ import annotations

from PySide6.QtGui import QTextCursor, QTextDocument

from reader.transcript.reading_text import ReadingText
from ui.reading.transcript_pane.marks import Mark
from ui.reading.transcript_pane.page_text import PageText


def rewrite(document: QTextDocument, page: PageText, reading: ReadingText) -> None:
    """Let the document of a page say what `reading` says, which was rewritten from its text."""
    cursor, to_qt = QTextCursor(document), page.utf16.to_qt
    cursor.beginEditBlock()
    for piece in reversed(reading.rewritten):
        before = page.reading.text[piece.start : piece.end]
        head, tail = _alike(before, piece.text)
        cursor.setPosition(to_qt(piece.start + head))
        cursor.setPosition(to_qt(piece.end - tail), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(piece.text[head : len(piece.text) - tail])
    cursor.endEditBlock()


def moved_mark(mark: Mark, before: ReadingText, reading: ReadingText) -> Mark:
    """A mark on the same words of a text that was rewritten from the one that it is in."""
    start = reading.position_from(before, mark.start)
    if mark.end <= mark.start:
        return mark._replace(start=start, end=start)
    return mark._replace(start=start, end=reading.position_from(before, mark.end, is_end=True))


def _alike(one: str, other: str) -> tuple[int, int]:
    """How many characters at the start and at the end of both are the same."""
    head = _shared(one, other)
    return head, _shared(one[head:][::-1], other[head:][::-1])


def _shared(one: str, other: str) -> int:
    pairs = enumerate(zip(one, other, strict=False))
    return next((k for k, (a, b) in pairs if a != b), min(len(one), len(other)))
