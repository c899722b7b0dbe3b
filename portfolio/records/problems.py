"""What is wrong with a value, as a value: a form shows all of them at once, each at its field."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

from portfolio.sanitise import clean_line
from portfolio.wording import Words

_NONE: Final[Mapping[str, object]] = MappingProxyType({})
_SHOWN: Final = 60  # characters of what was typed that a sentence repeats


class Problem(NamedTuple):
    """One thing that is wrong with one field."""

    field: str
    """The field's JSON name; `answers.learned` for a prompt; empty for the record as a whole."""
    message: str
    """An English message id with named places."""
    parameters: Mapping[str, object] = _NONE

    def sentence(self, _: Words) -> str:
        """The sentence in the language asked for, the person's own words made safe to show."""
        shown = {k: _shown(k, v) for k, v in self.parameters.items()}
        return _(self.message).format(**shown)


def _shown(name: str, value: object) -> object:
    """What fills a sentence: a person's words are cut, a list of choices is whole."""
    if not isinstance(value, str):
        return value
    return clean_line(value) if name == "choices" else brief(value)


def brief(words: str) -> str:
    """A person's words as a sentence may repeat them: one safe line, cut when long."""
    line = clean_line(words)
    return line if len(line) <= _SHOWN else f"{line[: _SHOWN - 1]}…"
