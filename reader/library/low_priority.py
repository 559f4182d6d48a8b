"""Lets long work give way to all that a listener sees and hears."""

from __future__ import annotations

import os
import sys
import threading
from contextlib import suppress

_NICE = 15


def take_low_priority() -> None:
    """From now on this thread is served after others, where the system can do that for one."""
    if sys.platform == "linux":  # where a thread has a priority of its own
        with suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), _NICE)
