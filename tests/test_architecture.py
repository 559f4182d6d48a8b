"""The walls of the house: who may import what. ARCHITECTURE.md has the picture."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator, Set
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parents[1]
TOP_FOLDERS = {"reader", "ui", "resources", "tests", "packaging", "docs"}
TOP_FILES = {
    *("README.md", "CHANGELOG.md", "CONTRIBUTING.md", "ARCHITECTURE.md", "GLOSSARY.md"),
    *("LICENSE", "Makefile", "pyproject.toml"),
}
MADE_FOLDERS = {"build", "dist", "earmark.egg-info", "__pycache__"}


class Wall(NamedTuple):
    """Modules `within`, `but` not these, never import what is `banned`, save what is `allowed`.

    A name stands for itself and for all that lies in it.
    """

    name: str
    within: tuple[str, ...]
    banned: tuple[str, ...]
    but: tuple[str, ...] = ()
    allowed: tuple[str, ...] = ()


def home_of(foreign: str, *homes: str) -> Wall:
    return Wall(f"{foreign} has one home", ("reader", "ui"), (foreign,), but=homes)


QT_IN_CORE = (
    "reader.playback",
    "reader.session.reading_session",
    "reader.library.episode_opener",
    "reader.library.care",
    "reader.library.watch",
    "reader.playback.line_follower",
    "reader.library.lost_files",
    "reader.library.next_episode",
    "reader.library.library_shelf",
    "reader.library.folder_presence",
    "reader.library.library_scan",
    "reader.library.library_index",
    "reader.library.library_search",
    "reader.library.play_queue",
    "reader.playback.navigator",
    "reader.notes.notebook",
    "reader.notes.note_drafts",
    "reader.notes.note_exporter",
    "reader.session.link_opener",
    "reader.session.note_opener",
    "reader.notes.note_folder",
    "reader.library.place_keeper",
    "reader.notes.all_notes",
    "reader.library.recent_episodes",
    "reader.settings",
    "reader.session.sync_check",
    "reader.session.true_length",
    "reader.jobs",
)
QT_PLAYER = "reader.playback.qt_player"
QT_CORE = "PySide6.QtCore"
# Where a session is made, and its signals are connected.
CONTROLLERS = (
    *(
        ".".join(path.relative_to(ROOT).with_suffix("").parts)
        for path in (ROOT / "ui").rglob("*_controller.py")
    ),
    "ui.sharing.export_wires",
)
# They know all controllers.
OWN_ROOMS = ("ui.window.wiring", "ui.window.notebook_wiring", "ui.window.library_wiring")
BUILDERS = (
    "ui.app",
    "ui.window.wiring",
    "ui.window.library_wiring",
    "ui.window.notebook_wiring",
    "ui.desktop.desktop_controller",
    "ui.desktop.media_controller",
    *CONTROLLERS,
    "ui.cli",
    "ui.commands.terminal",
)
WALLS = [
    Wall("reader knows no window", ("reader",), ("ui", "tests")),
    Wall("ui knows no test", ("ui",), ("tests",)),
    Wall("values know no Qt", ("reader",), ("PySide6",), but=QT_IN_CORE),
    Wall(
        "clock, tracker and study know no Qt",
        ("reader.playback.clock", "reader.playback.cue_tracker", "reader.playback.study_lines"),
        ("PySide6",),
    ),
    Wall("reader uses QtCore alone", ("reader",), ("PySide6",), (QT_PLAYER,), (QT_CORE,)),
    Wall(
        "Qt Multimedia comes without widgets",
        (QT_PLAYER,),
        ("PySide6",),
        allowed=(QT_CORE, "PySide6.QtMultimedia"),
    ),
    Wall(
        "player, store and formats are apart",
        ("reader.playback",),
        ("reader.store", "reader.formats", "reader.session"),
    ),
    Wall(
        "store stands alone",
        ("reader.store",),
        ("reader.playback", "reader.formats", "reader.session"),
    ),
    Wall(
        "formats stand alone",
        ("reader.formats",),
        ("reader.playback", "reader.store", "reader.session"),
    ),
    Wall("widgets know no session", ("ui",), ("reader.session",), but=BUILDERS),
    home_of("PySide6.QtMultimedia", QT_PLAYER),
    home_of("vlc", "reader.playback.vlc_player"),
    home_of("webvtt", "reader.formats.webvtt", "reader.exporting.webvtt"),
    home_of("pysubs2", "reader.formats.substation"),
    home_of("ttconv", "reader.formats.scc", "reader.formats.ebu_stl"),
    home_of("zipfile", "reader.formats.zip_parts"),
    home_of("jeepney", "ui.desktop.bus", "ui.desktop.accessibility_bus"),
    home_of("PySide6.QtNetwork", "ui.desktop.single_instance"),
    Wall(
        "nothing speaks to a network",
        ("reader", "ui"),
        ("socket", "ssl", "http", "urllib.request", "asyncio", "ftplib", "smtplib", "requests"),
    ),
    home_of(
        "rapidfuzz",
        "reader.notes.quote_search",
        "reader.store.spelling",
        "reader.sync.matching",
        "ui.window.action_search",
    ),
    home_of("av", "reader.recording"),
    home_of("tinytag", "reader.recording.tags"),
    home_of("genanki", "reader.notes.exporting.anki"),
    home_of("markdown_it", "reader.notes.exporting.note_html"),
    home_of("jinja2", "reader.notes.exporting.templates"),
    home_of("pocketsphinx", "reader.sync.pocketsphinx_engine"),
    home_of("num2words", "reader.sync.spoken_form"),
    home_of("platformdirs", "reader.paths"),
    home_of("sqlite3", "reader.store", "reader.formats.sqlite_rows"),
    home_of("sqlite_utils", "reader.store"),
]


HELPER = "reader.whole_file"
# Who else writes, what it calls for that, and why it may.
WRITERS = {
    "reader.formats.sqlite_rows": {"connect": "another program's database, to be read only"},
    "reader.formats.zip_parts": {"ZipFile": "an archive that was opened to be read"},
    "reader.library.book_sounds": {
        "TemporaryFile": "a file without a name, gone when it is closed",
        "open": "the path that whole_file gives, in Earmark's own cache",
        "shutil": "removes folders of its own there, to make room",
    },
    "reader.playback.qt_player": {"QFile": "reads a recording whose name Qt cannot hold"},
    "reader.playback.sync_log": {"open": "adds to a log that --sync-log named"},
    "reader.private_files": {"os.open": "an empty file for its owner; one that is there is kept"},
    "reader.recording.av_audio": {"av.open": "FFmpeg writes to the path that whole_file gives"},
    "reader.recording.joined_sound": {"av.open": "FFmpeg writes to the path that whole_file gives"},
    "reader.recording.samples": {"TemporaryFile": "a file without a name, gone when it is closed"},
    "reader.regular_file": {"os.open": "to read, and no more"},
    "reader.settings": {"QSettings": "Earmark's own preferences; Qt writes them whole"},
    "reader.store.backups": {
        "link": "a second name for the library; refused where there is such a file",
        "shutil": "copies to the path that whole_file gives",
        "replace": "a backup in place of the library, which has been set aside",
        "connect": "the library itself, to empty its log before it is set aside",
    },
    "reader.store.check": {"connect": "a database in memory"},
    "reader.store.copying": {
        "connect": "the path that whole_file gives, and a library to be read only",
        "replace": "a log that was left beside no library, to a name that nothing has",
    },
    "reader.store.database": {"connect": "the library itself, through SQLite"},
    "reader.store.known_episodes": {"connect": "the library, to be read only"},
    "reader.store.shape": {"connect": "a database in memory"},
    "reader.store.word_index": {"connect": "the index of words, in Earmark's own cache"},
    "reader.notes.exporting.anki": {"write_to_file": "in a folder of its own, made for it"},
    "ui.commands.playing": {"open": "makes the log that --sync-log names, never over a file"},
    "ui.desktop.single_instance": {
        "removeServer": "the socket of a start that was killed; its lock is ours",
        "QLockFile": "the lock of the library, in Earmark's own folder",
        "listen": "the socket, in the same folder",
    },
    "ui.faults.crash_watch": {
        "open": "Earmark's own crash.log, which stays open while it runs",
        "write_bytes": "Earmark's own note of what is open",
    },
    "ui.faults.running_log": {"open": "Earmark's own log, for its owner alone"},
    "ui.sharing.quote_card_controller": {"save": "a picture into a buffer in memory"},
    "ui.voices.talk_picture": {"save": "a picture into a buffer in memory"},
}

READING_HELPER = "reader.regular_file"
# Who reads files otherwise, with what, and why it needs no check that they are files of some size.
READERS = {
    "reader.formats.sqlite_rows": {"connect": "what open_regular opened, within bounds"},
    "reader.formats.zip_parts": {
        "ZipFile": "what open_regular opened, after a look at how long its list is",
        "open": "a part of it, up to a bound",
    },
    "reader.notes.exporting.anki": {"read_bytes": "the package that it has just made"},
    "reader.notes.exporting.templates": {"read_bytes": "a preset, which comes with Earmark"},
    "reader.playback.qt_player": {
        "QFile": "what open_regular opened",
        "fromLocalFile": "to Qt's player, after a look that it is a file (FileLook)",
    },
    "reader.playback.vlc_player": {"media_new_path": "to VLC, after the same look"},
    "reader.private_files": {"os.open": "an empty file for its owner, to be written"},
    "reader.recording.joined_sound": {"av.open": "a file without a name that was just unpacked"},
    "reader.recording.recording_file": {"av.open": "what open_regular opened"},
    "reader.store.file_hold": {"os.open": "the library that SQLite has open, to lock it"},
    "reader.store.backups": {
        "connect": "the library, which opened_to_read looked at before",
        "shutil": "the library on its way aside, which obstacle_at looked at before",
    },
    "reader.store.check": {"connect": "a database in memory"},
    "reader.store.copying": {
        "connect": "a library, after a look that it is a file (obstacle_at); a copy of our own",
        "os.open": "a folder, to flush it",
    },
    "reader.store.known_episodes": {"connect": "the library, to be read only, if it is a file"},
    "reader.store.database": {"connect": "a library, after the same look"},
    "reader.store.shape": {"connect": "a database in memory"},
    "reader.store.word_index": {"connect": "the index of words, after the same look"},
    "ui.appearance.appearance": {"QIcon": "a picture that comes with Earmark"},
    "ui.appearance.icons": {"read_bytes": "a picture that comes with Earmark"},
    "ui.appearance.language": {"QTranslator": "a translation that comes with Earmark"},
    "ui.appearance.theme": {
        "read_text": "the style sheet that comes with Earmark",
        "addApplicationFont": "a font that comes with Earmark",
    },
    "reader.whole_file": {"open": "what was just written, to flush it"},
    "ui.appearance.cover_picture": {"QImageReader": "a picture in memory, which `picture_in` gave"},
    "ui.commands.output": {"os.open": "the null device, to write into"},
    "ui.faults.running_log": {"open": "Earmark's own log, which it adds to"},
}

MAY_IMPORT = {
    "reader.exporting": "reader.formats reader.transcript",
    "reader.formats": "reader.transcript",
    "reader.library": (
        "reader.formats reader.overlays reader.playback reader.recording reader.store "
        "reader.transcript"
    ),
    "reader.notes": (
        "reader.exporting reader.formats reader.library reader.overlays reader.recording "
        "reader.store reader.transcript"
    ),
    "reader.overlays": "reader.transcript",
    "reader.playback": "reader.transcript",
    "reader.recording": "reader.exporting reader.transcript",
    "reader.session": (
        "reader.exporting reader.library reader.notes reader.overlays reader.playback "
        "reader.recording reader.store reader.sync reader.transcript"
    ),
    "reader.store": "reader.transcript",
    "reader.sync": "reader.recording reader.transcript",
    "ui.__main__": "reader.library reader.notes reader.sync ui.cli",
    "ui.actions": "reader.playback ui.appearance ui.menus",
    "ui.app": (
        "reader.library reader.notes reader.playback reader.recording reader.session reader.store "
        "ui.appearance ui.library ui.sharing+controllers ui.window ui.window.library_wiring "
        "ui.window.notebook_wiring ui.window.wiring"
    ),
    "ui.cli": "ui.commands",
    "ui.commands": (
        "reader.exporting reader.formats reader.library reader.notes reader.overlays "
        "reader.playback reader.recording reader.session reader.store reader.sync "
        "reader.transcript ui.app ui.appearance ui.desktop ui.start ui.window"
    ),
    "ui.corrections": "reader.overlays ui.widgets",
    "ui.corrections+controllers": (
        "reader.exporting reader.library reader.notes reader.overlays reader.session "
        "reader.store reader.transcript ui.appearance ui.corrections ui.widgets ui.window "
        "ui.window+controllers"
    ),
    "ui.desktop": "reader.playback ui.appearance ui.widgets ui.window ui.window+controllers",
    "ui.desktop+controllers": (
        "reader.playback reader.recording reader.session reader.transcript ui.desktop "
        "ui.widgets ui.window ui.window.wiring"
    ),
    "ui.faults": "ui.widgets",
    "ui.faults+controllers": (
        "reader.playback reader.session ui.faults ui.widgets ui.window ui.window+controllers"
    ),
    "ui.library": (
        "reader.formats reader.library reader.playback reader.store ui.appearance ui.widgets"
    ),
    "ui.library+controllers": (
        "reader.exporting reader.library reader.notes reader.playback reader.session reader.store "
        "reader.transcript ui.appearance ui.library ui.widgets ui.window"
    ),
    "ui.menus": "reader.formats ui.appearance",
    "ui.notes": (
        "reader.notes reader.store reader.transcript ui.appearance ui.player ui.reading ui.widgets"
    ),
    "ui.notes+controllers": (
        "reader.library reader.notes reader.playback reader.session reader.transcript ui.actions "
        "ui.appearance ui.notes ui.player ui.player+controllers ui.reading ui.widgets ui.window "
        "ui.window+controllers"
    ),
    "ui.player": "reader.playback ui.actions ui.appearance ui.menus ui.widgets",
    "ui.player+controllers": (
        "reader.playback reader.recording reader.session ui.appearance ui.menus ui.player "
        "ui.widgets ui.window"
    ),
    "ui.reading": "reader.transcript ui.appearance ui.player ui.widgets",
    "ui.reading+controllers": ("reader.session reader.transcript ui.reading ui.widgets ui.window"),
    "ui.sharing": (
        "reader.notes reader.recording reader.transcript ui.appearance ui.reading ui.widgets"
    ),
    "ui.sharing+controllers": (
        "reader.library reader.notes reader.recording reader.session reader.transcript "
        "ui.appearance ui.notes ui.notes+controllers ui.sharing ui.widgets ui.window "
        "ui.window+controllers"
    ),
    "ui.start": (
        "reader.library ui.app ui.appearance ui.desktop ui.desktop+controllers ui.faults "
        "ui.faults+controllers ui.window"
    ),
    "ui.sync": "reader.sync reader.transcript ui.appearance ui.reading ui.widgets",
    "ui.sync+controllers": (
        "reader.library reader.notes reader.playback reader.session reader.store reader.sync "
        "reader.transcript ui.appearance ui.sync ui.widgets ui.window ui.window+controllers"
    ),
    "ui.voices": "reader.overlays reader.transcript ui.appearance ui.widgets",
    "ui.voices+controllers": (
        "reader.notes reader.overlays reader.playback reader.session reader.store "
        "reader.transcript ui.appearance ui.reading ui.voices ui.widgets ui.window"
    ),
    "ui.widgets": "reader.exporting reader.formats ui.actions ui.appearance",
    "ui.window": (
        "reader.library reader.transcript ui.actions ui.appearance ui.notes "
        "ui.player ui.reading ui.widgets"
    ),
    "ui.window+controllers": (
        "reader.formats reader.library reader.playback reader.session reader.transcript "
        "ui.appearance ui.library ui.reading ui.widgets ui.window"
    ),
    "ui.window.library_wiring": (
        "reader.notes reader.session ui.appearance ui.library ui.library+controllers ui.window"
    ),
    "ui.window.notebook_wiring": (
        "reader.library reader.notes reader.session ui.corrections+controllers "
        "ui.notes+controllers ui.reading+controllers ui.sharing+controllers "
        "ui.sync+controllers ui.voices+controllers ui.window ui.window+controllers"
    ),
    "ui.window.wiring": (
        "reader.library reader.playback reader.session ui.actions "
        "ui.faults+controllers ui.library ui.library+controllers "
        "ui.player+controllers ui.reading+controllers ui.widgets ui.window "
        "ui.window+controllers ui.window.library_wiring ui.window.notebook_wiring"
    ),
}
"""Which room imports which. `+controllers` are those of a room that connect session and widgets:
they stand above the window, the widgets of the same room below it. The loose modules of `reader`
are values and tools that every room uses."""


# --- the scan ------------------------------------------------------------------------------


def module_name(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def sources(*folders: str) -> dict[str, Path]:
    paths = [path for folder in folders for path in (ROOT / folder).rglob("*.py")]
    return {module_name(path): path for path in paths}


parsed = cache(ast.parse)


def imports_in(source: str, package: str) -> Iterator[str]:
    """Each name imported, whole, wherever in `source` it stands; a star is kept as `*`."""
    for node in ast.walk(parsed(source)):
        match node:
            case ast.Import():
                yield from (alias.name for alias in node.names)
            case ast.ImportFrom():
                start = ".".join(package.split(".")[: 1 - node.level or None]) if node.level else ""
                origin = ".".join(filter(None, [start, node.module]))
                yield from (f"{origin}.{alias.name}" for alias in node.names)
            case ast.Call(
                func=ast.Name(id="__import__" | "import_module")
                | ast.Attribute(attr="import_module"),
                args=[ast.Constant(value=str(name)), *_],
            ):
                yield name


@cache
def imports_of(path: Path) -> frozenset[str]:
    module = module_name(path)
    package = module if path.stem == "__init__" else module.rpartition(".")[0]
    return frozenset(imports_in(path.read_text(encoding="utf-8"), package))


_WRITING_NAMES = {
    *("write_text", "write_bytes", "rename", "renames", "link", "symlink", "symlink_to"),
    *("hardlink_to", "truncate", "mkfifo", "mknod", "connect", "removeServer", "listen"),
    *("QLockFile", "QSettings", "QSaveFile", "QFile", "QTemporaryFile", "QFileDevice"),
    *("FileHandler", "RotatingFileHandler", "TimedRotatingFileHandler", "write_to_file"),
    *("mkstemp", "NamedTemporaryFile", "TemporaryFile", "mktemp", "ZipFile", "TarFile"),
    *("save_to_file", "QPdfWriter", "writeToFile", "extractall", "unpack_archive"),
}
_READING_MODES = {"r", "rb", "rt"}


def writes_in(source: str) -> Iterator[str]:
    """What in `source` may make a file or write over one, as its name in the code."""
    return filter(None, map(_write_in, ast.walk(parsed(source))))


def _write_in(node: ast.AST) -> str:
    match node:
        case ast.Call(func=ast.Name(id="open"), args=[_, *rest]):
            return "" if _is_reading(rest, node) else "open"
        case ast.Call(func=ast.Attribute(value=ast.Name(id="av"), attr="open"), args=[_, *rest]):
            return "" if _is_reading(rest, node) else "av.open"
        case ast.Call(func=ast.Attribute(value=ast.Name(id="os"), attr="open"), args=[_, *flags]):
            parts = [part for flag in flags for part in ast.walk(flag)]
            named = {part.attr for part in parts if isinstance(part, ast.Attribute)}
            is_reading = named and named <= {"O_RDONLY", "O_DIRECTORY"}
            return "" if is_reading or _is_devnull(node.args[0]) else "os.open"
        case ast.Call(func=ast.Attribute(attr="open"), args=args) if _has_mode(args, node):
            return "" if _is_reading(args, node) else "open"
        case ast.Call(func=ast.Attribute(value=ast.Name(id="os"), attr="replace")):
            return "replace"
        case ast.Call(func=ast.Attribute(attr="replace"), args=[_], keywords=[]):
            return "replace"  # of a path: that of a text takes two, that of a date names them
        case ast.Call(func=ast.Attribute(attr="save"), args=[_, ast.Constant(value=str()), *_]):
            return "save"  # of a picture
        case ast.Call(func=ast.Attribute(value=ast.Name(id="shutil"))):
            return "shutil"
        case ast.Call(func=ast.Attribute(attr=name) | ast.Name(id=name)) if (
            node.args or node.keywords
        ):
            is_signal = name == "connect" and not _is_sqlite(node)
            return name if name in _WRITING_NAMES and not is_signal else ""
    return ""


def _is_sqlite(node: ast.Call) -> bool:
    match node.func:
        case ast.Attribute(value=ast.Name(id="sqlite3")) | ast.Name(id="connect"):
            return True
    return False


def _mode(args: list[ast.expr], node: ast.Call) -> ast.expr | None:
    named = (each.value for each in node.keywords if each.arg == "mode")
    return next(iter(args), None) or next(named, None)


def _has_mode(args: list[ast.expr], node: ast.Call) -> bool:
    """Whether it is a file that is opened: an episode, a dialog or a link has no mode."""
    mode = _mode(args, node)
    return isinstance(mode, ast.Constant) and isinstance(mode.value, str)


def _is_reading(args: list[ast.expr], node: ast.Call) -> bool:
    mode = _mode(args, node)
    return mode is None or (isinstance(mode, ast.Constant) and mode.value in _READING_MODES)


def _is_devnull(path: ast.expr) -> bool:
    return isinstance(path, ast.Attribute) and path.attr == "devnull"


_READING_NAMES = {
    *("read_text", "read_bytes", "QFile", "QImageReader", "QMovie", "QTranslator", "ZipFile"),
    *("TarFile", "FileInput", "getlines", "mmap", "fromfile", "FileSystemLoader"),
    *("PackageLoader", "addApplicationFont", "media_new_path", "fromLocalFile", "run_path"),
}
_PICTURES = {"QIcon", "QImage", "QPixmap", "QSvgRenderer"}


def reads_in(source: str) -> Iterator[str]:
    """What in `source` may open a file to read it, as its name in the code."""
    tree = parsed(source)
    managed = {
        id(item.context_expr)
        for each in ast.walk(tree)
        if isinstance(each, ast.With)
        for item in each.items
    }
    return filter(None, (_read_in(node, id(node) in managed) for node in ast.walk(tree)))


def _read_in(node: ast.AST, is_managed: bool) -> str:
    match node:
        case ast.Call(func=ast.Name(id="open"), args=[_, *rest]):
            return "open" if _may_read(rest, node) else ""
        case ast.Call(func=ast.Attribute(value=ast.Name(id="os" | "av" as module), attr="open")):
            is_writing = module == "av" and not _may_read(node.args[1:], node)
            return "" if is_writing else f"{module}.open"
        case ast.Call(func=ast.Attribute(attr="open"), args=args) if _has_mode(args, node):
            return "open" if _may_read(args, node) else ""
        case ast.Call(func=ast.Attribute(attr="open"), keywords=named) if is_managed or {
            each.arg for each in named
        } & {"encoding", "errors", "buffering"}:
            return "open"  # of a path: without a mode it reads
        case ast.Call(func=ast.Attribute(value=ast.Name(id="shutil"), attr=name)) if (
            name.startswith("copy") or name in {"move", "unpack_archive"}
        ):
            return "shutil"
        case ast.Call(func=ast.Name(id=name), args=[ast.Call(func=ast.Name(id="str")), *_]) if (
            name in _PICTURES
        ):
            return name
        case ast.Call(func=ast.Attribute(attr=name) | ast.Name(id=name)) if (
            node.args or node.keywords or name in _READING_NAMES
        ):
            return name if name in _READING_NAMES or _is_sqlite(node) else ""
    return ""


def _may_read(args: list[ast.expr], node: ast.Call) -> bool:
    mode = _mode(args, node)
    is_known = isinstance(mode, ast.Constant) and isinstance(mode.value, str)
    return not is_known or "r" in mode.value or "+" in mode.value  # type: ignore[union-attr]


def lies_in(name: str, places: tuple[str, ...]) -> bool:
    return any(name == place or name.startswith(place + ".") for place in places)


def breaches(wall: Wall, module: str, imports: Set[str]) -> list[str]:
    if not lies_in(module, wall.within) or lies_in(module, wall.but):
        return []
    banned = (name for name in imports if lies_in(name, wall.banned))
    return [f"{module} imports {name}" for name in banned if not lies_in(name, wall.allowed)]


def modules_among(imports: Set[str], modules: set[str]) -> set[str]:
    """The modules that these imports load: of `reader.errors.ReaderError`, `reader.errors`."""
    return {name if name in modules else name.rpartition(".")[0] for name in imports} & modules


def room_of(module: str, packages: Set[str]) -> str:
    """The package of a module, at most two names deep; a loose module of `ui` is its own room."""
    room = ".".join(module.split(".")[:2])
    if room not in packages:
        return room if module.startswith("ui.") else "reader"
    if module in OWN_ROOMS:
        return module
    return f"{room}+controllers" if module in CONTROLLERS else room


def room_graph() -> dict[str, set[str]]:
    """Each room with those that its modules import."""
    found = sources("reader", "ui")
    names, packages = set(found), {name for name, path in found.items() if path.stem == "__init__"}
    graph: dict[str, set[str]] = {}
    for name, path in found.items():
        room = room_of(name, packages)
        needed = {room_of(each, packages) for each in modules_among(imports_of(path), names)}
        graph.setdefault(room, set()).update(needed - {room, "reader"})
    return graph


def cycle_in(graph: dict[str, set[str]]) -> list[str]:
    """Modules in a cycle of imports, and those that rest on one; empty where there is none."""
    left = dict(graph)
    while free := [module for module, needs in left.items() if not needs & left.keys()]:
        for module in free:
            del left[module]
    return sorted(left)


# --- the walls -----------------------------------------------------------------------------


@pytest.mark.parametrize("wall", WALLS, ids=lambda wall: wall.name)
def test_wall_stands(wall: Wall) -> None:
    found = sources("reader", "ui").items()
    assert [fault for name, path in found for fault in breaches(wall, name, imports_of(path))] == []


def test_exceptions_from_the_one_place_are_there() -> None:
    found = sources("reader", "ui")
    gone = [
        f"{name}: {write}"
        for name, writes in WRITERS.items()
        for write in sorted(writes.keys() - set(writes_in(found[name].read_text("utf-8"))))
    ]
    assert gone == []


def test_files_are_written_in_one_place() -> None:
    """So that nothing is written over that nobody gave up: a new writer uses `whole_file`."""
    found = {
        name: set(writes_in(path.read_text(encoding="utf-8")))
        for name, path in sources("reader", "ui").items()
        if name != HELPER
    }
    faults = [
        f"{name}: {write}"
        for name, writes in found.items()
        for write in sorted(writes - WRITERS.get(name, {}).keys())
    ]
    assert faults == []


def test_exceptions_from_the_one_reader_are_there() -> None:
    found = sources("reader", "ui")
    gone = [
        f"{name}: {read}"
        for name, reads in READERS.items()
        for read in sorted(reads.keys() - set(reads_in(found[name].read_text("utf-8"))))
    ]
    assert gone == []


def test_files_are_read_in_one_place() -> None:
    """So that nothing waits for a pipe or takes a hole of 20 GB: a new reader uses it too."""
    found = {
        name: set(reads_in(path.read_text(encoding="utf-8")))
        for name, path in sources("reader", "ui").items()
        if name != READING_HELPER
    }
    faults = [
        f"{name}: {read}"
        for name, reads in found.items()
        for read in sorted(reads - READERS.get(name, {}).keys())
    ]
    assert faults == []


def test_imports_are_named() -> None:
    found = sources("reader", "ui", "tests").values()
    assert [path for path in found if any(name.endswith(".*") for name in imports_of(path))] == []


def test_modules_import_each_other_one_way() -> None:
    found = sources("reader", "ui")
    names = set(found)
    graph = {name: modules_among(imports_of(path), names) - {name} for name, path in found.items()}
    assert cycle_in(graph) == []


def test_rooms_import_as_the_table_says() -> None:
    allowed = {room: set(needed.split()) for room, needed in MAY_IMPORT.items()}
    assert {room: needed for room, needed in room_graph().items() if needed} == allowed


def test_rooms_import_each_other_one_way() -> None:
    assert cycle_in(room_graph()) == []


def test_loose_modules_of_reader_need_no_room() -> None:
    assert room_graph()["reader"] == set()


def test_no_two_public_classes_share_a_name() -> None:
    names = Counter(
        node.name
        for path in sources("reader", "ui").values()
        for node in parsed(path.read_text(encoding="utf-8")).body
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_")
    )
    assert [name for name, count in names.items() if count > 1] == []


def test_what_lies_at_the_top_is_this() -> None:
    folders = {path.name for path in ROOT.iterdir() if path.is_dir() and path.name[0] != "."}
    assert folders - MADE_FOLDERS == TOP_FOLDERS
    files = {path.name for path in ROOT.iterdir() if path.is_file() and path.name[0] != "."}
    assert files == TOP_FILES


def test_packaging_is_no_package() -> None:
    """It would hide the distribution `packaging`, which pytest and others import."""
    assert list((ROOT / "packaging").rglob("__init__.py")) == []


# --- the scan sees the code ----------------------------------------------------------------


def test_scan_finds_the_modules() -> None:
    found = sources("reader", "ui")
    assert len(found) > 50
    assert {
        "reader",
        "reader.transcript.model",
        "reader.playback.clock",
        "ui",
        "ui.appearance.theme",
    } <= set(found)
    assert "vlc" in imports_of(found["reader.playback.vlc_player"])
    assert "PySide6.QtCore.QObject" in imports_of(found["reader.playback.player"])


@pytest.mark.parametrize(
    ("module", "source", "wall"),
    [
        ("reader.transcript.search", "import ui.appearance.theme", "reader knows no window"),
        (
            "reader.transcript.search",
            "from tests.fakes import FakePlayer",
            "reader knows no window",
        ),
        (
            "reader.transcript.search",
            "def f():\n    from PySide6 import QtCore",
            "values know no Qt",
        ),
        ("reader.store.rows", "from ..session import Session", "store stands alone"),
        (
            "reader.transcript.timeline",
            "if TYPE_CHECKING:\n    from PySide6.QtCore import QObject",
            "values know no Qt",
        ),
        ("reader.playback.clock", "import PySide6.QtCore", "clock, tracker and study know no Qt"),
        (
            "reader.session.reading_session",
            "from PySide6.QtGui import QColor",
            "reader uses QtCore alone",
        ),
        (QT_PLAYER, "import PySide6.QtWidgets", "Qt Multimedia comes without widgets"),
        ("ui.player.seek_bar", "import reader.session.reading_session", "widgets know no session"),
        ("ui.app", "import vlc as player", "vlc has one home"),
        ("ui.app", "importlib.import_module('vlc')", "vlc has one home"),
        ("reader.formats.transcript_builder", "import json, webvtt.models", "webvtt has one home"),
        ("reader.session.reading_session", "from sqlite3 import connect", "sqlite3 has one home"),
    ],
)
def test_scan_sees_a_breach(module: str, source: str, wall: str) -> None:
    imports = set(imports_in(source, module.rpartition(".")[0]))
    assert wall in [each.name for each in WALLS if breaches(each, module, imports)]


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("reader.session.reading_session", "from PySide6.QtCore import QObject"),
        ("reader.playback.vlc_player", "import vlc"),
        ("reader.store.rows", "import sqlite3"),
        ("ui.app", "from reader.session.reading_session import ReadingSession"),
        ("reader.transcript.search", "import uikit, vlcish"),
    ],
)
def test_scan_lets_pass_what_is_allowed(module: str, source: str) -> None:
    imports = set(imports_in(source, module.rpartition(".")[0]))
    assert [fault for wall in WALLS for fault in breaches(wall, module, imports)] == []


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("from . import clock", "reader.playback.clock"),
        ("from .clock import now", "reader.playback.clock.now"),
        ("from ..errors import ReaderError", "reader.errors.ReaderError"),
        ("from reader.errors import *", "reader.errors.*"),
    ],
)
def test_scan_reads_relative_imports_and_stars(source: str, name: str) -> None:
    assert set(imports_in(source, "reader.playback")) == {name}


def test_scan_sees_a_cycle_and_only_that() -> None:
    assert cycle_in({"a": {"b"}, "b": {"c"}, "c": {"a"}, "d": set()}) == ["a", "b", "c"]
    assert cycle_in({"a": {"b", "c"}, "b": {"c"}, "c": set()}) == []


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("path.write_text('x')", "write_text"),
        ("path.open('w', encoding='utf-8')", "open"),
        ("path.open(mode='ab')", "open"),
        ("open(path, 'r+b')", "open"),
        ("open(path, mode)", "open"),
        ("beside.replace(target)", "replace"),
        ("os.replace(a, b)", "replace"),
        ("os.rename(a, b)", "rename"),
        ("os.open(path, os.O_WRONLY | os.O_CREAT)", "os.open"),
        ("os.open(path, flags)", "os.open"),
        ("shutil.copy2(a, b)", "shutil"),
        ("sqlite3.connect(path)", "connect"),
        ("card.save(str(path), 'PNG')", "save"),
        ("av.open(str(path), 'w')", "av.open"),
        ("QSaveFile(path)", "QSaveFile"),
        ("tempfile.mkstemp(dir=folder)", "mkstemp"),
    ],
)
def test_scan_sees_a_write(source: str, name: str) -> None:
    assert list(writes_in(source)) == [name]


@pytest.mark.parametrize(
    "source",
    [
        "text.replace('a', 'b')",
        "moment.replace(tzinfo=UTC)",
        "path.open('rb')",
        "path.open()",
        "session.open(*files)",
        "dialog.open()",
        "painter.save()",
        "signal.connect(slot)",
        "os.open(folder, os.O_RDONLY | os.O_DIRECTORY)",
        "os.open(os.devnull, os.O_WRONLY)",
    ],
)
def test_scan_takes_no_reading_for_a_write(source: str) -> None:
    assert list(writes_in(source)) == []


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("path.read_text('utf-8')", "read_text"),
        ("path.read_bytes()", "read_bytes"),
        ("open(path)", "open"),
        ("open(path, mode)", "open"),
        ("open(path, 'w+b')", "open"),
        ("path.open('rb')", "open"),
        ("path.open(mode='r')", "open"),
        ("path.open(encoding='utf-8')", "open"),
        ("with path.open() as file: pass", "open"),
        ("os.open(path, os.O_RDONLY)", "os.open"),
        ("av.open(path)", "av.open"),
        ("shutil.copyfile(a, b)", "shutil"),
        ("sqlite3.connect(path)", "connect"),
        ("QIcon(str(path))", "QIcon"),
        ("QFile(path)", "QFile"),
        ("FileSystemLoader([folder])", "FileSystemLoader"),
        ("instance.media_new_path(path)", "media_new_path"),
    ],
)
def test_scan_sees_a_read(source: str, name: str) -> None:
    assert list(reads_in(source)) == [name]


@pytest.mark.parametrize(
    "source",
    [
        "path.open('w')",
        "open(path, 'xb')",
        "session.open(*files)",
        "dialog.open()",
        "signal.connect(slot)",
        "shutil.which('vlc')",
        "QIcon()",
        "open_regular(path)",
        "read_regular(path, 10)",
        "av.open(path, 'w')",
    ],
)
def test_scan_takes_nothing_else_for_a_read(source: str) -> None:
    assert list(reads_in(source)) == []
