"""Linking in one key: everything that can be linked, in one list to narrow down, and new names made on the way."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from portfolio.capture.entry import Entry
from portfolio.records.kinds import fields
from portfolio.tui.dialogs.options import Option, lost_links, named, new_kind
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
"""By kind the fields that are linked in one key."""


def offered(writing: Entry, look: AppState) -> list[Option]:
    """What can be linked: the key of an option is its field and its id."""
    found = []
    for field in FIELDS.get(writing.kind, ()):
        kind = new_kind(fields(writing.kind)[field])
        what = capital(kind_name(kind, look.words))
        options = named(kind, look, writing.record) + lost_links(writing, field, look)
        found += [Option(f"{field}:{o.key}", o.label, what) for o in options]
    return found


class Link(NamedTuple):
    """What was chosen."""

    field: str
    line: str
    """The id of a record, or the name of one that is new."""
    linked: bool
    """Whether all are linked with it now; else none is any more."""


async def ask_link(screen: OwnScreen[None], writings: Sequence[Entry], look: AppState) -> Link | None:
    """Ask what to link these with."""
    _, writing = look.words, writings[0]
    common = [f for f in FIELDS.get(writing.kind, ()) if all(f in FIELDS.get(w.kind, ()) for w in writings)]
    options = [option for option in offered(writing, look) if option.key.partition(":")[0] in common]
    chosen = [f"{f}:{line}" for f in common for line in writing.lines(f) if all(line in w.lines(f) for w in writings)]
    makers = []
    for field in common:
        kind = new_kind(fields(writing.kind)[field])
        same = [o for o in options if o.key.startswith(f"{field}:")]
        makers.append(making(kind, same, _, prefix=f"{field}:"))

    def new(typed: str) -> Sequence[Option]:
        return [option for make in makers if make is not None for option in make(typed)]

    title = _("What does this belong to? A goal, a skill, a person or evidence.")
    key = await screen.ask(PickDialog(title, options, chosen=chosen, new=new))
    if key is None:
        return None
    field, _colon, line = key.partition(":")
    return Link(field, line, not all(line in each.lines(field) for each in writings))
