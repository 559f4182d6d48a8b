from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from reader.annotation import Annotation, AnnotationKind, Selector, TextQuote
from reader.store.annotations import Annotations, Colour
from reader.store.catalogue import Catalogue
from reader.store.edit import Command
from reader.store.library import Library
from reader.time_bounds import LATEST
from tests.reader.store.notes import MOMENT, a_note, episode_at

ROOT = Path(__file__).parents[3]
BOOKMARK = AnnotationKind.BOOKMARK
ELSEWHERE = Selector((9_000, 9_900), (9_000, 9_900), TextQuote("Elsewhere.", "a", "b"), (70, 80))

KEEPER = """
import sys
from dataclasses import replace
from pathlib import Path
from reader.store.annotations import Annotations
from tests.reader.store.notes import a_note
annotations, episode, shared = Annotations(Path(sys.argv[1])), sys.argv[2], sys.argv[3]
print("ready", flush=True)
sys.stdin.readline()
for number in range(30):
    note = a_note(episode, f"{sys.argv[4]} {number}")
    annotations.add(note)
    annotations.change(note.id, note=f"note {number}")
    annotations.change(shared, **{sys.argv[4]: f"{number}"})
"""


def only(command: Command | None) -> Annotation:
    assert command
    (annotation,) = command.annotations
    return annotation


def test_what_was_added_is_there_as_it_was(annotations: Annotations, episode: str) -> None:
    note = a_note(
        episode,
        note="**Ask** about «this»\n\0",
        tags=("sea", "Hörbuch"),
        voice="Mara",
        is_unreviewed=True,
    )
    command = annotations.add(note)
    kept = replace(note, note="**Ask** about «this»\n\ufffd")
    assert command == Command("Add Highlight", (kept,))
    assert annotations.get(note.id) == kept
    assert annotations.get(note.id).created.utcoffset() == timedelta(hours=5.5)  # type: ignore[union-attr]
    assert annotations.of_episode(episode) == [kept]
    assert annotations.count_unreviewed() == 1


def test_a_place_in_a_recording_without_transcript_is_kept(
    annotations: Annotations, episode: str
) -> None:
    note = replace(a_note(episode), selector=Selector((5, 5)), kind=BOOKMARK, colour=0)
    assert annotations.add(note).name == "Add Bookmark"
    assert annotations.get(note.id) == note


def test_columns_are_plain(annotations: Annotations, episode: str, path: Path) -> None:
    annotations.add(a_note(episode, tags=["sea"]))
    with closing(sqlite3.connect(path)) as connection:
        connection.row_factory = sqlite3.Row
        row = dict(connection.execute("SELECT * FROM annotations").fetchone())
    assert row["created_at"] == "2026-11-22T19:45:30.123456+00:00"
    assert row["created_offset_minutes"] == 330
    assert (row["recording_start_ms"], row["transcript_start_ms"]) == (1000, 500)
    assert (row["exact"], row["prefix"], row["suffix"]) == (
        "The harbour wakes.",
        "before ",
        " after",
    )
    assert (row["position_start"], row["position_end"], row["deleted_at"]) == (100, 118, None)


def test_a_moment_without_offset_is_refused(annotations: Annotations, episode: str) -> None:
    naive = datetime(2026, 1, 1)
    with pytest.raises(ValueError, match="offset"):
        annotations.add(a_note(episode, created=naive))


def test_an_episode_that_is_not_there_is_refused(annotations: Annotations) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        annotations.add(a_note("nowhere"))


def test_adding_again_does_no_harm(annotations: Annotations, episode: str) -> None:
    note = a_note(episode)
    annotations.add(note)
    annotations.change(note.id, note="newer")
    assert only(annotations.add(note)).note == "newer"
    assert annotations.undo_name() == "Edit Note"
    annotations.delete(note.id)
    assert only(annotations.add(note)) == note


def test_notes_of_an_episode_come_in_order(annotations: Annotations, episode: str) -> None:
    notes = [a_note(episode, start=start) for start in (3_000, 1_000, 2_000)]
    annotations.add(*notes, a_note(episode_at(annotations._file.path, "Other")))
    assert [each.selector.time[0] for each in annotations.of_episode(episode)] == [
        1_000,
        2_000,
        3_000,
    ]


@pytest.mark.parametrize(
    ("change", "name"),
    [
        ({"note": "Ask"}, "Edit Note"),
        ({"tags": ("b", "a")}, "Change Tags"),
        ({"colour": 3}, "Change Colour"),
        ({"kind": BOOKMARK, "colour": 0}, "Change to Bookmark"),
        ({"selector": ELSEWHERE}, "Move Highlight"),
        ({"selector": Selector((1, 2))}, "Move Highlight"),
        ({"voice": "Ben"}, "Change Voice"),
        ({"is_unreviewed": False}, "Keep Highlight"),
    ],
)
def test_each_field_is_changed_undone_and_redone(
    annotations: Annotations, episode: str, change: dict[str, object], name: str
) -> None:
    note = a_note(episode, tags=("a",), is_unreviewed=True)
    annotations.add(note)
    changed = replace(note, **change)  # type: ignore[arg-type]
    assert annotations.change(note.id, **change) == Command(name, (changed,))  # type: ignore[arg-type]
    assert annotations.undo_name() == name
    assert annotations.undo() == Command(name, (note,))
    assert annotations.redo_name() == name
    assert annotations.redo() == Command(name, (changed,))
    assert annotations.get(note.id) == changed


def test_several_are_changed_by_one_command(annotations: Annotations, episode: str) -> None:
    notes = [a_note(episode), a_note(episode, is_unreviewed=True)]
    annotations.add(*notes)
    command = annotations.change(*(note.id for note in notes), is_unreviewed=False)
    assert command.name == "Keep Highlights"
    annotations.undo()
    assert [note.is_unreviewed for note in annotations.of_episode(episode)] == [False, True]


def test_a_change_of_nothing_is_no_command(annotations: Annotations, episode: str) -> None:
    note = a_note(episode)
    annotations.add(note)
    assert only(annotations.change(note.id, note="", colour=1)) == note
    assert annotations.undo_name() == "Add Highlight"


def test_what_is_not_there_cannot_be_changed(annotations: Annotations, episode: str) -> None:
    note = a_note(episode)
    annotations.add(note)
    commands: list[Callable[[], Command]] = [
        lambda: annotations.change(note.id, "nothing", note="lost"),
        lambda: annotations.delete(note.id, "nothing"),
        lambda: annotations.merge(note.id, "nothing", selector=ELSEWHERE),
        lambda: annotations.split("nothing", ELSEWHERE, ELSEWHERE),
    ]
    for command in commands:
        with pytest.raises(KeyError):
            command()
    assert annotations.of_episode(episode) == [note]


def test_deleted_ones_leave_a_tombstone_and_come_back(
    annotations: Annotations, episode: str
) -> None:
    note = a_note(episode, tags=("sea",), is_unreviewed=True)
    annotations.add(note)
    assert annotations.delete(note.id) == Command(
        "Delete Highlight", (replace(note, is_deleted=True),)
    )
    assert annotations.of_episode(episode) == []
    assert annotations.count_unreviewed() == 0
    assert annotations.tags() == []
    assert annotations.delete(note.id).annotations  # again: no harm
    annotations.undo()
    assert annotations.of_episode(episode) == [note]


def test_an_edit_of_what_another_window_deleted_brings_it_back(
    annotations: Annotations, episode: str
) -> None:
    note = a_note(episode)
    annotations.add(note)
    annotations.delete(note.id)
    assert only(annotations.change(note.id, note="typed meanwhile")).is_deleted is False


def test_merging_keeps_all_notes_and_tags(annotations: Annotations, episode: str) -> None:
    late = a_note(episode, note="late", tags=("b", "a"), voice="Ben", start=5_000, colour=2)
    early = a_note(episode, note="early", tags=("a",), voice="Mara", kind=BOOKMARK, colour=0)
    annotations.add(late, early)
    command = annotations.merge(late.id, early.id, selector=ELSEWHERE)
    whole = replace(
        early,
        kind=AnnotationKind.HIGHLIGHT,
        selector=ELSEWHERE,
        note="early\n\nlate",
        tags=("a", "b"),
        voice="Mara, Ben",
        colour=2,
    )
    assert command == Command("Merge Notes", (whole, replace(late, is_deleted=True)))
    assert annotations.of_episode(episode) == [whole]
    annotations.undo()
    assert annotations.of_episode(episode) == [early, late]
    annotations.redo()
    assert annotations.of_episode(episode) == [whole]


def test_one_alone_cannot_be_merged(annotations: Annotations, episode: str) -> None:
    note = a_note(episode)
    annotations.add(note)
    for keys in ([note.id], [note.id] * 2):
        with pytest.raises(ValueError, match="several"):
            annotations.merge(*keys, selector=ELSEWHERE)


def test_splitting_keeps_the_note_with_the_first(annotations: Annotations, episode: str) -> None:
    note = a_note(episode, note="mine", tags=("sea",), voice="Mara, Ben", colour=4)
    annotations.add(note)
    command = annotations.split(note.id, note.selector, ELSEWHERE, ("Mara", "Ben"))
    first, second = command.annotations
    assert command.name == "Split Highlight"
    assert first == replace(note, voice="Mara")
    assert second == replace(note, id=second.id, note="", voice="Ben", selector=ELSEWHERE)
    annotations.undo()
    assert annotations.of_episode(episode) == [note]
    assert annotations.redo() == command


def test_undo_and_redo_survive_a_restart(path: Path, episode: str) -> None:
    first = Annotations(path)
    note = a_note(episode)
    first.add(note)
    first.delete(note.id)
    first.close()
    second = Annotations(path)
    assert second.undo_name() == "Delete Highlight"
    second.undo()
    second.close()
    third = Annotations(path)
    assert (third.undo_name(), third.redo_name()) == ("Add Highlight", "Delete Highlight")
    assert only(third.redo()).is_deleted
    third.close()


def test_a_new_command_clears_redo(annotations: Annotations, episode: str) -> None:
    note = a_note(episode)
    annotations.add(note)
    annotations.change(note.id, note="one")
    annotations.undo()
    annotations.change(note.id, note="two")
    assert annotations.redo_name() is None
    assert annotations.redo() is None
    annotations.undo()
    assert only(annotations.undo()).is_deleted
    assert annotations.undo_name() is None
    assert annotations.undo() is None


def test_a_command_that_fails_halfway_leaves_nothing(
    annotations: Annotations, episode: str
) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        annotations.add(a_note(episode), a_note("nowhere"))
    assert annotations.of_episode(episode) == []
    assert annotations.undo_name() is None


def test_undo_leaves_alone_what_its_command_did_not_change(
    annotations: Annotations, episode: str
) -> None:
    note = a_note(episode)
    annotations.add(note)
    annotations.change(note.id, note="mine")
    annotations.reanchor({note.id: ELSEWHERE, "nothing": ELSEWHERE}, {note.id: "Ben"})
    assert annotations.undo_name() == "Edit Note"
    assert only(annotations.undo()) == replace(note, selector=ELSEWHERE, voice="Ben")


def test_changes_are_noted_in_the_database(
    annotations: Annotations, episode: str, path: Path
) -> None:
    note = a_note(episode)
    annotations.add(note)
    annotations.change(note.id, note="mine", tags=["sea"])
    with closing(sqlite3.connect(path)) as connection:
        before, after = connection.execute(
            "SELECT before, after FROM history_changes ORDER BY id DESC"
        ).fetchone()
    assert json.loads(before) == {"note": "", "tags": []}
    assert json.loads(after) == {"note": "mine", "tags": ["sea"]}


def test_a_moment_of_change_is_kept(path: Path, episode: str) -> None:
    later = datetime(2027, 1, 1, tzinfo=UTC)
    moments = [MOMENT, later]
    annotations = Annotations(path, now=lambda: moments.pop(0))
    note = a_note(episode)
    annotations.add(note)
    assert only(annotations.change(note.id, note="x")) == replace(note, note="x", updated=later)
    annotations.close()


def test_tags_are_counted_and_clean(annotations: Annotations, episode: str) -> None:
    annotations.add(
        a_note(episode, tags=("  sea ", "sea", "", "deep  water")), a_note(episode, tags=("sea",))
    )
    assert annotations.tags() == ["sea", "deep water"]


def test_colours_have_names_that_can_be_changed(annotations: Annotations) -> None:
    before = annotations.colours()
    assert [colour.number for colour in before] == [1, 2, 3, 4, 5]
    assert [colour.name for colour in before][:3] == ["Idea", "Quote", "Ask"]
    annotations.change_colour(3, name="Doubt")
    annotations.change_colour(3, hex_value="#123456")
    assert annotations.colours()[2] == Colour(3, "Doubt", "#123456")
    assert annotations.undo() == Command("Change Colour", ())
    assert annotations.undo() == Command("Rename Colour", ())
    assert annotations.colours() == before
    with pytest.raises(KeyError):
        annotations.change_colour(6, name="x")


def test_notes_outlive_an_episode_that_was_forgotten(
    annotations: Annotations, episode: str, path: Path
) -> None:
    note = a_note(episode)
    annotations.add(note)
    library = Library(path)
    Catalogue(annotations.file).forget([episode])
    library.record_opened(Path("/nowhere/Harbour.mp3"), None, "Harbour")
    library.close()
    assert annotations.of_episode(episode) == [note]


def test_two_processes_at_once_lose_nothing(
    annotations: Annotations, episode: str, path: Path
) -> None:
    shared = a_note(episode, "shared")
    annotations.add(shared)
    names = ("voice", "note")
    windows = [
        subprocess.Popen(
            [sys.executable, "-c", KEEPER, str(path), episode, shared.id, name],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for name in names
    ]
    for window in windows:
        assert window.stdout
        assert window.stdout.readline() == "ready\n"
    for window in windows:
        window.communicate("go\n")
    assert [window.returncode for window in windows] == [0, 0]
    kept = {note.selector.quote.exact: note for note in annotations.of_episode(episode)}
    assert {f"{name} {number}" for name in names for number in range(30)} == set(kept) - {"shared"}
    assert all(note.note == f"note {text.split()[1]}" for text, note in kept.items() if " " in text)
    assert (kept["shared"].voice, kept["shared"].note) == ("29", "29")
    undone = 0
    while annotations.undo():
        undone += 1
    assert undone == 2 * 3 * 30 + 1
    assert annotations.of_episode(episode) == []


def test_nothing_slow_is_loaded_before_the_first_call() -> None:
    code = (
        "import sys, pathlib, reader.store.annotations as module\n"
        "module.Annotations(pathlib.Path('x.db'))\n"
        "assert not {'sqlite_utils', 'sqlite3', 'hashlib', 'uuid'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True)


def test_episodes_are_listed_with_how_much_was_kept(annotations: Annotations, path: Path) -> None:
    one, other = episode_at(path, "B"), episode_at(path, "a")
    annotations.add(a_note(one), a_note(other), gone := a_note(other), a_note(other))
    annotations.delete(gone.id)
    assert [(each.title, each.uses) for each in annotations.episodes()] == [("a", 2), ("B", 1)]


def test_a_recording_shows_what_was_kept_beside_each_of_its_transcripts(
    annotations: Annotations, path: Path, tmp_path: Path
) -> None:
    (tmp_path / "talk.mp3").write_bytes(b"sound" * 99)
    library, episodes = Library(path), []
    for name in ("first.vtt", "better.vtt"):
        (tmp_path / name).write_text(name)
        episodes.append(library.record_opened(tmp_path / "talk.mp3", tmp_path / name, "Talk").id)
    library.close()
    note = a_note(episodes[0])
    annotations.add(note)
    assert episodes[0] != episodes[1]
    assert [each.id for each in annotations.of_episode(episodes[1])] == [note.id]
    later = a_note(episodes[1], start=9_000)
    annotations.add(later)
    annotations.merge(later.id, note.id, selector=ELSEWHERE)
    for each in episodes:
        assert annotations.of_episode(each) == [replace(note, selector=ELSEWHERE)]
    annotations.undo()
    assert annotations.of_episode(episodes[0]) == [note, later]


def test_each_is_moved_to_a_place_of_its_own(annotations: Annotations, episode: str) -> None:
    one, other = a_note(episode), a_note(episode, start=9_000)
    annotations.add(one, other)
    annotations.move({one.id: ELSEWHERE})
    assert annotations.undo_name() == "Move Highlight"
    assert annotations.get(one.id) == replace(one, selector=ELSEWHERE)
    annotations.undo()
    assert annotations.get(one.id) == one


def test_times_that_an_older_earmark_took_in_are_read_within_bounds(
    annotations: Annotations, episode: str, path: Path
) -> None:
    note = a_note(episode)
    annotations.add(note)
    columns = ("recording_start_ms", "recording_end_ms", "transcript_start_ms")
    with closing(sqlite3.connect(path)) as database, database:
        for column in (*columns, "transcript_end_ms"):
            database.execute(f"UPDATE annotations SET {column} = {2**40}")
    (read,) = annotations.of_episode(episode)
    assert read.selector.time == read.selector.transcript_time == (LATEST, LATEST)


def test_all_notes_of_an_episode_become_anothers_and_go_back(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    former, other = episode_at(path, "former"), episode_at(path, "other")
    with closing(Annotations(path)) as store:
        first, second = a_note(former, "One"), a_note(former, "Two", start=9_000)
        store.add(first, second, a_note(other, "Three"))
        command = store.join_episode(former, other)
        assert {each.id for each in command.annotations} == {first.id, second.id}
        assert store.of_episode(former) == []
        assert len(store.of_episode(other)) == 3
        store.undo()
        assert {each.id for each in store.of_episode(former)} == {first.id, second.id}
        store.redo()
        assert store.of_episode(former) == []
