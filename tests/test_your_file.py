"""The pages about the file for the people who use it, in both languages: what they quote is what they will read."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from portfolio.cli.main import COMMANDS
from portfolio.locations import Locations
from portfolio.store.notices import MESSAGES
from portfolio.wording import Language, Words

DOCS = Path(__file__).resolve().parent.parent / "docs"
PAGES: dict[Language, Path] = {"en": DOCS / "your-file.md", "nl": DOCS / "je-bestand.md"}
pages = pytest.mark.parametrize("language", sorted(PAGES))


def page(language: Language) -> str:
    """The page in this language."""
    return PAGES[language].read_text("utf-8")


@pages
def test_every_sentence_about_the_file_is_explained(language: Language) -> None:
    _, text = Words(language), page(language)
    for kind, message in MESSAGES.items():
        said = re.sub(r"\{\w+\}", "…", _(message))
        assert f"| {said} |" in text, kind
    both = _.plural("{n} text was changed on both sides; both versions are kept.", "{n} texts were changed.", 1)
    assert re.search(r"; (.*)\.", both)[1] in text  # type: ignore[index]
    assert _("two versions") in text


def test_both_pages_tell_the_same() -> None:
    outlines = []
    for language in PAGES:
        starts = (re.match(r"#+ |\| |- |\d\. |```", line) for line in page(language).splitlines())
        outlines.append([start[0] for start in starts if start])
    assert outlines[0] == outlines[1] and len(outlines[0]) > 50


@pages
def test_every_command_and_folder_that_a_page_names_is_there(language: Language) -> None:
    text = page(language)
    commands = re.findall(r"`leerreis ([a-z-]+)", text)
    assert len(commands) >= 10 and set(commands) <= set(COMMANDS)
    folders = {f.removesuffix("_folder") for f in Locations._fields}
    assert {"shadow", "snapshots", "drafts", "absorbed", "damaged"} <= folders & set(re.findall(r"`(\w+)`", text))


@pages
def test_the_lines_of_python_read_the_file(language: Language, home: Path) -> None:
    def run(*command: str) -> str:
        done = subprocess.run([sys.executable, *command], capture_output=True, text=True, check=True, cwd=home)
        return done.stdout

    home.mkdir()
    run("-m", "portfolio", "add", "goal", "Meten")
    before = (home / "leerreis.json").read_bytes()
    (script,) = re.findall(r"```python\n(.*?)```", page(language), re.DOTALL)
    assert run("-c", script) == "Meten\n"
    assert (home / "leerreis.json").read_bytes() == before
    (goal,) = json.loads(before)["goals"].values()
    assert {"id", "_v"} <= set(goal)
