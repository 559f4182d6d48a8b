"""The preview of a correction: each place in its sentence, and which files may hold any."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from reader.episode import Episode
from reader.jobs import Job
from reader.library.show_hits import others_of_show, show_hits
from reader.overlays.correction_hits import hits_in, may_hold
from reader.transcript.spoken_text import SpokenText
from tests.reader.corrections import everywhere, talk

NOW = datetime(2026, 11, 30, tzinfo=UTC)


def test_each_place_in_its_sentence() -> None:
    spoken = SpokenText(talk("One thing. Then LAMA said", "hello! And the Lama went.", "Llama."))
    one, other = hits_in(spoken, everywhere("Lama", "Llama"))
    assert (one.before, one.said, one.text, one.after) == ("Then ", "LAMA", "LLAMA", " said hello!")
    assert (other.before, other.after) == ("And the ", " went.")
    assert one.time is not None and other.time is not None and one.time < other.time


def test_a_sentence_without_end_is_cut() -> None:
    spoken = SpokenText(talk("so " * 200 + "Lama " + "and " * 200))
    (hit,) = hits_in(spoken, everywhere("Lama", "Llama"))
    assert hit.before.startswith("…") and hit.after.endswith("…")
    assert len(hit.before + hit.after) < 160


def test_what_would_change_nothing_is_no_hit() -> None:
    assert hits_in(SpokenText(talk("Lama")), everywhere("lama", "Lama")) == []


def test_a_file_is_read_only_where_it_may_say_the_words() -> None:
    made = everywhere("Lama Index", "LlamaIndex")
    assert may_hold(b"the LAMA\nindex", made) and not may_hold(b"the lama", made)
    assert may_hold("ﬁ".encode("utf-16"), made)
    assert may_hold(b"anything", everywhere("Müller", "Miller"))


def test_the_other_episodes_of_a_show(tmp_path: Path) -> None:
    episodes = []
    for name, text in (("a", "Zwickz"), ("b", "somebody"), ("c", "zwickz"), ("gone", "")):
        path = tmp_path / f"{name}.srt"
        if text:
            path.write_text(f"1\n00:00:01,000 --> 00:00:02,000\nHere is {text}.\n")
        episodes.append(
            Episode(name, name, None, path, NOW, NOW, show="The Show", transcript_key=name)
        )
    stranger = Episode("x", "x", None, tmp_path / "a.srt", NOW, NOW, show="Other")
    others = others_of_show([*episodes, stranger], episodes[0])
    assert [each.id for each in others] == ["b", "c", "gone"]
    found = list(show_hits(others, everywhere("Zwickz", "swyx"), Job(lambda _: None)))
    assert [(each.episode.id, [hit.text for hit in each.hits]) for each in found] == [
        ("c", ["swyx"])
    ]
    assert others_of_show(episodes, Episode("n", "n", None, None, NOW, NOW)) == []
