"""Flow that changes the state of a record; it asks for a reason, and warns about too many active goals."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

from portfolio.capture import state_options
from portfolio.present.titles import heading
from portfolio.tui.dialogs.line import LineDialog
from portfolio.tui.dialogs.pick import PickDialog
from portfolio.tui.records import changes
from portfolio.tui.records.agreement import offer_agreements
from portfolio.wording.names import choice_label

if TYPE_CHECKING:
    from portfolio.records.record import Record
    from portfolio.tui.shell.screen import BaseScreen

_PAUSE: Final = "pause:"


async def choose_state(screen: BaseScreen[None], record: Record) -> None:
    """Ask for the new state of a record and set it."""
    _ = screen.words
    found, now = state_options.states(record, _), str(getattr(record, "state", ""))
    if not found:
        return
    state = await screen.ask(PickDialog(_("What is its status?"), found, chosen=[now], at=now))
    if state is not None and state != now:
        await set_state(screen, record, state)


async def set_state(screen: BaseScreen[None], record: Record, state: str) -> None:
    """Set the state, after the question that belongs to it: which goal to pause, or the reason."""
    others = state_options.goals_beside(record, state, screen.services.state.records)
    if others:
        await _ask_which_to_pause(screen, record, others)
    elif state_options.has_reason(record, state):
        await _ask_why(screen, record, state)
    else:
        _save(screen, record, state, {})
        if record.kind == "conversation" and state == "held":
            await offer_agreements(screen, record)


def _save(screen: BaseScreen[None], record: Record, state: str, more: Mapping[str, str]) -> None:
    changes.set_fields(screen.services, record.id, record.kind, {"state": state, **more})


async def _ask_why(screen: BaseScreen[None], record: Record, state: str) -> None:
    """Ask for a reason, which may stay empty, and set the state; going back sets it without a reason."""
    _ = screen.words
    label = choice_label("state", state, _, record.kind)
    question = _("{state}: why? (optional)").format(state=label[:1].upper() + label[1:])
    reason = await screen.ask(LineDialog(question, ""))
    _save(screen, record, state, {"state_reason": reason} if reason else {})


async def _ask_which_to_pause(screen: BaseScreen[None], record: Record, others: Sequence[Record]) -> None:
    state, _ = screen.services.state, screen.words
    answers = [("leave", _("Leave it as it is"))]
    for goal in others:
        title = heading(goal, state.records, _)
        answers.append((f"{_PAUSE}{goal.id}", _("Pause “{title}” for now").format(title=title)))
    answers.append(("both", _("Start it alongside the others")))
    question = _("You work on {n} goals already, and that is plenty for most people. What do you want?")
    answer = await screen.choose(question.format(n=len(others)), answers)
    if answer == "both":
        _save(screen, record, "active", {})
    elif answer is not None and answer.startswith(_PAUSE):
        changes.set_fields(screen.services, answer.removeprefix(_PAUSE), "goal", {"state": "paused"})
        _save(screen, record, "active", {})
