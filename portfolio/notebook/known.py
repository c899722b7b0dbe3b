"""Whether a portfolio exists at a place."""

from __future__ import annotations

import os

from portfolio.atomic import OS
from portfolio.locations import Locations
from portfolio.store.file.probe import bytes_of
from portfolio.store.file.shadow import Shadow


def is_known(locations: Locations) -> bool:
    """Whether there is a file, here or not downloaded yet, or this computer's shadow of a missing one."""
    if os.path.exists(Shadow(locations, OS).path):
        return True
    return bytes_of(locations.data_file, OS).found != "missing"
