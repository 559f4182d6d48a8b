"""How long it takes until a note is on the disk, and until 100,000 of them are searched."""

from __future__ import annotations

import gc
import random
import time
from collections.abc import Callable, Iterator
from dataclasses import fields, replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory

from reader.annotation import Annotation, AnnotationKind, Selector, TextQuote
from reader.store.annotation_search import Filters
from reader.store.annotations import Annotations
from reader.store.library import Library
from tests.benchmarks.table import Row

COUNT = 100_000
EPISODES = 400
IN_ONE_EPISODE = 2_000
ADDS = 200
BATCH = 5_000
DURABLE = 50  # ms
SEARCH = 30  # ms
OPENING = 10  # ms

FREQUENT = """the of and to in a is that it was for on are as with they be at one have this from or
    had by hot but some what there we can out other were all your when up use word how said an each
    she which do their time if will way about many then them would write like so these her long make
    thing see him two has look more day could go come did my sound no most number who over know
    water than call first people may down side been now find""".split()
SYLLABLES = "ba co di fu ga he ji ko lu ma ne po qui ra si to ul ve wi xa yo za men ing er".split()
CHINESE = "今天我們談到港口的早晨和漁夫他說這裡的聲音很好聽"
LOOKED_FOR = (
    *("h", "ha", "har", "the", "the ha", "people wat", "don't", "C++", "C+", "3.5", "港口", "我"),
    *('"the water', "galuma", "ulve", "zzzz", "water 港口", ""),
)
FILTERS = (
    Filters(colour=2),
    Filters(tag="tag 5"),
    Filters(kind=AnnotationKind.BOOKMARK),
    Filters(is_unreviewed=True),
    Filters(since=datetime(2026, 1, 1, 12, tzinfo=UTC)),
)


class Speaker:
    """Says sentences of words that are as frequent as those of a language, always the same."""

    def __init__(self) -> None:
        self._random = random.Random(4)
        rare = {
            "".join(self._random.choices(SYLLABLES, k=self._random.randint(2, 4)))
            for _ in range(20_000)
        }
        self._words = FREQUENT + sorted(rare)
        self._weights = [1 / (rank + 3) for rank in range(len(self._words))]

    def annotations(self, count: int, episodes: list[str]) -> Iterator[Annotation]:
        """Quotes of some 20 words, a third with a note, a twentieth in Chinese."""
        spoken = iter(self._random.choices(self._words, self._weights, k=26 * count))
        for number in range(count):
            words = [next(spoken) for _ in range(26)]
            exact = " ".join(words[:18])
            if number % 20 == 0:
                exact = "".join(self._random.choices(CHINESE, k=30))
            elif number % 997 == 0:
                exact += " I don't write C++ 3.5"
            yield self._annotation(number, episodes[number % len(episodes)], exact, words[18:])

    def _annotation(self, number: int, episode: str, exact: str, rest: list[str]) -> Annotation:
        moment = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(seconds=number)
        start = self._random.randrange(5_000_000)
        text = " ".join(rest)
        position = (start // 60, start // 60 + len(exact))
        selector = Selector(
            (start, start + 8_000), (start, start + 8_000), TextQuote(exact, text, text), position
        )
        is_bookmark = number % 4 == 0
        return Annotation(
            id=f"{self._random.getrandbits(128):032x}",
            episode_id=episode,
            kind=AnnotationKind.BOOKMARK if is_bookmark else AnnotationKind.HIGHLIGHT,
            selector=selector,
            created=moment,
            updated=moment,
            note=text if number % 3 == 0 else "",
            tags=(f"tag {number % 500}",) if number % 5 == 0 else (),
            colour=0 if is_bookmark else 1 + number % 5,
            voice="Mara",
            is_unreviewed=number % 50 == 0,
        )


def rows() -> Iterator[Row]:
    """Adding to a large store, searching it, and reading one episode with many."""
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        path = Path(folder) / "earmark.db"
        episode = fill(path)
        annotations = Annotations(path)
        yield _opening(annotations, episode)
        yield from _adding(annotations, episode)
        yield from _searching(annotations)
        annotations.close()


def fill(path: Path, count: int = COUNT) -> str:
    """Make a store of `count`; returns the id of the episode that has `IN_ONE_EPISODE` of them."""
    library, annotations = Library(path), Annotations(path)
    names = [f"episode {number}" for number in range(EPISODES)]
    keys = [library.record_opened(Path(f"/nowhere/{name}.mp3"), None, name).id for name in names]
    speaker = Speaker()
    many = list(speaker.annotations(count - IN_ONE_EPISODE, keys[1:]))
    many += speaker.annotations(IN_ONE_EPISODE, keys[:1])
    for start in range(0, count, BATCH):
        annotations.add(*many[start : start + BATCH])
    library.close()
    annotations.close()
    return keys[0]


def _opening(annotations: Annotations, episode: str) -> Row:
    took = _took(lambda: annotations.of_episode(episode), 20)
    return Row(f"the {IN_ONE_EPISODE:,} notes of one episode, median", median(took), "ms", OPENING)


def _adding(annotations: Annotations, episode: str) -> Iterator[Row]:
    keys = iter(f"new {number}" for number in range(ADDS))
    note = annotations.of_episode(episode)[0]
    commands: dict[str, Callable[[], object]] = {
        "add": lambda: annotations.add(replace(note, id=next(keys))),
        "edit": lambda: annotations.change(note.id, note=f"thought at {time.time()}"),
        "undo": annotations.undo,
    }
    for name, command in commands.items():
        took = _p95(_took(command, ADDS))
        yield Row(f"{name} one of {COUNT:,} until it is on the disk, p95", took, "ms", DURABLE)


def _searching(annotations: Annotations) -> Iterator[Row]:
    """Each text is looked for as it is typed; the median of each, since one wait is not felt."""
    waits = {text: median(_took(partial(annotations.search, text), 9)) for text in LOOKED_FOR}
    for text, wait in waits.items():
        yield Row(f"search {COUNT:,} for {text!r}", wait, "ms", SEARCH)
    filtered = {
        (text, filters): median(_took(partial(annotations.search, text, filters), 5))
        for text in LOOKED_FOR
        for filters in FILTERS
    }
    (text, filters), wait = max(filtered.items(), key=lambda item: item[1])
    yield Row(f"the slowest with a filter: {text!r}, {_named(filters)}", wait, "ms", SEARCH)


def _named(filters: Filters) -> str:
    values = {field.name: getattr(filters, field.name) for field in fields(filters)}
    return next(name for name, value in values.items() if value is not None)


def _took(work: Callable[[], object], times: int) -> list[float]:
    """In ms; garbage is collected in between, as in the application (`ui.window.garbage`)."""
    took = []
    for _ in range(times):
        gc.collect()
        gc.disable()
        start = time.perf_counter()
        work()
        took.append(1000 * (time.perf_counter() - start))
        gc.enable()
    return took


def _p95(took: list[float]) -> float:
    return quantiles(took, n=20)[-1]
