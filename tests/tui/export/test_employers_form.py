"""The form of an employer in the app: found, filled in, read, saved and noted; and refused with nothing lost."""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path

import pytest
from textual.pilot import Pilot

from portfolio.export.form_file import lines
from portfolio.export.profile import shipped
from portfolio.journey.facts.chosen_period import ChosenPeriod
from portfolio.notebook.export import copy_of
from portfolio.records.exports import Export
from portfolio.tui.dialogs.pick import PickDialog
from portfolio.tui.export.employers_form import FilledInDialog, FormDialog
from portfolio.tui.export.save_dialog import SaveDialog
from portfolio.tui.export.screen import SharingScreen
from portfolio.tui.services.services import services_of
from portfolio.tui.widgets.line_input import LineInput
from portfolio.wording import Language
from tests.export.test_form import form_of
from tests.tui.playing import frame, opened, playing, press, written

FIELDS = ("{{ name }}", "{%p for g in goals %}", "{{ g.title }}", "{%p endfor %}")
PROFILE = {"kind": "profile", "name": "Samir", "shareable": True}
GOAL = {"kind": "goal", "title": "Measure *first* [B9]", "start": "2025-10-01", "shareable": True}


def a_form(folder: Path, *paragraphs: str, name: str = "my form 2025.docx") -> Path:
    """A form in a folder with a space in its name."""
    (folder / "my forms").mkdir(exist_ok=True)
    path = folder / "my forms" / name
    path.write_bytes(form_of(*(paragraphs or FIELDS)))
    return path


async def give(pilot: Pilot[int], path: Path | str) -> None:
    """Type a path and press enter."""
    pilot.app.screen.query_one(LineInput).text = str(path)
    await press(pilot, "enter")


def said(pilot: Pilot[int]) -> str:
    """The message, which a dialog does not cover."""
    return services_of(pilot.app).status.message.text


def word_files(folder: Path) -> list[Path]:
    """Every Word file in a folder."""
    return [*folder.rglob("*.docx")]


def exported() -> tuple[Export, ...]:
    """What is noted as handed over."""
    return opened().read.records.of(Export)


@pytest.mark.parametrize(
    ("language", "row", "question", "kept", "name"),
    [
        (
            "en",
            "6  An employer's form (Word)",
            "Where is your employer's form?",
            "This will be in the form.",
            "filled-in",
        ),
        (
            "nl",
            "6  Een formulier van je werkgever (Word)",
            "Waar staat het formulier van je werkgever?",
            "Dit komt in het formulier.",
            "ingevuld",
        ),
    ],
)
async def test_a_form_is_filled_in_read_saved_and_noted(
    language: Language, row: str, question: str, kept: str, name: str, tmp_path: Path
) -> None:
    written(PROFILE, GOAL, {**GOAL, "title": "Private goal", "shareable": False})
    form = a_form(tmp_path)
    before, to = form.read_bytes(), tmp_path / "for the talk.docx"
    async with playing(language=language) as pilot:
        await press(pilot, "7", "x", "x")
        assert row in frame(pilot)
        await press(pilot, "6")
        assert question in frame(pilot)
        await give(pilot, form)
        assert kept in frame(pilot)
        assert "Measure *first* [B9]" in frame(pilot), "the words, and no Markdown"
        await press(pilot, "enter")
        assert pilot.app.screen.query_one(LineInput).text.endswith(f"my-form-2025-{name}.docx")
        await give(pilot, to)
        assert "for the talk.docx" in frame(pilot)
    assert [*lines(to.read_bytes())] == ["Samir", "Measure *first* [B9]"]
    assert form.read_bytes() == before
    (log,) = exported()
    assert (log.sort, log.sha256) == ("form", hashlib.sha256(to.read_bytes()).hexdigest())
    assert copy_of(opened(), log).endswith(".docx")


@pytest.mark.parametrize(
    ("paragraphs", "sentence"),
    [
        (("{{ nickname }}",), "asks for “nickname”"),
        (("{% for g in goals %}",), "Nothing was written."),
        (("Name:",), "has no fields yet. Type their names where a text must come: {{ name }}."),
        (None, "is not a Word document (.docx)"),
        ((), "There is no form"),
    ],
)
async def test_a_form_that_cannot_be_filled_in_is_refused_in_a_sentence_and_can_be_corrected(
    paragraphs: tuple[str, ...] | None, sentence: str, tmp_path: Path
) -> None:
    written(PROFILE, GOAL)
    path = tmp_path / "wrong.docx"
    if paragraphs is None:
        path.write_text("no Word file")
    elif paragraphs:
        path.write_bytes(form_of(*paragraphs))
    async with playing(size=(120, 36)) as pilot:
        await press(pilot, "7", "x", "x", "6")
        await give(pilot, path)
        assert sentence in said(pilot)
        assert isinstance(pilot.app.screen, FormDialog)
        assert pilot.app.screen.query_one(LineInput).text == str(path)
        path.write_bytes(form_of("{{ name }}"))
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, FilledInDialog), "the same path, once the form was corrected"
        await press(pilot, "escape", "6")
        await press(pilot, "escape", "escape")
        assert isinstance(pilot.app.screen, SharingScreen)
    assert word_files(tmp_path) == [path]
    assert exported() == ()


async def test_what_was_said_about_a_path_goes_once_another_is_typed(tmp_path: Path) -> None:
    written(PROFILE, GOAL)
    async with playing() as pilot:
        await press(pilot, "7", "x", "x", "6")
        await give(pilot, tmp_path / "gone.docx")
        assert "There is no form" in said(pilot)
        await press(pilot, "backspace")
        assert said(pilot) == ""


async def test_what_is_filled_in_never_replaces_the_form_and_is_always_a_word_file(tmp_path: Path) -> None:
    written(PROFILE, GOAL)
    form = a_form(tmp_path)
    before = form.read_bytes()
    async with playing(size=(120, 36)) as pilot:
        await press(pilot, "7", "x", "x", "6")
        await give(pilot, form)
        await press(pilot, "enter")
        await give(pilot, form)
        assert "is the form itself" in said(pilot)
        assert isinstance(pilot.app.screen, SaveDialog)
        await give(pilot, tmp_path / "talk.pdf")
    assert form.read_bytes() == before
    assert [*lines((tmp_path / "talk.pdf.docx").read_bytes())] == ["Samir", "Measure *first* [B9]"]


async def test_a_path_that_was_dropped_in_the_terminal_is_found(tmp_path: Path) -> None:
    written(PROFILE, GOAL)
    form = a_form(tmp_path)
    async with playing() as pilot:
        await press(pilot, "7", "x", "x", "6")
        await give(pilot, str(form).replace(" ", "\\ "))
        assert isinstance(pilot.app.screen, FilledInDialog)


@pytest.mark.parametrize("answer", ["as it is", "kept", "replaced", "back"])
async def test_a_name_that_is_only_in_the_form_is_asked_about_before_it_is_shown(answer: str, tmp_path: Path) -> None:
    note = {"kind": "reflection", "answers": {"text": "A course"}, "minutes": 60, "shareable": True}
    written(PROFILE, note, {**GOAL, "title": "Measure like Annemarie"})
    form, to = a_form(tmp_path, "{{ goals[0].title }}"), tmp_path / "to.docx"
    async with playing(size=(120, 36)) as pilot:
        await press(pilot, "7", "x")
        assert isinstance(pilot.app.screen, SharingScreen)
        work = pilot.app.screen.work
        work.change(work.request.as_document(shipped("hours"), ChosenPeriod()))
        await press(pilot, "x", "6")
        await give(pilot, form)
        assert "1 place is not checked yet." in frame(pilot)
        if answer == "back":
            await press(pilot, "escape")
            assert isinstance(pilot.app.screen, SharingScreen)
            return
        keys = {"as it is": ("down", "enter"), "kept": ("enter", "enter", "1"), "replaced": ("enter", "enter", "2")}
        await press(pilot, *keys[answer])
        assert isinstance(pilot.app.screen, FilledInDialog)
        await press(pilot, "enter")
        await give(pilot, to)
    name = "…" if answer == "replaced" else "Annemarie"
    assert [*lines(to.read_bytes())] == [f"Measure like {name}"]


async def test_without_its_package_the_row_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    written(PROFILE, GOAL)
    monkeypatch.setitem(sys.modules, "docxtpl", None)
    async with playing(size=(100, 36)) as pilot:
        await press(pilot, "7", "x", "x")
        assert "Not on this computer yet." in frame(pilot)
        await press(pilot, "6")
        assert isinstance(pilot.app.screen, PickDialog)
        assert "Get it with: pipx inject leerreis docxtpl" in said(pilot)
