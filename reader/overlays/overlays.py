"""What the listener lays over a file's transcript, and the script that comes of it.

An overlay is loaded when it has data: for most files it has none, and their text is to be shown
soon.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from reader.transcript.model import Cue, CueKind, Edits, Transcript, WordEdit
from reader.transcript.reading_text import ReadingText
from reader.transcript.script import AS_GUESSED, ReadingOptions, Script
from reader.transcript.spoken_text import SpokenText
from reader.transcript.text_sync import NO_SYNC, TextSync
from reader.transcript.timeline import Timeline
from reader.voice_names import NO_VOICES, VoiceNames

if TYPE_CHECKING:
    from reader.correction import Correction


_FEW, _SHARE = 500, 0.25  # cues that are corrected in place: of more, all is sooner set again


class Overlays(NamedTuple):
    """The data of all overlays of one transcript, in the order in which they are applied.

    A new overlay is a field here, a pure function `(transcript, data) -> transcript` in a module
    of this package, and a condition in `laid_over`. It keeps every cue under its index, and gives
    the transcript itself back where it has nothing to change. From `sync` on, all times are those
    of the recording.
    """

    voices: VoiceNames = NO_VOICES
    sync: TextSync = NO_SYNC
    corrections: Sequence[Correction] = ()

    def laid_over(self, source: Transcript) -> Transcript:
        """What the file said, as the listener has put it."""
        return _corrected(self.uncorrected(source), self.edits(SpokenText(source)))

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
    *,
    spoken: SpokenText | None = None,
    edits: Edits | None = None,
) -> Script:
    """A transcript with its overlays and views, set as running text, with its timeline.

    Takes seconds for the longest texts: not for the GUI thread. `spoken` is the file's text, and
    `edits` what the corrections change in it, where that was gathered before.
    """
    spoken = spoken or SpokenText(source)
    edits = overlays.edits(spoken) if edits is None else edits
    uncorrected = overlays.uncorrected(source)
    effective = _corrected(uncorrected, edits)
    transcript = effective
    if options.views:
        from reader.overlays.views import viewed

        transcript = viewed(effective, options.views)
    reading = ReadingText(transcript, are_blanks_shown=options.are_blanks_shown)
    timeline = Timeline(transcript.cues, overlays.sync.sync_map.adverts)
    return Script(
        path,
        source,
        uncorrected,
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


def laid_again(script: Script, overlays: Overlays) -> Script:
    """A script with other overlays, in the same paragraphs where that can be; itself where nothing
    changes by them. Takes as long as `scripted`, at most."""
    edits = overlays.edits(script.spoken)
    return _laid_in_place(script, overlays, edits) or scripted(
        script.path, script.source, script.options, overlays, spoken=script.spoken, edits=edits
    )


def _laid_in_place(script: Script, overlays: Overlays, edits: Edits) -> Script | None:
    if overlays.sync != script.sync:
        return None
    voiced: Script | None = script
    if not overlays.voices.says_as(script.voices):
        voiced = with_voices(script, overlays.voices)
    if voiced is None or edits == voiced.edits:
        return voiced
    return with_corrections(voiced, edits)


def with_corrections(script: Script, edits: Edits) -> Script | None:
    """The same script with other corrections, made from the cues alone that they change.

    None where more than the words of some cues would change: then all has to be set again.
    """
    numbers = [cue for cue in {**script.edits, **edits} if script.edits.get(cue) != edits.get(cue)]
    if len(numbers) > max(_FEW, _SHARE * len(script.source.cues)):
        return None
    changes: dict[int, Cue] = {}
    for number in numbers:
        before = script.effective.cues[number]
        cue = _corrected_again(script, before, edits.get(number, ()))
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

    said = named(script.source, voices).cues
    others = {
        cue.index: cue.with_voices(there.voices)
        for cue, there in zip(script.uncorrected.cues, said, strict=True)
        if cue.voices != there.voices
    }
    changes = {number: _revoiced(script, cue) for number, cue in others.items()}
    effective = transcript = _with_cues(script.effective, changes)
    uncorrected = effective
    if script.uncorrected is not script.effective:
        uncorrected = _with_cues(script.uncorrected, others)
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
        script,
        uncorrected=uncorrected,
        effective=effective,
        transcript=transcript,
        reading=reading,
        voices=voices,
    )


def _revoiced(script: Script, uncorrected: Cue) -> Cue:
    """A cue of the effective text with the changes of voice of this one; one that corrections left
    without words has none."""
    number = uncorrected.index
    shown, edits = script.effective.cues[number], script.edits.get(number)
    if not edits:
        return shown.with_voices(uncorrected.voices)
    if shown.kind is not uncorrected.kind:
        return shown
    from reader.overlays.corrections import corrected_cue

    return shown.with_voices(corrected_cue(uncorrected, edits).voices)


def _corrected_again(script: Script, before: Cue, edits: Sequence[WordEdit]) -> Cue | None:
    """A cue with other corrections; None where it is not only said in other words."""
    from reader.overlays.corrections import corrected_cue

    said = script.uncorrected.cues[before.index]
    if before.kind is not said.kind or said.kind is CueKind.BLANK:
        return None
    cue = corrected_cue(said, edits) if edits else said
    if not cue.text.strip() or not all(each.length for each in (*before.corrected, *cue.corrected)):
        return None  # in words that went to another line, voices have no place
    return cue if before.end == said.end or before.end is None else cue.ending_at(before.end)


def _corrected(transcript: Transcript, edits: Edits) -> Transcript:
    if not edits:
        return transcript
    from reader.overlays.corrections import with_edits

    return with_edits(transcript, edits)


def _with_cues(transcript: Transcript, changes: dict[int, Cue]) -> Transcript:
    cues = list(transcript.cues)
    for number, cue in changes.items():
        cues[number] = cue
    return replace(transcript, cues=tuple(cues))
