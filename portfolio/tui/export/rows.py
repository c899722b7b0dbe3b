"""Rows of what can be shared, by kind: whether each record is included, and why not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from portfolio.journey.sharing.held import (
    FOR_ONESELF,
    NO_PERMISSION,
    NOT_ITS_GOAL,
    OTHER_PERIOD,
    TITLE_ONLY,
    TWO_VERSIONS,
)
from portfolio.journey.sharing.rules import ALLOWED
from portfolio.notebook.export_request import LEFT_OUT, NO_PLACE, NOT_CAREFUL, ExportDraft
from portfolio.present.titles import heading
from portfolio.records.kinds import TABLES
from portfolio.records.record import Record
from portfolio.sanitise import clean_line
from portfolio.text import wrap
from portfolio.tui.render.record_rows import Listed, RowOf, sections
from portfolio.tui.services.state import AppState
from portfolio.tui.text.spans import Line, Span
from portfolio.tui.widgets.rows import Row
from portfolio.wording import N_, Words
from portfolio.wording.dates import day_short
from portfolio.wording.names import kind_name, kind_plural
from portfolio.wording.outline import role_word

MORE: Final = "more"
"""Key of the row that leads to everything that can be shared."""
READ: Final = "read"
"""Key of the row that leads to the document."""
SAVE: Final = "save"
"""Key of the row that asks in which form to hand it over."""
_ROOMY: Final = 50
"""Cells from which a row shows its day."""
_HEADINGS: Final[dict[str, str]] = {
    OTHER_PERIOD: N_("Left out: not in this period. Enter includes it."),
    NO_PERMISSION: N_("Left out: the other person has not agreed. Enter opens it."),
    TWO_VERSIONS: N_("Left out: it has two versions. Enter opens it."),
    NOT_ITS_GOAL: N_("Left out: what it belongs to is not included. Enter opens it."),
    FOR_ONESELF: N_("Left out: this template is for yourself."),
}
"""Reason that shareable records stay -> heading above them, with the key that changes it."""
_SHORT: Final[dict[str, str]] = {
    LEFT_OUT: LEFT_OUT,
    NO_PLACE: NO_PLACE,
    NOT_CAREFUL: NOT_CAREFUL,
    NOT_ITS_GOAL: N_("with its goal"),
    TITLE_ONLY: TITLE_ONLY,
}
"""Reason that a selected record is left out -> a few words."""


def listed(draft: ExportDraft, state: AppState, width: int) -> list[Listed]:
    """Return the included records by kind, then the others by reason; in Over the shoulder only the included ones."""
    rows = [*sections(_groups(draft, state)), *_people(draft, state.words, width)]
    if state.alone:
        return [*rows, *([""] if rows else []), _share_more(state), *_next_steps(draft, state)]
    nothing = Row(left=(Span(state.words("Nothing here is shareable yet."), "muted"),))
    return rows or [nothing]


def _share_more(state: AppState) -> Row:
    _ = state.words
    return Row(MORE, (Span(_("Choose what you share"), bold=True), Span(" · " + _("everything you wrote"), "muted")))


def _next_steps(draft: ExportDraft, state: AppState) -> Iterator[Row]:
    """Yield what comes after choosing: to read the document and to hand it over; nothing while it is empty."""
    _ = state.words
    if draft.going:
        yield Row(READ, (Span(_("Read it through"), bold=True), Span(" · " + _("to the last character"), "muted")))
        yield Row(SAVE, (Span(_("Hand it over"), bold=True), Span(" · " + _("as a file; you send it"), "muted")))


def _groups(draft: ExportDraft, state: AppState) -> Iterator[tuple[str, Sequence[Record]]]:
    _ = state.words
    usual = [record for record in map(state.records.get, draft.usual) if record is not None]
    if not state.alone:
        usual = [record for record in usual if record.id in draft.going]
    for kind in TABLES:
        found = [record for record in usual if record.kind == kind]
        going = sum(not draft.reason(record.id) for record in found)
        yield _counted(going, len(found), kind, _), found[::-1]
    for reason, words in _HEADINGS.items() if state.alone else ():
        held = [record for record, why in draft.held if why == reason]
        found = [record for record in (state.records.get(each.id) for each in held) if record is not None]
        yield _(words), found[::-1]


def _counted(going: int, everything: int, kind: str, _: Words) -> str:
    name = kind_name(kind, _) if everything == 1 else kind_plural(kind, _)
    if going == everything:
        return f"{everything} {name}"
    return _("{n} of {all} {name}").format(n=going, all=everything, name=name)


def _people(draft: ExportDraft, _: Words, width: int) -> Iterator[Row]:
    if draft.preview.persons:
        people = ", ".join(clean_line(role_word(name, _)) for name in draft.preview.persons)
        sentence = _("People are shown as: {people}").format(people=people)
        yield Row()
        yield from _muted_rows([sentence], width)


def _muted_rows(texts: Iterable[str], width: int) -> Iterator[Row]:
    for text in texts:
        yield from (Row(left=(Span(line, "muted"),)) for line in wrap(text, max(width, 20)))


def row_of(draft: ExportDraft) -> RowOf:
    """Return the function that makes the rows of this list."""

    def row(record: Record, state: AppState, width: int) -> Row:
        _ = state.words
        reason = draft.reason(record.id)
        words = _state(record, draft, state)
        dated = width >= _ROOMY and record.kind in ALLOWED and ALLOWED[record.kind].dated
        day = day_short(record.date, _) if dated else ""
        changed = not reason and state.alone and record.id in draft.preview.changed
        sign = Span("– " if reason else "✓ ", "muted" if reason else "good")
        role = "warning" if changed else "muted"
        right: Line = (Span(words, role), Span(f" · {day}" if words and day else day, "muted"))
        return Row(record.id, (sign, Span(heading(record, state.records, _), "muted" if reason else "text")), right)

    return row


def _state(record: Record, draft: ExportDraft, state: AppState) -> str:
    """Return the word for the state of a record in this document; empty when it is simply included."""
    _, reason = state.words, draft.reason(record.id)
    if record.kind == "profile" and (reason or not record.shareable):
        return _("only name, job title and team")
    if not reason and state.alone and record.id in draft.preview.changed:
        return _("changed since shared")
    if not reason:
        return ""
    return _(_SHORT[reason]) if reason in _SHORT else _("stays")
