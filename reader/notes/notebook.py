"""What a listener keeps of the open episode: made, changed, undone, and placed in its text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from enum import Enum, auto
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, SignalInstance

from reader.annotation import COLOUR_NAMES, Annotation, AnnotationKind, Selector
from reader.correction import Correction
from reader.episode import Episode, Names
from reader.errors import ReaderError, StoreError
from reader.jobs import Worker
from reader.message import Message
from reader.notes.episode_notes import EpisodeNotes
from reader.notes.kept import Kept, KeptText, QuotedPassage, Resized, Span
from reader.notes.notes_read import NotesRead, OpenKeys, read_notes
from reader.notes.sentences import Sentences
from reader.notes.turn_words import TurnWords
from reader.store.annotations import Annotations
from reader.store.change_names import (
    CARRY_VOICES,
    CHANGE_COLOUR,
    LENGTHEN,
    SHORTEN,
    TAKE_VOICES,
    TAKE_WORDS,
    change_name,
)
from reader.store.edit import Command
from reader.store.rows import new_id
from reader.store.sync_maps import SyncKeys
from reader.store.unsaved import Change, Changes
from reader.transcript.reading_text import ReadingText
from reader.transcript.script import Script
from reader.transcript.text_sync import TextSync
from reader.voice_names import NO_VOICES, VoiceNames


class CommandKind(Enum):
    """What was done, where a listener wants to hear of it and to take it back."""

    DELETE = auto()
    MERGE = auto()
    SPLIT = auto()
    JOIN = auto()
    UNDO = auto()
    REDO = auto()


_TRY_AGAIN_AFTER = 10_000  # ms


def _nothing() -> None:
    pass


class Notebook(QObject):
    """The annotations of one episode. A change is on the disk before it is emitted.

    Where the library takes none, a change is marked as unsaved, made in a copy in memory and tried
    again until it is on the disk. Without an open episode it still changes and undoes what was
    kept of others.
    """

    changed = Signal(object)  # tuple of Kept, in order of time
    added = Signal(object)  # Kept: just made
    postponed = Signal()  # asked for while the words are still being read: it is done after that
    kept_before = Signal(object)  # Kept: what would have been kept once more
    recoloured = Signal(object)  # Kept: it took another colour instead of being kept once more
    moved = Signal(object)  # Kept: to other words
    resized = Signal(object)  # Kept: grown or shrunk
    commanded = Signal(object, object)  # CommandKind, Command: done, with all that it was about
    change_began = Signal()  # it can be undone already: an undo waits for it
    undo_changed = Signal(object, object)  # what could be undone and redone; empty for nothing
    colours_changed = Signal(object)  # names by number
    hues_changed = Signal(object)  # "#rrggbb" by number
    sync_changed = Signal(object)  # TextSync of the open files, as it was read
    voices_changed = Signal(object)  # VoiceNames of the open transcript, as they were read
    corrections_changed = Signal(object)  # sequence of Correction for the open episode, as read
    names_read = Signal(object)  # Names of the open episode, as the library has them now
    waiting_changed = Signal(int)  # how many changes are not saved
    saved_beside = Signal(object)  # Path, as asked
    saved_apart = Signal()  # all that is kept is in a file of its own, as asked
    failed = Signal(object)  # ReaderError

    def __init__(
        self,
        annotations: Annotations,
        keeper: Worker,
        parent: QObject | None = None,
        colour_name: Callable[[str], str] = str,
    ) -> None:
        """`colour_name` says the names that colours have at first in the listener's language."""
        super().__init__(parent)
        self._colour_name = colour_name
        self._changes = Changes(annotations, lambda: [each.annotation for each in self.kept])
        self._keeper = keeper
        self._keys = OpenKeys()
        self._sync: TextSync | None = None
        self._voices: VoiceNames | None = None
        self._turns: TurnWords | None = None  # of the file's own text
        self.voices_of_show: tuple[str, ...] = ()
        self._corrections: Sequence[Correction] | None = None
        self._script: Script | None = None
        self._notes = EpisodeNotes()
        self._words: KeptText | None = None  # of the script; the keeper prepares them
        self._is_left = False  # another text is shown than that of the notes
        self._being_kept: dict[Selector, str] = {}  # ids of what is asked for and not shown yet
        self.waiting = 0
        self._saving = 0  # changes that were asked for, and not answered yet
        self._try_soon = QTimer(self, interval=_TRY_AGAIN_AFTER, singleShot=True)
        self._try_soon.timeout.connect(self.try_again)
        self.colour_names: dict[int, str] = {}
        self.hues: dict[int, str] = {}

    # Which episode

    def open_episode(self, episode: Episode, script: Script | None) -> None:
        """Read what was kept of an episode, where its text lies in its recording, who speaks."""
        former = episode.former.transcript if episode.former is not None else ""
        key = episode.transcript_key if script is not None else ""
        self.open(episode.id, script, SyncKeys.of(episode), key, former)

    def open(
        self,
        episode_id: str,
        script: Script | None,
        keys: SyncKeys | None = None,
        transcript_key: str = "",
        former_key: str = "",
    ) -> None:
        """Read what was kept of an episode and find its places in `script`.

        `keys` are those of its files, where it has both; `former_key` is that of the transcript
        which had the name of this one before.
        """
        self._is_left = False
        before, self._keys = self._keys, OpenKeys(episode_id, keys, transcript_key)
        is_other = episode_id != before.episode or _has_moved(self._script, script)
        is_other_text = transcript_key != before.transcript
        if keys != before.files:
            self._sync = None
        if episode_id != before.episode:
            self._corrections = None
        self._script = script
        if is_other_text:
            self._voices, self.voices_of_show = None, ()
        if self._words is None or self._words.script is not script:
            self._words = KeptText(script) if script is not None else None
            self._notes = replace(self._notes, text=None)
        if script is not None and (self._turns is None or self._turns.source is not script.source):
            self._turns = TurnWords(script.source)
        carry = self._carrying(former_key) if is_other_text and transcript_key else _nothing
        self._do(None, is_renewing=is_other, before=carry)

    def leave_text(self) -> None:
        """Another text is shown, before the library has found its episode. Until that is opened,
        a position in the reading text is not one of these notes' text."""
        self._is_left = True
        self._notes = replace(self._notes, text=None)

    def close(self) -> None:
        """Nothing is open."""
        self._is_left = False
        self._keys, self._script, self._notes = OpenKeys(), None, EpisodeNotes()
        self._words = self._sync = self._voices = self._turns = self._corrections = None
        self.voices_of_show = ()
        self.changed.emit(())

    def is_placed_in(self, reading: ReadingText) -> bool:
        """Whether this is the text that places were found in: another one may be open already."""
        text = self._notes.text
        return text is not None and text.script.reading is reading

    def read_again(self) -> None:
        """Look what is kept now."""
        self._do(None)

    def look(self) -> None:
        """See whether the library is still at its place, and what is kept now."""
        self._do(None, before=self._changes.look)

    def save_beside(self, target: Path) -> None:
        """Write all that is kept to a new file; go on with the library that is at its place."""
        self._do(
            None,
            lambda: self.saved_beside.emit(target),
            before=lambda: self._changes.save_beside(target),
        )

    def save_apart(self, target: Path) -> None:
        """Write all that is kept to a new file; what waits to be saved waits on."""
        self._do(None, self.saved_apart.emit, before=lambda: self._changes.write_to(target))

    def try_again(self) -> None:
        """Save what the library refused."""
        self._do(None, before=self._changes.save)

    def stop(self) -> None:
        """Try no more: the keeper is gone."""
        self._try_soon.stop()

    def adopt(self, former_id: str, episode_id: str) -> None:
        """The library has recorded an episode, perhaps under another id: save what waits."""
        if self._keys.episode == former_id:
            self._keys = self._keys._replace(episode=episode_id)
        self._do(None, before=lambda: self._changes.adopt(former_id, episode_id))

    @property
    def is_saving(self) -> bool:
        """Whether a change is under way: it may not be on the disk yet."""
        return self._saving > 0

    @property
    def is_ready(self) -> bool:
        """Whether the episode's words have been read, so that they can be kept."""
        return bool(self._keys.episode) and (self._script is None or self._notes.text is not None)

    @property
    def kept(self) -> tuple[Kept, ...]:
        """All that is kept of it, in order of time."""
        return self._notes.kept

    def find(self, annotation_id: str) -> Kept | None:
        """The annotation with this id."""
        return self._notes.find(annotation_id)

    def touching(self, position: int) -> tuple[Kept, ...]:
        """What is kept of a character of the reading text."""
        return self._notes.touching(position) if self._notes.text is not None else ()

    def sentence_at(self, position: int) -> Span | None:
        """The sentence at a position of the reading text; None before its words are read."""
        text = self._notes.text
        return text.sentence_at(position) if text is not None else None

    def of_span(self, span: Span) -> Kept | None:
        """What is kept of just these words of the reading text."""
        return self._notes.of_span(span)

    # Keeping

    def keep_heard(self, time: int, lead: int) -> str:
        """Bookmark the sentence heard `lead` ms before `time`, once; without a text, the moment.

        Where that one is kept and the next has begun by `time`, the listener means the next.
        Gives the id of what is kept of it now.
        """
        if not self.is_ready:
            return self._keep_when_read(time, lead)
        heard = self._notes.heard_at(time, lead)
        if self._kept_of(heard) and (begun := self._notes.begun_at(time)) is not None:
            heard = begun
        before = self._notes.with_selector(heard.selector)
        if before is not None:
            self.kept_before.emit(before)
        return self._kept_of(heard) or self._add(heard, is_unreviewed=True)

    def _kept_of(self, heard: QuotedPassage) -> str:
        before = self._notes.with_selector(heard.selector)
        return before.annotation.id if before else self._being_kept.get(heard.selector, "")

    def being_kept(self, span: Span) -> str:
        """The id of what is just being saved of these words; empty for nothing."""
        passage = self._notes.quoted(span)
        return self._being_kept.get(passage.selector, "") if passage is not None else ""

    def highlight(self, span: Span, colour: int) -> str:
        """Highlight a span of the reading text; a `colour` of 0 bookmarks it.

        What is kept of just these words takes the colour; else gives the id of the new one.
        """
        passage, same = self._notes.quoted(span), self.of_span(span)
        if same is not None:
            self.recolour(same, colour)
        elif passage is not None and passage.selector in self._being_kept:
            self._afterwards(lambda: self.highlight(span, colour))
        elif passage is not None and self.is_ready:
            return self._add(passage, colour)
        return ""

    def recolour(self, kept: Kept, colour: int) -> None:
        """Let what is kept take a colour, as if just its words were highlighted."""
        key = kept.annotation.id
        if colour and colour != kept.annotation.colour:
            self.colour([key], colour, lambda: self._emit(self.recoloured, key))
        else:
            self.kept_before.emit(kept)

    # Changing

    def write(self, annotation_id: str, note: str, tags: Sequence[str]) -> None:
        """Give an annotation this note (Markdown) and these tags; to write is to have looked."""
        found, given = self.find(annotation_id), tuple(tags)
        if found is None or (found.annotation.note, found.annotation.tags) != (note, given):
            self._do(
                lambda store: store.change(
                    annotation_id, note=note, tags=given, is_unreviewed=False
                )
            )

    def colour(
        self, annotation_ids: Sequence[str], colour: int, then: Callable[[], None] = _nothing
    ) -> None:
        """Make them highlights of this colour; a `colour` of 0 makes bookmarks of them."""
        kind = _kind(colour)
        found = [self.find(each) for each in annotation_ids]
        is_of_kind = all(each and each.annotation.kind is kind for each in found)
        name = CHANGE_COLOUR if colour and is_of_kind else ""
        self._do(
            lambda store: store.change(*annotation_ids, colour=colour, kind=kind, name=name), then
        )

    def tidy(self, *annotation_ids: str) -> None:
        """They were looked at."""
        self._do(lambda store: store.change(*annotation_ids, is_unreviewed=False))

    def delete(self, *annotation_ids: str) -> None:
        """Take them away, until undone."""
        self._command(CommandKind.DELETE, lambda store: store.delete(*annotation_ids))

    def change_colour(self, number: int, name: str, hue: str) -> None:
        """Give a colour another name or look ("#rrggbb"); empty leaves it."""
        self._do(lambda store: store.change_colour(number, name=name or None, hex_value=hue))

    @property
    def has_both_files(self) -> bool:
        """Whether a recording and a transcript are open and known by their contents."""
        return self._keys.files is not None

    def set_sync(self, sync: TextSync, name: str) -> None:
        """Let the words of the open transcript be heard then in the open recording."""
        keys = self._keys.files
        if keys is not None:
            self._do(lambda store: store.change_sync(keys, sync, name=name))

    @property
    def voices(self) -> VoiceNames:
        """Who speaks in the open transcript, by its listener."""
        return self._voices or NO_VOICES

    @property
    def can_name_voices(self) -> bool:
        """Whether a transcript is open and known by its content."""
        return bool(self._keys.transcript)

    def set_voices(self, voices: VoiceNames, name: str) -> None:
        """Let the voices of the open transcript be called so."""
        key, before, turns = self._keys.transcript, self.voices, self._turns
        if key and turns is not None:
            self._voices = voices  # what is said next is said of these, saved or not
            self._do(
                lambda store: store.change_voices(
                    key, turns.described(before), turns.described(voices), name=name
                )
            )

    def _carrying(self, former_key: str) -> Callable[[], None]:
        """Gives what was said of another transcript its places in this one, where nothing was."""
        keys, turns = self._keys, self._turns

        def carry() -> None:
            try:
                store = self._changes.store
                found = store.voices_to_carry(keys.episode, keys.transcript, former_key)
            except StoreError:
                return  # reading the notes meets it too, and reports it
            if found and turns is not None:
                carried = turns.carried(found)
                self._changes.make(
                    lambda store: store.change_voices(
                        keys.transcript, NO_VOICES, carried, name=CARRY_VOICES
                    )
                )

        return carry

    def voices_to_take(self) -> dict[str, str]:
        """By id the voice that the open text has for a note which names another one, or none."""
        return self._notes.voices_of_the_text()

    def take_voices(self) -> None:
        """Let all that have a place be said by who says it in the open text."""
        voices = self.voices_to_take()
        if voices:
            self._do(lambda store: store.take_voices(voices, name=TAKE_VOICES))

    def correct(
        self, corrections: Sequence[Correction], *, instead_of: Sequence[str] = (), name: str
    ) -> None:
        """Read words otherwise than the file has them; those with some ids are taken away."""
        self._do(lambda store: store.correct(corrections, instead_of=instead_of, name=name))

    def renew_sync(self, before: TextSync, after: TextSync) -> None:
        """Take more words that were heard since `before` was set, unless it was changed."""
        keys = self._keys.files
        if keys is not None:
            self._do(lambda store: store.renew_sync(keys, before, after))

    def rename_episode(self, episode_id: str, names: Names) -> None:
        """Call an episode so from now on; empty names are as found."""
        self._do(lambda store: store.rename_episode(episode_id, names))

    def join_episode(self, former_id: str, episode_id: str) -> None:
        """Let all notes of one episode be of another one."""

        def join(store: Annotations) -> Command:
            return store.join_episode(former_id, self._changes.settled_id(episode_id))

        self._command(CommandKind.JOIN, join)

    def undo(self) -> None:
        """Take back the last change, also one before the last start."""
        self._command(CommandKind.UNDO, Annotations.undo)

    def redo(self) -> None:
        """Do again what was undone."""
        self._command(CommandKind.REDO, Annotations.redo)

    # Moving

    def grow(self, annotation_id: str) -> None:
        """One sentence more at the end."""
        self._resize(annotation_id, Sentences.with_sentence_after, LENGTHEN)

    def shrink(self, annotation_id: str) -> None:
        """One sentence less at the end."""
        self._resize(annotation_id, Sentences.without_last_sentence, SHORTEN)

    def grow_start(self, annotation_id: str) -> None:
        """One sentence more at the start."""
        self._resize(annotation_id, Sentences.with_sentence_before, LENGTHEN)

    def shrink_start(self, annotation_id: str) -> None:
        """One sentence less at the start."""
        self._resize(annotation_id, Sentences.without_first_sentence, SHORTEN)

    def move(self, annotation_id: str, span: Span) -> None:
        """Let it stand for another span of the reading text."""
        passage = self._notes.quoted(span)
        if passage is not None:
            self._take_place(annotation_id, passage, self.moved)

    def accept_guess(self, annotation_id: str) -> None:
        """Its best guess is its place."""
        found = self.find(annotation_id)
        if found is not None and found.guess is not None:
            self.move(annotation_id, found.guess)

    def take_words(self) -> None:
        """Let all that have a place quote the open text, where it says it in other words."""
        if self._notes.text is not None:
            moved = self._notes.in_the_words_of_the_text()
            self._do(lambda store: store.move(moved, name=TAKE_WORDS))

    def merge(self, *annotation_ids: str) -> None:
        """Make one of several; of one, with the one after it."""
        found = self._notes.to_merge(annotation_ids)
        if len(found) > 1:
            selector = self._notes.merged(found)
            keys = [each.annotation.id for each in found]
            self._command(CommandKind.MERGE, lambda store: store.merge(*keys, selector=selector))

    def split(self, annotation_id: str, position: int | None = None) -> bool:
        """Make two of it, before the word at a `position` of the reading text that lies in it,
        else after its first sentence; False where it has no parts."""
        parts = self._notes.parted(annotation_id, position)
        if not parts:
            return False
        (one, voice), (other, other_voice) = parts
        voices, key = (voice, other_voice), new_id()
        self._command(
            CommandKind.SPLIT,
            lambda store: store.split(annotation_id, one, other, voices, second_id=key),
        )
        return True

    def _resize(self, annotation_id: str, resized: Resized, change: Message) -> None:
        found, passage = self.find(annotation_id), self._notes.resized(annotation_id, resized)
        if found is not None and passage is not None:
            name = change_name(change, [found.annotation])
            self._take_place(annotation_id, passage, self.resized, name)

    def _take_place(
        self, annotation_id: str, passage: QuotedPassage, fact: SignalInstance, name: str = ""
    ) -> None:
        selector, voice = passage.selector, passage.voice or None
        self._do(
            lambda store: store.change(annotation_id, selector=selector, voice=voice, name=name),
            lambda: self._emit(fact, annotation_id),
        )

    # Its own work

    def _add(self, passage: QuotedPassage, colour: int = 0, *, is_unreviewed: bool = False) -> str:
        made = _made(self._keys.episode, passage, colour, is_unreviewed=is_unreviewed)
        self._do(
            lambda store: store.add(self._changes.settled(made)),
            lambda: self._emit(self.added, made.id),
        )
        self._being_kept[passage.selector] = made.id
        self._afterwards(lambda: self._being_kept.pop(passage.selector, None))
        return made.id

    def _keep_when_read(self, time: int, lead: int) -> str:
        """Bookmark what was heard as soon as the words are read, also if the episode is closed."""
        episode_id, text = self._keys.episode, EpisodeNotes(text=self._words)
        made: list[Annotation] = []
        key = new_id()  # the same when it is kept in memory, and later on the disk

        def keep(store: Annotations) -> None:
            one = _made(episode_id, text.heard_at(time, lead), is_unreviewed=True)
            one = self._changes.settled(replace(one, id=key))
            same = [k for k in store.of_episode(one.episode_id) if k.selector == one.selector]
            made[:] = same or [one]
            if not same:
                store.add(one)

        if not episode_id:
            return ""
        self.postponed.emit()
        self._do(keep, lambda: self._emit(self.added, made[0].id))
        return key

    def _command(self, kind: CommandKind, change: Callable[[Annotations], Command | None]) -> None:
        made: list[Command | None] = []

        def make(store: Annotations) -> Command | None:
            made.append(change(store))
            return made[-1]

        def report() -> None:
            if made and made[-1] is not None:
                self.commanded.emit(kind, made[-1])

        self._do(make, report)

    def _emit(self, signal: SignalInstance, annotation_id: str) -> None:
        found = self.find(annotation_id)
        if found is not None:
            signal.emit(found)

    def _do(
        self,
        change: Change | None,
        then: Callable[[], None] = _nothing,
        *,
        is_renewing: bool = False,
        before: Callable[[], None] = _nothing,
    ) -> None:
        """Change something and read all again, off the GUI thread; then emit it."""
        keys, script, words = self._keys, self._script, self._words

        def work(_: object) -> NotesRead:
            before()
            if change is not None:
                self._changes.make(change)
            text = words.prepare() if words is not None else None
            return read_notes(self._changes, keys, text, is_renewing=is_renewing)

        def done(read: NotesRead) -> None:
            self._saving -= change is not None
            self._report_fault(read)
            if script is self._script and keys.episode == self._keys.episode:
                self._take(read)
                then()

        def fail(error: ReaderError) -> None:
            crash(error)
            self._fail(error)
            if change is not None:
                self.read_again()

        def crash(_error: object) -> None:
            self._saving -= change is not None

        self._saving += change is not None
        self._keeper.run(work, done, fail, crashed=crash)
        if change is not None:
            self.change_began.emit()

    def _afterwards(self, act: Callable[[], object]) -> None:
        """When all that is under way has been emitted."""

        def done(_: None) -> None:
            act()

        self._keeper.run(lambda _: None, done, self._fail)

    def _take(self, read: NotesRead) -> None:
        self._notes = replace(read.notes, text=None) if self._is_left else read.notes
        self.hues = read.hues
        names = read.colour_names.items()
        self.colour_names = {number: self._name_of_colour(number, name) for number, name in names}
        self.hues_changed.emit(read.hues)
        self.colours_changed.emit(self.colour_names)
        self.changed.emit(read.notes.kept)
        self.undo_changed.emit(read.undo_name, read.redo_name)
        if self._keys.files is not None and read.sync != self._sync:
            self._sync = read.sync
            self.sync_changed.emit(read.sync)
        if self._keys.transcript:
            self.voices_of_show = read.voices_of_show
            if read.voices != self._voices and not self.is_saving:
                self._voices = read.voices
                self.voices_changed.emit(read.voices)
        if read.notes.text is not None and read.corrections != self._corrections:
            self._corrections = read.corrections
            self.corrections_changed.emit(read.corrections)
        if read.names is not None:
            self.names_read.emit(read.names)

    def _name_of_colour(self, number: int, name: str) -> str:
        """As the listener calls it; before that, in the listener's language."""
        first = COLOUR_NAMES[number - 1] if 0 < number <= len(COLOUR_NAMES) else ""
        return self._colour_name(first) if name == first else name

    def _report_fault(self, read: NotesRead) -> None:
        if read.waiting != self.waiting:
            self.waiting = read.waiting
            self.waiting_changed.emit(read.waiting)
        if read.fault is not None:
            self._try_soon.start()
            self.failed.emit(read.fault)

    def _fail(self, error: ReaderError) -> None:
        self.failed.emit(error)


def _has_moved(before: Script | None, script: Script | None) -> bool:
    """Whether the times of the text are others than before."""
    return before is not None and script is not None and before.sync != script.sync


def _made(
    episode_id: str, passage: QuotedPassage, colour: int = 0, *, is_unreviewed: bool = False
) -> Annotation:
    """A new one, made now."""
    now = datetime.now().astimezone()
    return Annotation(
        new_id(),
        episode_id,
        _kind(colour),
        passage.selector,
        created=now,
        updated=now,
        colour=colour,
        voice=passage.voice,
        is_unreviewed=is_unreviewed,
    )


def _kind(colour: int) -> AnnotationKind:
    return AnnotationKind.HIGHLIGHT if colour else AnnotationKind.BOOKMARK
