"""In the conversation itself: points, agreements and notes, one key each; nothing that one keeps to oneself."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot

from portfolio.records.conversations import Agreement, Conversation
from portfolio.tui.conversation.meeting import AtTheTableScreen
from tests.tui.playing import frame, opened, playing, press, typed, written

SHEET = {
    "points": "- Faults on propane after the summer\n- An apprentice in my van",
    "questions": "What is my strongest point?",
    "hard": "SECRETHARD",
    "not_shared": "SECRETKEPT",
    "ask": "A day a month\nSECRETPLANB",
    "want": "SECRETWANT",
}


def a_planned_conversation() -> str:
    """A conversation of today with a sheet."""
    (identity,) = written({"kind": "conversation", "date": "2025-12-15", "sheet": SHEET})
    return identity


async def sit_down(pilot: Pilot[int]) -> None:
    """Into the conversation, by the row of its place."""
    await press(pilot, "7", "enter")
    assert isinstance(pilot.app.screen, AtTheTableScreen)


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (60, 20), (40, 12)])
async def test_one_point_at_a_time_and_nothing_that_stays_with_oneself(size: tuple[int, int]) -> None:
    a_planned_conversation()
    async with playing(size=size) as pilot:
        await sit_down(pilot)
        seen = frame(pilot)
        assert "Faults on propane" in " ".join(seen.split())
        await press(pilot, "space")
        seen += "\n" + frame(pilot)
        assert "An apprentice in my van" in " ".join(frame(pilot).split())
        await press(pilot, "right")
        seen += "\n" + frame(pilot)
        assert "A day a month" in " ".join(frame(pilot).split())
        await press(pilot, "right")
        seen += "\n" + frame(pilot)
        assert "strongest point?" in frame(pilot)
        await press(pilot, "left", "left", "left")
        assert "done" in frame(pilot)
        await press(pilot, "right", "space", "space", "space")
        ended = " ".join(frame(pilot).split())
        assert "Every point is done." in ended
        assert "SECRET" not in seen + ended
        assert all(len(line) <= size[0] for line in seen.split("\n"))


async def test_what_is_agreed_and_noted_is_in_the_portfolio_at_once() -> None:
    conversation = a_planned_conversation()
    async with playing() as pilot:
        await sit_down(pilot)
        await press(pilot, "a", "2")
        await typed(pilot, "Order the meter")
        await press(pilot, "enter")
        await typed(pilot, "1 february 2026")
        await press(pilot, "enter")
        assert "1 agreement written down" in frame(pilot)
        await press(pilot, "n")
        await typed(pilot, "She was glad")
        await press(pilot, "enter", "n")
        await typed(pilot, "\nVery glad")
        await press(pilot, "enter")
        records = opened().read.records
        (agreement,) = records.of(Agreement)
        assert (agreement.text, agreement.owner, agreement.conversation) == ("Order the meter", "manager", conversation)
        assert str(agreement.due) == "2026-02-01"
        found = records.find(Conversation, conversation)
        assert found is not None and found.note == "She was glad\nVery glad"
        assert found.sheet["points"] == SHEET["points"]


async def test_at_its_end_the_other_agreements_are_asked_for() -> None:
    conversation = a_planned_conversation()
    async with playing() as pilot:
        await sit_down(pilot)
        await press(pilot, "space", "escape", "enter")
        assert not isinstance(pilot.app.screen, AtTheTableScreen)
        await press(pilot, "enter")
        assert "done" in frame(pilot).split("\n")[4], "what was talked about is still done"
        await press(pilot, "escape", "enter")
        await press(pilot, "enter", "escape", "down", "enter")
        assert "What did you agree?" in frame(pilot)
        await press(pilot, "escape")
        found = opened().read.records.find(Conversation, conversation)
        assert found is not None and found.state == "held"


async def test_while_someone_looks_on_it_closes() -> None:
    a_planned_conversation()
    async with playing() as pilot:
        await sit_down(pilot)
        await press(pilot, "v")
        assert not isinstance(pilot.app.screen, AtTheTableScreen)
        assert "Faults on propane" not in frame(pilot)


async def test_an_agreement_without_words_is_asked_again_and_what_was_typed_stays() -> None:
    conversation = a_planned_conversation()
    async with playing() as pilot:
        await sit_down(pilot)
        await press(pilot, "a", "enter", "enter")
        assert "This needs an answer first" in frame(pilot)
        assert "What do we agree?" in frame(pilot)
        await typed(pilot, "Two days with Ruud")
        await press(pilot, "enter")
        await typed(pilot, "15 march")
        await press(pilot, "enter")
    (agreed,) = opened().read.records.of(Agreement)
    assert (agreed.text, str(agreed.due), agreed.conversation) == ("Two days with Ruud", "2026-03-15", conversation)
