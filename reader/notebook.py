"""What a listener keeps of the open episode: made, changed, undone, and placed in its text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import NamedTuple
from uuid import uuid4

from PySide6.QtCore import QObject, Signal

from reader.anchoring import anchor, selector_for
from reader.annotation import Annotation, AnnotationKind, Selector
from reader.errors import ReaderError
from reader.jobs import Worker
from reader.script import Script
from reader.sentences import Sentences
from reader.spoken_text import SpokenText
from reader.store.annotations import Annotations

Span = tuple[int, int]


class Kept(NamedTuple):
    """An annotation with its place in the reading text; None where it was not found again."""

    annotation: Annotation
    span: Span | None


class _Page(NamedTuple):
    """The words of a script, and the sentences in them."""

    script: Script
    spoken: SpokenText
    sentences: Sentences


class _Read(NamedTuple):
    """What the store said: everything kept, and what could be undone and redone."""

    page: _Page | None
    kept: tuple[Kept, ...]
    undo_name: str
    redo_name: str
    colours: dict[int, str]


class Notebook(QObject):
    """The annotations of one episode. A change is on the disk before it is told."""

    changed = Signal(object)  # tuple of Kept, in order of time
    added = Signal(object)  # Kept: just made
    undo_changed = Signal(str, str)  # what could be undone and redone; empty for nothing
    colours_changed = Signal(object)  # names by number
    failed = Signal(object)  # ReaderError

    def __init__(
        self, annotations: Annotations, keeper: Worker, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._store, self._keeper = annotations, keeper
        self._episode_id = ""
        self._script: Script | None = None
        self._page: _Page | None = None
        self.kept: tuple[Kept, ...] = ()

    # Which episode

    def open(self, episode_id: str, script: Script | None) -> None:
        """Read what was kept of an episode and find its places in `script`."""
        self._episode_id, self._script = episode_id, script
        if self._page is None or self._page.script is not script:
            self._page = None
        self._do(lambda: None)

    def close(self) -> None:
        """Nothing is open."""
        self._episode_id, self._script, self._page = "", None, None
        self.kept = ()
        self.changed.emit(())

    @property
    def is_ready(self) -> bool:
        """Whether the episode's words have been read, so that they can be kept."""
        return bool(self._episode_id) and (self._script is None or self._page is not None)

    def find(self, annotation_id: str) -> Kept | None:
        """The annotation with this id."""
        return next((each for each in self.kept if each.annotation.id == annotation_id), None)

    # Keeping

    def keep_heard(self, time: int, lead: int) -> None:
        """Bookmark the sentence heard `lead` ms before `time`; without a text, the moment."""
        if not self.is_ready:
            return
        page = self._page
        found = page.sentences.sentence_at(time, lead) if page else None
        if page is None or found is None:
            moment = max(0, time - lead)
            self._add(Selector((moment, moment)), AnnotationKind.BOOKMARK, is_untidied=True)
        else:
            selector = selector_for(page.spoken, *found)
            self._add(selector, AnnotationKind.BOOKMARK, at=found[0], is_untidied=True)

    def highlight(self, span: Span, colour: int) -> None:
        """Highlight a span of the reading text; a `colour` of 0 bookmarks it."""
        kind = AnnotationKind.HIGHLIGHT if colour else AnnotationKind.BOOKMARK
        spoken = self._spoken_span(span)
        if self._page is not None and spoken is not None:
            selector = selector_for(self._page.spoken, *spoken)
            self._add(selector, kind, colour=colour, at=spoken[0])

    def grow(self, annotation_id: str) -> None:
        """One sentence more at the end."""
        self._resize(annotation_id, Sentences.with_sentence_after)

    def shrink(self, annotation_id: str) -> None:
        """One sentence less at the end."""
        self._resize(annotation_id, Sentences.without_last_sentence)

    # Changing

    def write(self, annotation_id: str, note: str, tags: Sequence[str]) -> None:
        """Give an annotation this note (Markdown) and these tags."""
        self._do(lambda: self._store.change(annotation_id, note=note, tags=tuple(tags)))

    def colour(self, annotation_id: str, colour: int) -> None:
        """Make it a highlight of this colour."""
        kind = AnnotationKind.HIGHLIGHT
        self._do(lambda: self._store.change(annotation_id, colour=colour, kind=kind))

    def tidy(self, annotation_id: str) -> None:
        """It was looked at."""
        self._do(lambda: self._store.change(annotation_id, is_untidied=False))

    def delete(self, *annotation_ids: str) -> None:
        """Take them away, until undone."""
        self._do(lambda: self._store.delete(*annotation_ids))

    def undo(self) -> None:
        """Take back the last change, also one before the last start."""
        self._do(self._store.undo)

    def redo(self) -> None:
        """Do again what was undone."""
        self._do(self._store.redo)

    # Its own work

    def _add(
        self,
        selector: Selector,
        kind: AnnotationKind,
        *,
        colour: int = 0,
        at: int | None = None,
        is_untidied: bool = False,
    ) -> None:
        now = datetime.now().astimezone()
        voice = self._page.spoken.voice_at(at) if self._page and at is not None else ""
        made = Annotation(
            str(uuid4()),
            self._episode_id,
            kind,
            selector,
            created=now,
            updated=now,
            colour=colour,
            voice=voice,
            is_untidied=is_untidied,
        )
        if self.is_ready:
            self._do(lambda: self._store.add(made), lambda: self._tell_added(made.id))

    def _tell_added(self, annotation_id: str) -> None:
        found = self.find(annotation_id)
        if found is not None:
            self.added.emit(found)

    def _resize(self, annotation_id: str, resized: Callable[[Sentences, Span], Span]) -> None:
        page, found = self._page, self.find(annotation_id)
        spoken = self._spoken_span(found.span) if found and found.span else None
        if page is None or spoken is None:
            return
        selector = selector_for(page.spoken, *resized(page.sentences, spoken))
        self._do(
            lambda: self._store.change(annotation_id, selector=selector),
            lambda: self._tell_added(annotation_id),
        )

    def _spoken_span(self, span: Span) -> Span | None:
        page = self._page
        if page is None:
            return None
        touched = page.script.reading.cues_between(*span)
        if not touched:
            return None
        start = max(span[0], page.script.reading.ranges(touched[0])[0][0])
        first, last = (page.script.reading.place_at(each) for each in (start, span[1] - 1))
        begin = page.spoken.position_of(first) if first else None
        finish = page.spoken.position_of(last) if last else None
        return None if begin is None or finish is None else (begin, finish + 1)

    def _do(self, change: Callable[[], object], then: Callable[[], None] = lambda: None) -> None:
        """Change something and read all again, off the GUI thread; then tell."""
        episode_id, script, page = self._episode_id, self._script, self._page

        def work(_: object) -> _Read:
            change()
            return self._read(episode_id, script, page)

        def done(read: _Read) -> None:
            if script is self._script and episode_id == self._episode_id:
                self._take(read)
                then()

        self._keeper.run(work, done, self._fail)

    def _read(self, episode_id: str, script: Script | None, page: _Page | None) -> _Read:
        if page is None and script is not None:
            spoken = SpokenText(script.transcript)
            page = _Page(script, spoken, Sentences(spoken))
        return _Read(
            page,
            _placed(self._store.of_episode(episode_id) if episode_id else [], page),
            self._store.undo_name() or "",
            self._store.redo_name() or "",
            {colour.number: colour.name for colour in self._store.colours()},
        )

    def _take(self, read: _Read) -> None:
        self._page, self.kept = read.page, read.kept
        self.changed.emit(read.kept)
        self.undo_changed.emit(read.undo_name, read.redo_name)
        self.colours_changed.emit(read.colours)

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, ReaderError):
            raise error
        self.failed.emit(error)


def _placed(annotations: Sequence[Annotation], page: _Page | None) -> tuple[Kept, ...]:
    if page is None:
        return tuple(Kept(each, None) for each in annotations)
    anchors = anchor([each.selector for each in annotations], page.spoken)
    spans = (found.span for found in anchors)
    return tuple(
        Kept(each, _reading_span(page, span)) for each, span in zip(annotations, spans, strict=True)
    )


def _reading_span(page: _Page, span: Span | None) -> Span | None:
    if span is None:
        return None
    places = page.spoken.place_at(span[0]), page.spoken.place_at(max(span[0], span[1] - 1))
    positions = [place and page.script.reading.position_of(place) for place in places]
    first, last = positions
    return None if first is None or last is None else (first, last + 1)
