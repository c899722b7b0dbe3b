"""What the documents say is what the program does."""

from __future__ import annotations

import importlib.util
import re
import sys
from pathlib import Path
from types import ModuleType

import pytest

from portfolio.cli.main import COMMANDS
from portfolio.records.kinds import FIRST_WORDS

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture
def draw() -> ModuleType:
    """docs/draw.py, as a module."""
    spec = importlib.util.spec_from_file_location("draw", ROOT / "docs" / "draw.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_picture_in_the_readme_is_the_current_one(draw: ModuleType) -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    assert draw.with_picture(readme) == readme, "run: make picture"


def test_every_json_shape_in_the_documents_is_the_current_one(draw: ModuleType) -> None:
    page = (ROOT / "docs" / "command-line.md").read_text("utf-8")
    assert draw.with_shapes(page) == page, "run: make picture"
    assert page.count("```json") == page.count("<!-- json:") >= 10


def test_the_page_about_the_command_line_names_every_command_and_kind() -> None:
    page = (ROOT / "docs" / "command-line.md").read_text("utf-8")
    assert all(f"leerreis {command}" in page for command in COMMANDS)
    assert all(re.search(rf"\b{kind}\b", page) for kind in FIRST_WORDS if kind != "export")


def test_links_in_the_documents_lead_somewhere() -> None:
    for document in (ROOT / "README.md", ROOT / "docs" / "command-line.md", ROOT / "CHANGELOG.md"):
        for target in re.findall(r"\]\(([^)#]+)\)", document.read_text("utf-8")):
            assert target.startswith("https://") or (document.parent / target).exists(), f"{document.name}: {target}"


def test_nothing_in_the_project_points_outside_it() -> None:
    words = ("shared/", "design" + ".md", "domain" + ".md", "storage" + ".md", "/wo" + "rk/", "farm" + "-")
    for path in ROOT.rglob("*"):
        parts = path.relative_to(ROOT).parts
        if any(p.startswith(".") and p != ".ci" for p in parts) or path.suffix not in (".py", ".md", ".toml", ".cfg"):
            continue
        text = path.read_text("utf-8")
        assert path == Path(__file__) or not any(word in text for word in words), path


def test_python_is_new_enough() -> None:
    assert sys.version_info >= (3, 11)
