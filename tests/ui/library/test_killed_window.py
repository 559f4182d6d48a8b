"""A shorter form of what `make faults` does to windows."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.benchmarks import window_kills

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="kills are otherwise there")


@pytest.mark.parametrize("command", ["note", "delete", "replaced"])
def test_a_killed_window_loses_nothing_that_it_had_shown_as_kept(
    command: str, tmp_path: Path
) -> None:
    killed = window_kills._killed_while(command, tmp_path, 1)
    assert killed.facts == dict.fromkeys(killed.facts, True), killed.message


def test_a_loss_would_be_seen(tmp_path: Path) -> None:
    seen = window_kills._seen_before_the_kill(tmp_path, "note", 0.5)
    path = tmp_path / "data" / "earmark.db"
    assert window_kills._lost(path, seen) == 0
    another = dict.fromkeys(seen.notes, ("another note", 0, False))
    assert window_kills._lost(path, seen._replace(notes=another)) == len(another) - len(
        seen.under_way & another.keys()
    )
    assert window_kills._lost(path, seen._replace(kept=frozenset({"unknown"}))) == 1
