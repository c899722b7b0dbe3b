"""What the sections of a document share: the shared records, the language, and how records are named."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TypeGuard, TypeVar

from portfolio.export.document import Block, Bullets, Fact, Facts, Line, Paragraph, Ref, Strong
from portfolio.export.options import GlanceLine
from portfolio.export.placement import Routes
from portfolio.export.profile import Profile, shipped
from portfolio.export.prose import one_line, prose
from portfolio.journey.sharing.share import Shared
from portfolio.records.collection import Records
from portfolio.records.equivalence import caseless
from portfolio.records.evidence import Evidence
from portfolio.records.persons import Person
from portfolio.records.record import Record
from portfolio.records.reflections import Reflection
from portfolio.wording import Words
from portfolio.wording.dates import day_short
from portfolio.wording.outline import role_word
from portfolio.wording.prompts import prompt_label

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Section:
    """A section: its key, its blocks (empty: it is left out), and the ids of the records in it."""

    key: str
    blocks: tuple[Block, ...] = ()
    items: tuple[str, ...] = ()
    title: str | None = None
    """Its heading where the user chose none: None is the usual heading of the section, empty is no heading."""


@dataclass(frozen=True, slots=True)
class SectionContext:
    """The input of a section. Nothing in it is private."""

    shared: Shared
    today: date
    words: Words
    shown: frozenset[str]
    left_out: frozenset[str]
    """Sections that were left out by name: a summary must not show their content."""
    routes: Routes
    sort: str = "portfolio"
    """The sort of the document."""
    glance: Mapping[str, tuple[GlanceLine, ...]] = field(default_factory=dict)
    """The lines that the user chose for the parts of "At a glance"."""
    takes_proposed: bool = False
    """Whether the user confirmed the proposed lines of the other parts."""
    pictures: bool = False
    """Whether the whole journey is in the document as a picture too."""
    profile: Profile = field(default_factory=lambda: shipped("portfolio"))
    """What the document has, and its limits."""

    def newest(self, section: str, found: Sequence[T]) -> Sequence[T]:
        """The last of what a section has, as many as its limit lets."""
        most = self.profile.most(section)
        return found if most is None else found[-most:]

    def first(self, section: str, found: Sequence[T]) -> Sequence[T]:
        """The first of what a section has, as many as its limit lets."""
        return found[: self.profile.most(section)]

    def records_to_draw(self) -> Records:
        """The records for pictures and lists of moments, without those of sections left out by name."""
        found: dict[str, tuple[Record, ...]] = {
            "goals": self.routes.goals,
            "looking_ahead": self.routes.ahead,
            "stories": self.routes.of("stories"),
            "shared_knowledge": self.routes.of("shared_knowledge"),
            "feedback": self.shared.records.of_kind("feedback"),
            "evidence": self.shared.records.of_kind("evidence"),
            "where_i_stand": (*self.shared.records.of_kind("skill"), *self.shared.records.of_kind("rating")),
        }
        gone = [record.id for section in self.left_out for record in found.get(section, ())]
        return self.shared.records.without(gone) if gone else self.shared.records

    def day(self, day: date) -> str:
        """A day in words."""
        return day_short(day, self.words)

    def who(self, identity: str | None) -> str:
        """The name with the role, or the role alone, by which a person can be mentioned; empty without a person."""
        person = self.shared.records.find(Person, identity)
        if person is None:
            return ""
        words = dict.fromkeys(one_line(role_word(word or "", self.words)) for word in (person.name, person.role))
        return ", ".join(word for word in words if word)

    def refs(self, *evidence: Iterable[str]) -> Line:
        """References to numbered evidence, each after a space; empty in a document without that appendix."""
        numbers = self.numbers(identity for ids in evidence for identity in ids)
        return tuple(part for number in numbers for part in (" ", Ref(number)))

    def numbers(self, evidence: Iterable[str]) -> tuple[int, ...]:
        """The numbers of evidence, from low to high; empty in a document without that appendix."""
        if "evidence" not in self.shown:
            return ()
        known = self.shared.numbers
        return tuple(sorted({known[identity] for identity in evidence if identity in known}))

    def listed(self) -> tuple[Evidence, ...]:
        """The evidence that the document lists, by number."""
        return tuple(e for e in self.shared.records.of(Evidence) if e.id in self.shared.numbers)

    def answers(self, reflection: Reflection) -> list[tuple[str, str]]:
        """The answers with their labels; the plan, if any, is last."""
        _ = self.words
        answers = [(prompt_label(reflection.template, key, _), text) for key, text in reflection.in_order()]
        if reflection.if_then and not any(_same(reflection.if_then, text) for _label, text in answers):
            answers.append((_("My plan"), reflection.if_then))
        return answers


def labelled(label: str, text: str, after: Line = ()) -> tuple[Block, ...]:
    """A text after a label, with its paragraphs and lists."""
    return led((Strong(f"{label}:"), " "), text, after)


def led(lead: Line, text: str, after: Line = ()) -> tuple[Block, ...]:
    """A text after its lead, with references after it."""
    blocks = list(prose(text))
    if blocks and isinstance(blocks[0], Paragraph):
        blocks[0] = Paragraph((*lead, *blocks[0].line))
    else:
        blocks.insert(0, Paragraph(lead))
    last = blocks[-1]
    if after and isinstance(last, Paragraph):
        blocks[-1] = Paragraph((*last.line, *after))
    elif after:
        blocks.append(Paragraph(after[1:]))
    return tuple(blocks)


def bullets(items: Iterable[Iterable[Block]]) -> tuple[Block, ...]:
    """A list of these items; empty when there are none."""
    kept = tuple(tuple(item) for item in items)
    return (Bullets(kept),) if kept else ()


def facts(items: Iterable[Iterable[Block]]) -> tuple[Block, ...]:
    """Texts that `labelled` made, with their labels in a column; a list when one of them has no label."""
    kept = tuple(tuple(item) for item in items)
    rows = tuple(fact for item in kept if (fact := _fact(item)) is not None)
    return (Facts(rows),) if rows and len(rows) == len(kept) else bullets(kept)


def _fact(item: tuple[Block, ...]) -> Fact | None:
    """The label and the text of an item that begins with a label."""
    first = item[0] if item else None
    if not isinstance(first, Paragraph) or not first.line or not isinstance(first.line[0], Strong):
        return None
    label, *rest = first.line
    if rest and isinstance(rest[0], str):
        rest[0] = rest[0].removeprefix(" ")
    told = (Paragraph(tuple(rest)),) if any(rest) else ()
    return Fact(label.words.removesuffix(":"), (*told, *item[1:])) if isinstance(label, Strong) else None


def has_words(text: str | None) -> TypeGuard[str]:
    """Whether a text has any word."""
    return bool(text and text.strip())


def brief(text: str, words: int = 12) -> str:
    """The first sentence of a text; a long one is cut at its last comma within this number of words."""
    line = one_line(text)
    end = next((i + 1 for i, c in enumerate(line) if c in ".!?" and line[i + 1 : i + 2] in ("", " ")), len(line))
    first = line[:end].split()
    if len(first) <= words:
        return " ".join(first)
    kept = first[:words]
    comma = next((n for n in range(words, 2, -1) if kept[n - 1][-1] in ",;:"), words)
    return f"{' '.join(kept[:comma]).rstrip(',;:')} …"


def in_short(text: str, words: int) -> str:
    """A text as a single line: the whole sentences that fit within this number of words, else its first in brief."""
    kept, left = "", one_line(text)
    while left:
        end = next((i + 1 for i, c in enumerate(left) if c in ".!?" and left[i + 1 : i + 2] in ("", " ")), len(left))
        longer = f"{kept} {left[:end]}".strip()
        if len(longer.split()) > words:
            break
        kept, left = longer, left[end:].strip()
    return kept or brief(text, words)


def _same(one: str, other: str) -> bool:
    return caseless(one_line(one)) == caseless(one_line(other))
