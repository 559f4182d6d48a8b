"""Strings that a regular expression takes longest for, and a process that tries them.

The strings come from the parsed expression: what leads to a part of it, then what that part
accepts again and again, then something that makes the match fail. Parts are repeats, every run of
neighbours, and beginnings of the whole, from which a search starts again.

As a program it reads expressions as JSON from stdin and writes, for each one that grows faster
than its input, its number and the number of the string. Each attempt has so many seconds of CPU
that a linear expression never needs them; one that takes longer ends the process.
"""

from __future__ import annotations

import importlib
import json
import os
import re
import signal
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

_parser: Any = importlib.import_module("re._parser")
_compiler: Any = importlib.import_module("re._compiler")

SMALL, LARGE = 4_000, 40_000
MOST_GROWTH = 40  # ten times the input: linear takes 10 times as long, quadratic 100 times
_AT_ONCE = 0.000_3  # s for the small one: a quadratic one takes longer, at 0.04 ns a step
_SOON = 0.02  # s for the large one: too short for a ratio
_TRIES = 3
_SUFFIXES = ("", "\0", "\n\0", " !")
_ORDERS = (" \ta0A_-.:<>!\n\0é語", "a0A _-.:<>!\t\n\0é語")
_LONGEST_PUMP = 60
_LONGEST_RUN = 6
_FEW = 4  # repeats that take no more are not repeated alone
_MOST = 400  # parts of one expression; of more, as many from all of it

Tree = Sequence[tuple[Any, Any]]


class Attack(NamedTuple):
    """A beginning, what is repeated, and an end."""

    prefix: str
    pump: str
    suffix: str

    def text(self, size: int) -> str:
        """About so many characters."""
        return self.prefix + self.pump * (size // len(self.pump)) + self.suffix


def attacks(pattern: str, flags: int = 0) -> list[Attack]:
    """The strings worth a try, each once."""
    tree = _parser.parse(pattern, flags)
    found: dict[tuple[str, str], None] = {}
    for order, is_short in ((_ORDERS[0], False), (_ORDERS[1], False), (_ORDERS[1], True)):
        sampler = _Sampler(tree.state, _alphabet(tree, order), is_short=is_short)
        for prefix, pump in sampler.pumps(list(tree), ""):
            if 0 < len(pump) <= _LONGEST_PUMP:
                found.setdefault((prefix, pump))
    chosen = list(found)[:: max(1, -(-len(found) // _MOST))]
    return [Attack(*each, suffix) for each in chosen for suffix in _SUFFIXES]


class _Sampler:
    """Makes strings that parts of one expression accept; short ones leave out what may be."""

    def __init__(self, state: Any, alphabet: str, *, is_short: bool) -> None:
        self._state, self._alphabet = state, alphabet
        self._least = 0 if is_short else 1

    def pumps(self, tree: Tree, before: str) -> Iterator[tuple[str, str]]:
        """(prefix, pump) for every part of a sequence, and for the parts of its parts."""
        chunks = list(_chunks(tree))
        samples = [self._sample(chunk) for chunk in chunks]
        for first in range(len(chunks)):
            prefix = before + "".join(samples[:first])
            longest = first + _LONGEST_RUN if first else len(chunks)
            for last in range(first + 1, min(len(chunks), longest) + 1):
                yield prefix, "".join(samples[first:last])
            for operator, value in chunks[first]:
                yield from self._inside(str(operator), value, prefix)

    def _inside(self, operator: str, value: Any, prefix: str) -> Iterator[tuple[str, str]]:
        if operator.endswith("_REPEAT") and value[1] > _FEW:
            options = self._options(value[2])
            yield from ((prefix, option) for option in options)
            yield from ((prefix, a + b) for a in options[:3] for b in options[:3] if a != b)
        for inner in _inner(operator, value):
            yield from self.pumps(list(inner), prefix)

    def _options(self, tree: Tree) -> list[str]:
        """What a part accepts, in several ways: each branch, each kind of character."""
        found = {self._sample(tree): None}
        for k, (operator, value) in enumerate(tree):
            before, after = self._sample(tree[:k]), self._sample(tree[k + 1 :])
            for option in self._variants(str(operator), value):
                found.setdefault(before + option + after)
        return list(found)

    def _variants(self, operator: str, value: Any) -> list[str]:
        if operator in ("IN", "ANY", "NOT_LITERAL"):
            return self._accepted(operator, value)
        options = [option for inner in _inner(operator, value) for option in self._options(inner)]
        return [*options, *(2 * option for option in options[:2])]

    def _accepted(self, operator: str, value: Any) -> list[str]:
        node = [(getattr(_parser, operator), value)]
        one = _compiler.compile(_parser.SubPattern(self._state, node))
        return [letter for letter in self._alphabet if one.fullmatch(letter)]

    def _sample(self, tree: Tree) -> str:
        return "".join(self._sample_of(str(operator), value) for operator, value in tree)

    def _sample_of(self, operator: str, value: Any) -> str:
        if operator == "LITERAL":
            return chr(value)
        if operator in ("IN", "ANY", "NOT_LITERAL"):
            return next(iter(self._accepted(operator, value)), "")
        if operator.startswith("ASSERT"):
            return ""
        inner = next(iter(_inner(operator, value)), ())
        least = value[0] if operator.endswith("_REPEAT") else 1
        return self._sample(list(inner)) * max(self._least, least)


def _chunks(tree: Tree) -> Iterator[list[tuple[Any, Any]]]:
    """The parts of a sequence; letters that follow each other are one."""
    held: list[tuple[Any, Any]] = []
    for node in tree:
        if str(node[0]) == "LITERAL":
            held.append(node)
            continue
        if held:
            yield held
            held = []
        yield [node]
    if held:
        yield held


def _inner(operator: str, value: Any) -> list[Any]:
    """The sequences inside a part."""
    if operator.endswith("_REPEAT"):
        return [value[2]]
    if operator == "SUBPATTERN":
        return [value[3]]
    if operator == "ATOMIC_GROUP":
        return [value]
    if operator == "BRANCH":
        return list(value[1])
    if operator == "GROUPREF_EXISTS":
        return [each for each in value[1:] if each is not None]
    if operator in ("ASSERT", "ASSERT_NOT"):
        return [value[1]]
    return []


def _alphabet(tree: Tree, order: str) -> str:
    """Characters of all kinds, and those that the expression names."""
    return "".join(dict.fromkeys([*order, *_letters(tree)]))


def _letters(tree: Tree) -> Iterator[str]:
    for operator, value in tree:
        if str(operator) in ("LITERAL", "NOT_LITERAL"):
            yield chr(value)
        elif str(operator) == "RANGE":
            yield from map(chr, value)
        elif str(operator) == "IN":
            yield from _letters(value)
        for inner in _inner(str(operator), value):
            yield from _letters(list(inner))


def main() -> None:
    """Try all expressions of stdin, from the one with the number given on."""
    seconds = float(sys.argv[1])
    jobs = json.load(sys.stdin)
    for number in range(int(sys.argv[2]), len(jobs)):
        pattern, flags, method = jobs[number]
        use = _use(re.compile(pattern, flags), method)
        for which, attack in enumerate(attacks(pattern, flags)):
            os.write(1, f"try {number} {which}\n".encode())
            if _is_steep(use, attack, seconds):
                os.write(1, f"steep {number} {which}\n".encode())
                break


def _use(pattern: re.Pattern[str], method: str) -> Callable[[str], object]:
    """What the code does with an expression, to its end."""
    if method in ("match", "fullmatch"):
        found: Callable[[str], object] = getattr(pattern, method)
        return found
    return lambda text: pattern.sub("", text)


def _is_steep(use: Callable[[str], object], attack: Attack, seconds: float) -> bool:
    small, large = attack.text(SMALL), attack.text(LARGE)
    if (least := _took(use, small, seconds)) < _AT_ONCE:
        return False
    if (most := _took(use, large, seconds)) < _SOON:
        return False
    for _ in range(_TRIES):
        if most < MOST_GROWTH * least:
            return False
        least = min(least, _took(use, small, seconds))
        most = min(most, _took(use, large, seconds))
    return most >= MOST_GROWTH * least


def _took(use: Callable[[str], object], text: str, seconds: float) -> float:
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)  # of CPU; then it ends this process
    start = time.thread_time()
    use(text)
    took = time.thread_time() - start
    signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    return took


if __name__ == "__main__":
    main()
