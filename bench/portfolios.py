"""The portfolios that are measured on: made once, kept in `.bench`, and copied for each run."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final, NamedTuple

import decade

ROOT: Final = Path(__file__).resolve().parent.parent
TOOLS: Final = ROOT / ".bench"
OURS: Final = str(Path(sys.executable).parent / "leerreis")
"""The installed command."""
APP: Final = (OURS, "--lang", "en", "--today", decade.LAST_DAY.isoformat())


class Portfolio(NamedTuple):
    """A home with so many evenings in it, and the environment of a program that lives there."""

    count: int
    home: Path

    @property
    def environment(self) -> dict[str, str]:
        """For our program; an installed one has its bytecode."""
        found = {**os.environ, "HOME": str(self.home), "LEERREIS_HOME": str(self.home / "leerreis")}
        found.pop("PYTHONDONTWRITEBYTECODE", None)
        return {**found, "LANG": "en_GB.UTF-8"}

    @property
    def file_size(self) -> int:
        """Bytes of the data file."""
        return (self.home / "leerreis" / "leerreis.json").stat().st_size


def portfolio(count: int, folder: Path) -> Portfolio:
    """A copy in `folder` of the portfolio with `count` evenings; what is done to it is gone afterwards."""
    made_of = hashlib.sha256((ROOT / "bench" / "decade.py").read_bytes()).hexdigest()[:12]
    kept = Portfolio(count, TOOLS / f"portfolio-{count}-{made_of}")
    if not kept.home.exists():
        _make(kept)
    copied = Portfolio(count, folder / f"home-{count}")
    shutil.copytree(kept.home, copied.home)
    # A file in a new place is read with suspicion, once; what is measured is every time after that.
    first = [OURS, "list", "--since", decade.LAST_DAY.isoformat()]
    subprocess.run(first, env=copied.environment, check=True, capture_output=True)
    return copied


def _make(kept: Portfolio) -> None:
    print(f"Writing a portfolio of {kept.count:,} evenings (once) ...", file=sys.stderr)
    half = kept._replace(home=kept.home.with_suffix(".half"))
    shutil.rmtree(half.home, ignore_errors=True)
    half.home.mkdir(parents=True)
    records = half.home / "records.json"
    records.write_text(json.dumps(decade.as_records(kept.count)), encoding="utf-8")
    subprocess.run([OURS, "add", "--from-json", str(records)], env=half.environment, check=True, capture_output=True)
    records.unlink()
    half.home.rename(kept.home)
