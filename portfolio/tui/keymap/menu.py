"""The groups of the menu: what can be done here, in the order in which it is shown."""

from __future__ import annotations

from typing import Final, NamedTuple

from portfolio.wording.dates import context


class Group(NamedTuple):
    """A few actions under one heading."""

    label: tuple[str, str]
    """A message id in English with its context."""
    ids: tuple[str, ...]


RECORD: Final = context("menu", "A record")
"""The heading above what can be done with a record; the menu names the kind instead."""
GROUPS: Final = (
    Group(
        RECORD,
        ("versions", "edit", "share", "state", "deepen", "short_version", "delete"),
    ),
    Group(context("menu", "Add and link"), ("add", "link", "tags", "split", "texts", "open_location")),
    Group(context("menu", "At the table"), ("agreed", "table_note", "talked_about", "next_point", "point_before")),
    Group(context("menu", "The document"), ("read", "leaks")),
    Group(
        context("menu", "Here"),
        (
            "new",
            "look_back",
            "mark",
            "mark_all",
            "filter",
            "section_up",
            "section_down",
            "period",
            "as_text",
            "signs",
            "focus_on",
            "play",
            "zoom_in",
            "zoom_out",
            "pan_back",
            "pan_on",
            "next",
            "previous",
        ),
    ),
    Group(
        context("menu", "Everywhere"),
        (
            "export",
            "search",
            "undo",
            "redo",
            "quick_note",
            "over_shoulder",
            "hide",
            "settings",
            "palette",
        ),
    ),
)
"""The groups of the menu. What a place has besides these is in the palette, which the last row opens."""
