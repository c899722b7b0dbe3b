"""The worked examples of docs/adding.md, carried out in a copy of the package."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PAGE = (ROOT / "docs" / "adding.md").read_text("utf-8")
BLOCK = re.compile(
    r"<!-- put in (?P<file>\S+)(?: (?P<how>after|before): (?P<line>.*?)| (?P<end>at the end))? -->\n"
    r"```python\n(?P<code>.*?)```",
    re.DOTALL,
)

PRESS = """
import asyncio
from tests.tui.playing import an_app, frame, opened, playing, press, written

(identity,) = written({"kind": "reflection", "template": "note", "date": "2025-12-01", "answers": {"text": "A note"}})

async def main():
    async with playing(an_app(), (190, 30)) as pilot:
        await press(pilot, "2")
        print(frame(pilot))
        await press(pilot, "Y")
        print(opened().read.records.get(identity).date)
        print(frame(pilot))
        await press(pilot, "u")
        print(opened().read.records.get(identity).date)

asyncio.run(main())
"""


def put(block: re.Match[str], into: Path) -> None:
    """Put the code of a block where its comment says."""
    file = into / block["file"]
    if not block["how"] and not block["end"]:
        file.write_text(block["code"], "utf-8")
        return
    text = file.read_text("utf-8")
    if block["end"]:
        file.write_text(text + block["code"], "utf-8")
        return
    lines = text.split("\n")
    at = [n for n, line in enumerate(lines) if line.strip().startswith(block["line"].strip())]
    assert len(at) == 1, f"{block['line']!r} is on {len(at)} lines of {block['file']}"
    lines.insert(at[0] + (block["how"] == "after"), block["code"].rstrip("\n"))
    file.write_text("\n".join(lines), "utf-8")


def section(heading: str) -> list[re.Match[str]]:
    """The blocks under a heading of the page."""
    found = list(BLOCK.finditer(PAGE.partition(f"## {heading}")[2].partition("\n## ")[0]))
    assert found
    return found


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """A copy of the package and of the tests that help to play it."""
    copy = tmp_path / "copy"
    shutil.copytree(ROOT / "portfolio", copy / "portfolio", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "themes", copy / "themes")
    return copy


def run(package: Path, home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run this Python in the copy."""
    environment = {
        **os.environ,
        "LEERREIS_HOME": str(home),
        "PYTHONPATH": f"{package}{os.pathsep}{ROOT}",
        "LANG": "en_GB.UTF-8",
    }
    return subprocess.run(
        [sys.executable, *arguments], cwd=package, env=environment, capture_output=True, text=True, check=False
    )


def test_an_action_is_a_row_and_a_function(package: Path, tmp_path: Path) -> None:
    blocks = section("An action on a record")
    assert len(blocks) == 2
    for block in blocks:
        put(block, package)
    played = run(package, tmp_path / "home", "-c", PRESS)
    assert played.returncode == 0, played.stderr
    lines = played.stdout.split("\n")
    days = [line for line in lines if re.fullmatch(r"\d{4}-\d\d-\d\d", line)]
    assert days == ["2025-12-15", "2025-12-01"]
    assert any("Y to today" in line for line in lines), played.stdout


def test_a_kind_is_a_class_and_rows(package: Path, tmp_path: Path) -> None:
    for block in section("A kind of record"):
        put(block, package)
    home = tmp_path / "home"
    added = run(package, home, "-m", "portfolio", "add", "tip", "Measure first", "--share")
    assert added.returncode == 0, added.stderr
    identity = added.stdout.strip()
    shown = json.loads(run(package, home, "-m", "portfolio", "show", identity, "--json").stdout)
    assert (shown["kind"], shown["text"]) == ("tip", "Measure first")
    listed = run(package, home, "-m", "portfolio", "list", "tip")
    assert "Measure first" in listed.stdout
    assert run(package, home, "-m", "portfolio", "undo").returncode == 0
    assert "Measure first" not in run(package, home, "-m", "portfolio", "list", "tip").stdout


def test_a_block_without_its_place_is_seen(package: Path) -> None:
    block = BLOCK.search("<!-- put in portfolio/records/kinds.py after: no such line -->\n```python\nx = 1\n```")
    assert block is not None
    with pytest.raises(AssertionError, match="on 0 lines"):
        put(block, package)
