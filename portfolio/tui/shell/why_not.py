"""One line that says why a key that cannot do its work does nothing."""

from __future__ import annotations

from collections.abc import Sequence

from portfolio.tui.keymap import table
from portfolio.tui.keymap.action import Action
from portfolio.tui.keymap.conditions import ActionContext
from portfolio.tui.services.services import Services


def say_why_not(services: Services, where: str, situation: ActionContext, key: str) -> None:
    """Say why none of the actions of this key can be done now; nothing where one can be, or the key has none."""
    own = services.preferences.start.own_keys
    meant = [a for a in table.at(where) if key in own.get(a.id, a.key).split(",")]
    if "over_shoulder" not in (a.id for a in meant):
        services.session.asked_to_see_all = False
    if not meant or not services.state.read or meant[0].id == "back":  # nothing to go back from is no fault
        return
    if not any(a.available(situation) for a in meant):
        _say(services, meant, situation)


def _say(services: Services, meant: Sequence[Action], situation: ActionContext) -> None:
    _, status = services.state.words, services.status
    alone = situation._replace(alone=True, undoable=True, redoable=True)
    one = situation._replace(marked=(), chosen=situation.under_cursor)
    if not situation.alone and any(a.available(alone) for a in meant):
        say_not_now(services)
    elif situation.marked and any(a.available(one) for a in meant):
        message = _("This takes one record, and {n} are marked. Press esc to unmark them.")
        status.say(message.format(n=len(situation.marked)), "muted")
    elif not situation.writable and any(a.available(situation._replace(writable=True)) for a in meant):
        status.say(_("Nothing can be changed now: the file can only be read."), "muted")
    else:
        message = _("“{action}” does nothing here.")
        status.say(message.format(action=_.context(*meant[0].label)), "muted")


def say_not_now(services: Services) -> None:
    """Say why nothing is written while someone looks on."""
    message = services.state.words("Not while someone looks on. Press {over_shoulder} twice to see everything again.")
    services.status.say(message.format(**services.state.keys), "muted")
