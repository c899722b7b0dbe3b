"""What hands did to the data file, as the command line shows it."""

from __future__ import annotations

import io
import json
import os
from pathlib import Path

from portfolio.cli.context import Streams
from portfolio.cli.main import run
from portfolio.records.kinds import PROFILE_ID


def leerreis(*arguments: str) -> str:
    """What a command prints; it must succeed."""
    out, err = io.StringIO(), io.StringIO()
    assert run(arguments, dict(os.environ), Streams(io.StringIO(), out, err)) == 0, err.getvalue()
    return out.getvalue()


def test_a_key_that_is_no_number_of_a_record_hides_no_other_record(home: Path) -> None:
    leerreis("add", "goal", "Measure twice")
    tables = json.loads((home / "leerreis.json").read_bytes())
    for key in ("007", str(2**128), "²", "name"):
        tables["goals"][key] = {"title": "typed by hand"}
    (home / "leerreis.json").write_text(json.dumps(tables), "utf-8")
    for _time in range(2):  # read as somebody else's words, and then as our own
        assert [goal["title"] for goal in json.loads(leerreis("list", "goal", "--json"))] == ["Measure twice"]
        leerreis("add", "note", "written after it")
    kept = json.loads((home / "leerreis.json").read_bytes())["goals"]
    assert [kept[key] for key in ("007", str(2**128), "²", "name")] == [{"title": "typed by hand"}] * 4


def test_a_record_with_an_id_that_was_agreed_on_was_made_when_it_was_first_written(home: Path) -> None:
    leerreis("add", "profile", "Sam")
    profile = json.loads(leerreis("show", PROFILE_ID, "--json"))
    assert profile["created"] == profile["modified"] > "2020"
    assert profile["date"] > "2020"
    assert json.loads(leerreis("list", "profile", "--json"))[0]["created"] == profile["created"]
