"""Which kind or template was meant by another word: a name in Dutch or English, a plural, or a typing mistake."""

from __future__ import annotations

from collections.abc import Iterator

from portfolio.records.kinds import TABLES
from portfolio.records.near import nearest
from portfolio.records.templates import TEMPLATES
from portfolio.wording import LANGUAGES, Words
from portfolio.wording.names import kind_name, kind_plural
from portfolio.wording.prompts import template_name


def kind_named(word: str) -> str:
    """The kind or template with this name, singular or plural, in Dutch or English; empty when none or several have it.

    The last word is enough where only one kind ends in it: goals, doelen.
    """
    bare = word.strip().casefold()
    names = [(key, name.casefold()) for key, name in _names()]
    same = [key for key, name in names if bare == name]
    ends = {key for key, name in names if key in TABLES and len(bare) > 3 and name.endswith(bare)}
    return next((key for key in same if key in TABLES), next(iter(same or (ends if len(ends) == 1 else ())), ""))


def kind_meant(word: str) -> list[str]:
    """The kinds and templates that were most likely meant, the likeliest first; at most two."""
    bare = word.strip().casefold()
    names = [(key, name.casefold()) for key, name in _names()]
    same = [key for key, name in names if bare == name]
    part = [key for key, name in names if len(bare) > 3 and bare in name.replace("-", " ").split()]
    end = [key for key, name in names if len(bare) > 3 and name.endswith(bare)]
    called = {name: key for key, name in reversed(names)}
    alike = [called[name] for name in nearest(word, called)]
    found = [*end, *part, *nearest(word, (*TABLES, *TEMPLATES)), *alike]
    return list(dict.fromkeys(same or found))[:2]


def _names() -> Iterator[tuple[str, str]]:
    for _ in map(Words, LANGUAGES):
        yield from ((template, template_name(template, _)) for template in TEMPLATES)
        for kind in TABLES:
            yield from ((kind, kind_name(kind, _)), (kind, kind_plural(kind, _)))
