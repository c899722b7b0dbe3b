"""The appendices: numbered evidence, and the learning activities and certificates without another section."""

from __future__ import annotations

from portfolio.export.document import Anchor, Line, Paragraph, Table, without_empty_columns
from portfolio.export.prose import one_line
from portfolio.export.section_context import Section, SectionContext, bullets
from portfolio.export.sections.reflection import as_item
from portfolio.records.evidence import Evidence
from portfolio.wording.names import choice_label, field_label
from portfolio.wording.outline import own_label


def evidence_list(context: SectionContext) -> Section:
    """The evidence with its age, what it shows, whose work it was and who confirms it, as assessors need."""
    found = context.shared.records.of(Evidence)
    if not found:
        return Section("evidence")
    _ = context.words
    header = (
        _("No."),
        field_label("evidence", _),
        field_label("shows", _, kind="evidence"),
        own_label("own_part", _, kind="evidence"),
        field_label("confirmed_by", _),
    )
    rows = tuple(_row(context, evidence) for evidence in found)
    table = without_empty_columns(Table(tuple((h,) for h in header), rows))
    return Section("evidence", (table,), tuple(e.id for e in found))


def evidence_with_places(context: SectionContext) -> Section:
    """The evidence for an assessor: the location of each piece instead of who confirms it."""
    found = context.shared.records.of(Evidence)
    if not found:
        return Section("evidence")
    _ = context.words
    header = (
        _("No."),
        field_label("evidence", _),
        field_label("shows", _, kind="evidence"),
        own_label("own_part", _, kind="evidence"),
        field_label("location", _, kind="evidence"),
    )
    rows = tuple((*_row(context, each)[:-1], (one_line(each.location or ""),)) for each in found)
    return Section("evidence", (Table(tuple((h,) for h in header), rows),), tuple(e.id for e in found))


def _row(context: SectionContext, evidence: Evidence) -> tuple[Line, ...]:
    _ = context.words
    about = [context.day(evidence.date)]
    if evidence.sort:
        about.insert(0, choice_label("sort", evidence.sort, _, kind="evidence"))
    if evidence.miller:
        about.append(choice_label("miller", evidence.miller, _))
    return (
        (Anchor(context.shared.numbers[evidence.id]),),
        (f"{one_line(evidence.title)} ({', '.join(about)})",),
        (one_line(evidence.shows or ""),),
        (one_line(evidence.own_part or ""),),
        (_confirmed(context, evidence),),
    )


def _confirmed(context: SectionContext, evidence: Evidence) -> str:
    parts = [context.who(evidence.confirmed_by), context.day(evidence.confirmed_on) if evidence.confirmed_on else ""]
    return ", ".join(part for part in parts if part)


def activities(context: SectionContext) -> Section:
    """Learning activities by date; then certificates with their validity."""
    found = context.routes.of("activities")
    formal = [e for e in context.shared.records.of(Evidence) if e.issuer or e.valid_until]
    items = [
        *(as_item(context, r, with_form=True) for r in found),
        *((Paragraph(_certificate(context, e)),) for e in formal),
    ]
    return Section("activities", bullets(items), (*(r.id for r in found), *(e.id for e in formal)))


def _certificate(context: SectionContext, evidence: Evidence) -> Line:
    """A certificate: its number when the list of evidence is shown, else its title; its issuer and validity."""
    _ = context.words
    facts: list[str] = []
    if evidence.issuer and evidence.issuer.strip():
        facts.append(_("issued by {issuer}").format(issuer=one_line(evidence.issuer)))
    if evidence.valid_until:
        facts.append(_("valid until {day}").format(day=context.day(evidence.valid_until)))
    refs = context.refs((evidence.id,))
    name: Line = (_("Certificate"), *refs) if refs else (one_line(evidence.title),)
    return (*name, f", {', '.join(facts)}")
