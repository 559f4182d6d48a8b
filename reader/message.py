"""What `reader` reports to the listener: English sentences that `ui` can translate.

`reader` knows no languages. It writes `message("{file} is empty.", file=path.name)`, which is that
sentence in English wherever a text is wanted, and keeps template and arguments for a translation.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

_NOTHING: Mapping[str, object] = MappingProxyType({})


class Message(str):
    """An English sentence with the template and the arguments it is made of.

    An argument may be a message too. A template without arguments stands as it is.
    """

    template: str
    arguments: Mapping[str, object]

    def __new__(cls, template: str, arguments: Mapping[str, object] = _NOTHING) -> Message:
        """The template with its arguments filled in. Raises KeyError where one is missing."""
        made = super().__new__(cls, filled_in(template, arguments))
        made.template, made.arguments = template, arguments
        return made

    def __reduce__(self) -> tuple[type[Message], tuple[str, dict[str, object]]]:
        return Message, (self.template, dict(self.arguments))

    def filled(self, **arguments: object) -> Message:
        """The same template with these arguments: for templates that stand in a table."""
        return Message(self.template, {**self.arguments, **arguments})


def message(template: str, **arguments: object) -> Message:
    """A sentence to report. `make translations` finds the template here, if it is a literal."""
    return Message(template, arguments or _NOTHING)


def filled_in(template: str, arguments: Mapping[str, object]) -> str:
    """A template, or its translation, with the arguments in its holes."""
    return template.format_map(arguments) if arguments else template


def system_reason(error: Exception) -> str:
    """Why the system refused something; a message where the reason is a common one."""
    said: str = getattr(error, "strerror", None) or str(error)
    return said if isinstance(said, Message) else _REASONS.get(said, said)


def unreadable(name: str, error: Exception) -> Message:
    """That a file cannot be read, and why."""
    if isinstance(error, FileNotFoundError):
        return message("{file} was not found; was it moved or renamed?", file=name)
    if isinstance(error, IsADirectoryError):
        return message("{file} is a folder.", file=name)
    return message("{file} cannot be read: {reason}.", file=name, reason=system_reason(error))


_REASONS: dict[str, Message] = {
    str(each): each
    for each in (
        message("No such file or directory"),
        message("Permission denied"),
        message("No space left on device"),
        message("Read-only file system"),
        message("Is a directory"),
        message("Input/output error"),
    )
}


def to_json(text: object) -> object:
    """A message, or an argument of one, for JSON."""
    if not isinstance(text, Message):
        return str(text)
    arguments = {name: to_json(each) for name, each in text.arguments.items()}
    return {"template": text.template, "arguments": arguments}


def from_json(value: Mapping[str, Any]) -> Message:
    """The message that `to_json` gave. Raises KeyError for another object."""
    arguments = {
        name: from_json(each) if isinstance(each, dict) else each
        for name, each in value["arguments"].items()
    }
    return Message(value["template"], arguments)
