"""The table of actions: key, label, help, where and when. Key bar, help, palette and bindings are made from it.

An action `search` runs the method `action_search`, of the app if its row is marked `by_app`, else of the screen. An
action marked `of_record` runs the flow of that name in `portfolio.tui.records.actions`. To add an action, add a row
here and that method or flow.
"""

from __future__ import annotations

from collections.abc import Collection
from functools import cache
from typing import Final

from textual.binding import Binding, BindingType

from portfolio.tui.keymap.action import HIDDEN, Action
from portfolio.tui.keymap.conditions import (
    can_add,
    can_drop,
    can_edit,
    can_link,
    can_mark,
    can_redo,
    can_share,
    can_tag,
    can_undo,
    can_write,
    has_location,
    has_state,
    has_versions,
    on_a_row,
    something,
)
from portfolio.tui.keymap.everywhere import EVERYWHERE_ACTIONS
from portfolio.tui.keymap.export import SHARING
from portfolio.tui.keymap.journey import JOURNEY_ACTIONS
from portfolio.tui.keymap.meeting import AT_THE_TABLE
from portfolio.tui.keymap.movement import MOVES, movement
from portfolio.tui.keymap.pictures import NAMES
from portfolio.tui.keymap.places import BY_ID, EVERYWHERE, PLACES, RECORD_PLACES
from portfolio.tui.keymap.records import RECORD_ACTIONS
from portfolio.tui.keymap.recovery import EARLIER
from portfolio.tui.keymap.writing import WRITING_ACTIONS
from portfolio.wording import N_
from portfolio.wording.dates import context

PLACE_IDS: Final = frozenset(BY_ID)
"""The ids of the places; other screens open on top of a place."""


def _in(*where: str) -> frozenset[str]:
    return frozenset(where)


LISTS: Final = _in("reflections", "goals", "feedback", "skills", "conversation")
"""The places with a list of records."""
WITH_RECORDS: Final = RECORD_PLACES | _in("sharing", "versions")
"""Where records are visible, so that the palette can start actions with them."""
BESIDE: Final = frozenset(BY_ID) - _in("journey")
"""The places where left and right go to the neighbouring place; on the journey they move the cursor."""
_UNDOABLE: Final = EVERYWHERE - _in("settings", "sections")
"""Where undo and redo are available: elsewhere they would change records that are not visible."""
ACTIONS: Final[tuple[Action, ...]] = (
    *EARLIER,
    *AT_THE_TABLE,
    Action("open", "enter", context("key", "change"), N_("Change this row."), _in("settings"), on_a_row, rank=1),
    Action("open", "enter", context("key", "open"), N_("Open what the cursor is on."), RECORD_PLACES, on_a_row, rank=1),
    Action(
        "new", "n", context("key", "note"), N_("Write a note: one line is enough."), _in("today"), can_write, rank=2
    ),
    Action("new", "n", context("key", "new"), N_("Make a new one."), LISTS, can_write, rank=2),
    Action(
        "look_back",
        "r",
        context("key", "more time"),
        N_("Look back with questions that fit the time you have."),
        _in("today"),
        can_write,
        rank=7,
    ),
    Action(
        "add",
        "a",
        context("key", "add"),
        N_("Add something to it: a step, a rating, an agreement."),
        RECORD_PLACES,
        can_add,
        rank=3,
        of_record=True,
    ),
    Action("open", "enter", context("key", "choose"), N_("Do what the line says."), _in("versions"), on_a_row, rank=1),
    Action(
        "versions",
        "b",
        context("key", "both versions"),
        N_("See both versions of a text, and choose."),
        RECORD_PLACES,
        has_versions,
        rank=1,
        of_record=True,
    ),
    Action(
        "edit",
        "e",
        context("key", "edit"),
        N_("Change what you wrote."),
        RECORD_PLACES,
        can_edit,
        rank=3,
        of_record=True,
    ),
    Action(
        "share",
        "s",
        context("key", "share"),
        N_("Make it shareable, or private again."),
        RECORD_PLACES,
        can_share,
        rank=3,
        of_record=True,
    ),
    Action(
        "state",
        "c",
        context("key", "status"),
        N_("Change its status: done, paused, achieved."),
        RECORD_PLACES,
        has_state,
        rank=4,
        of_record=True,
    ),
    *RECORD_ACTIONS,
    Action(
        "link",
        "l",
        context("key", "link"),
        N_("Link it with a goal, a skill, a person or evidence."),
        RECORD_PLACES,
        can_link,
        rank=6,
        of_record=True,
    ),
    Action(
        "tags",
        "number_sign",
        context("key", "tag"),
        N_("Give it a tag, or take one off."),
        RECORD_PLACES,
        can_tag,
        rank=HIDDEN,
        display="#",
        of_record=True,
    ),
    Action(
        "open_location",
        "o",
        context("key", "open it"),
        N_("Open what it points to: a file, a web page, or a document as you handed it over."),
        RECORD_PLACES,
        has_location,
        rank=4,
        of_record=True,
    ),
    Action(
        "delete",
        "d",
        context("key", "delete"),
        N_("Delete it; undo brings it back."),
        RECORD_PLACES,
        can_drop,
        rank=6,
        of_record=True,
    ),
    Action(
        "mark",
        "space",
        context("key", "mark"),
        N_("Mark it, to share, link, tag or delete several at once."),
        LISTS,
        can_mark,
        rank=6,
        display="space",
    ),
    Action(
        "mark_all",
        "ctrl+a",
        context("key", "mark all"),
        N_("Mark everything that the list shows; again: nothing."),
        LISTS,
        can_mark,
        rank=8,
    ),
    Action(
        "filter",
        "f",
        context("key", "filter"),
        N_("What to see, by tag, goal, skill, person or period, and in which order."),
        LISTS,
        something,
        rank=4,
    ),
    Action("undo", "u", context("key", "undo"), N_("Undo your last change."), _UNDOABLE, can_undo, rank=5, by_app=True),
    Action(
        "redo",
        "ctrl+r",
        context("key", "redo"),
        N_("Redo what you undid."),
        _UNDOABLE,
        can_redo,
        rank=6,
        by_app=True,
    ),
    Action(
        "search",
        "slash",
        context("key", "find"),
        N_("Find a setting or a key by its name."),
        _in("settings"),
        rank=2,
        display="/",
    ),
    Action(
        "search",
        "slash",
        context("key", "search"),
        N_("Search everything as you type."),
        EVERYWHERE - _in("settings"),
        rank=3,
        display="/",
        by_app=True,
    ),
    *JOURNEY_ACTIONS,
    Action(
        "export",
        "x",
        context("key", "hand over"),
        N_("Hand over (export): choose what is included, read exactly that, and save it as PDF, Word or a web page."),
        _in("conversation"),
        something,
        rank=1,
        by_app=True,
    ),
    Action(
        "export",
        "x",
        context("key", "hand over"),
        N_("Hand over (export): choose what is included, read exactly that, and save it as PDF, Word or a web page."),
        EVERYWHERE - _in("conversation", "sharing", "sections"),
        something,
        rank=6,
        by_app=True,
    ),
    *SHARING,
    *WRITING_ACTIONS,
    *EVERYWHERE_ACTIONS,
)
"""In the order of the key bar."""


PAIRS: Final = {
    "zoom_in": ("zoom_out", context("key", "zoom")),
    "pan_back": ("pan_on", context("key", "time")),
    "section_up": ("section_down", context("key", "order")),
    "point_before": ("next_point", context("key", "points")),
}
"""Actions that share one place in the key bar: the first, the second, and the label of both."""


@cache
def at(where: str) -> tuple[Action, ...]:
    """Return the actions of a place or small screen, available now or not."""
    return tuple(a for a in ACTIONS if where in a.where or (where in EVERYWHERE and not a.where))


@cache
def of_app() -> frozenset[str]:
    """Return the ids of the actions that the app runs."""
    return frozenset(action.id for action in ACTIONS if action.by_app)


@cache
def binding_of(action: Action, key: str = "") -> Binding:
    """Return the Textual binding of a row, for its own key or for `key`."""
    a = action
    return Binding(
        key or a.key,
        a.call,
        a.label[1],
        key_display=(not key and a.display) or None,
        tooltip=a.help,
        id=a.id,
        show=a.rank < HIDDEN,
        priority=a.first,
    )


def _bindings_of(action: Action) -> list[BindingType]:
    """Return a binding for each key of a row."""
    return [binding_of(action, "" if key == action.key else key) for key in action.keys]


def record_bindings() -> list[BindingType]:
    """Return the bindings of a widget with a cursor on records: the actions on a record, each once."""
    once = {action.id: action for action in ACTIONS if action.of_record}
    return [binding for action in once.values() for binding in _bindings_of(action)]


def bindings(where: str, *own: str) -> list[BindingType]:
    """Return the bindings of a screen: its actions, and in a place the number keys of the other places.

    `own` holds the ids of actions of the app that this screen runs itself.
    """
    found: list[BindingType] = [
        binding
        for action in at(where)
        if not action.of_record
        for binding in _bindings_of(action._replace(by_app=False) if action.id in own else action)
    ]
    if where in EVERYWHERE:
        found += [Binding(p.key, f"app.go('{p.id}')", p.label, show=False, id=f"go_{p.id}") for p in PLACES]
    if where == "journey":
        found += [Binding(n.key, f"show_picture('{n.id}')", show=False, id=f"picture_{n.id}") for n in NAMES]
    if where in BESIDE:
        found += movement(move_left="app.neighbour(-1)", move_right="app.neighbour(1)")
    return found


@cache
def find(action: str, where: str) -> Action | None:
    """Return the row of an action in a place or small screen; None if it does not exist there."""
    return next((a for a in at(where) if a.id == action), None)


def ids() -> Collection[str]:
    """Return every id for which the user can set a key."""
    places, pictures = (f"go_{place.id}" for place in PLACES), (f"picture_{name.id}" for name in NAMES)
    return dict.fromkeys((*(action.id for action in ACTIONS), *(move.id for move in MOVES), *places, *pictures))
