"""Treats the whole application as no listener would, with keys, clicks, wheel, menus and files.

    python -m tests.benchmarks.monkey                      20 minutes, with a seed of its own
    python -m tests.benchmarks.monkey --minutes 2 --seed 7

The window is the real one, on the screen that there is (packaging/on_own_screen.sh gives one), the
player is VLC without a sound device, the home folder a new one. Fails on an exception, on a word
of Qt's, on a Space that does not toggle playing where nothing types, and on more than 60 MB of
growth. The seed and the last actions are printed.
"""

from __future__ import annotations

import argparse
import faulthandler
import gc
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter, deque
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TextIO

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt, QTimer, Slot
from PySide6.QtGui import (
    QAction,
    QDesktopServices,
    QDrag,
    QInputMethodEvent,
    QKeyEvent,
    QWheelEvent,
    QWindow,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QFileDialog,
    QMenu,
    QWidget,
)
from shiboken6 import isValid

from reader import paths, settings
from reader.errors import PlayerMissing
from reader.library.links import link_to
from reader.playback import choosing
from reader.playback.player import PlayerState
from reader.playback.vlc_player import VlcPlayer
from tests.benchmarks.fuzz_pane import _watch_faults
from tests.conftest import TONE, vtt
from ui.app import Earmark
from ui.appearance import language
from ui.desktop.arrivals import Application
from ui.desktop.desktop_controller import DesktopController
from ui.faults.fault_dialog import FaultDialog
from ui.notes.end_card import EndButton
from ui.reading.transcript_pane.back_button import BackButton
from ui.widgets.bar_button import BarButton
from ui.widgets.focus import ShortcutGuard
from ui.window.garbage import GarbageCollection

_GROWTH = 60.0  # MB
_WARM = 0.15  # of the run, after which growth counts
_PAUSE = 15  # ms between two actions, in which the window does its own work
_PATIENCE = 10.0  # s in which a key must work, on a machine that has much else to do
_STUCK = 180  # s without an action: the window hangs
_LAST = 80  # actions that are printed
_CHECK_EVERY = 12  # actions
_OWN_LOOP = 1.0  # s after which an action is taken to wait in an event loop of its own
_DRAG = 300  # ms that a drag takes, and DragEnd where Qt does not end it

_NONE = Qt.KeyboardModifier.NoModifier
_MODIFIERS = (
    *(_NONE,) * 6,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
)
_KEYS = (
    *(Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Backtab),
    *(Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home),
    *(Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Delete, Qt.Key.Key_F3),
    *(Qt.Key.Key_B, Qt.Key.Key_N, Qt.Key.Key_R, Qt.Key.Key_L, Qt.Key.Key_M, Qt.Key.Key_1),
    *(Qt.Key.Key_3, Qt.Key.Key_0, Qt.Key.Key_P, Qt.Key.Key_J, Qt.Key.Key_S, Qt.Key.Key_A),
    *(Qt.Key.Key_Q, Qt.Key.Key_BracketLeft, Qt.Key.Key_BracketRight, Qt.Key.Key_Less),
    *(Qt.Key.Key_Greater, Qt.Key.Key_G, Qt.Key.Key_F, Qt.Key.Key_Z, Qt.Key.Key_C),
)
_ARROWS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right)
_ENDING = ("quit",)  # what would end the run
_SPACE = Qt.Key.Key_Space


class _Nowhere(QObject):
    """Where addresses go that the desktop would open."""

    @Slot("QUrl")
    def take(self, _url: object) -> None:
        """Do nothing."""


class _KeyPath(QObject):
    """Which objects a key comes to; while it is sent."""

    def __init__(self, application: QObject) -> None:
        super().__init__(application)
        self.stations: list[str] = []
        self._application = application

    def follow(self, send: Callable[[], None]) -> None:
        """Note the stations of the keys that `send` sends."""
        self.stations.clear()
        self._application.installEventFilter(self)
        send()
        self._application.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note it, and let it pass."""
        if isinstance(event, QKeyEvent):
            self.stations.append(f"{type(watched).__name__} {event.type().name}")
        return False


class Monkey(QObject):
    """One application and two random hands."""

    def __init__(
        self, earmark: Earmark, files: list[list[Path]], choose: random.Random, log: TextIO
    ) -> None:
        super().__init__()
        self._log = log
        self._earmark, self._files, self._choose = earmark, files, choose
        self._window, self._transport = earmark.window, earmark.transport
        self.faults: list[str] = []
        self.last: deque[str] = deque(maxlen=_LAST)
        self.counts: Counter[str] = Counter()
        self.checks = 0
        self.is_over = False
        self._acting_since: float | None = None
        self._since_check, self._checking_until = 0, 0.0
        self._has_tabbed = False  # since the page had the keyboard
        self._focused = ""
        self._changes = 0  # of the player's state
        self._path = _KeyPath(QApplication.instance() or self)
        self._plays = 0  # how often the action was chosen, by its key say
        earmark.controllers.commands["play"].triggered.connect(self._count_play)
        self._transport.state_changed.connect(self._count_change)
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE)
        self._timer.timeout.connect(self._act)
        for name in _ENDING:
            earmark.controllers.commands[name].setEnabled(False)
            earmark.controllers.commands[name].triggered.disconnect()

    def begin(self) -> None:
        """Act from now on, whatever event loop runs."""
        self._timer.start()

    def stop(self) -> None:
        """Hands off."""
        self.is_over = True
        self._timer.stop()

    # One action

    def _act(self) -> None:
        if self.is_over:
            return
        self._timer.start()  # before: a dialog may have a loop of its own
        now = time.monotonic()
        # QTest, too, turns the event loop, between a key's press and its release.
        if self._acting_since is not None and now - self._acting_since < _OWN_LOOP:
            return
        before, self._acting_since = self._acting_since, now
        try:
            faulthandler.dump_traceback_later(_STUCK, exit=True)
            self._choose_and_do()
        finally:
            self._acting_since = before

    def _choose_and_do(self) -> None:
        if time.monotonic() < self._checking_until:
            return
        self._since_check += 1
        self._look_at_focus()
        popup, modal = QApplication.activePopupWidget(), QApplication.activeModalWidget()
        if self._since_check > _CHECK_EVERY and not popup and not modal and self._is_for_playing():
            self._since_check = 0
            self._checking_until = time.monotonic() + 2.5 * _PATIENCE
            self._check_space()
            self._checking_until = 0.0
            return
        if popup is not None:
            self._do(self._in_popup, popup)
        elif isinstance(modal or QApplication.activeWindow(), QDialog):
            self._do(self._in_dialog, modal or QApplication.activeWindow())
        else:
            actions, weights = zip(*_WEIGHTS.items(), strict=True)
            self._do(partial(self._choose.choices(actions, weights)[0], self))

    def _do(self, action: Callable[..., object], *given: object) -> None:
        name = getattr(action, "func", action).__name__.strip("_")
        self.counts[name] += 1
        self._write(f"\n{name}")
        self.last.append(name)
        action(*given)

    def _note(self, text: str) -> None:
        self._write(f" {text}")
        self.last[-1] += f" {text}"

    def _write(self, text: str) -> None:
        """At once: a crash must not take it along."""
        self._log.write(text)
        self._log.flush()

    def _look_at_focus(self) -> None:
        """The buttons of the player take Space, so they get the keyboard with Tab alone."""
        focused = QApplication.focusWidget()
        if (name := _name(focused)) != self._focused:
            self._focused = name
            self._write(f" -> {name}")
        if focused is self._window.pane:
            self._has_tabbed = False
        elif isinstance(focused, BarButton | BackButton) and not self._has_tabbed:
            self.faults.append(f"the keyboard has gone by itself to {self._where()}")

    # Space toggles playing

    def _is_for_playing(self) -> bool:
        """Whether Space is to play and pause now: nothing that has the focus wants the key."""
        window = self._window
        is_there = window.isActiveWindow() and window.isVisible() and not window.isMinimized()
        can_play = self._transport.has_recording and self._transport.player_name != ""
        is_able = can_play and self._transport.state not in {PlayerState.FAILED, PlayerState.EMPTY}
        return is_there and is_able and not _wants_space(QApplication.focusWidget())

    def _check_space(self) -> None:
        self.checks += 1
        wanted, changes = self._transport.is_wanted_playing, self._changes
        plays = self._plays
        is_over = self._transport.state is PlayerState.ENDED
        self.last.append("")
        self._note(f"SPACE at {self._transport.time}, {self._where()}")
        self._path.follow(lambda: self._key(_SPACE))

        def is_heard() -> bool:
            """Or it was played from its end, and is over again."""
            return self._transport.is_wanted_playing != wanted or self._changes > changes

        if not self._waits(is_heard):
            chosen = "chosen" if self._plays > plays else "not chosen"
            path = ", ".join(self._path.stations)
            self.faults.append(
                f"Space is dead: {self._where()}, at {self._transport.time}, play was {chosen},"
                f" the key came to {path}; {self._second_try(is_heard)}"
            )
            return
        wanted = not wanted
        ended = PlayerState.ENDED  # before it could obey
        states = {True: {PlayerState.PLAYING, ended}, False: {PlayerState.PAUSED, ended}}

        def is_done() -> bool:
            is_other = (  # the end came, a failure, or another file that was being opened
                self._transport.is_wanted_playing != wanted
                or self._transport.state in {PlayerState.FAILED, PlayerState.EMPTY}
            )
            is_begun = not (is_over and wanted) or self._changes > changes  # again, from its start
            return is_other or (is_begun and self._transport.state in states[wanted])

        if not self._waits(is_done):
            self.faults.append(f"Space did nothing: wanted {wanted}, {self._where()}")

    def _second_try(self, is_heard: Callable[[], bool]) -> str:
        """Whether the screen's own keyboard does better than the events that were made here."""
        window = QApplication.focusWindow()
        if shutil.which("xdotool"):
            subprocess.run(["xdotool", "key", "space"], check=False, timeout=_STUCK)
        drags = len(self._window.findChildren(QDrag))
        does = "works" if self._waits(is_heard) else "is dead too"
        return (
            f"a real Space {does}, focus window {window and window.objectName()},"
            f" {drags} drags, {QApplication.mouseButtons()} held"
        )

    def _count_play(self) -> None:
        self._plays += 1

    def _count_change(self) -> None:
        self._changes += 1

    def _waits(self, is_done: Callable[[], bool]) -> bool:
        until = time.monotonic() + _PATIENCE
        while not is_done() and time.monotonic() < until:
            QTest.qWait(2)
        return is_done()

    def _where(self) -> str:
        focused = QApplication.focusWidget()
        active = type(QApplication.activeWindow()).__name__
        popup, chosen = QApplication.activePopupWidget(), self._window.menu_bar.activeAction()
        return (
            f"{self._transport.state.name}, {_name(focused)}, {active} active,"
            f" popup {popup and popup.objectName()}, menu {chosen and chosen.text()},"
            f" {'can' if self._earmark.controllers.commands['play'].isEnabled() else 'cannot'} play"
        )

    # What hands do

    def _press_key(self) -> None:
        key, modifiers = self._choose.choice(_KEYS), self._choose.choice(_MODIFIERS)
        is_ending = key in {Qt.Key.Key_Q, Qt.Key.Key_W} and modifiers != _NONE
        if not is_ending:
            self._note(f"{modifiers.value:x} {key.name}")
            self._key(key, modifiers)

    def _press_shortcut(self) -> None:
        action = self._action()
        keys = action.shortcut() if action is not None else None
        if action is not None and keys is not None and not keys.isEmpty():
            self._note(action.objectName())
            first = keys[0]  # type: ignore[index]  # a sequence of up to four
            self._key(first.key(), first.keyboardModifiers())

    def _trigger(self) -> None:
        action = self._action()
        if action is not None:
            self._note(action.objectName())
            action.trigger()

    def _click(self) -> None:
        button = self._choose.choice(
            (*(Qt.MouseButton.LeftButton,) * 5, Qt.MouseButton.RightButton)
        )
        self._click_at(self._point(), button)

    def _click_twice(self) -> None:
        point = self._point()
        self._note(f"{point.x()} {point.y()}")
        QTest.mouseDClick(self._handle(), Qt.MouseButton.LeftButton, _NONE, point)

    def _drag(self) -> None:
        start, end = self._point(), self._point()
        self._note(f"{start.x()} {start.y()} to {end.x()} {end.y()}")
        handle = self._handle()
        stations = [handle.mapToGlobal(each) for each in (start, (start + end) / 2, end)]
        words = [["mousemove", str(each.x()), str(each.y())] for each in stations]
        command = [*words[0], "mousedown", "1", *words[1], *words[2], "mouseup", "1"]
        # With the screen's own mouse: a text that is dragged waits for it.
        if shutil.which("xdotool") and QApplication.platformName() == "xcb":
            subprocess.run(["xdotool", *command], check=False, timeout=_STUCK)
            QTest.qWait(_DRAG)  # in which it is done: while a text is dragged, no key counts

    def _roll_wheel(self) -> None:
        point, turns = self._point(), self._choose.choice((-360, -120, -15, 15, 120, 360))
        ctrl = Qt.KeyboardModifier.ControlModifier
        modifiers = self._choose.choice((_NONE, _NONE, _NONE, ctrl))
        handle = self._handle()
        event = QWheelEvent(
            QPointF(point),
            QPointF(handle.mapToGlobal(point)),
            QPoint(),
            QPoint(0, turns) if self._choose.random() < 0.8 else QPoint(turns, 0),
            Qt.MouseButton.NoButton,
            modifiers,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(handle, event)

    def _open_menu(self) -> None:
        """As with the keyboard: the first letter of a menu."""
        key = self._choose.choice("FEVPGNH")
        self._key(Qt.Key(ord(key)), Qt.KeyboardModifier.AltModifier)

    def _type_words(self, _dialog: QWidget | None = None) -> None:
        words = self._choose.choice(("harbour", "#tag ", "zzz", "é 世界", "a b c "))
        self._note(words)
        if words.isascii():
            QTest.keyClicks(QApplication.focusWidget() or self._window, words)
        else:  # as an input method gives it
            event = QInputMethodEvent()
            event.setCommitString(words)
            QApplication.sendEvent(QApplication.focusWidget() or self._window, event)

    def _open_files(self) -> None:
        files = self._choose.choice(self._files)
        self._note(", ".join(file.name for file in files))
        self._earmark.session.open(*files)

    def _drop_link(self) -> None:
        episode = self._earmark.session.episode
        if episode is not None:
            time_of_link = self._choose.choice((0, 5_000, 10**6, None))
            self._earmark.open_link(link_to(episode, time_of_link) or "earmark:")

    def _seek(self) -> None:
        length = self._transport.length
        self._transport.seek(self._choose.randint(-1_000, length + 5_000))

    def _seek_near_end(self) -> None:
        self._transport.seek(self._transport.length - self._choose.randrange(1, 3_000))

    def _use_theme(self) -> None:
        settings_of = self._earmark.settings
        settings_of.set(settings.THEME, self._choose.choice(("light", "dark", "sepia", "contrast")))

    def _resize(self) -> None:
        width, height = self._choose.randint(300, 1_270), self._choose.randint(250, 780)
        self._note(f"{width} {height}")
        self._window.resize(width, height)

    def _change_state(self) -> None:
        self._choose.choice(
            (
                self._window.showMinimized,
                self._window.showMaximized,
                self._window.showFullScreen,
                self._window.showNormal,
            )
        )()
        QTest.qWait(30)
        self._window.showNormal()
        self._window.activateWindow()

    def _rest(self) -> None:
        QTest.qWait(self._choose.randint(1, 300))

    def _in_popup(self, popup: QWidget) -> None:
        if not isinstance(popup, QMenu) or self._choose.random() < 0.3:
            self._note("Esc")
            self._key(Qt.Key.Key_Escape, to=popup)
            return
        steps = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Right, Qt.Key.Key_Left)
        self._key(self._choose.choice((*steps, Qt.Key.Key_Down, Qt.Key.Key_Return)), to=popup)

    def _in_dialog(self, dialog: QDialog) -> None:
        self._note(type(dialog).__name__)
        if isinstance(dialog, FaultDialog):
            self.faults.append(f"a dialog of a bug: {dialog.report}")
            dialog.close()
        elif isinstance(dialog, QFileDialog):
            self._answer_file_dialog(dialog)
        elif self._choose.random() < 0.15:
            self._key(Qt.Key.Key_Escape, to=dialog)
        else:
            self._choose.choice((self._press_button, self._press_in, self._type_words))(dialog)

    def _answer_file_dialog(self, dialog: QFileDialog) -> None:
        """Never by keys: one of them deletes files."""
        if self._choose.random() < 0.5:
            dialog.reject()
            return
        if dialog.acceptMode() is QFileDialog.AcceptMode.AcceptOpen:
            there = [file for group in self._files for file in group if file.exists()]
            dialog.selectFile(str(self._choose.choice(there)))
        dialog.accept()
        if isValid(dialog):
            QTimer.singleShot(0, dialog, dialog.reject)  # where it asks, or cannot

    def _press_button(self, dialog: QWidget) -> None:
        buttons = [each for each in dialog.findChildren(QAbstractButton) if each.isVisible()]
        if buttons:
            button = self._choose.choice(buttons)
            self._note(button.text())
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def _press_in(self, dialog: QWidget) -> None:
        key = self._choose.choice(_KEYS)
        self._note(key.name)
        self._key(key, to=dialog)

    # Its own work

    def _key(
        self,
        key: Qt.Key | int,
        modifiers: Qt.KeyboardModifier = _NONE,
        to: QWidget | None = None,
    ) -> None:
        """As the system sends it: to the window, which passes it on to what has the focus."""
        self._has_tabbed |= key in {Qt.Key.Key_Tab, Qt.Key.Key_Backtab} or (
            key in _ARROWS and isinstance(QApplication.focusWidget(), QAbstractButton)
        )  # with which Qt, too, goes from a button to the next
        handle = to.windowHandle() if to is not None else self._handle()
        if handle is not None:
            QTest.keyClick(handle, Qt.Key(key), modifiers)

    def _handle(self) -> QWindow:
        handle = QApplication.focusWindow() or self._window.windowHandle()
        assert handle is not None
        return handle

    def _click_at(self, point: QPoint, button: Qt.MouseButton) -> None:
        self._note(f"{point.x()} {point.y()} {button.name}")
        QTest.mouseClick(self._handle(), button, _NONE, point)

    def _point(self) -> QPoint:
        size = self._handle().size()
        return QPoint(
            self._choose.randrange(max(1, size.width())),
            self._choose.randrange(max(1, size.height())),
        )

    def _action(self) -> QAction | None:
        enabled = [
            each
            for each in self._window.actions()
            if each.isEnabled() and each.objectName() not in _ENDING
        ]
        return self._choose.choice(enabled) if enabled else None


_WEIGHTS: dict[Callable[[Monkey], None], int] = {
    Monkey._press_key: 20,
    Monkey._press_shortcut: 14,
    Monkey._trigger: 6,
    Monkey._click: 14,
    Monkey._click_twice: 3,
    Monkey._drag: 4,
    Monkey._roll_wheel: 10,
    Monkey._open_menu: 3,
    Monkey._type_words: 3,
    Monkey._open_files: 3,
    Monkey._drop_link: 1,
    Monkey._seek: 2,
    Monkey._seek_near_end: 1,
    Monkey._use_theme: 1,
    Monkey._resize: 3,
    Monkey._change_state: 1,
    Monkey._rest: 8,
}


def _name(focused: QWidget | None) -> str:
    return f"{type(focused).__name__} {focused.objectName()}" if focused else "no focus"


def _wants_space(focused: QWidget | None) -> bool:
    """Whether the focused widget types, or lies where buttons are pressed with Space."""
    if focused is None:
        return False
    is_typing = focused.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    if is_typing or isinstance(focused, BackButton | BarButton | EndButton):
        return True
    around: QWidget | None = focused
    while around is not None:
        is_guarded = any(isinstance(each, ShortcutGuard) for each in around.children())
        if is_guarded or (around.isWindow() and around is not QApplication.activeWindow()):
            return True
        around = around.parentWidget()
    return False


def _episodes(folder: Path) -> list[list[Path]]:
    """What is opened: pairs, two texts of one recording, halves, damaged and missing files."""
    for name in ("talk.mp3", "alone.mp3"):
        shutil.copy(TONE, folder / name)
    (folder / "talk.vtt").write_text(vtt())
    (folder / "talk.srt").write_text("1\n00:00:01,000 --> 00:00:03,000\nThe harbour wakes.\n")
    (folder / "odd.txt").write_text("Nothing with times.\n\nNor here.\n")
    (folder / "damaged.mp3").write_bytes(b"\0" * 5_000)
    lines = "".join(
        f"{k}\n{_stamp(k * 30)} --> {_stamp(k * 30 + 29)}\nLine {k} of a long talk here.\n\n"
        for k in range(2_000)
    )
    (folder / "long.srt").write_text(lines)
    shutil.copy(TONE, folder / "long.mp3")
    sample = paths.sample_episode()
    for file in (sample, sample.with_suffix(".opus")):
        shutil.copy(file, folder / file.name)
    names = (
        *(["talk.vtt"], ["talk.srt", "talk.mp3"], ["talk.vtt", "talk.mp3"], ["long.srt"]),
        *([sample.name], ["alone.mp3"], ["odd.txt"], ["damaged.mp3"], ["gone.vtt"]),
    )
    return [[folder / name for name in group] for group in names]


def _stamp(tenths: int) -> str:
    return f"{tenths // 36_000:02}:{tenths // 600 % 60:02}:{tenths // 10 % 60:02},{tenths % 10}00"


def memory() -> float:
    """MB that this process has of its own."""
    gc.collect()
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("RssAnon"):
            return int(line.split()[1]) / 1024
    return 0.0


def main() -> int:
    """Run as the command line says; 1 when anything failed."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--minutes", type=float, default=20.0)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    parser.add_argument("--player", default="vlc", help="vlc, or silent")
    asked = parser.parse_args()
    faulthandler.enable()
    print(f"seed {asked.seed}, {asked.minutes:g} minutes", flush=True)
    with tempfile.TemporaryDirectory() as home:
        _live_in(Path(home))
        return _run(asked, Path(home))


def _live_in(home: Path) -> None:
    """All that Earmark and Qt read and write lies there."""
    os.environ["HOME"] = str(home)
    for name in ("CONFIG_HOME", "DATA_HOME", "CACHE_HOME", "STATE_HOME"):
        os.environ[f"XDG_{name}"] = str(home / name.lower())
    os.chdir(home)


def _run(asked: argparse.Namespace, home: Path) -> int:
    application = Application([sys.argv[0], "-style", "Fusion"])
    application.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    application.setQuitOnLastWindowClosed(False)
    language.use_language(application, language.SOURCE)
    nowhere = _Nowhere()
    for scheme in ("file", "http", "https", "mailto"):
        QDesktopServices.setUrlHandler(scheme, nowhere, "take")  # type: ignore[arg-type]
    choosing.PLAYERS["vlc"] = partial(VlcPlayer.prepare, ["--aout=dummy"])
    files = _episodes(home)
    earmark = Earmark(player=_player_to_use(asked.player))
    faults = _watch_faults()
    earmark.start(files[0])
    desktop = DesktopController(
        earmark.session, earmark.window, earmark.controllers, application, opener=earmark.opener
    )
    desktop.link_opened.connect(earmark.open_link)
    GarbageCollection(application)
    earmark.window.activateWindow()
    log = Path(tempfile.gettempdir()) / f"monkey-{asked.seed}.log"
    print(f"every action is written to {log}", flush=True)
    with log.open("w", encoding="utf-8") as out:
        monkey = Monkey(earmark, files, random.Random(asked.seed), out)
        sizes = _played(monkey, faults, asked.minutes * 60)
    earmark.window.close_anyway()
    earmark.shut_down()
    application.clipboard().clear()
    return _reported(monkey, faults, sizes, asked.seed)


def _player_to_use(name: str) -> str:
    if name == "vlc":
        try:
            VlcPlayer.load(["--aout=dummy"]).shut_down()
        except PlayerMissing:
            print("without VLC: silence is played", flush=True)
            return "silent"
    return name


def _played(monkey: Monkey, faults: list[str], seconds: float) -> list[float]:
    """Let the hands play; gives the memory in MB from time to time, with nothing under way."""
    begun, sizes = time.monotonic(), list[float]()
    monkey.begin()
    printed = 0.0
    while time.monotonic() - begun < seconds and not (faults or monkey.faults):
        QTest.qWait(200)
        passed = time.monotonic() - begun
        if passed > seconds * _WARM and passed - printed > max(5.0, seconds / 20):
            printed = passed
            sizes.append(memory())
            done = sum(monkey.counts.values())
            print(f"{passed:6.0f} s {done:7} actions {sizes[-1]:6.0f} MB", flush=True)
    monkey.stop()
    for dialog in QApplication.topLevelWidgets():
        if isinstance(dialog, QDialog | QMenu):
            dialog.close()
    faulthandler.cancel_dump_traceback_later()
    return sizes


def _reported(monkey: Monkey, faults: list[str], sizes: list[float], seed: int) -> int:
    failed = [*faults, *monkey.faults]
    growth = sizes[-1] - sizes[0] if sizes else 0.0
    if growth > _GROWTH:
        failed.append(f"memory grew by {growth:.0f} MB")
    if failed:
        print("The last actions:", *monkey.last, sep="\n  ")
    print(dict(monkey.counts.most_common()))
    for fault in failed:
        print("FAULT", fault)
    count = sum(monkey.counts.values())
    print(
        f"seed {seed}: {count} actions, {monkey.checks} checks of Space, growth {growth:.0f} MB,"
        f" {len(failed)} faults"
    )
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
