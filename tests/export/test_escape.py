"""People's words stay words in Markdown, whatever stands in them."""

from __future__ import annotations

import gc
from time import process_time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from portfolio.export.document import Block, Bullets, Document, Heading, Paragraph, Ref, Strong, Table
from portfolio.export.escape import escape, escape_heading, fence
from portfolio.export.markdown import render
from portfolio.export.prose import one_line, prose
from portfolio.sanitise import clean
from tests.export.markdown_reading import STRUCTURE, readers, tokens, visible

READERS = readers()

PIECES = st.sampled_from(
    [
        *"\\`*_{}[]()<>#+-.!|~=:&;'\"/@$%^?,0129aé \t\n",
        "  ",
        "    ",
        "\n\n",
        "# ",
        "- ",
        "* ",
        "+ ",
        "1. ",
        "2) ",
        "10. ",
        "> ",
        "---",
        "***",
        "===",
        "```",
        "~~~",
        "<!-- ",
        "-->",
        "<b>",
        "</script>",
        "<a@b.nl>",
        "<https://x.nl>",
        "![x](y)",
        "[a](b)",
        "[a]: /b",
        "[B1]",
        "[ ] ",
        "|-|-|",
        ":-:",
        "| a | b |\n|---|---|\n",
        "&amp;",
        "&#42;",
        "https://leerreis.nl/x_y_",
        "www.leerreis.nl",
        "mailto:a@b.nl",
        "jan@bedrijf.nl",
        "ftp://a.b",
        "//localhost/",
        "leerreis.com",
        "\u00a0",
        "\u200b",
        "\x1b[31m",
        "\x00",
        "\u2028",
        "\u202e",
        "woord",
        "snake_case",
        "3 * 4",
        "C:\\map\\bon",
        "\r\n",
    ]
)
HOSTILE = st.lists(PIECES | st.text(max_size=4), max_size=25).map("".join)


@given(HOSTILE)
@example("a\n===\nb\n---")
@example("- a\n\n      code")
@example("1. a\n2. b\n\n- c\n\n* d")
@example("[x]\n\n[x]: /y")
@example("leerreis.com_")
def test_words_become_paragraphs_and_simple_lists_only(text: str) -> None:
    for reader in READERS:
        found = {token.type for token in tokens(reader, render(Document("nl", prose(text))))}
        assert found <= STRUCTURE, found - STRUCTURE


@given(HOSTILE)
def test_what_is_seen_are_the_words_themselves(text: str) -> None:
    blocks = prose(text)
    for reader in READERS:
        assert visible(reader, render(Document("nl", blocks))) == [_squeezed(words) for words in _texts(blocks)]


@given(HOSTILE)
def test_prose_keeps_every_word(text: str) -> None:
    kept = "".join(_squeezed(words) for words in _texts(prose(text)))
    rest = iter("".join(clean(text).split()))
    assert all(character in rest for character in kept)  # in order, nothing added
    letters = [c for c in clean(text) if c.isalpha()]
    assert [c for c in kept if c.isalpha()] == letters  # only the marks of lists are taken away


@given(HOSTILE, HOSTILE, HOSTILE)
def test_words_in_headings_labels_and_cells_stay_there(title: str, label: str, cell: str) -> None:
    words = [one_line(title) or "x", one_line(label) or "x", one_line(cell)]
    blocks: tuple[Block, ...] = (
        Heading(3, (words[0],)),
        Paragraph((Strong(words[1]), " ", words[0])),
        Paragraph(("ref", Ref(3), words[2])),
        Table((("a",), ("b",)), (((words[2],), (Ref(1), " ", words[0])), ((words[1],), ("z",)))),
    )
    kinds = ["heading_open", "inline", "heading_close", *["paragraph_open", "inline", "paragraph_close"] * 2]
    for reader in READERS[1:]:
        parsed = reader.parse(render(Document("nl", blocks)))
        assert [t.type for t in parsed[:9]] == kinds
        assert [t.type for t in parsed[9:]].count("tr_open") == 3
        assert [t.type for t in parsed].count("inline") == 9
        inner = {c.type for t in parsed for c in t.children or ()}
        assert inner <= {"text", "strong_open", "strong_close", "softbreak"}, inner
    shown = visible(READERS[2], render(Document("nl", blocks)))
    a, b, c = (_squeezed(w) for w in words)
    assert shown == [a, b + a, f"ref[B3]{c}", "a", "b", c, f"[B1]{a}", b, "z"]


@pytest.mark.parametrize(
    "words",
    [
        "Vandaag 3 * 4 storingen opgelost, ~20 minuten per stuk.",
        "Ik schreef bestand_met_streepjes op in C:\\map en las #5 niet.",
        "Is dit < 20 of > 30? Jansen & Zn. zegt: ja!",
        "Hij zei: 'eerst meten' (dan pas draaien).",
        "-5 graden, +3 graden en 1.5 bar",
        "12 december: klaar.",
    ],
)
def test_ordinary_words_are_not_touched(words: str) -> None:
    assert escape(words) == words


def test_a_fence_is_longer_than_any_in_the_picture() -> None:
    assert fence("a ```` b").startswith("`````text\n")


def test_the_number_signs_that_end_a_heading_stay() -> None:
    assert escape_heading("leer C #") == "leer C \\#"


def test_two_lists_after_each_other_stay_two() -> None:
    one = Bullets(((Paragraph(("a",)),),))
    text = render(Document("nl", (one, one)))
    assert [t.type for t in READERS[0].parse(text)].count("bullet_list_open") == 2


def test_lists_and_paragraphs_of_people_are_kept() -> None:
    text = "Eerst gemeten.\n\n- debiet\n- druk\n  en temperatuur\n\n1. stap een\n2. stap twee\n\nKlaar."
    assert render(Document("nl", prose(text))) == (
        "Eerst gemeten.\n\n- debiet\n- druk\n  en temperatuur\n\n1. stap een\n2. stap twee\n\nKlaar.\n"
    )


def _texts(blocks: tuple[Block, ...]) -> list[str]:
    found: list[str] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            found.append("".join(part for part in block.line if isinstance(part, str)))
        elif isinstance(block, Bullets):
            found += [text for item in block.items for text in _texts(item)]
    return found


def _squeezed(words: str) -> str:
    return "".join(words.split())


LISTS = {
    "bullets": "- een regel over het werk\n",
    "a bullet that goes on": "en nog een regel\n",
    "empty lines in a list": "\n",
    "bullets apart": "- een regel\n\n\n",
    "numbers that do not count": "1. een regel\n\n",
}


@pytest.mark.parametrize("line", LISTS.values(), ids=LISTS)
def test_a_long_list_takes_as_much_longer_as_it_is_longer(line: str) -> None:
    def seconds(times: int) -> float:
        text = "- begin\n" + line * times + "- eind"
        gc.collect()
        gc.disable()  # its turns come with the number of objects that the whole test run holds
        begun = process_time()
        prose(text)
        used = process_time() - begun
        gc.enable()
        return used

    few = 4_000
    assert min(seconds(8 * few) for _turn in range(3)) < 24 * max(min(seconds(few) for _turn in range(3)), 1e-3)
