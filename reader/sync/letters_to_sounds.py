"""How an English word sounds that no dictionary has: of known parts, by its letters, or spelt out.

Sounds are those of the CMU dictionary (ARPAbet without stress). Names and brands are guessed well
enough to be found in the sound, not to be spoken. The rules are a small selection of those that
H. S. Elovitz and others published for letter-to-sound translation (NRL Report 7948, 1976).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

Sounds = tuple[str, ...]
_Lookup = Callable[[str], Sounds | None]

_LETTERS = {
    name: tuple(sounds.split())
    for name, sounds in (
        row.split(":")
        for row in (
            "a:EY|b:B IY|c:S IY|d:D IY|e:IY|f:EH F|g:JH IY|h:EY CH|i:AY|j:JH EY|k:K EY|"
            "l:EH L|m:EH M|n:EH N|o:OW|p:P IY|q:K Y UW|r:AA R|s:EH S|t:T IY|u:Y UW|v:V IY|"
            "w:D AH B AH L Y UW|x:EH K S|y:W AY|z:Z IY"
        ).split("|")
    )
}
_ENDINGS = {
    "ing": "IH NG",
    "ers": "ER Z",
    "er": "ER",
    "ed": "D",
    "ly": "L IY",
    "able": "AH B AH L",
    "ness": "N AH S",
    "less": "L AH S",
    "ish": "IH SH",
    "ist": "IH S T",
    "ism": "IH Z AH M",
    "ful": "F AH L",
    "y": "IY",
}
_RULES = {
    letters: tuple(sounds.split())
    for letters, sounds in (
        row.split(":")
        for row in (
            "tion:SH AH N|sion:ZH AH N|ture:CH ER|ough:AO|augh:AO|eigh:EY|igh:AY|tch:CH|"
            "sch:SH|dge:JH|ch:CH|ck:K|sh:SH|th:TH|ph:F|wh:W|gh:G|ng:NG|qu:K W|kn:N|wr:R|"
            "ps:P S|zz:Z|ss:S|ll:L|tt:T|pp:P|bb:B|dd:D|ff:F|gg:G|mm:M|nn:N|rr:R|cc:K|ee:IY|"
            "ea:IY|oo:UW|ou:AW|ow:OW|oi:OY|oy:OY|ai:EY|ay:EY|au:AO|aw:AO|ei:IY|ey:IY|ie:IY|"
            "eu:Y UW|ew:Y UW|oa:OW|oe:OW|ue:UW|ui:UW|ar:AA R|er:ER|ir:ER|or:AO R|ur:ER|"
            "ce:S EH|ci:S IH|cy:S IY|ge:JH EH|gi:JH IH|a:AE|b:B|c:K|d:D|e:EH|f:F|g:G|h:HH|"
            "i:IH|j:JH|k:K|l:L|m:M|n:N|o:AA|p:P|q:K|r:R|s:S|t:T|u:AH|v:V|w:W|x:K S|y:IY|z:Z"
        ).split("|")
    )
}
_LONG = {"a": "EY", "e": "IY", "i": "AY", "o": "OW", "u": "UW", "y": "AY"}
_MAGIC_E = re.compile(r"([aeiouy])([bcdfgklmnprstvz])e$")
_LONGEST_RULE = 4
_VOICELESS = frozenset(("P", "T", "K", "F", "TH"))
_HISSES = frozenset(("S", "Z", "SH", "ZH", "CH", "JH"))


def sounds_of(word: str, lookup: _Lookup) -> Sounds:
    """The sounds of a word in small letters; () where it has none that can be guessed."""
    plain = re.sub(r"[^a-z']", "", word)
    known = lookup(plain)
    if known:
        return known
    letters = plain.replace("'", "")
    return (
        _inflected(plain, lookup)
        or _compound(letters, lookup)
        or (_by_letters(letters) if re.search("[aeiouy]", letters) else spelt_out(letters))
    )


def spelt_out(letters: str) -> Sounds:
    """Letter by letter, as "CTO" is read."""
    return tuple(sound for letter in letters for sound in _LETTERS.get(letter, ()))


def _inflected(word: str, lookup: _Lookup) -> Sounds | None:
    """A known word with an ending."""
    if re.search(r"('s|s'|s)$", word):
        stem = lookup(re.sub(r"('s|s'|s)$", "", word)) or lookup(word.rstrip("'s"))
        return stem and (*stem, *_hiss_after(stem[-1]))
    for ending, sounds in _ENDINGS.items():
        if word.endswith(ending) and len(word) > len(ending) + 2:
            rest = word.removesuffix(ending)
            found = lookup(rest) or lookup(rest + "e") or lookup(rest[:-1])
            if found:
                return (*found, *sounds.split())
    return None


def _hiss_after(sound: str) -> Sounds:
    if sound in _HISSES:
        return "IH", "Z"
    return ("S",) if sound in _VOICELESS else ("Z",)


def _compound(word: str, lookup: _Lookup) -> Sounds | None:
    """Two known words in one, of which the first is as long as can be: "substack"."""
    for at in range(len(word) - 3, 2, -1):
        first, second = lookup(word[:at]), lookup(word[at:])
        if first and second:
            return (*first, *second)
    return None


def _by_letters(word: str) -> Sounds:
    found = _MAGIC_E.search(word)
    if found and len(word) > 3:
        end = tuple(_read(found[2])) if found[2] not in "cg" else (("S",), ("JH",))[found[2] == "g"]
        return (*_read(word[: found.start()]), _LONG[found[1]], *end)
    if len(word) > 3 and word.endswith("e"):
        word = word[:-1]
    return tuple(_read(word))


def _read(letters: str) -> Iterator[str]:
    at = 0
    while at < len(letters):
        for length in range(_LONGEST_RULE, 0, -1):
            sounds = _RULES.get(letters[at : at + length])
            if sounds and len(letters) - at >= length:
                yield from (("Y",) if at == 0 and letters[at : at + length] == "y" else sounds)
                at += length
                break
        else:
            at += 1
