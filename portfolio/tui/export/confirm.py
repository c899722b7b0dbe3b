"""Questions before a document is saved: about places not checked yet, and records changed since they were shared."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from portfolio.present.titles import heading
from portfolio.sanitise import clean_line

if TYPE_CHECKING:
    from portfolio.notebook.export_request import ExportDraft
    from portfolio.tui.shell.screen import BaseScreen

Verdict = Literal["as_is", "look", "stays"]
"""Save it as it is; let the user look first; leave out what changed."""

_NAMED: Final = 3
"""Number of records or names that a question lists."""


async def ask_about_changed(screen: BaseScreen[None], draft: ExportDraft) -> Verdict | None:
    """Ask about records that changed since they were shared; without any, return "as_is"."""
    changed = draft.preview.changed
    if not changed:
        return "as_is"
    state, _ = screen.services.state, screen.words
    records = [record for record in map(state.records.get, changed) if record is not None]
    names = [f"“{clean_line(heading(record, state.records, _))}”" for record in records[:_NAMED]]
    more = len(changed) - len(names)
    if more:
        names.append(_.plural("and {n} more", "and {n} more", more))
    asked = _.plural(
        "{n} record changed since you handed it over:", "{n} records changed since you handed them over:", len(changed)
    )
    answers: list[tuple[Verdict, str]] = [
        ("look", _("Let me look at it first")),
        ("as_is", _("Include it as it is now")),
        ("stays", _("Leave it out this time")),
    ]
    return await screen.choose(f"{asked} {', '.join(names)}", answers)


async def ask_about_places(screen: BaseScreen[None], draft: ExportDraft) -> Verdict | None:
    """Ask about the places that are not checked yet, and name the words among them that could not be replaced.

    Without any, return "as_is".
    """
    unchecked = draft.to_look_at
    if not unchecked:
        return "as_is"
    _ = screen.words
    asked = [_.plural("{n} place is not checked yet.", "{n} places are not checked yet.", len(unchecked))]
    kept = {leak.words: leak for leak in draft.preview.kept if leak.words not in draft.request.kept}
    if kept:
        asked.append(_("This could not be replaced and is still in the document:"))
        asked += [f"“{clean_line(leak.words)}”: {clean_line(leak.around)}" for leak in kept.values()][:_NAMED]
        more = len(kept) - _NAMED
        if more > 0:
            asked.append(_.plural("and {n} more", "and {n} more", more))
    answers: list[tuple[Verdict, str]] = [
        ("look", _.plural("Check it first", "Check them first", len(unchecked))),
        ("as_is", _("Hand it over like this")),
    ]
    return await screen.choose("\n".join(asked), answers)
