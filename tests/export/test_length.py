"""How long a document is, and what to leave out first."""

from __future__ import annotations

import pytest

from portfolio.export.document import Block, Document, Heading, Paragraph, Part
from portfolio.export.length import Length, left_out_first, length, length_of
from portfolio.wording import Words

ENGLISH, DUTCH = Words("en"), Words("nl")


def a_document(**sections: int) -> Document:
    """A document with sections of so many words."""
    blocks: list[Block] = [Heading(1, ("Title",))]
    for count in sections.values():
        blocks += [Heading(2, ("Heading",)), Paragraph(("word " * count,))]
    parts = tuple(Part(key, tuple(blocks[n : n + 2])) for n, key in zip(range(1, 99, 2), sections, strict=False))
    return Document("en", (*blocks, Paragraph(("The end",))), (), tuple(sections), parts=parts)


def test_a_short_document_asks_for_nothing() -> None:
    assert list(left_out_first(a_document(goals=900, activities=400), "portfolio")) == []


def test_the_appendix_goes_first_and_no_more_than_is_needed() -> None:
    document = a_document(goals=1000, stories=500, evidence=200, activities=300)
    assert [section for section, _length in left_out_first(document, "portfolio")] == ["activities", "evidence"]
    assert [length.rounded for _section, length in left_out_first(document, "portfolio")] == [300, 200]


def test_results_are_never_proposed_to_leave_out() -> None:
    assert list(left_out_first(a_document(at_a_glance=900, goals=5000), "portfolio")) == []


def test_every_sort_has_its_own_limit_and_a_list_of_evidence_has_none() -> None:
    document = a_document(goals=300, evidence=400)
    assert [section for section, _length in left_out_first(document, "page")] == ["evidence"]
    assert list(left_out_first(a_document(evidence=9000), "evc")) == []


def test_pages_are_counted_by_words() -> None:
    assert (Length(0).pages, Length(400).pages, Length(430).pages) == (1, 1, 2)
    assert length_of("it's one-word **two**").words == 3


@pytest.mark.parametrize(
    ("count", "english", "dutch"),
    [
        (7, "about 7 words, 1 page A4", "ongeveer 7 woorden, 1 pagina A4"),
        (410, "about 400 words, 1 page A4", "ongeveer 400 woorden, 1 pagina A4"),
        (1233, "about 1,250 words, 4 pages A4", "ongeveer 1.250 woorden, 4 pagina's A4"),
    ],
)
def test_the_length_is_told_roughly(count: int, english: str, dutch: str) -> None:
    text = "## it's **word** " + "| - word |\n" * (count - 2)
    assert (length(text, ENGLISH), length(text, DUTCH)) == (english, dutch)
