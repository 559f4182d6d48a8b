"""Takes new texts from the code into each `earmark_*.ts`, and makes each `.qm` from it.

Qt's lupdate finds what stands in `self.tr`. Texts that are marked in a table, and those of
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
_PLAIN = ("-no-obsolete", "-locations", "none", "-silent")

# Function or class: the context under which `ui` translates what is given to it first.
_TABLES = {"ui/actions.py": {"_t": "Actions"}}


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
        calls = (f"QT_TRANSLATE_NOOP({context!r}, {text!r})\n" for context, text in marked_texts())
        marked.write_text("".join(calls), encoding="utf-8")
        code = sorted(map(str, (ROOT / "ui").rglob("*.py")))
        _run("lupdate", *_PLAIN, "-extensions", "py", *code, marked, "-ts", *sources)


def compiled(source: Path, target: Path) -> None:
    """Make a `.qm` of a `.ts`; what is not translated stays out."""
    _run("lrelease", "-silent", source, "-qm", target)


def marked_texts() -> Iterator[tuple[str, str]]:
    """Each text outside of `self.tr`, once, with its context."""
    for name, contexts in _TABLES.items():
        for path in sorted(ROOT.glob(name)):
            yield from dict.fromkeys(_texts_in(ast.parse(path.read_text("utf-8")), contexts))


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
