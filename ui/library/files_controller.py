"""Files: what is opened, found missing, chosen, exported and shown in its folder."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reader import paths
from reader.episode import Episode
from reader.file_names import safe_name
from reader.jobs import JobThreads
from reader.library.candidates import Candidate, described
from reader.library.file_pair import MissingPartner
from reader.session.reading_session import ReadingSession
from reader.transcript.script import Script
from ui.library.opening_page import OpeningPage
from ui.widgets.drop_target import DropTarget
from ui.widgets.file_dialogs import FileDialogs, Target
from ui.window.main_window import MainWindow

if TYPE_CHECKING:
    from reader.exporting import Writer


class FilesController(QObject):
    """All wires of files, from wherever they are asked for to the session."""

    folders_dropped = Signal(object)  # list of Path, to be watched

    def __init__(self, session: ReadingSession, window: MainWindow) -> None:
        super().__init__(window)
        self._session, self._window, self._commands = session, window, window.commands
        self._dialogs = FileDialogs(window, session.settings)
        self._lookers = JobThreads(self)
        self._opening_page = OpeningPage(window.content)
        self._has_begun = False  # to open anything
        self._drop_target = DropTarget(window)
        self._connect_actions()
        self._connect_opening()

    # The wires

    def _connect_actions(self) -> None:
        session, commands, on = self._session, self._commands, self._commands.on
        on("open", partial(self._dialogs.ask_for_episode, session.open))
        on("sample", self._open_sample)
        on("choose_recording", self._ask_for_recording)
        on("choose_transcript", self._ask_for_transcript)
        on("export", self._ask_where_to_export)
        on("show_in_folder", self._show_in_folder)
        on("close_episode", session.close)
        on("quit", self._window.close)
        commands.encoding_requested.connect(self._reopen)
        commands.format_requested.connect(self._reopen)
        commands.frame_rate_requested.connect(self._reopen)
        commands.recent_requested.connect(lambda found: session.open(*found))

    def _connect_opening(self) -> None:
        session, opening_page = self._session, self._opening_page
        self._window.reading_page.transcript_requested.connect(self._ask_for_transcript)
        self._drop_target.files_dropped.connect(self._take_dropped)
        opening_page.cancel_requested.connect(session.cancel_opening)
        opening_page.focus_released.connect(self._window.focus_page)
        session.opening_started.connect(self._begin_opening)
        session.opening_progressed.connect(opening_page.set_progress)
        session.opening_ended.connect(opening_page.end)
        session.script_opened.connect(self._show_reading_options)
        session.script_changed.connect(self._show_reading_options)
        session.episode_opened.connect(session.recent.load)
        session.partner_changed.connect(session.recent.load)
        session.partner_missing.connect(self._ask_for_partner)
        session.recent.changed.connect(self._show_recent)

    # What is shown

    def _begin_opening(self, name: str) -> None:
        """Nothing covers the text that the first frame shows, while all of it is read."""
        goes_on = not self._has_begun and self._window.reading_page.is_beginning
        self._has_begun = True
        if not goes_on:
            self._opening_page.begin(name)

    def _show_reading_options(self, script: Script) -> None:
        self._commands.choose("encoding", script.options.encoding or "")
        name, _, rate = (script.options.format or "").partition("@")
        self._commands.choose("format", name)
        self._commands.choose("frame_rate", rate)

    def _show_recent(self, episodes: list[Episode]) -> None:
        self._commands.set_recent([(each.title, each.files) for each in episodes if each.files])

    # Requests

    def _take_dropped(self, found: Sequence[Path]) -> None:
        """Files are opened, folders watched; asking the disk which is which may take its time."""
        self._lookers.run(lambda _: [path.is_dir() for path in found], partial(self._sort, found))

    def _sort(self, found: Sequence[Path], are_folders: Sequence[bool]) -> None:
        pairs = list(zip(found, are_folders, strict=True))
        folders = [path for path, is_folder in pairs if is_folder]
        files = [path for path, is_folder in pairs if not is_folder]
        if folders:
            self.folders_dropped.emit(folders)
        if files:
            self._session.open(*files)

    def _open_sample(self) -> None:
        self._session.open(paths.sample_episode())

    def _ask_for_recording(self) -> None:
        self._dialogs.ask_for_recording(
            self._session.files.transcript, self._session.choose_recording
        )

    def _ask_for_transcript(self) -> None:
        """For the recording; of an empty text alone, for another one."""
        if self._session.recording is None:
            self._commands["open"].trigger()
        else:
            self._dialogs.ask_for_transcript(
                self._session.recording, self._session.choose_transcript
            )

    def _ask_where_to_export(self) -> None:
        script = self._session.script
        if script is None:
            return
        has_times, has_words = bool(script.sync_map), bool(self._session.corrections)
        if not (has_times or has_words):
            self._ask_where()
            return
        from ui.library.export_times import ExportTimesDialog

        dialog = ExportTimesDialog(self._window, has_times=has_times, has_words=has_words)
        dialog.chosen.connect(self._ask_where)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _ask_where(self, has_file_times: bool = False, is_as_file_says: bool = False) -> None:
        script = self._session.script
        if script is not None:
            name = safe_name(self._session.title) or script.path.stem
            export = partial(
                self._export, has_file_times=has_file_times, is_as_file_says=is_as_file_says
            )
            self._dialogs.ask_where_to_export(name, export)

    def _export(
        self, target: Target, writer: Writer, *, has_file_times: bool, is_as_file_says: bool
    ) -> None:
        self._session.export(
            target.path,
            writer,
            may_replace=target.may_replace,
            has_file_times=has_file_times,
            is_as_file_says=is_as_file_says,
        )

    def _reopen(self) -> None:
        encoding, format, rate = (
            str(self._commands.chosen(name) or "") for name in ("encoding", "format", "frame_rate")
        )
        self._session.reopen(encoding or None, (f"{format}@{rate}" if rate else format) or None)

    def _show_in_folder(self) -> None:
        path = self._session.files.transcript or self._session.files.recording
        if path is not None:
            self._dialogs.show_in_folder(path)

    # The missing half, where several files may be it

    def _ask_for_partner(self, missing: MissingPartner) -> None:
        if not missing.candidates:
            return
        from ui.library import choose_partner

        is_recording, dialogs = missing.is_recording, self._dialogs
        kinds = choose_partner.PartnerKind
        kind = kinds.RECORDING if is_recording else kinds.TRANSCRIPT
        names = dialogs.recordings_filter() if is_recording else dialogs.transcripts_filter()
        candidates = [Candidate(path) for path in missing.candidates]
        dialog = choose_partner.ChoosePartnerDialog(
            missing.known, kind, candidates, self._window, name_filter=names
        )
        use = self._session.choose_recording if is_recording else self._session.choose_transcript
        dialog.chosen.connect(partial(self._use_partner, use))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        looking = self._lookers.run(partial(described, missing.candidates), dialog.describe)
        dialog.finished.connect(looking.cancel)

    @staticmethod
    def _use_partner(use: Callable[[Path], None], partner: Path | None) -> None:
        if partner is not None:
            use(partner)
