"""No regular expression that sees a file's text takes longer than in proportion to that text."""

from __future__ import annotations

import ast
import importlib
import json
import re
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

import pytest

from reader.formats import layouts
from reader.formats.times import STAMP
from reader.store import terms
from reader.transcript.search import _with_any_marks
from tests.reader.worst_strings import Attack, attacks

pytestmark = pytest.mark.skipif(
    not hasattr(signal, "setitimer"), reason="this system has no timer that ends a process"
)

ROOT = Path(__file__).parents[2]
METHODS = {
    "compile": "compile",
    "match": "match",
    "fullmatch": "fullmatch",
    **dict.fromkeys(("search", "finditer", "findall", "sub", "subn", "split"), "finditer"),
}
"""What is tried for each; a search to the end stands for all that search."""

STAND_INS: Mapping[str, Mapping[str, object]] = {
    "reader.formats.json_document": {"key": "segments"},
    "reader.formats.html_page": {"name": "script"},
    "reader.formats.layouts": {"form": layouts.TMPLAYER, "opening": "【", "closing": "】"},
    "reader.overlays.corrections": {"pattern": r"(?<!\w)ab\ c(?!\w)"},
    "reader.store.terms": {
        "before": r"(?<![^\W_])",
        "spelled": tuple(map(terms._spelled, ("ab", "c"))),
        "after": r"(?![^\W_])",
    },
    "reader.transcript.search": {"pattern": _with_any_marks(["ab", "c"])},
    "ui.commands.clip": {"STAMP": STAMP},
}
"""What names of functions stand for where an expression is made of them."""

TABLES: Mapping[str, Mapping[layouts.Form, str]] = {"reader.formats.layouts": layouts.PATTERNS}
"""Expressions that a module compiles out of a table when they are asked."""

SECONDS = 3.0  # of CPU for one string: a linear expression takes a tenth


class Use(NamedTuple):
    """An expression and how the code asks it."""

    pattern: str
    flags: int
    method: str


@pytest.mark.timeout(600)  # 20 s on a quiet machine
def test_every_pattern_is_linear() -> None:
    uses = uses_in_code()
    assert len(uses) > 100
    assert [f"{use.method} {use.pattern!r}: {attack}" for use, attack in steep(uses)] == []


@pytest.mark.parametrize(
    ("method", "pattern"),
    [
        ("fullmatch", r"(?:[A-Za-z]\w{0,20}:\S{1,40}\s*)*"),
        ("match", r"(a+)+b"),
        ("fullmatch", r"(?:a|ab|b)*c"),
        ("match", r"\s*(?:<!--.{0,2000}?-->\s*)*<html"),
        ("finditer", r"[\s_-]*(?:time|name)[\s_]*$"),
        ("finditer", r"[.?!]+[\"']*(?=\s|$)"),
        ("finditer", r"<span\b([^<>]*\btimestamp\b[^<>]*)>"),
        ("match", r"v(?:\.\S*)?\s+(.*\S)"),
        ("finditer", r"<!-- begin (\S+):[^\n]*?-->"),
        ("fullmatch", r"\[(.*)\](.*)\]x"),
        ("finditer", r"\d+x"),
    ],
)
def test_a_steep_pattern_is_found(method: str, pattern: str) -> None:
    assert steep([Use(pattern, 0, method)], 0.4)


@pytest.mark.parametrize(
    ("method", "pattern"),
    [
        ("fullmatch", r"(?:[A-Za-z]\w{0,20}+:\S{1,40}+\s*+)*+"),
        ("finditer", r"<[^<>]*>"),
        ("match", r"\s{0,60}\d+\s{0,60}-->"),
        ("finditer", r"\s+"),
    ],
)
def test_a_linear_pattern_is_none(method: str, pattern: str) -> None:
    assert steep([Use(pattern, 0, method)]) == []


def test_the_scan_sees_patterns_of_all_kinds() -> None:
    uses = {(use.pattern, use.method) for use in uses_in_code()}
    assert (r"[ \t\n\r]+", "finditer") in uses  # a name of the module
    assert (r"[ :]+", "finditer") in uses  # within a function
    reported = {method for pattern, method in uses if "(?P<start>" in pattern}
    assert reported == {"fullmatch", "finditer"}  # out of a table


def steep(uses: Sequence[Use], seconds: float = SECONDS) -> list[tuple[Use, Attack]]:
    """Those that grow faster than their input, each with a string that shows it."""
    found: list[tuple[int, int]] = []
    first: int | None = 0
    while first is not None:
        some, first = _tried(uses, first, seconds)
        found += some
    return [(uses[k], attacks(uses[k].pattern, uses[k].flags)[which]) for k, which in found]


def _tried(
    uses: Sequence[Use], first: int, seconds: float
) -> tuple[list[tuple[int, int]], int | None]:
    """Numbers of uses and strings that were steep, and where to go on after one without an end."""
    command = [sys.executable, "-m", "tests.reader.worst_strings", str(seconds), str(first)]
    done = subprocess.run(
        command, input=json.dumps(uses), capture_output=True, text=True, cwd=ROOT, check=False
    )
    lines = [line.split() for line in done.stdout.splitlines()]
    found = [(int(k), int(which)) for what, k, which in lines if what == "steep"]
    if done.returncode == 0:
        return found, None
    assert done.returncode == -signal.SIGVTALRM, done.stderr
    endless = int(lines[-1][1]), int(lines[-1][2])
    return [*found, endless], endless[0] + 1


@cache
def uses_in_code() -> tuple[Use, ...]:
    """Each use of an expression once."""
    used: set[Use] = set()
    for module, tree in modules():
        found = [Use(each.pattern, each.flags, how) for each, how in patterns_in(module, tree)]
        used.update(use for use in found if use.method != "compile")
        known = {use.pattern for use in used}
        kept = [use for use in found if use.method == "compile" and use.pattern not in known]
        used.update(use._replace(method=how) for use in kept for how in unknown_uses(module, tree))
    return tuple(sorted(used))


def modules() -> Iterator[tuple[ModuleType, ast.Module]]:
    """All of `reader`, and those of `ui` that have expressions."""
    for path in sorted([*(ROOT / "reader").rglob("*.py"), *(ROOT / "ui").rglob("*.py")]):
        source = path.read_text(encoding="utf-8")
        name = ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        if name.startswith("reader") or "\nimport re\n" in source:
            yield importlib.import_module(name), ast.parse(source)


def patterns_in(module: ModuleType, tree: ast.Module) -> Iterator[tuple[re.Pattern[str], str]]:
    """Each expression of a module with the method that is asked of it, or "compile"."""
    names = {**vars(module), **STAND_INS.get(module.__name__, {})}
    calls = {id(node.func): node for node in ast.walk(tree) if isinstance(node, ast.Call)}
    for node in ast.walk(tree):
        if not isinstance(node, ast.Attribute) or node.attr not in METHODS:
            continue
        owner = value_of(node.value, names)
        if owner is re:
            owner = compiled(calls[id(node)], names)
            assert owner, f"{module.__name__}:{node.lineno}: name what it is made of in STAND_INS"
        if isinstance(owner, re.Pattern) and isinstance(owner.pattern, str):
            yield owner, METHODS[node.attr]
    for key, source in TABLES.get(module.__name__, {}).items():
        is_sought = "WITHIN" in str(key)
        yield re.compile(source), "finditer" if is_sought else "fullmatch"


def compiled(call: ast.Call, names: Mapping[str, Any]) -> re.Pattern[str] | None:
    """What a call such as `re.sub("a+", ...)` compiles."""
    values = [value_of(each, names) for each in [*call.args, *(k.value for k in call.keywords)]]
    flags = [value for value in values if isinstance(value, re.RegexFlag)]
    return None if values[0] is None else re.compile(values[0], flags[0] if flags else 0)


def unknown_uses(module: ModuleType, tree: ast.Module) -> set[str]:
    """How a module asks expressions that it gets from elsewhere: out of a table, say."""
    asked = [node for node in ast.walk(tree) if isinstance(node, ast.Attribute)]
    unknown = [node for node in asked if value_of(node.value, vars(module)) is None]
    names = {node.attr for node in unknown} & {"match", "fullmatch", "search", "finditer"}
    return {METHODS[name] for name in names}


def value_of(node: ast.expr, names: Mapping[str, Any]) -> Any:
    """What an expression of the code is; None where that is known only when it runs."""
    try:
        return eval(compile(ast.Expression(node), "<code>", "eval"), dict(names))
    except (NameError, AttributeError, TypeError, KeyError, IndexError, ValueError):
        return None
