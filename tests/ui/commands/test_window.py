"""`earmark [FILE...]`: what it does before the window."""

from __future__ import annotations

import subprocess
import sys

PROGRAM = """
import linecache
from ui.commands.window import _import_plainly
_import_plainly()
import ui.appearance.theme
print(ui.appearance.theme.__file__ in linecache.cache, ui.appearance.theme.QFont is not None)
"""


def test_no_source_is_read_of_what_is_imported() -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["False", "True"]


TURNS = """
import sys
from ui.commands.window import _import_plainly

class Watch:
    def find_spec(self, name, path=None, target=None):
        if name == "shiboken6":
            print(sys.getswitchinterval() > 10)

sys.meta_path.insert(0, Watch())
_import_plainly()
print(sys.getswitchinterval())
"""


def test_no_other_thread_gets_its_turn_while_pyside_is_loaded() -> None:
    """One that imports ended the process: "dictionary changed size during iteration". After that
    the window's thread gets its turn five times as soon as Python would give it."""
    done = subprocess.run([sys.executable, "-c", TURNS], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["True", "0.001"]
