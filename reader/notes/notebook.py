"""What a listener keeps of the open episode: made, changed, undone, and placed in its text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import NamedTuple
from uuid import uuid4

from PySide6.QtCore import QObject, QTimer, Signal, SignalInstance

from reader.errors import ReaderError, StoreError
from reader.jobs import Worker
from reader.notes.annotation import Annotation, AnnotationKind, Selector
from reader.notes.kept import Kept, KeptText, Resized, Span, joined
from reader.notes.sentences import Sentences
from reader.script import Script
from reader.store.annotations import Annotations
from reader.store.unsaved import Change, Changes

_TRY_AGAIN_AFTER = 10_000  # ms


class _Read(NamedTuple):
    """What the store said: everything kept, and what could be undone and redone.

    `waiting` counts changes in memory alone; `fault` is why they are.
    """

    text: KeptText | None
    kept: tuple[Kept, ...]
    undo_name: str
    redo_name: str
    colours: dict[int, str]
    hues: dict[int, str]
    waiting: int
    fault: StoreError | None


def _nothing() -> None:
    pass


class Notebook(QObject):
    """The annotations of one episode. A change is on the disk before it is told.

    Where the library takes none, a change is told as unsaved, made in a copy in memory and tried
    again until it is on the disk. Without an open episode it still changes and undoes what was
    kept of others.
    """

    changed = Signal(object)  # tuple of Kept, in order of time
    added = Signal(object)  # Kept: just made
    kept_before = Signal(object)  # Kept: what would have been kept once more
    recoloured = Signal(object)  # Kept: it took another colour instead of being kept once more
    moved = Signal(object)  # Kept: to other words
    resized = Signal(object)  # Kept: grown or shrunk
    undo_changed = Signal(str, str)  # what could be undone and redone; empty for nothing
    colours_changed = Signal(object)  # names by number
    hues_changed = Signal(object)  # "#rrggbb" by number
    waiting_changed = Signal(int)  # how many changes are not saved
    failed = Signal(object)  # ReaderError

    def __init__(
        self, annotations: Annotations, keeper: Worker, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._changes = Changes(annotations, lambda: [each.annotation for each in self.kept])
        self._keeper = keeper
        self._episode_id = ""
        self._script: Script | None = None
        self._text: KeptText | None = None
        self.kept: tuple[Kept, ...] = ()
        self._places: dict[str, int] = {}  # in `kept`, by id
        self.waiting = 0
        self._try_soon = QTimer(self, interval=_TRY_AGAIN_AFTER, singleShot=True)
        self._try_soon.timeout.connect(self.try_again)
        self.colour_names: dict[int, str] = {}
        self.hues: dict[int, str] = {}

    # Which episode

    def open(self, episode_id: str, script: Script | None) -> None:
        """Read what was kept of an episode and find its places in `script`."""
        is_other = episode_id != self._episode_id
        self._episode_id, self._script = episode_id, script
        if self._text is None or self._text.script is not script:
            self._text = None
        self._do(None, is_renewing=is_other)

    def close(self) -> None:
        """Nothing is open."""
        self._episode_id, self._script, self._text = "", None, None
        self.kept, self._places = (), {}
        self.changed.emit(())

    def read_again(self) -> None:
        """Look what is kept now."""
        self._do(None)

    def try_again(self) -> None:
        """Save what the library refused."""
        self._do(None, before=self._changes.save)

    def stop(self) -> None:
        """Try no more: the keeper is gone."""
        self._try_soon.stop()

    def adopt(self, former_id: str, episode_id: str) -> None:
        """The library has recorded an episode, perhaps under another id: save what waits."""
        if self._episode_id == former_id:
            self._episode_id = episode_id
        self._do(None, before=lambda: self._changes.adopt(former_id, episode_id))

    @property
    def is_ready(self) -> bool:
        """Whether the episode's words have been read, so that they can be kept."""
        return bool(self._episode_id) and (self._script is None or self._text is not None)

    def find(self, annotation_id: str) -> Kept | None:
        """The annotation with this id."""
        place = self._places.get(annotation_id)
        return None if place is None else self.kept[place]

    def after(self, annotation_id: str) -> Kept | None:
        """What is kept next in the recording."""
        place = self._places.get(annotation_id, len(self.kept)) + 1
        return self.kept[place] if place < len(self.kept) else None

    def touching(self, position: int) -> tuple[Kept, ...]:
        """What is kept of a character of the reading text."""
        return tuple(each for each in self.kept if _holds(each.span, position))

    def of_span(self, span: Span) -> Kept | None:
        """What is kept of just these words of the reading text."""
        told = self._told(span)
        wanted = told and (told[0].position, told[0].quote.exact)
        selectors = ((each, each.annotation.selector) for each in self.kept)
        return next(
            (each for each, has in selectors if wanted == (has.position, has.quote.exact)), None
        )

    # Keeping

    def keep_heard(self, time: int, lead: int) -> None:
        """Bookmark the sentence heard `lead` ms before `time`, once; without a text, the moment."""
        if not self.is_ready:
            return
        moment = max(0, time - lead)
        heard = self._text.heard_at(time, lead) if self._text else None
        selector, voice = heard or (Selector((moment, moment)), "")
        before = next((each for each in self.kept if each.annotation.selector == selector), None)
        if before is not None:
            self.kept_before.emit(before)
        else:
            self._add(selector, AnnotationKind.BOOKMARK, voice=voice, is_untidied=True)

    def highlight(self, span: Span, colour: int) -> bool:
        """Highlight a span of the reading text; a `colour` of 0 bookmarks it.

        What is kept of just these words takes the colour; True if a new one is made.
        """
        told, same = self._told(span), self.of_span(span)
        if same is not None:
            self.recolour(same, colour)
        elif told is not None and self.is_ready:
            self._add(told[0], _kind(colour), colour=colour, voice=told[1])
            return True
        return False

    def recolour(self, kept: Kept, colour: int) -> None:
        """Let what is kept take a colour, as if just its words were highlighted."""
        key = kept.annotation.id
        if colour and colour != kept.annotation.colour:
            self.colour([key], colour, lambda: self._tell(self.recoloured, key))
        else:
            self.kept_before.emit(kept)

    # Changing

    def write(self, annotation_id: str, note: str, tags: Sequence[str]) -> None:
        """Give an annotation this note (Markdown) and these tags."""
        self._do(lambda store: store.change(annotation_id, note=note, tags=tuple(tags)))

    def colour(
        self, annotation_ids: Sequence[str], colour: int, then: Callable[[], None] = _nothing
    ) -> None:
        """Make them highlights of this colour; a `colour` of 0 makes bookmarks of them."""
        kind = _kind(colour)
        found = [self.find(each) for each in annotation_ids]
        is_of_kind = all(each and each.annotation.kind is kind for each in found)
        name = "Change Colour" if colour and is_of_kind else ""
        self._do(
            lambda store: store.change(*annotation_ids, colour=colour, kind=kind, name=name), then
        )

    def tidy(self, *annotation_ids: str) -> None:
        """They were looked at."""
        self._do(lambda store: store.change(*annotation_ids, is_untidied=False))

    def delete(self, *annotation_ids: str) -> None:
        """Take them away, until undone."""
        self._do(lambda store: store.delete(*annotation_ids))

    def change_colour(self, number: int, name: str, hue: str) -> None:
        """Give a colour another name or look ("#rrggbb"); empty leaves it."""
        self._do(lambda store: store.change_colour(number, name=name or None, hex_value=hue))

    def undo(self) -> None:
        """Take back the last change, also one before the last start."""
        self._do(Annotations.undo)

    def redo(self) -> None:
        """Do again what was undone."""
        self._do(Annotations.redo)

    # Moving

    def grow(self, annotation_id: str) -> None:
        """One sentence more at the end."""
        self._resize(annotation_id, Sentences.with_sentence_after, "Lengthen")

    def shrink(self, annotation_id: str) -> None:
        """One sentence less at the end."""
        self._resize(annotation_id, Sentences.without_last_sentence, "Shorten")

    def grow_start(self, annotation_id: str) -> None:
        """One sentence more at the start."""
        self._resize(annotation_id, Sentences.with_sentence_before, "Lengthen")

    def shrink_start(self, annotation_id: str) -> None:
        """One sentence less at the start."""
        self._resize(annotation_id, Sentences.without_first_sentence, "Shorten")

    def move(self, annotation_id: str, span: Span) -> None:
        """Let it stand for another span of the reading text."""
        told = self._told(span)
        if told is not None:
            self._do(
                lambda store: store.change(annotation_id, selector=told[0], voice=told[1] or None),
                lambda: self._tell(self.moved, annotation_id),
            )

    def accept_guess(self, annotation_id: str) -> None:
        """Its best guess is its place."""
        found = self.find(annotation_id)
        if found is not None and found.guess is not None:
            self.move(annotation_id, found.guess)

    def take_words(self) -> None:
        """Let all that have a place quote the open text, where it says it in other words."""
        text = self._text
        if text is not None:
            moved = {
                each.annotation.id: told[0]
                for each in self.kept
                if each.is_reworded and each.span and (told := text.told(each.span))
            }
            self._do(lambda store: store.move(moved, name="Take Words From Transcript"))

    def merge(self, *annotation_ids: str) -> None:
        """Make one of several; of one, with the one after it."""
        found = [each for each in map(self.find, annotation_ids) if each is not None]
        if len(found) == 1 and (following := self.after(annotation_ids[0])) is not None:
            found.append(following)
        if len(found) > 1:
            selector = self._whole(found)
            keys = [each.annotation.id for each in found]
            self._do(lambda store: store.merge(*keys, selector=selector))

    def split(self, annotation_id: str, position: int | None = None) -> bool:
        """Make two of it, before the word at a `position` of the reading text that lies in it,
        else after its first sentence; False where it has no parts."""
        found = self.find(annotation_id)
        span = found.span if found else None
        parts = self._text.parted(span, position) if self._text and span else []
        if not parts:
            return False
        (one, voice), (other, other_voice) = parts
        voices = voice, other_voice
        self._do(lambda store: store.split(annotation_id, one, other, voices))
        return True

    # Its own work

    def _told(self, span: Span) -> tuple[Selector, str] | None:
        return self._text.told(span) if self._text is not None else None

    def _whole(self, found: Sequence[Kept]) -> Selector:
        spans = [each.span for each in found if each.span is not None]
        if len(spans) == len(found):
            told = self._told((min(start for start, _ in spans), max(end for _, end in spans)))
            if told is not None:
                return told[0]
        return joined([each.annotation.selector for each in found])

    def _add(
        self,
        selector: Selector,
        kind: AnnotationKind,
        *,
        colour: int = 0,
        voice: str = "",
        is_untidied: bool = False,
    ) -> None:
        now = datetime.now().astimezone()
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
            self._do(
                lambda store: store.add(self._changes.settled(made)),
                lambda: self._tell(self.added, made.id),
            )

    def _tell(self, signal: SignalInstance, annotation_id: str) -> None:
        found = self.find(annotation_id)
        if found is not None:
            signal.emit(found)

    def _resize(self, annotation_id: str, resized: Resized, verb: str) -> None:
        found = self.find(annotation_id)
        if self._text is None or found is None or found.span is None:
            return
        told = self._text.resized(found.span, resized)
        if told is None:
            return
        name = f"{verb} {found.annotation.kind.value.capitalize()}"
        self._do(
            lambda store: store.change(
                annotation_id, selector=told[0], voice=told[1] or None, name=name
            ),
            lambda: self._tell(self.resized, annotation_id),
        )

    def _do(
        self,
        change: Change | None,
        then: Callable[[], None] = _nothing,
        *,
        is_renewing: bool = False,
        before: Callable[[], None] = _nothing,
    ) -> None:
        """Change something and read all again, off the GUI thread; then tell."""
        episode_id, script, text = self._episode_id, self._script, self._text

        def work(_: object) -> _Read:
            before()
            if change is not None:
                self._changes.make(change)
            return self._read(episode_id, script, text, is_renewing=is_renewing)

        def done(read: _Read) -> None:
            self._tell_fault(read)
            if script is self._script and episode_id == self._episode_id:
                self._take(read)
                then()

        self._keeper.run(work, done, self._fail)

    @property
    def _store(self) -> Annotations:
        """On the keeper's thread: where what is kept can be read and changed now."""
        return self._changes.store

    def _read(
        self, episode_id: str, script: Script | None, text: KeptText | None, *, is_renewing: bool
    ) -> _Read:
        if text is None and script is not None:
            text = KeptText(script).prepare()
        try:
            return self._said(episode_id, text, is_renewing=is_renewing)
        except StoreError as fault:
            self._changes.fall_back(fault)
            return self._said(episode_id, text, is_renewing=is_renewing)

    def _said(self, episode_id: str, text: KeptText | None, *, is_renewing: bool) -> _Read:
        kept = self._placed(episode_id, text)
        if is_renewing and text is not None and (moved := text.renewed(kept)):
            self._store.reanchor(moved)
            kept = self._placed(episode_id, text)
        colours = self._store.colours()
        return _Read(
            text,
            kept,
            self._store.undo_name() or "",
            self._store.redo_name() or "",
            {colour.number: colour.name for colour in colours},
            {colour.number: colour.hex for colour in colours},
            self._changes.count,
            self._changes.fault,
        )

    def _placed(self, episode_id: str, text: KeptText | None) -> tuple[Kept, ...]:
        found = self._store.of_episode(episode_id) if episode_id else []
        kept = text.placed(found) if text else tuple(Kept(each, None) for each in found)
        unsaved = self._changes.unsaved
        return tuple(
            each._replace(is_unsaved=True) if each.annotation.id in unsaved else each
            for each in kept
        )

    def _take(self, read: _Read) -> None:
        self._text, self.kept = read.text, read.kept
        self._places = {each.annotation.id: k for k, each in enumerate(read.kept)}
        self.colour_names, self.hues = read.colours, read.hues
        self.hues_changed.emit(read.hues)
        self.colours_changed.emit(read.colours)
        self.changed.emit(read.kept)
        self.undo_changed.emit(read.undo_name, read.redo_name)

    def _tell_fault(self, read: _Read) -> None:
        if read.waiting != self.waiting:
            self.waiting = read.waiting
            self.waiting_changed.emit(read.waiting)
        if read.fault is not None:
            self._try_soon.start()
            self.failed.emit(read.fault)

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, ReaderError):
            raise error
        self.failed.emit(error)


def _kind(colour: int) -> AnnotationKind:
    return AnnotationKind.HIGHLIGHT if colour else AnnotationKind.BOOKMARK


def _holds(span: Span | None, position: int) -> bool:
    return span is not None and span[0] <= position < max(span[1], span[0] + 1)
