"""What is wrong with a value, as a value: a form shows all of them at once, each at its field."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping

from portfolio.sanitise import clean_line
from portfolio.wording import Words

_SHOWN = 60  # characters of what was typed that a sentence repeats


@dataclasses.dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong with one field."""

    field: str
    """The field's JSON name; `answers.learned` for a prompt; empty for the record as a whole."""
    message: str
    """An English message id with named places."""
    parameters: Mapping[str, object] = dataclasses.field(default_factory=dict)

    def sentence(self, _: Words) -> str:
        """The sentence in the language asked for, the person's own words made safe to show."""
        shown = {k: brief(v) if isinstance(v, str) else v for k, v in self.parameters.items()}
        return _(self.message).format(**shown)


def brief(words: str) -> str:
    """A person's words as a sentence may repeat them: one safe line, cut when long."""
    line = clean_line(words)
    return line if len(line) <= _SHOWN else f"{line[: _SHOWN - 1]}…"
