"""The window: lays out its pages and connects every wire between them and the session."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QMainWindow,
    QMenu,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from reader import paths
from reader import settings as prefs
from reader.episode import Episode
from reader.errors import ReaderError, RecordingError, TranscriptError
from reader.file_pair import MissingPartner
from reader.playback.player import PlayerState
from reader.playback.sleep_timer import SleepTimer
from reader.playback.transport import RATE_STEP
from reader.reading_text import Place
from reader.script import Script
from reader.session import ReadingSession
from reader.time_text import clock_text
from ui.actions import SLEEP_AT_END, SLEEP_OFF, Actions, menu_bar
from ui.drop_target import DropTarget
from ui.file_dialogs import FileDialogs
from ui.look import Look
from ui.message_bar import Message, MessageAction, MessageBar, MessageKind
from ui.opening_page import OpeningPage
from ui.playback_bar import PlaybackBar
from ui.reading_page import ReadingPage
from ui.transcript_pane.page_style import PageStyle
from ui.versions import versions

if TYPE_CHECKING:
    from pathlib import Path

    from reader.notebook import Notebook
    from ui.dialogs.choose_partner import PartnerChoice
    from ui.dialogs.fault import FaultDialog
    from ui.notes_desk import NotesDesk
    from ui.welcome_page import WelcomePage

_VOLUME_STEP = 5
_MOST_PROBLEMS = 200  # lines that Details shows


class MainWindow(QMainWindow):
    """Everything a listener sees, around one session."""

    _switches = {
        "mark_word": prefs.IS_WORD_MARKED,
        **{f"view_{name}": preference for name, preference in prefs.VIEWS.items()},
    }

    painted = Signal()  # for the first time: what can wait may begin

    def __init__(self, session: ReadingSession, sleep_timer: SleepTimer, look: Look) -> None:
        super().__init__()
        self._session, self._sleep_timer, self._look = session, sleep_timer, look
        self._settings, self._transport = session.settings, session.transport
        self._dialogs: dict[str, QDialog] = {}
        self._episode_messages: list[Message] = []
        self._recording_fault: Message | None = None
        self._fault_dialog: FaultDialog | None = None
        self._is_painted = False
        self.notes_desk: NotesDesk | None = None
        self._make_parts()
        self._lay_out()
        self._connect_files()
        self._connect_playback()
        self._connect_reading()
        self._connect_view()
        self._show_preferences()
        self._show_look()
        self._restore_window()

    # Building

    def _make_parts(self) -> None:
        look = self._look
        self.commands = Actions(look.icons, self)
        self.reading_page = ReadingPage(look)
        self.playback_bar = PlaybackBar(self.commands)
        self.message_bar = MessageBar(look.icons)
        self.files = FileDialogs(self, self._settings)

    def _lay_out(self) -> None:
        self.setWindowTitle("Earmark")
        self.setWindowIcon(self._look.mark)
        self.setMinimumSize(360, 320)
        self.setMenuBar(menu_bar(self.commands))
        self.commands.add_to(self)
        self.reading_page.pane.addAction(self.commands["play_here"])
        self._pages = QStackedWidget()
        self._pages.addWidget(self.reading_page)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.message_bar)
        self._sides = QSplitter()
        self._sides.setChildrenCollapsible(False)
        self._sides.addWidget(self._pages)
        column.addWidget(self._sides, 1)
        column.addWidget(self.playback_bar)
        self.setCentralWidget(content)
        self.opening_page = OpeningPage(content)
        self._drop_target = DropTarget(self)

    def set_notebook(self, notebook: Notebook) -> None:
        """Give what is kept its place beside the page; made after the text is painted."""
        from ui.notes_desk import NotesDesk  # noqa: PLC0415 - costs time at the start

        desk = NotesDesk(self._session, notebook, self.reading_page, self.commands, self._look)
        self.notes_desk = desk
        self._sides.addWidget(desk.panel)
        self._sides.setStretchFactor(0, 1)
        self._on("notes", self._toggle_notes)
        self._show_notes_again()
        if self._session.episode is not None:
            notebook.open(self._session.episode.id, self._session.script)

    # The wires: wishes of actions and widgets to the session, its facts back to them

    def _connect_files(self) -> None:
        session, on = self._session, self._on
        on("open", partial(self.files.ask_for_episode, session.open))
        on("sample", self._open_sample)
        on("choose_recording", self._ask_for_recording)
        on("choose_transcript", self._ask_for_transcript)
        on("export", self._ask_where_to_export)
        self.commands.encoding_requested.connect(self._reopen)
        self.commands.format_requested.connect(self._reopen)
        session.exported.connect(self._tell_exported)
        on("show_in_folder", self._show_in_folder)
        on("close_episode", session.close)
        on("quit", self.close)
        self.commands.recent_requested.connect(lambda found: session.open(*found))
        self.reading_page.transcript_requested.connect(self._ask_for_transcript)
        self._drop_target.files_dropped.connect(lambda found: session.open(*found))
        self.opening_page.cancel_requested.connect(session.cancel_opening)
        session.opening_started.connect(self.opening_page.begin)
        session.opening_progressed.connect(self.opening_page.set_progress)
        session.opening_ended.connect(self.opening_page.end)
        session.script_opened.connect(self._show_script)
        session.episode_opened.connect(self._show_episode)
        session.partner_missing.connect(self._tell_missing)
        session.closed.connect(self.show_welcome)
        session.episode_opened.connect(self._show_notes_again)
        session.closed.connect(self._show_notes_again)
        session.failed.connect(self._tell_failure)
        session.recent_changed.connect(self._show_recent)
        session.opening_ended.connect(self._show_if_nothing_is_open)
        self.message_bar.focus_released.connect(self._focus_page)
        self.opening_page.focus_released.connect(self._focus_page)

    def _connect_welcome(self, page: WelcomePage) -> None:
        session = self._session
        page.open_requested.connect(self.commands["open"].trigger)
        page.sample_requested.connect(self._open_sample)
        page.episode_requested.connect(self._open_episode)
        page.forget_requested.connect(session.forget)
        page.restore_requested.connect(session.restore)
        page.folder_requested.connect(self._show_episode_in_folder)
        session.recent_changed.connect(page.set_episodes)
        session.missing_changed.connect(page.set_missing)

    def _connect_playback(self) -> None:
        session, transport, bar, on = self._session, self._transport, self.playback_bar, self._on
        on("play", transport.toggle)
        on("back", session.skip_back)
        on("forward", session.skip_forward)
        on("previous_line", self._then_follow(session.previous_line))
        on("next_line", self._then_follow(session.next_line))
        on("play_here", self.reading_page.pane.play_from_caret)
        on("repeat_line", self._then_follow(session.repeat_line))
        on("history_back", self._then_follow(session.go_back))
        on("history_forward", self._then_follow(session.go_forward))
        on("loop", self._toggle_loop)
        on("slower", lambda: transport.set_rate(transport.rate - RATE_STEP))
        on("faster", lambda: transport.set_rate(transport.rate + RATE_STEP))
        on("normal_speed", lambda: transport.set_rate(1.0))
        on("volume_up", lambda: transport.set_volume(transport.volume + _VOLUME_STEP))
        on("volume_down", lambda: transport.set_volume(transport.volume - _VOLUME_STEP))
        on("mute", lambda: transport.set_muted(not transport.is_muted))
        self.commands.rate_requested.connect(transport.set_rate)
        self.commands.sleep_requested.connect(self._set_sleep)
        self.commands.device_requested.connect(self._use_device)
        bar.seek_requested.connect(self._seek)
        bar.rate_requested.connect(transport.set_rate)
        bar.volume_requested.connect(transport.set_volume)
        bar.set_line_source(session.line_at)
        transport.ticked.connect(bar.set_time)
        transport.length_changed.connect(bar.set_length)
        transport.state_changed.connect(self._show_state)
        transport.rate_changed.connect(self._show_rate)
        transport.volume_changed.connect(self._show_volume)
        transport.muted_changed.connect(self._show_muted)
        transport.loop_changed.connect(self._show_loop)
        transport.devices_changed.connect(self._show_devices)
        transport.unheard.connect(self._tell_unheard)
        session.history_changed.connect(self._show_available)
        self._sleep_timer.remaining_changed.connect(self._show_sleep)

    def _connect_reading(self) -> None:
        session, page, on = self._session, self.reading_page, self._on
        on("copy", partial(page.copy, "plain"))
        on("copy_with_times", partial(page.copy, "with times"))
        on("copy_as_quote", lambda: page.copy("quote", session.title))
        on("select_all", page.pane.selectAll)
        on("find", page.open_find)
        on("find_next", page.find_next)
        on("find_previous", page.find_previous)
        on("current_line", page.follow.start)
        on("follow", self._toggle_follow)
        on("announce", page.announce_line)
        page.place_requested.connect(session.play_from)
        page.place_taken_back.connect(session.take_back)
        page.scrolled_to.connect(session.set_scroll)
        page.selection_changed.connect(self._show_available)
        self.commands["follow"].setChecked(page.follow.is_on)
        page.follow.changed.connect(self.commands["follow"].setChecked)
        page.pane.zoom_requested.connect(self._zoom)
        page.pane.menu_requested.connect(self._show_menu)
        session.current_changed.connect(page.set_current)
        session.word_changed.connect(page.set_word)

    def _connect_view(self) -> None:
        keep, on = self._settings.set, self._on
        on("preferences", partial(self._show_dialog, "preferences"))
        on("keyboard", partial(self._show_dialog, "keyboard"))
        on("about", partial(self._show_dialog, "about"))
        on("zoom_in", partial(self._zoom, 1))
        on("zoom_out", partial(self._zoom, -1))
        on("zoom_reset", partial(keep, prefs.TYPE_SIZE, prefs.TYPE_SIZE.default))
        on("full_screen", self._toggle_full_screen)
        for action, preference in self._switches.items():
            self.commands[action].toggled.connect(partial(keep, preference))
        self.commands.theme_requested.connect(partial(keep, prefs.THEME))
        self.commands.typeface_requested.connect(partial(keep, prefs.TYPE_FAMILY))
        at_rate = self.playback_bar.remaining_at_rate_requested
        at_rate.connect(partial(keep, prefs.IS_REMAINING_AT_RATE))
        self._settings.changed.connect(self._show_preferences)
        self._look.changed.connect(self._show_look)

    def _on(self, name: str, wish: Callable[[], object]) -> None:
        """Connect an action; whether it is checked is not passed on."""
        self.commands[name].triggered.connect(lambda _=False: wish())

    def _then_follow(self, command: Callable[[], object]) -> Callable[[], None]:
        """A command that leads to another line, and the page there."""

        def run() -> None:
            command()
            self.reading_page.follow.start()

        return run

    # What is open

    def _show_script(self, script: Script) -> None:
        self._withdraw_messages()
        self.reading_page.show_script(script)
        self._show_page()
        self._tell_problems(script)
        self.commands.choose("encoding", script.options.encoding or "")
        self.commands.choose("format", script.options.format or "")

    def _show_episode(self, episode: Episode) -> None:
        self._withdraw_messages(is_kept=self._session.script is not None)
        if self._session.script is None:
            self.reading_page.show_nothing(episode.title)
        self._show_page()
        self.reading_page.show_reading_place(episode.scroll)
        self._session.load_recent()
        self._show_devices()

    def _show_page(self) -> None:
        self._pages.setCurrentWidget(self.reading_page)
        self.playback_bar.show()
        self.setWindowTitle(f"{self._session.title} — Earmark")
        self._show_available()
        self._focus_page()

    @cached_property
    def welcome_page(self) -> WelcomePage:
        """Made when it is first shown: whoever starts with a file need not wait for it."""
        from ui.welcome_page import WelcomePage  # noqa: PLC0415

        page = WelcomePage(self._look.mark)
        self._pages.addWidget(page)
        self._connect_welcome(page)
        self._session.load_recent()
        return page

    def show_welcome(self) -> None:
        """Offer what can be opened."""
        self._withdraw_messages()
        self._pages.setCurrentWidget(self.welcome_page)
        self.playback_bar.hide()
        self.setWindowTitle("Earmark")
        self._show_available()
        self._focus_page()

    def _show_if_nothing_is_open(self) -> None:
        """Opening the first file failed or was cancelled."""
        if self._is_reading and not any(self._session.files):
            self.show_welcome()

    @property
    def _is_reading(self) -> bool:
        return self._pages.currentWidget() is self.reading_page

    def _focus_page(self) -> None:
        if self._is_reading:
            self.reading_page.pane.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.welcome_page.focus_first()

    def _show_recent(self, episodes: list[Episode]) -> None:
        self.commands.set_recent([(each.title, each.files) for each in episodes if each.files])

    def _show_available(self) -> None:
        files = self._session.files
        self.commands.set_available(
            recording=files.recording is not None,
            transcript=files.transcript is not None,
            selection=self.reading_page.selected_span() is not None,
        )
        self.commands["history_back"].setEnabled(self._session.history.has_past)
        self.commands["history_forward"].setEnabled(self._session.history.has_future)

    def _open_sample(self) -> None:
        self._session.open(paths.sample_episode())

    def _open_episode(self, episode: Episode) -> None:
        self._session.open(*episode.files)

    def _ask_for_recording(self) -> None:
        self.files.ask_for_recording(self._session.choose_recording)

    def _ask_for_transcript(self) -> None:
        self.files.ask_for_transcript(self._session.choose_transcript)

    def _ask_where_to_export(self) -> None:
        script = self._session.script
        if script is not None:
            self.files.ask_where_to_export(script.path.stem, self._session.export)

    def _reopen(self) -> None:
        chosen = self.commands.chosen
        self._session.reopen(
            str(chosen("encoding") or "") or None, str(chosen("format") or "") or None
        )

    def _show_in_folder(self) -> None:
        path = self._session.files.transcript or self._session.files.recording
        if path is not None:
            self.files.show_in_folder(path)

    def _show_episode_in_folder(self, episode: Episode) -> None:
        path = episode.transcript or episode.recording
        if path is not None:
            self.files.show_in_folder(path)

    # Messages

    def _tell_missing(self, missing: MissingPartner) -> None:
        if missing.candidates:
            self._ask_for_partner(missing)
        elif missing.is_recording:
            text = self.tr("No recording was found beside “{0}”. You can read it all the same.")
            action = MessageAction(self.tr("Choose Recording…"), self._ask_for_recording)
            self._tell(MessageKind.INFO, text.format(missing.known.name), action)

    def _ask_for_partner(self, missing: MissingPartner) -> None:
        from ui.dialogs import choose_partner  # noqa: PLC0415

        is_recording, kinds = missing.is_recording, choose_partner.PartnerKind
        kind = kinds.RECORDING if is_recording else kinds.TRANSCRIPT
        names = self.files.recordings_filter() if is_recording else self.files.transcripts_filter()
        candidates = [choose_partner.candidate(path) for path in missing.candidates]
        dialog = choose_partner.ChoosePartnerDialog(
            missing.known, kind, candidates, self, name_filter=names
        )
        use = self._session.choose_recording if is_recording else self._session.choose_transcript
        dialog.chosen.connect(partial(self._use_partner, use))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @staticmethod
    def _use_partner(use: Callable[[Path], None], choice: PartnerChoice) -> None:
        if choice.partner is not None:
            use(choice.partner)

    def _tell_failure(self, error: ReaderError) -> None:
        actions: list[MessageAction] = []
        if isinstance(error, RecordingError) and self._session.recording == error.path:
            actions.append(MessageAction(self.tr("Try Again"), self._transport.play))
        if isinstance(error, RecordingError) and self._session.script is not None:
            actions.append(MessageAction(self.tr("Choose Recording…"), self._ask_for_recording))
        if isinstance(error, TranscriptError):
            actions.append(MessageAction(self.tr("Open Another…"), self.commands["open"].trigger))
        message = self._tell(MessageKind.ERROR, error.message, *actions)
        if isinstance(error, RecordingError):
            self._recording_fault = message

    def _tell_problems(self, script: Script) -> None:
        """What was repaired or skipped, quietly, with all of it behind Details."""
        problems = script.source.problems
        if not problems:
            return
        one, many = self.tr("“{0}”: 1 line was mended."), self.tr("“{0}”: {1} lines were mended.")
        text = (one if len(problems) == 1 else many).format(script.path.name, len(problems))
        report = "\n".join(
            self.tr("Line {0}: {1} {2}").format(each.line, each.reason, each.text)
            for each in problems
        )
        copy = MessageAction(
            self.tr("Copy Report"), lambda: QGuiApplication.clipboard().setText(report)
        )
        details = "\n".join(report.split("\n", _MOST_PROBLEMS)[:_MOST_PROBLEMS])
        self._tell(MessageKind.INFO, text, copy, details=details)

    def _tell_exported(self, path: Path) -> None:
        show = MessageAction(self.tr("Show in Folder"), lambda: self.files.show_in_folder(path))
        self._tell(MessageKind.INFO, self.tr("Written to “{0}”.").format(path.name), show)

    def _tell_unheard(self) -> None:
        text = self.tr("No sound comes out: no audio output was found. The text is followed.")
        self._tell(MessageKind.WARNING, text)

    def _tell(
        self, kind: MessageKind, text: str, *actions: MessageAction, details: str = ""
    ) -> Message:
        message = Message(kind, text, details, actions)
        self._episode_messages.append(message)
        self.message_bar.show_message(message)
        return message

    def _withdraw_messages(self, *, is_kept: bool = False) -> None:
        """What was told of the episode before is of no use any more."""
        if not is_kept:
            for message in self._episode_messages:
                self.message_bar.withdraw(message)
            self._episode_messages.clear()

    # Playing

    def _seek(self, time: int) -> None:
        self._session.jump(time)
        self.reading_page.follow.start()

    def _toggle_loop(self) -> None:
        if self._transport.loop is not None:
            self._transport.set_loop(None)
            return
        span = self.reading_page.selected_span()
        if span is not None:
            self._session.loop(*span)
        else:
            self._session.loop_line()
        self._show_loop(self._transport.loop)

    def _set_sleep(self, minutes: int) -> None:
        if minutes == SLEEP_OFF:
            self._sleep_timer.cancel()
        elif minutes == SLEEP_AT_END:
            self._sleep_timer.start_until_end()
        else:
            self._sleep_timer.start(minutes)

    def _use_device(self, device_id: str) -> None:
        self._settings.set(prefs.OUTPUT_DEVICE, device_id)
        self._transport.set_device(device_id)

    def _show_state(self, state: PlayerState) -> None:
        self.playback_bar.set_state(state)
        self.commands.set_playing(state is PlayerState.PLAYING)
        if state is PlayerState.PLAYING and self._recording_fault is not None:
            self.message_bar.withdraw(self._recording_fault)
            self._recording_fault = None

    def _show_rate(self, rate: float) -> None:
        self.playback_bar.set_rate(rate)
        self._settings.set(prefs.RATE, rate)

    def _show_volume(self, volume: int) -> None:
        self.playback_bar.set_volume(volume)
        self._settings.set(prefs.VOLUME, volume)

    def _show_muted(self, is_muted: bool) -> None:
        self.commands.set_muted(is_muted)
        self._settings.set(prefs.IS_MUTED, is_muted)

    def _show_loop(self, loop: tuple[int, int] | None) -> None:
        self.playback_bar.set_loop(loop)
        self.commands["loop"].setChecked(loop is not None)

    def _show_sleep(self, seconds: int) -> None:
        self.playback_bar.set_sleep("" if seconds < 0 else clock_text(seconds * 1000))
        if seconds < 0:
            self.commands.choose("sleep", SLEEP_OFF)

    def _show_devices(self) -> None:
        current = self._settings.get(prefs.OUTPUT_DEVICE)
        self.commands.set_devices(self._transport.devices(), current)

    # Reading

    def _toggle_follow(self) -> None:
        follow = self.reading_page.follow
        if follow.is_on:
            follow.stop()
        else:
            follow.start()

    def _zoom(self, steps: int) -> None:
        size = self._settings.get(prefs.TYPE_SIZE)
        self._settings.set(prefs.TYPE_SIZE, size + steps)

    def _show_menu(self, place: Place | None, where: QPoint) -> None:
        menu = QMenu(self)
        if self.notes_desk is not None:
            self.notes_desk.add_mark_actions(menu, where, place)
        if place is not None and self._session.recording is not None:
            play = menu.addAction(self.commands["play"].icon(), self.tr("Play From Here"))
            play.triggered.connect(partial(self.reading_page.place_requested.emit, place))
        for name in ("loop", "", "copy", "copy_with_times", "copy_as_quote", "", "find"):
            if name:
                menu.addAction(self.commands[name])
            else:
                menu.addSeparator()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(where)

    def _toggle_notes(self) -> None:
        is_shown = not self._settings.get(prefs.IS_NOTES_SHOWN)
        self._settings.set(prefs.IS_NOTES_SHOWN, is_shown)
        self._show_notes(is_shown=is_shown)
        if is_shown and self.notes_desk is not None:
            self.notes_desk.panel.focus_list()
        else:
            self._focus_page()

    def _show_notes_again(self) -> None:
        self._show_notes(is_shown=self._settings.get(prefs.IS_NOTES_SHOWN))

    def _show_notes(self, *, is_shown: bool) -> None:
        self.commands["notes"].setChecked(is_shown)
        if self.notes_desk is not None:
            self.notes_desk.panel.setVisible(is_shown and self._is_reading)

    # The look and the preferences

    def _show_look(self) -> None:
        look = self._look
        self.commands.set_icons(look.icons)
        self.playback_bar.set_look(look.theme, look.icons)
        self.message_bar.set_icons(look.icons)
        self.reading_page.set_look(look)
        if self.notes_desk is not None:
            self.notes_desk.set_look()

    def _show_preferences(self, _key: str = "") -> None:
        get, commands = self._settings.get, self.commands
        style = PageStyle(
            get(prefs.TYPE_FAMILY),
            get(prefs.TYPE_SIZE),
            get(prefs.LINE_HEIGHT),
            get(prefs.COLUMN_WIDTH),
        )
        self.reading_page.set_page_style(style)
        self.reading_page.set_word_marked(get(prefs.IS_WORD_MARKED))
        self.reading_page.pane.is_click_to_play = get(prefs.IS_CLICK_TO_PLAY)
        self.reading_page.follow.is_motion_reduced = get(prefs.IS_MOTION_REDUCED) == "on"
        self._transport.set_rewind_on_resume(get(prefs.REWIND_ON_RESUME), get(prefs.REWIND_AFTER))
        back, forward = get(prefs.BACK_STEP), get(prefs.FORWARD_STEP)
        commands.set_skips(back, forward)
        self.playback_bar.set_skips(back, forward)
        self.playback_bar.set_remaining_at_rate(get(prefs.IS_REMAINING_AT_RATE))
        favourites = get(prefs.FAVOURITE_RATES)
        commands.set_favourite_rates(favourites)
        commands.choose("theme", get(prefs.THEME))
        commands.choose("typeface", get(prefs.TYPE_FAMILY))
        for action, preference in self._switches.items():
            with QSignalBlocker(commands[action]):
                commands[action].setChecked(get(preference))

    def _show_dialog(self, name: str) -> None:
        """Make a dialog when it is first asked for."""
        if name not in self._dialogs:
            self._dialogs[name] = self._made_dialog(name)
        self._dialogs[name].show()
        self._dialogs[name].raise_()
        self._dialogs[name].activateWindow()

    def _made_dialog(self, name: str) -> QDialog:
        # Imported where they are first needed: they cost time at the start.
        if name == "keyboard":
            from ui.dialogs.keyboard import KeyboardDialog  # noqa: PLC0415

            return KeyboardDialog(self.commands, self)
        if name == "about":
            from ui.dialogs.about import AboutDialog  # noqa: PLC0415

            folders = {
                self.tr("Library"): paths.data_folder(),
                self.tr("Settings"): paths.config_folder(),
            }
            return AboutDialog(versions(self._transport.player_name), folders, self)
        from ui.dialogs.preferences import PreferencesDialog  # noqa: PLC0415

        return PreferencesDialog(self._settings, self)

    def show_fault(self, error: BaseException) -> None:
        """Tell of a bug in plain words; the program goes on."""
        from ui.dialogs.fault import FaultDialog  # noqa: PLC0415
        from ui.fault_report import fault_report  # noqa: PLC0415

        if self._fault_dialog is None:
            kept = self.tr("Your place is kept.")
            self._fault_dialog = FaultDialog(self, kept=kept)
            self._fault_dialog.quit_requested.connect(self.close)
        self._fault_dialog.show_fault(fault_report(error, versions(self._transport.player_name)))

    # The window itself

    def event(self, event: QEvent) -> bool:
        """Tell when the window was first painted."""
        is_first_paint = event.type() == QEvent.Type.Paint and not self._is_painted
        answer = super().event(event)
        if is_first_paint:
            self._is_painted = True
            self.painted.emit()
        return answer

    def changeEvent(self, event: QEvent) -> None:
        """The window manager, too, may fill the screen."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.WindowStateChange:
            self.commands["full_screen"].setChecked(self.isFullScreen())

    def showEvent(self, event: QShowEvent) -> None:
        """From now on it matters whether anybody can see the window."""
        super().showEvent(event)
        handle = self.windowHandle()
        if handle is not None:
            handle.removeEventFilter(self)
            handle.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The highlight rests while the window is minimised or covered."""
        if event.type() in (QEvent.Type.Expose, QEvent.Type.WindowStateChange, QEvent.Type.Hide):
            handle = self.windowHandle()
            is_seen = handle is not None and handle.isExposed() and not self.isMinimized()
            self._transport.set_watched(is_seen)
        return super().eventFilter(watched, event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep the place and the window's shape."""
        self._settings.set(prefs.WINDOW_GEOMETRY, bytes(self.saveGeometry().data()))
        self._session.close()
        super().closeEvent(event)

    def _restore_window(self) -> None:
        geometry = self._settings.get(prefs.WINDOW_GEOMETRY)
        if not geometry or not self.restoreGeometry(geometry):
            self.resize(1000, 760)

    def _toggle_full_screen(self) -> None:
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)
