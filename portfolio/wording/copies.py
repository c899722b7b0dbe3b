"""The words for a backup: why it was made and how large it is."""

from __future__ import annotations

from typing import Final

from portfolio.wording import N_, Words

WHY: Final = {
    "save": N_("after a save"),
    "merge": N_("before a merge"),
    "bulk": N_("before a big change"),
    "restore": N_("before going back to a backup"),
    "migrate": N_("before a newer Leerreis wrote it"),
}
"""Reason -> its message id in English."""
_KILO: Final = 1000


def why_in_words(why: str, _: Words) -> str:
    """Return why a backup was made: "before a merge"; an unknown reason as stored."""
    return _(WHY.get(why, why))


def size_in_words(size: int, _: Words) -> str:
    """Return a number of bytes in words: "4.1 MB", in Dutch "4,1 MB"; decimal units, at least 1 kB."""
    if size < _KILO * _KILO:
        return f"{max(round(size / _KILO), 1)} kB"
    number = f"{size / _KILO / _KILO:.1f}"
    return f"{number.replace('.', ',') if _.language == 'nl' else number} MB"
