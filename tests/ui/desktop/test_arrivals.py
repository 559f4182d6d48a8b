"""What a desktop hands over is sorted into links and files."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.desktop.arrivals import Application, arrival


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("/talks/a.vtt", "/talks/a.vtt"),
        ("file:///talks/a%20b.vtt", "/talks/a b.vtt"),
        ("earmark.vtt", "earmark.vtt"),
    ],
)
def test_files_are_named_by_path_or_address(name: str, path: str) -> None:
    assert arrival([name]) == ((), (Path(path),), True)


def test_links_are_kept_as_they_are() -> None:
    link = "earmark://open?recording=a&t=83.2"
    assert arrival([link, "/a.vtt", "EARMARK:x"]) == ((link, "EARMARK:x"), (Path("/a.vtt"),), True)


@pytest.mark.parametrize(
    "name", ["/a\0b.vtt", "file:///a%00b.vtt", "/\ud800.vtt", "/" + "a" * 100_000, "a/" * 50_000]
)
def test_what_no_file_can_be_called_is_left_out_and_reported(name: str) -> None:
    assert arrival([name, "/a.vtt"]) == ((), (Path("/a.vtt"),), False)


def test_a_name_that_is_not_utf8_is_a_name() -> None:
    path = Path(os.fsdecode(b"/caf\xe9.vtt"))
    assert arrival([str(path)]).files == (path,)


def test_a_double_click_on_macos_is_reported(qapp: QApplication, qtbot: QtBot) -> None:
    reported: list[str] = []
    watched = _Reported(reported)
    for event in (QFileOpenEvent("/a.vtt"), QFileOpenEvent(QUrl("earmark://open?t=1"))):
        Application.event(watched, event)  # type: ignore[arg-type]
    assert reported == ["/a.vtt", "earmark://open?t=1"]


class _Reported:
    """Stands for the application: there can be but one, and the tests have another."""

    def __init__(self, reported: list[str]) -> None:
        self.file_opened = self
        self.emit = reported.append


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere names are Unicode")
def test_an_address_names_a_file_to_the_byte() -> None:
    path = Path(os.fsdecode(b"/talks/t\xe4lk.vtt"))
    assert arrival(["file:///talks/t%E4lk.vtt", str(path)]) == ((), (path, path), True)
