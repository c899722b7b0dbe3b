"""The lines of the help: the place, what each key does, where the file is, and how private it is."""

from __future__ import annotations

from collections.abc import Iterator

from portfolio.locations import Locations
from portfolio.sanitise import clean_line
from portfolio.text import wrap
from portfolio.tui.keymap import table
from portfolio.tui.keymap.pictures import NAMES
from portfolio.tui.keymap.places import BY_ID, PLACES
from portfolio.tui.services.state import AppState
from portfolio.tui.text.spans import EMPTY, Line, Span
from portfolio.wording.names import capital


def help_lines(where: str, state: AppState, locations: Locations, width: int) -> list[Line]:
    """Return the help for one place, wrapped to `width` cells."""
    return list(_lines(where, state, locations, width))


def _lines(where: str, state: AppState, locations: Locations, width: int) -> Iterator[Line]:
    _, place = state.words, BY_ID.get(where)
    if place is not None:
        yield (Span(_(place.label), "accent", bold=True), Span(f" · {_(place.help)}", "muted"))
        yield EMPTY
    rows = [(state.keys[action.id], _(action.help)) for action in table.at(where)]
    rows += [(state.keys[f"go_{p.id}"], f"{_(p.label)}: {_(p.help)}.") for p in PLACES if p.id != where]
    if where == "journey":
        rows += [(name.key, f"{_.context(*name.label)}: {_(name.asks)}") for name in NAMES]
    if where in table.BESIDE:
        rows.append(("← →", _("To the place beside this one.")))
    rows.append(("ctrl+_", _("In a text: undo what you typed.")))
    rows.append(("ctrl+z", _("To the shell for a while; fg brings Leerreis back. Not on Windows.")))
    rows.append(("↑ ↓", _("Move. Enter and esc do the rest; the mouse works too.")))
    wide = max(len(key) for key, _sentence in rows) + 2
    for key, sentence in rows:
        first, *rest = wrap(sentence, width - wide)
        yield (Span(key.ljust(wide), "accent", bold=True), Span(first))
        for line in rest:
            yield (Span(" " * wide), Span(line))
    yield EMPTY
    yield (Span(capital(_("where is my file?")), "accent", bold=True),)
    for text in (
        clean_line(locations.data_file),
        _("A copy of every word is kept on this computer too. Nothing is sent anywhere, ever."),
        _("What you write is private until you make it shareable, and it leaves only when you export it."),
    ):
        yield from ((Span(line),) for line in wrap(text, width))
    yield EMPTY
    yield (Span(_("esc closes this"), "muted"),)
