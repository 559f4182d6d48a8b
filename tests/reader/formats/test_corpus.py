"""The files of others beside the repository, compared by the corpus's own tool, in one process."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from reader import formats
from reader.errors import TranscriptError
from reader.transcript.model import Transcript

CORPUS = Path(__file__).parents[4] / "shared" / "data" / "formats"
LEVELS = ("must", "should")
ARGUED = frozenset(("subsrt/sample.srt", "subsrt/sample.sbv"))
"""Entries that we read otherwise, each with the clause of the specification that says so.

SubRip has no specification: in these `>> ALICE:` names a voice, as captions of broadcasts do.
`earmark cues` prints them as expected, and the voices beside the text.
"""

pytestmark = pytest.mark.skipif(
    not (CORPUS / "check.py").exists(), reason="the corpus is not beside the repository"
)


def entries() -> list[tuple[str, dict[str, Any]]]:
    if not (CORPUS / "expected.json").exists():
        return []
    files = json.loads((CORPUS / "expected.json").read_text(encoding="utf-8"))["files"]
    wanted = [
        (name, entry) for name, entry in files.items() if entry.get("level", "must") in LEVELS
    ]
    return sorted(row for row in wanted if row[0] not in ARGUED)


@pytest.fixture(scope="module")
def check() -> ModuleType:
    spec = importlib.util.spec_from_file_location("corpus_check", CORPUS / "check.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(("name", "entry"), entries(), ids=lambda value: str(value)[:60])
def test_reads_as_expected(name: str, entry: dict[str, Any], check: ModuleType) -> None:
    expect = entry.get("expect", "cues")
    try:
        transcript = formats.load(CORPUS / name)
    except TranscriptError as error:
        assert expect != "cues", error.message
        return
    got = check.prep(
        [_reported(transcript, i) for i in range(len(transcript.cues))], entry.get("strip_bidi")
    )
    if expect == "error":
        pytest.fail(f"opened with {len(got)} cues")
    if expect == "empty_or_error":
        assert not got
    if expect in ("cues", "cues_or_error"):
        lists = [entry.get("cues", []), *entry.get("accept", [])]
        faults = [
            check.compare(check.prep(each, entry.get("strip_bidi")), got, entry) for each in lists
        ]
        assert "" in faults, faults[0]
    shown = check.norm(_everything(transcript))
    assert [each for each in entry.get("mention", []) if check.norm(each) not in shown] == []


def _reported(transcript: Transcript, index: int) -> dict[str, Any]:
    cue = transcript.cues[index]
    return {
        "start": None if cue.start is None else cue.start / 1000,
        "end": None if cue.end is None else cue.end / 1000,
        "text": cue.text,
        "speaker": cue.voice or None,
    }


def _everything(transcript: Transcript) -> str:
    cues = (f"{cue.text} {cue.raw}" for cue in transcript.cues)
    problems = (problem.text for problem in transcript.problems)
    return " ".join([*cues, *problems, *transcript.metadata.values()])
