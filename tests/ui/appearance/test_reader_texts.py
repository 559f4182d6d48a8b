"""What `reader` reports carries its template and is said in another language."""

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
from reader.message import message
from ui.appearance.language import use_language
from ui.appearance.reader_texts import translated

ROOT = Path(__file__).parents[3]
ERRORS = {
    name
    for name, each in vars(errors).items()
    if isinstance(each, type) and issubclass(each, ReaderError)
}
REPORTS = {"skip", "repair"}  # the reasons of `Problem`, which come second


def plain_texts(tree: ast.AST) -> Iterator[str]:
    """What is reported as a text of its own, without a template to translate."""
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Name(id=name), args=[text, *_]) if name in ERRORS:
                reported = text
            case ast.Call(func=ast.Attribute(attr=name), args=[_, text, _]) if name in REPORTS:
                reported = text
            case ast.Call(func=ast.Name(id="message"), args=[text, *_]):
                if not isinstance(text, ast.Constant):
                    yield ast.unparse(text)
                continue
            case _:
                continue
        if isinstance(reported, ast.Constant | ast.JoinedStr):
            yield ast.unparse(reported)


@pytest.mark.parametrize("room", ["reader", "ui"])
def test_whatever_is_reported_has_a_template(room: str) -> None:
    found = [
        f"{path.relative_to(ROOT)}: {text}"
        for path in sorted((ROOT / room).rglob("*.py"))
        for text in plain_texts(ast.parse(path.read_text("utf-8")))
    ]
    assert found == []


@pytest.mark.parametrize(
    "code",
    [
        "raise ReaderError('It is gone.')",
        "raise TranscriptError(f'{name} is empty.', line=1)",
        "self._draft.skip(line, 'no text', raw)",
        "message(f'{name} is empty.')",
    ],
)
def test_a_text_without_a_template_is_seen(code: str) -> None:
    assert list(plain_texts(ast.parse(code)))


class Loud(QTranslator):
    """Says everything of `reader` louder."""

    def translate(
        self, context: str, source: str, _comment: str | None = None, _n: int = -1
    ) -> str:
        return source.replace("is", "IS") if context == "reader" else source

    def isEmpty(self) -> bool:  # noqa: N802
        return False


@pytest.fixture
def loud(qapp: QApplication) -> Iterator[None]:
    translator = Loud()
    QCoreApplication.installTranslator(translator)
    yield
    QCoreApplication.removeTranslator(translator)


FAULT = message("{file} is {kind}.", file="this.vtt", kind=message("a list"))


def test_messages_within_a_message_are_translated_and_names_are_not(loud: None) -> None:
    assert translated(FAULT) == "this.vtt IS a lISt."


def test_a_text_without_a_template_is_looked_up_as_it_stands(loud: None) -> None:
    assert translated("This") == "ThIS"
    assert translated(message("{this}")) == "{thIS}"


def test_in_english_it_is_as_it_was(qtbot: QtBot) -> None:
    assert translated(FAULT) == FAULT == "this.vtt is a list."
    assert translated("") == ""


def test_in_german_a_reported_fault_is_german(qapp: QApplication) -> None:
    loaded = use_language(qapp, "de")
    try:
        kind = message("a video")
        fault = message("{file} is {kind}, not a transcript.", file="notes.vtt", kind=kind)
        assert translated(fault) == "notes.vtt ist ein Video, kein Transkript."
    finally:
        for translator in loaded:
            qapp.removeTranslator(translator)
