"""`leerreis delete`: the parts of a record are deleted only when asked, and the user sees what stays."""

from __future__ import annotations

from collections.abc import Sequence

from portfolio.cli.context import WrongUse
from portfolio.journey.facts.links import counted, parts_of
from portfolio.journey.facts.related import linked_to
from portfolio.notebook import Notebook, Stored
from portfolio.records.persons import Person
from portfolio.wording import N_, Words
from portfolio.wording.names import counted_kinds
from portfolio.wording.outline import role_word


def delete(
    notebook: Notebook, ids: Sequence[str], _: Words, *, parts: bool, keep_role: bool
) -> tuple[Stored, list[str]]:
    """Delete these records as one change, or none; the outcome, and sentences about it."""
    records = notebook.read.records
    hanging = counted(parts_of(records, ids))
    if keep_role:
        return _keep_role(notebook, ids, _)
    used = any(linked_to(person, records) for person in records.linked(Person, ids))
    stored = notebook.write.delete(ids, with_parts=parts)
    count = len(ids) + (sum(hanging.values()) if parts else 0) - len(stored.overruled)
    if not count:
        return stored, []
    sentences = [
        _.plural(
            "{n} record deleted; leerreis undo brings it back.",
            "{n} records deleted; leerreis undo brings them back.",
            count,
        )
    ]
    if hanging and not parts:
        stay = _("What belonged to it stays: {parts}. To delete that too: --with-parts.")
        sentences.append(stay.format(parts=counted_kinds(hanging, _)))
    if used:
        sentences.append(
            _("Records that named this person name nobody now. To keep the role there: undo, then --keep-role.")
        )
    return stored, sentences


def _keep_role(notebook: Notebook, ids: Sequence[str], _: Words) -> tuple[Stored, list[str]]:
    person = notebook.read.records.find(Person, ids[0]) if len(ids) == 1 else None
    if person is None:
        raise WrongUse(N_("--keep-role goes with one person."))
    role = role_word((person.role or "").strip() or "colleague", _)
    sentence = _("The name is gone, the role stays: {role}. leerreis undo brings it back.").format(role=role)
    stored = notebook.write.keep_role(person.id, role)
    return stored, [] if stored.overruled else [sentence]
