"""How a process of Earmark's own begins, from sources and frozen."""

from __future__ import annotations

import json
import pickle
import sys
from pathlib import Path

import pytest

from reader import own_process


def test_it_runs_main_of_the_module_from_these_sources(tmp_path: Path) -> None:
    module = "reader.notes.exporting.template_process"
    request: tuple[Path, dict[str, str]] = (tmp_path / "gone.md", {})
    with own_process.started(module, "--fill-template", is_low=True) as process:
        answer, _ = process.communicate(pickle.dumps(request))
    assert json.loads(answer)["path"] == str(tmp_path / "gone.md")


def test_the_frozen_program_is_given_the_option(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert own_process._command("reader.some.module", "--listen") == [sys.executable, "--listen"]
