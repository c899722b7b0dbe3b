"""What the app says of a change that was made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portfolio.tui.widgets.bars import StatusMessage
from portfolio.wording import Words

if TYPE_CHECKING:
    from portfolio.notebook import Stored
    from portfolio.notebook.history import Done


def saved_message(
    stored: Stored | Done, sentence: str, _: Words, *, here: bool = False, landed: str = ""
) -> StatusMessage:
    """The sentence about a change, with what else there is to know about where it lies now."""
    extra = " ".join(notice.sentence(_) for notice in stored.notices)
    if stored.overruled and set(getattr(stored, "ids", ())) <= set(stored.overruled):
        sentence = ""  # nothing of it came about
    calm = stored.in_file and not extra
    return StatusMessage(f"{sentence} {extra}".strip(), "good" if calm else "warning", here and calm, landed=landed)
