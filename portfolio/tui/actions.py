"""Everything that a key does: key, words, help, where and when. Footer, help, palette and bindings come from here.

An action `share` is done by the method `action_share` of the screen. Adding one is a row here and that method.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from textual.binding import Binding

from portfolio.records.record import Record
from portfolio.tui.places import PLACES
from portfolio.wording import N_


@dataclass(frozen=True, slots=True)
class Situation:
    """Where someone stands, as far as it decides what can be done."""

    chosen: Record | None = None
    """The record that the cursor is on."""
    row: str = ""
    """What the row stands for that the cursor is on."""
    alone: bool = True
    writable: bool = True
    something: bool = False
    """Whether there is anything written down yet."""
    deeper: bool = False
    """Whether there is a step back within this place."""


def _always(_situation: Situation) -> bool:
    return True


def _on_a_row(situation: Situation) -> bool:
    return bool(situation.row)


def _can_write(situation: Situation) -> bool:
    return situation.alone and situation.writable


def _can_change(situation: Situation) -> bool:
    return _can_write(situation) and situation.chosen is not None


def _can_drop(situation: Situation) -> bool:
    return _can_change(situation) or (_can_write(situation) and situation.row.startswith("draft:"))


def _can_undo(situation: Situation) -> bool:
    return _can_write(situation) and situation.something


def _something(situation: Situation) -> bool:
    return situation.something


def _deeper(situation: Situation) -> bool:
    return situation.deeper


@dataclass(frozen=True, slots=True)
class Action:
    """One thing that a key does."""

    id: str
    key: str
    label: str
    """One or two words for the line of keys: an English message id."""
    help: str
    """One sentence: an English message id."""
    where: frozenset[str] = frozenset()
    """The places and small screens where it is; empty: in every place."""
    available: Callable[[Situation], bool] = _always
    rank: int = 5
    """What stays longest on a narrow line of keys: the lowest. From 9 on it is never there."""
    display: str = ""
    """The key as it is shown, where its name is no help."""


def _in(*where: str) -> frozenset[str]:
    return frozenset(where)


_LISTS: Final = _in("today", "reflections")

ACTIONS: Final[tuple[Action, ...]] = (
    Action("open", "enter", N_("open"), N_("Open what the cursor is on."), _LISTS, _on_a_row, 1),
    Action("new", "n", N_("note"), N_("Write a note: one line is enough."), _LISTS, _can_write, 2),
    Action("edit", "e", N_("edit"), N_("Change what you wrote."), _LISTS, _can_change, 3),
    Action("share", "s", N_("share"), N_("Make it shareable, or private again."), _LISTS, _can_change, 3),
    Action("delete", "d", N_("delete"), N_("Delete it; undo brings it back."), _LISTS, _can_drop, 5),
    Action("undo", "u", N_("undo"), N_("Take back your last change."), _LISTS, _can_undo, 4),
    Action("search", "slash", N_("search"), N_("Find by words, while you type."), _in("reflections"), _something, 3, "/"),
    Action("previous", "left", N_("previous picture"), N_("Show the previous picture."), _in("journey"), _always, 9, "←"),
    Action("next", "right", N_("next picture"), N_("Show the next picture."), _in("journey"), _always, 2, "←→"),
    Action("earlier", "p", N_("period"), N_("Choose the period: a year, a quarter, everything."), _in("journey"), _always, 3),
    Action("as_text", "t", N_("as text"), N_("The same facts as a list, or the picture again."), _in("journey"), _always, 3),
    Action("export", "x", N_("export"), N_("Save what you see here as a file to hand over."), _in("conversation"), _something, 1),
    Action("sort", "a", N_("form"), N_("A whole portfolio, or one page."), _in("conversation"), _always, 2),
    Action("document_language", "l", N_("language"), N_("The language of the document."), _in("conversation"), _always, 2),
    Action("next_question", "enter", N_("next"), N_("Go on; on an empty line: skip the question."), _in("check"), _always, 1),
    Action("new_line", "ctrl+j", N_("new line"), N_("Begin a new line in your answer."), _in("check"), _always, 3),
    Action("save", "ctrl+s", N_("save"), N_("Save what you changed."), _in("edit"), _always, 1),
    Action("back", "escape", N_("back"), N_("Go back; what you wrote is kept."), _in("check", "edit", "choose"), _always, 2),
    Action("back", "escape", N_("back"), N_("Go back a step."), frozenset(), _deeper, 2),
    Action("over_shoulder", "v", N_("over the shoulder"), N_("Show only what may be shared, when someone looks along."), rank=6),
    Action("hide", "f9", N_("hide"), N_("Hide everything at once; f9 brings it back."), rank=7),
    Action("hide", "f9", N_("hide"), N_("Hide everything at once; f9 brings it back."), _in("check", "edit"), _always, 7),
    Action("palette", "ctrl+p", N_("commands"), N_("Find anything that can be done here by its name."), rank=8),
    Action("help", "question_mark", N_("help"), N_("What you can do where you are."), rank=0, display="?"),
    Action("quit", "q", N_("quit"), N_("Close Leerreis. What you are writing is kept."), rank=4),
)  # fmt: skip
"""In the order of the line of keys."""


def at(where: str) -> tuple[Action, ...]:
    """What can be done in a place or a small screen, whether it is available now or not."""
    everywhere = any(place.id == where for place in PLACES)
    return tuple(a for a in ACTIONS if where in a.where or (everywhere and not a.where))


def bindings(where: str) -> list[Binding]:
    """The bindings of a screen: its actions, and in a place the number keys of the other places."""
    found = [
        Binding(a.key, a.id, a.label, key_display=a.display or None, tooltip=a.help, id=a.id, show=a.rank < 9)
        for a in at(where)
    ]
    if any(place.id == where for place in PLACES):
        found += [Binding(p.key, f"go('{p.id}')", p.label, show=False, id=f"go_{p.id}") for p in PLACES]
    return found


def find(action: str, where: str) -> Action | None:
    """The row of an action where someone stands."""
    return next((a for a in at(where) if a.id == action), None)


def ids() -> Iterable[str]:
    """Every id that a person can give a key of their own."""
    return dict.fromkeys((*(a.id for a in ACTIONS), *(f"go_{p.id}" for p in PLACES)))
