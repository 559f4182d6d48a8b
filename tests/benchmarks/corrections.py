"""What corrections cost: at opening, one at a time, all of a show, and in another transcript.

`python -m tests.benchmarks.corrections SIZE` prints what one correction costs at so many cues.
"""

from __future__ import annotations

import gc
import json
import sys
import time
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from statistics import median
from tempfile import TemporaryDirectory
from typing import NamedTuple

from PySide6.QtWidgets import QApplication

from reader.annotation import Selector, TextQuote
from reader.correction import Correction
from reader.episode import Episode
from reader.jobs import Job
from reader.library.script_cache import ScriptCache
from reader.library.show_hits import show_hits
from reader.notes.anchoring import selector_for
from reader.notes.correcting import selector_at
from reader.notes.correction_places import places_again
from reader.overlays.overlays import Overlays, scripted
from reader.store.annotations import Annotations
from reader.store.change_names import CORRECT, NAME_VOICE
from reader.store.content_key import content_key
from reader.store.known_episodes import first_known_of
from reader.store.library import Library
from reader.transcript.spoken_text import SpokenText
from reader.voice_names import NO_VOICES
from tests.benchmarks.anchoring import DISTORTIONS, real_episode
from tests.benchmarks.distorted import Copy, Original, copy_of
from tests.benchmarks.pane import _painted, _transcript
from tests.benchmarks.table import REAL_EPISODE, Row, Skipped, in_fresh_process
from tests.benchmarks.voices import TURNS, cpu_of, named_turns
from ui.app import Earmark

SIZES = (2_000, 20_000, 200_000)
MANY, OPENING_AIM, FRAME = 2_000, 20, 16  # corrections; ms
SEEDS = (1, 2, 3)
SHOW, HAVING, SHOW_AIM = 300, 15, 1.0  # episodes; one in so many has it; seconds
COUNT, LOST_AIM, WRONG_AIM = 500, 2.0, 0


def rows() -> Iterator[Row | Skipped]:
    """Each cost."""
    original = real_episode()
    if original is None:
        yield Skipped("corrections", "the real episode is not here")
    else:
        yield from _opened(original, next(REAL_EPISODE.glob("*.txt")))
        yield from _found_again(original)
    yield from _everywhere()
    for size in SIZES:
        took = in_fresh_process("tests.benchmarks.corrections", size)
        yield Row(f"one correction shown, {size:,} cues", took["shown"], "ms", FRAME)


def corrections_in(
    original: Original, random: Random, count: int, most: int = 3
) -> list[tuple[Correction, range]]:
    """Corrections of 1 to 3 words anywhere, each with the numbers of its words."""
    spoken, made = original.spoken, []
    for number, first in enumerate(random.sample(range(len(original.tokens) - most), count)):
        words = range(first, first + random.randint(1, most))
        start, end = original.span(words)
        selector = selector_for(spoken, start, end)
        made.append(
            (Correction(str(number), "e", selector, f"word {number}", datetime.now(UTC)), words)
        )
    return made


class _Tally(NamedTuple):
    there: int = 0
    right: int = 0
    wrong: int = 0


def _opened(original: Original, path: Path) -> Iterator[Row]:
    """What both overlays add to the opening of the real episode, which was open before, off the
    GUI thread: read with the first look at the library, and laid over the text before it is shown.
    """
    source = original.spoken.transcript
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        database = Path(folder) / "earmark.db"
        library, store = Library(database), Annotations(database)
        episode = library.record_opened(None, path, "Talk").id
        of_words = (each for each, _ in corrections_in(original, Random(1), MANY, 1))
        made = [each._replace(episode_id=episode) for each in of_words]
        store.correct(made, name=CORRECT)
        names = named_turns(source)
        store.change_voices(content_key(path), NO_VOICES, names, name=NAME_VOICE)
        store.close()
        library.close()
        known = first_known_of(database, path)
        overlays = Overlays(known.voices, corrections=known.corrections)
        texts = Path(folder) / "texts"
        ScriptCache(texts).keep(scripted(path, source))
        gc.disable()  # as the app does, which collects between two events
        reading = cpu_of(lambda: first_known_of(database, path))
        plain = cpu_of(lambda: ScriptCache(texts).find(path))
        laid = cpu_of(lambda: ScriptCache(texts).find(path, overlays))
        ScriptCache(texts).keep(scripted(path, source, overlays=overlays), overlays)
        found = cpu_of(lambda: ScriptCache(texts).find(path, overlays))
        gc.enable()
    name = f"open with {MANY:,} corrections and {TURNS} named turns, added"
    yield Row(name, reading + found - plain, "ms", OPENING_AIM)
    yield Row("  of which they are read from the library", reading, "ms")
    yield Row("  and the text is found with them", found - plain, "ms")
    yield Row("  or laid over it, where they were not open so before", laid - plain, "ms")


def _everywhere() -> Iterator[Row | Skipped]:
    """All of a show looked through for a name that is misheard in some of its episodes."""
    path = next(REAL_EPISODE.glob("*.txt"), None)
    if path is None:
        return
    content = path.read_bytes()
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        episodes = [_written(Path(folder), content, number) for number in range(SHOW)]
        quote = TextQuote("Zwickz")
        made = Correction("1", "e", Selector((0, 0), quote=quote), "swyx", datetime.now(UTC))
        start = time.process_time()
        found = list(show_hits(episodes, made, Job(lambda _: None)))
        took = time.process_time() - start
    yield Row(f"all {SHOW} of a show looked through, {len(found)} have it", took, "s", SHOW_AIM)


def _written(folder: Path, content: bytes, number: int) -> Episode:
    path, now = folder / f"{number}.txt", datetime.now(UTC)
    path.write_bytes(content if number % HAVING == 0 else content.replace(b"Zwickz", b"swyx"))
    return Episode(str(number), "Talk", None, path, now, now, show="Show")


def _found_again(original: Original) -> Iterator[Row]:
    for name, distort in DISTORTIONS.items():
        tally = _Tally()
        for seed in SEEDS:
            made = corrections_in(original, Random(seed), COUNT)
            tally = _counted(tally, made, copy_of(original, distort, seed))
        lost = 100 * (1 - tally.right / tally.there)
        yield Row(f"found again, {name}: lost of {tally.there}", lost, "%", LOST_AIM)
        yield Row(f"found again, {name}: wrong", tally.wrong, "", WRONG_AIM)


def _counted(tally: _Tally, made: Sequence[tuple[Correction, range]], copy: Copy) -> _Tally:
    """Those there with all their words, those found in just these, and those found elsewhere."""
    spoken = SpokenText(copy.spoken.transcript)
    places = places_again(spoken, [each for each, _ in made])
    for (correction, words), place in zip(made, places, strict=True):
        spans = [copy.spans.get(word) for word in words]
        there = [span for span in spans if span is not None]
        is_there = len(there) == len(spans) and _same(
            spoken.text[there[0][0] : there[-1][1]], correction.words
        )
        is_right = False
        if place is not None and there:
            is_right = there[0][0] <= place[0] <= place[1] <= there[-1][1]
        tally = _Tally(
            tally.there + is_there,
            tally.right + (is_there and is_right),
            tally.wrong + (place is not None and not _shares(place, there)),
        )
    return tally


def _shares(place: tuple[int, int], there: Sequence[tuple[int, int]]) -> bool:
    return any(start < place[1] and end > place[0] for start, end in there)


def _same(one: str, other: str) -> bool:
    return _letters(one) == _letters(other)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


def main() -> None:
    """Measure one size in this process and print the figures as JSON."""
    application = QApplication(sys.argv[:1])
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        earmark = Earmark(player="silent", database=Path(folder) / "earmark.db")
        earmark.start([])
        earmark.window.resize(1000, 800)
        print(json.dumps({"shown": _shown(earmark, int(sys.argv[1]))}))
        earmark.shut_down()
    del application


def _shown(earmark: Earmark, size: int) -> float:
    """CPU time from a correction to its words being painted, in ms."""
    session, page = earmark.session, earmark.window.reading_page
    script = scripted(Path("talk.vtt"), _transcript(size))
    assert script.spoken.text
    now = datetime.now(UTC)
    session.places.open(Episode("e", "Talk", None, script.path, now, now))
    session._show_script(script, session.script_opened)
    QApplication.processEvents()
    page.pane.show_position(len(script.reading) // 2)
    QApplication.processEvents()
    start = page.pane.first_position()
    return median(_corrected(earmark, start, number) for number in range(30))


def _corrected(earmark: Earmark, start: int, number: int) -> float:
    script = earmark.session.script
    assert script is not None
    at = script.reading.text.index("joined", start)
    selector = selector_at(script, (at, at + 6))
    assert selector is not None
    made = Correction(str(number), "e", selector, f"met{number}", datetime.now(UTC))
    return _painted(lambda: earmark.session.correct(made))


if __name__ == "__main__":
    main()
