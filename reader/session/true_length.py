"""The length of recordings that do not state it, or state another one.

Of an mp3 without an index and of a bare AAC stream, players guess it from the bit rate of the
beginning; with a variable bit rate they are a third off. WebM that a browser recorded states none,
and neither does what is still being written, or FLAC that was made as it came.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer

from reader.errors import ReaderError
from reader.jobs import Job, JobThreads
from reader.message import message
from reader.recording import ogg_streams
from reader.regular_file import open_regular
from reader.session.reading_session import ReadingSession

_SUFFIXES = frozenset((".mp3", ".mp2", ".mpga", ".aac", ".adts"))
_CONTAINERS = ogg_streams.SUFFIXES | {".webm", ".mkv", ".mka", ".ts", ".m2ts", ".mts"}
_FLAC = ".flac"
_MEASURED = _SUFFIXES | _CONTAINERS | {_FLAC}
_CHAINED = message(
    "“{file}” holds several recordings one after the other, of which VLC plays only the first. To "
    "hear all of them, save them as one with an audio editor."
)
_INDEX_MARKS = (b"Xing", b"Info", b"VBRI")  # in the first frame, of those that know their length
_UNTIL_LOOK = 500  # ms: who opened something comes first, and what reads packets is slow to load
_FIRST_FRAME = 4_096  # bytes that hold it


class TrueLength(QObject):
    """Reads the packets of each such recording that is opened, and gives the transport its length.

    On a thread of its own: it reads the whole file, which may lie far away.
    """

    def __init__(self, session: ReadingSession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._threads = JobThreads(self)
        self._job: Job | None = None
        self._soon = QTimer(self, interval=_UNTIL_LOOK, singleShot=True)
        self._soon.timeout.connect(self._begin)
        session.episode_opened.connect(self._look)
        session.partner_changed.connect(self._look)
        session.closed.connect(self._stop)
        self._look()

    def close(self) -> None:
        """Look no more."""
        self._stop()
        self._threads.finish()

    def _look(self) -> None:
        self._stop()
        recording = self._session.recording
        if recording is not None and recording.suffix.lower() in _MEASURED:
            self._soon.start()
        elif recording is not None:
            self._session.transport.trust_length()

    def _begin(self) -> None:
        recording = self._session.recording
        if recording is not None:
            done = partial(self._report, recording)
            self._job = self._threads.run(partial(_look_into, recording), done)

    def _stop(self) -> None:
        self._soon.stop()
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _report(self, recording: Path, found: _Found) -> None:
        if recording != self._session.recording:
            return
        if found.length is None:
            self._session.transport.trust_length()
        elif found.length:
            self._session.transport.set_sure_length(found.length)
        if found.is_chained:
            said = _CHAINED.filled(file=recording.name)
            self._session.report_failure(ReaderError(said))


class _Found(NamedTuple):
    """The length of a recording as `length_of` gives it, 0 where it cannot be read; and whether
    it holds several streams, one after the other."""

    length: int | None
    is_chained: bool


def _look_into(recording: Path, job: Job) -> _Found:
    """What cannot be read is reported by the player."""

    def is_cancelled() -> bool:
        return job.is_cancelled

    is_chained = False
    try:
        if recording.suffix.lower() in ogg_streams.SUFFIXES:
            is_chained = ogg_streams.has_chained_streams(recording, is_cancelled)
        return _Found(length_of(recording, is_cancelled), is_chained)
    except (ReaderError, OSError, ImportError):
        return _Found(0, is_chained)


def length_of(recording: Path, is_cancelled: Callable[[], bool] = lambda: False) -> int | None:
    """In ms, by its packets; None where it states its length itself.

    Raises ReaderError, OSError, and ImportError without PyAV.
    """
    if recording.suffix.lower() in _CONTAINERS:
        from reader.recording.av_audio import length_unless_stated

        return length_unless_stated(recording, is_cancelled)
    if recording.suffix.lower() not in _MEASURED or _states_length(recording):
        return None
    from reader.recording.av_audio import length_by_packets

    return length_by_packets(recording, is_cancelled)


def _states_length(recording: Path) -> bool:
    return (_counts_samples if recording.suffix.lower() == _FLAC else _has_index)(recording)


def _counts_samples(recording: Path) -> bool:
    """Whether FLAC says how many samples it has, in 36 bits of its first block: RFC 9639, 8.2."""
    with open_regular(recording) as file:
        head = file.read(26)
    return not head.startswith(b"fLaC") or any((head[21] & 0x0F, *head[22:26]))


def _has_index(recording: Path) -> bool:
    """Whether its first frame holds no sound but the number of frames."""
    with open_regular(recording) as file:
        file.seek(_tag_size(file.read(10)))
        head = file.read(_FIRST_FRAME)
    return any(mark in head for mark in _INDEX_MARKS)


def _tag_size(head: bytes) -> int:
    """How many bytes of ID3 come before the sound: the picture of a cover, often. ID3v2.4, 3.1."""
    if len(head) < 10 or not head.startswith(b"ID3"):
        return 0
    size = 0
    for byte in head[6:10]:
        size = size << 7 | byte & 0x7F
    return size + 10
