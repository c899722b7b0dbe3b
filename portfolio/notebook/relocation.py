"""Move the portfolio to another place on this computer, or continue with a file of it that is there already.

Before anything is removed from the old place, the new file is complete and read back, its shadow is written, and drafts
and settings point to it. A failure before that leaves everything as it was.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from typing import Final, Literal, NamedTuple

from portfolio import atomic
from portfolio.atomic import OS, System
from portfolio.errors import PortfolioError, reason_of
from portfolio.locations import Locations, file_key
from portfolio.store.copies.held_purges import Holding
from portfolio.store.file.lock import BusyError, held, lock_of
from portfolio.store.file.probe import bytes_of, judged
from portfolio.store.file.shadow import NOTHING, Shadow
from portfolio.store.format.canonical import State
from portfolio.store.local import drafts
from portfolio.store.local.undo import History
from portfolio.store.merge import merge
from portfolio.store.notices import Notice, ReasonedError
from portfolio.store.portfolio_file import PortfolioFile
from portfolio.wording import N_

Found = Literal["free", "here", "same", "other"]
"""What is at a path: nothing, the data file itself, another file of this portfolio, or something else."""

Clock = Callable[[], datetime]
Remember = Callable[[str], None]
"""Writes the new path to the settings; an exception from it stops the move."""

_PATIENCE: Final = 5.0  # seconds to wait for another process before the old file is left where it is


class NotMovedError(ReasonedError):
    """The move failed; the file is where it was."""

    def __init__(self, path: str, reason: str) -> None:
        """`path` is the place it could not go to; `reason` is an English message id."""
        super().__init__(
            N_("The file could not be moved to {path} ({reason}). It is where it was, and nothing is lost."),
            path=path,
            reason=reason,
        )


class TakenError(PortfolioError):
    """Another file at the new place must stay."""

    def __init__(self, path: str) -> None:
        """`path` is the path of that file."""
        super().__init__(N_("There is another file at {path}. Nothing was changed; choose another folder."), path=path)


class Moved(NamedTuple):
    """The portfolio is at `path` now."""

    path: str
    left: str = ""
    """The path of the old file, when it still exists."""
    notices: tuple[Notice, ...] = ()


def found_at(locations: Locations, path: str, clock: Clock, *, system: System = OS) -> Found:
    """What is at the path where the user wants the portfolio. Changes nothing."""
    if file_key(path) == file_key(locations.data_file):
        return "here"
    probed = judged(bytes_of(path, system), path, NOTHING)
    if probed.found == "missing":
        return "free"
    ours = PortfolioFile(locations, clock, system=system).read().state
    is_one = probed.found == "sound" and probed.state is not None
    same = is_one and probed.state is not None and probed.state.portfolio_id == ours.portfolio_id
    return "same" if same or (is_one and not ours.tables()) else "other"


def move(locations: Locations, path: str, clock: Clock, remember: Remember, *, system: System = OS) -> Moved:
    """Move the file to the free path `path`. Raises PortfolioError when that fails, and then nothing was moved."""
    old = PortfolioFile(locations, clock, system=system)
    reading = old.read()
    if not reading.exists and not reading.state.tables():
        remember(path)
        return Moved(path)
    state = _all_in_file(old, locations.data_file)
    new = locations._replace(data_file=path)
    with _undone_on_failure(new, state.encode(), system):
        _put(path, state.encode(), system)
        notices = _open_there(new, clock, system)
        _turn_over(locations, new, remember, system)
    left = "" if _clear_away(locations, new, state.encode(), clock, system) else locations.data_file
    return Moved(path, left, notices)


def go_on_with(locations: Locations, path: str, clock: Clock, remember: Remember, *, system: System = OS) -> Moved:
    """Join everything into the file of this portfolio at `path` and use that one; the old file is left alone."""
    new = locations._replace(data_file=path)
    there = PortfolioFile(new, clock, system=system)
    try:
        notices = _join_all(there, locations, system)
        _turn_over(locations, new, remember, system)
    except OSError as failure:
        raise NotMovedError(path, reason_of(failure)) from failure
    left = locations.data_file if os.path.exists(locations.data_file) else ""
    return Moved(path, left, notices)


def _all_in_file(file: PortfolioFile, path: str) -> State:
    """The state of the file after saving everything that only the shadow had. Raises PortfolioError."""
    saved = file.commit(lambda state: state)
    if not saved.in_file:
        reason = next((str(n.parameters["reason"]) for n in saved.notices if "reason" in n.parameters), "")
        message = N_("Not every word is in {path} yet ({reason}). Nothing was moved; try again when that is over.")
        raise ReasonedError(message, path=path, reason=reason)
    return saved.state


@contextmanager
def _undone_on_failure(new: Locations, data: bytes, system: System) -> Iterator[None]:
    """Remove what was made in the new place when the move fails there."""
    shadow = Shadow(new, system)
    had_shadow = os.path.exists(shadow.path)
    folders = _missing_above(new.data_file)
    try:
        yield
    except (OSError, PortfolioError) as failure:
        if not isinstance(failure, TakenError):
            with suppress(OSError):
                if atomic.holds(new.data_file, data) is not None:
                    os.unlink(new.data_file)
            with suppress(OSError):
                if not had_shadow:
                    os.unlink(shadow.path)
        for folder in folders:
            with suppress(OSError):
                os.rmdir(folder)
        if isinstance(failure, OSError):
            raise NotMovedError(new.data_file, reason_of(failure)) from failure
        raise


def _missing_above(path: str) -> list[str]:
    """The folders that must be made for a file, the deepest first."""
    missing: list[str] = []
    while (path := os.path.dirname(path)) and not os.path.lexists(path):
        missing.append(path)
    return missing


def _put(path: str, data: bytes, system: System) -> None:
    """Write the bytes to a new file and read it back. Raises TakenError, NotMovedError or OSError."""
    atomic.make_private_folder(os.path.dirname(path), system=system)
    try:
        atomic.create(path, data, mode=0o600, system=system)
    except FileExistsError as failure:
        raise TakenError(path) from failure
    if atomic.holds(path, data, system=system) is None:
        raise NotMovedError(path, N_("what was written there does not read back the same"))


def _open_there(new: Locations, clock: Clock, system: System) -> tuple[Notice, ...]:
    """Write the shadow of the new file, joined with an older shadow of that path. Raises OSError or PortfolioError."""
    saved = PortfolioFile(new, clock, system=system).commit(lambda state: state)
    if not saved.in_file:
        raise NotMovedError(new.data_file, N_("the disk reports an error"))
    return saved.notices


def _turn_over(locations: Locations, new: Locations, remember: Remember, system: System) -> None:
    """Let drafts, settings and undo history point to the new place. Raises OSError or PortfolioError."""
    folder = locations.drafts_folder
    mine = drafts.of_file(folder, locations.data_file)
    try:
        drafts.hand_on(folder, mine, new.data_file, system=system)
        remember(new.data_file)
    except (OSError, PortfolioError):
        with suppress(OSError):
            drafts.hand_on(folder, mine, locations.data_file)
        raise
    with suppress(OSError):  # a convenience: the records themselves are safe
        History(locations).hand_on(new)
    with suppress(OSError):
        Holding(locations, system).hand_on(new)


def _join_all(there: PortfolioFile, locations: Locations, system: System) -> tuple[Notice, ...]:
    """Join everything of the old place into the file at the new place. Raises PortfolioError."""
    there.read()
    notices: tuple[Notice, ...] = ()
    for path in (Shadow(locations, system).path, locations.data_file):
        if os.path.exists(path):
            saved = merge(there, path).saved
            notices = saved.notices
            if not saved.in_file:
                raise NotMovedError(there.path, N_("the disk reports an error"))
    return notices


def _clear_away(locations: Locations, new: Locations, data: bytes, clock: Clock, system: System) -> bool:
    """Remove the old file and its shadow, after joining what was written to them meanwhile; whether that succeeded."""
    shadow = Shadow(locations, system).path
    try:
        with held(lock_of(locations), _PATIENCE):
            if not all(_holds(path, data, system) for path in (locations.data_file, shadow)):
                _join_all(PortfolioFile(new, clock, system=system), locations, system)
            for path in dict.fromkeys((os.path.realpath(locations.data_file), locations.data_file)):
                if os.path.lexists(path):
                    system.unlink(path)
            with suppress(OSError):
                system.unlink(shadow)
    except (OSError, PortfolioError, BusyError):
        return False
    return True


def _holds(path: str, data: bytes, system: System) -> bool:
    return not os.path.exists(path) or atomic.holds(path, data, system=system) is not None
