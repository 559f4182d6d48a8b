from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.store.content_key import PART, content_key


def key(folder: Path, content: bytes | bytearray) -> str:
    path = folder / "file"
    path.write_bytes(content)
    return content_key(path)


def test_the_name_does_not_matter(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"sound" * 100_000)
    before = content_key(path)
    assert content_key(path.rename(tmp_path / "b")) == before


@pytest.mark.parametrize("size", [1, PART - 1, PART, PART + 1, 2 * PART, 2 * PART + 1])
def test_head_tail_and_size_matter(tmp_path: Path, size: int) -> None:
    content = bytearray(size)
    keys = {key(tmp_path, content), key(tmp_path, bytes(size + 1))}
    for place in {0, size - 1}:
        content[place] = 1
        keys.add(key(tmp_path, content))
        content[place] = 0
    assert len(keys) == 2 + len({0, size - 1})


def test_a_large_file_is_not_read_whole(tmp_path: Path) -> None:
    middle = bytes(4 * PART)
    assert key(tmp_path, middle) == key(
        tmp_path, middle[: 2 * PART] + b"x" + middle[2 * PART + 1 :]
    )


def test_an_empty_file_has_none(tmp_path: Path) -> None:
    assert key(tmp_path, b"") == ""


def test_a_missing_file_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="nothing"):
        content_key(tmp_path / "nothing")


@given(content=st.binary(min_size=1, max_size=300), other=st.binary(min_size=1, max_size=300))
def test_small_files_have_one_key_only_if_they_are_equal(
    tmp_path_factory: pytest.TempPathFactory, content: bytes, other: bytes
) -> None:
    folder = tmp_path_factory.getbasetemp()
    assert (key(folder, content) == key(folder, other)) == (content == other)
