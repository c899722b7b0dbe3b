"""The state of the app at one moment: the one value that is passed to the screens."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, NamedTuple

from portfolio.records.collection import Records
from portfolio.records.reflections import Reflection
from portfolio.tui.keymap.names import USUAL, KeyNames
from portfolio.wording import Words

if TYPE_CHECKING:
    from portfolio.journey.prompts.nudges import Nudge
    from portfolio.journey.prompts.proposals import Proposal
    from portfolio.journey.sharing.share import Shared
    from portfolio.notebook.drafts import Unfinished
    from portfolio.notebook.reports import Action, Arrival, Notice, State


def nothing_seen(_identity: str) -> Mapping[str, Iterable[str]]:
    """Return no versions, for states that must not be used for editing."""
    return {}


class Taken(NamedTuple):
    """A step that was taken in the preparation of a conversation."""

    step: Literal["choose", "open", "read", "confirm"]
    conversation: str


class NextActs(NamedTuple):
    """The actions that undo and redo would reverse or repeat; None where there is none."""

    undo: Action | None = None
    redo: Action | None = None


class Asks(NamedTuple):
    """Questions about the file that only the user can answer."""

    missing: bool = False
    """Whether the file is missing while this computer still has its contents."""
    others: Sequence[tuple[str, str]] = ()
    """Other portfolios that may belong to this one: id and path."""
    purged: Mapping[str, int] = MappingProxyType({})
    """Number of records per kind that another computer deleted for good while this one still holds their text."""


class AppState(NamedTuple):
    """Records and what is shown with them. Immutable: a new one is made after each change."""

    words: Words
    today: date
    records: Records
    """The records that may be shown: all of them, or in Over the shoulder only the shareable parts."""
    recent: Sequence[Reflection] = ()
    """The newest reflections, newest first: enough for one screen. `records` has all of them and reads them when they
    are opened."""
    shared: Shared | None = None
    """In Over the shoulder: what may be shared. None outside it, or while it is not known yet."""
    looked_on: bool = False
    """Whether Over the shoulder is on."""
    seen: Callable[[str], Mapping[str, Iterable[str]]] = nothing_seen
    """Returns the versions of a record that the texts in `records` come from: what an edit may replace."""
    shown: State | None = None
    """The notebook's state then: what an action without a form may replace. None before the file was read."""
    unfinished: tuple[Unfinished, ...] = ()
    inbox: int = 0
    """How many notes wait in the inbox; 0 in Over the shoulder."""
    notices: tuple[Notice, ...] = ()
    arrived: tuple[Arrival, ...] = ()
    """Changes from copies beside the file since the previous state; empty in Over the shoulder."""
    asks: Asks = Asks()
    writable: bool = True
    next_acts: NextActs = NextActs()
    """What undo and redo would do; empty in Over the shoulder, since their names contain private words."""
    worth: Nudge | Proposal | None = None
    """One suggestion, or a milestone that could be made; None in Over the shoulder."""
    this_day: Sequence[Reflection] = ()
    """Reflections of this day in earlier years, newest first; empty in Over the shoulder."""
    exists: bool = False
    """Whether a portfolio exists yet."""
    example: bool = False
    """Whether this is the example portfolio."""
    keys: KeyNames = USUAL
    """Display names of the keys, for sentences that mention one."""
    taken: frozenset[Taken] = frozenset()
    """The steps of a preparation that were taken in this session, such as a document read to its end."""
    talked_about: Mapping[str, frozenset[str]] = MappingProxyType({})
    """The points discussed in this session, by conversation."""
    read: bool = True
    """False until the file has been read for the first time."""

    @property
    def alone(self) -> bool:
        """Whether private content may be shown."""
        return self.shared is None and not self.looked_on
