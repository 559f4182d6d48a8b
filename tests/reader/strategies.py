"""Transcripts as nobody would write them, for property tests."""

from __future__ import annotations

from hypothesis import strategies as st

from reader.transcript.model import Cue, CueKind, Transcript, VoiceChange

TEXTS = st.text(
    st.sampled_from("ab é.?,- \n\t'“「日本語。مرحبا👍🏽e\u0301\u200d0"), min_size=0, max_size=60
)


@st.composite
def cues(draw: st.DrawFn, index: int = 0) -> Cue:
    text = draw(TEXTS)
    start = draw(st.integers(0, 5_000))
    offsets = sorted(set(draw(st.lists(st.integers(0, len(text)), max_size=2))))
    return Cue(
        index,
        start,
        start + draw(st.sampled_from([0, 1, 5, 30, 400, 4_000])),
        text,
        tuple(VoiceChange(offset, draw(st.sampled_from(["", "Ann", "Bo"]))) for offset in offsets),
        kind=draw(st.sampled_from([CueKind.SPEECH] * 4 + [CueKind.SOUND, CueKind.BLANK])),
    )


@st.composite
def transcripts(draw: st.DrawFn, *, most: int = 25) -> Transcript:
    found = draw(st.lists(cues(), max_size=most))
    return Transcript(tuple(cue._replace(index=i) for i, cue in enumerate(found)))
