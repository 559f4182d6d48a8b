"""Playing: connects the session and its transport with the player bar and the actions."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from reader import settings as prefs
from reader.playback.player import PlayerState
from reader.playback.sleep_timer import SleepTimer
from reader.playback.transport import RATE_STEP
from reader.session.reading_session import ReadingSession
from reader.time_text import clock_text
from ui.menus import SLEEP_AT_END, SLEEP_OFF
from ui.window.main_window import MainWindow

_VOLUME_STEP = 5


class PlaybackController(QObject):
    """All wires of the sound: from keys, bar and page to the transport, and its facts back."""

    def __init__(
        self, session: ReadingSession, sleep_timer: SleepTimer, window: MainWindow
    ) -> None:
        super().__init__(window)
        self._session, self._sleep_timer = session, sleep_timer
        self._settings, self._transport = session.settings, session.transport
        self._page, self._bar = window.reading_page, window.playback_bar
        self._commands = window.commands
        self._connect_moving()
        self._connect_sound()
        self._connect_facts()
        window.seen_changed.connect(self._transport.set_watched)
        self._settings.changed.connect(self._show_preferences)
        self._show_preferences()

    # The wires

    def _connect_moving(self) -> None:
        navigator, on = self._session.navigator, self._commands.on
        on("play", self._transport.toggle)
        on("back", navigator.skip_back)
        on("forward", navigator.skip_forward)
        on("previous_line", self._then_follow(navigator.previous_line))
        on("next_line", self._then_follow(navigator.next_line))
        on("play_here", self._play_here)
        on("repeat_line", self._then_follow(navigator.repeat_line))
        on("history_back", self._then_follow(navigator.go_back))
        on("history_forward", self._then_follow(navigator.go_forward))
        on("loop", self._toggle_loop)
        self._bar.seek_requested.connect(self._seek)
        self._bar.set_line_source(self._session.line_at)

    def _connect_sound(self) -> None:
        transport, bar, commands, on = self._transport, self._bar, self._commands, self._commands.on
        on("slower", lambda: transport.set_rate(transport.rate - RATE_STEP))
        on("faster", lambda: transport.set_rate(transport.rate + RATE_STEP))
        on("normal_speed", lambda: transport.set_rate(1.0))
        on("volume_up", lambda: transport.set_volume(transport.volume + _VOLUME_STEP))
        on("volume_down", lambda: transport.set_volume(transport.volume - _VOLUME_STEP))
        on("mute", lambda: transport.set_muted(not transport.is_muted))
        commands.rate_requested.connect(transport.set_rate)
        commands.sleep_requested.connect(self._set_sleep)
        commands.device_requested.connect(self._use_device)
        bar.rate_requested.connect(transport.set_rate)
        bar.volume_requested.connect(transport.set_volume)
        bar.remaining_at_rate_requested.connect(self._keep_remaining_at_rate)

    def _connect_facts(self) -> None:
        transport, bar = self._transport, self._bar
        transport.ticked.connect(bar.set_time)
        transport.length_changed.connect(bar.set_length)
        transport.state_changed.connect(self._show_state)
        transport.rate_changed.connect(self._show_rate)
        transport.volume_changed.connect(self._show_volume)
        transport.muted_changed.connect(self._show_muted)
        transport.loop_changed.connect(self._show_loop)
        transport.devices_changed.connect(self._show_devices)
        self._commands.menus["device"].aboutToShow.connect(self._show_devices)  # VLC reports few
        self._session.episode_opened.connect(self._show_devices)
        self._sleep_timer.remaining_changed.connect(self._show_sleep)

    def _then_follow(self, command: Callable[[], object]) -> Callable[[], None]:
        """A command that leads to another line, and the page there."""

        def run() -> None:
            command()
            self._page.follow.start()

        return run

    # Requests

    def _play_here(self) -> None:
        """From the caret, if the reader moved it; else on from where the sound is."""
        if not self._page.pane.play_from_caret():
            self._transport.play()

    def _seek(self, time: int) -> None:
        self._session.navigator.jump(time)
        if self._session.follower.is_in_advert(time):
            self._page.follow.wait()
            return
        self._page.follow.start()
        if self._page.pane.spoken.place is None:
            self._show_line_before(time)

    def _show_line_before(self, time: int) -> None:
        """Where nothing is said, as in the music at the end, the page shows what was said last."""
        script = self._session.script
        cue = script.timeline.cue_at_or_before(time) if script is not None else None
        if cue is not None:
            self._page.show_line(cue)

    def _toggle_loop(self) -> None:
        if self._transport.loop is not None:
            self._transport.set_loop(None)
            return
        span = self._page.selected_span()
        if span is not None:
            self._session.navigator.loop(*span)
        else:
            self._session.navigator.loop_line()
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

    def _keep_remaining_at_rate(self, is_at_rate: bool) -> None:
        self._settings.set(prefs.IS_REMAINING_AT_RATE, is_at_rate)

    # Facts

    def _show_state(self, state: PlayerState) -> None:
        self._bar.set_state(state)
        self._commands.set_playing(state is PlayerState.PLAYING)

    def _show_rate(self, rate: float) -> None:
        self._bar.set_rate(rate)
        self._settings.set(prefs.RATE, rate)

    def _show_volume(self, volume: int) -> None:
        self._bar.set_volume(volume)
        self._settings.set(prefs.VOLUME, volume)

    def _show_muted(self, is_muted: bool) -> None:
        self._commands.set_muted(is_muted)
        self._settings.set(prefs.IS_MUTED, is_muted)

    def _show_loop(self, loop: tuple[int, int] | None) -> None:
        self._bar.set_loop(loop)
        self._commands["loop"].setChecked(loop is not None)

    def _show_sleep(self, seconds: int) -> None:
        self._bar.set_sleep("" if seconds < 0 else clock_text(seconds * 1000))
        if seconds < 0:
            self._commands.choose("sleep", SLEEP_OFF)

    def _show_devices(self) -> None:
        current = self._settings.get(prefs.OUTPUT_DEVICE)
        self._commands.set_devices(self._transport.devices(), current)

    def _show_preferences(self) -> None:
        get, commands, bar = self._settings.get, self._commands, self._bar
        self._transport.set_rewind_on_resume(get(prefs.REWIND_ON_RESUME), get(prefs.REWIND_AFTER))
        back, forward = get(prefs.BACK_STEP), get(prefs.FORWARD_STEP)
        commands.set_skips(back, forward)
        bar.set_skips(back, forward)
        bar.set_remaining_at_rate(get(prefs.IS_REMAINING_AT_RATE))
        favourites = get(prefs.FAVOURITE_RATES)
        commands.set_favourite_rates(favourites)
