"""What was text in a file is in a cue, among the problems or in what the file says of itself."""

from __future__ import annotations

import pytest

from reader import formats
from reader.transcript.model import Transcript

_CAPTION = "<caption offset='1s' duration='1s'>"
_SRT = "1\n00:00:01,000 --> 00:00:02,000"


def read(text: str, name: str = "talk.txt") -> Transcript:
    return formats.read(text.encode(), name)


def reported(transcript: Transcript) -> str:
    cues = [f"{cue.text} {cue.voice}" for cue in transcript.cues]
    problems = [problem.text for problem in transcript.problems]
    return "\n".join([*cues, *problems, *transcript.metadata.values()])


_ANNOTATION = (
    "<ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID='c' TIME_SLOT_REF1='a' TIME_SLOT_REF2='a'>"
    "<ANNOTATION_VALUE>{}</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION>"
)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.vtt", "WEBVTT\n\n00:01.000 --> 00:02.000\nWell <word> said <LOUD word & more>\n"),
        ("a.vtt", "WEBVTT\n\n00:01.000 --> 00:02.000 word:5\nHello.\n"),
        ("a.vtt", "WEBVTT\n\n00:01.000 --> 00:02.000\nHello <lang en a word\n> there.\n"),
        ("a.srt", f"{_SRT} word:12\nHello.\n"),
        ("a.srt", f"{_SRT}\n<v word>Hello,\n\nall.\n"),
        ("a.sbv", "0:00:01.000,0:00:02.000\n<v word>Hello\n"),
        ("a.ass", "Dialogue: 0,0:00:01.00,0:00:03.00,Default,,0,0,0,,A word, and\\Nmore\n"),
        ("a.ass", "Dialogue: Marked=0,0:00:01.00,0:00:03.00,,word,0,0,0,,Hello\n"),
        ("a.ass", "[Events]\nDialogue: 0,0:00:01.00,0:00:03.00,,,0,0,0,word,Hello\n"),
        ("a.ass", "[Events]\nDialogue: word,0:00:01.00,0:00:03.00,,,0,0,0,,Hello\n"),
        ("a.ass", "[Events]\nDialogue: 0,0:00:01.00,0:00:03.00,,,0,0,0,,He{a word}llo\n"),
        (
            "a.ass",
            "[Fonts]\nfontname: a.ttf\n!!AA\nword\n"
            "[Events]\nDialogue: 0,0:00:01.00,0:00:03.00,,,0,0,0,,Hello\n",
        ),
        ("a.rtf", "{\\rtf1 Hello\\par{\\fonttbl{\\f0 Arial;} word\\par}"),
        ("a.rtf", "{\\rtf1{\\fonttbl{\\f0 Arial;}\\par word\\par}Hello\\par}"),
        ("a.vtt", "WEBVTT\n\n00:00.000 --> 00:02.000\n<.word.loud>Hello\n"),
        ("a.vtt", "WEBVTT\n\n00:00.000 --> 00:02.000\n< a='word'>Hello\n"),
        ("a.vtt", "WEBVTT\n\n00:00.000 --> 00:02.000\n<lang.a=word b='c'>Hello\n"),
        (
            "a.cha",
            "@UTF8\n@Begin\n*MOT:\twe go . \x15500_900\x15\n"
            "%wor:\twe \x15500_700\x15 word \x15700_900\x15\n@End\n",
        ),
        ("a.cha", "@UTF8\n@Begin\n%wor:\tword \x15500_700\x15\n*MOT:\twe go .\n@End\n"),
        ("a.cha", "@UTF8\n@Begin\n*MOT:\twe go \x15:\tword \x15500_900\x15\n@End\n"),
        ("a.json", '\ufeff\ufeff[{"start": 1, "end": 2, "text": "Hello"}, {"text": "word'),
        ("a.json", 'var a = [{"start": 1, "end": 2, "text": "Hello"}, {"text": "word'),
        ("a.aup", "<project xmlns='audacity'><label t='1' title='Hello'/>word</project>"),
        (
            "a.eaf",
            "<ANNOTATION_DOCUMENT><TIME_ORDER><TIME_SLOT TIME_SLOT_ID='a' TIME_VALUE='1'/>"
            f"</TIME_ORDER><TIER TIER_ID='b'>{_ANNOTATION.format('Hello')}</TIER>"
            f"{_ANNOTATION.format('word')}</ANNOTATION_DOCUMENT>",
        ),
        ("a.stm", "word 1 Mara 0.50 3.00 <o,f0,female> Welcome\n"),
        ("a.rttm", "SPEAKER word 1 0.50 2.50 <NA> <NA> Mara <NA> <NA>\n"),
        ("a.ctm", "word 1 0.50 0.25 Welcome\nword 1 0.75 0.25 all\n"),
        ("a.ctm", "a 1 0.50 0.25 Welcome 0.98 word\na 1 0.75 0.25 all 0.98 Mara\n"),
        ("a.ctm", "a 1 0.50 0.25 Welcome 0.98 lex word\na 1 0.75 0.25 all 0.98 lex word\n"),
        (
            "a.fcpxml",
            f"<fcpxml>{_CAPTION}<text>Hello</text><title><text>word</text></title></fcpxml>",
        ),
        ("a.fcpxml", f"<fcpxml>{_CAPTION}<text>Hello</text></caption><text>word</text></fcpxml>"),
        (
            "a.exb",
            '<basic-transcription><head><event start="T0" end="T1">word</event></head>'
            '<common-timeline><tli id="T0" time="1"/><tli id="T1" time="2"/></common-timeline>'
            '<tier type="t"><event start="T0" end="T1">Hello</event></tier></basic-transcription>',
        ),
        ("a.fcpxml", f"<fcpxml><spine>word{_CAPTION}<text>Hello</text></caption></spine></fcpxml>"),
        ("a.fcpxml", f"<fcpxml><spine>{_CAPTION}word<text>Hello</text></caption></spine></fcpxml>"),
        ("a.html", '<cite>Ann:</cite><time datetime="PT5S">word</time><p>Hello.</p>'),
        ("a.txt", "0:05\n7 seconds word\nHello.\n0:09\nBye.\n"),
    ],
)
def test_a_word_is_shown_or_listed(name: str, text: str) -> None:
    transcript = read(text, name)
    assert "word" in reported(transcript)


def test_dialogue_without_a_header_is_read_as_such() -> None:
    transcript = read(
        "Dialogue: 0,0:00:01.00,0:00:03.00,Default,Mara,0,0,0,,Good day, all\n"
        "Dialogue: 0,0:00:03.00,0:00:05.00,Default,,0,0,0,,{\\i1}Salt{\\i0}, and wind\n"
    )
    assert transcript.format == "ASS/SSA"
    assert [(cue.start, cue.end, cue.text, cue.voice) for cue in transcript.cues] == [
        (1000, 3000, "Good day, all", "Mara"),
        (3000, 5000, "Salt, and wind", ""),
    ]


def test_columns_that_stand_above_the_lines_without_a_section_are_believed() -> None:
    transcript = read("Format: Start, End, Text\nDialogue: 0:00:01.00,0:00:03.00,Hello, all\n")
    assert [cue.text for cue in transcript.cues] == ["Hello, all"]


def test_a_blank_line_keeps_the_voice_and_the_words_of_a_cue() -> None:
    (cue,) = read(f"{_SRT}\n<v Mara>Hello,\n\n<00:00:01.500>all.</v>\n", "a.srt").cues
    assert (cue.text, cue.voice, len(cue.words)) == ("Hello,\nall.", "Mara", 1)


def test_a_time_that_is_repeated_in_words_is_no_text_but_another_is() -> None:
    lines = "0:05\n5 seconds\nHello.\n1:09\n1 minute, 9 seconds\nGulls.\n1:20\n3 seconds\nBye.\n"
    assert [cue.text for cue in read(lines).cues] == ["Hello.", "Gulls.", "3 seconds\nBye."]
