"""Two computers of one person: each has a home of its own and its side of a folder that some program keeps equal."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from portfolio.store.format.canonical import trusted


def needs(*programs: str) -> pytest.MarkDecorator:
    """Skips a test by the name of the first program that is not on this computer."""
    missing = next((name for name in programs if shutil.which(name) is None), "")
    return pytest.mark.skipif(bool(missing), reason=f"{missing} is not installed")


class Computer:
    """One computer: `leerreis` as it is installed there, and the folder that is kept equal."""

    def __init__(self, folder: Path, own: Path) -> None:
        """`folder` is this side of the shared folder, `own` everything that stays on this computer."""
        folder.mkdir(parents=True, exist_ok=True)
        own.mkdir(parents=True, exist_ok=True)
        self.folder, self.own, self.file = folder, own, folder / "leerreis.json"

    @property
    def environment(self) -> dict[str, str]:
        """Ours, with this computer's home."""
        home = {"LEERREIS_HOME": str(self.own / "leerreis"), "LEERREIS_FILE": str(self.file), "HOME": str(self.own)}
        return {**os.environ, **home, "UNISON": str(self.own / "unison")}

    def tried(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """A `leerreis` command on this computer, however it ended."""
        command = [sys.executable, "-m", "portfolio", *arguments]
        return subprocess.run(command, env=self.environment, capture_output=True, text=True, check=False)

    def leerreis(self, *arguments: str) -> str:
        """What a `leerreis` command prints on this computer; it must succeed."""
        done = self.tried(*arguments)
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()

    def shows(self, record_id: str) -> dict[str, Any]:
        """A record as this computer shows it."""
        shown: dict[str, Any] = json.loads(self.leerreis("show", record_id, "--json"))
        return shown

    def notes(self) -> set[str]:
        """The words of every note in the file of this computer."""
        records = json.loads(self.leerreis("list", "reflection", "--json"))
        return {record["answers"]["text"] for record in records}

    def files(self) -> set[str]:
        """The names in the folder that have to do with the portfolio."""
        return {path.name for path in self.folder.iterdir() if path.name.startswith("leerreis")}


def is_quiet(*computers: Computer) -> bool:
    """Whether every file is whole, all are equal, and a further command on each writes nothing."""
    before = [computer.file.read_bytes() for computer in computers]
    stamps = [computer.file.stat().st_mtime_ns for computer in computers]
    for computer in computers:
        computer.leerreis("list")
    after = [computer.file.read_bytes() for computer in computers]
    same = len({trusted(data).encode() for data in after}) == 1
    return same and before == after and stamps == [computer.file.stat().st_mtime_ns for computer in computers]
