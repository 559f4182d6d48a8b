"""JSON as the exporters in use write it, each in an example of our own after its documentation."""

from __future__ import annotations

import json
from typing import Any, NamedTuple

import pytest

from reader import formats
from reader.transcript.model import Cue, Transcript
from tests.reader.formats.odd_json import fault, made


class Line(NamedTuple):
    """A cue: times in milliseconds."""

    start: int | None
    end: int | None
    voice: str
    text: str


def read(document: object) -> Transcript:
    text = document if isinstance(document, str) else json.dumps(document)
    return formats.read(text.encode(), "talk.json")


def lines(transcript: Transcript) -> list[Line]:
    return [Line(cue.start, cue.end, cue.voice, cue.text) for cue in transcript.cues]


def words(cue: Cue) -> list[tuple[str, int, int]]:
    return [(cue.text[w.offset : w.offset + w.length], w.start, w.end) for w in cue.words]


def row(**more: Any) -> dict[str, Any]:
    return more


def timed(text: str, start: float, end: float, **more: Any) -> dict[str, Any]:
    return {"text": text, "start": start, "end": end, **more}


SALT, WIND = "Salt stings, they say.", "So does the wind."
AB = [Line(1000, 3500, "Ana Ruiz", SALT), Line(3500, 5250, "Ben Otto", WIND)]
UNNAMED = [line._replace(voice="") for line in AB]
NUMBERED = [AB[0]._replace(voice="Speaker 1"), AB[1]._replace(voice="Speaker 2")]
FROM_0 = [line._replace(voice=f"Speaker {n}") for n, line in enumerate(AB)]
SPOKEN = (
    *(("Salt", 1.0, 1.5, 0), ("stings,", 1.5, 2.25, 0), ("they", 2.5, 3.0, 0)),
    *(("say.", 3.0, 3.5, 0), ("So", 3.5, 3.75, 1), ("does", 3.75, 4.0, 1)),
    *(("the", 4.0, 4.25, 1), ("wind.", 4.5, 5.25, 1)),
)
FIRST_WORDS = [(w, round(a * 1000), round(b * 1000)) for w, a, b, who in SPOKEN if not who]


def ticks(seconds: float) -> int:
    return round(seconds * 10_000_000)


def ms(seconds: float) -> int:
    return round(seconds * 1000)


def azure_fast() -> object:
    def phrase(number: int, text: str, start: float, end: float) -> object:
        spoken = [
            row(text=w, offsetMilliseconds=ms(a), durationMilliseconds=ms(b - a))
            for w, a, b, who in SPOKEN
            if who == number
        ]
        times = row(offsetMilliseconds=ms(start), durationMilliseconds=ms(end - start))
        return row(speaker=number + 1, **times, text=text, words=spoken, confidence=0.9)

    return row(
        durationMilliseconds=6000,
        combinedPhrases=[row(text=f"{SALT} {WIND}")],
        phrases=[phrase(0, SALT, 1, 3.5), phrase(1, WIND, 3.5, 5.25)],
    )


def azure_sdk() -> str:
    def result(text: str, start: float, end: float) -> str:
        best = row(Confidence=0.9, Lexical=text.lower(), ITN=text, MaskedITN=text, Display=text)
        times = row(Offset=ticks(start), Duration=ticks(end - start))
        reported = row(Id="a1", RecognitionStatus="Success", **times, Channel=0, DisplayText=text)
        return json.dumps(row(**reported, NBest=[best]))

    return "\n".join([result(SALT, 1, 3.5), result(WIND, 3.5, 5.25)])


def google_v1(*, is_operation: bool) -> object:
    def result(text: str, who: int) -> object:
        spoken = [
            row(startTime=f"{a}s", endTime=f"{b}s", word=w, speakerTag=who + 1)
            for w, a, b, speaker in SPOKEN
            if speaker == who
        ]
        return row(
            alternatives=[row(transcript=text, confidence=0.9, words=spoken)],
            resultEndTime="6s",
            languageCode="en-us",
        )

    results = row(results=[result(SALT, 0), result(f" {WIND}", 1)])
    response = row(name="1", metadata=row(progressPercent=100), done=True, response=results)
    return response if is_operation else results


def google_diarized() -> object:
    """All words again in a last result, which alone says who speaks."""
    every = [row(startTime=f"{a}s", endTime=f"{b}s", word=w) for w, a, b, _ in SPOKEN]
    again = [{**word, "speakerTag": n[3] + 1} for word, n in zip(every, SPOKEN, strict=True)]
    first = row(alternatives=[row(transcript=f"{SALT} {WIND}", words=every)])
    return row(results=[first, row(alternatives=[row(words=again)])])


def google_v2() -> object:
    def second(value: float) -> object:
        return row(seconds=int(value), nanos=round(value % 1 * 1e9))

    spoken = [
        row(start_offset=second(a), end_offset=second(b), word=w, speaker_label=str(who + 1))
        for w, a, b, who in SPOKEN
    ]
    result = row(alternatives=[row(transcript=f"{SALT} {WIND}", words=spoken)])
    return row(results={"gs://bucket/a.wav": row(transcript=row(results=[result]))})


def recall() -> object:
    def participant(number: int, name: str) -> object:
        spoken = [
            row(
                text=w,
                start_timestamp=row(relative=a, absolute=f"2026-02-03T09:00:0{int(a)}.000Z"),
                end_timestamp=row(relative=b, absolute=f"2026-02-03T09:00:0{int(b)}.000Z"),
            )
            for w, a, b, who in SPOKEN
            if who == number
        ]
        reported = row(id=number + 100, name=name, is_host=True, platform="desktop", email=None)
        return row(participant=reported, words=spoken, language_code="en")

    return [participant(0, "Ana Ruiz"), participant(1, "Ben Otto")]


def fireflies() -> object:
    def sentence(number: int, name: str, text: str, start: float, end: float) -> object:
        return row(
            **row(index=number, speaker_name=name, speaker_id=number, text=text, raw_text=text),
            **row(start_time=start, end_time=end, ai_filters=row(task=None, sentiment="neutral")),
        )

    sentences = [
        sentence(0, "Ana Ruiz", SALT, 1, 3.5),
        sentence(1, "Ben Otto", WIND, 3.5, 5.25),
    ]
    reported = row(
        id="x", title="Harbour", speakers=[row(id=0, name="Ana Ruiz")], sentences=sentences
    )
    return row(data=row(transcript=reported))


def innertube() -> object:
    def segment(text: str, start: float, end: float, shown: str) -> object:
        return row(
            transcriptSegmentRenderer=row(
                startMs=str(ms(start)),
                endMs=str(ms(end)),
                snippet=row(runs=[row(text=text)]),
                startTimeText=row(simpleText=shown),
                trackingParams="CAEQ0",
                accessibility=row(accessibilityData=row(label=f"1 second {text}")),
            )
        )

    listed = row(initialSegments=[segment(SALT, 1, 3.5, "0:01"), segment(WIND, 3.5, 5.25, "0:03")])
    body = row(transcriptSearchPanelRenderer=row(body=row(transcriptSegmentListRenderer=listed)))
    content = row(content=row(transcriptRenderer=row(content=body)))
    return row(actions=[row(updateEngagementPanelAction=content)])


def innertube_groups() -> object:
    def group(text: str, start: float, end: float) -> object:
        cue = row(
            cue=row(simpleText=text), startOffsetMs=str(ms(start)), durationMs=str(ms(end - start))
        )
        return row(
            transcriptCueGroupRenderer=row(
                formattedStartOffset=row(simpleText="00:01"), cues=[row(transcriptCueRenderer=cue)]
            )
        )

    return row(cueGroups=[group(SALT, 1, 3.5), group(WIND, 3.5, 5.25)])


def assembly() -> object:
    spoken = [row(text=w, start=ms(a), end=ms(b), confidence=0.9) for w, a, b, _ in SPOKEN]
    said = [
        row(speaker=voice, text=text, confidence=0.9, start=ms(a), end=ms(b), words=spoken[cut])
        for voice, text, a, b, cut in (
            ("A", SALT, 1, 3.5, slice(4)),
            ("B", WIND, 3.5, 5.25, slice(4, None)),
        )
    ]
    chapter = row(summary="All about the sea.", headline="The sea", start=1000, end=5250)
    return row(
        **row(id="x", status="completed", text=f"{SALT} {WIND}", words=spoken, utterances=said),
        **row(audio_duration=6, chapters=[chapter]),
    )


def deepgram() -> object:
    spoken = [
        row(word=w.strip(".,").lower(), start=a, end=b, punctuated_word=w, speaker=who)
        for w, a, b, who in SPOKEN
    ]
    paragraphs = [
        row(sentences=[timed(SALT, 1, 3.5)], speaker=0, num_words=4, start=1, end=3.5),
        row(sentences=[timed(WIND, 3.5, 5.25)], speaker=1, num_words=4, start=3.5, end=5.25),
    ]
    whole = f"{SALT} {WIND}"
    reported = row(transcript=f"\nSpeaker 0: {SALT}\n\nSpeaker 1: {WIND}", paragraphs=paragraphs)
    best = row(transcript=whole, confidence=0.9, words=spoken, paragraphs=reported)
    return row(
        metadata=row(request_id="7995c227", created="2026-07-16T10:15:34.833Z", duration=6.0),
        results=row(channels=[row(alternatives=[best])]),
    )


def gladia() -> object:
    said = [
        row(
            **row(start=a, end=b, confidence=0.9, channel=0, speaker=who, language="en"),
            **row(
                text=text,
                words=[row(word=f" {w}", start=c, end=d) for w, c, d, n in SPOKEN if n == who],
            ),
        )
        for who, text, a, b in ((0, SALT, 1.0, 3.5), (1, WIND, 3.5, 5.25))
    ]
    srt = f"1\n00:00:01,000 --> 00:00:03,500\n{SALT}\n"
    reported = row(full_transcript=f"{SALT} {WIND}", utterances=said, languages=["en"])
    reported["subtitles"] = [row(format="srt", subtitles=srt)]
    return row(
        id="x", status="done", result=row(metadata=row(audio_duration=6), transcription=reported)
    )


def elevenlabs() -> object:
    spoken: list[object] = []
    for w, a, b, who in SPOKEN:
        spoken.append(row(text=w, start=a, end=b, type="word", speaker_id=f"speaker_{who}"))
        spoken.append(row(text=" ", start=b, end=b, type="spacing", speaker_id=f"speaker_{who}"))
    return row(language_code="eng", language_probability=0.9, text=f"{SALT} {WIND}", words=spoken)


def rev() -> object:
    def monologue(number: int) -> object:
        elements: list[object] = []
        for w, a, b, who in SPOKEN:
            if who == number:
                elements.append(
                    row(type="text", value=w.strip(".,"), ts=a, end_ts=b, confidence=0.9)
                )
                elements.append(row(type="punct", value=w[len(w.strip(".,")) :] + " "))
        return row(speaker=number, elements=elements)

    named = [row(id=0, name="Ana Ruiz"), row(id=1, name="Ben Otto")]
    return row(speakers=named, monologues=[monologue(0), monologue(1)])


def sonix() -> object:
    def part(name: str, text: str, start: float, end: float, who: int) -> object:
        spoken = [row(text=f"{w} ", start_time=a, end_time=b) for w, a, b, n in SPOKEN if n == who]
        return row(speaker=name, text=text, start_time=start, end_time=end, words=spoken)

    parts = [part("Ana Ruiz", SALT, 1.0, 3.5, 0), part("Ben Otto", WIND, 3.5, 5.25, 1)]
    return row(name="Harbour", transcript=parts)


def otter() -> object:
    def part(text: str, start: float, end: float, who: int) -> object:
        return row(
            **row(start_offset=ms(start), end_offset=ms(end), transcript=text, id=9928892812),
            **row(speaker_model_label=None, alignment=[], speaker_id=77 + who, uuid="l12-2l"),
            **row(created_at="2026-12-19 14:29:21", label=None, sig=""),
        )

    named = [row(id=77 + n, speaker_name=name) for n, name in enumerate(("Ana Ruiz", "Ben Otto"))]
    parts = [part(SALT, 1, 3.5, 0), part(WIND, 3.5, 5.25, 1)]
    return row(speech=row(title="Harbour", speakers=named, transcripts=parts))


def happyscribe() -> object:
    return [
        row(
            speaker=name,
            words=[
                row(text=f"{w} ", type="text", data_start=a, data_end=b, confidence=1.0)
                for w, a, b, who in SPOKEN
                if who == number
            ],
        )
        for number, name in enumerate(("Ana Ruiz", "Ben Otto"))
    ]


def aws() -> object:
    items: list[object] = []
    for w, a, b, who in SPOKEN:
        bare = w.strip(".,")
        best = [row(confidence="0.9", content=bare)]
        items.append(
            row(
                **row(type="pronunciation", alternatives=best, start_time=str(a), end_time=str(b)),
                **row(speaker_label=f"spk_{who}"),
            )
        )
        if w != bare:
            mark = [row(confidence="0.0", content=w[-1])]
            items.append(row(type="punctuation", alternatives=mark, speaker_label=f"spk_{who}"))
    turns = [
        row(start_time="1.0", end_time="3.5", speaker_label="spk_0", items=[]),
        row(start_time="3.5", end_time="5.25", speaker_label="spk_1", items=[]),
    ]
    reported = row(transcripts=[row(transcript=f"{SALT} {WIND}")], items=items)
    reported["speaker_labels"] = row(speakers=2, segments=turns)
    return row(jobName="x", accountId="1", status="COMPLETED", results=reported)


def whisperx() -> object:
    spoken = [
        row(word=w, start=a, end=b, score=0.9, speaker=f"SPEAKER_0{n}") for w, a, b, n in SPOKEN
    ]
    rows = [
        timed(f" {SALT}", 1, 3.5, words=spoken[:4], speaker="SPEAKER_00"),
        timed(f" {WIND}", 3.5, 5.25, words=spoken[4:], speaker="SPEAKER_01"),
    ]
    return row(segments=rows, word_segments=spoken, language="en")


def soniox() -> object:
    """Tokens are parts of words; the blank before a word is in its first token."""
    tokens = [
        *(("Sal", 1.0, 1.2, 1), ("t", 1.2, 1.5, 1), (" sting", 1.5, 2.0, 1), ("s", 2.0, 2.1, 1)),
        *((",", 2.1, 2.25, 1), (" they", 2.5, 3.0, 1), (" say", 3.0, 3.4, 1), (".", 3.4, 3.5, 1)),
        *((" So", 3.5, 3.75, 2), (" does", 3.75, 4.0, 2), (" the", 4.0, 4.25, 2)),
        *((" wind", 4.5, 5.0, 2), (".", 5.0, 5.25, 2)),
    ]
    return row(
        id="x",
        text=f"{SALT} {WIND}",
        tokens=[
            row(text=t, start_ms=ms(a), end_ms=ms(b), confidence=0.9, speaker=str(n))
            for t, a, b, n in tokens
        ],
    )


def nemo() -> object:
    spoken = [
        row(word=w, start_offset=round(a / 0.08), end_offset=round(b / 0.08), start=a, end=b)
        for w, a, b, _ in SPOKEN
    ]
    rows = [
        row(segment=SALT, start_offset=12, end_offset=44, start=1.0, end=3.5),
        row(segment=WIND, start_offset=44, end_offset=66, start=3.5, end=5.25),
    ]
    letters = [
        row(char=[each], start=1.0 + n / 20, end=1.05 + n / 20) for n, each in enumerate("Salt")
    ]
    return row(text=f"{SALT} {WIND}", timestamp=row(word=spoken, segment=rows, char=letters))


def premiere() -> object:
    def part(who: int, start: float, end: float) -> object:
        spoken = [
            row(
                confidence=0.9,
                duration=b - a,
                eos=w[-1] == ".",
                start=a,
                tags=[],
                text=w,
                type="word",
            )
            for w, a, b, n in SPOKEN
            if n == who
        ]
        return row(
            duration=end - start, language="en-us", speaker=f"id-{who}", start=start, words=spoken
        )

    named = [row(id="id-0", name="Ana Ruiz"), row(id="id-1", name="Ben Otto")]
    return row(language="en-us", segments=[part(0, 1, 3.5), part(1, 3.5, 5.25)], speakers=named)


def spotify_lyrics() -> object:
    times = ((SALT, 1.0), (WIND, 3.5))
    rows = [row(startTimeMs=str(ms(a)), words=t, syllables=[], endTimeMs="0") for t, a in times]
    return row(lyrics=row(syncType="LINE_SYNCED", lines=rows, provider="MusixMatch", language="en"))


def bilibili() -> object:
    rows = [(1.0, 3.5, SALT), (3.5, 5.25, WIND)]
    listed = [row(**{"from": a}, to=b, sid=1, location=2, content=t) for a, b, t in rows]
    return row(font_size=0.4, font_color="#FFFFFF", body=listed)


def ted() -> object:
    return row(
        paragraphs=[row(cues=[row(time=1000, text=SALT)]), row(cues=[row(time=3500, text=WIND)])]
    )


def gentle() -> object:
    spoken = []
    offset = 0
    for w, a, b, _ in SPOKEN:
        reported = row(alignedWord=w.lower(), case="success", start=a, end=b, word=w)
        spoken.append({**reported, "startOffset": offset, "endOffset": offset + len(w)})
        offset += len(w) + 1
    return row(transcript=f"{SALT} {WIND}", words=spoken)


def amberscript() -> object:
    parts = [
        row(
            speaker=f"spk{who}",
            words=[
                row(text=w, start=a, end=b, duration=b - a, pristine=True)
                for w, a, b, n in SPOKEN
                if n == who
            ],
        )
        for who in (0, 1)
    ]
    named = [row(spkid=f"spk{n}", name=name) for n, name in enumerate(("Ana Ruiz", "Ben Otto"))]
    return row(id="x", segments=parts, speakers=named)


def pandas_columns() -> object:
    return row(start={"0": 1.0, "1": 3.5}, end={"0": 3.5, "1": 5.25}, text={"0": SALT, "1": WIND})


def columns() -> object:
    return row(start=[1.0, 3.5], end=[3.5, 5.25], text=[SALT, WIND])


def by_id() -> object:
    first, second = timed(SALT, 1.0, 3.5, who="a"), timed(WIND, 3.5, 5.25, who="b")
    return row(people=row(a="Ana Ruiz", b="Ben Otto"), rows={"101": first, "102": second})


def stamped_pairs() -> object:
    return [
        row(speaker="Ana Ruiz", text=SALT, time=[1, 3.5]),
        row(speaker="Ben Otto", text=WIND, time=[3.5, 5.25]),
    ]


def spotify_read_along() -> object:
    def part(text: str, start: float) -> object:
        return row(startMs=ms(start) - 400, text=row(sentence=row(startMs=ms(start), text=text)))

    headings = [row(startMs=0, title=row(title=f"Speaker {n}")) for n in (1, 2)]
    parts = [headings[0], part(SALT, 1.0), headings[1], part(WIND, 3.5)]
    return row(version="1", episodeUri="spotify:episode:x", section=parts, language="en")


EXPORTERS: dict[str, tuple[object, list[Line]]] = {
    "azure fast": (azure_fast(), NUMBERED),
    "azure sdk": (azure_sdk(), UNNAMED),
    "google v1": (google_v1(is_operation=False), NUMBERED),
    "google operation": (google_v1(is_operation=True), NUMBERED),
    "google diarized": (google_diarized(), NUMBERED),
    "google v2": (google_v2(), NUMBERED),
    "recall": (recall(), AB),
    "fireflies": (fireflies(), AB),
    "innertube": (innertube(), UNNAMED),
    "innertube groups": (innertube_groups(), UNNAMED),
    "assemblyai": (assembly(), [AB[0]._replace(voice="A"), AB[1]._replace(voice="B")]),
    "deepgram": (deepgram(), FROM_0),
    "gladia": (gladia(), FROM_0),
    "elevenlabs": (
        elevenlabs(),
        [line._replace(voice=f"speaker_{n}") for n, line in enumerate(AB)],
    ),
    "rev": (rev(), AB),
    "sonix": (sonix(), AB),
    "otter": (otter(), AB),
    "happyscribe": (happyscribe(), AB),
    "aws": (aws(), [line._replace(voice=f"spk_{n}") for n, line in enumerate(AB)]),
    "whisperx": (whisperx(), [line._replace(voice=f"SPEAKER_0{n}") for n, line in enumerate(AB)]),
    "soniox": (soniox(), NUMBERED),
    "nemo": (nemo(), UNNAMED),
    "premiere": (premiere(), AB),
    "bilibili": (bilibili(), UNNAMED),
    "gentle": (gentle(), UNNAMED),
    "amberscript": (amberscript(), AB),
    "pandas": (pandas_columns(), UNNAMED),
    "columns": (columns(), UNNAMED),
    "by id": (by_id(), AB),
    "stamped pairs": (stamped_pairs(), AB),
}
WITHOUT_WORDS = {
    *("azure sdk", "fireflies", "innertube", "innertube groups", "otter", "bilibili", "pandas"),
    *("columns", "by id", "stamped pairs"),
}


@pytest.mark.parametrize("name", EXPORTERS)
def test_reads_what_the_exporter_writes(name: str) -> None:
    document, expected = EXPORTERS[name]
    transcript = read(document)
    assert lines(transcript) == expected
    assert [each for each in transcript.problems if each.is_repaired] == []


@pytest.mark.parametrize("name", sorted(EXPORTERS.keys() - WITHOUT_WORDS))
def test_words_have_the_exporters_times(name: str) -> None:
    transcript = read(EXPORTERS[name][0])
    assert words(transcript.cues[0]) == FIRST_WORDS


def test_rows_without_text_that_announce_a_speaker_name_those_who_follow() -> None:
    found = lines(read(spotify_read_along()))
    assert [(line.start, line.voice, line.text) for line in found] == [
        (1000, "Speaker 1", SALT),
        (3500, "Speaker 2", WIND),
    ]


def test_starts_alone_are_enough() -> None:
    for document in (spotify_lyrics(), ted()):
        transcript = read(document)
        assert [(cue.start, cue.text) for cue in transcript.cues] == [(1000, SALT), (3500, WIND)]
        assert transcript.cues[0].end == 3500


SEEDS = 1_000
ENOUGH = 0.98


def test_finds_known_rows_in_json_that_no_exporter_writes() -> None:
    faults = {}
    for seed in range(SEEDS):
        document = made(seed)
        found = fault(document, formats.read(document.text.encode(), "odd.json", format="json"))
        if found:
            faults[seed] = found
    assert len(faults) <= SEEDS * (1 - ENOUGH), faults
    assert "wrong times" not in faults.values(), faults
