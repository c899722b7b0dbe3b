"""A text in one's own editor: what was written there is never thrown away."""

from __future__ import annotations

import os
import shlex
import sys
import tempfile
from pathlib import Path

import pytest

from portfolio.own_editor import NoEditor, NotUtf8, edit


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The temporary folder of the test."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def editor(tmp_path: Path, script: str) -> dict[str, str]:
    """An environment with an editor that does this with the page."""
    path = tmp_path / "editor.py"
    path.write_text(f"import os, pathlib, sys\npage = pathlib.Path(sys.argv[1])\n{script}\n", encoding="utf-8")
    return {**os.environ, "VISUAL": "", "EDITOR": shlex.join([sys.executable, str(path)])}


def test_what_was_written_comes_back_and_nothing_is_left(tmp_path: Path, own_folder: Path) -> None:
    assert edit("before", "a.md", editor(tmp_path, "page.write_bytes(b'after\\n')")) == "after\n"
    assert list(own_folder.iterdir()) == []


def test_a_text_that_is_not_utf8_is_given_as_far_as_it_can_be_read_and_its_bytes_stay(tmp_path: Path) -> None:
    with pytest.raises(NotUtf8) as told:
        edit("before", "a.md", editor(tmp_path, "page.write_bytes(b'caf\\xe9 words')"))
    assert told.value.text == "caf\ufffd words"
    assert Path(str(told.value.parameters["path"])).read_bytes() == b"caf\xe9 words"
    assert str(told.value.parameters["path"]) in str(told.value)


def test_what_was_written_in_an_editor_that_failed_stays_in_its_file(tmp_path: Path) -> None:
    with pytest.raises(NoEditor) as told:
        edit("before", "a.md", editor(tmp_path, "page.write_bytes(b'precious\\n'); sys.exit(3)"))
    assert Path(str(told.value.parameters["path"])).read_text() == "precious\n"


def test_an_editor_that_failed_and_wrote_nothing_leaves_nothing(tmp_path: Path, own_folder: Path) -> None:
    with pytest.raises(NoEditor):
        edit("before", "a.md", editor(tmp_path, "sys.exit(3)"))
    assert list(own_folder.iterdir()) == []


def test_an_editor_that_makes_a_folder_of_the_file_took_the_page_away(tmp_path: Path) -> None:
    with pytest.raises(NoEditor, match="took the page away"):
        edit("before", "a.md", editor(tmp_path, "page.unlink(); page.mkdir()"))


def test_a_quote_that_is_not_closed_is_said() -> None:
    with pytest.raises(NoEditor, match="could not be started"):
        edit("before", "a.md", {"EDITOR": "vi 'x"})


def test_no_room_for_the_page_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", "/nowhere/at/all")
    with pytest.raises(NoEditor, match="no room"):
        edit("before", "a.md", editor(tmp_path, ""))
