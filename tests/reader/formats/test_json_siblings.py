"""JSON that exporters write in shapes of their own, which no list of keys would find."""

from __future__ import annotations

import json
from typing import Any

import pytest

from reader import formats
from reader.transcript.model import Transcript

SALT, WIND = "Salt stings, they say.", "So does the wind."
VOICES = ("Ana Ruiz", "Ben Otto")
LINES = ((0, SALT, 1.0, 3.5), (1, WIND, 3.5, 5.25))
FULL = [(1000, 3500, SALT), (3500, 5250, WIND)]
WORDS = (("Salt", 1.0, 1.5), ("stings,", 1.5, 2.25), ("they", 2.5, 3.0), ("say.", 3.0, 3.5))


def read(document: object, name: str = "talk.json") -> Transcript:
    text = document if isinstance(document, str) else json.dumps(document)
    return formats.read(text.encode(), name)


def row(**more: Any) -> dict[str, Any]:
    return more


def lines(transcript: Transcript) -> list[tuple[int | None, int | None, str]]:
    return [(cue.start, cue.end, cue.text) for cue in transcript.cues]


PLAIN = [row(start=a, end=b, speaker=VOICES[n], text=t) for n, t, a, b in LINES]
MOMENT = "2026-02-03T09:00:0{:.3f}Z"
SHAPES: dict[str, Any] = {
    "parts of a content": row(
        objects=[
            row(startTime=int(a * 1000), endTime=int(b * 1000), content=[{"text": t}])
            for _, t, a, b in LINES
        ]
    ),
    "tokens in the text": row(
        segments=[row(start=a, end=b, text=f"<|{a:.2f}|> {t}<|{b:.2f}|>") for _, t, a, b in LINES]
    ),
    "an arrow in one value": row(
        cues=[row(time=f"00:00:0{a:.3f} --> 00:00:0{b:.3f}", text=t) for _, t, a, b in LINES]
    ),
    "brackets and a dash": [
        row(timestamp=f"[00:0{a:.3f} - 00:0{b:.3f}]", caption=t) for _, t, a, b in LINES
    ],
    "an attribute and a text of XML": row(
        transcript=row(
            text=[{"$": row(start=str(a), dur=str(b - a)), "_": t} for _, t, a, b in LINES]
        )
    ),
    "hours and minutes apart": [
        row(
            start=row(hours=0, minutes=0, seconds=int(a), milliseconds=int(a % 1 * 1000)),
            end=row(hours=0, minutes=0, seconds=int(b), milliseconds=int(b % 1 * 1000)),
            text=t,
        )
        for _, t, a, b in LINES
    ],
    "hundredths of whisper.cpp": row(
        segments=[row(t0=int(a * 100), t1=int(b * 100), text=f" {t}") for _, t, a, b in LINES]
    ),
    "moments and the offset in the recording": row(
        messages=[
            row(
                text=t,
                startTime=MOMENT.format(a + 3),
                endTime=MOMENT.format(b + 3),
                timeOffset=a,
                duration=b - a,
            )
            for _, t, a, b in LINES
        ]
    ),
    "lists with the name first": [
        [VOICES[n], t, int(a * 1000), int(b * 1000)] for n, t, a, b in LINES
    ],
    "a fence of Markdown": f"```json\n{json.dumps(PLAIN, indent=1)}\n```\n",
    "a script": f"var transcript = {json.dumps(PLAIN)};",
    "a call": f"callback({json.dumps(PLAIN)});",
    "comments": f"// made by hand\n/* twice */\n{json.dumps(PLAIN)}",
    "printed by Python": repr(
        [{**line, "it's": None, "quote": 'so "it" is', "ok": True} for line in PLAIN]
    ),
}


@pytest.mark.parametrize("name", SHAPES)
def test_finds_texts_and_times(name: str) -> None:
    assert lines(read(SHAPES[name])) == FULL


def test_what_is_said_may_stand_under_its_time() -> None:
    by_stamp = {
        "00:01": {"speaker": "Ana Ruiz", "text": SALT},
        "00:03.5": {"speaker": "Ben", "text": WIND},
    }
    transcript = read(by_stamp)
    assert [cue.start for cue in transcript.cues] == [1000, 3500]
    assert [cue.voice for cue in transcript.cues] == ["Ana Ruiz", "Ben"]
    assert [cue.start for cue in read({"1.0": SALT, "3.5": WIND}, "talk.json").cues] == [1000, 3500]


NAMED: dict[str, Any] = {
    "a name beside a number": [
        row(start=a, end=b, speaker=str(n + 3), voice=VOICES[n], text=t) for n, t, a, b in LINES
    ],
    "a name beside an id": [
        row(start=a, end=b, user_id="167", username=VOICES[n], text=t) for n, t, a, b in LINES
    ],
    "a label and a name": row(
        segments=[
            row(start=a, end=b, text=t, speaker=row(label=str(n), name=VOICES[n], edited=False))
            for n, t, a, b in LINES
        ],
        speakers=[row(label=str(n), name=name, edited=False) for n, name in enumerate(VOICES)],
    ),
    "a sender": [
        {
            "text": t,
            "timeOffset": a,
            "from": row(name=VOICES[n], userId="a@example.org"),
        }
        for n, t, a, _ in LINES
    ],
    "a profile in a table of people": row(
        people=[row(pid=f"u-{n}", profile=row(fullName=name)) for n, name in enumerate(VOICES)],
        items=[
            row(by=f"u-{n}", from_ms=int(a * 1000), to_ms=int(b * 1000), said=t)
            for n, t, a, b in LINES
        ],
    ),
    "a second list with the voices": row(
        chunks=[row(timestamp=[a, b], text=f" {t}") for _, t, a, b in LINES],
        speakers=[row(speaker=VOICES[n], timestamp=[a, b], text=f" {t}") for n, t, a, b in LINES],
    ),
    "who speaks when": row(
        words=[
            row(start=a, end=b, word=w.strip(".,").lower(), punct=w)
            for w, a, b in (*WORDS, ("So", 3.5, 4.0))
        ],
        segments=[row(start=a, duration=b - a, speaker={"@id": VOICES[n]}) for n, _, a, b in LINES],
    ),
    "words by channel": row(
        channels=[
            row(name=VOICES[0], words=[row(w=w, s=a, e=b) for w, a, b in WORDS]),
            row(name=VOICES[1], words=[row(w="So", s=3.5, e=4.0)]),
        ]
    ),
}


@pytest.mark.parametrize("name", NAMED)
def test_a_name_goes_before_a_number(name: str) -> None:
    assert [cue.voice for cue in read(NAMED[name]).cues] == list(VOICES)


def test_an_id_of_the_request_is_no_voice() -> None:
    session = row(sessionUuid=row(uuid="a", userRequestId="b"))
    rows = [
        row(**session, text=t, startMs=int(a * 1000), endMs=int(b * 1000)) for _, t, a, b in LINES
    ]
    assert {cue.voice for cue in read(rows).cues} == {""}


@pytest.mark.parametrize(
    ("document", "rate", "is_guessed"),
    [
        (row(fps=30, cues=[row(tc_in="00:00:01:15", tc_out="00:00:02:00", text=SALT)]), 30, False),
        (
            row(
                timebase=row(frameRate="50"),
                cues=[row(tc_in="00:00:01:15", tc_out="00:00:02:00", text=SALT)],
            ),
            50,
            False,
        ),
        (row(cues=[row(tc_in="00:00:01:15", tc_out="00:00:02:00", text=SALT)]), 25, True),
    ],
)
def test_counts_frames_at_the_rate_of_the_file(
    document: object, rate: int, is_guessed: bool
) -> None:
    transcript = read(document)
    assert transcript.cues[0].start == 1000 + round(15_000 / rate)
    assert any("frames" in each.reason for each in transcript.problems) is is_guessed


def test_frames_are_counted_as_was_chosen() -> None:
    document = row(cues=[row(tc_in="00:00:01:15", tc_out="00:00:02:00", text=SALT)])
    cues = formats.read(json.dumps(document).encode(), "talk.json", format="json@50").cues
    assert cues[0].start == 1300


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ({"is_final": False}, {"is_final": True}),
        ({"type": "PartialTranscript"}, {"type": "FinalTranscript"}),
    ],
)
def test_what_was_heard_so_far_gives_way_to_what_was_said(first: Any, last: Any) -> None:
    rows = [
        part
        for _, t, a, b in LINES
        for part in (
            row(**first, start=a, end=a + 1, text=t[:8]),
            row(**last, start=a, end=b, text=t),
        )
    ]
    transcript = read("\n".join(map(json.dumps, rows)))
    assert lines(transcript) == FULL
    assert not transcript.problems
    lonely = read([*rows, row(**first, start=6.0, end=7.0, text="Never finished")])
    assert [each.text for each in lonely.problems] == ["Never finished"]


def test_words_in_other_capitals_than_the_text_have_their_times() -> None:
    spoken = [
        row(text=w.strip(".,").lower(), startTimeMs=int(a * 1000), endTimeMs=int(b * 1000))
        for w, a, b in WORDS
    ]
    cue = read([row(text=SALT, startTimeMs=1000, endTimeMs=3500, words=spoken)] * 1).cues[0]
    assert [cue.text[w.offset : w.offset + w.length] for w in cue.words] == [
        "Salt",
        "stings",
        "they",
        "say",
    ]


def test_a_pace_that_nobody_speaks_in_is_doubted() -> None:
    rows = [row(start=int(a * 100), end=int(b * 100), text=t) for _, t, a, b in LINES]
    doubts = [each for each in read(rows).problems if "not certain" in each.reason]
    assert [each.text for each in doubts] == ["seconds, or hundredths of a second"]


def test_an_end_before_its_start_is_a_length() -> None:
    rows = [row(bcd="PT1S", fgh="PT1.5S", klm=SALT), row(bcd="PT3.5S", fgh="PT1.75S", klm=WIND)]
    rows.append(row(bcd="PT9S", fgh="PT2S", klm=SALT))
    assert lines(read(row(rows=rows))) == [
        (1000, 2500, SALT),
        (3500, 5250, WIND),
        (9000, 11000, SALT),
    ]


def test_without_names_the_times_that_people_could_speak_in_are_taken() -> None:
    """As an end, the lengths would leave a tenth of a second to the last row."""
    spoken = ((0, 1624), (1624, 2979), (4603, 4704))
    texts = (
        "Over about stories.",
        "Ropes over often rarely whales but ropes all and.",
        "A that a stories about know in know autumn tar salt harbour autumn.",
    )
    rows = [
        row(kvg=length * 10_000, bhd=start * 10_000, wmyd=text)
        for (start, length), text in zip(spoken, texts, strict=True)
    ]
    assert lines(read(rows)) == [
        (start, start + length, text) for (start, length), text in zip(spoken, texts, strict=True)
    ]


def test_lengths_beside_moments_of_the_day_are_no_times_of_the_recording() -> None:
    rows = [
        row(yf=MOMENT.format(0), sly=0.775, td="All old ropes."),
        row(yf=MOMENT.format(0.775), sly=1.654, td="Stories gulls a to."),
        row(yf=MOMENT.format(2.446), sly=3.72, td="Over sinks stories old lanterns comes we."),
    ]
    assert [(start, end) for start, end, _ in lines(read(rows))] == [
        (0, 775),
        (775, 2429),
        (2446, 6166),
    ]
