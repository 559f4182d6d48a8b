"""The look follows the reader's choice, else the system's."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader import paths
from reader import settings as prefs
from reader.settings import Settings
from ui.appearance.look import Look


@pytest.fixture
def look(qapp: QApplication, tmp_path: Path) -> Iterator[Look]:
    dress = qapp.style().name(), QFont(qapp.font()), QPalette(qapp.palette()), qapp.styleSheet()
    settings = Settings(tmp_path / "earmark.ini")
    look = Look(settings, paths.resources())
    look.settings = settings  # type: ignore[attr-defined]  # to be changed by the tests
    yield look
    QGuiApplication.styleHints().unsetColorScheme()
    qapp.setStyleSheet(dress[3])
    qapp.setStyle(dress[0])
    qapp.setFont(dress[1])
    qapp.setPalette(dress[2])


def choose(look: Look, theme: str) -> None:
    look.settings.set(prefs.THEME, theme)  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", ["light", "dark", "sepia", "contrast"])
def test_a_chosen_theme_dresses_the_application(look: Look, qtbot: QtBot, name: str) -> None:
    choose(look, "dark" if name == "light" else "light")
    with qtbot.waitSignal(look.changed):
        choose(look, name)
    assert look.theme.name == name
    ground = QApplication.palette().color(QPalette.ColorRole.Base).name()
    assert ground in {look.theme.paper, look.theme.raised, look.theme.chrome}
    assert look.theme.accent in QApplication.instance().styleSheet()  # type: ignore[union-attr]


def test_icons_take_the_theme_s_colour(look: Look) -> None:
    choose(look, "light")
    light = look.icons.icon("open").pixmap(32, 32).toImage()
    choose(look, "dark")
    assert look.icons.icon("open").pixmap(32, 32).toImage() != light


def test_it_follows_the_system_until_a_theme_is_chosen(look: Look) -> None:
    hints = QGuiApplication.styleHints()
    hints.setColorScheme(Qt.ColorScheme.Dark)
    if hints.colorScheme() is not Qt.ColorScheme.Dark:
        pytest.skip("this platform has no colour schemes")
    assert look.theme.is_dark
    choose(look, "sepia")
    hints.setColorScheme(Qt.ColorScheme.Light)
    hints.setColorScheme(Qt.ColorScheme.Dark)
    assert look.theme.name == "sepia"
    choose(look, "system")
    assert look.theme.is_dark


def test_other_preferences_do_not_repaint_everything(look: Look, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(look.changed):
        look.settings.set(prefs.VOLUME, 5)  # type: ignore[attr-defined]


def test_there_is_a_mark(look: Look) -> None:
    assert not look.mark.pixmap(64, 64).isNull()
