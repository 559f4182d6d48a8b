from __future__ import annotations

import re
from pathlib import Path

import pytest

from ui import cli
from ui.commands import system_libraries, window
from ui.commands.system_libraries import missing

PORTABLE = Path(__file__).parents[3] / "packaging/linux/PORTABLE.txt"
GONE = "libEGL.so.1: cannot open shared object file: No such file or directory"


def test_all_that_is_missing_is_named_with_its_packages() -> None:
    said = missing(ImportError(GONE), lambda name: name != "libasound.so.2")
    assert said == (
        "your system lacks libEGL.so.1, libasound.so.2, which windows need."
        " On Debian or Ubuntu: sudo apt install libegl1 libasound2"
    )


def test_a_library_that_nobody_expected_is_named_alone() -> None:
    said = missing(ImportError(GONE.replace("EGL", "odd")), lambda _: True)
    assert said == "your system lacks libodd.so.1, which windows need."


def test_another_fault_of_an_import_is_none_of_the_systems() -> None:
    assert missing(ImportError("cannot import name 'x' from 'y'"), lambda _: False) == ""


def test_the_packages_are_those_that_the_archive_asks_for() -> None:
    asked = set(re.findall(r"\blib[\w.-]+", PORTABLE.read_text(encoding="utf-8")))
    assert set(system_libraries._PACKAGES.values()) <= asked


def test_the_window_says_so_in_a_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def run(_options: object) -> int:
        raise ImportError(GONE)

    monkeypatch.setattr(window, "run", run)
    assert cli.main(["talk.vtt"]) == 1
    said = capsys.readouterr().err
    assert said.startswith("earmark: your system lacks libEGL.so.1")
    assert said.count("\n") == 1
