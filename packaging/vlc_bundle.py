"""Which files of VLC the portable builds carry: `python vlc_bundle.py` lists each and its size."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from functools import cache
from pathlib import Path

from bundle import OF_THE_SYSTEM, Entry, stem

PLUGINS = {
    "access": "filesystem",
    "audio_filter": "audio_format compressor equalizer gain normvol param_eq remap scaletempo"
    " simple_channel_mixer speex_resampler trivial_channel_mixer ugly_resampler",
    "audio_mixer": "float_mixer integer_mixer",
    "audio_output": "adummy alsa amem pulse mmdevice directsound waveout auhal",
    "codec": "avcodec adpcm araw flac g711 lpcm mpg123 opus speex vorbis",
    "demux": "avformat aiff au avi caf es flacsys mkv mp4 ogg ps rawaud ts tta wav",
    "logger": "console_logger",
    "meta_engine": "folder taglib",
    "packetizer": "packetizer_a52 packetizer_copy packetizer_dts packetizer_flac"
    " packetizer_mpeg4audio packetizer_mpegaudio",
    "stream_filter": "cache_block cache_read prefetch record skiptags",
    "text_renderer": "tdummy",
    "video_output": "vdummy",
}
"""What playing sound takes. avformat and avcodec tell the truth after a seek (see
`reader/playback/vlc_player.py`); the others are what VLC asks when these two cannot."""

_FOR_FFMPEG = frozenset(
    """
    libcairo libcairo-gobject libgdk_pixbuf-2.0 libpango-1.0 libpangocairo-1.0 libpangoft2-1.0
    libharfbuzz libgraphite2 libfribidi libthai libdatrie libpixman-1 libXrender libXext libXfixes
    libva libva-drm libva-x11 libvdpau libOpenCL libgcrypt libgpg-error
    """.split()
)
"""What desktops bring, but not all: Debian's FFmpeg is linked with it, and without any of these
avcodec would not load, and VLC go back to its own demuxers without a word."""

_FROM_OUTSIDE = OF_THE_SYSTEM - _FOR_FFMPEG

_DEFAULTS = {
    "linux": "/usr/lib/x86_64-linux-gnu",
    "win32": r"C:\Program Files\VideoLAN\VLC",
    "darwin": "/Applications/VLC.app/Contents/MacOS",
}
_CORES = {
    "linux": ("libvlc.so.5", "libvlccore.so.9"),
    "win32": ("libvlc.dll", "libvlccore.dll"),
    "darwin": ("lib/libvlc.dylib", "lib/libvlccore.dylib"),
}
_SUFFIXES = {"linux": "so", "win32": "dll", "darwin": "dylib"}


def home() -> Path:
    """Where VLC is installed here; VLC_LIB_DIR overrules it."""
    return Path(os.environ.get("VLC_LIB_DIR", _DEFAULTS[sys.platform]))


def entries() -> list[Entry]:
    """All files, where they go and where they come from; raises SystemExit without VLC."""
    plugins = _plugins()
    cores = {name: home() / name for name in _CORES[sys.platform]}
    missing = [str(path) for path in cores.values() if not path.exists()]
    if missing or not plugins:
        raise SystemExit(f"No VLC to bundle in {home()}: set VLC_LIB_DIR. Missing: {missing}")
    if sys.platform != "linux":  # there a plugin needs nothing but the core
        libraries = {f"vlc/{name}": str(path) for name, path in cores.items()}
    else:
        libraries = {name: os.path.realpath(path) for name, path in cores.items()}
        for path in [*cores.values(), *plugins.values()]:
            libraries |= _closure(str(path))
    targets = libraries | {target: str(path) for target, path in plugins.items()}
    return [(target, source, "BINARY") for target, source in sorted(targets.items())]


def _plugins() -> dict[str, Path]:
    folder = home() / ("vlc/plugins" if sys.platform == "linux" else "plugins")
    wanted = {name for names in PLUGINS.values() for name in names.split()}
    found = sorted(folder.rglob(f"lib*_plugin.{_SUFFIXES[sys.platform]}"))
    kept = (path for path in found if path.name[3:].rsplit("_plugin.", 1)[0] in wanted)
    return {f"vlc/plugins/{path.relative_to(folder).as_posix()}": path for path in kept}


def _closure(path: str) -> dict[str, str]:
    """The libraries that one needs, and those need; what the system brings is left to it."""
    known, found, waiting = dict(_resolved(path)), dict[str, str](), list(_needed(path))
    while waiting:
        name = waiting.pop()
        if name in found or stem(name) in _FROM_OUTSIDE or name not in known:
            continue
        found[name] = real = os.path.realpath(known[name])
        known = dict(_resolved(real)) | known
        waiting += _needed(real)
    return found


@cache
def _resolved(path: str) -> tuple[tuple[str, str], ...]:
    environment = os.environ | {"LD_LIBRARY_PATH": str(home() / "vlc")}
    lines = _lines_of(["ldd", path], environment)
    pairs = (re.match(r"\s*(\S+) => (/\S+)", line) for line in lines)
    return tuple((pair[1], pair[2]) for pair in pairs if pair)


@cache
def _needed(path: str) -> tuple[str, ...]:
    lines = _lines_of(["objdump", "-p", path], dict(os.environ))
    return tuple(line.split()[1] for line in lines if "NEEDED" in line)


def _lines_of(command: list[str], environment: dict[str, str]) -> list[str]:
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=True)
    return done.stdout.splitlines()


if __name__ == "__main__":
    sizes = {target: Path(source).stat().st_size / 1e6 for target, source, _ in entries()}
    for each in sorted(sizes, key=lambda target: -sizes[target]):
        print(f"{sizes[each]:8.2f} MB  {each}")
    print(f"{sum(sizes.values()):8.2f} MB in {len(sizes)} files")
