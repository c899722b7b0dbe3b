"""Errors with one sentence for the user.

Every failure that a caller cannot handle is a `PortfolioError`: an English message id for gettext, its parameters and
an exit status. The command line or the app chooses the language; no other code turns a failure into text.
"""

from __future__ import annotations

import errno
from collections.abc import Mapping
from typing import Final

from portfolio.sanitise import clean_line
from portfolio.wording import N_, Words

DATA_OR_STATE: Final = 1
"""Exit status: the data, or its state, does not allow it."""
USAGE: Final = 2
"""Exit status: wrong use of the command, or an invalid value."""


def safe(parameters: Mapping[str, object]) -> dict[str, object]:
    """Make the parameters of a sentence safe to show: a path or a name can hold any character."""
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
    """An invalid value, or a command used in a way that has no meaning."""

    exit_status = USAGE


def reason_of(failure: OSError) -> str:
    """The reason for a system error, as an English message id."""
    return {
        errno.EACCES: N_("no permission"),
        errno.EPERM: N_("no permission"),
        errno.EROFS: N_("the disk is read-only"),
        errno.ENOSPC: N_("the disk is full"),
        errno.EDQUOT: N_("the disk is full"),
        errno.EFBIG: N_("the disk is full"),
        errno.ENOENT: N_("its folder is not there"),
        errno.ENOTDIR: N_("its folder is not there"),
        errno.EISDIR: N_("it is a folder"),
        errno.ESPIPE: N_("it is not an ordinary file"),
    }.get(failure.errno or 0, N_("the disk reports an error"))
