"""The documents: their sections, their order, and that each record stands in one place."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from portfolio.errors import UsageError
from portfolio.export.document import Table, without_empty_columns
from portfolio.export.markdown import render
from portfolio.export.options import IN_A_LIST, IN_A_PLAN, ON_A_PAGE, SECTIONS, Options
from portfolio.export.outline import portfolio
from portfolio.export.registry import FORMATS, SORTS, make
from portfolio.journey.sharing.choice import Choice
from portfolio.journey.sharing.share import share
from portfolio.notebook.export import preview
from portfolio.records.collection import Records
from portfolio.records.record import Record
from portfolio.wording import LANGUAGES, Language, Words
from portfolio.wording.outline import closing_line, heading
from tests.export.making import made, portfolio_of
from tests.export.markdown_reading import readers, tokens
from tests.strategies import TODAY, WHOLE, Drawn, portfolios

EN = Words("en")
GOLDEN = Path(__file__).parent / "golden"
HOSTILE = (
    "# kop\n\n---\n\n```\nx\n```\n\n| a | b |\n|---|---|\n\n<!-- y -->\n\n[l]: /u\n\n> [l] ![z](/z) <b>\x1b[2J**{}**"
)


def told(records: Records, options: Options | None = None, sort: str = "portfolio", **choice: Any) -> str:
    """The text of a document."""
    return render(SORTS[sort](share(records, Choice(**choice), TODAY), TODAY, EN, options or Options()))


def headings(text: str, level: int = 2) -> list[str]:
    """The headings of one level."""
    return re.findall(rf"^{'#' * level} (.+)$", text, re.MULTILINE)


def test_the_sections_stand_in_the_order_of_the_portfolio() -> None:
    text = told(portfolio_of(), Options(section=("setbacks",)))
    assert headings(text) == [heading(key, EN) for key in SECTIONS]
    assert headings(text, 1) == ["Development portfolio of Samir Bouali"]


def test_a_page_has_its_few_sections_and_no_reference_to_an_appendix() -> None:
    text = told(portfolio_of(), sort="page")
    assert headings(text) == [heading(key, EN) for key in SECTIONS if key in ON_A_PAGE]
    assert "[B" not in text
    assert "```" not in text


def test_a_plan_looks_ahead_and_leaves_out_what_is_over() -> None:
    over = made("goal", title="Behaald doel", state="achieved", achieved_on=date(2025, 6, 1), shareable=True)
    text = told(Records.of_all([*portfolio_of(), over]), sort="pdp")
    assert headings(text, 1) == ["Personal development plan of Samir Bouali"]
    assert headings(text) == [heading(key, EN) for key in SECTIONS if key in IN_A_PLAN]
    assert "Storingen zelf oplossen" in text
    assert "Behaald doel" not in text
    assert "[B" not in text


def test_a_list_of_evidence_says_where_it_is_never_as_a_path_and_that_it_certifies_nothing() -> None:
    proofs = [
        made("evidence", title=f"Proof {n}", location=where, shareable=True)
        for n, where in enumerate(("folder Cards", "https://example.org/x", "C:\\Users\\samir\\x.pdf", "/home/samir/x"))
    ]
    records = Records.of_all([*portfolio_of(), *proofs])
    text = preview(records, Choice(), TODAY, EN, sort="evc").text
    assert headings(text) == [heading(key, EN, "evc") for key in SECTIONS if key in IN_A_LIST]
    assert "folder Cards" in text
    assert "example" in text
    assert "samir/" not in text
    assert "Users" not in text
    assert "This list is not an official certificate." in text
    assert "folder Cards" not in preview(records, Choice(), TODAY, EN).text


@pytest.mark.parametrize("sort", SORTS)
def test_the_last_line_says_whose_it_is(sort: str) -> None:
    for records in (portfolio_of(), Records.of_all([])):
        assert told(records, sort=sort).endswith(f"\n\n{closing_line(EN, sort)}\n")
    noun = {"pdp": "plan", "evc": "list"}.get(sort, "portfolio")
    assert closing_line(EN, sort).startswith(f"This {noun} is ")


def test_an_empty_portfolio_has_no_empty_sections() -> None:
    assert headings(told(Records.of_all([]))) == []


def test_setbacks_are_there_only_when_asked_for_and_only_as_a_lesson() -> None:
    assert "Eerst een foto" not in told(portfolio_of())
    text = told(portfolio_of(), Options(section=("setbacks",)))
    assert "Eerst een foto" in text
    assert "Verkeerd besteld" not in text


def test_a_section_that_is_left_out_comes_back_nowhere() -> None:
    text = told(portfolio_of(), Options(no_section=("stories", "needs", "evidence")))
    assert "Geen warm water" not in text
    assert "Cursus propaan" not in text
    assert "[B" not in text


def test_an_unknown_section_is_refused_with_the_possible_ones() -> None:
    for options in (Options(section=("setback",)), Options(no_section=("x",))):
        with pytest.raises(UsageError, match="looking_ahead"):
            told(portfolio_of(), options)


def test_an_unknown_document_or_format_is_refused_with_the_possible_ones() -> None:
    shared = share(portfolio_of(), Choice(), TODAY)
    with pytest.raises(UsageError, match="portfolio, page"):
        make("cv", "md", shared, TODAY, EN)
    with pytest.raises(UsageError, match=", ".join(FORMATS)):
        make("page", "odt", shared, TODAY, EN)


def note(text: str, **values: Any) -> Record:
    """A note that may leave."""
    return made("reflection", **{"template": "note", "answers": {"text": text}, "shareable": True, **values})


def test_each_reflection_stands_in_one_place() -> None:
    goals = [made("goal", title=f"Doel {n}", shareable=True) for n in (1, 2)]
    hidden = made("goal", title="zq1z")
    links = tuple(goal.id for goal in (hidden, *goals))
    records = [
        note("woord een", goals=links),
        note("woord twee"),
        note("woord drie", goals=links, discuss=True),
        note("woord vier", template="success", goals=links, discuss=True),
        note("woord vijf", template="shared_knowledge", goals=links),
    ]
    text = told(Records.of_all([hidden, *goals, *records]), Options(no_section=("at_a_glance", "journey")))
    parts = dict(zip(headings(text), re.split(r"^## .+$", text, flags=re.MULTILINE)[1:], strict=True))
    for words in ("een", "twee", "drie", "vier", "vijf"):
        assert text.count(f"woord {words}") == 1
    first, second = parts["My learning goals"].split("### Doel 2")
    assert "woord een" in first
    assert "woord een" not in second
    assert "woord twee" in parts["Appendix: learning activities and certificates"]
    assert "woord drie" in parts["Points to discuss"]
    assert "woord vier" in parts["Results and success stories"]
    assert "Success (1 Jun 2025)" in parts["Points to discuss"]


@WHOLE
@given(portfolios())
def test_what_a_document_says_is_in_it_left_and_its_words_are_there(drawn: Drawn) -> None:
    shared = share(drawn.all(), drawn.choice, TODAY)
    document = portfolio(shared, TODAY, EN, Options(section=("setbacks",)))
    leaving = {record.id for record in shared.records}
    assert set(document.items) <= leaving
    spoken = {identity for identity, _name in drawn.tokens.of(render(document))}
    persons = {record.id for record in shared.records.of_kind("person")}
    assert spoken <= set(document.items) | persons


@WHOLE
@given(portfolios())
def test_answers_and_what_was_said_stand_there_once(drawn: Drawn) -> None:
    text = render(
        portfolio(share(drawn.all(), drawn.choice, TODAY), TODAY, EN, Options(no_section=("at_a_glance", "journey")))
    )
    for token, (_identity, name) in drawn.tokens.home.items():
        if name in ("what", "why", "result", "shows", "support", "strengths") or name.startswith("answers."):
            assert text.count(token) <= 1


def test_a_goal_tells_what_why_how_it_stands_what_was_done_and_what_comes_next() -> None:
    text = told(portfolio_of())
    goal = text.split("### Storingen zelf oplossen")[1].split("\n## ")[0]
    for words in (
        "**Why:** Nu bel ik bij bijna elke storing.",
        "**How I will know:** Vijf storingen zonder bellen.",
        "active, started on 13 Jan 2025, review date 1 Mar 2026",
        "29 Apr 2025 · Meelopen: Eerst meten.",
        "Zonder bellen: at the start 0; 3 (17 Oct 2025); target 5 storingen",
        "**Next step:** Een vijfde storing",
    ):
        assert words in goal


def test_the_conversation_it_is_for_stands_at_the_top() -> None:
    records = portfolio_of()
    conversation = records.of_kind("conversation")[0]
    assert "**Conversation:** development review, 10 Dec 2025, with my serviceleider" in told(
        records, conversation=conversation.id
    )
    assert "**Conversation:**" not in told(records)


def test_at_a_glance_is_at_most_120_words() -> None:
    long = "woord " * 60
    skills = [made("skill", title=long, shareable=True) for _n in range(4)]
    ratings = [
        made("rating", skill=skill.id, level=level, date=date(2025, month, 1), shareable=True)
        for skill in skills
        for level, month in ((1, 2), (3, 9))
    ]
    others = [made("need", text=long, shareable=True), made("goal", title=long, state="idea", shareable=True)]
    success = note(long, template="success", title=long)
    text = told(Records.of_all([*skills, *ratings, *others, success]))
    glance = text.split("## At a glance")[1].split("\n## ")[0]
    assert len(glance.split()) <= 120


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("sort", SORTS)
def test_hostile_words_do_not_change_the_structure(language: Language, sort: str) -> None:
    harmless, hostile = (_portfolio_with(words) for words in ("woord", HOSTILE))
    for reader in readers():
        shapes = []
        for records in (harmless, hostile):
            shared = share(records, Choice(), TODAY)
            text = make(sort, "md", shared, TODAY, Words(language), Options(section=("setbacks",))).data.decode()
            assert "\x1b" not in text
            found = list(tokens(reader, text))
            assert not {t.type for t in found} & {
                "html_block",
                "html_inline",
                "image",
                "link_open",
                "code_inline",
                "em_open",
            }
            shapes.append([t.tag for t in found if t.tag in ("h1", "h2", "h3", "table", "code")])
        assert shapes[0] == shapes[1]


def _portfolio_with(words: str) -> Records:
    """Every text of the small portfolio replaced by these words."""
    changed = []
    for record in portfolio_of():
        values: dict[str, Any] = {}
        for name, spec in record.fields.items():
            attribute = f"{name}_" if name in ("from", "with") else name
            value = getattr(record, attribute)
            if spec.sort == "text" and value:
                values[attribute] = words
            elif spec.sort == "keyed" and value:
                values[attribute] = dict.fromkeys(value, words)
        changed.append(record.but(**values))
    return Records.of_all(changed)


def test_pictures_are_at_most_72_columns_wide() -> None:
    text = told(portfolio_of(), Options(pictures=True))
    fenced = re.findall(r"^```text\n(.*?)\n```$", text, re.MULTILINE | re.DOTALL)
    assert len(fenced) == 2
    assert all(len(line) <= 72 for block in fenced for line in block.split("\n"))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("sort", SORTS)
def test_a_small_portfolio_reads_as_it_did(language: Language, sort: str) -> None:
    shared = share(portfolio_of(), Choice(), TODAY)
    text = make(sort, "md", shared, TODAY, Words(language), Options(no_section=("journey",))).data.decode()
    assert text == (GOLDEN / f"{sort}.{language}.md").read_text(encoding="utf-8")


def test_a_column_of_a_table_in_which_nothing_stands_is_left_out() -> None:
    table = Table((("A",), ("B",), ("C",)), ((("1",), ("",), ("",)), (("2",), (), ("3",))))
    assert without_empty_columns(table) == Table((("A",), ("C",)), ((("1",), ("",)), (("2",), ("3",))))


def test_a_milestone_stands_in_the_list_with_all_its_words() -> None:
    words = "First shift.\nAlone, and without a call"
    stone = made("milestone", date=date(2025, 5, 4), text=words, shareable=True)
    assert "Milestone: First shift. Alone, and without a call" in told(Records.of_all([stone]))


@pytest.mark.parametrize(("skills", "said"), [(12, ""), (13, "1 more skill is"), (15, "3 more skills are")])
def test_skills_that_the_table_has_no_room_for_are_counted(skills: int, said: str) -> None:
    records = []
    for n in range(skills):
        skill = made("skill", title=f"Skill {n}", shareable=True, date=date(2025, 1, 13))
        records += [skill, made("rating", skill=skill.id, level=2, date=date(2025, 2, 1), shareable=True)]
    for sort in ("portfolio", "page"):
        text = told(Records.of_all(records), sort=sort)
        assert f"{said} not listed here." in text if said else "not listed here" not in text
