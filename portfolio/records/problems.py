"""A problem with a value: forms and commands collect all of them before reporting."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

from portfolio.sanitise import clean_line
from portfolio.text import cut_at_word
from portfolio.wording import Words

_NONE: Final[Mapping[str, object]] = MappingProxyType({})
_SHOWN: Final = 60  # cells of the typed text that a sentence repeats


class Problem(NamedTuple):
    """A problem with one field."""

    field: str
    """The field's JSON name; `answers.learned` for a prompt; empty for the record as a whole."""
    message: str
    """An English message id with named places."""
    parameters: Mapping[str, object] = _NONE
    near: tuple[str, ...] = ()
    """What was most likely meant."""

    def sentence(self, _: Words) -> str:
        """The sentence in the language asked for, with typed text made safe to show, and what was meant."""
        shown = {k: _shown_value(k, v) for k, v in self.parameters.items()}
        said = _(self.message).format(**shown)
        if not self.near:
            return said
        words = " {} ".format(_("or")).join(f"“{brief(each)}”" for each in self.near)
        meant = _("Did you mean {words}?").format(words=words)
        return f"{said} {meant}"


def _shown_value(name: str, value: object) -> object:
    """A parameter of a sentence: typed text is cut, a list of choices is not."""
    if not isinstance(value, str):
        return value
    return clean_line(value) if name == "choices" else brief(value)


def brief(words: str) -> str:
    """Typed text as a sentence can repeat it: one safe line, cut at a word to 60 cells."""
    return cut_at_word(clean_line(words), _SHOWN)
