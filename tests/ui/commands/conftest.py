"""A shell for the commands of `earmark`, and a library of their own."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader import paths
from tests.ui.shell import Shell


@pytest.fixture
def earmark(capsys: pytest.CaptureFixture[str]) -> Shell:
    """Runs `earmark` with the arguments that it is called with."""
    return Shell(capsys)


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No command of the test sees the library and the settings of whoever runs it."""
    monkeypatch.setattr(paths, "data_folder", lambda: tmp_path / "data")
    monkeypatch.setattr(paths, "config_folder", lambda: tmp_path / "config")
