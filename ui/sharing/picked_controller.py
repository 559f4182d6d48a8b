"""What was picked out, taken away: selected words and notes become clips and quote cards."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reader.annotation import Annotation
from reader.notes.notebook import Notebook
from reader.recording.picked import Picked, picked_from, picked_out_of
from reader.session.reading_session import ReadingSession
from ui.notes.note_requests import NoteRequests
from ui.window.main_window import MainWindow
from ui.window.messages_controller import MessagesController

if TYPE_CHECKING:
    from ui.sharing.clips_controller import ClipsController
    from ui.sharing.quote_card_controller import QuoteCardController


class PickedController(QObject):
    """Connects the page's selection and the notes with those who make files of them."""

    def __init__(
        self,
        session: ReadingSession,
        notebook: Notebook,
        requests: NoteRequests,
        window: MainWindow,
        messages: MessagesController,
    ) -> None:
        super().__init__(window)
        self._session, self._notebook = session, notebook
        self._window, self._messages = window, messages
        window.commands.on("save_clip", lambda: self.clips.ask(self._selected()))
        window.commands.on("quote_card", lambda: self._show_card(self._selected()))
        requests.clips.connect(lambda ids: self.clips.ask(self._kept(ids)))
        requests.card.connect(lambda one: self._show_card(self._kept([one])))

    @cached_property
    def clips(self) -> ClipsController:
        """Made when it is first needed."""
        from ui.sharing.clips_controller import ClipsController

        return ClipsController(self._session, self._window, self._messages)

    @cached_property
    def cards(self) -> QuoteCardController:
        """Made when it is first needed."""
        from ui.sharing.quote_card_controller import QuoteCardController

        return QuoteCardController(self._session, self._notebook, self._window, self._messages)

    def show_card(self, annotation: Annotation, episode: str) -> None:
        """Show a note of the episode with this title as a card."""
        picked = picked_from(annotation)
        if picked.words:
            self.cards.show(picked, episode)

    def _show_card(self, picked: list[Picked]) -> None:
        for each in picked[:1]:
            if each.words:
                self.cards.show(each, self._session.names.line)

    def _selected(self) -> list[Picked]:
        span, script = self._window.reading_page.selected_span(), self._session.script
        return [] if span is None or script is None else [picked_out_of(script, *span)]

    def _kept(self, ids: Iterable[str]) -> list[Picked]:
        found = map(self._notebook.find, ids)
        return [picked_from(kept.annotation) for kept in found if kept is not None]
