"""What the library has of a listener's overlays."""

from __future__ import annotations

from reader.episode import Episode
from reader.overlays.overlays import Overlays
from reader.store.library import Library


def overlays_of(library: Library, episode: Episode) -> Overlays:
    """What the listener has laid over an episode's transcript."""
    return Overlays(
        library.voices_of(episode), library.sync_of(episode), library.corrections_of(episode.id)
    )
