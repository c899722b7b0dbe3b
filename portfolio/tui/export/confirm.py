"""Before a document leaves: what changed since others saw it is confirmed by its writer, or stays this time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Protocol

from portfolio.present.titles import heading
from portfolio.sanitise import clean_line

if TYPE_CHECKING:
    from portfolio.notebook.export_request import ExportDraft
    from portfolio.tui.services.services import Services
    from portfolio.tui.widgets.rows import Rows
    from portfolio.wording import Words


class DocumentScreen(Protocol):
    """The screen of a document that is about to leave, as far as a question about it needs it."""

    @property
    def services(self) -> Services:
        """The services of the app."""

    @property
    def words(self) -> Words:
        """The translator that is on."""

    @property
    def rows(self) -> Rows:
        """What leaves, a row each."""

    def ask_then(self, question: str, answers: Sequence[tuple[str, str]], then: Callable[[str | None], object]) -> None:
        """Ask one thing."""

    def leave_out(self, ids: Iterable[str]) -> None:
        """Leave these records out this time."""

    def action_leaks(self) -> None:
        """Look at what may not be meant to leave."""


_NAMED = 3
"""So many are named; the list says it of each."""


def confirm_changed(screen: DocumentScreen, leaving: ExportDraft, then: Callable[[], object]) -> None:
    """Go on with `then` when nothing changed, or when its writer says that it goes along as it is now."""
    changed = leaving.preview.changed
    if not changed:
        then()
        return
    look, _ = screen.services.state, screen.words
    records = [record for record in map(look.records.get, changed) if record is not None]
    names = [f"“{clean_line(heading(record, look.records, _))}”" for record in records[:_NAMED]]
    more = len(changed) - len(names)
    if more:
        names.append(_.plural("and {n} more", "and {n} more", more))
    asked = _.plural(
        "{n} item changed since you handed it over:", "{n} items changed since you handed them over:", len(changed)
    )
    answers = [
        ("look", _("Let me look at it first")),
        ("as_is", _("It goes along as it is now")),
        ("stays", _("It stays with me this time")),
    ]

    def answered(answer: str | None) -> None:
        if answer == "as_is":
            then()
        elif answer == "look":
            screen.rows.go_to(next(iter(changed)))
        elif answer == "stays":
            screen.leave_out(changed)

    screen.ask_then(f"{asked} {', '.join(names)}", answers, answered)


def confirm_names(screen: DocumentScreen, leaving: ExportDraft, then: Callable[[], object]) -> None:
    """Go on with `then` when no name is left that was to be replaced, or when its writer says that it may stay."""
    kept = {leak.words: leak for leak in leaving.preview.kept if leak.words not in leaving.wish.kept}
    if not kept:
        then()
        return
    _ = screen.words
    places = [f"“{clean_line(leak.words)}”: {clean_line(leak.around)}" for leak in kept.values()][:_NAMED]
    more = len(kept) - len(places)
    if more:
        places.append(_.plural("and {n} more", "and {n} more", more))
    asked = _("This could not be replaced and is still in the document:")
    answers = [("look", _("Let me look at it first")), ("as_is", _("It goes along as it is now"))]

    def answered(answer: str | None) -> None:
        if answer == "as_is":
            then()
        elif answer == "look":
            screen.action_leaks()

    screen.ask_then("\n".join([asked, *places]), answers, answered)
