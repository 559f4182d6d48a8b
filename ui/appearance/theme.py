"""The look of Earmark: colours, fonts and the style sheet of everything around the page."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from string import Template
from typing import NamedTuple

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from reader import paths

SYSTEM = "system"

SERIF = "serif"
SANS = "sans"
MONO = "mono"

# The bundled family first, then what comes closest on each system.
_FAMILIES = {
    SERIF: ["Literata", "P052", "Palatino", "Palatino Linotype", "Georgia", "Noto Serif"],
    SANS: ["Inter", "Segoe UI", "SF Pro Text", "Cantarell", "Noto Sans", "DejaVu Sans"],
    MONO: ["DejaVu Sans Mono", "Consolas", "Menlo"],
}
_STYLE_HINTS = {
    SERIF: QFont.StyleHint.Serif,
    SANS: QFont.StyleHint.SansSerif,
    MONO: QFont.StyleHint.Monospace,
}
_OWN_FAMILIES = {SERIF: "Literata", SANS: "Inter"}
_SMALLEST_UI_FONT = 10.0
_OUTLINED_BY_FUSION = ("QCheckBox", "QRadioButton")


class Theme(NamedTuple):
    """Colours as `#rrggbb`. Text on its ground keeps 4.5:1 (WCAG 2.2, 1.4.3), signs 3:1."""

    name: str

    # The page
    paper: str
    ink: str
    faint: str  # margin times, annotations
    voices: tuple[str, ...]  # names of who speaks, as text on paper
    current: str  # ground of the line being spoken
    current_mark: str  # its bar or outline, so that its shape shows it too
    word: str  # ground of the word being spoken
    hit: str
    hit_current: str
    selection: str
    marks: tuple[str, ...]  # grounds of the five colours of highlights
    mark_bars: tuple[str, ...]  # the same, as lines and signs

    # Around it
    chrome: str
    chrome_ink: str
    quiet: str  # second-rank text on the chrome
    disabled: str  # text of what can't be done now
    disabled_sign: str  # its icons
    raised: str  # menus, tooltips, fields
    hover: str
    pressed: str
    line: str  # hairlines that only divide
    edge: str  # borders that show where a control is
    groove: str  # what a slider runs in
    accent: str
    accent_ink: str  # text on the accent
    focus: str

    is_outlined: bool = False  # whether grounds get an outline, for eyes that need hard edges


LIGHT = Theme(
    name="light",
    paper="#fbf8f1",
    ink="#2b2620",
    faint="#766c5e",
    voices=("#8a4b1f", "#2f5d62", "#6b3f7d", "#4d6021", "#96334c", "#2c5a92", "#7a5a00", "#5c5148"),
    current="#fbe7a6",
    current_mark="#b8862b",
    word="#f4c95d",
    hit="#f7d3b6",
    hit_current="#f2a877",
    selection="#c3daf0",
    marks=("#eef0a2", "#cde8be", "#bde6e2", "#e3d4f4", "#f8cfdc"),
    mark_bars=("#7f7a00", "#4a8030", "#1b7f88", "#8458b8", "#bf4673"),
    chrome="#f3eee3",
    chrome_ink="#38322a",
    quiet="#6b6254",
    disabled="#6b6254",
    disabled_sign="#8e8373",
    raised="#fffdf8",
    hover="#e8e1d2",
    pressed="#dcd3c0",
    line="#e0d8c8",
    edge="#8e8373",
    groove="#cbc1af",
    accent="#96491f",
    accent_ink="#fffdf8",
    focus="#1f6fa8",
)

DARK = Theme(
    name="dark",
    paper="#1d1b19",
    ink="#d9d2c5",
    faint="#978e80",
    voices=("#e0a26d", "#7fbac0", "#c7a0db", "#a9c072", "#eb94a5", "#90b6e6", "#d6b95c", "#bdb2a4"),
    current="#4d421f",
    current_mark="#c9a347",
    word="#6b571c",
    hit="#5e3a22",
    hit_current="#86471e",
    selection="#33506e",
    marks=("#3e451b", "#22472b", "#15484e", "#44355f", "#58303f"),
    mark_bars=("#c6cc5a", "#7fc182", "#5cbcc4", "#b896e4", "#e88dac"),
    chrome="#252320",
    chrome_ink="#d9d2c5",
    quiet="#a89f91",
    disabled="#a89f91",
    disabled_sign="#7d7468",
    raised="#2d2a27",
    hover="#37332f",
    pressed="#433e39",
    line="#383430",
    edge="#7d7468",
    groove="#4d4741",
    accent="#e0a26d",
    accent_ink="#1d1b19",
    focus="#8cc0e6",
)

SEPIA = Theme(
    name="sepia",
    paper="#f1e5cb",
    ink="#40311f",
    faint="#6f5c40",
    voices=("#7d3f14", "#2a565b", "#633674", "#47591c", "#872b43", "#274f83", "#6b4e00", "#54473a"),
    current="#f3d58c",
    current_mark="#a3741d",
    word="#e8b653",
    hit="#edc39c",
    hit_current="#e39a63",
    selection="#bfd0d8",
    marks=("#dfdf86", "#c2dba0", "#abd8cf", "#d8c3e4", "#f0bcc6"),
    mark_bars=("#6f6b08", "#47722a", "#1a6d72", "#7a4ca8", "#a93a61"),
    chrome="#e8dabb",
    chrome_ink="#40311f",
    quiet="#655339",
    disabled="#655339",
    disabled_sign="#8a7653",
    raised="#f7eed9",
    hover="#dccba6",
    pressed="#cfbc93",
    line="#d5c5a1",
    edge="#8a7653",
    groove="#bfac83",
    accent="#7d3f14",
    accent_ink="#f7eed9",
    focus="#1d5f91",
)

CONTRAST = Theme(
    name="contrast",
    paper="#000000",
    ink="#ffffff",
    faint="#e0e0e0",
    voices=("#ffff00", "#00ffff", "#ff9dff", "#7dff7d", "#ffb870", "#9cc8ff", "#ffffff", "#ffd0d0"),
    current="#2e2e00",
    current_mark="#ffff00",
    word="#6b6100",
    hit="#6a0070",
    hit_current="#a000a8",
    selection="#0047c2",
    marks=("#3f4a00", "#00521c", "#004a52", "#3d1c80", "#730030"),
    mark_bars=("#d8ff3d", "#5dff7d", "#4de8ff", "#c9a2ff", "#ff8fb8"),
    chrome="#000000",
    chrome_ink="#ffffff",
    quiet="#ffffff",
    disabled="#8a8a8a",
    disabled_sign="#8a8a8a",
    raised="#000000",
    hover="#333300",
    pressed="#555500",
    line="#ffffff",
    edge="#ffffff",
    groove="#8a8a8a",
    accent="#ffff00",
    accent_ink="#000000",
    focus="#00ffff",
    is_outlined=True,
)

THEMES = {theme.name: theme for theme in (LIGHT, DARK, SEPIA, CONTRAST)}


def theme_named(name: str, system_is_dark: bool = False, system_is_contrast: bool = False) -> Theme:
    """The theme of this name; any other name, such as `SYSTEM`, follows the system's choice."""
    if name in THEMES:
        return THEMES[name]
    if system_is_contrast:
        return CONTRAST
    return DARK if system_is_dark else LIGHT


def palette(theme: Theme) -> QPalette:
    """What the Fusion style paints with, and what the page takes its colours from."""
    role = QPalette.ColorRole
    colours = QPalette()
    for key, colour in {
        role.Window: theme.chrome,
        role.WindowText: theme.chrome_ink,
        role.Base: theme.paper,
        role.AlternateBase: theme.hover,
        role.Text: theme.ink,
        role.PlaceholderText: theme.quiet,
        role.Button: theme.chrome,
        role.ButtonText: theme.chrome_ink,
        role.BrightText: theme.accent_ink,
        role.ToolTipBase: theme.raised,
        role.ToolTipText: theme.chrome_ink,
        role.Highlight: theme.selection,
        role.HighlightedText: theme.ink,
        role.Accent: theme.accent,
        role.Link: theme.accent,
        role.LinkVisited: theme.accent,
        role.Light: theme.raised,
        role.Midlight: theme.hover,
        role.Mid: theme.line,
        role.Dark: theme.edge,
    }.items():
        colours.setColor(key, QColor(colour))
    for key in (role.WindowText, role.Text, role.ButtonText):
        colours.setColor(QPalette.ColorGroup.Disabled, key, QColor(theme.disabled_sign))
    return colours


def apply_theme(application: QApplication, theme: Theme) -> None:
    """Dress the whole application in `theme`, on top of the Fusion style."""
    application.setPalette(palette(theme))
    for widgets in _OUTLINED_BY_FUSION:
        # PySide takes a str, whatever its type hints say.
        application.setPalette(_outlined(theme), widgets)  # type: ignore[arg-type]
    application.setStyleSheet(style_sheet(theme))


def style_sheet(theme: Theme) -> str:
    """`resources/styles/earmark.qss` with the colours of `theme` filled in."""
    resources = paths.resources()
    sheet = Template((resources / "styles" / "earmark.qss").read_text("utf-8"))
    return sheet.substitute(theme._asdict(), icons=(resources / "icons").as_posix())


def load_fonts(folder: Path) -> tuple[str, ...]:
    """Make the fonts in `folder` usable and return their families; ValueError for a broken one."""
    files = sorted(folder.rglob("*.[ot]tf"))
    return tuple(dict.fromkeys(family for file in files for family in _loaded(file)))


def load_first_faces(folder: Path, family: str) -> None:
    """The faces of a page: of its text, and of the names and times beside it."""
    for name in {f"{_OWN_FAMILIES[family]}-Regular", "Inter-Regular", "Inter-SemiBold"}:
        _loaded(folder / f"{name}.ttf")


def load_italics(folder: Path, family: str) -> None:
    """The face of what is heard and not said."""
    _loaded(folder / f"{_OWN_FAMILIES[family]}-Italic.ttf")


@cache
def _loaded(file: Path) -> tuple[str, ...]:
    """Loads a font, once."""
    font_id = QFontDatabase.addApplicationFont(str(file))
    if font_id < 0:
        raise ValueError(f"{file.name} is not a font that Qt can read.")
    return tuple(QFontDatabase.applicationFontFamilies(font_id))


def text_font(family: str, size: float) -> QFont:
    """The font of the page: `SERIF`, `SANS` or `MONO`, `size` in points."""
    font = QFont(_FAMILIES[family])
    font.setStyleHint(_STYLE_HINTS[family])
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setPointSizeF(size)
    return font


def ui_font() -> QFont:
    """The font of menus and controls, no smaller than the system's own."""
    return text_font(SANS, max(_SMALLEST_UI_FONT, QApplication.font().pointSizeF()))


def _outlined(theme: Theme) -> QPalette:
    """Fusion draws an outline in the window's colour, darker by 140: too faint on the chrome."""
    colours = palette(theme)
    colours.setColor(QPalette.ColorRole.Window, QColor(theme.edge).lighter(140))
    colours.setColor(QPalette.ColorRole.Base, QColor(theme.raised))
    return colours
