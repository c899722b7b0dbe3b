"""What is said of a copy of earlier: why it was made and how large it is, in the language asked for."""

from __future__ import annotations

from typing import Final

from portfolio.wording import N_, Words

WHY: Final = {
    "save": N_("after a save"),
    "merge": N_("before a merge"),
    "bulk": N_("before a big change"),
    "restore": N_("before going back to a copy"),
    "migrate": N_("before a newer Leerreis wrote it"),
}
"""Why a copy was made -> its English words."""
_KILO: Final = 1000


def why_in_words(why: str, _: Words) -> str:
    """Why a copy was made: "before a merge"."""
    return _(WHY.get(why, why))


def size_in_words(size: int, _: Words) -> str:
    """How many bytes, as people say it: "4.1 MB"; Dutch "4,1 MB"."""
    if size < _KILO * _KILO:
        return f"{max(round(size / _KILO), 1)} kB"
    number = f"{size / _KILO / _KILO:.1f}"
    return f"{number.replace('.', ',') if _.language == 'nl' else number} MB"
