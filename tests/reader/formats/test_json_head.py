"""What is asked of most texts loads nothing but what recognises them."""

from __future__ import annotations

import subprocess
import sys

import pytest

from reader.formats import json_head

READING = """
import sys
from reader import formats
text = sys.argv[1].encode()
print(len(formats.read(text, "talk.txt").cues))
print(*sys.modules)
"""
_HEAVY = {f"reader.formats.{name}" for name in ("json_transcript", "textgrid", "chat", "scc")}


@pytest.mark.parametrize(
    "text",
    [
        "[00:00:01.000 --> 00:00:02.000]   Ahoy there.\n",
        "1\n00:00:01,000 --> 00:00:02,000\nAhoy there.\n",
    ],
)
def test_a_text_loads_no_reader_of_other_formats(text: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", READING, text], capture_output=True, text=True, check=True
    )
    count, *loaded = done.stdout.split()
    assert count == "1"
    assert set(loaded) & _HEAVY == set()


@pytest.mark.parametrize(
    ("text", "is_json"),
    [
        ('{"segments": []}', True),
        ('[{"start": 1.0, "end": 2.5, "text": "Ahoy there."}]', True),
        ("[00:00:01.000 --> 00:00:02.000]   Ahoy there.", False),
        ('{"name": "Ann", "age": 7}', False),
    ],
)
def test_json_is_known_by_its_keys_or_rows(text: str, is_json: bool) -> None:
    assert json_head.is_like(text.splitlines()) is is_json
