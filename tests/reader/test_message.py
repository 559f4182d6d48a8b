"""A message is an English text that keeps what it is made of."""

from __future__ import annotations

import ast
import errno
import json
import os
import pickle
from collections.abc import Iterator
from copy import copy
from pathlib import Path
from string import Formatter

import pytest

import reader
from reader.message import Message, from_json, message, system_reason, to_json

KIND = message("a video")
FAULT = message("{file} is {kind}, not a transcript.", file="talk.vtt", kind=KIND)


def test_it_is_its_english_text_wherever_one_is_wanted() -> None:
    assert FAULT == "talk.vtt is a video, not a transcript."
    assert f"{FAULT}" == str(FAULT) == "".join([FAULT])
    assert {str(FAULT): 1}[FAULT] == 1
    assert json.loads(json.dumps([FAULT])) == [FAULT]


def _messages() -> Iterator[tuple[str, ast.Call, str]]:
    """Each `message(...)` of the core with a literal template and its arguments."""
    folder = Path(reader.__file__).parent
    for path in folder.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "message":
                template = node.args[0]
                if isinstance(template, ast.Constant) and isinstance(template.value, str):
                    yield f"{path.name}:{node.lineno}", node, template.value


def test_each_gets_what_its_template_asks_for() -> None:
    """Else it is not a message but a KeyError, at the very moment when something is to be said."""
    count = 0
    for where, node, template in _messages():
        given = {each.arg for each in node.keywords}
        holes = {name for _, name, _, _ in Formatter().parse(template) if name}
        assert not given or given == holes, where
        count += bool(given)
    assert count > 100


def test_it_keeps_what_it_is_made_of() -> None:
    assert FAULT.template == "{file} is {kind}, not a transcript."
    assert FAULT.arguments == {"file": "talk.vtt", "kind": KIND}


@pytest.mark.parametrize(
    "again",
    [
        pickle.loads(pickle.dumps(FAULT)),
        copy(FAULT),
        from_json(json.loads(json.dumps(to_json(FAULT)))),
    ],
)
def test_it_travels_whole(again: Message) -> None:
    kind = again.arguments["kind"]
    assert isinstance(kind, Message) and kind.template == "a video"
    assert (again, again.template, again.arguments) == (FAULT, FAULT.template, FAULT.arguments)


def test_a_template_without_arguments_stands_as_it_is() -> None:
    assert message("{file} is empty.") == "{file} is empty."
    assert message("100 {").arguments == {}


def test_a_template_of_a_table_is_filled_later() -> None:
    fault = message("{file} has more than {most} lines.")
    assert fault.filled(file="a.vtt", most=5, line=7) == "a.vtt has more than 5 lines."


def test_an_argument_with_braces_stays_as_it_is() -> None:
    assert message("{file} is empty.", file="{0}{file}") == "{0}{file} is empty."


def test_an_argument_that_is_missing_is_a_mistake() -> None:
    with pytest.raises(KeyError):
        message("{file} is {kind}.", file="a.vtt")


def test_common_reasons_of_the_system_are_messages() -> None:
    full = OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    assert isinstance(system_reason(full), Message)
    assert system_reason(full) == "No space left on device"
    assert system_reason(OSError("odd")) == "odd"
    assert system_reason(ValueError("odd")) == "odd"
    assert isinstance(system_reason(OSError(2, message("the folder is gone"))), Message)
