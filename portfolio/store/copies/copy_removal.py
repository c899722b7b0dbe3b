"""Remove a copy whose content is all in the data file, after keeping its bytes in the state folder."""

from __future__ import annotations

import os
from contextlib import suppress
from typing import Final

from portfolio import atomic
from portfolio.atomic import System
from portfolio.locations import Locations, file_key
from portfolio.records.identity import id_of
from portfolio.store.copies.recognition import Copy
from portfolio.store.file.shadow import files_in
from portfolio.store.format.canonical import State
from portfolio.store.format.lines import is_key
from portfolio.store.versions.version_set import join

AT_MOST: Final = 50
"""Removed copies that are kept per data file; the oldest are dropped."""


def take_away(copy: Copy, now: State, locations: Locations, system: System) -> str:
    """Remove the copy, unless it changed since it was read; the path of its kept bytes, empty when it stays.

    `now` is the state the data file holds. Errors are ignored: a copy that stays is looked at again.
    """
    try:
        kept = _keep(_without_purged(copy, now), locations, system)
        if atomic.fingerprint_of(os.lstat(copy.path)) != copy.fingerprint:
            return ""
        system.unlink(copy.path)
    except OSError:
        return ""
    return kept


def _without_purged(copy: Copy, now: State) -> bytes:
    """The bytes of the copy, without the content that was purged since."""
    if copy.state is None or b'"purged"' not in now.encode():
        return copy.data
    left = []
    for table in copy.state.tables():
        theirs = copy.state.table(table).lines()
        for key, line in now.table(table).lines().items():
            if b'"purged"' in line and key in theirs and is_key(key):
                identity = id_of(int(key))
                entries = [state.entry(table, identity) for state in (copy.state, now)]
                left += [(table, identity, join(one, other)) for one, other in [entries] if one and other]
    return copy.state.with_entries(left).encode() if left else copy.data


def _keep(data: bytes, locations: Locations, system: System) -> str:
    """Write these bytes to the state folder, unless they are there already; the path. Raises OSError."""
    from zlib import crc32

    folder = locations.absorbed_folder
    key = file_key(locations.data_file)
    path = os.path.join(folder, f"{key}.{crc32(data):08x}{len(data):x}.json")
    atomic.make_private_folder(folder, system=system)
    with suppress(OSError):
        if atomic.holds(path, data, system=system) is not None:
            return path
    atomic.write(path, data, mode=0o600, system=system)
    with suppress(OSError):
        kept = [p for p in files_in(folder) if os.path.basename(p).startswith(f"{key}.") and p != path]
        for old in sorted(kept, key=os.path.getmtime)[: max(len(kept) + 1 - AT_MOST, 0)]:
            system.unlink(old)
    return path
