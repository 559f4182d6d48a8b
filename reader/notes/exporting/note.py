"""What was kept as it leaves Earmark: an annotation with its episode and what stands around it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple, Protocol

from reader.annotation import COLOUR_NAMES, Annotation
from reader.episode import Episode
from reader.library.links import link_to
from reader.message import message
from reader.time_text import clock_text


class NoteOptions(NamedTuple):
    """What the forms that people read show beside the quote; `context` is in sentences."""

    context: int = 0
    has_times: bool = True
    has_voice: bool = True
    has_links: bool = True


@dataclass(frozen=True, slots=True)
class ExportedNote:
    """One annotation on its way out; `before` and `after` are the sentences around its quote."""

    annotation: Annotation
    episode: Episode
    colour_name: str = ""
    colour_hex: str = ""
    before: str = ""
    after: str = ""

    @property
    def quote(self) -> str:
        """The words kept, in one line; empty for a moment."""
        return " ".join(self.annotation.selector.quote.exact.split())

    @property
    def kind(self) -> str:
        """What a listener would call it: note, highlight or bookmark."""
        return "note" if self.annotation.note else self.annotation.kind.value

    def colour_said(self, say: Say) -> str:
        """As the listener calls it; a name that it had from the start in their language."""
        return say(self.colour_name) if self.colour_name in COLOUR_NAMES else self.colour_name

    @property
    def link(self) -> str:
        """Opens its episode where it begins; empty where the episode's files are not known."""
        return link_to(self.episode, self.annotation.selector.time[0], self.annotation.voice)

    def link_by(self, options: NoteOptions) -> str:
        """The same, as far as an export may say it."""
        if not options.has_links:
            return ""
        voice = self.annotation.voice if options.has_voice else ""
        return link_to(self.episode, self.annotation.selector.time[0], voice)


class Clip(Protocol):
    """Cuts [start, end) ms of a recording into a file; the suffix says in which format."""

    def __call__(self, recording: Path, start: int, end: int, path: Path) -> object:
        """Raises ReaderError where it cannot."""


Say = Callable[[str], str]
"""Puts a message, or the name that a colour has at first, into the listener's language."""


def _ignore(_: float) -> None:
    pass


class Export(NamedTuple):
    """Notes and how they are to be written.

    `say` puts a text of ours into the listener's language, for the forms that people read; those
    for programs stay English. `folder` is where the file will lie, if it is known; `template` a
    file of the listener's own.
    `progressed` gets how much is done, 0 to 1, and may raise to stop the work.
    """

    notes: tuple[ExportedNote, ...]
    options: NoteOptions = NoteOptions()
    say: Say = str
    folder: Path | None = None
    template: Path | None = None
    clip: Clip | None = None
    progressed: Callable[[float], object] = _ignore


class ExportedEpisode(NamedTuple):
    """What was kept of one episode."""

    episode: Episode
    notes: tuple[ExportedNote, ...]


def by_episode(notes: Iterable[ExportedNote]) -> list[ExportedEpisode]:
    """Episode by episode, in the order in which they come first."""
    found: dict[str, list[ExportedNote]] = {}
    for note in notes:
        found.setdefault(note.episode.id, []).append(note)
    return [ExportedEpisode(each[0].episode, tuple(each)) for each in found.values()]


def bookmark_said(note: ExportedNote, say: Say) -> str:
    """What stands for the words of a moment without any."""
    time = clock_text(note.annotation.selector.time[0])
    return say(message("Bookmark at {time}", time=time))


def title_of(notes: Iterable[ExportedNote]) -> str:
    """The episode's title where there is one; empty for several or none."""
    titles = {note.episode.id: note.episode.title for note in notes}
    return next(iter(titles.values())) if len(titles) == 1 else ""
