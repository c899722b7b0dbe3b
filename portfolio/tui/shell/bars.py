"""The text of the place bar at the top of the screen and of the key bar at the bottom."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from textual.binding import Binding

from portfolio.records.persons import Profile
from portfolio.sanitise import clean_line
from portfolio.text import ELLIPSIS, cells, cut_at_word
from portfolio.tui.keymap import table
from portfolio.tui.keymap.names import named
from portfolio.tui.keymap.places import PLACES, SETTINGS, Place
from portfolio.tui.services.state import AppState
from portfolio.tui.text.spans import EMPTY, Line, Span, width_of
from portfolio.tui.widgets.bars import MARGIN, Part
from portfolio.wording import Words
from portfolio.wording.dates import day_in_full

KEY_GAP: Final = 3
"""Cells of space between two keys."""


def key_name(binding: Binding) -> str:
    """Return the name of a key as shown on the screen."""
    return named(binding.key, binding.key_display or "")


def places_line(where: str, state: AppState, width: int) -> tuple[list[Part], Line]:
    """Return the places, with `where` marked, and the text at the right: name and day, or that only shared is shown.

    When `width` cells are too few, first the gaps between the places are left out; then some of the other places have
    their short name: as many as possible keep their own, and no name is ever cut. On a terminal that is narrower still,
    the places that are furthest away fold into an ellipsis.
    """
    _ = state.words
    there = (*PLACES, SETTINGS) if where == SETTINGS.id else PLACES
    keyed = [(state.keys.get(f"go_{p.id}", ""), p) for p in there]
    parts = [_place(key, _(p.label), p.id, where) for key, p in keyed]
    if _room(parts, width) < 0:
        parts = [_close(key, _(p.label), p.id, where) for key, p in keyed]
    if _room(parts, width) < 0:
        parts = _some(keyed, where, width, _)
    return parts, _whose(state, _room(parts, width) - 5)


def _some(keyed: Sequence[tuple[str, Place]], where: str, width: int, _: Words) -> list[Part]:
    """Return the places with the whole name of this one, and a whole or a short name of each other one."""

    def lost(place: Place) -> int:
        return cells(_(place.label)) - cells(_.context(*place.short))

    def all_with(named: set[str]) -> list[Part]:
        return [_close(key, _(p.label) if p.id in named else _.context(*p.short), p.id, where) for key, p in keyed]

    named = {where}
    for _key, place in sorted(keyed, key=lambda pair: lost(pair[1])):
        if _room(all_with({*named, place.id}), width) >= 0:
            named.add(place.id)
    here = next((n for n, (_key, place) in enumerate(keyed) if place.id == where), 0)
    return _around(all_with(named), here, width)


def _around(parts: list[Part], here: int, width: int) -> list[Part]:
    """Return the parts around the one at index `here` that fit, with an ellipsis for those before and after them."""
    first, last, away = 0, len(parts), Part((Span(f" {ELLIPSIS}", "muted"),))
    shown = parts
    while _room(shown, width) < 0 and last - first > 1:
        if here - first >= last - 1 - here:
            first += 1
        else:
            last -= 1
        shown = [*([away] if first else []), *parts[first:last], *([away] if last < len(parts) else [])]
    return shown


def _room(parts: Iterable[Part], width: int) -> int:
    """Return the number of cells left beside these parts and one cell at the edge; negative when they do not fit."""
    return width - 1 - sum(width_of(part.line) for part in parts)


def _place(key: str, label: str, place: str, where: str) -> Part:
    words = f"{key} {label}".strip()
    line = (Span(f"[{words}]", "accent", bold=True),) if place == where else (Span(f" {words} ", "muted"),)
    return Part(line, f"go('{place}')")


def _close(key: str, label: str, place: str, where: str) -> Part:
    """Return a place with one cell before it instead of brackets, and a sign before the current one."""
    here, words = place == where, f"{key} {label}".strip()
    line: Line = (Span(" ▸" if here else " ", "accent"), Span(words, "accent" if here else "muted", here))
    return Part(line, f"go('{place}')")


def _whose(state: AppState, room: int) -> Line:
    _ = state.words
    if not state.alone:
        return _first_that_fits(
            [(Span(_("over the shoulder: only what is shareable"), "shareable", bold=True),),
             (Span(_("only shareable"), "shareable", bold=True),),
             (Span("◉", "shareable", bold=True),)],
            room,
        )  # fmt: skip
    profile = next(iter(state.records.of(Profile)), None)
    name = cut_at_word(clean_line(profile.name or ""), 30) if profile else ""
    day = day_in_full(state.today, _)
    if state.example:
        example = Span(_("example"), "accent", bold=True)
        return _first_that_fits([(example, Span(f" · {day}", "muted")), (example,)], room)
    full = " · ".join(words for words in (name, day) if words)
    return _first_that_fits([(Span(full, "muted"),), (Span(name or day, "muted"),)], room)


def _first_that_fits(lines: Iterable[Line], room: int) -> Line:
    return next((line for line in lines if width_of(line) <= room), EMPTY)


def keys_line(bindings: Iterable[Binding], where: str, _: Words, width: int) -> list[Part]:
    """Return the keys that fit in `width` cells with one left at the edge, in the order of the table of actions.

    Bindings come in any order, since the user's own keys are added last. When they do not fit, the keys with the
    highest `Action.rank` are left out first; going back has the lowest.
    """
    bindings = list(bindings)
    pairs = {second: first for first, (second, _label) in table.PAIRS.items()}
    ranked: list[tuple[int, Part]] = []
    shown: set[str] = set()
    order = {action.id: n for n, action in reversed(list(enumerate(table.at(where))))}
    for binding in sorted(bindings, key=lambda binding: order.get(binding.id or "", 0)):
        row = table.find(binding.id or "", where)
        same = {row.id, pairs.get(row.id), binding.description} if row is not None else set()
        if row is not None and binding.show and not shown & same:  # of several keys that do the same the first
            shown.update((row.id, binding.description))
            second, label = table.PAIRS.get(row.id, ("", ("", "")))
            other = next((key_name(b) for b in bindings if b.id == second), "")
            gap = " " if len(key_name(binding)) > 1 or len(other) > 1 else ""
            name = f"{key_name(binding)}{gap}{other}" if other else key_name(binding)
            words = (
                Span(name, "accent", bold=True),
                Span(f" {_.context(*label) if other else binding.description}", "muted"),
            )
            ranked.append((row.rank, Part(words, row.id)))
    while ranked and sum(width_of(part.line) + KEY_GAP for _rank, part in ranked) - KEY_GAP > width - MARGIN - 1:
        last = max(range(len(ranked)), key=lambda i: (ranked[i][0], i))
        del ranked[last]
    last = len(ranked) - 1
    return [part if n == last else part._replace(line=(*part.line, Span(" " * KEY_GAP)))
            for n, (_rank, part) in enumerate(ranked)]  # fmt: skip
