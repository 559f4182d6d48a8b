"""A shorter form of `make faults`."""

from __future__ import annotations

import re
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

from reader.errors import StoreError
from reader.store import database
from reader.store.annotations import Annotations
from tests.benchmarks import faults
from tests.benchmarks.fault import Fault
from tests.benchmarks.parted_faults import PARTED, Situation
from tests.reader.store.notes import a_note

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="kills and guards otherwise there")


SAID = {
    "two_writers": "lost: 0",
    "full_disk": "the disk is full",
    "read_only_folder": "read-only|not accessible",
    "locked": "in use by another program",
    "locked_wholly": "in use by another program",
    "beginning_overwritten": "is damaged",
    "middle_overwritten": "is damaged",
    "cut_off": "is damaged",
    "emptied": "it is empty",
    "log_spoilt": "not all of its log can be read",
    "log_frame_spoilt": "not all of its log can be read",
    "log_alone": "its log is there",
    "schema_spoilt": "is damaged",
    "text_spoilt": "is damaged",
    "kind_spoilt": "is damaged",
    "missing": "is missing, though there are copies",
    "begun_again": "is missing, though there are copies",
    "flipped_bits": "all notes",
    "not_a_library": "not a library of Earmark",
    "newer": "newer Earmark",
    "newer_meanwhile": "newer Earmark",
}


def test_killed_processes_lose_nothing_that_was_shown_as_kept(path: Path) -> None:
    killed = list(faults.kills(path, 6))
    assert sum(each.reported for each in killed) >= 6
    assert [each.lost for each in killed] == [0] * 6
    assert all(each.is_sound for each in killed)


def test_a_loss_would_be_seen(annotations: Annotations, episode: str, path: Path) -> None:
    note = a_note(episode, tags=("a", "b"))
    annotations.add(note)
    line = f'["{note.id}", "", false]\n'
    assert faults._lost(path, {note.id: ("", False)}, [line]) == 0
    assert faults._lost(path, {note.id: ("first thought", False)}, [line]) == 1
    assert faults._lost(path, {"another": ("", False)}, [line]) == 1


@pytest.mark.parametrize("fault", faults.FAULTS, ids=lambda fault: fault.__name__)
def test_each_fault_is_reported_and_nothing_is_lost(
    fault: Callable[[Path], Fault], monkeypatch: pytest.MonkeyPatch
) -> None:
    if fault is not faults.two_writers:
        monkeypatch.setattr(database, "BUSY_SECONDS", 0.05)
    monkeypatch.setattr(faults, "TOGETHER", 8)
    monkeypatch.setattr(faults, "FLIPS", 30)
    with tempfile.TemporaryDirectory() as folder:  # open to others, unlike pytest's
        suffered = fault(Path(folder))
    assert suffered.facts == dict.fromkeys(suffered.facts, True)
    assert re.search(SAID[fault.__name__], suffered.message)


@pytest.mark.parametrize("situation", PARTED)
def test_a_library_in_other_hands_loses_nothing(situation: Situation, tmp_path: Path) -> None:
    suffered = situation(tmp_path)
    assert suffered.facts == dict.fromkeys(suffered.facts, True)
    assert suffered.message


def test_a_damaged_library_is_written_no_more_until_it_was_closed(
    annotations: Annotations, episode: str, path: Path
) -> None:
    annotations.add(a_note(episode))
    annotations.close()
    whole = path.read_bytes()
    content = bytearray(whole)
    content[4096:] = b"\xff" * (len(content) - 4096)
    path.write_bytes(content)
    with pytest.raises(StoreError, match="is damaged"):
        annotations.of_episode(episode)
    with pytest.raises(StoreError, match="left as it is"):
        annotations.add(a_note(episode))
    annotations.close()
    path.write_bytes(whole)
    assert len(annotations.add(a_note(episode)).annotations) == 1
