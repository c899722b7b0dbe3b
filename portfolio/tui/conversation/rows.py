"""Rows of the Conversation place: the next conversation with its steps, then agreements, needs and people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from portfolio.journey.facts.conversations import is_coming
from portfolio.journey.prompts.preparation import Preparation, PrepStep, handed_over
from portfolio.journey.sharing.candidates import KINDS
from portfolio.present.owners import owner_word
from portfolio.present.titles import heading
from portfolio.records.conversations import Agreement, Conversation, Need
from portfolio.records.exports import Export
from portfolio.records.kinds import PROFILE_ID
from portfolio.records.persons import Person, Profile
from portfolio.records.record import Record
from portfolio.sanitise import clean_line
from portfolio.text import pad
from portfolio.tui.render.columns import GAP, widest
from portfolio.tui.render.filter import ListFilter
from portfolio.tui.render.privacy import beside
from portfolio.tui.render.record_rows import Listed, RowOf, sections
from portfolio.tui.services.prepared import prepared
from portfolio.tui.services.state import AppState
from portfolio.tui.text.spans import EMPTY, Line, Span
from portfolio.tui.widgets.rows import Row
from portfolio.wording import Words
from portfolio.wording.conversations import about_step, now_line, step_name
from portfolio.wording.dates import day_in_full, day_short, until
from portfolio.wording.names import capital, choice_label, kind_name, kind_plural
from portfolio.wording.outline import role_word

PORTFOLIO: Final = "portfolio"
"""Key of the row of the document, without a conversation and in Over the shoulder."""
PLAN: Final = "plan"
"""Key of the row that plans a conversation."""
READY: Final = "ready"
"""Key of the row of the readiness screen."""
CALENDAR: Final = "calendar"
"""Key of the row that writes the calendar file."""
STEP: Final = "step:"
"""Prefix of the row key of a step of the preparation."""
_OPEN: Final = ("open", "in_progress")
_WIDEST: Final = 24
"""The most cells of a column before the text of a row."""
_ROOMY: Final = 70
"""Cells from which a row has columns for the owner and the state of an agreement."""


def first_key(state: AppState) -> str:
    """Return the key of the row on which the cursor begins: the step to take now; empty without any."""
    now = prepared(state)
    return f"{STEP}{now.now}" if now is not None and now.now is not None else ""


def moves_on(key: str, state: AppState) -> bool:
    """Whether the cursor goes to the step to take now: there is no row under it yet, or a step that is done."""
    now = prepared(state)
    return not key or (now is not None and key.startswith(STEP) and key.removeprefix(STEP) in now.done)


def listed(state: AppState, showing: ListFilter) -> Iterator[Listed]:
    """Yield the conversation that asks for attention with its steps, and below it everything else."""
    _, now = state.words, prepared(state)
    conversations = [t for t in showing.of(state.records.of(Conversation), state.today) if not _is(t, now)]
    agreed = showing.of(state.records.of(Agreement), state.today)
    coming = sorted((t for t in conversations if _is_coming(t, state)), key=lambda t: (t.date, t.id))
    to_do = sorted((a for a in agreed if a.state in _OPEN), key=lambda a: (a.due or date.max, a.id))
    me = state.records.of(Profile) or (_no_profile(state),) * state.alone
    return sections(
        [
            *_next(now, state),
            (_("Coming conversations"), coming),
            (_("Open agreements, on both sides"), to_do),
            (capital(kind_plural("need", _)), showing.of(state.records.of(Need), state.today)),
            (_("Past conversations"), [t for t in conversations if not _is_coming(t, state)]),
            (_("Agreements done or dropped"), [a for a in agreed if a.state not in _OPEN]),
            (_("About me"), list(me)),
            (capital(kind_plural("person", _)), state.records.of(Person)),
            (_("Previously handed over"), state.records.of(Export)[::-1]),
        ]
    )


def _is(conversation: Conversation, now: Preparation | None) -> bool:
    return now is not None and conversation.id == now.conversation.id


def _next(now: Preparation | None, state: AppState) -> Iterator[tuple[str, list[Row]]]:
    """Yield the conversation with its steps, and what else helps to prepare; in Over the shoulder the document."""
    _ = state.words
    hand_over = (Span(_("What you share"), bold=True), Span(" · " + _("choose, read, hand over"), "muted"))
    portfolio = Row(PORTFOLIO, hand_over, (Span(state.keys["export"], "accent", bold=True),))
    ready = (Span(_("Am I ready?"), bold=True), Span(" · " + _("what has evidence and what has not"), "muted"))
    calendar = (Span(_("For my calendar"), bold=True), Span(" · " + _("a file with what is coming up"), "muted"))
    helps = [Row(READY, ready), Row(CALENDAR, calendar)]
    if not state.alone:
        yield capital(choice_label("sort", "portfolio", _, "export")), [portfolio]
    elif now is None:
        plan = (Span(_("Plan a conversation"), bold=True), Span(" · " + _("which day, and with whom"), "muted"))
        yield _("No conversation is planned"), [Row(PLAN, plan), portfolio, *helps]
    else:
        name = heading(now.conversation, state.records, _)
        early = now.held and now.days > 0
        when = _("held earlier") if early else until(now.conversation.date, state.today, _)
        yield f"{name} · {when}", _steps(now, state)
        yield _("Also"), helps


def _steps(now: Preparation, state: AppState) -> list[Row]:
    """Return the day and place, what to do now, and a row for each step: ticked when it is done."""
    _, conversation = state.words, now.conversation
    day = day_in_full(conversation.date, _)
    place = clean_line(conversation.place or "")
    about: Line = (Span(f"{day} · {place}" if place else day, "muted"),)
    ahead = now.days > 0 and not now.held
    rows = [Row(conversation.id, about), Row(left=(Span(now_line(now.now, _, ahead=ahead), "accent"),)), Row()]
    for n, step in enumerate(now.steps):
        name = Span(step_name(step, _), bold=step == now.now)
        number = Span("" if now.held else f"{n + 1} ", "muted")
        beside = Span(_beside(step, now, state), "muted")
        rows.append(Row(f"{STEP}{step}", (_sign(step, now), number, name), (beside,)))
    return rows


def _sign(step: PrepStep, now: Preparation) -> Span:
    """Return the sign before a step; what is handed over can be unread, which is neither done nor still to do."""
    if step in now.done:
        return Span("✓ ", "good")
    if step == "read" and "hand_over" in now.done:
        return Span("– ", "muted")
    return Span("→ " if step == now.now else "○ ", "accent")


def _beside(step: PrepStep, now: Preparation, state: AppState) -> str:
    """Return how far a step is."""
    _, conversation = state.words, now.conversation
    match step:
        case "choose":
            parts = now.partly.get(step)
            shareable = _("{n} of {all} shareable").format(n=parts[0], all=parts[1]) if parts else ""
            return "" if step in now.done else shareable or _("nothing is shareable yet")
        case "read":
            return _("not read to the end yet") if step in now.partly else ""
        case "hand_over":
            export = handed_over(state.records, conversation)
            return _("on {day}").format(day=day_short(export.date, _)) if export is not None else ""
        case "sheet":
            return _so_far(_("{n} of {all} answers"), now.partly.get(step))
        case "table":
            return _so_far(_("{n} of {all} points"), now.partly.get(step)) or _("your points one by one")
        case "agreements":
            agreed = [a for a in state.records.of(Agreement) if a.conversation == conversation.id]
            count = _.plural("{n} agreement", "{n} agreements", len(agreed)) if agreed else ""
            return _("{agreements} · close it here").format(agreements=count) if count else ""
        case "confirm":
            return _("the text for a mail")


def _so_far(sentence: str, parts: tuple[int, int] | None) -> str:
    """Return how many parts of a step there are; empty when it was not begun or is whole."""
    return sentence.format(n=parts[0], all=parts[1]) if parts is not None else ""


def _is_coming(conversation: Conversation, state: AppState) -> bool:
    """Whether a conversation is still coming or must be written up; in Over the shoulder only its day counts."""
    if not state.alone:
        return conversation.state == "preparing" and conversation.date >= state.today
    return is_coming(conversation, state.today)


def _no_profile(state: AppState) -> Row:
    sentence = state.words("Who you are: name, job title, team. Press enter to fill it in.")
    return Row(PROFILE_ID, (Span(sentence, "muted"),))


def row_maker(state: AppState, listed: Sequence[Listed]) -> RowOf:
    """Return the function that makes the rows of this list, with columns as wide as what is in them."""
    _, records = state.words, state.records
    sorts = widest((_sort(each, _) for each in listed if isinstance(each, Need)), _WIDEST)
    owners = widest((owner_word(each, records, _) for each in listed if isinstance(each, Agreement)), _WIDEST)

    def row(record: Record, state: AppState, width: int) -> Row:
        return row_of(record, state, width, sorts=sorts, owners=owners)

    return row


def _sort(need: Need, _: Words) -> str:
    return choice_label("sort", need.sort, _, "need") if need.sort else ""


def _column(words: str, cells: int) -> Span:
    """Return the words in a column of this width with a gap behind it; nothing where the column is empty."""
    return Span(pad(words, cells) + " " * GAP if cells else "", "muted")


def row_of(record: Record, state: AppState, width: int, *, sorts: int = 0, owners: int = 0) -> Row:
    """Return the row of one record, with the width of the columns of the sorts of needs and of who does what."""
    _ = state.words
    name = Span(heading(record, state.records, _))
    right = beside(record, _)
    match record:
        case Conversation():
            off = (Span(until(record.date, state.today, _), "accent"),) if _is_coming(record, state) else EMPTY
            day = Span(f"{pad(day_short(record.date, _), 12)} ", "muted")
            return Row(record.id, (day, name), beside(record, _, off))
        case Agreement():
            return _agreement_row(record, name, state, width, owners)
        case Need():
            return Row(record.id, (_column(_sort(record, _), sorts), name), right)
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
            items = (Span(_items(record, state), "muted"),)
            return Row(record.id, (day, name, Span(detail, "muted")), beside(record, _, items))
    return Row(record.id, (name,), right)


def _agreement_row(record: Agreement, name: Span, app_state: AppState, width: int, owners: int) -> Row:
    """Return the row of an agreement: who, what and by when; a narrow row leaves more room for its text."""
    _ = app_state.words
    owner = owner_word(record, app_state.records, _)
    sign = Span("✓ " if record.state == "done" else "○ ", "accent")
    due = day_short(record.due, _) if record.due else ""
    if width < _ROOMY:
        detail = due
        left: Line = (sign, Span(f"{owner} · " if owner else "", "muted"), name)
    else:
        by = _("by {day}").format(day=due) if due else ""
        state = choice_label("state", record.state, _, "agreement") if record.state != "open" else ""
        detail = " · ".join(words for words in (state, by) if words)
        left = (sign, _column(owner, owners), name)
    return Row(record.id, left, beside(record, _, (Span(detail, "muted"),) if detail else EMPTY))


def _items(record: Export, state: AppState) -> str:
    """Return how many records were handed over; what belongs to them is not counted."""
    found = map(state.records.get, record.items)
    return state.words.plural("{n} record", "{n} records", sum(each is None or each.kind in KINDS for each in found))


def about(key: str, state: AppState) -> str:
    """Return what the row of a key other than a record opens."""
    _ = state.words
    if key == PORTFOLIO:
        return _(
            "You see what would leave, you can take things out, and you read the document to the last character "
            "before anything leaves. Nothing is sent: you get a file to hand over."
        )
    if key == PLAN:
        return _("A check-in, a development review or an appraisal: then this place shows what to do, step by step.")
    if key == READY:
        return _(
            "For each skill and goal: is there something that shows it? How what you share is spread over the year, "
            "what others say, and what was agreed. Enter on a line opens what would complete it."
        )
    if key == CALENDAR:
        return _(
            "Agreements, review dates, conversations and the weekly review as a file for your "
            "calendar (.ics), which can remind you when Leerreis is closed."
        )
    if key == PROFILE_ID:
        return _(
            "Your name, job title and team are at the top of every document that you hand over. Organisation, manager "
            "and the rest are in it only when you make your profile shareable."
        )
    return about_step(key.removeprefix(STEP), _) if key.startswith(STEP) else ""
