"""The translations are complete, say what the code says, and are compiled."""

from __future__ import annotations

import re
import runpy
import shutil
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from reader import paths

FOLDER = paths.resources() / "translations"
TOOL = runpy.run_path(str(FOLDER / "make_translations.py"))
SOURCES = sorted(FOLDER.glob("*.ts"))
_HOLES = re.compile(r"\{\w*\}|%n")


class Text(NamedTuple):
    context: str
    source: str
    forms: tuple[str, ...]  # one, or one for each plural
    is_finished: bool


def texts(path: Path) -> Iterator[Text]:
    for context in ET.parse(path).getroot().iter("context"):
        name = context.findtext("name") or ""
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            plurals = [each.text or "" for each in translation.iter("numerusform")]
            forms = tuple(plurals) or (translation.text or "",)
            yield Text(
                name, message.findtext("source") or "", forms, "type" not in translation.attrib
            )


def holes(said: str, text: Text) -> list[str]:
    """What is filled in; a form for one may say the number in a word."""
    return sorted(each for each in _HOLES.findall(said) if each != "%n" or len(text.forms) == 1)


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)
def test_what_the_code_fills_in_is_in_the_translation_too(path: Path) -> None:
    wrong = [
        (text.source, form)
        for text in texts(path)
        for form in text.forms
        if form and holes(form, text) != holes(text.source, text)
    ]
    assert wrong == []


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)
def test_the_compiled_file_is_of_this_source(path: Path, tmp_path: Path) -> None:
    TOOL["compiled"](path, tmp_path / "new.qm")
    assert (tmp_path / "new.qm").read_bytes() == path.with_suffix(".qm").read_bytes()


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)
def test_nothing_is_left_untranslated(path: Path, tmp_path: Path) -> None:
    """`make translations` takes new texts into the file, to be translated there."""
    source = Path(shutil.copy(path, tmp_path))
    TOOL["update"](source)
    left = [text for text in texts(source) if not (text.is_finished and all(text.forms))]
    assert left == []


def test_texts_of_tables_have_a_context(tmp_path: Path) -> None:
    source = shutil.copy(SOURCES[0], tmp_path)
    TOOL["update"](Path(source))
    found = {(text.context, text.source) for text in texts(Path(source))}
    assert {("Actions", "&Open…"), ("AboutDialog", "About Earmark")} <= found
    assert "" not in {context for context, _ in found}
