"""Gives files that mean harm to every reader: each must end soon, in bounded memory, with words.

    python -m tests.benchmarks.hostile [FORMAT...] [--megabytes 20] [--share N/M] [--minutes 40]

Each is one piece, or one and then another, said over and over, after the beginning that the format
asks for: in one line, in lines as long or as many as are read at all, and in lines of 1,000
characters. `earmark info` reads it in a process of its own; "guess" lets it choose the reader.
Printed is what takes longer than 5 s, more than 500 MB (of smaller files, less), or ends with a
traceback; then the worst.
The cases come in an order that is always the same, but shuffled, so that a part of them (the Nth
of M shares, or as many as some minutes allow) meets every format; the first of each format is of
100 MB. As many run at once as there are processors.
"odd" are pipes, devices, a recording that is mostly a hole, and templates without end.
"""

from __future__ import annotations

import argparse
import math
import os
import random
import resource
import subprocess
import sys
import tempfile
import threading
import time
import zipfile
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from reader.formats import FORMATS
from reader.formats.source import LONGEST_LINE, MOST_LINES
from reader.store.annotations import Annotations
from tests.reader.formats.packed_files import ebu_subtitles
from tests.reader.store.notes import a_note, episode_at

_WHOLE = 100  # MB, of which a file may take
_LONGEST = 5.0  # seconds of CPU: other work on the machine does not count
_LARGEST = 500.0  # MB
_START = 0.6, 60.0  # seconds and MB that any file may take
_TURNS = 20_000_000
_TURN = 3e-8  # seconds of a turn of a loop, on the quiet machine of 2026
_KILL = 60  # seconds of CPU
_HANG = 1_800.0  # seconds on the clock, where other work leaves it no CPU
_PART = 1_000_000  # bytes that are written at once
_WIDTHS = (0, 1_000, LONGEST_LINE - 1_000)  # characters in a line; 0: all in one

_BEGINNINGS = {
    "webvtt": "WEBVTT\n\n00:00.000 --> 00:01.000\n",
    "earmark": '{"format":"earmark","cues":[',
    "otranscribe": '{"text":"',
    "json": '{"segments":[',
    "ttml": '<?xml version="1.0"?><tt xmlns="http://www.w3.org/ns/ttml"><body><div><p begin="1s">',
    "xml": '<?xml version="1.0"?><transcript><text start="0" dur="1">',
    "html": "<html><body><cite>Mara:</cite><time>0:01</time><p>",
    "ass": "[Script Info]\n\n[Events]\nFormat: Layer, Start, End, Style, Text\n"
    "Dialogue: 0,0:00:00.00,0:00:01.00,,",
    "sbv": "0:00:00.000,0:00:01.000\n",
    "whisper.cpp": "[00:00:00.000 --> 00:00:01.000]   a\n[00:00:01.000 --> 00:00:02.000]   ",
    "subrip": "1\n00:00:00,000 --> 00:00:01,000\n",
    "lrc": "[00:00.00]",
    "tsv": "start\tend\ttext\n0\t1000\t",
    "csv": "start,end,text\n0,1000,",
    "audacity": "0.0\t1.0\ta\n1.0\t2.0\t",
    "text": "Mara 0:01\nHello.\n\nJon 0:05\n",
    "plain": "Hello. ",
    "elan": "<ANNOTATION_DOCUMENT><TIME_ORDER>",
    "exmaralda": "<basic-transcription><basic-body>",
    "transcriber": "<Trans><Episode><Section><Turn speaker='a' startTime='1' endTime='2'>",
    "fcpxml": "<fcpxml><spine>",
    "audacity-project": "<project xmlns='audacity'><labeltrack>",
    "hyperaudio": "<html><body><p><span data-m='1' data-d='2'>a</span>",
    "textgrid": 'File type = "ooTextFile"\n"TextGrid"\n0 1 <exists> 1 "IntervalTier"\n',
    "chat": "@UTF8\n@Begin\n*MOT:\ta \x151_2\x15\n",
    "scc": "Scenarist_SCC V1.0\n\n00:00:00:00\t9420 ",
    "rtf": "{\\rtf1 ",
    "microdvd": "{1}{2}",
    "stl": "00:00:00:01,00:00:00:02,",
    "rttm": "SPEAKER a 1 0.5 1.5 <NA> <NA> b <NA> <NA>\n",
    "stm": "a 1 b 0.5 1.5 <o> c\n",
    "ctm": "a 1 0.5 1.5 b\n",
    "guess": "",
}
_PIECES = (
    *"[{<&>(-0a:,;'\"\\|é漢♪ \t\n\r\0",
    *("- ", "...", "--", "{}", "[]", "\r\n", "\ufeff", "a ", "a\n", "1\n", "\n \n", "\t\t"),
    *("00:00:00,000 --> ", "00:00:00.000 --> 00:00:01.000\n", "[00:00:00.000 --> 00:00:01.000] "),
    *("1\n00:00:00,000 --> 00:00:01,000\na\n\n", "00:00.000 --> 00:01.000\na\n\n"),
    *("[00:00:00.000 --> 00:00:01.000]   a\n", "0:00:00.0,0:00:01.0\na\n\n", "[00:01.00]"),
    *("[00:01.00]a\n", "<00:01.00>a", "<00:00:01.000>", "0:01\n", "(0:01) ", "Mara 0:01\na\n\n"),
    *(
        "<v ",
        "<v A>",
        "<v A>a</v>",
        "<c>",
        "</c>",
        "<!--",
        "-->",
        "<![CDATA[",
        "]]>",
        "<?",
        "<a b='",
    ),
    *(
        "<span>",
        "<span a='b'>a</span>",
        "<p begin='0s' end='1s'>a</p>",
        "<br/>",
        "<cite>",
        "<time>",
    ),
    *("a:a:", "<p>", "<p><cite>a</cite>", "<!---->", "(a) ", "a  ", "- B c\n", "&#1", "&#x0"),
    *("&amp;", "&#65;", "&a;", "&#", "<!ENTITY a 'b'>", "Name:", "Name: ", "Name: a\n", "Name:\n"),
    *(
        '{"a":',
        '{"a":1,',
        '[{"start":0,"end":1,"text":"a"},',
        '{"words":[',
        "1e9,",
        "\\u0041",
        "\\",
    ),
    *("Dialogue: 0,0:00:00.00,0:00:01.00,,a\n", "{\\k10}", "{\\p1}", "{\\an8}a", "\\N"),
    *("<TIER>", "<ANNOTATION>", "<event start='a'>a", "<Sync time='1'/>a", "<caption offset='1s'>"),
    *("<span data-m='1'>", "<label t='1' title='a'/>", '1 2 "a" ', '"IntervalTier" "a" 0 1 1 '),
    *("*A:\ta \x151_2\x15\n", "%mor:\ta\n", "(a)", "\x15", "9420 ", "e5e5 ", "\\par ", "\\'e9"),
    *("{\\f1\\fcharset204 a;}", "{\\*", "}", "a 1 0.5 1.5 b\n", "00:00:00:01,00:00:00:02,a\n"),
    *(
        "0\t1000\ta\n",
        "0,1000,a\n",
        '0,1000,"a\n',
        "0.0\t1.0\ta\n",
        "1\t",
        "1,",
        "NOTE a\n\n",
        "STYLE\n",
    ),
)


_PAIRS = (
    ("<v A>", " "),
    ("<v A>", "a: "),
    ("[00:01.00]", "a: "),
    ("Ann: a\n", "- B c\n"),
    ("a:a:", " -"),
    ("<p> ", "<cite>a</cite>"),
    ("<!---->", "x"),
    ("a  ", "a: "),
    (".", '"'),
    (" ", "x"),
)
"""The first again and again, then the second as often."""


class _Case(NamedTuple):
    format: str
    piece: str
    width: int
    then: str = ""

    @property
    def said(self) -> str:
        """What is said over and over."""
        return self.piece + self.then

    def write(self, path: Path, size: int) -> None:
        """So many bytes, but no more lines than are read.

        In parts: the memory of a process counts from that of the one that began it.
        """
        with path.open("wb") as file:
            file.write(_BEGINNINGS[self.format].encode())
            for piece in filter(None, (self.piece, self.then)):
                for part in self._parts(piece.encode(), size // 2 if self.then else size):
                    file.write(part)

    def _parts(self, piece: bytes, size: int) -> Iterator[bytes]:
        if self.width:
            piece = piece * (self.width // len(piece)) + b"\n"
        lines = piece.count(b"\n")
        count = min(size // len(piece), (MOST_LINES - 1_000) // lines if lines else size)
        at_once = 1 + _PART // len(piece)
        yield from (piece * at_once for _ in range(count // at_once))
        yield piece * (count % at_once)


class _Result(NamedTuple):
    case: _Case
    size: float  # MB
    seconds: float
    megabytes: float
    words: str
    slowness: float = 1.0  # of the processor, which other work slows down

    @property
    def is_fault(self) -> bool:
        """Whether it took too long or too much, or was not reported in words."""
        is_large = self.megabytes > _START[1] + (_LARGEST - _START[1]) * self._share
        is_reported = self.words.strip() and not any(each in self.words for each in _BUGS)
        return self.is_long or is_large or not is_reported

    @property
    def is_long(self) -> bool:
        """Whether it took more CPU than a file of its size may."""
        most = _START[0] + (_LONGEST - _START[0]) * self._share
        return self.seconds > most * self.slowness

    @property
    def _share(self) -> float:
        is_cut = "\n" in self.case.said  # at so many lines: no file has more of them
        return 1.0 if is_cut else min(1.0, self.size / _WHOLE)

    def __str__(self) -> str:
        words = self.words.strip().splitlines() or [""]
        case = f"{self.case.format:12} {self.case.said!r:38.38} {self.case.width:9,}"
        cost = f"{self.seconds:6.2f} s {self.megabytes:6.0f} MB"
        slow = f" (a processor slowed down {self.slowness:.1f} x)" if self.slowness > 1 else ""
        return f"{case} {self.size:4.0f} MB: {cost}{slow}  {words[-1][:90]}"


def main() -> int:
    """Try all; the exit code is 1 where one failed."""
    options = _parser().parse_args()
    results = []
    odd_faults = 0
    if not options.formats or "odd" in options.formats:
        odd_faults = sum(map(_is_odd_fault, _ODD))
    cases = _shared(_cases([each for each in options.formats if each != "odd"] or _all(options)))
    number, count = options.share
    chosen = list(_sized(cases[number - 1 :: count], options.megabytes))
    until = time.monotonic() + 60 * options.minutes
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for result in pool.map(lambda each: _tried(each[0], each[1], until), chosen):
            if result is not None:
                results.append(result)
                if result.is_fault or options.all:
                    print(result, flush=True)
    if not results:
        return 1 if odd_faults else 0
    faults = odd_faults + sum(result.is_fault for result in results)
    print(f"{len(results):,} of {len(cases):,} files, {faults} faults; the worst:")
    print(max(results, key=lambda result: result.seconds))
    print(max(results, key=lambda result: result.megabytes))
    return 1 if faults else 0


def _shared(cases: Iterable[_Case]) -> list[_Case]:
    every = list(cases)
    random.Random(len(every)).shuffle(every)
    return every


def _sized(cases: Iterable[_Case], megabytes: int) -> Iterator[tuple[_Case, int]]:
    """Each with its size in bytes."""
    met = set[str]()
    for case in cases:
        is_first = case.format not in met
        met.add(case.format)
        yield case, 1_000_000 * (_WHOLE if is_first else megabytes)


def _share(text: str) -> tuple[int, int]:
    number, _, count = text.partition("/")
    if not 1 <= int(number) <= int(count):
        raise ValueError(text)
    return int(number), int(count)


def _all(options: argparse.Namespace) -> list[str]:
    return [] if options.formats else list(_BEGINNINGS)


class _Odd(NamedTuple):
    """What is not a recording, transcript or template; `command` is given its path."""

    name: str
    make: Callable[[Path], object]
    command: tuple[str, ...] = ("info", "{}")


def _hole(path: Path) -> None:
    path.write_bytes(_SOUND.read_bytes())
    os.truncate(path, 20_000_000_000)


def _holds(text: str) -> Callable[[Path], object]:
    return lambda path: path.write_text(text)


_SOUND = Path(__file__).parents[1] / "data" / "audio" / "no-xing.mp3"


def _bomb(path: Path) -> None:
    """Two gigabytes that pack to two megabytes."""
    inside = {"docx": "word/document.xml", "epub": "META-INF/container.xml"}[path.suffix[1:]]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        if path.suffix == ".epub":
            archive.writestr("mimetype", "application/epub+zip", zipfile.ZIP_STORED)
        with archive.open(inside, "w", force_zip64=True) as part:
            for _ in range(2_000):
                part.write(b"<a>" + b" " * 1_000_000)


def _many_parts(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", "<w:document/>")
        for number in range(60_000):
            archive.writestr(str(number), "")


def _many_blocks(path: Path) -> None:
    """Of subtitles, 128 bytes each, that never end a text."""
    whole = ebu_subtitles([("10000012", "10000300", b"Salt")])
    header, block = whole[:1024], bytearray(whole[1024:1152])
    block[3] = 0  # more of the same text follows
    with path.open("wb") as file:
        file.write(header)
        for _ in range(780):
            file.write(block * 1_000)


_CLIP = ("clip", "{}", "--from", "1:00:00", "--to", "1:00:05", "--output", "{}.m4a")
_NOTES = ("notes", "--format", "template:{}")
_ODD = (
    _Odd("pipe.vtt", os.mkfifo),
    _Odd("pipe.mp3", os.mkfifo, _CLIP),
    _Odd("pipe.json", os.mkfifo, ("import", "{}")),
    _Odd("pipe.md", os.mkfifo, _NOTES),
    _Odd("zero.vtt", lambda path: path.symlink_to("/dev/zero")),
    _Odd("zero.mp3", lambda path: path.symlink_to("/dev/zero"), _CLIP),
    _Odd("hole.mp3", _hole, _CLIP),
    _Odd("hole.vtt", _hole),
    _Odd("bomb.docx", _bomb),
    _Odd("bomb.epub", _bomb),
    _Odd("parts.docx", _many_parts),
    _Odd("blocks.stl", _many_blocks),
    _Odd("hole.json", _hole, ("import", "{}")),
    _Odd(
        "endless.md",
        _holds("{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}"),
        _NOTES,
    ),
    _Odd("power.md", _holds("{{ (9**9)**(9**9) }}"), _NOTES),
    _Odd("large.md", _holds("{{ 'a' * 10**11 }}"), _NOTES),
    _Odd("itself.md", _holds("{% include 'itself.md' %}"), _NOTES),
)
_BUGS = ("Traceback", "a fault of Earmark itself")
_ODD_LONGEST = 10.0  # seconds on the clock, of which a template has 5
_ODD_LARGEST = 300.0  # MB


def _keep_a_note(path: Path) -> None:
    annotations = Annotations(path)
    annotations.add(a_note(episode_at(path)))
    annotations.close()


def _is_odd_fault(odd: _Odd) -> bool:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / odd.name
        odd.make(path)
        _keep_a_note(Path(folder) / "earmark" / "earmark.db")
        command = [each.replace("{}", str(path)) for each in odd.command]
        start = time.monotonic()
        _, megabytes, words = _run([sys.executable, "-m", "ui", *command], XDG_DATA_HOME=folder)
        seconds = time.monotonic() - start
    last = (words.strip().splitlines() or [""])[-1]
    print(f"{odd.name:12} {seconds:6.2f} s {megabytes:6.0f} MB  {last[:100]}", flush=True)
    is_large = megabytes > _ODD_LARGEST
    is_bug = any(each in words for each in _BUGS)
    return seconds > _ODD_LONGEST or is_large or is_bug or odd.name not in last


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("formats", nargs="*", choices=[*_BEGINNINGS, "odd", []], metavar="FORMAT")
    parser.add_argument("--megabytes", type=int, default=20)
    parser.add_argument("--share", type=_share, default=(1, 1), metavar="N/M")
    parser.add_argument("--minutes", type=float, default=math.inf)
    parser.add_argument("--all", action="store_true", help="print each")
    return parser


def _cases(names: list[str]) -> Iterator[_Case]:
    assert set(_BEGINNINGS) == {"guess", *(row.name for row in FORMATS if not row.is_binary)}
    alone = (
        _Case(name, piece, width)
        for name in names
        for width in _WIDTHS
        for piece in _PIECES
        if not (width and "\n" in piece)
    )
    pairs = (_Case(name, piece, 0, then) for name in names for piece, then in _PAIRS)
    return chain(alone, pairs)


def _tried(case: _Case, size: int, until: float = math.inf) -> _Result | None:
    """None where it is too late for it."""
    if time.monotonic() > until:
        return None
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "hostile.txt"
        case.write(path, size)
        choice = () if case.format == "guess" else ("--format", case.format)
        command = [sys.executable, "-m", "ui", "info", *choice, str(path)]
        result = _Result(case, path.stat().st_size / 1e6, *_run(command))
        return result._replace(slowness=_slowness()) if result.is_long else result


def _slowness() -> float:
    """How much longer a simple loop takes now than on a quiet machine; 1 at least."""
    start = time.thread_time()
    for _ in range(_TURNS):
        pass
    return max(1.0, (time.thread_time() - start) / (_TURNS * _TURN))


def _run(command: list[str], **given: str) -> tuple[float, float, str]:
    """Seconds of CPU, the largest memory in MB, and what was said; what hangs is ended."""
    with tempfile.TemporaryFile("w+") as out:
        process = subprocess.Popen(command, stdout=out, stderr=out, env={**os.environ, **given})
        resource.prlimit(process.pid, resource.RLIMIT_CPU, (_KILL, _KILL))
        end = threading.Timer(_HANG, process.kill)
        end.start()
        _pid, _status, usage = os.wait4(process.pid, 0)
        end.cancel()
        process.returncode = 0  # waited for already
        out.seek(0)
        return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, out.read(20_000)


if __name__ == "__main__":
    sys.exit(main())
