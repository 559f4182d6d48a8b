"""What the listener lays over a file's transcript, and the script that comes of it.

An overlay is loaded when it has data: for most files it has none, and their text is to be shown
soon.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from reader.transcript.file_offsets import file_offset, shown_offset
from reader.transcript.model import Cue, CueKind, Edits, Transcript
from reader.transcript.reading_text import ReadingText
from reader.transcript.script import AS_GUESSED, ReadingOptions, Script
from reader.transcript.spoken_text import SpokenText
from reader.transcript.text_sync import NO_SYNC, TextSync
from reader.transcript.timeline import Timeline
from reader.voice_names import NO_VOICES, VoiceNames

if TYPE_CHECKING:
    from reader.correction import Correction


class Overlays(NamedTuple):
    """The data of all overlays of one transcript, in the order in which they are applied.

    A new overlay is a field here, a pure function `(transcript, data) -> transcript` in a module
    of this package, and a condition in `laid_over`. It keeps every cue under its index, and gives
    the transcript itself back where it has nothing to change. From `sync` on, all times are those
    of the recording.
    """

    voices: VoiceNames = NO_VOICES
    sync: TextSync = NO_SYNC
    corrections: tuple[Correction, ...] = ()

    def laid_over(self, source: Transcript, edits: Edits | None = None) -> Transcript:
        """What the file said, as the listener has put it.

        `edits` are what the corrections change, where that is known already.
        """
        if edits is None:
            edits = self.edits(SpokenText(source))
        transcript = self.uncorrected(source)
        if edits:
            from reader.overlays.corrections import with_edits

            transcript = with_edits(transcript, edits)
        return transcript

    def uncorrected(self, source: Transcript) -> Transcript:
        """What the file said, by its voices and by the recording's clock."""
        transcript = source
        if self.voices:
            from reader.overlays.voices import named

            transcript = named(transcript, self.voices)
        if self.sync:
            from reader.overlays.spoken_times import with_spoken_times
            from reader.overlays.sync import synced

            transcript = synced(transcript, self.sync.sync_map)
            transcript = with_spoken_times(transcript, self.sync.times)
        return transcript

    def edits(self, spoken: SpokenText) -> Edits:
        """What the corrections change in the text of the file."""
        if not self.corrections:
            return {}
        from reader.overlays.corrections import edits_of

        return edits_of(spoken, self.corrections)

    def without_times(self) -> Overlays:
        """Those that leave the file its own times."""
        return self._replace(sync=NO_SYNC)


NO_OVERLAYS = Overlays()


def scripted(
    path: Path,
    source: Transcript,
    options: ReadingOptions = AS_GUESSED,
    overlays: Overlays = NO_OVERLAYS,
    spoken: SpokenText | None = None,
) -> Script:
    """A transcript with its overlays and views, set as running text, with its timeline.

    Takes seconds for the longest texts: not for the GUI thread. `spoken` is the file's text, where
    it was gathered before.
    """
    spoken = spoken or SpokenText(source)
    edits = overlays.edits(spoken)
    effective = overlays.laid_over(source, edits)
    transcript = effective
    if options.views:
        from reader.overlays.views import viewed

        transcript = viewed(effective, options.views)
    reading = ReadingText(transcript, are_blanks_shown=options.are_blanks_shown)
    timeline = Timeline(transcript.cues, overlays.sync.sync_map.adverts)
    return Script(
        path,
        source,
        effective,
        transcript,
        reading,
        timeline,
        options,
        overlays.sync,
        overlays.voices,
        spoken,
        edits,
    )


def with_corrections(script: Script, edits: Edits) -> Script | None:
    """The same script with other corrections, made from the cues alone that they change.

    None where more than the words of some cues would change: then all has to be set again.
    """
    numbers = [cue for cue in {**script.edits, **edits} if script.edits.get(cue) != edits.get(cue)]
    changes: dict[int, Cue] = {}
    for number in numbers:
        before = script.effective.cues[number]
        cue = _corrected_again(script, before, edits)
        if cue is None or script.transcript.cues[number] is not before:
            return None
        changes[number] = cue
    reading = script.reading.with_cues(changes)
    if reading is None:
        return None
    is_viewed = script.transcript is not script.effective
    effective = reading.transcript if not is_viewed else _with_cues(script.effective, changes)
    return replace(
        script, effective=effective, transcript=reading.transcript, reading=reading, edits=edits
    )


def with_voices(script: Script, voices: VoiceNames) -> Script | None:
    """The same script with other names for who speaks, set in the same paragraphs.

    None where other turns begin, or a view has put them together: then all has to be set again.
    """
    from reader.overlays.voices import named

    pairs = zip(script.effective.cues, named(script.source, voices).cues, strict=True)
    changes = {
        shown.index: changed
        for shown, said in pairs
        if (shown.voices or said.voices)
        and (changed := _with_changes(shown, said)).voices != shown.voices
    }
    effective = transcript = _with_cues(script.effective, changes)
    if script.transcript is not script.effective:
        shown = {number: script.transcript.cues[number] for number in changes}
        if any(cue.voices != script.effective.cues[n].voices for n, cue in shown.items()):
            return None
        viewed_too = {n: cue.with_voices(changes[n].voices) for n, cue in shown.items()}
        transcript = _with_cues(script.transcript, viewed_too)
    reading = script.reading.with_voices(transcript)
    if reading is None:
        return None
    return replace(
        script, effective=effective, transcript=transcript, reading=reading, voices=voices
    )


def _with_changes(shown: Cue, said: Cue) -> Cue:
    """A cue that is shown with the changes of voice of the file's; one left without words has
    none."""
    if shown.kind is not said.kind:
        return shown
    if not shown.corrected:
        return shown.with_voices(said.voices)
    voices = (each._replace(offset=shown_offset(shown, each.offset)) for each in said.voices)
    return shown.with_voices(tuple(voices))


def _corrected_again(script: Script, before: Cue, edits: Edits) -> Cue | None:
    """A cue with other corrections; what other overlays gave it stays."""
    from reader.overlays.corrections import corrected_cue

    said, number = script.source.cues[before.index], before.index
    cue = corrected_cue(_uncorrected(script, before), edits.get(number, ()))
    if not (cue.text.strip() and before.text) or CueKind.BLANK in (before.kind, said.kind):
        return None
    if not all(each.length for each in (*before.corrected, *cue.corrected)):
        return None  # in words that went to another line, voices have no place
    return before._replace(
        text=cue.text, corrected=cue.corrected, voices=cue.voices, words=cue.words
    )


def _uncorrected(script: Script, shown: Cue) -> Cue:
    """A cue with all overlays but its corrections."""
    said = script.source.cues[shown.index]._replace(index=0)
    heard = (each._replace(cue=0) for each in script.sync.times if each.cue == shown.index)
    alone = Overlays(sync=script.sync._replace(times=tuple(heard)))
    (cue,) = alone.uncorrected(replace(script.source, cues=(said,))).cues
    voices = (each._replace(offset=file_offset(shown, each.offset)) for each in shown.voices)
    return cue._replace(index=shown.index, voices=tuple(voices))


def _with_cues(transcript: Transcript, changes: dict[int, Cue]) -> Transcript:
    cues = list(transcript.cues)
    for number, cue in changes.items():
        cues[number] = cue
    return replace(transcript, cues=tuple(cues))
