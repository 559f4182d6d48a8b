"""What `reader` says is known as templates, and said in another language."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader import errors
from reader.errors import ReaderError
from ui.appearance.reader_texts import _TEXTS, recognised, translated

READER = Path(__file__).parents[3] / "reader"
ERRORS = {
    name
    for name, each in vars(errors).items()
    if isinstance(each, type) and issubclass(each, ReaderError)
} - {"OpeningCancelled"}


def sentences(tree: ast.AST) -> Iterator[str]:
    """What is raised, with something filled in."""
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Name(id=name), args=[told, *_]) if name in ERRORS:
                match told:
                    case ast.Constant(value=str(text)):
                        yield text
                    case ast.JoinedStr(values=parts):
                        yield "".join(map(_filled, parts))


def _filled(part: ast.expr) -> str:
    return str(part.value) if isinstance(part, ast.Constant) else "X7"


def test_what_is_raised_is_known() -> None:
    raised = {
        sentence
        for path in sorted(READER.rglob("*.py"))
        for sentence in sentences(ast.parse(path.read_text("utf-8")))
    }
    assert len(raised) > 40
    unknown = {each for each in raised if each not in _TEXTS and recognised(each) == (each, ())}
    assert unknown - OPEN_ENDED - NEVER_SHOWN == set()


OPEN_ENDED = {
    "X7 holds no transcript that can be read. Expected X7; X7",  # with the beginning of the file
    "X7X7: X7",
    "X7; that is no transcript.",
    "“X7” is X7.",
    "The X7 X7 X7.",
    "This link does not tell a X7.",
    "X7 X7 (line X7); that is no transcript.",
}
"""Sentences put together from parts: `_TEXTS` has them whole."""

NEVER_SHOWN = {
    *("no file", "X7 is large."),  # of the first look, which leaves the rest to others
    *("Reading the recording was cancelled.", "Earmark is ending."),  # nobody waits for it
}


@pytest.mark.parametrize(
    ("sentence", "template", "filled_in"),
    [
        ("talk.vtt is empty.", "{0} is empty.", ["talk.vtt"]),
        (
            "a is b.vtt is a picture, not a transcript.",
            "{0} is {1}, not a transcript.",
            ["a", "b.vtt is a picture"],
        ),
        (
            "The library /a b.db is damaged and is left as it is.",
            "The library {0} is damaged and is left as it is.",
            ["/a b.db"],
        ),
        (
            "ä\nb.vtt cannot be read: Permission denied.",
            "{0} cannot be read: {1}.",
            ["ä\nb.vtt", "Permission denied"],
        ),
        ("Something new.", "Something new.", []),
        ("", "", []),
    ],
)
def test_a_sentence_is_known_by_its_template(
    sentence: str, template: str, filled_in: list[str]
) -> None:
    assert (recognised(sentence)[0], list(recognised(sentence)[1])) == (template, filled_in)


class Loud(QTranslator):
    """Says everything louder."""

    def translate(
        self, context: str, source: str, _comment: str | None = None, _n: int = -1
    ) -> str:
        return source.upper() if context == "reader" and source in _TEXTS else source

    def isEmpty(self) -> bool:  # noqa: N802
        return False


@pytest.fixture
def loud(qapp: QApplication) -> Iterator[None]:
    translator = Loud()
    QCoreApplication.installTranslator(translator)
    yield
    QCoreApplication.removeTranslator(translator)


def test_parts_are_translated_too(loud: None) -> None:
    said = translated("talk.vtt is a video, not a transcript.")
    assert said == "talk.vtt IS A VIDEO, NOT A TRANSCRIPT."
    assert translated("Delete Highlights") == "DELETE HIGHLIGHTS"
    assert translated("Something new.") == "Something new."


def test_in_english_it_is_as_it_was(qtbot: QtBot) -> None:
    assert translated("talk.vtt is a video, not a transcript.").startswith("talk.vtt is")
    assert translated("") == ""
