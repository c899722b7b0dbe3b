"""A change that was saved, in words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from portfolio.wording import Words


class Notice(Protocol):
    """A notice about saving."""

    def sentence(self, _: Words) -> str:
        """The notice in the language asked for."""


class Change(Protocol):
    """The outcome of saving, or of undo."""

    @property
    def notices(self) -> Sequence[Notice]:
        """What its user must know."""

    @property
    def overruled(self) -> Sequence[str]:
        """The records for which it does not count yet."""


def saved_in_words(change: Change, sentence: str, _: Words) -> str:
    """Return the sentence about a change with the notices of saving it; only these when nothing of it took effect."""
    if change.overruled and set(getattr(change, "ids", ())) <= set(change.overruled):
        sentence = ""
    return " ".join((sentence, *(notice.sentence(_) for notice in change.notices))).strip()
