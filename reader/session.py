"""What is open now: what windows and the terminal show and command."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from reader import settings as prefs
from reader.episode import Episode, missing_files
from reader.errors import OpeningCancelled, ReaderError, StoreError
from reader.jobs import Job, Worker
from reader.listening_history import ListeningHistory
from reader.opening import (
    FilePair,
    Partner,
    Script,
    checked,
    partner_of,
    read_script,
    scripted,
    sorted_out,
)
from reader.playback.cue_tracker import CueTracker, Spot
from reader.playback.player import PlayerState
from reader.playback.transport import Transport
from reader.reading_text import Place
from reader.settings import Settings
from reader.store.library import Library
from reader.timeline import Timeline
from reader.transcript import Word
from reader.word_timing import words_of

_SAVE_EVERY = 4_000  # ms: a killed process loses at most 5 s
_JUMPS = {"seek", "open"}
_RESTART = 1_500  # ms into a line from which "previous" means its own start


class MissingPartner(NamedTuple):
    """A half of an episode that was not found: which, for which file, and what it may be."""

    is_recording: bool
    known: Path
    candidates: tuple[Path, ...]


class _Settled(NamedTuple):
    """What the library and the folder know of the files being opened."""

    partner: Partner
    episode: Episode
    fault: StoreError | None = None


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
    failed = Signal(object)  # ReaderError
    current_changed = Signal(object)  # tuple of cue indices, the one that leads last
    word_changed = Signal(int, int, int)  # cue, offset and length in its text; length 0: none
    spot_changed = Signal(object, int, str)  # Spot, time, cause: for the sync log
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
        self._library, self._opener, self._keeper = library, opener, keeper
        self._looking: Job | None = None  # at the files to open
        self._settling: Job | None = None  # what belongs to the files just opened
        self._is_settled = True
        # The text is painted before the library is asked: its first use loads SQLite.
        self._settle_soon = QTimer(self, interval=0, singleShot=True)
        self._left: tuple[int, bool] | None = None  # by `play_from`: the time, whether it played
        self._told_fault = ""
        self._track()
        self._scroll = 0
        self._saver = QTimer(self, interval=_SAVE_EVERY)
        self._connect()

    def _connect(self) -> None:
        self._saver.timeout.connect(self.save_place)
        self._settle_soon.timeout.connect(self._settle)
        self.transport.ticked.connect(self._ticked)
        self.transport.state_changed.connect(self._player_changed)
        self.transport.failed.connect(self.failed)
        self.settings.changed.connect(self._preference_changed)
        self.transport.set_border_source(self._next_border)

    # Opening

    @property
    def files(self) -> FilePair:
        """What is open."""
        return FilePair(self.recording, self.script.path if self.script else None)

    @property
    def title(self) -> str:
        """What the open episode is called; empty with nothing open."""
        given = self.script.transcript.metadata.get("title", "") if self.script else ""
        return given or self.files.title

    def open(self, *paths: Path) -> None:
        """Open a transcript, a recording or both; what was open stays until that worked."""
        if paths:
            self._begin(paths[0].name, lambda: sorted_out([path.absolute() for path in paths]))

    def cancel_opening(self) -> None:
        """Leave things as they are: a recording whose transcript is being read plays without it."""
        if self._looking is None and self._is_settled:
            return
        self._stop_looking()
        if not self._is_settled:
            self._stop_settling()
            self._finish_opening()
        self._tell_end()

    def choose_recording(self, path: Path) -> None:
        """Play this recording to the open transcript, now and whenever it is opened."""
        if self.script is not None:
            self._choose(path.name, FilePair(path.absolute(), self.script.path))

    def choose_transcript(self, path: Path) -> None:
        """Read this transcript to the open recording, now and whenever it is opened."""
        if self.recording is not None:
            self._choose(path.name, FilePair(self.recording, path.absolute()))

    def close(self) -> None:
        """Keep the place and show nothing."""
        self._stop_looking()
        self._tell_end()
        self.save_place()
        self._forget_open()
        self.closed.emit()
        self.load_recent()

    def load_recent(self) -> None:
        """Tell the episodes opened last."""
        self._keeper.run(lambda _: self._recent(), self._tell_recent, self._store_failed)

    def _recent(self) -> tuple[list[Episode], frozenset[Path]]:
        episodes = self._library.recent()
        return episodes, missing_files(episodes)

    def _tell_recent(self, found: tuple[list[Episode], frozenset[Path]]) -> None:
        self.recent_changed.emit(found[0])
        self.missing_changed.emit(found[1])

    def forget(self, episode: Episode) -> None:
        """Take an episode from the list of recent ones."""
        self._keeper.run(
            lambda _: self._library.forget(episode.id), lambda _: None, self._store_failed
        )
        self.load_recent()

    def restore(self, episode: Episode) -> None:
        """Undo `forget`."""
        self._keeper.run(
            lambda _: self._library.restore(episode), lambda _: None, self._store_failed
        )
        self.load_recent()

    def save_place(self) -> None:
        """Keep where the reader is, without waiting for the disk."""
        episode = self.episode
        if episode is None or not episode.id:
            return
        is_played = self.recording is not None
        time = self.transport.time if is_played else episode.position
        length = self.transport.length if is_played else 0
        rate, scroll = self.transport.rate, self._scroll
        self._keeper.run(
            lambda _: self._library.remember_place(episode.id, time, length, rate, scroll),
            lambda _: None,
            self._store_failed,
        )

    def set_scroll(self, offset: int) -> None:
        """Tell which character of the reading text is at the top of the view."""
        self._scroll = offset

    # Playing

    def play_from(self, place: Place) -> None:
        """Play from the word at a place."""
        time = self.time_of(place)
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
        start = self._timeline.start_before(time + 1)
        if start is not None and time - start < _RESTART:
            start = self._timeline.start_before(start)
        self.transport.seek(start or 0)

    def next_line(self) -> None:
        """The start of the next line."""
        start = self._timeline.next_start(self.transport.time)
        if start is not None:
            self.transport.seek(start)

    def repeat_line(self) -> None:
        """Hear the current line again, or in a silence the line before it."""
        span = self._line_here()
        if span is not None:
            self.transport.seek(span[0])
            self.transport.play()

    def loop(self, start: int, end: int) -> None:
        """Loop a span of the reading text, from its first word to its last."""
        self._loop(self.times_between(start, end))

    def loop_line(self) -> None:
        """Loop the current line."""
        self._loop(self._line_here())

    def _loop(self, span: tuple[int, int] | None) -> None:
        if span is None or span[0] >= span[1]:
            return
        self.transport.set_loop(span)
        if not span[0] <= self.transport.time < span[1]:
            self.jump(span[0])
        self.transport.play()

    def _line_here(self) -> tuple[int, int] | None:
        line = self.lead
        if line is None:
            line = self._timeline.cue_at_or_before(self.transport.time)
        return None if line is None else self._timeline.span(line)

    # What is where

    @property
    def current(self) -> tuple[int, ...]:
        """The cues being spoken, the one that leads last."""
        return self._tracker.spot.cues

    @property
    def lead(self) -> int | None:
        """The cue that leads."""
        cue = self._tracker.spot.cue
        return cue if cue >= 0 else None

    def line_at(self, time: int) -> str:
        """The text of the line spoken at a time; empty where there is none."""
        found = self._timeline.current(time)
        return self.script.transcript.cues[found[-1]].text if found and self.script else ""

    def time_of(self, place: Place) -> int | None:
        """When the word at a place is spoken; None without times."""
        if self.script is None:
            return None
        cue = self.script.transcript.cues[place.cue]
        started = [word.start for word in words_of(cue) if word.offset <= place.offset]
        return started[-1] if started else cue.start

    def times_between(self, start: int, end: int) -> tuple[int, int] | None:
        """When a span of the reading text begins and ends, in milliseconds."""
        if self.script is None:
            return None
        reading, cues = self.script.reading, self.script.transcript.cues
        touched = reading.cues_between(start, end)
        if not touched:
            return None
        # A voice's name before the words belongs to none.
        first = reading.place_at(max(start, reading.ranges(touched[0])[0][0]))
        last = reading.place_at(end - 1)
        begin = None if first is None else self.time_of(first)
        if begin is None or last is None:
            return None
        words = [word for word in words_of(cues[last.cue]) if word.offset <= last.offset]
        finish = words[-1].end if words else cues[last.cue].end
        return None if finish is None or finish <= begin else (begin, finish)

    # How an opening goes on

    def _begin(self, name: str, files: Callable[[], FilePair]) -> None:
        self._stop_looking()
        self.opening_started.emit(name)
        self._looking = self._opener.run(
            lambda job: self._first_look(files(), job),
            self._looked,
            self._opening_failed,
            self.opening_progressed.emit,
        )

    def _choose(self, name: str, files: FilePair) -> None:
        self._begin(name, lambda: checked(files))

    def _stop_looking(self) -> None:
        if self._looking is not None:
            self._looking.cancel()
            self._looking = None

    def _stop_settling(self) -> None:
        self._settle_soon.stop()
        if self._settling is not None:
            self._settling.cancel()
            self._settling = None

    def _tell_end(self) -> None:
        if self._looking is None and self._is_settled:
            self.opening_ended.emit()

    def _opening_failed(self, error: Exception) -> None:
        self._looking = None
        self._tell_end()
        self._tell_failure(error)
        if self.files == (None, None):
            self.load_recent()

    def _tell_failure(self, error: Exception) -> None:
        if not isinstance(error, ReaderError):
            raise error
        if not isinstance(error, OpeningCancelled):
            self.failed.emit(error)

    def _first_look(self, files: FilePair, job: Job) -> tuple[FilePair, Script | None]:
        return files, self._read(files.transcript, job) if files.transcript else None

    def _read(self, path: Path, job: Job) -> Script:
        return read_script(
            path,
            progress=job.report,
            is_cancelled=lambda: job.is_cancelled,
            are_blanks_shown=self.settings.get(prefs.ARE_BLANKS_SHOWN),
        )

    def _looked(self, found: tuple[FilePair, Script | None]) -> None:
        files, script = found
        self._looking = None
        self.save_place()
        self._forget_open()
        self._is_settled = False
        self.recording = files.recording
        if script is not None:
            self._show_script(script)
        self._settle_soon.start()

    def _settle(self) -> None:
        files, title = self.files, self.title
        self._settling = self._keeper.run(lambda _: self._known(files, title), self._settled)

    def _known(self, files: FilePair, title: str) -> _Settled:
        """Where the library fails, the episode plays all the same; nothing is remembered."""
        try:
            partner = partner_of(files, self._chosen_partner(files))
            whole = files.with_partner(partner.path)
            return _Settled(partner, self._library.record_opened(*whole, title or whole.title))
        except StoreError as fault:
            partner = partner_of(files, None)
            return _Settled(partner, _unkept(files.with_partner(partner.path), title), fault)

    def _chosen_partner(self, files: FilePair) -> Path | None:
        if files.transcript and files.recording:
            self._library.remember_partner(files.transcript, files.recording)
            return None
        return self._library.chosen_partner(files.known)

    def _settled(self, settled: _Settled) -> None:
        self._settling = None
        self.episode = settled.episode
        files, partner = self.files, settled.partner
        if files.transcript is None and partner.path is not None:
            self._read_partner(partner.path)
        else:
            self.recording = files.recording or partner.path
            self._finish_opening()
        if not files.is_whole and partner.path is None:
            is_recording = files.recording is None
            missing = MissingPartner(is_recording, files.known, partner.candidates)
            self.partner_missing.emit(missing)
        if settled.fault is not None:
            self._store_failed(settled.fault)

    def _read_partner(self, path: Path) -> None:
        self._settling = self._opener.run(
            lambda job: self._read(path, job),
            self._partner_read,
            self._partner_unread,
            self.opening_progressed.emit,
        )

    def _partner_read(self, script: Script) -> None:
        self._show_script(script)
        self._finish_opening()

    def _partner_unread(self, error: Exception) -> None:
        """The recording was asked for: it plays, also where its transcript can't be read."""
        self._finish_opening()
        self._tell_failure(error)

    def _finish_opening(self) -> None:
        self._settling, self._is_settled = None, True
        self._tell_end()
        episode = self.episode = self.episode or _unkept(self.files, self.title)
        self._scroll = episode.scroll
        if self.recording is not None:
            if episode.rate is not None:
                self.transport.set_rate(episode.rate)
            self.transport.open(self.recording, _resumed(episode))
        self._saver.start()
        self.episode_opened.emit(episode)

    def _show_script(self, script: Script) -> None:
        self.script = script
        self._track()
        self.script_opened.emit(script)

    def _track(self) -> None:
        timeline = self.script.timeline if self.script else Timeline(())
        self._timeline, self._tracker = timeline, CueTracker(timeline, self._words_of)

    def _words_of(self, cue: int) -> tuple[Word, ...]:
        if self.script is None:
            return ()
        is_estimated = self.settings.get(prefs.ARE_WORDS_ESTIMATED)
        return words_of(self.script.transcript.cues[cue], is_estimated=is_estimated)

    def _next_border(self, time: int) -> int | None:
        return self._tracker.next_border(time)

    def _forget_open(self) -> None:
        self._saver.stop()
        self._stop_settling()
        self._is_settled = True
        self._left = None
        self.transport.close()
        self.script = self.recording = self.episode = None
        self.history = ListeningHistory()
        self.history_changed.emit()
        self._scroll = 0
        before = self._tracker.spot
        self._track()
        self._tell(before, Spot())

    # Following

    def _ticked(self, time: int, cause: str) -> None:
        before = self._tracker.spot
        is_jump = cause in _JUMPS
        spot = self._tracker.jump(time) if is_jump else self._tracker.follow(time)
        if spot is not None:
            self._tell(before, spot)
            self.spot_changed.emit(spot, time, cause)

    def _tell(self, before: Spot, spot: Spot) -> None:
        if spot.cues != before.cues:
            self.current_changed.emit(spot.cues)
        word = self._words_of(spot.cue)[spot.word] if spot.word >= 0 else None
        if word is None:
            self.word_changed.emit(-1, 0, 0)
        else:
            self.word_changed.emit(spot.cue, word.offset, word.length)

    def _player_changed(self, state: PlayerState) -> None:
        if state in (PlayerState.PAUSED, PlayerState.ENDED):
            self.save_place()

    def _walk(self, time: int | None) -> None:
        if time is not None:
            self.transport.seek(time)
            self.history_changed.emit()

    def _preference_changed(self, key: str) -> None:
        if key == prefs.ARE_WORDS_ESTIMATED.key:
            self._track()
            self._ticked(self.transport.time, "seek")
        elif key == prefs.ARE_BLANKS_SHOWN.key and self.script is not None:
            self._show_script(
                scripted(
                    self.script.path,
                    self.script.transcript,
                    are_blanks_shown=self.settings.get(prefs.ARE_BLANKS_SHOWN),
                )
            )
            self._ticked(self.transport.time, "seek")

    def _store_failed(self, error: Exception) -> None:
        """Tell a fault once: the place is kept every few seconds."""
        if not isinstance(error, StoreError):
            raise error
        if error.message != self._told_fault:
            self._told_fault = error.message
            self.failed.emit(error)


def _unkept(files: FilePair, title: str) -> Episode:
    """An episode that the library does not know: it has no id."""
    now = datetime.now(UTC)
    return Episode("", title or files.title, *files, opened_at=now, updated_at=now)


def _resumed(episode: Episode) -> int:
    """Where to go on: an episode heard to its end starts again."""
    is_over = episode.length and episode.position > episode.length - 2_000
    return 0 if is_over else episode.position
