"""A reading text as Qt's document. One of 200,000 lines takes 0.2 s to fill: any thread may."""

from __future__ import annotations

from typing import NamedTuple
from weakref import WeakKeyDictionary

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QTextCursor, QTextDocument

from reader.transcript.reading_text import ReadingText
from ui.reading.transcript_pane.page_text import PageText
from ui.widgets.utf16 import Utf16

_LONG = 200_000  # characters: a shorter text is filled in as it is shown
_PART = 100_000  # characters that Qt takes at once, and with them Python's lock


class PageDocuments:
    """The documents of texts that are to be shown, filled beforehand where that takes long."""

    def __init__(self) -> None:
        self._filled: WeakKeyDictionary[ReadingText, _Filled] = WeakKeyDictionary()

    def prepare(self, reading: ReadingText) -> None:
        """Fill the document of a long text. For another thread than the GUI's."""
        application = QCoreApplication.instance()
        if len(reading) > _LONG and application is not None:
            document = _document()
            _fill(document, reading.text)
            document.moveToThread(application.thread())
            self._filled[reading] = _Filled(document, Utf16(reading.text))

    def take(self, reading: ReadingText) -> tuple[QTextDocument, PageText]:
        """The document of a text and its positions there, to be shown: each is given once."""
        filled = self._filled.pop(reading, None)
        if filled is None:
            filled = _Filled(_document(), Utf16(reading.text))
            filled.document.setPlainText(reading.text)
        return filled.document, PageText(reading, filled.positions)


class _Filled(NamedTuple):
    """Without the text itself: it is the key, and must be released with its last user."""

    document: QTextDocument
    positions: Utf16


def _document() -> QTextDocument:
    document = QTextDocument()
    document.setUndoRedoEnabled(False)
    return document


def _fill(document: QTextDocument, text: str) -> None:
    # Not `setPlainText`, which holds Python's lock until it is done.
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    for start in range(0, len(text), _PART):
        cursor.insertText(text[start : start + _PART])
    cursor.endEditBlock()
