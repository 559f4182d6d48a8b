from __future__ import annotations

import os
from pathlib import Path

import pytest

from reader.errors import ReaderError
from reader.notes.managed_block import merged
from reader.notes.markdown_folder import LARGEST, MarkdownFolder
from tests.conftest import MakePipe

KEY = "0b9d7c1e-1111-2222-3333-444455556666"
ONE, TWO = "> One.\n\n^earmark-1", "> Two.\n\n^earmark-2"


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    vault = tmp_path / "vault"
    vault.mkdir()
    return vault


def test_a_file_is_made_for_an_episode(vault: Path) -> None:
    path = MarkdownFolder(vault).write(KEY, 'What "now"?', [ONE])
    assert path == vault / "What -now.md"
    text = path.read_text()
    assert text.startswith(f'---\nearmark: {KEY}\ntitle: "What \\"now\\"?"\n---\n\n# What "now"?\n')
    assert "> One." in text
    assert [each.name for each in vault.iterdir()] == [path.name]


def test_without_notes_no_file_is_made(vault: Path) -> None:
    assert MarkdownFolder(vault).write(KEY, "Talk", []) is None
    assert list(vault.iterdir()) == []


def test_what_is_up_to_date_is_not_touched(vault: Path) -> None:
    folder = MarkdownFolder(vault)
    path = folder.write(KEY, "Talk", [ONE])
    assert path is not None
    os.utime(path, (1, 1))
    assert folder.write(KEY, "Talk", [ONE]) is None
    assert path.stat().st_mtime == 1


@pytest.mark.parametrize("is_restarted", [False, True])
def test_a_renamed_and_moved_file_is_followed(vault: Path, is_restarted: bool) -> None:
    folder = MarkdownFolder(vault)
    path = folder.write(KEY, "Talk", [ONE])
    assert path is not None
    moved = vault / "talks" / "My own name.md"
    moved.parent.mkdir()
    path.rename(moved)
    again = MarkdownFolder(vault) if is_restarted else folder
    assert again.write(KEY, "Another title", [ONE, TWO]) == moved
    assert "> Two." in moved.read_text()
    assert not path.exists()


def test_the_file_is_known_by_either_mark(vault: Path) -> None:
    path = MarkdownFolder(vault).write(KEY, "Talk", [ONE])
    assert path is not None
    text = path.read_text()
    for part in (text[text.index("# Talk") :], text[: text.index("<!--")] + "Mine.\n"):
        path.write_text(part)
        assert MarkdownFolder(vault).write(KEY, "Talk", [ONE, TWO]) == path
        assert path.read_text().startswith(part[:5])
        assert "> Two." in path.read_text()


def test_somebody_elses_file_of_that_name_is_left_alone(vault: Path) -> None:
    own = vault / "Talk.md"
    own.write_text("Mine alone.")
    assert MarkdownFolder(vault).write(KEY, "Talk", [ONE]) == vault / "Talk 2.md"
    assert own.read_text() == "Mine alone."


def test_two_episodes_of_one_title_have_two_files(vault: Path) -> None:
    folder = MarkdownFolder(vault)
    first, second = folder.write("a", "Talk", [ONE]), folder.write("b", "Talk", [TWO])
    assert first is not None
    assert second is not None
    assert folder.write("a", "Talk", [TWO]) == first
    assert folder.write("b", "Talk", [ONE]) == second


def test_a_deleted_file_comes_back_with_the_next_change(vault: Path) -> None:
    folder = MarkdownFolder(vault)
    path = folder.write(KEY, "Talk", [ONE])
    assert path is not None
    path.unlink()
    assert folder.write(KEY, "Talk", [ONE, TWO]) == path


def test_a_programs_own_folders_are_not_searched(vault: Path) -> None:
    trash = vault / ".trash"
    trash.mkdir()
    (trash / "Talk.md").write_text(f"---\nearmark: {KEY}\n---\n")
    assert MarkdownFolder(vault).write(KEY, "Talk", [ONE]) == vault / "Talk.md"


def test_bytes_that_are_no_text_stay(vault: Path) -> None:
    path = vault / "Talk.md"
    own = f"---\nearmark: {KEY}\n---\r\n".encode() + b"\xff\xfe own \x00\n"
    path.write_bytes(own)
    MarkdownFolder(vault).write(KEY, "Talk", [ONE])
    assert path.read_bytes().startswith(own)


def test_an_editor_that_saves_meanwhile_is_not_written_over(
    vault: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = MarkdownFolder(vault)
    path = folder.write(KEY, "Talk", [ONE])
    assert path is not None
    saves = iter([b"One line of mine.\n", b"And another.\n"])

    def merged_while_it_is_saved(text: str, key: str, pieces: list[str]) -> str:
        if (line := next(saves, None)) is not None:
            with path.open("ab") as file:
                file.write(line)
        return merged(text, key, pieces)

    monkeypatch.setattr("reader.notes.markdown_folder.merged", merged_while_it_is_saved)
    folder.write(KEY, "Talk", [ONE, TWO])
    text = path.read_text()
    assert "One line of mine.\nAnd another.\n" in text
    assert "> Two." in text


def test_a_folder_that_is_gone_is_reported(vault: Path) -> None:
    vault.rmdir()
    with pytest.raises(ReaderError, match="The Markdown folder “vault” cannot be written: the fol"):
        MarkdownFolder(vault).write(KEY, "Talk", [ONE])
    assert not vault.exists()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_is_read_only_is_reported(vault: Path) -> None:
    vault.chmod(0o500)
    with pytest.raises(ReaderError, match="Permission denied"):
        MarkdownFolder(vault).write(KEY, "Talk", [ONE])
    vault.chmod(0o700)


def test_pipes_and_huge_files_in_the_folder_are_passed_over(
    vault: Path, make_pipe: MakePipe
) -> None:
    make_pipe(vault / "a.md")
    with (vault / "b.md").open("wb") as huge:
        huge.write(f"---\nearmark: {KEY}\n---\n".encode())
        huge.truncate(LARGEST + 1)
    path = MarkdownFolder(vault).write(KEY, "Talk", [ONE])
    assert path == vault / "Talk.md"
    assert MarkdownFolder(vault).write(KEY, "Talk", [ONE, TWO]) == path


def test_a_pipe_in_the_place_of_a_file_is_not_written(vault: Path, make_pipe: MakePipe) -> None:
    folder = MarkdownFolder(vault)
    path = folder.write(KEY, "Talk", [ONE])
    assert path is not None
    path.unlink()
    make_pipe(path)
    assert folder.write(KEY, "Talk", [ONE]) == vault / "Talk 2.md"


OTHER = "77777777-1111-2222-3333-444455556666"


@pytest.mark.parametrize(
    "text",
    [
        f"# Mine\n\nearmark: {KEY}\n",
        f"Mine\n---\nearmark: {KEY}\n---\n",
        f"---\naliases: |\n  earmark: {KEY}\n---\n",
        f"It writes `<!-- earmark:begin {KEY} 0123456789: x -->`.\n",
        f"> <!-- earmark:begin {KEY} 0123456789: x -->\n",
    ],
)
def test_a_text_about_ids_draws_no_notes(vault: Path, text: str) -> None:
    mine = vault / "A text of mine.md"
    mine.write_text(text)
    path = MarkdownFolder(vault).write(KEY, "Talk", [ONE])
    assert path == vault / "Talk.md"
    assert mine.read_text() == text


def test_a_part_copied_into_another_file_draws_no_notes(vault: Path) -> None:
    folder = MarkdownFolder(vault)
    talk = folder.write(KEY, "Talk", [ONE])
    another = folder.write(OTHER, "A talk before", [TWO])
    assert talk is not None
    assert another is not None
    part = talk.read_text().partition("<!--")
    another.write_text(another.read_text() + "\n" + part[1] + part[2])
    before = another.read_bytes()
    assert MarkdownFolder(vault).write(KEY, "Talk", [ONE, "> Three."]) == talk
    assert another.read_bytes() == before


def test_a_part_without_a_head_is_followed(vault: Path) -> None:
    talk = MarkdownFolder(vault).write(KEY, "Talk", [ONE])
    assert talk is not None
    talk.write_text(talk.read_text().partition("---\n\n")[2])
    assert MarkdownFolder(vault).write(KEY, "Talk", [TWO]) == talk


def test_the_head_stays_yaml_whatever_the_title(vault: Path) -> None:
    title = "a\x7fb\ufffec\x85d\x9be\u2028f\ud800g\ufeffh"
    path = MarkdownFolder(vault).write(KEY, title, [ONE])
    assert path is not None
    head = path.read_bytes().decode(errors="surrogateescape").split("---")[1]
    assert all(letter == "\n" or letter.isprintable() for letter in head)
