"""What is kept of an episode: with a real database, on a real worker."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reader.annotation import AnnotationKind
from reader.jobs import Worker
from reader.notebook import Kept, Notebook
from reader.script import Script, scripted
from reader.store.annotations import Annotations
from reader.store.library import Library
from reader.transcript import Cue, Transcript, VoiceChange

SAID = ("The harbour was quiet", "that morning.", "Gulls quarrelled over nets.", "Nobody came.")


@pytest.fixture
def script() -> Script:
    cues = tuple(
        Cue(k, k * 3_000, k * 3_000 + 2_900, text, (VoiceChange(0, "Mara"),) if k == 0 else ())
        for k, text in enumerate(SAID)
    )
    return scripted(Path("talk.vtt"), Transcript(cues))


@pytest.fixture
def notebook(qtbot: QtBot, tmp_path: Path, script: Script) -> Iterator[Notebook]:
    path, keeper = tmp_path / "earmark.db", Worker()
    library, store = Library(path), Annotations(path)
    notebook = Notebook(store, keeper)
    episodes: list[str] = []
    keeper.run(lambda _: library.record_opened(None, tmp_path / "a.vtt", "A").id, episodes.append)
    qtbot.waitUntil(lambda: bool(episodes))
    with qtbot.waitSignal(notebook.changed):
        notebook.open(episodes[0], script)
    yield notebook
    keeper.run(lambda _: store.close(), lambda _: None)
    keeper.run(lambda _: library.close(), lambda _: None)
    keeper.close()


def after(qtbot: QtBot, notebook: Notebook, act: Callable[[], None]) -> tuple[Kept, ...]:
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
    assert kept.annotation.is_untidied


def test_a_selection_is_highlighted_as_it_is(
    qtbot: QtBot, notebook: Notebook, script: Script
) -> None:
    start = script.reading.text.index("quiet")
    span = (start, script.reading.text.index("Gulls") + 5)
    (kept,) = after(qtbot, notebook, lambda: notebook.highlight(span, 3))
    assert kept.span == span
    assert (kept.annotation.kind, kept.annotation.colour) == (AnnotationKind.HIGHLIGHT, 3)


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
