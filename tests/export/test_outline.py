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
from portfolio.export.options import LEAD_WORDS, Options
from portfolio.export.outline import portfolio
from portfolio.export.registry import FORMATS, SORTS, make
from portfolio.export.section_context import in_short
from portfolio.journey.sharing.choice import Choice
from portfolio.journey.sharing.share import share
from portfolio.notebook.export import preview
from portfolio.records.collection import Records
from portfolio.records.record import Record
from portfolio.wording import LANGUAGES, Language, Words
from portfolio.wording.names import choice_label
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


def test_a_portfolio_is_its_first_page_and_then_what_shows_that_it_is_true() -> None:
    text = told(portfolio_of(), Options(section=("setbacks",)))
    page = headings(told(portfolio_of(), sort="page"))
    assert headings(text)[: len(page)] == page
    assert headings(text)[len(page) :] == [
        heading(key, EN)
        for key in ("goals", "stories", "setbacks", "shared_knowledge", "strengths", "evidence", "activities")
    ]
    assert headings(text, 1) == ["Samir Bouali"]


def test_a_page_has_its_few_sections_and_no_reference_to_a_list_of_evidence() -> None:
    text = told(portfolio_of(), sort="page")
    assert headings(text) == [
        "Where I stand",
        "My learning journey",
        "How others see it",
        "What I ask of you",
        "Agreements",
        "What I want to learn next",
    ]
    assert "[B" not in text
    assert "```" not in text


def test_what_is_asked_has_room_for_an_answer_and_points_follow_without_a_heading_of_their_own() -> None:
    text = told(portfolio_of(), sort="page").split("## What I ask of you")[1].split("\n## ")[0]
    assert "Cursus propaan (☐ yes ☐ no from: ……)" in text
    assert "Wie rijdt er? (decision: ……)" in text
    alone = told(portfolio_of(), Options(no_section=("needs",)), sort="page")
    assert "Wie rijdt er? (decision: ……)" in alone.split("## Points to discuss")[1]


def test_nothing_that_the_writer_did_not_confirm_is_said_at_a_glance() -> None:
    for sort in SORTS:
        text = told(portfolio_of(), sort=sort)
        assert "proud" not in text
        assert "0 → 3" not in text
    options = Options(proposed=True)
    text = told(portfolio_of(), options, sort="page")
    assert "**0 → 3** Zonder bellen (storingen) (target: 5 · measured on 17 Oct)" in text
    assert "**earned** Certificaat F-gassen (valid until 22 Apr 2032)" in text
    assert "## What I am proud of\n\nGeen warm water" in text
    assert "Next I want to learn: Bonnen sneller." in text.split("## ")[0]


def test_a_short_statement_before_a_colon_is_set_large_in_a_result_of_ones_own() -> None:
    options = Options(glance={"learned": ("4 keer: zelf opgelost", "Nooit meer te laat", "Een lange aanloop: x")})
    text = told(portfolio_of(), options, sort="page")
    assert "- **4 keer** zelf opgelost\n" in text
    assert "Nooit meer te laat\n" in text
    assert "Een lange aanloop: x\n" in text
    assert "****" not in text


def test_one_strength_and_one_suggestion_are_on_the_first_page_and_the_rest_is_behind_it() -> None:
    said = [
        made("feedback", what=f"Woord {n}.", sort=sort, permission="yes", date=date(2025, 6, n), shareable=True)
        for n, sort in enumerate(("tip", "tip", "top", "top"), 1)
    ]
    acted = made("feedback", what="Meet eerst.", sort="tip", if_then="Meten.", permission="yes", shareable=True)
    first, _colon, rest = told(Records.of_all([*said, acted])).partition("## More feedback")
    assert re.findall("“(.*?)”", first) == ["Woord 4.", "Meet eerst."]
    assert "What I do with it: Meten." in first
    assert re.findall("“(.*?)”", rest) == ["Woord 1.", "Woord 2.", "Woord 3."]


def test_what_became_of_agreements_is_counted_once_any_was_kept() -> None:
    kept = made("agreement", text="Meelopen", owner="manager", state="done", shareable=True)
    assert "## Agreements\n" in told(portfolio_of())
    text = told(Records.of_all([*portfolio_of(), kept])).split("## Agreements: 1 kept, 1 open\n")[1]
    assert re.match(r"\s*- Meelopen \(manager · done\)\n- Een betere meetset \(manager · by 1 Feb 2026\)\n", text)


def test_a_plan_looks_ahead_and_leaves_out_what_is_over() -> None:
    over = made("goal", title="Behaald doel", state="achieved", achieved_on=date(2025, 6, 1), shareable=True)
    text = told(Records.of_all([*portfolio_of(), over]), sort="pdp")
    assert "Personal development plan · 15 Dec 2025 – 1 Mar 2026" in text
    known = [heading(key, EN, "pdp") for key in ("agreements", "strengths", "where_i_stand", "goals", "looking_ahead")]
    assert headings(text) == [*known, "What I ask of you", "To agree on together"]
    assert "Manager, seen: date and signature" in text
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
    assert headings(text) == ["Skills and their evidence", "Certificates", "Pieces of evidence"]
    assert "| Storingzoeken: 2 With help | [B1] |" in text
    assert "my own work" in text
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
    noun = {"pdp": "plan", "evc": "list", "hours": "overview"}.get(sort, "portfolio")
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
    skill, hidden = made("skill", title="Meten", shareable=True), made("goal", title="zq1z")
    links = tuple(goal.id for goal in (hidden, *goals))
    records = [
        note("woord een", goals=links),
        note("woord twee", skills=(skill.id,)),
        note("woord drie", goals=links, discuss=True),
        note("woord vier", template="success", title="Titel", goals=links, discuss=True),
        note("woord vijf", template="shared_knowledge", goals=links),
    ]
    all_of = Records.of_all([hidden, skill, *goals, *records])
    text = told(all_of, Options(no_section=("at_a_glance", "journey")))
    parts = dict(zip(headings(text), re.split(r"^## .+$", text, flags=re.MULTILINE)[1:], strict=True))
    for words in ("een", "twee", "drie", "vier", "vijf"):
        assert text.count(f"woord {words}") == 1
    first, second = parts["My learning goals"].split("### Doel 2")
    assert "woord een" in first
    assert "woord een" not in second
    assert "woord twee" in parts["Learning activities"]
    assert "woord drie" in parts["Points to discuss"]
    assert "woord vier" in parts["Results and success stories"]
    assert "Titel (decision" in parts["Points to discuss"]


def test_of_many_activities_ten_are_there_and_the_chosen_ones_first() -> None:
    loose = note("woord los")
    assert "woord los" in told(Records.of_all([loose]))
    skill = made("skill", title="Meten", shareable=True)
    many = [note(f"woord {n}", skills=(skill.id,)) for n in range(10, 22)]
    text = told(Records.of_all([loose, skill, *many]))
    assert "woord los" not in text
    assert text.count("woord ") == 10
    assert "woord los" in told(Records.of_all([loose, skill, *many]), with_ids=frozenset({loose.id}))


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
    assert "Vijf storingen zonder bellen." in text.split("## What I want to learn next")[1].split("\n## ")[0]
    for words in (
        "**Why:** Nu bel ik bij bijna elke storing.",
        "under way, started on 13 Jan 2025, review date 1 Mar 2026",
        "29 Apr 2025 · Meelopen: Eerst meten.",
        "Zonder bellen: at the start 0; 3 (17 Oct 2025); target 5 storingen",
        "**Next step:** Een vijfde storing",
    ):
        assert words in goal


def test_the_conversation_it_is_for_stands_at_the_top() -> None:
    records = portfolio_of()
    conversation = records.of_kind("conversation")[0]
    top = told(records, conversation=conversation.id).split("\n## ")[0]
    assert "Development portfolio · Development review with my serviceleider · 10 Dec 2025 · " in top
    assert "review" not in told(records).split("\n## ")[0]


def test_a_lead_of_more_than_45_words_is_refused() -> None:
    told(portfolio_of(), Options(glance={"lead": ("woord " * 45,)}))
    with pytest.raises(UsageError, match="at most"):
        told(portfolio_of(), Options(glance={"lead": ("woord " * 46,)}))


def test_the_proposed_lead_of_long_titles_is_short_enough() -> None:
    long = "woord " * 60
    goal = made("goal", title=long, state="idea", shareable=True)
    measure = made("measure", goal=goal.id, name=long, start=0, target=5, shareable=True)
    reading = made("reading", measure=measure.id, value=3, shareable=True)
    paper = made("evidence", title=long, sort="certificate", shareable=True)
    records = Records.of_all([goal, measure, reading, paper])
    text = told(records, Options(proposed=True), sort="page")
    (lead,) = [line for line in text.split("\n") if "Next I want to learn" in line]
    assert 30 < len(lead.split()) <= LEAD_WORDS + 5


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


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("sort", SORTS)
def test_a_small_portfolio_reads_as_it_did(language: Language, sort: str) -> None:
    shared = share(portfolio_of(), Choice(), TODAY)
    text = make(sort, "md", shared, TODAY, Words(language), Options(proposed=True)).data.decode()
    assert text == (GOLDEN / f"{sort}.{language}.md").read_text(encoding="utf-8")


def test_a_column_of_a_table_in_which_nothing_stands_is_left_out() -> None:
    table = Table((("A",), ("B",), ("C",)), ((("1",), ("",), ("",)), (("2",), (), ("3",))))
    assert without_empty_columns(table) == Table((("A",), ("C",)), ((("1",), ("",)), (("2",), ("3",))))


@pytest.mark.parametrize(("skills", "more"), [(6, 0), (7, 1), (14, 8)])
def test_skills_that_the_first_page_has_no_room_for_are_counted_and_follow_in_a_portfolio(
    skills: int, more: int
) -> None:
    records = []
    for n in range(skills):
        skill = made("skill", title=f"Skill {n}x", shareable=True, date=date(2025, 1, 13))
        records += [skill, made("rating", skill=skill.id, level=2, date=date(2025, 2, 1), shareable=True)]
    page, whole = (told(Records.of_all(records), sort=sort) for sort in ("page", "portfolio"))
    said = f"{more} more skill{'s are' if more > 1 else ' is'}"
    assert (f"{said} not listed here." in page) is bool(more)
    assert (f"{said} on the next pages." in whole) is bool(more)
    first, _title, rest = whole.partition("## My other skills")
    assert len(re.findall(r"^\| Skill \d+x", first, re.MULTILINE)) == skills - more
    assert len(re.findall(r"^\| Skill \d+x", rest, re.MULTILINE)) == more


@pytest.mark.parametrize(("level", "said"), [(3, "Serviceleider: also 3, 10 Dec 2025"), (2, "Serviceleider: 2 ")])
def test_a_level_that_someone_else_gave_is_dated_and_called_the_same_when_it_is(level: int, said: str) -> None:
    manager = made("person", name="Erik", role="serviceleider")
    skill = made("skill", title="Storingzoeken", shareable=True, date=date(2025, 1, 13))
    own = made("rating", skill=skill.id, level=3, date=date(2025, 10, 17), shareable=True)
    other = made("rating", skill=skill.id, level=level, date=date(2025, 12, 10), rater=manager.id, shareable=True)
    assert f"3 Independent. {said}" in told(Records.of_all([manager, skill, own, other]))


def test_the_usual_period_begins_with_the_first_of_what_is_in_it_and_not_before_it() -> None:
    skill = made("skill", title="Meten", shareable=True)
    first = note("woord een", date=date(2025, 3, 5), skills=(skill.id,))
    later = made("milestone", text="Later", date=date(2025, 9, 4), shareable=True)
    records = Records.of_all([skill, first, later, note("woord nul", date=date(2025, 1, 2)).but(shareable=False)])
    assert "\n5 Mar – 15 Dec 2025\n" in told(records)
    assert "\n4 Sep – 15 Dec 2025\n" in told(records, Options(no_section=("activities",)))
    assert "\n2 Feb – 15 Dec 2025\n" in told(records, since=date(2025, 2, 2)), "a chosen one stays"
    assert "\n16 Dec 2024 – 15 Dec 2025\n" in told(Records.of_all([]))
    running = made("goal", title="Al langer", start=date(2024, 2, 1), shareable=True)
    assert "\n16 Dec 2024 – 15 Dec 2025\n" in told(Records.of_all([running, later]))


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2025, 12, 14), "expired on 14 Dec 2025"),
        (date(2025, 12, 15), "15 Dec 2025"),
        (date(2025, 11, 1), "expired on 1 Nov 2025"),
    ],
)
def test_a_certificate_that_is_valid_no_more_is_called_expired(day: date, said: str) -> None:
    proof = made("evidence", title="VCA", sort="certificate", issuer="SSVV", valid_until=day, shareable=True)
    assert f"| SSVV | 1 Jun 2025 | {said} |" in told(Records.of_all([proof]))
    assert "expired" not in told(Records.of_all([proof]), until=date(2025, 10, 1))


def test_a_need_that_was_promised_is_not_asked_again() -> None:
    answers = {"Cursus": "Toegezegd op 12 feb 2025", "Meter": "Nee, geen budget", "Tijd": ""}
    needs = [made("need", text=text, answer=answer, shareable=True) for text, answer in answers.items()]
    records = Records.of_all(needs)
    text = told(records)
    assert text.index("- Meter (refused) (☐ yes") < text.index("- Tijd (☐ yes")
    assert "Cursus" not in text
    assert "Cursus" not in told(records, Options(proposed=True, no_section=("needs",)))
    assert "- Cursus (☐ yes" in told(Records.of_all([needs[0].but(date=date(2025, 1, 1))]), until=date(2025, 2, 1))


@pytest.mark.parametrize("sort", ["portfolio", "page", "pdp"])
def test_an_agreement_tells_where_it_was_made_and_that_its_day_is_past(sort: str) -> None:
    review = made("conversation", sort="performance", date=date(2025, 2, 12), shareable=True)
    agreed = made("agreement", text="Meten", owner="me", due=date(2025, 11, 1), conversation=review.id, shareable=True)
    text = told(Records.of_all([review, agreed]), sort=sort)
    where = f"agreed in the {choice_label('sort', 'performance', EN, kind='conversation')} of 12 Feb 2025"
    where = f" · {where}" if sort == "pdp" else ""
    assert f"- Meten (me · by 1 Nov 2025 (past){where})" in text
    private = told(Records.of_all([review.but(shareable=False), agreed]), sort=sort)
    assert "- Meten (me · by 1 Nov 2025 (past))" in private
    assert "(past)" not in told(Records.of_all([review, agreed]), sort=sort, until=date(2025, 11, 1))
    assert "(past)" not in told(Records.of_all([agreed.but(state="done")]), sort=sort)


def test_the_context_of_evidence_and_a_chosen_place_are_in_its_list() -> None:
    proof = made("evidence", title="Bon", context="piket", location="map Bonnen", shareable=True)
    records = Records.of_all([proof])
    assert "| Bon, piket, 1 Jun 2025 |" in told(records)
    assert "map Bonnen" not in told(records)
    assert "map Bonnen" in told(records, where={proof.id})
    assert "Bonnen" not in told(Records.of_all([proof.but(location="/home/Bonnen/x.pdf")]), where={proof.id})


def test_who_can_be_named_is_named_with_the_role_and_who_cannot_by_the_role_alone() -> None:
    ruud = made("person", name="Ruud", role="ervaren monteur", may_be_named="yes")
    petra = made("person", name="Petra", role="planner")
    bare = made("person", name="Karim", may_be_named="yes")
    said = [
        made("feedback", what=f"Goed {n}", from_=who.id, permission="yes", shareable=True)
        for n, who in enumerate((ruud, petra, bare))
    ]
    proof = made("evidence", title="Bon", confirmed_by=ruud.id, confirmed_on=date(2025, 7, 1), shareable=True)
    records = Records.of_all([ruud, petra, bare, *said, proof])
    text = told(records)
    for giver in ("Ruud, ervaren monteur", "planner", "Karim"):
        assert f"” {giver} · 1 Jun 2025" in text
    assert "| Ruud, ervaren monteur, 1 Jul 2025 |" in text
    assert "Ruud" not in told(records, names="roles")


def test_a_story_begins_with_its_result() -> None:
    story = made("reflection", template="starr", title="T", answers={"s": "Koud.", "r1": "Warm."}, shareable=True)
    text = told(Records.of_all([story])).split("### T")[1]
    assert text.index("Warm.") < text.index("Koud.")


def test_a_text_in_short_keeps_whole_sentences() -> None:
    assert in_short("Eerst meten. Dan draaien. En dan klaar.", 4) == "Eerst meten. Dan draaien."
    assert in_short("Eerst meten. Dan draaien.", 40) == "Eerst meten. Dan draaien."
    assert in_short("een twee drie vier vijf", 3) == "een twee drie …"
    assert in_short("", 3) == ""


def test_the_section_is_called_by_what_is_in_it() -> None:
    lesson = note("Eerst meten", form="doing")
    paper = made("evidence", title="Diploma", sort="certificate", issuer="School", shareable=True)
    for records, called in (
        ([lesson], "Learning activities"),
        ([paper], "Certificates"),
        ([lesson, paper], "Certificates and learning activities"),
    ):
        assert called in headings(told(Records.of_all(records)))


def test_of_many_agreements_the_open_ones_stay() -> None:
    kept = [made("agreement", text=f"Kept {n}", state="done", shareable=True) for n in range(9)]
    due = made("agreement", text="Still open", state="open", shareable=True)
    text = told(Records.of_all([*kept, due]))
    assert "Agreements: 9 kept, 1 open" in text
    assert "Still open" in text
