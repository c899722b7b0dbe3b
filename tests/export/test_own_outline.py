"""Order and headings of one's own, and the lines of "At a glance": in every document and in every format."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from datetime import date

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from portfolio.errors import UsageError
from portfolio.export import pdf
from portfolio.export.document import Columns, Document, Heading
from portfolio.export.markdown import render
from portfolio.export.options import GLANCE, SECTIONS, GlanceLine, Options, Proposed, in_order
from portfolio.export.outline import Contents, contents
from portfolio.export.registry import SORTS, make
from portfolio.export.sections.glance import LEAD
from portfolio.journey.sharing.choice import Choice
from portfolio.journey.sharing.share import share
from portfolio.notebook.export import preview
from portfolio.records.collection import Records
from portfolio.records.kinds import PROFILE_ID
from portfolio.wording import LANGUAGES, Language, Words
from portfolio.wording.outline import GLANCE_LABELS, HEADINGS
from tests.export.making import made, portfolio_of
from tests.export.markdown_reading import readers, tokens
from tests.strategies import TODAY, WHOLE, Drawn, portfolios

EN = Words("en")
SMALL = portfolio_of()
TAKEN = Options(proposed=True)
ALL = Options(section=("setbacks",), proposed=True)
HOSTILE = (
    "# kop",
    "kop #",
    "<script>alert(1)</script>",
    "[a](b) ![c](d)",
    "een\n\n## twee\r\n---\n- drie",
    "1. `x` **y** _z_ & &amp; \\",
    "\x1b[2Jrood\u202e\x00\u2028weg\ufffe",
    '"#strong[x]" #{1 + 1} {=html}',
    "```\ncode",
)
"""Headings that mean something in one format or another."""


def document(options: Options, sort: str = "portfolio", records: Records | None = None, _: Words = EN) -> Document:
    """The tree."""
    return SORTS[sort](share(records or SMALL, Choice(), TODAY), TODAY, _, options)


def headings(found: Document) -> list[str]:
    """The headings of its sections, also of those in columns."""
    blocks = (part.blocks[0] for part in found.parts)
    return ["".join(map(str, b.line)) for b in blocks if isinstance(b, Heading) and b.level == 2]


def choices(options: Options, records: Records | None = None, sort: str = "portfolio") -> Contents:
    """What there is to choose."""
    return contents(sort, share(records or SMALL, Choice(), TODAY), TODAY, EN, options)


def glance(options: Options, records: Records | None = None) -> str:
    """What is at a glance on a page, as Markdown."""
    shared = share(records or SMALL, Choice(), TODAY)
    parts = SORTS["page"](shared, TODAY, EN, options).parts
    blocks = tuple(block for part in parts if part.key == "at_a_glance" for block in part.blocks)
    return render(Document("en", blocks)).strip()


ORDERS = st.lists(st.sampled_from(SECTIONS), max_size=20).map(tuple)


@given(ORDERS)
def test_any_order_has_each_section_once_and_the_named_ones_first(order: tuple[str, ...]) -> None:
    found = in_order(order)
    assert sorted(found) == sorted(SECTIONS)
    named = tuple(dict.fromkeys(order))
    assert found[: len(named)] == named
    assert [key for key in found if key not in named] == [key for key in SECTIONS if key not in named]


@pytest.mark.parametrize("sort", SORTS)
@given(ORDERS)
def test_in_any_order_a_document_has_the_same_parts_below_each_other(sort: str, order: tuple[str, ...]) -> None:
    everything = replace(ALL, proposed=True)
    usual, other = document(everything, sort), document(replace(everything, order=order), sort)
    named = [key for key in dict.fromkeys(order) if key in usual.sections]
    assert list(other.sections)[: len(named)] == named
    assert sorted(other.sections) == sorted(usual.sections)
    assert sorted(other.items) == sorted(usual.items)
    assert sorted(map(repr, usual.parts)) == sorted(map(repr, other.parts))
    assert not (order and any(isinstance(block, Columns) for block in other.blocks))
    assert other.blocks[-1] == usual.blocks[-1], "the last line stays the last"
    assert other.blocks[0] == usual.blocks[0], "the head stays the first"


def test_evidence_that_is_referred_to_before_or_after_its_appendix_keeps_its_number() -> None:
    records = Records.of_all(
        [*SMALL, made("evidence", title="Older", date=date(2025, 1, 5), sort="other", shareable=True)]
    )
    shared = share(records, Choice(), TODAY)
    for order in ((), ("evidence", "stories"), ("activities", "evidence", "where_i_stand")):
        text = make("portfolio", "md", shared, TODAY, EN, Options(order=order)).text
        assert re.search(r"\| \[B1\] \| Older", text)
        assert re.search(r"\| \[B2\] \| Certificaat F-gassen", text)
        assert "| Certificaat F-gassen [B2] | exameninstituut" in text


def test_a_section_that_is_not_in_the_document_is_not_in_it_by_being_ordered_or_named() -> None:
    found = document(Options(order=("setbacks", "needs"), headings={"setbacks": "Mine"}), "page")
    assert found.sections[0] == "needs"
    assert "setbacks" not in found.sections
    assert "Mine" not in headings(found)


@pytest.mark.parametrize("own", ["", "  \n ", "\u200b"])
def test_a_heading_of_which_nothing_can_be_seen_is_the_usual_one(own: str) -> None:
    assert "What I ask of you" in headings(document(Options(headings={"needs": own})))


@pytest.mark.parametrize("sort", SORTS)
@pytest.mark.parametrize("own", HOSTILE)
def test_a_heading_is_plain_words_in_one_line_in_markdown(sort: str, own: str) -> None:
    shared = share(SMALL, Choice(), TODAY)
    usual = make(sort, "md", shared, TODAY, EN, replace(ALL, headings=dict.fromkeys(SECTIONS, "woord"))).text
    text = make(sort, "md", shared, TODAY, EN, replace(ALL, headings=dict.fromkeys(SECTIONS, own))).text
    of_parts = {"WhatIamproudof", "Toagreeontogether"}
    plain = "".join(Options(headings={"needs": own}).heading("needs", EN).split())
    for reader in readers():
        found = list(tokens(reader, text))
        bad = {"html_block", "html_inline", "image", "link_open", "code_inline", "em_open"}
        assert not {t.type for t in found} & bad
        assert [t.tag for t in found if t.nesting == 1] == [t.tag for t in tokens(reader, usual) if t.nesting == 1]
        parsed = reader.parse(text)
        shown = [parsed[n + 1] for n, t in enumerate(parsed) if t.type == "heading_open" and t.tag == "h2"]
        assert {"".join("".join(c.content.split()) for c in t.children or ()) for t in shown} - of_parts == {plain}
    assert not [c for c in text if c != "\n" and (ord(c) < 32 or 0x7F <= ord(c) < 0xA0 or c in "\u202e\u2028")]


@pytest.mark.parametrize("own", HOSTILE)
def test_a_heading_is_plain_words_in_one_line_in_a_page_for_word_and_on_paper(own: str) -> None:
    shared = share(SMALL, Choice(), TODAY)
    options = Options(no_section=tuple(key for key in SECTIONS if key != "needs"), headings={"needs": own})
    plain = options.heading("needs", EN).replace("\ufffe", "\ufffd")
    page = make("portfolio", "html", shared, TODAY, EN, options).data.decode()
    (title,) = re.findall(r"<h2>(.*?)</h2>", page)
    assert not re.search(r"<|&(?!lt;|gt;|amp;|quot;|#x27;)|\n", title)
    word = docx.Document(io.BytesIO(make("portfolio", "docx", shared, TODAY, EN, options).data))
    assert [p.text for p in word.paragraphs if p.style and p.style.name == "Heading 2"] == [plain]
    source = pdf.source(document(options))
    (line,) = (line for line in source.split("\n") if line.startswith("#heading(level: 2"))
    assert re.fullmatch(r'#heading\(level: 2, \[#"(?:[^"\\]|\\["\\])*";\]\)', line)
    assert make("portfolio", "pdf", shared, TODAY, EN, options).data.startswith(b"%PDF")


def test_what_does_not_exist_is_refused_with_what_does() -> None:
    for options in (Options(order=("x",)), Options(headings={"x": "y"})):
        with pytest.raises(UsageError, match="looking_ahead"):
            document(options)
    with pytest.raises(UsageError, match="lead, learned, proud, work_on, need"):
        document(Options(glance={"x": ("y",)}))
    for part, most in GLANCE.items():
        document(Options(glance={part: ("y",) * most}))
        with pytest.raises(UsageError, match=part):
            document(Options(glance={part: ("y",) * (most + 1)}))


def test_what_is_proposed_is_in_no_document_until_it_is_confirmed() -> None:
    assert glance(Options()) == ""
    for sort in SORTS:
        assert "at_a_glance" not in document(Options(), sort).sections
    found = choices(Options())
    assert found.lines == {}
    assert {part: len(lines) for part, lines in found.offered.items()} == {
        "lead": 1, "learned": 3, "proud": 1, "work_on": 1, "need": 1,
    }  # fmt: skip
    taken = choices(TAKEN)
    assert (taken.lines, taken.offered) == (found.offered, {})
    one = choices(Options(glance={"need": (Proposed(found.offered["need"][0].id),)}))
    assert one.lines == {"need": found.offered["need"]}
    assert "need" not in one.offered
    assert choices(Options(no_section=("at_a_glance",))).offered == {}


def test_own_words_stand_at_a_glance_instead_of_what_is_proposed_and_the_rest_stays() -> None:
    before = glance(TAKEN)
    assert "0 → 3" in before
    own = {"learned": ("One", "", "# Two"), "proud": ("<b>Three</b>\n- four",), "lead": ("Vier jaar\n\nverder.",)}
    text = glance(replace(TAKEN, glance=own))
    assert text.startswith("Vier jaar verder.\n\n- One\n- \\# Two\n")
    assert "## What I am proud of\n\n\\<b>Three\\</b> - four" in text
    assert "0 → 3" not in text
    assert glance(replace(TAKEN, glance={"learned": ("One",)})).split("\n")[0] == before.split("\n")[0]


@pytest.mark.parametrize(("part", "words"), [("lead", "Next I want"), ("learned", "0 → 3** "), ("proud", "proud of")])
@pytest.mark.parametrize("lines", [(), ("",), (" \n",)])
def test_a_part_without_words_is_left_out(part: str, words: str, lines: tuple[str, ...]) -> None:
    assert words in glance(TAKEN)
    assert words not in glance(replace(TAKEN, glance={part: lines}))


def test_what_the_writer_puts_first_comes_first_in_its_own_section_or_at_a_glance_without_it() -> None:
    need, goal = (made(kind, **{name: "Later"}, shareable=True) for kind, name in (("need", "text"), ("goal", "title")))
    records = Records.of_all([*SMALL, need, goal])
    chosen = Options(glance={"need": (Proposed(need.id),), "work_on": (Proposed(goal.id),)})
    text = make("page", "md", share(records, Choice(), TODAY), TODAY, EN, chosen).text
    assert "## What I ask of you\n\n- Later (" in text
    assert re.search(r"\|---\|\n\| Later \(under way\)", text)
    typed = Options(glance={"need": ("Tijd",), "work_on": ("Rust",)})
    text = make("page", "md", share(records, Choice(), TODAY), TODAY, EN, typed).text
    assert "## What I ask of you\n\n- Tijd (☐" in text
    assert "## What I want to learn next\n\nRust\n" in text
    without = glance(replace(typed, no_section=("needs", "looking_ahead")))
    assert "- **What I want to work on:** Rust\n- **What I need:** Tijd" in without


def test_without_any_part_the_section_is_not_there() -> None:
    empty: dict[str, tuple[GlanceLine, ...]] = dict.fromkeys(GLANCE, ())
    assert "at_a_glance" not in document(replace(TAKEN, glance=empty)).sections


def test_what_is_proposed_is_told_whole_and_the_first_of_it_stands_there() -> None:
    more = [
        made("need", text="Tijd", date=date(2025, 6, 2), shareable=True),
        *(made("milestone", text=f"Mijlpaal {n}", date=date(2025, 3, n), shareable=True) for n in range(1, 5)),
        made("need", text="zq1z"),
    ]
    found = choices(TAKEN, Records.of_all([*SMALL, *more]))
    assert [each.words for each in found.proposed["need"]] == ["Cursus propaan", "Tijd"]
    assert [each.words for each in found.proposed["learned"]][:3] == [
        "0 → 3: Zonder bellen (storingen)",
        "earned: Certificaat F-gassen",
        "1 → 2: Storingzoeken",
    ]
    assert found.lines["need"] == found.proposed["need"][:1]
    assert found.lines["learned"] == found.proposed["learned"][:3]
    assert len(found.proposed["learned"]) == 8
    assert [each.words for each in found.proposed["work_on"]] == ["Bonnen sneller", "Storingen zelf oplossen"]


def test_what_was_chosen_of_a_record_stays_behind_with_it() -> None:
    stone = made("milestone", text="Alleen gereden", date=date(2025, 6, 2), shareable=True)
    records = Records.of_all([*SMALL, stone])
    options = Options(glance={"proud": (Proposed(stone.id),)}, no_section=("where_i_stand",))
    assert "proud of\n\nAlleen gereden" in glance(options, records)
    assert stone.id in document(options, records=records).items
    without = preview(records, Choice(without_ids=frozenset({stone.id})), TODAY, EN, options=options).text
    assert "Alleen gereden" not in without
    assert "proud of" not in without, "nothing else takes its place unasked"
    assert "Alleen" not in glance(replace(options, no_section=("journey",)), records)


def test_own_words_are_of_no_record() -> None:
    text = dict.fromkeys(GLANCE, ("mine",))
    only = Options(no_section=tuple(key for key in SECTIONS if key != "at_a_glance"), glance=text)
    assert document(only).items == (PROFILE_ID,), "the front page names whose it is"


def test_what_is_chosen_in_one_part_is_not_proposed_in_another() -> None:
    stone = made("milestone", text="Alleen gereden", shareable=True)
    records = Records.of_all([stone])
    assert choices(TAKEN, records).lines.keys() == {"learned"}
    found = choices(replace(TAKEN, glance={"proud": (Proposed(stone.id),)}), records)
    assert found.lines.keys() == {"proud"}


@WHOLE
@given(portfolios(), st.sampled_from(tuple(SORTS)))
def test_a_section_is_filled_exactly_when_a_document_with_it_has_it(drawn: Drawn, sort: str) -> None:
    shared = share(drawn.all(), drawn.choice, TODAY)
    found = contents(sort, shared, TODAY, EN, Options(no_section=("goals",)))
    for key in SECTIONS:
        gone = () if key == "goals" else ("goals",)
        tried = SORTS[sort](shared, TODAY, EN, Options(section=(key,), no_section=gone))
        assert (key in tried.sections) == (key in found.filled)


@WHOLE
@given(portfolios())
def test_nothing_is_proposed_of_what_stays(drawn: Drawn) -> None:
    shared = share(drawn.all(), drawn.choice, TODAY)
    found = contents("portfolio", shared, TODAY, EN)
    leaving = {record.id for record in shared.records}
    assert {each.id for lines in found.proposed.values() for each in lines} <= {*leaving, LEAD}


@WHOLE
@given(portfolios())
def test_a_line_of_a_record_that_stays_leaves_no_trace(drawn: Drawn) -> None:
    shared = share(drawn.all(), drawn.choice, TODAY)
    leaving = {record.id for record in shared.records}
    usual = make("portfolio", "md", shared, TODAY, EN).data
    for stays in [record.id for record in drawn.records if record.id not in leaving][:3]:
        options = Options(glance=dict.fromkeys(GLANCE, (Proposed(stays),)))
        assert make("portfolio", "md", shared, TODAY, EN, options).data == usual


@pytest.mark.parametrize("language", LANGUAGES)
def test_names_and_numbers_in_words_for_this_document_are_looked_at_and_can_be_changed(language: Language) -> None:
    noor = made("person", name="Noor de Wit", role="manager")
    records = Records.of_all([*SMALL, noor])
    options = Options(
        headings={"needs": "Gevraagd aan Noor", "setbacks": "Bel 06-12345678"},
        glance={"proud": ("Mail\nnoor@example.org",), "need": (Proposed("x"),)},
    )
    found = preview(records, Choice(), TODAY, Words(language), options=options)
    assert {(leak.id, leak.sort, leak.words) for leak in found.leaks} == {
        ("", "name", "Noor"),
        ("", "mail", "noor@example.org"),
    }, "the heading of a section that is not there does not leave"
    changes = {"Noor": "mijn manager", "noor@example.org": "…"}
    after = preview(records, Choice(), TODAY, Words(language), options=options, changes=changes)
    assert after.leaks == ()
    assert "## Gevraagd aan mijn manager" in after.text
    assert "Mail …" in after.text


def test_every_part_has_a_label_and_every_section_a_heading() -> None:
    assert tuple(GLANCE) == tuple(GLANCE_LABELS)
    assert tuple(HEADINGS) == SECTIONS
