"""Join two states, line by line; only lines that differ are parsed."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING

from portfolio.records.identity import id_of
from portfolio.records.kinds import KINDS
from portfolio.store.format.canonical import META, State, is_not_ours, joined_odd
from portfolio.store.format.lines import Table, is_key, member, value_of
from portfolio.store.format.stored_form import decode, encode
from portfolio.store.versions.shown_version import other_values
from portfolio.store.versions.values import united
from portfolio.store.versions.version_set import Entry, adopt_hand_edits, is_live
from portfolio.store.versions.version_set import join as join_entries

if TYPE_CHECKING:
    from portfolio.store.merge_report import Brought


def join(a: State, b: State) -> State:
    """Join two states: commutative, associative, idempotent. The header is united like an unknown value."""
    return _joined(a, b, adopt=False)


def join_seen(known: State, outside: State) -> State:
    """Join what this machine knows with a file that may have been edited by hand since."""
    return _joined(known, outside, adopt=True)


def holds_all(ours: State, other: State) -> bool:
    """Whether `ours` holds everything that is in `other`."""
    return join(ours, other).encode() == ours.encode()


def brought(ours: State, joined: State) -> Brought:
    """What `joined` has that `ours` lacks, by kind; an unknown table counts under its own name."""
    from portfolio.store.merge_report import Brought  # usually nothing comes

    new: Counter[str] = Counter()
    changed: Counter[str] = Counter()
    purged: Counter[str] = Counter()
    both = kept = 0
    for name in joined.tables() if ours.encode() != joined.encode() else ():
        before = ours.table(name).lines()
        for key, line in joined.table(name).lines().items():
            if before.get(key) == line or not is_key(key):
                continue
            after = _entry(key, line)
            if key not in before:
                new[KINDS.get(name, name)] += is_live(after)
                continue
            old = _entry(key, before[key])
            if any(v in after.deletion.purged for field in old.fields.values() for v in field.heads):
                purged[KINDS.get(name, name)] += 1
                continue
            changed[KINDS.get(name, name)] += 1
            both += sum(
                len(other_values(field, versions.heads)) > len(other_values(field, old.fields[field].heads))
                for field, versions in after.fields.items()
                if field in old.fields
            )
            kept += _is_kept(old, after)
    return Brought({kind: n for kind, n in new.items() if n}, dict(changed), both, kept, dict(purged))


def _is_kept(before: Entry, after: Entry) -> bool:
    """Whether a deletion met a change that it had not seen, so that the record lives."""
    deleted = before.deletion.heads != after.deletion.heads or not is_live(before)
    return bool(after.deletion.heads) and is_live(after) and deleted


def lacking(ours: State, other: State) -> int:
    """The number of live records of `other` with content that `ours` lacks."""
    count = 0
    for name in other.tables():
        mine = ours.table(name).lines()
        for key, line in other.table(name).lines().items():
            if mine.get(key) == line or not is_key(key):
                continue
            theirs = _entry(key, line)
            known = _entry(key, mine[key]) if key in mine else None
            count += is_live(theirs) and (known is None or join_entries(known, theirs) != known)
    return count


def _joined(a: State, b: State, *, adopt: bool) -> State:
    if a is b or a.encode() == b.encode():
        return a
    tables: dict[str, Table] = {}
    for name in {*a.tables(), *b.tables(), META}:
        one, other = a.table(name), b.table(name)
        if one.raw == other.raw or not other.raw:
            tables[name] = one
            continue
        known = one.lines()
        changed = {
            key: _joined_line(name, key, known[key], line, adopt=adopt) if key in known else line
            for key, line in other.lines().items()
            if known.get(key) != line
        }
        tables[name] = one.with_lines(changed)
    return State(tables, joined_odd(a.odd, b.odd))


def _joined_line(table: str, key: bytes, a: bytes, b: bytes, *, adopt: bool) -> bytes:
    """The joined line; `b` may have been edited by hand."""
    one, other = value_of(a), value_of(b)
    name: str = json.JSONDecoder().raw_decode(a.decode())[0]
    if not is_key(key) or not isinstance(one, dict) or not isinstance(other, dict):
        return member(name, united(one, other))
    if is_not_ours(table, one) and is_not_ours(table, other):
        return member(name, united(one, other))
    record_id = id_of(int(key))
    ours, theirs = decode(record_id, one), decode(record_id, other)
    joined = join_entries(ours, adopt_hand_edits(theirs, ours) if adopt else theirs)
    return member(name, encode(record_id, joined))


def _entry(key: bytes, line: bytes) -> Entry:
    """The entry of a line."""
    document = value_of(line)
    return decode(id_of(int(key)), document if isinstance(document, dict) else {})
