"""The sections for an assessor: the skills with their evidence and five questions, and a block for each piece."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from portfolio.export.document import (
    Anchor,
    Block,
    Fact,
    Facts,
    Heading,
    Inline,
    Line,
    Paragraph,
    Signatures,
    Table,
    without_empty_columns,
)
from portfolio.export.prose import one_line, place, prose
from portfolio.export.section_context import Section, SectionContext, has_words
from portfolio.export.sections.appendices import confirmed
from portfolio.journey.views.evidence import Check, SkillEvidence, coverage
from portfolio.pictures.evidence import QUESTIONS, REASONS
from portfolio.records.evidence import Evidence
from portfolio.records.skills import Skill
from portfolio.wording.dates import period_in_words
from portfolio.wording.levels import level_label
from portfolio.wording.names import capital, choice_label, field_label
from portfolio.wording.outline import no_certificate, own_label


def skills_with_evidence(context: SectionContext) -> Section:
    """A row for each skill with evidence: its level, and what can be counted for each of the five questions."""
    _ = context.words
    view = coverage(context.shared.records, context.shared.period, context.today)
    shown = tuple(skill for skill in view.skills if skill.evidence)
    if not shown:
        return Section("where_i_stand")
    questions = tuple((capital(_(words)),) for words in QUESTIONS.values())
    header: tuple[Line, ...] = ((_("Skill"),), (field_label("evidence", _),), *questions)
    table = without_empty_columns(Table(header, tuple(_skill(context, skill) for skill in shown)))
    return Section("where_i_stand", (table,), tuple(skill.id for skill in shown))


def _skill(context: SectionContext, skill: SkillEvidence) -> tuple[Line, ...]:
    level = level_label(skill.level, context.words, skill.scale)
    results = {check.question: check for check in skill.checks}
    facts = _facts_of(context, skill)
    said = tuple((_said(results[key], facts, context) if key in results else "",) for key in QUESTIONS)
    return ((f"{one_line(skill.title)}: {level}",), context.refs(skill.evidence)[1:], *said)


def _said(check: Check, facts: Mapping[str, str], context: SectionContext) -> str:
    """What is missing; where nothing is, the facts: the judgement is that of the assessor."""
    return context.words(REASONS[check.reason]) if check.reason else facts[check.question]


def _facts_of(context: SectionContext, skill: SkillEvidence) -> Mapping[str, str]:
    """What can be counted of the evidence for a skill, by question."""
    _, records = context.words, context.shared.records
    pieces = [piece for piece in (records.find(Evidence, each) for each in skill.evidence) if piece is not None]
    sorts = dict.fromkeys(choice_label("sort", piece.sort, _, kind="evidence") for piece in pieces if piece.sort)
    own = sum(has_words(piece.own_part) for piece in pieces)
    signed = sum(bool(context.who(piece.confirmed_by)) for piece in pieces)
    authentic = _("own part in {n}").format(n=own)
    if signed:
        authentic += ", " + _("{n} confirmed").format(n=signed)
    days = sorted(piece.date for piece in pieces)
    return {
        "variation": ", ".join(sorts),
        "relevance": _.plural(
            "{n} says what it shows", "{n} say what they show", sum(has_words(p.shows) for p in pieces)
        ),
        "authenticity": authentic,
        "currency": period_in_words(days[0], days[-1], _) if days else "",
        "quantity": _.plural("{n} piece", "{n} pieces", len(pieces)),
    }


def pieces(context: SectionContext) -> Section:
    """A block for each piece of evidence."""
    found = context.listed()
    blocks: list[Block] = []
    for piece in found:
        number = Anchor(context.shared.numbers[piece.id])
        blocks += [Heading(3, (number, f" {one_line(piece.title)}")), Facts(tuple(_facts(context, piece)))]
    return Section("evidence", tuple(blocks), tuple(piece.id for piece in found))


def _facts(context: SectionContext, piece: Evidence) -> Iterator[Fact]:
    """What an assessor needs to judge a piece."""
    _ = context.words
    about = [context.day(piece.date)]
    about += [choice_label("sort", piece.sort, _, kind="evidence")] if piece.sort else []
    about += [choice_label("miller", piece.miller, _)] if piece.miller else []
    yield Fact(field_label("date", _), (Paragraph((", ".join(about),)),))
    texts = (
        (field_label("shows", _, kind="evidence"), piece.shows),
        (own_label("own_part", _, kind="evidence"), piece.own_part),
    )
    yield from (Fact(label, prose(text)) for label, text in texts if has_words(text))
    skills = [one_line(skill.title) for skill in context.shared.records.linked(Skill, piece.skills)]
    lines: tuple[tuple[str, Inline], ...] = (
        (field_label("context", _, kind="evidence"), one_line(piece.context or "")),
        (field_label("skills", _), ", ".join(skills)),
        (field_label("confirmed_by", _), confirmed(context, piece)),
        (field_label("location", _, kind="evidence"), place(piece.location or "")),
    )
    yield from (Fact(label, (Paragraph((words,)),)) for label, words in lines if words)


def own_work(context: SectionContext) -> tuple[Block, ...]:
    """That it is the user's own work, with a line to sign, and that the list certifies nothing."""
    _ = context.words
    said = _("The evidence in this list is my own work, and I described my own part in it truthfully.")
    return (Paragraph((said,)), Signatures((_("Date and signature"),)), Paragraph((no_certificate(_),)))
