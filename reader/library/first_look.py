"""What chosen files can show at once, before the library is asked about them.

Without Qt, so that it can begin before Qt is loaded.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from reader import formats
from reader.episode import NO_NAMES, Names
from reader.errors import OpeningCancelled, TranscriptError
from reader.library.episode_names import TranscriptNames, found_names
from reader.library.file_pair import FilePair, sorted_out
from reader.library.script_reader import read_script
from reader.message import message
from reader.overlays.overlays import NO_OVERLAYS, Overlays, scripted
from reader.transcript.model import Transcript
from reader.transcript.script import ReadingOptions, Script

if TYPE_CHECKING:
    from reader.formats.beginning import Beginning
    from reader.jobs import Job
    from reader.library.script_cache import ScriptCache

_LOOK_EVERY = 0.2  # seconds, whether nobody waits any more
_LONG = 500_000  # bytes: its beginning is shown while it is read
_LARGE = 4_000_000  # bytes: takes its time, so it is opened with progress and Cancel

_Found: TypeAlias = "Transcript | Script | Beginning"


class FirstLook(NamedTuple):
    """The files sorted by content, and the transcript among them, if there is one.

    `scroll` is where its text was left, as `Episode.scroll`, and `overlays` are what the listener
    has laid over it, as far as the library says so at once: nothing else is shown first.
    Of a long text `script` may be but the beginning.
    """

    files: FilePair
    script: Script | None
    scroll: int = 0
    overlays: Overlays = NO_OVERLAYS
    is_beginning: bool = False

    @property
    def title(self) -> str:
        """What the transcript calls itself, else the files in decent form; tags are read later."""
        return self.names(NO_NAMES).title

    def names(self, tags: Names) -> Names:
        """What the files are called, with the `tags` of the recording."""
        return found_names(self.files, TranscriptNames.of(self.script), tags)


def script_in(
    path: Path,
    options: ReadingOptions,
    job: Job,
    overlays: Overlays = NO_OVERLAYS,
    cache: ScriptCache | None = None,
) -> Script:
    """The transcript in a file, read for a job that may be cancelled, or found in a cache.

    Raises ReaderError.
    """
    is_guessed = options.encoding is None and options.format is None
    known = cache.find(path, overlays) if cache is not None and is_guessed else None
    if known is not None:
        return fitted(known, options, overlays)
    return read_script(
        path,
        options,
        overlays,
        progress=job.report,
        is_cancelled=lambda: job.is_cancelled,
    )


def fitted(known: Script, options: ReadingOptions, overlays: Overlays) -> Script:
    """A script with its overlays as it is to be shown; itself where it was kept so."""
    if known.options == options:
        return known
    return scripted(known.path, known.source, options, overlays, spoken=known.spoken)


class HeadStart:
    """Reads files on a thread of its own while Qt is still to be loaded.

    Of a long text that was never read before it reads the beginning alone.

    Once PySide is there it looks through the source of every module that is imported: what reads
    a file is loaded before. An error is kept for whoever asks.
    """

    def __init__(
        self,
        paths: Sequence[Path],
        library: Path | None = None,
        cache: ScriptCache | None = None,
    ) -> None:
        self._found: tuple[FilePair, _Found | None] | Exception = TranscriptError(
            message("no file")
        )
        self._library, self.cache = library, cache
        self._scroll, self._overlays = 0, NO_OVERLAYS
        self._is_cancelled = False
        self._thread = Thread(target=self._read, args=(paths,), name="head start", daemon=True)
        if paths:
            self._thread.start()

    def wait(self, seconds: float) -> None:
        """Give it that time alone; it goes on if it needs more."""
        end = time.monotonic() + seconds
        while self._thread.is_alive() and not self._is_cancelled and time.monotonic() < end:
            self._thread.join(min(seconds, _LOOK_EVERY))

    def cancel(self) -> None:
        """End it soon."""
        self._is_cancelled = True

    def first_look(self, options: ReadingOptions) -> FirstLook:
        """What was read, when it is. Not for the GUI thread. Raises what reading raised."""
        self.wait(60.0)
        if self._thread.is_alive():
            raise OpeningCancelled(message("Opening was cancelled."))
        if isinstance(self._found, Exception):
            raise self._found
        files, found = self._found
        if files.transcript is None or found is None:
            return FirstLook(files, None)
        if isinstance(found, Script):
            script = fitted(found, options, self._overlays)
        elif isinstance(found, Transcript):
            script = scripted(files.transcript, found, options, self._overlays)
        else:
            script = scripted(files.transcript, found.transcript, options)
            script.reading.end = max(script.reading.end, found.end)  # times need as much room
            return FirstLook(files, script, is_beginning=True)
        return FirstLook(files, script, self._scroll, self._overlays)

    def _read(self, paths: Sequence[Path]) -> None:
        try:
            self._found = self._read_files(sorted_out([path.absolute() for path in paths]))
        except Exception as error:
            self._found = error

    def _read_files(self, files: FilePair) -> tuple[FilePair, _Found | None]:
        path = files.transcript
        if path is None:
            return files, None
        if self._library is not None and self._library.is_file():
            from reader.store.known_episodes import first_known_of

            self._scroll, voices, corrections = first_known_of(self._library, path)
            self._overlays = Overlays(voices, corrections=corrections)
        return files, self._text_in(path)

    def _text_in(self, path: Path) -> _Found:
        known = self.cache.find(path, self._overlays) if self.cache is not None else None
        if known is not None:
            return known
        size = path.stat().st_size
        if size > _LONG and not self._scroll and self._overlays == NO_OVERLAYS:
            from reader.formats.beginning import beginning_of

            beginning = beginning_of(path)
            if beginning is not None:
                return beginning
        if size > _LARGE:
            raise TranscriptError(message("{file} is large.", file=path.name), path=path)
        return formats.load(path, is_cancelled=lambda: self._is_cancelled)
