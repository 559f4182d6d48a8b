"""Exports: connects the exporter with its dialog, the files and the clipboard."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from reader import settings as prefs
from reader.errors import ReaderError
from reader.notes.exporting import NOTE_FORMATS, NoteFormat, file_name, templated
from reader.notes.exporting.choosing import NoteChoice
from reader.notes.exporting.note import NoteOptions
from reader.notes.note_exporter import ExportRequest, NoteExporter
from reader.notes.note_import import Imported
from reader.session.reading_session import ReadingSession
from ui.appearance.reader_texts import translated
from ui.notes.all_notes_controller import AllNotesController
from ui.notes.notes_controller import NotesController
from ui.sharing.export_dialog import ExportNotesDialog, NoteSource
from ui.widgets.file_dialogs import FileDialogs, show_folder
from ui.widgets.focus import to_front
from ui.widgets.message_bar import MessageAction, MessageKind, SingleMessage
from ui.window.main_window import MainWindow

_COPIED = "quote"  # the form in which notes are copied until another is chosen
_MOST_FAULTS = 200  # lines that Details shows


class ExportController(QObject):
    """All wires of exports; made when one is first asked for."""

    def __init__(
        self,
        session: ReadingSession,
        exporter: NoteExporter,
        notes: NotesController,
        all_notes: AllNotesController,
        window: MainWindow,
    ) -> None:
        super().__init__(window)
        self._session, self._exporter, self._window = session, exporter, window
        self._notes, self._all_notes = notes, all_notes
        self._files = FileDialogs(window, session.settings)
        self._notice = SingleMessage(window.message_bar)
        exporter.copied.connect(self._take_copy)
        exporter.saved.connect(self._report_saved)
        exporter.imported.connect(self._report_imported)
        exporter.failed.connect(self._show_failure)

    # Requests

    def show(self, ids: list[str] | None = None) -> None:
        """Ask which notes and how; `ids` are those that are meant."""
        self._exporter.find_templates()
        self._exporter.find_tags()
        dialog = self.dialog
        dialog.set_options(self._options())
        dialog.set_sources(list(self._sources(ids)))
        to_front(dialog)

    def copy(self, ids: list[str]) -> None:
        """Copy notes in the form that was chosen last, at first with voice, time and link."""
        form = self._session.settings.get(prefs.NOTE_TEXT_FORMAT) or _COPIED
        self._exporter.copy(ExportRequest(NoteChoice(ids=frozenset(ids)), form, self._options()))

    def ask_for_import(self) -> None:
        """Ask which file of notes is to be taken in."""
        self._files.ask_for_notes(self._exporter.take_in)

    @cached_property
    def dialog(self) -> ExportNotesDialog:
        """Made when it is first shown."""
        dialog, exporter = ExportNotesDialog(self._window), self._exporter
        dialog.request_changed.connect(self._preview)
        dialog.copy_requested.connect(self._copy)
        dialog.save_requested.connect(self._ask_where)
        dialog.cancel_requested.connect(exporter.cancel)
        dialog.templates_requested.connect(exporter.prepare_templates)
        exporter.templates_found.connect(self._offer_formats)
        exporter.tags_found.connect(dialog.set_tags)
        exporter.templates_prepared.connect(show_folder)
        exporter.previewed.connect(dialog.show_preview)
        exporter.preview_failed.connect(lambda error: dialog.show_fault(translated(error.message)))
        exporter.started.connect(dialog.begin)
        exporter.progressed.connect(dialog.set_progress)
        exporter.ended.connect(dialog.end)
        return dialog

    # What is offered

    def _offer_formats(self, own: list[Path]) -> None:
        formats = [*NOTE_FORMATS, *map(templated, own)]
        self.dialog.set_formats(formats, self._session.settings.get(prefs.NOTE_FORMAT))

    def _options(self) -> NoteOptions:
        get = self._session.settings.get
        return NoteOptions(
            get(prefs.NOTE_CONTEXT),
            get(prefs.HAS_NOTE_TIMES),
            get(prefs.HAS_NOTE_VOICES),
            get(prefs.HAS_NOTE_LINKS),
        )

    def _sources(self, ids: list[str] | None) -> Iterator[NoteSource]:
        """Those that are meant first; then what is selected, listed and open, then all."""
        page, panel = self._all_notes.page, self._notes.panel
        is_all = page.isVisible()
        chosen = ids or (page.list.chosen_ids if is_all else panel.chosen_ids)
        meant = NoteSource(self._selected(len(chosen)), NoteChoice(ids=frozenset(chosen)))
        if ids:
            yield meant
        if is_all:
            yield NoteSource(self.tr("All that are listed"), self._listed())
        elif panel.isVisible() and panel.is_filtered:
            shown = frozenset(panel.shown_ids)
            title = self.tr("The %n that are listed", "", len(shown))
            yield NoteSource(title, NoteChoice(ids=shown))
        if (episode := self._session.episode) is not None:
            title = self.tr("This episode: {0}").format(self._session.title)
            yield NoteSource(title, NoteChoice(episodes=frozenset({episode.id})))
        if chosen and not ids:
            yield meant
        yield NoteSource(self.tr("Every episode"), NoteChoice())

    def _selected(self, count: int) -> str:
        return self.tr("%n selected note(s)", "", count)

    def _listed(self) -> NoteChoice:
        """What the page of all notes looks for, also what it has not loaded yet."""
        query = self._all_notes.page.query
        return NoteChoice(
            episodes=frozenset({query.episode_id}) if query.episode_id else None,
            colours=query.colours,
            kinds=frozenset({"note"}) if query.is_noted_only else frozenset(),
            words=query.words,
            is_unreviewed_only=query.is_unreviewed_only,
        )

    # What is done

    def _preview(self, request: ExportRequest) -> None:
        self._exporter.preview(request)

    def _copy(self, request: ExportRequest) -> None:
        self._remember()
        if self.dialog.form.is_shown:
            self._session.settings.set(prefs.NOTE_TEXT_FORMAT, request.form)
        self._exporter.copy(request)

    def _remember(self) -> None:
        keep, options = self._session.settings.set, self.dialog.options
        keep(prefs.NOTE_FORMAT, self.dialog.form.name)
        keep(prefs.NOTE_CONTEXT, options.context)
        keep(prefs.HAS_NOTE_TIMES, options.has_times)
        keep(prefs.HAS_NOTE_VOICES, options.has_voice)
        keep(prefs.HAS_NOTE_LINKS, options.has_links)

    def _ask_where(self, request: ExportRequest, form: NoteFormat) -> None:
        self._remember()
        choice = request.choice
        is_one = choice.episodes or (choice.ids and not self._all_notes.page.isVisible())
        name = file_name(self._session.title, form) if is_one else ""
        self._files.ask_where_to_save(
            self.tr("Export Notes"),
            (name or self.tr("Notes")) + form.suffix,
            form.title,
            lambda target: self._exporter.save(
                request, target.path, may_replace=target.may_replace
            ),
        )

    # What is shown

    def _take_copy(self, text: str, count: int) -> None:
        QGuiApplication.clipboard().setText(text)
        self._notes.report_copied(count)

    def _report_saved(self, path: Path, count: int) -> None:
        text = self.tr("%n note(s) written to “{0}”.", "", count).format(path.name)
        show = MessageAction(self.tr("Show in Folder"), lambda: self._files.show_in_folder(path))
        self.dialog.hide()
        self._notice.report(MessageKind.INFO, text, show)

    def _report_imported(self, path: Path, found: Imported) -> None:
        self._notes.notebook.read_again()
        new = self.tr("%n note(s) imported from “{0}”", "", found.added + found.renewed)
        known = self.tr("%n known already", "", found.known) if found.known else ""
        text = ", ".join(filter(None, (new.format(path.name), known)))
        kind = MessageKind.WARNING if found.faults else MessageKind.INFO
        self._notice.report(kind, text + ".", details="\n".join(found.faults[:_MOST_FAULTS]))

    def _show_failure(self, error: ReaderError) -> None:
        if self.dialog.isVisible():
            self.dialog.show_fault(translated(error.message))
        else:
            self._notice.report(MessageKind.ERROR, translated(error.message))
