"""How well a text is found in a recording: `python -m tests.benchmarks.alignment [NAME...]`.

The episode of `../shared/data` is made speech whose every word has a true time. Copies of it are
cut, shifted, slowed down and mixed with other talk; human speech is judged by its lines. A NAME
chooses the rows that have it in theirs. The copies take a minute each to make: `--folder` keeps
them for the next time. The CPU time is that of listening in this process; decoding has a row of
its own. Needs ffmpeg.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
from array import array
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from math import sin, tau
from pathlib import Path
from statistics import median
from typing import NamedTuple

from reader import formats
from reader.exporting import save, writer_named
from reader.overlays.spoken_times import with_spoken_times
from reader.overlays.sync import synced
from reader.recording.samples import Samples, decoded
from reader.sync.check_state import NOTHING_HEARD, CheckState
from reader.sync.checked_text import CheckedText
from reader.sync.engine import BYTES_PER_MS, RATE, is_installed
from reader.sync.listening import listened, state_for
from reader.sync.onsets import from_onset
from reader.sync.pocketsphinx_engine import PocketSphinx
from reader.sync.report import SyncReport
from reader.sync.reporting import heard_times, report_of
from reader.transcript.model import Cue, Transcript
from tests.benchmarks.table import REAL_EPISODE, Row, Skipped

SHARED = REAL_EPISODE.parents[1] / "data"
SPEECH = SHARED / "speech"
SECOND = 1_000
NEAR = 250  # ms within which a line is right
_ALL, _QUICK = 82, 10
_IN_PAUSE = 300  # ms of quiet after a label that are not its inexactness
_MISPLACED = {26_723: 27_910}
"""A label of the talk that stands where two recordings were joined, in ms, and when the voice is
first seen in a spectrogram: until then there is nothing but noise."""


class Copy(NamedTuple):
    """How a recording differs. Times are ms of the transcript; a cut drops what is said."""

    name: str
    offset: int = 0
    drift: float = 0.0
    adverts: tuple[tuple[int, int], ...] = ()
    cut: tuple[int, int] = (0, 0)
    is_timed: bool = True
    are_words_wanted: bool = False
    wrong: float = 0.0
    missing: float = 0.0
    lines_aim: float = 99.5


class Truth(NamedTuple):
    """When each line and each of its words is said, in ms; None for what is not.

    `scraps` are lines of which less than half is said: they may as well have no time.
    """

    starts: dict[int, int | None]
    words: dict[int, list[int | None]]
    scraps: frozenset[int] = frozenset()


class Aims(NamedTuple):
    """ms that half of the words may be off at most, and how many of 100 must be how near."""

    median: int | None
    within: int
    share: float


class Outcome(NamedTuple):
    """What a check gave, and what it took of the CPU, in s."""

    report: SyncReport
    state: CheckState
    text: CheckedText
    cues: tuple[Cue, ...]
    seconds: float


def main() -> int:
    """Print the table; 1 if an aim was missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", default=[""], metavar="NAME", help="which rows")
    parser.add_argument("--minutes", type=int, default=_ALL, help="of the episode")
    parser.add_argument("--folder", type=Path, help="where copies are kept for the next time")
    options = parser.parse_args()
    if not SHARED.exists():
        print(Skipped("alignment", f"there is no {SHARED}"))
        return 0
    is_met = True
    for row in rows(options.minutes, options.names, options.folder):
        if isinstance(row, Skipped):
            print(f"{row.name:58}  skipped: {row.reason}", flush=True)
            continue
        aim = "" if row.aim is None else f"aim {row.aim:g}"
        print(f"{row.name:58} {row.value:8.2f} {row.unit:4} {aim}", flush=True)
        is_met = is_met and row.is_met
    return 0 if is_met else 1


def rows(
    minutes: int, names: Sequence[str] = ("",), keep: Path | None = None
) -> Iterator[Row | Skipped]:
    """All rows whose name is asked for. Aims are the most that a value may be."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = keep or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        makers: list[tuple[str, Callable[[], Iterator[Row | Skipped]]]] = [
            *((copy.name, _of_copy(copy, minutes, folder)) for copy in copies(minutes)),
            ("words, clean", _clean),
            *((name, _of_noise(name, *noise)) for name, noise in NOISES.items()),
            ("human", _human),
            ("refused", _refused),
            ("peer", _peers(copies(minutes)[4], minutes, folder)),
        ]
        for name, make in makers:
            if any(each in name for each in names):
                yield from make()


def quick_rows() -> Iterator[Row | Skipped]:
    """Those of `make bench`: ten minutes with everything at once, and a person."""
    if not SHARED.exists() or not is_installed():
        yield Skipped("alignment", "PocketSphinx or the data is missing")
        return
    yield from rows(_QUICK, ("all at once, with words", "human"))


def copies(minutes: int) -> tuple[Copy, ...]:
    """Those of the issue's table, their passages spread over so many minutes."""
    fourth = minutes * 60 * SECOND // 4
    adverts = ((fourth, 45_000), (2 * fourth, 15_000), (3 * fourth, 90_000))
    cut = (fourth * 3 // 2, fourth * 3 // 2 + 45_000)
    return (
        Copy("offset 7.3 s", 7_300),
        Copy("drift 1 %", drift=0.01),
        Copy("3 adverts", adverts=adverts),
        Copy("a cut of 45 s", cut=cut),
        Copy("all at once", 7_300, 0.01, adverts, cut),
        Copy("all at once, with words", 7_300, 0.01, adverts, cut, are_words_wanted=True),
        Copy(
            "without times",
            *(7_300, 0.01, adverts, cut),
            is_timed=False,
            are_words_wanted=True,
            lines_aim=99,
        ),
        Copy(
            "10 % of words wrong, 5 % missing",
            *(7_300, 0.01, adverts, cut),
            wrong=0.1,
            missing=0.05,
            lines_aim=98,
        ),
    )


# The episode and its copies


def episode(minutes: int) -> tuple[Transcript, Truth]:
    """Its lines up to there and when they are said."""
    text = next(REAL_EPISODE.glob("*.txt"))
    transcript = formats.load(text)
    truth = json.loads(next(REAL_EPISODE.glob("*.truth.json")).read_bytes())["cues"]
    end = minutes * 60 * SECOND
    cues = tuple(cue for cue in transcript.cues if cue.end is not None and cue.end <= end)
    said = {line["cue"]: line for line in truth if line["words"]}
    starts = {
        cue.index: round(said[cue.index]["audio_start"] * SECOND)
        for cue in cues
        if cue.index in said
    }
    words: dict[int, list[int | None]] = {
        line: [round(word[1] * SECOND) for word in said[line]["words"]] for line in starts
    }
    return Transcript(cues), Truth(dict(starts), words)


def episode_sound(minutes: int) -> bytes:
    """As samples."""
    with decoded(next(REAL_EPISODE.glob("*.opus")), RATE) as sound:
        return sound.between(0, minutes * 60 * SECOND)


def made(copy: Copy, minutes: int, folder: Path) -> tuple[Path, tuple[Cue, ...], Truth]:
    """The sound of a copy, the text that it is checked against, and the truth."""
    transcript, truth = episode(minutes)
    edits = _edits(copy, truth, minutes)
    path = folder / _sound_name(copy, minutes)
    if not path.exists():
        _write_sound(copy, edits, minutes, path)
    words = {line: [_when(at, edits, copy) for at in times] for line, times in truth.words.items()}
    starts = {
        line: next((at for at in (_when(start, edits, copy), *words[line]) if at is not None), None)
        for line, start in truth.starts.items()
    }
    scraps = frozenset(line for line, times in words.items() if times.count(None) > len(times) / 2)
    return path, _spoilt(transcript, copy), Truth(starts, words, scraps)


class _Edit(NamedTuple):
    """What is between `start` and `end` of the episode is heard `by` ms later, before any drift;
    `inserted` ms of other talk follow it."""

    start: int
    end: int
    inserted: int
    by: int


def _edits(copy: Copy, truth: Truth, minutes: int) -> list[_Edit]:
    """An advert is put in before a line; what is cut lies between two edits."""
    starts = [start for start in truth.starts.values() if start is not None]
    lines = [max(each for each in starts if each <= at) - 20 for at, _ in copy.adverts]
    seams = [(at, at, length) for at, (_, length) in zip(lines, copy.adverts, strict=True)]
    if copy.cut[1]:
        seams.append((*copy.cut, 0))
    edits, done, by = [], 0, copy.offset
    for start, end, inserted in sorted([*seams, (minutes * 60 * SECOND, 0, 0)]):
        edits.append(_Edit(done, start, inserted, by))
        done, by = end, by + inserted - (end - start)
    return edits


def _when(time: int | None, edits: Sequence[_Edit], copy: Copy) -> int | None:
    for edit in edits:
        if time is not None and edit.start <= time < edit.end:
            return round((time + edit.by) * (1 + copy.drift))
    return None


def _sound_name(copy: Copy, minutes: int) -> str:
    adverts = "".join(f"-{at}+{length}" for at, length in copy.adverts)
    return f"{minutes}-{copy.offset}-{copy.drift}{adverts}-{copy.cut[0]}-{copy.cut[1]}.raw"


def _write_sound(copy: Copy, edits: Sequence[_Edit], minutes: int, path: Path) -> None:
    sound, other = episode_sound(minutes), other_talk()
    new = path.with_suffix(".new")
    with new.open("wb") as file:
        file.write(other[: copy.offset * BYTES_PER_MS])
        for edit in edits:
            file.write(sound[edit.start * BYTES_PER_MS : edit.end * BYTES_PER_MS])
            file.write(other[: edit.inserted * BYTES_PER_MS])
    if copy.drift:
        slowed(new, 1 + copy.drift).replace(new)
    new.replace(path)


def _spoilt(transcript: Transcript, copy: Copy) -> tuple[Cue, ...]:
    chance = random.Random(1)
    vocabulary = [word for cue in transcript.cues for word in cue.text.split()]

    def spoilt(text: str) -> str:
        words = [word for word in text.split() if chance.random() >= copy.missing]
        return " ".join(
            chance.choice(vocabulary) if chance.random() < copy.wrong else word for word in words
        )

    cues = transcript.cues
    if copy.wrong or copy.missing:
        cues = tuple(cue._replace(text=spoilt(cue.text) or cue.text, voices=()) for cue in cues)
    if not copy.is_timed:
        cues = tuple(cue._replace(start=None, end=None) for cue in cues)
    return cues


def other_talk() -> bytes:
    """Human speech that is not in the episode, 100 s of it."""
    pieces = []
    for name in ("two-talkers.flac", "sonnet001.mp3"):
        with decoded(SPEECH / name, RATE) as sound:
            pieces.append(sound.between(0, sound.length))
    return b"".join(pieces)


def slowed(raw: Path, by: float) -> Path:
    """The same at another speed and the same pitch."""
    target = raw.with_name("slowed.raw")
    form = ("-f", "s16le", "-ar", str(RATE), "-ac", "1")
    command = ["ffmpeg", "-v", "error", "-y", *form, "-i", str(raw)]
    subprocess.run([*command, "-af", f"atempo={1 / by:.8f}", *form, str(target)], check=True)
    return target


# Checking


def check(cues: tuple[Cue, ...], sound: Samples, *, are_words_wanted: bool) -> Outcome:
    """A whole check in this process."""
    began = time.process_time()
    text = CheckedText.of(cues)
    state = state_for(text, sound.length, NOTHING_HEARD)
    if text.words:
        engine = PocketSphinx(text.words)
        for found in listened(text, sound, engine, state, are_words_wanted=are_words_wanted):
            state = state.with_finding(found)
    state = replace(state, is_complete=True)
    report = report_of(cues, state)
    seconds = time.process_time() - began
    laid = with_spoken_times(synced(Transcript(cues), report.sync_map), report.times)
    return Outcome(report, state, text, laid.cues, seconds)


def _of_copy(copy: Copy, minutes: int, folder: Path) -> Callable[[], Iterator[Row]]:
    def make() -> Iterator[Row]:
        path, cues, truth = made(copy, minutes, folder)
        with path.open("rb") as file:
            outcome = check(cues, Samples(file, RATE), are_words_wanted=copy.are_words_wanted)
        wrong = len(wrong_lines(outcome.cues, truth))
        share = 100 * wrong / len(truth.starts)
        yield Row(f"{copy.name}: lines off by > {NEAR} ms", share, "%", 100 - copy.lines_aim)
        if copy.is_timed:
            yield Row(f"{copy.name}: lit under adverts", _lit(outcome, copy), "s", 0.5)
        yield Row(f"{copy.name}: CPU", outcome.seconds, "s")
        if copy.are_words_wanted:
            yield from _word_rows(copy.name, outcome, truth, Aims(15, 100, 98))

    return make


def wrong_lines(cues: Sequence[Cue], truth: Truth) -> list[int]:
    """The lines that do not start when they are said, or have a time where they are not."""
    return [
        line
        for line, said in truth.starts.items()
        if not _is_right(cues[line].start, said, is_scrap=line in truth.scraps)
    ]


def _is_right(start: int | None, said: int | None, *, is_scrap: bool) -> bool:
    if start is None:
        return said is None or is_scrap
    return said is not None and abs(start - said) <= NEAR


def _lit(outcome: Outcome, copy: Copy) -> float:
    """By how much at most the found adverts are shorter than those that were put in, in s."""
    found = [end - start for start, end in outcome.report.adverts]
    missed = [
        min((max(0, round(length * (1 + copy.drift)) - each) for each in found), default=length)
        for _, length in copy.adverts
    ]
    return max(missed, default=0) / SECOND


def _word_rows(name: str, outcome: Outcome, truth: Truth, aims: Aims) -> Iterator[Row]:
    errors, count = word_errors(outcome, truth)
    if not errors:
        yield Row(f"{name}: words that it is sure of", 0, "%", -1)
        return
    far = 100 * sum(error > aims.within for error in errors) / len(errors)
    yield Row(f"{name}: words, median", median(errors), "ms", aims.median)
    yield Row(f"{name}: words off by > {aims.within} ms", far, "%", 100 - aims.share)
    yield Row(f"{name}: words unsure", 100 * (1 - len(errors) / count), "%")


def word_errors(outcome: Outcome, truth: Truth) -> tuple[list[int], int]:
    """By how much each word that it is sure of is off, and how many words there are."""
    sure = dict(enumerate(heard_times(outcome.text, outcome.state)[1]))
    in_line: dict[int, list[int]] = defaultdict(list)
    for number, word in enumerate(outcome.text.words):
        in_line[word.cue].append(number)
    pairs = [
        (sure.get(number), said)
        for line, numbers in in_line.items()
        if len(numbers) == len(truth.words.get(line, ()))
        for number, said in zip(numbers, truth.words[line], strict=True)
    ]
    heard = [(span, said) for span, said in pairs if said is not None]
    return [abs(span[0] - said) for span, said in heard if span], len(heard)


# Noise


def _clean() -> Iterator[Row]:
    transcript, truth = episode(_NOISY)
    with tempfile.TemporaryFile() as file:
        file.write(episode_sound(_NOISY))
        outcome = check(transcript.cues, Samples(file, RATE), are_words_wanted=True)
    yield from _word_rows("clean", outcome, truth, Aims(15, 100, 98))


def _of_noise(name: str, is_music: bool, level: int, aim: float) -> Callable[[], Iterator[Row]]:
    def make() -> Iterator[Row]:
        transcript, truth = episode(_NOISY)
        clean = array("h", episode_sound(_NOISY))
        noise = music(len(clean)) if is_music else babble(len(clean))
        with tempfile.TemporaryFile() as file:
            file.write(mixed(clean, noise, level).tobytes())
            outcome = check(transcript.cues, Samples(file, RATE), are_words_wanted=True)
        yield from _word_rows(name, outcome, truth, Aims(None, 200, aim))

    return make


def music(length: int) -> array[int]:
    """A broken chord that goes on and on."""
    tones = (220.0, 277.18, 329.63)
    period = RATE * 3 // 4
    one = array(
        "h",
        (
            round(
                6_000
                * sin(tau * tones[at * 4 // RATE % 3] * at / RATE)
                * (1 - at * 4 % RATE / RATE)
            )
            for at in range(period)
        ),
    )
    return (one * (length // period + 1))[:length]


def babble(length: int) -> array[int]:
    """Four voices at once."""
    talk = array("h", other_talk())
    shift = len(talk) // 4
    voices = [talk[each * shift :] + talk[: each * shift] for each in range(4)]
    together = array("h", (sum(each) // 4 for each in zip(*voices, strict=True)))
    return (together * (length // len(together) + 1))[:length]


def mixed(clean: array[int], noise: array[int], level: int) -> array[int]:
    """Sound with noise under it that is `level` dB weaker."""
    power = [sum(each * each for each in sound[::7]) / len(sound[::7]) for sound in (clean, noise)]
    by = (power[0] / power[1] / 10 ** (level / 10)) ** 0.5
    return array(
        "h",
        (max(-32_768, min(32_767, round(a + by * b))) for a, b in zip(clean, noise, strict=True)),
    )


# People


def _human() -> Iterator[Row]:
    lines = [cue for cue in formats.load(SPEECH / "sonnet001.lines.srt").cues if len(cue.text) > 5]
    yield from _human_rows("human, 14 lines of a sonnet", "sonnet001.mp3", lines, 0)
    grid = (SPEECH / "two-talkers.TextGrid").read_text(encoding="utf-8").replace("\n", " ")
    pattern = r"xmin = ([\d.]+)\s+xmax = [\d.]+\s+text = \"([^\"]+)\""
    said = sorted((float(start), words) for start, words in re.findall(pattern, grid))
    starts = (round(start * SECOND) for start, _ in said)
    talk = [
        Cue(0, _MISPLACED.get(start, start), None, words)
        for start, (_, words) in zip(starts, said, strict=True)
    ]
    yield from _human_rows("human, unscripted utterances", "two-talkers.flac", talk, 0)


def _human_rows(name: str, file: str, lines: Sequence[Cue], unsure: int | None) -> Iterator[Row]:
    """Of a text without times, as far as it is sure of a line's first word; at most `unsure` may
    be others. One label of the sonnet stands in the pause before its line, 0.4 s before anything
    sounds: there it counts from where it does."""
    cues = tuple(Cue(number, None, None, cue.text) for number, cue in enumerate(lines))
    with decoded(SPEECH / file, RATE) as sound:
        outcome = check(cues, sound, are_words_wanted=True)
        labels = [line.start or 0 for line in lines]
        said = [_sounding(at, sound) for at in labels]
    off = {
        cue.index: abs(cue.start - at)
        for cue, at in zip(outcome.cues, said, strict=True)
        if cue.start is not None
    }
    sure = {
        outcome.text.words[word].cue
        for word, span in enumerate(heard_times(outcome.text, outcome.state)[1])
        if span and outcome.text.starts_cue(word)
    }
    errors = [each for cue, each in off.items() if cue in sure]
    estimated = [each for cue, each in off.items() if cue not in sure]
    yield Row(f"{name}: lines without times", len(lines) - len(off), "", 0)
    yield Row(f"{name}: lines whose start is unsure", len(lines) - len(errors), "", unsure)
    yield Row(f"{name}: unsure, worst", max(estimated, default=0), "ms")
    if errors:
        yield Row(f"{name}: sure, median", median(errors), "ms", 40)
        yield Row(f"{name}: sure, worst", max(errors), "ms", 300)


def _sounding(label: int, sound: Samples) -> int:
    quiet = from_onset(sound.between(label, label + SECOND), (0, SECOND))[0]
    return label + quiet if quiet > _IN_PAUSE else label


# Others

_PEER = "ffsubsync"
_NEEDS_MODEL = "it needs a model of Whisper, which no wheel has"


def _peers(copy: Copy, minutes: int, folder: Path) -> Callable[[], Iterator[Row | Skipped]]:
    def make() -> Iterator[Row | Skipped]:
        yield Skipped("peer stable-ts", _NEEDS_MODEL)
        yield Skipped("peer whisper-timestamped", _NEEDS_MODEL)
        if shutil.which(_PEER) is None:
            yield Skipped(f"peer {_PEER}", "it is not installed")
            return
        sound, cues, truth = made(copy, minutes, folder)
        with tempfile.TemporaryDirectory() as place:
            moved = _moved_by_peer(sound, cues, Path(place))
        wrong = len(wrong_lines(moved, truth))
        name = f"peer {_PEER}, {copy.name}: lines off by > {NEAR} ms"
        yield Row(name, 100 * wrong / len(truth.starts), "%")

    return make


def _moved_by_peer(sound: Path, cues: tuple[Cue, ...], place: Path) -> tuple[Cue, ...]:
    """The lines as another program puts them; it takes WAVE and SubRip."""
    recording, text, moved = (place / name for name in ("copy.wav", "text.srt", "moved.srt"))
    form = ("-f", "s16le", "-ar", str(RATE), "-ac", "1")
    subprocess.run(["ffmpeg", "-v", "error", *form, "-i", sound, recording], check=True)
    writer = writer_named("srt")
    assert writer is not None
    save(Transcript(cues), text, writer)
    command = [_PEER, str(recording), "-i", str(text), "-o", str(moved)]
    subprocess.run(command, check=True, capture_output=True)
    starts = {cue.index: cue.start for cue in formats.load(moved).cues}
    return tuple(cue._replace(start=starts.get(cue.index)) for cue in cues)


# What must be refused


def _refused() -> Iterator[Row]:
    transcript, _ = episode(20)
    untimed = tuple(cue._replace(start=None, end=None) for cue in transcript.cues)
    for name in ("simplicissimus-de", "reading-es"):
        text = (SPEECH / f"{name}.txt").read_text(encoding="utf-8").splitlines()
        own = tuple(Cue(number, None, None, line) for number, line in enumerate(text))
        with decoded(SPEECH / f"{name}.mp3", RATE) as sound:
            yield _refusal(f"{name} with its own text", own, sound)
            yield _refusal(f"{name} with the episode's text", untimed, sound)
    for name in ("lucier.mp3", "sonnet001.mp3"):
        with decoded(SPEECH / name, RATE) as sound:
            yield _refusal(f"{name} with the episode's text", transcript.cues, sound)
    lucier = formats.load(SPEECH / "lucier.txt").cues
    with decoded(SPEECH / "lucier.mp3", RATE) as sound:
        is_refused = check(lucier, sound, are_words_wanted=True).report.refusal is not None
        yield Row("refused: lucier.mp3, a stammer, with its own text", float(is_refused), "", 0)
    with tempfile.TemporaryFile() as file:
        file.write(music(RATE * 120).tobytes())
        yield _refusal("music with the episode's text", untimed, Samples(file, RATE))


def _refusal(name: str, cues: tuple[Cue, ...], sound: Samples) -> Row:
    """1 where something was offered all the same."""
    outcome = check(cues, sound, are_words_wanted=True)
    return Row(f"not refused: {name}", float(outcome.report.refusal is None), "", 0)


_NOISY = 5  # minutes
NOISES = {
    "music at 10 dB": (True, 10, 95.0),
    "music at 5 dB": (True, 5, 85.0),
    "babble at 10 dB": (False, 10, 95.0),
    "babble at 5 dB": (False, 5, 85.0),
}
"""What lies under the episode: whether music, by how much weaker, how many words are right."""


if __name__ == "__main__":
    sys.exit(main())
