"""Commands for the rows of the Conversation place, and for what is done with a record that is not chosen yet."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Final

from portfolio.capture.options import Option
from portfolio.journey.fold import fold
from portfolio.records.kinds import PROFILE_ID
from portfolio.records.persons import Person
from portfolio.sanitise import clean_line
from portfolio.tui.conversation.rows import CALENDAR, PLAN, READY
from portfolio.tui.dialogs.pick import PickDialog
from portfolio.tui.keymap import table
from portfolio.tui.keymap.places import BY_ID
from portfolio.tui.palette.action_rows import named_action
from portfolio.tui.palette.command import Command, also_called, key_of
from portfolio.tui.records.list_screen import ListScreen
from portfolio.tui.shell.flow import start_flow
from portfolio.tui.shell.screen import BaseScreen
from portfolio.wording.names import capital, kind_plural

_CONVERSATION: Final = "conversation"
_WHERE: Final = {"texts": "feedback", "split": "feedback", "state": "goals", "add": "goals", "open_location": "skills"}
"""The place where a record is most likely to be found for an action; elsewhere than here, the reflections."""


def row_commands(screen: BaseScreen[None]) -> Iterator[Command]:
    """Yield what the rows of the Conversation place do; only when alone, in a portfolio that can be written."""
    _, state = screen.words, screen.state
    if state is None or not state.alone or not state.writable or not state.exists:
        return
    where = "" if screen.WHERE == _CONVERSATION else f"{_(BY_ID[_CONVERSATION].label)}: "
    rows = (
        ("plan", PLAN, _("Plan a conversation"), _("which day, and with whom")),
        ("ready", READY, _("Am I ready?"), _("what has evidence and what has not")),
        ("calendar", CALENDAR, _("For my calendar"), _("a file with what is coming up")),
        ("me", PROFILE_ID, _("About me"), _("Your name, job title and team.")),
    )
    for row, key, name, about in rows:
        do = partial(_in_place, screen, _CONVERSATION, partial(_open_row, key))
        yield Command(where + name, do, about, also=also_called(row, _))
    if state.records.of(Person):
        ask = partial(start_flow, screen, _ask_which_person, screen)
        about = _("Everyone in your portfolio; choose one to read.")
        yield Command(capital(kind_plural("person", _)), ask, about, also=also_called("people", _))


def record_commands(screen: BaseScreen[None]) -> Iterator[Command]:
    """Yield the actions on a record that are not possible now: they lead to a list, and say which key does it there."""
    _, state, context = screen.words, screen.services.state, screen.current_context()
    if not context.alone or not context.writable or not state.exists:
        return
    known = {action.id for action in table.at(screen.WHERE) if action.available(context)} | {"versions"}
    for action in table.ACTIONS:
        if action.id in known or not (action.of_record or action.id in ("mark", "mark_all")):
            continue
        known.add(action.id)
        place = screen.WHERE if screen.WHERE in table.LISTS else _WHERE.get(action.id, "reflections")
        key = state.keys.get(action.id, "")
        sentence = _("Go to the one you mean, then press {key}.").format(key=key)
        yield Command(
            named_action(action, state),
            partial(_in_place, screen, place, partial(_say, sentence)),
            _(action.help),
            key_of(key),
            also=also_called(action.id, _),
        )


async def _in_place(screen: BaseScreen[None], place: str, do: Callable[[ListScreen], object]) -> None:
    await screen.app.switch_mode(place)
    there = screen.app.screen
    if isinstance(there, ListScreen):
        do(there)


def _open_row(key: str, there: ListScreen) -> None:
    there.open_row(key)


async def _ask_which_person(screen: BaseScreen[None]) -> None:
    """Ask for a person, and open what is written about them."""
    state = screen.services.state
    people = sorted(state.records.of(Person), key=lambda person: (fold(person.name), person.id))
    options = [Option(each.id, clean_line(each.name), clean_line(each.role or "")) for each in people]
    chosen = await screen.ask(PickDialog(capital(kind_plural("person", state.words)), options))
    if chosen is not None:
        screen.services.navigator.open_record(chosen)


def _say(sentence: str, there: ListScreen) -> None:
    there.services.status.say(sentence, "muted")
