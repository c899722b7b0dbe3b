"""The evidence by skill, the certificates with their validity, and the learning activities."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from portfolio.export.document import Anchor, Block, Heading, Line, Paragraph, Table, without_empty_columns
from portfolio.export.prose import one_line, place
from portfolio.export.section_context import Section, SectionContext, bullets, in_short
from portfolio.export.sections.reflection import in_one_line
from portfolio.records.evidence import Evidence
from portfolio.records.reflections import Reflection
from portfolio.records.skills import Skill
from portfolio.wording.names import field_label
from portfolio.wording.outline import own_label

_WORDS: Final = 16
"""Words of a cell: one sentence."""


def evidence_by_skill(context: SectionContext) -> Section:
    """The evidence under the first skill that it shows: what it is, whose work it was, and who confirms it."""
    found = context.listed()
    blocks: list[Block] = []
    skills = [skill for skill in context.shared.records.of(Skill) if any(_first(e, context) == skill.id for e in found)]
    for skill in skills:
        pieces = [e for e in found if _first(e, context) == skill.id]
        blocks += [Heading(3, (one_line(skill.title),)), evidence_table(context, pieces)]
    others = [e for e in found if not _first(e, context)]
    if others:
        blocks += [Heading(3, (context.words("Other evidence"),))] if skills else []
        blocks.append(evidence_table(context, others))
    more = len(context.shared.records.of(Evidence)) - len(found)
    if more:
        said = context.words.plural(
            "{n} more piece of evidence is not listed here.", "{n} more pieces of evidence are not listed here.", more
        )
        blocks.append(Paragraph((said,)))
    return Section("evidence", tuple(blocks), tuple(e.id for e in found))


def _first(evidence: Evidence, context: SectionContext) -> str:
    """The first skill of a piece of evidence that is shared; empty when there is none."""
    return next((skill for skill in evidence.skills if context.shared.records.find(Skill, skill)), "")


def evidence_table(context: SectionContext, found: Iterable[Evidence]) -> Table:
    """A table with a row for each piece."""
    _ = context.words
    header = (
        _("No."),
        field_label("evidence", _),
        field_label("shows", _, kind="evidence"),
        own_label("own_part", _, kind="evidence"),
        field_label("confirmed_by", _),
        field_label("location", _, kind="evidence"),
    )
    return without_empty_columns(Table(tuple((h,) for h in header), tuple(_row(context, each) for each in found)))


def _row(context: SectionContext, evidence: Evidence) -> tuple[Line, ...]:
    about = (one_line(evidence.title), one_line(evidence.context or ""), context.day(evidence.date))
    return (
        (Anchor(context.shared.numbers[evidence.id]),),
        (", ".join(word for word in about if word),),
        (in_short(evidence.shows or "", _WORDS),),
        (in_short(evidence.own_part or "", _WORDS),),
        (confirmed(context, evidence),),
        (place(evidence.location or ""),),
    )


def confirmed(context: SectionContext, evidence: Evidence) -> str:
    """Who confirms a piece of evidence, and when."""
    parts = [context.who(evidence.confirmed_by), context.day(evidence.confirmed_on) if evidence.confirmed_on else ""]
    return ", ".join(part for part in parts if part)


def certificates_and_activities(context: SectionContext) -> Section:
    """Certificates with their validity; then the activities, of many the ones that were chosen or have a link first."""
    certificates = certificate_table(context)
    found = context.routes.of("activities")
    telling = context.newest("activities", sorted(found, key=lambda e: (e.id in context.shared.chosen, _linked(e))))
    kept = [each for each in found if each in telling]
    activities = bullets(in_one_line(context, r, with_form=True) for r in kept)
    _, items = context.words, (*certificates.items, *(r.id for r in kept))
    if certificates.blocks and activities:
        return Section("activities", (*certificates.blocks, *activities), items)
    if certificates.blocks:
        return Section("activities", certificates.blocks, items, title=_("Certificates"))
    return Section("activities", (*activities,), items, title=_("Learning activities"))


def _linked(reflection: Reflection) -> bool:
    return bool(reflection.goals or reflection.skills or reflection.evidence)


def certificate_table(context: SectionContext) -> Section:
    """The certificates with who issued them and how long they are valid."""
    _ = context.words
    found = [e for e in context.shared.records.of(Evidence) if e.issuer or e.valid_until]
    if not found:
        return Section("activities")
    header = (_("Certificate"), field_label("issuer", _), field_label("date", _), field_label("valid_until", _))
    rows = tuple(_certificate(context, each) for each in found)
    table = without_empty_columns(Table(tuple((words,) for words in header), rows))
    return Section("activities", (table,), tuple(e.id for e in found))


def _certificate(context: SectionContext, evidence: Evidence) -> tuple[Line, ...]:
    until = evidence.valid_until
    validity = context.day(until) if until else ""
    if until and until < context.today:
        validity = context.words("expired on {day}").format(day=validity)
    return (
        (one_line(evidence.title), *context.refs((evidence.id,))),
        (one_line(evidence.issuer or ""),),
        (context.day(evidence.date),),
        (validity,),
    )
