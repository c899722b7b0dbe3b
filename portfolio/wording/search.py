"""What is said when a search finds nothing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from portfolio.wording import N_, Words

UNKNOWN_TERM: Final = N_(
    "“{value}” is searched as words. To narrow a search: tag:, person:, goal:, skill:, kind:, since: or until:."
)
"""Said when nothing is found and a word looks like a term that is not there, as in `topic:meten`."""


def nothing_found(words: Sequence[str], _: Words) -> str:
    """Return the sentence for a search for these words without hits."""
    return _("Nothing contains all of these words.") if len(words) > 1 else _("Nothing found.")


def unclear_term(name: str) -> str:
    """Return the sentence for a term with a value that is no kind or no day, as a message id with a place for it."""
    if name == "kind":
        return N_("“{value}” is no kind of record. Use for example goal, note or feedback.")
    return N_("“{value}” is not a date to search from or to. Use 2025, 2025-03 or 2025-03-09.")


def meant_instead(near: Sequence[str], _: Words) -> str:
    """Return the question whether one of these was meant; there is at least one."""
    either = " {} ".format(_("or")).join(f"“{each}”" for each in near)
    return _("Did you mean {words}?").format(words=either)
