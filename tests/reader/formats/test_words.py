"""Words with their own times, in each format that has them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reader import formats
from reader.transcript.model import Cue

DATA = Path(__file__).parents[2] / "data" / "transcripts"


def words_of(cue: Cue) -> list[tuple[str, int, int]]:
    return [(cue.text[w.offset : w.offset + w.length], w.start, w.end) for w in cue.words]


def read(document: object) -> Cue:
    return formats.read(json.dumps(document).encode(), "a.json").cues[0]


@pytest.mark.parametrize(
    ("name", "cue", "words"),
    [
        ("talk.ass", 1, [("Gulls", 3000, 3500), ("over", 3500, 4250), ("us", 4250, 5250)]),
        ("talk.ttml", 4, [("Sing", 80000, 80500), ("with", 80500, 81000), ("us", 81000, 81500)]),
        ("talk.lrc", 4, [("sing", 11500, 12300), ("with", 12300, 13000), ("us", 13000, 14500)]),
        ("whisper.json", 0, [("Welcome", 500, 1000), ("to", 1000, 1200), ("harbour.", 1400, 3000)]),
        ("whispercpp.json", 0, [("Welcome", 500, 1000), ("harbour", 1000, 3000)]),
    ],
)
def test_words_have_their_times(name: str, cue: int, words: list[tuple[str, int, int]]) -> None:
    assert words_of(formats.load(DATA / name).cues[cue]) == words


def test_words_show_how_sure_the_recogniser_was() -> None:
    whisper = formats.load(DATA / "whisper.json").cues[0]
    assert [word.probability for word in whisper.words] == [0.9, 0.8, None]
    cpp = formats.load(DATA / "whispercpp.json").cues[0]
    assert [word.probability for word in cpp.words] == [0.75, 0.25]


def test_words_stay_in_their_cue_and_in_order() -> None:
    rows = [("a", 5, 0.1), ("b", 0, 9), ("c", 1.5, 1.2), ("a", None, "x")]
    words = [{"word": w, "start": s, "end": e} for w, s, e in rows]
    segments = [{"start": 1, "end": 2, "text": "a b c a", "words": words}]
    cue = read({"segments": segments})
    times = [time for word in cue.words for time in (word.start, word.end)]
    assert times == sorted(times)
    assert all(1000 <= time <= 2000 for time in times)


def test_words_beside_the_segments_are_shared_out() -> None:
    words = [{"word": "one", "start": 0.5, "end": 1}, {"word": "two", "start": 2.5, "end": 3}]
    segments = [{"start": 0, "end": 2, "text": "one"}, {"start": 2, "end": 4, "text": "two"}]
    transcript = formats.read(json.dumps({"segments": segments, "words": words}).encode(), "a")
    assert [words_of(cue) for cue in transcript.cues] == [
        [("one", 500, 1000)],
        [("two", 2500, 3000)],
    ]


def timed(name: str, text: str) -> Cue:
    return formats.read(text.encode(), name).cues[0]


@pytest.mark.parametrize("ending", ["", "</c>"])
def test_webvtt_times_within_a_word_join_it(ending: str) -> None:
    opening = "<c>" if ending else ""
    text = f"good <00:00:01.500>{opening}eve{ending}<00:00:02.000>{opening}ning{ending}"
    cue = timed("a.vtt", f"WEBVTT\n\n00:00:01.000 --> 00:00:03.000\n{text}\n")
    assert words_of(cue) == [("good", 1000, 1500), ("evening", 1500, 3000)]


def test_webvtt_times_between_letters_without_blanks_stay_words() -> None:
    cue = timed("a.vtt", "WEBVTT\n\n00:01.000 --> 00:03.000\n晚<00:01.500>上<00:02.000>好\n")
    assert words_of(cue) == [("晚", 1000, 1500), ("上", 1500, 2000), ("好", 2000, 3000)]


YOUTUBE = """<?xml version="1.0" encoding="utf-8" ?><timedtext format="3">
<head><ws id="0"/></head><body><w t="0" id="1" wp="1" ws="1"/>
<p t="30" d="3810" w="1"><s ac="252">good</s><s t="840" ac="252"> evening</s><s t="1080"> all</s>
</p>
<p t="1850" d="1990" w="1" a="1">
</p>
<p t="1860" d="4950" w="1"><s>to</s><s t="200">night</s><s t="500"> we</s></p>
<p t="9000" d="500">No words</p>
</body></timedtext>"""


def test_youtube_xml_times_each_word() -> None:
    transcript = formats.read(YOUTUBE.encode(), "a.srv3")
    assert [words_of(cue) for cue in transcript.cues] == [
        [("good", 30, 870), ("evening", 870, 1110), ("all", 1110, 3840)],
        [("tonight", 1860, 2360), ("we", 2360, 6810)],
        [],
    ]
    assert transcript.problems == ()


def test_youtube_pieces_bring_their_blanks_and_few_words_are_timed() -> None:
    def event(start: int, *pieces: tuple[str, int]) -> dict[str, object]:
        segs = [{"utf8": text, **({"tOffsetMs": at} if at else {})} for text, at in pieces]
        return {"tStartMs": start, "dDurationMs": 2000, "segs": segs}

    feed = event(900, ("\n", 0))
    events = [
        event(80, (">>", 0), (" un", 300), ("do", 420), (" it", 900)),
        feed,
        event(2400, ("今日", 0), ("は", 300), ("雨", 500)),
        feed,
        event(5000, ("[Music]", 0)),
    ]
    transcript = formats.read(json.dumps({"events": events}).encode(), "talk.json3")
    assert [cue.text for cue in transcript.cues] == [
        ">> undo it",
        "今日は雨",
        "[Music]",
    ]
    assert words_of(transcript.cues[0]) == [("undo", 380, 980), ("it", 980, 2080)]
    assert [start for _, start, _ in words_of(transcript.cues[1])] == [2400, 2700, 2900]


def test_words_that_youtubes_second_layout_appends_are_one_cue() -> None:
    words = '<text t="80" d="4560">salt</text>\n<text t="240" d="4400" append="1"> wind</text>'
    feed = '<text t="2389" d="2251" append="1">\n</text>'
    after = '<text t="2399" d="5000">gulls</text><text t="2700" d="4699" append="1"> cry</text>'
    transcript = formats.read(f"<timedtext>{words}{feed}{after}</timedtext>".encode(), "a.srv2")
    assert [(cue.start, cue.text) for cue in transcript.cues] == [
        (80, "salt wind"),
        (2399, "gulls cry"),
    ]
    assert words_of(transcript.cues[0]) == [("salt", 80, 240), ("wind", 240, 4640)]
    assert transcript.problems == ()


def apple(body: str) -> str:
    return (
        '<tt xmlns="http://www.w3.org/ns/ttml" xmlns:ttm="http://www.w3.org/ns/ttml#metadata"'
        ' xmlns:podcasts="http://podcasts.apple.com/transcript-ttml-internal">'
        '<head><metadata><ttm:agent type="person" xml:id="SPEAKER_1"/></metadata></head>'
        f'<body dur="1:30:00.500"><div>{body}</div></body></tt>'
    )


def unit(kind: str, begin: str, end: str, text: str) -> str:
    return f'<span begin="{begin}" end="{end}" podcasts:unit="{kind}">{text}</span>'


def test_apple_podcasts_times_count_from_the_start_and_words_are_parted() -> None:
    first = unit("word", "1:02.500", "1:03", "Salt") + unit("word", "1:03", "1:03.400", "stings.")
    second = unit("word", "1:04", "1:05.250", "Yes.")
    sentences = unit("sentence", "1:02.500", "1:03.400", first)
    sentences += unit("sentence", "1:04", "1:05.250", second)
    later = unit(
        "sentence", "1:00:01.250", "1:00:02", unit("word", "1:00:01.250", "1:00:02", "No.")
    )
    transcript = formats.read(
        apple(
            f'<p begin="1:02.500" end="1:05.250" ttm:agent="SPEAKER_1">{sentences}</p>'
            f'<p begin="1:00:01.250" end="1:00:02" ttm:agent="SPEAKER_2">{later}</p>'
        ).encode(),
        "a.ttml",
    )
    assert [(c.start, c.end, c.voice, c.text) for c in transcript.cues] == [
        (62_500, 65_250, "SPEAKER_1", "Salt stings. Yes."),
        (3_601_250, 3_602_000, "SPEAKER_2", "No."),
    ]
    assert words_of(transcript.cues[0]) == [
        ("Salt", 62_500, 63_000),
        ("stings.", 63_000, 63_400),
        ("Yes.", 64_000, 65_250),
    ]
    assert words_of(transcript.cues[1]) == [("No.", 3_601_250, 3_602_000)]
    assert transcript.problems == ()


def test_apple_paragraphs_without_times_have_those_of_their_words() -> None:
    words = unit("word", "5.5", "6", "Fog") + unit("word", "6", "6.75", "horn.")
    span = f'<span podcasts:unit="sentence">{words}</span>'
    cue = timed("a.ttml", apple(f'<p ttm:agent="SPEAKER_1">{span}</p>'))
    assert (cue.start, cue.end, cue.text, cue.voice) == (5500, 6750, "Fog horn.", "SPEAKER_1")


def test_lyrics_whose_nested_times_are_absolute_are_seen_by_their_times() -> None:
    spans = '<span begin="12" end="12.5">Sing</span> <span begin="12.5" end="12.8">la</span>'
    spans += '<span begin="12.8" end="14">la</span>'
    cue = timed(
        "a.ttml",
        '<tt xmlns="http://www.w3.org/ns/ttml"><body dur="30"><div begin="12" end="20">'
        f'<p begin="12" end="14">{spans}</p></div></body></tt>',
    )
    assert (cue.start, cue.end) == (12_000, 14_000)
    assert words_of(cue) == [("Sing", 12_000, 12_500), ("lala", 12_500, 14_000)]


def test_nested_times_that_fit_their_parent_add_up() -> None:
    spans = '<span begin="0s" end="1s">Salt</span> <span begin="1s" end="2s">wind</span>'
    cue = timed(
        "a.ttml",
        '<tt xmlns="http://www.w3.org/ns/ttml"><body>'
        f'<div><p begin="12s" end="14s">{spans}</p></div></body></tt>',
    )
    assert words_of(cue) == [("Salt", 12_000, 13_000), ("wind", 13_000, 14_000)]


def test_of_apples_lyrics_the_second_voice_is_parted_and_translations_are_listed() -> None:
    spans = '<span begin="12" end="13">Sing</span><span ttm:role="x-bg" begin="13" end="14">'
    spans += '<span begin="13" end="14">(ooh)</span></span>'
    spans += '<span ttm:role="x-translation" xml:lang="de">Singt</span>'
    transcript = formats.read(apple(f'<p begin="12" end="14">{spans}</p>').encode(), "a.ttml")
    assert [cue.text for cue in transcript.cues] == ["Sing (ooh)"]
    assert [problem.text for problem in transcript.problems] == ["Singt"]


def test_apple_words_of_scripts_without_blanks_are_not_parted() -> None:
    words = unit("word", "1", "2", "今日") + unit("word", "2", "3", "AI")
    words += unit("word", "3", "4", "の")
    cue = timed("a.ttml", apple(f'<p begin="1" end="4">{words}</p>'))
    assert (cue.text, len(cue.words)) == ("今日AIの", 3)
