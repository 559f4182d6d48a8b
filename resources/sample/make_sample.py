"""Make earmark-tour.opus and earmark-tour.vtt from script.txt.

Needs festival with festvox-us-slt-hts, flite and ffmpeg (all in Debian). Each sentence is spoken
by itself; the word times are the engine's own, counted from where its sound begins.
"""

from __future__ import annotations

import ctypes
import itertools
import json
import re
import subprocess
import tempfile
import wave
from array import array
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parent
SCRIPT = HERE / "script.txt"
AUDIO = HERE / "earmark-tour.opus"
TRANSCRIPT = HERE / "earmark-tour.vtt"

SAMPLE_RATE = 48_000
LOUDNESS = -16.0  # LUFS
PEAK = 0.72  # of full scale; opus adds a little on top
SOFT_EDGE = 25  # milliseconds kept around what is clearly heard: breath, the tail of an s
SILENCE = 300  # of 32,767: quieter than this is not yet speech
LEAD_IN, AFTER_SENTENCE, AFTER_TURN, AFTER_PART, LEAD_OUT = 600, 330, 520, 1_000, 1_200
AFTER_TRIAL = 400  # more than after a turn: it must be over before the tour waits
CUE_LENGTH = 78  # characters at most
CUE_IDEAL = 52

# The HTS voice is dull above 3 kHz, the flite voice boomy below 200 Hz.
TONE = {
    "Nora": "highpass=f=80,treble=g=5:f=3500",
    "Sam": "highpass=f=70,bass=g=-2:f=200,treble=g=1.5:f=4000",
}


class Sentence(NamedTuple):
    """What one voice says in one breath; `label` stands in the transcript for a mere sound."""

    voice: str
    text: str
    label: str = ""


class Pause(NamedTuple):
    """Milliseconds in which nobody speaks."""

    length: int


class Trial(NamedTuple):
    """Here the tour waits until the listener has tried this."""

    name: str


class Word(NamedTuple):
    """One spoken word, milliseconds."""

    text: str
    start: int
    end: int


class Cue(NamedTuple):
    """Some words of one voice that the transcript shows as one line; after it comes a trial."""

    voice: str
    words: list[Word]
    trial: str = ""


def read_script(text: str) -> Iterator[Sentence | Pause | Trial]:
    """Sentences, the pauses between them and the trials, in order."""
    yield Pause(LEAD_IN)
    for line in text.splitlines():
        if silence := re.fullmatch(r"\(silence (\d+) s\)", line):
            yield Pause(int(silence[1]) * 1000 - AFTER_TURN)
        elif trial := re.fullmatch(r"\(try (\w+)\)", line):
            yield Trial(trial[1])
            yield Pause(AFTER_TRIAL)
        elif not line:
            yield Pause(AFTER_PART - AFTER_TURN)
        elif not line.startswith("#"):
            yield from _turn(*line.split(": ", 1))
            yield Pause(AFTER_TURN - AFTER_SENTENCE)
    yield Pause(LEAD_OUT)


def _turn(voice: str, words: str) -> Iterator[Sentence | Pause]:
    if sound := re.fullmatch(r"(?P<label>\(\w+): (?P<sound>.*)\)", words):
        yield Sentence(voice, sound["sound"], sound["label"] + ")")
        yield Pause(AFTER_SENTENCE)
        return
    for sentence in re.split(r"(?<=[.?!]) ", words):
        yield Sentence(voice, sentence)
        yield Pause(AFTER_SENTENCE)


def speak_with_festival(text: str, to: Path) -> list[tuple[float, float]]:
    """Write `text` as a WAV file; start and end of each of its words in seconds."""
    start = "R:SylStructure.daughter1.daughter1.R:Segment.start"
    end = "R:SylStructure.daughtern.daughtern.R:Segment.end"
    commands = f"""
        (voice_cmu_us_slt_arctic_hts)
        (set! spoken (utt.synth (Utterance Text "{text}")))
        (utt.save.wave spoken "{to}")
        (set! token (utt.relation.first spoken 'Token))
        (while token
          (format t "%f" (item.feat (item.daughter1 token) "{start}"))
          (mapcar (lambda (part) (format t " %f" (item.feat part "{end}"))) (item.daughters token))
          (format t "\\n")
          (set! token (item.next token)))"""
    program = to.with_suffix(".scm")
    program.write_text(commands)
    done = subprocess.run(["festival", "-b", program], capture_output=True, text=True, check=True)
    rows = [[float(time) for time in line.split()] for line in done.stdout.splitlines()]
    return [(first, max(ends)) for first, *ends in rows]  # a comma is a part that ends at 0


class Flite:
    """The voice "rms" of the flite library."""

    def __init__(self) -> None:
        ctypes.CDLL("libflite.so.1", ctypes.RTLD_GLOBAL)
        for needed in ("usenglish", "cmulex"):
            ctypes.CDLL(f"libflite_{needed}.so.1", ctypes.RTLD_GLOBAL)
        self._flite = ctypes.CDLL("libflite.so.1")
        for name in ("flite_synth_text", "utt_relation", "utt_wave", "relation_head"):
            self._returns(name, ctypes.c_void_p)
        for name in ("item_next", "item_daughter", "item_last_daughter"):
            self._returns(name, ctypes.c_void_p)
        self._returns("flite_ffeature_float", ctypes.c_float)
        self._flite.flite_init()
        register = ctypes.CDLL("libflite_cmu_us_rms.so.1").register_cmu_us_rms
        register.restype = ctypes.c_void_p
        self._voice = ctypes.c_void_p(register(None))

    def _returns(self, name: str, result: type[ctypes.c_void_p] | type[ctypes.c_float]) -> None:
        getattr(self._flite, name).restype = result

    def speak(self, text: str, to: Path) -> list[tuple[float, float]]:
        """Write `text` as a WAV file; start and end of each of its words in seconds."""
        flite = self._flite
        spoken = ctypes.c_void_p(flite.flite_synth_text(text.encode(), self._voice))
        flite.cst_wave_save_riff(ctypes.c_void_p(flite.utt_wave(spoken)), str(to).encode())
        times = [self._times(token) for token in self._tokens(spoken)]
        flite.delete_utterance(spoken)
        return times

    def _tokens(self, spoken: ctypes.c_void_p) -> Iterator[ctypes.c_void_p]:
        relation = ctypes.c_void_p(self._flite.utt_relation(spoken, b"Token"))
        item = self._flite.relation_head(relation)
        while item:
            yield ctypes.c_void_p(item)
            item = self._flite.item_next(ctypes.c_void_p(item))

    def _times(self, token: ctypes.c_void_p) -> tuple[float, float]:
        first = ctypes.c_void_p(self._flite.item_daughter(token))
        last = ctypes.c_void_p(self._flite.item_last_daughter(token))
        start = b"R:SylStructure.daughter1.daughter1.R:Segment.p.end"
        end = b"R:SylStructure.daughtern.daughtern.R:Segment.end"
        read = self._flite.flite_ffeature_float
        return read(first, start), read(last, end)


def read_samples(path: Path, tone: str) -> array[int]:
    """The sound of a file with its tone corrected, without the silence around it."""
    command = ["ffmpeg", "-v", "error", "-i", str(path), "-af", tone, "-ar", str(SAMPLE_RATE)]
    done = subprocess.run([*command, "-f", "s16le", "-"], capture_output=True, check=True)
    return array("h", done.stdout)


def sounding_part(samples: array[int]) -> slice:
    """From the first to the last sample that is clearly heard, with its soft edges."""
    heard = [index for index, sample in enumerate(samples) if abs(sample) > SILENCE]
    edge = SOFT_EDGE * SAMPLE_RATE // 1000
    return slice(max(0, heard[0] - edge), heard[-1] + edge)


class Recording:
    """Sound put together piece by piece, and the words with their times in it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._flite = Flite()
        self._count = itertools.count()
        self.samples: array[int] = array("h")
        self.spoken: list[Cue] = []

    @property
    def length(self) -> int:
        """Milliseconds so far."""
        return len(self.samples) * 1000 // SAMPLE_RATE

    def rest(self, pause: Pause) -> None:
        """Add silence."""
        self.samples.extend(itertools.repeat(0, pause.length * SAMPLE_RATE // 1000))

    def say(self, sentence: Sentence, gain: float) -> None:
        """Add a sentence, its words timed from the first sound that can be heard."""
        file = self._folder / f"{next(self._count)}.wav"
        speak = speak_with_festival if sentence.voice == "Nora" else self._flite.speak
        times = speak(sentence.text, file)
        samples = read_samples(file, f"{TONE[sentence.voice]},volume={gain}dB")
        part = sounding_part(samples)
        words = self._words(sentence, times, part)
        self.samples.extend(samples[part])
        self.spoken.append(Cue(sentence.voice, words))

    def wait(self, trial: Trial) -> None:
        """After what was said last, the listener tries something."""
        self.spoken[-1] = self.spoken[-1]._replace(trial=trial.name)

    def _words(
        self, sentence: Sentence, times: list[tuple[float, float]], part: slice
    ) -> list[Word]:
        texts = sentence.text.split()
        assert len(texts) == len(times), sentence.text
        shift = self.length - part.start * 1000 / SAMPLE_RATE
        first = self.length + SOFT_EDGE
        last = self.length + (part.stop - part.start) * 1000 // SAMPLE_RATE
        if sentence.label:
            return [Word(sentence.label, first, last)]
        spans = [[round(time * 1000 + shift) for time in span] for span in times]
        spans[0][0] = first
        spans[-1][1] = min(last, spans[-1][1])
        return [Word(text, *span) for text, span in zip(texts, spans, strict=True)]


def measured_loudness(path: Path) -> float:
    """Integrated loudness in LUFS (EBU R 128)."""
    command = ["ffmpeg", "-v", "info", "-i", str(path), "-af", "loudnorm=print_format=json"]
    done = subprocess.run([*command, "-f", "null", "-"], capture_output=True, text=True, check=True)
    return float(json.loads(done.stderr[done.stderr.rindex("{") :])["input_i"])


def write_wave(samples: array[int], path: Path) -> None:
    """Write mono samples as a WAV file."""
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(SAMPLE_RATE)
        file.writeframes(samples.tobytes())


def gains(sentences: Iterable[Sentence], folder: Path) -> dict[str, float]:
    """How many decibels bring each voice to the same loudness, with room for the peaks."""
    found = {}
    for voice in TONE:
        trial = Recording(folder)
        for sentence in sentences:
            if sentence.voice == voice:
                trial.say(sentence, 0)
        write_wave(trial.samples, folder / "voice.wav")
        found[voice] = LOUDNESS - 6 - measured_loudness(folder / "voice.wav")
    return found


def encode(samples: array[int], folder: Path) -> None:
    """Write the samples as opus at the loudness that podcasts have, peaks held."""
    whole = folder / "whole.wav"
    write_wave(samples, whole)
    gain = LOUDNESS - measured_loudness(whole)
    limited = f"volume={gain}dB,alimiter=limit={PEAK}:attack=4:release=60:level=0:latency=1"
    codec = ["-c:a", "libopus", "-b:a", "32k", "-application", "voip", "-ac", "1"]
    about = ["-metadata", "title=A tour of Earmark", "-metadata", "artist=Nora and Sam"]
    plain = ["-map_metadata", "-1", "-fflags", "+bitexact", "-flags:a", "+bitexact"]
    command = ["ffmpeg", "-v", "error", "-y", "-i", str(whole), "-af", limited]
    subprocess.run([*command, *codec, *plain, *about, AUDIO], check=True)


def split_into_cues(spoken: Iterable[Cue]) -> Iterator[Cue]:
    """Lines of a readable length: neighbours of one voice joined, long sentences divided."""
    for turn in _turns(spoken):
        *before, last = [Cue(turn[0].voice, line) for line in _lines_of(turn)]
        yield from before
        yield last._replace(trial=turn[-1].trial)


def _turns(spoken: Iterable[Cue]) -> Iterator[list[Cue]]:
    """Sentences that may share a line: of one voice, with no trial between them."""
    turn: list[Cue] = []
    for sentence in spoken:
        if turn and (turn[-1].trial or turn[-1].voice != sentence.voice):
            yield turn
            turn = []
        turn.append(sentence)
    yield turn


def _lines_of(turn: Iterable[Cue]) -> Iterator[list[Word]]:
    words: list[Word] = []
    for word in itertools.chain.from_iterable(sentence.words for sentence in turn):
        is_apart = word.text.startswith("(") or (words and words[-1].text.startswith("("))
        is_late = bool(words) and word.start - words[-1].end > AFTER_PART
        if is_apart or is_late:
            yield from _lines(words)
            words = []
        words.append(word)
    yield from _lines(words)


def _lines(words: list[Word]) -> list[list[Word]]:
    best: list[tuple[float, list[int]]] = [(0, [])]
    for end in range(1, len(words) + 1):
        options = [
            (best[start][0] + _badness(words[start:end]), [*best[start][1], start])
            for start in range(max(0, end - 20), end)
        ]
        best.append(min(options))
    starts = [*best[-1][1], len(words)]
    return [words[a:b] for a, b in itertools.pairwise(starts)]


def _badness(line: list[Word]) -> float:
    length = len(" ".join(word.text for word in line))
    if length > CUE_LENGTH:
        return 1e9
    break_cost = {".": 0.0, "?": 0.0, ",": 250.0}.get(line[-1].text[-1], 700.0)
    inner_stops = sum(word.text[-1] in ".?" for word in line[:-1])
    return (length - CUE_IDEAL) ** 2 / 2 + break_cost + 150 * inner_stops + 100


def clock(time: int) -> str:
    """Milliseconds as WebVTT writes them."""
    seconds, thousandths = divmod(time, 1000)
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}.{thousandths:03}"


def as_webvtt(cues: Iterable[Cue]) -> str:
    """The cues with their voices and the time of each word; a trial is the name of its cue."""
    return "WEBVTT - A tour of Earmark\n" + "".join(map(_cue_block, cues))


def _cue_block(cue: Cue) -> str:
    first, *rest = cue.words
    text = first.text + "".join(f" <{clock(word.start)}>{word.text}" for word in rest)
    span = f"{clock(first.start)} --> {clock(cue.words[-1].end)}"
    name = f"try {cue.trial}\n" if cue.trial else ""
    return f"\n{name}{span}\n<v {cue.voice}>{text}\n"


def main() -> None:
    """Speak the script and write the recording and its transcript beside it."""
    script = list(read_script(SCRIPT.read_text(encoding="utf-8")))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        gain = gains([part for part in script if isinstance(part, Sentence)], folder)
        recording = Recording(folder)
        for part in script:
            if isinstance(part, Pause):
                recording.rest(part)
            elif isinstance(part, Trial):
                recording.wait(part)
            else:
                recording.say(part, gain[part.voice])
        encode(recording.samples, folder)
    cues = split_into_cues(recording.spoken)
    TRANSCRIPT.write_text(as_webvtt(cues), encoding="utf-8")


if __name__ == "__main__":
    main()
