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
from reader.playback.cue_tracker import Spot
from reader.playback.player import PlayerState
from reader.store.database import DatabaseFile
from reader.store.migrations import STEPS
from reader.transcript.reading_text import Place
from reader.transcript.script import Script
from tests.conftest import WriteTalk, vtt
from tests.reader.conftest import Desk, drain, fail, open_all
from tests.reader.recording.test_sound_check import SILENT

# Opening


def test_a_transcript_is_shown_at_once_and_finds_its_recording(
    desk: Desk, qtbot: QtBot, write_talk: WriteTalk
) -> None:
    transcript = write_talk("talk.vtt", "talk.mp3", "other.mp3")
    open_all(desk, qtbot, transcript)
    assert desk.facts() == ["opening_started", "script_opened", "opening_ended", "episode_opened"]
    assert desk.session.files == (transcript.with_suffix(".mp3"), transcript)
    assert desk.values("opening_started") == ["talk.vtt"]
    assert desk.transport.state is PlayerState.PAUSED


def test_a_recording_opens_its_transcript(desk: Desk, qtbot: QtBot, write_talk: WriteTalk) -> None:
    recording = write_talk("talk.mp3", "talk.vtt")
    open_all(desk, qtbot, recording)
    assert desk.session.files == (recording, recording.with_suffix(".vtt"))
    assert desk.facts("script_opened", "episode_opened") == ["script_opened", "episode_opened"]


def test_the_only_recording_beside_a_transcript_is_its_own(
    desk: Desk, qtbot: QtBot, write_talk: WriteTalk
) -> None:
    transcript = write_talk("talk.vtt", "20260101.mp3")
    open_all(desk, qtbot, transcript)
    assert desk.session.recording == transcript.with_name("20260101.mp3")


@pytest.mark.parametrize("order", [1, -1])
def test_both_can_be_given_in_any_order_and_are_remembered(
    new_desk: Callable[..., Desk], qtbot: QtBot, write_talk: WriteTalk, order: int
) -> None:
    transcript = write_talk("talk.vtt", "talk.mp3")
    recording = write_talk("elsewhere.mp3", folder="other")
    first = new_desk()
    open_all(first, qtbot, *[transcript, recording][::order])
    assert first.session.files == (recording, transcript)
    first.quit()
    second = new_desk()
    open_all(second, qtbot, transcript)
    assert second.session.files == (recording, transcript)


def test_candidates_are_told_and_the_choice_is_remembered(
    new_desk: Callable[..., Desk], qtbot: QtBot, write_talk: WriteTalk
) -> None:
    transcript = write_talk("talk.vtt", "one.mp3", "two.mp3")
    one, two = transcript.with_name("one.mp3"), transcript.with_name("two.mp3")
    first = new_desk()
    open_all(first, qtbot, transcript)
    assert first.values("partner_missing") == [MissingPartner(True, transcript, (one, two))]
    assert first.session.files == (None, transcript)
    with qtbot.waitSignal(first.session.partner_changed):
        first.session.choose_recording(two)
    assert first.session.recording == two
    first.quit()
    second = new_desk()
    open_all(second, qtbot, transcript)
    assert second.session.files == (two, transcript)
    assert second.values("partner_missing") == []


def test_the_transcript_of_a_recording_can_be_chosen(
    desk: Desk, qtbot: QtBot, write_talk: WriteTalk
) -> None:
    recording = write_talk("talk.mp3", "one.vtt", "two.vtt")
    open_all(desk, qtbot, recording)
    assert len(desk.values("partner_missing")) == 1
    with qtbot.waitSignal(desk.session.partner_changed):
        desk.session.choose_transcript(recording.with_name("two.vtt"))
    assert desk.session.files == (recording, recording.with_name("two.vtt"))


def test_another_transcript_is_read_while_the_sound_goes_on(
    desk: Desk, qtbot: QtBot, write_talk: WriteTalk
) -> None:
    recording = write_talk("talk.mp3", "talk.vtt", "other.vtt")
    open_all(desk, qtbot, recording)
    desk.session.navigator.jump(3_500)
    desk.transport.set_rate(1.5)
    desk.transport.play()
    desk.player.commands.clear()
    desk.told.clear()
    with qtbot.waitSignal(desk.session.partner_changed):
        desk.session.choose_transcript(recording.with_name("other.vtt"))
    assert desk.player.commands == []
    assert desk.transport.state is PlayerState.PLAYING
    assert desk.transport.rate == 1.5
    assert desk.session.navigator.history.has_past
    assert desk.session.follower.lead == 1
    assert desk.facts("script_opened", "script_changed", "episode_opened") == ["script_changed"]
    (episode,) = desk.values("partner_changed")
    assert isinstance(episode, Episode)
    assert (episode.position, episode.rate) == (3_500, 1.5)


def test_another_recording_goes_on_from_the_place_with_the_text_as_it_is(
    desk: Desk, qtbot: QtBot, write_talk: WriteTalk
) -> None:
    transcript = write_talk("talk.vtt", "talk.mp3", "other.mp3")
    open_all(desk, qtbot, transcript)
    desk.session.navigator.jump(3_500)
    script = desk.session.script
    desk.told.clear()
    with qtbot.waitSignal(desk.session.partner_changed):
        desk.session.choose_recording(transcript.with_name("other.mp3"))
    assert desk.session.script is script
    assert desk.transport.time == 3_500
    assert desk.facts("script_opened", "script_changed", "episode_opened") == []
    assert desk.session.episode is not None
    assert desk.session.episode.title == "talk"


def test_a_transcript_alone_can_be_read(desk: Desk, qtbot: QtBot, write_talk: WriteTalk) -> None:
    transcript = write_talk("talk.vtt")
    open_all(desk, qtbot, transcript)
    assert desk.values("partner_missing") == [MissingPartner(True, transcript, ())]
    desk.session.navigator.play_from(Place(2, 0))  # there is nothing to play
    assert desk.facts("navigator.history_changed")[1:] == []
    assert desk.errors == []


def test_a_recording_alone_plays(desk: Desk, qtbot: QtBot, write_talk: WriteTalk) -> None:
    recording = write_talk("talk.mp3")
    open_all(desk, qtbot, recording)
    assert desk.values("partner_missing") == [MissingPartner(False, recording, ())]
    assert desk.session.title == "talk"
    desk.transport.play()
    desk.player.run(2)
    assert desk.transport.time == pytest.approx(2_000, abs=5)
    assert desk.session.follower.current == ()


def test_an_unreadable_partner_is_told_after_the_recording_is_there(
    desk: Desk, qtbot: QtBot, write_talk: WriteTalk
) -> None:
    transcript = write_talk("talk.vtt", "talk.mp3")
    open_all(desk, qtbot, transcript, transcript.with_suffix(".mp3"))
    desk.session.close()
    transcript.write_bytes(b"")
    desk.told.clear()
    with qtbot.waitSignal(desk.session.failed):
        desk.session.open(transcript.with_suffix(".mp3"))
    assert desk.session.files == (transcript.with_suffix(".mp3"), None)
    assert desk.facts("episode_opened", "failed") == ["episode_opened", "failed"]
    assert "talk.vtt is empty" in desk.errors[0]


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
    opened: Desk, qtbot: QtBot, tmp_path: Path, kind: str
) -> None:
    path = faulty(kind, tmp_path)
    if kind == "sealed" and _can_read(path):
        pytest.skip("to root nothing is sealed")
    opened.transport.play()
    before, script = opened.session.files, opened.session.script
    opened.told.clear()
    message = fail(opened, qtbot, lambda: opened.session.open(path))
    assert path.name in message
    assert opened.session.files == before
    assert opened.session.script is script
    assert opened.transport.state is PlayerState.PLAYING
    assert opened.facts() == ["opening_started", "opening_ended", "failed"]


@pytest.mark.parametrize("is_chosen", [False, True])
@pytest.mark.parametrize("kind", SILENT)
def test_what_was_open_stays_when_a_recording_holds_no_sound(
    opened: Desk, qtbot: QtBot, tmp_path: Path, kind: str, is_chosen: bool
) -> None:
    if kind == "text" and not is_chosen:
        pytest.skip("a text is opened as one, whatever its name")
    path = tmp_path / f"{kind}.mp3"
    path.write_bytes(SILENT[kind])
    opened.transport.play()
    before, script, session = opened.session.files, opened.session.script, opened.session
    opened.told.clear()
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
    desk: Desk, qtbot: QtBot, write_talk: WriteTalk, tmp_path: Path
) -> None:
    fail(desk, qtbot, lambda: desk.session.open(tmp_path / "nowhere.vtt"))
    open_all(desk, qtbot, write_talk("talk.vtt", "talk.mp3"))
    assert desk.session.script is not None


def test_a_failure_with_nothing_open_tells_the_recent_episodes(
    desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    with qtbot.waitSignal(desk.session.recent.changed):
        desk.session.open(tmp_path / "nowhere.vtt")


def test_a_recording_named_like_a_transcript_is_taken_for_what_it_is(
    desk: Desk, qtbot: QtBot, write_talk: WriteTalk
) -> None:
    odd = write_talk("talk.mp3").rename(write_talk("x.mp3").with_name("talk.vtt"))
    odd.with_name("x.mp3").unlink()
    open_all(desk, qtbot, odd)
    assert desk.session.files == (odd, None)


def test_a_transcript_named_like_a_recording_is_taken_for_what_it_is(
    desk: Desk, qtbot: QtBot, write_talk: WriteTalk
) -> None:
    odd = write_talk("talk.vtt").rename(write_talk("talk.vtt").with_suffix(".mp3"))
    open_all(desk, qtbot, odd)
    assert desk.session.files == (None, odd)


@pytest.mark.parametrize("kind", ["other.vtt", "picture.mp3", "empty.mp3", "gone.mp3"])
def test_what_is_no_recording_is_refused_as_one(
    opened: Desk, qtbot: QtBot, write_talk: WriteTalk, kind: str
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
    opened: Desk, qtbot: QtBot, write_talk: WriteTalk
) -> None:
    other, before = write_talk("other.mp3"), opened.session.files
    message = fail(opened, qtbot, lambda: opened.session.choose_transcript(other))
    assert message == "other.mp3 is an MP3 recording, not a transcript."
    assert opened.session.files == before


def test_the_files_that_are_there_are_opened_without_the_others(
    desk: Desk, qtbot: QtBot, write_talk: WriteTalk
) -> None:
    transcript = write_talk("talk.vtt")
    open_all(desk, qtbot, transcript, transcript.with_suffix(".mp3"))
    assert desk.session.files == (None, transcript)
    assert len(desk.values("partner_missing")) == 1


def test_a_cancelled_opening_leaves_things_as_they_are(
    opened: Desk, qtbot: QtBot, write_talk: WriteTalk
) -> None:
    before = opened.session.files
    opened.told.clear()
    opened.session.open(write_talk("other.vtt", "other.mp3"))
    opened.session.cancel_opening()
    assert opened.facts() == ["opening_started", "opening_ended"]
    drain(opened, qtbot)
    assert opened.session.files == before
    assert opened.facts() == ["opening_started", "opening_ended"]


def test_cancelled_while_its_transcript_is_read_a_recording_plays_without(
    desk: Desk, qtbot: QtBot, write_talk: WriteTalk
) -> None:
    recording = write_talk("talk.mp3", "talk.vtt")

    def cancel(_: object) -> None:
        desk.session.cancel_opening()

    desk.session.opening_progressed.connect(cancel)
    open_all(desk, qtbot, recording)
    drain(desk, qtbot)
    assert desk.session.files == (recording, None)
    assert desk.transport.state is PlayerState.PAUSED


@pytest.mark.parametrize("names", [("a.vtt", "b.vtt"), ("a.mp3", "b.mp3"), ("a.vtt", "b.mp3")])
def test_of_two_openings_the_last_one_wins(
    desk: Desk, qtbot: QtBot, write_talk: WriteTalk, names: tuple[str, str]
) -> None:
    first, second = (write_talk(name, folder=name[0]) for name in names)
    desk.session.open(first)
    open_all(desk, qtbot, second)
    drain(desk, qtbot)
    assert second in desk.session.files
    assert first not in desk.session.files
    assert len(desk.values("episode_opened")) == 1


def test_an_opening_in_the_middle_of_another_wins(
    desk: Desk, qtbot: QtBot, write_talk: WriteTalk
) -> None:
    first = write_talk("a.vtt", "a.mp3", folder="a")
    second = write_talk("b.vtt", "b.mp3", folder="b")
    with qtbot.waitSignal(desk.session.script_opened):
        desk.session.open(first)
    desk.session.open(second)
    qtbot.waitUntil(lambda: desk.session.files == (second.with_suffix(".mp3"), second))
    drain(desk, qtbot)
    assert desk.session.files == (second.with_suffix(".mp3"), second)
    assert desk.facts("opening_ended")[-1:] == ["opening_ended"]


def test_a_bad_opening_in_the_middle_of_another_does_not_spoil_it(
    desk: Desk, qtbot: QtBot, write_talk: WriteTalk, tmp_path: Path
) -> None:
    good = write_talk("a.vtt", "a.mp3")
    with qtbot.waitSignal(desk.session.script_opened):
        desk.session.open(good)
    fail(desk, qtbot, lambda: desk.session.open(tmp_path / "nowhere.vtt"))
    qtbot.waitUntil(lambda: desk.session.episode is not None)
    drain(desk, qtbot)
    assert desk.session.files == (good.with_suffix(".mp3"), good)
    assert desk.transport.state is PlayerState.PAUSED


def test_closing_shows_nothing_and_tells_recent_episodes(opened: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignals([opened.session.closed, opened.session.recent.changed]) as told:
        opened.session.close()
    assert opened.session.files == (None, None)
    assert opened.session.title == ""
    assert opened.transport.state is PlayerState.EMPTY
    del told
    episodes = opened.values("recent.changed")[-1]
    assert isinstance(episodes, list)
    assert [episode.title for episode in episodes] == ["talk"]


def test_a_forgotten_episode_can_be_restored(opened: Desk, qtbot: QtBot) -> None:
    session, episode = opened.session, opened.session.episode
    assert episode is not None
    with qtbot.waitSignal(session.recent.changed, check_params_cb=lambda found: found == []):
        session.recent.forget(episode)
    with qtbot.waitSignal(session.recent.changed, check_params_cb=lambda found: len(found) == 1):
        session.recent.restore(episode)


# Reading anew


FOREIGN = """WEBVTT

00:01.000 --> 00:03.000
Čau, příteli.

00:03.000 --> 00:05.000
Žluťoučký kůň.
"""


@pytest.fixture
def foreign(desk: Desk, qtbot: QtBot, write_talk: WriteTalk) -> Path:
    """Open, in an encoding that is guessed wrong by whoever is told it is another."""
    transcript = write_talk("talk.vtt", "talk.mp3")
    transcript.write_bytes(FOREIGN.encode("cp1250"))
    open_all(desk, qtbot, transcript)
    return transcript


def text_of(desk: Desk) -> str:
    assert desk.session.script is not None
    return desk.session.script.reading.text


def reopen(desk: Desk, qtbot: QtBot, **choice: str) -> None:
    with qtbot.waitSignal(desk.session.script_changed):
        desk.session.reopen(**choice)


def test_a_transcript_is_read_anew_in_another_encoding(
    desk: Desk, qtbot: QtBot, foreign: Path
) -> None:
    reopen(desk, qtbot, encoding="cp1250")
    assert text_of(desk) == "Čau, příteli. Žluťoučký kůň."
    reopen(desk, qtbot, encoding="cp1253")
    assert "kůň" not in text_of(desk)


def test_read_anew_time_place_and_sound_stay(desk: Desk, qtbot: QtBot, foreign: Path) -> None:
    desk.session.navigator.jump(3_500)
    desk.transport.set_rate(1.5)
    desk.transport.set_loop((3_000, 5_000))
    desk.session.places.set_scroll(7)
    desk.transport.play()
    desk.player.commands.clear()
    desk.told.clear()
    reopen(desk, qtbot, encoding="cp1250")
    assert desk.player.commands == []
    assert desk.transport.state is PlayerState.PLAYING
    assert desk.transport.loop == (3_000, 5_000)
    assert desk.session.navigator.history.has_past
    assert desk.session.follower.lead == 1
    left = desk.session.places.left_off()
    assert left is not None
    assert (left.position, left.rate, left.scroll) == (3_500, 1.5, 7)
    assert desk.facts() == ["opening_started", "opening_ended", "script_changed"]
    assert desk.currents == [1]


def test_a_transcript_is_read_anew_in_another_format(
    desk: Desk, qtbot: QtBot, foreign: Path
) -> None:
    reopen(desk, qtbot, format="plain")
    assert "WEBVTT" in text_of(desk)
    reopen(desk, qtbot)
    assert "WEBVTT" not in text_of(desk)


def test_what_was_open_stays_where_it_cannot_be_read_anew(
    desk: Desk, qtbot: QtBot, foreign: Path
) -> None:
    script = desk.session.script
    for choice in ({"encoding": "no-such"}, {"format": "lrc"}):
        fail(desk, qtbot, lambda choice=choice: desk.session.reopen(**choice))  # type: ignore[misc]
        assert desk.session.script is script


def test_the_choice_holds_for_the_file_and_no_other(
    desk: Desk, qtbot: QtBot, foreign: Path, write_talk: WriteTalk
) -> None:
    reopen(desk, qtbot, format="plain")
    open_all(desk, qtbot, write_talk("other.vtt", folder="other"))
    assert "WEBVTT" not in text_of(desk)
    open_all(desk, qtbot, foreign.with_suffix(".mp3"))
    assert "WEBVTT" in text_of(desk)


@pytest.fixture
def unguessed(write_talk: WriteTalk) -> Path:
    """A transcript beside its recording whose encoding nobody guesses: it looks binary."""
    transcript = write_talk("talk.vtt", "talk.mp3")
    text = "WEBVTT\n\n00:01.000 --> 00:03.000\n" + "我們今天談談港口的歷史。" * 40
    transcript.write_bytes(text.encode("utf-16-le"))
    return transcript


def unread(desk: Desk) -> TranscriptError:
    error = desk.values("failed")[-1]
    assert isinstance(error, TranscriptError)
    return error


def test_what_cannot_be_read_as_guessed_is_opened_as_told_and_remembered(
    new_desk: Callable[..., Desk], qtbot: QtBot, unguessed: Path
) -> None:
    desk, recording = new_desk(), unguessed.with_suffix(".mp3")
    assert "binary" in fail(desk, qtbot, lambda: desk.session.open(unguessed))
    assert unread(desk).may_be_other
    with qtbot.waitSignal(desk.session.episode_opened):
        desk.session.open_as(unguessed, "utf-16-le", "")
    assert "港口的歷史" in text_of(desk)
    assert desk.session.files == (recording, unguessed)
    desk.quit()
    again = new_desk()
    open_all(again, qtbot, recording)
    assert "港口的歷史" in text_of(again)
    again.quit()
    alone = new_desk()
    open_all(alone, qtbot, unguessed)
    assert "港口的歷史" in text_of(alone)
    assert alone.errors == []


def test_opened_as_told_it_keeps_the_recording_that_was_given(
    desk: Desk, qtbot: QtBot, unguessed: Path, write_talk: WriteTalk
) -> None:
    other = write_talk("other.mp3", folder="elsewhere")
    fail(desk, qtbot, lambda: desk.session.open(other, unguessed))
    with qtbot.waitSignal(desk.session.episode_opened):
        desk.session.open_as(unguessed, "utf-16-le", "")
    assert desk.session.files == (other, unguessed)


def test_the_chosen_transcript_of_a_recording_is_opened_as_told(
    desk: Desk, qtbot: QtBot, unguessed: Path, write_talk: WriteTalk
) -> None:
    recording = write_talk("other.mp3", folder="elsewhere")
    open_all(desk, qtbot, recording)
    fail(desk, qtbot, lambda: desk.session.choose_transcript(unguessed))
    assert desk.session.script is None
    with qtbot.waitSignal(desk.session.episode_opened):
        desk.session.open_as(unguessed, "utf-16-le", "")
    assert desk.session.files == (recording, unguessed)


def test_an_empty_file_is_nothing_in_any_encoding(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    fail(desk, qtbot, lambda: desk.session.open(faulty("empty", tmp_path)))
    assert not unread(desk).may_be_other


def test_without_a_transcript_there_is_nothing_to_read_anew(
    desk: Desk, qtbot: QtBot, write_talk: WriteTalk
) -> None:
    desk.session.reopen(encoding="utf-8")
    open_all(desk, qtbot, write_talk("talk.mp3"))
    desk.told.clear()
    desk.session.reopen(encoding="utf-8")
    assert desk.facts() == []


# Following


def test_lines_and_words_are_told_as_they_are_spoken(opened: Desk) -> None:
    words: list[tuple[int, int, int]] = []
    opened.session.follower.word_changed.connect(lambda *word: words.append(word))
    opened.transport.play()
    opened.told.clear()
    for _ in range(160):  # ticks come by the real timer; here each step is one
        opened.player.run(0.05)
        opened.transport._tick("tick")
    assert opened.currents == [0, 1, 2, 3]
    script = opened.session.script
    assert script is not None
    spoken = [script.transcript.cues[cue].text[at : at + n] for cue, at, n in words if n]
    assert spoken[:6] == "The harbour wakes early today. Gulls".split()


def test_a_spot_carries_time_and_cause(opened: Desk) -> None:
    spots: list[tuple[Spot, int, str]] = []
    opened.session.follower.spot_changed.connect(lambda *spot: spots.append(spot))
    opened.transport.seek(3_500)
    opened.transport.seek(3_510)
    assert [(time, cause) for _, time, cause in spots] == [(3_500, "seek")]
    assert spots[0][0].cues == opened.session.follower.current == (1,)


def test_words_are_not_estimated_where_that_is_not_wanted(opened: Desk) -> None:
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


def test_blanks_can_be_shown_and_hidden(desk: Desk, qtbot: QtBot, write_talk: WriteTalk) -> None:
    transcript = write_talk("talk.vtt", "talk.mp3")
    transcript.write_text(BLANKS)
    open_all(desk, qtbot, transcript)
    desk.transport.seek(2_500)
    desk.told.clear()
    with qtbot.waitSignal(desk.session.script_changed) as told:
        desk.settings.set(prefs.ARE_BLANKS_SHOWN, True)
    assert told.args is not None
    script: Script = told.args[0]
    assert script.reading.text == "[BLANK_AUDIO] Good morning."
    assert desk.facts("script_changed", "follower.current_changed") == [
        "script_changed",
        "follower.current_changed",
    ]
    assert desk.currents == [1]  # marked in the new page too, though nothing plays
    with qtbot.waitSignal(desk.session.script_changed):
        desk.settings.set(prefs.ARE_BLANKS_SHOWN, False)
    assert desk.session.script is not None
    assert desk.session.script.reading.text == "Good morning."


def test_blanks_are_shown_in_what_is_opened_later_too(
    new_desk: Callable[..., Desk], qtbot: QtBot, write_talk: WriteTalk
) -> None:
    transcript = write_talk("talk.vtt", "talk.mp3")
    transcript.write_text(BLANKS)
    first = new_desk()
    first.settings.set(prefs.ARE_BLANKS_SHOWN, True)
    open_all(first, qtbot, transcript)
    assert text_of(first) == "[BLANK_AUDIO] Good morning."
    first.settings.save()
    first.quit()
    second = new_desk()
    open_all(second, qtbot, transcript)
    assert text_of(second) == "[BLANK_AUDIO] Good morning."


def test_closing_unmarks_the_line(opened: Desk) -> None:
    opened.transport.seek(3_500)
    opened.session.close()
    assert opened.currents[-1] is None
    assert opened.session.follower.current == ()


def test_the_line_at_a_time(opened: Desk) -> None:
    assert opened.session.line_at(3_500) == "Gulls quarrel over the nets."
    assert opened.session.line_at(0) == ""
    assert opened.session.line_at(19_000) == ""  # too long a silence


# The library fails


def _spoil(database: Path, kind: str) -> None:
    if kind == "corrupt":
        database.write_bytes(b"This is no database. " * 500)
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
def test_without_a_library_an_episode_plays_and_one_message_tells(
    new_desk: Callable[..., Desk],
    qtbot: QtBot,
    tmp_path: Path,
    write_talk: WriteTalk,
    case: tuple[str, str],
) -> None:
    (kind, given), database = case, tmp_path / "spoilt.db"
    _spoil(database, kind)
    transcript = write_talk("talk.vtt", "talk.mp3")
    desk = new_desk(database=database)
    open_all(desk, qtbot, transcript.with_name(given))
    assert desk.session.files == (transcript.with_suffix(".mp3"), transcript)
    desk.transport.play()
    desk.player.run(3)
    assert desk.transport.time == pytest.approx(3_000, abs=5)
    for _ in range(3):
        desk.session.places.save()
        desk.session.recent.load()
    drain(desk, qtbot)
    assert len(desk.errors) == 1
    assert "spoilt.db" in desk.errors[0]
    assert isinstance(desk.values("failed")[0], StoreError)


@pytest.mark.parametrize("given", ["talk.vtt", "talk.mp3"])
def test_a_library_that_fails_in_the_middle_is_told_once(
    new_desk: Callable[..., Desk], qtbot: QtBot, write_talk: WriteTalk, tmp_path: Path, given: str
) -> None:
    desk = new_desk()
    open_all(desk, qtbot, write_talk("talk.vtt", "talk.mp3").with_name(given))
    desk.keeper.run(lambda _: desk.library.close(), lambda _: None)
    drain(desk, qtbot)
    for beside in tmp_path.glob("earmark.db*"):
        beside.unlink()
    (tmp_path / "earmark.db").mkdir()
    for _ in range(3):
        desk.session.places.save()
    drain(desk, qtbot)
    assert len(desk.errors) == 1


def test_a_mistake_of_ours_is_not_told_as_a_fault(desk: Desk, qtbot: QtBot) -> None:
    with qtbot.captureExceptions() as caught:
        desk.keeper.run(lambda _: 1 // 0, lambda _: None, desk.session.tell_failure)
        qtbot.waitUntil(lambda: len(caught) == 1)
    assert desk.errors == []
