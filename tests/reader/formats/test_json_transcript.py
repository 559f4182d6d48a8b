from __future__ import annotations

import json

import pytest

from reader import formats
from reader.errors import TranscriptError
from reader.formats import json_document
from reader.transcript.model import Transcript


def read(document: object) -> Transcript:
    text = document if isinstance(document, str) else json.dumps(document)
    return formats.read(text.encode(), "talk.json")


def reported(document: object) -> list[tuple[int | None, int | None, str, str]]:
    return [(cue.start, cue.end, cue.voice, cue.text) for cue in read(document).cues]


def word(text: str, start: float, end: float, **more: object) -> dict[str, object]:
    return {"word": text, "start": start, "end": end, **more}


SHAPES: dict[str, object] = {
    "whisper": {"segments": [{"start": 1.0, "end": 2.5, "text": " Ahoy there."}]},
    "list": [{"start": 1.0, "end": 2.5, "text": "Ahoy there."}],
    "youtube-transcript-api": [{"text": "Ahoy there.", "start": 1.0, "duration": 1.5}],
    "milliseconds": [{"start": 1000, "end": 2500, "text": "Ahoy there."}],
    "strings": {"segments": [{"start": "00:00:01.000", "end": "2.5", "text": "Ahoy there."}]},
    "chunks": {"text": "x", "chunks": [{"timestamp": [1.0, 2.5], "text": " Ahoy there."}]},
    "podcast": {"segments": [{"startTime": 1, "endTime": 2.5, "body": "Ahoy there."}]},
    "whisper.cpp": {
        "transcription": [{"offsets": {"from": 1000, "to": 2500}, "text": " Ahoy there."}]
    },
    "whisper.cpp stamps": {
        "transcription": [
            {"timestamps": {"from": "00:00:01,000", "to": "00:00:02,500"}, "text": " Ahoy there."}
        ]
    },
    "assemblyai": {"text": "", "utterances": [{"start": 1000, "end": 2500, "text": "Ahoy there."}]},
    "deepgram": {
        "results": {
            "channels": [
                {
                    "alternatives": [
                        {
                            "transcript": "x",
                            "words": [
                                word("ahoy", 1, 2, punctuated_word="Ahoy"),
                                word("there", 2, 2.5, punctuated_word="there."),
                            ],
                        }
                    ]
                }
            ]
        }
    },
    "deepgram utterances": {
        "results": {"utterances": [{"start": 1.0, "end": 2.5, "transcript": "Ahoy there."}]}
    },
    "google": {
        "results": [
            {
                "alternatives": [
                    {
                        "transcript": "Ahoy there.",
                        "words": [
                            {"word": "Ahoy", "startTime": "1s", "endTime": "1.5s"},
                            {"word": "there.", "startTime": "1.5s", "endTime": "2.5s"},
                        ],
                    }
                ]
            }
        ]
    },
    "vosk": {
        "result": [word("Ahoy", 1, 2, conf=1.0), word("there.", 2, 2.5)],
        "text": "Ahoy there.",
    },
    "rev": {
        "monologues": [
            {
                "elements": [
                    {"type": "text", "value": "Ahoy", "ts": 1.0, "end_ts": 1.5},
                    {"type": "punct", "value": " "},
                    {"type": "text", "value": "there", "ts": 1.5, "end_ts": 2.5},
                    {"type": "punct", "value": "."},
                ]
            }
        ]
    },
    "youtube events": {
        "events": [
            {
                "tStartMs": 1000,
                "dDurationMs": 1500,
                "segs": [{"utf8": "Ahoy"}, {"utf8": " there.", "tOffsetMs": 500}],
            }
        ]
    },
    "words": {"text": "x", "words": [word("Ahoy", 1, 2), word("there.", 2, 2.5)]},
    "elevenlabs": {
        "text": "x",
        "words": [
            {"text": "Ahoy", "start": 1.0, "end": 1.5, "type": "word"},
            {"text": " ", "start": 1.5, "end": 1.6, "type": "spacing"},
            {"text": "there.", "start": 1.6, "end": 2.5, "type": "word"},
        ],
    },
    "aws": {
        "results": {
            "items": [
                {"start_time": "1.0", "end_time": "2.0", "alternatives": [{"content": "Ahoy"}]},
                {"start_time": "2.0", "end_time": "2.5", "alternatives": [{"content": "there"}]},
                {"alternatives": [{"content": "."}], "type": "punctuation"},
            ]
        }
    },
    "wrapped": {
        "data": {"result": {"segments": [{"start": 1.0, "end": 2.5, "text": "Ahoy there."}]}}
    },
}


@pytest.mark.parametrize("shape", SHAPES)
def test_reads_the_shape(shape: str) -> None:
    assert reported(SHAPES[shape]) == [(1000, 2500, "", "Ahoy there.")]


def test_single_words_are_joined_until_a_sentence_ends_or_the_voice_changes() -> None:
    words = [
        *(word("Ahoy", 1, 2, speaker=0), word("there.", 2, 3, speaker=0)),
        *(word("Gulls", 3, 4, speaker=0), word("No", 4, 5, speaker="B"), word("way", 9, 10)),
    ]
    assert reported({"words": words}) == [
        (1000, 3000, "Speaker 0", "Ahoy there."),
        (3000, 4000, "Speaker 0", "Gulls"),
        (4000, 5000, "B", "No"),
        (9000, 10000, "", "way"),
    ]


def test_a_voice_may_be_named_by_the_words_alone() -> None:
    segment = {"start": 0, "end": 1, "text": "Ahoy", "words": [word("Ahoy", 0, 1, speaker="Mara")]}
    assert reported({"segments": [segment]}) == [(0, 1000, "Mara", "Ahoy")]


def test_tolerates_what_python_writes_and_others_do_not_allow() -> None:
    text = '\ufeff{"segments": [{"start": 0.0, "end": NaN, "text": "A\ttab", "score": Infinity}]}'
    assert reported(text) == [(0, 1500, "", "A\ttab")]


def test_text_given_twice_under_one_key_is_kept() -> None:
    transcript = read('{"segments": [{"start": 0, "end": 1, "text": "one", "text": "two"}]}')
    assert transcript.cues[0].text == "one\ntwo"


def test_text_without_any_time_is_read() -> None:
    assert reported({"text": "Ahoy.\nGulls!"}) == [
        (None, None, "", "Ahoy."),
        (None, None, "", "Gulls!"),
    ]


def test_a_segment_without_a_time_among_others_is_listed() -> None:
    transcript = read({"segments": [{"start": "soon", "end": 1.5, "text": "a"}]})
    assert transcript.cues[0].start is None
    assert transcript.problems[0].reason == "times that cannot be read"


def test_lines_are_those_of_the_file() -> None:
    text = '{"language": "en",\n "segments": [\n\n{"start": 0, "end": 1, "text": "a"},\n'
    text += '{"start": 1, "end": 2, "text": "b"}\n]}'
    assert [cue.line for cue in read(text).cues] == [4, 5]


@pytest.mark.parametrize(
    "text",
    [
        '{"hello": [1, 2, 3], "world": {"text": {"start": 3}}}',
        '{"segments": [], "text": ""}',
        '[{"start": 1}]',
        '{"segments": [{"start": 0.0, "en',
        "[" * 100_000,
        '{"segments": ' + "[" * 100_000,
        '{"segments":[' + '{"text":' * 100_000,
        '{"text": [' + "[]," * 3_000_000 + "[]]}",
        '{"start": 1e400, "segments": [{"start": 1e400}]}',
    ],
)
def test_what_is_no_transcript_is_refused_in_words(text: str) -> None:
    with pytest.raises(TranscriptError) as caught:
        read(text)
    assert caught.value.message.startswith("talk.json ")


def test_objects_one_a_line_are_read() -> None:
    text = '{"start": 1.0, "end": 2.5, "text": "Ahoy"}\n{"start": 3.0, "end": 4, "text": "there"}\n'
    transcript = read(text)
    assert [(cue.start, cue.text, cue.line) for cue in transcript.cues] == [
        (1000, "Ahoy", 1),
        (3000, "there", 2),
    ]
    assert transcript.problems == ()


def test_texts_beside_the_segments_are_listed() -> None:
    segments = [{"start": 1, "end": 2, "text": "Ahoy"}]
    transcript = read({"segments": segments, "text": "Ahoy", "other": [{"text": "Unheard of"}]})
    assert [problem.text for problem in transcript.problems] == ["Unheard of"]


def test_times_beyond_all_measure_are_none() -> None:
    assert reported({"segments": [{"start": 1e300, "end": 2e300, "text": "a"}]})[0][:2] == (
        None,
        None,
    )


LONG = "9" * 5_000


@pytest.mark.parametrize(
    "text",
    [
        f'[{{"start": 1, "end": 2, "text": "a", "id": {LONG}}}, {{"start": 3, "text": "b"}}]',
        f'[{{"start": 1, "end": 2, "text": "a"}}, {{"start": {LONG}, "text": "b"}}]',
        f'{{"start": 1, "end": 2, "text": "a", "n": {LONG}}}\n{{"start": 3, "text": "b"}}',
        f'[{{"start": 1, "end": 2, "text": "a"}}, {{"start": 3, "text": "b", "n": -{LONG}}}, {{',
    ],
    ids=["beside", "time", "lines", "damaged"],
)
def test_a_number_of_thousands_of_digits_harms_nothing_else(text: str) -> None:
    assert [cue.text for cue in read(text).cues] == ["a", "b"]


@pytest.mark.parametrize("piece", ["1\n", "0", '"', "[]\n"])
def test_values_without_number_fill_no_memory(piece: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_document, "_MOST_ROWS", 100)
    data = ('{"segments":[' + piece * 300).encode()
    with pytest.raises(TranscriptError, match="more JSON than a transcript can"):
        formats.read(data, "talk.json", format="json")


def test_whole_seconds_over_a_hundred_are_seconds() -> None:
    rows = [{"start": 12, "end": 400, "text": "A whole block of a lecture, noted down in one line"}]
    rows += [{"start": 400, "end": 900, "text": "and the next"}]
    assert [cue[:2] for cue in reported(rows)] == [(12_000, 400_000), (400_000, 900_000)]


@pytest.mark.parametrize(
    ("scale", "unit"),
    [
        (1, "seconds"),
        (1000, "milliseconds"),
        (10_000_000, "ticks of 100 ns"),
        (10**9, "nanoseconds"),
    ],
)
def test_the_unit_is_the_one_in_which_people_speak_so_fast(scale: int, unit: str) -> None:
    texts = "Salt stings, they say, on a day like this.", "So does the wind over the harbour."
    rows = [
        {"von": 61 * scale, "bis": 64 * scale, "was": texts[0]},
        {"von": 64 * scale, "bis": 67 * scale, "was": texts[1]},
        {"von": 69 * scale, "bis": 72 * scale, "was": texts[0]},
    ]
    transcript = read({"a": {"b": rows}})
    assert [cue.start for cue in transcript.cues] == [61_000, 64_000, 69_000]
    assert transcript.metadata["read as"] == f"JSON: rows under a.b[], times in {unit}"


def test_a_unit_that_could_be_another_is_doubted_in_words() -> None:
    rows = [{"start": n, "end": n + 300, "text": "Something else"} for n in range(0, 2400, 300)]
    problem = read(rows).problems[0]
    assert (problem.reason, problem.text) == (
        "the unit of the times is not certain",
        "seconds, or milliseconds",
    )


def test_several_documents_are_joined_in_order_of_time() -> None:
    late, early = {"start": 5, "end": 7, "text": "then"}, {"start": 1, "end": 2.5, "text": "first"}
    for document in ([{"segments": [late]}, {"segments": [early]}], {"a": [late], "b": [early]}):
        assert [cue[3] for cue in reported(document)] == ["first", "then"]


def test_times_of_a_part_count_from_where_it_begins() -> None:
    rows = [{"start": 1.0, "end": 2.5, "text": "Salt and wind"}]
    parts = [{"offset": 0.0, "segments": rows}, {"offset": 600.0, "segments": rows}]
    assert [cue[:2] for cue in reported(parts)] == [(1000, 2500), (601_000, 602_500)]


def test_rows_before_damage_in_any_nesting_are_kept() -> None:
    text = '{"a": [{"b": {"rows": [{"start": 1, "end": 2, "text": "Ahoy"},\n{"start": 2, "end"'
    transcript = read(text)
    assert [(cue.start, cue.text) for cue in transcript.cues] == [(1000, "Ahoy")]
    assert [problem.line for problem in transcript.problems] == [2]


def test_a_damaged_line_among_json_lines_is_skipped() -> None:
    good = '{"start": %d, "end": %d, "text": "line %d"}'
    text = "\n".join([good % (1, 2, 1), '{"start": 2, "en', good % (3, 4, 3)])
    transcript = read(text)
    assert [cue.text for cue in transcript.cues] == ["line 1", "line 3"]
    assert [(p.line, p.text) for p in transcript.problems] == [(2, '{"start": 2, "en')]


def test_a_second_text_of_a_row_that_says_more_is_listed() -> None:
    rows = [{"start": 1, "end": 3, "text": "Salt and wind", "translation": "Salz und Wind"}]
    transcript = read(rows)
    assert transcript.cues[0].text == "Salt and wind"
    assert [problem.text for problem in transcript.problems] == ["Salz und Wind"]


def test_other_spellings_of_a_text_are_not_listed() -> None:
    best = {"Lexical": "twenty gulls came", "Display": "20 gulls came.", "ITN": "20 gulls came"}
    transcript = read([{"Offset": 10_000_000, "Duration": 20_000_000, "NBest": [best]}])
    assert [cue.text for cue in transcript.cues] == ["20 gulls came."]
    assert [problem.text for problem in transcript.problems if not problem.is_repaired] == []


def test_words_without_times_name_the_speaker_where_their_segment_does_not() -> None:
    words = [{"word": "tides", "speaker": "S2"}, {"word": "turn", "speaker": "S1"}]
    document = {
        "segments": [
            {"start": 0.0, "end": 1.0, "text": "Harbours wake.", "speaker": "S1"},
            {"start": 1.0, "end": 2.5, "text": "tides turn", "words": words},
        ]
    }
    cues = formats.read(json.dumps(document).encode(), "talk.json").cues
    assert [cue.voice for cue in cues] == ["S1", "S2"]
