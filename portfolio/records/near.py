"""What a mistyped word most likely means."""

from __future__ import annotations

from collections.abc import Iterable


def nearest(word: str, known: Iterable[str]) -> list[str]:
    """Return the known words that a mistyped one most likely means, the likeliest first; at most two."""
    from difflib import get_close_matches  # takes longer to import than most commands take

    bare = _bare(word)
    names = {_bare(name): name for name in known}
    close = [name for name in names if len(bare) > 2 and name.startswith(bare)]
    close += get_close_matches(bare, names, n=2, cutoff=0.65)
    return [names[name] for name in dict.fromkeys(close)][:2]


def _bare(word: str) -> str:
    return word.lstrip("-").casefold().replace("_", "-")
