"""The title and the facts below it: name, job, team, the period and the conversation it is for."""

from __future__ import annotations

from collections.abc import Collection

from portfolio.export.document import Block, Heading, Paragraph, Strong
from portfolio.export.persons import with_whom
from portfolio.export.prose import one_line
from portfolio.export.section_context import Section, SectionContext, facts
from portfolio.journey.facts.period import Period, the_year_up_to
from portfolio.journey.sharing.shown_days import first_day
from portfolio.records.collection import Records
from portfolio.records.conversations import Conversation
from portfolio.records.persons import Profile
from portfolio.wording.dates import period_in_words
from portfolio.wording.names import choice_label, field_label
from portfolio.wording.outline import portfolio_title


def front(context: SectionContext, used: Collection[str]) -> Section:
    """The top of the first page, above sections with the records `used`.

    It has no date of making: the same choice gives the same bytes.
    """
    _ = context.words
    profile = next(iter(context.shared.records.of(Profile)), None)
    period = _period(context, used)
    lines = [
        (field_label("job", _), one_line(profile.job or "") if profile else ""),
        (field_label("team", _), one_line(profile.team or "") if profile else ""),
        (field_label("period", _), period_in_words(period.since, period.until, _)),
        (field_label("conversation", _), _conversation(context)),
    ]
    title = portfolio_title(one_line(profile.name or "") if profile else "", _, context.sort)
    items: list[tuple[Block, ...]] = [
        (Paragraph((Strong(f"{label}:"), f" {words}")),) for label, words in lines if words
    ]
    conversation = [context.shared.conversation] if context.shared.conversation else []
    return Section("", (Heading(1, (title,)), *facts(items)), (*([profile.id] if profile else []), *conversation))


def footer(context: SectionContext) -> str:
    """What is at the foot of every page: the title, and the conversation if it is known."""
    profile = next(iter(context.shared.records.of(Profile)), None)
    title = portfolio_title(one_line(profile.name or "") if profile else "", context.words, context.sort)
    return " · ".join(part for part in (title, _conversation(context)) if part)


def _period(context: SectionContext, used: Collection[str]) -> Period:
    """The period; the usual twelve months begin no earlier than the first of what is in the document."""
    period = context.shared.period
    if period != the_year_up_to(period.until):
        return period
    first = first_day(Records.of_all(r for r in context.shared.records if r.id in used), context.today)
    return period._replace(since=first) if first is not None and period.contains(first) else period


def _conversation(context: SectionContext) -> str:
    """Sort and day of the conversation, and the other person."""
    _ = context.words
    conversation = context.shared.records.find(Conversation, context.shared.conversation)
    if conversation is None:
        return ""
    sort = choice_label("sort", conversation.sort, _, kind="conversation")
    who = context.who(conversation.with_)
    day = context.day(conversation.date)
    if who:
        return _("{conversation}, {day}, with {person}").format(conversation=sort, day=day, person=with_whom(who, _))
    return f"{sort}, {day}"
