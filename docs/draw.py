"""Writes what the documents show, from the demo: the picture in the README, the JSON shapes of docs/command-line.md,
and the portfolio that would be handed over, in full.

    make picture

A test compares the result with what stands there, so none can fall behind the program.
"""

from __future__ import annotations

import io
import json
import re
import sys
import tempfile
from pathlib import Path
from typing import Any

from portfolio.cli.context import Streams
from portfolio.cli.main import run

HERE = Path(__file__).resolve().parent
README = HERE.parent / "README.md"
COMMANDS = HERE / "command-line.md"
BEGIN, END = "<!-- journey -->\n```text\n", "```\n<!-- /journey -->"
_SHAPE = re.compile(r"<!-- json: ([^\n]+) -->\n(?:\n```json\n.*?\n```\n)?", re.DOTALL)
_ID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}")
_INSTANT = re.compile(r"\d{4}-\d\d-\d\dT[0-9:.]+Z")
_BACKUP = re.compile(r"\d{8}-\d{6}-\d{3}")
_DAYS = re.compile(r'"days_left": \d+')
_FOLDER = re.compile(r'"[^"]*leerreis-demo-[^/"]*')


PREPARED = {
    "bin": (
        ("add", "goal", "Klanten rustig uitleg geven"),
        ("add", "step", "Tien vaktermen opschrijven", "--goal", "Klanten rustig uitleg geven"),
        ("delete", "Klanten rustig uitleg geven", "--with-parts"),
    ),
    "backups": (("add", "goal", "Klanten rustig uitleg geven"),),
}
"""What is done first, in a portfolio of its own, to have something to show."""


def lived(*arguments: str) -> str:
    """What `leerreis ARGUMENTS` prints after what its command needs was done."""
    out = io.StringIO()
    with tempfile.TemporaryDirectory() as home:
        environment = {"LEERREIS_HOME": home, "LANG": "nl_NL.UTF-8"}
        for each in PREPARED[arguments[0]]:
            run(each, environment, Streams(io.StringIO(), io.StringIO(), io.StringIO()))
        run(arguments, environment, Streams(io.StringIO(), out, io.StringIO()))
    return out.getvalue()


def output(*arguments: str) -> str:
    """What `leerreis demo ARGUMENTS` prints."""
    out = io.StringIO()
    status = run(["demo", *arguments], {}, Streams(io.StringIO(), out, io.StringIO()))
    if status != 0:
        raise SystemExit(f"leerreis demo {' '.join(arguments)}: exit status {status}")
    return out.getvalue()


def with_picture(readme: str) -> str:
    """The README with the current picture between its marks."""
    before, _, rest = readme.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}{output('--lang', 'en', 'journey', '--width', '78')}{END}{after}"


def with_shapes(commands: str) -> str:
    """The page with a current example behind each mark: lists cut short, ids, instants and paths made plain."""

    def shape(mark: re.Match[str]) -> str:
        words = _line(mark[1])
        printed = lived(*words, "--json") if words[0] in PREPARED else output("--lang", "nl", *words, "--json")
        value = json.loads(printed)
        value = _added(value) if words[0] == "show" else value
        example = json.dumps(_short(value), ensure_ascii=False, indent=1)
        example = _DAYS.sub('"days_left": 30', _BACKUP.sub("20251215-160000-000", example))
        plain = _INSTANT.sub("2025-12-15T16:00:00.000Z", _ID.sub("0199...", example))
        plain = _FOLDER.sub('"/home/samir', plain)
        return f"<!-- json: {mark[1]} -->\n\n```json\n{plain}\n```\n"

    return _SHAPE.sub(shape, commands)


def _added(shown: dict[str, Any]) -> dict[str, Any]:
    """The keys that `show` has and `list` has not; of each related record only the first fields."""
    first = ("id", "kind", "date")
    related = {kind: [{key: each[key] for key in first} for each in held] for kind, held in shown["related"].items()}
    return {"id": shown["id"], "kind": shown["kind"], "related": related, "history": shown["history"]}


def _line(mark: str) -> list[str]:
    """The words of a mark; a title of several words comes last, after `show` or `skill`."""
    for before in ("show ", "journey skill "):
        if mark.startswith(before):
            return [*before.split(), mark.removeprefix(before)]
    return mark.split()


def _short(value: Any) -> Any:
    """The same shape with lists of objects cut to the member that has most in it, and long lists to three."""
    if isinstance(value, dict):
        return {key: _short(each) for key, each in value.items()}
    if isinstance(value, list) and value and isinstance(value[0], dict | list):
        return [_short(max(value, key=lambda each: len(json.dumps(each))))]
    return value[:3] if isinstance(value, list) else value


PORTFOLIOS = {"nl": HERE / "portfolio-van-samir.md", "en": HERE / "portfolio-of-samir.md"}
"""The whole portfolio of the example, as it would be handed over."""


def portfolio_in(language: str) -> str:
    """What the example hands over, in full, with the proposed lines confirmed."""
    return output("--lang", language, "export", "--glance", "proposed")


def main() -> int:
    """Write all of it anew."""
    for language, path in PORTFOLIOS.items():
        path.write_text(portfolio_in(language), "utf-8")
    README.write_text(with_picture(README.read_text("utf-8")), "utf-8")
    COMMANDS.write_text(with_shapes(COMMANDS.read_text("utf-8")), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
