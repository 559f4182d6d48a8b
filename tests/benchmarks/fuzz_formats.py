"""Reads damaged transcripts, to find what crashes, hangs or loses text without a word.

    python -m tests.benchmarks.fuzz_formats [COUNT] [--seed N]      COUNT is 200,000 unless given

The files of tests/data/transcripts (and of ../shared, where it is) are cut, mixed and spoilt. For
each input the transcript is read; it may be refused in words, but nothing else may be raised, no
input may take longer than two seconds, and each word of the text must be shown or listed.
"""

from __future__ import annotations

import argparse
import faulthandler
import io
import json
import random
import re
import sys
import time
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import NamedTuple

from reader import formats
from reader.errors import TranscriptError
from reader.formats.decoding import decode
from reader.formats.markup import unescaped
from reader.transcript.model import Transcript
from tests.reader.formats.packed_files import (
    book,
    ebu_subtitles,
    par,
    paragraphs,
    word_document,
    zipped,
)

ROOT = Path(__file__).parents[2]
_FOLDERS = (ROOT / "tests/data/transcripts", ROOT.parent / "shared/data/formats")
_NO_SEEDS = frozenset((".wav", ".mp3", ".opus", ".tsv.md", ".py"))
_LARGEST = 6_000  # bytes of a file to start from
_LONGEST_INPUT = 100_000  # bytes: what takes a square of that is found
_MOST_COMPARED = 4 * _LARGEST  # bytes whose words are looked for: the search itself is slow
_LONGEST = 2.0  # seconds of CPU for one input
_HANG = 600.0  # seconds on the clock, where other work leaves it no CPU

_TOKENS = (
    *(
        "-->",
        "->",
        "\n\n",
        "\n",
        "\t",
        "[",
        "]",
        "{",
        "}",
        "<",
        ">",
        '"',
        "'",
        ",",
        ":",
        "\0",
        "\\",
    ),
    *(
        "00:00:01.000 --> 00:00:02.000",
        "0:00:01.0,0:00:02.0",
        "[00:01.00]",
        "<00:00:01.000>",
        "0:05",
    ),
    *(
        "WEBVTT",
        "NOTE",
        "STYLE",
        "[Events]",
        "[Script Info]",
        "Dialogue: ",
        "<v Ann>",
        "</p>",
        "<br/>",
    ),
    *("<!--", "]]>", "&amp;", "&#0;", "NaN", "null", "1e999", "-1", "99999999999999999999", "true"),
    *(
        '"start":',
        '"text":',
        '"segments":[',
        "\ufeff",
        "\u2028",
        "\x85",
        "♪",
        "- ",
        "Ann: ",
        "{\\p1}",
    ),
    *("\\par ", "\\'e9", "{\\*", "{0}{25}", "*MOT:\t", "\x15", "9420 ", "<Sync time='1'/>"),
    *("<time>1:00</time>", "<cite>", "<script>", "<tt>", "<p begin='1s'>", "\x1b[0m", "\r", "\x0b"),
)
_LINES_MATTER = frozenset(
    (
        *("WebVTT", "whisper.cpp", "SubRip", "SubViewer", "LRC", "ASS/SSA", "Text with times"),
        *(
            "Plain text",
            "Audacity labels",
            "TSV",
            "CSV",
            "CTM",
            "STM",
        ),
        *("Spruce STL", "CHAT", "RTTM"),
    )
)
_WORD = re.compile(r"[^\W\d_]{5,}")
_SYNTAX = frozenset(
    "webvtt style region align position start middle center vertical justify whisper format layer"
    " fonts graphics dialogue comment colour color speaker strong about lines right marked script"
    " events width viewportanchor regionanchor scroll begin intervals number object points tiers"
    " excluded ignore scoring segment riched unseen class exists textgrid intervaltier"
    " texttier".split()
)
_NO_WORDS = frozenset(("Earmark JSON", "Word document", "EPUB", "EBU STL", "SCC"))
"""Whose bytes are not the words they hold, or which write more than words."""
_SUBTITLES = [("10000300", "10000500", b"\x0dGulls\x8aand wind\xc2e")]
_SPRUCE_TAG = re.compile(r"\^[BIU]")
_MICRODVD_TAG = re.compile(r"\{[a-zA-Z]:[^{}]*\}")
_STM_TURN = re.compile(
    r"^(?P<recording>\S+)\s+\S+\s+(?P<voice>\S+)\s+[\d.]+\s+[\d.]+(?P<label>\s+<[^<>]*>)?+"
    r"(?P<text>(?:\s.*)?)$",
    re.M,
)
_RTF_MARKUP = re.compile(
    r"\{?\\(?:\*|fonttbl|colortbl|info|pict|object|stylesheet|header|footer|generator)"
    r"[^{}]*+(?:\{[^{}]*+\}[^{}]*+)*+\}?"
    r"|\\[a-zA-Z]{1,32}(?:-?\d{1,10})?|\\."
)
_MARK = re.compile(r"\s*(?:Style|Format|Comment):|\s*\[[A-Za-z0-9+ ]+\]")
_SETTING = re.compile(r"\b(?:[XY][12]|align|position|line|size|vertical|region):\S+", re.I)
_COLOUR = re.compile(r"\x1b\[[\d;]*[A-Za-z]")  # of a terminal
_NO_LETTERS = re.compile(rf"{_COLOUR.pattern}|[\W\d_]+")
_LANGUAGE = re.compile(r"\s*[A-Za-z]{2,8}(?:-[A-Za-z\d]{1,8})*\s*")  # as a mark names it
_BREAK = re.compile(r"\\[nNh]")
_TAG = re.compile(
    r"</?(?:[abipqsuvc]|br|em|strong|font|span|div|lang|ruby|rt|tt|bold)?\b(?:\.[^\s<>/]*+)?+"
    r"(?P<more>(?:\s[^<>]*+)?+)/?>|\{[^{}\\]*(?P<braces>\\[^{}]*)\}",
    re.I,
)
_REPEATED_TIME = re.compile(r"^(?:\d{1,3} (?:hour|minute|second)s?,? ?)+$", re.M)
_ATTACHED = re.compile(r"\[(?:Graphics|Fonts)\].*?(?=\n\[|\Z)", re.DOTALL)
_JSON_TEXT = re.compile(r'"(?:text|body|content|transcript)"\s*:\s*"((?:[^"\\]|\\.)*)"')
_ATTRIBUTE = re.compile(r"(?<![\w:-])[\w:-]++\s*+=\s*+(?:\"[^\"<]*\"|'[^'<]*')")
_UNQUOTED = re.compile(r"(?<![\w:-])[\w:-]++\s*+=\s*+[^\s\"'<>=]++")
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_MARKUP = re.compile(
    r"<!--.*?(?:-->|\Z)|<(script|style|svg)\b.*?(?:</\1[^<>]*>?|\Z)|<[^<>]*>", re.DOTALL | re.I
)


class Seed(NamedTuple):
    """A file to start from."""

    name: str
    data: bytes
    pack: Callable[[bytes], bytes] = bytes
    """Makes the file of what was spoilt, where that is a part of an archive."""


class Fault(NamedTuple):
    """What went wrong with an input."""

    what: str
    name: str
    data: bytes


def main() -> int:
    """Run as many inputs as asked for; 1 where any went wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", nargs="?", type=int, default=200_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    chance = random.Random(options.seed)
    seeds = list(_seeds())
    tally: Counter[str] = Counter()
    slowest = 0.0
    begun = time.monotonic()
    for number in range(options.count):
        name, data, _ = _input(chance, seeds)
        faulthandler.dump_traceback_later(_HANG, exit=True)
        start = time.thread_time()
        fault = _fault(name, data, tally)
        took = time.thread_time() - start
        slowest = max(slowest, took)
        if took > _LONGEST:
            fault = fault or Fault(f"took {took:.1f} s", name, data)
        if fault:
            tally["FAULTS"] += 1
            _report(number, fault)
        if tally["FAULTS"] >= 20:
            break
    faulthandler.cancel_dump_traceback_later()
    minutes = (time.monotonic() - begun) / 60
    print(
        f"{number + 1:,} inputs from {len(seeds)} files in {minutes:.1f} min,"
        f" slowest {slowest:.2f} s"
    )
    print(", ".join(f"{what} {count:,}" for what, count in tally.most_common()))
    return 1 if tally["FAULTS"] else 0


def _seeds() -> Iterator[Seed]:
    for folder in _FOLDERS:
        for path in sorted(folder.rglob("*")):
            if path.is_file() and path.suffix not in _NO_SEEDS and path.name != "expected.json":
                data = path.read_bytes()
                yield Seed(
                    path.name,
                    data[: data.rfind(b"\n", 0, _LARGEST) + 1 or _LARGEST]
                    if len(data) > _LARGEST
                    else data,
                )
    yield from _packed_seeds()


def _packed_seeds() -> Iterator[Seed]:
    """What is not a text, spoilt as it stands and, of archives, in each part."""
    wholes = {
        "talk.docx": word_document(paragraphs("Mara 0:03", "Salt | wind.", "Piet 0:19", "Gulls!")),
        "talk.epub": book(
            {"one": "<p id='a'>Salt.</p>", "two": "<p id='a'>Gulls</p>"},
            {"one": par("one", "a", "a.mp3", "0s", "1s")},
            "<li><a href='text/one.xhtml'>Salt</a></li>",
        ),
    }
    yield Seed("ebu.stl", ebu_subtitles([("10000012", "10000300", b"Salt"), *_SUBTITLES]))
    for name, whole in wholes.items():
        archive = zipfile.ZipFile(io.BytesIO(whole))
        parts = {part: archive.read(part) for part in archive.namelist()}
        yield Seed(name, whole)
        for part, content in parts.items():
            yield Seed(name, content, partial(_repacked, parts, part))


def _repacked(parts: Mapping[str, bytes], part: str, content: bytes) -> bytes:
    return zipped({**parts, part: content})


def _input(chance: random.Random, seeds: list[Seed]) -> Seed:
    seed = chance.choice(seeds)
    data = seed.data
    for _ in range(chance.choice((1, 1, 2, 3, 8))):
        data = chance.choice(_MUTATIONS)(chance, data, chance.choice(seeds).data)
    name = seed.name if chance.random() < 0.7 else chance.choice(seeds).name
    return Seed(name, seed.pack(data[:_LONGEST_INPUT]))


def _fault(name: str, data: bytes, tally: Counter[str]) -> Fault | None:
    try:
        transcript = formats.read(data, name)
    except TranscriptError as error:
        tally["refused"] += 1
        return None if name in error.message else Fault("refused without the name", name, data)
    except Exception as error:
        return Fault(f"{type(error).__name__}: {error}", name, data)
    tally[transcript.format] += 1
    if fault := _unsound(transcript):
        return Fault(fault, name, data)
    lost = _lost(transcript, data) if len(data) <= _MOST_COMPARED else set()
    return Fault(f"lost in silence: {' '.join(sorted(lost)[:5])}", name, data) if lost else None


def _unsound(transcript: Transcript) -> str:
    for index, cue in enumerate(transcript.cues):
        end = max(cue.start or 0, cue.end or 0)
        times = [time for word in cue.words for time in (word.start, word.end)]
        if cue.index != index or not cue.text.strip() or (cue.start or 0) < 0:
            return f"cue {index} is unsound"
        if times != sorted(times) or any(not (cue.start or 0) <= time <= end for time in times):
            return f"the words of cue {index} are out of order or of its time"
        if any(not 0 <= change.mark <= change.offset <= len(cue.text) for change in cue.voices):
            return f"the voices of cue {index} are out of its text"
    return "" if all(each.line > 0 and each.reason for each in transcript.problems) else "no line"


def _lost(transcript: Transcript, data: bytes) -> set[str]:
    shown = [
        part
        for cue in transcript.cues
        for part in (cue.text, cue.id, *(change.voice for change in cue.voices))
    ]
    listed = [problem.text for problem in transcript.problems]
    reported = [*transcript.metadata.values(), *transcript.metadata]
    everything = "\n".join([*shown, *listed, *reported]).lower()
    letters = _letters(everything)  # a word that tags or colours went through
    words = _words_of(transcript.format, decode(data).text.lstrip())
    return {word for word in words if word not in everything and word not in letters}


def _letters(text: str) -> str:
    unmarked = _TAG.sub(_said_in, unescaped(text))
    return f"{_NO_LETTERS.sub('', text)} {_NO_LETTERS.sub('', unmarked)}"


def _words_of(format_name: str, text: str) -> set[str]:
    """The words of an input that must not be lost; what only marks up is not among them."""
    text = _COLOUR.sub("", text)
    if format_name == "Spruce STL":
        text = _SPRUCE_TAG.sub("", text)
    if format_name == "STM":
        text = _STM_TURN.sub(_turn_shown, text)
    if format_name in _LINES_MATTER:
        lines = [line for line in _ATTACHED.sub("", text).split("\n") if not _MARK.match(line)]
        text = "\n".join(lines).removeprefix("WEBVTT")
        text = _REPEATED_TIME.sub("", _SETTING.sub("", _BREAK.sub(" ", text)))
        text = unescaped(_TAG.sub(_said_in, text))
    elif format_name in ("JSON", "oTranscribe"):
        try:
            texts = [
                json.loads(f'"{found}"', strict=False)
                for found in _JSON_TEXT.findall(text.partition("[")[2])
            ]
        except ValueError:
            return set()
        text = _MARKUP.sub(" ", "\n".join(texts))
    elif format_name == "MicroDVD":
        text = _MICRODVD_TAG.sub(" ", text)
    elif format_name in _NO_WORDS:
        return set()
    elif format_name == "Rich Text":
        text = _RTF_MARKUP.sub(" ", text)
    else:
        text = unescaped(_MARKUP.sub(" ", _ATTRIBUTE.sub("", _COMMENT.sub(" ", text))))
        text = text.partition("<")[0] if format_name != "HTML" else text
    return {word.lower() for word in _WORD.findall(text)} - _SYNTAX


def _turn_shown(turn: re.Match[str]) -> str:
    """What a line of STM is shown with: never its channel, and who is silent is not named."""
    said = turn["text"].strip()
    is_silent = said.lower() in ("", "ignore_time_segment_in_scoring")
    names = (turn["recording"], *(() if is_silent else (turn["voice"], turn["label"] or "")))
    return " ".join((*names, said))


def _said_in(tag: re.Match[str]) -> str:
    """What stands in a tag to be read: a voice's name, or words that are no attributes."""
    if tag[0].lower().startswith("<lang") and _LANGUAGE.fullmatch(tag["more"] or ""):
        return ""
    more = _UNQUOTED.sub(" ", _ATTRIBUTE.sub(" ", tag["more"] or ""))
    return f" {more} " if more else ""


def _report(number: int, fault: Fault) -> None:
    kept = Path(f"fuzz-{number}-{fault.name}")
    print(f"input {number} ({fault.name}): {fault.what}", file=sys.stderr)
    print(f"  {fault.data[:300]!r}", file=sys.stderr)
    if len(fault.data) > 300:
        kept.write_bytes(fault.data)
        print(f"  kept as {kept}", file=sys.stderr)


# --- ways to spoil a file ----------------------------------------------------------------------


def _without_lines(chance: random.Random, data: bytes, _: bytes) -> bytes:
    lines = data.split(b"\n")
    start = chance.randrange(len(lines))
    del lines[start : start + chance.choice((1, 1, 2, 5))]
    return b"\n".join(lines)


def _lines_twice(chance: random.Random, data: bytes, _: bytes) -> bytes:
    lines = data.split(b"\n")
    start = chance.randrange(len(lines))
    lines[start:start] = lines[start : start + chance.choice((1, 1, 3))] * chance.choice((1, 1, 4))
    return b"\n".join(lines)


def _lines_swapped(chance: random.Random, data: bytes, _: bytes) -> bytes:
    lines = data.split(b"\n")
    a, b = chance.randrange(len(lines)), chance.randrange(len(lines))
    lines[a], lines[b] = lines[b], lines[a]
    return b"\n".join(lines)


def _cut_off(chance: random.Random, data: bytes, _: bytes) -> bytes:
    return data[: chance.randrange(len(data) + 1)]


def _bytes_gone(chance: random.Random, data: bytes, _: bytes) -> bytes:
    start = chance.randrange(len(data) + 1)
    return data[:start] + data[start + chance.choice((1, 1, 2, 5, 40)) :]


def _byte_changed(chance: random.Random, data: bytes, _: bytes) -> bytes:
    start = chance.randrange(len(data) + 1)
    return data[:start] + bytes([chance.randrange(256)]) + data[start + 1 :]


def _token_added(chance: random.Random, data: bytes, _: bytes) -> bytes:
    start = chance.randrange(len(data) + 1)
    token = chance.choice(_TOKENS).encode() * chance.choice((1, 1, 1, 2, 30))
    return data[:start] + token + data[start:]


def _digit_changed(chance: random.Random, data: bytes, _: bytes) -> bytes:
    places = [found.start() for found in re.finditer(rb"\d", data)]
    if not places:
        return data
    place = chance.choice(places)
    return (
        data[:place] + chance.choice((b"9", b"x", b"-", b"", b"0", b".", b"77")) + data[place + 1 :]
    )


def _mixed(chance: random.Random, data: bytes, other: bytes) -> bytes:
    start = chance.randrange(len(data) + 1)
    first = chance.randrange(len(other) + 1)
    return data[:start] + other[first : first + chance.choice((10, 100, 1000))] + data[start:]


def _repeated(chance: random.Random, data: bytes, _: bytes) -> bytes:
    """A few bytes some thousand times: it takes patterns and loops that are not linear."""
    start = chance.randrange(len(data) + 1)
    piece = data[start : start + chance.choice((1, 2, 3, 5, 8, 13, 40))]
    return data[:start] + piece * chance.choice((10, 100, 3_000, 20_000)) + data[start:]


def _line_breaks(chance: random.Random, data: bytes, _: bytes) -> bytes:
    return data.replace(b"\n", chance.choice((b"\r\n", b"\r", b"\n\n", b" ")))


def _encoded(chance: random.Random, data: bytes, _: bytes) -> bytes:
    text = data.decode("utf-8", "replace")
    return text.encode(chance.choice(("utf-16", "utf-16-le", "cp1252", "utf-8-sig")), "replace")


_MUTATIONS: tuple[Callable[[random.Random, bytes, bytes], bytes], ...] = (
    *(_without_lines, _lines_twice, _lines_swapped, _cut_off, _bytes_gone, _byte_changed),
    *(_token_added, _token_added, _digit_changed, _digit_changed, _mixed, _line_breaks, _encoded),
    _repeated,
)


if __name__ == "__main__":
    sys.exit(main())
