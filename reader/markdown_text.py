"""Text for Markdown of three dialects, without what each would act on; all else stays as it is.

CommonMark with GitHub's tables and `~~`: https://spec.commonmark.org/0.31.2/. Obsidian adds
`==marks==`, `%%comments%%`, `$formulas$`, `#tags` and ` ^ids` at the end of a block. Logseq's
parser (mldoc) takes `\\[…\\]` and `\\(…\\)` for formulas, so no closing bracket is escaped there,
and `-` or `#` at the start of any line for a block.
"""

from __future__ import annotations

import re

_PUNCTUATION = r"[!-/:-@\[-`{-~]"
_COMMON = (
    rf"\\(?={_PUNCTUATION}|\s*$)"
    r"|[`\[\]]"
    r"|(?<!\s)\*|\*(?!\s)"
    r"|(?<![^\W_])_|_(?![^\W_])"  # within a word it means nothing
    r"|<(?=[a-zA-Z/!?])"
    r"|&(?=#?\w{1,32};)"
    r"|(?<=~)~|~(?=~)"
    r"|(?<=\s)#(?=#*\s*$)"  # would close a heading
)
_OBSIDIAN = (
    r"|(?<![^=])=|=(?![^=])"
    r"|(?<=%)%|%(?=%)"
    r"|\$"
    r"|(?<!\S)#(?=\S)"
    r"|(?<=\s)\^(?=[\w-]+\s*$)"
)
_LOGSEQ = (
    r"[\\`$#]"
    r"|(?<!\s)\*|\*(?!\s)"
    r"|(?<![^\W_])_|_(?![^\W_])"
    r"|(?<=~)~|~(?=~)"
    r"|(?<![^=])=|=(?![^=])"
    r"|\^(?=[\^{])"
    r"|\[(?=[\[^:\d])|\[(?=[^\[\]]*\]\()"
    r"|\((?=\()|\{(?=\{)|(?<=:):|@(?=@)|<(?=[a-zA-Z/!?\d])"
)
_OPENER = (
    r"^([^\S\n]*+)(?:([-+*>](?=\s|$)|>|#(?=#{0,5}(?:\s|$))|[-=](?=(?:[-=]|[^\S\n])*+$)|\|)"
    r"|(\d{1,9})(?=[.)](?:\s|$)))"
)
_BOTH = _COMMON + _OBSIDIAN
_IN_COMMON = re.compile(_COMMON, re.MULTILINE)
_IN_OBSIDIAN = re.compile(_BOTH, re.MULTILINE)
_IN_LOGSEQ = re.compile(_LOGSEQ, re.MULTILINE)
_OPENING = re.compile(_OPENER, re.MULTILINE)
_FENCE = re.compile(r"\s*(?:```|~~~)")
_BULLET = re.compile(r"^(\s*)[-+](?=\s)")
_HEADING = re.compile(r"^(\s*)#(?=#{0,5}\s)")


def escaped(text: str, *, opens_line: bool = True) -> str:
    """`text` so that CommonMark shows it as it is; `opens_line`: nothing stands before it."""
    return _without(_IN_COMMON, text, opens_line=opens_line)


def escaped_for_obsidian(text: str) -> str:
    """`text` so that Obsidian shows it as it is."""
    return _without(_IN_OBSIDIAN, text)


def escaped_for_logseq(text: str) -> str:
    """`text` so that Logseq shows it as it is."""
    return _without(_IN_LOGSEQ, text)


def block_for_logseq(note: str) -> str:
    """A note in Markdown as one block: lists with `*`, which opens none; headings as text."""
    lines, is_code = [], False
    for line in note.split("\n"):
        is_code ^= bool(_FENCE.match(line))
        lines.append(line if is_code else _HEADING.sub(r"\1\\#", _BULLET.sub(r"\1*", line)))
    return "\n".join(lines)


def _without(marks: re.Pattern[str], text: str, *, opens_line: bool = True) -> str:
    safe = marks.sub(r"\\\g<0>", text)
    return _OPENING.sub(_plain_opening, safe) if opens_line else safe


def _plain_opening(found: re.Match[str]) -> str:
    """`- ` -> `\\- `, `1.` -> `1\\.`."""
    return f"{found[1]}\\{found[2]}" if found[2] else f"{found[1]}{found[3]}\\"
