"""The head of the first page, and what is at the foot of every page."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Final

from portfolio.export.document import Head
from portfolio.export.persons import with_whom
from portfolio.export.profile import in_language
from portfolio.export.prose import one_line
from portfolio.export.section_context import Section, SectionContext
from portfolio.export.sections.goals import wanted_to_learn
from portfolio.journey.facts.period import Period, add_months, the_year_up_to
from portfolio.journey.sharing.shown_days import first_day
from portfolio.journey.sharing.strip import SOMEONE
from portfolio.records.collection import Records
from portfolio.records.conversations import Conversation
from portfolio.records.persons import Profile
from portfolio.wording.dates import period_in_words
from portfolio.wording.names import capital, choice_label, field_label
from portfolio.wording.outline import portfolio_title, role_word

_LOOKS_BACK: Final = ("portfolio", "page")
"""The sorts that say in their head what the user wanted to learn."""
_PLAN: Final = 12
"""Months of a plan without any review date."""


def front(context: SectionContext, used: Collection[str]) -> Section:
    """The head of a document with the records `used`: whose it is, its sort, its conversation and its period.

    It has no date of making: the same choice gives the same bytes.
    """
    _ = context.words
    profile = _profile(context)
    name = one_line(profile.name or "") if profile else ""
    own = _own_title(context)
    sort = own or portfolio_title("", _, context.sort)
    under = [one_line(words) for words in (profile.job, profile.team, profile.organisation) if words] if profile else []
    period = _period(context, used)
    right = (*(_conversation(context) or _manager(context, profile)), period_in_words(period.since, period.until, _))
    wanted, goals = wanted_to_learn(context) if context.sort in _LOOKS_BACK else ("", ())
    lines = tuple(line for line in (" · ".join(under), wanted) if line)
    head = Head(portfolio_title(name, _, context.sort, own), name or sort, lines, right)
    if name:
        head = Head(head.title, name, head.under, (sort, *right))
    conversation = [context.shared.conversation] if context.shared.conversation else []
    return Section("", (head,), (*([profile.id] if profile else []), *conversation, *goals), title="")


def _period(context: SectionContext, used: Collection[str]) -> Period:
    """The period; the usual twelve months begin no earlier than the first of what is in the document.

    That of a plan goes from its day to the last day on which a goal is looked at, else for a year.
    """
    period = context.shared.period
    if context.sort == "pdp":
        days = [goal.due for goal in (*context.routes.goals, *context.routes.ahead) if goal.due]
        return Period(context.today, max([*days, context.today]) if days else _a_year_after(context.today))
    if period != the_year_up_to(period.until) and not context.profile.all_years:
        return period
    first = first_day(Records.of_all(r for r in context.shared.records if r.id in used), context.today)
    return period._replace(since=first) if first is not None and period.contains(first) else period


def _a_year_after(day: date) -> date:
    try:
        return add_months(day, _PLAN)
    except ValueError:
        return date.max


def footer(context: SectionContext) -> str:
    """Whose document it is, and its conversation if that is known."""
    profile = _profile(context)
    name = one_line(profile.name or "") if profile else ""
    title = portfolio_title(name, context.words, context.sort, _own_title(context))
    return " · ".join((title, *_conversation(context)))


def _own_title(context: SectionContext) -> str:
    """The title that the profile gives; empty when it gives none."""
    return one_line(in_language(context.profile.title, context.words.language))


def _manager(context: SectionContext, profile: Profile | None) -> tuple[str, ...]:
    """The manager by role or name; nothing when no more is known than that there is one."""
    who = context.who(profile.manager) if profile else ""
    known = who and who != role_word(SOMEONE, context.words)
    return (f"{field_label('manager', context.words)}: {who}",) if known else ()


def _profile(context: SectionContext) -> Profile | None:
    return next(iter(context.shared.records.of(Profile)), None)


def _conversation(context: SectionContext) -> tuple[str, ...]:
    """The sort of the conversation and the other person; then its day."""
    _ = context.words
    conversation = context.shared.records.find(Conversation, context.shared.conversation)
    if conversation is None:
        return ()
    sort = capital(choice_label("sort", conversation.sort, _, kind="conversation"))
    who = context.who(conversation.with_)
    words = _("{conversation} with {person}").format(conversation=sort, person=with_whom(who, _)) if who else sort
    return words, context.day(conversation.date)
