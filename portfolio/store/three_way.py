"""Three-way merge of a data file, for the merge driver of a version control system.

The version sets alone would do for what Leerreis wrote. The common ancestor shows hand edits: a value that an editor
changed on one branch without a new version id replaces the old one, instead of becoming a second version.
"""

from __future__ import annotations

from portfolio.atomic import OS, System
from portfolio.store import errors
from portfolio.store.file.probe import bytes_of, judged
from portfolio.store.file.shadow import NOTHING
from portfolio.store.format.canonical import State
from portfolio.store.format.join import join, join_seen
from portfolio.wording import N_


def merge_versions(base: str, ours: str, theirs: str, *, system: System = OS) -> State:
    """Join the files at `ours` and `theirs`, which both came from the one at `base`. Writes nothing.

    A base that is empty, unreadable or another portfolio is ignored. Of two different portfolios the one with records
    is taken when the other has none. Raises PortfolioError, naming the path, when one side cannot be read, is newer or
    foreign, or when both are different portfolios with records.
    """
    one, other = _sound(ours, NOTHING, system), _sound(theirs, NOTHING, system)
    if one.portfolio_id != other.portfolio_id:
        if one.tables() and other.tables():
            raise errors.OtherPortfolioError(theirs)
        return one if one.tables() else other
    before = judged(bytes_of(base, system), base, NOTHING)
    if before.found == "sound" and before.state is not None and before.state.portfolio_id == one.portfolio_id:
        one, other = join_seen(before.state, one), join_seen(before.state, other)
    return join(one, other)


def _sound(path: str, known: State, system: System) -> State:
    """The state in a file. Raises PortfolioError, naming the path, when it holds none that can be written again."""
    probed = judged(bytes_of(path, system), path, known)
    if probed.found == "missing":
        raise errors.MissingError(N_("There is no file at {path}; nothing was changed."), path=path)
    if probed.found != "sound" or probed.state is None:
        raise errors.of(probed, path)
    return probed.state
