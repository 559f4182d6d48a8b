"""What the listener lays over a file's transcript, and the script that comes of it."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from reader.overlays.spoken_times import with_spoken_times
from reader.overlays.sync import synced
from reader.overlays.views import viewed
from reader.overlays.voices import named
from reader.transcript.model import Transcript
from reader.transcript.reading_text import ReadingText
from reader.transcript.script import AS_GUESSED, ReadingOptions, Script
from reader.transcript.text_sync import NO_SYNC, TextSync
from reader.transcript.timeline import Timeline
from reader.voice_names import NO_VOICES, VoiceNames


class Overlays(NamedTuple):
    """The data of all overlays of one transcript, in the order in which they are applied.

    A new overlay is a field here, a pure function `(transcript, data) -> transcript` in a module
    of this package, and a line in `laid_over`. It keeps every cue under its index, and gives the
    transcript itself back where it has nothing to change. From `sync` on, all times are those
    of the recording.
    """

    voices: VoiceNames = NO_VOICES
    sync: TextSync = NO_SYNC

    def laid_over(self, source: Transcript) -> Transcript:
        """What the file said, as the listener has put it."""
        voiced = named(source, self.voices)
        return with_spoken_times(synced(voiced, self.sync.sync_map), self.sync.times)

    def without_times(self) -> Overlays:
        """Those that leave the file its own times."""
        return self._replace(sync=NO_SYNC)


NO_OVERLAYS = Overlays()


def scripted(
    path: Path,
    source: Transcript,
    options: ReadingOptions = AS_GUESSED,
    overlays: Overlays = NO_OVERLAYS,
) -> Script:
    """A transcript with its overlays and views, set as running text, with its timeline.

    Takes seconds for the longest texts: not for the GUI thread.
    """
    effective = overlays.laid_over(source)
    transcript = viewed(effective, options.views)
    reading = ReadingText(transcript, are_blanks_shown=options.are_blanks_shown)
    timeline = Timeline(transcript.cues, overlays.sync.sync_map.adverts)
    sync, voices = overlays.sync, overlays.voices
    return Script(path, source, effective, transcript, reading, timeline, options, sync, voices)
