"""A text in one's own editor: what was written there is never thrown away."""

from __future__ import annotations

import codecs
import os
import shlex
import sys
from pathlib import Path

import pytest

from portfolio import own_editor
from portfolio.own_editor import Left, NoEditor, Page, edit, forget_records, read


@pytest.fixture
def page(tmp_path: Path) -> Page:
    """A page with a word on it."""
    made = Page(str(tmp_path / "pages"), "goal-1", "goal.md")
    made.make("before", {"record": "1"})
    return made


def editor(tmp_path: Path, script: str) -> dict[str, str]:
    """An environment with an editor that does this with the page."""
    path = tmp_path / "editor.py"
    text = f"import os, pathlib, signal, sys, time\npage = pathlib.Path(sys.argv[1])\n{script}\n"
    path.write_text(text, encoding="utf-8")
    return {**os.environ, "VISUAL": "", "EDITOR": shlex.join([sys.executable, str(path)])}


def edited(page: Page, tmp_path: Path, script: str) -> Left:
    return edit(page, editor(tmp_path, script))


def test_what_was_written_comes_back_and_nothing_is_left_once_it_was_taken_over(page: Page, tmp_path: Path) -> None:
    left = edited(page, tmp_path, "page.write_bytes(b'after\\n'); (page.parent / '.goal.md.swp').write_text('x')")
    assert (left.text, left.touched, left.trouble(page)) == ("after\n", True, None)
    assert Path(page.path).read_text() == "after\n"
    page.forget()
    assert list(Path(page.folder).iterdir()) == []


@pytest.mark.parametrize(
    "data",
    [
        "zoë\n".encode(),
        codecs.BOM_UTF8 + "zoë\n".encode(),
        "zoë\r\n".encode(),
        "zoë\r".encode(),
        "zoë\n".encode("utf-16"),
        codecs.BOM_UTF16_BE + "zoë\n".encode("utf-16-be"),
        "zoë\r\n".encode("utf-16-le"),
        "zoë\n".encode("utf-16-be"),
        "zoë\n".encode("utf-32"),
    ],
)
def test_a_text_is_read_however_an_editor_wrote_it(data: bytes) -> None:
    assert read(data) == ("zoë\n", True)


@pytest.mark.parametrize("data", [b"caf\xe9 words", b"\xff\xfea", b"a\0b\0c"])
def test_what_cannot_be_read_is_said_and_never_raises(data: bytes) -> None:
    assert read(data)[1] in (False, True)
    assert read(b"caf\xe9 words") == ("caf\ufffd words", False)


def test_a_text_that_is_not_utf8_is_given_as_far_as_it_can_be_read_and_its_bytes_stay(
    page: Page, tmp_path: Path
) -> None:
    left = edited(page, tmp_path, "page.write_bytes(b'caf\\xe9 words')")
    trouble = left.trouble(page)
    assert left.text == "caf\ufffd words"
    assert trouble is not None and page.path in str(trouble)
    assert Path(page.path).read_bytes() == b"caf\xe9 words"


@pytest.mark.parametrize(
    "end", ["sys.exit(3)", *(f"os.kill(os.getpid(), signal.SIG{n})" for n in ("TERM", "HUP", "KILL"))]
)
def test_what_was_written_in_an_editor_that_failed_stays_in_its_file(page: Page, tmp_path: Path, end: str) -> None:
    left = edited(page, tmp_path, f"page.write_bytes(b'precious\\n'); {end}")
    trouble = left.trouble(page)
    assert left.text == "precious\n"
    assert trouble is not None and page.path in str(trouble)
    assert Path(page.path).read_text() == "precious\n"
    assert page.is_kept


def test_an_editor_that_failed_and_wrote_nothing_changed_nothing(page: Page, tmp_path: Path) -> None:
    left = edited(page, tmp_path, "sys.exit(3)")
    assert not left.touched
    assert "nothing was changed" in str(left.trouble(page))
    assert not page.is_kept


def test_what_an_editor_saved_beside_the_page_counts_as_words(page: Page, tmp_path: Path) -> None:
    left = edited(page, tmp_path, "(page.parent / '.goal.md.swp').write_text('unsaved'); sys.exit(1)")
    assert left.touched
    assert page.is_kept
    assert page.path in str(left.trouble(page))


def test_an_editor_that_is_back_at_once_is_seen(page: Page, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("portfolio.own_editor.AT_ONCE_SECONDS", 1000)
    assert edited(page, tmp_path, "").at_once
    assert not edited(page, tmp_path, "page.write_text('changed')").at_once
    monkeypatch.setattr("portfolio.own_editor.AT_ONCE_SECONDS", 0)
    assert not edited(page, tmp_path, "").at_once


def test_an_editor_that_makes_a_folder_of_the_file_took_the_page_away(page: Page, tmp_path: Path) -> None:
    with pytest.raises(NoEditor, match="deleted the page"):
        edited(page, tmp_path, "page.unlink(); page.mkdir()")


def test_an_editor_that_makes_a_fifo_of_the_file_is_not_waited_for(page: Page, tmp_path: Path) -> None:
    with pytest.raises(NoEditor, match="deleted the page"):
        edited(page, tmp_path, "page.unlink(); os.mkfifo(page)")


def test_a_quote_that_is_not_closed_is_said(page: Page) -> None:
    with pytest.raises(NoEditor, match="could not be started"):
        edit(page, {"EDITOR": "vi 'x"})


def test_a_page_is_for_nobody_else(page: Page) -> None:
    assert os.stat(page.path).st_mode & 0o777 == 0o600
    assert os.stat(os.path.dirname(page.path)).st_mode & 0o777 == 0o700
    assert os.stat(page.folder).st_mode & 0o777 == 0o700


def test_the_pages_of_a_record_go_with_it(page: Page, tmp_path: Path) -> None:
    other = Page(page.folder, "goal-2", "goal.md")
    other.make("stays", {"record": "2"})
    assert list(forget_records(page.folder, {"1"})) == []
    assert not os.path.exists(page.path)
    assert Path(other.path).read_text() == "stays"
    assert list(forget_records(str(tmp_path / "nowhere"), {"1"})) == []


def test_a_page_that_cannot_be_read_is_not_written_over(page: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    Path(page.path).write_text("words of an hour", "utf-8")
    monkeypatch.setattr(own_editor, "_bytes", lambda _path: None)  # as for a file of somebody else
    with pytest.raises(FileExistsError):
        page.make("before", {"record": "1"})
    assert Path(page.path).read_text("utf-8") == "words of an hour"
