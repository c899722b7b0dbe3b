"""Which kind or template has a name, in Dutch or English."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from portfolio.records.kinds import TABLES
from portfolio.records.templates import TEMPLATES
from portfolio.wording import LANGUAGES, Words
from portfolio.wording.names import kind_name, kind_plural
from portfolio.wording.prompts import template_name


def kind_named(word: str) -> str:
    """Return the kind or template with this name, singular or plural; empty when none or several have it.

    The last word is enough where only one kind ends in it: goals, doelen.
    """
    key = word.strip().casefold().replace("-", "_")
    for each in (key, key.removesuffix("s")):
        if each in TABLES or (each in TEMPLATES and each == key):
            return each
    bare = word.strip().casefold()
    same = [key for key, name in kind_names() if bare == name]
    ends = {key for key, name in kind_names() if key in TABLES and len(bare) > 3 and name.endswith(bare)}
    return next((key for key in same if key in TABLES), next(iter(same or (ends if len(ends) == 1 else ())), ""))


@cache
def kind_names() -> tuple[tuple[str, str], ...]:
    """Return every kind and template with each of its names, in small letters."""
    return tuple((key, name.casefold()) for key, name in _names())


def _names() -> Iterator[tuple[str, str]]:
    for _ in map(Words, LANGUAGES):
        yield from ((template, template_name(template, _)) for template in TEMPLATES)
        for kind in TABLES:
            yield from ((kind, kind_name(kind, _)), (kind, kind_plural(kind, _)))
