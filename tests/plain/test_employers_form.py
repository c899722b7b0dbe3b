"""The form of an employer in plain mode: filled in, read before it is saved, noted; and refused with nothing lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from portfolio.export.form_file import lines
from portfolio.notebook import open_notebook
from portfolio.notebook.demo import TODAY
from portfolio.records.exports import Export
from tests.export.test_form import form_of
from tests.plain.transcript import Played, places, play
from tests.tui.playing import now, written


def exported() -> list[str | None]:
    """The sorts of documents that are noted as handed over."""
    return [each.sort for each in open_notebook(places(), today=TODAY, now=now).read.records.of(Export)]


@pytest.fixture
def form(tmp_path: Path) -> Path:
    """A form in a folder with a space in its name, and a portfolio to fill it in with."""
    written(
        {"kind": "profile", "name": "Samir", "shareable": True},
        {"kind": "goal", "title": "Measure *first*", "start": "2025-10-01", "shareable": True},
        {"kind": "goal", "title": "Private goal", "start": "2025-10-01"},
    )
    (tmp_path / "my forms").mkdir()
    path = tmp_path / "my forms" / "talk.docx"
    path.write_bytes(form_of("{{ name }}", "{%p for g in goals %}", "{{ g.title }}", "{%p endfor %}"))
    return path


def hand_over(*lines: str, lang: str = "en") -> Played:
    """Begin a portfolio of the usual period, choose to write it as a form of an employer, and type these lines."""
    return play("7", "1", "1", "6", *lines, "0", "0", "0", lang=lang, columns=200)


@pytest.mark.parametrize(
    ("lang", "row", "read"),
    [
        ("en", "6  An employer's form (Word)", "This will be in the form. Nothing is written yet."),
        ("nl", "6  Een formulier van je werkgever (Word)", "Dit komt in het formulier. Er is nog niets geschreven."),
    ],
)
def test_a_form_is_filled_in_read_saved_and_noted(lang: str, row: str, read: str, form: Path, tmp_path: Path) -> None:
    to = tmp_path / "for the talk.docx"
    played = hand_over(str(form), str(to), lang=lang)
    assert row in played.out
    assert f"{read}\n\nSamir\nMeasure *first*\n" in played.out
    assert [*lines(to.read_bytes())] == ["Samir", "Measure *first*"]
    assert exported() == ["form"]
    assert played.status == 0


def test_a_form_that_cannot_be_filled_in_is_refused_in_a_sentence(form: Path, tmp_path: Path) -> None:
    form.write_bytes(form_of("{{ nickname }}"))
    before = sorted(tmp_path.rglob("*.docx"))
    assert "asks for “nickname”" in hand_over(str(form)).out
    assert "There is no form" in hand_over(str(tmp_path / "gone.docx")).out
    form.write_bytes(form_of("{{ name }}"))
    assert "is the form itself" in hand_over(str(form), str(form), "1").out
    assert sorted(tmp_path.rglob("*.docx")) == before
    assert exported() == []
