"""The length of recordings that do not state it, or state another one.

Of an mp3 without an index and of a bare AAC stream, players guess it from the bit rate of the
beginning; with a variable bit rate they are a third off. WebM that a browser recorded states none,
and neither does what is still being written.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from reader.errors import ReaderError
from reader.jobs import Job, JobThreads
from reader.regular_file import open_regular
from reader.session.reading_session import ReadingSession

_SUFFIXES = frozenset((".mp3", ".mp2", ".mpga", ".aac", ".adts"))
_CONTAINERS = frozenset(
    (".webm", ".mkv", ".mka", ".ogg", ".oga", ".ogx", ".opus", ".spx", ".ts", ".m2ts", ".mts")
)
_INDEX_MARKS = (b"Xing", b"Info", b"VBRI")  # in the first frame, of those that know their length
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
        if recording is not None and recording.suffix.lower() in _SUFFIXES | _CONTAINERS:
            done = partial(self._report, recording)
            self._job = self._threads.run(partial(_length, recording), done)
        elif recording is not None:
            self._session.transport.trust_length()

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _report(self, recording: Path, length: int | None) -> None:
        if recording != self._session.recording:
            return
        if length is None:
            self._session.transport.trust_length()
        elif length:
            self._session.transport.set_sure_length(length)


def _length(recording: Path, job: Job) -> int | None:
    """0 where it cannot be read: that is reported by the player."""
    try:
        return length_of(recording, lambda: job.is_cancelled)
    except (ReaderError, OSError, ImportError):
        return 0


def length_of(recording: Path, is_cancelled: Callable[[], bool] = lambda: False) -> int | None:
    """In ms, by its packets; None where it states its length itself.

    Raises ReaderError, OSError, and ImportError without PyAV.
    """
    if recording.suffix.lower() in _CONTAINERS:
        from reader.recording.av_audio import length_unless_stated

        return length_unless_stated(recording, is_cancelled)
    if recording.suffix.lower() not in _SUFFIXES or _has_index(recording):
        return None
    from reader.recording.av_audio import length_by_packets

    return length_by_packets(recording, is_cancelled)


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
