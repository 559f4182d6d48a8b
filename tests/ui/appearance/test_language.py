"""The interface speaks the system's language where it can."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialogButtonBox
from pytestqt.qtbot import QtBot

from reader import paths
from reader.store.change_names import known_name
from tests.pseudo_locale import stretched
from ui.actions import Actions, plain_text, rate_text
from ui.appearance.icons import Icons
from ui.appearance.language import chosen_language, use_language
from ui.appearance.theme import LIGHT
from ui.player.spoken_time import spoken_time


@pytest.mark.parametrize(
    ("wanted", "language"),
    [
        (["de-AT", "de"], "de"),
        (["de_DE"], "de"),
        (["en-GB", "de"], "en"),
        (["tlh", "de-DE", "en"], "de"),
        (["tlh"], "en"),
        (["C"], "en"),
        ([], "en"),
    ],
)
def test_the_first_language_there_is_is_chosen(
    wanted: list[str], language: str, tmp_path: Path
) -> None:
    (tmp_path / "earmark_de.qm").touch()
    assert chosen_language(wanted, tmp_path) == language


def test_german_is_there() -> None:
    assert chosen_language(["de"], paths.resources() / "translations") == "de"


@pytest.fixture
def german(qapp: QApplication) -> Iterator[None]:
    loaded = use_language(qapp, "de")
    yield
    for translator in loaded:
        qapp.removeTranslator(translator)


def test_everything_is_said_in_german(german: None, qtbot: QtBot) -> None:
    actions = Actions(Icons(paths.resources() / "icons", LIGHT))
    actions.set_undo(known_name("Delete Highlights"), "")
    assert plain_text(actions["open"].text()) == "Öffnen"
    assert plain_text(actions["undo"].text()) == "Rückgängig: Markierungen löschen"
    assert plain_text(actions["redo"].text()) == "Wiederholen"
    assert plain_text(actions["sleep_5"].text()) == "5 Minuten"
    assert plain_text(actions["encoding_cp1252"].text()) == "Westeuropäisch (Windows-1252)"
    assert spoken_time(61_000) == "1 Minute 1 Sekunde"


def test_qt_speaks_it_too(german: None, qtbot: QtBot) -> None:
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    qtbot.addWidget(buttons)
    assert buttons.buttons()[0].text() == "Schließen"


def test_german_menus_have_no_key_twice(german: None, qtbot: QtBot) -> None:
    actions = Actions(Icons(paths.resources() / "icons", LIGHT))
    for menu in actions.menus.values():
        keys = [
            key.lower() for each in menu.actions() for key in re.findall("&([^&])", each.text())
        ]
        assert len(keys) == len(set(keys)), (menu.title(), keys)


def test_the_made_up_language_keeps_what_is_filled_in() -> None:
    assert stretched("&Play {0} of %n").startswith("[&Plàý {0} öf %n·")


def test_a_sign_keeps_its_place_beside_its_number(qapp: QApplication) -> None:
    assert rate_text(1.5) == "1.5×"
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert rate_text(1.5) == "\u200e1.5×\u200e"
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
