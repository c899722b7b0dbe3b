"""The errors of the store. Each has a sentence that says what happened, what is safe and what to do."""

from __future__ import annotations

from typing import Final

from portfolio.errors import PortfolioError
from portfolio.store.file.probe import FileState
from portfolio.store.format.strict import UnreadableError
from portfolio.store.notices import Notice, ReasonedError, notice
from portfolio.wording import N_

LOCKED: Final = N_("the file was made read-only")
"""Reason: the owner made the file read-only."""
RESTLESS: Final = N_("another program keeps changing it")
"""Reason: the file changed during every attempt to save."""


class NotSavedError(ReasonedError):
    """Neither the shadow nor the file could be written."""

    def __init__(self, reason: str) -> None:
        """`reason` is an English message id."""
        message = N_(
            "This was not saved: this computer's own copy cannot be written ({reason}). The file is unchanged."
        )
        super().__init__(message, reason=reason)


class UnreachableError(ReasonedError):
    """The file exists and cannot be opened, or cannot be opened yet."""


class NewerError(PortfolioError):
    """A newer Leerreis wrote the file."""


class ForeignError(PortfolioError):
    """The file is not a portfolio."""


class MissingError(PortfolioError):
    """There is no file."""


class OtherPortfolioError(PortfolioError):
    """The file is another portfolio."""

    def __init__(self, path: str) -> None:
        """`path` is the file that is left out."""
        super().__init__(N_("{path} is another portfolio. It is left out, and nothing was changed."), path=path)


def of(probed: FileState, path: str) -> PortfolioError:
    """The error for a file that was probed at `path` and cannot be used."""
    if probed.found == "damaged":
        return UnreadableError(probed.reason, path)
    if probed.found == "newer":
        return NewerError(
            N_("{path} was written by a newer Leerreis. Nothing was changed; update Leerreis to write in it."),
            path=path,
        )
    if probed.found in ("foreign", "sound"):
        return ForeignError(
            N_("{path} is not a Leerreis portfolio. Nothing was changed; choose another file."), path=path
        )
    if probed.found == "missing":
        return MissingError(
            N_("There is no portfolio at {path} yet. Write something first, or choose another file."), path=path
        )
    if probed.found == "not_downloaded":
        return UnreachableError(
            N_("{path} has not been downloaded to this computer yet. Nothing was changed."), path=path
        )
    message = N_("{path} cannot be opened ({reason}). Nothing was changed.")
    return UnreachableError(message, path=path, reason=probed.reason)


def reason_why(probed: FileState) -> str:
    """Why a change is not in the file yet, as an English message id."""
    reasons = {
        "missing": N_("the file is not there"),
        "not_downloaded": N_("the file has not been downloaded yet"),
        "newer": N_("a newer Leerreis wrote it"),
        "foreign": N_("it is not a Leerreis portfolio"),
    }
    return reasons.get(probed.found, probed.reason)


def not_in_file(path: str, probed: FileState, reason: str = "") -> Notice:
    """The notice that a change is safe in the shadow but not in the file, and why."""
    return notice("not_in_file", path=path, reason=reason or reason_why(probed))
