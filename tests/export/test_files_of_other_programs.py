"""DOCX and PDF: the words of the document and nobody's markup, the same bytes each time, a sentence without them."""

from __future__ import annotations

import io
import re
import struct
import sys
import zipfile
from collections.abc import Iterator
from datetime import date
from typing import Any
from xml.etree.ElementTree import fromstring

import docx as word
import pytest
import typst
from hypothesis import given

from portfolio.errors import PortfolioError
from portfolio.export import docx, pdf
from portfolio.export.document import (
    Anchor,
    Block,
    Bullets,
    Columns,
    Document,
    Fact,
    Facts,
    Fenced,
    Heading,
    Paragraph,
    Ref,
    Strong,
    Table,
    YearLine,
    YearMoment,
)
from portfolio.export.options import Options
from portfolio.export.registry import FORMATS, SORTS, available, make
from portfolio.export.typeface import FOLDER
from portfolio.journey.sharing.choice import Choice
from portfolio.journey.sharing.share import share
from portfolio.records.collection import Records
from portfolio.wording import LANGUAGES, Language, Words
from portfolio.wording.document_forms import how_to_get
from tests.export.making import portfolio_of
from tests.export.sample import SAMPLE
from tests.strategies import TODAY, WHOLE, Drawn, portfolios

HOSTILE = '"]; #read("/etc/passwd") \\ $x$ *a* _b_ <c> @d [e] // f `g` = h - i + j\n\\u{41} #import "x.typ"'


def small(language: Language = "en") -> Document:
    return make(
        "portfolio", "md", share(portfolio_of(), Choice(), TODAY), TODAY, Words(language), Options(pictures=True)
    ).document


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
    return "\n".join(_words(word.Document(io.BytesIO(data))))


def _words(inside: Any) -> Iterator[str]:
    yield from (paragraph.text for paragraph in inside.paragraphs)
    for table in inside.tables:
        for row in table.rows:
            for cell in row.cells:
                yield from _words(cell)


def part(data: bytes, name: str) -> str:
    """One part of a file for a word processor."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name).decode()


def test_every_format_is_there_with_its_extras() -> None:
    assert available() == ("md", "html", "docx", "pdf", "txt", "form")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_file_for_a_word_processor_has_the_headings_and_the_words(language: Language) -> None:
    document = small(language)
    read = word.Document(io.BytesIO(docx.render(document)))
    headings = [p.text for p in read.paragraphs if ((p.style and p.style.name) or "").startswith(("Heading", "Title"))]
    assert headings == ["".join(map(str, b.line)) for b in document.blocks if isinstance(b, Heading)]
    assert len(read.tables) == 10
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


def test_what_its_typeface_lacks_is_shown_by_a_sign() -> None:
    document = Document("en", (Heading(1, ("漢字 😀",)), Paragraph(("שלום محمد é",))))
    source = pdf.source(document)
    assert "□□ □" in source
    assert "é" in source
    assert not set("漢字😀שלוםمحمد") & set(source)
    assert pdf.render(document).startswith(b"%PDF-")


def test_a_pdf_is_for_those_who_listen_and_its_references_lead_to_evidence() -> None:
    data = pdf.render(small("nl"))
    assert b"pdfuaid:part>1" in data
    assert b"/Lang(nl" in data
    assert b"/DisplayDocTitle true" in data
    assert "#link(<B1>)" in pdf.source(small())
    assert "#link" not in pdf.source(Document("en", (Paragraph((Ref(1),)),)))
    twice = Document("en", (Paragraph((Anchor(1),)), Paragraph((Anchor(1), Ref(1)))))
    assert pdf.render(twice).startswith(b"%PDF-")


def test_a_pdf_uses_the_bundled_typeface_and_no_other() -> None:
    fonts = set(re.findall(rb"/BaseFont\s*/[A-Z]{6}\+([\w-]+)", pdf.render(small())))
    assert fonts
    assert all(font.startswith(b"Inter-") for font in fonts)


@pytest.mark.parametrize(("language", "page"), [("nl", "pagina "), ("en", "page ")])
def test_every_page_has_its_number_and_whose_it_is(language: Language, page: str) -> None:
    document = small(language)
    assert "Samir Bouali" in document.footer
    assert f'"{page}" + str(n)' in pdf.source(document)
    foot = part(docx.render(document), "word/footer1.xml")
    assert page in foot
    assert document.footer in foot
    assert "PAGE" in foot
    assert "NUMPAGES" in foot


@pytest.mark.parametrize(("language", "locale"), [("nl", "nl-NL"), ("en", "en-GB")])
def test_a_word_processor_gets_the_language_and_no_compatibility_mode(language: Language, locale: str) -> None:
    data = docx.render(small(language))
    assert f'<w:lang w:val="{locale}"' in part(data, "word/styles.xml")
    assert f'<w:themeFontLang w:val="{locale}"/>' in part(data, "word/settings.xml")
    assert '"compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"' in part(
        data, "word/settings.xml"
    )


def test_nothing_of_another_program_is_in_a_file_for_a_word_processor() -> None:
    with zipfile.ZipFile(io.BytesIO(docx.render(small()))) as archive:
        names = archive.namelist()
        text = b"".join(archive.read(name) for name in names if name.endswith(".xml"))
    assert not [name for name in names if "thumbnail" in name or "app.xml" in name or "customXml" in name]
    assert b"Macintosh" not in text
    assert b"python" not in text


def test_every_part_of_a_file_for_a_word_processor_is_whole() -> None:
    for document in (small(), SAMPLE, hostile()):
        with zipfile.ZipFile(io.BytesIO(docx.render(document))) as archive:
            for name in archive.namelist():
                if name.endswith((".xml", ".rels")):
                    fromstring(archive.read(name))  # noqa: S314 - our own
        body = part(docx.render(document), "word/document.xml")
        assert set(re.findall(r'w:anchor="(\w+)"', body)) <= set(
            re.findall(r'<w:bookmarkStart [^>]*w:name="(\w+)"', body)
        )
        styles = set(re.findall(r'w:styleId="(\w+)"', part(docx.render(document), "word/styles.xml")))
        assert set(re.findall(r'<w:(?:p|r|tbl)Style w:val="(\w+)"', body)) <= styles
        assert not re.search(r"</w:tbl>(<w:tbl>|</w:tc>|<w:sectPr)", body)


def test_pictures_are_drawn_for_a_word_processor_and_described() -> None:
    data = docx.render(small("nl"))
    body = part(data, "word/document.xml")
    assert body.count("<w:drawing>") == 2
    assert 'descr="Eén leerdoel loopt' in body
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        pictures = [archive.read(name) for name in archive.namelist() if name.startswith("word/media/")]
    assert [picture[:4] for picture in pictures] == [b"\x89PNG"] * 2
    assert max(struct.unpack_from(">L", picture, 16)[0] for picture in pictures) > 1000


def test_without_the_typesetter_a_word_processor_gets_pictures_of_characters(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    data = docx.render(small())
    assert "<w:drawing>" not in part(data, "word/document.xml")
    assert "○━" in words_of(data)
    assert "Storingzoeken warmtepomp" in words_of(docx.render(SAMPLE))


@pytest.mark.parametrize(("form", "package", "imported"), [("pdf", "typst", "typst"), ("docx", "python-docx", "docx")])
def test_without_its_extra_a_sentence_says_how_to_get_it(
    monkeypatch: pytest.MonkeyPatch, form: str, package: str, imported: str
) -> None:
    document = small()
    monkeypatch.setitem(sys.modules, imported, None)
    assert form not in available()
    with pytest.raises(PortfolioError) as failure:
        FORMATS[form](document)
    assert f"pipx inject leerreis {package}." in failure.value.sentence(Words("en"))
    assert f"pipx inject leerreis {package}" in how_to_get(form, Words("nl"))


@pytest.mark.parametrize("letter", ["w", "é", "漢", "👩‍💻", "\x1b", "\u202e", "\ufffe", "]"])
@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("doc", SORTS)
def test_names_of_any_length_are_no_mistake(letter: str, form: str, doc: str) -> None:
    name = letter * 300
    records = Records.of_all(
        record.but(**{key: name for key in ("name", "title", "job", "team", "text") if getattr(record, key, None)})
        for record in portfolio_of()
    )
    assert make(doc, form, share(records, Choice(), TODAY), TODAY, Words("nl")).data


def test_a_file_for_a_word_processor_names_a_typeface_that_its_reader_has() -> None:
    with zipfile.ZipFile(io.BytesIO(docx.render(small()))) as archive:
        named = set(re.findall(rb'<w:font w:name="([^"]*)"', archive.read("word/fontTable.xml")))
        used = set(re.findall(rb'w:ascii="([^"]*)"', archive.read("word/styles.xml")))
    assert named == {b"Arial"}
    assert used == {b"Arial", b"Courier New"}


def a_card(rows: int) -> tuple[Block, ...]:
    """A heading with as many facts below it."""
    facts = tuple(Fact(f"Label {n}", (Paragraph((f"Said {n}",)),)) for n in range(rows))
    return (Heading(2, ("Goals",)), Heading(3, ("One goal",)), Facts(facts))


def test_facts_below_a_heading_stay_on_its_page_in_a_word_processor() -> None:
    for rows, kept in ((4, 3), (30, 0)):
        (table,) = word.Document(io.BytesIO(docx.render(Document("en", a_card(rows))))).tables
        assert [row.cells[1].paragraphs[0].paragraph_format.keep_with_next for row in table.rows].count(True) == kept


def test_two_columns_may_go_on_on_the_next_page_and_no_other_row_may() -> None:
    sides = Columns((Paragraph(("Left",)),), (Paragraph(("Right",)),))
    rows = Table((("A",), ("B",)), ((("1",), ("2",)),))
    for blocks, whole in (((sides,), 0), ((rows,), 2)):
        with zipfile.ZipFile(io.BytesIO(docx.render(Document("en", blocks)))) as archive:
            assert archive.read("word/document.xml").count(b"cantSplit") == whole


@pytest.mark.parametrize(("label", "rows"), [("Start", [7]), ("Warmtepompstoringen", [4, 3])])
def test_moments_with_long_words_get_more_room(label: str, rows: list[int]) -> None:
    moments = tuple(YearMoment(date(2025, n, 1), label) for n in range(1, 8))
    year = YearLine(date(2025, 1, 1), date(2025, 12, 31), moments)
    read = word.Document(io.BytesIO(docx.render(Document("nl", (year,)))))
    assert [len(table.columns) for table in read.tables] == rows


def page_of_card(document: Document) -> int:
    """The page of a PDF on which its first card begins."""
    asks = "#context [#metadata(query(heading.where(level: 3)).first().location().page()) <at>]"
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FOLDER)])
    source = (pdf.source(document) + asks).encode()
    return int(typst.query(source, "<at>", field="value", one=True, font_paths=fonts, ignore_system_fonts=True))


def test_a_card_of_a_pdf_stays_on_one_page_unless_it_is_long() -> None:
    above = tuple(Paragraph((f"Line {n}",)) for n in range(48))
    assert page_of_card(Document("en", (*above, *a_card(8)))) == 2
    assert page_of_card(Document("en", (*above, *a_card(60)))) == 1
