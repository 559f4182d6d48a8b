"""A transcript made ready to be read and followed, and what can be asked of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from reader.sync_map import Span, SyncMap
from reader.transcript import word_timing
from reader.transcript.file_offsets import file_offset
from reader.transcript.model import Edits, Transcript, Word
from reader.transcript.reading_text import Place, ReadingText
from reader.transcript.spoken_text import SpokenText
from reader.transcript.spoken_times import passages_between
from reader.transcript.text_sync import NO_SYNC, TextSync
from reader.transcript.timeline import Timeline
from reader.voice_names import NO_VOICES, VoiceNames


class ReadingOptions(NamedTuple):
    """How a file is to be read; where `encoding` or `format` is None, it is guessed.

    Both are named as `formats.load` names them.
    """

    are_blanks_shown: bool = False
    views: frozenset[str] = frozenset()  # names of `reader.overlays.views.VIEWS`
    encoding: str | None = None
    format: str | None = None


AS_GUESSED = ReadingOptions()
"""What a reader gets who chose nothing."""


@dataclass(frozen=True, slots=True, eq=False)
class Script:
    """A transcript with its running text and its timeline. All times are milliseconds.

    `source` is what the file said, with the file's own times; `uncorrected` is that with the
    listener's overlays but the corrections, and `effective` with these, too; `transcript` is what
    is shown of it, in its views. All have the same cues under the same indices. The times of all
    but `source` are those of the recording, by `sync`; `voices` are what the listener calls who
    speaks. `spoken` is the text of the file, in which corrections are found; `edits` are what they
    change in it, by cue.
    """

    path: Path
    source: Transcript
    uncorrected: Transcript
    effective: Transcript
    transcript: Transcript
    reading: ReadingText
    timeline: Timeline
    options: ReadingOptions
    sync: TextSync = NO_SYNC
    voices: VoiceNames = NO_VOICES
    spoken: SpokenText = field(default_factory=lambda: SpokenText(Transcript(())))
    edits: Edits = field(default_factory=dict)

    @property
    def sync_map(self) -> SyncMap:
        """Where the file's times lie in the recording."""
        return self.sync.sync_map

    @property
    def adverts(self) -> tuple[Span, ...]:
        """The spans of the recording that the text does not have, in order."""
        if self.source.is_timed:
            return self.sync_map.adverts
        return passages_between(self.sync.times)

    @property
    def title(self) -> str:
        """What the file calls itself; empty where it does not. WebVTT has a free header only."""
        header = self.source.metadata.get("header", "").strip()
        return self.source.metadata.get("title", "") or (header if " " in header else "")

    def words_of(self, cue: int, *, is_estimated: bool = True) -> tuple[Word, ...]:
        """The words of a cue that have times: its own, or (if `is_estimated`) estimated ones."""
        return word_timing.words_of(self.transcript.cues[cue], is_estimated=is_estimated)

    def time_of(self, place: Place) -> int | None:
        """When the word at a place is spoken; None without times."""
        words = self._words_until(place)
        return words[-1].start if words else self.transcript.cues[place.cue].start

    def times_between(self, start: int, end: int) -> tuple[int, int] | None:
        """When a span of the reading text begins and ends; None without times."""
        touched = self.reading.cues_between(start, end)
        if not touched:
            return None
        # A voice's name before the words belongs to none.
        first_word = max(start, self.reading.ranges(touched[0])[0][0])
        begin, finish = self._start_at(first_word), self._end_at(end - 1)
        if begin is None or finish is None or finish <= begin:
            return None
        return begin, finish

    def position_in_file(self, position: int) -> int:
        """A position of the reading text as it would be without corrections."""
        place = self.reading.place_at(position) if self.edits else None
        if place is None:
            return position
        before = (edits for cue, edits in self.edits.items() if cue < place.cue)
        grown = sum(len(each.text) - each.end + each.start for edits in before for each in edits)
        within = file_offset(self.transcript.cues[place.cue], place.offset) - place.offset
        return max(0, position - grown + within)

    def line_at(self, time: int) -> str:
        """The text of the line spoken at a time; empty where there is none."""
        found = self.timeline.current(time)
        return self.transcript.cues[found[-1]].text if found else ""

    def _start_at(self, position: int) -> int | None:
        place = self.reading.place_at(position)
        return None if place is None else self.time_of(place)

    def _end_at(self, position: int) -> int | None:
        place = self.reading.place_at(position)
        if place is None:
            return None
        words = self._words_until(place)
        return words[-1].end if words else self.transcript.cues[place.cue].end

    def _words_until(self, place: Place) -> list[Word]:
        return [word for word in self.words_of(place.cue) if word.offset <= place.offset]
