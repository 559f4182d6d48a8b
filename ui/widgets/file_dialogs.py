"""Asks for files, without blocking, and remembers the folder."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from reader import settings as prefs
from reader.formats import TRANSCRIPT_SUFFIXES
from reader.formats.signatures import RECORDING_SUFFIXES
from reader.settings import Settings
from ui.appearance.reader_texts import translated

if TYPE_CHECKING:
    from reader.exporting import Writer


class FileDialogs(QObject):
    """The file dialogs of one window; each calls back with what was chosen."""

    def __init__(self, window: QWidget, settings: Settings) -> None:
        super().__init__(window)
        self._window, self._settings = window, settings

    def ask_for_episode(self, chosen: Callable[..., object]) -> None:
        """One recording, one transcript or both."""
        filters = [
            self._filter(self.tr("Recordings and transcripts"), *_RECORDINGS, *_TRANSCRIPTS),
            self.recordings_filter(),
            self.transcripts_filter(),
            self.tr("All files (*)"),
        ]
        self._ask(
            self.tr("Open Episode"), ";;".join(filters), chosen, QFileDialog.FileMode.ExistingFiles
        )

    def ask_for_recording(self, chosen: Callable[..., object]) -> None:
        """The recording of the open transcript."""
        self._ask(self.tr("Choose Recording"), self.recordings_filter(), chosen)

    def ask_for_transcript(self, chosen: Callable[..., object]) -> None:
        """The transcript of the open recording."""
        self._ask(self.tr("Choose Transcript"), self.transcripts_filter(), chosen)

    def ask_for_lost(self, gone: Path, chosen: Callable[..., object]) -> None:
        """Where a file is now; those that are named like it are shown first."""
        alike = self._filter(self.tr("Files of this kind"), gone.suffix)
        names = f"{alike};;{self.tr('All files (*)')}"
        self._ask(self.tr("Find “{0}”").format(gone.name), names, chosen)

    def ask_where_to_export(self, name: str, chosen: Callable[[Path, Writer], object]) -> None:
        """Where the transcript is to be written, and in which format; `name` has no suffix."""
        from reader.exporting import WRITERS

        writers = {
            self._filter(translated(writer.title), writer.suffix): writer for writer in WRITERS
        }
        folder = self._settings.get(prefs.LAST_FOLDER)
        dialog = QFileDialog(self._window, self.tr("Export Transcript"), folder)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters(list(writers))
        dialog.selectFile(f"{name}{WRITERS[0].suffix}")

        def match_suffix(chosen_filter: str) -> None:
            stem = Path(dialog.selectedFiles()[0]).name if dialog.selectedFiles() else name
            for writer in WRITERS:
                stem = stem.removesuffix(writer.suffix)
            dialog.selectFile(stem + writers[chosen_filter].suffix)

        dialog.filterSelected.connect(match_suffix)
        dialog.fileSelected.connect(
            lambda file: chosen(Path(file), writers[dialog.selectedNameFilter()])
        )
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def ask_for_notes(self, chosen: Callable[[Path], object]) -> None:
        """A file of notes to take in."""
        names = f"{self._filter(self.tr('Notes as JSON'), '.json')};;{self.tr('All files (*)')}"
        self._ask(self.tr("Import Notes"), names, chosen)

    def ask_where_to_save(
        self, title: str, name: str, kind: str, chosen: Callable[[Path], object]
    ) -> None:
        """Where a file called `name` is to be written; `kind` says what it is."""
        suffix = Path(name).suffix
        dialog = QFileDialog(self._window, title, self._settings.get(prefs.LAST_FOLDER))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self._filter(kind, suffix))
        dialog.setDefaultSuffix(suffix.lstrip("."))
        dialog.selectFile(name)
        dialog.filesSelected.connect(lambda files: self._take(files, chosen))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def recordings_filter(self) -> str:
        """Recordings, as QFileDialog writes it."""
        return self._filter(self.tr("Recordings"), *_RECORDINGS)

    def transcripts_filter(self) -> str:
        """Transcripts, and whatever else the reader takes for one."""
        every = self.tr("All files (*)")
        return self._filter(self.tr("Transcripts"), *_TRANSCRIPTS) + ";;" + every

    @staticmethod
    def show_in_folder(path: Path) -> None:
        """Open the folder of a file in the system's file manager."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))

    @staticmethod
    def _filter(name: str, *suffixes: str) -> str:
        return f"{name} ({' '.join(f'*{suffix}' for suffix in dict.fromkeys(suffixes))})"

    def _ask(
        self,
        title: str,
        name_filter: str,
        chosen: Callable[..., object],
        mode: QFileDialog.FileMode = QFileDialog.FileMode.ExistingFile,
    ) -> None:
        folder = self._settings.get(prefs.LAST_FOLDER)
        dialog = QFileDialog(self._window, title, folder, name_filter)
        dialog.setFileMode(mode)
        dialog.filesSelected.connect(lambda files: self._take(files, chosen))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _take(self, files: list[str], chosen: Callable[..., object]) -> None:
        found = [Path(file) for file in files]
        if found:
            self._settings.set(prefs.LAST_FOLDER, str(found[0].parent))
            chosen(*found)


def ask_for_folder(
    parent: QWidget, title: str, folder: str, chosen: Callable[[str], object]
) -> None:
    """One folder instead of `folder`."""
    dialog = QFileDialog(parent, title, folder)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.fileSelected.connect(chosen)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


_RECORDINGS = tuple(sorted(RECORDING_SUFFIXES))
_TRANSCRIPTS = tuple(TRANSCRIPT_SUFFIXES)
