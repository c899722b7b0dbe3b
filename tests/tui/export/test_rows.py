"""What a request makes of a portfolio, and the lines about it above and in the list. No screen."""

from __future__ import annotations

from datetime import date

import pytest

from portfolio.export.profile import shipped
from portfolio.journey.facts.chosen_period import ChosenPeriod
from portfolio.journey.facts.period import Period
from portfolio.journey.sharing.choice import Choice
from portfolio.journey.sharing.held import NO_PERMISSION, NOT_ITS_GOAL, OTHER_PERIOD
from portfolio.journey.sharing.share import Shared, share
from portfolio.notebook.export_request import (
    LEFT_OUT,
    NO_PLACE,
    NOT_CAREFUL,
    ExportDraft,
    ExportRequest,
    chapters,
    coming,
    prepare,
    proposed_period,
)
from portfolio.records.collection import Records
from portfolio.records.record import Record
from portfolio.tui.export import choices, head
from portfolio.tui.export.choose_rows import WRITE, choosing_row, choosing_rows
from portfolio.tui.export.rows import listed, row_of
from portfolio.tui.services.state import AppState
from portfolio.tui.text.spans import Line, width_of
from portfolio.tui.widgets.rows import Row
from portfolio.wording import Words
from tests.builders import (
    TODAY,
    a_conversation,
    a_feedback,
    a_goal,
    a_milestone,
    a_need,
    a_person,
    a_profile,
    a_rating,
    a_reflection,
    a_skill,
    a_step,
    an_evidence,
    having,
)

ENGLISH, DUTCH = Words("en"), Words("nl")
GOAL = a_goal("Solve faults", shareable=True)
STEP = a_step(GOAL, "Read the manual", on="2025-02-01", shareable=True)
OLD = a_reflection("2021-03-01", "success", "Long ago", shareable=True)
ASKED = a_feedback("2025-05-01", "Well explained", permission="not_asked", shareable=True)
STONE = a_milestone("First shift alone", shareable=True)
SECRET = a_reflection("2020-01-01", "note", "Mine alone")
ERIK = a_person("Erik", "manager")
CONVERSATION = a_conversation("2025-12-22", "planning", with_=ERIK)
ALL = having(GOAL, STEP, OLD, ASKED, STONE, SECRET, ERIK, CONVERSATION)


def made(request: ExportRequest | None = None, records: Records = ALL) -> ExportDraft:
    return prepare(records, request or ExportRequest(), TODAY)


def words(line: Line) -> str:
    return "".join(span.text for span in line)


def rows(draft: ExportDraft, look: AppState, width: int = 50) -> dict[str, str]:
    """The words at the right of each record in the list."""
    found = (each for each in listed(draft, look, width) if isinstance(each, Record))
    return {each.id: words(row_of(draft)(each, look, width).right) for each in found}


@pytest.mark.parametrize("usual", [True, False])
def test_twice_the_other_way_round_is_as_it_was(usual: bool) -> None:
    once = ExportRequest().turned("a", usual=usual)
    assert once != ExportRequest()
    assert once.turned("a", usual=usual) == ExportRequest()


def test_what_was_left_out_and_then_falls_outside_the_period_can_be_taken_in_at_once() -> None:
    assert "a" in ExportRequest(left_out=frozenset({"a"})).turned("a", usual=False).taken_in


def test_everything_says_why_it_is_not_in_the_document() -> None:
    draft = made()
    assert [draft.reason(r.id) for r in (GOAL, STEP, STONE)] == ["", "", ""]
    assert draft.reason(OLD.id) == OTHER_PERIOD
    assert draft.reason(ASKED.id) == NO_PERMISSION


def test_a_goal_that_is_left_out_keeps_its_steps_here() -> None:
    draft = made(ExportRequest(left_out=frozenset({GOAL.id})))
    assert (draft.reason(GOAL.id), draft.reason(STEP.id)) == (LEFT_OUT, NOT_ITS_GOAL)
    assert "Solve faults" not in draft.preview.text
    assert GOAL.id in draft.usual, "it stays in the list"


def test_what_has_no_section_on_one_page_says_so() -> None:
    allowed = an_evidence("Job sheet", shareable=True)
    assert made(ExportRequest(), having(allowed)).reason(allowed.id) == ""
    assert made(ExportRequest(form="page"), having(allowed)).reason(allowed.id) == NO_PLACE


def test_a_record_of_another_time_is_taken_in_by_hand() -> None:
    request = made().turned(OLD.id, ExportRequest())
    assert request is not None
    draft = made(request)
    assert draft.reason(OLD.id) == ""
    assert "Long ago" in draft.preview.text
    assert OLD.id in {held.record.id for held in draft.held}, "it stays where it was in the list"


def test_what_the_giver_did_not_allow_is_not_for_this_list_to_decide() -> None:
    assert made().turned(ASKED.id, ExportRequest()) is None


def test_P3_everything_begins_with_what_may_be_shared() -> None:
    draft = made(ExportRequest(period=ChosenPeriod("everything")))
    assert draft.period == Period(OLD.date, TODAY)
    without = made(ExportRequest(period=ChosenPeriod("everything")), ALL.without({SECRET.id, CONVERSATION.id, ERIK.id}))
    assert draft.preview.data == without.preview.data


def test_the_private_are_counted_for_the_owner_and_not_in_the_document() -> None:
    draft = made()
    assert draft.private == 2, "the reflection and the talk; persons are no items"
    shared = share(ALL, Choice(), TODAY)
    assert "2 private records stay" in said(draft, AppState(ENGLISH, TODAY, ALL))
    assert "private" not in said(draft, AppState(ENGLISH, TODAY, shared.records, shared=shared))


def said(draft: ExportDraft, look: AppState) -> str:
    return "\n".join(words(line) for line in head.summary_lines(draft, look, 100, reading=False))


def test_for_whom_it_is_goes_into_the_private_log_as_a_role() -> None:
    assert made(ExportRequest(conversation=CONVERSATION.id)).recipient == "manager"
    assert made().recipient == ""


def test_the_conversation_that_comes_first_is_proposed() -> None:
    later = a_conversation("2026-02-01")
    held = a_conversation("2025-12-18", state="held")
    assert coming(having(later, held, CONVERSATION), TODAY) == CONVERSATION.id
    assert coming(having(held), TODAY) == ""


def test_each_row_has_a_word_for_how_it_stands() -> None:
    draft = made(ExportRequest(left_out=frozenset({GOAL.id})))
    found = rows(draft, AppState(ENGLISH, TODAY, ALL), width=40)
    assert found == {
        GOAL.id: "left out this time",
        STEP.id: "with its goal",
        STONE.id: "",
        OLD.id: "stays",
        ASKED.id: "stays",
    }


def test_a_private_profile_gives_no_more_than_name_job_and_team() -> None:
    me = a_profile()
    assert rows(made(records=having(me)), AppState(ENGLISH, TODAY, having(me))) == {
        me.id: "only name, job title and team"
    }


def test_over_the_shoulder_stands_only_what_leaves() -> None:
    shared: Shared = share(ALL, Choice(since=date(2020, 1, 1)), TODAY)
    look = AppState(ENGLISH, TODAY, shared.records, shared=shared)
    assert set(rows(made(ExportRequest(left_out=frozenset({STONE.id}))), look)) == {GOAL.id, STEP.id}


def test_the_headings_count_what_goes_along_and_name_the_key_that_mends() -> None:
    draft = made(ExportRequest(left_out=frozenset({STONE.id})))
    found = [each for each in listed(draft, AppState(ENGLISH, TODAY, ALL), 50) if isinstance(each, str) and each]
    assert found[:3] == ["1 learning goal", "1 step", "0 of 1 milestone"]
    assert "Left out: not in this period. Enter includes it." in found
    assert "Left out: the other person has not agreed. Enter opens it." in found


@pytest.mark.parametrize("width", [57, 77, 117])
@pytest.mark.parametrize("_", [ENGLISH, DUTCH], ids=["en", "nl"])
def test_the_choices_are_one_line_of_chips_and_what_does_not_fit_folds(width: int, _: Words) -> None:
    draft, state = made(ExportRequest(conversation=CONVERSATION.id, names="roles")), AppState(_, TODAY, ALL)
    parts = head.chips(draft, state, width)
    assert sum(width_of(part.line) for part in parts) <= width
    assert parts[0].action == "filter"
    asked = [part.action for part in parts if part.action.startswith("choice(")]
    assert asked[0] == "choice('form')"
    assert "choice('careful')" in asked, "what is left out is never folded away"
    folded = len(asked) < len(choices.short(draft.request, draft, state))
    assert folded == words(parts[-1].line).endswith("…")


@pytest.mark.parametrize("width", range(-2, 40))
def test_in_the_narrowest_window_the_form_stays_a_chip(width: int) -> None:
    draft = made(ExportRequest(conversation=CONVERSATION.id, careful=True))
    parts = head.chips(draft, AppState(ENGLISH, TODAY, ALL), width)
    assert parts[1].action == "choice('form')"


@pytest.mark.parametrize("_", [ENGLISH, DUTCH], ids=["en", "nl"])
def test_every_choice_is_a_row_with_its_value(_: Words) -> None:
    draft, state = made(), AppState(_, TODAY, ALL)
    found = choices.options(draft.request, draft, state)
    assert [option.key for option in found] == [
        "form", "period", "conversation", "language", "names", "careful", "sections", "pictures",
    ]  # fmt: skip
    assert all(option.right for option in found)
    page = made(ExportRequest(form="page"))
    assert "careful" not in [option.key for option in choices.options(page.request, page, state)]


def test_what_a_pdf_cannot_show_is_said_above_the_document_in_both_languages() -> None:
    records = having(a_milestone("First shift alone 😀", shareable=True))
    for _, said in ((ENGLISH, "The PDF shows □"), (DUTCH, "De PDF toont □")):
        draft, state = made(records=records), AppState(_, TODAY, records)
        lines = "\n".join(words(line) for line in head.summary_lines(draft, state, 200, reading=False))
        assert said in lines
        assert "😀" in lines
    plain = "\n".join(
        words(line) for line in head.summary_lines(made(), AppState(ENGLISH, TODAY, ALL), 200, reading=False)
    )
    assert "□" not in plain


LONG = having(
    GOAL,
    *(a_skill(f"Skill {n}", target=4, shareable=True) for n in range(90)),
    *(
        an_evidence(f"Sheet {n}", shows="many words " * 8, own_part="more words " * 8, shareable=True)
        for n in range(60)
    ),
)


def test_of_a_long_document_is_said_what_to_leave_out_first_and_one_row_does_it() -> None:
    draft, state = made(records=LONG), AppState(ENGLISH, TODAY, LONG)
    lines = "\n".join(words(line) for line in head.summary_lines(draft, state, 200, reading=False))
    assert "It is read best on 4 pages. Leave out first: “Evidence”" in lines
    assert choices.SHORTER in [option.key for option in choices.options(draft.request, draft, state)]
    short = made()
    assert choices.SHORTER not in [option.key for option in choices.options(short.request, short, state)]
    assert "Leave out first" not in said(short, AppState(ENGLISH, TODAY, ALL))


def test_a_low_screen_shows_what_asks_for_attention_and_leaves_room_for_the_list() -> None:
    draft, state = made(records=LONG), AppState(ENGLISH, TODAY, LONG)
    low, high = (head.Above.of(draft, state, (37, height)) for height in (20, 60))
    assert len(low.summary) <= 4 < len(high.summary)
    assert words(low.summary[0]) == "109 of 151 records · 6 pages A4", "all parts of it are whole"
    assert all(len(words(line)) <= 37 for line in low.summary)


def test_everything_that_can_be_shared_is_listed_by_place_with_a_tick_for_what_is() -> None:
    found = list(choosing_rows(AppState(ENGLISH, TODAY, ALL), 60))
    assert [each for each in found if isinstance(each, str) and each] == [
        "Goals · 1 of 1 shareable",
        "Reflections · 1 of 2 shareable",
        "Feedback · 0 of 1 shareable",
        "Journey · 1 of 1 shareable",
    ]
    assert SECRET in found
    row = choosing_row(made())
    rows = {each.id: row(each, AppState(ENGLISH, TODAY, ALL), 60) for each in found if isinstance(each, Record)}
    assert [rows[each.id].left[0].text for each in (SECRET, GOAL, ASKED, OLD)] == ["○ ", "✓ ", "○ ", "– "]
    assert words(rows[ASKED.id].right) == "waits for a yes", "it is ticked, and stays out until then"
    assert words(rows[OLD.id].right) == "it is not in this period"


def test_while_choosing_a_careful_document_says_what_it_leaves_out_and_counts_without_it() -> None:
    note = a_reflection("2025-06-01", "note", "Hard week", shareable=True)
    talk = a_conversation("2025-12-22", "appraisal", consequences="unknown")
    records = having(GOAL, STEP, note, talk)
    draft, state = made(ExportRequest(conversation=talk.id), records), AppState(ENGLISH, TODAY, records)
    assert draft.careful
    row = choosing_row(draft)
    assert words(row(note, state, 60).right) == "not in a careful document"
    above = " ".join(words(line) for line in head.choosing_lines(draft, state, 80))
    assert "1 of 2 shareable records in the document." in above
    assert "Careful means: goals, stories and evidence only." in above


@pytest.mark.parametrize(
    ("consequences", "why"),
    [
        ("yes", "This conversation can affect pay or contract, so levels"),
        ("unknown", "It isn't filled in whether this conversation can affect pay or contract. To be careful, levels"),
    ],
)
def test_why_a_document_is_careful_claims_no_more_than_was_filled_in(consequences: str, why: str) -> None:
    talk = a_conversation("2025-12-22", "appraisal", consequences=consequences)
    records = having(GOAL, STEP, talk)
    draft, state = made(ExportRequest(conversation=talk.id), records), AppState(ENGLISH, TODAY, records)
    assert why in " ".join(words(line) for line in head.summary_lines(draft, state, 80, reading=False))


def test_with_nothing_written_the_row_leads_to_where_one_writes() -> None:
    found = [each for each in choosing_rows(AppState(ENGLISH, TODAY, having()), 60) if isinstance(each, Row)]
    assert [row.key for row in found if row.key] == [WRITE]


def test_a_section_that_is_moved_changes_places_with_its_neighbour_and_back() -> None:
    once = ExportRequest().moved("journey", -1)
    assert once.order[:3] == ("at_a_glance", "journey", "where_i_stand")
    assert once.moved("journey", 1) == ExportRequest(), "the usual order is no choice"
    assert ExportRequest().moved("at_a_glance", -1) == ExportRequest()
    assert ExportRequest().moved("activities", 1) == ExportRequest()


def test_sections_of_ones_own_go_with_care_and_never_bring_back_what_care_leaves_out() -> None:
    conversation = a_conversation("2025-12-22", state="preparing", consequences="yes")
    stone, need = a_milestone("First shift", shareable=True), a_need("More time", shareable=True)
    story = a_reflection("2025-03-01", "success", "Red valve", shareable=True)
    records, request = having(conversation, stone, need, story), ExportRequest(conversation=conversation.id)
    assert made(request, records).preview.made.document.sections == ("stories",)
    taken = made(request._replace(sections={"needs": True}), records)
    assert taken.preview.made.document.sections == ("needs", "stories")
    empty = made(request._replace(sections={"stories": False, "at_a_glance": False}), records)
    assert empty.careful, "leaving out more takes nothing in"
    assert empty.preview.made.document.sections == ()


def test_what_may_be_chosen_of_a_document_follows_care_and_what_was_left_out() -> None:
    conversation = a_conversation("2025-12-22", state="preparing", consequences="yes")
    story = a_reflection("2025-03-01", "success", "Red valve", shareable=True)
    need = a_need("More time", shareable=True)
    records, request = (
        having(conversation, story, need),
        ExportRequest(conversation=conversation.id, left_out=frozenset({story.id})),
    )
    found = chapters(records, ExportRequest(conversation=conversation.id), TODAY)
    assert found.shown == frozenset(shipped("careful").sections)
    assert found.filled == {"journey", "stories", "needs"}
    assert [each.words for each in found.proposed["proud"]] == ["Red valve"]
    assert chapters(records, request, TODAY).proposed["proud"] == ()


def test_where_nothing_is_left_a_portfolio_stays_careful() -> None:
    conversation = a_conversation("2025-12-22", state="preparing", consequences="yes")
    story = a_reflection("2025-03-01", "success", "Red valve", shareable=True)
    need = a_need("More time", shareable=True)
    told, bare = (
        prepare(having(conversation, each), ExportRequest(conversation=conversation.id), TODAY)
        for each in (story, need)
    )
    assert told.careful
    assert bare.careful
    assert "More time" not in bare.preview.text
    assert bare.reason(need.id) == NOT_CAREFUL
    chosen = prepare(having(conversation, need), ExportRequest(conversation=conversation.id, careful=False), TODAY)
    assert "More time" in chosen.preview.text


def test_a_skill_of_which_only_the_title_is_shared_says_why_it_is_not_there_and_opens() -> None:
    skill = a_skill("Measuring", shareable=True)
    bare = prepare(having(skill, a_rating(skill, 3, "2025-03-01")), ExportRequest(), TODAY)
    assert "Measuring" not in bare.preview.text
    assert (bare.reason(skill.id), bare.mended(skill.id)) == ("its level is private", True)
    told = prepare(having(skill, a_rating(skill, 3, "2025-03-01", shareable=True)), ExportRequest(), TODAY)
    assert told.reason(skill.id) == ""


def test_a_confirmed_lead_is_never_rewritten_it_is_proposed_again() -> None:
    paper = an_evidence("Working safely", sort="certificate", issuer="Safety school", on="2025-04-01", shareable=True)
    wish = a_goal("Weld a pipe", state="idea", shareable=True)
    records, request = having(paper, wish), ExportRequest()
    first = prepare(records, request, TODAY)
    confirmed = request.with_proposed(first.preview.unconfirmed)
    taken = prepare(records, confirmed, TODAY)
    (line,) = first.preview.unconfirmed["lead"]
    assert "Working safely" in line.words and "Weld a pipe" in line.words
    assert line.words in taken.preview.text
    assert "lead" not in taken.preview.unconfirmed
    without = prepare(records, confirmed.without([paper.id]), TODAY)
    (again,) = without.preview.unconfirmed["lead"]
    assert again.words not in without.preview.text, "nobody confirmed this lead"
    assert "Working safely" not in without.preview.text
    assert line.words in prepare(records, confirmed, TODAY).preview.text, "with the record it is as it was confirmed"


def test_a_private_conversation_is_not_named_and_that_is_said_to_its_owner_alone() -> None:
    draft = made(ExportRequest(conversation=CONVERSATION.id))
    assert "22 Dec" not in draft.preview.text
    assert "is private, so the document does not name it" in said(draft, AppState(ENGLISH, TODAY, ALL))
    shared = share(ALL, Choice(), TODAY)
    assert "does not name" not in said(draft, AppState(ENGLISH, TODAY, shared.records, shared=shared))
    conversation = CONVERSATION.but(shareable=True)
    named = made(ExportRequest(conversation=conversation.id), having(GOAL, conversation))
    assert "22 Dec" in named.preview.text
    assert "does not name" not in said(named, AppState(ENGLISH, TODAY, having(GOAL, conversation)))
    torn = conversation.but(conflicts={"place": ("x",)})
    assert "two versions" in said(
        made(ExportRequest(conversation=torn.id), having(torn)), AppState(ENGLISH, TODAY, having(torn))
    )


def test_P3_the_period_begins_with_a_conversation_that_the_reader_knows_of() -> None:
    manager, other = a_person(), a_person("Ilse", "confidant")
    coming_conversation = a_conversation("2025-12-20", "performance", with_=manager, state="preparing")

    def proposed(*before: Record) -> ChosenPeriod:
        return proposed_period(having(manager, other, coming_conversation, *before), TODAY, coming_conversation.id)

    with_them = a_conversation("2024-12-10", "performance", with_=manager)
    private = a_conversation("2025-03-03", "career", with_=other)
    assert proposed(with_them).days == Period(date(2024, 12, 10), TODAY)
    assert proposed(private) == ChosenPeriod(), "its day would be told by the document"
    assert proposed(private.but(shareable=True)).days == Period(date(2025, 3, 3), TODAY)
    assert proposed_period(having(with_them), TODAY, with_them.id) == ChosenPeriod(), "that one was held"
