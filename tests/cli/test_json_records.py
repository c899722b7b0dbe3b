"""Records handed over as JSON: what cannot be read is named by its line, its title and its field."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Cli
from tests.cli.test_edit import Editor, editor

__all__ = ["editor"]
HALF = "\\ud800"
GOOD = '{"kind": "goal", "title": "One"}'


def _refused(cli: Cli, text: str, path: Path | None = None) -> str:
    if path is not None:
        path.write_text(text, "utf-8")
    result = cli("add", "--from-json", str(path) if path else "-", stdin="" if path else text)
    assert (result.status, result.out) == (2, "")
    assert cli("list", "--json").status == 1, "nothing was added"
    return result.err.splitlines()[-1]


@pytest.mark.parametrize("from_file", [False, True])
@pytest.mark.parametrize(
    ("broken", "said"),
    [
        ('{"kind": "goal", "title": "Three", "why": "x"', "line 4, “Three”, why"),
        ('{"kind": "goal", "title": "Three", "why": x}', "line 4, “Three”, why"),
        ('{"why": NaN, "kind": "goal"}', "line 4"),
        ("nonsense", "line 4"),
        ('{"kind": "goal", "title": "Three", "title": "Four"}', "“title” is there twice on line 4 “Three”"),
    ],
)
def test_a_broken_line_is_named(cli: Cli, tmp_path: Path, from_file: bool, broken: str, said: str) -> None:
    text = f"{GOOD}\n\n{GOOD}\n{broken}\n{GOOD}\n"
    assert said in _refused(cli, text, tmp_path / "in.ndjson" if from_file else None)


def test_the_first_line_can_be_the_broken_one(cli: Cli) -> None:
    assert "line 1, “One”, why" in _refused(cli, '{"kind": "goal", "title": "One", "why": }\n' + GOOD)


def test_a_value_that_cannot_be_is_named_by_its_line(cli: Cli) -> None:
    text = f'{GOOD}\n\n{{"kind": "goal", "title": "Two", "why": 3}}'
    assert "line 3 “Two”, why: This must be text." in _refused(cli, text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[{"kind": "goal",\n "title": "One",\n "why": oops}]', "line 3, “One”, why"),
        ('{\n"kind": "goal",\n"title" "One"}', "line 3, kind"),
        ('[{"kind": "goal", "title": "One", "title": "Two"}]', "“title” is there twice"),
        ("", "There is nothing in"),
    ],
)
def test_other_json_is_named_by_its_line_too(cli: Cli, text: str, said: str) -> None:
    assert said in _refused(cli, text)


def test_half_a_character_is_kept_as_it_came(cli: Cli, home: Path, editor: Editor) -> None:
    """A lone surrogate can't be written in UTF-8; JSON has an escape for it, and so has the file."""
    text = f'{{"kind": "evidence", "title": "a {HALF} b", "context": "some words", "tags": ["{HALF}"]}}'
    added = cli("add", "--from-json", "-", stdin=text)
    assert added.status == 0, added.err
    identity = added.out.strip()
    editor("s = s.replace('some', 'other')")
    assert cli("edit", identity).status == 0
    held = cli("show", identity, "--json").json
    assert (held["title"], held["context"], held["tags"]) == ("a \ud800 b", "other words", ["\ud800"])
    for line in ("list", "check", "tags", "search words", "export --dry-run", "ready", "calendar", "journey"):
        assert "Traceback" not in (said := cli(*line.split())).err + said.out
        assert said.status == 0, (line, said.err)
    assert HALF in (home / "leerreis.json").read_text("utf-8")
    assert json.loads(cli("list", "--json").out)


def test_a_link_to_half_a_character_leads_there(cli: Cli, added: Callable[..., str]) -> None:
    text = f'[{{"kind": "skill", "title": "{HALF}"}}, {{"kind": "rating", "skill": "{HALF}", "level": 2}}]'
    assert cli("add", "--from-json", "-", stdin=text).status == 0
