"""The few moments that tell a period."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from portfolio.journey.facts.moments import Moment, MomentKind
from portfolio.journey.facts.period import Period
from portfolio.journey.facts.year import MOST, moments_to_tell

YEAR = Period(date(2025, 1, 1), date(2025, 12, 31))
KINDS: tuple[MomentKind, ...] = (
    "goal_started",
    "goal_reached",
    "goal_paused",
    "goal_dropped",
    "level_first",
    "level_up",
    "level_down",
    "level_other",
    "story",
    "milestone",
    "certificate",
    "conversation",
    "shared_knowledge",
)


def a_moment(kind: MomentKind, on: str | date, text: str = "") -> Moment:
    """A moment of a kind on a day."""
    day = date.fromisoformat(on) if isinstance(on, str) else on
    return Moment(f"{day}{kind}{text}", day, kind, text or kind)


def told(*found: Moment) -> list[tuple[str, MomentKind]]:
    """The day and kind of the moments that are told."""
    by_day = sorted(found, key=lambda moment: (moment.date, moment.id))
    return [(moment.date.isoformat(), moment.kind) for moment in moments_to_tell(by_day, YEAR)]


def test_it_begins_with_the_first_and_has_the_last_conversation_only() -> None:
    found = [a_moment("goal_started", "2025-01-13"), a_moment("conversation", "2025-02-12")]
    found += [a_moment("story", "2025-05-20"), a_moment("conversation", "2025-12-10")]
    assert told(*found) == [
        ("2025-01-13", "goal_started"),
        ("2025-05-20", "story"),
        ("2025-12-10", "conversation"),
    ]


def test_what_stopped_or_fell_or_was_only_begun_again_is_not_told() -> None:
    quiet: tuple[MomentKind, ...] = ("goal_paused", "goal_dropped", "level_down", "level_other", "level_changed")
    assert told(*(a_moment(kind, f"2025-0{n}-01") for n, kind in enumerate(quiet, 2))) == []


def test_of_two_on_one_day_the_one_that_tells_more_is_told() -> None:
    found = a_moment("level_up", "2025-04-22"), a_moment("certificate", "2025-04-22")
    assert told(a_moment("goal_started", "2025-01-13"), *found)[1:] == [("2025-04-22", "certificate")]


def test_a_milestone_that_repeats_the_certificate_of_its_day_stands_for_both() -> None:
    found = (
        a_moment("certificate", "2025-04-22", "F-gas certificate"),
        a_moment("milestone", "2025-04-22", "Certificate earned"),
    )
    assert told(a_moment("goal_started", "2025-01-13"), *found)[1:] == [("2025-04-22", "milestone")]


def test_many_moments_of_one_month_do_not_push_out_the_rest_of_the_year() -> None:
    crowd = [a_moment("certificate", date(2025, 3, 1) + timedelta(days=n)) for n in range(20)]
    rest = [a_moment("level_up", f"2025-{month:02}-15") for month in (1, 5, 7, 9, 11)]
    days = [day for day, _kind in told(*crowd, *rest)]
    assert [day for day in days if not day.startswith("2025-03")] == [each.date.isoformat() for each in rest]


@given(st.lists(st.tuples(st.sampled_from(KINDS), st.integers(0, 364)), max_size=40))
def test_at_most_seven_by_date_each_on_a_day_of_its_own_but_the_ends(drawn: list[tuple[MomentKind, int]]) -> None:
    found = sorted(
        (a_moment(kind, YEAR.since + timedelta(days=n), str(at)) for at, (kind, n) in enumerate(drawn)),
        key=lambda moment: (moment.date, moment.id),
    )
    kept = moments_to_tell(found, YEAR)
    assert len(kept) <= MOST
    assert set(kept) <= set(found)
    assert list(kept) == sorted(kept, key=lambda moment: (moment.date, moment.id))
    between = [moment.date for moment in kept if moment.kind != "conversation"]
    assert len(between) == len(set(between))
