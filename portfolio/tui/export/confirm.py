"""Before a document leaves: what changed since others saw it is confirmed by its writer, or stays this time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from portfolio.present.titles import heading
from portfolio.sanitise import clean_line

if TYPE_CHECKING:
    from portfolio.notebook.export_request import ExportDraft
    from portfolio.tui.shell.screen import BaseScreen

Verdict = Literal["as_is", "look", "stays"]
"""It leaves as it is; the user wants to look at it first; what changed is left out this time."""

_NAMED: Final = 3
"""How many are named; the list says it of each."""


async def ask_about_changed(screen: BaseScreen[None], leaving: ExportDraft) -> Verdict | None:
    """Ask what to do with records that changed since others saw them; without any it leaves as it is."""
    changed = leaving.preview.changed
    if not changed:
        return "as_is"
    look, _ = screen.services.state, screen.words
    records = [record for record in map(look.records.get, changed) if record is not None]
    names = [f"“{clean_line(heading(record, look.records, _))}”" for record in records[:_NAMED]]
    more = len(changed) - len(names)
    if more:
        names.append(_.plural("and {n} more", "and {n} more", more))
    asked = _.plural(
        "{n} item changed since you handed it over:", "{n} items changed since you handed them over:", len(changed)
    )
    answers: list[tuple[Verdict, str]] = [
        ("look", _("Let me look at it first")),
        ("as_is", _("It goes along as it is now")),
        ("stays", _("It stays with me this time")),
    ]
    return await screen.choose(f"{asked} {', '.join(names)}", answers)


async def ask_about_names(screen: BaseScreen[None], leaving: ExportDraft) -> Verdict | None:
    """Ask what to do with names that could not be replaced; without any it leaves as it is."""
    kept = {leak.words: leak for leak in leaving.preview.kept if leak.words not in leaving.wish.kept}
    if not kept:
        return "as_is"
    _ = screen.words
    places = [f"“{clean_line(leak.words)}”: {clean_line(leak.around)}" for leak in kept.values()][:_NAMED]
    more = len(kept) - len(places)
    if more:
        places.append(_.plural("and {n} more", "and {n} more", more))
    asked = _("This could not be replaced and is still in the document:")
    answers: list[tuple[Verdict, str]] = [
        ("look", _("Let me look at it first")),
        ("as_is", _("It goes along as it is now")),
    ]
    return await screen.choose("\n".join([asked, *places]), answers)
