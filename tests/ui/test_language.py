"""The interface speaks the system's language where it can."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader import paths
from tests.pseudo_locale import stretched
from ui.language import chosen_language


@pytest.mark.parametrize(
    ("wanted", "language"),
    [
        (["de-AT", "de"], "de"),
        (["de_DE"], "de"),
        (["en-GB", "de"], "en"),
        (["tlh", "de-DE", "en"], "de"),
        (["tlh"], "en"),
        (["C"], "en"),
        ([], "en"),
    ],
)
def test_the_first_language_there_is_is_chosen(
    wanted: list[str], language: str, tmp_path: Path
) -> None:
    (tmp_path / "earmark_de.qm").touch()
    assert chosen_language(wanted, tmp_path) == language


def test_german_is_there() -> None:
    assert chosen_language(["de"], paths.resources() / "translations") == "de"


def test_the_made_up_language_keeps_what_is_filled_in() -> None:
    assert stretched("&Play {0} of %n").startswith("[&Plàý {0} öf %n·")
