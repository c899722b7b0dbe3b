"""Choosing a value for a form field: opens the dialog with the options and returns the choice."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from portfolio.capture.options import Option, current, new_kind, options_of
from portfolio.records.equivalence import caseless
from portfolio.records.kinds import fields
from portfolio.sanitise import clean_line
from portfolio.tui.dialogs.pick import NewOptions, PickDialog
from portfolio.wording import Words
from portfolio.wording.names import field_hint, kind_name

if TYPE_CHECKING:
    from portfolio.capture.entry import Entry
    from portfolio.tui.shell.screen import OwnScreen


async def ask_value(screen: OwnScreen[None], entry: Entry, key: str, label: str, typed: str) -> str | None:
    """Ask for the value of field `key`, with this `label`; `typed` filters the options at the start."""
    state = screen.services.state
    options, chosen = options_of(entry, key, state), entry.lines(key)
    new = making(new_kind(fields(entry.kind)[key]), options, state.words)
    title = field_hint(key, state.words, entry.kind) or label
    at = chosen[-1] if chosen else current(entry, key, state)
    return await screen.ask(PickDialog(title, options, chosen=chosen, at=at, new=new, typed=typed))


def making(kind: str, options: Sequence[Option], _: Words, prefix: str = "") -> NewOptions | None:
    """Return a function that offers a new record or tag named by the typed words, unless that name exists."""
    if not kind:
        return None
    labels = {caseless(option.label) for option in options}
    what = _("tag") if kind == "tag" else kind_name(kind, _)

    def made(typed: str) -> Sequence[Option]:
        if not typed or caseless(clean_line(typed)) in labels:
            return ()
        return (Option(prefix + typed, _("New {kind}: {name}").format(kind=what, name=clean_line(typed))),)

    return made
