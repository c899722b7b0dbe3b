"""Catching up: one day after the other, each with the evening check, in any order, as many as someone wants."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from portfolio.present.titles import heading
from portfolio.records.persons import Profile
from portfolio.records.reflections import Reflection
from portfolio.records.templates import EVENING
from portfolio.tui.dialogs.options import Option
from portfolio.tui.dialogs.pick import PickDialog
from portfolio.wording.dates import day_in_full

if TYPE_CHECKING:
    from portfolio.tui.services.state import AppState
    from portfolio.tui.shell.screen import BaseScreen

DAYS: Final = 10
"""So many days back, days off left out when it is known which those are."""
_DONE: Final = "done"


def days(look: AppState) -> list[date]:
    """The days to choose from, the newest first; on a day off one may have worked, so what has a text is there too."""
    profile = next(iter(look.records.of(Profile)), None)
    work = (profile.work_days if profile is not None else ()) or tuple(range(1, 8))
    written = {r.date for r in look.records.of(Reflection)}
    found: list[date] = []
    day = look.today
    while len(found) < DAYS and (look.today - day).days < DAYS * 4:
        day -= timedelta(days=1)
        if day.isoweekday() in work or day in written:
            found.append(day)
    return found


async def catch_up(screen: BaseScreen[None]) -> None:
    """Ask which day; after each the question comes again, until esc."""
    key = ""
    while True:
        look, navigator = screen.services.state, screen.services.navigator
        _ = look.words
        first = {r.date: heading(r, look.records, _) for r in reversed(look.records.of(Reflection))}
        options = [Option(day.isoformat(), day_in_full(day, _), "", first.get(day, "")) for day in days(look)]
        options.append(Option(_DONE, _("That was it")))
        title = _("Which day? Write one line or more; you choose how many days.")
        picked = await screen.ask(PickDialog(title, options, at=key))
        if picked is None or picked == _DONE:
            return
        key = picked
        entry = navigator.new_entry("reflection", EVENING, {})._replace(day=date.fromisoformat(key))
        await navigator.write(entry._replace(name=f"{entry.name}-{key}"))
