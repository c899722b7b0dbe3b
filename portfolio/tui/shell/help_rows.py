"""The lines of the help: the keys that matter on a screen and where the file is; and every key, in groups."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from portfolio.locations import Locations
from portfolio.pictures.lane_legend import MEANINGS
from portfolio.pictures.signs import Signs
from portfolio.sanitise import clean_line
from portfolio.text import wrap
from portfolio.tui.keymap import key_groups, table
from portfolio.tui.keymap.action import HIDDEN, Action
from portfolio.tui.keymap.conditions import ActionContext
from portfolio.tui.keymap.custom import Keys, keyed
from portfolio.tui.keymap.movement import MOVES
from portfolio.tui.keymap.names import named
from portfolio.tui.keymap.pictures import NAMES
from portfolio.tui.keymap.places import BY_ID, EVERYWHERE, PLACES
from portfolio.tui.keymap.writing import ENTER
from portfolio.tui.services.state import AppState
from portfolio.tui.text.spans import EMPTY, Line, Span
from portfolio.wording import Words
from portfolio.wording.names import capital

MOST: Final = 12
"""Largest number of keys that the help of a screen shows."""
_FURTHER: Final = (("move_first", "move_last"), ("half_up", "half_down"))
"""The ways to move further that the help of a screen names, in pairs."""


_BEFORE_SIGNS: Final = ("open", "next", "signs")
"""The keys of the journey that the help names before its signs."""


def help_lines(
    where: str, context: ActionContext, state: AppState, keys: Keys, locations: Locations, signs: Signs, width: int
) -> list[Line]:
    """Return the keys that matter on a screen now, its signs and where the file is, wrapped to `width` cells.

    On the journey, which has the most signs, they come after the first few keys.
    """
    _, place = state.words, BY_ID.get(where)
    lines: list[Line] = []
    if place is not None:
        lines += [(Span(_(place.label), "accent", bold=True), Span(f" · {_(place.help)}", "muted")), EMPTY]
    actions = matter(where, context)
    first = [action for action in actions if where == "journey" and action.id in _BEFORE_SIGNS]
    rows = _here(where, context, state, keys, first or actions)
    if where in EVERYWHERE:
        rows.insert(0, _moving(keys, _))
    lines += _table(rows, width)
    if first:
        further = _here(where, context._replace(enter=""), state, keys, [a for a in actions if a not in first])
        lines += [*_sign_lines(where, signs, _, width), EMPTY, *_table(further, width)]
    lines += [EMPTY, (Span(capital(_("where is my file?")), bold=True),)]
    for text in (
        clean_line(locations.data_file),
        _("A copy of every word is kept on this computer too. Nothing is sent anywhere, ever."),
        _("What you write is private until you make it shareable, and it leaves only when you export it."),
    ):
        lines += [(Span(line),) for line in wrap(text, width)]
    return lines if first or place is None else [*lines, *_sign_lines(where, signs, _, width)]


def _sign_lines(where: str, signs: Signs, _: Words, width: int) -> list[Line]:
    """Return what the signs of a place mean."""
    found = [("●", _("shareable: you can hand it over")), ("○", _("shareable once the other person says yes"))]
    if where == "journey":
        found = [(_sign(signs, name), capital(_(meaning))) for _key, name, _role, meaning in MEANINGS]
    return [EMPTY, (Span(_("What the signs mean"), bold=True),), *_table(found, width)]


def _sign(signs: Signs, name: str) -> str:
    """Return a sign as it is drawn; of levels a low, a middle and a high one."""
    sign: str = getattr(signs, name)
    return sign[1::2] if name == "heights" else sign


def matter(where: str, context: ActionContext) -> list[Action]:
    """Return the actions of the help, in the order of the key bar: possible now, and those that come first."""
    can = {a.id: a for a in reversed(table.at(where)) if a.rank < HIDDEN and a.available(context)}
    seconds = {second for second, _label in table.PAIRS.values()}
    found = (a for a in table.at(where) if can.get(a.id) is a and a.id not in seconds)
    first = sorted(found, key=lambda action: action.rank)[: MOST - 1]
    return [action for action in table.at(where) if action in first]


def _here(
    where: str, context: ActionContext, state: AppState, keys: Keys, actions: Iterable[Action]
) -> list[tuple[str, str]]:
    """Return the keys and sentences of enter and of these actions; keys that do the same here share a row."""
    _, rows = state.words, dict[str, list[str]]()
    if context.enter in ENTER:
        rows[_(ENTER[context.enter])] = [named("enter")]
    for action in actions:
        if action.id == "next_question" and context.enter:
            continue
        second = table.find(table.PAIRS.get(action.id, ("", ()))[0], where)
        both = (action, second) if second is not None else (action,)
        sentence = " ".join(_(each.help) for each in both)
        rows.setdefault(sentence, []).extend(_key(each, where, state, keys) for each in both)
    return [(" ".join(names), sentence) for sentence, names in rows.items()]


def _key(action: Action, where: str, state: AppState, keys: Keys) -> str:
    """Return the name of the key of an action; in a text, the key that types nothing."""
    if where in EVERYWHERE:
        return state.keys[action.id]
    silent = (key for key in keys.of[action.id] if len(named(key)) > 1)
    return named(next(silent, keys.first(action.id)))


def _moving(keys: Keys, _: Words) -> tuple[str, str]:
    """Return the row about moving: the arrows, and the letters and other keys that move too."""
    up, down = (keys.of[name] for name in ("move_up", "move_down"))
    others = [" ".join(named(key) for key in each) for each in zip(up[1:], down[1:], strict=False)]
    others += [" ".join(named(keys.of[n][-1]) for n in pair) for pair in _FURTHER if all(map(keys.of.get, pair))]
    sentence = _("Move; {keys} and the mouse work too.").format(keys=", ".join(others))
    return f"{named(up[0])} {named(down[0])}", sentence


def every_key(state: AppState, keys: Keys, width: int) -> list[Line]:
    """Return every key of the app, in groups by where it works."""
    _ = state.words
    lines: list[Line] = []

    def group(heading: str, found: Iterable[tuple[str, str]]) -> None:
        lines.extend([EMPTY] if lines else [])
        lines.append((Span(capital(heading), bold=True),))
        lines.extend(_table(list(found), width))

    def shown(name: str, display: str = "") -> str:
        return " ".join(display if n == 0 and display and key in keyed()[name].keys else named(key)
                        for n, key in enumerate(keys.of[name]))  # fmt: skip

    group(_("Moving, but not while you write"), ((shown(move.id), f"{_(move.label)}.") for move in MOVES))
    beside = f"{state.keys['move_left']} {state.keys['move_right']}", _("Go to the place beside this one.")
    group(_("Places"), (*((shown(f"go_{p.id}"), f"{_(p.label)}: {_(p.help)}.") for p in PLACES), beside))
    for heading, actions in key_groups.grouped().items():
        rows = dict[str, list[str]]()
        for action in actions:
            names = shown(action.id, action.display)
            rows.setdefault(_(action.help), []).append(_silent(names) if heading == key_groups.WRITING else names)
        group(_(heading), ((" ".join(names), sentence) for sentence, names in rows.items()))
    group(_("Pictures of the journey"), ((shown(f"picture_{n.id}"), _.context(*n.label)) for n in NAMES))
    group(
        _("The terminal"),
        (
            ("ctrl+q", _("Close Leerreis from anywhere.")),
            ("ctrl+z", _("To the shell for a while; fg brings Leerreis back. Not on Windows.")),
            ("ctrl+_", _("In a text: undo what you typed.")),
        ),
    )
    return lines


def _silent(names: str) -> str:
    """Return these names of keys without those that type something, unless that are all of them."""
    return " ".join(name for name in names.split(" ") if len(name) > 1) or names


def _table(rows: list[tuple[str, str]], width: int) -> Iterator[Line]:
    """Yield keys and sentences in two columns."""
    wide = max(len(key) for key, _sentence in rows) + 2
    for key, sentence in rows:
        first, *rest = wrap(sentence, width - wide)
        yield (Span(key.ljust(wide), "accent", bold=True), Span(first))
        yield from ((Span(" " * wide), Span(line)) for line in rest)
