"""What the player says of the episode: its names, and the picture that its recording carries."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage

from reader.jobs import Job, JobThreads
from reader.session.reading_session import ReadingSession
from ui.appearance.cover_picture import square_picture
from ui.player.episode_sign import COVER
from ui.window.main_window import MainWindow


class EpisodeSignController(QObject):
    """Looks for pictures on threads of their own: a disk may never answer."""

    def __init__(self, session: ReadingSession, window: MainWindow) -> None:
        super().__init__(window)
        self._session, self._bar = session, window.playback_bar
        self._threads = JobThreads(self)
        self._recording: Path | None = None  # whose picture was looked for
        for changed in (
            session.script_opened,
            session.episode_opened,
            session.partner_changed,
            session.renamed,
        ):
            changed.connect(lambda _: self._show())
        session.closed.connect(self._show)

    def _show(self) -> None:
        self._bar.set_episode(self._session.title, self._session.names.show)
        recording = self._session.recording
        if recording != self._recording:
            self._recording = recording
            self._bar.set_picture(None)
            if recording is not None:
                self._threads.run(
                    partial(cover_in, recording, 3 * COVER), partial(self._take, recording)
                )

    def _take(self, recording: Path, picture: QImage | None) -> None:
        if recording == self._recording:
            self._bar.set_picture(picture)


def cover_in(recording: Path, side: int, _: Job) -> QImage | None:
    """The picture that a recording carries, so many pixels wide and high; reads the file."""
    from reader.recording.cover import picture_in

    data = picture_in(recording)
    return square_picture(data, side) if data else None
