"""Taking a copy away whose every word is in the data file: kept in the state folder first, on the disk for certain."""

from __future__ import annotations

import os
from contextlib import suppress
from typing import Final

from portfolio import atomic
from portfolio.atomic import System
from portfolio.locations import Locations, file_key
from portfolio.store.copies import Copy
from portfolio.store.shadow import files_in

AT_MOST: Final = 50
"""Absorbed copies that are kept of one data file: the latest."""


def take_away(copy: Copy, locations: Locations, system: System) -> bool:
    """Take the copy away, unless it was changed since it was read. Whether it is gone.

    Fails in silence: a copy that stays is looked at again.
    """
    try:
        _keep(copy, locations, system)
        if atomic.fingerprint_of(os.lstat(copy.path)) != copy.fingerprint:
            return False
        system.unlink(copy.path)
    except FileNotFoundError:
        return not os.path.lexists(copy.path)
    except OSError:
        return False
    return True


def _keep(copy: Copy, locations: Locations, system: System) -> None:
    """The bytes of the copy in the state folder, once. Raises OSError."""
    from zlib import crc32

    folder, data = locations.absorbed_folder, copy.data
    key = file_key(locations.data_file)
    path = os.path.join(folder, f"{key}.{crc32(data):08x}{len(data):x}.json")
    atomic.make_private_folder(folder, system=system)
    with suppress(OSError):
        if atomic.holds(path, data, system=system) is not None:
            return
    atomic.write(path, data, mode=0o600, system=system)
    with suppress(OSError):
        kept = [p for p in files_in(folder) if os.path.basename(p).startswith(f"{key}.") and p != path]
        for old in sorted(kept, key=os.path.getmtime)[: max(len(kept) + 1 - AT_MOST, 0)]:
            system.unlink(old)
