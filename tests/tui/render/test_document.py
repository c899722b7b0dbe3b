"""A document on the screen: the very Markdown of the file, with every word of it and none of its marks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portfolio.export.document import Bullets, Document, Heading, Paragraph, Strong, Table
from portfolio.export.markdown import render
from portfolio.export.prose import prose
from portfolio.sanitise import clean
from portfolio.tui.render.document import RenderedDocument
from portfolio.tui.text.spans import PAGE, Line, width_of
from tests.export.markdown_reading import readers, visible

LIST = "# Title\n\n- one\n  - " + "many words " * 20 + "\n\nA paragraph of " + "long words " * 30 + "\n"
TABLE = "| Skill | Start → now | Target |\n|---|---|---|\n| Faults | 1 Beginner → 3 Independent | 4 Advanced |\n"
HOSTILE = [
    "[click](https://example.org) ![x](https://example.org/x.png)",
    "[b]x[/b] [@click=app.quit]c[/] [link=file:///etc/passwd]z[/link]",
    "<script>alert(1)</script> <!-- c --> &lt;b&gt;",
    "# head\n\n> quote\n\n```\ncode\n```\n\n---\n\n| a | b |\n|---|---|\n| c | d |",
    "\x1b]0;title\x07 \x1b[31m red \u202e reversed",
    "*stars* _lines_ `ticks` ~~waves~~ https://example.org www.example.org a@b.nl",
    "1. one\n2. two\n- three\n+ four\n\n    indented",
]


def words(line: Line) -> str:
    return "".join(span.text for span in line)


def drawn(text: str, width: int = 60) -> list[str]:
    return [words(line) for line in RenderedDocument(text).lines(width)]


def without_space(*texts: str) -> str:
    return "".join("".join(text.split()) for text in texts)


@pytest.mark.parametrize("width", [20, 40, 76])
@pytest.mark.parametrize("text", [LIST, TABLE, f"{LIST}\n{TABLE}"], ids=["list", "table", "both"])
def test_P8_the_lines_hold_every_word_of_the_document(text: str, width: int) -> None:
    lines = RenderedDocument(text).lines(width)
    shown = without_space(*map(words, lines))
    for part in visible(readers()[1], text):
        for word in ("many", "words", "Title", "Beginner", "Advanced", "long"):
            assert shown.count(word) >= part.count(word)
    assert all(width_of(line) <= width for line in lines)


def test_a_wrapped_item_stays_in_its_column() -> None:
    first, *rest = drawn("- " + "many words " * 8, 30)
    assert first.startswith("• many")
    assert rest
    assert all(line.startswith(("  many", "  words")) for line in rest)


def test_headings_and_labels_stand_out_and_their_marks_are_gone() -> None:
    heading, _blank, label = RenderedDocument("## Where I stand\n\n**Job:** engineer").lines(40)
    assert words(heading).startswith("Where I stand ─")
    assert heading[0].bold
    assert [(span.text, span.bold) for span in label] == [("Job:", True), (" engineer", False)]


def test_a_table_has_columns_as_wide_as_its_content() -> None:
    head, rule, row = drawn(TABLE, 76)
    assert head.index("Target") == row.index("4 Advanced")
    assert set(rule) == {"─"}


def test_a_table_that_is_too_wide_is_a_list_of_labelled_lines() -> None:
    assert drawn(TABLE, 20)[0] == "Skill: Faults"
    assert "Target: 4 Advanced" in drawn(TABLE, 20)


def test_a_picture_that_is_too_wide_is_cut_beside_the_list_and_whole_when_it_is_read() -> None:
    rendered = RenderedDocument("```text\n" + "━" * 50 + "\n```\n")
    assert [width_of(line) for line in rendered.lines(20, whole=False)] == [20]
    assert without_space(*map(words, rendered.lines(20))) == "━" * 50


@pytest.mark.parametrize("text", HOSTILE)
def test_what_people_wrote_becomes_no_markup_no_link_and_no_control(text: str) -> None:
    document = Document("en", (Heading(1, (text,)), *prose(text), Bullets(((Paragraph((Strong("Why:"), text)),),)),
                               Table(((text,), ("b",)), (((text,), ("x",)),))))  # fmt: skip
    lines = RenderedDocument(render(document)).lines(200)
    shown = without_space(*map(words, lines))
    for word in clean(text).split():
        if word not in {"-", "+", "1.", "2."}:  # a simple list stays a list
            assert shown.count(word) >= 3, word
    assert all(char.isprintable() for line in lines for char in words(line))


@given(st.text(max_size=200))
def test_any_text_is_drawn_without_control_and_within_its_width(text: str) -> None:
    document = Document("en", (Heading(2, (text,)), *prose(text), Table(((text,), ("b",)), (((text,), (text,)),))))
    for width in (20, 77):
        for line in RenderedDocument(render(document)).lines(width):
            assert width_of(line) <= width
            assert not any(ord(char) < 32 or 0x7F <= ord(char) < 0xA0 for char in words(line))


def test_of_a_link_and_an_image_only_the_words_and_the_address_are_shown() -> None:
    spans = [span for line in RenderedDocument("[here](https://e.org) ![pic](x.png)").lines(80) for span in line]
    assert "".join(span.text for span in spans) == "here (https://e.org) pic (x.png)"


def test_a_web_address_is_shown_once_and_as_it_is() -> None:
    assert drawn("At <https://e.org/a%20b?x=%5By%5D>.") == ["At https://e.org/a%20b?x=%5By%5D."]


def test_html_is_text() -> None:
    assert drawn("<b>bold</b>\n\n<script>x</script>") == ["<b>bold</b>", "", "<script>x</script>"]


def test_text_is_never_wider_than_a_page_and_a_picture_of_characters_may_be() -> None:
    words, picture = "word " * 60, "#" * 130
    lines = RenderedDocument(f"{words}\n\n## Heading\n\n```\n{picture}\n```\n").lines(190, whole=False)
    wide = [width_of(line) for line in lines]
    assert max(wide) == 130
    assert sorted(wide)[-2] == PAGE
