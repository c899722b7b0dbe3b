"""Growth: start, now and target on a scale, ordinal, with who says so."""

from __future__ import annotations

from datetime import date

import pytest

from portfolio.journey.facts.findings import GrowthFinding
from portfolio.journey.facts.period import Period, the_year_up_to
from portfolio.journey.views.growth import Growth, growth
from portfolio.pictures import as_text, draw
from portfolio.records.record import Record
from portfolio.wording import Words
from tests.builders import TODAY, a_person, a_rating, a_skill, an_evidence, having

YEAR = the_year_up_to(TODAY)


def seen(*records: Record, period: Period = YEAR) -> Growth:
    return growth(having(*records), period, TODAY)


def test_the_start_is_the_level_that_held_when_the_period_began() -> None:
    skill = a_skill(on="2020-01-01")
    (row,) = seen(skill, *(a_rating(skill, n, f"202{n + 2}-06-01") for n in (1, 2, 3))).skills
    assert row.start is not None
    assert row.now is not None
    assert (row.start.level, row.now.level, row.direction) == (2, 3, 1)


def test_without_an_older_rating_the_first_in_the_period_is_the_start() -> None:
    skill = a_skill()
    (row,) = seen(skill, a_rating(skill, 1, "2025-02-01"), a_rating(skill, 3, "2025-03-01")).skills
    assert row.start is not None
    assert row.start.level == 1


def test_a_skill_without_a_rating_has_no_level_which_is_not_level_0() -> None:
    unknown, zero = a_skill("Unknown"), a_skill("Zero")
    first, second = seen(unknown, zero, a_rating(zero, 0, "2025-02-01")).skills
    assert first.now is None
    assert second.now is not None
    assert second.now.level == 0


def test_a_rating_after_today_or_after_the_period_does_not_count() -> None:
    skill = a_skill()
    (row,) = seen(skill, a_rating(skill, 1, "2025-02-01"), a_rating(skill, 5, "2026-02-01")).skills
    assert row.now is not None
    assert row.now.level == 1


def test_each_other_person_counts_once_with_their_latest() -> None:
    skill, boss, peer = a_skill(), a_person("Erik"), a_person("Ruud", "colleague")
    (row,) = seen(
        skill,
        boss,
        peer,
        a_rating(skill, 2, "2025-02-01"),
        a_rating(skill, 1, "2025-03-01", rater=boss),
        a_rating(skill, 4, "2025-04-01", rater=peer),
        a_rating(skill, 3, "2025-05-01", rater=boss),
    ).skills
    assert [(o.who.name if o.who else "", o.level) for o in row.others] == [("Ruud", 4), ("Erik", 3)]
    assert row.now is not None
    assert row.now.who is None


def test_with_ratings_by_others_alone_the_latest_of_them_is_now() -> None:
    skill, boss = a_skill(), a_person()
    (row,) = seen(skill, boss, a_rating(skill, 3, "2025-05-01", rater=boss)).skills
    assert row.now is not None
    assert row.now.who is not None
    assert row.others == ()


def test_other_scales_keep_their_own_steps() -> None:
    english = a_skill("English", scale="cefr", target="C1")
    permit = a_skill("Permit", scale="yes_no")
    own = a_skill("Own", scale="own", anchors={"a first": "", "b second": ""})
    free = a_skill("Free", scale="own")
    rows = seen(
        english,
        permit,
        own,
        free,
        a_rating(english, "B1", "2025-02-01"),
        a_rating(permit, "yes", "2025-02-01"),
        a_rating(own, "b second", "2025-02-01"),
        a_rating(free, "well", "2025-02-01"),
    ).skills
    assert [(r.title, len(r.levels), r.now.position if r.now else None) for r in rows] == [
        ("English", 6, 2),
        ("Permit", 2, 1),
        ("Own", 2, 1),
        ("Free", 0, None),
    ]
    assert rows[0].target_position == 4


def test_evidence_of_the_skill_and_of_its_ratings_counts_once_each() -> None:
    skill = a_skill()
    one = an_evidence("One", skills=[skill])
    two = an_evidence("Two")
    gone = an_evidence("Gone")
    (row,) = seen(skill, one, two, a_rating(skill, 2, "2025-06-01", evidence=[one, two, gone])).skills
    assert row.evidence == 2


def test_the_finding_says_in_how_many_skills_and_which_stands_out() -> None:
    a, b, c = a_skill("A"), a_skill("B"), a_skill("C")
    levels = [(a, 1, "2025-01-20"), (a, 4, "2025-06-01"), (b, 1, "2025-01-20"), (b, 2, "2025-06-01")]
    view = seen(a, b, c, a_skill("No level"), *(a_rating(*level) for level in levels), a_rating(c, 3, "2025-01-20"))
    assert view.finding == GrowthFinding(grew=2, of=4, most="A", rated=3, first=1)


def test_a_first_level_on_the_first_day_of_the_period_is_a_first_level() -> None:
    new, old, first = a_skill("New"), a_skill("Old", on="2024-06-01"), YEAR.since.isoformat()
    view = seen(new, old, a_rating(new, 2, first), a_rating(old, 1, "2024-06-01"), a_rating(old, 3, first))
    assert (view.finding.rated, view.finding.first) == (2, 1)


def test_two_equal_steps_leave_no_winner() -> None:
    a, b = a_skill("A"), a_skill("B")
    both = [a_rating(s, n, d) for s in (a, b) for n, d in ((1, "2025-02-01"), (2, "2025-03-01"))]
    assert seen(a, b, *both).finding.most is None


def test_a_skill_added_after_the_period_is_not_in_it() -> None:
    skill = a_skill(on="2025-11-01")
    assert seen(skill, period=Period(date(2025, 1, 1), date(2025, 6, 30))).is_empty


@pytest.mark.parametrize(
    ("rated", "shown", "aged"),
    [
        ("2023-12-14", None, "2023-12-14"),
        ("2023-12-15", None, None),
        ("2020-01-01", "2022-02-02", "2022-02-02"),
        ("2020-01-01", "2025-02-02", None),
    ],
)
def test_a_level_that_nothing_showed_for_two_years_says_when_it_was_shown_last(
    rated: str, shown: str | None, aged: str | None
) -> None:
    skill = a_skill(on="2019-01-01")
    proof = [an_evidence(on=shown, skills=[skill])] if shown else []
    view = growth(having(skill, a_rating(skill, 2, rated), *proof), YEAR, TODAY)
    (row,) = view.skills
    assert row.aged == (date.fromisoformat(aged) if aged else None)
    assert view.finding.aged == (1 if aged else 0)
    for text in (draw(view, width=80, _=Words("en")).text(), as_text(view, Words("en"))):
        assert ("ast shown on" in " ".join(text.split())) == bool(aged)
        assert ("1 level was last shown more than two years ago." in " ".join(text.split())) == bool(aged)


def test_a_skill_without_a_level_has_not_aged() -> None:
    skill = a_skill(on="2019-01-01")
    view = growth(having(skill, an_evidence(on="2019-02-01", skills=[skill])), YEAR, TODAY)
    assert view.skills[0].aged is None


def test_a_level_that_rose_and_fell_is_told_as_it_went() -> None:
    back, up, down = a_skill("Back"), a_skill("Up"), a_skill("Down")
    levels = [(back, 1), (back, 2), (back, 1), (up, 1), (up, 2), (up, 4), (down, 3), (down, 1)]
    ratings = [a_rating(skill, level, f"2025-0{n + 1}-20") for n, (skill, level) in enumerate(levels)]
    view = seen(back, up, down, *ratings)
    assert [(row.path, row.wandered, row.direction) for row in view.skills] == [
        ((1, 2, 1), True, 0),
        ((1, 2, 4), False, 1),
        ((3, 1), False, -1),
    ]
    assert (view.finding.grew, view.finding.fell, view.finding.back) == (1, 1, 1)
