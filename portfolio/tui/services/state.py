"""What there is to see at one moment: the one value that goes down to the screens."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from portfolio.records.collection import Records
from portfolio.records.reflections import Reflection
from portfolio.tui.keymap.names import USUAL, KeyNames
from portfolio.wording import Words

if TYPE_CHECKING:
    from portfolio.journey.prompts.nudges import Nudge
    from portfolio.journey.prompts.proposals import Proposal
    from portfolio.journey.sharing import Shared
    from portfolio.notebook.drafts import Unfinished
    from portfolio.notebook.reports import Action, Arrival, Notice, State


def nothing_seen(_identity: str) -> Mapping[str, Iterable[str]]:
    """No version of anything."""
    return {}


class NextActs(NamedTuple):
    """The acts that undo and redo would be about now; None where there is nothing."""

    undo: Action | None = None
    redo: Action | None = None


class Asks(NamedTuple):
    """What only a person can know about the file."""

    missing: bool = False
    """Whether the file is gone while this computer has its words."""
    others: Sequence[tuple[str, str]] = ()
    """Other portfolios that may belong to this one: id and where each lies."""
    purged: Mapping[str, int] = MappingProxyType({})
    """How many records of each kind another computer deleted for good, while their words wait here."""


class AppState(NamedTuple):
    """Records and what belongs with them; a new one is made after each change, and nothing in it ever changes."""

    words: Words
    today: date
    records: Records
    """What may be seen now: everything, or over the shoulder only what may be shared, stripped."""
    recent: Sequence[Reflection] = ()
    """The reflections that were written last, the newest first: enough for one screen. All of them are in `records`,
    which reads them when someone goes there."""
    shared: Shared | None = None
    """Over the shoulder: what may leave. None: you are alone, or it is not known yet."""
    looked_on: bool = False
    """Whether someone looks on."""
    seen: Callable[[str], Mapping[str, Iterable[str]]] = nothing_seen
    """Which versions of a record its texts in `records` are: what an edit that starts here may replace."""
    shown: State | None = None
    """What the notebook held then: what an act without a form may replace. None before the file was read."""
    unfinished: tuple[Unfinished, ...] = ()
    notices: tuple[Notice, ...] = ()
    arrived: tuple[Arrival, ...] = ()
    """What came from copies beside the file since the look before; nothing over the shoulder."""
    asks: Asks = Asks()
    writable: bool = True
    next_acts: NextActs = NextActs()
    """What undo and redo would do now; nothing over the shoulder, since it is named by private words."""
    worth: Nudge | Proposal | None = None
    """One quiet thing to look at, or a milestone that could be made; nothing over the shoulder."""
    this_day: Sequence[Reflection] = ()
    """What was written on this day in the years before, the newest first; nothing over the shoulder."""
    exists: bool = False
    """Whether there is a portfolio yet."""
    keys: KeyNames = USUAL
    """How the keys are called, for sentences that name one."""
    read: bool = True
    """False until the file was read for the first time."""

    @property
    def alone(self) -> bool:
        """Whether private things may be on the screen."""
        return self.shared is None and not self.looked_on
