"""The beginning of a long text: what is shown of it at once is what all of it says there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from reader import formats
from reader.formats import beginning
from reader.formats.beginning import Beginning, beginning_of

LINES = 3_000


def _stamp(second: int, mark: str = ".") -> str:
    return f"{second // 3600:02}:{second // 60 % 60:02}:{second % 60:02}{mark}000"


def _said(number: int) -> str:
    return f"What is said in line {number}, or nearly so"


def subrip(said: Callable[[int], str] = _said, lines: int = LINES) -> str:
    return "\n".join(
        f"{k + 1}\n{_stamp(k, ',')} --> {_stamp(k + 1, ',')}\n{said(k)}\n" for k in range(lines)
    )


def webvtt(said: Callable[[int], str] = _said, lines: int = LINES) -> str:
    cues = (f"{_stamp(k)} --> {_stamp(k + 1)}\n{said(k)}\n" for k in range(lines))
    return "WEBVTT - A talk\n\n" + "\n".join(cues)


def whisper(said: Callable[[int], str] = _said, lines: int = LINES) -> str:
    return "".join(f"[{_stamp(k)} --> {_stamp(k + 1)}]   {said(k)}\n" for k in range(lines))


KINDS = {"talk.srt": subrip, "talk.vtt": webvtt, "talk.txt": whisper}


def found(folder: Path, name: str, text: str) -> Beginning | None:
    """The beginning that is found, after a look that it is that of the whole."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    begun = beginning_of(path)
    if begun is not None:
        whole = formats.load(path)
        count = len(begun.transcript.cues)
        assert begun.transcript.cues == whole.cues[:count]
        assert 600 <= count < len(whole.cues)
        assert begun.end == whole.end
        assert begun.transcript.metadata == whole.metadata
    return begun


@pytest.mark.parametrize("name", KINDS)
def test_a_long_text_has_one(tmp_path: Path, name: str) -> None:
    assert found(tmp_path, name, KINDS[name]())


@pytest.mark.parametrize("name", KINDS)
def test_a_short_one_has_none(tmp_path: Path, name: str) -> None:
    assert found(tmp_path, name, KINDS[name](lines=500)) is None


@pytest.mark.parametrize("name", ["talk.srt", "talk.vtt"])
def test_wherever_it_is_cut_it_is_that_of_the_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    odd = ["one\n\ngoes on after a blank line", "- Two.\n- Three.", "<i>four</i>", "5", "six"]
    path = tmp_path / name
    path.write_text(KINDS[name](lambda k: f"{odd[k % 5]} {k}", 40), encoding="utf-8")
    whole = formats.load(path).cues
    monkeypatch.setattr(beginning, "_LEAST_CUES", 3)
    seen = set()
    for part in range(200, 1_800, 7):
        monkeypatch.setattr(beginning, "_PART", part)
        begun = beginning_of(path)
        if begun is not None:
            seen.add(len(begun.transcript.cues))
            assert begun.transcript.cues == whole[: len(begun.transcript.cues)], part
    assert len(seen) > 10


@pytest.mark.parametrize("name", KINDS)
def test_names_that_recur_are_voices_whatever_comes(tmp_path: Path, name: str) -> None:
    begun = found(tmp_path, name, KINDS[name](lambda k: f"{('ANNA', 'BEN')[k % 2]}: line {k}"))
    assert begun is not None
    assert begun.transcript.cues[1].voice == "BEN"


@pytest.mark.parametrize("opening", ["ANNA", "Anna", "anna"])
def test_a_name_that_later_lines_may_decide_about_waits_for_them(
    tmp_path: Path, opening: str
) -> None:
    text = subrip(lambda k: f"{opening}: line {k}" if k in (100, 2_900) else _said(k))
    assert found(tmp_path, "talk.srt", text) is None


def test_an_aside_after_a_name_waits_for_the_name_alone(tmp_path: Path) -> None:
    text = subrip(lambda k: f"ANNA (laughs): line {k}" if k < 2_900 else f"ANNA: line {k}")
    assert found(tmp_path, "talk.srt", text) is None


def test_lines_that_roll_up_wait_for_the_rest(tmp_path: Path) -> None:
    assert (
        found(tmp_path, "talk.vtt", webvtt(lambda k: f"line {k // 2}\nline {k // 2 + 1}")) is None
    )


@pytest.mark.parametrize("name", ["talk.csv", "talk.json", "gone.srt"])
def test_what_is_not_read_cue_by_cue_has_none(tmp_path: Path, name: str) -> None:
    if name != "gone.srt":
        rows = (f"{k * 1000},{k * 1000 + 900},{_said(k)}" for k in range(LINES))
        text = "\n".join(["start,end,text", *rows])
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert beginning_of(tmp_path / name) is None


def test_what_is_larger_than_any_text_has_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(beginning, "_MOST", 1_000)
    assert found(tmp_path, "talk.srt", subrip()) is None


def test_a_later_end_than_the_last_lines_counts(tmp_path: Path) -> None:
    text = subrip().replace(f"{_stamp(LINES - 1, ',')}\n", f"{_stamp(9_000, ',')}\n")
    begun = found(tmp_path, "talk.srt", text)
    assert begun is not None
    assert begun.end == 9_000_000
