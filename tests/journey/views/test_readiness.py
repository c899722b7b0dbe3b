"""Ready or not: what lacks proof, how the year is spread, what was forgotten, what was agreed."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given

from portfolio.journey.facts.conversations import since_last_conversation
from portfolio.journey.facts.period import Period, the_year_up_to
from portfolio.journey.views.readiness import Readiness, readiness
from portfolio.pictures.canvas import row_cells
from portfolio.pictures.readiness import draw
from portfolio.pictures.signs import ASCII, UNICODE
from portfolio.records.record import Record
from portfolio.wording import Words
from tests.builders import (
    TODAY,
    a_conversation,
    a_goal,
    a_milestone,
    a_person,
    a_rating,
    a_reflection,
    a_skill,
    a_step,
    an_agreement,
    an_evidence,
    having,
)
from tests.strategies import WHOLE, Drawn, portfolios

YEAR = the_year_up_to(TODAY)
PROVEN = {"shows": "I can", "own_part": "All of it", "context": "one"}


def seen(*records: Record, period: Period = YEAR) -> Readiness:
    return readiness(having(*records), period, TODAY)


def text(view: Readiness) -> str:
    return draw(view, width=100, _=Words("en")).text()


def test_a_claim_says_what_it_lacks_and_is_proven_when_it_lacks_nothing() -> None:
    skill, bare = a_skill("Faults"), a_skill("Listening")
    proofs = [an_evidence(str(n), on="2025-06-01", skills=[skill], **{**PROVEN, "context": str(n)}) for n in (1, 2)]
    view = seen(skill, bare, a_rating(skill, 3, "2025-06-01"), a_rating(bare, 2, "2025-06-01"), *proofs)
    assert [(c.title, c.proven, c.lacks) for c in view.claims] == [
        ("Faults", True, ()),
        ("Listening", False, ("none",)),
    ]
    assert (view.finding.proven, view.finding.of, view.finding.next) == (1, 2, "Listening")
    assert "✓ Faults: 3 Independent · 2 pieces of evidence" in text(view)
    assert "? Listening: 2 With help · no evidence yet" in text(view)


def test_a_skill_without_a_level_of_ones_own_is_no_claim() -> None:
    skill, person = a_skill("Faults"), a_person("Ruud")
    assert seen(skill, person, a_rating(skill, 3, "2025-06-01", rater=person)).claims == ()


def test_a_goal_lacks_what_nobody_can_see_yet() -> None:
    goal = a_goal("Solve", "2025-02-01")
    whole = a_goal("Plan", "2025-02-01", sign="Ten plans", due="2026-03-01")
    view = seen(goal, whole, a_step(whole, done_on="2025-03-01"), an_evidence(goals=[whole]))
    assert [row.lacks for row in view.goals] == [("nothing_done", "no_evidence", "no_sign", "no_check_date"), ()]


def test_the_months_count_what_may_be_shared_and_thin_ones_name_what_was_forgotten() -> None:
    told = a_reflection("2025-03-01", "success", "Shared", shareable=True)
    hidden = a_reflection("2025-03-02", "success", "Beside it")
    alone, plain = a_milestone("First time alone", "2025-07-01"), a_reflection("2025-07-02", "note", "Just a note")
    view = seen(told, hidden, alone, plain)
    assert {(m.year, m.month): m.shareable for m in view.months}[2025, 3] == 1
    assert sum(m.shareable for m in view.months) == 1
    assert [f.text for f in view.forgotten] == ["First time alone"]
    assert "First time alone" in text(view)
    assert "Just a note" not in text(view)


def test_where_others_say_another_level_both_are_said() -> None:
    skill, person = a_skill("Faults"), a_person("Ruud", "colleague")
    same, other = a_rating(skill, 2, "2025-06-01"), a_rating(skill, 3, "2025-06-02", rater=person)
    assert "Faults: I say 2, Ruud says 3" in text(seen(skill, person, same, other))
    agreed = a_rating(skill, 2, "2025-06-02", rater=person)
    assert "says" not in text(seen(skill, person, same, agreed))


def test_agreements_stand_open_ones_first_and_a_day_that_is_over_is_looked_at() -> None:
    conversation = a_conversation("2025-06-01")
    late = an_agreement(conversation, "Late", due="2025-09-01", on="2025-06-01")
    coming = an_agreement(conversation, "Coming", due="2026-02-01", on="2025-06-01", owner="manager")
    done = an_agreement(conversation, "Done", state="done", on="2025-06-01")
    old = an_agreement(conversation, "Of long ago", state="done", on="2020-06-01")
    view = seen(conversation, late, coming, done, old)
    assert [(p.text, p.late) for p in view.agreements] == [("Late", True), ("Coming", False), ("Done", False)]
    assert "? Late" in text(view)
    assert "✓ Done" in text(view)
    assert "• Coming · Manager · by 1 Feb 2026 · open" in text(view)


@pytest.mark.parametrize(
    ("conversations", "since"),
    [((), date(2024, 12, 16)), (("2025-06-01",), date(2025, 6, 1)), (("2025-06-01", "2025-12-01"), date(2025, 6, 1))],
)
def test_the_period_begins_with_the_last_conversation_that_is_a_while_ago(
    conversations: tuple[str, ...], since: date
) -> None:
    assert since_last_conversation(having(*map(a_conversation, conversations)), TODAY).since == since


def test_with_nothing_yet_it_says_what_will_be_here() -> None:
    assert seen().is_empty
    assert "Before a conversation you will see here" in text(seen())


@WHOLE
@given(portfolios())
def test_any_portfolio_fits_any_width_and_every_line_leads_to_a_record(one: Drawn) -> None:
    records = one.all()
    view = readiness(records, YEAR, TODAY)
    for width in (40, 80, 120):
        for signs in (UNICODE, ASCII):
            picture = draw(view, width=width, _=Words("nl"), signs=signs)
            assert all(row_cells(row) <= width for row in picture.rows)
            assert all(records.get(identity) is not None for place in picture.places for identity in place.ids)


def test_a_period_that_is_over_is_told_as_of_its_end() -> None:
    conversation = a_conversation("2025-01-10")
    settled = an_agreement(conversation, "Settled later", state="done", state_on="2025-09-01", due="2025-03-01")
    unknown = an_agreement(conversation, "Nobody noted when", state="done")
    later = an_agreement(a_conversation("2025-08-01"), "Agreed later")
    goal = a_goal("Achieved later", state="achieved", achieved_on="2025-09-01")
    proof = an_evidence("Later", "2025-08-01", goals=[goal])
    half = Period(date(2025, 1, 1), date(2025, 6, 30))
    view = seen(conversation, settled, unknown, later, goal, proof, period=half)
    assert [(p.text, p.state, p.late) for p in view.agreements] == [
        ("Settled later", "open", True),
        ("Nobody noted when", "unknown", False),
    ]
    assert [(g.title, g.state, g.evidence) for g in view.goals] == [("Achieved later", "active", 0)]
