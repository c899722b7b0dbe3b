"""The outcomes of reading and saving."""

from __future__ import annotations

from typing import NamedTuple

from portfolio.store.format.canonical import State
from portfolio.store.notices import Notice


class Reading(NamedTuple):
    """The outcome of reading."""

    state: State
    notices: tuple[Notice, ...]
    read_only: bool
    """The file is newer or foreign: it can be shown and must not be written."""
    exists: bool
    """Whether the file itself exists."""
    known: State
    """What this computer knew before this read."""


class Saved(NamedTuple):
    """The outcome of a change. It exists only after the shadow is on the disk."""

    state: State
    in_file: bool
    """False: safe in the shadow and not yet in the file; a notice says why."""
    notices: tuple[Notice, ...]
    overruled: tuple[str, ...] = ()
    """Records for which the change does not count yet: an unseen change arrived with it."""
