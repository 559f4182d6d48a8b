"""From files to an opened episode, over real files, real workers and a real library."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from functools import partial
from io import BytesIO
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reader.episode import Episode
from reader.errors import ReaderError
from reader.jobs import Worker
from reader.library.episode_names import TranscriptNames
from reader.library.episode_opener import EpisodeOpener
from reader.library.file_pair import FilePair, MissingPartner
from reader.library.first_look import FirstLook
from reader.library.script_cache import ScriptCache
from reader.store.library import Library
from reader.transcript.script import Script
from tests.conftest import WriteTalk
from tests.reader.formats.packed_files import book, par, zipped
from tests.reader.sounds import AUDIO

FACTS = "started ended read script_read found partner_missing failed".split()


class Opening:
    """An opener and what it emitted, as (fact, values)."""

    def __init__(self, database: Path) -> None:
        self.library = Library(database)
        self.reader, self.keeper = Worker(), Worker()
        self.opener = EpisodeOpener(self.library, reader=self.reader, keeper=self.keeper)
        self.reported: list[tuple[str, tuple[object, ...]]] = []
        for fact in FACTS:
            self._note(fact)

    @property
    def facts(self) -> list[str]:
        """What was emitted, in order."""
        return [fact for fact, _ in self.reported]

    def last(self, fact: str) -> tuple[object, ...]:
        """What was emitted last with a fact."""
        return [values for name, values in self.reported if name == fact][-1]

    def text(self) -> str:
        """What was read last."""
        found = [values[-1] for fact, values in self.reported if fact in ("read", "script_read")][
            -1
        ]
        script = found.script if isinstance(found, FirstLook) else found
        assert isinstance(script, Script)
        return script.reading.text

    def close(self) -> None:
        """As at the end of the program."""
        self.keeper.run(lambda _: self.library.close(), lambda _: None)
        self.reader.close()
        self.keeper.close()

    def _note(self, fact: str) -> None:
        signal = getattr(self.opener, fact)
        signal.connect(lambda *values: self.reported.append((fact, values)))


@pytest.fixture
def opening(qtbot: QtBot, tmp_path: Path) -> Iterator[Opening]:
    opening = Opening(tmp_path / "earmark.db")
    yield opening
    opening.close()


def drain(opening: Opening, qtbot: QtBot) -> None:
    """Wait until both workers and the event loop have done what was asked so far."""
    done: list[None] = []
    for number, worker in enumerate((opening.reader, opening.keeper) * 2):
        worker.run(lambda _: None, done.append)
        qtbot.waitUntil(partial(_has, done, number + 1))


def _has(done: list[None], count: int) -> bool:
    return len(done) == count


def open_all(opening: Opening, qtbot: QtBot, *paths: Path) -> None:
    with qtbot.waitSignal(opening.opener.found):
        opening.opener.open(paths)


def test_a_copy_elsewhere_plays_the_recording_it_belongs_to(
    opening: Opening, qtbot: QtBot, write_talk: WriteTalk
) -> None:
    """It was said to be "not where it was", though it is."""
    transcript = write_talk("talk.vtt", "talk.mp3")
    open_all(opening, qtbot, transcript)
    copy = write_talk("talk.vtt", folder="copies")
    open_all(opening, qtbot, copy)
    whole, *_ = opening.last("found")
    assert whole == (transcript.with_suffix(".mp3"), copy)
    assert "partner_missing" not in opening.facts


def test_an_episode_is_called_alike_whichever_of_its_files_is_opened(
    opening: Opening, qtbot: QtBot, write_talk: WriteTalk
) -> None:
    """Opened by its recording it lost its title: the transcript is read after the library."""
    transcript = write_talk("000_c5c8ed661156632b.vtt", "000_c5c8ed661156632b.mp3")
    titles = []
    for file in (transcript, transcript.with_suffix(".mp3")):
        open_all(opening, qtbot, file)
        _, episode, _ = opening.last("found")
        assert isinstance(episode, Episode)
        titles.append(episode.title)
    assert titles[0] == titles[1]
    assert titles[0].startswith("“")


def test_a_text_that_was_read_is_taken_from_the_cache_the_next_time(
    opening: Opening,
    qtbot: QtBot,
    write_talk: WriteTalk,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    talk, folder = write_talk("talk.vtt"), tmp_path / "texts"
    cache = opening.opener.cache = ScriptCache(folder)
    open_all(opening, qtbot, talk)
    text = opening.text()
    qtbot.waitUntil(lambda: cache.find(talk) is not None)
    monkeypatch.setattr("reader.formats.load", None)
    open_all(opening, qtbot, talk)
    assert opening.text() == text
    opening.opener.stop()


@pytest.mark.parametrize("is_another_opened", [False, True])
def test_a_text_is_kept_though_it_is_left_at_once(
    opening: Opening, qtbot: QtBot, write_talk: WriteTalk, tmp_path: Path, is_another_opened: bool
) -> None:
    """What was corrected in it last is there the next time, however soon one goes on."""
    talk, other = write_talk("talk.vtt"), write_talk("other.vtt")
    cache = opening.opener.cache = ScriptCache(tmp_path / "texts")
    open_all(opening, qtbot, talk)
    if is_another_opened:
        other.write_text("WEBVTT\n\n00:01.000 --> 00:02.000\nOther words.\n")
        open_all(opening, qtbot, other)
    opening.opener.stop()
    drain(opening, qtbot)
    assert cache.find(talk) is not None


def test_a_narrated_book_brings_its_recording_along(
    opening: Opening, qtbot: QtBot, tmp_path: Path
) -> None:
    """Also after its cache was emptied: place and notes are those of before."""
    opening.opener.books = tmp_path / "books"
    overlay = par("one", "p", "one.mp3", "0s", "4s")
    with zipfile.ZipFile(BytesIO(book({"one": "<p id='p'>Salt.</p>"}, {"one": overlay}))) as made:
        parts: dict[str, str | bytes] = {name: made.read(name) for name in made.namelist()}
    sound = (AUDIO / "constant.mp3").read_bytes()
    path = tmp_path / "harbour.epub"
    path.write_bytes(zipped({**parts, "OEBPS/audio/one.mp3": sound}))
    open_all(opening, qtbot, path)
    whole, episode, _ = opening.last("found")
    assert isinstance(whole, FilePair)
    assert isinstance(episode, Episode)
    assert whole.recording is not None
    assert whole.recording.read_bytes() == sound
    whole.recording.unlink()
    open_all(opening, qtbot, whole.recording, path)
    again, same, _ = opening.last("found")
    assert (again, getattr(same, "id", "")) == (whole, episode.id)
    assert whole.recording.exists()
    assert "partner_missing" not in opening.facts


def test_a_book_whose_sound_cannot_be_made_is_read(
    opening: Opening, qtbot: QtBot, tmp_path: Path
) -> None:
    opening.opener.books = tmp_path / "books"
    overlay = par("one", "p", "one.mp3", "0s", "4s")
    path = tmp_path / "harbour.epub"
    path.write_bytes(book({"one": "<p id='p'>Salt.</p>"}, {"one": overlay}))
    open_all(opening, qtbot, path)
    assert opening.last("found")[0] == (None, path)
    (fault,) = opening.last("failed")
    assert "lacks a part" in str(fault)


def test_a_transcript_is_reported_before_its_recording(
    opening: Opening, qtbot: QtBot, write_talk: WriteTalk
) -> None:
    transcript = write_talk("talk.vtt", "talk.mp3")
    open_all(opening, qtbot, transcript)
    assert opening.facts == ["started", "read", "ended", "found"]
    (found,) = opening.last("read")
    assert isinstance(found, FirstLook)
    assert found.files == (None, transcript)
    assert isinstance(found.script, Script)
    whole, episode, _ = opening.last("found")
    assert whole == (transcript.with_suffix(".mp3"), transcript)
    assert isinstance(episode, Episode)
    assert episode.id
    assert episode.title == "talk"


def test_a_recording_is_reported_before_its_transcript(
    opening: Opening, qtbot: QtBot, write_talk: WriteTalk
) -> None:
    recording = write_talk("talk.mp3", "talk.vtt")
    open_all(opening, qtbot, recording)
    assert opening.facts == ["started", "read", "script_read", "ended", "found"]
    assert opening.last("read") == (FirstLook(FilePair(recording, None), None),)
    assert opening.last("found")[0] == (recording, recording.with_suffix(".vtt"))


def test_a_missing_half_is_reported_after_the_episode(
    opening: Opening, qtbot: QtBot, write_talk: WriteTalk
) -> None:
    recording = write_talk("talk.mp3")
    open_all(opening, qtbot, recording)
    assert opening.facts == ["started", "read", "ended", "found", "partner_missing"]
    assert opening.last("partner_missing") == (MissingPartner(False, recording, ()),)


def test_a_choice_of_partner_is_remembered(
    opening: Opening, qtbot: QtBot, write_talk: WriteTalk
) -> None:
    transcript = write_talk("talk.vtt", "talk.mp3", "other.mp3")
    other = transcript.with_name("other.mp3")
    with qtbot.waitSignal(opening.opener.found):
        opening.opener.choose_recording(transcript, other, TranscriptNames("Talk"))
    assert opening.last("started") == ("other.mp3",)
    open_all(opening, qtbot, transcript)
    assert opening.last("found")[0] == (other, transcript)


def test_a_failure_reports_its_end_first(opening: Opening, qtbot: QtBot, tmp_path: Path) -> None:
    with qtbot.waitSignal(opening.opener.failed):
        opening.opener.open([tmp_path / "nowhere.vtt"])
    assert opening.facts == ["started", "ended", "failed"]
    assert isinstance(opening.last("failed")[0], ReaderError)


def test_cancelled_before_it_was_read_nothing_is_reported_but_the_end(
    opening: Opening, qtbot: QtBot, write_talk: WriteTalk
) -> None:
    opening.opener.open([write_talk("talk.vtt", "talk.mp3")])
    opening.opener.cancel()
    drain(opening, qtbot)
    assert opening.facts == ["started", "ended"]
    opening.opener.cancel()
    assert opening.facts == ["started", "ended"]


def test_cancelled_after_it_was_read_it_is_opened_as_it_is(
    opening: Opening, qtbot: QtBot, write_talk: WriteTalk
) -> None:
    transcript = write_talk("talk.vtt", "talk.mp3")
    with qtbot.waitSignal(opening.opener.read):
        opening.opener.open([transcript])
    opening.opener.cancel()
    drain(opening, qtbot)
    assert opening.facts == ["started", "read", "ended", "found"]
    files, episode, _ = opening.last("found")
    assert files == (None, transcript)
    assert isinstance(episode, Episode)
    assert not episode.is_recorded


def test_stopped_at_any_time_only_the_end_is_reported(
    opening: Opening, qtbot: QtBot, write_talk: WriteTalk
) -> None:
    transcript = write_talk("talk.vtt", "talk.mp3")
    opening.opener.open([transcript])
    opening.opener.stop()
    with qtbot.waitSignal(opening.opener.read):
        opening.opener.open([transcript])
    opening.opener.stop()
    opening.opener.stop()
    drain(opening, qtbot)
    assert opening.facts == ["started", "ended", "started", "read", "ended"]


def test_a_new_reading_is_remembered_for_its_file(
    opening: Opening, qtbot: QtBot, write_talk: WriteTalk
) -> None:
    transcript = write_talk("talk.vtt", "talk.mp3")
    with qtbot.waitSignal(opening.opener.script_read):
        opening.opener.read_again(transcript, None, "plain")
    assert opening.facts == ["started", "ended", "script_read"]
    assert "WEBVTT" in opening.text()
    open_all(opening, qtbot, transcript)
    assert "WEBVTT" in opening.text()


def test_a_new_reading_that_fails_is_not_remembered(
    opening: Opening, qtbot: QtBot, write_talk: WriteTalk
) -> None:
    transcript = write_talk("talk.vtt", "talk.mp3")
    with qtbot.waitSignal(opening.opener.failed):
        opening.opener.read_again(transcript, None, "lrc")
    open_all(opening, qtbot, transcript)
    assert opening.text().startswith("Mara")
