"""What is different since a conversation, in lines: on the screen, in a list, and on the sheet."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from portfolio.journey.facts.conversations import Countdown
from portfolio.journey.facts.progress import SinceThen
from portfolio.pictures.canvas import said
from portfolio.pictures.phrases import conversation_words, level_short
from portfolio.pictures.signs import UNICODE, Signs
from portfolio.wording import N_, Words
from portfolio.wording.conversations import step_line
from portfolio.wording.dates import day_short

_TURNED = {
    "goal_started": N_("Goal started: {text}"),
    "goal_reached": N_("Goal achieved: {text}"),
    "goal_paused": N_("Goal paused: {text}"),
    "goal_resumed": N_("Goal taken up again: {text}"),
    "goal_dropped": N_("Goal dropped: {text}"),
}


class Difference(NamedTuple):
    """One line, and the record that it is about."""

    id: str
    words: str
    good: bool
    """Whether it is something reached."""


def since_heading(then: SinceThen, _: Words, signs: Signs = UNICODE) -> str:
    """Since which conversation: "Since the conversation of 10 Dec 2025 (performance conversation with manager)".

    It need not be the last one, so it is not called that.
    """
    talk = conversation_words(then.sort, then.who, _)
    return _("Since the conversation of {day} ({conversation})").format(
        conversation=talk, day=signs.own(day_short(then.date, _))
    )


def differences(then: SinceThen, _: Words, signs: Signs = UNICODE) -> Iterator[Difference]:
    """Levels, goals, and what became of the agreements; at least one line."""
    found = [*_skills(then, _, signs), *_goals(then, _), *_agreements(then, _)]
    yield from found or [Difference(then.id, _("No levels, goals or agreements changed since then."), good=False)]


def _skills(then: SinceThen, _: Words, signs: Signs) -> Iterator[Difference]:
    for skill in then.skills:
        now = level_short(skill.now, skill.scale, _)
        if skill.then is None and len(skill.path) == 1:
            words = _("{skill}: {level}, said for the first time").format(skill=said(skill.title), level=now)
        else:
            levels = f" {signs.arrow} ".join(level_short(level, skill.scale, _) for level in skill.path)
            words = f"{said(skill.title)}: {levels}"
        yield Difference(skill.id, words, good=skill.direction > 0)


def _goals(then: SinceThen, _: Words) -> Iterator[Difference]:
    for goal in then.goals:
        words = _(_TURNED[goal.change]).format(text=said(goal.title))
        yield Difference(goal.id, words, good=goal.change == "goal_reached")


def _agreements(then: SinceThen, _: Words) -> Iterator[Difference]:
    parts = [
        _.plural("{n} kept", "{n} kept", then.kept) if then.kept else "",
        _.plural("{n} still open", "{n} still open", then.standing) if then.standing else "",
        _.plural("{n} dropped", "{n} dropped", then.dropped) if then.dropped else "",
    ]
    told = ", ".join(part for part in parts if part)
    if told:
        words = _("Agreements of both sides: {told}").format(told=told)
        yield Difference(then.id, words, good=not (then.standing or then.dropped))


def countdown_words(talk: Countdown, _: Words, signs: Signs = UNICODE) -> str:
    """The conversation, how far off it is, and what fits now."""
    words = conversation_words(talk.sort, talk.who, _)
    day = signs.own(day_short(talk.date, _))
    told = _("{conversation}, {day}.").format(conversation=words, day=day)
    return f"{told} {step_line(talk.step, _)}" if talk.step else told
