"""What comes of reading and of saving: values that the face may show."""

from __future__ import annotations

from typing import NamedTuple

from portfolio.store.format.canonical import State
from portfolio.store.notices import Notice


class Reading(NamedTuple):
    """What there is to read."""

    state: State
    notices: tuple[Notice, ...]
    read_only: bool
    """A newer or a foreign file: to be shown, never to be written."""
    exists: bool
    """Whether the file itself is there."""
    known: State
    """What this computer knew before it looked, without what arrived since."""


class Saved(NamedTuple):
    """What became of a change. It exists only after the shadow is on the disk."""

    state: State
    in_file: bool
    """False: safe in the shadow, not yet in the file; a notice says why."""
    notices: tuple[Notice, ...]
    overruled: tuple[str, ...] = ()
    """Records for which the change does not count yet: something arrived with it that nobody here had seen."""
