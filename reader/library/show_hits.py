"""Where a correction would hold in the other episodes of a show, read from their transcripts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reader import formats
from reader.correction import Correction
from reader.episode import Episode
from reader.errors import ReaderError
from reader.jobs import Job
from reader.overlays.correction_hits import CorrectionHit, hits_in, may_hold
from reader.regular_file import read_regular
from reader.transcript.spoken_text import SpokenText

_LARGEST = 64_000_000  # bytes


class EpisodeHits(NamedTuple):
    """The places in the transcript of one episode, and its text."""

    episode: Episode
    spoken: SpokenText
    hits: list[CorrectionHit]


def others_of_show(episodes: Sequence[Episode], episode: Episode) -> list[Episode]:
    """The episodes of the same show that have another transcript."""
    show = episode.show.casefold()
    return [
        each
        for each in episodes
        if show
        and each.show.casefold() == show
        and each.transcript is not None
        and each.transcript_key != episode.transcript_key
    ]


def show_hits(
    episodes: Sequence[Episode], correction: Correction, job: Job
) -> Iterator[EpisodeHits]:
    """Those of each episode that has any; a transcript that cannot be read has none.

    Reads files: not for the GUI thread.
    """
    for number, episode in enumerate(episodes, 1):
        if job.is_cancelled:
            return
        spoken = _spoken(episode, correction)
        found = hits_in(spoken, correction) if spoken is not None else []
        if spoken is not None and found:
            yield EpisodeHits(episode, spoken, found)
        job.report(number / len(episodes))


def _spoken(episode: Episode, correction: Correction) -> SpokenText | None:
    path = episode.transcript
    try:
        content = read_regular(path, _LARGEST) if path is not None else b""
        if path is None or not may_hold(content, correction):
            return None
        return SpokenText(formats.read(content, path.name))
    except (OSError, ReaderError):
        return None
