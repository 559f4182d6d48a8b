"""What was kept of every episode: looked for as it is typed, off the GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple, TypeVar

from PySide6.QtCore import QObject, Signal

from reader.episode import Episode, missing_files
from reader.errors import ReaderError
from reader.jobs import Job, Jobs, JobThreads, Worker
from reader.store.annotation_search import Filters, FoundAnnotation, FoundOrder
from reader.store.annotations import Annotations, KeptEpisode
from reader.store.library import Library
from reader.transcript.search import asked_voices

T = TypeVar("T")

PAGE = 200
"""How many are read at once; more as one scrolls on."""


@dataclass(frozen=True, slots=True)
class NoteQuery:
    """What is looked for; an empty one finds everything. Words that begin with # are
    tags, `voice:name` is who says it."""

    words: str = ""
    colours: frozenset[int] = frozenset()
    is_noted_only: bool = False
    is_unreviewed_only: bool = False
    episode_id: str = ""
    order: FoundOrder = FoundOrder.BEST
    limit: int = PAGE

    @property
    def text(self) -> str:
        """The words without the tags and the voices."""
        words = asked_voices(self.words)[0].split()
        return " ".join(word for word in words if not _is_tag(word))

    @property
    def is_grouped(self) -> bool:
        """Whether what is found is listed episode by episode: while no words are looked for."""
        return self.order is FoundOrder.BEST and not self.text

    @property
    def filters(self) -> Filters:
        """All but the words."""
        return Filters(
            colours=self.colours,
            tags=tuple(word[1:] for word in self.words.split() if _is_tag(word)),
            voices=asked_voices(self.words)[1],
            episode_id=self.episode_id or None,
            is_unreviewed=True if self.is_unreviewed_only else None,
            is_noted=True if self.is_noted_only else None,
        )


class Answer(NamedTuple):
    """What was found; with `has_more` there would be others beyond the query's limit."""

    query: NoteQuery
    found: tuple[FoundAnnotation, ...]
    has_more: bool


class FilterChoices(NamedTuple):
    """What there is to choose from."""

    episodes: tuple[KeptEpisode, ...]
    tags: tuple[str, ...]
    unreviewed: int

    @property
    def total(self) -> int:
        """How many annotations there are."""
        return sum(each.uses for each in self.episodes)


class AllNotes(QObject):
    """Asks the library; only the answer to the last question is emitted."""

    found = Signal(object)  # Answer
    surveyed = Signal(object)  # FilterChoices
    failed = Signal(object)  # ReaderError

    def __init__(
        self,
        annotations: Annotations,
        library: Library,
        keeper: Worker,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._annotations, self._library, self._keeper = annotations, library, keeper
        self._lookers = JobThreads(self)
        self._jobs: dict[str, Job] = {}

    def look_for(self, query: NoteQuery) -> None:
        """Emit what fits."""
        self._ask("find", lambda: _answer(self._annotations, query), self.found.emit)

    def survey(self) -> None:
        """Emit what there is to choose from."""
        self._ask("survey", lambda: _survey(self._annotations), self.surveyed.emit)

    def find_files(
        self, episode_id: str, then: Callable[[Episode, frozenset[Path]], object]
    ) -> None:
        """Call `then` with an episode and those of its files that are not there."""

        def ask() -> tuple[Episode | None, frozenset[Path]]:
            episode = self._keeper.ask(lambda: self._library.episode(episode_id))
            return episode, missing_files([episode] if episode else [])

        def done(found: tuple[Episode | None, frozenset[Path]]) -> None:
            if found[0] is not None:
                then(found[0], found[1])

        self._ask("files", ask, done, self._lookers)

    def _ask(
        self,
        name: str,
        ask: Callable[[], T],
        done: Callable[[T], None],
        worker: Jobs | None = None,
    ) -> None:
        if name in self._jobs:
            self._jobs[name].cancel()
        self._jobs[name] = (worker or self._keeper).run(lambda _: ask(), done, self._fail)

    def _fail(self, error: ReaderError) -> None:
        self.failed.emit(error)


def _answer(annotations: Annotations, query: NoteQuery) -> Answer:
    order = FoundOrder.LATEST_EPISODE if query.is_grouped else query.order
    found = annotations.search(query.text, query.filters, query.limit + 1, order)
    return Answer(query, tuple(found[: query.limit]), len(found) > query.limit)


def _survey(annotations: Annotations) -> FilterChoices:
    return FilterChoices(
        tuple(annotations.episodes()),
        tuple(annotations.tags()),
        annotations.count_unreviewed(),
    )


def _is_tag(word: str) -> bool:
    return len(word) > 1 and word.startswith("#")
