"""Imports killed while they write: all of a file comes, or nothing. Part of `make faults`."""

from __future__ import annotations

import json
import os
import random
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path

from reader.store.check import check
from tests.benchmarks.fault import Fault
from tests.benchmarks.table import ROOT

KILLS = 5
ENTRIES = 20_000  # of a file: there is time to kill its import
PATIENCE = 300.0  # seconds for one import that is not killed


def notes_killed(folder: Path) -> Fault:
    """Notes of two episodes, one of them unknown."""
    given = folder / "notes.json"
    given.write_text(json.dumps([_note(number) for number in range(ENTRIES)]))
    return _killed("an import of notes", folder, ["import", str(given)], "annotations")


def corrections_killed(folder: Path) -> Fault:
    """Corrections of a transcript that was never opened."""
    talk, given = folder / "talk.vtt", folder / "names.json"
    talk.write_text("WEBVTT\n\n00:01.000 --> 00:03.000\nThe harbour wakes.\n")
    given.write_text(json.dumps({f"harbour {number}": "harbor" for number in range(ENTRIES)}))
    arguments = ["corrections", "import", str(talk), str(given)]
    return _killed("an import of corrections", folder, arguments, "corrections")


def _note(number: int) -> dict[str, object]:
    return {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "type": "Annotation",
        "id": f"urn:uuid:{number:08x}-0000-4000-8000-000000000000",
        "created": "2026-11-23T01:15:30Z",
        "body": {"type": "TextualBody", "value": f"Thought {number} " * 9},
        "target": {
            "source": f"https://example.org/{number % 2}.mp3",
            "selector": {"type": "FragmentSelector", "value": f"t={number},{number + 2}"},
        },
    }


def _killed(name: str, folder: Path, arguments: Sequence[str], table: str) -> Fault:
    chance = random.Random(name)
    whole = _import(folder / "whole", arguments, PATIENCE)
    entries = _count(folder / "whole", table)
    seen = []
    for number in range(KILLS):
        home = folder / f"home {number}"
        _import(home, arguments, chance.uniform(0.3, 1.0) * whole)
        seen.append(_count(home, table))
    _import(folder / "home 0", arguments, PATIENCE)
    libraries = [folder / f"home {number}" / "earmark" / "earmark.db" for number in range(KILLS)]
    return Fault(
        f"{name} killed",
        f"{KILLS} kills within {whole:.1f} s, {sum(map(bool, seen))} after the last write",
        {
            "all or nothing": all(count in (0, entries) for count in seen),
            "whole when done again": _count(folder / "home 0", table) == entries >= ENTRIES,
            "libraries sound": all(check(each).is_sound for each in libraries if each.exists()),
        },
    )


def _import(home: Path, arguments: Sequence[str], seconds: float) -> float:
    """Kill it after `seconds`; gives how long it took."""
    start = time.monotonic()
    command = [sys.executable, "-m", "ui", *arguments]
    names = ("CONFIG", "DATA", "STATE", "CACHE")
    env = {**os.environ, **{f"XDG_{name}_HOME": str(home) for name in names}}
    with subprocess.Popen(command, cwd=ROOT, env=env, stdout=subprocess.DEVNULL) as process:
        try:
            process.wait(seconds)
        except subprocess.TimeoutExpired:
            process.kill()
    return time.monotonic() - start


def _count(home: Path, table: str) -> int:
    """The entries of a library; 0 where it was not even begun."""
    path = home / "earmark" / "earmark.db"
    if not path.exists():
        return 0
    with closing(sqlite3.connect(path)) as library:
        try:
            (count,) = library.execute(f"SELECT count(*) FROM {table}").fetchone()
        except sqlite3.OperationalError:  # its tables were not made yet
            return 0
    return int(count)


IMPORT_KILLS: tuple[Callable[[Path], Fault], ...] = (notes_killed, corrections_killed)
