"""What `reader` reports, in the language of the interface."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from reader.message import Message, filled_in

CONTEXT = "reader"


def translated(text: str) -> str:
    """A sentence, name or reason of `reader` in the language of the interface.

    A text that has lost its template, as one read from a file has, is looked up as it stands.
    """
    if not isinstance(text, Message):
        return QCoreApplication.translate(CONTEXT, text)
    arguments = {
        name: translated(each) if isinstance(each, Message) else each
        for name, each in text.arguments.items()
    }
    return filled_in(QCoreApplication.translate(CONTEXT, text.template), arguments)
