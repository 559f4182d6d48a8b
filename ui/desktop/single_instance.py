"""One window for one library: a second start hands over what it was given, and is done."""

from __future__ import annotations

import os
import sys
import time
import zlib
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, TypeGuard, cast

from PySide6.QtCore import QLockFile, QObject, QTimer, Signal

from reader import paths
from reader.private_files import make_private_folder

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

_PATIENCE = 10.0  # s in which the first start must show its window and answer
_SOON = 0.2  # s
_PAUSE = 50  # ms between two tries
_ANSWER = b"ok\n"
_LONGEST = 1 << 20  # bytes of a message
_HASTE = 5_000  # ms in which a message must have come and its answer been taken
_MOST_SOCKETS = 16  # at once: a file that is opened must find a descriptor left
_MOST_NAMES = 100
_LONGEST_TOKEN = 1_000
_TOKENS = ("XDG_ACTIVATION_TOKEN", "DESKTOP_STARTUP_ID")


class SingleInstance(QObject):
    """Held by the first start for as long as it lives; the lock goes with its process.

    Lock and socket lie where only this user may look, and are named by where the library is.
    """

    received = Signal(object, str)  # names of files and links: tuple of str; what lets us come up

    def __init__(
        self, library: Path, folder: Path | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        place = folder or paths.runtime_folder()
        with suppress(OSError):
            make_private_folder(place)  # without XDG_RUNTIME_DIR it is the library's
        stem = place / f"earmark-{zlib.crc32(os.fsencode(_real(library))):08x}"
        self._lock = QLockFile(f"{stem}.lock")
        self._lock.setStaleLockTime(0)  # old is not stale: what counts is whether it still runs
        # On Windows a pipe: they have a namespace of their own, and no folder.
        self._address = stem.name if sys.platform == "win32" else f"{stem}.socket"
        self._server: QLocalServer | None = None
        self._sockets: set[QLocalSocket] = set()
        self._answered: set[QLocalSocket] = set()

    def is_first(self, names: Sequence[str] = (), patience: float = _PATIENCE) -> bool:
        """Whether to open a window; else the one that is open took `names` and came up.

        One that hangs for longer than `patience` seconds is left alone: two windows are better
        than none.
        """
        until = time.monotonic() + patience
        while not self._lock.tryLock(_PAUSE):
            if self._lock.error() is not QLockFile.LockError.LockFailedError:
                return True  # no place to lock in
            if self._hand_over(names):
                return False
            if time.monotonic() > until:
                return True
        return True

    def listen(self) -> None:
        """From now on emit what other starts were given; loads what the first paint need not."""
        from PySide6.QtNetwork import QLocalServer

        if self._server is not None or not self._lock.isLocked():
            return
        QLocalServer.removeServer(self._address)  # left by one that was killed; we have the lock
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._greet)
        self._server.listen(self._address)

    def close(self) -> None:
        """Let another start be the first."""
        if self._server is not None:
            self._server.close()
        self._lock.unlock()

    def _hand_over(self, names: Sequence[str]) -> bool:
        import json

        from PySide6.QtNetwork import QLocalSocket

        socket = QLocalSocket()
        socket.connectToServer(self._address)
        if not socket.waitForConnected(_PAUSE):
            return False
        token = next(filter(None, map(os.environ.get, _TOKENS)), "")
        socket.write(json.dumps({"names": list(names), "token": token}).encode() + b"\n")
        return socket.waitForReadyRead(round(_PATIENCE * 1000)) and socket.readAll() == _ANSWER

    def _greet(self) -> None:
        assert self._server
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.disconnected.connect(self._release)
            if len(self._sockets) >= _MOST_SOCKETS:
                socket.abort()
                continue
            self._sockets.add(socket)
            # Bounded here, the rest waits at the sender: Qt would take in all that is sent.
            socket.setReadBufferSize(_LONGEST + 1)
            socket.readyRead.connect(self._read_more)
            QTimer.singleShot(_HASTE, socket, socket.abort)
            self._read(socket)

    # By their sender: a slot that holds this object would let it go amid a socket's end.

    def _read_more(self) -> None:
        self._read(cast("QLocalSocket", self.sender()))

    def _release(self) -> None:
        socket = cast("QLocalSocket", self.sender())
        self._sockets.discard(socket)
        self._answered.discard(socket)
        socket.deleteLater()

    def _read(self, socket: QLocalSocket) -> None:
        """The first line is the message, and the only one of a connection; more is not read."""
        if socket in self._answered:
            return
        if not socket.canReadLine():
            if socket.bytesAvailable() > _LONGEST:
                socket.abort()
            return
        self._answered.add(socket)
        names, token = _parsed(bytes(socket.readLine().data()))
        socket.write(_ANSWER)
        socket.flush()
        self.received.emit(names, token)


def _parsed(line: bytes) -> tuple[tuple[str, ...], str]:
    """The names of a message and its token; nothing of one that cannot be read."""
    import json

    try:
        message = json.loads(line)
        names, token = message["names"], message["token"]
    except (ValueError, TypeError, KeyError, RecursionError):
        return (), ""
    if not isinstance(names, list):
        return (), ""
    named = tuple(each for each in names if isinstance(each, str))
    return named[:_MOST_NAMES], token if _is_token(token) else ""


def _is_token(token: object) -> TypeGuard[str]:
    """Whether it may go into the environment: no NUL, no half characters."""
    if not isinstance(token, str) or len(token) > _LONGEST_TOKEN:
        return False
    return token.isascii() and token.isprintable()


def _real(library: Path) -> str:
    """Where it really lies, as far as its disk says so soon: it may never answer."""
    found: list[str] = []
    look = Thread(target=lambda: found.append(os.path.realpath(library)), daemon=True)
    look.start()
    look.join(_SOON)
    return found[0] if found else os.path.abspath(library)  # noqa: PTH100 - resolves no link
