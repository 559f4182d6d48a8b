"""Tables under any header: what a column holds is known by its cells."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader import formats
from reader.errors import TranscriptError
from reader.transcript.model import Transcript


def read(text: str, name: str = "talk.csv") -> Transcript:
    return formats.read(text.encode(), name)


def rows(text: str, name: str = "talk.csv") -> list[tuple[int | None, int | None, str, str]]:
    return [(cue.start, cue.end, cue.voice, cue.text) for cue in read(text, name).cues]


TWO = [(1500, 2750, "Ann", "Good day, all."), (3000, 4250, "Bo", "And a good day to you.")]


@pytest.mark.parametrize(
    "text",
    [
        "Start,End,Who,Dialog\n1.5,2.75,Ann,'Good day, all.'\n3.0,4.25,Bo,And a good day to you.\n",
        "a,b,c,d\n1.5,2.75,Ann,'Good day, all.'\n3.0,4.25,Bo,And a good day to you.\n",
        "von;bis;wer;was\n1,5;2,75;Ann;Good day, all.\n3,0;4,25;Bo;And a good day to you.\n",
        "1,5;2,75;Ann;Good day, all.\n3,0;4,25;Bo;And a good day to you.\n",
        "Ann;1,5;2,75;Good day, all.\nBo;3,0;4,25;And a good day to you.\n",
        "No;Text;Von;Bis;Sprecher\n1;Good day, all.;1,5;2,75;Ann\n"
        "2;And a good day to you.;3,0;4,25;Bo\n",
        "#,Timespan,Content,Speaker\n1,0:01.5 - 0:02.75,'Good day, all.',Ann\n"
        "2,0:03 - 0:04.25,And a good day to you.,Bo\n",
        "Start,Duration,Speaker,Text\n1.5,1.25,Ann,'Good day, all.'\n"
        "3.0,1.25,Bo,And a good day to you.\n",
        "A talk\n\nSpeaker,Start time,End time,Text\nAnn,0:01.5,0:02.75,'Good day, all.'\n\n"
        "Bo,0:03.0,0:04.25,And a good day to you.\n",
    ],
)
def test_columns_are_recognised_by_what_they_hold(text: str) -> None:
    assert rows(text.replace("'", '"')) == TWO


def test_frames_are_no_hundredths() -> None:
    transcript = read(
        '"Speaker","In","Out","Words"\n"Ann","00:00:00:12","00:00:02:10","Good day, all."\n'
        '"Bo","00:00:02:24","00:00:04:05","And to you."\n'
    )
    assert [(cue.start, cue.end) for cue in transcript.cues] == [(480, 2400), (2960, 4200)]
    assert transcript.metadata["frame rate"] == "25 (guessed)"
    assert transcript.problems[0].reason == "frames counted at 25 a second: a guess"


def test_whole_numbers_are_seconds_where_nobody_reads_so_fast() -> None:
    long = "a word and one more " * 40
    seconds = f"start,end,text\n12,60,{long}\n60,120,{long}\n"
    assert [(start, end) for start, end, _, _ in rows(seconds)] == [
        (12_000, 60_000),
        (60_000, 120_000),
    ]
    assert [(s, e) for s, e, _, _ in rows(f"start,end,text\n12000,60000,{long}\n")] == [
        (12_000, 60_000)
    ]


def test_a_column_that_is_not_shown_is_listed_once_a_value() -> None:
    transcript = read(
        "Start,End,Text,Translation,Confidence\n0:01,0:02,Hello there,Guten Tag,0.9\n"
        "0:02,0:03,And more,Guten Tag,0.8\n"
    )
    (problem,) = transcript.problems
    assert problem == (2, "a column that is not shown", "Translation\nGuten Tag", False)


def test_an_end_that_cannot_be_read_is_listed() -> None:
    transcript = read("start\tend\ttext\n500\t9word00\tHello\n1000\t2000\tYes\n", "a.tsv")
    assert [cue.end for cue in transcript.cues] == [1000, 2000]
    assert [(each.reason, each.text) for each in transcript.problems] == [
        ("an end that cannot be read", "9word00")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Dear diary, it was late, and I slept.\nIn 1984, or 1985, I left, too.\n",
        '{"hello": [1, 2, 3, "world"]}\n',
        "one, two, three\nfour, five, six\n",
        "3, 4 or 5 of us, I think\n7, 8 of them, you say\n",
    ],
)
def test_commas_alone_make_no_table(text: str) -> None:
    try:
        assert read(text, "a.txt").format != "CSV"
    except TranscriptError as error:
        assert "a.txt" in error.message


_HEADERS = st.lists(st.sampled_from(["A", "Spalte", "x1", "Was", "kol."]), min_size=4, max_size=4)
_TEXTS = st.sampled_from(["and so it goes on", "well, that is all of it", "he said: no, never"])


@given(
    st.lists(st.tuples(st.integers(1, 50), _TEXTS), min_size=3, max_size=12),
    _HEADERS,
    st.permutations([0, 1, 2, 3]),
    st.sampled_from(",;\t"),
)
def test_any_order_of_columns_under_any_header(
    lines: list[tuple[int, str]], header: list[str], order: list[int], delimiter: str
) -> None:
    time, table, expected = 0, [header], []
    for k, (length, text) in enumerate(lines):
        voice = ("Ann", "Bo")[k % 2]
        cells = [f"0:{time // 60:02}:{time % 60:02}", f"0:00:{time:02}.5", voice, text]
        cells[1] = f"0:{(time + length) // 60:02}:{(time + length) % 60:02}"
        quoted = [f'"{cell}"' if delimiter == "," and "," in cell else cell for cell in cells]
        table.append([quoted[at] for at in order])
        expected.append((time * 1000, (time + length) * 1000, voice, text))
        time += length
    found = rows("\n".join(delimiter.join(row) for row in table), "a.tsv")
    assert found == expected


def test_the_frequencies_of_a_spectral_label_belong_to_it() -> None:
    labels = b"0.5\t3.0\tSalt\n\\\t20.0\t400.5\n3.0\t5.0\tWind\n\\\t1,5\t2\n"
    transcript = formats.read(labels, "labels.txt")
    assert transcript.format == "Audacity labels"
    assert [(cue.start, cue.text) for cue in transcript.cues] == [(500, "Salt"), (3000, "Wind")]
    assert not transcript.problems


FRAMES = {
    "talk.txt": "00:00:01:12 - 00:00:03:00\nSalt.\n\n00:00:03:00 - 00:00:05:06\nGulls.\n",
    "talk.stl": "00:00:01:12,00:00:03:00,Salt.\n00:00:03:00,00:00:05:06,Gulls.\n",
    "talk.csv": "start,end,text\n00:00:01:12,00:00:03:00,Salt.\n00:00:03:00,00:00:05:06,Gulls.\n",
    "talk.sub": "{36}{75}Salt.\n{75}{131}Gulls.\n",
}


@pytest.mark.parametrize("name", FRAMES)
def test_a_guessed_frame_rate_may_be_chosen(name: str) -> None:
    guessed = formats.read(FRAMES[name].encode(), name)
    assert guessed.metadata["frame rate"].endswith("(guessed)")
    chosen = formats.read(FRAMES[name].encode(), name, format="@50")
    assert chosen.cues[0].start == (720 if name == "talk.sub" else 1_240)
    assert not chosen.problems
    assert chosen.format == guessed.format


def test_a_table_of_markdown() -> None:
    text = (
        "# Harbour\n\n| Time | Speaker | Text |\n|------|:-------:|------|\n"
        "| 00:00:01 | Ana Ruiz | Salt stings. |\n| 00:00:04 | Ben Otto | So does the wind. |\n"
    )
    cues = formats.read(text.encode(), "talk.md").cues
    assert [(cue.start, cue.voice, cue.text) for cue in cues] == [
        (1000, "Ana Ruiz", "Salt stings."),
        (4000, "Ben Otto", "So does the wind."),
    ]


def test_columns_with_tabs_are_a_table_in_a_text_too() -> None:
    rows = [
        ("00:00:01", "Ana Ruiz", "Salt stings."),
        ("00:00:04", "Ben Otto", "So does the wind."),
        ("00:00:09", "Ana Ruiz", "Every single day."),
    ]
    cues = formats.read("\n".join(map("\t".join, rows)).encode(), "talk.txt").cues
    assert [(cue.voice, cue.text) for cue in cues] == [row[1:] for row in rows]


def test_rows_of_a_word_each_are_joined_to_sentences() -> None:
    spoken = "Salt stings, they say. So does the wind in autumn.".split()
    rows = [f'"{word}",{n / 2},{n / 2 + 0.4}' for n, word in enumerate(spoken)]
    transcript = formats.read("\n".join(["word,start,end", *rows]).encode(), "talk.csv")
    assert [cue.text for cue in transcript.cues] == [
        "Salt stings, they say.",
        "So does the wind in autumn.",
    ]
    first = transcript.cues[0]
    assert [(word.start, word.end) for word in first.words][:2] == [(0, 400), (500, 900)]
    assert [cue.start for cue in transcript.cues] == [0, 2000]


def test_one_voice_of_all_rows_is_one_where_no_header_says_otherwise() -> None:
    row = "{name}\t0:0{k}\tWell, yes.\n"
    for name in ("Ann Lee", "Zo\u00eb O'Hara"):  # shorter than the text, and as long
        text = "".join(row.format(name=name, k=k) for k in range(2))
        cues = formats.read(text.encode(), "talk.txt").cues
        assert [(cue.voice, cue.text) for cue in cues] == [(name, "Well, yes.")] * 2
