"""DOCX and PDF: the words of the document and nobody's markup, the same bytes each time, a sentence without them."""

from __future__ import annotations

import io
import re
import sys
import zipfile

import docx as word
import pytest
import typst
from hypothesis import given

from portfolio.errors import PortfolioError
from portfolio.export import docx, pdf
from portfolio.export.document import Bullets, Document, Fenced, Heading, Paragraph, Ref, Strong, Table
from portfolio.export.registry import SORTS, available, make
from portfolio.journey.sharing.choice import Choice
from portfolio.journey.sharing.share import share
from portfolio.records.collection import Records
from portfolio.wording import LANGUAGES, Language, Words
from tests.export.making import portfolio_of
from tests.strategies import TODAY, WHOLE, Drawn, portfolios

HOSTILE = '"]; #read("/etc/passwd") \\ $x$ *a* _b_ <c> @d [e] // f `g` = h - i + j\n\\u{41} #import "x.typ"'


def small(language: Language = "en") -> Document:
    return make("portfolio", "md", share(portfolio_of(), Choice(), TODAY), TODAY, Words(language)).document


def hostile() -> Document:
    """Each sort of block with words that mean something to a typesetter."""
    line = (HOSTILE, Strong(HOSTILE), Ref(3))
    return Document(
        "en",
        (
            Heading(1, (HOSTILE,)),
            Paragraph(line),
            Bullets(((Paragraph(line), Bullets(((Paragraph(line),),), 3)),)),
            Table((line, line), ((line, line),)),
            Fenced(HOSTILE),
        ),
    )


def words_of(data: bytes) -> str:
    """Every word in a file for a word processor."""
    read = word.Document(io.BytesIO(data))
    cells = [cell.text for table in read.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in read.paragraphs), *cells])


def test_every_format_is_there_with_its_extras() -> None:
    assert available() == ("md", "html", "docx", "pdf", "txt")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_file_for_a_word_processor_has_the_headings_and_the_words(language: Language) -> None:
    document = small(language)
    read = word.Document(io.BytesIO(docx.render(document)))
    headings = [p.text for p in read.paragraphs if ((p.style and p.style.name) or "").startswith(("Heading", "Title"))]
    assert headings == ["".join(map(str, b.line)) for b in document.blocks if isinstance(b, Heading)]
    assert len(read.tables) == sum(isinstance(block, Table) for block in document.blocks)
    assert read.core_properties.author == ""


@WHOLE
@given(portfolios())
def test_it_says_what_the_markdown_says_and_no_more(drawn: Drawn) -> None:
    made = make("portfolio", "md", share(drawn.all(), drawn.choice, TODAY), TODAY, Words("en"))
    assert drawn.tokens.of(words_of(docx.render(made.document))) == drawn.tokens.of(made.text)
    assert drawn.tokens.of(pdf.source(made.document)) == drawn.tokens.of(made.text)


def test_the_same_document_gives_the_same_bytes_and_no_moment_of_writing() -> None:
    for render in (docx.render, pdf.render):
        assert render(small()) == render(small())
    with zipfile.ZipFile(io.BytesIO(docx.render(small()))) as archive:
        assert {part.date_time[0] for part in archive.infolist()} == {1980}
    assert not re.search(rb"CreationDate \(D:(?!1970)", pdf.render(small()))


def test_words_that_mean_something_to_a_typesetter_are_words() -> None:
    assert HOSTILE in words_of(docx.render(hostile()))
    assert pdf.render(hostile()).startswith(b"%PDF-")
    found = typst.query(pdf.source(hostile()).encode(), "heading", field="body", one=True)
    assert "/etc/passwd" in found
    assert "root:" not in found


def test_what_its_own_fonts_lack_is_set_all_the_same() -> None:
    assert pdf.render(Document("en", (Paragraph(("漢字 😀 שלום",)),))).startswith(b"%PDF-")


@pytest.mark.parametrize(("module", "form"), [("docx", docx.render), ("typst", pdf.render)])
def test_without_its_extra_a_sentence_says_how_to_get_it(
    monkeypatch: pytest.MonkeyPatch, module: str, form: object
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(PortfolioError) as failure:
        form(small())  # type: ignore[operator]
    assert "pipx inject leerreis" in failure.value.sentence(Words("en"))


@pytest.mark.parametrize("letter", ["w", "é", "漢", "👩‍💻", "\x1b", "\u202e", "\ufffe", "]"])
@pytest.mark.parametrize("form", available())
@pytest.mark.parametrize("doc", SORTS)
def test_names_of_any_length_are_no_mistake(letter: str, form: str, doc: str) -> None:
    name = letter * 300
    records = Records.of_all(
        record.but(**{key: name for key in ("name", "title", "job", "team", "text") if getattr(record, key, None)})
        for record in portfolio_of()
    )
    assert make(doc, form, share(records, Choice(), TODAY), TODAY, Words("nl")).data
