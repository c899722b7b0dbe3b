"""The learning journey as text: the list twin of each picture, which reads well aloud."""

from __future__ import annotations

from typing import Any, Final

from portfolio.capture.options import Option, named
from portfolio.capture.periods import days_of, name_of, offered
from portfolio.journey.facts.chosen_period import FITTING, ChosenPeriod
from portfolio.pictures import OWN, draw_list, view_of
from portfolio.plain.console import Group
from portfolio.plain.desk import Desk
from portfolio.wording import N_
from portfolio.wording.dates import period_in_words

NARROWEST: Final = 40
"""The narrowest list; on a narrower terminal its lines are wrapped once more."""
_PERIOD: Final = "p"
NAMES: Final = {
    "lanes": N_("The whole journey"),
    "timeline": N_("The story, month by month"),
    "growth": N_("Where you stand"),
    "skill": N_("One skill"),
    "goals": N_("Learning goals"),
    "evidence": N_("What you can show"),
    "forms": N_("How you learned"),
    "rhythm": N_("Looking back, week by week"),
    "energy": N_("What gave you energy"),
}
"""The pictures by name, in the order of the list."""


def show(desk: Desk) -> None:
    """Print one part of the journey after the other, until the user goes back."""
    chosen = ChosenPeriod(FITTING)
    while True:
        _, period = desk.words, days_of(chosen, desk)
        desk.console.say("", period_in_words(period.since, period.until, _))
        letters = {_PERIOD: _("another period")}
        options = [Option(name, _(label)) for name, label in NAMES.items()]
        answer = desk.console.choose([Group("", options)], letters)
        if answer is None:
            return
        if answer == _PERIOD:
            chosen = choose_period(desk) or chosen
            continue
        more: dict[str, Any] = {"own": True} if answer in OWN else {}
        if answer == "skill":
            skill = desk.console.choose([Group("", named("skill", desk))])
            if skill is None:
                continue
            more["skill"] = skill
        view = view_of(answer, desk.records, period, desk.today, **more)
        if view is not None:
            width = max(desk.console.lines.width(), NARROWEST)
            desk.console.say("", draw_list(view, width=width, _=_, signs=desk.around.signs).text())


def choose_period(desk: Desk) -> ChosenPeriod | None:
    """Let the user choose a period by name."""
    _ = desk.words
    found = {chosen.name: chosen for chosen in offered(desk)}
    options = []
    for chosen in found.values():
        days = days_of(chosen, desk)
        options.append(Option(chosen.name, name_of(chosen, _), period_in_words(days.since, days.until, _)))
    answer = desk.console.choose([Group(_("Which period?"), options)])
    return found[answer] if answer is not None else None
