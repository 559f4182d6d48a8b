"""Audio clips: from what was picked out to files, off the GUI thread."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from reader.errors import ReaderError
from reader.jobs import Job, Worker
from reader.paths import is_book_sound
from reader.recording.clip_format import AudioClip, Passage
from reader.recording.clips import SavedClips, free_clip_path, save_clip, save_clips
from reader.recording.picked import Picked, passage_of
from reader.session.reading_session import ReadingSession
from reader.transcript.model import Transcript
from ui.appearance.reader_texts import translated
from ui.sharing.clips_dialog import ClipRequest, ClipsDialog
from ui.widgets.file_dialogs import FileDialogs
from ui.widgets.job_progress import JobProgress
from ui.widgets.message_bar import MessageAction, MessageKind
from ui.window.main_window import MainWindow
from ui.window.messages_controller import MessagesController


class ClipsController(QObject):
    """Asks how, cuts, and shows where the clips are.

    The cutter is a worker of its own: no opening waits for an hour of clips.
    """

    def __init__(
        self, session: ReadingSession, window: MainWindow, messages: MessagesController
    ) -> None:
        super().__init__(window)
        self._session, self._window, self._messages = session, window, messages
        self._cutter: Worker | None = None
        self._jobs: set[Job] = set()
        self.dialog = ClipsDialog(session.settings, window)
        self.dialog.requested.connect(self._save)
        session.partner_changed.connect(self.dialog.reject)
        session.episode_opened.connect(self.dialog.reject)  # it asked about another recording
        window.closing.connect(self._close)

    def ask(self, picked: Sequence[Picked]) -> None:
        """Ask how passages of what is open are to be saved; shows why where they cannot be."""
        recording, title = self._session.recording, self._session.title
        passages = list(filter(None, (passage_of(each, title) for each in picked)))
        if recording is None:
            self._warn(self.tr("Without its recording no audio clip can be cut."))
        elif not passages:
            self._warn(self.tr("These words have no times: no audio clip can be cut."))
        else:
            self._ask(passages, recording)

    def _ask(self, passages: Sequence[Passage], recording: Path) -> None:
        script = self._session.script
        beside = script.path if script is not None and is_book_sound(recording) else recording
        self.dialog.ask(passages, beside.parent, has_transcript=script is not None)

    # The work

    def _save(self, request: ClipRequest) -> None:
        recording, script = self._session.recording, self._session.script
        if recording is None:
            return
        if self._cutter is None:
            self._cutter = Worker(self)
        transcript = script.effective if script is not None and request.has_captions else None
        progress = self._progress(len(request.passages))
        job = self._cutter.run(
            lambda job: _saved(recording, request, transcript, job),
            partial(self._report_saved, progress),
            partial(self._show_failure, progress, partial(self._ask, request.passages, recording)),
            progress.show_fraction,
            crashed=lambda _: progress.end(),
        )
        progress.watch(job)
        self._jobs.add(job)

    def _progress(self, count: int) -> JobProgress:
        one, many = self.tr("Saving a clip…"), self.tr("Saving {0} clips…").format(count)
        title = self.tr("Save Audio Clips")
        return JobProgress(title, one if count == 1 else many, self._window)

    def _close(self) -> None:
        """What is being cut is given up, else the window would wait for it."""
        for job in self._jobs:
            job.cancel()
        if self._cutter is not None:
            self._cutter.finish()
            self._cutter = None

    # What is shown

    def _report_saved(self, progress: JobProgress, saved: SavedClips) -> None:
        progress.end()
        folder = saved.paths[0].parent
        show = MessageAction(
            self.tr("Show in Folder"), partial(FileDialogs.show_in_folder, saved.paths[0])
        )
        text = self.tr("{0} clips are in “{1}”.").format(len(saved.paths), folder.name)
        if len(saved.paths) == 1:
            text = self.tr("The clip is saved as “{0}”.").format(saved.paths[0].name)
        if saved.faults:
            text += " " + self.tr("{0} could not be cut.").format(len(saved.faults))
        details = "\n".join(translated(fault.message) for fault in saved.faults)
        kind = MessageKind.WARNING if saved.faults else MessageKind.INFO
        self._messages.report(kind, text, show, details=details)

    def _show_failure(
        self, progress: JobProgress, ask_again: Callable[[], object], error: ReaderError
    ) -> None:
        progress.end()
        again = MessageAction(self.tr("Try Again…"), ask_again)
        self._warn(translated(error.message), again)

    def _warn(self, text: str, *actions: MessageAction) -> None:
        self._messages.report(MessageKind.WARNING, text, *actions)


def _saved(
    recording: Path, request: ClipRequest, transcript: Transcript | None, job: Job
) -> SavedClips:
    """Cuts what is requested; this runs on the cutter's thread."""
    clips = [AudioClip(recording, each, request.format, request.fade) for each in request.passages]
    if not request.name:
        return save_clips(
            clips,
            request.folder,
            transcript=transcript,
            progress=job.report,
            is_cancelled=lambda: job.is_cancelled,
        )
    target = free_clip_path(
        request.folder, request.name, request.format, has_captions=transcript is not None
    )
    save_clip(
        clips[0],
        target,
        transcript=transcript,
        progress=job.report,
        is_cancelled=lambda: job.is_cancelled,
    )
    return SavedClips((target,))
