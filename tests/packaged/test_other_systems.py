"""The recipes for Windows and macOS, as far as they can be checked elsewhere."""

from __future__ import annotations

import plistlib
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.packaged.test_bundle import bundle, desktop_values
from ui.appearance.identity import DESKTOP_ID

ROOT = Path(__file__).parents[2]
PACKAGING = ROOT / "packaging"
WORKFLOW = ROOT / ".github/workflows/packages.yml"


def plist(name: str) -> dict[str, Any]:
    found: dict[str, Any] = plistlib.loads((PACKAGING / "macos" / name).read_bytes())
    return found


def test_macos_opens_links_transcripts_and_recordings() -> None:
    info = plist("Info.plist")
    (scheme,) = info["CFBundleURLTypes"]
    assert scheme["CFBundleURLSchemes"] == ["earmark"]
    opened = {t for each in info["CFBundleDocumentTypes"] for t in each["LSItemContentTypes"]}
    declared = [*info["UTImportedTypeDeclarations"], *info["UTExportedTypeDeclarations"]]
    assert {each["UTTypeIdentifier"] for each in declared} | {"public.audio"} == opened


def test_macos_types_are_those_of_linux() -> None:
    info = plist("Info.plist")
    declared = [*info["UTImportedTypeDeclarations"], *info["UTExportedTypeDeclarations"]]
    tags = [each["UTTypeTagSpecification"] for each in declared]
    types = {name for tag in tags for name in tag["public.mime-type"]}
    assert types <= set(desktop_values("MimeType"))


def test_macos_entitlements_are_only_what_vlc_needs() -> None:
    granted = plist("entitlements.plist")
    assert set(granted.values()) == {True}
    assert {name.removeprefix("com.apple.security.cs.") for name in granted} == {
        "allow-unsigned-executable-memory",
        "disable-library-validation",
    }


def test_the_spec_names_the_bundle_as_the_desktop_does() -> None:
    assert f'bundle_identifier="{DESKTOP_ID}"' in (PACKAGING / "earmark.spec").read_text("utf-8")


def test_windows_takes_back_all_that_it_writes() -> None:
    script = (PACKAGING / "windows/installer.nsi").read_text(encoding="utf-8")
    install, uninstall = script.split('Section "un.install"')
    classes = set(re.findall(r'Class "([^"]+)"', install))
    assert classes
    for name in classes | {"${CLASSES}\\earmark", "${UNINSTALL}", "Software\\Earmark"}:
        assert f'"{name}"' in uninstall or f'"${{CLASSES}}\\{name}"' in uninstall, name


@pytest.mark.skipif(not shutil.which("makensis"), reason="makensis is not installed")
def test_the_installer_for_windows_compiles_without_a_warning(tmp_path: Path) -> None:
    frozen = tmp_path / "frozen" / "_internal"
    frozen.mkdir(parents=True)
    (frozen.parent / "earmark.exe").write_bytes(b"MZ")
    (frozen / "part.txt").write_text("part")
    out = tmp_path / "earmark-setup.exe"
    defined = {"VERSION": bundle.version(ROOT), "DIST": frozen.parent, "OUT": out}
    command = ["makensis", "-WX", *(f"-D{name}={value}" for name, value in defined.items())]
    script = str(PACKAGING / "windows/installer.nsi")
    said = subprocess.run([*command, script], capture_output=True, text=True, check=False)
    assert said.returncode == 0, said.stdout
    assert out.stat().st_size > 10_000


def test_scripts_that_the_outside_runs_are_there() -> None:
    text = WORKFLOW.read_text(encoding="utf-8")
    named = set(re.findall(r"packaging/[\w./-]+\.\w+", text))
    assert len(named) > 5
    assert [name for name in named if not (ROOT / name).exists()] == []


@pytest.mark.parametrize("script", sorted(PACKAGING.rglob("*.sh")), ids=lambda path: path.name)
def test_scripts_are_whole(script: Path) -> None:
    shell = script.read_text(encoding="utf-8").split("\n", 1)[0].split("/")[-1].split()[-1]
    subprocess.run([shell if shell in ("sh", "bash") else "sh", "-n", script], check=True)
