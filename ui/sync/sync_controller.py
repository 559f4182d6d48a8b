"""Sync by hand: connects the open text, its sync map in the library, the page and the seek bar."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QMenu

from reader import settings as prefs
from reader.notes.notebook import Notebook
from reader.playback.player import PlayerState
from reader.session.reading_session import ReadingSession
from reader.store import change_names as names
from reader.sync.by_hand import REACTION, Setting, nudged, spoken_now
from reader.sync_map import PointSource, SyncMap, SyncPoint
from reader.transcript.reading_text import Place
from reader.transcript.script import Script
from reader.transcript.text_sync import NO_SYNC, TextSync
from ui.sync.pins import pins_in
from ui.sync.shifts import LEAD_IN
from ui.sync.sync_card import SyncCard
from ui.widgets.focus import to_front
from ui.widgets.message_bar import MessageKind
from ui.window.main_window import MainWindow
from ui.window.messages_controller import MessagesController

if TYPE_CHECKING:
    from ui.sync.sync_dialog import SyncDialog


class SyncController(QObject):
    """All wires of sync: which line is spoken now, and the points and breaks that come of it."""

    card_offered = Signal()

    def __init__(
        self,
        session: ReadingSession,
        notebook: Notebook,
        window: MainWindow,
        messages: MessagesController,
    ) -> None:
        super().__init__(window)
        self._session, self._notebook, self._window = session, notebook, window
        self._page, self._messages = window.reading_page, messages
        self._setting: Setting | None = None  # what the card is about
        self._asked: set[SyncMap] = set()  # several, where one nudges quickly
        self._lead = 0
        self._connect()
        self._take_delay(prefs.OUTPUT_DELAY.key)

    def _connect(self) -> None:
        session, commands = self._session, self._window.commands
        commands.on("spoken_now", self._set_line)
        commands.on("sync_points", self._show_points)
        session.script_opened.connect(self._show_script)
        session.script_changed.connect(self._show_script)
        session.script_closed.connect(self._forget)
        self._page.pane.pin_requested.connect(self._show_pin_menu)
        session.settings.changed.connect(self._take_delay)
        self._notebook.sync_changed.connect(self._take_sync)

    @cached_property
    def _card(self) -> SyncCard:
        card = SyncCard(self._page)
        card.offered.connect(self.card_offered)
        card.nudge_requested.connect(self._nudge)
        card.other_requested.connect(self._take_other)
        card.undo_requested.connect(self._undo)
        card.focus_released.connect(self._page.pane.setFocus)
        return card

    # This line is spoken now

    def add_actions(self, menu: QMenu, _where: QPoint, place: Place | None) -> None:
        """Offer it for the line that a menu is about."""
        if place is None or self._session.recording is None:
            return
        action = menu.addAction(self.tr("This Line Is Spoken Now"))
        action.triggered.connect(partial(self.set_spoken_now, place.cue))
        menu.addSeparator()

    def dismiss_card(self) -> None:
        """Make room for what is said next; what was set stays."""
        if self._setting is not None:
            self._card.dismiss()

    def _set_line(self) -> None:
        """The line under the pointer, or with the caret, or the one that is lit."""
        place = self._page.pane.meant_place()
        cue = self._session.follower.lead if place is None else place.cue
        if cue is not None:
            self.set_spoken_now(cue)

    def set_spoken_now(self, cue: int, _is_checked: bool = False) -> None:
        """Move the text so that the line begins at what is heard now."""
        script = self._session.script
        start = script.source.cues[cue].start if script is not None else None
        if script is None or start is None:
            self._refuse(self.tr("This line has no time of its own that could be moved."))
            return
        if not self._notebook.has_both_files:
            self._refuse(self.tr("One of the files could not be read again, so nothing was moved."))
            return
        self._lead = self._reaction()
        heard = max(0, self._session.follower.heard(self._session.transport.time) - self._lead)
        heard -= script.sync.heard_late(cue, start)
        self._set(spoken_now(script.sync_map, start, max(0, heard)))

    def _refuse(self, text: str) -> None:
        self._messages.report(MessageKind.INFO, text)

    def _reaction(self) -> int:
        """Who listens presses late; who has paused has taken the time to be exact."""
        transport = self._session.transport
        is_playing = transport.state is PlayerState.PLAYING
        return round(REACTION * transport.rate) if is_playing else 0

    def _set(self, setting: Setting) -> None:
        self._setting = setting
        self._asked.add(setting.sync_map)
        name = names.SET_BREAK if setting.point.is_after_break else names.MOVE_TEXT
        self._change(setting.sync_map, name)
        self._card.offer(setting, lead=self._lead)

    def _change(self, sync_map: SyncMap, name: str) -> None:
        script = self._session.script
        if script is not None:
            sync = script.sync.with_map(sync_map, script.source.cues)
            self._notebook.set_sync(sync, name)

    def _nudge(self, by: int) -> None:
        if self._setting is not None:
            self._set(nudged(self._setting, by))

    def _take_other(self) -> None:
        if self._setting is not None and self._setting.other is not None:
            other = self._setting.other
            self._set(other._replace(other=self._setting._replace(other=None)))

    def _undo(self) -> None:
        self._end_setting()
        self._notebook.undo()

    # What is shown

    def _take_sync(self, sync: TextSync) -> None:
        if sync.sync_map not in self._asked:  # undone, or changed in another window
            self._end_setting()
        self._session.set_sync(sync)

    def _show_script(self, script: Script) -> None:
        bar, points = self._window.playback_bar, script.sync_map.points
        bar.set_breaks(script.adverts)
        bar.set_points([each.recording for each in points if each.source is PointSource.USER])
        self._page.pane.set_pins(pins_in(script))

    def _end_setting(self) -> None:
        self.dismiss_card()
        self._setting = None
        self._asked.clear()

    def _forget(self) -> None:
        self._end_setting()
        self._window.playback_bar.set_breaks(())
        self._window.playback_bar.set_points(())

    def _take_delay(self, key: str) -> None:
        if key == prefs.OUTPUT_DELAY.key:
            self._session.follower.set_delay(self._session.settings.get(prefs.OUTPUT_DELAY))

    # Pins

    def _show_pin_menu(self, number: int, where: QPoint) -> None:
        script = self._session.script
        if script is None or number >= len(script.sync_map.points):
            return
        point = script.sync_map.points[number]
        menu = QMenu(self._window)
        menu.addAction(self.tr("&Hear It")).triggered.connect(
            lambda: self._hear(max(0, point.recording - LEAD_IN))
        )
        menu.addAction(self.tr("&Move…")).triggered.connect(lambda: self._offer_to_move(point))
        menu.addAction(self.tr("&Remove")).triggered.connect(lambda: self._remove(point))
        menu.addSeparator()
        menu.addAction(self._window.commands["sync_points"])
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(where)

    def _offer_to_move(self, point: SyncPoint) -> None:
        script = self._session.script
        if script is None or point not in script.sync_map.points:
            return
        shift = point.recording - point.transcript
        self._lead = 0
        self._setting = Setting(script.sync_map, point, shift)
        self._card.offer(self._setting, lead=0, can_undo=False)

    # All points

    def _show_points(self) -> None:
        script = self._session.script
        self._points.set_sync(script.sync if script is not None else NO_SYNC)
        to_front(self._points)

    @cached_property
    def _points(self) -> SyncDialog:
        from ui.sync.sync_dialog import SyncDialog

        session = self._session
        dialog = SyncDialog(session.settings, self._window)
        for shown in (session.script_opened, session.script_changed):
            shown.connect(lambda script: dialog.set_sync(script.sync))
        session.script_closed.connect(lambda: dialog.set_sync(NO_SYNC))
        dialog.hear_requested.connect(self._hear)
        dialog.move_requested.connect(self._move)
        dialog.remove_requested.connect(self._remove)
        dialog.reset_requested.connect(lambda: self._notebook.set_sync(NO_SYNC, names.RESET_SYNC))
        self._window.commands.add_history_to(dialog)
        return dialog

    def _hear(self, time: int) -> None:
        self._session.navigator.play_at(time)
        self._page.follow.start()

    def _move(self, point: SyncPoint, by: int) -> None:
        script = self._session.script
        if script is not None and point in script.sync_map.points:
            self._change(script.sync_map.moved(point, by), names.MOVE_TEXT)

    def _remove(self, point: SyncPoint) -> None:
        script = self._session.script
        if script is not None:
            self._change(script.sync_map.without(point), names.REMOVE_POINT)
