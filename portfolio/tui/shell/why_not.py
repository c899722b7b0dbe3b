"""The message why a key has no effect now."""

from __future__ import annotations

from collections.abc import Sequence

from portfolio.tui.keymap import table
from portfolio.tui.keymap.action import Action
from portfolio.tui.keymap.conditions import ActionContext
from portfolio.tui.services.services import Services


def say_why_not(services: Services, where: str, context: ActionContext, key: str) -> None:
    """Show why no action of this key is available; show nothing if one is, or if the key has no action."""
    keys = services.preferences.keys.of
    meant = [a for a in table.at(where) if key in keys[a.id]]
    if "over_shoulder" not in (a.id for a in meant):
        services.session.asked_to_see_all = False
    if not meant or not services.state.read or meant[0].id == "back":  # Back needs no reason at the first step
        return
    if not any(a.available(context) for a in meant):
        _say(services, meant, context)


def _say(services: Services, meant: Sequence[Action], context: ActionContext) -> None:
    _, status = services.state.words, services.status
    alone = context._replace(alone=True, undoable=True, redoable=True)
    one = context._replace(marked=(), chosen=context.under_cursor)
    if not context.alone and any(a.available(alone) for a in meant):
        say_not_now(services)
    elif context.marked and any(a.available(one) for a in meant):
        message = _("This works on one record, and {n} are marked. Press esc to unmark them.")
        status.say(message.format(n=len(context.marked)), "muted")
    elif not context.writable and any(a.available(context._replace(writable=True)) for a in meant):
        status.say(_("Nothing can be changed now: the file can only be read."), "muted")
    elif any(a.available(context._replace(undoable=True, redoable=True)) for a in meant):
        undone = meant[0].id == "redo"
        status.say(_("There is nothing to redo.") if undone else _("There is nothing to undo."), "muted")
    else:
        message = _("“{action}” does nothing here.")
        status.say(message.format(action=_.context(*meant[0].label)), "muted")


def say_not_now(services: Services) -> None:
    """Show that nothing can be written in Over the shoulder."""
    message = services.state.words(
        "Not while someone is watching. Press {over_shoulder} twice to see everything again."
    )
    services.status.say(message.format(**services.state.keys), "muted")
