"""`leerreis export` in its formats: the drawings of text, and what a PDF cannot show."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Cli

Add = Callable[..., str]


@pytest.fixture
def rated(added: Add) -> str:
    """A shareable skill with two levels."""
    skill = added("skill", "Faults", "--share")
    added("rating", "--level", "1", "--skill", skill, "--date", "2026-03-01", "--share")
    added("rating", "--level", "3", "--skill", skill, "--date", "2026-09-01", "--share")
    return skill


@pytest.mark.usefixtures("rated")
def test_text_has_drawings_only_when_they_are_asked_for(cli: Cli) -> None:
    for form in ("md", "txt"):
        assert "▁" not in cli("--lang", "en", "export", "--format", form).out
        assert "▁" in cli("--lang", "en", "export", "--format", form, "--pictures").out


@pytest.mark.parametrize(("language", "said"), [("en", "The PDF shows □"), ("nl", "De PDF toont □")])
def test_what_a_pdf_cannot_show_is_said_before_it_is_handed_over(
    cli: Cli, added: Add, tmp_path: Path, language: str, said: str
) -> None:
    added("success", "Alleen gedaan 😀", "--share")
    for arguments in (("--format", "pdf", "--dry-run"), ("--to", str(tmp_path / "me.pdf"))):
        made = cli("--lang", language, "export", *arguments)
        assert made.status == 0
        assert f"{said}" in made.err and "😀" in made.err
    assert "□" not in cli("--lang", language, "export").err
    assert "□" not in cli("--lang", language, "export", "--to", str(tmp_path / "me.html")).err


def test_a_plain_document_has_nothing_to_say(cli: Cli, added: Add, tmp_path: Path) -> None:
    added("success", "Alleen gedaan: café, ½ → ✓", "--share")
    assert "□" not in cli("--lang", "nl", "export", "--to", str(tmp_path / "me.pdf")).err
