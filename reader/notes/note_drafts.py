"""What is being written and not saved yet, kept off the GUI thread."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from reader.annotation import NoteDraft
from reader.errors import ReaderError
from reader.jobs import Worker
from reader.store.drafts import Drafts


class NoteDrafts(QObject):
    """The drafts of all notes."""

    loaded = Signal(object)  # dict of NoteDraft by annotation id, the newest last
    kept = Signal(str)  # the id of a note whose draft is on the disk
    failed = Signal(object)  # ReaderError

    def __init__(self, drafts: Drafts, keeper: Worker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._drafts, self._keeper = drafts, keeper
        self._unsaved = dict[str, NoteDraft | None]()  # the library has not answered, or refused

    @property
    def are_unsaved(self) -> bool:
        """Whether the library lacks something that is written."""
        return any(self._unsaved.values())

    def try_again(self) -> None:
        """Keep what the library refused."""
        for annotation_id, draft in dict(self._unsaved).items():
            self.keep(annotation_id, draft)

    def load(self) -> None:
        """Emit those that an earlier start left."""
        self._keeper.run(lambda _: self._drafts.all(), self.loaded.emit, self._fail)

    def keep(self, annotation_id: str, draft: NoteDraft | None) -> None:
        """Keep what is written by now; None: it was saved or put away."""
        self._unsaved[annotation_id] = draft
        self._keeper.run(
            lambda _: self._keep(annotation_id, draft),
            lambda _: self._report_kept(annotation_id, draft),
            self._fail,
        )

    def _keep(self, annotation_id: str, draft: NoteDraft | None) -> None:
        if draft is None:
            self._drafts.drop(annotation_id)
        else:
            self._drafts.keep(annotation_id, draft)

    def _report_kept(self, annotation_id: str, draft: NoteDraft | None) -> None:
        if self._unsaved.get(annotation_id) is draft:
            self._unsaved.pop(annotation_id, None)
        if draft is not None:
            self.kept.emit(annotation_id)

    def _fail(self, error: ReaderError) -> None:
        self.failed.emit(error)
