"""The questions of a text: which are asked, and what is offered after the evening check."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from portfolio.capture.entry import FORM, MORE, Entry
from portfolio.capture.questions import Asked, offers_more
from portfolio.records.templates import EVENING
from portfolio.wording import Words
from tests.builders import TODAY

_ = Words("en")
CHECK = Entry("check", "reflection", TODAY, {"answers.progress": "A fault"}, EVENING, at=2)


def keys(entry: Entry) -> list[str]:
    return [question.key for question in Asked.of(entry, _).all]


def test_the_evening_check_asks_three_questions_and_three_more_by_choice() -> None:
    assert keys(CHECK) == ["answers.progress", "answers.learned", "answers.next"]
    assert Asked.of(CHECK, _).is_last
    assert keys(CHECK._replace(way=MORE, at=0)) == ["answers.feedback", "energy", "extra"]


@pytest.mark.parametrize("older", [{"at": 4}, {"texts": {"energy": "4"}}])
def test_an_older_draft_that_had_come_to_the_extra_questions_asks_all_of_them(older: dict[str, Any]) -> None:
    assert len(keys(CHECK._replace(**older))) == 6


@pytest.mark.parametrize(
    ("changed", "offered"),
    [
        ({}, True),
        ({"at": 1}, False),
        ({"day": TODAY - timedelta(days=1)}, False),
        ({"record": "x", "way": MORE}, False),
        ({"way": FORM}, False),
        ({"texts": {"energy": "4"}}, False),
        ({"template": "note"}, False),
    ],
)
def test_more_questions_are_offered_after_the_last_question_of_today(changed: dict[str, Any], offered: bool) -> None:
    assert offers_more(CHECK._replace(**changed), TODAY, _) is offered
