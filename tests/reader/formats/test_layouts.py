"""Texts with times in the layouts that programs write: each is learnt from its lines."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader import formats
from reader.transcript.model import Transcript


def read(text: str, name: str = "talk.txt") -> Transcript:
    return formats.read(text.encode(), name)


def rows(text: str, name: str = "talk.txt") -> list[tuple[int | None, str, str]]:
    return [(cue.start, cue.voice, cue.text) for cue in read(text, name).cues]


ANN_AND_BO = [(3000, "Ann Lee", "Can you hear me?"), (8000, "Bo Otter", "Yes, and well.")]


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee 00:03\nCan you hear me?\n\nBo Otter 00:08\nYes, and well.\n",
        "Ann Lee  0:03\nCan you hear me?\n\nBo Otter  0:08\nYes, and well.\n",
        "Ann Lee: 0:03\nCan you hear me?\nBo Otter: 0:08\nYes, and well.\n",
        "Ann Lee, 0:03\nCan you hear me?\nBo Otter, 0:08\nYes, and well.\n",
        "Ann Lee (Acme) 0:03\nCan you hear me?\nBo Otter 0:08\nYes, and well.\n",
        "Ann Lee - 0:03\nCan you hear me?\nBo Otter - 0:08\nYes, and well.\n",
        "0:03 - Ann Lee\n  Can you hear me?\n\n0:08 - Bo Otter (Acme)\n  Yes, and well.\n",
        "0:03 | Ann Lee\nCan you hear me?\n0:08 | Bo Otter\nYes, and well.\n",
        "00:00:03 Ann Lee\nCan you hear me?\n00:00:08 Bo Otter\nYes, and well.\n",
        "[00:00:03.000] - Ann Lee\nCan you hear me?\n[00:00:08.000] - Bo Otter\nYes, and well.\n",
        "(00:03) Ann Lee\nCan you hear me?\n(00:08) Bo Otter\nYes, and well.\n",
        "Ann Lee\n3 seconds\nCan you hear me?\nBo Otter\n8 seconds\nYes, and well.\n",
        "Ann Lee\n0:03\nCan you hear me?\n\nBo Otter\n0:08\nYes, and well.\n",
        "0:03\nAnn Lee\nCan you hear me?\n\n0:08\nBo Otter\nYes, and well.\n",
        "[Ann Lee, 00:00:03] Can you hear me?\n[Bo Otter, 00:00:08] Yes, and well.\n",
        "[00:00:03, Ann Lee] Can you hear me?\n[00:00:08, Bo Otter] Yes, and well.\n",
        "[00:00:03] [Ann Lee] Can you hear me?\n[00:00:08] [Bo Otter] Yes, and well.\n",
        "Ann Lee:\t00:00:03\tCan you hear me?\nBo Otter:\t00:00:08\tYes, and well.\n",
        "Ann Lee (00:00:03):\tCan you hear me?\nBo Otter (00:00:08):\tYes, and well.\n",
        "### Ann Lee [00:03]\nCan you hear me?\n\n### Bo Otter [00:08]\nYes, and well.\n",
        "**Ann Lee** (0:03)\nCan you hear me?\n\n**Bo Otter** (0:08)\nYes, and well.\n",
        "- [0:03] **Ann Lee:** Can you hear me?\n- [0:08] **Bo Otter:** Yes, and well.\n",
        "Ann Lee [00:03 - 00:05]\nCan you hear me?\nBo Otter [00:08 - 00:09]\nYes, and well.\n",
    ],
)
def test_a_layout_with_names(text: str) -> None:
    assert rows(text) == ANN_AND_BO


@pytest.mark.parametrize(
    "text",
    [
        "#00:00:03-0# One thing.\n#00:00:08-5# Another.\n",
        "#00:03-0# One thing.\n#00:08-5# Another.\n",
        "#00:00:03.000# One thing.\n#00:00:08.500# Another.\n",
        "[00.00.03] One thing.\n[00.00.08.5] Another.\n",
        "<00:00:03> One thing.\n<00:00:08.5> Another.\n",
        "{00:00:03} One thing.\n{00:00:08.5} Another.\n",
        "[3.00s -> 8.50s] One thing.\n[8.50s -> 9.00s] Another.\n",
        "[0m3s] One thing.\n[0m8.5s] Another.\n",
        "1\n0:03\nOne thing.\n\n2\n0:08.5\nAnother.\n",
        "- 0:03 One thing.\n- 0:08.5 Another.\n",
    ],
)
def test_a_layout_without_names(text: str) -> None:
    assert rows(text) == [(3000, "", "One thing."), (8500, "", "Another.")]


def test_a_time_after_the_text_is_its_end() -> None:
    transcript = read("I: How so? #00:00:04-3#\nB: By boat, #1,\nand\nback. #00:01:09-8#\nBye.\n")
    assert [(cue.start, cue.end, cue.voice) for cue in transcript.cues] == [
        (0, 4300, "I"),
        (4300, 69_800, "B"),
        (69_800, 71_300, ""),
    ]
    assert transcript.cues[1].text == "B: By boat, #1,\nand\nback."


def test_times_within_the_text_cut_it() -> None:
    text = "One thing, #0:01:02.3# then another\nand more. #0:01:09.1# And done.\n"
    assert rows(text) == [
        (None, "", "One thing,"),
        (62_300, "", "then another\nand more."),
        (69_100, "", "And done."),
    ]


def test_one_time_for_several_turns_is_shared_out_and_said() -> None:
    transcript = read(
        "# Notes\n\n### 00:00:10\n\n**Ann:** Ten letters\n**Bo:** Ten letters\n\n### 00:01:10\n\n"
        "**Ann:** Bye.\n\n### **Transcription ended after 00:02:00**\n",
        "notes.md",
    )
    assert [(cue.start, cue.end, cue.voice) for cue in transcript.cues] == [
        (10_000, 40_000, "Ann"),
        (40_000, 70_000, "Bo"),
        (70_000, 120_000, "Ann"),
    ]
    (problem,) = transcript.problems
    assert problem.reason == "one time for several turns: shared out by their length"


def test_what_is_said_above_the_first_time_is_a_cue() -> None:
    text = "# Title\n\n**Ann:** Welcome.\n\n[1:00] **Bo:** Gulls!\n\n[2:00] **Ann:** Salt.\n"
    assert rows(text, "a.md") == [
        (0, "Ann", "Welcome."),
        (60_000, "Bo", "Gulls!"),
        (120_000, "Ann", "Salt."),
    ]


@pytest.mark.parametrize(
    ("text", "times", "rate"),
    [
        ("[01:00:02:05 - 01:00:04:24]\nSpeaker 1\n Hello.\n", (3_602_200, 3_604_960), 25),
        ("00:00:01:12 - 00:00:03:29\nSpeaker 1\nHello.\n", (1400, 3967), 30),
        ("00;00;01;30 - 00;00;03;59\nSpeaker 1\nHello.\n", (1500, 3983), 60),
    ],
)
def test_frames_are_counted_as_frames(text: str, times: tuple[int, int], rate: int) -> None:
    transcript = read(text + text.replace("Speaker 1", "Speaker 2").replace("Hello", "Yes"))
    assert (transcript.cues[0].start, transcript.cues[0].end) == times
    assert transcript.cues[0].voice == "Speaker 1"
    assert transcript.metadata["frame rate"] == f"{rate} (guessed)"
    assert transcript.problems[0].reason == f"frames counted at {rate} a second: a guess"


@pytest.mark.parametrize(
    "text",
    [
        "We met at 10:30 and left.\nIt was 9:15 when he came.\nAt 11:20 all was over.\n",
        "Read chapter (1) first.\nThen [2] the next.\n# 3 is last\n",
    ],
)
def test_prose_with_numbers_is_no_layout(text: str) -> None:
    assert read(text).format == "Plain text"


_NAMES = st.sampled_from(["Ann Lee", "Bo", "Speaker 1", "Zoë O'Hara"])
_SAID = st.sampled_from(["Well, yes.", "I think it was late", "No. Not at all!", "And then we go"])
_TURNS = st.lists(st.tuples(st.integers(1, 90), _NAMES, _SAID), min_size=2, max_size=9)
_LAYOUTS = st.sampled_from(
    [
        *("{n}  {t}\n{s}\n\n", "{n} ({t}): {s}\n", "[{n}] {t}\n{s}\n", "[{t}] **{n}:** {s}\n"),
        *("{n}\t{t}\t{s}\n", "[{n}, {t}] {s}\n", "{t} - {n}\n{s}\n", "## {n} [{t}]\n{s}\n"),
        *("{n}: [{t}] {s}\n", "{n} | {t}\n{s}\n", "[{t}, {n}] {s}\n", "**{n}** ({t})\n{s}\n"),
    ]
)


@given(_TURNS, _LAYOUTS)
def test_every_turn_of_any_layout_is_found(turns: list[tuple[int, str, str]], layout: str) -> None:
    time, lines, expected = 0, [], []
    for length, name, said in turns:
        lines.append(layout.format(n=name, t=f"{time // 60}:{time % 60:02}", s=said))
        expected.append((time * 1000, name, said))
        time += length
    assert rows("".join(lines)) == expected


@pytest.mark.parametrize("head", ["", "# The harbour\n\n"])
def test_a_sentence_before_the_first_time_is_a_cue(head: str) -> None:
    text = f"{head}Before all times.\n\n[00:00:05] **Ann:** Salt.\n\n[00:00:09] **Bo:** Wind.\n"
    cues = formats.read(text.encode(), "talk.md").cues
    assert [(cue.start, cue.text) for cue in cues] == [
        (None, "Before all times."),
        (5000, "Salt."),
        (9000, "Wind."),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "@[{time}](https://video.example.org/calls/1?timestamp=5) - **{name}**\n{text}",
        "**{name}** *({time})*\n\n{text}",
        "{name}（{time}）\n{text}",
        "[{time}](https://video.example.org/x?t=5) **{name}:** {text}",
    ],
)
def test_a_time_may_be_a_link_or_emphasised_or_in_wide_brackets(line: str) -> None:
    said = [("Ana Ruiz", "0:05", "Salt stings."), ("Ben Otto", "1:02:03", "So does the wind.")]
    text = "\n\n".join(line.format(name=n, time=t, text=s) for n, t, s in said)
    cues = formats.read(text.encode(), "talk.md").cues
    assert [cue.start for cue in cues] == [5000, 3_723_000]
    assert [cue.voice for cue in cues] == ["Ana Ruiz", "Ben Otto"]
    assert [cue.text.removeprefix(f"{cue.voice}: ") for cue in cues] == [s for _, _, s in said]


def test_marks_may_stand_in_two_brackets() -> None:
    text = "B: Salt stings. (#00:00:05-3#)\n\nI: So does the wind. (#00:00:09-0#)\n"
    cues = formats.read(text.encode(), "talk.txt").cues
    assert [(cue.start, cue.end, cue.voice) for cue in cues] == [(0, 5300, "B"), (5300, 9000, "I")]
    assert not any("(" in cue.text for cue in cues)


def test_two_times_that_count_frames_may_stand_side_by_side() -> None:
    text = (
        "<begin subtitles>\n\n00:00:01:00 00:00:04:12\nSalt stings.\n\n"
        "00:00:05:00 00:00:06:00\nSo does the wind.\n\n<end subtitles>\n"
    )
    cues = formats.read(text.encode(), "talk.txt").cues
    assert [(cue.start, cue.end, cue.text) for cue in cues] == [
        (1000, 4480, "Salt stings."),
        (5000, 6000, "So does the wind."),
    ]
