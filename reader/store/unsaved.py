"""Changes that the library does not take now: made in a copy in memory, and again on the disk."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from reader.annotation import Annotation
from reader.errors import StoreError
from reader.store.annotations import Annotations
from reader.store.edit import Command

Change = Callable[[Annotations], object]
"""A command to the annotations on the disk or in memory."""


class Changes:
    """Makes each change on the disk at once; while that fails, in a copy in memory.

    For the keeper's thread. `store` has what is kept now, `unsaved` the ids of what is kept in
    memory alone; `known` tells what was read last, for where the library can't even be read.
    """

    def __init__(self, disk: Annotations, known: Callable[[], Iterable[Annotation]]) -> None:
        self.store = self._disk = disk
        self.fault: StoreError | None = None
        self.unsaved: frozenset[str] = frozenset()
        self._known = known
        self._ids: dict[str, str] = {}  # of episodes, by those they had before they were recorded
        self._waiting: list[Change] = []

    @property
    def count(self) -> int:
        """How many changes wait to be saved."""
        return len(self._waiting)

    def settled(self, annotation: Annotation) -> Annotation:
        """Under the id by which the library knows its episode."""
        episode_id = self._ids.get(annotation.episode_id, annotation.episode_id)
        return replace(annotation, episode_id=episode_id)

    def adopt(self, former_id: str, episode_id: str) -> None:
        """An episode that was kept under another id was recorded under this one: save all."""
        self._ids[former_id] = episode_id
        if self.store is not self._disk:
            self.store.move_episode(former_id, episode_id)
        self.save()

    def make(self, change: Change) -> None:
        """Make a change. Where the disk fails, `fault` says why; then `save` tries again."""
        if self.fault is None:
            try:
                change(self._disk)
            except StoreError as fault:
                self.fall_back(fault)
        if self.fault is not None:
            self._note(change(self.store))
            self._waiting.append(change)

    def fall_back(self, fault: StoreError) -> None:
        """Go on in memory, since the disk fails."""
        self.fault = fault
        if self.store is self._disk:
            self.store = self._disk.copied_to_memory(self._known())

    def save(self) -> None:
        """Try to make all that waits on the disk, in order; what fails still waits."""
        memory, self.store = self.store, self._disk
        try:
            if self._waiting:
                self._disk.take_episodes(memory)
            while self._waiting:
                self._make_again(self._waiting[0], memory)
                del self._waiting[0]
            self._disk.undo_name()  # whether it can be read
        except StoreError as fault:
            self.store = memory
            self.fall_back(fault)
            return
        self.fault, self.unsaved = None, frozenset()
        if memory is not self._disk:
            memory.close()

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
            raise StoreError("The library does not know this episode yet.") from None

    def _note(self, command: object) -> None:
        if isinstance(command, Command):
            self.unsaved |= {each.id for each in command.annotations}
