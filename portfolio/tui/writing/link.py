"""Linking a text by one key: one list of everything that can be linked, in which new names can be typed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from portfolio.capture.entry import Entry
from portfolio.capture.options import Option, lost_links, named, new_kind
from portfolio.records.kinds import fields
from portfolio.tui.dialogs.pick import PickDialog
from portfolio.tui.writing.choose_value import making
from portfolio.wording.names import capital, kind_name

if TYPE_CHECKING:
    from portfolio.tui.services.state import AppState
    from portfolio.tui.shell.screen import OwnScreen

FIELDS: Final[Mapping[str, tuple[str, ...]]] = {
    "reflection": ("goals", "skills", "people", "evidence"),
    "feedback": ("goals", "skills"),
    "evidence": ("goals", "skills"),
    "milestone": ("goals", "skills"),
    "goal": ("skills", "helpers"),
    "rating": ("evidence",),
}
"""Fields that this dialog fills, by kind."""


def offered(entry: Entry, state: AppState) -> list[Option]:
    """Return the records that can be linked; the key of an option is its field and id."""
    found = []
    for field in FIELDS.get(entry.kind, ()):
        kind = new_kind(fields(entry.kind)[field])
        what = capital(kind_name(kind, state.words))
        options = named(kind, state, entry.record) + lost_links(entry, field, state)
        found += [Option(f"{field}:{o.key}", o.label, what) for o in options]
    return found


class Link(NamedTuple):
    """The chosen link."""

    field: str
    line: str
    """The id of a record, or the name of a new record."""
    linked: bool
    """True to add the link to every entry, False to remove it from every entry."""


async def ask_link(screen: OwnScreen[None], entries: Sequence[Entry], state: AppState) -> Link | None:
    """Ask what to link these entries with."""
    _, entry = state.words, entries[0]
    common = [f for f in FIELDS.get(entry.kind, ()) if all(f in FIELDS.get(w.kind, ()) for w in entries)]
    options = [option for option in offered(entry, state) if option.key.partition(":")[0] in common]
    chosen = [f"{f}:{line}" for f in common for line in entry.lines(f) if all(line in w.lines(f) for w in entries)]
    makers = []
    for field in common:
        kind = new_kind(fields(entry.kind)[field])
        same = [o for o in options if o.key.startswith(f"{field}:")]
        makers.append(making(kind, same, _, prefix=f"{field}:"))

    def new(typed: str) -> Sequence[Option]:
        return [option for make in makers if make is not None for option in make(typed)]

    title = _("What does this belong to? A goal, a skill, a person or evidence.")
    key = await screen.ask(PickDialog(title, options, chosen=chosen, new=new))
    if key is None:
        return None
    field, _colon, line = key.partition(":")
    return Link(field, line, not all(line in each.lines(field) for each in entries))
