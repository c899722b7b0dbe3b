"""Drafts as rows: going on with one, reading it, and discarding it after a question."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from portfolio.capture.entry import name_of
from portfolio.notebook.drafts import called, of_place
from portfolio.tui.render.draft import draft_lines
from portfolio.tui.services.drafts import DRAFT
from portfolio.tui.shell.flow import start_flow
from portfolio.tui.text.spans import EMPTY, Line, Span
from portfolio.tui.widgets.rows import Row
from portfolio.wording.dates import day_near

if TYPE_CHECKING:
    from portfolio.capture.entry import Entry
    from portfolio.tui.services.state import AppState
    from portfolio.tui.shell.screen import BaseScreen


def draft_rows(place: str, state: AppState) -> Sequence[Row]:
    """Return a row for each draft of a place; one of another day has its day."""
    _ = state.words
    rows = []
    for kept in of_place(place, state.unfinished):
        title = called(kept.entry, state.records, _) or name_of(kept.entry, _)
        words = (Span(_("Continue your draft:"), "accent"), Span(f" {title}"))
        day = (Span(day_near(kept.entry.day, state.today, _), "muted"), Span("  "))
        rows.append(Row(f"{DRAFT}{kept.name}", words, day if kept.entry.day != state.today else EMPTY))
    return rows


def draft_at(row: str, state: AppState) -> Entry | None:
    """Return the draft of a row; None for another row."""
    return next((kept.entry for kept in state.unfinished if f"{DRAFT}{kept.name}" == row), None)


def text_of_draft(row: str, state: AppState, width: int) -> Iterator[Line]:
    """Yield the draft of a row as lines to read; nothing for another row."""
    entry = draft_at(row, state)
    if entry is not None:
        yield from draft_lines(entry, state, width)


def open_draft(screen: BaseScreen[None], row: str) -> None:
    """Go on with the draft of a row, in the form this app gave it last."""
    drafts = screen.services.drafts.writer.on_offer(screen.state.unfinished if screen.state else ())
    if row.removeprefix(DRAFT) in drafts:
        screen.services.navigator.open_entry(drafts[row.removeprefix(DRAFT)])


def act_on_draft(screen: BaseScreen[None], row: str, action: str) -> None:
    """Continue the draft of a row on "edit", and ask whether to discard it on "delete"; nothing on another row."""
    draft = draft_at(row, screen.state) if screen.state is not None else None
    if draft is not None and action == "edit":
        open_draft(screen, row)
    elif draft is not None and action == "delete":
        start_flow(screen, throw_away, screen, draft)


async def throw_away(screen: BaseScreen[None], draft: Entry) -> None:
    """Ask whether to discard a draft, and discard it."""
    _ = screen.words
    answers = [("keep", _("Keep it")), ("drop", _("Discard it"))]
    question = _("Discard this unfinished text? You can't get it back.")
    if await screen.choose(question, answers) == "drop":
        screen.services.drafts.discard(draft.name, draft.stamp)
