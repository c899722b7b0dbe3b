"""What a command tells beside its result: who was made, what was not kept, and by which day a list is ordered."""

from __future__ import annotations

import os
from pathlib import Path

from tests.cli.conftest import Cli


def test_a_person_made_beside_one_of_that_name_is_told(cli: Cli) -> None:
    cli("add", "person", "Priya Shah")
    told = cli("add", "goal", "Read plans", "--helpers", "Priya").err
    assert "“Priya” is a new person, beside “Priya Shah”." in told
    assert "new person" not in cli("add", "goal", "Read more", "--helpers", "Bart").err


def test_no_draft_is_made_of_no_words(cli: Cli, home: Path) -> None:
    result = cli("add", "note", "-", stdin="")
    assert result.status != 0
    assert "draft" not in result.err
    assert not [name for _folder, _folders, names in os.walk(home) for name in names if "draft" in name]


def test_a_list_by_due_day_shows_that_day(cli: Cli) -> None:
    cli("add", "goal", "Read plans", "--due", "2027-03-31")
    cli("add", "agreement", "A course", "--due", "2027-02-01")
    listed = cli("list", "--sort", "due").out.splitlines()
    assert [line.rpartition("(")[2] for line in listed] == ["by 2027-02-01)", "review date 2027-03-31)"]
    assert "2027" not in cli("list").out


def test_what_would_be_included_names_a_rating_by_its_skill(cli: Cli) -> None:
    skill = cli("add", "skill", "Spark").out.strip()
    rating = cli("add", "rating", "--skill", "Spark", "--level", "2").out.strip()
    cli("share", skill, rating)
    assert "rating: Spark: 2 With help" in cli("export", "--dry-run").err
