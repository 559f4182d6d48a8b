"""Another text under a known name: reported when it has no place for most of what was kept."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject

from reader.episode import Episode
from reader.notes.kept import Kept
from reader.notes.notebook import Notebook
from reader.session.reading_session import ReadingSession
from ui.actions import Actions
from ui.widgets.message_bar import MessageAction, MessageKind
from ui.window.messages_controller import MessagesController


class OtherTextController(QObject):
    """Reports once for each opening that the file is another one, and offers to part the two."""

    def __init__(
        self,
        session: ReadingSession,
        notebook: Notebook,
        commands: Actions,
        messages: MessagesController,
    ) -> None:
        super().__init__(messages)
        self._session, self._commands, self._messages = session, commands, messages
        self._is_due = False
        session.episode_opened.connect(self._begin)
        notebook.changed.connect(self._look)
        if session.episode is not None:
            self._begin(session.episode)

    def _begin(self, episode: Episode) -> None:
        self._is_due = episode.former is not None

    def _look(self, kept: tuple[Kept, ...]) -> None:
        episode = self._session.episode
        if not self._is_due or episode is None or episode.transcript is None:
            return
        self._is_due = False
        own = [each for each in kept if each.annotation.episode_id == episode.id]
        if 2 * sum(each.is_unplaced for each in own) > len(own):
            self._report(episode.transcript.name, len(own), *self._recovery_actions(episode))

    def _report(self, name: str, count: int, *actions: MessageAction) -> None:
        text = self.tr("“{0}” holds another text than when its %n note(s) were kept.", "", count)
        self._messages.report(MessageKind.WARNING, text.format(name), *actions)

    def _recovery_actions(self, episode: Episode) -> Iterator[MessageAction]:
        yield MessageAction(self.tr("Show Notes"), self._show_notes)
        if episode.is_other:
            yield MessageAction(self.tr("Open as New Episode"), self._session.open_as_new)

    def _show_notes(self) -> None:
        if not self._commands["notes"].isChecked():
            self._commands["notes"].trigger()
