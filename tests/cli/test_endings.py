"""The name of a file says what is in it: in every command that writes one, and never otherwise than its ending says."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Cli

WHERE = {
    "export": ("export", "--to"),
    "copy": ("copy", "--to"),
    "sheet": ("sheet", "--to"),
    "calendar": ("calendar", "--to"),
    "journey": ("journey", "--svg"),
}
"""Command -> how it is told where its file goes."""
BEGINS = {
    "md": b"# ",
    "markdown": b"# ",
    "html": b"<!DOCTYPE html>",
    "htm": b"<!DOCTYPE html>",
    "HTML": b"<!DOCTYPE html>",
    "docx": b"PK",
    "pdf": b"%PDF",
}


@pytest.mark.parametrize("ending", BEGINS)
def test_the_ending_of_an_export_is_its_format(cli: Cli, tmp_path: Path, ending: str) -> None:
    target = tmp_path / "a.b" / f"me.{ending}"
    target.parent.mkdir()
    written = cli("demo", "export", "--as", "page", "--to", str(target))
    assert written.status == 0, written.err
    assert target.read_bytes().startswith(BEGINS[ending])


@pytest.mark.parametrize(
    ("command", "ending"),
    [
        *((command, ending) for command in WHERE for ending in ("", ".odt")),
        ("copy", ".html"),
        ("journey", ".png"),
        ("calendar", ".md"),
        ("sheet", ".svg"),
    ],
)
def test_a_name_that_says_nothing_or_something_else_is_refused_and_says_which_would_do(
    cli: Cli, tmp_path: Path, command: str, ending: str
) -> None:
    target = tmp_path / "a.b" / f"me{ending}"
    target.parent.mkdir()
    refused = cli("--lang", "en", *WHERE[command], str(target))
    assert (refused.status, refused.out) == (2, ""), refused.err
    assert " ends in " in refused.err and refused.err.count("\n") == 1
    assert not target.exists()


@pytest.mark.parametrize(
    ("name", "form"), [("me.md", "html"), ("me.html", "md"), ("me.pdf", "docx"), ("me.odt", "docx"), ("me.svg", "md")]
)
def test_an_ending_that_contradicts_the_format_is_refused(cli: Cli, tmp_path: Path, name: str, form: str) -> None:
    refused = cli("--lang", "en", "export", "--format", form, "--to", str(tmp_path / name))
    assert refused.status == 2 and f".{form}" in refused.err
    assert not (tmp_path / name).exists()


def test_a_format_that_was_named_needs_no_ending(cli: Cli, tmp_path: Path) -> None:
    assert cli("demo", "export", "--format", "html", "--to", str(tmp_path / "me")).status == 0
    assert (tmp_path / "me").read_bytes().startswith(b"<!DOCTYPE html>")


@pytest.mark.parametrize("command", WHERE)
def test_a_dash_is_stdout_and_never_a_file(
    cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    monkeypatch.chdir(tmp_path)
    printed = cli("demo", *WHERE[command], "-")
    assert printed.status == 0, printed.err
    assert printed.out
    assert list(tmp_path.iterdir()) == []


def test_what_is_printed_is_what_would_be_written(cli: Cli, added: Callable[..., str], tmp_path: Path) -> None:
    added("goal", "Measure first", "--due", "2026-12-01")
    added("conversation", "Room 4", "--date", "2026-12-01")
    for command, name in (("copy", "all.md"), ("calendar", "all.ics"), ("journey", "lanes.svg"), ("sheet", "s.md")):
        assert cli(*WHERE[command], str(tmp_path / name)).status == 0
        written = (tmp_path / name).read_bytes().decode("utf-8")
        assert cli(*WHERE[command], "-").out == written
    for form in ("docx", "pdf"):
        assert cli("export", "--format", form, "--to", "-").status == 2


@pytest.mark.parametrize(("name", "said"), [("x.json", "can't be a .json file"), ("x.HTML", "can't be a .html file")])
def test_an_ending_that_says_something_else_is_not_called_nothing(
    cli: Cli, tmp_path: Path, name: str, said: str
) -> None:
    refused = cli("--lang", "en", "copy", "--to", str(tmp_path / name))
    assert refused.status == 2 and said in refused.err and "ends in .md" in refused.err
    assert "does not say" in cli("--lang", "en", "copy", "--to", str(tmp_path / "x")).err


def test_a_full_copy_says_of_private_records_only_what_is_so(
    cli: Cli, added: Callable[..., str], tmp_path: Path
) -> None:
    added("note", "shared", "--share")
    written = cli("--lang", "en", "copy", "--to", str(tmp_path / "a.md"))
    assert "private records" not in written.err and "private ones too" in written.err
    added("note", "private")
    assert "private records are in it too" in cli("--lang", "en", "copy", "--to", "-").err
