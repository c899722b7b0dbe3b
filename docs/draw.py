"""Draws the pictures of the README anew: the learning journey of the demo, as a person sees it in the terminal.

    make picture            writes docs/journey.txt
    python docs/draw.py     the same

A test compares the result with what stands in the README, so the picture is always the current one.
"""

from __future__ import annotations

import io
import sys
from pathlib import Path

from portfolio.cli.context import Streams
from portfolio.cli.main import run

HERE = Path(__file__).resolve().parent
README = HERE.parent / "README.md"
BEGIN, END = "<!-- journey -->\n```text\n", "```\n<!-- /journey -->"


def picture() -> str:
    """What `leerreis --lang en demo journey --width 78` prints."""
    out = io.StringIO()
    status = run(["--lang", "en", "demo", "journey", "--width", "78"], {}, Streams(io.StringIO(), out, sys.stderr))
    if status != 0:
        raise SystemExit(status)
    return out.getvalue()


def with_picture(readme: str) -> str:
    """The README with the current picture between its marks."""
    before, _, rest = readme.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}{picture()}{END}{after}"


if __name__ == "__main__":
    README.write_text(with_picture(README.read_text("utf-8")), "utf-8")
