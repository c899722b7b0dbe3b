"""Choosing a value for a form field: opens the dialog with the options and returns the choice."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from portfolio.capture.entry import spec_of
from portfolio.capture.options import Option, current, new_kind, new_names, options_of, takes_several
from portfolio.records.equivalence import caseless
from portfolio.sanitise import clean_line
from portfolio.tui.dialogs.pick import NewOptions, PickDialog
from portfolio.wording import Words
from portfolio.wording.names import field_hint, kind_name

if TYPE_CHECKING:
    from portfolio.capture.entry import Entry
    from portfolio.tui.shell.screen import OwnScreen


async def ask_value(
    screen: OwnScreen[None], entry: Entry, key: str, label: str, typed: str, *, at: str = ""
) -> str | None:
    """Ask for the value of field `key`, with this `label`; `typed` filters the options at the start.

    Of several values one is added or taken away at a time: the caller asks again, with the cursor `at` DONE, until that
    is the answer, or None when the user goes back.
    """
    state = screen.services.state
    options, chosen = [*options_of(entry, key, state), *new_names(entry, key, state)], entry.lines(key)
    new = making(new_kind(spec_of(entry, key)), options, state.words)
    title = label if label.endswith("?") else field_hint(key, state.words, entry.kind) or label
    at = at or (chosen[-1] if chosen else current(entry, key, state))
    several = takes_several(spec_of(entry, key))
    dialog = PickDialog(title, options, chosen=chosen, at=at, new=new, typed=typed, several=several)
    return await screen.ask(dialog)


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
