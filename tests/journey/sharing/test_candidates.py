"""What can be chosen to share: everything that a rule would let go once it is shareable."""

from __future__ import annotations

from portfolio.journey.sharing.candidates import KINDS, can_be_shared
from portfolio.journey.sharing.choice import Choice
from portfolio.journey.sharing.share import export_items, share
from tests.builders import TODAY, a_feedback, a_goal, a_milestone, a_need, a_reflection, a_skill, having

NOTE = a_reflection("2025-03-01", "note", "A note")
NEWER = a_reflection("2025-04-01", "success", "A story", shareable=True)
CHECK_IN = a_reflection("2025-03-01", "checkin", "For myself")
REFUSED = a_feedback("2025-05-01", "Well done", permission="no")
ASKED = a_feedback("2025-06-01", "Well said", permission="not_asked")


def test_private_and_shareable_alike_the_newest_first() -> None:
    assert can_be_shared(having(NOTE, NEWER), "reflection") == (NEWER, NOTE)


def test_what_a_rule_keeps_in_is_not_offered() -> None:
    assert can_be_shared(having(CHECK_IN), "reflection") == ()
    assert can_be_shared(having(REFUSED, ASKED), "feedback") == (ASKED,)
    assert can_be_shared(having(NOTE.but(conflicts={"title": ("x",)})), "reflection") == ()


def test_each_kind_that_is_offered_leaves_when_it_is_shareable() -> None:
    records = having(
        a_goal("Learn", shareable=True), NEWER, a_skill("Faults", shareable=True), a_milestone("Done", shareable=True),
        a_need("Time", shareable=True), a_feedback("2025-05-01", "Well done", permission="yes", shareable=True),
    )  # fmt: skip
    going = {item.id for item in export_items(share(records, Choice(), TODAY))}
    offered = {record.id for kind in KINDS for record in can_be_shared(records, kind)}
    assert offered == going
