"""A person's own questions are read from files; a file that cannot be used is named, and hides none of the others."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from portfolio import own_templates
from portfolio.wording import Words


def test_own_questions_are_read(tmp_path: Path) -> None:
    (tmp_path / "overdracht.toml").write_text(
        'name = "Overdracht"\nuse = "einde dienst"\nquestions = [" Wat? ", "En?"]'
    )
    (tmp_path / "kort.toml").write_text('questions = ["Wat?"]')
    (tmp_path / "notes.txt").write_text("no questions")
    found = own_templates.load(str(tmp_path))
    assert [t.key for t in found.loaded] == ["kort", "overdracht"]
    assert found.loaded[0].name == "kort"
    assert found.loaded[1] == ("overdracht", "Overdracht", "einde dienst", ("Wat?", "En?"))
    assert found.failed == ()


def test_without_a_folder_there_are_none(tmp_path: Path) -> None:
    assert own_templates.load(str(tmp_path / "nowhere")) == own_templates.OwnTemplates()


@pytest.mark.parametrize(
    "content",
    [
        b"\xff",
        b"questions = [",
        b"questions = []",
        b'questions = ["", "x"]',
        b"questions = [1]",
        b'questions = "x"',
        b'name = 1\nquestions = ["x"]',
        b'name = " "\nquestions = ["x"]',
        b'questions = ["' + b"x" * 501 + b'"]',
        b"[[[[",
    ],
)
def test_a_broken_file_is_named_and_the_others_stay(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.toml").write_bytes(content)
    (tmp_path / "b.toml").write_text('questions = ["Goed?"]')
    found = own_templates.load(str(tmp_path))
    assert [t.key for t in found.loaded] == ["b"]
    (failed,) = found.failed
    assert os.path.basename(failed.path) in failed.sentence(Words("nl"))
    assert failed.sentence(Words("nl")) != failed.sentence(Words("en"))
