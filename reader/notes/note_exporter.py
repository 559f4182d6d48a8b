"""Takes what was kept out of the library in any form, and in again; nobody has to wait."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from reader.errors import Cancelled, ReaderError
from reader.jobs import Job, JobThreads, Worker
from reader.message import message
from reader.store.annotations import Annotations
from reader.store.library import Library

if TYPE_CHECKING:
    from reader.notes.exporting.choosing import NoteChoice
    from reader.notes.exporting.gathering import Gathered
    from reader.notes.exporting.note import Export, ExportedNote, NoteOptions, Say
    from reader.notes.note_import import Imported

SHOWN = 3  # notes of a preview


class ExportRequest(NamedTuple):
    """Which notes, and in which form; `form` as `format_named` knows it."""

    choice: NoteChoice
    form: str
    options: NoteOptions


class Preview(NamedTuple):
    """How the first notes would look, and how many there are of how many episodes.

    `text` is None for a form that is not for reading.
    """

    text: str | None
    notes: int
    episodes: int


class NoteExporter(QObject):
    """Asks the library on the keeper's thread, and writes on others: a deck with sound may take
    minutes, in which notes are kept and files opened as ever."""

    previewed = Signal(object)  # Preview
    preview_failed = Signal(object)  # ReaderError, as of a template
    copied = Signal(str, int)  # the text, of how many notes
    saved = Signal(object, int)  # Path, how many notes
    links_found = Signal(list)  # one a note, empty where there is none
    imported = Signal(object, object)  # Path, Imported
    templates_found = Signal(list)  # Paths of the listener's own
    tags_found = Signal(list)  # all in use, in alphabetical order
    templates_prepared = Signal(object)  # Path of their folder
    started = Signal()  # to write
    progressed = Signal(float)
    ended = Signal()  # to write, however it went
    failed = Signal(object)  # ReaderError

    def __init__(
        self,
        annotations: Annotations,
        library: Library,
        keeper: Worker,
        parent: QObject | None = None,
        *,
        say: Callable[[str], str] = str,
    ) -> None:
        """`say` puts a text of ours into the listener's language."""
        super().__init__(parent)
        self._say = say
        self._annotations, self._library, self._keeper = annotations, library, keeper
        self._threads = JobThreads(self)
        self._preview: Job | None = None
        self._job: Job | None = None
        self._is_closed = False

    # Requests

    def preview(self, request: ExportRequest) -> None:
        """Emit how the first notes would look; an earlier preview on its way is forgotten."""
        if self._preview is not None:
            self._preview.cancel()
        self._preview = self._gather(
            request.choice,
            partial(self._show, request),
            self._fail_preview,
            has_context=request.options.context > 0,
        )

    def copy(self, request: ExportRequest) -> None:
        """Emit the notes as a text for the clipboard."""
        self._begin(request, _copied, self._report_copied)

    def save(self, request: ExportRequest, path: Path, *, may_replace: bool = False) -> None:
        """Write them to `path`; a file that is there is replaced only if it may be."""
        write = partial(_saved, path, may_replace=may_replace)
        self._begin(request, write, partial(self._report_saved, path))

    def find_links(self, ids: Iterable[str]) -> None:
        """Look for the links to these notes."""
        from reader.notes.exporting.choosing import NoteChoice

        order = list(ids)
        self._gather(
            NoteChoice(ids=frozenset(order)), partial(self._report_links, order), self._fail
        )

    def take_in(self, path: Path) -> None:
        """Import notes that were written as JSON, or another library."""

        def work(_: Job) -> Imported:
            from reader.notes.note_import import is_library, join_library, notes_of, take_in

            if is_library(path):
                return self._keeper.ask(lambda: join_library(path, self._annotations))
            notes = notes_of(path)
            return self._keeper.ask(lambda: take_in(notes, self._annotations, self._library))

        self._threads.run(work, lambda found: self.imported.emit(path, found), self._fail)

    def find_templates(self) -> None:
        """Look which templates of their own the listener has."""
        self._threads.run(_own_templates, self.templates_found.emit, self._fail)

    def find_tags(self) -> None:
        """Look which tags notes have."""
        self._keeper.run(lambda _: _tags(self._annotations), self.tags_found.emit, self._fail)

    def prepare_templates(self) -> None:
        """See to it that their folder is there, with one to begin with."""
        self._threads.run(_template_folder, self.templates_prepared.emit, self._fail)

    def cancel(self) -> None:
        """Stop writing; a file is written whole or not at all."""
        if self._job is not None:
            self._job.cancel()
            self._end()

    def close(self) -> None:
        """Stop all, and take no request any more; before the application ends."""
        self._is_closed = True
        self.cancel()
        if self._preview is not None:
            self._preview.cancel()
        self._threads.finish()

    # Gathering, then writing

    def _gather(
        self,
        choice: NoteChoice,
        then: Callable[[Gathered], None],
        failed: Callable[[ReaderError], None],
        *,
        has_context: bool = False,
        crashed: Callable[[object], None] | None = None,
    ) -> Job | None:
        def work(_: Job) -> Gathered:
            from reader.notes.exporting.gathering import gathered, with_readings

            found = self._keeper.ask(lambda: gathered(self._annotations, self._library, choice))
            library = self._library.asked_by(self._keeper.ask)
            return with_readings(found, library) if has_context else found

        if self._is_closed:
            return None
        return self._threads.run(work, then, failed, crashed=crashed)

    def _show(self, request: ExportRequest, found: Gathered) -> None:
        self._preview = self._threads.run(
            lambda job: _previewed(request, found, job, self._say),
            self.previewed.emit,
            self._fail_preview,
        )

    def _begin(
        self,
        request: ExportRequest,
        write: Callable[[Export, str], object],
        done: Callable[[int, object], None],
    ) -> None:
        self.cancel()
        self.started.emit()

        def work(found: Gathered) -> None:
            def finish(made: object) -> None:
                self._end()
                done(len(found.notes), made)

            self._job = self._threads.run(
                lambda job: write(_export(request, found, job, self._say), request.form),
                finish,
                self._fail_writing,
                self.progressed.emit,
                crashed=lambda _: self._end(),
            )

        self._job = self._gather(
            request.choice,
            work,
            self._fail_writing,
            has_context=request.options.context > 0,
            crashed=lambda _: self._end(),
        )

    # What is emitted

    def _report_copied(self, count: int, text: object) -> None:
        self.copied.emit(text, count)

    def _report_saved(self, path: Path, count: int, _: object) -> None:
        self.saved.emit(path, count)

    def _report_links(self, order: list[str], found: Gathered) -> None:
        links = {note.annotation.id: note.link for note in found.notes}
        self.links_found.emit([links.get(key, "") for key in order])

    def _end(self) -> None:
        self._job = None
        self.ended.emit()

    def _fail_writing(self, error: ReaderError) -> None:
        self._end()
        self._fail(error)

    def _fail(self, error: ReaderError) -> None:
        self.failed.emit(error)

    def _fail_preview(self, error: ReaderError) -> None:
        self.preview_failed.emit(error)


# On other threads


def _export(request: ExportRequest, found: Gathered, job: Job, say: Say) -> Export:
    from reader.notes.exporting.clipping import clip
    from reader.notes.exporting.note import Export

    progressed = partial(_watched, job)
    notes = _with_context(found, request.options.context, progressed)
    return Export(notes, request.options, say, clip=clip, progressed=progressed)


def _watched(job: Job, fraction: float) -> None:
    if job.is_cancelled:
        raise Cancelled(message("The export was cancelled."))
    job.report(fraction)


def _with_context(
    found: Gathered, context: int, progressed: Callable[[float], object] = lambda _: None
) -> tuple[ExportedNote, ...]:
    if not context:
        return found.notes
    from reader.notes.exporting.context import with_context

    return with_context(found, context, progressed)


def _copied(export: Export, form: str) -> str:
    from reader.notes.exporting import format_named, written

    chosen = format_named(form)
    text = written(export, chosen)
    if isinstance(text, bytes):
        raise ReaderError(
            message("{format} cannot be copied as a text: save it.", format=chosen.title)
        )
    return text.removeprefix("\ufeff")  # a mark of files


def _saved(path: Path, export: Export, form: str, *, may_replace: bool) -> None:
    from reader.notes.exporting import format_named, save

    save(export, path, format_named(form), may_replace=may_replace)


def _previewed(request: ExportRequest, found: Gathered, job: Job, say: Say) -> Preview:
    from reader.notes.exporting import format_named, refuse_unfit, written
    from reader.notes.exporting.note import Export, by_episode

    chosen, text = format_named(request.form), None
    refuse_unfit(found.notes, chosen)
    if chosen.is_shown:
        first = found._replace(notes=found.notes[:SHOWN])
        shown = _with_context(first, request.options.context)
        export = Export(shown, request.options, say, progressed=partial(_watched, job))
        made = written(export, chosen)
        text = made if isinstance(made, str) else None
    return Preview(text, len(found.notes), len(by_episode(found.notes)))


def _tags(annotations: Annotations) -> list[str]:
    return sorted(annotations.tags(), key=str.casefold)


def _own_templates(_: Job) -> list[Path]:
    from reader.notes.exporting.templates import own_templates

    return own_templates()


def _template_folder(_: Job) -> Path:
    from reader.notes.exporting.templates import template_folder

    return template_folder()
