from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from reader import settings as prefs
from reader.settings import Settings
from ui.widgets.file_dialogs import FileDialogs, Target


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return window


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "earmark.ini")


@pytest.fixture
def dialogs(window: QWidget, settings: Settings) -> FileDialogs:
    return FileDialogs(window, settings)


def dialog(window: QWidget) -> QFileDialog:
    (found,) = window.findChildren(QFileDialog)
    return found


def _recording(dialogs: FileDialogs, chosen: Callable[..., object]) -> None:
    dialogs.ask_for_recording(None, chosen)


def _transcript(dialogs: FileDialogs, chosen: Callable[..., object]) -> None:
    dialogs.ask_for_transcript(None, chosen)


def test_an_episode_may_be_several_files(
    dialogs: FileDialogs, window: QWidget, settings: Settings, tmp_path: Path
) -> None:
    chosen: list[Path] = []
    dialogs.ask_for_episode(lambda *paths: chosen.extend(paths))
    assert dialog(window).fileMode() is QFileDialog.FileMode.ExistingFiles
    dialog(window).filesSelected.emit([str(tmp_path / "a.mp3"), str(tmp_path / "a.vtt")])
    assert chosen == [tmp_path / "a.mp3", tmp_path / "a.vtt"]
    assert settings.get(prefs.LAST_FOLDER) == str(tmp_path)


def test_a_kind_is_named_without_its_many_suffixes(dialogs: FileDialogs, window: QWidget) -> None:
    dialogs.ask_for_episode(lambda _: None)
    assert dialog(window).testOption(QFileDialog.Option.HideNameFilterDetails)


def test_it_opens_where_it_was_left(
    dialogs: FileDialogs, window: QWidget, settings: Settings, tmp_path: Path
) -> None:
    settings.set(prefs.LAST_FOLDER, str(tmp_path))
    dialogs.ask_for_recording(Path("/nowhere/a.vtt"), lambda _: None)
    assert Path(dialog(window).directory().absolutePath()) == tmp_path


def test_at_first_it_opens_beside_the_other_half(
    dialogs: FileDialogs, window: QWidget, tmp_path: Path
) -> None:
    dialogs.ask_for_transcript(tmp_path / "a.mp3", lambda _: None)
    assert Path(dialog(window).directory().absolutePath()) == tmp_path


@pytest.mark.parametrize(
    ("ask", "first", "suffix"),
    [
        (FileDialogs.ask_for_episode, "Recordings and transcripts", "*.vtt"),
        (_recording, "Recordings", "*.mp3"),
        (_transcript, "Transcripts", "*.srt"),
    ],
)
def test_it_shows_what_can_be_opened(
    dialogs: FileDialogs,
    window: QWidget,
    ask: Callable[[FileDialogs, Callable[..., object]], None],
    first: str,
    suffix: str,
) -> None:
    ask(dialogs, lambda *_: None)
    shown = dialog(window).nameFilters()[0]
    assert shown.startswith(f"{first} (")
    assert suffix in shown


def test_a_closed_dialog_goes_and_chooses_nothing(
    dialogs: FileDialogs, window: QWidget, qtbot: QtBot
) -> None:
    chosen: list[Path] = []
    dialogs.ask_for_transcript(None, chosen.append)
    dialog(window).reject()
    qtbot.waitUntil(lambda: window.findChildren(QFileDialog) == [])
    assert chosen == []


def test_a_folder_is_shown(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    FileDialogs.show_in_folder(tmp_path / "a b#c.mp3")
    assert opened == [str(tmp_path)]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("new.md", Target(Path("new.md"))),
        ("lying.md", Target(Path("lying.md"), may_replace=True)),  # the dialog has asked
        ("lying", Target(Path("lying.md"))),  # it has asked about another name
    ],
)
def test_only_what_was_given_up_may_be_replaced(
    dialogs: FileDialogs, window: QWidget, tmp_path: Path, typed: str, expected: Target
) -> None:
    (tmp_path / "lying.md").touch()
    chosen: list[Target] = []
    dialogs.ask_where_to_save("Export", "notes.md", "Markdown", chosen.append)
    dialog(window).filesSelected.emit([str(tmp_path / typed)])
    assert chosen == [expected._replace(path=tmp_path / expected.path)]


def test_a_transcript_is_not_exported_over_a_file_that_nobody_gave_up(
    dialogs: FileDialogs, window: QWidget, tmp_path: Path
) -> None:
    (tmp_path / "talk.vtt").touch()
    chosen: list[Target] = []
    dialogs.ask_where_to_export("talk", lambda target, _: chosen.append(target))
    dialog(window).filesSelected.emit([str(tmp_path / "talk")])
    dialog(window).filesSelected.emit([str(tmp_path / "talk.vtt")])
    assert chosen == [
        Target(tmp_path / "talk.vtt"),
        Target(tmp_path / "talk.vtt", may_replace=True),
    ]


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere names are Unicode")
def test_a_name_that_is_not_utf8_is_found_again(
    dialogs: FileDialogs, window: QWidget, settings: Settings, tmp_path: Path
) -> None:
    """Qt gives it with a sign for what it could not hold."""
    folder = tmp_path / os.fsdecode(b"f\xf6lder")
    folder.mkdir()
    talk = folder / os.fsdecode(b"t\xe4lk.vtt")
    talk.touch()
    chosen: list[Path] = []
    dialogs.ask_for_transcript(None, chosen.append)
    dialog(window).filesSelected.emit([f"{tmp_path}/f\ufffdlder/t\ufffdlk.vtt"])
    assert chosen == [talk]
    settings.save()
    assert Settings(settings.path).get(prefs.LAST_FOLDER) == str(folder)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere names are Unicode")
def test_a_folder_that_is_not_utf8_is_shown(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    opened: list[bytes] = []
    take = lambda url: opened.append(bytes(url.toEncoded().data()))  # noqa: E731
    monkeypatch.setattr(QDesktopServices, "openUrl", take)
    FileDialogs.show_in_folder(tmp_path / os.fsdecode(b"f\xf6lder") / "a.vtt")
    assert opened == [f"{tmp_path.as_uri()}/f%F6lder".encode()]
