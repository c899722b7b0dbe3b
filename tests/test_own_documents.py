"""docs/own-documents.md tells of every key and section of a profile, and its example can be used."""

from __future__ import annotations

import re
from pathlib import Path

from portfolio.export.profile import KEYS, LAYOUTS, load
from portfolio.wording.outline import HEADINGS

PAGE = (Path(__file__).parent.parent / "docs" / "own-documents.md").read_text("utf-8")


def test_every_key_and_section_is_told() -> None:
    rows = {key for row in re.findall(r"^\| (`.+?`) \|", PAGE, re.MULTILINE) for key in re.findall(r"`(\w+)`", row)}
    assert rows == KEYS
    sections = PAGE.partition("The sections are ")[2].partition(";")[0]
    assert re.findall(r"`(\w+)`", sections) == list(HEADINGS)
    assert all(f"`{layout}`" in PAGE for layout in LAYOUTS)


def test_the_example_can_be_used(tmp_path: Path) -> None:
    (tmp_path / "register.toml").write_text(PAGE.partition("```toml\n")[2].partition("```")[0], "utf-8")
    found = load(str(tmp_path))
    assert not found.failed and found.loaded[0].limits["stories"] == 3
