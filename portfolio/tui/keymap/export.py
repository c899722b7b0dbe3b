"""The keys of the export screens: part of the table of actions."""

from __future__ import annotations

from typing import Final

from portfolio.tui.keymap.action import HIDDEN, Action
from portfolio.tui.keymap.conditions import can_change, on_a_record, on_a_row
from portfolio.wording import N_
from portfolio.wording.dates import context

_HERE: Final = frozenset({"sharing"})
_SECTIONS: Final = frozenset({"sections"})

SHARING: Final[tuple[Action, ...]] = (
    Action(
        "open",
        "enter",
        context("key", "in/out"),
        N_("Take it into this document, or leave it out; the record itself stays as it is."),
        _HERE,
        on_a_row,
        rank=1,
    ),
    Action(
        "mark",
        "space",
        context("key", "in/out"),
        N_("Take it into this document, or leave it out; the record itself stays as it is."),
        _HERE,
        on_a_record,
        rank=HIDDEN,
        display="space",
    ),
    Action("read", "tab", context("key", "read"), N_("Read the document, or go back to the list."), _HERE, rank=1),
    Action("export", "x", context("key", "save"), N_("Save the document as a file to hand over."), _HERE, rank=1),
    Action(
        "filter",
        "f",
        context("key", "choices"),
        N_("Which document, which period, for whom, in which language, how people are called, and its sections."),
        _HERE,
        rank=2,
    ),
    Action(
        "leaks",
        "K",
        context("key", "check"),
        N_("Check names, addresses, sensitive words and private sentences in it, one by one."),
        _HERE,
        rank=3,
    ),
    Action(
        "share",
        "s",
        context("key", "private"),
        N_("Make it shareable, or private again; copies that you handed over stay with the others."),
        _HERE,
        can_change,
        rank=2,
    ),
    Action(
        "open",
        "enter",
        context("key", "heading"),
        N_("Give it a heading of your own; under “At a glance”: choose what is shown."),
        _SECTIONS,
        on_a_row,
        rank=1,
    ),
    Action(
        "mark",
        "space",
        context("key", "in/out"),
        N_("Include this section, or leave it out of this document."),
        _SECTIONS,
        on_a_row,
        rank=1,
        display="space",
    ),
    Action(
        "section_up",
        "less_than_sign",
        context("key", "up"),
        N_("Put it a place earlier."),
        _SECTIONS,
        on_a_row,
        rank=2,
        display="<",
    ),
    Action(
        "section_down",
        "greater_than_sign",
        context("key", "down"),
        N_("Put it a place later."),
        _SECTIONS,
        on_a_row,
        rank=2,
        display=">",
    ),
)
"""In the order of the key bar."""
