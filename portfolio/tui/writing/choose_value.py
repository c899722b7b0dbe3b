"""Choosing into a field of a form: the dialog with what there is, and what becomes of the choice."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from portfolio.records.equivalence import caseless
from portfolio.records.kinds import fields
from portfolio.sanitise import clean_line
from portfolio.tui.dialogs.options import Option, current, new_kind, options_of
from portfolio.tui.dialogs.pick import NewOptions, PickDialog
from portfolio.wording import Words
from portfolio.wording.names import field_hint, kind_name

if TYPE_CHECKING:
    from portfolio.capture.entry import Entry
    from portfolio.tui.shell.screen import OwnScreen


async def ask_value(screen: OwnScreen[None], writing: Entry, key: str, label: str, typed: str) -> str | None:
    """Ask what goes into the field `key`, which is called `label`; `typed` begins to narrow the choice."""
    look = screen.services.state
    options, chosen = options_of(writing, key, look), writing.lines(key)
    new = making(new_kind(fields(writing.kind)[key]), options, look.words)
    title = field_hint(key, look.words, writing.kind) or label
    at = chosen[-1] if chosen else current(writing, key, look)
    return await screen.ask(PickDialog(title, options, chosen=chosen, at=at, new=new, typed=typed))


def making(kind: str, options: Sequence[Option], _: Words, prefix: str = "") -> NewOptions | None:
    """What can be made out of typed words: one of this kind, unless there is one of that name."""
    if not kind:
        return None
    labels = {caseless(option.label) for option in options}
    what = _("tag") if kind == "tag" else kind_name(kind, _)

    def made(typed: str) -> Sequence[Option]:
        if not typed or caseless(clean_line(typed)) in labels:
            return ()
        return (Option(prefix + typed, _("New {kind}: {name}").format(kind=what, name=clean_line(typed))),)

    return made
