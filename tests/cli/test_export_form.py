"""`leerreis export --form`: the form of an employer filled in, noted, shown before, and refused without a change."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from portfolio.export.form_file import lines
from tests.cli.conftest import Cli
from tests.export.test_form import form_of


@pytest.fixture
def form(tmp_path: Path) -> Path:
    """A form with a goal and a person."""
    path = tmp_path / "form.docx"
    path.write_bytes(form_of("{%p for g in goals %}", "{{ g.title }}", "{%p endfor %}", "{{ feedback[0].by }}"))
    return path


def test_the_command_fills_in_the_form_and_notes_it(
    cli: Cli, added: Callable[..., str], form: Path, tmp_path: Path
) -> None:
    added("goal", "Measure first", "--share")
    added("goal", "Private goal")
    to = tmp_path / "filled.docx"
    made_of = cli("--lang", "en", "export", "--form", str(form), "--to", str(to), "--replace", "first=last")
    assert made_of.status == 0, made_of.err
    assert [*lines(to.read_bytes())] == ["Measure last"]
    assert "employer" in cli("--lang", "en", "list", "export").out
    export = cli("list", "export", "--ids").out.strip()
    assert cli("export", "--again", export, "--to", str(tmp_path / "again.docx")).status == 0
    assert (tmp_path / "again.docx").read_bytes() == to.read_bytes()


def test_a_dry_run_shows_the_words_of_the_form_and_writes_nothing(
    cli: Cli, added: Callable[..., str], form: Path, tmp_path: Path
) -> None:
    added("goal", "Measure first", "--share")
    shown = cli("--lang", "en", "export", "--form", str(form), "--dry-run")
    assert (shown.status, shown.out.strip()) == (0, "Measure first")
    assert "goal: Measure first" in shown.err
    assert [*tmp_path.glob("*.docx")] == [form]
    assert cli("list", "export").out.strip() == ""


@pytest.mark.parametrize(
    ("more", "status", "said"),
    [
        (("--to", "{folder}/form.docx", "--force"), 2, "the form itself"),
        (("--to", "{folder}/filled.md"), 2, ".docx"),
        ((), 2, "--to"),
        (("--to", "{folder}/filled.docx", "--as", "pdp"), 2, "--as"),
        (("--to", "{folder}/filled.docx", "--format", "md"), 2, "--format"),
        (("--to", "{folder}/filled.docx", "--pictures"), 2, "--pictures"),
        (("--to", "{folder}/filled.docx", "--form", "{folder}/gone.docx"), 1, "There is no form"),
        (("--to", "{folder}/filled.docx", "--form", "{folder}"), 1, "could not be read"),
    ],
)
def test_what_cannot_be_filled_in_changes_nothing(
    cli: Cli, added: Callable[..., str], form: Path, more: tuple[str, ...], status: int, said: str
) -> None:
    added("goal", "Measure first", "--share")
    before = form.read_bytes()
    line = [word.replace("{folder}", str(form.parent)) for word in more]
    refused = cli("--lang", "en", "export", *(() if "--form" in line else ("--form", str(form))), *line)
    assert refused.status == status, refused.err
    assert said in refused.err and refused.err.count("\n") == 1
    assert form.read_bytes() == before
    assert [*form.parent.glob("filled*")] == []


def test_a_form_without_any_field_is_refused_since_nothing_would_be_filled_in(
    cli: Cli, added: Callable[..., str], form: Path, tmp_path: Path
) -> None:
    added("goal", "Measure first", "--share")
    form.write_bytes(form_of("Name:"))
    refused = cli("--lang", "en", "export", "--form", str(form), "--to", str(tmp_path / "filled.docx"))
    assert (refused.status, refused.err.count("\n")) == (1, 1)
    assert "This form has no fields yet." in refused.err and "{{ name }}" in refused.err
    assert [*tmp_path.glob("filled*")] == []
