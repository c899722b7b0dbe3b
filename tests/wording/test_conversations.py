"""What to do now for a conversation is true until it is held, and afterwards."""

from __future__ import annotations

from portfolio.wording import Words
from portfolio.wording.conversations import now_line


def test_all_is_ready_is_said_only_when_no_step_is_left_for_later() -> None:
    assert now_line(None, Words("en")) == "All is ready."
    assert now_line(None, Words("en"), ahead=True) == "Ready until the conversation."
    assert now_line("choose", Words("nl"), ahead=True) == "Nu: kies wat je deelt."
