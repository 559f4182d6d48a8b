"""Changes that the library does not take now: made in a copy in memory, and again on the disk."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

from reader.annotation import Annotation
from reader.errors import PARTED, ReaderError, StoreError
from reader.message import message
from reader.store.annotations import Annotations
from reader.store.edit import Command
from reader.store.file_mark import file_mark
from reader.store.joining import Stamps, lacking, latest, stamp_of, stamps_at

Change = Callable[[Annotations], object]
"""A command to the annotations on the disk or in memory."""

_UNKNOWN_EPISODE = message("The library does not know this episode yet.")
_NOT_THERE = message("This note is not in the library any more.")


class Changes:
    """Makes each change on the disk at once; while that fails, in a copy in memory.

    For the keeper's thread. `store` has what is kept now, `unsaved` the ids of what is kept in
    memory alone; `known` gives what was read last, for where the library can't even be read.
    """

    def __init__(self, disk: Annotations, known: Callable[[], Iterable[Annotation]]) -> None:
        self.store = self._disk = disk
        self.fault: StoreError | None = None
        self._noted: frozenset[str] = frozenset()
        self._parted: Stamps | None = None  # what was in the file that is no longer at its path
        self._only_here: frozenset[str] = frozenset()  # of that and later, not in what is there
        self._read = known
        self._made = dict[str, Annotation]()  # here, since the file was opened
        self._opening: object = None
        self._ids: dict[str, str] = {}  # of episodes, by those they had before they were recorded
        self._waiting: list[Change] = []

    @property
    def count(self) -> int:
        """How many changes wait to be saved."""
        return len(self._waiting) + len(self._only_here - self._noted)

    @property
    def unsaved(self) -> frozenset[str]:
        """The ids of what is in memory alone."""
        return self._noted | self._only_here

    def settled(self, annotation: Annotation) -> Annotation:
        """Under the id by which the library knows its episode."""
        return replace(annotation, episode_id=self.settled_id(annotation.episode_id))

    def settled_id(self, episode_id: str) -> str:
        """The id by which the library knows an episode: the one it was kept under, or a later."""
        return self._ids.get(episode_id, episode_id)

    def adopt(self, former_id: str, episode_id: str) -> None:
        """An episode that was kept under another id was recorded under this one: save all."""
        self._ids[former_id] = episode_id
        if self.store is not self._disk:
            self.store.move_episode(former_id, episode_id)
        self.save()

    def make(self, change: Change) -> None:
        """Make a change. Where the disk fails, `fault` says why; then `save` tries again.

        A note that was read last comes back where the library, restored say, has it no more.
        Raises ReaderError for one that nobody knows.
        """
        if self.fault is None:
            self._make_on_disk(change)
        if self.fault is not None:
            self._note(self._done(change, self.store))
            self._waiting.append(change)

    def _done(self, change: Change, store: Annotations) -> object:
        try:
            return change(store)
        except KeyError as error:
            missing = [each for each in self._known() if each.id in error.args]
        if not missing:
            raise ReaderError(_NOT_THERE)
        store.add(self.settled(missing[0]))
        return self._done(change, store)

    def _known(self) -> list[Annotation]:
        """What was read last, and what was changed here, perhaps in another episode."""
        known = dict(self._made_here())
        for each in self._read():
            if each.id not in known or known[each.id].updated < each.updated:
                known[each.id] = each
        return [each for each in known.values() if not each.is_deleted]

    def _made_here(self) -> dict[str, Annotation]:
        """What was changed since the file was opened: a backup that is restored begins again."""
        opening = self._disk.file.opening
        if opening is not self._opening:
            self._opening, self._made = opening, {}
        return self._made

    def _make_on_disk(self, change: Change) -> None:
        from sqlite3 import IntegrityError

        try:
            command = self._done(change, self._disk)
            if isinstance(command, Command):
                self._made_here().update({each.id: each for each in command.annotations})
        except IntegrityError:  # the library was locked when the episode was opened, say
            self.fall_back(StoreError(_UNKNOWN_EPISODE))
        except StoreError as fault:
            self.fall_back(fault)
            if self.fault is None:
                self._make_on_disk(change)

    def fall_back(self, fault: StoreError) -> None:
        """Go on in memory, since the disk fails.

        Where another file took the place of the library's and has all that was in it, go on there.
        """
        if fault.fault in PARTED and self._goes_on_in_what_is_there():
            return
        self.fault = fault
        if self.store is self._disk:
            self.store = self._disk.copied_to_memory(self._known())
        if self._parted is not None:
            self.store.take_later(self._known())
            self._only_here = lacking(self.store.stamps(), stamps_at(self._disk.file.path) or {})

    def _goes_on_in_what_is_there(self) -> bool:
        """Opens what took the place of the library, if nothing of it is missing there."""
        file = self._disk.file
        if self._parted is None:
            known = {each.id: stamp_of(each) for each in self._known()}
            saved = {key: stamp for key, stamp in known.items() if key not in self.unsaved}
            self._parted = latest(self._disk.stamps(), saved)
        if not file.is_parted or not self._is_there(self._parted):
            return False
        file.begin_again()
        return True

    def _is_there(self, stamps: Stamps) -> bool:
        """Whether the file at the library's place has all of this."""
        there = stamps_at(self._disk.file.path)
        return there is not None and not lacking(stamps, there)

    def look(self) -> None:
        """See whether the library is still at its place, and what waits can be saved."""
        try:
            self._disk.file.look()
        except StoreError as fault:
            self.fall_back(fault)
        if self.fault is not None or self._parted is not None:
            self.save()

    def save(self) -> None:
        """Try to make all that waits on the disk, in order; what fails still waits."""
        memory, self.store = self.store, self._disk
        try:
            self._save(memory)
        except StoreError as fault:
            self.store = memory
            self.fall_back(fault)
            return
        self.fault, self._noted = None, frozenset()
        self._parted, self._only_here = None, frozenset()
        if memory is not self._disk:
            memory.close()

    def _save(self, memory: Annotations) -> None:
        file = self._disk.file
        parted = self._parted  # None where only another part of the program has seen it: `look`
        if parted is not None and file.is_parted and self._is_there(parted):
            file.begin_again()
        file.look()
        if parted is not None and not self._is_there(parted):
            self._save_all(memory)
        elif self._waiting:
            self._disk.take_episodes(memory)
        while self._waiting:
            self._make_again(self._waiting[0], memory)
            del self._waiting[0]
        self._disk.undo_name()  # whether it can be read

    def _save_all(self, memory: Annotations) -> None:
        """Into a library that lacks more than what waits; the changes that wait are among it."""
        file = self._disk.file
        if file_mark(file.path) is None:
            memory.file.write_to(file.path)
        else:
            self._join(memory)
        self._waiting.clear()

    def write_to(self, target: Path) -> None:
        """Write all that is kept, saved or not, to a new file. Raises StoreError."""
        self.store.file.write_to(target)

    def save_beside(self, target: Path) -> None:
        """Write all that is in memory to a new file, and go on in what is at the library's place.

        Raises StoreError; then all stays as it was.
        """
        self.write_to(target)
        self._waiting.clear()
        self._parted, self._only_here = None, frozenset()
        self._disk.file.begin_again()
        self.save()

    def _join(self, memory: Annotations) -> None:
        from sqlite3 import IntegrityError

        try:
            self._disk.join(memory)
        except IntegrityError:
            raise StoreError(_UNKNOWN_EPISODE) from None

    def _make_again(self, change: Change, memory: Annotations) -> None:
        """On the disk, which may hold another library by now: then what is not there is added."""
        from sqlite3 import IntegrityError

        try:
            change(self._disk)
        except KeyError as error:
            found = memory.get(str(error.args[0]))
            if found is not None:
                self._disk.add(self.settled(found))
        except IntegrityError:
            raise StoreError(_UNKNOWN_EPISODE) from None

    def _note(self, command: object) -> None:
        if isinstance(command, Command):
            self._noted |= {each.id for each in command.annotations}
