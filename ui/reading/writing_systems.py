"""Scripts that many systems have no font for: their letters, their names, where fonts are."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

CONTEXT = "writing_systems"


def _t(text: str) -> str:
    """Mark for `make translations`."""
    return text


class WritingSystem(NamedTuple):
    """A script; `package` has a font for it on Debian and Ubuntu."""

    name: str
    ranges: tuple[tuple[str, str], ...]
    package: str


_CJK, _CORE = "fonts-noto-cjk", "fonts-noto-core"
SCRIPTS = (
    WritingSystem(_t("Japanese"), (("\u3041", "\u30ff"), ("\uff66", "\uff9d")), _CJK),
    WritingSystem(_t("Korean"), (("\u1100", "\u11ff"), ("\uac00", "\ud7a3")), _CJK),
    WritingSystem(_t("Chinese"), (("\u3400", "\u9fff"), ("\U00020000", "\U0003ffff")), _CJK),
    WritingSystem(_t("Greek"), (("\u0386", "\u03ff"),), _CORE),
    WritingSystem(_t("Cyrillic"), (("\u0400", "\u052f"),), _CORE),
    WritingSystem(_t("Armenian"), (("\u0531", "\u0587"),), _CORE),
    WritingSystem(_t("Hebrew"), (("\u05d0", "\u05ea"),), _CORE),
    WritingSystem(_t("Arabic"), (("\u0620", "\u06ff"),), _CORE),
    WritingSystem(_t("Devanagari"), (("\u0900", "\u097f"),), _CORE),
    WritingSystem(_t("Bengali"), (("\u0980", "\u09fe"),), _CORE),
    WritingSystem(_t("Gurmukhi"), (("\u0a01", "\u0a76"),), _CORE),
    WritingSystem(_t("Gujarati"), (("\u0a81", "\u0aff"),), _CORE),
    WritingSystem(_t("Tamil"), (("\u0b82", "\u0bfa"),), _CORE),
    WritingSystem(_t("Telugu"), (("\u0c00", "\u0c7f"),), _CORE),
    WritingSystem(_t("Kannada"), (("\u0c80", "\u0cf2"),), _CORE),
    WritingSystem(_t("Malayalam"), (("\u0d00", "\u0d7f"),), _CORE),
    WritingSystem(_t("Sinhala"), (("\u0d81", "\u0df4"),), _CORE),
    WritingSystem(_t("Thai"), (("\u0e01", "\u0e5b"),), _CORE),
    WritingSystem(_t("Lao"), (("\u0e81", "\u0edf"),), _CORE),
    WritingSystem(_t("Burmese"), (("\u1000", "\u109f"),), _CORE),
    WritingSystem(_t("Georgian"), (("\u10a0", "\u10ff"), ("\u1c90", "\u1cbf")), _CORE),
    WritingSystem(_t("Ethiopic"), (("\u1200", "\u139f"),), _CORE),
    WritingSystem(_t("Khmer"), (("\u1780", "\u17f9"),), _CORE),
)


def unseen(letters: Iterable[str], can_show: Callable[[str], bool]) -> list[WritingSystem]:
    """The scripts of which a font lacks most of these letters.

    Of Japanese and Chinese, which share theirs, Japanese alone.
    """
    of_script: dict[WritingSystem, list[bool]] = {}
    for letter in letters:
        script = _script_of(letter)
        if script is not None:
            of_script.setdefault(script, []).append(can_show(letter))
    found = [each for each in SCRIPTS if each in of_script and not _are_most(of_script[each])]
    names = {script.name for script in found}
    return [each for each in found if not (each.name == "Chinese" and "Japanese" in names)]


def name_of(script: WritingSystem) -> str:
    """What it is called in the language of the interface."""
    return QCoreApplication.translate(CONTEXT, script.name)


def _script_of(letter: str) -> WritingSystem | None:
    for script in SCRIPTS:
        if any(first <= letter <= last for first, last in script.ranges):
            return script
    return None


def _are_most(shown: list[bool]) -> bool:
    return sum(shown) * 2 >= len(shown)
