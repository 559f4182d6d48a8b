"""Files of the listener's where Earmark writes: none is written over, and odd names and texts lose
nothing. Part of `make faults`."""

from __future__ import annotations

import contextlib
import io
import json
import os
import shutil
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from reader.errors import ReaderError
from reader.exporting import save, writer_named
from reader.formats import load
from reader.message import Message
from reader.notes.exporting import format_named, save_by_episode
from reader.notes.exporting import save as save_notes
from reader.notes.exporting.choosing import NoteChoice
from reader.notes.exporting.gathering import gathered
from reader.notes.exporting.note import Export
from reader.notes.markdown_folder import MarkdownFolder
from reader.notes.note_import import import_notes
from reader.recording.clip_format import CLIP_FORMATS, AudioClip, Passage
from reader.recording.clips import cut, save_clips
from reader.store.annotations import Annotations
from reader.store.backups import Backups
from reader.store.library import Library
from reader.whole_file import whole_file
from tests.benchmarks.fault import Fault
from tests.benchmarks.small_disk import small_disk
from tests.conftest import TONE, vtt
from tests.reader.store.notes import a_note, episode_at
from ui import cli

PASSAGE = Passage(1_000, 2_000, "The harbour wakes")
KEY = "0b9d7c1e-1111-2222-3333-444455556666"
ANOTHERS = b"of somebody else"

Situation = Callable[[Path], Fault]


def _talk(folder: Path, name: str = "talk") -> Path:
    """A transcript with its recording beside it."""
    transcript = folder / f"{name}.vtt"
    transcript.write_text(vtt())
    shutil.copy(TONE, folder / f"{name}.mp3")
    return transcript


def _lying(path: Path) -> Path:
    path.write_bytes(ANOTHERS)
    return path


def _refused(name: str, lying: Path, work: Callable[[], object]) -> Fault:
    """What is said where `work` would write over a file, which stays as it is."""
    before, around = lying.read_bytes(), set(lying.parent.iterdir())
    message = ""
    try:
        work()
    except ReaderError as error:
        message = error.message
    facts = {
        "file untouched": lying.read_bytes() == before,
        "nothing left behind": set(lying.parent.iterdir()) == around,
    }
    return Fault(name, message, facts)


def _command(name: str, lying: Path, *arguments: object) -> Fault:
    """The same of a command."""
    said = io.StringIO()

    def work() -> None:
        with (
            contextlib.redirect_stderr(said),
            contextlib.redirect_stdout(io.StringIO()),
            contextlib.suppress(SystemExit),
        ):
            cli.main([str(each) for each in arguments])
        raise ReaderError(Message(said.getvalue().strip().removeprefix("earmark: ")))

    return _refused(name, lying, work)


def captions_over_transcript(folder: Path) -> Fault:
    """A clip called as the episode, whose captions would be the transcript."""
    talk = _talk(folder)
    target = talk.with_suffix(".wav")
    times = ("--from", 1, "--to", 2)
    arguments = ("clip", talk, *times, "--output", target, "--captions", "--force")
    return _command("captions over transcript", talk, *arguments)


def clip_over_recording(folder: Path) -> Fault:
    """A clip called as the recording that it is cut from."""
    talk = _talk(folder)
    recording = talk.with_suffix(".mp3")
    arguments = ("clip", talk, "--from", 1, "--to", 2, "--output", recording, "--force")
    return _command("clip over its recording", recording, *arguments)


def clip_over_file(folder: Path) -> Fault:
    """A clip where a file is."""
    lying = _lying(folder / "clip.wav")
    work = lambda: cut(AudioClip(TONE, PASSAGE, CLIP_FORMATS[3]), lying)  # noqa: E731
    return _refused("clip over a file", lying, work)


def clips_beside_captions(folder: Path) -> Fault:
    """Clips into a folder where a transcript is called as one of them."""
    talk = _talk(folder)
    lying = _lying(folder / "00-00-01 The harbour wakes.vtt")
    saved = save_clips([AudioClip(TONE, PASSAGE)], folder, transcript=load(talk)).paths
    facts = {
        "file untouched": lying.read_bytes() == ANOTHERS,
        "captions beside the clip": saved[0].with_suffix(".vtt").is_file(),
    }
    return Fault("clips beside captions", f"written as {saved[0].name}", facts)


def transcript_over_file(folder: Path) -> Fault:
    """A transcript converted to where a file is."""
    talk, lying = _talk(folder), _lying(folder / "talk.srt")
    return _command("transcript over a file", lying, "convert", talk, lying)


def file_that_comes_meanwhile(folder: Path) -> Fault:
    """A file that another program makes while an export is being written."""
    target = folder / "talk.txt"
    with contextlib.suppress(FileExistsError), whole_file(target) as beside:
        beside.write_text("ours")
        _lying(target)
    facts = {
        "file untouched": target.read_bytes() == ANOTHERS,
        "nothing left behind": list(folder.iterdir()) == [target],
    }
    return Fault("file that comes meanwhile", "refused at the end of the writing", facts)


def _export(folder: Path, *titles: str) -> Export:
    """A note each of episodes with these titles."""
    library = folder / "data" / "earmark.db"
    with closing(Annotations(library)) as annotations, closing(Library(library)) as episodes:
        for title in titles:
            sound = folder / "data" / f"{title}.mp3"
            sound.write_bytes(TONE.read_bytes() + title.encode())
            annotations.add(a_note(episodes.record_opened(sound, None, title).id))
        return Export(gathered(annotations, episodes, NoteChoice()).notes)


def notes_over_file(folder: Path) -> Fault:
    """Notes exported to where a file is."""
    (folder / "data").mkdir()
    notes, lying = _export(folder, "Talk"), _lying(folder / "notes.md")
    return _refused(
        "notes over a file", lying, lambda: save_notes(notes, lying, format_named("md"))
    )


def same_and_same(folder: Path) -> Fault:
    """Episodes whose names many disks take for one, a file each, over what is there."""
    (folder / "data").mkdir()
    place = folder / "notes"
    place.mkdir()
    notes = _export(folder, "Same", "same", "Caf\u00e9", "Cafe\u0301")
    files = save_by_episode(notes, place, format_named("md"), may_replace=True)
    seen = {os.path.normcase(each.name).casefold() for each in files}
    names = ", ".join(sorted(each.name for each in files))
    return Fault("Same and same", names, {"a file each on any disk": len(seen) == len(files) == 4})


def backup_over_file(folder: Path) -> Fault:
    """A backup to where another file is."""
    library = folder / "earmark.db"
    episode_at(library)
    (folder / "elsewhere").mkdir()
    lying = _lying(folder / "elsewhere" / "copy.db")
    return _refused("backup over a file", lying, lambda: Backups(library).back_up_to(lying))


def backup_beside_download(folder: Path) -> Fault:
    """A backup beside a file called as a half copy could be."""
    library = folder / "earmark.db"
    episode_at(library)
    lying = _lying(folder / "copy.db.part")
    Backups(library).back_up_to(folder / "copy.db")
    facts = {
        "file untouched": lying.read_bytes() == ANOTHERS,
        "copied": (folder / "copy.db").is_file(),
    }
    return Fault("backup beside a .part", "copied", facts)


def backup_to_full_disk(folder: Path) -> Fault:
    """A backup to a disk that has no room for it."""
    library = folder / "earmark.db"
    episode = episode_at(library)
    with closing(Annotations(library)) as annotations:
        annotations.add(*(a_note(episode, "x" * 5_000, start=k) for k in range(100)))
    message = ""
    with small_disk(folder, "200k") as disk:
        if not disk.is_mount():
            return Fault("backup to a full disk", "no disk could be made here", {})
        try:
            Backups(library).back_up_to(disk / "copy.db")
        except ReaderError as error:
            message = error.message
        facts = {"nothing left behind": list(disk.iterdir()) == []}
    return Fault("backup to a full disk", message, facts)


def log_over_transcript(folder: Path) -> Fault:
    """--sync-log with the name of a transcript."""
    talk = _talk(folder)
    return _command("sync log over a transcript", talk, "play", talk, "--sync-log", talk)


def text_about_ids(folder: Path) -> Fault:
    """A text in the Markdown folder that has an episode's id in it."""
    lying = folder / "A text of mine.md"
    lying.write_text(f"earmark: {KEY}\n\n`<!-- earmark:begin {KEY} 0123456789: x -->`\n")
    before = lying.read_bytes()
    written = MarkdownFolder(folder).write(KEY, "Talk", ["> One."])
    facts = {"file untouched": lying.read_bytes() == before, "a file of its own": written != lying}
    return Fault("text about ids", f"written to {written.name if written else ''}", facts)


def odd_import(folder: Path) -> Fault:
    """An import whose episodes are a number."""
    lying = folder / "notes.json"
    lying.write_text(json.dumps({"earmark:episodes": 7}))
    library = folder / "data" / "earmark.db"
    with closing(Annotations(library)) as annotations, closing(Library(library)) as episodes:
        return _refused(
            "import of a number", lying, lambda: import_notes(lying, annotations, episodes)
        )


def names_that_are_not_utf8(folder: Path) -> Fault:
    """An episode, its exports and its clips under names that are not UTF-8."""
    odd = os.fsdecode(b"t\xe4lk")
    place = folder / odd
    place.mkdir()
    talk = _talk(place, odd)
    sound, library = talk.with_suffix(".mp3"), place / "earmark.db"
    with closing(Annotations(library)) as annotations, closing(Library(library)) as episodes:
        episode = episodes.record_opened(sound, talk, odd)
        annotations.add(a_note(episode.id))
        notes = gathered(annotations, episodes, NoteChoice()).notes
    named = tuple(replace(each, episode=replace(each.episode, title=odd)) for each in notes)
    for name in ("obsidian", "html", "csv", "json", "anki"):
        form = format_named(name)
        save_notes(Export(named), place / f"{odd}.{name}{form.suffix}", form)
    save(load(talk), place / f"{odd}.srt", writer_named("srt"))
    clips = save_clips([AudioClip(sound, Passage(0, 500, odd, odd, odd))], place).paths
    facts = {
        "known by its path": notes[0].episode.recording == sound,
        "every export written": len(list(place.glob(f"{odd}.*"))) == 8,
        "clip cut": len(clips) == 1,
    }
    return Fault("names that are not UTF-8", f"written as {clips[0].name}", facts)


WRITTEN_OVER: Sequence[Situation] = (
    captions_over_transcript,
    clip_over_recording,
    clip_over_file,
    clips_beside_captions,
    transcript_over_file,
    file_that_comes_meanwhile,
    notes_over_file,
    same_and_same,
    backup_over_file,
    backup_beside_download,
    backup_to_full_disk,
    log_over_transcript,
    text_about_ids,
    odd_import,
    names_that_are_not_utf8,
)
