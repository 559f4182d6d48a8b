"""What is open now: what windows and the terminal show and command."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, SignalInstance

from reader import settings as prefs
from reader.episode import Episode, Names
from reader.errors import ReaderError, StoreError, StoreFault
from reader.jobs import Job, Jobs, Worker
from reader.library.episode_names import TranscriptNames
from reader.library.episode_opener import EpisodeOpener
from reader.library.file_pair import FilePair
from reader.library.first_look import FirstLook
from reader.library.place_keeper import PlaceKeeper
from reader.library.reading_options import reading_options
from reader.library.recent_episodes import RecentEpisodes
from reader.overlays.overlays import (
    NO_OVERLAYS,
    Overlays,
    laid_again,
    scripted,
    with_corrections,
)
from reader.playback.line_follower import LineFollower
from reader.playback.navigator import Navigator
from reader.playback.study import Study
from reader.playback.transport import Transport
from reader.settings import Settings
from reader.store.library import Library
from reader.transcript.reading_text import ReadingText
from reader.transcript.script import ReadingOptions, Script
from reader.transcript.text_sync import NO_SYNC, TextSync
from reader.voice_names import VoiceNames

if TYPE_CHECKING:
    from reader.correction import Correction
    from reader.exporting import Writer
    from reader.library.script_cache import ScriptCache

_VIEWING = {prefs.ARE_BLANKS_SHOWN.key, *(view.key for view in prefs.VIEWS.values())}


class ReadingSession(QObject):
    """One episode at a time: its transcript, its recording, and where both are.

    An opening shows a transcript at once; its recording and the reader's place follow. What changes
    while an episode stays open has signals of its own: sound and place go on.
    """

    opening_started = Signal(str)  # the file's name
    opening_progressed = Signal(float)  # 0 to 1
    opening_ended = Signal()
    script_opened = Signal(object)  # Script of an episode that was not open before
    script_changed = Signal(object)  # Script of the open one: read otherwise, or other overlays
    script_closed = Signal()  # no text is open any more, at most a recording
    episode_opened = Signal(object)  # Episode, with the place where the reader left off
    partner_changed = Signal(object)  # Episode: the other half of what stays open was chosen
    partner_missing = Signal(object)  # MissingPartner
    renamed = Signal(object)  # Episode that is open: it is called otherwise now
    closed = Signal()
    episode_recorded = Signal(str, str)  # the id it had, and the one the library knows it by
    library_recovered = Signal()  # it takes what it refused before
    failed = Signal(object)  # ReaderError
    exported = Signal(object)  # Path

    def __init__(
        self,
        transport: Transport,
        settings: Settings,
        library: Library,
        *,
        opener: Jobs,
        keeper: Worker,
        cache: ScriptCache | None = None,
        books: Path | None = None,
    ) -> None:
        super().__init__()
        self.transport = transport
        self.settings = settings
        self.script: Script | None = None
        self.recording: Path | None = None
        self.left_at = 0  # in the text that is opened: known before the library returns its episode
        self.asked_for: tuple[Path, ...] = ()
        self.has_file_times = False  # whatever sync map the listener made
        self._file_worker = opener
        self._overlays = NO_OVERLAYS
        self._laying: Job | None = None
        self.is_as_file_says = False  # the corrections are left out of what is read
        self._is_joining = False  # a chosen half came to what stays open
        self._opener = EpisodeOpener(library, reader=opener, keeper=keeper, parent=self)
        self._opener.options, self._opener.cache = reading_options(settings), cache
        self._opener.books = books
        self.follower = LineFollower(
            are_words_estimated=settings.get(prefs.ARE_WORDS_ESTIMATED), parent=self
        )
        self.navigator = Navigator(transport, settings, self.follower, parent=self)
        self.study = Study(transport, settings, self.follower, parent=self)
        self.recent = RecentEpisodes(library, keeper, parent=self)
        self.places = PlaceKeeper(transport, library, keeper, parent=self)
        self._reported_faults: set[tuple[Path | None, StoreFault]] = set()
        self._connect_opener()
        self._connect_library()
        self._connect_transport()
        settings.changed.connect(self._preference_changed)

    def _connect_opener(self) -> None:
        opener = self._opener
        opener.started.connect(self.opening_started)
        opener.progressed.connect(self.opening_progressed)
        opener.ended.connect(self.opening_ended)
        opener.partner_missing.connect(self.partner_missing)
        opener.read.connect(self._show_files)
        opener.joined.connect(self._show_joined)
        opener.script_read.connect(self._show_script_of_open)
        opener.found.connect(self._begin)
        opener.failed.connect(self._opening_failed)

    def _connect_library(self) -> None:
        self.places.recorded.connect(self.episode_recorded)
        self.places.kept.connect(self._on_recovered)
        self.places.failed.connect(self.report_failure)
        self.recent.failed.connect(self.report_failure)

    def _connect_transport(self) -> None:
        self.transport.ticked.connect(self.follower.tick)
        self.transport.failed.connect(self.failed)
        self.transport.set_boundary_source(self.follower.next_boundary)

    @property
    def episode(self) -> Episode | None:
        """What is open, as the library knows it; None until it was asked."""
        return self.places.episode

    @property
    def files(self) -> FilePair:
        """What is open."""
        return FilePair(self.recording, self.script.path if self.script else None)

    @property
    def title(self) -> str:
        """What the open episode is called; empty with nothing open."""
        if self.episode is not None:
            return self.episode.title
        return FirstLook(self.files, self.script).title

    def line_at(self, time: int) -> str:
        """The text of the line spoken at a time; empty where there is none."""
        return self.script.line_at(time) if self.script else ""

    @property
    def names(self) -> Names:
        """The same, with its show and its date."""
        return self.episode.names if self.episode is not None else Names(self.title)

    @property
    def sync(self) -> TextSync:
        """What brings the open text in sync with its recording; it may not be shown yet."""
        return self._overlays.sync

    def take_names(self, names: Names) -> None:
        """The open episode is called so in the library."""
        if self.episode is not None and self.episode.names != names:
            self.places.take_names(names)
            self.renamed.emit(self.episode)

    # Opening

    def prepare_texts(self, prepare: Callable[[ReadingText], object]) -> None:
        """Have something made of each text on the thread that reads it, before it is opened."""
        self._opener.prepare = prepare

    def open(self, *paths: Path) -> None:
        """Open a transcript, a recording or both; what was open stays until that worked."""
        if paths:
            self.asked_for = tuple(path.absolute() for path in paths)
            self._opener.open(paths)

    def take(self, found: FirstLook) -> None:
        """Show files that were looked at already; `settle` then opens their episode."""
        self._opener.take(found)

    def settle(self) -> None:
        """Open the episode of the files that were taken."""
        self._opener.settle()

    def reopen(self, encoding: str | None = None, format: str | None = None) -> None:
        """Read the open transcript in this encoding and format, or as guessed where None.

        The sound goes on and the place stays; what works is remembered for this file.
        """
        if self.script is not None:
            self._opener.read_again(self.script.path, encoding, format)

    def open_as(self, transcript: Path, encoding: str, format: str) -> None:
        """Open a transcript in this encoding and format, where empty as guessed.

        What works is remembered for this file.
        """
        choice = encoding or None, format or None
        if self.script is not None and self.script.path == transcript:
            self.reopen(*choice)
        else:
            self._opener.open_as(transcript, *choice)

    def open_as_new(self) -> None:
        """Part the open files from the episode that was known by their paths, with its notes."""
        if self.episode is not None:
            self._opener.open_as_new(self.episode, self.episode.files)

    def cancel_opening(self) -> None:
        """Leave things as they are: a recording whose transcript is being read plays without it."""
        self._opener.cancel()

    def choose_recording(self, path: Path) -> None:
        """Play this recording to the open transcript, now and whenever it is opened."""
        if self.script is not None:
            found = self.episode.found.title if self.episode is not None else ""
            reported = TranscriptNames.of(self.script).or_header(found)
            self._opener.choose_recording(self.script.path, path, reported)

    def choose_transcript(self, path: Path) -> None:
        """Read this transcript to the open recording, now and whenever it is opened."""
        if self.recording is not None:
            self._opener.choose_transcript(self.recording, path)

    def close(self) -> None:
        """Keep the place and show nothing."""
        self._opener.stop()
        self.places.save()
        self._forget_open()
        self.script_closed.emit()
        self.closed.emit()
        self.recent.load()

    def _show_files(self, found: FirstLook) -> None:
        self.places.save()
        self._forget_open()
        self.recording, self.left_at = found.files.recording, found.scroll
        self._overlays = found.overlays
        if found.script is not None:
            self._show_script(found.script, self.script_opened)
        else:
            self.script_closed.emit()

    def _show_joined(self, found: FirstLook) -> None:
        """The listener chose the other half: what is open stays as it is."""
        self.places.save()
        self._is_joining = True
        self._overlays = found.overlays
        if found.script is not None:
            self._show_script_of_open(found.script)

    def _begin(self, files: FilePair, episode: Episode, overlays: Overlays) -> None:
        is_joining, self._is_joining = self._is_joining, False
        is_same_recording = files.recording == self.recording
        if is_joining and self.transport.has_recording:
            episode = self._where_the_reader_is(episode)
        self.recording = files.recording
        self.places.open(episode)
        before = self._overlays.corrections
        self._overlay(overlays._replace(sync=NO_SYNC) if self.has_file_times else overlays)
        if self._laying is None and overlays.corrections != before:
            self._lay_corrections()
        if not episode.is_recorded:
            self.places.save()  # and so record it: until then its notes are in memory alone
        if self.recording is not None and not (is_joining and is_same_recording):
            if episode.rate is not None:
                self.transport.set_rate(episode.rate)
            self.transport.open(self.recording, _resumed(episode))
        (self.partner_changed if is_joining else self.episode_opened).emit(episode)

    def _where_the_reader_is(self, episode: Episode) -> Episode:
        transport = self.transport
        return replace(episode, position=transport.time, rate=transport.rate)

    def _show_script(self, script: Script, fact: SignalInstance) -> None:
        self._stop_laying()
        self.script = script
        self.follower.show(script)
        fact.emit(script)

    def _show_script_of_open(self, script: Script) -> None:
        """Read otherwise, or the text of a recording that is open already."""
        is_new = self.episode is None
        self._show_script(script, self.script_opened if is_new else self.script_changed)
        if not is_new:
            self._tick()
            self._overlay(self._overlays)  # a file that was read again has none
            if self._laying is None and not script.edits:
                self._lay_corrections()
            self._opener.keep_again(script, self._laid_overlays)

    def _forget_open(self) -> None:
        self._stop_laying()
        self._is_joining = self.is_as_file_says = False
        self._overlays = NO_OVERLAYS
        self.transport.close()
        self.places.close()
        self.script = self.recording = None
        self.left_at = 0
        self.navigator.start_afresh()
        self.follower.show(None)

    # Another form of it

    def export(
        self,
        path: Path,
        writer: Writer,
        *,
        may_replace: bool = False,
        has_file_times: bool = False,
        is_as_file_says: bool = False,
    ) -> None:
        """Write the open transcript, with the times of the recording or those of its file, and as
        corrected or as the file says."""
        from reader.exporting import save

        if self.script is not None:
            script, overlays = self.script, self._overlays
            if has_file_times:
                overlays = overlays.without_times()
            if is_as_file_says:
                overlays = overlays._replace(corrections=())
            self._file_worker.run(
                lambda _: save(
                    overlays.laid_over(script.source),
                    path,
                    writer,
                    may_replace=may_replace,
                ),
                lambda _: self.exported.emit(path),
                self.report_failure,
            )

    def _preference_changed(self, key: str) -> None:
        if key == prefs.ARE_WORDS_ESTIMATED.key:
            self.follower.set_words_estimated(self.settings.get(prefs.ARE_WORDS_ESTIMATED))
            self._tick()
        elif key in _VIEWING:
            self._view()

    def _view(self) -> None:
        """Show the open transcript in other views."""
        self._opener.options = options = reading_options(self.settings)
        if self.script is not None:
            given = self.script.options
            self._lay(options._replace(encoding=given.encoding, format=given.format))

    def _lay(self, options: ReadingOptions) -> None:
        """Set the open transcript again, off the GUI thread; the later of two requests counts."""
        self._stop_laying()
        if self.script is not None:
            script, overlays = self.script, self._laid_overlays
            self._laying = self._file_worker.run(
                lambda _: self._laid(script, options, overlays), self._show_script_of_open
            )

    def set_sync(self, sync: TextSync) -> None:
        """Let the words of the open text be spoken when this says, from soon on."""
        if not self.has_file_times:
            self._overlay(self._overlays._replace(sync=sync))

    def set_voices(self, voices: VoiceNames) -> None:
        """Let the voices of the open text be called so, from soon on."""
        script, before = self.script, self._overlays.voices
        self._overlays = self._overlays._replace(voices=voices)
        if script is None:
            return
        if self._laying is not None:
            if not voices.says_as(before):
                self._lay(script.options)
        elif voices.says_as(script.voices):
            self.script = replace(script, voices=voices)
        else:
            self._lay_again(script)

    def _overlay(self, overlays: Overlays) -> None:
        self._overlays, script = overlays, self.script
        if script is None:
            return
        laid = overlays._replace(voices=script.voices, sync=script.sync)
        if overlays != laid or self._laying is not None:
            self._lay(script.options)

    def set_corrections(self, corrections: Sequence[Correction]) -> None:
        """Let the open text be read with these corrections, from soon on."""
        if corrections != self._overlays.corrections:
            self._overlays = self._overlays._replace(corrections=corrections)
            self._lay_corrections()

    def correct(self, correction: Correction, instead_of: Collection[str] = ()) -> None:
        """Let words be read otherwise at once, in place of corrections with some ids."""
        from reader.overlays.corrections import edits_with

        script, others = self.script, self._overlays.corrections
        kept = tuple(each for each in others if each.id not in instead_of)
        self._overlays = self._overlays._replace(corrections=(*kept, correction))
        changed = None
        if script is not None and self._laying is None and not self.is_as_file_says:
            edits = edits_with(script.spoken, script.edits, correction, instead_of)
            changed = with_corrections(script, edits) if edits is not None else None
        if changed is not None:
            self._show_script_of_open(changed)
        else:
            self._lay_corrections()

    def show_as_file_says(self, is_as_file_says: bool) -> None:
        """Leave the corrections out of what is read, or lay them over it again."""
        self.is_as_file_says = is_as_file_says
        self._lay_corrections()

    @property
    def corrections(self) -> Sequence[Correction]:
        """All that hold for what is open, shown or not."""
        return self._overlays.corrections

    @property
    def _laid_overlays(self) -> Overlays:
        overlays = self._overlays
        return overlays._replace(corrections=()) if self.is_as_file_says else overlays

    def _lay_corrections(self) -> None:
        """Set what the corrections change in the open text, off the GUI thread."""
        script = self.script
        if script is None or not (script.edits or self._laid_overlays.corrections):
            return
        if self._laying is not None:
            self._lay(script.options)
        else:
            self._lay_again(script)

    def _lay_again(self, script: Script) -> None:
        overlays, prepare = self._laid_overlays, self._opener.prepare

        def work(_: Job) -> Script:
            laid = laid_again(script, overlays)
            if laid is not script and not laid.reading.is_rewritten_from(script.reading):
                prepare(laid.reading)
            return laid

        self._laying = self._file_worker.run(work, self._show_laid)

    def _show_laid(self, script: Script) -> None:
        self._laying = None
        voices = self._overlays.voices
        if voices != script.voices and voices.says_as(script.voices):
            script = replace(script, voices=voices)
        if script is not self.script:
            self._show_script_of_open(script)

    def _laid(self, script: Script, options: ReadingOptions, overlays: Overlays) -> Script:
        """Set again from what the file said."""
        laid = scripted(script.path, script.source, options, overlays, spoken=script.spoken)
        self._opener.prepare(laid.reading)
        return laid

    def _stop_laying(self) -> None:
        if self._laying is not None:
            self._laying.cancel()
            self._laying = None

    def _tick(self) -> None:
        self.follower.tick(self.transport.time, "seek")

    # What fails

    def report_failure(self, error: ReaderError) -> None:
        """A fault of the library is reported once: the place is kept every few seconds."""
        if isinstance(error, StoreError):
            if (error.path, error.fault) in self._reported_faults:
                return
            self._reported_faults.add((error.path, error.fault))
        self.failed.emit(error)

    def try_library_again(self, *, is_another: bool = False) -> None:
        """Keep now what the library refused; `is_another` if it was replaced by another one.

        Then it gets to know all episodes that were open, since notes of them may not be saved.
        """
        self._reported_faults.clear()
        if is_another:
            self.places.record_all()
        self.places.save()
        self.recent.load()

    def _on_recovered(self) -> None:
        if self._reported_faults:
            self._reported_faults.clear()
            self.library_recovered.emit()

    def _opening_failed(self, error: ReaderError) -> None:
        self.report_failure(error)
        if not any(self.files):
            self.recent.load()


def _resumed(episode: Episode) -> int:
    """Where to go on: an episode heard to its end starts again."""
    is_over = episode.length and episode.position > episode.length - 2_000
    return 0 if is_over else episode.position
