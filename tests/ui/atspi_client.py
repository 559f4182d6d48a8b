"""Reads a window as a screen reader does; run by the system's Python, which has pyatspi.

    /usr/bin/python3 atspi_client.py COMMAND...

Starts COMMAND, waits for its window, then answers each line of standard input, `["name", ...]`,
by a line: what `Reader.name(...)` gives. At the end of the input it ends COMMAND as Ctrl+C would.
Needs an X server and a session bus.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from typing import Any

import pyatspi
from gi.repository import GLib

_PATIENCE = 30  # seconds for a window to come
_MOMENT = 50  # milliseconds
_HEARD = (
    "announcement",
    "text-caret-moved",
    "state-changed:focused",
    "property-change:accessible-description",
)
_MODIFIERS = {"Shift": 1, "Ctrl": 4, "Alt": 8}
_KEYS = {
    "Tab": 0xFF09,
    "Enter": 0xFF0D,
    "Escape": 0xFF1B,
    "Space": 0x20,
    "Home": 0xFF50,
    "Down": 0xFF54,
    "End": 0xFF57,
}


class Reader:
    """Looks at one application through the accessibility bus."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self._process = process
        self._heard: list[list[str]] = []
        self._focused: Any = None
        for kind in _HEARD:
            pyatspi.Registry.registerEventListener(self._hear, f"object:{kind}")
        self._application = self._wait_for_application()

    def tree(self, is_all: bool = False) -> list[dict[str, Any]]:
        """What the windows show, or all that they hold, parents before children."""
        return [_description(each) for each in _walk(self._application, is_all)]

    def shows(self, role: str, name: str) -> bool:
        """Whether a control of this role can be seen whose name begins like this."""
        return any(_is(each, role, name) for each in _walk(self._application))

    def focused(self) -> dict[str, Any] | None:
        """What has the keyboard, as the application reported last."""
        return None if self._focused is None else _description(self._focused)

    def act(self, role: str, name: str, action: str = "") -> bool:
        """Do an action of a control, by default its first."""
        actions = self._find(role, name).queryAction()
        names = [actions.getName(k) for k in range(actions.nActions)]
        return bool(actions.doAction(names.index(action) if action else 0))

    def set_value(self, role: str, name: str, value: float) -> None:
        """Move a slider."""
        self._find(role, name).queryValue().currentValue = value

    def focus(self, role: str, name: str) -> bool:
        """Take the keyboard to a control."""
        return bool(self._find(role, name).queryComponent().grabFocus())

    def click(self, x: int, y: int) -> None:
        """Press and release the left mouse button at a place of the screen."""
        pyatspi.Registry.generateMouseEvent(x, y, pyatspi.MOUSE_B1C)

    def press(self, keys: str) -> None:
        """Press and release real keys: "Ctrl+F", "Tab", "x"."""
        *modifiers, key = keys.split("+") if keys != "+" else ["+"]
        mask = sum(_MODIFIERS[each] for each in modifiers)
        send = pyatspi.Registry.generateKeyboardEvent
        if mask:
            send(mask, None, pyatspi.KEY_LOCKMODIFIERS)
        send(_KEYS.get(key) or ord(key), None, pyatspi.KEY_SYM)
        if mask:
            send(mask, None, pyatspi.KEY_UNLOCKMODIFIERS)

    def text(self, role: str, name: str) -> dict[str, Any]:
        """The whole text of a control, its caret and its selections."""
        text = self._find(role, name).queryText()
        return {
            "text": text.getText(0, -1),
            "count": text.characterCount,
            "caret": text.caretOffset,
            "selections": [list(text.getSelection(k)) for k in range(text.getNSelections())],
        }

    def description(self, role: str, name: str) -> str:
        """What is said of a control beside its name."""
        return str(self._find(role, name).description)

    def line(self, role: str, name: str, offset: int) -> list[Any]:
        """The line at an offset: text, start, end."""
        text = self._find(role, name).queryText()
        return list(text.getTextAtOffset(offset, pyatspi.TEXT_BOUNDARY_LINE_START))

    def extents(self, role: str, name: str, offset: int) -> list[int]:
        """Where a character is on the screen: x, y, width, height."""
        text = self._find(role, name).queryText()
        return list(text.getCharacterExtents(offset, pyatspi.DESKTOP_COORDS))

    def area(self, role: str, name: str) -> list[int]:
        """Where a control is on the screen: x, y, width, height."""
        component = self._find(role, name).queryComponent()
        return list(component.getExtents(pyatspi.DESKTOP_COORDS))

    def set_caret(self, role: str, name: str, offset: int) -> bool:
        """Move the caret."""
        return bool(self._find(role, name).queryText().setCaretOffset(offset))

    def select(self, role: str, name: str, start: int, end: int) -> bool:
        """Select some text."""
        return bool(self._find(role, name).queryText().addSelection(start, end))

    def scroll_to(self, role: str, name: str, start: int, end: int) -> bool:
        """Bring some text into view."""
        anywhere = pyatspi.SCROLL_ANYWHERE
        text = self._find(role, name).queryText()
        return bool(text.scrollSubstringTo(start, end, anywhere))

    def heard(self) -> list[list[str]]:
        """What the application announced by itself since the last time: kind, source, text."""
        heard, self._heard = self._heard, []
        return heard

    def rest(self) -> None:
        """Listen for a moment."""
        is_over: list[bool] = []
        GLib.timeout_add(_MOMENT, lambda: is_over.append(True))
        while not is_over:
            GLib.MainContext.default().iteration(True)

    def has_ended(self) -> bool:
        """Whether the application is gone."""
        return self._process.poll() is not None

    # Its own work

    def _hear(self, event: Any) -> None:
        if event.type.minor == "focused":
            self._focused = event.source if event.detail1 else self._focused
            return
        self._heard.append([event.type.major, event.source_name, str(event.any_data)])

    def _wait_for_application(self) -> Any:
        end = time.monotonic() + _PATIENCE
        while time.monotonic() < end and self._process.poll() is None:
            for application in pyatspi.Registry.getDesktop(0):
                if application is not None and application.childCount:
                    application.setCacheMask(pyatspi.cache.NONE)
                    return application
            time.sleep(0.05)
        raise SystemExit("No window came.")

    def _find(self, role: str, name: str) -> Any:
        """The first control in view of this role whose name begins like this."""
        for each in _walk(self._application):
            if _is(each, role, name):
                return each
        raise LookupError(f"There is no {role} {name!r}.")


def _walk(accessible: Any, is_all: bool = False) -> Iterator[Any]:
    yield accessible
    try:
        children = list(accessible)
    except GLib.GError:
        return  # it went while we looked
    for child in children:
        if child is not None and (is_all or _has(child, pyatspi.STATE_SHOWING)):
            yield from _walk(child, is_all)


def _is(accessible: Any, role: str, name: str) -> bool:
    try:
        return bool(accessible.getRoleName() == role and accessible.name.startswith(name))
    except GLib.GError:
        return False


def _has(accessible: Any, state: Any) -> bool:
    try:
        return bool(accessible.getState().contains(state))
    except GLib.GError:
        return False


def _description(accessible: Any) -> dict[str, Any]:
    try:
        states = [pyatspi.stateToString(state) for state in accessible.getState().getStates()]
        role, name = accessible.getRoleName(), accessible.name
    except GLib.GError:
        role, name, states = "gone", "", []
    return {"role": role, "name": name, "states": states}


def _answer(reader: Reader, line: str) -> object:
    name, *arguments = json.loads(line)
    question: Callable[..., object] = getattr(reader, name)
    try:
        return {"answer": question(*arguments)}
    except (GLib.GError, LookupError, NotImplementedError) as error:
        return {"error": str(error) or repr(error)}


def main(command: list[str]) -> int:
    """Serve questions until there are no more."""
    with subprocess.Popen(command) as process:
        reader = Reader(process)
        loop = GLib.MainLoop()

        def serve(_source: object, condition: int) -> bool:
            line = sys.stdin.readline() if condition & GLib.IO_IN else ""
            if not line:
                loop.quit()
                return False
            print(json.dumps(_answer(reader, line)), flush=True)
            return True

        GLib.io_add_watch(0, GLib.IO_IN | GLib.IO_HUP, serve)
        print(json.dumps({"answer": "ready"}), flush=True)
        loop.run()
        return _end(process)


def _end(process: subprocess.Popen[bytes]) -> int:
    if process.poll() is None:
        process.terminate()  # Ctrl+C is ignored below a shell's background
    try:
        return process.wait(_PATIENCE)
    except subprocess.TimeoutExpired:
        process.kill()
        return process.wait()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
