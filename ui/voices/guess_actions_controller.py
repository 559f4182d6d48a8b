"""Which guess in view has its actions beside it: the turn that was pointed at, reached with the
caret or begun to be spoken last; else the first one in view."""

from __future__ import annotations

from functools import cached_property

from PySide6.QtCore import QObject, QTimer

from reader.overlays.voices import VoiceTurn
from reader.session.reading_session import ReadingSession
from reader.transcript.reading_text import Place
from ui.appearance.appearance import Appearance
from ui.voices.guess_actions import GuessActions
from ui.voices.voices_controller import VoicesController
from ui.widgets.focus import has_focus_within
from ui.window.main_window import MainWindow


class GuessActionsController(QObject):
    """All wires of the actions."""

    def __init__(
        self,
        session: ReadingSession,
        voices: VoicesController,
        window: MainWindow,
        appearance: Appearance,
    ) -> None:
        super().__init__(window)
        self._appearance = appearance
        self._session, self._voices, self._page = session, voices, window.reading_page
        self._meant: Place | None = None
        self._offered: Place | None = None
        self._soon = QTimer(self, interval=0, singleShot=True)
        self._soon.timeout.connect(self._show)
        self._connect()

    def _connect(self) -> None:
        pane, session = self._page.pane, self._session
        pane.turn_pointed.connect(self._mean)
        pane.caret_moved.connect(lambda: self._mean(pane.caret_place()))
        session.follower.current_changed.connect(self._mean_spoken)
        for fact in (session.script_opened, session.script_changed, session.script_closed):
            fact.connect(self._soon.start)
        pane.view_moved.connect(self._soon.start)
        pane.scroll_bar.rangeChanged.connect(self._soon.start)

    @cached_property
    def _actions(self) -> GuessActions:
        pane = self._page.pane
        actions = GuessActions(self._page, pane)
        actions.set_look(self._appearance)
        self._appearance.changed.connect(lambda: actions.set_look(self._appearance))
        actions.confirmed.connect(self._confirm)
        actions.swap_requested.connect(self._swap)
        actions.place_lost.connect(self._soon.start)
        actions.focus_released.connect(pane.setFocus)
        return actions

    def _mean(self, place: Place | None) -> None:
        if self._page.pane.reading.has_guesses and not self._is_held():
            self._meant = place
            self._soon.start()

    def _mean_spoken(self, cues: tuple[int, ...]) -> None:
        if cues:
            self._mean(Place(cues[-1], 0))

    def _is_held(self) -> bool:
        """Whether the reader is about to press one of them."""
        actions = self.__dict__.get("_actions")
        return actions is not None and (actions.underMouse() or has_focus_within(actions))

    def _show(self) -> None:
        pane, reading = self._page.pane, self._page.pane.reading
        names = pane.in_view.names() if reading.has_guesses else []
        guesses = [name for name in names if reading.is_guess(name)]
        if not guesses:
            self._offered = None
            if "_actions" in self.__dict__:
                self._actions.dismiss()
            return
        meant = reading.name_of(self._meant) if self._meant is not None else None
        name = meant if meant in guesses else guesses[0]
        self._offered = pane.turn_place(name)
        room, is_left = pane.in_view.room_by_name(name)
        room.moveTo(pane.viewport().mapTo(self._page, room.topLeft()))
        self._actions.offer(reading.guessed_name(name), room, is_left=is_left)

    def _confirm(self) -> None:
        turn = self._guess
        if turn is not None:
            self._voices.confirm([turn])

    def _swap(self) -> None:
        turn = self._guess
        if turn is not None:
            self._voices.swap_from(turn)

    @property
    def _guess(self) -> VoiceTurn | None:
        return self._voices.guess_at(self._offered) if self._offered is not None else None
