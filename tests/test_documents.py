"""What the documents say is what the program does."""

from __future__ import annotations

import importlib.util
import io
import re
import shlex
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from portfolio.cli.main import COMMANDS
from portfolio.export.form_file import FILTERS
from portfolio.export.form_names import FIELDS, Names
from portfolio.records.kinds import FIRST_WORDS

ROOT = Path(__file__).resolve().parent.parent
DOCUMENTS = (ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").glob("*.md")))


@pytest.fixture
def draw() -> ModuleType:
    """docs/draw.py, as a module."""
    return script("draw")


def script(name: str) -> ModuleType:
    """A script of docs, as a module."""
    spec = importlib.util.spec_from_file_location(name, ROOT / "docs" / f"{name}.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


def test_the_picture_in_the_readme_is_the_current_one(draw: ModuleType) -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    assert draw.with_picture(readme) == readme, "run: make picture"


def test_the_portfolios_in_full_are_what_the_example_hands_over_now(draw: ModuleType) -> None:
    for language, path in draw.PORTFOLIOS.items():
        assert path.read_text("utf-8") == draw.portfolio_in(language), "run: make picture"


@pytest.mark.slow
def test_the_screens_in_the_documents_are_the_current_ones() -> None:
    for path, drawn in script("photograph").pictures():
        assert path.read_text("utf-8") == drawn, f"{path.name}: run make picture"


def test_the_template_of_a_word_document_is_the_current_one() -> None:
    made = script("word_template")
    with zipfile.ZipFile(made.TEMPLATE) as file, zipfile.ZipFile(io.BytesIO(made.template())) as now:
        assert {name: file.read(name) for name in file.namelist()} == {name: now.read(name) for name in now.namelist()}


@pytest.fixture
def page_on_forms() -> str:
    return (ROOT / "docs" / "employers-form.md").read_text("utf-8")


def test_the_page_on_forms_names_every_field_and_what_can_be_done_with_it(page_on_forms: str) -> None:
    def every(names: Names) -> Iterator[str]:
        for name, inside in names.items():
            yield name
            yield from every(inside)

    there = set(re.findall(r"`([a-z_]+)`", page_on_forms))
    assert {*every(FIELDS), *FILTERS} - there == set()


def test_the_example_of_a_form_is_the_current_one_and_can_be_filled_in(draw: ModuleType, tmp_path: Path) -> None:
    made = script("example_form")
    with zipfile.ZipFile(made.FORM) as file, zipfile.ZipFile(io.BytesIO(made.form())) as now:
        assert {name: file.read(name) for name in file.namelist()} == {name: now.read(name) for name in now.namelist()}
    filled = draw.output("--lang", "en", "demo", "export", "--form", str(made.FORM), "--dry-run")
    assert "Samir Bouali" in filled and "{" not in filled


def test_every_json_shape_in_the_documents_is_the_current_one(draw: ModuleType) -> None:
    page = (ROOT / "docs" / "command-line.md").read_text("utf-8")
    assert draw.with_shapes(page) == page, "run: make picture"
    assert page.count("```json") == page.count("<!-- json:") >= 10


def test_the_page_about_the_command_line_names_every_command_and_kind() -> None:
    page = (ROOT / "docs" / "command-line.md").read_text("utf-8")
    assert all(f"leerreis {command}" in page for command in COMMANDS)
    assert all(re.search(rf"\b{kind}\b", page) for kind in FIRST_WORDS if kind != "export")


def test_links_in_the_documents_lead_somewhere() -> None:
    for document in DOCUMENTS:
        for target in re.findall(r"\]\(([^)#]+)\)", document.read_text("utf-8")):
            assert target.startswith("https://") or (document.parent / target).exists(), f"{document.name}: {target}"


def test_every_file_that_the_documents_name_is_there() -> None:
    for document in DOCUMENTS:
        text = document.read_text("utf-8")
        for name in re.findall(r"`((?:docs|tests|portfolio|themes|bench)/[\w./-]+)`", text):
            assert (ROOT / name).exists(), f"{document.name}: {name}"


def test_links_to_a_heading_lead_to_one() -> None:
    count = 0
    for document in DOCUMENTS:
        for target, anchor in re.findall(r"\]\(([^):#]*)#([^)]+)\)", document.read_text("utf-8")):
            text = ((document.parent / target) if target else document).read_text("utf-8")
            headings = {h.strip().lower().replace(" ", "-") for h in re.findall(r"^#+ (.*)$", text, re.MULTILINE)}
            assert anchor in headings, f"{document.name}: {target}#{anchor}"
            count += 1
    assert count >= 2


FENCED = re.compile(r"```sh\n(.*?)```", re.DOTALL)
INDENTED = re.compile(r"^    (leerreis (?:add|journey|list|show) .*)$", re.MULTILINE)


def examples() -> list[str]:
    """The lines that the documents give to type: all in blocks of the shell, and those in the README and the guide."""
    names = ("README.md", "docs/guide.md", "docs/command-line.md")
    readme, guide, page = ((ROOT / name).read_text("utf-8") for name in names)
    blocks = [line for text in (readme, guide, page) for block in FENCED.findall(text) for line in block.splitlines()]
    return [*blocks, *INDENTED.findall(readme), *INDENTED.findall(guide)]


@pytest.mark.parametrize("line", examples())
def test_the_examples_in_the_documents_run(
    line: str, draw: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    program, *words = shlex.split(line.partition(" | ")[0], comments=True)
    assert program == "leerreis"
    assert draw.output("--lang", "en", *words).strip() or "--svg" in words


def test_there_are_examples_in_both_documents() -> None:
    assert len(examples()) >= 15
