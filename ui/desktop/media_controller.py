"""The session in the desktop's player panel: its facts shown there, and the requests from there."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from uuid import uuid4

from PySide6.QtCore import QObject, QTemporaryDir, QTimer

from reader import paths
from reader import settings as prefs
from reader.errors import ReaderError
from reader.jobs import Job, Jobs
from reader.playback.player import PlayerState
from reader.session.reading_session import ReadingSession
from reader.transcript.script import Script
from ui.desktop.media_controls import MediaControls, NowPlaying, PlayingStatus
from ui.window.main_window import MainWindow
from ui.window.wiring import Controllers

_MOST_VOICES = 4
_REST = 1_000  # ms after an opening
_STATUS = {PlayerState.PLAYING: PlayingStatus.PLAYING, PlayerState.PAUSED: PlayingStatus.PAUSED}
_MARK = paths.resources() / "icons" / "earmark-512.png"


class MediaController(QObject):
    """All wires between the session and one panel."""

    def __init__(
        self,
        session: ReadingSession,
        window: MainWindow,
        controllers: Controllers,
        controls: MediaControls,
        *,
        opener: Jobs,
        open_name: Callable[[str], object],
    ) -> None:
        """`opener` reads the recording's picture, `open_name` opens what a panel names."""
        super().__init__(window)
        self._session, self._window, self._controllers = session, window, controllers
        self._controls = controls
        self._voices: tuple[str, ...] = ()
        self._opener = opener
        # PyAV takes its time to load, and nobody waits for a picture.
        self._look_soon = QTimer(self, interval=_REST, singleShot=True)
        self._look_soon.timeout.connect(self._look_for_picture)
        self._pictures = QTemporaryDir()  # a panel wants them as files
        self._picture: tuple[Path, Path | None] | None = None  # of which recording, and where
        self._connect_facts()
        self._connect_requests(open_name)
        self._read_voices(session.script)
        self._look_soon.start()

    # The wires

    def _connect_facts(self) -> None:
        session, transport = self._session, self._session.transport
        session.script_opened.connect(self._read_voices)
        session.script_changed.connect(self._read_voices)
        session.script_closed.connect(partial(self._read_voices, None))
        session.episode_opened.connect(self._look_soon.start)
        session.partner_changed.connect(self._look_soon.start)
        for fact in (
            session.episode_opened,
            session.partner_changed,
            session.renamed,
            transport.state_changed,
            transport.length_changed,
            transport.rate_changed,
            transport.volume_changed,
            transport.muted_changed,
        ):
            fact.connect(self._show)
        self._controllers.queue.changed.connect(self._show)
        for moved in (transport.seeked, transport.skipped):
            moved.connect(lambda _, time: self._controls.emit_seeked(time))

    def _connect_requests(self, open_name: Callable[[str], object]) -> None:
        session, transport, controls = self._session, self._session.transport, self._controls
        controls.raise_requested.connect(partial(open_name, ""))
        controls.open_requested.connect(open_name)
        controls.quit_requested.connect(self._window.close)
        controls.play_requested.connect(transport.play)
        controls.pause_requested.connect(transport.pause)
        controls.toggle_requested.connect(transport.toggle)
        controls.next_requested.connect(self._go_on)
        controls.previous_requested.connect(self._window.commands["previous_line"].trigger)
        controls.seek_requested.connect(session.navigator.jump)
        controls.step_requested.connect(self._step)
        controls.rate_requested.connect(transport.set_rate)
        controls.volume_requested.connect(self._set_volume)
        controls.keep_requested.connect(self._keep)

    # Facts

    def _read_voices(self, script: Script | None) -> None:
        self._voices = script.reading.voices[:_MOST_VOICES] if script is not None else ()
        self._show()

    def _look_for_picture(self) -> None:
        recording = self._session.recording
        if recording is None or (self._picture and self._picture[0] == recording):
            return
        self._picture = recording, None
        stem = Path(self._pictures.path()) / uuid4().hex  # a new name: panels remember pictures

        def look(_: Job) -> Path | None:
            with suppress(ReaderError, OSError, ImportError):  # then the panel shows our mark
                from reader.recording.artwork import save_artwork

                return save_artwork(recording, stem)
            return None

        self._opener.run(look, partial(self._show_picture, recording))

    def _show_picture(self, recording: Path, picture: Path | None) -> None:
        if recording == self._session.recording:
            self._picture = recording, picture
            self._show()

    def _art(self) -> Path:
        """The recording's own picture, else our mark."""
        recording, picture = self._picture or (None, None)
        return picture if picture and recording == self._session.recording else _MARK

    def _show(self, *_: object) -> None:
        playing = now_playing(self._session, self._voices, self._art())
        is_queued = bool(self._controllers.queue.queued)
        self._controls.show(playing._replace(is_queued=is_queued))

    # Requests

    def _go_on(self) -> None:
        """To what is queued; without that, to the next line."""
        if not self._controllers.queue.play_first():
            self._window.commands["next_line"].trigger()

    def _step(self, delta: int) -> None:
        transport = self._session.transport
        last = transport.length or transport.time + delta
        transport.seek(min(last, transport.time + delta))

    def _set_volume(self, volume: int) -> None:
        self._session.transport.set_volume(volume)
        if volume and self._session.transport.is_muted:
            self._session.transport.set_muted(False)

    def _keep(self) -> None:
        """What was heard just now, whatever is selected: who asks may not see the window."""
        if self._controllers.notebook is not None:
            lead = self._session.settings.get(prefs.REACTION_LEAD)
            heard = self._session.navigator.heard_back(lead)
            notebook = self._controllers.notebook.notes.notebook
            notebook.keep_heard(self._session.transport.time, heard)


def now_playing(session: ReadingSession, voices: tuple[str, ...], art: Path) -> NowPlaying:
    """What a panel shows of a session; `art` is a picture."""
    transport, recording = session.transport, session.recording
    script = session.script
    said = script.source.metadata if script is not None else {}
    return NowPlaying(
        _STATUS.get(transport.state, PlayingStatus.STOPPED),
        session.episode.id if session.episode else "",
        session.title,
        session.names.show or said.get("show", ""),
        voices,
        transport.length,
        art.as_uri() if session.title else "",
        recording.absolute().as_uri() if recording is not None else "",
        transport.rate,
        0 if transport.is_muted else transport.volume,
        script is not None and script.effective.is_timed,
    )
