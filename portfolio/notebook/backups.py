"""Going back to a copy of earlier: what it would change, and doing it as an ordinary edit that can be undone.

What the copy said wins, on every machine, since it is written anew. Nothing is lost by it: what stood there is in undo,
what was written since stays, and what became more private since stays so.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

from portfolio.errors import PortfolioError, UsageError
from portfolio.notebook.deeds import Deed
from portfolio.notebook.notebook import Notebook, Stored
from portfolio.notebook.reading import record_of
from portfolio.records.kinds import TABLES
from portfolio.records.problems import brief
from portfolio.records.record import Record
from portfolio.store.canonical import State
from portfolio.store.showing import CAREFUL, shown_value
from portfolio.store.shown import Shown
from portfolio.store.snapshots import Snapshot
from portfolio.store.stored_form import flat
from portfolio.store.strict import UnreadableError
from portfolio.store.values import Json, same
from portfolio.wording import N_, Words

_CAREFUL = CAREFUL | {"shareable"}


class NoSuchBackup(PortfolioError):
    """There is no copy with this name."""


class SeveralBackups(UsageError):
    """More than one copy could be meant."""


class Backup(NamedTuple):
    """A copy of earlier, looked into."""

    snapshot: Snapshot
    records: int | None
    """How many records it holds that are not in the bin; None when it cannot be read."""


class Change(NamedTuple):
    """What would become of one record."""

    record: Record
    """As the copy has it."""
    fields: tuple[str, ...]
    """What it says otherwise now."""
    returns: bool = False
    """Whether it comes back from the bin."""
    leaves: bool = False
    """Whether it goes to the bin, since the copy does not have it."""


class Plan(NamedTuple):
    """What going back to a copy would do."""

    at: datetime
    changes: tuple[Change, ...] = ()
    deeds: tuple[Deed, ...] = ()
    stay: int = 0
    """Records that were made since."""
    careful: bool = False
    """Whether something was shareable then and stays private."""

    def sentences(self, _: Words) -> Iterator[str]:
        """What it would do, in words; always at least one sentence."""
        back, gone = sum(c.returns for c in self.changes), sum(c.leaves for c in self.changes)
        changed = len(self.changes) - back - gone
        if not self.changes:
            yield _("Nothing would change: everything that was there says what it said then.")
        if changed:
            yield _.plural(
                "{n} record says again what it said then.", "{n} records say again what they said then.", changed
            )
        if back:
            yield _.plural("{n} record comes back from the bin.", "{n} records come back from the bin.", back)
        if gone:
            yield _.plural("{n} record made since goes to the bin.", "{n} records made since go to the bin.", gone)
        if self.stay:
            yield _.plural("{n} record made since stays.", "{n} records made since stay.", self.stay)
        if self.careful:
            yield _("What you made private since stays private.")


def backups(notebook: Notebook) -> tuple[Backup, ...]:
    """Every copy of this portfolio, the newest first."""
    return tuple(Backup(each, _count(notebook, each)) for each in notebook.snapshots.of(notebook.state.portfolio_id))


def _count(notebook: Notebook, snapshot: Snapshot) -> int | None:
    try:
        state = notebook.snapshots.read(snapshot, notebook.state)
    except UnreadableError:
        return None
    return sum(state.count(table) for table in TABLES.values())


def find(notebook: Notebook, name: str) -> Snapshot:
    """The copy that is called so, or that alone begins so. Raises NoSuchBackup or SeveralBackups."""
    found = [each for each in notebook.snapshots.of(notebook.state.portfolio_id) if name and each.id.startswith(name)]
    if not found:
        raise NoSuchBackup(N_("There is no copy called “{name}”. See: leerreis backups"), name=brief(name))
    if len(found) > 1:
        names = ", ".join(each.id for each in found[:5])
        raise SeveralBackups(N_("More than one copy begins with “{name}”: {names}."), name=brief(name), names=names)
    return found[0]


def plan(notebook: Notebook, snapshot: Snapshot, *, exact: bool = False) -> Plan:
    """What going back to this copy would do now; `exact` also puts in the bin what it does not have.

    Raises UnreadableError.
    """
    return planned(notebook.snapshots.read(snapshot, notebook.state), notebook.state, snapshot.at, exact=exact)


def go_back(notebook: Notebook, snapshot: Snapshot, *, exact: bool = False) -> tuple[Plan, Stored]:
    """Bring back what this copy said; one undo takes all of it back. Raises UnreadableError or PortfolioError."""
    made = plan(notebook, snapshot, exact=exact)
    if not made.deeds:
        return made, Stored((), True, ())
    return made, notebook.return_to(snapshot.at, made.deeds)


def merged_since(notebook: Notebook) -> Snapshot | None:
    """The copy from before the last merge, when nothing that can be undone was done since."""
    action = notebook.next_acts().undo
    done = datetime.fromisoformat(action.at) if action else None
    found = (each for each in notebook.snapshots.of(notebook.state.portfolio_id) if each.why == "merge")
    return next((each for each in found if done is None or each.at >= done), None)


def planned(then: State, now: State, at: datetime, *, exact: bool = False) -> Plan:
    """What makes the state `now` say again what `then` said. Pure."""
    changes: list[Change] = []
    deeds: list[Deed] = []
    stay, careful = 0, False
    for kind, table in TABLES.items():
        before, after = then.table(table).lines(), now.table(table).lines()
        differing = {key for key in {**before, **after} if before.get(key) != after.get(key)}
        for key in sorted(differing, key=lambda key: (len(key), key)):
            was, current = then.shown_at(table, key), now.shown_at(table, key)
            if was is None or was.deleted or not was.has_words:
                if current is not None and not current.deleted and was is None:
                    stay += 0 if exact else 1
                    if exact:
                        changes.append(Change(record_of(kind, current), (), leaves=True))
                        deeds.append(Deed("delete", current.id, {}))
                continue
            if current is not None and not current.has_words:
                continue  # purged: no copy brings it back
            wanted, kept_private = _wanted(was, current)
            careful = careful or kept_private
            returns = current is None or current.deleted
            if wanted or returns:
                deeds.append(_deed(table, was, current, wanted))
                changes.append(Change(record_of(kind, was), tuple(sorted(wanted)), returns=returns))
    return Plan(at, tuple(changes), tuple(deeds), stay, careful)


def _deed(table: str, was: Shown, current: Shown | None, wanted: dict[str, Json]) -> Deed:
    if current is None:
        return Deed("create", was.id, flat(was.values), table)
    return Deed("undelete" if current.deleted else "edit", was.id, wanted)


def _wanted(was: Shown, current: Shown | None) -> tuple[dict[str, Json], bool]:
    """What to write so that it says again what it said, and whether something stays more private than it was."""
    then, now = flat(was.values), flat(current.values) if current else {}
    wanted: dict[str, Json] = {}
    careful = False
    for name in {**then, **now}:
        value = then.get(name)
        if current is not None and name in _CAREFUL:
            value = shown_value(name, {"now": now.get(name), "then": value})
            careful = careful or not _alike(value, then.get(name))
        if not _alike(value, now.get(name)):
            wanted[name] = value
    return wanted, careful


def _alike(a: Json, b: Json) -> bool:
    """Whether two values mean the same; false and nothing do."""
    return same(a, b) or not (a or b)
