"""The outcome of a save: the stored change, or the problems that prevent it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from portfolio.errors import UsageError
from portfolio.records.problems import Problem
from portfolio.store.notices import Notice
from portfolio.store.results import Saved
from portfolio.wording import N_, Words


class Invalid(UsageError):
    """Values that cannot be saved, with all their problems."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        """`problems` name their fields."""
        super().__init__(N_("Nothing was saved. {problems}"), problems="")
        self.problems = tuple(problems)

    def sentence(self, _: Words) -> str:
        """One sentence that names each field."""
        each = (f"{p.field}: {p.sentence(_)}" if p.field else p.sentence(_) for p in self.problems)
        return _(self.message).format(problems=" ".join(each))


class Stored(NamedTuple):
    """A change that was acknowledged: it is on disk, in the shadow at least."""

    ids: tuple[str, ...]
    in_file: bool
    notices: tuple[Notice, ...]
    overruled: tuple[str, ...] = ()
    """Records for which the change does not count yet: an unseen version arrived with it, and a notice explains it."""


Accept = Callable[[Iterable[str], Saved], Stored]
"""Makes the outcome of a save the current state; the ids are those of the records that the user asked for."""
