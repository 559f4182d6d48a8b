"""The presets, and templates of a listener's own with all that can go wrong in them."""

from __future__ import annotations

import json
import os
import pickle
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings

from reader import paths
from reader.errors import Cancelled, ReaderError
from reader.message import message
from reader.notes.exporting import NOTE_FORMATS, format_named, templated, templates, written
from reader.notes.exporting.note import Export, ExportedNote, NoteOptions
from reader.notes.exporting.templates import own_templates
from tests.conftest import MakePipe
from tests.reader.notes.exporting.kept import (
    GULLS,
    MILL,
    MOMENT_ALONE,
    WHEEL,
    export,
    exported,
    odd_notes,
)

PRESETS = ("md", "obsidian", "logseq", "apa", "chicago")
LINK = f"earmark://open?recording={'a' * 32}&transcript={'b' * 32}&t=83.2&voice=Mara"
LINK += "&title=Harbour%2C%20at%20%2Adawn%2A"


def text(name: str, *notes: ExportedNote, **options: object) -> str:
    found = written(export(*notes, **options), format_named(name))
    assert isinstance(found, str)
    return found


def test_markdown_has_quote_source_note_and_tags() -> None:
    assert text("md", GULLS) == (
        "# Harbour, at \\*dawn\\*\n\n"
        "> The harbour wakes. **Gulls quarrel over the nets.** Yes.\n>\n"
        f"> — Mara, [1:23]({LINK})\n\n"
        "Ask *Jon*.\n\n- why\n\n"
        "#birds #two-words\n\n"
    )


def test_what_markdown_would_act_on_is_escaped() -> None:
    assert "> \\# 5 < 6 & \\`wheels\\`\n" in text("md", WHEEL)


def test_times_voice_and_link_can_be_left_out() -> None:
    bare = text("md", GULLS, has_times=False, has_voice=False, has_links=False)
    assert "earmark:" not in bare
    assert "1:23" not in bare
    assert "Mara" not in bare
    assert "— " not in bare
    silent = LINK.replace("&voice=Mara", "")
    assert f"> — [link]({silent})" in text("md", GULLS, has_times=False, has_voice=False)


def test_obsidian_has_frontmatter_callouts_and_block_ids() -> None:
    found = text("obsidian", GULLS)
    assert found.startswith(
        '---\ntitle: "Harbour, at *dawn*"\nrecording: "/talks/harbour.mp3"\n'
        'tags: ["podcast", "birds", "two-words"]\ncreated: '
    )
    assert f"> [!quote] Idea · Mara · [1:23]({LINK})\n> The harbour wakes. ==Gulls" in found
    assert "\n\n^earmark-5b1f9d4e\n\nAsk *Jon*.\n\n- why\n\n#birds #two-words\n" in found


def test_logseq_has_a_block_a_note_with_its_properties() -> None:
    assert text("logseq", GULLS) == (
        "- ## Harbour, at \\*dawn\\*\n"
        "\t- > The harbour wakes. **Gulls quarrel over the nets.** Yes.\n"
        "\t  id:: 5b1f9d4e-0000-4000-8000-000000000001\n"
        "\t  voice:: Mara\n"
        f"\t  time:: [1:23]({LINK})\n"
        "\t  colour:: Idea\n"
        "\t  tags:: birds, two words\n"
        "\t\t- Ask *Jon*.\n\t\t  \n\t\t  * why\n"
    )


def test_logseq_is_given_neither_formulas_nor_blocks_that_nobody_wrote() -> None:
    note = exported(7, "[laughter] #1 - see [[it]]", note="# Why\n- so", voice="#2")
    found = text("logseq", note, has_links=False)
    assert "> [laughter] \\#1 - see \\[[it]]\n" in found
    assert "voice:: \\#2\n" in found
    assert "\t\t- \\# Why\n\t\t  * so\n" in found


def test_logseq_gets_a_tag_with_a_comma_as_one_and_each_tag_once() -> None:
    note = exported(7, "x", tags=("sea, wind", "birds", "Birds"))
    assert "tags:: [[sea, wind]], birds\n" in text("logseq", note)
    assert "#birds #Birds" not in text("md", note)


def test_obsidian_lists_a_tag_once() -> None:
    one = exported(7, "x", tags=("podcast", "two words"))
    other = exported(8, "y", tags=("two-words", "birds"), episode=MILL)
    assert '\ntags: ["podcast", "two-words", "birds"]\n' in text("obsidian", one, other)


def test_obsidian_is_given_no_marks_that_nobody_wrote() -> None:
    note = exported(7, "==a== %%b%% $c$ #d", before="Yes.")
    assert "==\\=\\=a\\=\\= \\%\\%b\\%\\% \\$c\\$ \\#d==" in text("obsidian", note)


def test_apa_cites_the_episode_and_lists_it() -> None:
    found = text("apa", GULLS, has_links=False)
    assert (
        "The harbour wakes. Mara: “Gulls quarrel over the nets.” "
        "(“Harbour, at \\*dawn\\*,” n.d., 1:23). Yes.\n" in found
    )
    assert "## References\n\n*Harbour, at \\*dawn\\** [Audio podcast episode]. (n.d.).\n" in found


def test_chicago_numbers_its_notes() -> None:
    found = text("chicago", GULLS, WHEEL, has_links=False)
    assert "“Gulls quarrel over the nets.”[^1] Yes.\n" in found
    assert "[^1]: Mara, in “Harbour, at \\*dawn\\*,” podcast, audio, 1:23.\n" in found
    assert "[^2]: Jon, in “Mill,” podcast, audio, 0:01.\n" in found
    assert "“Harbour, at \\*dawn\\*.” Podcast, audio, 1:02:03.\n" in found


@pytest.mark.parametrize("name", PRESETS)
def test_a_moment_without_words_stands_for_itself(name: str) -> None:
    assert "1:00:00" in text(name, MOMENT_ALONE)
    bare = text(name, MOMENT_ALONE, has_times=False, has_links=False)
    assert bare.strip()


@pytest.mark.parametrize("name", PRESETS)
@settings(max_examples=30, deadline=None)
@given(notes=odd_notes())
def test_odd_texts_break_no_preset(name: str, notes: list[ExportedNote]) -> None:
    content = written(Export(tuple(notes)), format_named(name))
    assert isinstance(content, str)
    content.encode()


def test_each_preset_is_a_format() -> None:
    assert {row.name for row in NOTE_FORMATS if row.has_options} >= set(PRESETS)


# --- a listener's own


def own(folder: Path, content: str, name: str = "mine.md") -> str:
    path = folder / name
    path.write_text(content, encoding="utf-8")
    found = written(Export((GULLS, WHEEL), NoteOptions()), templated(path))
    assert isinstance(found, str)
    return found


def test_all_fields_can_be_named(tmp_path: Path) -> None:
    names = (
        *("id", "title", "quote", "before", "after", "note", "tags", "voice", "time", "end"),
        *("start_ms", "end_ms", "colour", "colour_number", "colour_hex", "kind", "link"),
    )
    each = " ".join(f"{{{{ note.{name} }}}}" for name in names)
    found = own(
        tmp_path, f"{{% for note in notes %}}{each} {{{{ note.created | date }}}}\n{{% endfor %}}"
    )
    assert "Gulls quarrel over the nets." in found
    assert "1:23 1:25 83200 85000 Idea 1 #f2c037 note earmark://" in found
    assert "2026-11-23" in found


def test_a_part_can_be_included(tmp_path: Path) -> None:
    (tmp_path / "part.md").write_text("{{ note.quote }};")
    found = own(tmp_path, "{% for note in notes %}{% include 'part.md' %}{% endfor %}")
    assert found == "Gulls quarrel over the nets.;# 5 < 6 & `wheels`;"


@pytest.mark.parametrize(
    ("content", "line", "reason"),
    [
        ("a\n{% for note in notes %}\n{{ note.quotee }}\n{% endfor %}", 3, "quotee"),
        ("a\n{% fro note in notes %}", 2, "fro"),
        ("a\n\n{{ nothing }}", 3, "nothing"),
        ("{{ 1 / 0 }}", 1, "division"),
        ("a\n{{ title + 1 }}", 2, "str"),
        ("{{ ''.__class__.__mro__ }}", 1, "__class__"),
        ("{{ notes.append(1) }}", 1, "append"),
        ("{{ title | shout }}", 1, "shout"),
        ("{% for note in notes %}", 1, "end"),
        ("{% include 'other.md' %}", None, "other.md"),
        ("{% include '../../etc/passwd' %}", None, "passwd"),
    ],
)
def test_a_mistake_is_reported_with_file_and_line(
    tmp_path: Path, content: str, line: int | None, reason: str
) -> None:
    with pytest.raises(ReaderError, match=reason) as reported:
        own(tmp_path, content)
    assert reported.value.line == line
    assert f"mine.md, line {line}: " in reported.value.message or line is None


ENDLESS = (
    "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}",
    "{{ (9**9)**(9**9) }}",  # in one C function: no other thread could stop it
)


@pytest.mark.parametrize("content", ENDLESS)
def test_an_endless_template_is_ended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: str
) -> None:
    monkeypatch.setattr(templates, "LONGEST", 0.3)
    with pytest.raises(ReaderError, match=r"mine\.md: it did not end within 0\.3 seconds"):
        own(tmp_path, content)


def test_an_endless_template_can_be_cancelled(tmp_path: Path) -> None:
    (tmp_path / "mine.md").write_text(ENDLESS[0])

    def cancel(_fraction: float) -> None:
        raise Cancelled(message("The export was cancelled."))

    with pytest.raises(Cancelled):
        written(export(GULLS)._replace(progressed=cancel), templated(tmp_path / "mine.md"))


@pytest.mark.parametrize(
    "content",
    [
        "{% include 'mine.md' %}",
        "a\n{% macro a() %}{{ a() }}{% endmacro %}{{ a() }}",
        "{% block a %}{{ self.a() }}{% endblock %}",
    ],
)
def test_recursion_without_end_is_the_templates_fault(tmp_path: Path, content: str) -> None:
    with pytest.raises(ReaderError, match=r"mine\.md, line \d: it calls or includes itself"):
        own(tmp_path, content)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("{{ 'a' * 10**10 }}", "too much memory"),
        ("{% for a in 'ab' %}" * 21 + "{% endfor %}" * 21, "too many statically nested blocks"),
        ("{{ 5 | quoted }}", "split"),
    ],
)
def test_what_else_goes_wrong_in_a_template_is_its_fault(
    tmp_path: Path, content: str, reason: str
) -> None:
    with pytest.raises(ReaderError, match=rf"mine\.md.*: .*{reason}"):
        own(tmp_path, content)


def test_the_frozen_program_fills_in_templates_too(tmp_path: Path) -> None:
    start = Path(templates.__file__).parents[3] / "ui" / "__main__.py"
    assert f'["{templates.PROCESS_OPTION}"]' in start.read_text()
    (tmp_path / "mine.md").write_text("{{ title }}")
    given = pickle.dumps((tmp_path / "mine.md", {"title": "Harbour"}))
    command = [sys.executable, "-m", "ui", templates.PROCESS_OPTION]
    done = subprocess.run(command, input=given, capture_output=True, check=True)
    assert json.loads(done.stdout) == {"text": "Harbour"}


def test_a_template_that_is_not_there_is_reported(tmp_path: Path) -> None:
    with pytest.raises(ReaderError, match=r"gone\.md"):
        written(export(), templated(tmp_path / "gone.md"))


def test_a_template_that_is_no_text_is_reported(tmp_path: Path) -> None:
    (tmp_path / "bytes.md").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ReaderError, match=r"bytes\.md: it is not UTF-8 text"):
        written(export(), templated(tmp_path / "bytes.md"))


def test_own_templates_lie_in_the_settings_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths, "config_folder", lambda: tmp_path)
    assert own_templates() == []
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "mine.md").touch()
    assert [path.stem for path in own_templates()] == ["mine"]


def test_a_pipe_is_no_template(make_pipe: MakePipe, tmp_path: Path) -> None:
    with pytest.raises(ReaderError, match=r"The template pipe\.md: it is a pipe or a device"):
        written(export(), templated(make_pipe(tmp_path / "pipe.md")))


@pytest.mark.parametrize("name", ["pipe.md", "hole.md"])
def test_only_files_of_some_size_are_included(
    make_pipe: MakePipe, tmp_path: Path, name: str
) -> None:
    make_pipe(tmp_path / "pipe.md")
    with (tmp_path / "hole.md").open("wb") as hole:
        hole.truncate(20_000_000_000)
    with pytest.raises(ReaderError, match=rf"mine\.md, line 2: {name} cannot be read: "):
        own(tmp_path, f"a\n{{% include '{name}' %}}")


def test_a_template_that_is_mostly_a_hole_is_refused(tmp_path: Path) -> None:
    with (tmp_path / "hole.md").open("wb") as hole:
        hole.truncate(20_000_000_000)
    with pytest.raises(ReaderError, match=r"hole\.md cannot be read: it is larger than 10 MB"):
        written(export(), templated(tmp_path / "hole.md"))


def test_a_template_changed_meanwhile_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "mine.md"
    path.write_text("one")
    assert templates.rendered(path, {}) == "one"
    path.write_text("two")
    os.utime(path, ns=(1, 1))
    assert templates.rendered(path, {}) == "two"


@pytest.mark.parametrize("name", ["md", "obsidian", "logseq", "chicago", "html"])
def test_what_earmark_says_in_them_is_in_the_listeners_language(name: str) -> None:
    """Citations keep the English of their style, all else follows the window."""
    german = {"Bookmark": "Lesezeichen", "Idea": "Idee", "Open in Earmark": "In Earmark öffnen"}
    notes = (MOMENT_ALONE, GULLS)
    export = Export(
        notes,
        NoteOptions(has_times=name == "html"),
        say=lambda text: {**german, "link": "Verweis"}.get(text, text),
    )
    text = written(export, format_named(name))
    assert isinstance(text, str)
    assert not any(english in text for english in german)
    expected = {
        "md": "[Verweis]", "logseq": "colour:: Idee", "obsidian": "Idee",
        "chicago": "Lesezeichen", "html": "In Earmark öffnen",
    }  # fmt: skip
    assert expected[name] in text


def test_a_colour_that_the_listener_named_is_called_so() -> None:
    export = Export((replace(GULLS, colour_name="Wow"),), say=str.upper)
    assert "Wow" in written(export, format_named("obsidian"))
