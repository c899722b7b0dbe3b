"""Flow to catch up: choose past days one by one and write the evening check of each."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from portfolio.capture.options import Option
from portfolio.present.titles import heading
from portfolio.records.persons import Profile
from portfolio.records.reflections import Reflection
from portfolio.records.templates import EVENING
from portfolio.tui.dialogs.pick import PickDialog
from portfolio.wording.dates import day_in_full

if TYPE_CHECKING:
    from portfolio.tui.services.state import AppState
    from portfolio.tui.shell.screen import BaseScreen

DAYS: Final = 10
"""Number of past days to choose from; days off do not count when the working days are known."""
_DONE: Final = "done"


def days(state: AppState) -> list[date]:
    """Return the days to choose from, newest first: working days, and any day with a text."""
    profile = next(iter(state.records.of(Profile)), None)
    work = (profile.work_days if profile is not None else ()) or tuple(range(1, 8))
    written = {r.date for r in state.records.of(Reflection)}
    found: list[date] = []
    day = state.today
    while len(found) < DAYS and (state.today - day).days < DAYS * 4:
        day -= timedelta(days=1)
        if day.isoweekday() in work or day in written:
            found.append(day)
    return found


async def catch_up(screen: BaseScreen[None]) -> None:
    """Ask for a day and write about it, again and again until Escape."""
    key = ""
    while True:
        state, navigator = screen.services.state, screen.services.navigator
        _ = state.words
        first = {r.date: heading(r, state.records, _) for r in reversed(state.records.of(Reflection))}
        options = [Option(day.isoformat(), day_in_full(day, _), "", first.get(day, "")) for day in days(state)]
        options.append(Option(_DONE, _("That was it")))
        title = _("Which day? Write one line or more; you choose how many days.")
        picked = await screen.ask(PickDialog(title, options, at=key))
        if picked is None or picked == _DONE:
            return
        key = picked
        entry = navigator.new_entry("reflection", EVENING, {})._replace(day=date.fromisoformat(key))
        await navigator.write(entry._replace(name=f"{entry.name}-{key}"))
