"""Files that are not where they were: asked for once, and not taken for others in silence."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from reader.errors import FileMissing, ReaderError
from reader.library.file_pair import MissingPartner
from reader.library.lost_files import LostFiles
from reader.session.reading_session import ReadingSession
from ui.widgets.file_dialogs import FileDialogs
from ui.widgets.message_bar import MessageAction, MessageKind, SingleMessage
from ui.window.main_window import MainWindow


class LostFilesController(QObject):
    """Messages with a way to find what is gone."""

    def __init__(self, session: ReadingSession, lost: LostFiles, window: MainWindow) -> None:
        super().__init__(window)
        self._session, self._lost = session, lost
        self._dialogs = FileDialogs(window, session.settings)
        self._notice = SingleMessage(window.message_bar)
        session.failed.connect(self._report_gone)
        session.partner_missing.connect(self._report_partner_gone)
        session.opening_started.connect(self._notice.withdraw)
        session.closed.connect(self._notice.withdraw)
        lost.doubted.connect(self._report_doubt)
        lost.found.connect(lambda files: session.open(*files))
        lost.failed.connect(session.report_failure)

    def _report_gone(self, error: ReaderError) -> None:
        if isinstance(error, FileMissing) and error.path is not None:
            gone = error.path
            others = [path for path in self._session.asked_for if path.name != gone.name]
            text = self.tr("“{0}” was not found; was it moved or renamed?").format(gone.name)
            self._notice.report(MessageKind.ERROR, text, self._finding(gone, others))

    def _report_partner_gone(self, missing: MissingPartner) -> None:
        episode = self._session.episode
        if episode is None or missing.candidates:
            return
        gone = episode.recording if missing.is_recording else episode.transcript
        if gone is not None:
            text = self.tr("“{0}” is not where it was; you can go on without it.")
            finding = self._finding(gone, [missing.known])
            self._notice.report(MessageKind.WARNING, text.format(gone.name), finding)

    def _report_doubt(self, gone: Path, path: Path, others: Sequence[Path]) -> None:
        text = self.tr(
            "“{0}” holds something else than “{1}” did. Your notes of the one would be shown with "
            "the other."
        )
        use = partial(self._lost.use, gone, path, others)
        self._notice.report(
            MessageKind.WARNING,
            text.format(path.name, gone.name),
            MessageAction(self.tr("Use It All the Same"), use),
            self._finding(gone, others),
        )

    def _finding(self, gone: Path, others: Sequence[Path]) -> MessageAction:
        return MessageAction(self.tr("Find It…"), partial(self._ask_where, gone, others))

    def _ask_where(self, gone: Path, others: Sequence[Path]) -> None:
        self._dialogs.ask_for_lost(gone, lambda path: self._lost.find(gone, path, others))
