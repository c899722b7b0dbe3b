"""A whole week, once with keys in Dutch and once with the mouse in English: five evenings to a portfolio."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest

from portfolio.wording.levels import level_label
from portfolio.wording.names import capital, choice_label, field_label
from portfolio.wording.prompts import prompt_question, template_name, template_use
from tests.stories.telling import Hands, Keys, Mouse, left, opened_app, saved, stored, typed

pytestmark = pytest.mark.slow

EVENINGS: Final = {
    "2025-12-08": "Filter first at Jansen",
    "2025-12-09": "Rang before leaving",
    "2025-12-10": "Read the boiler drawing",
    "2025-12-11": "Asked Omar along",
    "2025-12-12": "Measured before opening",
}
FRIDAY: Final = "2025-12-12"
SKILL: Final = "Fault finding"
PROOF: Final = "Report of pump 7"
SAID: Final = "You explain calmly"
MINE: Final = "Follow the course"
THEIRS: Final = "Pay for the course"
REVIEW: Final = "Keep asking sooner"


@pytest.mark.parametrize("hands", [Keys("nl"), Mouse("en")], ids=["keys, Dutch", "mouse, English"])
def test_a_whole_week_from_the_first_evening_to_the_document(hands: Hands, tmp_path: Path) -> None:
    for day, words in EVENINGS.items():
        an_evening(hands, day, words)
    a_weekly_review(hands)
    one_feedback(hands)
    a_rating_with_new_evidence(hands)
    a_conversation_with_two_agreements(hands)
    document = an_export(hands, tmp_path / "portfolio.md")
    assert SKILL in document
    assert PROOF in document
    for private in (*EVENINGS.values(), SAID, MINE, THEIRS, REVIEW, "Sanne"):
        assert private not in document
    what_lies_in_the_file()


def an_evening(hands: Hands, day: str, words: str) -> None:
    with opened_app(day, hands.language) as terminal:
        hands.take(terminal)
        hands.choose(prompt_question("three_minutes", "progress", hands.words)[:30])
        terminal.wait_for(hands.words("question {n} of {all}").format(n=1, all=3))
        typed(terminal, words)
        hands.do("ctrl+s", "save")
        saved(terminal, hands.language)
        terminal.wait_for(words)
        terminal.hand_rests()
        left(terminal)


def a_weekly_review(hands: Hands) -> None:
    _ = hands.words
    with opened_app(FRIDAY, hands.language) as terminal:
        hands.take(terminal)
        hands.go("2 Reflections")
        hands.do("n", "new")
        hands.choose(_("All questions, by name"))
        terminal.wait_for(_("What do you want to write?"))
        terminal.wait_for(template_use("note", _))
        terminal.press("week")
        terminal.wait_till_gone(template_use("note", _))
        hands.choose(template_name("week", _))
        terminal.wait_for(_("question {n} of {all}").format(n=1, all=8))
        for words in EVENINGS.values():
            terminal.wait_for(words)  # the week stands there before anything is asked
        hands.do("enter", "next")
        terminal.wait_for(_("question {n} of {all}").format(n=2, all=8))
        typed(terminal, REVIEW)
        hands.do("ctrl+s", "save")
        saved(terminal, hands.language)
        terminal.wait_for(REVIEW)


def one_feedback(hands: Hands) -> None:
    _ = hands.words
    with opened_app(FRIDAY, hands.language) as terminal:
        hands.take(terminal)
        hands.go("4 Feedback")
        hands.do("n", "new")
        hands.choose(_("Feedback that I received"))
        terminal.wait_for(f"▸ {field_label('what', _, 'feedback')}")
        typed(terminal, SAID)
        hands.open_field(field_label("from", _, "feedback"))
        terminal.wait_for("╰")
        typed(terminal, "Sanne")
        terminal.wait_for("│ Sanne")
        hands.choose(_("New {kind}: {name}").format(kind=_("person"), name="Sanne"))
        terminal.wait_till_gone("╰")
        hands.do("ctrl+s", "save")
        saved(terminal, hands.language)
        hands.choose(_("Later"))
        terminal.wait_for(SAID)


def a_rating_with_new_evidence(hands: Hands) -> None:
    _ = hands.words
    with opened_app(FRIDAY, hands.language) as terminal:
        hands.take(terminal)
        hands.go("5 Skills")
        hands.do("n", "new")
        hands.choose(_("A skill"))
        terminal.wait_for(f"▸ {field_label('title', _, 'skill')}")
        typed(terminal, SKILL)
        hands.do("ctrl+s", "save")
        saved(terminal, hands.language)
        hands.do("a", "add")
        hands.choose(_("A rating: which level, and what shows it"))
        terminal.wait_for(f"▸ {field_label('level', _, 'rating')}")
        hands.open_field(field_label("level", _, "rating"))
        hands.choose(level_label(3, _))
        terminal.wait_for(f"▸ {field_label('reason', _, 'rating')}")
        typed(terminal, "Found it alone")
        hands.open_field(field_label("evidence", _, "rating"))
        terminal.wait_for("╰")
        typed(terminal, PROOF)
        terminal.wait_for(f"│ {PROOF}")
        hands.choose(_("New {kind}: {name}").format(kind=_("evidence"), name=PROOF))
        terminal.wait_for(f"✓ {PROOF}")
        hands.choose(_.context("answer", "Done"))
        terminal.wait_till_gone("╰")
        hands.do("ctrl+s", "save")
        saved(terminal, hands.language)
        terminal.wait_for(PROOF)
        for title in (SKILL, PROOF):
            hands.point(title)
            hands.do("s", "share")
            if title == SKILL:  # its level leaves only when the rating does
                hands.choose(_("Include {parts}").partition("{")[0])
            two = _("{n} records are shareable. They leave only when you export them.").format(n=2)
            terminal.wait_for(two if title == SKILL else _("Shareable. It leaves only when you export it."))
            hands.step_back()


def a_conversation_with_two_agreements(hands: Hands) -> None:
    _ = hands.words
    with opened_app(FRIDAY, hands.language, size=(80, 40)) as terminal:
        hands.take(terminal)
        hands.go("7 Conversation")
        hands.do("n", "new")
        hands.choose(_("A conversation, planned or held"))
        terminal.wait_for(f"▸ {field_label('sort', _, 'conversation')}")
        hands.field(field_label("date", _, "conversation"))
        typed(terminal, FRIDAY)
        hands.field(field_label("place", _, "conversation"))
        typed(terminal, "Room 3")
        hands.open_field(field_label("consequences", _, "conversation"))
        no = choice_label("consequences", "no", _, "conversation")  # else no level leaves
        hands.choose(f"{no}     ")  # the row, and not a word that begins alike
        hands.do("ctrl+s", "save")
        conversation = capital(choice_label("sort", "development", _, "conversation"))
        saved(terminal, hands.language)
        terminal.wait_for(conversation)
        for addition, words in (
            ("An agreement: what I do", MINE),
            ("An agreement: what the other person does", THEIRS),
        ):
            hands.point("Room 3")
            hands.do("a", "add")
            hands.choose(_(addition))
            terminal.wait_for(f"▸ {field_label('text', _, 'agreement')}")
            typed(terminal, words)
            hands.do("ctrl+s", "save")
            saved(terminal, hands.language)
            terminal.wait_for(words)
            hands.step_back()


def an_export(hands: Hands, path: Path) -> str:
    """The document, which is what was read on the screen before."""
    _ = hands.words
    with opened_app(FRIDAY, hands.language, size=(80, 50)) as terminal:
        hands.take(terminal)
        hands.go("7 Conversation")
        hands.do("x", "hand over")
        terminal.wait_for(SKILL)
        assert SAID not in terminal.wait_for(PROOF)
        hands.do("x", "save")
        hands.choose(_("Markdown text"))
        terminal.wait_for(_("Where should the document go?"))
        terminal.paste_over(str(path))
        terminal.press("enter")
        terminal.wait_for(_("The document is in {path}").format(path="")[:15])
        terminal.wait_until(path.exists)
    return path.read_text("utf-8")


def what_lies_in_the_file() -> None:
    """All of it, as plain JSON, and only what was shared is shareable."""
    reflections = stored("reflections")
    assert [r["answers"].get("progress") for r in reflections[:5]] == list(EVENINGS.values())
    assert [r["date"] for r in reflections[:5]] == list(EVENINGS)
    assert (reflections[5]["template"], reflections[5]["period"]) == ("week", "week")
    (feedback,), (skill,), (rating,), (proof,) = map(stored, ("feedback", "skills", "ratings", "evidence"))
    assert feedback["what"] == SAID
    assert feedback["from"] == stored("persons")[0]["id"]
    assert (rating["level"], rating["skill"], rating["evidence"]) == (3, skill["id"], [proof["id"]])
    (conversation,) = stored("conversations")
    agreed = [(a["text"], a["owner"], a["conversation"]) for a in stored("agreements")]
    assert agreed == [(MINE, "me", conversation["id"]), (THEIRS, "manager", conversation["id"])]
    assert rating["shareable"]
    assert not feedback.get("shareable")
    assert {r["title"] for kind in ("skills", "evidence", "feedback") for r in stored(kind) if r.get("shareable")} == {
        SKILL,
        PROOF,
    }
