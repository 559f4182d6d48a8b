"""The listener's folder of Markdown files, up to date a moment after what is kept has changed."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from reader import settings as prefs
from reader.episode import Episode
from reader.errors import ReaderError
from reader.jobs import Worker
from reader.settings import Settings
from reader.store.annotations import Annotations
from reader.store.library import Library

if TYPE_CHECKING:
    from reader.notes.exporting.note import ExportedNote
    from reader.notes.markdown_folder import MarkdownFolder

SETTLE = 2_000  # ms without a change before files are written

_States = dict[str, object]


class _Gathered(NamedTuple):
    """What was kept of an episode."""

    episode: Episode | None
    notes: tuple[ExportedNote, ...]


class NoteFolder(QObject):
    """Writes the episodes whose notes have changed since they were written, one after the other.

    After a start it looks at all: they may have been changed by another program. What cannot be
    written is tried again with the next change.
    """

    failed = Signal(object)  # ReaderError; once, until it works again
    written = Signal()  # all files are up to date

    def __init__(
        self,
        annotations: Annotations,
        library: Library,
        keeper: Worker,
        settings: Settings,
        *,
        settle: int | None = None,
        say: Callable[[str], str] = str,
        parent: QObject | None = None,
    ) -> None:
        """`say` puts a text of ours into the listener's language."""
        super().__init__(parent)
        self._say = say
        self._annotations, self._library = annotations, library
        self._keeper, self._settings = keeper, settings
        self._writer: Worker | None = None
        self._folder: MarkdownFolder | None = None
        self._done: _States = {}  # what was known of each episode when it was written
        self._due: _States = {}
        self.is_busy = False
        self._has_failed = False
        self._timer = QTimer(self, interval=SETTLE if settle is None else settle, singleShot=True)
        self._timer.timeout.connect(self._look)
        settings.changed.connect(self._take_setting)
        self._choose()

    def report_change(self) -> None:
        """Something kept may have changed."""
        if self._folder is not None:
            self._timer.start()

    def close(self) -> None:
        """Finish the file that is being written; the rest is written after the next start."""
        self._timer.stop()
        self._folder = None
        if self._writer is not None:
            self._writer.finish()
            self._writer = None

    def _take_setting(self, key: str) -> None:
        if key == prefs.MARKDOWN_FOLDER.key:
            self._choose()
            self.report_change()

    def _choose(self) -> None:
        chosen = self._settings.get(prefs.MARKDOWN_FOLDER)
        self._folder = _folder_at(Path(chosen)) if chosen else None
        self._done, self._due, self._has_failed = {}, {}, False

    # One after the other: which, what, into its file

    def _look(self) -> None:
        self._keeper.run(
            lambda _: _states(self._annotations),
            self._compare,
            self._give_up,
            crashed=self._give_up,
        )

    def _compare(self, states: _States) -> None:
        self._due = {key: state for key, state in states.items() if self._done.get(key) != state}
        if not self.is_busy:
            self._next()

    def _next(self) -> None:
        key = next(iter(self._due), None)
        self.is_busy = key is not None and self._folder is not None
        if key is not None and self.is_busy:
            done = partial(self._write, key, self._due[key])
            self._keeper.run(
                lambda _: self._gathered(key), done, self._give_up, crashed=self._give_up
            )
        elif key is None:
            self.written.emit()

    def _gathered(self, key: str) -> _Gathered:
        from reader.notes.exporting.note import ExportedNote

        colours = {each.number: each for each in self._annotations.colours()}
        found = [each for each in self._annotations.of_episode(key) if each.episode_id == key]
        episode = self._library.episode(key)
        if episode is None:
            return _Gathered(None, ())
        names = [colours[each.colour].name if each.colour in colours else "" for each in found]
        notes = zip(found, names, strict=True)
        return _Gathered(episode, tuple(ExportedNote(each, episode, name) for each, name in notes))

    def _write(self, key: str, state: object, gathered: _Gathered) -> None:
        folder = self._folder
        if folder is None:
            self.is_busy = False
            return
        if self._writer is None:
            self._writer = Worker(self)
        self._writer.run(
            lambda _: _put(folder, gathered, self._say),
            partial(self._go_on, folder, key, state),
            self._fail,
            crashed=self._give_up,
        )

    def _go_on(self, folder: MarkdownFolder, key: str, state: object, _: None) -> None:
        if folder is self._folder:  # else another one was chosen meanwhile
            self._has_failed = False
            self._done[key] = state
            if self._due.get(key) == state:
                del self._due[key]
        self._next()

    def _fail(self, error: ReaderError) -> None:
        self._give_up(error)
        if not self._has_failed:
            self._has_failed = True
            self.failed.emit(error)

    def _give_up(self, _: object) -> None:
        """Until the next change. Faults of the library are reported by others."""
        self.is_busy, self._due = False, {}


def _states(annotations: Annotations) -> _States:
    """What shows for each episode whether its file is still right."""
    colours = annotations.colours()
    return {key: (state, colours) for key, state in annotations.states().items()}


def _folder_at(path: Path) -> MarkdownFolder:
    from reader.notes.markdown_folder import MarkdownFolder  # few have one, and it loads 20 modules

    return MarkdownFolder(path)


def _put(folder: MarkdownFolder, gathered: _Gathered, say: Callable[[str], str]) -> None:
    from reader.notes.exporting.templates import note_as_markdown

    if gathered.episode is not None:
        pieces = [note_as_markdown(note, say) for note in gathered.notes]
        folder.write(gathered.episode.id, gathered.episode.title, pieces)
