"""Version sets: the state of a record that several machines can change at once.

A field is a set of `heads` (the versions that nothing has replaced yet, with their values) and the ids that are `gone`.
Joining two copies is the union of both parts, then heads minus gone: no order, no clock and no machine's name decides
what is kept. Absence never means deletion. A deletion is a marker that lists the versions it saw, so an edit it did not
see brings the record back to life. Nothing here knows a file, a clock or a kind of record.

The construction is the optimised observed-remove set (Bieniusa et al., "An optimized conflict-free replicated set",
2012) with multi-value registers (Shapiro et al., INRIA RR-7506, 2011).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

from portfolio.store.versions.shown_version import shown_value
from portfolio.store.versions.values import Json, same, spelled
from portfolio.store.versions.version_ids import derived_vid, vid_time

GONE_AT_MOST: Final = 1000
"""Replaced versions remembered per field.

A copy older than those can show one as a second version, which loses nothing.
"""


class VersionSet(NamedTuple):
    """One field: its current versions (None is "cleared") and the ids of those they replaced."""

    heads: Mapping[str, Json]
    gone: frozenset[str] = frozenset()


class Deletion(NamedTuple):
    """Deletion markers with the versions each one saw, those taken back, and the versions purged for ever."""

    heads: Mapping[str, frozenset[str]]
    gone: frozenset[str] = frozenset()
    purged: frozenset[str] = frozenset()


class Entry(NamedTuple):
    """One record: its fields (those of a group as `answers.learned`) and its deletion."""

    fields: Mapping[str, VersionSet]
    deletion: Deletion


NEVER_DELETED: Final = Deletion({})

Seen = Mapping[str, Iterable[str]]
"""By field, the versions that the user was shown. Every change needs it: only what was shown is replaced."""


def create(values: Mapping[str, Json], vid: str) -> Entry:
    """A new record; a value of None is left out."""
    return Entry({n: VersionSet({vid: v}) for n, v in values.items() if v is not None}, NEVER_DELETED)


def edit(entry: Entry, changes: Mapping[str, Json], vid: str, seen: Seen) -> Entry:
    """The record after an edit by a user who had seen these versions.

    A version that was not seen stays beside the new one. A field whose only version has this value already is left
    alone; one with several gets a new version, which settles it.
    """
    fields = dict(entry.fields)
    for name, value in changes.items():
        old = fields.get(name, VersionSet({}))
        replaced = frozenset(seen.get(name, ()))
        if len(old.heads) <= 1 and same(shown_value(name, old.heads), value):
            continue
        heads = {v: text for v, text in old.heads.items() if v not in replaced}
        fields[name] = VersionSet({**heads, vid: value}, _capped(old.gone | replaced))
    return Entry(fields, entry.deletion)


def delete(entry: Entry, vid: str, seen: Seen) -> Entry:
    """Add a deletion marker with the versions that were seen; a version that was not seen keeps the record alive.

    The content stays, in the bin. Nothing changes when none of its versions was seen.
    """
    saw = frozenset(v for name, field in entry.fields.items() for v in field.heads if v in seen.get(name, ()))
    if not saw:
        return entry
    return entry._replace(deletion=entry.deletion._replace(heads={**entry.deletion.heads, vid: saw}))


def all_of(entry: Entry) -> Seen:
    """Every current version, for a caller that has them all in view."""
    return {name: frozenset(field.heads) for name, field in entry.fields.items()}


def undelete(entry: Entry) -> Entry:
    """Take back every deletion marker."""
    heads, gone, purged = entry.deletion
    return entry._replace(deletion=Deletion({}, gone | frozenset(heads), purged))


def purge(entry: Entry, seen: Seen) -> Entry:
    """Remove the versions that were seen; their ids are kept so that an older copy cannot bring them back."""
    stay = {v for name, field in entry.fields.items() for v in field.heads if v not in seen.get(name, ())}
    vids = {v for field in entry.fields.values() for v in (*field.heads, *field.gone)} - stay
    return settled(entry.fields, entry.deletion._replace(purged=entry.deletion.purged | vids))


def is_live(entry: Entry) -> bool:
    """Whether some version is in no deletion marker: it was written without having seen the deletion."""
    seen: frozenset[str] = frozenset().union(*entry.deletion.heads.values())
    return any(v not in seen for field in entry.fields.values() for v in field.heads)


def join(a: Entry, b: Entry) -> Entry:
    """Join two copies of one record. Commutative, associative, idempotent; see `_join_field` for damaged input."""
    deletion = _join_deletion(a.deletion, b.deletion)
    fields: dict[str, VersionSet] = {}
    for name in {**a.fields, **b.fields}:
        one, other = a.fields.get(name), b.fields.get(name)
        fields[name] = _join_field(one, other) if one and other else one or other or VersionSet({})
    return settled(fields, deletion)


def settled(fields: Mapping[str, VersionSet], deletion: Deletion) -> Entry:
    """The record of these parts, without purged versions and without empty fields."""
    purged = deletion.purged
    if purged:
        fields = {
            name: VersionSet({v: each for v, each in heads.items() if v not in purged}, gone - purged)
            for name, (heads, gone) in fields.items()
        }
    return Entry({name: field for name, field in fields.items() if field.heads or field.gone}, deletion)


def adopt_hand_edits(ours: Entry, known: Entry) -> Entry:
    """`ours`, with each value that was changed without a new version id made a version that replaces the known one.

    A text editor or a TinyDB script leaves such values. The new id is derived from the old one and the value, so every
    machine that reads the same file arrives at the same id. A missing value is not an edit: it comes back.
    """
    fields = dict(ours.fields)
    for name, field in ours.fields.items():
        before = known.fields.get(name, VersionSet({})).heads
        changed = {
            v for v, value in field.heads.items() if v in before and value is not None and not same(value, before[v])
        }
        if changed:
            heads = {
                derived_vid(vid_time(v) + 1, v, spelled(value)) if v in changed else v: value
                for v, value in field.heads.items()
            }
            fields[name] = VersionSet(heads, field.gone | changed)
    return ours._replace(fields=fields)


def _join_field(a: VersionSet, b: VersionSet) -> VersionSet:
    """The union of both. One id with two values marks a hand edit: the value that sorts first gets a derived id.

    A cleared value gives way to text there: a field that a program dropped is not an edit.
    """
    if a is b:
        return a
    gone = a.gone | b.gone
    heads = dict(a.heads)
    for vid, value in b.heads.items():
        if vid not in heads or same(heads[vid], value):
            heads.setdefault(vid, value)
            continue
        low, high = sorted((heads[vid], value), key=lambda each: (each is not None, spelled(each)))
        heads[vid] = high
        if low is not None:
            heads[derived_vid(vid_time(vid), vid, spelled(low))] = low
    return VersionSet({v: value for v, value in heads.items() if v not in gone}, _capped(gone))


def _join_deletion(a: Deletion, b: Deletion) -> Deletion:
    """The union of the markers, of the versions they saw, of those taken back and of those purged."""
    gone = a.gone | b.gone
    nothing: frozenset[str] = frozenset()
    heads = {v: a.heads.get(v, nothing) | b.heads.get(v, nothing) for v in {**a.heads, **b.heads} if v not in gone}
    return Deletion(heads, gone, a.purged | b.purged)


def _capped(gone: frozenset[str]) -> frozenset[str]:
    """The newest ids, at most GONE_AT_MOST; the newest of a union are the newest of the newest."""
    return gone if len(gone) <= GONE_AT_MOST else frozenset(sorted(gone)[-GONE_AT_MOST:])
