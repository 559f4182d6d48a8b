"""Which libraries a system lacks that Qt needs, and how they are had.

The unpacked archive brings all but what every desktop has (`packaging/linux/PORTABLE.txt`).
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable

_PACKAGES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libasound.so.2": "libasound2",
}
"""By the names of Debian and Ubuntu."""
_LOADER = "cannot open shared object file"


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def missing(error: ImportError, loads: Callable[[str], bool] = _loads) -> str:
    """What is missing where a library could not be loaded, in a sentence; else nothing."""
    named, _, reason = str(error).partition(": ")
    if not reason.startswith(_LOADER):
        return ""
    absent = list(dict.fromkeys([named, *(each for each in _PACKAGES if not loads(each))]))
    packages = " ".join(_PACKAGES[each] for each in absent if each in _PACKAGES)
    way = f" On Debian or Ubuntu: sudo apt install {packages}" if packages else ""
    return f"your system lacks {', '.join(absent)}, which windows need.{way}"
