"""The corrections that the library has of a transcript, for the commands that read one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from reader.correction import Correction
from reader.notes.correcting import renewed
from reader.overlays.corrections import corrected
from reader.overlays.overlays import scripted
from reader.store.annotations import Annotations
from reader.store.library import Library
from reader.store.library_file import own_library
from reader.transcript.model import Transcript


@contextmanager
def opened_library() -> Iterator[tuple[Library, Annotations]]:
    """The library of this computer, released in the end. Raises StoreError."""
    file = own_library()
    try:
        yield Library(file), Annotations(file)
    finally:
        file.close()


def corrections_of(path: Path) -> Sequence[Correction]:
    """Those of a transcript; none where it was never opened, or there is no library yet."""
    if not own_library().path.exists():
        return ()
    with opened_library() as (library, _):
        episode = library.known_episode(None, path.absolute())
        return library.corrections_of(episode.id) if episode is not None else ()


def as_corrected(transcript: Transcript, path: Path, said: Transcript) -> Transcript:
    """A transcript in its listener's words; `said` is what its file says. Raises StoreError."""
    return corrected(transcript, placed_in(said, path, corrections_of(path)))


def placed_in(
    transcript: Transcript, path: Path, corrections: Sequence[Correction]
) -> tuple[Correction, ...]:
    """The corrections with their places in a text that may have been replaced since."""
    found = renewed(corrections, scripted(path, transcript)) if corrections else {}
    return tuple(each._replace(selector=found.get(each.id, each.selector)) for each in corrections)
