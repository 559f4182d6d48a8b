"""Prints the AppStream metainfo: `metainfo.py [SITE]`.

A catalogue loads screenshots from the web; they are only named where SITE says from where.
"""

from __future__ import annotations

import re
import sys
from datetime import date
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
PICTURES = {
    "earmark-light.png": "The line being spoken lights up, in text that can be searched",
    "earmark-library.png": "All that you listen to, and every word of it to be found",
}

sys.path.insert(0, str(HERE.parent))
from bundle import version  # noqa: E402

_SCREENSHOT = """\
    <screenshot{kind}>
      <caption>{caption}</caption>
      <image>{site}/{picture}</image>
    </screenshot>
"""


def metainfo(site: str = "") -> str:
    """The template, with release and screenshots."""
    text = (HERE / "org.earmark.Earmark.metainfo.xml").read_text("utf-8")
    shown = _screenshots(site.rstrip("/")) if site else ""
    text = text.replace("  <!-- SCREENSHOTS -->\n", shown)
    return text.replace("VERSION", version(ROOT)).replace("DATE", _released().isoformat())


def _screenshots(site: str) -> str:
    each = [
        _SCREENSHOT.format(
            kind=' type="default"' if not number else "", caption=caption, site=site, picture=name
        )
        for number, (name, caption) in enumerate(PICTURES.items())
    ]
    homepage = f'  <url type="homepage">{site}</url>\n'
    return f"{homepage}  <screenshots>\n{''.join(each)}  </screenshots>\n"


def _released() -> date:
    """The day of the newest release in the changelog, or of what is built from."""
    import os

    found = re.search(r"^## \S+ [–-] (\d{4}-\d\d-\d\d)", (ROOT / "CHANGELOG.md").read_text(), re.M)
    if found:
        return date.fromisoformat(found[1])
    return date.fromtimestamp(int(os.environ.get("SOURCE_DATE_EPOCH", "0")))


if __name__ == "__main__":
    print(metainfo(*sys.argv[1:2]), end="")
