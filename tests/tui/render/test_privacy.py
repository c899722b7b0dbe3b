"""The mark of a shareable record: another one while the other person has not agreed."""

from __future__ import annotations

import pytest

from portfolio.present.shareable import now_shareable
from portfolio.tui.render.privacy import beside, privacy
from portfolio.tui.text.spans import Line
from portfolio.wording import Words
from tests.builders import a_feedback, a_goal

EN, NL = Words("en"), Words("nl")


def text(line: Line) -> str:
    return "".join(span.text for span in line)


@pytest.mark.parametrize("permission", ["not_asked", "asked", "no"])
def test_feedback_that_waits_for_a_yes_looks_and_is_called_otherwise(permission: str) -> None:
    waits = a_feedback("2025-05-01", permission=permission, shareable=True)
    assert text(beside(waits, EN)) == "○"
    assert text(privacy(waits, NL)) == "○ wacht op een ja"
    assert now_shareable([waits], NL) == "Gaat pas mee als de ander ja zegt."
    for other in (a_feedback("2025-05-01", permission="yes", shareable=True), a_goal("Meten", shareable=True)):
        assert text(beside(other, EN)) == "●"
        assert "deelbaar" in text(privacy(other, NL))
        assert now_shareable([other], NL) != now_shareable([waits], NL)
    assert text(beside(a_feedback("2025-05-01", permission=permission), EN)) == " ", "a private one shows nothing"
