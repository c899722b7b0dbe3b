"""What the name of a file beside the data file says: a copy that a sync client made, a file on its way, or neither.

A name decides nothing about words: what is joined is found by content. It decides what may be taken away afterwards,
and what is worth naming when it cannot be read.
"""

from __future__ import annotations

import os
import re
import unicodedata
from typing import Final

_CONFLICT: Final = re.compile(r"conflict|conflit|konflikt|case[ _-]clash|\.\.path\d+", re.IGNORECASE)
"""Syncthing, Nextcloud, ownCloud, Dropbox and unison write the word, in their languages; old rclone `..path1`."""
_ON_ITS_WAY: Final = re.compile(
    r"^\.~|^~\$|^\.syncthing\..*\.tmp$|^~syncthing~|^\.unison\.|^\..*\.icloud$|\.(tmp|part|partial|filepart|crdownload)$|~$"
    r"|\.~[0-9a-f]+$",
    re.IGNORECASE,
)


def is_on_its_way(name: str) -> bool:
    """Whether a program is still writing the file under this name: never to be opened."""
    return _ON_ITS_WAY.search(name) is not None


def is_conflict(name: str) -> bool:
    """Whether a sync client says in the name that two sides differed."""
    return _CONFLICT.search(name) is not None


def is_akin(name: str, data_file: str) -> bool:
    """Whether the name begins as that of the data file does: `leerreis 2.json`, `leerreis-LAPTOP.json`."""
    return _folded(name).startswith(_folded(os.path.basename(data_file)).partition(".")[0] or "\0")


def is_leftover(name: str, data_file: str) -> bool:
    """Whether nobody needs the file once its words are joined: called like the data file, or a conflict by its name.

    A copy of any other name was made by a person, for a reason, and stays.
    """
    return is_akin(name, data_file) or is_conflict(name)


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()
