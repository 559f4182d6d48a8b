"""Command lines as a shell gives them, run in this process."""

from __future__ import annotations

import json
from typing import Any

import pytest

from ui import cli


class Answer:
    """What a command line gave."""

    def __init__(self, code: int, out: str, complaint: str) -> None:
        self.code, self.out, self.complaint = code, out, complaint

    @property
    def json(self) -> Any:
        return json.loads(self.out)


class Shell:
    """Runs command lines in this process."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys

    def __call__(self, *arguments: object) -> Answer:
        try:
            code = cli.main([str(argument) for argument in arguments])
        except SystemExit as end:
            code = int(end.code or 0)
        return Answer(code, *self._capsys.readouterr())
