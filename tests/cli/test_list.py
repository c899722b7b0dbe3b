"""Order, number and person of a list, as text, as JSON and as ids."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from portfolio.journey.search.order import ORDERS
from tests.cli.conftest import Cli

Add = Callable[..., str]


@pytest.fixture
def three(added: Add) -> list[str]:
    """Three goals: their ids, by date."""
    return [
        added("goal", "Wegen", "--date", "2026-01-01", "--due", "2027-03-01"),
        added("goal", "ámbacht", "--date", "2026-02-01"),
        added("goal", "Meten", "--date", "2026-03-01", "--due", "2027-01-01"),
    ]


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ((), (0, 1, 2)),
        (("--reverse",), (2, 1, 0)),
        (("--limit", "2"), (0, 1)),
        (("--limit", "9"), (0, 1, 2)),
        (("--reverse", "--limit", "1"), (2,)),
        (("--sort", "title"), (1, 2, 0)),
        (("--sort", "title", "--reverse", "--limit", "2"), (0, 2)),
        (("--sort", "due"), (2, 0, 1)),
        (("--sort", "due", "--reverse"), (0, 2, 1)),
        (("--sort", "due", "--since", "2026-02-01"), (2, 1)),
    ],
)
def test_text_json_and_ids_have_the_same_order(
    options: tuple[str, ...], expected: tuple[int, ...], cli: Cli, three: list[str]
) -> None:
    wanted = [three[n] for n in expected]
    assert [each["id"] for each in cli("list", *options, "--json").json] == wanted
    assert cli("list", *options, "--ids").lines == wanted
    assert [line.split()[1] for line in cli("list", *options).lines] == [each[-8:] for each in wanted]


def test_the_last_change_counts(cli: Cli, three: list[str]) -> None:
    cli("edit", three[0], "--why", "omdat")
    assert cli("list", "--sort", "changed", "--ids").lines[-1] == three[0]
    assert cli("list", "--sort", "created", "--ids").lines == three


def test_every_order_works_on_every_kind(cli: Cli, three: list[str], added: Add) -> None:
    added("note", "x")
    added("rating", "y", "--skill", added("skill", "Luisteren"), "--level", "2")
    for order in ORDERS:
        assert len(cli("list", "--sort", order).lines) == 6


def test_titles_are_sorted_as_they_are_shown(cli: Cli, added: Add) -> None:
    skill = added("skill", "Zagen")
    rating = added("rating", "x", "--skill", "Zagen", "--level", "2")
    goal = added("goal", "Zebra")
    assert cli("list", "--sort", "title", "--ids").lines == [skill, rating, goal]


def test_a_person_by_name_by_the_end_of_the_id_and_without_capitals(cli: Cli, added: Add) -> None:
    feedback = added("feedback", "Goed", "--from", "Ruud")
    added("feedback", "Goed", "--from", "Erik")
    ruud = next(each["id"] for each in cli("list", "person", "--json").json if each["name"] == "Ruud")
    for name in ("Ruud", "ruud", ruud, ruud[-6:]):
        assert cli("list", "--person", name, "--ids").lines == [ruud, feedback]
    assert cli("list", "feedback", "--person", "Ruud", "--ids").lines == [feedback]
    assert cli("list", "goal", "--person", "Ruud").out == ""


def test_an_ambiguous_or_unknown_person_is_refused(cli: Cli, added: Add) -> None:
    one, two = added("person", "Jan"), added("person", "Jan")
    both = cli("list", "--person", "Jan")
    assert (both.status, both.out) == (2, "")
    assert one[-8:] in both.err and two[-8:] in both.err
    assert cli("list", "--person", "Piet").status == 1
    added("goal", "Klaas")
    assert cli("list", "--person", "Klaas").status == 1
