"""A library that is open while another program replaces, moves, deletes or rolls back its file."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from pathlib import Path

from reader.annotation import Annotation
from reader.store.annotations import Annotations
from reader.store.library_file import LibraryFile
from reader.store.unsaved import Changes
from tests.reader.store.notes import a_note, episode_at


class Open:
    """An open library with a note, of which a sync tool has an earlier copy without it."""

    def __init__(self, path: Path, clock: Callable[[], datetime] = datetime.now) -> None:
        self.path, self.copy = path, path.parent / "earlier copy"
        self.episode = episode_at(path)
        shutil.copy(path, self.copy)
        self.file = LibraryFile(path)
        self.changes = Changes(Annotations(self.file, lambda: clock().astimezone()), self.known)
        self.note = self.keep(1_000)

    def known(self) -> list[Annotation]:
        return [self.note] if hasattr(self, "note") else []

    def keep(self, start: int) -> Annotation:
        note = a_note(self.episode, start=start)
        self.changes.make(lambda store: store.add(note))
        return note

    def shown(self) -> set[str]:
        return {each.id for each in self.changes.store.of_episode(self.episode)}

    def at(self, path: Path) -> set[str]:
        with closing(Annotations(path)) as other:
            return {each.id for each in other.every()}


def replaced(opened: Open) -> None:
    opened.copy.replace(opened.path)


def written_over(opened: Open) -> None:
    opened.file.settle()
    opened.path.write_bytes(opened.copy.read_bytes())


def replaced_by_another_library(opened: Open) -> None:
    other = opened.path.with_name("other.db")
    episode_at(other, "Another")
    other.replace(opened.path)


def replaced_by_garbage(opened: Open) -> None:
    opened.copy.write_bytes(b"no database at all" * 1000)
    opened.copy.replace(opened.path)


def replaced_by_nothing(opened: Open) -> None:
    opened.copy.write_bytes(b"")
    opened.copy.replace(opened.path)


def emptied(opened: Open) -> None:
    opened.file.settle()
    os.truncate(opened.path, 0)


def moved(opened: Open) -> None:
    opened.path.rename(opened.path.with_name("moved.db"))


def deleted(opened: Open) -> None:
    opened.path.unlink()


def folder_moved(opened: Open) -> None:
    opened.path.parent.rename(opened.path.parent.with_name("moved"))


def folder_deleted(opened: Open) -> None:
    shutil.rmtree(opened.path.parent)


def file_in_place_of_the_folder(opened: Open) -> None:
    shutil.rmtree(opened.path.parent)
    opened.path.parent.write_bytes(b"")


def folder_in_place(opened: Open) -> None:
    opened.path.unlink()
    opened.path.mkdir()


def pipe_in_place(opened: Open) -> None:
    opened.path.unlink()
    os.mkfifo(opened.path)


def loop_in_place(opened: Open) -> None:
    opened.path.unlink()
    opened.path.symlink_to(opened.path)


def dead_link_in_place(opened: Open) -> None:
    opened.path.unlink()
    opened.path.symlink_to(opened.path.with_name("nowhere") / "nothing")


Happening = Callable[[Open], None]
