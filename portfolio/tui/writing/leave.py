"""Leaving an entry before it is saved: keep it as a draft, or discard it when the user chooses that."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, Literal

from portfolio.capture.entry import is_answer

if TYPE_CHECKING:
    from portfolio.tui.writing.screen import WritingScreen


def leave(screen: WritingScreen) -> None:
    """Close and keep a draft; an empty draft is discarded."""
    screen.gather()
    screen.finish(lambda: screen.services.drafts.leave(screen.entry))


async def ask_how_to_leave(screen: WritingScreen) -> Literal["save", "on", "later", "drop"] | None:
    """Ask what to do with changes, or None when cancelled; without changes the answer is "later"."""
    entry = screen.entry
    if not entry.touched:
        return "later"
    _ = screen.words
    drop = _("Leave it as it was") if entry.record else _("Discard it")
    answers: list[tuple[Literal["save", "on", "later", "drop"], str]] = [
        ("save", _("Save")),
        ("on", _("Go on writing")),
        ("later", _("Keep it as a draft")),
        ("drop", drop),
    ]
    return await screen.choose(_("You changed something. What do you want?"), answers)


def throw_away(screen: WritingScreen, shown: Collection[str]) -> None:
    """Close and discard the text of these fields; answers in the draft without a field here stay a draft."""
    drafts, entry = screen.services.drafts, screen.entry
    rest = entry.without(shown)
    if any(is_answer(key) for key in rest.changed):
        screen.finish(lambda: drafts.leave(rest))
    else:
        screen.finish(lambda: drafts.discard(entry.name))
