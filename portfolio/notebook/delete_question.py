"""The question before records are deleted that other records belong or link to, with its answers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from portfolio.journey.facts.links import WHOLES, counted, parts_of
from portfolio.journey.facts.related import linked_to
from portfolio.present.titles import heading
from portfolio.records.collection import Records
from portfolio.records.persons import Person
from portfolio.records.record import Record
from portfolio.wording import Words
from portfolio.wording.names import counted_kinds, kind_name
from portfolio.wording.outline import role_word

ONLY, PARTS, ROLE = "only", "parts", "role"
"""The answers: delete only this, also delete its parts, keep the role of a person instead of the name."""


class DeleteQuestion(NamedTuple):
    """The text of the question, and the answers as keys and labels, the safe one first."""

    text: str
    answers: tuple[tuple[str, str], ...]
    role: str = ""
    """The role that replaces the name of a person; empty for other kinds."""


def may_need_a_question(chosen: Iterable[Record]) -> bool:
    """Return whether these kinds can need a question; if not, the notebook need not be read."""
    return any(record.kind in WHOLES or isinstance(record, Person) for record in chosen)


def question_before(records: Records, ids: tuple[str, ...], _: Words) -> DeleteQuestion | None:
    """Return the question before these records are deleted; None when no other record is affected."""
    first = records.get(ids[0]) if ids else None
    if first is None:
        return None
    parts = counted(parts_of(records, ids))
    if parts:
        return _about_parts(first, len(ids), parts, records, _)
    if not isinstance(first, Person) or len(ids) > 1:
        return None
    used = sum(map(len, linked_to(first, records).values()))
    return _about_a_person(first, used, _) if used else None


def _about_parts(first: Record, count: int, parts: Mapping[str, int], records: Records, _: Words) -> DeleteQuestion:
    named = counted_kinds(parts, _)
    if count == 1:
        title = f"{kind_name(first.kind, _)} “{heading(first, records, _)}”"
        text = _("This belongs to {title}: {parts}. What do you want to do with it?").format(parts=named, title=title)
    else:
        text = _("This belongs to these records: {parts}. What do you want to do with it?").format(parts=named)
    return DeleteQuestion(
        text,
        (
            (ONLY, _("Keep that, delete only this")),
            (PARTS, _("Also delete {parts}").format(parts=named) if len(parts) == 1 else _("Also delete all of that")),
        ),
    )


def _about_a_person(person: Person, used: int, _: Words) -> DeleteQuestion:
    role = role_word((person.role or "").strip() or "colleague", _)
    records = _.plural("{n} record", "{n} records", used)
    text = _("{name} is named in {records}. What should it say there?")
    return DeleteQuestion(
        text.format(name=heading(person, Records.of_all(()), _), records=records),
        (
            (ROLE, _("Keep the role, remove the name: {role}").format(role=role)),
            (ONLY, _("Delete the person; nobody is named there")),
        ),
        role,
    )
