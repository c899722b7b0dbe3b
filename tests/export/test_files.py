"""The files that leave: their names, and that nothing is lost by writing them."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portfolio import atomic
from portfolio.export.files import NotWritten, digest, file_name, save, slug


@given(st.text(max_size=100))
def test_a_slug_is_safe_on_every_system(words: str) -> None:
    assert re.fullmatch(r"[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])?", slug(words))


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Ontwikkelportfolio van José Müller", "ontwikkelportfolio-van-jose-muller"),
        ("../../etc/passwd", "etc-passwd"),
        ("con", "con-file"),
        ("LPT1", "lpt1-file"),
        ("", "portfolio"),
        ("😀", "portfolio"),
        ("x" * 99, "x" * 60),
    ],
)
def test_names_are_made_of_words(words: str, name: str) -> None:
    assert slug(words) == name


def test_a_file_name_holds_no_folder_and_no_day() -> None:
    assert file_name("Development portfolio of ../A\\B", "md") == "development-portfolio-of-a-b.md"


def test_the_digest_is_that_of_sha256() -> None:
    assert digest(b"") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


def test_what_cannot_be_a_document_is_refused_in_a_sentence(tmp_path: Path) -> None:
    portfolio = tmp_path / "leerreis.json"
    portfolio.write_bytes(b"{}")
    (tmp_path / "link").symlink_to(portfolio)
    for path in (
        "",
        str(tmp_path),
        f"{tmp_path}{os.sep}",
        str(tmp_path / "link"),
        str(tmp_path / "no" / "x.md"),
        "x\0y",
    ):
        with pytest.raises(NotWritten) as refused:
            save(path, b"x", force=True)
        assert str(refused.value).endswith((".", "{reason}."))
    with pytest.raises(NotWritten, match="portfolio itself"):
        save(str(portfolio), b"x", force=True, never=[str(portfolio)])
    assert portfolio.read_bytes() == b"{}"
    assert {entry.name for entry in tmp_path.iterdir()} >= {"leerreis.json", "link"}
    assert not [entry for entry in tmp_path.iterdir() if entry.name.startswith(".~")]


def test_a_full_disk_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_path: str, _data: bytes) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(atomic, "create", full)
    with pytest.raises(NotWritten, match="the disk is full"):
        save(str(tmp_path / "x.md"), b"x")
    assert not (tmp_path / "x.md").exists()


def test_a_control_character_in_a_path_does_not_reach_the_terminal(tmp_path: Path) -> None:
    with pytest.raises(NotWritten) as refused:
        save(str(tmp_path / "no\x1b[2J" / "x.md"), b"x")
    assert "\x1b" not in str(refused.value)
