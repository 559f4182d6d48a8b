"""What is open, in a session over a real library and real files."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from sqlite_utils import Database

from reader import settings as prefs
from reader.episode import Episode
from reader.errors import StoreError, TranscriptError
from reader.library.file_pair import MissingPartner
from reader.playback.cue_tracker import Highlight
from reader.playback.player import PlayerState
from reader.store.database import DatabaseFile
from reader.store.migrations import STEPS
from reader.transcript.reading_text import Place
from reader.transcript.script import Script
from tests.conftest import WriteTalk, vtt
from tests.reader.conftest import Rig, drain, fail, open_all
from tests.reader.recording.test_sound_check import SILENT

# Opening


def test_a_transcript_is_shown_at_once_and_finds_its_recording(
    rig: Rig, qtbot: QtBot, write_talk: WriteTalk
) -> None:
    transcript = write_talk("talk.vtt", "talk.mp3", "other.mp3")
    open_all(rig, qtbot, transcript)
    assert rig.facts() == ["opening_started", "script_opened", "opening_ended", "episode_opened"]
    assert rig.session.files == (transcript.with_suffix(".mp3"), transcript)
    assert rig.values("opening_started") == ["talk.vtt"]
    assert rig.transport.state is PlayerState.PAUSED


def test_a_recording_opens_its_transcript(rig: Rig, qtbot: QtBot, write_talk: WriteTalk) -> None:
    recording = write_talk("talk.mp3", "talk.vtt")
    open_all(rig, qtbot, recording)
    assert rig.session.files == (recording, recording.with_suffix(".vtt"))
    assert rig.facts("script_opened", "episode_opened") == ["script_opened", "episode_opened"]


def test_the_only_recording_beside_a_transcript_is_its_own(
    rig: Rig, qtbot: QtBot, write_talk: WriteTalk
) -> None:
    transcript = write_talk("talk.vtt", "20260101.mp3")
    open_all(rig, qtbot, transcript)
    assert rig.session.recording == transcript.with_name("20260101.mp3")


@pytest.mark.parametrize("order", [1, -1])
def test_both_can_be_given_in_any_order_and_are_remembered(
    new_rig: Callable[..., Rig], qtbot: QtBot, write_talk: WriteTalk, order: int
) -> None:
    transcript = write_talk("talk.vtt", "talk.mp3")
    recording = write_talk("elsewhere.mp3", folder="other")
    first = new_rig()
    open_all(first, qtbot, *[transcript, recording][::order])
    assert first.session.files == (recording, transcript)
    first.quit()
    second = new_rig()
    open_all(second, qtbot, transcript)
    assert second.session.files == (recording, transcript)


def test_candidates_are_reported_and_the_choice_is_remembered(
    new_rig: Callable[..., Rig], qtbot: QtBot, write_talk: WriteTalk
) -> None:
    transcript = write_talk("talk.vtt", "one.mp3", "two.mp3")
    one, two = transcript.with_name("one.mp3"), transcript.with_name("two.mp3")
    first = new_rig()
    open_all(first, qtbot, transcript)
    assert first.values("partner_missing") == [MissingPartner(True, transcript, (one, two))]
    assert first.session.files == (None, transcript)
    with qtbot.waitSignal(first.session.partner_changed):
        first.session.choose_recording(two)
    assert first.session.recording == two
    first.quit()
    second = new_rig()
    open_all(second, qtbot, transcript)
    assert second.session.files == (two, transcript)
    assert second.values("partner_missing") == []


def test_the_transcript_of_a_recording_can_be_chosen(
    rig: Rig, qtbot: QtBot, write_talk: WriteTalk
) -> None:
    recording = write_talk("talk.mp3", "one.vtt", "two.vtt")
    open_all(rig, qtbot, recording)
    assert len(rig.values("partner_missing")) == 1
    with qtbot.waitSignal(rig.session.partner_changed):
        rig.session.choose_transcript(recording.with_name("two.vtt"))
    assert rig.session.files == (recording, recording.with_name("two.vtt"))


def test_another_transcript_is_read_while_the_sound_goes_on(
    rig: Rig, qtbot: QtBot, write_talk: WriteTalk
) -> None:
    recording = write_talk("talk.mp3", "talk.vtt", "other.vtt")
    open_all(rig, qtbot, recording)
    rig.session.navigator.jump(3_500)
    rig.transport.set_rate(1.5)
    rig.transport.play()
    rig.player.commands.clear()
    rig.reported.clear()
    with qtbot.waitSignal(rig.session.partner_changed):
        rig.session.choose_transcript(recording.with_name("other.vtt"))
    assert rig.player.commands == []
    assert rig.transport.state is PlayerState.PLAYING
    assert rig.transport.rate == 1.5
    assert rig.session.navigator.history.has_past
    assert rig.session.follower.lead == 1
    assert rig.facts("script_opened", "script_changed", "episode_opened") == ["script_changed"]
    (episode,) = rig.values("partner_changed")
    assert isinstance(episode, Episode)
    assert (episode.position, episode.rate) == (3_500, 1.5)


def test_another_recording_goes_on_from_the_place_with_the_text_as_it_is(
    rig: Rig, qtbot: QtBot, write_talk: WriteTalk
) -> None:
    transcript = write_talk("talk.vtt", "talk.mp3", "other.mp3")
    open_all(rig, qtbot, transcript)
    rig.session.navigator.jump(3_500)
    script = rig.session.script
    rig.reported.clear()
    with qtbot.waitSignal(rig.session.partner_changed):
        rig.session.choose_recording(transcript.with_name("other.mp3"))
    assert rig.session.script is script
    assert rig.transport.time == 3_500
    assert rig.facts("script_opened", "script_changed", "episode_opened") == []
    assert rig.session.episode is not None
    assert rig.session.episode.title == "talk"


def test_a_transcript_alone_can_be_read(rig: Rig, qtbot: QtBot, write_talk: WriteTalk) -> None:
    transcript = write_talk("talk.vtt")
    open_all(rig, qtbot, transcript)
    assert rig.values("partner_missing") == [MissingPartner(True, transcript, ())]
    rig.session.navigator.play_from(Place(2, 0))  # there is nothing to play
    assert rig.facts("navigator.history_changed")[1:] == []
    assert rig.errors == []


def test_a_recording_alone_plays(rig: Rig, qtbot: QtBot, write_talk: WriteTalk) -> None:
    recording = write_talk("talk.mp3")
    open_all(rig, qtbot, recording)
    assert rig.values("partner_missing") == [MissingPartner(False, recording, ())]
    assert rig.session.title == "talk"
    rig.transport.play()
    rig.player.run(2)
    assert rig.transport.time == pytest.approx(2_000, abs=5)
    assert rig.session.follower.current == ()


def test_an_unreadable_partner_is_reported_after_the_recording_is_there(
    rig: Rig, qtbot: QtBot, write_talk: WriteTalk
) -> None:
    transcript = write_talk("talk.vtt", "talk.mp3")
    open_all(rig, qtbot, transcript, transcript.with_suffix(".mp3"))
    rig.session.close()
    transcript.write_bytes(b"")
    rig.reported.clear()
    with qtbot.waitSignal(rig.session.failed):
        rig.session.open(transcript.with_suffix(".mp3"))
    assert rig.session.files == (transcript.with_suffix(".mp3"), None)
    assert rig.facts("episode_opened", "failed") == ["episode_opened", "failed"]
    assert "talk.vtt is empty" in rig.errors[0]


def faulty(kind: str, folder: Path) -> Path:
    """A file that cannot be opened; "sealed" does not stop root."""
    path = folder / f"{kind}.vtt"
    contents = {
        "empty": b"",
        "binary": bytes(range(256)) * 50,
        "blank": b"  \n \n",
        "sealed": vtt().encode(),
    }
    if kind == "folder":
        path.mkdir()
    elif kind in contents:
        path.write_bytes(contents[kind])
    if kind == "sealed":
        path.chmod(0)
    return path


@pytest.mark.parametrize("kind", ["missing", "empty", "binary", "blank", "folder", "sealed"])
def test_what_was_open_stays_when_an_opening_fails(
    opened: Rig, qtbot: QtBot, tmp_path: Path, kind: str
) -> None:
    path = faulty(kind, tmp_path)
    if kind == "sealed" and _can_read(path):
        pytest.skip("to root nothing is sealed")
    opened.transport.play()
    before, script = opened.session.files, opened.session.script
    opened.reported.clear()
    message = fail(opened, qtbot, lambda: opened.session.open(path))
    assert path.name in message
    assert opened.session.files == before
    assert opened.session.script is script
    assert opened.transport.state is PlayerState.PLAYING
    assert opened.facts() == ["opening_started", "opening_ended", "failed"]


@pytest.mark.parametrize("is_chosen", [False, True])
@pytest.mark.parametrize("kind", SILENT)
def test_what_was_open_stays_when_a_recording_holds_no_sound(
    opened: Rig, qtbot: QtBot, tmp_path: Path, kind: str, is_chosen: bool
) -> None:
    if kind == "text" and not is_chosen:
        pytest.skip("a text is opened as one, whatever its name")
    path = tmp_path / f"{kind}.mp3"
    path.write_bytes(SILENT[kind])
    opened.transport.play()
    before, script, session = opened.session.files, opened.session.script, opened.session
    opened.reported.clear()
    message = fail(
        opened, qtbot, lambda: (session.choose_recording if is_chosen else session.open)(path)
    )
    assert path.name in message
    assert (session.files, session.script) == (before, script)
    assert opened.transport.state is PlayerState.PLAYING
    assert opened.facts() == ["opening_started", "opening_ended", "failed"]


def _can_read(path: Path) -> bool:
    try:
        path.read_bytes()
    except PermissionError:
        return False
    return True


def test_after_a_failure_the_next_opening_works(
    rig: Rig, qtbot: QtBot, write_talk: WriteTalk, tmp_path: Path
) -> None:
    fail(rig, qtbot, lambda: rig.session.open(tmp_path / "nowhere.vtt"))
    open_all(rig, qtbot, write_talk("talk.vtt", "talk.mp3"))
    assert rig.session.script is not None


def test_a_failure_with_nothing_open_reports_the_recent_episodes(
    rig: Rig, qtbot: QtBot, tmp_path: Path
) -> None:
    with qtbot.waitSignal(rig.session.recent.changed):
        rig.session.open(tmp_path / "nowhere.vtt")


def test_a_recording_named_like_a_transcript_is_taken_for_what_it_is(
    rig: Rig, qtbot: QtBot, write_talk: WriteTalk
) -> None:
    odd = write_talk("talk.mp3").rename(write_talk("x.mp3").with_name("talk.vtt"))
    odd.with_name("x.mp3").unlink()
    open_all(rig, qtbot, odd)
    assert rig.session.files == (odd, None)


def test_a_transcript_named_like_a_recording_is_taken_for_what_it_is(
    rig: Rig, qtbot: QtBot, write_talk: WriteTalk
) -> None:
    odd = write_talk("talk.vtt").rename(write_talk("talk.vtt").with_suffix(".mp3"))
    open_all(rig, qtbot, odd)
    assert rig.session.files == (None, odd)


@pytest.mark.parametrize("kind", ["other.vtt", "picture.mp3", "empty.mp3", "gone.mp3"])
def test_what_is_no_recording_is_refused_as_one(
    opened: Rig, qtbot: QtBot, write_talk: WriteTalk, kind: str
) -> None:
    chosen = write_talk("other.vtt").with_name(kind)
    contents = {"picture.mp3": b"\x89PNG\r\n\x1a\n" + bytes(60), "empty.mp3": b""}
    if kind in contents:
        chosen.write_bytes(contents[kind])
    before = opened.session.files
    message = fail(opened, qtbot, lambda: opened.session.choose_recording(chosen))
    assert kind in message
    if kind == "other.vtt":
        assert message == "“other.vtt” is a transcript, not a recording."
    assert opened.session.files == before


def test_a_recording_is_refused_as_a_transcript(
    opened: Rig, qtbot: QtBot, write_talk: WriteTalk
) -> None:
    other, before = write_talk("other.mp3"), opened.session.files
    message = fail(opened, qtbot, lambda: opened.session.choose_transcript(other))
    assert message == "other.mp3 is an MP3 recording, not a transcript."
    assert opened.session.files == before


def test_the_files_that_are_there_are_opened_without_the_others(
    rig: Rig, qtbot: QtBot, write_talk: WriteTalk
) -> None:
    transcript = write_talk("talk.vtt")
    open_all(rig, qtbot, transcript, transcript.with_suffix(".mp3"))
    assert rig.session.files == (None, transcript)
    assert len(rig.values("partner_missing")) == 1


def test_a_cancelled_opening_leaves_things_as_they_are(
    opened: Rig, qtbot: QtBot, write_talk: WriteTalk
) -> None:
    before = opened.session.files
    opened.reported.clear()
    opened.session.open(write_talk("other.vtt", "other.mp3"))
    opened.session.cancel_opening()
    assert opened.facts() == ["opening_started", "opening_ended"]
    drain(opened, qtbot)
    assert opened.session.files == before
    assert opened.facts() == ["opening_started", "opening_ended"]


def test_cancelled_while_its_transcript_is_read_a_recording_plays_without(
    rig: Rig, qtbot: QtBot, write_talk: WriteTalk
) -> None:
    recording = write_talk("talk.mp3", "talk.vtt")

    def cancel(_: object) -> None:
        rig.session.cancel_opening()

    rig.session.opening_progressed.connect(cancel)
    open_all(rig, qtbot, recording)
    drain(rig, qtbot)
    assert rig.session.files == (recording, None)
    assert rig.transport.state is PlayerState.PAUSED


@pytest.mark.parametrize("names", [("a.vtt", "b.vtt"), ("a.mp3", "b.mp3"), ("a.vtt", "b.mp3")])
def test_of_two_openings_the_last_one_wins(
    rig: Rig, qtbot: QtBot, write_talk: WriteTalk, names: tuple[str, str]
) -> None:
    first, second = (write_talk(name, folder=name[0]) for name in names)
    rig.session.open(first)
    open_all(rig, qtbot, second)
    drain(rig, qtbot)
    assert second in rig.session.files
    assert first not in rig.session.files
    assert len(rig.values("episode_opened")) == 1


def test_an_opening_in_the_middle_of_another_wins(
    rig: Rig, qtbot: QtBot, write_talk: WriteTalk
) -> None:
    first = write_talk("a.vtt", "a.mp3", folder="a")
    second = write_talk("b.vtt", "b.mp3", folder="b")
    with qtbot.waitSignal(rig.session.script_opened):
        rig.session.open(first)
    rig.session.open(second)
    qtbot.waitUntil(lambda: rig.session.files == (second.with_suffix(".mp3"), second))
    drain(rig, qtbot)
    assert rig.session.files == (second.with_suffix(".mp3"), second)
    assert rig.facts("opening_ended")[-1:] == ["opening_ended"]


def test_a_bad_opening_in_the_middle_of_another_does_not_spoil_it(
    rig: Rig, qtbot: QtBot, write_talk: WriteTalk, tmp_path: Path
) -> None:
    good = write_talk("a.vtt", "a.mp3")
    with qtbot.waitSignal(rig.session.script_opened):
        rig.session.open(good)
    fail(rig, qtbot, lambda: rig.session.open(tmp_path / "nowhere.vtt"))
    qtbot.waitUntil(lambda: rig.session.episode is not None)
    drain(rig, qtbot)
    assert rig.session.files == (good.with_suffix(".mp3"), good)
    assert rig.transport.state is PlayerState.PAUSED


def test_closing_shows_nothing_and_reports_recent_episodes(opened: Rig, qtbot: QtBot) -> None:
    with qtbot.waitSignals([opened.session.closed, opened.session.recent.changed]) as reported:
        opened.session.close()
    assert opened.session.files == (None, None)
    assert opened.session.title == ""
    assert opened.transport.state is PlayerState.EMPTY
    del reported
    episodes = opened.values("recent.changed")[-1]
    assert isinstance(episodes, list)
    assert [episode.title for episode in episodes] == ["talk"]


# Reading again


FOREIGN = """WEBVTT

00:01.000 --> 00:03.000
Čau, příteli.

00:03.000 --> 00:05.000
Žluťoučký kůň.
"""


@pytest.fixture
def foreign(rig: Rig, qtbot: QtBot, write_talk: WriteTalk) -> Path:
    """Open, in an encoding that is guessed wrong by whoever is told it is another."""
    transcript = write_talk("talk.vtt", "talk.mp3")
    transcript.write_bytes(FOREIGN.encode("cp1250"))
    open_all(rig, qtbot, transcript)
    return transcript


def text_of(rig: Rig) -> str:
    assert rig.session.script is not None
    return rig.session.script.reading.text


def reopen(rig: Rig, qtbot: QtBot, **choice: str) -> None:
    with qtbot.waitSignal(rig.session.script_changed):
        rig.session.reopen(**choice)


def test_a_transcript_is_read_anew_in_another_encoding(
    rig: Rig, qtbot: QtBot, foreign: Path
) -> None:
    reopen(rig, qtbot, encoding="cp1250")
    assert text_of(rig) == "Čau, příteli. Žluťoučký kůň."
    reopen(rig, qtbot, encoding="cp1253")
    assert "kůň" not in text_of(rig)


def test_read_anew_time_place_and_sound_stay(rig: Rig, qtbot: QtBot, foreign: Path) -> None:
    rig.session.navigator.jump(3_500)
    rig.transport.set_rate(1.5)
    rig.transport.set_loop((3_000, 5_000))
    rig.session.places.set_scroll(7)
    rig.transport.play()
    rig.player.commands.clear()
    rig.reported.clear()
    reopen(rig, qtbot, encoding="cp1250")
    assert rig.player.commands == []
    assert rig.transport.state is PlayerState.PLAYING
    assert rig.transport.loop == (3_000, 5_000)
    assert rig.session.navigator.history.has_past
    assert rig.session.follower.lead == 1
    left = rig.session.places.left_off()
    assert left is not None
    assert (left.position, left.rate, left.scroll) == (3_500, 1.5, 7)
    assert rig.facts() == ["opening_started", "opening_ended", "script_changed"]
    assert rig.currents == [1]


def test_a_transcript_is_read_anew_in_another_format(rig: Rig, qtbot: QtBot, foreign: Path) -> None:
    reopen(rig, qtbot, format="plain")
    assert "WEBVTT" in text_of(rig)
    reopen(rig, qtbot)
    assert "WEBVTT" not in text_of(rig)


def test_what_was_open_stays_where_it_cannot_be_read_anew(
    rig: Rig, qtbot: QtBot, foreign: Path
) -> None:
    script = rig.session.script
    for choice in ({"encoding": "no-such"}, {"format": "lrc"}):
        fail(rig, qtbot, lambda choice=choice: rig.session.reopen(**choice))  # type: ignore[misc]
        assert rig.session.script is script


def test_the_choice_holds_for_the_file_and_no_other(
    rig: Rig, qtbot: QtBot, foreign: Path, write_talk: WriteTalk
) -> None:
    reopen(rig, qtbot, format="plain")
    open_all(rig, qtbot, write_talk("other.vtt", folder="other"))
    assert "WEBVTT" not in text_of(rig)
    open_all(rig, qtbot, foreign.with_suffix(".mp3"))
    assert "WEBVTT" in text_of(rig)


@pytest.fixture
def unguessed(write_talk: WriteTalk) -> Path:
    """A transcript beside its recording whose encoding nobody guesses: it looks binary."""
    transcript = write_talk("talk.vtt", "talk.mp3")
    text = "WEBVTT\n\n00:01.000 --> 00:03.000\n" + "我們今天談談港口的歷史。" * 40
    transcript.write_bytes(text.encode("utf-16-le"))
    return transcript


def unread(rig: Rig) -> TranscriptError:
    error = rig.values("failed")[-1]
    assert isinstance(error, TranscriptError)
    return error


def test_what_cannot_be_read_as_guessed_is_opened_as_requested_and_remembered(
    new_rig: Callable[..., Rig], qtbot: QtBot, unguessed: Path
) -> None:
    rig, recording = new_rig(), unguessed.with_suffix(".mp3")
    assert "binary" in fail(rig, qtbot, lambda: rig.session.open(unguessed))
    assert unread(rig).may_be_other
    with qtbot.waitSignal(rig.session.episode_opened):
        rig.session.open_as(unguessed, "utf-16-le", "")
    assert "港口的歷史" in text_of(rig)
    assert rig.session.files == (recording, unguessed)
    rig.quit()
    again = new_rig()
    open_all(again, qtbot, recording)
    assert "港口的歷史" in text_of(again)
    again.quit()
    alone = new_rig()
    open_all(alone, qtbot, unguessed)
    assert "港口的歷史" in text_of(alone)
    assert alone.errors == []


def test_opened_as_requested_it_keeps_the_recording_that_was_given(
    rig: Rig, qtbot: QtBot, unguessed: Path, write_talk: WriteTalk
) -> None:
    other = write_talk("other.mp3", folder="elsewhere")
    fail(rig, qtbot, lambda: rig.session.open(other, unguessed))
    with qtbot.waitSignal(rig.session.episode_opened):
        rig.session.open_as(unguessed, "utf-16-le", "")
    assert rig.session.files == (other, unguessed)


def test_the_chosen_transcript_of_a_recording_is_opened_as_requested(
    rig: Rig, qtbot: QtBot, unguessed: Path, write_talk: WriteTalk
) -> None:
    recording = write_talk("other.mp3", folder="elsewhere")
    open_all(rig, qtbot, recording)
    fail(rig, qtbot, lambda: rig.session.choose_transcript(unguessed))
    assert rig.session.script is None
    with qtbot.waitSignal(rig.session.episode_opened):
        rig.session.open_as(unguessed, "utf-16-le", "")
    assert rig.session.files == (recording, unguessed)


def test_an_empty_file_is_nothing_in_any_encoding(rig: Rig, qtbot: QtBot, tmp_path: Path) -> None:
    fail(rig, qtbot, lambda: rig.session.open(faulty("empty", tmp_path)))
    assert not unread(rig).may_be_other


def test_without_a_transcript_there_is_nothing_to_read_anew(
    rig: Rig, qtbot: QtBot, write_talk: WriteTalk
) -> None:
    rig.session.reopen(encoding="utf-8")
    open_all(rig, qtbot, write_talk("talk.mp3"))
    rig.reported.clear()
    rig.session.reopen(encoding="utf-8")
    assert rig.facts() == []


# Following


def test_lines_and_words_are_reported_as_they_are_spoken(opened: Rig) -> None:
    words: list[tuple[int, int, int]] = []
    opened.session.follower.word_changed.connect(lambda *word: words.append(word))
    opened.transport.play()
    opened.reported.clear()
    for _ in range(160):  # ticks come by the real timer; here each step is one
        opened.player.run(0.05)
        opened.transport._tick("tick")
    assert opened.currents == [0, 1, 2, 3]
    script = opened.session.script
    assert script is not None
    spoken = [script.transcript.cues[cue].text[at : at + n] for cue, at, n in words if n]
    assert spoken[:6] == "The harbour wakes early today. Gulls".split()


def test_a_highlight_carries_time_and_cause(opened: Rig) -> None:
    highlights: list[tuple[Highlight, int, str]] = []
    opened.session.follower.highlight_changed.connect(
        lambda *highlight: highlights.append(highlight)
    )
    opened.transport.seek(3_500)
    opened.transport.seek(3_510)
    assert [(time, cause) for _, time, cause in highlights] == [(3_500, "seek")]
    assert highlights[0][0].cues == opened.session.follower.current == (1,)


def test_words_are_not_estimated_where_that_is_not_wanted(opened: Rig) -> None:
    opened.transport.seek(1_500)
    words: list[tuple[int, int, int]] = []
    opened.session.follower.word_changed.connect(lambda *word: words.append(word))
    opened.settings.set(prefs.ARE_WORDS_ESTIMATED, False)
    assert words[-1] == (-1, 0, 0)
    assert opened.session.follower.lead == 0
    opened.settings.set(prefs.ARE_WORDS_ESTIMATED, True)
    assert words[-1][2] > 0


BLANKS = """WEBVTT

00:00.000 --> 00:02.000
[BLANK_AUDIO]

00:02.000 --> 00:04.000
Good morning.
"""


def test_blanks_can_be_shown_and_hidden(rig: Rig, qtbot: QtBot, write_talk: WriteTalk) -> None:
    transcript = write_talk("talk.vtt", "talk.mp3")
    transcript.write_text(BLANKS)
    open_all(rig, qtbot, transcript)
    rig.transport.seek(2_500)
    rig.reported.clear()
    with qtbot.waitSignal(rig.session.script_changed) as reported:
        rig.settings.set(prefs.ARE_BLANKS_SHOWN, True)
    assert reported.args is not None
    script: Script = reported.args[0]
    assert script.reading.text == "[BLANK_AUDIO] Good morning."
    assert rig.facts("script_changed", "follower.current_changed") == [
        "script_changed",
        "follower.current_changed",
    ]
    assert rig.currents == [1]  # marked in the new page too, though nothing plays
    with qtbot.waitSignal(rig.session.script_changed):
        rig.settings.set(prefs.ARE_BLANKS_SHOWN, False)
    assert rig.session.script is not None
    assert rig.session.script.reading.text == "Good morning."


def test_blanks_are_shown_in_what_is_opened_later_too(
    new_rig: Callable[..., Rig], qtbot: QtBot, write_talk: WriteTalk
) -> None:
    transcript = write_talk("talk.vtt", "talk.mp3")
    transcript.write_text(BLANKS)
    first = new_rig()
    first.settings.set(prefs.ARE_BLANKS_SHOWN, True)
    open_all(first, qtbot, transcript)
    assert text_of(first) == "[BLANK_AUDIO] Good morning."
    first.settings.save()
    first.quit()
    second = new_rig()
    open_all(second, qtbot, transcript)
    assert text_of(second) == "[BLANK_AUDIO] Good morning."


def test_closing_unmarks_the_line(opened: Rig) -> None:
    opened.transport.seek(3_500)
    opened.session.close()
    assert opened.currents[-1] is None
    assert opened.session.follower.current == ()


def test_the_line_at_a_time(opened: Rig) -> None:
    assert opened.session.line_at(3_500) == "Gulls quarrel over the nets."
    assert opened.session.line_at(0) == ""
    assert opened.session.line_at(19_000) == ""  # too long a silence


# The library fails


def _spoil(database: Path, kind: str) -> None:
    if kind == "corrupt":
        database.write_bytes(b"This is not a database. " * 500)
    elif kind == "folder":
        database.mkdir()
    else:
        newer = DatabaseFile(database, (*STEPS, _of_the_future))
        with newer.writing():
            pass
        newer.close()


def _of_the_future(database: Database) -> None:
    database.execute("alter table episodes add column colour text")


@pytest.mark.parametrize(
    "case", list(product(["corrupt", "folder", "newer"], ["talk.vtt", "talk.mp3"])), ids="-".join
)
def test_without_a_library_an_episode_plays_and_one_message_reports(
    new_rig: Callable[..., Rig],
    qtbot: QtBot,
    tmp_path: Path,
    write_talk: WriteTalk,
    case: tuple[str, str],
) -> None:
    (kind, given), database = case, tmp_path / "spoilt.db"
    _spoil(database, kind)
    transcript = write_talk("talk.vtt", "talk.mp3")
    rig = new_rig(database=database)
    open_all(rig, qtbot, transcript.with_name(given))
    assert rig.session.files == (transcript.with_suffix(".mp3"), transcript)
    rig.transport.play()
    rig.player.run(3)
    assert rig.transport.time == pytest.approx(3_000, abs=5)
    for _ in range(3):
        rig.session.places.save()
        rig.session.recent.load()
    drain(rig, qtbot)
    assert len(rig.errors) == 1
    assert "spoilt.db" in rig.errors[0]
    assert isinstance(rig.values("failed")[0], StoreError)


@pytest.mark.parametrize("given", ["talk.vtt", "talk.mp3"])
def test_a_library_that_fails_in_the_middle_is_reported_once(
    new_rig: Callable[..., Rig], qtbot: QtBot, write_talk: WriteTalk, tmp_path: Path, given: str
) -> None:
    rig = new_rig()
    open_all(rig, qtbot, write_talk("talk.vtt", "talk.mp3").with_name(given))
    rig.keeper.run(lambda _: rig.library.close(), lambda _: None)
    drain(rig, qtbot)
    for beside in tmp_path.glob("earmark.db*"):
        beside.unlink()
    (tmp_path / "earmark.db").mkdir()
    for _ in range(3):
        rig.session.places.save()
    drain(rig, qtbot)
    assert len(rig.errors) == 1


def test_a_mistake_of_ours_is_not_reported_as_a_fault(rig: Rig, qtbot: QtBot) -> None:
    with qtbot.captureExceptions() as caught:
        rig.keeper.run(lambda _: 1 // 0, lambda _: None, rig.session.report_failure)
        qtbot.waitUntil(lambda: len(caught) == 1)
    assert rig.errors == []
