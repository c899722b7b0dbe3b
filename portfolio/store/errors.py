"""What the store will not do, each with its sentence: what happened, what is safe, what to do."""

from __future__ import annotations

from typing import Final

from portfolio.errors import PortfolioError
from portfolio.store.file.probe import FileState
from portfolio.store.format.strict import UnreadableError
from portfolio.store.notices import ReasonedError
from portfolio.wording import N_

LOCKED: Final = N_("the file was made read-only")
"""Why words are not in the file yet: its owner does not want it written."""
RESTLESS: Final = N_("another program keeps changing it")
"""Why words are not in the file yet."""


class NotSavedError(ReasonedError):
    """Neither the shadow nor the file could take the words."""

    def __init__(self, reason: str) -> None:
        """`reason` is an English message id."""
        message = N_(
            "This was not saved: this computer's own copy cannot be written ({reason}). The file is unchanged."
        )
        super().__init__(message, reason=reason)


class UnreachableError(ReasonedError):
    """The file is there and cannot be opened, or not yet."""


class NewerError(PortfolioError):
    """A newer Leerreis wrote the file."""


class ForeignError(PortfolioError):
    """The file is something else."""


class MissingError(PortfolioError):
    """There is no file."""


class OtherPortfolioError(PortfolioError):
    """The file is a portfolio, but another one."""

    def __init__(self, path: str) -> None:
        """`path` is the file that stays out."""
        super().__init__(N_("{path} is another portfolio. It is left out, and nothing was changed."), path=path)


def of(look: FileState, path: str) -> PortfolioError:
    """The refusal that fits what was found at `path`."""
    if look.found == "damaged":
        return UnreadableError(look.reason, path)
    if look.found == "newer":
        return NewerError(
            N_("{path} was written by a newer Leerreis. Nothing was changed; update Leerreis to write in it."),
            path=path,
        )
    if look.found in ("foreign", "sound"):
        return ForeignError(
            N_("{path} is not a Leerreis portfolio. Nothing was changed; choose another file."), path=path
        )
    if look.found == "missing":
        return MissingError(
            N_("There is no portfolio at {path} yet. Write something first, or choose another file."), path=path
        )
    if look.found == "not_downloaded":
        return UnreachableError(
            N_("{path} has not been downloaded to this computer yet. Nothing was changed."), path=path
        )
    message = N_("{path} cannot be opened ({reason}). Nothing was changed.")
    return UnreachableError(message, path=path, reason=look.reason)


def reason_why(look: FileState) -> str:
    """Why words are not in the file yet, as an English message id."""
    reasons = {
        "missing": N_("the file is not there"),
        "not_downloaded": N_("the file has not been downloaded yet"),
        "newer": N_("a newer Leerreis wrote it"),
        "foreign": N_("it is not a Leerreis portfolio"),
    }
    return reasons.get(look.found, look.reason)
