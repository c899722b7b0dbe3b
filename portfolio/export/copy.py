"""The full copy: every record with every field, private or not, for the user alone.

It is not an export, which its first line states.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from portfolio.export import markdown
from portfolio.export.document import Address, Block, Document, Heading, Paragraph, Strong
from portfolio.export.prose import one_line, place
from portfolio.export.section_context import bullets, labelled
from portfolio.present.titles import heading
from portfolio.present.values import value_words
from portfolio.records.collection import Records
from portfolio.records.decode import instant, is_set
from portfolio.records.kinds import TABLES, fields
from portfolio.records.record import Record, attribute_name
from portfolio.records.reflections import Reflection
from portfolio.wording import Words
from portfolio.wording.dates import day_short
from portfolio.wording.names import capital, choice_label, field_label, kind_plural, privacy_label
from portfolio.wording.prompts import prompt_label
from portfolio.wording.sheet import sheet_label


def full_copy(records: Records, _: Words) -> str:
    """All records as Markdown, by kind, then by date."""
    blocks: list[Block] = [Paragraph((_("PRIVATE – full copy"),))]
    blocks.append(Paragraph((_("Everything in my portfolio, for myself. Not meant to be shared."),)))
    for kind in TABLES:
        found = records.of_kind(kind)
        if found:
            blocks.append(Heading(2, (capital(kind_plural(kind, _)),)))
        for record in found:
            blocks.append(Heading(3, (f"{day_short(record.date, _)} · {heading(record, records, _)}",)))
            blocks += bullets(_facts(record, records, _))
    return markdown.render(Document(_.language, tuple(blocks)))


def _facts(record: Record, records: Records, _: Words) -> Iterator[tuple[Block, ...]]:
    yield _fact(field_label("shareable", _), privacy_label(record.shareable, _))
    for name, field in fields(record.kind).items():
        value = getattr(record, attribute_name(name))
        if name in ("date", "shareable") or not is_set(value):
            continue
        if isinstance(value, Mapping):
            yield from _keyed(record, name, value, _)
        elif name == "location" and isinstance(where := place(value), Address):
            yield (Paragraph((Strong(f"{field_label(name, _, record.kind)}:"), " ", where)),)
        elif field.sort == "text":
            yield labelled(field_label(name, _, record.kind), value)
        else:
            words = value_words(record, name, value, records, _, day=day_short, unlinked=_unlinked)
            yield _fact(field_label(name, _, record.kind), one_line(words))
    yield from _conflicts(record, _)
    for name in record.damaged:
        yield _fact(_("Could not be read"), field_label(name, _, record.kind))
    yield _fact(field_label("created", _), instant(record.created))
    yield _fact(field_label("modified", _), instant(record.modified))
    yield _fact(field_label("id", _), record.id)


def _fact(label: str, words: str) -> tuple[Block, ...]:
    return (Paragraph((Strong(f"{label}:"), f" {words}")),)


def _keyed(record: Record, name: str, texts: Mapping[str, str], _: Words) -> Iterator[tuple[Block, ...]]:
    """Answers in the order of their template, other texts by key."""
    if isinstance(record, Reflection) and name == "answers":
        known = [key for key, _text in record.in_order()]
        for key in known:
            yield labelled(prompt_label(record.template, key, _), texts[key])
        return
    for key in sorted(texts):
        label = sheet_label(key, _) if name == "sheet" else key
        yield labelled(f"{field_label(name, _, record.kind)} – {one_line(label)}", texts[key])


def _conflicts(record: Record, _: Words) -> Iterator[tuple[Block, ...]]:
    """The other versions of texts that were changed on two machines, so that they are not lost."""
    for name, values in record.conflicts.items():
        for value in values:
            yield labelled(_("Other version of {field}").format(field=one_line(name)), str(value))


def _unlinked(record: Record, field: str, identity: str, _: Words) -> str:
    return choice_label(field, identity, _, record.kind)
