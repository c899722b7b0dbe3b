"""Rows of the Conversation place: the document, conversations, agreements, needs and people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from portfolio.journey.facts.conversations import countdown, is_coming
from portfolio.present.titles import heading
from portfolio.records.conversations import Agreement, Conversation, Need
from portfolio.records.exports import Export
from portfolio.records.kinds import PROFILE_ID
from portfolio.records.persons import Person, Profile
from portfolio.records.record import Record
from portfolio.sanitise import clean_line
from portfolio.text import pad
from portfolio.tui.render.filter import ListFilter
from portfolio.tui.render.privacy import beside
from portfolio.tui.render.record_rows import Listed, RowOf, sections
from portfolio.tui.services.state import AppState
from portfolio.tui.text.spans import EMPTY, Line, Span
from portfolio.tui.widgets.rows import Row
from portfolio.wording import Words
from portfolio.wording.conversations import step_line
from portfolio.wording.dates import day_short, until
from portfolio.wording.names import capital, choice_label, kind_name, kind_plural
from portfolio.wording.outline import role_word

PORTFOLIO: Final = "portfolio"
"""Key of the row of the document."""
READY: Final = "ready"
"""Key of the row of the readiness screen."""
SHEET: Final = "sheet"
"""Key of the row of the user's own sheet."""
TABLE: Final = "table"
"""Key of the row of the screen for use during the conversation."""
CALENDAR: Final = "calendar"
"""Key of the row that writes the calendar file."""
NOW: Final = "now:"
"""Prefix of the row key of the next preparation step."""
_OPEN: Final = ("open", "in_progress")
_OWNER: Final = 16
_ROOMY: Final = 60
"""Cells from which a row has columns for the owner and the state of an agreement."""


def listed(state: AppState, showing: ListFilter) -> Iterator[Listed]:
    """Yield everything to prepare a conversation with, and the results of earlier ones."""
    _ = state.words
    conversations = showing.of(state.records.of(Conversation), state.today)
    agreed = showing.of(state.records.of(Agreement), state.today)
    coming = sorted((t for t in conversations if _is_coming(t, state)), key=lambda t: (t.date, t.id))
    to_do = sorted((a for a in agreed if a.state in _OPEN), key=lambda a: (a.due or date.max, a.id))
    portfolio = Row(
        PORTFOLIO,
        (Span(_("What you share"), bold=True), Span(" · " + _("choose, read, hand over"), "muted")),
        (Span(state.keys["export"], "accent", bold=True),),
    )
    me = state.records.of(Profile) or (_no_profile(state),) * state.alone
    return sections(
        [
            (capital(choice_label("sort", "portfolio", _, "export")), [portfolio, *_for_oneself(state)]),
            (_("Coming conversations"), [*_what_fits_now(state), *coming]),
            (_("Open agreements, on both sides"), to_do),
            (capital(kind_plural("need", _)), showing.of(state.records.of(Need), state.today)),
            (_("Held conversations"), [t for t in conversations if not _is_coming(t, state)]),
            (_("Agreements done or dropped"), [a for a in agreed if a.state not in _OPEN]),
            (_("About me"), list(me)),
            (capital(kind_plural("person", _)), state.records.of(Person)),
            (_("Handed over before"), state.records.of(Export)[::-1]),
        ]
    )


def _what_fits_now(state: AppState) -> list[Row]:
    """Return the row with the next step for the conversation that is coming or not yet written up; only when alone."""
    now = countdown(state.records, state.today) if state.alone else None
    if now is None or now.step is None:
        return []
    return [Row(f"{NOW}{now.step}", (Span("→ ", "accent"), Span(step_line(now.step, state.words), bold=True)))]


def _for_oneself(state: AppState) -> list[Row]:
    """Return the rows of what the user does before and after a conversation; only when alone."""
    if not state.alone:
        return []
    _ = state.words
    ready = (Span(_("Am I ready?"), bold=True), Span(" · " + _("what you can show, what not yet"), "muted"))
    calendar = (Span(_("For my calendar"), bold=True), Span(" · " + _("a file with what is coming up"), "muted"))
    sheet = (Span(_("My own sheet"), bold=True), Span(" · " + _("what I want, what I might be asked"), "muted"))
    table = (Span(_("At the table"), bold=True), Span(" · " + _("my points one by one, while we talk"), "muted"))
    coming = countdown(state.records, state.today) is not None
    return [Row(READY, ready), Row(SHEET, sheet), *([Row(TABLE, table)] if coming else []), Row(CALENDAR, calendar)]


def _is_coming(conversation: Conversation, state: AppState) -> bool:
    """Whether a conversation is still coming or must be written up; in Over the shoulder only its day counts."""
    if not state.alone:
        return conversation.state == "preparing" and conversation.date >= state.today
    return is_coming(conversation, state.today)


def _no_profile(state: AppState) -> Row:
    sentence = state.words("Who you are: name, job title, team. Press enter to fill it in.")
    return Row(PROFILE_ID, (Span(sentence, "muted"),))


def row_maker(state: AppState, listed: Sequence[Listed]) -> RowOf:  # noqa: ARG001 - other lists need them
    """Return the function that makes the rows of this list."""
    return row_of


def row_of(record: Record, state: AppState, width: int) -> Row:
    """Return the row of one record."""
    _ = state.words
    name = Span(heading(record, state.records, _))
    right = beside(record, _)
    match record:
        case Conversation():
            off = (Span(until(record.date, state.today, _), "accent"),) if _is_coming(record, state) else EMPTY
            day = Span(f"{pad(day_short(record.date, _), 12)} ", "muted")
            return Row(record.id, (day, name), beside(record, _, off))
        case Agreement():
            return _agreement_row(record, name, width, _)
        case Need():
            sort = choice_label("sort", record.sort, _, "need") if record.sort else ""
            return Row(record.id, (Span(pad(sort, _OWNER), "muted"), name), right)
        case Person():
            role = clean_line(record.role or "") or capital(kind_name("person", _))
            detail = f" · {role}" if record.name != record.role else ""
            return Row(record.id, (name, Span(detail, "muted")), right)
        case Profile():
            job = clean_line(record.job or "")
            return Row(record.id, (name, Span(f" · {job}" if job else "", "muted")), right)
        case Export():
            day = Span(f"{pad(day_short(record.date, _), 12)} ", "muted")
            recipient = clean_line(role_word(record.recipient or "", _))
            recipient = _("for: {who}").format(who=recipient) if recipient else ""
            detail = f" · {recipient}" if recipient else ""
            items = (Span(_items(record, _), "muted"),)
            return Row(record.id, (day, name, Span(detail, "muted")), beside(record, _, items))
    return Row(record.id, (name,), right)


def _agreement_row(record: Agreement, name: Span, width: int, _: Words) -> Row:
    """Return the row of an agreement: who, what and by when; a narrow row leaves more room for its text."""
    owner = choice_label("owner", record.owner, _, "agreement") if record.owner else ""
    sign = Span("✓ " if record.state == "done" else "○ ", "accent")
    due = day_short(record.due, _) if record.due else ""
    if width < _ROOMY:
        detail = due
        left: Line = (sign, Span(f"{owner} · " if owner else "", "muted"), name)
    else:
        by = _("by {day}").format(day=due) if due else ""
        state = choice_label("state", record.state, _, "agreement") if record.state != "open" else ""
        detail = " · ".join(words for words in (state, by) if words)
        left = (sign, Span(pad(owner, _OWNER), "muted"), name)
    return Row(record.id, left, beside(record, _, (Span(detail, "muted"),) if detail else EMPTY))


def _items(record: Export, _: Words) -> str:
    return _.plural("{n} record", "{n} records", len(record.items))


def about(key: str, state: AppState) -> str:
    """Return what the row of a key other than a record opens."""
    _ = state.words
    if key == PORTFOLIO:
        return _(
            "Press enter or {export}. You see what would be included, you can leave things out, and "
            "you read the document to the last character before it is saved. Nothing is sent: you get "
            "a file to hand over."
        ).format(**state.keys)
    if key == READY:
        return _(
            "For each skill and goal: is there evidence? Then how what you share is spread over the "
            "year, what others say, and what was agreed. Press Enter on a line to open what you can "
            "add to."
        )
    if key == SHEET:
        return _(
            "For the next conversation: what you want from it, your points, and likely questions with your key "
            "words, one at a time. It is for you alone and never leaves with a portfolio."
        )
    if key == TABLE:
        return _(
            "For during the conversation: one point at a time, large and calm, with the time that has "
            "passed. One key writes down what was agreed, another a note. What you keep to yourself "
            "is not on it. With larger letters in your terminal you can read it from a metre away."
        )
    if key.startswith(NOW):
        return _("What to do now for this conversation. Press enter.")
    if key == CALENDAR:
        return _(
            "Agreements, review dates, conversations and the weekly review as a file for your "
            "calendar (.ics), which can remind you when Leerreis is closed."
        )
    if key == PROFILE_ID:
        return _("Your name, job title and team are shown at the top of what you share.")
    return ""
