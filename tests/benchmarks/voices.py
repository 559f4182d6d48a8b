"""What naming its voices costs the opening of the real episode, in CPU time off the GUI thread."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from reader import formats
from reader.notes.turn_words import TurnWords
from reader.overlays.naming import begin_turn, confirm, take_turns
from reader.overlays.voices import named, turns_of
from reader.store.annotations import Annotations
from reader.store.content_key import content_key
from reader.transcript.model import Transcript
from reader.voice_names import NO_VOICES, VoiceNames
from tests.benchmarks.table import REAL_EPISODE, Row, Skipped

TURNS = 300
RUNS = 15


def rows() -> Iterator[Row | Skipped]:
    """300 turns of it: read from the library, and laid over its text."""
    name = f"open the real episode with {TURNS} named turns, added"
    path = next(iter(REAL_EPISODE.glob("*.txt")), None)
    if path is None:
        yield Skipped(name, "the real episode is not here")
        return
    source = formats.load(path)
    names = named_turns(source)
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        library = Path(folder) / "earmark.db"
        key, store = content_key(path), Annotations(library)
        store.change_voices(key, NO_VOICES, names, name="Name Voice")
        reading = cpu_of(lambda: store.voices(key))
        laying = cpu_of(lambda: named(source, names))
        store.close()
    yield Row(name, reading + laying, "ms", 10)
    yield Row("  of which they are read from the library", reading, "ms")
    yield Row("  and laid over the text", laying, "ms")


def named_turns(source: Transcript) -> VoiceNames:
    """Names for all dashes of a text, and for lines between them until there are enough."""
    first, *_ = turns_of(source, NO_VOICES)
    names = take_turns(NO_VOICES, first, "Alessio", "swyx")
    names = confirm(names, turns_of(source, names))
    silent = (cue.index for cue in source.cues if not cue.voices and cue.text)
    for cue in silent:
        if len(names.turns) >= TURNS:
            break
        names = begin_turn(names, (cue, 0), "Alessio")
    return TurnWords(source).described(names)


def cpu_of(work: Callable[[], object]) -> float:
    """The median CPU time of some runs on this thread, in ms."""
    took = []
    for _ in range(RUNS):
        start = time.thread_time()
        work()
        took.append((time.thread_time() - start) * 1000)
    return median(took)
