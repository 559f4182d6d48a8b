from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import LinkError
from reader.library.links import LONGEST, EpisodeLink, link_in, link_text, link_to
from reader.time_bounds import LATEST
from tests.reader.notes.exporting.kept import HARBOUR

KEY = "0123456789abcdef" * 2
_keys = st.text("0123456789abcdef", min_size=32, max_size=32)
_links = st.builds(
    EpisodeLink,
    recording=_keys,
    transcript=st.just("") | _keys,
    time=st.none() | st.integers(0, LATEST),
    title=st.text(max_size=300),
    voice=st.text(max_size=100),
)


def test_a_link_reads_as_it_should() -> None:
    text = link_text(EpisodeLink(KEY, "", 83_200, "Harbour & Mill"))
    assert text == f"earmark://open?recording={KEY}&t=83.2&title=Harbour%20%26%20Mill"
    text = link_text(EpisodeLink(KEY, "", 83_200, "Harbour", "Mara"))
    assert text == f"earmark://open?recording={KEY}&t=83.2&voice=Mara&title=Harbour"


@given(_links)
def test_a_link_says_what_was_put_into_it(link: EpisodeLink) -> None:
    text = link_text(link)
    said = link_in(text)
    assert said[:3] == link[:3]
    assert text.isascii()
    assert len(text) <= LONGEST
    shown = link.title, link.voice
    assert all(each.isprintable() for each in (said.title, said.voice))
    is_cut = len(link.title) > 200 or len(link.voice) > 60
    assert link_text(said) == text or is_cut or not all(map(str.isprintable, shown))


def test_an_episode_without_content_has_no_link() -> None:
    assert link_to(HARBOUR, 1_000).startswith("earmark://open?recording=aaaa")
    assert link_to(replace(HARBOUR, recording_key="", transcript_key="")) == ""


@pytest.mark.parametrize(
    "text",
    [
        f"EARMARK://OPEN?recording={KEY}",
        f"earmark://open/?recording={KEY}",
        f" earmark://open?recording={KEY}\n",
        f"earmark://open?later=1&recording={KEY}",
    ],
)
def test_what_a_browser_makes_of_it_is_understood(text: str) -> None:
    assert link_in(text) == EpisodeLink(KEY)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "earmark:",
        "earmark://open",
        "earmark://open?t=1",
        f"earmark://delete?recording={KEY}",
        f"earmark://open/etc/passwd?recording={KEY}",
        f"earmark://user@open?recording={KEY}",
        f"earmark://open:80?recording={KEY}",
        f"https://open?recording={KEY}",
        f"file:///open?recording={KEY}",
        "earmark://open?recording=../../etc/passwd",
        f"earmark://open?recording={KEY[:-1]}",
        f"earmark://open?recording={KEY.upper()}",
        f"earmark://open?recording={KEY}&recording={KEY}",
        f"earmark://open?recording={KEY}&t=-1",
        f"earmark://open?recording={KEY}&t=1e9",
        f"earmark://open?recording={KEY}&t=nan",
        f"earmark://open?recording={KEY}&t=99999999",
        f"earmark://open?recording={KEY}&t=١",
        f"earmark://open?recording={KEY}&t=1;rm",
        f"earmark://open?recording={KEY}&title={'x' * LONGEST}",
        f"earmark://open?recording={KEY}" + "&a=1" * 50,
        "earmark://[open?recording=" + KEY,
    ],
)
def test_what_is_no_link_of_ours_is_refused(text: str) -> None:
    with pytest.raises(LinkError):
        link_in(text)


@given(st.text(max_size=60).map(lambda end: f"earmark://open?recording={KEY}{end}"))
def test_any_end_is_read_or_refused(text: str) -> None:
    try:
        said = link_in(text)
    except LinkError:
        return
    assert said.recording == KEY


def test_a_title_is_one_harmless_line() -> None:
    link = link_in(f"earmark://open?recording={KEY}&title=a%0A%1B%5B31mb%E2%80%AEc")
    assert link.title == "a [31mb c"


@pytest.mark.parametrize("seconds", ["2147483.648", "9999999", "99999999999999999999.5"])
def test_a_time_that_no_recording_has_is_refused_in_words(seconds: str) -> None:
    with pytest.raises(LinkError, match="later than any recording ends"):
        link_in(f"earmark://open?recording={KEY}&t={seconds}")


def test_the_latest_time_is_understood() -> None:
    assert link_in(f"earmark://open?recording={KEY}&t=2147483.647").time == LATEST


def test_odd_bytes_in_the_title_do_not_spoil_a_link() -> None:
    link = link_in(f"earmark://open?recording={'0' * 32}&t=1&title=t%E4lk")
    assert (link.time, link.title) == (1_000, "t\ufffdlk")
