"""The names by which a desktop knows Earmark: its files, windows and services carry them."""

from __future__ import annotations

NAME = "Earmark"

DESKTOP_ID = "org.earmark.Earmark"
"""Names the desktop file, the metainfo and the icons that are installed (packaging/linux)."""
