"""How PySide is loaded: without what it does at its import for others."""

from __future__ import annotations

import subprocess
import sys

LOADED = """
import linecache
from ui.commands import pyside
pyside.load()
import ui.appearance.theme
print(ui.appearance.theme.__file__ in linecache.cache, ui.appearance.theme.QFont is not None)
"""


def words_of(program: str, *arguments: str) -> list[str]:
    """What it prints."""
    command = [sys.executable, "-c", program, *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()


def test_no_source_is_read_of_what_is_imported() -> None:
    assert words_of(LOADED) == ["False", "True"]


TURNS = """
import sys
from ui.commands import pyside

class Watch:
    def find_spec(self, name, path=None, target=None):
        if name == "shiboken6":
            print(sys.getswitchinterval() > 10)

sys.meta_path.insert(0, Watch())
pyside.load()
print(sys.getswitchinterval())
"""


def test_no_other_thread_gets_its_turn_while_pyside_is_loaded() -> None:
    """One that imports ended the process: "dictionary changed size during iteration". After that
    the window's thread gets its turn five times as soon as Python would give it."""
    assert words_of(TURNS) == ["True", "0.001"]


COMPILED = """
import builtins, sys
from ui.commands import pyside
compile = builtins.compile
pyside.load()
print(builtins.compile is compile)
print(*(name for name in sys.modules if name.startswith("shibokensupport.signature.")
        and "__getattr__" not in vars(sys.modules[name])))
"""


def test_the_words_of_errors_are_compiled_when_they_are_needed() -> None:
    """They are two thirds of what PySide compiles each time."""
    is_back, *compiled = words_of(COMPILED)
    assert is_back == "True"
    names = {each.removeprefix("shibokensupport.signature.") for each in compiled}
    assert names == {"mapping", "importhandler", "lib", "loader"}


WORDED = """
import sys
if "load" in sys.argv:
    from ui.commands import pyside
    pyside.load()
from PySide6.QtCore import QObject, QSize, Qt, QTimer
from PySide6.QtWidgets import QLabel

def wrong(call):
    try:
        call()
    except Exception as error:
        print(type(error), error)

wrong(lambda: QSize("x", "y"))
wrong(lambda: QTimer.singleShot("soon"))
wrong(lambda: QTimer.singleShot("soon", 1, 2, 3))
wrong(lambda: QObject(parnt=3))
wrong(lambda: Qt.Key("a"))
wrong(lambda: QSize.no_such_name)
from PySide6.support.signature import get_signature
print(get_signature(QObject.event), get_signature(QTimer.singleShot), QLabel.__doc__)
from PySide6.support.signature.lib import pyi_generator
print(pyi_generator.generate_pyi.__doc__)
"""


def test_errors_say_what_pyside_would_say() -> None:
    said = words_of(WORDED, "load")
    assert "Supported" in said
    assert said == words_of(WORDED)
