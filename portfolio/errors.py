"""What could not be done, in one sentence for a person.

Every failure that a caller cannot mend is a `PortfolioError`: a message in English that gettext knows, its parameters
and an exit status. The face that catches it chooses the language; no other code turns a failure into text.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from portfolio.sanitise import clean_line
from portfolio.wording import Words

DATA_OR_STATE: Final = 1
"""Exit status: it could not be done, because of the data or the state it is in."""
USAGE: Final = 2
"""Exit status: the command was used wrongly, or a value cannot be."""


def safe(parameters: Mapping[str, object]) -> dict[str, object]:
    """What fills a sentence, safe to show: a path or a name can hold anything."""
    return {name: clean_line(value) if isinstance(value, str) else value for name, value in parameters.items()}


class PortfolioError(Exception):
    """A failure with its sentence: what happened, what is safe, what to do."""

    exit_status = DATA_OR_STATE

    def __init__(self, message: str, **parameters: object) -> None:
        """`message` is an English message id with named places; `parameters` fill them."""
        super().__init__(message)
        self.message = message
        self.parameters = parameters

    def sentence(self, _: Words) -> str:
        """The sentence in the language asked for."""
        return _(self.message).format(**safe(self.parameters))

    def __str__(self) -> str:
        """The sentence in English, for a log or a test."""
        return self.message.format(**self.parameters)


class UsageError(PortfolioError):
    """A value that cannot be, or a command used in a way that has no meaning."""

    exit_status = USAGE
