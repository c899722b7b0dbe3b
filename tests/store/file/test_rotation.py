"""Which copies of earlier are kept: a pure function of when they were made."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from portfolio.store.file.rotation import AT_MOST, BEFORE, DAYS, MONTHS, SAVES, WHYS, Taken, kept

NOW = datetime(2026, 11, 25, 20, 0, tzinfo=UTC)
moments = st.integers(-5 * 365 * 24 * 60, 400 * 24 * 60).map(lambda minutes: NOW + timedelta(minutes=minutes))
copies = st.lists(st.builds(Taken, moments, st.sampled_from(WHYS)), max_size=150).map(
    lambda found: [each for n, each in enumerate(found) if each.at not in {other.at for other in found[:n]}]
)
lately = st.lists(st.integers(1, 60 * 24 * 40), min_size=1, max_size=150, unique=True).map(
    lambda minutes: [Taken(NOW - timedelta(minutes=each), "save") for each in minutes]
)


@given(copies)
def test_what_is_kept_was_there_and_is_never_more_than_so_many(taken: list[Taken]) -> None:
    found = kept(taken, NOW)
    assert found <= set(taken)
    assert len(found) <= AT_MOST
    assert len(found) == len(taken) or len(found) >= min(len(taken), SAVES)


@given(copies)
def test_the_last_saves_are_kept_whatever_a_clock_that_was_ahead_did(taken: list[Taken]) -> None:
    past = sorted((each for each in taken if each.at <= NOW), reverse=True)
    assert set(past[:SAVES]) <= kept(taken, NOW)


@given(copies)
def test_of_each_day_and_month_lately_the_last_one_is_kept(taken: list[Taken]) -> None:
    past = [each for each in taken if each.at <= NOW]
    found = kept(past, NOW)
    for most, mark in ((DAYS, "%Y-%m-%d"), (MONTHS, "%Y-%m")):
        marks = sorted({each.at.strftime(mark) for each in past}, reverse=True)[:most]
        assert {max(e for e in past if e.at.strftime(mark) == each) for each in marks} <= found


@given(copies)
def test_copies_from_before_a_big_act_outlive_the_saves_after_it(taken: list[Taken]) -> None:
    past = [each for each in taken if each.at <= NOW]
    before = sorted((each for each in past if each.why != "save"), reverse=True)[:BEFORE]
    assert set(before) <= kept(past, NOW)


@given(copies)
def test_keeping_twice_keeps_the_same(taken: list[Taken]) -> None:
    found = kept(taken, NOW)
    assert kept(found, NOW) == found


@given(lately, st.integers(0, 150))
def test_dropping_with_every_save_ends_where_dropping_once_ends(taken: list[Taken], first: int) -> None:
    ordered = sorted(taken)
    early = kept(ordered[:first], NOW)
    assert kept([*early, *ordered[first:]], NOW) == kept(ordered, NOW)


def test_a_decade_of_evenings_keeps_ten_saves_thirty_days_and_twelve_months() -> None:
    evenings = [Taken(NOW - timedelta(days=n), "save") for n in range(3650)]
    found = sorted(kept(evenings, NOW), reverse=True)
    assert found[:DAYS] == evenings[:DAYS]
    assert len({(each.at.year, each.at.month) for each in found}) == MONTHS
    assert len(found) == 40  # the last of the two months within the thirty days are among those


def test_a_clock_a_year_ahead_drops_nothing_for_that() -> None:
    evenings = [Taken(NOW - timedelta(days=n), "save") for n in range(60)]
    assert kept(evenings, NOW + timedelta(days=366)) == kept(evenings, NOW)


def test_after_a_day_of_many_saves_the_copy_from_before_the_merge_is_still_there() -> None:
    merge = Taken(NOW - timedelta(hours=12), "merge")
    saves = [Taken(NOW - timedelta(minutes=n), "save") for n in range(200)]
    assert kept([merge, *saves], NOW) == {merge, *saves[:SAVES]}
