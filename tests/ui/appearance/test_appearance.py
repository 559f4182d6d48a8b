"""The look follows the reader's choice, else the system's."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader import paths
from reader import settings as prefs
from reader.settings import Settings
from ui.appearance.appearance import Appearance


@pytest.fixture
def appearance(dressed: None, tmp_path: Path) -> Iterator[Appearance]:
    settings = Settings(tmp_path / "earmark.ini")
    appearance = Appearance(settings, paths.resources())
    appearance.settings = settings  # type: ignore[attr-defined]  # to be changed by the tests
    yield appearance
    appearance.deleteLater()
    QGuiApplication.styleHints().unsetColorScheme()


def choose(appearance: Appearance, theme: str) -> None:
    appearance.settings.set(prefs.THEME, theme)  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", ["light", "dark", "sepia", "contrast"])
def test_a_chosen_theme_dresses_the_application(
    appearance: Appearance, qtbot: QtBot, name: str
) -> None:
    choose(appearance, "dark" if name == "light" else "light")
    with qtbot.waitSignal(appearance.changed):
        choose(appearance, name)
    assert appearance.theme.name == name
    ground = QApplication.palette().color(QPalette.ColorRole.Base).name()
    assert ground in {appearance.theme.paper, appearance.theme.raised, appearance.theme.chrome}
    assert appearance.theme.accent in QApplication.instance().styleSheet()  # type: ignore[union-attr]


def test_icons_take_the_theme_s_colour(appearance: Appearance) -> None:
    choose(appearance, "light")
    light = appearance.icons.icon("open").pixmap(32, 32).toImage()
    choose(appearance, "dark")
    assert appearance.icons.icon("open").pixmap(32, 32).toImage() != light


def test_it_follows_the_system_until_a_theme_is_chosen(appearance: Appearance) -> None:
    hints = QGuiApplication.styleHints()
    hints.setColorScheme(Qt.ColorScheme.Dark)
    if hints.colorScheme() is not Qt.ColorScheme.Dark:
        pytest.skip("this platform has no colour schemes")
    assert appearance.theme.name == "dark"
    choose(appearance, "sepia")
    hints.setColorScheme(Qt.ColorScheme.Light)
    hints.setColorScheme(Qt.ColorScheme.Dark)
    assert appearance.theme.name == "sepia"
    choose(appearance, "system")
    assert appearance.theme.name == "dark"


def test_other_preferences_do_not_repaint_everything(appearance: Appearance, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(appearance.changed):
        appearance.settings.set(prefs.VOLUME, 5)  # type: ignore[attr-defined]


def test_there_is_a_mark(appearance: Appearance) -> None:
    assert not appearance.mark.pixmap(64, 64).isNull()
