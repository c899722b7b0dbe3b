"""What is said when a search finds nothing."""

from __future__ import annotations

from collections.abc import Sequence

from portfolio.wording import Words


def nothing_found(words: Sequence[str], _: Words) -> str:
    """Return the sentence for a search for these words without hits."""
    return _("Nothing contains all of these words.") if len(words) > 1 else _("Nothing found.")


def meant_instead(near: Sequence[str], _: Words) -> str:
    """Return the question whether one of these was meant; there is at least one."""
    either = " {} ".format(_("or")).join(f"“{each}”" for each in near)
    return _("Did you mean {words}?").format(words=either)
