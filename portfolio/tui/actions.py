"""Everything that a key does: key, words, help, where and when. Footer, help, palette and bindings come from here.

An action `share` is done by the method `action_share` of the screen. Adding one is a row here and that method.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final, NamedTuple

from textual.binding import Binding, BindingType

from portfolio.tui.places import PLACES
from portfolio.tui.situations import (
    Situation,
    always,
    can_add,
    can_change,
    can_drop,
    can_link,
    can_share,
    can_undo,
    can_write,
    deeper,
    has_location,
    has_state,
    on_a_record,
    on_a_row,
    something,
)
from portfolio.wording import N_
from portfolio.wording.dates import context

_ALSO: Final = ("record", "sharing")
"""Screens on top of a place, in which all that can be done everywhere can be done too."""
HIDDEN: Final = 9
"""The rank of what has a key but no room on the line of keys."""


class Action(NamedTuple):
    """One thing that a key does."""

    id: str
    key: str
    label: tuple[str, str]
    """One or two words for the line of keys: an English message id in its context."""
    help: str
    """One sentence: an English message id."""
    where: frozenset[str] = frozenset()
    """The places and small screens where it is; empty: in every place."""
    available: Callable[[Situation], bool] = always
    rank: int = 5
    """What stays longest on a narrow line of keys: the lowest. From `HIDDEN` on it is never there."""
    display: str = ""
    """The key as it is shown, where its name is no help."""


def _in(*where: str) -> frozenset[str]:
    return frozenset(where)


LISTS: Final = _in("reflections", "goals", "feedback", "skills", "conversation")
"""The places with a list of records."""
_JOURNEY: Final = _in("journey")
_RECORDS: Final = _in("today", "record", *LISTS, *_JOURNEY)
"""Where the cursor can be on a record."""
WRITING: Final = frozenset({"new", "add", "edit", "share", "delete", "state", "link", "undo"})
"""What changes the portfolio: not while someone looks on."""

ACTIONS: Final[tuple[Action, ...]] = (
    Action(
        "open",
        "enter",
        context("key", "open"),
        N_("Open what the cursor is on."),
        _RECORDS,
        on_a_row,
        rank=1,
    ),
    Action(
        "new",
        "n",
        context("key", "note"),
        N_("Write a note: one line is enough."),
        _in("today"),
        can_write,
        rank=2,
    ),
    Action(
        "new",
        "n",
        context("key", "new"),
        N_("Make a new one."),
        LISTS,
        can_write,
        rank=2,
    ),
    Action(
        "add",
        "a",
        context("key", "add"),
        N_("Add something to it: a step, a rating, an agreement."),
        _RECORDS,
        can_add,
        rank=3,
    ),
    Action("edit", "e", context("key", "edit"), N_("Change what you wrote."), _RECORDS, can_change, rank=3),
    Action(
        "share",
        "s",
        context("key", "share"),
        N_("Make it shareable, or private again."),
        _RECORDS,
        can_share,
        rank=3,
    ),
    Action(
        "state",
        "c",
        context("key", "state"),
        N_("Change how it stands: done, paused, achieved."),
        _RECORDS,
        has_state,
        rank=4,
    ),
    Action(
        "link",
        "l",
        context("key", "link"),
        N_("Link it with a goal, a skill, a person or evidence."),
        _RECORDS,
        can_link,
        rank=6,
    ),
    Action(
        "open_location",
        "o",
        context("key", "open it"),
        N_("Open what it points to: a file or a web page."),
        _RECORDS,
        has_location,
        rank=4,
    ),
    Action(
        "delete",
        "d",
        context("key", "delete"),
        N_("Delete it; undo brings it back."),
        _RECORDS,
        can_drop,
        rank=6,
    ),
    Action(
        "mark",
        "space",
        context("key", "mark"),
        N_("Mark it, to share or hide several at once."),
        LISTS,
        can_change,
        rank=6,
        display="space",
    ),
    Action(
        "filter",
        "f",
        context("key", "filter"),
        N_("What to see, and in which order."),
        LISTS,
        something,
        rank=4,
    ),
    Action("undo", "u", context("key", "undo"), N_("Take back your last change."), available=can_undo, rank=5),
    Action(
        "search",
        "slash",
        context("key", "search"),
        N_("Find by words, while you type."),
        available=something,
        rank=3,
        display="/",
    ),
    Action("next", "tab", context("key", "picture"), N_("Show the next picture."), _JOURNEY, rank=1),
    Action(
        "previous",
        "shift+tab",
        context("key", "previous picture"),
        N_("Show the previous picture."),
        _JOURNEY,
        rank=HIDDEN,
    ),
    Action(
        "period",
        "p",
        context("key", "period"),
        N_("Another period: a year, a quarter, since your last talk, everything."),
        _JOURNEY,
        rank=2,
    ),
    Action(
        "as_text",
        "t",
        context("key", "as text"),
        N_("The same facts as a list, or the picture again."),
        _JOURNEY,
        rank=2,
    ),
    Action(
        "new",
        "n",
        context("key", "milestone"),
        N_("Write down a milestone on the day under the cursor."),
        _JOURNEY,
        can_write,
        rank=5,
    ),
    Action(
        "choose_skill",
        "f",
        context("key", "skill"),
        N_("Choose of which skill you see the course."),
        _JOURNEY,
        something,
        rank=6,
    ),
    Action(
        "export",
        "x",
        context("key", "portfolio"),
        N_("Choose what goes along, look at exactly that, and hand it over."),
        _in("conversation"),
        something,
        rank=1,
    ),
    Action(
        "open",
        "enter",
        context("key", "read"),
        N_("Read the document, or the list; open what can be mended."),
        _in("sharing"),
        rank=1,
    ),
    Action(
        "mark",
        "space",
        context("key", "in/out"),
        N_("Leave it out this time, or take it in; the record itself stays as it is."),
        _in("sharing"),
        on_a_record,
        rank=1,
        display="space",
    ),
    Action(
        "export", "x", context("key", "save"), N_("Save the document as a file to hand over."), _in("sharing"), rank=1
    ),
    Action(
        "period",
        "p",
        context("key", "period"),
        N_("Another period: a year, since your last conversation, everything."),
        _in("sharing"),
        rank=3,
    ),
    Action("form", "a", context("key", "form"), N_("A whole portfolio, or one page."), _in("sharing"), rank=3),
    Action(
        "document_language",
        "l",
        context("key", "language"),
        N_("The language of the document."),
        _in("sharing"),
        rank=4,
    ),
    Action(
        "names",
        "g",
        context("key", "names"),
        N_("How people are called: by their role only, or by name if they agreed."),
        _in("sharing"),
        rank=4,
    ),
    Action(
        "conversation",
        "c",
        context("key", "for whom"),
        N_("The conversation that the document is for; what you chose for it goes along."),
        _in("sharing"),
        rank=4,
    ),
    Action(
        "share",
        "s",
        context("key", "private"),
        N_("Make it private again; copies that you handed out stay out there."),
        _in("sharing"),
        can_change,
        rank=2,
    ),
    Action(
        "next_question",
        "enter",
        context("key", "next"),
        N_("Go on; on an empty line: skip the question."),
        _in("check"),
        rank=1,
    ),
    Action(
        "new_line", "ctrl+j", context("key", "new line"), N_("Begin a new line in your answer."), _in("check"), rank=3
    ),
    Action("save", "ctrl+s", context("key", "save"), N_("Save what you wrote."), _in("form", "check"), rank=1),
    Action(
        "link",
        "ctrl+l",
        context("key", "link"),
        N_("Link it with a goal, a skill, a person or evidence."),
        _in("check"),
        rank=3,
    ),
    Action("day", "f4", context("key", "other day"), N_("Write about another day."), _in("check"), rank=4),
    Action(
        "own_editor",
        "ctrl+e",
        context("key", "editor"),
        N_("Write this text in your own editor."),
        _in("form", "check"),
        rank=6,
    ),
    Action(
        "back", "escape", context("key", "back"), N_("Go back; what you wrote is kept."), _in("check", "form"), rank=2
    ),
    Action("back", "escape", context("key", "back"), N_("Go back a step."), available=deeper, rank=2),
    Action(
        "over_shoulder",
        "v",
        context("key", "over the shoulder"),
        N_("Show only what may be shared, when someone looks along."),
        available=something,
        rank=7,
    ),
    Action("hide", "f9", context("key", "hide"), N_("Hide everything at once; f9 brings it back."), rank=8),
    Action(
        "hide",
        "f9",
        context("key", "hide"),
        N_("Hide everything at once; f9 brings it back."),
        _in("check", "form"),
        rank=8,
    ),
    Action(
        "palette", "ctrl+p", context("key", "commands"), N_("Find anything that can be done here by its name."), rank=8
    ),
    Action("help", "question_mark", context("key", "help"), N_("What you can do where you are."), rank=0, display="?"),
    Action("quit", "q", context("key", "quit"), N_("Close Leerreis. What you are writing is kept."), rank=4),
)
"""In the order of the line of keys."""


def at(where: str) -> tuple[Action, ...]:
    """What can be done in a place or a small screen, whether it is available now or not."""
    everywhere = where in _ALSO or any(place.id == where for place in PLACES)
    return tuple(a for a in ACTIONS if where in a.where or (everywhere and not a.where))


def bindings(where: str) -> list[BindingType]:
    """The bindings of a screen: its actions, and in a place the number keys of the other places."""
    found: list[BindingType] = [
        Binding(a.key, a.id, a.label[1], key_display=a.display or None, tooltip=a.help, id=a.id, show=a.rank < HIDDEN)
        for a in at(where)
    ]
    if where in _ALSO or any(place.id == where for place in PLACES):
        found += [Binding(p.key, f"go('{p.id}')", p.label, show=False, id=f"go_{p.id}") for p in PLACES]
    return found


def find(action: str, where: str) -> Action | None:
    """The row of an action where someone stands."""
    return next((a for a in at(where) if a.id == action), None)


def ids() -> Iterable[str]:
    """Every id that a person can give a key of their own."""
    return dict.fromkeys((*(a.id for a in ACTIONS), *(f"go_{p.id}" for p in PLACES)))
