from __future__ import annotations

from hypothesis import given

from reader import formats
from reader.exporting import subrip
from reader.transcript.model import Cue, Transcript, VoiceChange
from tests.reader.exporting import odd


def read_back(transcript: Transcript) -> Transcript:
    return formats.read(subrip.write(transcript).encode(), "talk.srt")


def without_blank_lines(text: str) -> str:
    return "\n".join(line for line in odd.kept(text).split("\n") if line.strip())


@given(odd.transcripts())
def test_every_character_comes_back(transcript: Transcript) -> None:
    spoken = [cue for cue in transcript.cues if odd.kept(cue.text)]
    if not spoken:
        return
    assert [(cue.start, cue.end, cue.text) for cue in read_back(transcript).cues] == [
        (cue.start, cue.end, without_blank_lines(cue.text)) for cue in spoken
    ]


def test_voices_that_recur_come_back() -> None:
    voices = ((VoiceChange(0, "Ann"),), (VoiceChange(0, "Bo"), VoiceChange(5, "Ann")), ())
    cues = [Cue(at, at, at, "Yes. Oh", change) for at, change in enumerate((*voices, voices[1]))]
    written = subrip.write(Transcript(tuple(cues)))
    assert "Ann: Yes. Oh" in written
    assert "Bo: Yes. \nAnn: Oh" in written
    back = read_back(Transcript(tuple(cues))).cues
    assert [[change.voice for change in cue.voices] for cue in back] == [
        ["Ann"],
        ["Bo", "Ann"],
        [],
        ["Bo", "Ann"],
    ]


def test_a_voice_is_named_only_where_it_changes() -> None:
    cues = tuple(Cue(at, at, at, "Yes.", (VoiceChange(0, "Ann"),)) for at in range(3))
    assert subrip.write(Transcript(cues)).count("[Ann]: ") == 1


def test_only_what_would_be_misread_is_escaped() -> None:
    text = "AT&T <3 {x} a->b <b>bold</b> &amp; {\\an8}"
    assert "AT&T <3 {x} a->b &lt;b>bold&lt;/b> &amp;amp; &#123;\\an8}" in subrip.write(
        Transcript((Cue(0, 0, 1, text),))
    )


def test_an_empty_transcript_is_an_empty_file() -> None:
    assert subrip.write(Transcript(())) == ""
