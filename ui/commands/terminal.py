"""Follows along in a terminal: the same session, clock and player without a window."""

from __future__ import annotations

import contextlib
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TextIO

from PySide6.QtCore import QCoreApplication, QObject, QSocketNotifier

from reader import paths
from reader.errors import ReaderError, RecordingError
from reader.foreign_names import shown
from reader.jobs import Jobs, JobThreads, Worker, close_all
from reader.library.file_pair import MissingPartner
from reader.playback import choosing
from reader.playback.player import PlayerState
from reader.playback.transport import RATE_STEP, Transport
from reader.session.reading_session import ReadingSession
from reader.settings import Settings
from reader.store.library import Library
from reader.store.library_file import own_library
from reader.time_text import clock_text
from reader.transcript.reading_text import GUESSED
from ui.commands import output

_ARROWS = {"\x1b[A": "up", "\x1b[B": "down", "\x1b[C": "right", "\x1b[D": "left"}
_DIM, _PLAIN = "\x1b[2m", "\x1b[0m"


def run(
    files: Sequence[Path],
    *,
    player: str | None = None,
    sync_log: Path | None = None,
    has_file_times: bool = False,
) -> int:
    """Play `files` and print each line as it is spoken; gives the exit code.

    With `has_file_times`, as the transcript says, wherever the listener moved it to.
    """
    application = QCoreApplication(sys.argv[:1])
    try:
        transport = Transport(choosing.load_player(player))
    except ReaderError as error:
        output.report(error.message)
        return 1
    opener, keeper = JobThreads(), Worker()
    library = Library(own_library())
    session = ReadingSession(
        transport,
        Settings(),
        library,
        opener=opener,
        keeper=keeper,
        books=paths.book_sounds(),
    )
    session.has_file_times = has_file_times
    follower = TerminalFollower(session, sys.stdout)
    signal.signal(signal.SIGINT, lambda *_: application.quit())
    with _keys(sys.stdin, follower.press), _sync_log(session, sync_log):
        session.open(*files)
        application.exec()
    session.close()
    close_all([opener, *session.findChildren(Jobs)], 0.8)
    keeper.run(lambda _: library.close(), lambda _: None)
    keeper.close(0.6)
    transport.shut_down(0.4)
    return follower.exit_code


class TerminalFollower(QObject):
    """Prints the current line of a session as it changes, and takes keys for its commands."""

    def __init__(self, session: ReadingSession, out: TextIO) -> None:
        super().__init__()
        self._session, self._transport, self._out = session, session.transport, out
        self.exit_code = 0
        self._has_begun = False
        transport, navigator = session.transport, session.navigator
        self._commands: dict[str, Callable[[], object]] = {
            " ": transport.toggle,
            "left": navigator.skip_back,
            "right": navigator.skip_forward,
            "up": navigator.previous_line,
            "down": navigator.next_line,
            "<": lambda: transport.set_rate(transport.rate - RATE_STEP),
            ">": lambda: transport.set_rate(transport.rate + RATE_STEP),
            "q": QCoreApplication.quit,
            "\x03": QCoreApplication.quit,
        }
        session.episode_opened.connect(self._begin)
        session.follower.current_changed.connect(self._print_line)
        session.partner_missing.connect(self._report_missing)
        session.failed.connect(self._fail)
        transport.state_changed.connect(self._show_state)
        transport.unheard.connect(lambda: self._say("no sound: no audio output takes it"))
        transport.silenced.connect(lambda: self._say("the audio output is gone; Space plays again"))
        transport.rate_changed.connect(lambda rate: self._say(f"speed {rate:g}×"))

    def press(self, key: str) -> None:
        """Do what a key stands for."""
        command = self._commands.get(key)
        if command is not None:
            command()

    def _begin(self) -> None:
        session = self._session
        if session.recording is None:
            return  # partner_missing reports it
        self._say(f"{session.title} — Space pauses, ← → skip, q quits")
        if session.sync:
            self._say("the text is where you moved it; --file-times plays it as its file says")
        if session.script is not None and session.script.voices:
            self._say("voices are as you named them, a guess with “?”")
        self._transport.play()

    def _print_line(self, cues: tuple[int, ...]) -> None:
        script = self._session.script
        if not cues or script is None or not self._has_begun:
            return
        cue = script.transcript.cues[cues[-1]]
        block = next(iter(script.reading.ranges(cue.index)), None)
        number = script.reading.block_at(block[0]) if block else None
        voice = script.reading.guessed_name(number) if number is not None else ""
        doubt = GUESSED if number is not None and script.reading.is_guess(number) else ""
        name = f"{voice}{doubt}: " if voice else ""
        self._write(f"{clock_text(cue.start or 0):>8}  {name}{cue.text}")

    def _show_state(self, state: PlayerState) -> None:
        if state is PlayerState.PLAYING and not self._has_begun:
            self._has_begun = True
            self._print_line(self._session.follower.current)
        elif state is PlayerState.PAUSED and self._has_begun:
            self._say(f"paused at {clock_text(self._transport.time)}")
        elif state is PlayerState.ENDED:
            QCoreApplication.quit()

    def _report_missing(self, missing: MissingPartner) -> None:
        name = missing.known.name
        if missing.is_recording:
            output.report(f"No recording was found beside “{name}”; name both: earmark play A B")
            self._give_up()
        else:
            self._say(f"no transcript was found beside “{name}”")

    def _fail(self, error: ReaderError) -> None:
        output.report(error.message)
        if self._session.episode is None or isinstance(error, RecordingError):
            self._give_up()

    def _give_up(self) -> None:
        self.exit_code = 1
        QCoreApplication.exit(1)

    def _say(self, text: str) -> None:
        self._write(text, _DIM, _PLAIN)

    def _write(self, text: str, before: str = "", after: str = "") -> None:
        """A line; `before` and `after` are for a terminal alone."""
        line = shown(text)
        if self._out.isatty():
            line = f"{before}{output.harmless(line)}{after}"
        try:
            self._out.write(f"{line}\n")
            self._out.flush()
        except BrokenPipeError:  # as in `earmark play talk.vtt | head`: nobody reads on
            output.close()
            QCoreApplication.quit()


@contextlib.contextmanager
def _keys(source: TextIO, press: Callable[[str], None]) -> Iterator[None]:
    """Pass single keys on while in it, where the input is a terminal that can do so."""
    if not source.isatty() or sys.platform == "win32":
        yield
        return
    import termios
    import tty

    before = termios.tcgetattr(source)
    tty.setcbreak(source)
    notifier = QSocketNotifier(source.fileno(), QSocketNotifier.Type.Read)
    notifier.activated.connect(partial(_read_keys, source.fileno(), press))
    try:
        yield
    finally:
        notifier.setEnabled(False)
        termios.tcsetattr(source, termios.TCSADRAIN, before)


def _read_keys(descriptor: int, press: Callable[[str], None], *_: object) -> None:
    import os

    typed = os.read(descriptor, 64).decode("utf-8", "replace")
    for key in _split(typed):
        press(_ARROWS.get(key, key))


def _split(typed: str) -> Iterator[str]:
    while typed:
        size = 3 if typed[:3] in _ARROWS else 1
        yield typed[:size]
        typed = typed[size:]


@contextlib.contextmanager
def _sync_log(session: ReadingSession, path: Path | None) -> Iterator[None]:
    if path is None:
        yield
        return
    from reader.playback.sync_log import SyncLog

    log = SyncLog(path)
    session.follower.highlight_changed.connect(
        lambda highlight, time, cause: log.note(highlight, time, session.transport.rate, cause)
    )
    try:
        yield
    finally:
        log.close()
