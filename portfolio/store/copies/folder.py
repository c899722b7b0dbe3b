"""The files in the folder of the data file that can be copies. Opens none and follows no links."""

from __future__ import annotations

import os
from typing import Final

from portfolio.atomic import Fingerprint, fingerprint_of

AT_MOST: Final = 500
"""Files looked at in one folder; those with a name like the data file's come first."""


def folder_of(data_file: str) -> str:
    """The folder where sync clients put copies: that of the target when the data file is a link."""
    return os.path.dirname(os.path.realpath(data_file))


def listed(data_file: str) -> dict[str, Fingerprint]:
    """The files beside the data file that can be copies, by name, at most `AT_MOST`."""
    own = {os.path.basename(data_file), os.path.basename(os.path.realpath(data_file))}
    try:
        with os.scandir(folder_of(data_file)) as entries:
            found = [entry for entry in entries if entry.name not in own and _is_file(entry)]
    except OSError:
        return {}
    if not found:
        return {}
    from portfolio.store.copies.copy_names import is_on_its_way, is_related  # most folders hold one file only

    found = [entry for entry in found if not is_on_its_way(entry.name)]
    found.sort(key=lambda entry: (not is_related(entry.name, data_file), entry.name))
    listing = {}
    for entry in found[:AT_MOST]:
        try:
            listing[entry.name] = fingerprint_of(entry.stat(follow_symlinks=False))
        except OSError:
            continue  # removed since the folder was listed
    return listing


def _is_file(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_file(follow_symlinks=False)
    except OSError:
        return False  # removed since the folder was listed
