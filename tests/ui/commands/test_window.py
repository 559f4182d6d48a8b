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
