"""Runs first in the frozen app: where VLC lies, and what child processes are to see."""

import os
import sys
from pathlib import Path

_base = Path(sys._MEIPASS)
_own = {
    "linux": ("libvlc.so.5", ""),
    "win32": ("vlc/libvlc.dll", "vlc/plugins"),
    "darwin": ("vlc/lib/libvlc.dylib", "vlc/plugins"),
}
_library, _plugins = (_base / part for part in _own[sys.platform])

if _library.exists():
    # A VLC_PLUGIN_PATH of the user's would add plugins of another version to ours.
    for _name in ("VLC_PLUGIN_PATH", "PYTHON_VLC_MODULE_PATH"):
        os.environ.pop(_name, None)
    os.environ["PYTHON_VLC_LIB_PATH"] = str(_library)
    if sys.platform == "win32":
        os.add_dll_directory(str(_library.parent))
        os.environ["PYTHON_VLC_MODULE_PATH"] = str(_plugins)
    elif sys.platform == "darwin":
        import ctypes

        ctypes.CDLL(str(_library.with_name("libvlccore.dylib")))
        for _name in ("VLC_PLUGIN_PATH", "PYTHON_VLC_MODULE_PATH"):
            os.environ[_name] = str(_plugins)
elif sys.platform == "linux":
    # Else python-vlc would run ldconfig to find it, and find nothing in silence.
    os.environ.setdefault("PYTHON_VLC_LIB_PATH", "libvlc.so.5")

if sys.platform == "linux":
    # The bootloader's, for itself: a browser that we open must not load our libraries.
    _given = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
    os.environ.pop("LD_LIBRARY_PATH", None)
    if _given is not None:
        os.environ["LD_LIBRARY_PATH"] = _given
