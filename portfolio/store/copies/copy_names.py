"""What the name of a file beside the data file says: made by a sync client, still being written, or neither.

Whether a file is joined depends on its content, never on its name. The name decides whether it is removed afterwards,
and whether it is mentioned when it cannot be read. Only names that sync clients give are removed; a user who names a
file `leerreis.json.bak` or `leerreis-kopie.json` wants to keep it. Both give some
names: iCloud and the Finder write `leerreis 2.json`, Google Drive, OneDrive and the Explorer `leerreis (1).json`, and
anybody writes `leerreis-PC.json`. Content does not tell them apart either, so these files stay too.
"""

from __future__ import annotations

import os
import re
import unicodedata
from typing import Final

_CONFLICT: Final = re.compile(r"conflict|conflit|konflikt|case[ _-]clash|\.\.path\d+", re.IGNORECASE)
"""Syncthing, Nextcloud, ownCloud, Dropbox and unison write "conflict" in their language; old rclone writes `..path1`.
"""
_BY_CLIENT: Final = r"""(
    [._-]?sync-conflict-\d{8}-\d{6}(-[A-Z2-7]{7})?            # Syncthing
    | \ ?\((?=[^()]*([0-9]|(?i:[ck]op|from)))                      # Nextcloud, ownCloud, Dropbox, Seafile, unison: a
      [^()]*(?i:conflict|conflit|konflikt|case.clash)[^()]*\) # copy, or a day; else the brackets are a person's own
    | _conflict-\d{8}-\d{6}                                   # older Nextcloud and ownCloud
    | \.conflict\d+ | \.\.path\d+                            # rclone
    # OneDrive: the name of the computer, by default a word and as many signs as make fifteen, then a number
    | -(DESKTOP-[A-Z0-9]{7}|LAPTOP-[A-Z0-9]{8}|WIN-[A-Z0-9]{11})(-\d{1,2})?
    | -(?!(MacBook(\ ?(Pro|Air))?|iMac|Mac\ ?(mini|Studio|Pro))$)
      [^-]*(MacBook|iMac|Mac\ ?mini|Mac\ ?Studio|Mac\ ?Pro)[^-]*(-\d{1,2})?
    )+"""
"""What clients put between the name and its ending, or after the ending; repeated when copies were copied.

Kept as text and compiled on use: most folders never need it.
"""
_BY_EITHER: Final = r"\ \d{1,2}|\ \(\d{1,2}\)|-(DESKTOP|LAPTOP|WIN|PC)(-[A-Z0-9]{1,15})?(-\d{1,2})?"
"""Suffixes that sync clients add and people type too: such a copy is joined and never taken away."""
_OF_ANY_NAME: Final = (
    r"(\.sync-conflict-\d{8}-\d{6}(-[A-Z2-7]{7})?|_conflict-\d{8}-\d{6}"
    r"|\((?=[^()]*([0-9]|(?i:[ck]op|from)))[^()]*(?i:conflict|conflit|konflikt)[^()]*\))$"
)
"""Marks of a conflict that only sync clients write, whatever the file itself is called."""
_OWN: Final = r"backup|back-up|bak|kop(ie|ij)|copy|oud|old|\bvoor\b|\bfor\b"
"""Words that users put in the names of their own copies, beside the name of a computer."""
_ON_ITS_WAY: Final = re.compile(
    r"^\.~|^~\$|^\.syncthing\..*\.tmp$|^~syncthing~|^\.unison\.|^\..*\.icloud$|\.(tmp|part|partial|filepart|crdownload)$|~$"
    r"|\.~[0-9a-f]+$",
    re.IGNORECASE,
)


def is_on_its_way(name: str) -> bool:
    """Whether a program is still writing the file with this name; it must not be opened."""
    return _ON_ITS_WAY.search(name) is not None


def is_conflict(name: str) -> bool:
    """Whether the name holds a sync client's mark of a conflict."""
    return _CONFLICT.search(name) is not None


def is_akin(name: str, data_file: str) -> bool:
    """Whether the name begins like that of the data file: `leerreis 2.json`, `leerreis-LAPTOP.json`."""
    return _folded(name).startswith(_folded(os.path.basename(data_file)).partition(".")[0] or "\0")


def is_related(name: str, data_file: str) -> bool:
    """Whether a file belongs with the data file by its name: it begins alike, or is marked as a conflict."""
    return is_akin(name, data_file) or is_conflict(name)


def is_made_by_client(name: str, data_file: str) -> bool:
    """Whether a sync client gave a copy of the data file this name; such a copy can be removed once it is joined."""
    stem, end = map(_normal, os.path.splitext(os.path.basename(data_file)))
    rest = _normal(name)
    whole = rest[: -len(end)] if end and rest[-len(end) :].casefold() == end.casefold() else rest
    if re.search(_OF_ANY_NAME, whole) is not None:
        return True
    if rest[: len(stem)].casefold() != stem.casefold():
        return False
    rest, whole = rest[len(stem) :], whole[len(stem) :]
    after = rest[len(end) :] if rest[: len(end)].casefold() == end.casefold() else ""  # rclone: leerreis.json.conflict1
    if not after and len(whole) == len(rest) and end:
        return False
    ending = after or whole
    by_client = re.fullmatch(_BY_CLIENT, ending, re.VERBOSE) is not None
    return by_client and (is_conflict(ending) or re.search(_OWN, ending, re.IGNORECASE) is None)


def may_be_made_by_client(name: str, data_file: str) -> bool:
    """Whether a sync client can have given the file this name, or a person: two of those can be a file that is gone."""
    stem, end = map(_normal, os.path.splitext(os.path.basename(data_file)))
    rest = _normal(name)
    fits = rest[: len(stem)].casefold() == stem.casefold() and rest[len(rest) - len(end) :].casefold() == end.casefold()
    either = fits and re.fullmatch(_BY_EITHER, rest[len(stem) : len(rest) - len(end)]) is not None
    return either or is_made_by_client(name, data_file)


def _normal(name: str) -> str:
    return unicodedata.normalize("NFC", name)


def _folded(name: str) -> str:
    return _normal(name).casefold()
