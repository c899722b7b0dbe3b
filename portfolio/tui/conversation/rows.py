"""The list of place 7: the portfolio to hand over, conversations, agreements of both sides, needs, and who is who."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from portfolio.journey.facts.conversations import AFTER, countdown
from portfolio.present.titles import heading
from portfolio.records.conversations import Agreement, Conversation, Need
from portfolio.records.exports import Export
from portfolio.records.kinds import PROFILE_ID
from portfolio.records.persons import Person, Profile
from portfolio.records.record import Record
from portfolio.sanitise import clean_line
from portfolio.text import pad
from portfolio.tui.render.filter import ListFilter
from portfolio.tui.render.privacy import privacy
from portfolio.tui.render.record_rows import Listed, RowOf, sections
from portfolio.tui.services.state import AppState
from portfolio.tui.text.spans import Line, Span
from portfolio.tui.widgets.rows import Row
from portfolio.wording import Words
from portfolio.wording.conversations import step_line
from portfolio.wording.dates import day_short, until
from portfolio.wording.names import capital, choice_label, kind_name, kind_plural
from portfolio.wording.outline import role_word

PORTFOLIO: Final = "portfolio"
"""The row that leads to the document."""
READY: Final = "ready"
"""The row that leads to what is proven and what is not."""
SHEET: Final = "sheet"
"""The row that asks what is on the sheet of the next conversation."""
TABLE: Final = "table"
"""The row that leads into the conversation itself."""
CALENDAR: Final = "calendar"
"""The row that writes the calendar file."""
NOW: Final = "now:"
"""How the key of the row begins that leads to what fits now."""
_OPEN: Final = ("open", "in_progress")
_OWNER: Final = 16
_ROOMY: Final = 60
"""Cells from which a row has room for a column of owners and how an agreement stands."""


def listed(look: AppState, showing: ListFilter) -> Iterator[Listed]:
    """Everything that a conversation is prepared with, and what came of the ones before."""
    _ = look.words
    talks = showing.of(look.records.of(Conversation), look.today)
    agreed = showing.of(look.records.of(Agreement), look.today)
    coming = sorted((t for t in talks if _is_coming(t, look)), key=lambda t: (t.date, t.id))
    to_do = sorted((a for a in agreed if a.state in _OPEN), key=lambda a: (a.due or date.max, a.id))
    portfolio = Row(
        PORTFOLIO,
        (Span(_("What you hand over"), bold=True), Span(" · " + _("choose, look at it, export"), "muted")),
        (Span(look.keys["export"], "accent", bold=True),),
    )
    me = look.records.of(Profile) or (_no_profile(look),) * look.alone
    return sections(
        [
            (capital(choice_label("sort", "portfolio", _, "export")), [portfolio, *_for_oneself(look)]),
            (_("Coming conversations"), [*_what_fits_now(look), *coming]),
            (_("Agreements to keep, both sides"), to_do),
            (capital(kind_plural("need", _)), showing.of(look.records.of(Need), look.today)),
            (_("Held conversations"), [t for t in talks if not _is_coming(t, look)]),
            (_("Agreements done or dropped"), [a for a in agreed if a.state not in _OPEN]),
            (_("About me"), list(me)),
            (capital(kind_plural("person", _)), look.records.of(Person)),
            (_("Handed over before"), look.records.of(Export)[::-1]),
        ]
    )


def _what_fits_now(look: AppState) -> list[Row]:
    """What to do now for the conversation that comes, or that was held and is not written down yet."""
    now = countdown(look.records, look.today) if look.alone else None
    if now is None or now.step is None:
        return []
    return [Row(f"{NOW}{now.step}", (Span("→ ", "accent"), Span(step_line(now.step, look.words), bold=True)))]


def _for_oneself(look: AppState) -> list[Row]:
    """What one does before and after a conversation, for one's own eyes."""
    if not look.alone:
        return []
    _ = look.words
    ready = (Span(_("Ready or not"), bold=True), Span(" · " + _("what is proven, what is not"), "muted"))
    calendar = (Span(_("For my calendar"), bold=True), Span(" · " + _("a file with what lies ahead"), "muted"))
    sheet = (Span(_("My own sheet"), bold=True), Span(" · " + _("what I want, what may be asked"), "muted"))
    table = (Span(_("At the table"), bold=True), Span(" · " + _("my points one by one, while we talk"), "muted"))
    coming = countdown(look.records, look.today) is not None
    return [Row(READY, ready), Row(SHEET, sheet), *([Row(TABLE, table)] if coming else []), Row(CALENDAR, calendar)]


def _is_coming(talk: Conversation, look: AppState) -> bool:
    """Whether it is still prepared, or waits for what was agreed; over the shoulder the day alone says it."""
    if not look.alone:
        return talk.state == "preparing" and talk.date >= look.today
    return talk.state == "preparing" and (look.today - talk.date).days <= AFTER


def _no_profile(look: AppState) -> Row:
    told = look.words("Who you are: name, job, team. Press enter to fill it in.")
    return Row(PROFILE_ID, (Span(told, "muted"),))


def row_maker(look: AppState) -> RowOf:  # noqa: ARG001 - the list of skills works out their courses
    """How a record of this list is shown."""
    return row_of


def row_of(record: Record, look: AppState, width: int) -> Row:
    """One row."""
    _ = look.words
    name = Span(heading(record, look.records, _))
    right: Line = privacy(record, _)
    match record:
        case Conversation():
            beside = until(record.date, look.today, _) if _is_coming(record, look) else ""
            day = Span(f"{pad(day_short(record.date, _), 12)} ", "muted")
            return Row(record.id, (day, name), (Span(f"{beside} · " if beside else "", "accent"), *right))
        case Agreement():
            return _agreement_row(record, name, width, _)
        case Need():
            sort = choice_label("sort", record.sort, _, "need") if record.sort else ""
            return Row(record.id, (Span(pad(sort, _OWNER), "muted"), name), right)
        case Person():
            role = clean_line(record.role or "") or capital(kind_name("person", _))
            told = f" · {role}" if record.name != record.role else ""
            return Row(record.id, (name, Span(told, "muted")), right)
        case Profile():
            job = clean_line(record.job or "")
            return Row(record.id, (name, Span(f" · {job}" if job else "", "muted")), right)
        case Export():
            day = Span(f"{pad(day_short(record.date, _), 12)} ", "muted")
            recipient = clean_line(role_word(record.recipient or "", _))
            recipient = _("for: {who}").format(who=recipient) if recipient else ""
            told = f" · {recipient}" if recipient else ""
            return Row(record.id, (day, name, Span(told, "muted")), (Span(f"{_items(record, _)} · ", "muted"), *right))
    return Row(record.id, (name,), right)


def _agreement_row(record: Agreement, name: Span, width: int, _: Words) -> Row:
    """Who does it, what, and by when; beside another pane its own words need the room."""
    owner = choice_label("owner", record.owner, _, "agreement") if record.owner else ""
    sign = Span("✓ " if record.state == "done" else "○ ", "accent")
    due = day_short(record.due, _) if record.due else ""
    if width < _ROOMY:
        told = f"{due} · " if due else ""
        left: Line = (sign, Span(f"{owner} · " if owner else "", "muted"), name)
    else:
        by = _("by {day}").format(day=due) if due else ""
        state = choice_label("state", record.state, _, "agreement") if record.state != "open" else ""
        told = "".join(f"{words} · " for words in (state, by) if words)
        left = (sign, Span(pad(owner, _OWNER), "muted"), name)
    return Row(record.id, left, (Span(told, "muted"), *privacy(record, _)))


def _items(record: Export, _: Words) -> str:
    return _.plural("{n} item", "{n} items", len(record.items))


def about(key: str, look: AppState) -> str:
    """What is behind a row that stands for no record."""
    _ = look.words
    if key == PORTFOLIO:
        return _(
            "Press enter or {export}. You see what would leave, you can take things out, and you read the document "
            "to the last sign before anything leaves. Nothing is sent: you get a file to hand over."
        ).format(**look.keys)
    if key == READY:
        return _(
            "For each skill and goal: is there something that shows it? How the year is spread over what may be "
            "shared, what others say, and what was agreed. Enter on a line opens what would mend it."
        )
    if key == SHEET:
        return _(
            "For the next conversation: what you want from it, your points, and likely questions with your key "
            "words, one at a time. It is for you alone and never leaves with a portfolio."
        )
    if key == TABLE:
        return _(
            "For in the conversation: one point at a time, large and calm, with the time gone. One key writes down "
            "what was agreed, one a note. What you keep to yourself is not on it. With larger letters in your "
            "terminal it can be read from a metre away."
        )
    if key.startswith(NOW):
        return _("What fits now, for this conversation. Press enter.")
    if key == CALENDAR:
        return _(
            "Agreements, check dates, conversations and the weekly review as a file for your calendar (.ics), "
            "which can ring when this is closed."
        )
    if key == PROFILE_ID:
        return _("Your name, job and team stand at the top of the portfolio that you hand over.")
    return ""
