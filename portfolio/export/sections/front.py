"""The title and whose document it is: name, job, team, the period and the conversation it is for."""

from __future__ import annotations

from portfolio.export.document import Block, Heading, Paragraph, Strong
from portfolio.export.persons import with_whom
from portfolio.export.prose import one_line
from portfolio.export.section_context import Section, SectionContext, bullets
from portfolio.records.conversations import Conversation
from portfolio.records.persons import Profile
from portfolio.wording.dates import period_in_words
from portfolio.wording.names import choice_label, field_label
from portfolio.wording.outline import portfolio_title


def front(telling: SectionContext) -> Section:
    """The top of the first page. The day it was made is not in it: the same choice gives the same bytes."""
    _ = telling.words
    profile = next(iter(telling.shared.records.of(Profile)), None)
    period = telling.shared.period
    lines = [
        (field_label("job", _), one_line(profile.job or "") if profile else ""),
        (field_label("team", _), one_line(profile.team or "") if profile else ""),
        (field_label("period", _), period_in_words(period.since, period.until, _)),
        (field_label("conversation", _), _conversation(telling)),
    ]
    title = portfolio_title(one_line(profile.name or "") if profile else "", _, telling.sort)
    items: list[tuple[Block, ...]] = [
        (Paragraph((Strong(f"{label}:"), f" {words}")),) for label, words in lines if words
    ]
    used = [telling.shared.conversation] if telling.shared.conversation else []
    return Section("", (Heading(1, (title,)), *bullets(items)), (*([profile.id] if profile else []), *used))


def _conversation(telling: SectionContext) -> str:
    """Sort and day, and with whom."""
    _ = telling.words
    talk = telling.shared.records.find(Conversation, telling.shared.conversation)
    if talk is None:
        return ""
    sort = choice_label("sort", talk.sort, _, kind="conversation")
    who = telling.who(talk.with_)
    day = telling.day(talk.date)
    if who:
        return _("{conversation}, {day}, with {person}").format(conversation=sort, day=day, person=with_whom(who, _))
    return f"{sort}, {day}"
