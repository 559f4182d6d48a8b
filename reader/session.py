"""What is open now: what windows and the terminal show and command."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from reader import settings as prefs
from reader.episode import Episode
from reader.episode_opener import EpisodeOpener
from reader.errors import ReaderError, StoreError, StoreFault
from reader.file_pair import FilePair
from reader.first_look import FirstLook
from reader.jobs import Worker
from reader.line_follower import LineFollower
from reader.listening_history import ListeningHistory
from reader.place_keeper import PlaceKeeper
from reader.playback.player import PlayerState
from reader.playback.transport import Transport
from reader.reading_options import reading_options
from reader.reading_text import Place
from reader.recent_episodes import RecentEpisodes
from reader.script import Script, scripted
from reader.settings import Settings
from reader.store.library import Library

if TYPE_CHECKING:
    from reader.exporting import Writer

_SAVE_EVERY = 4_000  # ms: a killed process loses at most 5 s
_TRY_AGAIN_AFTER = 20_000  # ms; another program that holds the library makes each try wait
_VIEWING = {prefs.ARE_BLANKS_SHOWN.key, *(view.key for view in prefs.VIEWS.values())}
_RESTART = 1_500  # ms into a line from which "previous" means its own start


class ReadingSession(QObject):
    """One episode at a time: its transcript, its recording, and where both are.

    An opening shows a transcript at once; its recording and the reader's place follow.
    """

    opening_started = Signal(str)  # the file's name
    opening_progressed = Signal(float)  # 0 to 1
    opening_ended = Signal()
    script_opened = Signal(object)  # Script
    episode_opened = Signal(object)  # Episode, with the place where the reader left off
    partner_missing = Signal(object)  # MissingPartner
    closed = Signal()
    episode_recorded = Signal(str, str)  # the id it had, and the one the library knows it by
    library_mended = Signal()  # it takes what it refused before
    failed = Signal(object)  # ReaderError
    current_changed = Signal(object)  # tuple of cue indices, the one that leads last
    word_changed = Signal(int, int, int)  # cue, offset and length in its text; length 0: none
    spot_changed = Signal(object, int, str)  # Spot, time, cause: for the sync log
    exported = Signal(object)  # Path
    history_changed = Signal()
    recent_changed = Signal(object)  # list of Episode
    missing_changed = Signal(object)  # files of recent episodes that are gone: frozenset of Path

    def __init__(
        self,
        transport: Transport,
        settings: Settings,
        library: Library,
        *,
        opener: Worker,
        keeper: Worker,
    ) -> None:
        super().__init__()
        self.transport = transport
        self.settings = settings
        self.script: Script | None = None
        self.recording: Path | None = None
        self.episode: Episode | None = None
        self.history = ListeningHistory()
        self.asked_for: tuple[Path, ...] = ()
        self._writer = opener
        self._opener = EpisodeOpener(library, reader=opener, keeper=keeper, parent=self)
        self._opener.options = reading_options(settings)
        self._follower = LineFollower(
            are_words_estimated=settings.get(prefs.ARE_WORDS_ESTIMATED), parent=self
        )
        self._recent = RecentEpisodes(library, keeper, parent=self)
        self._places = PlaceKeeper(library, keeper, parent=self)
        self._left: tuple[int, bool] | None = None  # by `play_from`: the time, whether it played
        self._met: dict[str, Episode] = {}  # all that were open, by their ids
        self._told_faults: set[tuple[Path | None, StoreFault]] = set()
        self._scroll = 0
        self._saver = QTimer(self, interval=_SAVE_EVERY)
        self._connect()
        self._forward()

    def _connect(self) -> None:
        self._saver.timeout.connect(self._save_place_if_idle)
        self._places.recorded.connect(self._take_record)
        self._places.kept.connect(self._rejoice)
        self._places.failed.connect(self._place_failed)
        self._opener.read.connect(self._show_files)
        self._opener.script_read.connect(self._replace_script)
        self._opener.found.connect(self._begin)
        self._opener.failed.connect(self._opening_failed)
        self._recent.failed.connect(self.tell_failure)
        self.settings.changed.connect(self._preference_changed)
        self.transport.ticked.connect(self._follower.tick)
        self.transport.state_changed.connect(self._player_changed)
        self.transport.set_border_source(self._follower.next_border)

    def _forward(self) -> None:
        opener, follower, recent = self._opener, self._follower, self._recent
        opener.started.connect(self.opening_started)
        opener.progressed.connect(self.opening_progressed)
        opener.ended.connect(self.opening_ended)
        opener.partner_missing.connect(self.partner_missing)
        follower.current_changed.connect(self.current_changed)
        follower.word_changed.connect(self.word_changed)
        follower.spot_changed.connect(self.spot_changed)
        recent.changed.connect(self.recent_changed)
        recent.missing_changed.connect(self.missing_changed)
        self.transport.failed.connect(self.failed)

    # Opening

    @property
    def files(self) -> FilePair:
        """What is open."""
        return FilePair(self.recording, self.script.path if self.script else None)

    @property
    def title(self) -> str:
        """What the open episode is called; empty with nothing open."""
        return (self.script.title if self.script else "") or self.files.title

    def open(self, *paths: Path) -> None:
        """Open a transcript, a recording or both; what was open stays until that worked."""
        if paths:
            self.asked_for = paths
            self._opener.open(paths)

    def take(self, found: FirstLook) -> None:
        """Open files that were looked at already."""
        self._opener.take(found)

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

    def cancel_opening(self) -> None:
        """Leave things as they are: a recording whose transcript is being read plays without it."""
        self._opener.cancel()

    def choose_recording(self, path: Path) -> None:
        """Play this recording to the open transcript, now and whenever it is opened."""
        if self.script is not None:
            self._opener.choose_recording(self.script.path, path)

    def choose_transcript(self, path: Path) -> None:
        """Read this transcript to the open recording, now and whenever it is opened."""
        if self.recording is not None:
            self._opener.choose_transcript(self.recording, path)

    def close(self) -> None:
        """Keep the place and show nothing."""
        self._opener.stop()
        self.save_place()
        self._forget_open()
        self.closed.emit()
        self.load_recent()

    def _show_files(self, files: FilePair, script: Script | None) -> None:
        self.save_place()
        self._forget_open()
        self.recording = files.recording
        if script is not None:
            self._show_script(script)

    def _begin(self, files: FilePair, episode: Episode) -> None:
        self.recording, self.episode, self._scroll = files.recording, episode, episode.scroll
        self._met[episode.id] = episode
        if self.recording is not None:
            if episode.rate is not None:
                self.transport.set_rate(episode.rate)
            self.transport.open(self.recording, _resumed(episode))
        self._saver.start()
        self.episode_opened.emit(episode)

    def _show_script(self, script: Script) -> None:
        self.script = script
        self._follower.show(script)
        self.script_opened.emit(script)

    def _replace_script(self, script: Script) -> None:
        """The one of an episode that is open already is shown where the reader is."""
        self._show_script(script)
        if self.episode is not None:
            self._tick()
            self.episode_opened.emit(self._left_off(self.episode))

    def _forget_open(self) -> None:
        self._saver.stop()
        self._left = None
        self.transport.close()
        self.script = self.recording = self.episode = None
        self.history = ListeningHistory()
        self.history_changed.emit()
        self._scroll = 0
        self._follower.show(None)

    # What is kept

    def load_recent(self) -> None:
        """Tell the episodes opened last."""
        self._recent.load()

    def forget(self, episode: Episode) -> None:
        """Take an episode from the list of recent ones."""
        self._recent.forget(episode)

    def restore(self, episode: Episode) -> None:
        """Undo `forget`."""
        self._recent.restore(episode)

    def save_place(self) -> None:
        """Keep where the reader is, without waiting for the disk."""
        if self.episode is not None:
            self._places.keep(self._left_off(self.episode))

    def try_library_again(self, *, is_another: bool = False) -> None:
        """Keep now what the library refused; `is_another` if it was replaced by another one.

        Then it gets to know all episodes that were open, since notes of them may not be saved.
        """
        self._told_faults.clear()
        if is_another:
            for episode in self._met.values():
                self._places.record(episode)
        self.save_place()
        self.load_recent()

    def _save_place_if_idle(self) -> None:
        if not self._places.is_busy:
            self.save_place()

    def _take_record(self, former_id: str, episode: Episode) -> None:
        self._met.pop(former_id, None)
        self._met[episode.id] = episode
        if self.episode is not None and self.episode.id == former_id:
            self.episode = episode
        self.episode_recorded.emit(former_id, episode.id)

    def _rejoice(self) -> None:
        self._saver.setInterval(_SAVE_EVERY)
        if self._told_faults:
            self._told_faults.clear()
            self.library_mended.emit()

    def _place_failed(self, error: Exception) -> None:
        self._saver.setInterval(_TRY_AGAIN_AFTER)
        self.tell_failure(error)

    def _left_off(self, episode: Episode) -> Episode:
        """An episode with the place where the reader is now."""
        transport = self.transport
        left = replace(episode, rate=transport.rate, scroll=self._scroll)
        if self.recording is None:
            return left
        return replace(left, position=transport.time, length=transport.length or episode.length)

    def set_scroll(self, offset: int) -> None:
        """Tell which character of the reading text is at the top of the view."""
        self._scroll = offset

    def export(self, path: Path, writer: Writer) -> None:
        """Write the open transcript, as its file said it, over whatever is at `path`."""
        from reader.exporting import save  # noqa: PLC0415 - costs time at the start

        if self.script is not None:
            source = self.script.source
            self._writer.run(
                lambda _: save(source, path, writer, may_replace=True),
                lambda _: self.exported.emit(path),
                self.tell_failure,
            )

    # Playing

    def play_from(self, place: Place) -> None:
        """Play from the word at a place."""
        time = self.script.time_of(place) if self.script else None
        self._left = None
        if time is not None and self.recording is not None:
            self._left = self.transport.time, self.transport.state is PlayerState.PLAYING
            self.play_at(time)

    def take_back(self) -> None:
        """Undo `play_from` at once: the click was not meant to play."""
        if self._left is None:
            return
        (time, was_playing), self._left = self._left, None
        if not was_playing:
            self.transport.pause()
        self.history.drop()
        self.transport.seek(time)
        self.history_changed.emit()

    def play_at(self, time: int) -> None:
        """Jump to a time, in milliseconds, and play from there."""
        self.jump(time)
        self.transport.play()

    def jump(self, time: int) -> None:
        """Go to a time, so that `go_back` returns to where it was."""
        self.history.leave(self.transport.time)
        self.history_changed.emit()
        self.transport.seek(time)

    def go_back(self) -> None:
        """Return to where the last jump began."""
        self._walk(self.history.back(self.transport.time))

    def go_forward(self) -> None:
        """Go again where `go_back` came from."""
        self._walk(self.history.forward(self.transport.time))

    def skip_back(self) -> None:
        """A settable step back."""
        self.transport.step(-self.settings.get(prefs.BACK_STEP))

    def skip_forward(self) -> None:
        """A settable step forward."""
        self.transport.step(self.settings.get(prefs.FORWARD_STEP))

    def previous_line(self) -> None:
        """The start of this line, or near it the line before."""
        time = self.transport.time
        timeline = self._follower.timeline
        start = timeline.start_before(time + 1)
        if start is not None and time - start < _RESTART:
            start = timeline.start_before(start)
        self.transport.seek(start or 0)

    def next_line(self) -> None:
        """The start of the next line."""
        start = self._follower.timeline.next_start(self.transport.time)
        if start is not None:
            self.transport.seek(start)

    def repeat_line(self) -> None:
        """Hear the current line again, or in a silence the line before it."""
        span = self._follower.line_here(self.transport.time)
        if span is not None:
            self.transport.seek(span[0])
            self.transport.play()

    def loop(self, start: int, end: int) -> None:
        """Loop a span of the reading text, from its first word to its last."""
        self._loop(self.script.times_between(start, end) if self.script else None)

    def loop_line(self) -> None:
        """Loop the current line."""
        self._loop(self._follower.line_here(self.transport.time))

    def _loop(self, span: tuple[int, int] | None) -> None:
        if span is None or span[0] >= span[1]:
            return
        self.transport.set_loop(span)
        if not span[0] <= self.transport.time < span[1]:
            self.jump(span[0])
        self.transport.play()

    def _walk(self, time: int | None) -> None:
        if time is not None:
            self.transport.seek(time)
            self.history_changed.emit()

    # What is spoken

    @property
    def current(self) -> tuple[int, ...]:
        """The cues being spoken, the one that leads last."""
        return self._follower.current

    @property
    def lead(self) -> int | None:
        """The cue that leads."""
        return self._follower.lead

    def line_at(self, time: int) -> str:
        """The text of the line spoken at a time; empty where there is none."""
        return self.script.line_at(time) if self.script else ""

    def _tick(self) -> None:
        self._follower.tick(self.transport.time, "seek")

    # What happens elsewhere

    def _player_changed(self, state: PlayerState) -> None:
        if state in (PlayerState.PAUSED, PlayerState.ENDED):
            self.save_place()

    def _preference_changed(self, key: str) -> None:
        if key == prefs.ARE_WORDS_ESTIMATED.key:
            self._follower.set_words_estimated(self.settings.get(prefs.ARE_WORDS_ESTIMATED))
            self._tick()
        elif key in _VIEWING:
            self._view()

    def _view(self) -> None:
        """Show the open transcript with other views of it."""
        self._opener.options = options = reading_options(self.settings)
        if self.script is not None:
            given = self.script.options
            options = options._replace(encoding=given.encoding, format=given.format)
            self._show_script(scripted(self.script.path, self.script.source, options))
            self._tick()

    def _opening_failed(self, error: ReaderError) -> None:
        self.tell_failure(error)
        if not any(self.files):
            self.load_recent()

    def tell_failure(self, error: Exception) -> None:
        """A fault of the library is told once: the place is kept every few seconds."""
        if not isinstance(error, ReaderError):
            raise error
        if isinstance(error, StoreError):
            if (error.path, error.fault) in self._told_faults:
                return
            self._told_faults.add((error.path, error.fault))
        self.failed.emit(error)


def _resumed(episode: Episode) -> int:
    """Where to go on: an episode heard to its end starts again."""
    is_over = episode.length and episode.position > episode.length - 2_000
    return 0 if is_over else episode.position
