"""The keys of the export screens: part of the table of actions."""

from __future__ import annotations

from typing import Final

from portfolio.tui.keymap.action import Action
from portfolio.tui.keymap.conditions import can_change, on_a_record, on_a_row
from portfolio.wording import N_
from portfolio.wording.dates import context

_HERE: Final = frozenset({"sharing"})
_SECTIONS: Final = frozenset({"sections"})

SHARING: Final[tuple[Action, ...]] = (
    Action(
        "open",
        "enter",
        context("key", "read"),
        N_("Read the document, or the list; open what you can add to."),
        _HERE,
        rank=1,
    ),
    Action(
        "mark",
        "space",
        context("key", "in/out"),
        N_("Leave it out this time, or include it; the record itself stays as it is."),
        _HERE,
        on_a_record,
        rank=1,
        display="space",
    ),
    Action("export", "x", context("key", "save"), N_("Save the document as a file to hand over."), _HERE, rank=1),
    Action(
        "leaks",
        "K",
        context("key", "check"),
        N_("Check names, addresses, sensitive words and private sentences in it, one by one."),
        _HERE,
        rank=2,
    ),
    Action(
        "period",
        "p",
        context("key", "period"),
        N_("Another period: a year, since your last conversation, everything."),
        _HERE,
        rank=3,
    ),
    Action(
        "form",
        "M",
        context("key", "form"),
        N_("The next kind of document: a whole portfolio, one page, a development plan, a list of evidence."),
        _HERE,
        rank=3,
    ),
    Action(
        "sections",
        "O",
        context("key", "order"),
        N_("Which sections it has, in which order and with which headings; what is shown under “At a glance”."),
        _HERE,
        rank=3,
    ),
    Action(
        "careful",
        "Z",
        context("key", "careful"),
        N_("For a conversation about pay or contract: only facts and results; or every section again."),
        _HERE,
        rank=5,
    ),
    Action(
        "document_language",
        "T",
        context("key", "language"),
        N_("The language of the document."),
        _HERE,
        rank=4,
    ),
    Action(
        "names",
        "N",
        context("key", "names"),
        N_("How people are shown: by role only, or by name if they agreed."),
        _HERE,
        rank=4,
    ),
    Action(
        "conversation",
        "W",
        context("key", "for whom"),
        N_("The conversation that the document is for; what you chose for it is included."),
        _HERE,
        rank=4,
    ),
    Action(
        "share",
        "s",
        context("key", "private"),
        N_("Make it private again; copies that you handed over stay with the others."),
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
