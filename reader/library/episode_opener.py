"""From the files a reader chose to an opened episode, off the GUI thread."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import closing, suppress
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal, SignalInstance

from reader.episode import NO_NAMES, Episode, Names
from reader.errors import ReaderError, StoreError, TranscriptError
from reader.jobs import Job, Jobs, Worker
from reader.library.episode_names import TranscriptNames, found_names
from reader.library.episode_overlays import overlays_of
from reader.library.file_pair import (
    FilePair,
    MissingPartner,
    Partner,
    checked,
    heard,
    partner_of,
    sorted_out,
)
from reader.library.first_look import FirstLook, script_in
from reader.overlays.overlays import NO_OVERLAYS, Overlays
from reader.paths import is_book_sound
from reader.regular_file import is_regular, open_regular
from reader.store.library import Library
from reader.transcript.reading_text import ReadingText
from reader.transcript.script import AS_GUESSED, ReadingOptions, Script

if TYPE_CHECKING:
    from reader.library.script_cache import ScriptCache

T = TypeVar("T")

_UNTIL_KEPT = 1_000  # ms: a listener who opened something comes first
_UNTIL_KEPT_AGAIN = 10_000  # ms: more corrections may follow


class _Pending(NamedTuple):
    """Files that were read and shown; of their episode nothing may be known yet."""

    files: FilePair
    given: TranscriptNames
    episode: Episode | None = None
    overlays: Overlays = NO_OVERLAYS


class _Unreadable(ReaderError):  # noqa: N818 - wraps one
    """A transcript that could not be read, among the files it was to be opened with."""

    def __init__(self, files: FilePair, error: TranscriptError) -> None:
        super().__init__(error.message, path=error.path)
        self.files, self.error = files, error


class _Resolved(NamedTuple):
    """What the library and the folder know of the files being opened."""

    partner: Partner
    episode: Episode
    choice: ReadingOptions = AS_GUESSED
    fault: StoreError | None = None
    overlays: Overlays = NO_OVERLAYS


class EpisodeOpener(QObject):
    """Opens one episode at a time, in two steps; of two openings the last one wins.

    First it looks: the files are sorted by content, a transcript is read and emitted. Then it
    settles: the library is asked for the missing half and for the place, and both are emitted.
    """

    started = Signal(str)  # the file's name
    progressed = Signal(float)  # 0 to 1
    ended = Signal()
    read = Signal(object)  # FirstLook: to be shown instead of the last
    joined = Signal(object)  # FirstLook: to be shown with the half that is open
    script_read = Signal(object)  # Script: to be shown with the same recording
    found = Signal(object, object, object)
    """FilePair, Episode with the place where the reader left off, Overlays."""
    partner_missing = Signal(object)  # MissingPartner
    failed = Signal(object)  # ReaderError

    def __init__(
        self,
        library: Library,
        *,
        reader: Jobs,
        keeper: Worker,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.prepare: Callable[[ReadingText], object] = lambda _: None
        """Called on the reading thread with each text: for what a window wants made of it."""
        self.cache: ScriptCache | None = None  # of what was read before
        self.books: Path | None = None  # the folder of what narrated books sound like
        self.options = AS_GUESSED  # for every file; a file's own encoding and format come on top
        # Whatever looks at files is done by `reader`, and asks the keeper for the rest.
        self._library = library.asked_by(keeper.ask)
        self._reader, self._keeper = reader, keeper
        self._choices: dict[Path, ReadingOptions] = {}  # how the reader wants a file to be read
        self._looking: Job | None = None
        self._settling: Job | None = None
        self._pending: _Pending | None = None
        self._unread: FilePair | None = None  # the files whose transcript failed last
        # The text is painted before the library is asked: its first use loads SQLite.
        self._settle_soon = QTimer(self, interval=0, singleShot=True)
        self._settle_soon.timeout.connect(self.settle)
        self._shown: tuple[Script, Overlays] | None = None  # what the cache is to keep
        self._keep_soon = QTimer(self, singleShot=True)
        self._keep_soon.timeout.connect(self._keep)

    # What can be asked for

    def open(self, paths: Sequence[Path]) -> None:
        """Open a transcript, a recording or both, in any order."""
        given = [path.absolute() for path in paths]
        self._look(paths[0].name, lambda job: self._first_look(sorted_out(given), job))

    def take(self, found: FirstLook) -> None:
        """Emit files that were looked at already; `settle` then goes on with them."""
        self._stop_looking()
        self._looked(found)
        self._settle_soon.stop()

    def choose_recording(self, transcript: Path, recording: Path, given: TranscriptNames) -> None:
        """Play this recording to the open transcript, now and from now on."""
        files = FilePair(recording.absolute(), transcript)
        self._begin(
            recording.name,
            lambda _: FirstLook(heard(checked(files)), None),
            lambda found: self._show(found, given, self.joined),
        )

    def choose_transcript(self, recording: Path, transcript: Path) -> None:
        """Read this transcript to the open recording, now and from now on."""
        files = FilePair(recording, transcript.absolute())
        self._begin(
            transcript.name,
            lambda job: self._first_look(checked(files), job),
            lambda found: self._show(found, TranscriptNames.of(found.script), self.joined),
        )

    def read_again(self, transcript: Path, encoding: str | None, format: str | None) -> None:
        """Read an open transcript again; what works is remembered for it."""
        choice = ReadingOptions(encoding=encoding, format=format)
        self._begin(
            transcript.name,
            lambda job: self._read(transcript, choice, job),
            partial(self._reread, choice),
        )

    def open_as(self, transcript: Path, encoding: str | None, format: str | None) -> None:
        """Open what could not be read as guessed, read so; what works is remembered for it."""
        choice = ReadingOptions(encoding=encoding, format=format)
        before = self._unread
        files = before if before and before.transcript == transcript else FilePair(None, transcript)
        self._begin(
            transcript.name,
            lambda job: FirstLook(files, self._read(transcript, choice, job)),
            partial(self._looked_as, choice),
        )

    def open_as_new(self, episode: Episode, paths: Sequence[Path]) -> None:
        """Open files as an episode of their own, where another one was known by their paths."""
        former = episode.former
        if former is not None:
            self._keeper.run(
                lambda _: self._library.leave_files(episode.id, former),
                lambda _: self.open(paths),
                self._fail,
            )

    def cancel(self) -> None:
        """End it here: a recording whose transcript is being read is opened without it."""
        if self._looking is not None:
            self._stop_looking()
            self._report_end()
        if self._pending is not None:
            self._stop_settling()
            self._finish(self._pending)

    def stop(self) -> None:
        """Drop what is on its way; nothing but its end is emitted."""
        is_underway = self._is_underway
        self._keep_soon.stop()
        self._keep()
        self._stop_looking()
        self._stop_settling()
        self._pending = None
        if is_underway:
            self.ended.emit()

    def keep_again(self, script: Script, overlays: Overlays) -> None:
        """Let the cache keep what was changed while it is open, if no more is for a while."""
        self._keep_in(_UNTIL_KEPT_AGAIN, script, overlays)

    def _keep_in(self, ms: int, script: Script, overlays: Overlays) -> None:
        if self.cache is not None:
            if self._shown is not None and self._shown[0].path != script.path:
                self._keep()  # it was left before its time
            self._shown = script, overlays
            self._keep_soon.start(ms)

    # Looking: what was open stays until this worked

    def _look(self, name: str, look: Callable[[Job], FirstLook]) -> None:
        self._begin(name, look, self._looked)

    def _begin(self, name: str, work: Callable[[Job], T], done: Callable[[T], None]) -> None:
        self._stop_looking()
        self.started.emit(name)
        self._looking = self._reader.run(
            work, done, self._look_failed, self.progressed.emit, crashed=self._break_off
        )

    def _first_look(self, files: FilePair, job: Job) -> FirstLook:
        if files.transcript is None:
            return FirstLook(files, None)
        scroll, voices, corrections = self._library.first_known_of(files.transcript)
        overlays = Overlays(voices, corrections=corrections)
        try:
            script = self._read_as_chosen(files.transcript, job, overlays)
        except TranscriptError as error:
            raise _Unreadable(files, error) from error
        return FirstLook(files, script, scroll, overlays)

    def _read_as_chosen(self, path: Path, job: Job, overlays: Overlays = NO_OVERLAYS) -> Script:
        return self._read(path, self._choices.get(path, AS_GUESSED), job, overlays)

    def _read(
        self, path: Path, choice: ReadingOptions, job: Job, overlays: Overlays = NO_OVERLAYS
    ) -> Script:
        options = self.options._replace(encoding=choice.encoding, format=choice.format)
        script = script_in(path, options, job, overlays, self.cache)
        self.prepare(script.reading)
        return script

    def _keep(self) -> None:
        """Keep what was read, so that it is there sooner the next time."""
        cache, shown, self._shown = self.cache, self._shown, None
        if cache is not None and shown is not None:
            self._reader.run(lambda _: cache.keep(*shown), lambda _: None, lambda _: None)

    def _looked(self, found: FirstLook) -> None:
        if found.script is not None:
            self._keep_in(_UNTIL_KEPT, found.script, found.overlays)
        self._show(found, TranscriptNames.of(found.script), self.read)

    def _show(self, found: FirstLook, given: TranscriptNames, fact: SignalInstance) -> None:
        self._looking = None
        self._stop_settling()
        self._pending = _Pending(found.files, given)
        self._settle_soon.start()
        fact.emit(found)

    def _looked_as(self, choice: ReadingOptions, found: FirstLook) -> None:
        assert found.script is not None
        self._take_choice(found.script.path, choice)
        self._remember(found.script.path, choice)
        self._looked(found)

    def _reread(self, choice: ReadingOptions, script: Script) -> None:
        self._looking = None
        self._choices[script.path] = choice
        self._remember(script.path, choice)
        self._report_end()
        self.script_read.emit(script)

    def _remember(self, transcript: Path, choice: ReadingOptions) -> None:
        encoding, format = choice.encoding or "", choice.format or ""
        self._reader.run(
            lambda _: self._library.remember_reading(transcript, encoding, format),
            lambda _: None,
            self._fail,
        )

    def _look_failed(self, error: ReaderError) -> None:
        self._looking = None
        if isinstance(error, _Unreadable):
            self._read_as_remembered(error)
        else:
            self._give_up(error)

    def _read_as_remembered(self, unread: _Unreadable) -> None:
        """As guessed it cannot be read: perhaps the reader once said how it can."""
        self._unread, transcript = unread.files, unread.files.transcript
        if transcript is None or transcript in self._choices:
            self._give_up(unread.error)
            return

        def read(choice: ReadingOptions) -> None:
            if choice == AS_GUESSED:
                self._give_up(unread.error)
            else:
                self.open_as(transcript, choice.encoding, choice.format)

        self._looking = self._reader.run(
            lambda _: self._chosen_reading(transcript),
            read,
            lambda _: self._give_up(unread.error),
            crashed=self._break_off,
        )

    def _give_up(self, error: ReaderError) -> None:
        self._break_off()
        self._fail(error)

    def _break_off(self, _: object = None) -> None:
        self._looking = None
        self._report_end()

    def _stop_looking(self) -> None:
        if self._looking is not None:
            self._looking.cancel()
            self._looking = None

    # Settling: what belongs to the files, and where the reader left off

    def settle(self) -> None:
        """Ask the library about the files that were emitted last."""
        if self._pending is not None and self._settling is None:
            files, given = self._pending[:2]
            self._settling = self._reader.run(
                lambda job: self._known(files, given, job), self._settled
            )

    def _known(self, files: FilePair, given: TranscriptNames, job: Job) -> _Resolved:
        """Where the library fails, the episode plays all the same; it is recorded later."""
        own = self._own_sound(files, job)
        try:
            partner = self._partner_of(files, own)
            whole = files.with_partner(partner.path)
            episode = self._record(whole, given)
            choice = self._chosen_reading(whole.transcript)
            if whole.transcript and whole.recording and choice != AS_GUESSED:
                # As guessed it may look like no transcript: its recording would not find it.
                self._library.remember_partner(whole.transcript, whole.recording)
            return _Resolved(partner, episode, choice, overlays=overlays_of(self._library, episode))
        except StoreError as fault:
            return self._known_by_reading(files.with_partner(own and own.path), given, fault)

    def _record(self, whole: FilePair, given: TranscriptNames) -> Episode:
        title, show, day = _names_of(whole, given)
        return self._library.record_opened(*whole, title, show=show, date=day)

    def _own_sound(self, files: FilePair, job: Job) -> Partner | None:
        """The recording that a narrated book brings along; None of any other file."""
        book = files.transcript
        if self.books is None or book is None or files.recording or not _is_archive(book):
            return None
        from reader.library.book_sounds import recording_of_book

        try:
            made = recording_of_book(book, self.books, lambda: job.is_cancelled)
        except ReaderError as fault:
            return Partner(None, fault=fault)
        return Partner(made) if made else None

    def _known_by_reading(
        self, files: FilePair, given: TranscriptNames, fault: StoreError
    ) -> _Resolved:
        try:
            return _known_in(self._library, files, given, fault)
        except StoreError:
            pass
        # What can still be read of a damaged one has the episode too, and with it its notes.
        with closing(self._library.copied_to_memory()) as memory:
            return _known_in(memory, files, given, fault)

    def _partner_of(self, files: FilePair, own: Partner | None) -> Partner:
        """The missing half: the `own` sound of a book where no other was chosen; of a copy that
        lies elsewhere, that of the file it is a copy of."""
        chosen = self._chosen_partner(files)
        if own is not None and (chosen is None or is_book_sound(chosen)):
            return own
        partner = partner_of(files, chosen)
        if partner.path is None and not files.is_whole:
            known = self._library.known_episode(*files)
            half = known and (known.recording if files.recording is None else known.transcript)
            if half and half != files.known and is_regular(half):
                return Partner(half)
        return partner

    def _chosen_partner(self, files: FilePair) -> Path | None:
        if files.transcript and files.recording:
            self._library.remember_partner(files.transcript, files.recording)
            return None
        return self._library.chosen_partner(files.known)

    def _chosen_reading(self, transcript: Path | None) -> ReadingOptions:
        return _chosen_reading(self._library, transcript)

    def _settled(self, settled: _Resolved) -> None:
        assert self._pending is not None
        files, partner = self._pending.files, settled.partner
        self._settling = None
        self._pending = self._pending._replace(episode=settled.episode, overlays=settled.overlays)
        whole = files.with_partner(partner.path)
        is_read_otherwise = self._take_choice(whole.transcript, settled.choice)
        if files.transcript is None and whole.transcript is not None:
            self._read_partner(whole.transcript)
        else:
            self._finish(self._pending._replace(files=whole))
            if is_read_otherwise and whole.transcript is not None:
                self.read_again(whole.transcript, settled.choice.encoding, settled.choice.format)
        if not whole.is_whole:
            is_recording = whole.recording is None
            missing = MissingPartner(is_recording, files.known, partner.candidates)
            self.partner_missing.emit(missing)
        if partner.fault is not None:
            self.failed.emit(partner.fault)
        if settled.fault is not None:
            self.failed.emit(settled.fault)

    def _take_choice(self, transcript: Path | None, choice: ReadingOptions) -> bool:
        """Whether a transcript is to be read otherwise than it was: the library is asked late."""
        if transcript is None or self._choices.get(transcript, AS_GUESSED) == choice:
            return False
        self._choices[transcript] = choice
        return True

    def _read_partner(self, transcript: Path) -> None:
        self._settling = self._reader.run(
            lambda job: self._read_as_chosen(transcript, job),
            self._partner_read,
            self._partner_unread,
            self.progressed.emit,
            crashed=self._finish_without,
        )

    def _partner_read(self, script: Script) -> None:
        assert self._pending is not None
        unsettled = self._pending
        self.script_read.emit(script)
        self._pending = unsettled._replace(files=unsettled.files.with_partner(script.path))
        self._name_by(script)

    def _name_by(self, script: Script) -> None:
        """Record what the transcript calls the episode: it was not read when that was recorded."""
        assert self._pending is not None
        files, given = self._pending.files, TranscriptNames.of(script)
        self._settling = self._reader.run(
            lambda _: self._record(files, given),
            self._finish_as,
            lambda _: self._finish_without(),
            crashed=self._finish_without,
        )

    def _finish_as(self, episode: Episode) -> None:
        if self._pending is not None:
            self._finish(self._pending._replace(episode=episode))

    def _partner_unread(self, error: ReaderError) -> None:
        """The recording was asked for: it plays, also where its transcript can't be read."""
        assert self._pending is not None
        if isinstance(error, TranscriptError) and error.path is not None:
            self._unread = self._pending.files.with_partner(error.path)
        self._finish_without()
        self._fail(error)

    def _finish_without(self, _: object = None) -> None:
        if self._pending is not None:
            self._finish(self._pending)

    def _finish(self, opened: _Pending) -> None:
        self._settling = self._pending = None
        self._report_end()
        episode = opened.episode or _unrecorded(
            opened.files, found_names(opened.files, opened.given.without_words())
        )
        self.found.emit(opened.files, episode, opened.overlays)

    def _stop_settling(self) -> None:
        self._settle_soon.stop()
        if self._settling is not None:
            self._settling.cancel()
            self._settling = None

    # Its end

    @property
    def _is_underway(self) -> bool:
        return self._looking is not None or self._pending is not None

    def _report_end(self) -> None:
        if not self._is_underway:
            self.ended.emit()

    def _fail(self, error: ReaderError) -> None:
        self.failed.emit(error)


def _is_archive(path: Path) -> bool:
    with suppress(OSError), open_regular(path) as file:
        return file.read(2) == b"PK"
    return False


def _names_of(files: FilePair, given: TranscriptNames) -> Names:
    """What the files are called; the tags are read from the disk."""
    from reader.recording.tags import names_in_tags

    tags = names_in_tags(files.recording) if files.recording else NO_NAMES
    return found_names(files, given, tags)


def _unrecorded(files: FilePair, names: Names) -> Episode:
    """An episode that the library does not know yet."""
    from uuid import uuid4

    now = datetime.now(UTC)
    made = Episode(str(uuid4()), "", *files, opened_at=now, updated_at=now, is_recorded=False)
    return made.found_as(names)


def _known_in(
    library: Library, files: FilePair, given: TranscriptNames, fault: StoreError
) -> _Resolved:
    """What is known by reading alone."""
    chosen = None if files.is_whole else library.chosen_partner(files.known)
    partner = partner_of(files, chosen)
    whole = files.with_partner(partner.path)
    episode = library.known_episode(*whole) or _unrecorded(whole, _names_of(whole, given))
    choice = _chosen_reading(library, whole.transcript)
    return _Resolved(partner, episode, choice, fault, overlays_of(library, episode))


def _chosen_reading(library: Library, transcript: Path | None) -> ReadingOptions:
    if transcript is None:
        return AS_GUESSED
    encoding, format = library.chosen_reading(transcript)
    return ReadingOptions(encoding=encoding or None, format=format or None)
