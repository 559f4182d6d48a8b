"""Small files that once took minutes are read within seconds of CPU, else their process ends."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from reader import formats

pytestmark = pytest.mark.skipif(
    not hasattr(signal, "setitimer"), reason="this system has no timer that ends a process"
)

ROOT = Path(__file__).parents[3]
SECONDS = 10.0  # of CPU; each took minutes, and takes less than one
READ = """
import signal, sys
from reader import formats
from reader.errors import TranscriptError
from reader.overlays.views import viewed
signal.setitimer(signal.ITIMER_VIRTUAL, float(sys.argv[1]))
try:
    viewed(formats.read(sys.stdin.buffer.read(), sys.argv[2]), ("rolls", "loops", "sentences"))
except TranscriptError as error:
    print(error)
"""


class Steep(NamedTuple):
    """A file by its name and content."""

    name: str
    text: str


VTT = "WEBVTT\n\n00:00.000 --> 00:01.000\n"
FILES = (
    Steep("layout.srt", f"1\n00:00:01,000 --> 00:00:02,000 {'a:' * 60} -\nhello\n"),
    Steep("blanks.csv", f"start,end,te{' ' * 60_000}xt\n0,1,a\n"),
    Steep("voices.vtt", f"{VTT}y{'<v A>' * 10_000}{' ' * 49_000}x\n"),
    Steep("dashes.vtt", VTT + "Ann: a\n- B c\n" * 8_000),
    Steep("blocks.html", "<html><body>" + "<p>" * 30_000),
    Steep("names.html", "<html><time>0:01</time>" + "<p><cite>a</cite>" * 12_000),
    Steep("times.lrc", "[00:01.00]" * 10_000 + "a: " * 30_000),
    Steep("marks.vtt", VTT + "- " * 9_000 + "\n"),
    Steep("fields.vtt", "WEBVTT\n" + "a: bcdefgh\n" * 200_000 + "\n" + VTT),
    Steep("names.vtt", VTT + "W:\n" * 30_000),
    Steep("columns.csv", "1 00:00:01,000" + " ,000" * 60_000),
    Steep("brackets.txt", "0:01 a\n" + "a)\n" * 20_000),
    Steep("quotes.json", "[{'" + "\\'" * 100_000 + "\\"),
    Steep("comments.json", "/* */ " * 30_000 + '{"text": 1'),
    Steep("breaks.ttml", f"<tt><body><p begin='1s'>{'a <br/>' * 100_000}</p></body></tt>"),
)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_is_read_at_once(file: Steep) -> None:
    command = [sys.executable, "-c", READ, str(SECONDS), file.name]
    done = subprocess.run(
        command, input=file.text.encode(), cwd=ROOT, capture_output=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize("name", ["page.html", "text.xml", "text.otr"])
def test_a_number_of_no_character_is_read(name: str) -> None:
    text = f"&#{'1' * 5_000}; &#x{'0' * 5_000}41; &#65; &amp; &#xfffffff"
    escaped = text.replace("&", "&amp;")
    stamp = '<span class="timestamp" data-timestamp="1">0:01</span>'
    reported = {
        "page.html": f"<html><time>0:01</time><p>{text}</p>",
        "text.xml": f"<transcript><text start='1' dur='1'>{escaped}</text></transcript>",
        "text.otr": json.dumps({"text": stamp + text}),
    }
    (cue,) = formats.read(reported[name].encode(), name).cues
    assert cue.text == "\ufffd A A & \ufffd"
