"""What is packed is what the app imports, and what is installed beside it says the same as it."""

from __future__ import annotations

import ast
import importlib.util
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType
from xml.etree import ElementTree

import pytest

from ui.appearance.identity import DESKTOP_ID
from ui.cli import COMMANDS, parser_of

ROOT = Path(__file__).parents[2]
LINUX = ROOT / "packaging/linux"
DESKTOP_FILE = LINUX / f"{DESKTOP_ID}.desktop"


def load(path: str) -> ModuleType:
    """A module of packaging/, which is not a package."""
    file = ROOT / "packaging" / path
    spec = importlib.util.spec_from_file_location(file.stem, file)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[file.stem] = module
    spec.loader.exec_module(module)
    return module


bundle = load("bundle.py")


def imported_names() -> set[str]:
    """Modules that reader and ui import, wherever they do."""
    names: set[str] = set()
    for folder in ("reader", "ui"):
        for path in (ROOT / folder).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Import):
                    names |= {alias.name for alias in node.names}
                elif isinstance(node, ast.ImportFrom) and node.module:
                    names |= {node.module, *(f"{node.module}.{a.name}" for a in node.names)}
    return names


def test_nothing_that_is_left_out_is_imported() -> None:
    allowed = {"PySide6.QtMultimedia"}  # plays from source, where there is no VLC
    assert {"sqlite3", "PySide6.QtWidgets"} <= imported_names()
    assert imported_names() & set(bundle.EXCLUDED) <= allowed


@pytest.mark.parametrize(
    ("target", "is_kept"),
    [
        ("PySide6/Qt/plugins/platforms/libqxcb.so", True),
        ("PySide6/Qt/plugins/platforms/libqeglfs.so", False),
        ("PySide6\\plugins\\platforms\\qwindows.dll", True),
        ("PySide6/Qt/plugins/sqldrivers/libqsqlite.so", False),
        ("vlc/plugins/codec/libavcodec_plugin.so", True),
        ("PySide6/QtCore.abi3.so", True),
    ],
)
def test_plugins_of_qt_are_chosen_by_name(target: str, is_kept: bool) -> None:
    assert bundle.is_plugin_kept(target) is is_kept


@pytest.mark.parametrize(
    ("entry", "in_archive", "in_deb"),
    [
        (("libstdc++.so.6", "/usr/lib/libstdc++.so.6", "BINARY"), False, False),
        (("libsqlite3.so.0", "/usr/lib/libsqlite3.so.0", "BINARY"), True, False),
        (("libpython3.11.so.1.0", "/usr/lib/libpython3.11.so.1.0", "BINARY"), True, True),
        (("libQt6Core.so.6", "/venv/libQt6Core.so.6", "BINARY"), True, True),
        (("libvlc.so.5", "/usr/lib/libvlc.so.5", "BINARY"), False, False),
        (("python3.11/_json.so", "/usr/lib/python3.11/_json.so", "EXTENSION"), True, True),
    ],
)
def test_libraries_come_from_the_system_where_it_has_them(
    entry: tuple[str, str, str], in_archive: bool, in_deb: bool
) -> None:
    assert bundle.is_library_kept(entry, has_system=False) is in_archive
    assert bundle.is_library_kept(entry, has_system=True) is in_deb


@pytest.mark.parametrize(
    ("target", "is_kept"),
    [
        ("resources/icons/play.svg", True),
        ("resources/sample/earmark-tour.opus", True),
        ("resources/sample/make_sample.py", False),
        ("resources/sample/README.md", False),
        ("resources\\templates\\plain.md", True),
        ("resources/pictures/earmark-light.png", False),
        ("earmark-0.1.0.dist-info/METADATA", True),
        ("earmark-0.1.0.dist-info/direct_url.json", False),  # it would show the builder's folder
        ("PySide6/Qt/translations/qtbase_de.qm", True),
        ("PySide6/Qt/translations/designer_de.qm", False),
    ],
)
def test_data_is_what_the_app_reads(target: str, is_kept: bool) -> None:
    assert bundle.is_datum_kept(target) is is_kept


def test_no_template_of_notes_is_left_out() -> None:
    templates = sorted((ROOT / "resources/templates").iterdir())
    assert templates
    assert all(bundle.is_datum_kept(f"resources/templates/{each.name}") for each in templates)


def test_the_version_is_that_of_the_project() -> None:
    assert f'version = "{bundle.version(ROOT)}"' in (ROOT / "pyproject.toml").read_text("utf-8")


# What a desktop reads


def desktop_values(key: str) -> list[str]:
    lines = DESKTOP_FILE.read_text(encoding="utf-8").splitlines()
    line = next(line for line in lines if line.startswith(f"{key}="))
    return line.split("=", 1)[1].strip(";").split(";")


def test_the_desktop_file_opens_what_the_metainfo_and_the_own_types_promise() -> None:
    types = set(desktop_values("MimeType"))
    metainfo = ElementTree.parse(LINUX / f"{DESKTOP_ID}.metainfo.xml").getroot()
    promised = {node.text for node in metainfo.iter("mediatype")}
    own = ElementTree.parse(LINUX / f"{DESKTOP_ID}.mime.xml").getroot()
    assert promised <= types
    assert {node.attrib["type"] for node in own} <= types
    assert "x-scheme-handler/earmark" in types


def test_one_name_everywhere() -> None:
    assert desktop_values("Icon") == [DESKTOP_ID]
    assert desktop_values("Exec")[0] == "earmark %U"
    for part in ("desktop", "metainfo.xml", "mime.xml"):
        assert (LINUX / f"{DESKTOP_ID}.{part}").exists()
    metainfo = ElementTree.parse(LINUX / f"{DESKTOP_ID}.metainfo.xml").getroot()
    assert metainfo.findtext("id") == DESKTOP_ID


def test_actions_of_the_desktop_file_are_commands() -> None:
    text = DESKTOP_FILE.read_text(encoding="utf-8")
    lines = [line.split()[1:] for line in text.splitlines() if line.startswith("Exec=")]
    for arguments in lines:
        parser_of("").parse_args([each for each in arguments if each != "%U"])


@pytest.mark.skipif(not shutil.which("desktop-file-validate"), reason="no desktop-file-validate")
def test_the_desktop_file_is_valid() -> None:
    command = ["desktop-file-validate", "--warn-kde", str(DESKTOP_FILE)]
    said = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (said.returncode, said.stdout) == (0, "")


@pytest.mark.parametrize("site", ["", "https://earmark.example/pictures"])
def test_the_metainfo_is_valid_and_names_screenshots_only_where_they_are(
    site: str, tmp_path: Path
) -> None:
    text = load("linux/metainfo.py").metainfo(site)
    file = tmp_path / f"{DESKTOP_ID}.metainfo.xml"
    file.write_text(text, encoding="utf-8")
    root = ElementTree.fromstring(text)
    images = [node.text or "" for node in root.iter("image")]
    assert [image.startswith(f"{site}/earmark") for image in images] == [True] * len(images)
    assert bool(images) is bool(site)
    release = next(root.iter("release"))
    assert release.attrib["version"] == bundle.version(ROOT)
    if shutil.which("appstreamcli"):
        command = ["appstreamcli", "validate", "--no-net", str(file)]
        assert subprocess.run(command, capture_output=True, check=False).returncode == 0


def test_the_man_page_lists_all_commands_and_options() -> None:
    page = load("linux/man_page.py").man_page()
    for name in ("", *COMMANDS):
        for action in parser_of(name)._actions:
            for flag in action.option_strings:
                assert flag.replace("-", r"\-") in page
    assert all(f".SS earmark {name}\n" in page for name in COMMANDS)
    assert [line for line in page.splitlines() if line.startswith("..")] == []
