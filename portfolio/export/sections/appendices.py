"""The appendices: numbered evidence, and the learning activities and certificates that stand nowhere else."""

from __future__ import annotations

from portfolio.export.document import Line, Paragraph, Ref, Table, without_empty_columns
from portfolio.export.prose import one_line
from portfolio.export.section_context import Section, SectionContext, bullets
from portfolio.export.sections.reflection import told
from portfolio.records.evidence import Evidence
from portfolio.wording.names import choice_label, field_label
from portfolio.wording.outline import own_label


def evidence_list(telling: SectionContext) -> Section:
    """What it is and how old, what it shows, whose work it was, and who confirms it: what assessors look for."""
    found = telling.shared.records.of(Evidence)
    if not found:
        return Section("evidence")
    _ = telling.words
    header = (
        _("No."),
        field_label("evidence", _),
        field_label("shows", _, kind="evidence"),
        own_label("own_part", _, kind="evidence"),
        field_label("confirmed_by", _),
    )
    rows = tuple(_row(telling, evidence) for evidence in found)
    table = without_empty_columns(Table(tuple((h,) for h in header), rows))
    return Section("evidence", (table,), tuple(e.id for e in found))


def evidence_with_places(telling: SectionContext) -> Section:
    """The same for an assessor, who must be able to find it: where each piece is, not who confirms it."""
    found = telling.shared.records.of(Evidence)
    if not found:
        return Section("evidence")
    _ = telling.words
    header = (
        _("No."),
        field_label("evidence", _),
        field_label("shows", _, kind="evidence"),
        own_label("own_part", _, kind="evidence"),
        field_label("location", _, kind="evidence"),
    )
    rows = tuple((*_row(telling, each)[:-1], (one_line(each.location or ""),)) for each in found)
    return Section("evidence", (Table(tuple((h,) for h in header), rows),), tuple(e.id for e in found))


def _row(telling: SectionContext, evidence: Evidence) -> tuple[Line, ...]:
    _ = telling.words
    about = [telling.day(evidence.date)]
    if evidence.sort:
        about.insert(0, choice_label("sort", evidence.sort, _, kind="evidence"))
    if evidence.miller:
        about.append(choice_label("miller", evidence.miller, _))
    return (
        (Ref(telling.shared.numbers[evidence.id]),),
        (f"{one_line(evidence.title)} ({', '.join(about)})",),
        (one_line(evidence.shows or ""),),
        (one_line(evidence.own_part or ""),),
        (_confirmed(telling, evidence),),
    )


def _confirmed(telling: SectionContext, evidence: Evidence) -> str:
    parts = [telling.who(evidence.confirmed_by), telling.day(evidence.confirmed_on) if evidence.confirmed_on else ""]
    return ", ".join(part for part in parts if part)


def activities(telling: SectionContext) -> Section:
    """What I did to learn, by date; then until when certificates hold."""
    found = telling.routes.of("activities")
    formal = [e for e in telling.shared.records.of(Evidence) if e.issuer or e.valid_until]
    items = [
        *(told(telling, r, with_form=True) for r in found),
        *((Paragraph(_certificate(telling, e)),) for e in formal),
    ]
    return Section("activities", bullets(items), (*(r.id for r in found), *(e.id for e in formal)))


def _certificate(telling: SectionContext, evidence: Evidence) -> Line:
    """Its number where the list of evidence is there, else its title; who gave it and until when it holds."""
    _ = telling.words
    facts: list[str] = []
    if evidence.issuer and evidence.issuer.strip():
        facts.append(_("issued by {issuer}").format(issuer=one_line(evidence.issuer)))
    if evidence.valid_until:
        facts.append(_("valid until {day}").format(day=telling.day(evidence.valid_until)))
    refs = telling.refs((evidence.id,))
    name: Line = (_("Certificate"), *refs) if refs else (one_line(evidence.title),)
    return (*name, f", {', '.join(facts)}")
