"""What the frozen app is made of and what it leaves out: tables for `earmark.spec` and its test."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path, PurePosixPath

EXCLUDED = """
    PySide6.QtDesigner PySide6.QtMultimedia PySide6.QtOpenGL PySide6.QtOpenGLWidgets PySide6.QtPdf
    PySide6.QtQml PySide6.QtQuick PySide6.QtSql PySide6.QtTest PySide6.QtUiTools
    PySide6.QtWebEngineCore
    tkinter _tkinter turtle idlelib lib2to3 test unittest doctest pydoc_data pydoc pdb ensurepip
    setuptools pkg_resources distutils pip wheel numpy IPython PIL readline curses _curses
    multiprocessing xmlrpc ssl _ssl _hashlib ftplib smtplib imaplib
    sqlite_utils.cli sounddevice cffi pycparser docopt
""".split()
"""Python modules that Earmark never imports; others could ask for them if they were there."""

SYNC = ("pocketsphinx", "num2words")
"""The packages that make the part `earmark-sync`: a folder each."""

QT_PLUGINS = {
    "platforms": "qxcb qwayland qoffscreen qwindows qcocoa",
    "platforminputcontexts": "composeplatforminputcontextplugin ibusplatforminputcontextplugin",
    "platformthemes": "qxdgdesktopportal qgtk3",
    "imageformats": "qjpeg qsvg qwebp qgif",  # PNG is within Qt
    "iconengines": "qsvgicon",
    "styles": "qmodernwindowsstyle qmacstyle",
    "wayland-shell-integration": "xdg-shell",
    "wayland-decoration-client": "adwaita bradient",
    "printsupport": "cupsprintersupport windowsprintersupport cocoaprintersupport",
}
"""Qt's plugins that are kept, by folder; all others go."""

OF_THE_SYSTEM = frozenset(
    """
    libc libm libmvec libdl libpthread librt libresolv libutil ld-linux-x86-64 libstdc++ libgcc_s
    libz
    libGL libEGL libGLX libGLdispatch libOpenGL libgbm libdrm libOpenCL
    libX11 libX11-xcb libxcb libXau libXdmcp libXext libXrender libXi libXfixes libXcursor
    libXrandr libXinerama libXcomposite libXdamage libxcb-glx libxcb-dri2 libxcb-dri3
    libxcb-present
    libfontconfig libfreetype libharfbuzz libgraphite2 libfribidi libpng16 libexpat libuuid libbsd
    libmd libbrotlicommon libbrotlidec
    libglib-2.0 libgthread-2.0 libgobject-2.0 libgio-2.0 libgmodule-2.0 libpcre2-8 libffi-sys
    libmount libblkid libselinux
    libgtk-3 libgdk-3 libgdk_pixbuf-2.0 libpango-1.0 libpangocairo-1.0 libpangoft2-1.0 libcairo
    libcairo-gobject libatk-1.0 libatk-bridge-2.0 libatspi libpixman-1 libepoxy libthai libdatrie
    libdbus-1 libsystemd libcap libgcrypt libgpg-error libwayland-client libwayland-cursor
    libwayland-egl libgssapi_krb5 libkrb5 libk5crypto libkrb5support libcom_err libkeyutils
    libcups libasound libjack libpipewire-0.3 libva libva-drm libva-x11 libvdpau linux-vdso
    """.split()
)
"""Libraries that every Linux desktop brings: drivers, the C library, the X, font and GTK stacks.
A copy of ours would part from the drivers and themes around it (a libstdc++ breaks newer Mesa)."""

_UNUSED = re.compile(
    r"libQt6(EglF|OpenGL|Qml|Quick|VirtualKeyboard|Pdf|Sql|Test|Designer)|libssl|libcrypto"
)
_LARGE_MODELS = ("en-us.lm.bin", "en-us-phone.lm.bin")  # of English at large: 28 MB, never loaded
_OUT_OF_RESOURCES = re.compile(
    r"resources/(pictures/|icons/earmark-small\.svg|.*/README\.md$|.*\.py$)"
)

Entry = tuple[str, str, str]  # where it goes, where it comes from, of what kind it is
IsKept = Callable[[Entry], bool]


def _path(target: str) -> PurePosixPath:
    """A target as PyInstaller gives it on any system."""
    return PurePosixPath(target.replace("\\", "/"))


def stem(path: str) -> str:
    """`libz` of `/usr/lib/libz.so.1.2`."""
    return _path(path).name.split(".so")[0]


def is_plugin_kept(target: str) -> bool:
    """Whether a file that goes to `target` is no plugin of Qt, or one that is wanted."""
    parts = _path(target).parts
    if "plugins" not in parts or "PySide6" not in parts:
        return True
    kind, *_, name = parts[parts.index("plugins") + 1 :]
    return name.split(".")[0].removeprefix("lib") in QT_PLUGINS.get(kind, "").split()


def is_library_kept(entry: Entry, *, has_system: bool) -> bool:
    """Whether a Linux build carries this library; `has_system`: a package manager brings all."""
    target, source, kind = entry
    if kind == "EXTENSION" or stem(target).startswith("libpython"):
        return True
    if stem(target) in OF_THE_SYSTEM or stem(target) in ("libvlc", "libvlccore"):
        return False
    return not (has_system and is_from_system(source))


def is_from_system(source: str) -> bool:
    """Whether a file belongs to the distribution."""
    return bool(source) and os.path.realpath(source).startswith(("/lib", "/usr/lib"))


def is_stripped(entry: Entry) -> bool:
    """Python's modules and the system's libraries. Not those of wheels: auditwheel has moved what
    is in them, and strip could break them; nor Qt's, which are bare already."""
    target, source, kind = entry
    is_qt = target.startswith(("PySide6", "shiboken6"))
    return (kind == "EXTENSION" and not is_qt) or (kind == "BINARY" and is_from_system(source))


def is_unused(target: str) -> bool:
    """What comes along with Qt and is loaded by nothing that is kept."""
    return bool(_UNUSED.match(_path(target).name))


def is_datum_kept(target: str) -> bool:
    """Data of the app, of Qt's translations those of its dialogs, of metadata what is read."""
    path = str(_path(target))
    if "/translations/" in path and path.startswith("PySide6"):
        return _path(target).name.startswith("qtbase_")
    if ".dist-info/" in path:
        return path.startswith("earmark") and path.endswith("/METADATA")
    if _path(target).name in _LARGE_MODELS:
        return False
    return not _OUT_OF_RESOURCES.match(path) and not path.endswith((".pyi", ".pxd", "py.typed"))


def version(root: Path) -> str:
    """Earmark's version: pyproject.toml is the one place where it stands."""
    import tomllib

    return str(tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]["version"])
