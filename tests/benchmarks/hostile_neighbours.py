"""Sends Earmark what other programs of the same user could: over the socket of a second start, and
over the session's bus.

    python -m tests.benchmarks.hostile_neighbours [SEED] [--messages 500]

Earmark runs in a process of its own, with a home of its own. Printed is a message after which a
good one is not answered within 10 s; then the largest memory, which may be 500 MB, and what Earmark
itself has written: a traceback is a fault. Needs a session bus for its second half; `make hostile`
gives one.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import random
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from jeepney import DBusAddress, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection

from tests.neighbours import NAME, bus_call, socket_data

_LARGEST = 500.0  # MB
_PATIENCE = 10.0  # s in which a good message must be answered
_START = 60.0
_GOOD = b'{"names": [], "token": ""}\n'
_ANSWER = b"ok\n"


def main() -> int:
    """Send all; the exit code is 1 where something failed."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("seed", type=int, nargs="?", default=int(time.time()))
    parser.add_argument("--messages", type=int, default=500)
    asked = parser.parse_args()
    print(f"seed {asked.seed}", flush=True)
    with tempfile.TemporaryDirectory() as home, _earmark(Path(home)) as process:
        faults = [*_sent_to_socket(Path(home), asked.seed, asked.messages)]
        if "DBUS_SESSION_BUS_ADDRESS" in os.environ:
            faults += _sent_to_bus(asked.seed, asked.messages)
        largest = _largest(process.pid)
        if process.poll() is not None:
            faults.append(f"Earmark has ended with {process.returncode}")
        written = (Path(home) / "written").read_text(errors="replace")
    if "Traceback" in written:
        faults.append(f"it wrote\n{written[-2_000:]}")
    if largest > _LARGEST:
        faults.append(f"it took {largest:.0f} MB")
    for fault in faults:
        print("FAULT", fault)
    print(f"{asked.messages} messages each way, {largest:.0f} MB, {len(faults)} faults")
    return 1 if faults else 0


@contextlib.contextmanager
def _earmark(home: Path) -> Iterator[subprocess.Popen[bytes]]:
    names = ("CONFIG_HOME", "DATA_HOME", "CACHE_HOME", "STATE_HOME", "RUNTIME_DIR")
    places = {f"XDG_{name}": str(home / name.lower()) for name in names}
    (home / "runtime_dir").mkdir(mode=0o700)
    environment = os.environ | places | {"HOME": str(home), "QT_QPA_PLATFORM": "offscreen"}
    with (home / "written").open("wb") as out:
        command = [sys.executable, "-m", "ui"]
        process = subprocess.Popen(command, env=environment, stdout=out, stderr=out)
        try:
            _until(lambda: bool(_address(home)), _START)
            yield process
        finally:
            process.kill()
            process.wait()


def _sent_to_socket(home: Path, seed: int, count: int) -> Iterator[str]:
    choose = random.Random(seed)
    for number in range(count):
        data = socket_data(choose)
        with contextlib.suppress(OSError), _line(home) as line:
            line.sendall(data)
            if choose.random() < 0.5:
                line.settimeout(0.2)
                line.recv(10)
        if number % 20 == 0 and not _is_answered(home):
            yield f"no answer after message {number} to the socket: {data[:80]!r}"
            return


def _is_answered(home: Path) -> bool:
    def is_answer() -> bool:
        with contextlib.suppress(OSError), _line(home) as line:
            line.sendall(_GOOD)
            return line.recv(10) == _ANSWER
        return False

    return _until(is_answer, _PATIENCE)


def _line(home: Path) -> socket.socket:
    line = socket.socket(socket.AF_UNIX)
    line.settimeout(_PATIENCE)
    line.connect(str(_address(home)))
    return line


def _address(home: Path) -> Path | None:
    return next((home / "runtime_dir").glob("*.socket"), None)


def _sent_to_bus(seed: int, count: int) -> Iterator[str]:
    choose = random.Random(seed)
    with open_dbus_connection() as line:
        if not _until(lambda: _is_there(line), _START):
            yield "it is not on the bus"
            return
        for number in range(count):
            call = bus_call(choose)
            line.send(call)
            if number % 20 == 0 and not _is_there(line):
                yield f"no answer after call {number} over the bus: {call.header}"
                return


def _is_there(line: DBusConnection) -> bool:
    ping = new_method_call(DBusAddress("/", NAME, "org.freedesktop.DBus.Peer"), "Ping")
    try:
        answer = line.send_and_get_reply(ping, timeout=_PATIENCE)
    except TimeoutError:
        return False
    # Of an object that is not there, but of Earmark: the bus itself says otherwise.
    name = answer.header.fields.get(4, "")
    return bool(str(name).endswith("UnknownObject"))


def _until(is_done: Callable[[], bool], seconds: float) -> bool:
    until = time.monotonic() + seconds
    while not is_done():
        if time.monotonic() > until:
            return False
        time.sleep(0.05)
    return True


def _largest(pid: int) -> float:
    """MB that a process had at most."""
    with contextlib.suppress(OSError):
        for line in Path(f"/proc/{pid}/status").read_text().splitlines():
            if line.startswith("VmHWM"):
                return int(line.split()[1]) / 1024
    return 0.0


if __name__ == "__main__":
    sys.exit(main())
