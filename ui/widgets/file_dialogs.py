"""Asks for files, without blocking, and remembers the folder.

Every window has it, and few listeners ask: Qt's classes are looked at when they do.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6 import QtCore, QtGui, QtWidgets
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from reader import settings as prefs
from reader.foreign_names import found_again
from reader.formats import TRANSCRIPT_SUFFIXES
from reader.formats.signatures import RECORDING_SUFFIXES
from reader.settings import Settings
from ui.appearance.reader_texts import translated

if TYPE_CHECKING:
    from reader.exporting import Writer


class Target(NamedTuple):
    """Where to write; `may_replace` if the listener gave up the file that is there."""

    path: Path
    may_replace: bool = False


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
        self._ask(self.tr("Open Episode"), ";;".join(filters), chosen, are_several=True)

    def ask_for_recording(self, of: Path | None, chosen: Callable[..., object]) -> None:
        """The recording of a transcript; it begins beside that where nothing was chosen yet."""
        self._ask(self.tr("Choose Recording"), self.recordings_filter(), chosen, beside=of)

    def ask_for_transcript(self, of: Path | None, chosen: Callable[..., object]) -> None:
        """The transcript of a recording; it begins beside that where nothing was chosen yet."""
        self._ask(self.tr("Choose Transcript"), self.transcripts_filter(), chosen, beside=of)

    def ask_for_lost(self, gone: Path, chosen: Callable[..., object]) -> None:
        """Where a file is now; those that are named like it are shown first."""
        alike = self._filter(self.tr("Files of this kind"), gone.suffix)
        names = f"{alike};;{self.tr('All files (*)')}"
        self._ask(self.tr("Find “{0}”").format(gone.name), names, chosen)

    def ask_where_to_export(self, name: str, chosen: Callable[[Target, Writer], object]) -> None:
        """Where the transcript is to be written, and in which format; `name` has no suffix."""
        from reader.exporting import WRITERS

        writers = {
            self._filter(translated(writer.title), writer.suffix): writer for writer in WRITERS
        }
        folder = self._settings.get(prefs.LAST_FOLDER)
        dialog = _save_dialog(
            self._window,
            self.tr("Export Transcript"),
            folder,
            list(writers),
            f"{name}{WRITERS[0].suffix}",
        )

        def match_suffix(chosen_filter: str) -> None:
            stem = Path(dialog.selectedFiles()[0]).name if dialog.selectedFiles() else name
            for writer in WRITERS:
                stem = stem.removesuffix(writer.suffix)
            dialog.selectFile(stem + writers[chosen_filter].suffix)

        def take(files: list[str]) -> None:
            writer = writers[dialog.selectedNameFilter()]
            chosen(_target(files[0], writer.suffix), writer)

        dialog.filterSelected.connect(match_suffix)
        dialog.filesSelected.connect(take)
        dialog.open()

    def ask_for_notes(self, chosen: Callable[[Path], object]) -> None:
        """A file of notes to take in."""
        kinds = self._filter(self.tr("Notes as JSON, or a library"), ".json", ".db")
        names = f"{kinds};;{self.tr('All files (*)')}"
        self._ask(self.tr("Import Notes"), names, chosen)

    def ask_where_to_save(
        self,
        title: str,
        name: str,
        kind: str,
        chosen: Callable[[Target], object],
        *,
        others: tuple[str, ...] = (),
    ) -> None:
        """Where a file called `name` is to be written; `kind` says what it is, and `others` are
        suffixes that it may have instead."""

        def take(target: Target) -> None:
            self._settings.set(prefs.LAST_FOLDER, str(target.path.parent))
            chosen(target)

        kinds = self._filter(kind, Path(name).suffix, *others)
        folder = self._settings.get(prefs.LAST_FOLDER)
        ask_where_to_save(self._window, title, folder, take, kinds=kinds, name=name)

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
        show_folder(path.parent)

    @staticmethod
    def _filter(name: str, *suffixes: str) -> str:
        return f"{name} ({' '.join(f'*{suffix}' for suffix in dict.fromkeys(suffixes))})"

    def _ask(
        self,
        title: str,
        name_filter: str,
        chosen: Callable[..., object],
        *,
        are_several: bool = False,
        beside: Path | None = None,
    ) -> None:
        folder = self._settings.get(prefs.LAST_FOLDER) or (str(beside.parent) if beside else "")
        dialog = QtWidgets.QFileDialog(self._window, title, folder, name_filter)
        # Dozens of suffixes behind a name would leave nothing of the name.
        dialog.setOption(QtWidgets.QFileDialog.Option.HideNameFilterDetails)
        modes = QtWidgets.QFileDialog.FileMode
        dialog.setFileMode(modes.ExistingFiles if are_several else modes.ExistingFile)
        dialog.filesSelected.connect(lambda files: self._take(files, chosen))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _take(self, files: list[str], chosen: Callable[..., object]) -> None:
        found = [found_again(Path(file)) for file in files]
        if found:
            self._settings.set(prefs.LAST_FOLDER, str(found[0].parent))
            chosen(*found)


def ask_where_to_save(
    parent: QWidget,
    title: str,
    folder: str,
    chosen: Callable[[Target], object],
    *,
    kinds: str,
    name: str,
) -> None:
    """Where a file is to be written; `kinds` as QFileDialog writes them, `name` with a suffix."""
    dialog = _save_dialog(parent, title, folder, [kinds], name)
    dialog.filesSelected.connect(lambda files: chosen(_target(files[0], Path(name).suffix)))
    dialog.open()


def _save_dialog(
    parent: QWidget, title: str, folder: str, kinds: list[str], name: str
) -> QtWidgets.QFileDialog:
    """Starts in `folder`, where one was used before, else where documents belong."""
    places = QtCore.QStandardPaths
    documents = places.writableLocation(places.StandardLocation.DocumentsLocation)
    dialog = QtWidgets.QFileDialog(parent, title, folder or documents)
    dialog.setAcceptMode(QtWidgets.QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilters(kinds)
    dialog.selectFile(name)
    dialog.finished.connect(dialog.deleteLater)
    return dialog


def _target(file: str, suffix: str) -> Target:
    """Dialogs ask before they give the name of a file that is there.

    The suffix is added here: with `setDefaultSuffix`, some add it after they have asked.
    """
    path = found_again(Path(file))
    if not path.suffix:
        return Target(path.with_name(f"{path.name}{suffix}"), may_replace=False)
    return Target(path, may_replace=os.path.lexists(path))


def show_folder(folder: Path) -> None:
    """Open a folder in the system's file manager."""
    url = QtCore.QUrl.fromEncoded(folder.absolute().as_uri().encode())
    QtGui.QDesktopServices.openUrl(url)


def ask_for_folder(
    parent: QWidget, title: str, folder: str, chosen: Callable[[str], object]
) -> None:
    """One folder instead of `folder`."""
    dialog = QtWidgets.QFileDialog(parent, title, folder)
    dialog.setFileMode(QtWidgets.QFileDialog.FileMode.Directory)
    dialog.setOption(QtWidgets.QFileDialog.Option.ShowDirsOnly)
    dialog.fileSelected.connect(lambda file: chosen(str(found_again(Path(file)))))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


_RECORDINGS = tuple(sorted(RECORDING_SUFFIXES))
_TRANSCRIPTS = tuple(TRANSCRIPT_SUFFIXES)
