"""What becomes of a save: the stored change, or the problems that stop it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from portfolio.errors import UsageError
from portfolio.records.problems import Problem
from portfolio.store.notices import Notice
from portfolio.store.results import Saved
from portfolio.wording import N_, Words


class Invalid(UsageError):
    """Values that cannot be saved; all their problems at once."""

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
    """Records that the change did not reach: a version arrived with it that was never shown; a notice says so."""


Accept = Callable[[Iterable[str], Saved], Stored]
"""Takes over what a save left as the present state; the ids are those of the records that the user meant."""
