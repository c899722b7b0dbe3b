"""The changes since a conversation, as lines for the screen, the list and the preparation sheet."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from portfolio.journey.facts.conversations import Countdown
from portfolio.journey.facts.progress import SinceThen
from portfolio.journey.prompts.preparation import Preparation
from portfolio.pictures.canvas import safe_line
from portfolio.pictures.phrases import conversation_words, level_short
from portfolio.pictures.signs import UNICODE, Signs
from portfolio.wording import N_, Words
from portfolio.wording.conversations import now_line
from portfolio.wording.dates import day_short

_TURNED = {
    "goal_started": N_("Goal started: {text}"),
    "goal_reached": N_("Goal achieved: {text}"),
    "goal_paused": N_("Goal paused: {text}"),
    "goal_resumed": N_("Goal taken up again: {text}"),
    "goal_dropped": N_("Goal dropped: {text}"),
}


class Difference(NamedTuple):
    """One line, and the record it is about."""

    id: str
    words: str
    good: bool
    """Whether it is an achievement."""


def since_heading(then: SinceThen, _: Words, signs: Signs = UNICODE) -> str:
    """Return the heading: "Since the conversation of 10 Dec 2025 (performance review with manager)".

    It need not be the last conversation, so it is not called that.
    """
    conversation = conversation_words(then.sort, then.who, _)
    return _("Since the conversation of {day} ({conversation})").format(
        conversation=conversation, day=signs.own(day_short(then.date, _))
    )


def differences(then: SinceThen, _: Words, signs: Signs = UNICODE) -> Iterator[Difference]:
    """Yield the changes in levels, goals and agreements; at least one line."""
    found = [*_skills(then, _, signs), *_goals(then, _), *_agreements(then, _)]
    yield from found or [Difference(then.id, _("No levels, goals or agreements changed since then."), good=False)]


def _skills(then: SinceThen, _: Words, signs: Signs) -> Iterator[Difference]:
    for skill in then.skills:
        now = level_short(skill.now, skill.scale, _)
        if skill.then is None and len(skill.path) == 1:
            words = _("{skill}: {level}, said for the first time").format(skill=safe_line(skill.title), level=now)
        else:
            levels = f" {signs.arrow} ".join(level_short(level, skill.scale, _) for level in skill.path)
            words = f"{safe_line(skill.title)}: {levels}"
        yield Difference(skill.id, words, good=skill.direction > 0)


def _goals(then: SinceThen, _: Words) -> Iterator[Difference]:
    for goal in then.goals:
        words = _(_TURNED[goal.change]).format(text=safe_line(goal.title))
        yield Difference(goal.id, words, good=goal.change == "goal_reached")


def _agreements(then: SinceThen, _: Words) -> Iterator[Difference]:
    parts = [
        _.plural("{n} kept", "{n} kept", then.kept) if then.kept else "",
        _.plural("{n} still open", "{n} still open", then.standing) if then.standing else "",
        _.plural("{n} dropped", "{n} dropped", then.dropped) if then.dropped else "",
    ]
    counts = ", ".join(part for part in parts if part)
    if counts:
        words = _("Agreements on both sides: {told}").format(told=counts)
        yield Difference(then.id, words, good=not (then.standing or then.dropped))


def countdown_words(countdown: Countdown, now: Preparation | None, _: Words, signs: Signs = UNICODE) -> str:
    """Return the conversation, its day, and the step to take now if that is known for it."""
    words = conversation_words(countdown.sort, countdown.who, _)
    day = signs.own(day_short(countdown.date, _))
    line = _("{conversation}, {day}.").format(conversation=words, day=day)
    if now is None or now.conversation.id != countdown.id:
        return line
    return f"{line} {now_line(now.now, _, ahead=now.days > 0 and not now.held)}"
