"""No two letters alike in what is seen at once: every dialog, menu and the window, in both
languages."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QLabel,
    QMenu,
    QMenuBar,
    QTabBar,
    QTabWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

import ui
from reader.annotation import Annotation
from reader.episode import Names
from reader.settings import Settings
from reader.sync.report import SyncReport
from reader.transcript.reading_text import Place
from reader.transcript.spoken_times import CueTimes
from tests.conftest import WriteTalk
from tests.reader.corrections import everywhere
from tests.ui.conftest import Start, notebook_of
from tests.ui.kept import THREE
from ui.actions import Actions
from ui.appearance import language
from ui.appearance.icons import Icons
from ui.appearance.theme import LIGHT
from ui.corrections.corrections_dialog import CorrectionsDialog
from ui.corrections.preview_dialog import PreviewDialog
from ui.faults.fault_dialog import FaultDialog
from ui.library.choose_partner import ChoosePartnerDialog, PartnerKind
from ui.library.export_times import ExportTimesDialog
from ui.library.library_details import LibraryDetails
from ui.library.names_dialog import NamesDialog
from ui.library.open_as import OpenAsDialog
from ui.library.restore import RestoreDialog
from ui.library.unsaved import UnsavedDialog
from ui.notes.colours_dialog import ColoursDialog
from ui.notes.note_dialog import NoteDialog
from ui.notes.note_menu import NoteLook, NoteMenu
from ui.notes.note_requests import NoteRequests
from ui.notes.notes_panel import NotesPanel
from ui.notes.passage_menu import PassageMenu
from ui.sharing.clips_dialog import ClipsDialog
from ui.sharing.export_dialog import ExportNotesDialog
from ui.sharing.quote_card_dialog import QuoteCardDialog
from ui.sync.check_dialog import CheckDialog
from ui.sync.sync_dialog import SyncDialog
from ui.voices.guesses_dialog import GuessesDialog
from ui.window.about import AboutDialog
from ui.window.keyboard import KeyboardDialog
from ui.window.preferences import PreferencesDialog

ICONS = Path(__file__).parents[2] / "resources" / "icons"
_MNEMONIC = re.compile(r"&(?!&)(\w)")
_PATH = Path("/talks/talk.vtt")
Make = Callable[[Settings], QWidget]

DIALOGS: dict[type[QDialog], Make] = {
    AboutDialog: lambda _: AboutDialog({"Earmark": "1"}, [], {"Library": _PATH}),
    ChoosePartnerDialog: lambda _: ChoosePartnerDialog(_PATH, PartnerKind.RECORDING, ()),
    ClipsDialog: ClipsDialog,
    ColoursDialog: lambda _: ColoursDialog(),
    CorrectionsDialog: lambda _: CorrectionsDialog(),
    ExportNotesDialog: lambda _: ExportNotesDialog(),
    ExportTimesDialog: lambda _: ExportTimesDialog(has_words=True),
    FaultDialog: lambda _: FaultDialog(issues="https://example.org"),
    GuessesDialog: lambda _: GuessesDialog(),
    LibraryDetails: lambda _: LibraryDetails(),
    KeyboardDialog: lambda _: KeyboardDialog(Actions(Icons(ICONS, LIGHT))),
    NamesDialog: lambda _: NamesDialog(Names("A talk"), Names("talk")),
    NoteDialog: lambda _: NoteDialog(),
    OpenAsDialog: lambda _: OpenAsDialog(_PATH),
    PreferencesDialog: PreferencesDialog,
    PreviewDialog: lambda _: PreviewDialog(everywhere("Zwickz", "swyx")),
    QuoteCardDialog: QuoteCardDialog,
    RestoreDialog: lambda _: RestoreDialog(_PATH.parent),
    SyncDialog: SyncDialog,
    CheckDialog: lambda _: _reporting(CheckDialog()),
    UnsavedDialog: lambda _: UnsavedDialog("It is full."),
}


def _reporting(dialog: CheckDialog) -> CheckDialog:
    report = SyncReport(had_times=True, times=(CueTimes(0, 0, 1_000),), offset=7_300)
    dialog.show_report(report, 60_000, 60_000)
    return dialog


@pytest.fixture(params=["en", "de"])
def spoken(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    loaded = language.use_language(qapp, request.param) if request.param != "en" else []
    yield request.param
    for translator in loaded:
        qapp.removeTranslator(translator)


def letters(texts: list[str]) -> list[str]:
    """Those that are there twice, each with its texts."""
    found = [(match[1].casefold(), text) for text in texts for match in _MNEMONIC.finditer(text)]
    counted = Counter(letter for letter, _ in found)
    return sorted(f"{letter}: {text}" for letter, text in found if counted[letter] > 1)


def texts_in(window: QWidget) -> list[str]:
    """What has a mnemonic that works while the window looks as it does."""
    shown = [each for each in window.findChildren(QWidget) if each.isVisible()]
    texts = [each.text() for each in shown if isinstance(each, QAbstractButton)]
    texts += [each.text() for each in shown if isinstance(each, QLabel) and each.buddy()]
    for bar in shown:
        if isinstance(bar, QTabBar):
            texts += [bar.tabText(number) for number in range(bar.count())]
        if isinstance(bar, QMenuBar):
            texts += [action.text() for action in bar.actions()]
    return texts


def views_of(window: QWidget) -> Iterator[list[str]]:
    """The texts of each page that it has."""
    tabs = window.findChild(QTabWidget)
    for number in range(tabs.count() if tabs is not None else 1):
        if tabs is not None:
            tabs.setCurrentIndex(number)
        yield texts_in(window)


def menu_texts(menu: QMenu) -> Iterator[list[str]]:
    """Of a menu and each of those within it."""
    yield [action.text() for action in menu.actions()]
    for action in menu.actions():
        inner = action.menu()
        if isinstance(inner, QMenu):
            yield from menu_texts(inner)


@pytest.mark.parametrize("kind", DIALOGS, ids=lambda kind: kind.__name__)
def test_no_two_mnemonics_of_a_dialog_are_alike(
    spoken: str, kind: type[QDialog], tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = DIALOGS[kind](Settings(tmp_path / "earmark.ini"))
    qtbot.addWidget(dialog)
    dialog.show()
    assert [letters(texts) for texts in views_of(dialog) if letters(texts)] == [], spoken


def test_every_dialog_is_looked_at() -> None:
    for module in pkgutil.walk_packages(ui.__path__, "ui."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    ours = {each for each in QDialog.__subclasses__() if each.__module__.startswith("ui.")}
    assert {each.__name__ for each in ours} == {each.__name__ for each in DIALOGS}


@pytest.mark.usefixtures("spoken")
def test_no_two_mnemonics_of_a_menu_are_alike(qtbot: QtBot) -> None:
    actions, panel = Actions(Icons(ICONS, LIGHT)), NotesPanel(LIGHT, Icons(ICONS, LIGHT))
    qtbot.addWidget(panel)
    menus = [*actions.menus.values(), *panel.findChildren(QMenu)]
    look = NoteLook(panel.colour_name, LIGHT, 1.0)
    for notes in (THREE[1:2], THREE):
        for is_in_text in (True, False):
            menus.append(_note_menu(notes, look, is_in_text=is_in_text))
    for is_selected in (True, False):
        menus.append(QMenu())
        PassageMenu(menus[-1], look, print, print, is_selected=is_selected)
    found = [letters(texts) for menu in menus for texts in menu_texts(menu)]
    assert [each for each in found if each] == []


def _note_menu(notes: tuple[Annotation, ...], look: NoteLook, *, is_in_text: bool) -> QMenu:
    menu = QMenu()
    NoteMenu(menu, notes, NoteRequests(menu), look, is_in_text=is_in_text)
    return menu


@pytest.mark.usefixtures("spoken")
def test_no_two_mnemonics_of_the_window_are_alike(
    start: Start, write_talk: WriteTalk, qtbot: QtBot
) -> None:
    window = start(write_talk("talk.vtt", "talk.mp3")).window
    for name in ("notes", "find"):
        qtbot.waitUntil(window.commands[name].isEnabled)
        window.commands[name].trigger()
    tray = next(each for each in window.findChildren(QWidget) if hasattr(each, "set_unplaced"))
    assert letters(texts_in(window)) == []
    tray_texts = [each.text() for each in tray.findChildren(QAbstractButton)]
    assert letters(texts_in(window) + tray_texts) == []


@pytest.mark.usefixtures("spoken")
def test_no_two_mnemonics_of_a_menu_in_the_text_are_alike(
    start: Start, write_talk: WriteTalk, qtbot: QtBot
) -> None:
    earmark = start(write_talk("talk.vtt", "talk.mp3"))
    qtbot.waitUntil(lambda: earmark.controllers.notebook is not None)
    notebook, pane = notebook_of(earmark).notes.notebook, earmark.window.pane
    qtbot.waitUntil(lambda: notebook.is_ready)
    notebook.highlight(pane.reading.ranges(1)[0], 0)
    qtbot.waitUntil(lambda: len(notebook.kept) == 1)
    for cue in (1, 4):
        pane.menu_requested.emit(Place(cue, 2), earmark.window.mapToGlobal(QPoint(90, 90)))
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        assert [letters(texts) for texts in menu_texts(menu) if letters(texts)] == []
        menu.hide()
