"""How long a document is, and what to leave out first."""

from __future__ import annotations

import random
import re
from datetime import date, timedelta

import pytest

from portfolio.export import pdf
from portfolio.export.document import Block, Document, Heading, Paragraph, Part
from portfolio.export.length import left_out_first, length, length_of
from portfolio.export.options import Options
from portfolio.export.profile import shipped
from portfolio.export.registry import SORTS
from portfolio.journey.sharing.choice import Choice
from portfolio.journey.sharing.share import share
from portfolio.records.collection import Records
from portfolio.records.record import Record
from portfolio.wording import Words
from tests.builders import TODAY
from tests.export.making import made

ENGLISH, DUTCH = Words("en"), Words("nl")


def pages_of(made_now: bytes) -> int:
    """The pages of a PDF."""
    return max(int(n) for n in re.findall(rb"/Type\s*/Pages\b.*?/Count\s+(\d+)", made_now, re.DOTALL))


def much() -> Records:
    """A year in which everything is shared, with more of everything than any document has room for."""
    chance = random.Random(11)

    def day() -> date:
        return TODAY - timedelta(days=chance.randrange(1, 360))

    long = "Samen met een ervaren collega op een andere locatie kijken hoe zij de overdracht voorbereiden en afronden"
    found: list[Record] = [made("profile", name="Anne-Wil van den Heuvel-Schimmelpenninck", job="adviseur")]
    boss = made("person", name="Karin", role="teamleider")
    found.append(boss)
    for n in range(14):
        skill = made("skill", title=f"Communicatievaardigheden onder druk {n}", target=5, shareable=True, date=TODAY)
        found.append(skill)
        for level, rater in ((1, None), (2, None), (3, boss.id)):
            found.append(made("rating", skill=skill.id, level=level, rater=rater, date=day(), shareable=True))
        goal = made("goal", title=f"{long[:60]} {n}", why=long, sign=long, start=day(), shareable=True)
        found.append(goal)
        step = {"goal": goal.id, "result": long, "shareable": True}
        found += [made("step", text=f"{long} {k}", done_on=day(), **step) for k in range(4)]
        for k in range(3):
            shown = {"title": f"Dossier {n}.{k}", "shows": long, "own_part": long, "confirmed_by": boss.id}
            found.append(made("evidence", **shown, skills=(skill.id,), date=day(), shareable=True))
            given = {"what": long, "sort": "tip", "if_then": long, "permission": "yes", "from_": boss.id}
            found.append(made("feedback", **given, date=day(), shareable=True))
        found.append(made("need", text=f"{long} {n}", sort="time", shareable=True))
        found.append(made("agreement", text=f"{long} {n}", owner="manager", due=TODAY, shareable=True))
        answers = {"s": long, "t": long, "a": long, "r1": long}
        story = made("reflection", template="starr", title=f"Story {n}", answers=answers, date=day(), shareable=True)
        point = made("reflection", template="note", answers={"text": f"{long}?"}, discuss=True, shareable=True)
        found += [story, point]
    return Records.of_all(found)


def a_document(**sections: int) -> Document:
    """A document with sections of so many words."""
    blocks: list[Block] = [Heading(1, ("Title",))]
    for count in sections.values():
        blocks += [Heading(2, ("Heading",)), Paragraph(("word " * count,))]
    parts = tuple(Part(key, tuple(blocks[n : n + 2])) for n, key in zip(range(1, 99, 2), sections, strict=False))
    return Document("en", (*blocks, Paragraph(("The end",))), (), tuple(sections), parts=parts)


def test_a_short_document_asks_for_nothing() -> None:
    assert list(left_out_first(a_document(goals=2000, activities=400), shipped("portfolio"))) == []


def test_the_appendix_goes_first_and_no_more_than_is_needed() -> None:
    document = a_document(goals=4100, stories=500, evidence=500, activities=400)
    found = list(left_out_first(document, shipped("portfolio")))
    assert [section for section, _length in found] == ["activities", "evidence"]
    assert [length.rounded for _section, length in found] == [400, 500]


def test_results_are_never_proposed_to_leave_out() -> None:
    assert list(left_out_first(a_document(at_a_glance=900, goals=9000), shipped("portfolio"))) == []


def test_every_sort_has_its_own_limit_and_a_list_of_evidence_has_none() -> None:
    document = a_document(goals=900, evidence=400)
    assert [section for section, _length in left_out_first(document, shipped("page"))] == ["evidence"]
    assert list(left_out_first(a_document(evidence=9000), shipped("evc"))) == []


@pytest.mark.parametrize(
    ("count", "english", "dutch"),
    [
        (7, "about 9 words, 1 page A4", "ongeveer 9 woorden, 1 pagina A4"),
        (410, "about 400 words, 1 page A4", "ongeveer 400 woorden, 1 pagina A4"),
        (2400, "about 2,400 words, 2 pages A4", "ongeveer 2.400 woorden, 2 pagina's A4"),
        (1233, "about 1,250 words, 1 page A4", "ongeveer 1.250 woorden, 1 pagina A4"),
    ],
)
def test_the_length_is_told_roughly(count: int, english: str, dutch: str) -> None:
    document = Document("en", (Heading(2, ("it's a **word**",)), Paragraph(("word " * (count - 1),))))
    assert (length(document, ENGLISH), length(document, DUTCH)) == (english, dutch)


def test_a_first_page_that_was_made_to_fit_is_one_page() -> None:
    blocks = tuple(Paragraph(("word " * 400,)) for _n in range(4))
    assert length_of(Document("en", blocks, first_page=4)).pages == 1
    assert length_of(Document("en", (*blocks, *blocks), first_page=4)).pages == 3


def test_what_follows_a_short_first_page_stands_on_that_page() -> None:
    short = (Paragraph(("word " * 40,)), Paragraph(("word " * 40,)))
    document = Document("en", short, first_page=1)
    assert length_of(document).pages == pages_of(pdf.render(document)) == 1


@pytest.mark.slow
@pytest.mark.parametrize("language", [ENGLISH, DUTCH], ids=["en", "nl"])
def test_the_pages_are_those_of_the_typeset_document_or_one_more(language: Words) -> None:
    """The first page is one page however much is shared, and the length that is told is that of the PDF."""
    chance = random.Random(7)
    everything_shared = much()
    for part in (0.1, 0.3, 0.6, 1.0):
        kept = Records.of_all(r for r in everything_shared if r.kind == "profile" or chance.random() < part)
        shared = share(kept, Choice(), TODAY)
        for sort in ("page", "portfolio"):
            document = SORTS[sort](shared, TODAY, language, Options(proposed=True))
            pages = pages_of(pdf.render(document))
            assert length_of(document).pages - pages in (0, 1), (part, sort, pages)
            if sort == "page":
                assert pages == 1, part
