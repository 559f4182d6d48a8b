"""What is kept of an episode: with a real database, on a real worker."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from reader.annotation import AnnotationKind
from reader.errors import StoreFault
from reader.jobs import Worker
from reader.notes.kept import Kept
from reader.notes.notebook import Notebook
from reader.overlays.overlays import Overlays, scripted
from reader.store import database
from reader.store.annotations import Annotations
from reader.store.change_names import MOVE_TEXT, NAME_VOICE
from reader.store.library import Library
from reader.store.sync_maps import SyncKeys
from reader.sync_map import SyncMap, SyncPoint
from reader.transcript.model import Cue, Transcript, VoiceChange
from reader.transcript.script import Script
from reader.transcript.text_sync import NO_SYNC, TextSync
from reader.voice_names import NO_VOICES, NamedTurn, VoiceNames

SAID = ("The harbour was quiet", "that morning.", "Gulls quarrelled over nets.", "Nobody came.")


@pytest.fixture
def script() -> Script:
    cues = tuple(
        Cue(k, k * 3_000, k * 3_000 + 2_900, text, (VoiceChange(0, "Mara"),) if k == 0 else ())
        for k, text in enumerate(SAID)
    )
    return scripted(Path("talk.vtt"), Transcript(cues))


@pytest.fixture
def keeper() -> Iterator[Worker]:
    keeper = Worker()
    yield keeper
    keeper.close()


@pytest.fixture
def episode(
    qtbot: QtBot, tmp_path: Path, keeper: Worker, monkeypatch: pytest.MonkeyPatch
) -> Iterator[str]:
    monkeypatch.setattr(database, "BUSY_SECONDS", 0.05)
    library = Library(tmp_path / "earmark.db")
    episodes: list[str] = []
    keeper.run(lambda _: library.record_opened(None, tmp_path / "a.vtt", "A").id, episodes.append)
    qtbot.waitUntil(lambda: bool(episodes))
    yield episodes[0]
    keeper.run(lambda _: library.close(), lambda _: None)


@pytest.fixture
def notebook(
    qtbot: QtBot, tmp_path: Path, script: Script, keeper: Worker, episode: str
) -> Iterator[Notebook]:
    store = Annotations(tmp_path / "earmark.db")
    notebook = Notebook(store, keeper)
    with qtbot.waitSignal(notebook.changed):
        notebook.open(episode, script)
    yield notebook
    notebook.stop()
    keeper.run(lambda _: store.close(), lambda _: None)


def after(qtbot: QtBot, notebook: Notebook, act: Callable[[], object]) -> tuple[Kept, ...]:
    with qtbot.waitSignal(notebook.changed):
        act()
    return notebook.kept


def words(script: Script, kept: Kept) -> str:
    assert kept.span is not None
    return script.reading.text[slice(*kept.span)]


def test_keeping_takes_the_whole_sentence_heard_before_the_key(
    qtbot: QtBot, notebook: Notebook, script: Script
) -> None:
    (kept,) = after(qtbot, notebook, lambda: notebook.keep_heard(6_500, 1_000))
    assert words(script, kept) == "The harbour was quiet that morning."
    assert kept.annotation.kind is AnnotationKind.BOOKMARK
    assert kept.annotation.voice == "Mara"
    assert kept.annotation.is_unreviewed


def test_a_sentence_is_kept_once_however_often_the_key_is_pressed(
    qtbot: QtBot, notebook: Notebook
) -> None:
    (kept,) = after(qtbot, notebook, lambda: notebook.keep_heard(5_000, 0))
    with qtbot.waitSignal(notebook.kept_before) as reported:
        notebook.keep_heard(3_500, 0)
    assert reported.args == [kept]
    assert notebook.kept == (kept,)


def test_what_begins_as_the_key_is_pressed_is_kept_where_the_sentence_before_is_kept_already(
    qtbot: QtBot, notebook: Notebook, script: Script
) -> None:
    (first,) = after(qtbot, notebook, lambda: notebook.keep_heard(6_500, 1_000))
    begun = next(cue.start for cue in script.transcript.cues if cue.text.startswith("Gulls"))
    assert begun is not None
    kept = after(qtbot, notebook, lambda: notebook.keep_heard(begun + 200, 1_000))
    assert words(script, kept[1]).startswith("Gulls")
    with qtbot.waitSignal(notebook.kept_before) as reported:
        assert notebook.keep_heard(begun + 300, 1_000) == kept[1].annotation.id
    assert reported.args == [kept[1]]
    assert notebook.kept[0] == first


def test_a_note_that_is_written_makes_it_old_and_one_left_alone_does_not(
    qtbot: QtBot, notebook: Notebook
) -> None:
    (kept,) = after(qtbot, notebook, lambda: notebook.keep_heard(5_000, 0))
    key = kept.annotation.id
    notebook.write(key, "", ())  # opened and left
    (kept,) = after(qtbot, notebook, notebook.read_again)
    assert kept.annotation.is_unreviewed
    (kept,) = after(qtbot, notebook, lambda: notebook.write(key, "So it was.", ()))
    assert not kept.annotation.is_unreviewed
    (kept,) = after(qtbot, notebook, notebook.undo)
    assert (kept.annotation.note, kept.annotation.is_unreviewed) == ("", True)


def test_what_is_heard_before_the_words_are_read_is_answered_at_once_and_kept_after_that(
    qtbot: QtBot, notebook: Notebook, keeper: Worker, episode: str, script: Script
) -> None:
    is_free = Event()
    keeper.run(lambda _: is_free.wait(), lambda _: None)
    notebook.open(episode, scripted(script.path, script.transcript))
    with qtbot.waitSignals([notebook.postponed, notebook.postponed]):
        notebook.keep_heard(5_000, 0)
        notebook.keep_heard(3_500, 0)  # in the same sentence
    assert not notebook.kept
    with qtbot.waitSignals([notebook.added, notebook.added]):
        is_free.set()
    kept = notebook.kept[0]
    assert notebook.kept == (kept,)
    assert words(script, kept) == "The harbour was quiet that morning."
    assert kept.annotation.is_unreviewed


def test_what_is_heard_before_the_words_are_read_is_kept_when_the_episode_is_closed(
    qtbot: QtBot, notebook: Notebook, keeper: Worker, episode: str, script: Script
) -> None:
    is_free = Event()
    keeper.run(lambda _: is_free.wait(), lambda _: None)
    notebook.open(episode, scripted(script.path, script.transcript))
    notebook.keep_heard(5_000, 0)
    notebook.close()
    is_free.set()
    assert len(after(qtbot, notebook, lambda: notebook.open(episode, script))) == 1


def test_a_selection_is_highlighted_as_it_is(
    qtbot: QtBot, notebook: Notebook, script: Script
) -> None:
    start = script.reading.text.index("quiet")
    span = (start, script.reading.text.index("Gulls") + 5)
    (kept,) = after(qtbot, notebook, lambda: notebook.highlight(span, 3))
    assert kept.span == span
    assert notebook.of_span((span[0] + 2, span[1] - 3)) is None  # to the character
    assert (kept.annotation.kind, kept.annotation.colour) == (AnnotationKind.HIGHLIGHT, 3)


def test_words_that_are_kept_take_another_colour_and_are_not_kept_twice(
    qtbot: QtBot, notebook: Notebook, script: Script
) -> None:
    start = script.reading.text.index("quiet")
    span = (start, start + len("quiet"))
    after(qtbot, notebook, lambda: notebook.highlight(span, 3))
    (kept,) = after(qtbot, notebook, lambda: notebook.highlight(span, 4))
    assert kept.annotation.colour == 4
    for colour in (4, 0):
        with qtbot.waitSignal(notebook.kept_before) as reported:
            assert not notebook.highlight(span, colour)
        assert reported.args == [kept]
    assert notebook.of_span(span) == kept
    assert notebook.of_span((span[0], span[1] + 1)) == kept  # a blank makes no other words
    assert notebook.of_span((span[0], span[1] - 1)) is None


def test_keys_that_are_pressed_faster_than_the_disk_writes_keep_once(
    qtbot: QtBot, notebook: Notebook, script: Script
) -> None:
    notebook.keep_heard(5_000, 0)
    notebook.keep_heard(5_000, 0)
    start = script.reading.text.index("Gulls")
    for colour in (1, 2):
        notebook.highlight((start, start + len("Gulls")), colour)
    with qtbot.waitSignal(notebook.recoloured):
        pass
    assert [each.annotation.colour for each in notebook.kept] == [0, 2]
    assert after(qtbot, notebook, lambda: notebook.delete(notebook.kept[0].annotation.id))
    assert len(after(qtbot, notebook, lambda: notebook.keep_heard(5_000, 0))) == 2


def test_it_grows_and_shrinks_by_sentences(
    qtbot: QtBot, notebook: Notebook, script: Script
) -> None:
    (kept,) = after(qtbot, notebook, lambda: notebook.keep_heard(4_000, 0))
    key = kept.annotation.id
    (grown,) = after(qtbot, notebook, lambda: notebook.grow(key))
    assert words(script, grown).endswith("nets.")
    (shrunk,) = after(qtbot, notebook, lambda: notebook.shrink(key))
    assert words(script, shrunk).endswith("morning.")


def test_every_change_can_be_undone_and_done_again(qtbot: QtBot, notebook: Notebook) -> None:
    (kept,) = after(qtbot, notebook, lambda: notebook.keep_heard(4_000, 0))
    key = kept.annotation.id
    after(qtbot, notebook, lambda: notebook.write(key, "Think of *this*", ["sea"]))
    assert after(qtbot, notebook, lambda: notebook.delete(key)) == ()
    (back,) = after(qtbot, notebook, notebook.undo)
    assert (back.annotation.note, back.annotation.tags) == ("Think of *this*", ("sea",))
    (plain,) = after(qtbot, notebook, notebook.undo)
    assert plain.annotation.note == ""
    (again,) = after(qtbot, notebook, notebook.redo)
    assert again.annotation.note == "Think of *this*"


def test_what_was_kept_finds_its_place_in_a_better_transcript(
    qtbot: QtBot, notebook: Notebook, script: Script
) -> None:
    (kept,) = after(qtbot, notebook, lambda: notebook.keep_heard(7_000, 0))
    assert words(script, kept) == "Gulls quarrelled over nets."
    whole = "The harbor was quiet that morning. Gulls quarrelled over the nets. Nobody came."
    better = scripted(Path("b.vtt"), Transcript((Cue(0, 200, 12_000, whole),)))
    (found,) = after(qtbot, notebook, lambda: notebook.open(kept.annotation.episode_id, better))
    assert words(better, found).startswith("Gulls quarrelled over")


def test_a_recording_without_a_text_takes_bookmarks_by_time(
    qtbot: QtBot, notebook: Notebook
) -> None:
    (kept,) = after(qtbot, notebook, lambda: notebook.keep_heard(4_000, 0))
    after(qtbot, notebook, lambda: notebook.open(kept.annotation.episode_id, None))
    found = after(qtbot, notebook, lambda: notebook.keep_heard(9_000, 1_000))
    assert found[-1].annotation.selector.time == (8_000, 8_000)
    assert found[-1].span is None


def test_both_ends_move_by_sentences(qtbot: QtBot, notebook: Notebook, script: Script) -> None:
    (kept,) = after(qtbot, notebook, lambda: notebook.keep_heard(7_000, 0))
    key = kept.annotation.id
    (earlier,) = after(qtbot, notebook, lambda: notebook.grow_start(key))
    assert words(script, earlier).startswith("The harbour")
    (later,) = after(qtbot, notebook, lambda: notebook.shrink_start(key))
    assert words(script, later) == "Gulls quarrelled over nets."


def test_it_is_moved_to_other_words(qtbot: QtBot, notebook: Notebook, script: Script) -> None:
    (kept,) = after(qtbot, notebook, lambda: notebook.keep_heard(4_000, 0))
    start = script.reading.text.index("Nobody")
    span = (start, start + len("Nobody came."))
    with qtbot.waitSignal(notebook.undo_changed) as reported:
        notebook.move(kept.annotation.id, span)
    assert words(script, notebook.kept[0]) == "Nobody came."
    assert reported.args == ["Move Bookmark", ""]
    (back,) = after(qtbot, notebook, notebook.undo)
    assert words(script, back) == "The harbour was quiet that morning."


def test_several_are_merged_and_split_again(
    qtbot: QtBot, notebook: Notebook, script: Script
) -> None:
    (first,) = after(qtbot, notebook, lambda: notebook.keep_heard(4_000, 0))
    after(qtbot, notebook, lambda: notebook.keep_heard(7_000, 0))
    after(qtbot, notebook, lambda: notebook.keep_heard(10_000, 0))
    key = first.annotation.id
    both = after(qtbot, notebook, lambda: notebook.merge(key))
    assert len(both) == 2
    assert words(script, both[0]).endswith("over nets.")
    (one,) = after(qtbot, notebook, lambda: notebook.merge(*(each.annotation.id for each in both)))
    assert words(script, one).endswith("Nobody came.")
    at = script.reading.text.index("quarrelled") + 3
    parts = after(qtbot, notebook, lambda: assert_true(notebook.split(key, at)))
    assert [words(script, each)[-5:] for each in parts] == ["Gulls", "came."]
    again = after(qtbot, notebook, lambda: assert_true(notebook.split(key)))
    assert words(script, again[0]) == "The harbour was quiet that morning."


def assert_true(done: bool) -> None:
    assert done


def test_notes_of_two_transcripts_of_one_recording_become_one(
    qtbot: QtBot, notebook: Notebook, tmp_path: Path, keeper: Worker, script: Script
) -> None:
    library, episodes = Library(tmp_path / "earmark.db"), []

    def record(_: object) -> list[str]:
        (tmp_path / "a.mp3").write_bytes(b"sound" * 99)
        for name in ("first.vtt", "better.vtt"):
            (tmp_path / name).write_text(name)
            found = library.record_opened(tmp_path / "a.mp3", tmp_path / name, "A")
            episodes.append(found.id)
        library.close()
        return episodes

    keeper.run(record, lambda _: None)
    qtbot.waitUntil(lambda: len(episodes) == 2)
    for episode, time in zip(episodes, (4_000, 7_000), strict=True):
        after(qtbot, notebook, partial(notebook.open, episode, script))
        after(qtbot, notebook, partial(notebook.keep_heard, time, 0))
    first = notebook.kept[0]
    (merged,) = after(qtbot, notebook, lambda: notebook.merge(first.annotation.id))
    assert merged.annotation.episode_id == first.annotation.episode_id == episodes[0]
    assert words(script, merged).endswith("Gulls quarrelled over nets.")
    parts = after(qtbot, notebook, notebook.undo)
    assert [each.annotation.episode_id for each in parts] == episodes


def test_the_last_is_merged_with_nothing(qtbot: QtBot, notebook: Notebook) -> None:
    after(qtbot, notebook, lambda: notebook.keep_heard(4_000, 0))
    kept = after(qtbot, notebook, lambda: notebook.keep_heard(7_000, 0))
    notebook.merge(kept[-1].annotation.id)
    notebook.merge("no such id")
    assert after(qtbot, notebook, notebook.read_again) == kept


def test_at_its_ends_nothing_grows_or_shrinks(
    qtbot: QtBot, notebook: Notebook, script: Script
) -> None:
    (first,) = after(qtbot, notebook, lambda: notebook.keep_heard(4_000, 0))
    kept = after(qtbot, notebook, lambda: notebook.keep_heard(10_000, 0))
    with qtbot.assertNotEmitted(notebook.resized):
        for resize in (notebook.shrink, notebook.shrink_start, notebook.grow_start):
            resize(first.annotation.id)
        notebook.grow(kept[-1].annotation.id)
        notebook.grow("no such id")
        assert after(qtbot, notebook, notebook.read_again) == kept


def test_what_is_read_of_an_episode_that_was_left_meanwhile_is_not_reported(
    qtbot: QtBot, notebook: Notebook, keeper: Worker, episode: str, script: Script
) -> None:
    (kept,) = after(qtbot, notebook, lambda: notebook.keep_heard(4_000, 0))
    is_free, reported = Event(), list[tuple[Kept, ...]]()
    notebook.changed.connect(reported.append)
    keeper.run(lambda _: is_free.wait(), lambda _: None)
    notebook.open(episode, script)
    notebook.open("another", script)
    notebook.open(episode, None)
    with qtbot.waitSignal(notebook.changed):
        is_free.set()
    assert [[each.annotation.id for each in kept] for kept in reported] == [[kept.annotation.id]]
    assert notebook.kept[0].span is None  # there is no text


def test_places_are_those_of_one_text(
    qtbot: QtBot, notebook: Notebook, episode: str, script: Script
) -> None:
    other = scripted(script.path, script.transcript)

    def reported() -> tuple[bool, bool, bool]:
        placed = notebook.is_placed_in(script.reading), notebook.is_placed_in(other.reading)
        return (*placed, notebook.is_ready)

    assert reported() == (True, False, True)
    notebook.open(episode, other)
    assert reported() == (False, False, False)  # its words are being read
    after(qtbot, notebook, notebook.read_again)
    assert reported() == (False, True, True)
    notebook.close()
    assert reported() == (False, False, False)


def test_while_another_text_is_shown_no_position_is_of_the_notes(
    qtbot: QtBot, notebook: Notebook, script: Script, episode: str
) -> None:
    (kept,) = after(qtbot, notebook, lambda: notebook.keep_heard(6_500, 1_000))
    assert kept.span is not None
    notebook.leave_text()
    for _ in range(2):
        assert notebook.highlight(kept.span, 1) == "" == notebook.being_kept(kept.span)
        notebook.move(kept.annotation.id, script.reading.ranges(3)[0])
        assert (notebook.of_span(kept.span), notebook.touching(kept.span[0])) == (None, ())
        assert not notebook.is_saving and not notebook.is_placed_in(script.reading)
        after(qtbot, notebook, notebook.read_again)  # an answer that comes late changes nothing
    after(qtbot, notebook, lambda: notebook.open(episode, script))
    assert notebook.of_span(kept.span) == kept == notebook.touching(kept.span[0])[0]
    notebook.leave_text()
    notebook.close()
    after(qtbot, notebook, lambda: notebook.open(episode, script))
    assert notebook.is_placed_in(script.reading)


def test_one_sentence_has_no_parts(qtbot: QtBot, notebook: Notebook) -> None:
    (kept,) = after(qtbot, notebook, lambda: notebook.keep_heard(4_000, 0))
    assert not notebook.split(kept.annotation.id, 10_000)


def test_kinds_and_colours_change_for_several(qtbot: QtBot, notebook: Notebook) -> None:
    (one,) = after(qtbot, notebook, lambda: notebook.keep_heard(4_000, 0))
    after(qtbot, notebook, lambda: notebook.keep_heard(7_000, 0))
    keys = [each.annotation.id for each in notebook.kept]
    names = []
    notebook.undo_changed.connect(lambda undo, _: names.append(undo))
    found = after(qtbot, notebook, lambda: notebook.colour(keys, 2))
    assert {each.annotation.kind for each in found} == {AnnotationKind.HIGHLIGHT}
    after(qtbot, notebook, lambda: notebook.colour(keys, 3))
    found = after(qtbot, notebook, lambda: notebook.colour(keys[:1], 0))
    assert [each.annotation.colour for each in found] == [0, 3]
    assert found[0].annotation.id == one.annotation.id
    assert names == ["Change to Highlights", "Change Colour", "Change to Bookmark"]


def test_words_that_are_gone_are_unplaced_with_a_guess_to_accept(
    qtbot: QtBot, notebook: Notebook, script: Script
) -> None:
    (kept,) = after(qtbot, notebook, lambda: notebook.keep_heard(7_000, 0))
    key, episode = kept.annotation.id, kept.annotation.episode_id
    other = scripted(
        Path("b.vtt"),
        Transcript(
            tuple(Cue(k, k * 3_000, k * 3_000 + 2_900, text) for k, text in enumerate(OTHER))
        ),
    )
    (lost,) = after(qtbot, notebook, lambda: notebook.open(episode, other))
    assert lost.is_unplaced
    assert lost.span is None
    assert lost.guess is not None
    (found,) = after(qtbot, notebook, lambda: notebook.accept_guess(key))
    assert found.span == lost.guess
    after(qtbot, notebook, notebook.undo)
    assert notebook.kept[0].annotation.selector == kept.annotation.selector


OTHER = ("A dog barked at dawn.", "Rain fell on slates.", "Girls squabbled about nests.", "Ah.")


def test_new_words_are_taken_only_when_asked_for(
    qtbot: QtBot, notebook: Notebook, script: Script
) -> None:
    (kept,) = after(qtbot, notebook, lambda: notebook.keep_heard(7_000, 0))
    whole = "The harbor was quiet that morning. Gulls quarrelled over the nets. Nobody came."
    better = scripted(Path("b.vtt"), Transcript((Cue(0, 200, 12_000, whole),)))
    episode = kept.annotation.episode_id
    (found,) = after(qtbot, notebook, lambda: notebook.open(episode, better))
    assert found.is_reworded
    assert found.annotation.selector == kept.annotation.selector
    (taken,) = after(qtbot, notebook, notebook.take_words)
    assert "the nets" in taken.annotation.selector.quote.exact
    assert not taken.is_reworded
    (back,) = after(qtbot, notebook, notebook.undo)
    assert back.annotation.selector.quote == kept.annotation.selector.quote


def test_what_lies_elsewhere_in_the_same_words_is_reported_again_when_opened(
    qtbot: QtBot, notebook: Notebook
) -> None:
    (kept,) = after(qtbot, notebook, lambda: notebook.keep_heard(7_000, 0))
    later = scripted(
        Path("b.vtt"),
        Transcript(
            (
                Cue(0, 0, 60_000, "Some words from our sponsors, who sell mattresses."),
                *(
                    Cue(k + 1, 60_000 + k * 3_000, 62_900 + k * 3_000, text)
                    for k, text in enumerate(SAID)
                ),
            )
        ),
    )
    episode = kept.annotation.episode_id
    notebook.close()
    (found,) = after(qtbot, notebook, lambda: notebook.open(episode, later))
    old, new = kept.annotation.selector, found.annotation.selector
    assert new.quote.exact == old.quote.exact
    assert new.time[0] >= old.time[0] + 60_000
    assert (new.position or (0, 0)) > (old.position or (0, 0))


def test_what_the_library_refuses_is_shown_as_unsaved_and_saved_later(
    qtbot: QtBot, notebook: Notebook, tmp_path: Path
) -> None:
    after(qtbot, notebook, lambda: notebook.keep_heard(1_000, 0))
    with closing(sqlite3.connect(tmp_path / "earmark.db")) as other:
        other.execute("BEGIN IMMEDIATE")
        with (
            qtbot.waitSignal(notebook.failed) as reported,
            qtbot.waitSignal(notebook.added) as added,
        ):
            notebook.keep_heard(7_000, 0)
        assert reported.args
        assert reported.args[0].fault is StoreFault.BUSY
        assert added.args
        assert added.args[0].is_unsaved
        after(qtbot, notebook, lambda: notebook.delete(notebook.kept[0].annotation.id))
        assert [each.is_unsaved for each in notebook.kept] == [True]
        assert notebook.waiting == 2
        after(qtbot, notebook, notebook.undo)
        assert [each.is_unsaved for each in notebook.kept] == [True, True]
    with qtbot.waitSignal(notebook.waiting_changed) as waiting:
        notebook.try_again()
    assert waiting.args == [0]
    assert [each.is_unsaved for each in notebook.kept] == [False, False]
    with closing(Annotations(tmp_path / "earmark.db")) as reopened:
        assert len(reopened.of_episode(notebook.kept[0].annotation.episode_id)) == 2


def test_what_is_kept_in_memory_has_the_same_id_on_the_disk(
    qtbot: QtBot, notebook: Notebook, keeper: Worker, script: Script, tmp_path: Path
) -> None:
    """Whoever acts on what is shown, while it is saved, means the one that is saved."""
    (first,) = after(qtbot, notebook, lambda: notebook.keep_heard(4_000, 0))
    after(qtbot, notebook, notebook.undo)
    is_free = Event()
    keeper.run(lambda _: is_free.wait(), lambda _: None)
    notebook.open(first.annotation.episode_id, scripted(script.path, script.transcript))
    notebook.keep_heard(5_000, 0)
    with closing(sqlite3.connect(tmp_path / "earmark.db")) as other:
        other.execute("BEGIN IMMEDIATE")
        with qtbot.waitSignal(notebook.added):
            is_free.set()
        (kept,) = notebook.kept
        span = kept.span
        assert span is not None
        after(qtbot, notebook, lambda: notebook.split(kept.annotation.id, sum(span) // 2))
        ids = {each.annotation.id for each in notebook.kept}
        assert len(ids) == 2
        assert all(each.is_unsaved for each in notebook.kept)
    with qtbot.waitSignal(notebook.waiting_changed):
        notebook.try_again()
        notebook.colour(sorted(ids), 2)
    after(qtbot, notebook, notebook.read_again)
    assert {each.annotation.id: each.annotation.colour for each in notebook.kept} == dict.fromkeys(
        ids, 2
    )


def test_what_the_library_has_no_more_is_reported_and_what_is_there_shown(
    qtbot: QtBot, notebook: Notebook
) -> None:
    with qtbot.waitSignal(notebook.failed) as reported, qtbot.waitSignal(notebook.changed):
        notebook.delete("nothing")
    assert reported.args
    assert reported.args[0].message == "This note is not in the library any more."


def test_it_tries_no_more_when_it_is_stopped(
    qtbot: QtBot, notebook: Notebook, tmp_path: Path
) -> None:
    with closing(sqlite3.connect(tmp_path / "earmark.db")) as other:
        other.execute("BEGIN IMMEDIATE")
        with qtbot.waitSignal(notebook.failed):
            notebook.keep_heard(7_000, 0)
    (timer,) = notebook.findChildren(QTimer)
    assert timer.isActive()
    notebook.stop()
    assert not timer.isActive()


def test_a_moved_text_moves_what_is_kept_and_is_undone(
    qtbot: QtBot, notebook: Notebook, script: Script, episode: str
) -> None:
    keys = SyncKeys("heard", "read")
    after(qtbot, notebook, lambda: notebook.open(episode, script, keys))
    (kept,) = after(qtbot, notebook, lambda: notebook.keep_heard(6_500, 1_000))
    before = kept.annotation.selector
    later = TextSync(SyncMap((SyncPoint(0, 7_000),)))
    with qtbot.waitSignal(notebook.sync_changed) as changed:
        notebook.set_sync(later, MOVE_TEXT)
    assert changed.args == [later]
    moved = scripted(script.path, script.source, overlays=Overlays(sync=later))
    (kept,) = after(qtbot, notebook, lambda: notebook.open(episode, moved, keys))
    start, end = before.time
    assert kept.annotation.selector.time == (start + 7_000, end + 7_000)
    assert kept.annotation.selector.transcript_time == before.transcript_time
    with qtbot.waitSignal(notebook.sync_changed) as changed:
        notebook.undo()
    assert changed.args == [NO_SYNC]
    (kept,) = after(qtbot, notebook, lambda: notebook.open(episode, script, keys))
    assert kept.annotation.selector == before


def test_the_map_of_other_files_is_read_again_and_none_is_kept_without_both(
    qtbot: QtBot, notebook: Notebook, script: Script, episode: str
) -> None:
    later = TextSync(SyncMap((SyncPoint(0, 7_000),)))
    has_both = [notebook.has_both_files]
    notebook.set_sync(later, MOVE_TEXT)
    after(qtbot, notebook, lambda: notebook.open(episode, script, SyncKeys("heard", "read")))
    has_both.append(notebook.has_both_files)
    assert has_both == [False, True]
    after(qtbot, notebook, lambda: notebook.set_sync(later, MOVE_TEXT))
    found: list[TextSync] = []
    notebook.sync_changed.connect(found.append)
    after(qtbot, notebook, lambda: notebook.open(episode, script, SyncKeys("other", "read")))
    after(qtbot, notebook, lambda: notebook.open(episode, script, SyncKeys("heard", "read")))
    assert found == [NO_SYNC, later]


NAMED = NO_VOICES.with_turns(NamedTurn(2, 0, "Tom"))


def test_voices_are_named_and_undone(
    qtbot: QtBot, notebook: Notebook, script: Script, episode: str
) -> None:
    after(qtbot, notebook, lambda: notebook.open(episode, script, None, "cafe"))
    with qtbot.waitSignal(notebook.voices_changed) as changed:
        notebook.set_voices(NAMED, NAME_VOICE)
    (voices,) = changed.args
    assert isinstance(voices, VoiceNames)
    assert [(each.place, each.voice) for each in voices.turns] == [((2, 0), "Tom")]
    selector = voices.turns[0].selector
    assert selector is not None and selector.quote.exact.startswith("Gulls quarrelled")
    with qtbot.waitSignal(notebook.voices_changed) as changed:
        notebook.undo()
    assert changed.args == [NO_VOICES]


def test_without_a_transcript_that_is_known_no_voice_is_named(
    qtbot: QtBot, notebook: Notebook
) -> None:
    assert not notebook.can_name_voices
    notebook.set_voices(NAMED, NAME_VOICE)
    assert not notebook.is_saving


def test_a_note_takes_the_voice_of_the_text_only_on_request(
    qtbot: QtBot, notebook: Notebook, script: Script, episode: str
) -> None:
    after(qtbot, notebook, lambda: notebook.keep_heard(6_500, 0))
    (kept,) = notebook.kept
    assert kept.annotation.voice == "Mara"
    named = scripted(script.path, script.source, overlays=Overlays(voices=NAMED))
    (kept,) = after(qtbot, notebook, lambda: notebook.open(episode, named, None, "cafe"))
    assert kept.annotation.voice == "Mara"
    assert notebook.voices_to_take() == {kept.annotation.id: "Tom"}
    (kept,) = after(qtbot, notebook, notebook.take_voices)
    assert kept.annotation.voice == "Tom"
    assert not notebook.voices_to_take()
    (kept,) = after(qtbot, notebook, notebook.undo)
    assert kept.annotation.voice == "Mara"


def test_another_transcript_of_the_episode_gets_its_voices(
    qtbot: QtBot, notebook: Notebook, script: Script, episode: str
) -> None:
    after(qtbot, notebook, lambda: notebook.open(episode, script, None, "cafe"))
    with qtbot.waitSignal(notebook.voices_changed):
        notebook.set_voices(NAMED, NAME_VOICE)
    cues = (Cue(0, 0, 900, "Before all."), *script.source.cues)
    later = Transcript(tuple(cue._replace(index=k) for k, cue in enumerate(cues)))
    other = scripted(script.path, later)
    with qtbot.waitSignal(notebook.voices_changed) as changed:
        notebook.open(episode, other, None, "beef", "cafe")
    (voices,) = changed.args
    assert isinstance(voices, VoiceNames)
    assert [(each.place, each.voice) for each in voices.turns] == [((3, 0), "Tom")]
