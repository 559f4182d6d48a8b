"""Reading: connects the session with the page that shows, follows and finds the text."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu

from reader import settings as prefs
from reader.episode import Episode
from reader.session.reading_session import ReadingSession
from reader.transcript.reading_text import Place
from reader.transcript.script import Script
from ui.window.main_window import MainWindow

_MORE = (
    "copy_with_times",
    "copy_as_quote",
    "copy_link",
    "",
    "loop",
    "save_clip",
    "quote_card",
    "",
    "find",
)
"""What the menu of the text has under More; empty: a divider."""

_DIRECT = Qt.FindChildOption.FindDirectChildrenOnly


class ReadingController(QObject):
    """All wires of the page: what is open, and what can be done with it."""

    more_opening = Signal(object, QPoint, object)  # the same, for what is rarely asked for
    menu_opening = Signal(object, QPoint, object)  # QMenu to add to, where, Place | None

    def __init__(self, session: ReadingSession, window: MainWindow) -> None:
        super().__init__(window)
        self._session, self._window = session, window
        self._page, self._commands = window.reading_page, window.commands
        self._connect_actions()
        self._connect_page()
        self._connect_session()

    # The wires

    def _connect_actions(self) -> None:
        page, on = self._page, self._commands.on
        on("copy", partial(page.copy, "plain"))
        on("copy_with_times", partial(page.copy, "with times"))
        on("copy_as_quote", self._copy_as_quote)
        on("select_all", page.pane.selectAll)
        on("find", page.open_find)
        on("find_next", page.find_next)
        on("find_previous", page.find_previous)
        on("current_line", page.follow.start)
        on("follow", self._toggle_follow)
        on("announce", page.announce_line)

    def _connect_page(self) -> None:
        session, page, follow = self._session, self._page, self._commands["follow"]
        page.place_requested.connect(session.navigator.play_from)
        page.place_taken_back.connect(session.navigator.take_back)
        page.scrolled_to.connect(self._keep_scroll)
        page.selection_changed.connect(self._show_available)
        page.pane.menu_requested.connect(self._show_menu)
        page.search_bar.set_matching(
            is_case_kept=session.settings.get(prefs.FIND_MATCHES_CASE),
            are_accents_kept=session.settings.get(prefs.FIND_MATCHES_ACCENTS),
        )
        page.search_bar.matching_changed.connect(self._remember_matching)
        follow.setChecked(page.follow.is_on)
        page.follow.changed.connect(follow.setChecked)
        self._window.page_changed.connect(self._show_available)

    def _remember_matching(self, is_case_kept: bool, are_accents_kept: bool) -> None:
        self._session.settings.set(prefs.FIND_MATCHES_CASE, is_case_kept)
        self._session.settings.set(prefs.FIND_MATCHES_ACCENTS, are_accents_kept)

    def _connect_session(self) -> None:
        session, page, window = self._session, self._page, self._window
        session.prepare_texts(page.pane.documents.prepare)
        session.script_opened.connect(self._show_script)
        session.script_changed.connect(self._show_changed_script)
        session.episode_opened.connect(self._show_episode)
        session.partner_changed.connect(lambda _: window.show_reading(session.title))
        session.closed.connect(self._window.show_library)
        session.opening_ended.connect(self._show_if_nothing_is_open)
        session.navigator.history_changed.connect(self._show_available)
        session.follower.current_changed.connect(page.set_current)
        session.follower.word_changed.connect(page.set_word)
        session.follower.resting_changed.connect(page.set_resting)

    def _keep_scroll(self, position: int) -> None:
        """As in the file: a text is shown so at first, before its corrections are known."""
        script = self._session.script
        found = script.position_in_file(position) if script is not None else position
        self._session.places.set_scroll(found)

    # What is open

    def _show_script(self, script: Script) -> None:
        self._page.show_script(script, self._session.left_at)
        self._window.show_reading(self._session.title)

    def _show_changed_script(self, script: Script) -> None:
        self._page.show_changed_script(script)
        if self._window.is_reading:  # whoever writes meanwhile keeps the keyboard
            self._window.show_title(self._session.title)
        else:
            self._window.show_reading(self._session.title)

    def _show_episode(self, episode: Episode) -> None:
        if self._session.script is None:
            self._page.show_nothing(episode.title)
        self._window.show_reading(self._session.title)
        self._page.show_reading_place(episode.scroll)

    def _show_if_nothing_is_open(self) -> None:
        """Opening the first file failed or was cancelled."""
        if self._window.is_reading and not any(self._session.files):
            self._window.show_library()

    def _show_available(self) -> None:
        files, history = self._session.files, self._session.navigator.history
        self._commands.set_available(
            recording=files.recording is not None,
            transcript=files.transcript is not None,
            selection=self._page.selected_span() is not None,
            is_found=self._page.chosen_span() is None,
        )
        self._commands["history_back"].setEnabled(history.has_past)
        self._commands["history_forward"].setEnabled(history.has_future)

    # Requests

    def _copy_as_quote(self) -> None:
        names = self._session.names
        self._page.copy("quote", names.title, names.source)

    def _toggle_follow(self) -> None:
        follow = self._page.follow
        if follow.is_on:
            follow.stop()
        else:
            follow.start()

    def _show_menu(self, place: Place | None, where: QPoint) -> None:
        menu = QMenu(self._window)
        self.menu_opening.emit(menu, where, place)
        if self._page.selected_span() is not None:
            menu.addAction(self._commands["copy"])
        if place is not None and self._session.recording is not None:
            play = menu.addAction(self._commands["play"].icon(), self.tr("Play &From Here"))
            play.triggered.connect(partial(self._page.place_requested.emit, place))
        of_mark = menu.findChild(QMenu, "more", _DIRECT)
        self.more_opening.emit(of_mark or self._add_more(menu), where, place)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(where)

    def _add_more(self, menu: QMenu) -> QMenu:
        menu.addSeparator()
        more = menu.addMenu(self.tr("Mo&re"))
        for name in _MORE:
            if name:
                more.addAction(self._commands[name])
            else:
                more.addSeparator()
        return more
