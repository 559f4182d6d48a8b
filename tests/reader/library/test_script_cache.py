"""Texts that were read before come back as they were, or not at all."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from reader import paths
from reader.correction import Correction, CorrectionScope
from reader.library import script_cache
from reader.library.first_look import HeadStart
from reader.library.script_cache import ScriptCache
from reader.library.script_reader import read_script
from reader.message import Message
from reader.notes.anchoring import selector_for
from reader.overlays.overlays import Overlays
from reader.store.annotations import Annotations
from reader.store.change_names import CORRECT
from reader.store.known_episodes import first_known_of
from reader.store.library import Library
from reader.transcript.script import AS_GUESSED, ReadingOptions, Script
from reader.voice_names import NO_VOICES, NamedTurn, NamedVoice, VoiceNames
from tests.reader.corrections import everywhere

AS_SHOWN = ReadingOptions(views=frozenset(("rolls", "loops")))
TEXTS = {
    "voices.vtt": "WEBVTT - A talk\nKind: captions\n\nNOTE of us\n\n"
    "00:01.000 --> 00:02.000\n<v Ann>Hello, <00:01.500>you.\n\n"
    "00:02.000 --> 00:03.000\n- And who? (laughs)\n\nbroken --> 00:04.000\nWhat\n",
    "loops.srt": "".join(
        f"{k}\n00:00:{k:02},000 --> 00:00:{k + 1:02},000\n{said}\n\n"
        for k, said in enumerate(["Yes.", "you you you you you", *["Same again."] * 5, "ö 你好"])
    ),
    "blank.txt": "[00:00:00.000 --> 00:00:01.000]  [BLANK_AUDIO]\n"
    "[00:00:01.000 --> 00:00:02.000]   (sings)\n",
    "prose.txt": "Words without a time.\n\nAnd more of them.\n",
}


@pytest.fixture
def cache(tmp_path: Path) -> ScriptCache:
    return ScriptCache(tmp_path / "texts")


@pytest.fixture
def talk(tmp_path: Path) -> Path:
    return written(tmp_path, "voices.vtt")


def written(folder: Path, name: str) -> Path:
    path = folder / name
    path.write_text(TEXTS[name], encoding="utf-8")
    return path


def kept(folder: Path) -> list[Path]:
    return sorted((folder / "texts").iterdir())


_SAME = (
    "path",
    "source",
    "uncorrected",
    "effective",
    "transcript",
    "options",
    "sync",
    "voices",
    "edits",
)


def assert_same(one: Script | None, other: Script) -> None:
    assert one is not None
    for name in _SAME:
        assert getattr(one, name) == getattr(other, name), name
    assert one.reading.state == other.reading.state
    assert one.timeline.state == other.timeline.state
    assert one.spoken.text == other.spoken.text
    assert one.words_of(0) == other.words_of(0)


@pytest.mark.parametrize(
    "options", [AS_GUESSED, AS_SHOWN, AS_SHOWN._replace(are_blanks_shown=True)]
)
@pytest.mark.parametrize("name", [*TEXTS, "sample"])
def test_a_text_comes_back_as_it_was(
    cache: ScriptCache, tmp_path: Path, name: str, options: ReadingOptions
) -> None:
    path = paths.sample_episode() if name == "sample" else written(tmp_path, name)
    script = read_script(path, options)
    cache.keep(script)
    assert_same(cache.find(path), script)


def test_a_second_one_that_asks_gets_the_same(
    cache: ScriptCache, talk: Path, tmp_path: Path
) -> None:
    """Read once, where the first frame gave up waiting; a file that changed is another one."""
    cache.keep(read_script(talk))
    found = cache.find(talk)
    kept(tmp_path)[0].unlink()
    again = cache.find(talk)
    assert found is not None and again is not None and again.reading is found.reading
    talk.write_text("WEBVTT\n\n00:01.000 --> 00:02.000\nOther words.\n", encoding="utf-8")
    assert cache.find(talk) is None


def test_many_cues_come_back_in_their_order(cache: ScriptCache, tmp_path: Path) -> None:
    path = tmp_path / "long.srt"
    cues = (
        f"00:{k // 60:02}:{k % 60:02},000 --> 00:{k // 60:02}:{k % 60:02},900\nLine {k}\n\n"
        for k in range(2 * script_cache._STEP + 7)
    )
    path.write_text("".join(cues), encoding="utf-8")
    script = read_script(path)
    cache.keep(script)
    assert_same(cache.find(path), script)


def test_what_was_wrong_with_a_file_can_still_be_translated(cache: ScriptCache, talk: Path) -> None:
    cache.keep(read_script(talk))
    found = cache.find(talk)
    assert found is not None and found.source.problems
    reason = found.source.problems[0].reason
    assert isinstance(reason, Message)
    assert reason.template == "text without times"


def test_a_file_is_found_by_what_it_holds(cache: ScriptCache, talk: Path) -> None:
    cache.keep(read_script(talk))
    moved = talk.with_name("other name.vtt")
    talk.rename(moved)
    found = cache.find(moved)
    assert found is not None and found.path == moved
    moved.write_text(TEXTS["voices.vtt"].replace("Hello", "Hallo"), encoding="utf-8")
    assert cache.find(moved) is None


def test_another_suffix_may_mean_another_format(cache: ScriptCache, talk: Path) -> None:
    cache.keep(read_script(talk))
    assert cache.find(talk.rename(talk.with_suffix(".txt"))) is None


def test_another_earmark_reads_it_again(
    cache: ScriptCache, talk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache.keep(read_script(talk))
    monkeypatch.setattr(script_cache, "_code", lambda: "other")
    assert cache.find(talk) is None


@pytest.mark.parametrize(
    "spoil",
    [
        lambda _: b"",
        lambda data: data[:-1],
        lambda data: data[:5],
        lambda data: data[:40] + bytes([data[40] ^ 1]) + data[41:],
        lambda data: bytes(len(data)),
    ],
)
def test_what_is_damaged_is_thrown_away(
    cache: ScriptCache, talk: Path, tmp_path: Path, spoil: Callable[[bytes], bytes]
) -> None:
    script = read_script(talk)
    cache.keep(script)
    (file,) = kept(tmp_path)
    file.write_bytes(spoil(file.read_bytes()))
    assert cache.find(talk) is None
    assert not kept(tmp_path)
    cache.keep(script)
    assert_same(cache.find(talk), script)


def test_what_was_read_as_chosen_is_not_kept(
    cache: ScriptCache, talk: Path, tmp_path: Path
) -> None:
    script = read_script(talk)
    cache.keep(replace(script, options=AS_GUESSED._replace(encoding="cp1252")))
    assert not (tmp_path / "texts").exists()


LAID = Overlays(
    VoiceNames(
        (NamedTurn(1, 2, "Bo", "Cy"), NamedTurn(2, 0, "Cy", is_guess=True)),
        (NamedVoice("Ann", "Anna"),),
    ),
    corrections=(everywhere("you", "ye", key="a"), everywhere("And who", "Now they", key="b")),
)
"""What a listener says of the first text."""


def laid_over(talk: Path, overlays: Overlays, options: ReadingOptions = AS_GUESSED) -> Script:
    return read_script(talk, options, overlays)


def laid_files(folder: Path) -> list[Path]:
    return [each for each in kept(folder) if each.name.count("-") == 5]


@pytest.mark.parametrize("options", [AS_GUESSED, AS_SHOWN])
def test_a_text_comes_back_with_what_is_laid_over_it(
    cache: ScriptCache, talk: Path, monkeypatch: pytest.MonkeyPatch, options: ReadingOptions
) -> None:
    script = laid_over(talk, LAID, options)
    assert script.edits and script.effective is not script.uncorrected
    cache.keep(script, LAID)
    monkeypatch.setattr(script_cache, "laid_again", None)
    assert_same(cache.find(talk, LAID), script)
    assert_same(cache.find(talk), read_script(talk, options))


ONE, TWO = LAID.corrections
CHANGES = {
    "nothing is corrected": LAID._replace(corrections=()),
    "one is taken back": LAID._replace(corrections=(ONE,)),
    "one more": LAID._replace(corrections=(*LAID.corrections, everywhere("Hello", "Hi", key="c"))),
    "another word": LAID._replace(corrections=(ONE._replace(replacement="thee"), TWO)),
    "others of the file's": LAID._replace(corrections=(everywhere("who", "ye", key="a"), TWO)),
    "another one": LAID._replace(corrections=(ONE._replace(id="c"), TWO)),
    "of the show": LAID._replace(corrections=(ONE._replace(scope=CorrectionScope.SHOW), TWO)),
    "the other way round": LAID._replace(corrections=LAID.corrections[::-1]),
    "nobody is named": LAID._replace(voices=NO_VOICES),
    "another name of a turn": LAID._replace(
        voices=LAID.voices.with_turns(NamedTurn(1, 2, "Di", "Cy"))
    ),
    "a guess confirmed": LAID._replace(voices=LAID.voices.with_turns(NamedTurn(2, 0, "Cy"))),
    "another name of a voice": LAID._replace(
        voices=LAID.voices.with_voice(NamedVoice("Ann", "Anne"))
    ),
}


@pytest.mark.parametrize("overlays", CHANGES.values(), ids=CHANGES)
def test_what_was_laid_otherwise_is_never_shown(
    cache: ScriptCache, talk: Path, overlays: Overlays
) -> None:
    cache.keep(laid_over(talk, LAID), LAID)
    found, expected = cache.find(talk, overlays), laid_over(talk, overlays)
    assert found is not None
    for name in _SAME:
        assert getattr(found, name) == getattr(expected, name), name
    assert found.reading.text == expected.reading.text


def test_what_a_library_says_is_found_as_what_was_said(
    cache: ScriptCache, talk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Kept by the session as it was corrected, and looked for by what the library has."""
    database = tmp_path / "earmark.db"
    library = Library(database)
    episode = library.record_opened(None, talk, "talk").id
    library.close()
    spoken = read_script(talk).spoken
    selector = selector_for(spoken, *spoken_span(spoken.text, "Hello"))
    rule, now = ONE._replace(episode_id=episode), datetime.now(UTC)
    one = Correction("one", episode, selector, "Hi", now)
    store = Annotations(database)
    store.correct([rule, one], name=CORRECT)
    made = Overlays(corrections=(rule, one))
    store.close()
    cache.keep(laid_over(talk, made), made)
    corrections = first_known_of(database, talk).corrections
    monkeypatch.setattr(script_cache, "laid_again", None)
    assert_same(cache.find(talk, Overlays(corrections=corrections)), laid_over(talk, made))


def spoken_span(text: str, words: str) -> tuple[int, int]:
    start = text.index(words)
    return start, start + len(words)


def test_a_text_that_is_not_laid_as_said_is_not_kept_so(
    cache: ScriptCache, talk: Path, tmp_path: Path
) -> None:
    """Corrections may have come that are not shown yet."""
    cache.keep(read_script(talk), LAID)
    assert len(kept(tmp_path)) == 1 and not laid_files(tmp_path)


def test_a_laid_text_that_is_damaged_is_laid_again(
    cache: ScriptCache, talk: Path, tmp_path: Path
) -> None:
    script = laid_over(talk, LAID)
    cache.keep(script, LAID)
    (file,) = laid_files(tmp_path)
    for spoilt in (b"", file.read_bytes()[:-1], bytes(file.stat().st_size)):
        file.write_bytes(spoilt)
        found = cache.find(talk, LAID)
        assert found is not None and found.effective == script.effective
        assert not laid_files(tmp_path)
        cache.keep(script, LAID)


def test_what_is_laid_over_a_damaged_text_is_thrown_away_with_it(
    cache: ScriptCache, talk: Path, tmp_path: Path
) -> None:
    cache.keep(laid_over(talk, LAID), LAID)
    (file,) = set(kept(tmp_path)) - set(laid_files(tmp_path))
    file.write_bytes(bytes(file.stat().st_size))
    assert cache.find(talk, LAID) is None
    assert not kept(tmp_path)


def test_of_a_text_the_last_said_is_kept_alone_and_goes_with_it(
    cache: ScriptCache, talk: Path, tmp_path: Path
) -> None:
    cache.keep(laid_over(talk, LAID), LAID)
    other = CHANGES["one is taken back"]
    cache.keep(laid_over(talk, other), other)
    assert len(laid_files(tmp_path)) == 1
    cache.keep(read_script(talk))
    assert not laid_files(tmp_path)
    cache.keep(laid_over(talk, LAID), LAID)
    moved = talk.rename(tmp_path / f"moved{talk.suffix}")
    cache.forget([moved])
    assert not kept(tmp_path)


def test_too_much_of_a_text_is_not_kept(
    cache: ScriptCache, talk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(script_cache, "_MOST", 100)
    cache.keep(laid_over(talk, LAID), LAID)
    assert not kept(tmp_path)


_KEEPING = """
import sys
from pathlib import Path
from reader.library.script_cache import ScriptCache
from tests.reader.library.test_script_cache import CHANGES, laid_over

cache, talk = ScriptCache(Path(sys.argv[1])), Path(sys.argv[2])
while True:
    for overlays in CHANGES.values():
        cache.keep(laid_over(talk, overlays), overlays)
        print(flush=True)
"""


def test_killed_while_it_keeps_it_has_all_or_nothing(
    cache: ScriptCache, talk: Path, tmp_path: Path
) -> None:
    for count in (1, 4):
        command = [sys.executable, "-c", _KEEPING, str(tmp_path / "texts"), str(talk)]
        with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
            assert process.stdout is not None
            for _ in range(count):
                process.stdout.readline()
            process.kill()
        for overlays in CHANGES.values():
            found = cache.find(talk, overlays)
            assert found is not None
            assert found.effective == laid_over(talk, overlays).effective


def test_a_text_that_is_shown_otherwise_takes_its_place(
    cache: ScriptCache, talk: Path, tmp_path: Path
) -> None:
    cache.keep(read_script(talk))
    before = kept(tmp_path)[0].stat().st_ino
    cache.keep(read_script(talk))
    assert kept(tmp_path)[0].stat().st_ino == before  # nothing is written twice
    other = read_script(talk, AS_SHOWN)
    cache.keep(other)
    assert len(kept(tmp_path)) == 1
    assert_same(cache.find(talk), other)


def test_what_was_not_read_for_longest_makes_room(
    cache: ScriptCache, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second, third = (written(tmp_path, name) for name in list(TEXTS)[:3])
    cache.keep(read_script(first))
    cache.keep(read_script(second))
    assert cache.find(first) is not None
    room = sum(file.stat().st_size for file in kept(tmp_path))
    monkeypatch.setattr(script_cache, "_ROOM", room)
    cache.keep(read_script(third))
    assert cache.find(second) is None
    assert cache.find(first) is not None and cache.find(third) is not None


def test_what_is_forgotten_goes_wherever_its_file_is(cache: ScriptCache, tmp_path: Path) -> None:
    gone, moved, other = (written(tmp_path, name) for name in list(TEXTS)[:3])
    for each in (gone, moved, other):
        cache.keep(read_script(each))
    gone.unlink()
    there = moved.rename(tmp_path / f"elsewhere{moved.suffix}")
    cache.find(there)
    cache.forget([gone, there])
    assert cache.find(there) is None and cache.find(other) is not None
    assert len(kept(tmp_path)) == 1
    cache.forget([tmp_path])
    assert len(kept(tmp_path)) == 1


def test_a_folder_that_cannot_be_made_changes_nothing(tmp_path: Path, talk: Path) -> None:
    (tmp_path / "texts").write_text("a file")
    cache = ScriptCache(tmp_path / "texts")
    cache.keep(read_script(talk))
    cache.forget([talk])
    assert cache.find(talk) is None
    assert (tmp_path / "texts").read_text() == "a file"


@pytest.mark.parametrize("options", [AS_GUESSED, AS_SHOWN])
def test_a_start_takes_a_text_from_there(
    cache: ScriptCache, talk: Path, monkeypatch: pytest.MonkeyPatch, options: ReadingOptions
) -> None:
    cache.keep(read_script(talk, AS_SHOWN))
    expected = read_script(talk, options)
    monkeypatch.setattr("reader.formats.load", None)
    script = HeadStart([talk], cache=cache).first_look(options).script
    assert script is not None
    assert_same(script, expected)
