"""The blocks of a page that stands alone, in every format: every word is in each, and text formats have no drawing."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise

import pytest

from portfolio.export import docx, html, markdown, pdf, plain
from portfolio.export.document import (
    Bullets,
    Document,
    Fenced,
    Head,
    Heading,
    Paragraph,
    Table,
    Tracks,
    YearLine,
    YearMoment,
)
from portfolio.export.document_lines import anchors, lines_of, plain_words
from portfolio.export.drawings import YEAR_WIDTH, places, track_svg
from portfolio.export.lowered import lowered
from portfolio.export.page_layout import shares, typeset, unbroken
from portfolio.export.typeface import shown
from portfolio.wording import Words
from portfolio.wording.dates import day_short
from tests.export.sample import SAMPLE
from tests.export.test_files_of_other_programs import words_of

TITLE = next(block.title for block in SAMPLE.blocks if isinstance(block, Head))
SAID = [
    words
    for line in lines_of(SAMPLE.blocks)
    for words in line
    if isinstance(words, str)
    and words
    and words != TITLE
    and "○" not in words
    and "x9" not in words
    and "│" not in words
]


def squeezed(text: str) -> str:
    """Text without the differences of layout."""
    return " ".join(text.replace("\u00a0", " ").replace("\u200b", "").split())


@pytest.mark.parametrize("form", [markdown.render, plain.render], ids=["md", "txt"])
def test_text_has_every_word_and_no_drawing(form: object) -> None:
    text = squeezed(form(SAMPLE))  # type: ignore[operator]
    missing = {words for words in SAID if squeezed(words) not in text}
    assert missing <= {"Vaardigheid", "Nr."}, "plain text has no words for the first column"
    assert "<svg" not in text
    assert "▼" not in text


def test_the_other_formats_have_every_word_too() -> None:
    page = squeezed(re.sub(r"<[^>]+>", "", html.render(SAMPLE)))
    source = squeezed("".join(re.findall(r'"((?:[^"\\]|\\.)*)"', pdf.source(SAMPLE))))
    file = squeezed(words_of(docx.render(SAMPLE)))
    for words in map(squeezed, SAID):
        assert words in page, words
        assert words in source, words
        assert words in file, words


def test_the_title_of_such_a_page_is_that_of_its_head() -> None:
    assert SAMPLE.title == "Ontwikkelportfolio van Samir Bouali"
    assert f"<title>{TITLE}</title>" in html.render(SAMPLE)
    assert markdown.render(SAMPLE).startswith("# Samir Bouali\n")


def test_references_of_every_block_lead_to_evidence_that_is_described() -> None:
    assert anchors(SAMPLE.blocks) == {1, 2}
    page, source = html.render(SAMPLE), pdf.source(SAMPLE)
    assert page.count('href="#B2"') == 4
    assert 'href="#B5"' not in page
    assert source.count("#link(<B2>)") == 4
    assert "<B5>" not in source


def test_a_mark_is_drawn_for_each_place_on_the_scale() -> None:
    tracks = next(block for block in SAMPLE.blocks if isinstance(block, Tracks))
    first, equal, _unchanged, own = tracks.rows
    drawn = track_svg(first, tracks)
    assert drawn.count("<circle") == 3
    assert "l-5 8z" in drawn
    assert "stroke-dasharray" in drawn
    assert "stroke-dasharray" not in track_svg(equal, tracks)
    assert not own.is_drawn


def test_the_words_on_the_line_of_a_year_never_touch() -> None:
    moments = tuple(YearMoment(date(2025, 12, 1 + n), "Een lange omschrijving van een moment", (n,)) for n in range(7))
    placed = places(YearLine(date(2025, 1, 1), date(2025, 12, 31), moments))
    for above in (True, False):
        side = [each for each in placed if each.above is above]
        assert all(one.left + one.room <= other.left for one, other in pairwise(side))
        assert all(each.left >= 0 and each.left + each.room <= YEAR_WIDTH + 0.01 for each in side)


def test_a_page_of_one_day_and_an_empty_line_are_no_mistake() -> None:
    day = date(2025, 5, 1)
    for moments in ((), (YearMoment(day, ""),)):
        document = Document("nl", (YearLine(day, day, moments), Head("T", "N")))
        assert pdf.render(document).startswith(b"%PDF-")
        assert html.render(document)
        assert docx.render(document)
        assert markdown.render(document)


def test_moments_and_facts_are_lists_in_text() -> None:
    assert all(isinstance(block, Heading | Paragraph | Bullets | Table | Fenced) for block in lowered(SAMPLE))
    assert f"- {day_short(date(2025, 4, 22), Words('nl'))}: F-gassen behaald [B1]" in markdown.render(SAMPLE)
    assert "- **Waarom:** De planning" in markdown.render(SAMPLE)


def test_columns_are_as_wide_as_their_content_asks() -> None:
    table = Table(
        (("Nr.",), ("Niveau",), ("Wat het laat zien",)),
        ((("B1",), ("1 Beginner",), ("Een lange zin over wat dit bewijs laat zien, en aan wie.",)),),
    )
    number, level, shows = shares(table)
    assert number < level < shows
    assert number + level + shows == pytest.approx(1)
    assert level * 92 >= len("1 Beginner")


def test_the_name_of_a_level_is_one_piece_in_every_format() -> None:
    assert unbroken(("van 2 Met hulp naar 3 Zelfstandig",), "nl") == (
        "van 2\u00a0Met\u00a0hulp naar 3\u00a0Zelfstandig",
    )
    assert '#box("3 Zelfstandig");' in pdf.source(SAMPLE)
    assert '<span class="whole">3 Zelfstandig</span>' in html.render(SAMPLE)


def test_a_word_without_places_to_break_gets_them_in_a_pdf() -> None:
    source = pdf.source(Document("en", (Paragraph(("x9" * 50,)), Paragraph(("word " * 3 + "w" * 300,)))))
    assert "\u200b" in source
    assert max(len(word) for word in source.split('#"')[1:3][0].split("\u200b")) < 40
    assert shown("x9" * 50) in source.replace("\u200b", "")


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("collega's", "collega’s"),
        ("loste 's avonds", "loste ’s avonds"),
        ("Hans' plan", "Hans’ plan"),
        ("print('x')", "print('x')"),
        ("it's 5'", "it’s 5'"),
    ],
)
def test_an_apostrophe_within_a_word_is_typographic(typed: str, printed: str) -> None:
    assert typeset(typed) == printed


def test_plain_words_name_references() -> None:
    assert plain_words(SAMPLE.blocks[-4].line) == "Los: een zin [B2] en [B5]"  # type: ignore[union-attr]
