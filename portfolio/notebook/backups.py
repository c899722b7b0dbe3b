"""Restore a backup: show what it would change, and do it as an ordinary edit that can be undone.

The values of the backup are written as new versions, so they win on every machine. Nothing is lost: undo has the
earlier values, records made since stay, and what became more private since stays private.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Final, NamedTuple

from portfolio.errors import PortfolioError, UsageError
from portfolio.notebook.change import Change
from portfolio.notebook.notebook import Notebook
from portfolio.notebook.results import Stored
from portfolio.notebook.typed_records import record_of
from portfolio.present.titles import field_in_words, heading, kind_word
from portfolio.records.collection import Records
from portfolio.records.kinds import TABLES
from portfolio.records.problems import brief
from portfolio.records.record import Record
from portfolio.store.file.snapshots import Snapshot
from portfolio.store.format.canonical import State
from portfolio.store.format.record_view import Shown
from portfolio.store.format.stored_form import flat
from portfolio.store.format.strict import UnreadableError
from portfolio.store.versions.shown_version import CAREFUL, shown_value
from portfolio.store.versions.values import Json, same
from portfolio.wording import N_, Words
from portfolio.wording.dates import moment

_CAREFUL: Final = CAREFUL | {"shareable"}
_NO_WORDS: Final = frozenset({"dismissed"})
"""The dismissed hints. They are not the user's text, so a restore leaves them as they are."""


class NoSuchBackup(PortfolioError):
    """There is no backup with this name."""


class SeveralBackups(UsageError):
    """More than one backup matches the name."""


class Backup(NamedTuple):
    """A backup and the number of its records."""

    snapshot: Snapshot
    records: int | None
    """The number of its records that are not in the bin; None when it cannot be read."""


class BackupChange(NamedTuple):
    """The effect of a restore on one record."""

    record: Record
    """The record as the backup has it."""
    fields: tuple[str, ...]
    """The fields that would change."""
    returns: bool = False
    """Whether it comes back from the bin."""
    leaves: bool = False
    """Whether it goes to the bin, since the backup does not have it."""

    def sentence(self, records: Records, _: Words) -> str:
        """The record and the change, on one safe line: Learning goal “Meten”: Title, Why."""
        return f"{kind_word(self.record, _)} “{heading(self.record, records, _)}”: {self.about(_)}"

    def about(self, _: Words) -> str:
        """The change: the fields, or that the record comes back or goes to the bin."""
        if self.returns:
            return _("comes back from the bin")
        if self.leaves:
            return _("goes to the bin")
        return ", ".join(dict.fromkeys(field_in_words(self.record, field, _) for field in self.fields))


class RestorePlan(NamedTuple):
    """What restoring a backup would do."""

    at: datetime
    changes: tuple[BackupChange, ...] = ()
    operations: tuple[Change, ...] = ()
    stay: int = 0
    """Records that the backup does not have and that stay: most were made since."""
    careful: bool = False
    """Whether something was shareable then and stays private."""

    def sentences(self, _: Words) -> Iterator[str]:
        """What the restore would do, in words; always at least one sentence."""
        back, gone = sum(c.returns for c in self.changes), sum(c.leaves for c in self.changes)
        changed = len(self.changes) - back - gone
        if not self.changes:
            yield _("Nothing would change: everything in this backup is still the same.")
        if changed:
            yield _.plural("{n} record restored.", "{n} records restored.", changed)
        if back:
            yield _.plural("{n} record comes back from the bin.", "{n} records come back from the bin.", back)
        if gone:
            yield _.plural(
                "{n} record that is not in the backup goes to the bin.",
                "{n} records that are not in the backup go to the bin.",
                gone,
            )
        if self.stay:
            yield _.plural(
                "{n} record that is not in the backup stays.", "{n} records that are not in the backup stay.", self.stay
            )
        if self.careful:
            yield _("What you made private since stays private.")


def backups(notebook: Notebook) -> tuple[Backup, ...]:
    """Every backup of this portfolio, newest first."""
    return tuple(
        Backup(each, _count(notebook, each)) for each in notebook.copies.snapshots.of(notebook.read.state.portfolio_id)
    )


def _count(notebook: Notebook, snapshot: Snapshot) -> int | None:
    try:
        state = notebook.copies.snapshots.glance(snapshot)
    except UnreadableError:
        return None
    return sum(state.count(table) for table in TABLES.values())


def find(notebook: Notebook, name: str) -> Snapshot:
    """The backup with this name, or the only one whose name begins like this. Raises NoSuchBackup or SeveralBackups."""
    found = [
        each
        for each in notebook.copies.snapshots.of(notebook.read.state.portfolio_id)
        if name and each.id.startswith(name)
    ]
    if not found:
        raise NoSuchBackup(N_("There is no backup called “{name}”. See: leerreis backups"), name=brief(name))
    if len(found) > 1:
        names = ", ".join(each.id for each in found[:5])
        raise SeveralBackups(N_("More than one backup begins with “{name}”: {names}."), name=brief(name), names=names)
    return found[0]


def plan(notebook: Notebook, snapshot: Snapshot, *, exact: bool = False) -> RestorePlan:
    """Plan the restore of this backup; `exact` also moves records to the bin that it does not have.

    Raises UnreadableError.
    """
    return planned(
        notebook.copies.snapshots.read(snapshot, notebook.read.state), notebook.read.state, snapshot.at, exact=exact
    )


def go_back(notebook: Notebook, snapshot: Snapshot, *, exact: bool = False) -> tuple[RestorePlan, Stored]:
    """Restore this backup; one undo takes all of it back. Raises UnreadableError or PortfolioError."""
    made = plan(notebook, snapshot, exact=exact)
    if not made.operations:
        return made, Stored((), True, ())
    return made, notebook.write.return_to(snapshot.at, made.operations)


def merged_since(notebook: Notebook) -> Snapshot | None:
    """The backup from before the last merge, when no change that can be undone was made since."""
    action = notebook.next_acts().undo
    done = datetime.fromisoformat(action.at) if action else None
    found = (each for each in notebook.copies.snapshots.of(notebook.read.state.portfolio_id) if each.why == "merge")
    return next((each for each in found if done is None or each.at >= done), None)


def not_unmerged(snapshot: Snapshot, _: Words) -> str:
    """Why undo leaves a merge as it is, and what to do instead."""
    return _(
        "undo does not take the merge of {when} back: what it brought was written elsewhere. To go back to how it was "
        "before: leerreis restore {id} --exact"
    ).format(when=moment(snapshot.at, _), id=snapshot.id)


def planned(then: State, now: State, at: datetime, *, exact: bool = False) -> RestorePlan:
    """The changes that bring the state `now` back to `then`. Pure."""
    found: list[tuple[BackupChange, Change]] = []
    stay, careful = 0, False
    for kind, table in TABLES.items():
        for was, current in _differing(then, now, table):
            if was is not None and not was.deleted and was.has_words:
                back, kept_private = _back(kind, was, current)
                found += back
                careful = careful or kept_private
            elif current is not None and not current.deleted and exact:
                found.append(
                    (BackupChange(record_of(kind, current), (), leaves=True), Change("delete", current.id, {}))
                )
            elif current is not None and not current.deleted:
                stay += 1
    return RestorePlan(
        at, tuple(change for change, _each in found), tuple(operation for _change, operation in found), stay, careful
    )


def _differing(then: State, now: State, table: str) -> Iterator[tuple[Shown | None, Shown | None]]:
    """The records of a table that differ, by id: as they were and as they are."""
    before, after = then.table(table).lines(), now.table(table).lines()
    keys = {key for key in {**before, **after} if before.get(key) != after.get(key)}
    for key in sorted(keys, key=lambda key: (len(key), key)):
        yield then.shown_at(table, key), now.shown_at(table, key)


def _back(kind: str, was: Shown, current: Shown | None) -> tuple[list[tuple[BackupChange, Change]], bool]:
    """The changes that bring a record back, and whether something in it stays more private than it was.

    A purged record cannot be brought back.
    """
    if current is not None and not current.has_words:
        return [], False
    wanted, careful = _wanted(was, current)
    returns = current is None or current.deleted
    if not (wanted or returns):
        return [], careful
    return [
        (BackupChange(record_of(kind, was), tuple(sorted(wanted)), returns=returns), _operation(was, current, wanted))
    ], careful


def _operation(was: Shown, current: Shown | None, wanted: dict[str, Json]) -> Change:
    if current is None:
        return Change("create", was.id, flat(was.values), was.table)
    return Change("undelete" if current.deleted else "edit", was.id, wanted)


def _wanted(was: Shown, current: Shown | None) -> tuple[dict[str, Json], bool]:
    """The values to write to bring a record back, and whether something stays more private than it was."""
    then, now = flat(was.values), flat(current.values) if current else {}
    wanted: dict[str, Json] = {}
    careful = False
    for name in {**then, **now}:
        if name in _NO_WORDS:
            continue
        value = then.get(name)
        if current is not None and name in _CAREFUL:
            value = shown_value(name, {"now": now.get(name), "then": value})
            careful = careful or not _alike(value, then.get(name))
        if not _alike(value, now.get(name)):
            wanted[name] = value
    return wanted, careful


def _alike(a: Json, b: Json) -> bool:
    """Whether two values are equal; None, false, an empty text and an empty list all mean "not set"."""
    return same(a, b) or not (a or b)
