"""Stories that grow from notes: no word of the note, or of a story before it, is left behind."""

from __future__ import annotations

from portfolio.journey.prompts.stories import grown
from tests.builders import TODAY, a_reflection


def test_the_text_of_a_note_becomes_the_situation() -> None:
    assert grown(a_reflection(TODAY, template="note", answers={"text": "No hot water"})) == {"s": "No hot water"}


def test_a_situation_that_has_words_already_keeps_them() -> None:
    both = a_reflection(TODAY, template="note", answers={"text": "No hot water", "s": "At a school"})
    assert grown(both) == {"s": "No hot water\n\nAt a school"}
    assert grown(a_reflection(TODAY, template="note", answers={"s": "At a school"})) == {"s": "At a school"}


def test_a_story_stays_as_it_is() -> None:
    answers = {"s": "At a school", "t": "Find it"}
    assert grown(a_reflection(TODAY, template="starr", answers=answers)) == answers
