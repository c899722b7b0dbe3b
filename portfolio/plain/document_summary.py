"""The document that is prepared, in lines: the choices, what goes, and what stays and why."""

from __future__ import annotations

from collections.abc import Iterator

from portfolio.capture.periods import name_of
from portfolio.export.length import length
from portfolio.export.profile import profile_name
from portfolio.notebook.export_request import ExportDraft
from portfolio.notebook.included import leaves_out_for_care
from portfolio.plain.desk import Desk
from portfolio.present.titles import heading
from portfolio.records.conversations import Conversation
from portfolio.records.kinds import TABLES
from portfolio.sanitise import clean_line
from portfolio.wording.careful import NOTHING_FITS, why_facts_only
from portfolio.wording.dates import day_short, period_in_words
from portfolio.wording.names import capital, choice_label, kind_name, kind_plural
from portfolio.wording.outline import GLANCE_LABELS, role_word


def summary(draft: ExportDraft, desk: Desk) -> Iterator[str]:
    """Yield the choices, what goes, and what stays and why."""
    _, request, records = desk.words, draft.request, desk.records
    yield profile_name(request.profile_used, _)
    days = period_in_words(draft.period.since, draft.period.until, _)
    yield f"{days} ({name_of(request.period, _)})" if request.period.name else days
    conversation = records.find(Conversation, request.conversation)
    if conversation is not None:
        called = f"{heading(conversation, records, _)}, {day_short(conversation.date, _)}"
        yield _("for: {who}").format(who=called)
    if draft.unnamed:
        yield _(draft.unnamed)
    if draft.careful:
        yield _("careful: facts and results")
        if request.careful is None and conversation is not None:
            yield why_facts_only(conversation.consequences, _)
    yield f"{choice_label('language', request.language, _)}. {capital(length(draft.preview.made.document, _))}."
    yield from _going(draft, desk)
    yield from _proposed(draft, desk)
    for held in draft.preview.held:
        called = heading(held.record, records, _)
        yield _("Shareable, but not included: {title} ({reason})").format(title=called, reason=_(held.reason))
    yield _.plural("{n} private record stays with you.", "{n} private records stay with you.", draft.private)


def _proposed(draft: ExportDraft, desk: Desk) -> Iterator[str]:
    """Yield the lines of "At a glance" that wait to be confirmed."""
    _ = desk.words
    if draft.preview.unconfirmed:
        yield _("Proposed for “At a glance”, not in the document yet:")
    for part, lines in draft.preview.unconfirmed.items():
        yield from (f"{_(GLANCE_LABELS[part])} {clean_line(line.words)}" for line in lines)


def _going(draft: ExportDraft, desk: Desk) -> Iterator[str]:
    """Yield what goes, by kind."""
    _ = desk.words
    items = draft.preview.items
    if draft.preview.is_empty:
        private = _("Nothing can be included yet: everything you wrote is private.")
        yield _(NOTHING_FITS) if leaves_out_for_care(draft) else private
    for kind in TABLES:
        titles = [clean_line(item.title) for item in items if item.kind == kind]
        if titles:
            counted = f"{len(titles)} {kind_name(kind, _) if len(titles) == 1 else kind_plural(kind, _)}"
            yield f"{counted}:" if any(titles) else counted
            yield from (f"  {title}" for title in titles if title)
    if draft.preview.persons:
        people = ", ".join(clean_line(role_word(name, _)) for name in draft.preview.persons)
        yield _("People are shown as: {people}").format(people=people)
