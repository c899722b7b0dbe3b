"""The hours of learning: by way of learning and year, then the list behind them.

Registers ask for such a list in no fixed form: V&VN for hours by category, the NBA for the activity, what it was for
and what was learned from it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from portfolio.export.document import Block, Heading, Line, Table, without_empty_columns
from portfolio.export.prose import one_line
from portfolio.export.section_context import Section, SectionContext, in_short
from portfolio.export.sections.reflection import done_and_learned
from portfolio.records.choices import FORMS
from portfolio.records.goals import Goal
from portfolio.records.reflections import Reflection
from portfolio.records.skills import Skill
from portfolio.wording.moments import hours_words
from portfolio.wording.names import capital, choice_label, field_label

_WORDS: Final = 24
"""Words of a cell: one or two sentences."""
_YEARS: Final = 5
"""Years with a column of their own, the last ones: as many as a registration counts."""


def hours_spent(context: SectionContext) -> Section:
    """A table with a row for each way of learning and a column for each year, and a list for each year."""
    found = context.newest("hours", [r for r in context.shared.records.of(Reflection) if r.minutes])
    if not found:
        return Section("hours")
    blocks: list[Block] = [_by_form(context, found)]
    for year in sorted({each.date.year for each in found}, reverse=True):
        of_year = [each for each in found if each.date.year == year]
        blocks += [Heading(3, (f"{year}: {_sum(context, of_year)}",)), _list(context, of_year)]
    return Section("hours", tuple(blocks), tuple(each.id for each in found))


def _by_form(context: SectionContext, found: Sequence[Reflection]) -> Table:
    _ = context.words
    years = sorted({each.date.year for each in found})
    own, earlier = years[-_YEARS:], years[:-_YEARS]
    columns = [[each for each in found if each.date.year in earlier]] if earlier else []
    columns += [[each for each in found if each.date.year == year] for year in own]
    names = [_("{year} and before").format(year=earlier[-1])] if earlier else []
    names += [str(year) for year in own]
    forms = [form for form in (*FORMS, None) if any(_form(each) == form for each in found)]
    rows: list[tuple[Line, ...]] = []
    for form in forms:
        label = capital(choice_label("form", form, _)) if form else _("Not said how")
        cells = [_sum(context, (each for each in column if _form(each) == form)) for column in columns]
        rows.append(_row(label, cells, _sum(context, (each for each in found if _form(each) == form))))
    rows.append(_row(_("Total"), [_sum(context, column) for column in columns], _sum(context, found)))
    table = (_row(_("Way of learning"), names, _("Total")), *rows)
    header, *rest = table if len(columns) > 1 else tuple(row[:-1] for row in table)
    return Table(header, tuple(rest))


def _form(reflection: Reflection) -> str | None:
    return reflection.form if reflection.form in FORMS else None


def _row(first: str, cells: Iterable[str], last: str) -> tuple[Line, ...]:
    return ((first,), *((cell,) for cell in cells), (last,))


def _sum(context: SectionContext, found: Iterable[Reflection]) -> str:
    minutes = sum(each.minutes or 0 for each in found)
    return hours_words(minutes, context.words) if minutes else ""


def _list(context: SectionContext, found: Iterable[Reflection]) -> Table:
    _ = context.words
    header = (field_label("date", _), _("What I did and learned"), _("Way of learning"), _("For"), _("Time"))
    rows = tuple(_entry(context, each) for each in found)
    return without_empty_columns(Table(tuple((words,) for words in header), rows))


def _entry(context: SectionContext, reflection: Reflection) -> tuple[Line, ...]:
    _ = context.words
    records = context.shared.records
    aims = (*records.linked(Goal, reflection.goals), *records.linked(Skill, reflection.skills))
    return (
        (context.day(reflection.date),),
        (in_short(done_and_learned(reflection, _WORDS), _WORDS),),
        (choice_label("form", reflection.form, _) if reflection.form else "",),
        (", ".join(dict.fromkeys(one_line(each.title) for each in aims)),),
        (hours_words(reflection.minutes or 0, _),),
    )
