"""The lock files agree with each other and with pyproject.toml, and name no place to load from."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
NAMES = ["run", "qt-player", "dev"]


def locked(name: str) -> dict[str, str]:
    """Each requirement's first line by its package's name."""
    text = (ROOT / "packaging/locks" / f"{name}.txt").read_text(encoding="utf-8")
    lines = text.replace("\\\n", "").splitlines()
    return {re.split("[=@ ]", line)[0]: line for line in lines if line and line[0] != "#"}


def wanted(requirements: list[str]) -> set[str]:
    return {re.split("[<>=~!; ]", requirement)[0].lower() for requirement in requirements}


@pytest.mark.parametrize("name", NAMES)
def test_each_version_is_exact_and_hashed_and_from_anywhere(name: str) -> None:
    for package, line in locked(name).items():
        assert re.match(rf"{re.escape(package)}==\S+ ", line), line
        assert "--hash=sha256:" in line
        assert "://" not in line


def test_smaller_locks_are_parts_of_the_larger() -> None:
    run, qt_player, dev = (locked(name).items() for name in NAMES)
    assert run <= qt_player <= dev


def test_locks_hold_what_the_project_asks_for() -> None:
    toml = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    build = toml["build-system"]["requires"]
    assert wanted(toml["project"]["dependencies"] + build) <= locked("run").keys()
    extra = toml["project"]["optional-dependencies"]["qt-player"]
    assert wanted(extra) <= locked("qt-player").keys()
    assert wanted(toml["dependency-groups"]["dev"]) <= locked("dev").keys()
