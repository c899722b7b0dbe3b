"""Where a key works, as a few groups: the headings of the whole list of keys and of the keys in the settings."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Final

from portfolio.tui.keymap.action import Action
from portfolio.tui.keymap.places import RECORD_PLACES
from portfolio.tui.keymap.table import ACTIONS, LISTS
from portfolio.wording import N_

ALWAYS: Final = N_("Always")

WRITING: Final = N_("While you write")

GROUPS: Final[Mapping[str, frozenset[str]]] = {
    N_("On something you wrote"): RECORD_PLACES,
    N_("In a list"): LISTS,
    N_("On Today"): frozenset({"today"}),
    WRITING: frozenset({"check", "form"}),
    N_("In the journey"): frozenset({"journey"}),
    N_("While you hand over"): frozenset({"sharing", "sections"}),
    N_("On your own sheet and at the table"): frozenset({"sheet", "table"}),
    N_("In the settings"): frozenset({"settings"}),
    N_("With two versions of a text"): frozenset({"versions"}),
    N_("In the bin and the backups"): frozenset({"bin", "copies"}),
}
"""The screens of each group; what works in more of them than any group has is `ALWAYS` there."""


def group_of(where: frozenset[str]) -> str:
    """Return the heading of what works in these screens, as a message id; no screens mean all of them."""
    fitting = [name for name, screens in GROUPS.items() if where and where <= screens]
    return min(fitting, key=lambda name: len(GROUPS[name]), default=ALWAYS)


@cache
def grouped() -> Mapping[str, tuple[Action, ...]]:
    """Return the rows of the table by heading; what a group says in the same words more than once, once."""
    found: dict[str, dict[tuple[str, str], Action]] = {ALWAYS: {}, **{name: {} for name in GROUPS}}
    general = {(action.id, action.help) for action in ACTIONS if group_of(action.where) == ALWAYS}
    for action in ACTIONS:
        name = group_of(action.where)
        if name == ALWAYS or (action.id, action.help) not in general:
            found[name].setdefault((action.id, action.help), action)
    return {name: tuple(rows.values()) for name, rows in found.items()}
