"""Values for the head of a Markdown file, which is YAML."""

from __future__ import annotations

import json
import re

# What YAML 1.2 takes for no character of a text or for an end of line, though JSON lets it stand:
# https://yaml.org/spec/1.2.2/#51-character-set
_UNPRINTABLE = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_SURROGATE = re.compile("[\ud800-\udfff]")


def yaml_text(value: object) -> str:
    """A string or a list of them: JSON is YAML, where all that YAML does not take is escaped.

    Odd bytes of a file name become U+FFFD.
    """
    text = _SURROGATE.sub("\ufffd", json.dumps(value, ensure_ascii=False))
    return _UNPRINTABLE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
