"""The small changes that can be made to a module: what a slip of the hand would make of it."""

from __future__ import annotations

import ast
import hashlib
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

_AT_ITS_BORDER: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}
_ARITHMETIC: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.FloorDiv,
    ast.FloorDiv: ast.Mult,
    ast.Div: ast.Mult,
    ast.Mod: ast.FloorDiv,
}
_WAYS_OUT = (ast.Return, ast.Raise, ast.Continue, ast.Break)
_NOT_RUN = ("annotation", "returns", "decorator_list", "type_params")


class Change(NamedTuple):
    """One small change: from which character of the source to which, and what stands there then."""

    start: int
    end: int
    text: str
    line: int
    name: str
    """Says where and what, and stays the same while other functions change."""

    def apply(self, source: str) -> str:
        """The source with this change."""
        return source[: self.start] + self.text + source[self.end :]


def changes(source: str) -> list[Change]:
    """All small changes to a module, in the order of its lines."""
    starts = _line_starts(source)
    seen: Counter[str] = Counter()
    made = []
    for place, node, text in _walk(ast.parse(source), ""):
        start = starts[node.lineno - 1] + _characters(source, starts, node.lineno, node.col_offset)
        end_line, end_offset = node.end_lineno or 0, node.end_col_offset or 0
        end = starts[end_line - 1] + _characters(source, starts, end_line, end_offset)
        name = f"{place}: {_short(source[start:end])} => {_short(text)}"
        seen[name] += 1
        if seen[name] > 1:
            name += f" ({seen[name]})"
        made.append(Change(start, end, text, node.lineno, name))
    return sorted(made, key=lambda change: change.line)


def sample(all_of_them: list[Change], count: int, seed: int) -> list[Change]:
    """As many changes as wanted; one made elsewhere in the module leaves the choice alone."""
    by_chance = sorted(all_of_them, key=lambda change: _chance(f"{seed} {change.name}"))
    return sorted(by_chance[:count], key=lambda change: change.line)


def _chance(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _line_starts(source: str) -> list[int]:
    starts = [0]
    for line in source.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    return starts


def _characters(source: str, starts: list[int], line: int, offset: int) -> int:
    """How many characters the first bytes of a line are."""
    return len(source[starts[line - 1] : starts[line]].encode()[:offset].decode())


def _short(text: str) -> str:
    return " ".join(text.split())


def _walk(node: ast.AST, place: str) -> Iterator[tuple[str, ast.expr | ast.stmt, str]]:
    if isinstance(node, ast.FunctionDef | ast.ClassDef | ast.AsyncFunctionDef):
        place = f"{place}.{node.name}".strip(".")
    if isinstance(node, ast.expr | ast.stmt):
        for changed in _changed(node):
            yield place, node, _as_source(node, changed)
    for field, value in ast.iter_fields(node):
        if field in _NOT_RUN:
            continue
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST):
                yield from _walk(child, place)


def _as_source(node: ast.AST, changed: ast.AST) -> str:
    text = ast.unparse(changed)
    return f"({text})" if isinstance(node, ast.expr) and not _is_atom(changed) else text


def _is_atom(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant | ast.Name | ast.Attribute | ast.Call)


def _changed(node: ast.AST) -> Iterator[ast.AST]:
    match node:
        case ast.Compare():
            yield from _other_comparisons(node)
        case ast.BoolOp():
            yield from _without_operand(node)
        case ast.UnaryOp(op=ast.Not()):
            yield node.operand
        case ast.BinOp(op=op) if type(op) in _ARITHMETIC:
            yield ast.BinOp(node.left, _ARITHMETIC[type(op)](), node.right)
        case ast.Constant(value=bool() as value):
            yield ast.Constant(not value)
        case ast.Constant(value=int() | float() as value):
            yield ast.Constant(value + 1)
        case ast.Return(value=ast.expr() as value) if not _is_none(value):
            yield ast.Return(ast.Constant(None))
        case ast.IfExp():
            yield node.body
            yield node.orelse
        case ast.If(body=[*_, last], orelse=[]) if isinstance(last, _WAYS_OUT):
            yield ast.Pass()


def _is_none(value: ast.expr) -> bool:
    return isinstance(value, ast.Constant) and value.value is None


def _other_comparisons(node: ast.Compare) -> Iterator[ast.AST]:
    for number, op in enumerate(node.ops):
        ops = [*node.ops[:number], _AT_ITS_BORDER[type(op)](), *node.ops[number + 1 :]]
        yield ast.Compare(node.left, ops, node.comparators)


def _without_operand(node: ast.BoolOp) -> Iterator[ast.AST]:
    for number in range(len(node.values)):
        left = [*node.values[:number], *node.values[number + 1 :]]
        yield left[0] if len(left) == 1 else ast.BoolOp(node.op, left)
