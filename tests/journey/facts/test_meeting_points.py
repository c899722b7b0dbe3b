"""The points of a conversation: in the order that works, and nothing that one keeps to oneself."""

from __future__ import annotations

from portfolio.journey.facts.meeting_points import points
from portfolio.records.conversations import Need
from tests.builders import a_conversation, a_reflection, an_agreement, having, made


def test_points_to_discuss_needs_what_stands_and_questions_in_that_order() -> None:
    sheet = {"points": "- One\n\n* Two\nTwo", "questions": "Why?", "hard": "kept", "not_shared": "kept"}
    sheet["ask"], sheet["second"] = "- A day a month\n- plan B", "Half a day"
    conversation, before = a_conversation("2025-12-20", sheet=sheet), a_conversation("2025-01-10")
    standing, done = an_agreement(before, "Stands", owner="manager"), an_agreement(before, "Is done", state="done")
    marked, old = (
        a_reflection("2025-05-01", words="Talk about this", discuss=True),
        a_reflection("2024-05-01", words="Old", discuss=True),
    )
    needs = [
        made(Need, "2025-01-01", text="Time", shareable=True),
        made(Need, "2025-01-01", text="Had", answer="Yes", shareable=True),
        made(Need, "2025-01-01", text="Private"),
    ]
    found = points(having(conversation, before, standing, done, marked, old, *needs), conversation)
    assert [(p.sort, p.text) for p in found] == [
        ("point", "One"),
        ("point", "Two"),
        ("ask", "A day a month"),
        ("discuss", "Talk about this"),
        ("need", "Time"),
        ("agreement", "Stands"),
        ("question", "Why?"),
    ]
    assert len({p.key for p in found}) == len(found)


def test_what_is_agreed_in_it_is_no_point_of_it() -> None:
    conversation = a_conversation("2025-12-20")
    assert points(having(conversation, an_agreement(conversation, "Just now")), conversation) == ()
