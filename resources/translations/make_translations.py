"""Takes new texts from the code into each `earmark_*.ts`, and makes each `.qm` from it.

Qt's lupdate finds what stands in `self.tr`. Texts that are marked in a table, and the messages of
`reader`, which knows no Qt, are found here and handed to it under the name of who translates them.
"""

from __future__ import annotations

import ast
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

FOLDER = Path(__file__).resolve().parent
ROOT = FOLDER.parents[1]
_BIN = ROOT / ".venv" / "bin"
SOURCE = "en"  # what the code is written in: needs its plurals alone
_PLURALS = ("-pluralonly",)
_PLAIN = ("-no-obsolete", "-locations", "none", "-silent")

# Function or class: the context under which `ui` translates what is given to it first.
_TABLES = {
    "ui/menus.py": {"_t": "Actions"},
    "reader/**/*.py": {"message": "reader"},
    "ui/**/*.py": {"message": "reader"},
    "ui/appearance/language.py": {"_key": "QShortcut"},
    "ui/notes/note_keys.py": {"_t": "note_keys"},
    "ui/player/spoken_time.py": {"_t": "spoken_time"},
    "ui/reading/writing_systems.py": {"_t": "writing_systems"},
}


def make(folder: Path = FOLDER) -> None:
    """Bring all files of a folder up to date."""
    sources = sorted(folder.glob("*.ts"))
    update(*sources)
    for source in sources:
        compiled(source, source.with_suffix(".qm"))


def update(*sources: Path) -> None:
    """Take the texts of the code into these `.ts` files."""
    with tempfile.TemporaryDirectory() as place:
        marked = Path(place) / "marked.py"
        marked.write_text("".join(f"{_mark(*each)}\n" for each in marked_texts()), "utf-8")
        code = sorted(map(str, (ROOT / "ui").rglob("*.py")))
        for source in sources:
            more = _PLURALS if source.stem == f"earmark_{SOURCE}" else ()
            _run("lupdate", *_PLAIN, *more, "-extensions", "py", *code, marked, "-ts", source)


def compiled(source: Path, target: Path) -> None:
    """Make a `.qm` of a `.ts`; what is not translated stays out."""
    _run("lrelease", "-silent", source, "-qm", target)


def marked_texts() -> Iterator[tuple[str, str]]:
    """Each text outside of `self.tr`, once, with its context."""
    yield from dict.fromkeys(
        marked
        for name, contexts in _TABLES.items()
        for path in sorted(ROOT.glob(name))
        for marked in _texts_in(ast.parse(path.read_text("utf-8")), contexts)
    )


def _mark(context: str, text: str) -> str:
    """As lupdate knows it in Python; of all ways, only this one has plurals."""
    more = ", '', count" if "%n" in text else ""
    return f"class {context}:\n    def _(self, count):\n        self.tr({text!r}{more})"


def _texts_in(tree: ast.AST, contexts: dict[str, str]) -> Iterator[tuple[str, str]]:
    for node in ast.walk(tree):
        match node:
            case ast.Call(
                func=ast.Name(id=called) | ast.Attribute(attr=called),
                args=[ast.Constant(value=str(text)), *_],
            ) if called in contexts and text:
                yield contexts[called], text


def _run(tool: str, *arguments: object) -> None:
    subprocess.run([str(_BIN / f"pyside6-{tool}"), *map(str, arguments)], check=True)


if __name__ == "__main__":
    make()
