"""PocketSphinx hears the words of an English text: its only home. Imported when it is needed.

It must not run in the process of a window: no other thread runs meanwhile.
"""

from __future__ import annotations

import array
import random
import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from math import log
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import NamedTuple

import pocketsphinx
from pocketsphinx.lm import ArpaBoLM

from reader.regular_file import read_regular
from reader.sync.engine import HeardWord
from reader.sync.letters_to_sounds import Sounds, sounds_of, spelt_out
from reader.sync.onsets import is_louder
from reader.sync.spoken_form import SpokenWord
from reader.sync_map import Span
from reader.whole_file import write_file

_FRAME = 10  # ms, in which it counts
_MIDDLE = 8  # ms: it judges a frame by 25.6 ms from its start on; between two middles one begins
_NOISE = 20  # rms, of 16 bits: in perfect silence it finds nothing; more drowns quiet voices
_NOISE_LENGTH = 1 << 17  # samples, then it repeats
_LOUDEST = 32_767 - 6 * _NOISE
_SENTENCE = 40  # words; where sentences end makes no difference to it
_VARIANT = re.compile(r"\(\d+\)$")
_QUICK = {"fwdflat": False, "ds": 2}  # half the time, a tenth of the words less
_PATIENT = {"beam": 1e-60, "pbeam": 1e-60, "wbeam": 1e-40}  # else some blocks give nothing
_TIRELESS = {"beam": 1e-100, "pbeam": 1e-100, "wbeam": 1e-100}  # half as quick again; hears more
_LOST = 2  # words that are wrong before those that it did not hear
_SHORTEST_SOUND = 30  # ms; a word whose sounds are all shorter was not heard but squeezed in
_LONGEST_SOUND = 450  # ms, on average in a word
_DRAWN_OUT = 200  # ms by which one of a word's sounds may be longer, as in an "uh"
_LARGEST = 20_000_000  # bytes of its dictionary, which has 3 million
_FAR = 5.0  # deviations from how well the words around it fit
_LEAST_SPREAD = 0.4  # of what a frame's score deviates by
_WORST_SCORE = 1e-300  # of a word; a float has little below it


class PocketSphinx:
    """An engine. What it is given as files is gone as soon as it has read them: it may be killed
    at any moment."""

    def __init__(self, words: Sequence[SpokenWord]) -> None:
        self._keys = [word.key for word in words]
        self._noise = _noise()
        self._sounds = _pronunciations({word.key: word.readings for word in words})
        with TemporaryDirectory(prefix="earmark-") as folder:
            dictionary = Path(folder) / "words.dict"
            write_file(dictionary, _dictionary(self._sounds).encode())
            self._finder = _decoder(dictionary, _QUICK)
            self._aligners = [_decoder(dictionary, each) for each in (_PATIENT, _TIRELESS)]
        self._search = ""

    def recognise(self, sound: bytes, first: int, last: int) -> list[HeardWord]:
        """What is said, as far as it is made of the words from `first` to before `last`."""
        if not sound or not self._knows(first, last):
            return []
        return [
            HeardWord(_VARIANT.sub("", each.word), *_span_of(each))
            for each in self._decoded(self._finder, sound)
            if not _is_pause(each)
        ]

    def align(self, sound: bytes, first: int, last: int) -> list[tuple[int, int] | None]:
        """When each of these words is said, ms from the start of `sound`; None where not sure."""
        keys = self._keys[first:last]
        known = [key for key in keys if key in self._sounds]
        if not known or not sound:
            return [None] * len(keys)
        segments = self._aligned(sound, known)
        found = [each for each in segments if not _is_pause(each)]
        doubtful = set(_beside_louder_pauses(segments, sound))
        sure = sure_spans(found, [self._sounds[key] for key in known[: len(found)]])
        times = iter([None if span in doubtful else span for span in sure])
        return [next(times, None) if key in self._sounds else None for key in keys]

    def _aligned(self, sound: bytes, words: list[str]) -> Sequence[pocketsphinx.Segment]:
        """These words and the pauses between them; up to where it lost them, if it did."""
        found: list[pocketsphinx.Segment] = []
        for aligner in self._aligners:
            aligner.set_align_text(" ".join(words))
            found = self._decoded(aligner, sound)
            if sum(not _is_pause(each) for each in found) == len(words):
                return found
        return without_lost(found)

    def _knows(self, first: int, last: int) -> bool:
        """Whether there are words to listen for; it listens for them from then on."""
        search = f"{first}-{last}"
        if self._search == search:
            return True
        keys = [key for key in self._keys[first:last] if key in self._sounds]
        if not keys:
            return False
        self._finder.add_lm(search, _model(keys, self._finder))
        self._finder.activate_search(search)
        if self._search:
            self._finder.remove_search(self._search)
        self._search = search
        return True

    def _decoded(self, decoder: pocketsphinx.Decoder, sound: bytes) -> list[pocketsphinx.Segment]:
        decoder.start_utt()
        decoder.process_raw(self._with_noise(sound), full_utt=True)
        decoder.end_utt()
        return list(decoder.seg() or ())

    def _with_noise(self, sound: bytes) -> bytes:
        """One that is the same each time, so that the same sound always says the same."""
        samples = array.array("h", sound)
        loudest = _LOUDEST
        return array.array(
            "h",
            [
                max(-loudest, min(loudest, sample)) + noise
                for sample, noise in zip(
                    samples, _repeated(self._noise, len(samples)), strict=False
                )
            ],
        ).tobytes()


def _repeated(noise: array.array[int], length: int) -> array.array[int]:
    return noise if length <= len(noise) else noise * (length // len(noise) + 1)


def _noise() -> array.array[int]:
    chance = random.Random(1)
    most = 6 * _NOISE
    return array.array(
        "h",
        (max(-most, min(most, round(chance.gauss(0, _NOISE)))) for _ in range(_NOISE_LENGTH)),
    )


def _is_pause(segment: pocketsphinx.Segment) -> bool:
    is_pause: bool = segment.word[0] in "<["
    return is_pause


def _span_of(segment: pocketsphinx.Segment) -> Span:
    start: int = segment.start_frame * _FRAME + _MIDDLE
    end: int = (segment.end_frame + 1) * _FRAME + _MIDDLE
    return start, end


def _decoder(dictionary: Path, options: Mapping[str, object]) -> pocketsphinx.Decoder:
    return pocketsphinx.Decoder(lm=None, dict=str(dictionary), loglevel="FATAL", **options)


def _model(keys: Sequence[str], decoder: pocketsphinx.Decoder) -> pocketsphinx.NGramModel:
    """A trigram model of these words."""
    lines = (keys[at : at + _SENTENCE] for at in range(0, len(keys), _SENTENCE))
    model = ArpaBoLM(text="\n".join(f"<s> {' '.join(line)} </s>" for line in lines))
    model.compute()
    with TemporaryDirectory(prefix="earmark-") as folder:
        file = str(Path(folder) / "words.lm")
        model.write_file(file)
        return pocketsphinx.NGramModel(decoder.get_config(), decoder.get_logmath(), file)


# What it knows of words


def _pronunciations(readings: dict[str, tuple[str, ...]]) -> dict[str, list[Sounds]]:
    """All ways to say each word; a word that has none is left out."""
    known = _known_words()
    found = {
        key: list(dict.fromkeys(each for reading in ways for each in _ways_to_say(reading, known)))
        for key, ways in readings.items()
    }
    return {key: ways for key, ways in found.items() if ways}


def _known_words() -> dict[str, list[Sounds]]:
    """The dictionary that comes with it: 126,000 English words and names."""
    path = Path(pocketsphinx.get_model_path("en-us/cmudict-en-us.dict"))
    known: dict[str, list[Sounds]] = {}
    for line in read_regular(path, _LARGEST).decode().splitlines():
        word, *sounds = line.split()
        known.setdefault(_VARIANT.sub("", word), []).append(tuple(sounds))
    return known


def _ways_to_say(reading: str, known: dict[str, list[Sounds]]) -> list[Sounds]:
    words = reading.split()
    if len(words) == 1 and reading in known:
        return known[reading]
    each = [_first_way(word, known) for word in words]
    return [tuple(sound for sounds in each for sound in sounds)] if all(each) else []


def _first_way(word: str, known: dict[str, list[Sounds]]) -> Sounds:
    letter, stop, plural = word.partition(".")
    if stop:
        return (*spelt_out(letter), "Z") if plural else spelt_out(letter)
    return sounds_of(word, lambda each: next(iter(known.get(each, ())), None))


def _dictionary(sounds: dict[str, list[Sounds]]) -> str:
    return "".join(
        f"{key}{f'({number})' if number > 1 else ''} {' '.join(way)}\n"
        for key, ways in sounds.items()
        for number, way in enumerate(ways, 1)
    )


# What it is sure of


def without_lost(found: Sequence[pocketsphinx.Segment]) -> Sequence[pocketsphinx.Segment]:
    """Where not all words were heard, those before the last ones, which were squeezed in."""
    words = [at for at, each in enumerate(found) if not _is_pause(each)]
    return found[: words[-_LOST]] if len(words) > _LOST else []


class _Fit(NamedTuple):
    """Whether a word's sounds are as long as sounds are, and how well a frame fits: a logarithm."""

    is_likely: bool
    score: float


def sure_spans(
    found: Sequence[pocketsphinx.Segment], sounds: Sequence[list[Sounds]]
) -> Iterator[Span | None]:
    """When each of the words is said; None where it fits far worse than those around it."""
    if not found:
        return
    fits = [_fit(each, ways) for each, ways in zip(found, sounds, strict=True)]
    usual = median(fit.score for fit in fits)
    spread = max(_LEAST_SPREAD, median(abs(fit.score - usual) for fit in fits))
    for each, fit in zip(found, fits, strict=True):
        is_sure = fit.is_likely and usual - fit.score < _FAR * spread
        yield _span_of(each) if is_sure else None


def _fit(segment: pocketsphinx.Segment, ways: list[Sounds]) -> _Fit:
    start, end = _span_of(segment)
    sounds = min(map(len, ways))
    length = end - start
    is_likely = sounds * _SHORTEST_SOUND < length < sounds * _LONGEST_SOUND + _DRAWN_OUT
    score = log(max(segment.ascore, _WORST_SCORE)) * _FRAME / length
    return _Fit(is_likely, score)


def _beside_louder_pauses(segments: Sequence[pocketsphinx.Segment], sound: bytes) -> Iterator[Span]:
    """Words that may be said in what was taken for a pause, as an "uh" before a line."""
    for one, other in pairwise(segments):
        if _is_pause(one) != _is_pause(other):
            pause, word = map(_span_of, (one, other) if _is_pause(one) else (other, one))
            if is_louder(sound, pause, word):
                yield word
