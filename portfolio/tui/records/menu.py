"""The menu of what can be done on a screen, made from the table of actions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

from portfolio.present.titles import kind_word
from portfolio.tui.dialogs.menu import Item, MenuDialog
from portfolio.tui.keymap import menu, table
from portfolio.tui.keymap.action import Action
from portfolio.tui.keymap.conditions import ActionContext
from portfolio.tui.shell.screen import BaseScreen
from portfolio.wording import Words
from portfolio.wording.names import capital

_DRAFT: Final = "draft:"
"""How the key of the row of an unfinished text begins."""


async def choose_action(screen: BaseScreen[Any]) -> None:
    """Ask which available action to run, and run it."""
    chosen = await screen.ask(MenuDialog(list(groups(screen))))
    if chosen is not None:
        screen.call_later(screen.run_action, chosen)


def groups(screen: BaseScreen[Any]) -> Iterator[tuple[str, Sequence[Item]]]:
    """Yield the headings with the actions that are available now."""
    _, context = screen.words, screen.current_context()
    can = {a.id: a for a in reversed(table.at(screen.WHERE)) if a.available(context)}
    for group in menu.GROUPS:
        items = [_item(screen, can[name]) for name in group.ids if name in can]
        if group.label == menu.RECORD and context.row.startswith(_DRAFT) and "open" in can:
            items = [each for each in items if each.id != "edit"]  # the same as going on
            items.insert(0, _item(screen, can["open"])._replace(label=capital(_("go on"))))
        if items:
            yield capital(_heading(group, context, _)), items


def _heading(group: menu.Group, context: ActionContext, _: Words) -> str:
    """Return the heading of a group: above what can be done with records, which records."""
    if group.label == menu.RECORD and context.marked:
        return _("{n} marked").format(n=len(context.marked))
    if group.label == menu.RECORD and context.row.startswith(_DRAFT):
        return _("draft")
    if group.label == menu.RECORD and context.chosen is not None:
        return kind_word(context.chosen, _)
    return _.context(*group.label)


def _item(screen: BaseScreen[Any], action: Action) -> Item:
    _, services = screen.words, screen.services
    keys = services.preferences.keys.of[action.id]
    label = _.context("key", screen.label(table.binding_of(action)))
    label = _("Find an action") if action.id == "palette" else label
    return Item(action.id, capital(label), services.state.keys[action.id], keys, _(action.help))
