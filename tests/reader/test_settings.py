from __future__ import annotations

import logging
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from reader import settings as module
from reader.settings import (
    FAVOURITE_RATES,
    IS_MUTED,
    LAST_FOLDER,
    LINE_HEIGHT,
    OUTPUT_DEVICE,
    RATE,
    THEME,
    TYPE_SIZE,
    VOLUME,
    WINDOW_GEOMETRY,
    Preference,
    Settings,
)

ROOT = Path(__file__).parents[2]
ALL = [value for value in vars(module).values() if isinstance(value, Preference)]

EXAMPLES: list[tuple[Preference[Any], Any]] = [
    (THEME, "sepia"),
    (TYPE_SIZE, 21),
    (LINE_HEIGHT, 1.5),
    (IS_MUTED, True),
    (FAVOURITE_RATES, (0.5, 1.1, 1.3, 1.75, 3.0)),
    (OUTPUT_DEVICE, 'Speakers, "HDMI" @home; ünï=1'),
    (WINDOW_GEOMETRY, bytes(range(256))),
    (LAST_FOLDER, "/home/me/My Podcasts, all"),
]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "config" / "earmark.ini"


@pytest.fixture
def settings(qapp: object, path: Path) -> Settings:
    return Settings(path)


def written(path: Path, text: str | bytes) -> Settings:
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return Settings(path)


@pytest.mark.parametrize("preference", ALL, ids=lambda preference: preference.key)
def test_defaults_are_good_values_and_survive_the_file(
    settings: Settings, preference: Preference[Any]
) -> None:
    assert settings.get(preference) == preference.default
    assert preference.check(preference.stored(preference.default)) == preference.default


def test_keys_differ() -> None:
    assert len({preference.key for preference in ALL}) == len(ALL)


@pytest.mark.parametrize(("preference", "value"), EXAMPLES, ids=lambda part: str(part)[:12])
def test_what_is_set_is_got_before_and_after_saving(
    settings: Settings, path: Path, preference: Preference[Any], value: Any
) -> None:
    settings.set(preference, value)
    assert settings.get(preference) == value
    settings.save()
    assert settings.get(preference) == value
    assert Settings(path).get(preference) == value


def test_a_new_process_finds_what_was_saved(settings: Settings, path: Path) -> None:
    for preference, value in EXAMPLES:
        settings.set(preference, value)
    settings.save()
    reported = subprocess.run(
        [
            sys.executable,
            "-c",
            "import sys; from pathlib import Path; from reader import settings\n"
            "kept = settings.Settings(Path(sys.argv[1]))\n"
            "print(ascii([kept.get(getattr(settings, name)) for name in sys.argv[2:]]))",
            str(path),
            *("THEME", "TYPE_SIZE", "LINE_HEIGHT", "IS_MUTED", "FAVOURITE_RATES"),
            *("OUTPUT_DEVICE", "WINDOW_GEOMETRY", "LAST_FOLDER"),
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.strip()
    assert reported == ascii([value for _, value in EXAMPLES])


def test_a_change_is_reported_and_written_without_being_asked(
    settings: Settings, path: Path, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(settings.changed) as reported:
        settings.set(THEME, "dark")
    assert reported.args == ["theme"]
    qtbot.waitUntil(lambda: path.exists() and "theme=dark" in path.read_text())


def test_setting_what_is_already_so_is_no_change(settings: Settings, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(settings.changed):
        settings.set(THEME, "system")
        settings.set(VOLUME, 80)


def test_numbers_are_brought_into_their_range(settings: Settings) -> None:
    settings.set(TYPE_SIZE, 500)
    settings.set(RATE, 0.1)
    assert settings.get(TYPE_SIZE) == 48
    assert settings.get(RATE) == 0.5


def test_a_value_that_cannot_be_is_refused(settings: Settings) -> None:
    with pytest.raises(ValueError, match="theme is one of"):
        settings.set(THEME, "pink")
    with pytest.raises(ValueError, match="5 rates"):
        settings.set(FAVOURITE_RATES, (1.0,))
    with pytest.raises(ValueError, match="not a number"):
        settings.set(RATE, float("nan"))
    assert settings.get(THEME) == "system"


@pytest.mark.parametrize(
    ("line", "preference"),
    [
        ("theme=pink", THEME),
        ("type_size=big", TYPE_SIZE),
        ("type_size=1, 2", TYPE_SIZE),
        ("line_height=nan", LINE_HEIGHT),
        ("is_muted=perhaps", IS_MUTED),
        ("favourite_rates=1, 2", FAVOURITE_RATES),
        ("favourite_rates=1, 2, 3, x, 5", FAVOURITE_RATES),
        ("favourite_rates=7", FAVOURITE_RATES),
        ("output_device=a, b", OUTPUT_DEVICE),
        ("window_geometry=nothing", WINDOW_GEOMETRY),
        ("volume=@Invalid()", VOLUME),
    ],
)
def test_a_bad_value_in_the_file_means_the_default(
    qapp: object, path: Path, line: str, preference: Preference[Any]
) -> None:
    assert written(path, f"[General]\n{line}\n").get(preference) == preference.default


@pytest.mark.parametrize("rubbish", [b"\0\xff\xfe[[[\n=\n\n", b"[General\ntheme=\n", b"\0" * 5000])
def test_a_corrupted_file_gives_the_defaults_and_can_be_written(
    qapp: object, path: Path, rubbish: bytes
) -> None:
    settings = written(path, rubbish)
    assert settings.get(THEME) == "system"
    settings.set(THEME, "dark")
    settings.save()
    assert Settings(path).get(THEME) == "dark"


def test_unknown_keys_survive(qapp: object, path: Path) -> None:
    settings = written(path, "[General]\nfrom_tomorrow=7\n\n[other]\nx=1\n")
    settings.set(THEME, "dark")
    settings.save()
    assert "from_tomorrow=7" in path.read_text()
    assert "[other]\nx=1" in path.read_text()


def test_two_windows_do_not_overwrite_each_other(qapp: object, path: Path) -> None:
    one, other = Settings(path), Settings(path)
    one.set(THEME, "dark")
    other.set(VOLUME, 30)
    one.save()
    other.save()
    assert Settings(path).get(THEME) == "dark"
    assert Settings(path).get(VOLUME) == 30


def test_a_file_that_cannot_be_written_is_logged_and_the_value_used(
    qapp: object, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "file").write_text("in the way of the folder")
    settings = Settings(tmp_path / "file" / "earmark.ini")
    settings.set(THEME, "dark")
    with caplog.at_level(logging.WARNING):
        settings.save()
    assert "could not be written" in caplog.text
    assert settings.get(THEME) == "dark"
