"""`earmark completion SHELL`: what completes the commands, options and choices of `earmark`.

It is made from the parsers themselves, so that it knows what they know.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ui.commands import notes, output, reading

_NAMES = {
    "--format NAME": reading.format_names,
    "--format FORMAT": notes.format_names,
}
"""What an option takes where naming it costs too much to print help."""

EPILOG = """\
to have it in every shell, put into
  ~/.bashrc                   eval "$(earmark completion bash)"
  ~/.zshrc, after compinit    eval "$(earmark completion zsh)"
or run once
  earmark completion fish > ~/.config/fish/completions/earmark.fish"""


class _Option(NamedTuple):
    """`values` are the choices; `takes_value` is false for a switch."""

    flag: str
    said: str
    takes_value: bool
    values: tuple[str, ...]


class _Command(NamedTuple):
    """A command, or with an empty name what the window takes; `words` come where a file could."""

    name: str
    said: str
    options: tuple[_Option, ...]
    words: tuple[str, ...]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The shell."""
    parser.add_argument("shell", choices=tuple(_SHELLS), metavar="SHELL", help="bash, zsh or fish")


def run(options: argparse.Namespace) -> int:
    """Print what the shell is to read."""
    commands = [
        _command(options.parser_of(name), name, said)
        for name, said in {"": "", **options.commands}.items()
    ]
    output.write("\n".join(_SHELLS[options.shell](commands)) + "\n")
    return 0


def _command(parser: argparse.ArgumentParser, name: str, said: str) -> _Command:
    actions = parser._actions  # argparse has no other way to ask
    flags = tuple(_option(action) for action in actions if action.option_strings)
    words = next((action.choices for action in actions if not action.option_strings), None)
    return _Command(name, said, flags, tuple(words or ()))


def _option(action: argparse.Action) -> _Option:
    flag = action.option_strings[-1]
    named = _NAMES.get(f"{flag} {action.metavar}")
    values = named() if named else action.choices or ()
    said = (action.help or "").partition(" (default")[0]
    return _Option(flag, said, action.nargs != 0, tuple(values))


def _bash(commands: list[_Command]) -> Iterator[str]:
    names = [each.name for each in commands if each.name]
    yield "_earmark() {"
    yield "    local IFS=$'\\n' current=\"${COMP_WORDS[COMP_CWORD]}\" command= words= files=1"
    yield '    case "$COMP_CWORD ${COMP_WORDS[1]}" in'
    yield f"        1\\ *) words={_bash_words(names)} ;;"
    yield f"        *\\ {_alternatives(names)}) command=${{COMP_WORDS[1]}} ;;"
    yield "    esac"
    yield '    case "$command ${COMP_WORDS[COMP_CWORD-1]} $current" in'
    for each in commands:
        yield from _bash_cases(each)
    yield "    esac"
    yield '    COMPREPLY=( $(compgen -W "$words" -- "$current") )'
    yield '    [ -z "$files" ] || COMPREPLY+=( $(compgen -f -- "$current") )'
    yield "}"
    yield "complete -o filenames -F _earmark earmark"


def _bash_cases(command: _Command) -> Iterator[str]:
    for option in command.options:
        if option.values:
            pattern = f'"{command.name} {option.flag} "*'
            yield f"        {pattern}) files= words={_bash_words(option.values)} ;;"
    flags = [option.flag for option in command.options]
    yield f'        "{command.name} "*" -"*) files= words={_bash_words(flags)} ;;'
    if command.words:
        yield f'        "{command.name} "*) files= words={_bash_words(command.words)} ;;'


def _bash_words(words: Sequence[str]) -> str:
    lines = "\\n".join(words)
    return f"$'{lines}'"


def _alternatives(names: list[str]) -> str:
    return "|*\\ ".join(names)


def _zsh(commands: list[_Command]) -> Iterator[str]:
    yield "#compdef earmark"
    yield "_earmark() {"
    yield "    local -a commands"
    yield "    commands=("
    yield from (f"        {_quoted(f'{each.name}:{each.said}')}" for each in commands if each.name)
    yield "    )"
    yield "    if (( CURRENT == 2 )); then _describe -t commands command commands; fi"
    yield "    local command="
    yield "    if (( CURRENT > 2 )) && (( ${+commands[(r)$words[2]:*]} )); then"
    yield "        command=$words[2]; shift words; (( CURRENT-- ))"
    yield "    fi"
    yield '    case "$command" in'
    for each in commands:
        specs = [*map(_zsh_option, each.options), _zsh_place(each)]
        yield f"        {_quoted(each.name)}) _arguments {' '.join(map(_quoted, specs))} ;;"
    yield "    esac"
    yield "}"
    yield 'if [ "$funcstack[1]" = _earmark ]; then _earmark "$@"; else compdef _earmark earmark; fi'


def _zsh_option(option: _Option) -> str:
    spec = f"{option.flag}[{option.said}]"
    if not option.takes_value:
        return spec
    return f"{spec}:value:({' '.join(option.values)})" if option.values else f"{spec}:value:_files"


def _zsh_place(command: _Command) -> str:
    return f"1:word:({' '.join(command.words)})" if command.words else "*:file:_files"


def _fish(commands: list[_Command]) -> Iterator[str]:
    for each in commands:
        place = "__fish_use_subcommand"
        if each.name:
            yield f"complete -c earmark -n {place} -a {each.name} -d {_fish_quoted(each.said)}"
            place = f"'__fish_seen_subcommand_from {each.name}'"
        for option in each.options:
            yield f"complete -c earmark -n {place} {_fish_option(option)}"
        if each.words:
            yield f"complete -c earmark -n {place} -f -a '{' '.join(each.words)}'"


def _fish_option(option: _Option) -> str:
    said = f"-l {option.flag.lstrip('-')} -d {_fish_quoted(option.said)}"
    if option.values:
        return f"{said} -x -a '{' '.join(option.values)}'"
    return f"{said} -r" if option.takes_value else said


def _quoted(text: str) -> str:
    inner = text.replace("'", "'\\''")
    return f"'{inner}'"


def _fish_quoted(text: str) -> str:
    inner = text.replace("'", "\\'")
    return f"'{inner}'"


_SHELLS = {"bash": _bash, "zsh": _zsh, "fish": _fish}
