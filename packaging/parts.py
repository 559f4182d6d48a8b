"""Lists what the packages carry: `parts.py BUILT OUT` reads the frozen folders in BUILT.

OUT gets PARTS.md (a table), licences/ (their texts) and a Debian copyright file for each package.
Python's parts are known by their metadata, the system's libraries by the package that owns them.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from importlib import metadata
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
COMMON = Path("/usr/share/common-licenses")
TEXTS = ("GPL-2", "GPL-3", "LGPL-2.1", "LGPL-3", "Apache-2.0", "MPL-2.0")
QT = {"pyside6-essentials", "shiboken6"}
SYNC = ("pocketsphinx", "num2words")
LEFT_OUT = {"earmark", "pip", "setuptools"}  # asked for by others, and never packed
_PLACES = ("", "vlc", "pulseaudio")  # of a multiarch folder, where libraries lie
_GUESSES = {
    "pyside6-essentials": "LGPL-3.0-only",
    "shiboken6": "LGPL-3.0-only",
    "av": "BSD-3-Clause; its FFmpeg with x264 and x265 GPL-3.0-or-later",
    "python-vlc": "LGPL-2.1-or-later",
    "pocketsphinx": "BSD-2-Clause; its model and dictionary likewise",
    "num2words": "LGPL-2.1-or-later",
}
_SOURCES = """\
## Sources

Earmark's own sources are where you got it from, in the commit of this version. All Python parts
have theirs on https://pypi.org under the name and version above, Qt for Python and Qt on
https://download.qt.io/official_releases, Debian's packages on https://snapshot.debian.org by the
version above, FFmpeg as built into PyAV by https://github.com/PyAV-Org/pyav-ffmpeg.

For three years after a version was published its distributors give the complete sources of the
parts under the GPL and LGPL to anybody who asks, for no more than the cost of sending them. The
libraries under the LGPL are separate files: put your own build in their place and it is used.
"""


class Part(NamedTuple):
    """`where` is the package that carries it; `texts` are files with its licence."""

    name: str
    version: str
    licence: str
    where: str
    texts: tuple[Path, ...] = ()


def python_parts() -> Iterator[Part]:
    """Earmark's requirements, and theirs."""
    for name in sorted(_closure("earmark") - LEFT_OUT):
        found = metadata.distribution(name)
        where = "earmark-clips, archive" if name == "av" else "earmark, archive"
        yield _python_part(name, found, where)


def sync_parts() -> Iterator[Part]:
    """What the part that listens to recordings is made of."""
    for name in SYNC:
        yield _python_part(name, metadata.distribution(name), "earmark-sync")


def _python_part(name: str, found: metadata.Distribution, where: str) -> Part:
    texts = tuple(_licence_files(found))
    return Part(found.metadata["Name"], found.version, _licence(name, found), where, texts)


def _closure(name: str) -> set[str]:
    """Normalised names of a distribution and all that it requires without extras."""
    found, waiting = set[str](), [name]
    while waiting:
        each = re.sub(r"[-_.]+", "-", waiting.pop()).lower()
        if each in found:
            continue
        try:
            needs = metadata.requires(each) or []
        except metadata.PackageNotFoundError:
            continue  # for another system
        found.add(each)
        waiting += [re.split(r"[ ;<>=!~\[(]", need)[0] for need in needs if "extra ==" not in need]
    return found


def _licence(name: str, found: metadata.Distribution) -> str:
    if name in _GUESSES:
        return _GUESSES[name]
    said = found.metadata.get("License-Expression") or found.metadata.get("License") or ""
    classifiers = found.metadata.get_all("Classifier") or []
    named = [each.split(" :: ")[-1] for each in classifiers if each.startswith("License ::")]
    return said.splitlines()[0] if 0 < len(said) < 80 else ", ".join(named) or "see its text"


def _licence_files(found: metadata.Distribution) -> Iterator[Path]:
    for file in found.files or ():
        if re.match(r"(LICEN[CS]E|COPYING|NOTICE|AUTHORS)", file.name, re.I):
            path = Path(str(found.locate_file(file)))
            if path.is_file() and path.suffix not in {".py", ".pyc"}:
                yield path


def python_itself() -> Part:
    """The interpreter and its library."""
    text = Path(f"/usr/share/doc/python{sys.version_info[0]}.{sys.version_info[1]}/copyright")
    texts = (text,) if text.exists() else ()
    return Part("Python", sys.version.split()[0], "PSF-2.0", "earmark, archive", texts)


def system_parts(folder: Path) -> Iterator[Part]:
    """The distribution's packages whose libraries lie in a frozen folder."""
    for package in sorted(_owners(folder / "_internal")):
        query = ["dpkg-query", "-W", "-f", "${Version}", package]
        version = subprocess.run(query, capture_output=True, text=True, check=True).stdout
        text = Path("/usr/share/doc", package, "copyright")
        yield Part(package, version, _debian_licences(text), "archive", (text,))


def _owners(folder: Path) -> set[str]:
    """By exact paths: patterns take dpkg a minute."""
    if not shutil.which("dpkg-query"):
        return set()
    names = [*folder.glob("*.so*"), *folder.glob("vlc/plugins/**/*.so")]
    homes = [home / part for home in Path("/usr/lib").glob("*-linux-gnu") for part in _PLACES]
    paths = [home / name.relative_to(folder) for home in homes for name in names]
    found = [str(path) for path in paths if path.exists()]
    # A package may know it by the name it had before /lib became a link.
    asked = [*found, *(path.removeprefix("/usr") for path in found)]
    said = subprocess.run(["dpkg-query", "-S", *asked], capture_output=True, text=True, check=False)
    return {line.split(":")[0] for line in said.stdout.splitlines() if ": /" in line}


def _debian_licences(text: Path) -> str:
    lines = text.read_text("utf-8", "replace") if text.exists() else ""
    found = re.findall(r"^License: *(\S.*)$", lines, re.M)
    if not found:
        found = sorted(set(re.findall(r"common-licenses/([A-Z][\w.-]*\w)", lines)))
    return ", ".join(dict.fromkeys(each.strip() for each in found)) or "see its text"


def table(parts: Iterable[Part]) -> str:
    """PARTS.md."""
    rows = "".join(
        f"| {each.name} | {each.version} | {each.licence} | {each.where} |\n" for each in parts
    )
    return (
        "# Parts of Earmark\n\nMade by packaging/parts.py from what was packed. `earmark`,"
        " `earmark-clips` and `earmark-sync` are the Debian packages, *archive* is the portable"
        " one.\n\n"
        f"| part | version | licence | in |\n|---|---|---|---|\n{rows}\n{_SOURCES}"
    )


def write_texts(parts: Iterable[Part], folder: Path) -> None:
    """The licence texts, a folder for each part."""
    for each in parts:
        place = folder / each.name.lower()
        place.mkdir(parents=True, exist_ok=True)
        for number, text in enumerate(each.texts):
            name = text.name if number == 0 else f"{number}-{text.name}"
            shutil.copyfile(text, place / name)
    for name in TEXTS:
        if (COMMON / name).exists():
            shutil.copyfile(COMMON / name, folder / f"{name}.txt")


def copyright_file(head: str, parts: Sequence[Part]) -> str:
    """Debian's copyright file: Earmark's own lines, then each part with its text."""
    stanzas = [head.rstrip("\n")]
    for each in parts:
        text = "\n".join(_shortened(path.read_text("utf-8", "replace")) for path in each.texts)
        name = re.sub(r"[^A-Za-z0-9.+-]+", "-", each.name)
        stanzas.append(
            f"Files: usr/lib/earmark/_internal/*{name.lower()}*\n"
            f"Copyright: the authors of {each.name}\n"
            f"License: {name}-{each.version}\n"
            f" {each.name} {each.version}: {each.licence}\n{_indented(text)}".rstrip("\n")
        )
    return "\n\n".join(stanzas) + "\n"


def _shortened(text: str) -> str:
    """Debian has that text already, and wants it named."""
    if "TERMS AND CONDITIONS FOR USE, REPRODUCTION" not in text:
        return text
    return "On Debian systems the full text is in /usr/share/common-licenses/Apache-2.0."


def _indented(text: str) -> str:
    return "".join(f" {line.rstrip()}\n" if line.strip() else " .\n" for line in text.splitlines())


def main(built: Path, out: Path) -> None:
    """Write all of it."""
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    ours, of_sync = [python_itself(), *python_parts()], list(sync_parts())
    own = Part("Earmark", metadata.version("earmark"), "MIT", "all", (ROOT / "LICENSE",))
    fonts = Part("Literata, Inter", "", "OFL-1.1", "earmark, archive", tuple(_font_texts()))
    parts = [own, fonts, *ours, *of_sync, *system_parts(built / "earmark-portable")]
    (out / "PARTS.md").write_text(table(parts), "utf-8")
    write_texts(parts, out / "licences")
    head = (ROOT / "packaging/linux/copyright").read_text("utf-8")
    of_app = [each for each in ours if each.name != "av" and each.name.lower() not in QT]
    of_clips = [each for each in ours if each.name == "av"]
    (out / "copyright-earmark").write_text(copyright_file(head, of_app), "utf-8")
    (out / "copyright-earmark-clips").write_text(
        copyright_file((ROOT / "packaging/linux/copyright-clips").read_text("utf-8"), of_clips),
        "utf-8",
    )
    (out / "copyright-earmark-sync").write_text(
        copyright_file((ROOT / "packaging/linux/copyright-sync").read_text("utf-8"), of_sync),
        "utf-8",
    )


def _font_texts() -> list[Path]:
    return sorted((ROOT / "resources/fonts").glob("*OFL*"))


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:3]))
