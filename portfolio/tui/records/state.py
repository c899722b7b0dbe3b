"""Changing how something stands, with what belongs to it: a reason to pause or drop, and no more goals than one has."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from portfolio.journey.prompts.if_then_plans import active_goals
from portfolio.present.titles import heading
from portfolio.tui.dialogs.line import LineDialog
from portfolio.tui.dialogs.pick import PickDialog
from portfolio.tui.records import changes, state_options
from portfolio.tui.records.agreement import offer_agreements
from portfolio.wording.names import choice_label

if TYPE_CHECKING:
    from portfolio.records.record import Record
    from portfolio.tui.shell.place_screen import PlaceScreen

MOST_GOALS: Final = 3
"""Two or more distant, hard goals at once cost more than they bring (Locke and Latham 2019)."""
_WITH_A_REASON: Final = frozenset({"paused", "dropped"})
_PAUSE: Final = "pause:"


def choose_state(screen: PlaceScreen, record: Record) -> None:
    """Ask how it stands now."""
    _ = screen.words
    now = str(getattr(record, "state", ""))

    def picked(state: str | None) -> None:
        if state is not None and state != now:
            set_state(screen, record, state)

    found = state_options.states(record, _)
    if found:
        screen.app.push_screen(PickDialog(_("How does it stand?"), found, chosen=[now], at=now), picked)


def _nothing() -> None:
    """Nothing is done afterwards."""


def set_state(screen: PlaceScreen, record: Record, state: str, then: Callable[[], None] = _nothing) -> None:
    """Take this state, after a question where one belongs to it; `then` goes on from there."""
    others = [g for g in active_goals(screen.services.state.records) if g.id != record.id]
    if record.kind == "goal" and state == "active" and len(others) >= MOST_GOALS:
        _ask_which_to_pause(screen, record, others, then)
    elif state in _WITH_A_REASON and "state_reason" in record.fields:
        _ask_why(screen, record, state, then)
    else:
        _post(screen, record, state, {})
        if record.kind == "conversation" and state == "held":
            offer_agreements(screen, record)
        then()


def _post(screen: PlaceScreen, record: Record, state: str, more: Mapping[str, str]) -> None:
    texts = {"state": state, **more}
    changes.set_fields(screen.services, record.id, record.kind, texts)


def _ask_why(screen: PlaceScreen, record: Record, state: str, then: Callable[[], None]) -> None:
    """The reason, in a line that may stay empty; going back takes the state without one."""
    _ = screen.words

    def typed(reason: str | None) -> None:
        _post(screen, record, state, {"state_reason": reason} if reason else {})
        then()

    label = choice_label("state", state, _, record.kind)
    question = _("{state}: what is the reason? It may stay empty.").format(state=label[:1].upper() + label[1:])
    screen.app.push_screen(LineDialog(question, ""), typed)


def _ask_which_to_pause(
    screen: PlaceScreen, record: Record, others: Sequence[Record], then: Callable[[], None]
) -> None:
    look, _ = screen.services.state, screen.words
    answers = [("leave", _("Leave it as it is"))]
    for goal in others:
        title = heading(goal, look.records, _)
        answers.append((f"{_PAUSE}{goal.id}", _("Pause “{title}” for now").format(title=title)))
    answers.append(("both", _("Begin it beside the others")))

    def answered(answer: str | None) -> None:
        if answer == "both":
            _post(screen, record, "active", {})
        elif answer is not None and answer.startswith(_PAUSE):
            paused = answer.removeprefix(_PAUSE)
            changes.set_fields(screen.services, paused, "goal", {"state": "paused"})
            _post(screen, record, "active", {})
        then()

    question = _("You work on {n} goals already, and that is plenty for most people. What do you want?")
    screen.ask(question.format(n=len(others)), answers, answered)
