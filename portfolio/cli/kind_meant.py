"""Which kind or template was meant by another word: a name in Dutch or English, a plural, or a typing mistake."""

from __future__ import annotations

from portfolio.journey.search.kind_named import kind_names
from portfolio.records.kinds import TABLES
from portfolio.records.near import nearest
from portfolio.records.templates import TEMPLATES


def kind_meant(word: str) -> list[str]:
    """The kinds and templates that were most likely meant, the likeliest first; at most two."""
    bare = word.strip().casefold()
    names = kind_names()
    same = [key for key, name in names if bare == name]
    part = [key for key, name in names if len(bare) > 3 and bare in name.replace("-", " ").split()]
    end = [key for key, name in names if len(bare) > 3 and name.endswith(bare)]
    called = {name: key for key, name in reversed(names)}
    alike = [called[name] for name in nearest(word, called)]
    found = [*end, *part, *nearest(word, (*TABLES, *TEMPLATES)), *alike]
    return list(dict.fromkeys(same or found))[:2]
