"""The title and the facts below it: name, job, team, the period and the conversation it is for."""

from __future__ import annotations

from portfolio.export.document import Block, Heading, Paragraph, Strong
from portfolio.export.persons import with_whom
from portfolio.export.prose import one_line
from portfolio.export.section_context import Section, SectionContext, facts
from portfolio.records.conversations import Conversation
from portfolio.records.persons import Profile
from portfolio.wording.dates import period_in_words
from portfolio.wording.names import choice_label, field_label
from portfolio.wording.outline import portfolio_title


def front(context: SectionContext) -> Section:
    """The top of the first page. It has no date of making: the same choice gives the same bytes."""
    _ = context.words
    profile = next(iter(context.shared.records.of(Profile)), None)
    period = context.shared.period
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
    used = [context.shared.conversation] if context.shared.conversation else []
    return Section("", (Heading(1, (title,)), *facts(items)), (*([profile.id] if profile else []), *used))


def footer(context: SectionContext) -> str:
    """What is at the foot of every page: the title, and the conversation if it is known."""
    profile = next(iter(context.shared.records.of(Profile)), None)
    title = portfolio_title(one_line(profile.name or "") if profile else "", context.words, context.sort)
    return " · ".join(part for part in (title, _conversation(context)) if part)


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
