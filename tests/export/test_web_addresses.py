"""Where evidence is: a web address can be followed in every format, and anything else stays plain text."""

from __future__ import annotations

import io
import zipfile
from html import unescape
from urllib.parse import unquote

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from portfolio.export import docx, html, markdown, pdf, plain
from portfolio.export.copy import full_copy
from portfolio.export.document import Address, Block, Document, Fact, Facts, Paragraph, Table
from portfolio.export.prose import one_line, place
from portfolio.journey.sharing.choice import Choice
from portfolio.notebook.export import preview
from portfolio.records.collection import Records
from portfolio.wording import Words
from tests.export.making import made
from tests.export.markdown_reading import readers, tokens
from tests.strategies import TODAY

PAGE = "https://wiki.example.org/a_b/c*d*e.html?x=1&y=%20(z)#f~g"
WEB = [PAGE, "http://a.nl", "HTTPS://A.nl:8080/", "https://example.org?q='x'", "http://localhost/x", " http://a.nl\n"]
NO_WEB = [
    "javascript:alert(1)",
    "data:text/html,x",
    "file:///etc/passwd",
    "ftp://a.nl/x",
    "/home/samir/x.pdf",
    "C:\\map\\x.pdf",
    "https://",
    "https:///x",
    "https://a.nl/a b",
    "https://a.nl/<b>",
    "https://a.nl/a\\b",
    "https://a.nl/a|b",
    'https://a.nl/"onclick="x',
    "https://a.nl/`x`",
    "https://a.nl/[b](c)",
    "https://a.nl/%zz",
    "https://bank.nl@b.nl",
    "https://a.nl/caf\u00e9",
    "https://a.nl/\u202etxt",
    "see https://a.nl",
    "https://a.nl\nhttps://b.nl",
    "javascript:https://a.nl",
]
PIECES = st.sampled_from(
    [
        *["http", "https", "HTTPS", "javascript", "data", ":", "//", "a.nl", "www.a.nl", "/", "?", "#", "@", "%"],
        *["%20", "&amp;", "<b>", "](x)", "-->"],
        *"<>()[]{}|\\\"'`*_~!$&;,=+-. \n\t^\u00e9\u200b\u202e\x1b\x00",
    ]
)
PLACES = st.one_of(
    st.lists(PIECES | st.text(max_size=3), max_size=12).map("".join),
    st.lists(PIECES | st.text(max_size=3), max_size=12).map(lambda pieces: "https://a.nl/" + "".join(pieces)),
)
READERS = readers()


def blocks_with(location: str) -> tuple[Block, ...]:
    """A place as documents have it: as a fact, and in a cell."""
    where = place(location)
    return (
        Facts((Fact("Where", (Paragraph((where,)),)),)),
        Table((("No.",), ("Where",)), ((("1",), (where,)), (("2",), ("z",)))),
    )


@given(PLACES)
@example(PAGE)
@example("https://a.nl/a|b")
@example("http://a.nl/%5B*x*")
def test_a_place_in_markdown_is_its_text_or_one_link_to_exactly_that_address(location: str) -> None:
    line = one_line(location)
    text = markdown.render(Document("en", blocks_with(location)))
    for reader in READERS[1:]:
        lines = [token.children or [] for token in reader.parse(text) if token.type == "inline"]
        fact, cell = lines[0], lines[4]
        assert len(lines) == 7, "no cell more or fewer than there are"
        for found in (fact, cell):
            links = [str(each.attrs["href"]) for each in found if each.type == "link_open"]
            assert links in ([], [line])
            assert not links or line.lower().startswith(("http://", "https://"))
            assert {each.type for each in found} <= {"text", "strong_open", "strong_close", "link_open", "link_close"}
            said = "".join(each.content for each in found).removeprefix("Where:")
            words = (unquote(said), unquote(line)) if links else (said, line)  # this reader shows %20 as a space
            assert len({"".join(each.split()) for each in words}) == 1


@pytest.mark.parametrize("location", WEB)
def test_a_web_address_leads_there_in_every_format(location: str) -> None:
    document, line = Document("en", blocks_with(location)), one_line(location)
    assert f"<{line}>" in markdown.render(document)
    page = html.render(document)
    assert unescape(page).count(f'<a href="{line}" rel="noreferrer">{line}</a>') == 2
    assert f'#link("{line}")[' in pdf.source(document)
    assert pdf.render(document) == pdf.render(document)
    data = docx.render(document)
    assert data == docx.render(document)
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        relations = unescape(parts.read("word/_rels/document.xml.rels").decode())
        words = unescape(parts.read("word/document.xml").decode())
    assert relations.count(f'Target="{line}" TargetMode="External"') == 1
    assert words.count("<w:hyperlink r:id=") == 2
    assert line in plain.render(document)


@pytest.mark.parametrize("location", NO_WEB)
def test_anything_else_is_a_link_in_no_format(location: str) -> None:
    document = Document("en", blocks_with(location))
    assert not isinstance(place(location), Address)
    assert "href" not in html.render(document)
    assert "#link" not in pdf.source(document)
    for reader in READERS:
        assert "link_open" not in {token.type for token in tokens(reader, markdown.render(document))}
    with zipfile.ZipFile(io.BytesIO(docx.render(document))) as parts:
        assert "External" not in parts.read("word/_rels/document.xml.rels").decode()


@pytest.mark.parametrize("sort", ["evc", "portfolio"])
def test_the_place_of_evidence_is_a_link_in_the_documents_and_in_the_copy(sort: str) -> None:
    proof = made("evidence", title="Map", location=PAGE, say_where=True, shareable=True, shows="Yes")
    records = Records.of_all([proof])
    assert f"<{PAGE}>" in preview(records, Choice(), TODAY, Words("en"), sort=sort).text
    assert f"<{PAGE}>" in full_copy(records, Words("en"))
    two_lines = Records.of_all([proof.but(location="Folder 3\n\ntab B")])
    assert "Folder 3\n\n" in full_copy(two_lines, Words("en"))
