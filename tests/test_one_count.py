"""One count: pictures, the check before a conversation, the sheet, documents and the app say the same of one thing."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime

import pytest
from hypothesis import given

from portfolio import locations
from portfolio.export.markdown import render
from portfolio.export.registry import make
from portfolio.export.sheet import document
from portfolio.journey.facts.period import Period
from portfolio.journey.prompts.sheet import sheet
from portfolio.journey.sharing.choice import Choice
from portfolio.journey.sharing.share import Shared, share
from portfolio.journey.views.evidence import coverage
from portfolio.journey.views.goals import goals
from portfolio.journey.views.growth import growth
from portfolio.journey.views.lanes import lanes
from portfolio.journey.views.readiness import readiness
from portfolio.notebook import demo, open_notebook
from portfolio.pictures import draw
from portfolio.pictures.canvas import row_text
from portfolio.pictures.readiness import draw as draw_readiness
from portfolio.records.collection import Records
from portfolio.records.conversations import Conversation
from portfolio.records.feedback import Feedback
from portfolio.records.goals import Goal
from portfolio.records.record import Record
from portfolio.records.skills import Skill
from portfolio.tui.goals import rows as goals_rows
from portfolio.tui.render.filter import ListFilter
from portfolio.tui.render.skill import standing
from portfolio.tui.services.state import AppState
from portfolio.tui.skills.rows import SkillRow
from portfolio.tui.text.spans import Line
from portfolio.wording import Words
from portfolio.wording.levels import level_label
from tests.journey.lives_by_chance import Lived, lived
from tests.strategies import TODAY, WHOLE

EN = Words("en")
FIRST = date(2000, 1, 1)
EVER = Period(FIRST, TODAY)


def told(line: Line) -> str:
    return "".join(span.text for span in line)


def all_shareable(records: Records, today: date) -> tuple[Records, Shared]:
    """Every record with its owner's yes, and what leaves of that: nothing is left out, so the counts must agree."""
    whole: list[Record] = [
        r.but(shareable=True, conflicts={}, damaged=(), **({"permission": "yes"} if isinstance(r, Feedback) else {}))
        for r in records
        if r.date <= today
    ]
    found = Records.of_all(whole)
    return found, share(found, Choice(since=FIRST), today)


def check_evidence(records: Records, shared: Shared, today: date) -> None:
    """How much evidence a skill has, and how many skills have any, or enough."""
    drawn, levels = coverage(records, Period(FIRST, today), today), growth(records, Period(FIRST, today), today)
    claims = {claim.id: claim for claim in readiness(records, Period(FIRST, today), today).claims}
    leaving = {row.id: row.evidence for row in growth(shared.records, Period(FIRST, today), today).skills}
    look = AppState(EN, today, records)
    row_of = SkillRow(look, [*records.of(Skill)])
    for skill, level in zip(drawn.skills, levels.skills, strict=True):
        n = skill.count
        assert (skill.id, n) == (level.id, level.evidence)
        assert leaving[skill.id] == n
        record = records.get(skill.id)
        assert isinstance(record, Skill)
        in_list = told(row_of(record, look, 100).right)
        assert number_of(in_list) == n, in_list
        in_full = [told(fact.value) for fact in standing(record, look)]
        assert level.now is None or number_of(in_full[-1]) == n, in_full
        if skill.id in claims:
            assert claims[skill.id].evidence == n
            assert claims[skill.id].proven is (skill.enough and level.aged is None)
    finding = drawn.finding
    counted = [skill.count > 0 for skill in drawn.skills]
    assert (finding.proven, finding.of) == (sum(counted), len(counted))
    assert finding.of == levels.finding.of


def number_of(words: str) -> int:
    """How many pieces of evidence a line of the app says."""
    found = re.search(r"(\d+) (?:proof|piece)", words)
    return int(found[1]) if found else 0


def check_references(records: Records, shared: Shared, today: date) -> None:
    """A document refers to as many pieces per skill as the picture counts."""
    text = make("portfolio", "md", shared, today, EN).data.decode()
    table = text.partition("| Skill |")[2].partition("\n\n")[0].splitlines()[2:]
    named = {line.split("|")[1].strip() for line in table}
    rows = [row for row in growth(shared.records, shared.period, today).skills if row.title in named]
    assert len(rows) == len(table)
    for row, line in zip(rows, table, strict=False):
        more = re.search(r"(\d+) more pieces? of evidence", line)
        assert len(set(re.findall(r"\[B(\d+)\]", line))) + int(more[1] if more else 0) == row.evidence, line
        if row.now:
            assert level_label(row.now.level, EN, row.scale) in line.replace("\\", "")


def check_goals(records: Records, shared: Shared, today: date) -> None:
    """How many goals are under way, paused and achieved."""
    view, own = goals(records, Period(FIRST, today), today), goals(shared.records, Period(FIRST, today), today)
    states = {goal.id: goal.state for goal in view.goals}
    assert {goal.id: goal.state for goal in own.goals}.items() <= states.items()
    drawn = lanes(records, Period(FIRST, today), today)
    assert (drawn.finding.running, drawn.finding.paused, drawn.finding.reached) == (
        view.finding.active,
        view.finding.paused,
        view.finding.reached,
    )
    assert {goal.id: goal.state for goal in drawn.goals} == {key: states[key] for key in (g.id for g in drawn.goals)}
    look = AppState(EN, today, records)
    listed = [each for each in goals_rows.listed(look, ListFilter()) if isinstance(each, Goal)]
    row_of = goals_rows.row_maker(look, listed)
    running = {goal.id for goal in listed if goal.state == "active"}
    assert {goal.id for goal in view.goals if goal.state in ("active", "planned")} == running
    ready = {goal.id: goal for goal in readiness(records, Period(FIRST, today), today).goals}
    for goal in listed:
        if goal.id in ready:
            steps = (ready[goal.id].steps_done, ready[goal.id].steps_total)
            standing_there = next(row for row in view.goals if row.id == goal.id)
            assert steps == (standing_there.steps_done, standing_there.steps_total)
            row = told(row_of(goal, look, 100).right)
            assert not steps[1] or row.strip().startswith(f"{steps[0]}/{steps[1]}"), row


def check_levels(records: Records, shared: Shared, today: date) -> None:
    """Which level a skill has now, and by way of which it came there."""
    view = {row.id: row for row in growth(records, Period(FIRST, today), today).skills}
    for row in growth(shared.records, Period(FIRST, today), today).skills:
        own = view[row.id]
        assert (row.path, row.now and row.now.level) == (own.path, own.now and own.now.level)
    for claim in readiness(records, Period(FIRST, today), today).claims:
        now = view[claim.id].now
        assert now is not None
        assert claim.level == now.level
    for skill in coverage(records, Period(FIRST, today), today).skills:
        now = view[skill.id].now
        assert skill.level == (now.level if now else None)


CHECKS = (check_evidence, check_references, check_goals, check_levels)


@WHOLE
@given(life=lived())
def test_one_thing_has_one_count_everywhere(life: Lived) -> None:
    records, shared = all_shareable(life.records, life.today)
    for check in CHECKS:
        check(records, shared, life.today)


def test_one_thing_has_one_count_in_the_example(example: Records) -> None:
    records, shared = all_shareable(example, TODAY)
    for check in CHECKS:
        check(records, shared, TODAY)


def test_the_sentences_count_the_rows_below_them(example: Records) -> None:
    view = coverage(example, EVER, TODAY)
    picture = draw(view, width=80, _=EN).text()
    proven, of, enough = numbers(
        r"evidence for (\w+) of your (\w+) skills; everything is in order\s+for (\w+)", picture
    )
    assert (proven, of, enough) == (
        sum(skill.count > 0 for skill in view.skills),
        len(view.skills),
        sum(skill.enough for skill in view.skills),
    )
    ready = draw_readiness(readiness(example, EVER, TODAY), width=80, _=EN).text()
    claims = ready.partition("What I say I can do")[2].partition("\n\n")[0]
    assert numbers(r"enough evidence for (\w+) of the (\w+) skills", ready) == (
        claims.count("✓"),
        claims.count("✓") + claims.count("?"),
    )
    drawn = draw(goals(example, EVER, TODAY), width=80, _=EN)
    rows = [row_text(row) for row in drawn.body]
    assert numbers(r"(\w+) goals under way", drawn.text()) == (sum(row.startswith("●") for row in rows),)


COUNTED = ["none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]


def numbers(pattern: str, words: str) -> tuple[int, ...]:
    """The numbers in the place where a sentence says this, over the ends of its lines."""
    found = re.search(pattern, " ".join(words.split()))
    assert found, words
    return tuple(int(n) if n.isdigit() else COUNTED.index(n.lower()) for n in found.groups())


def test_one_conversation_is_looked_back_to_everywhere(example: Records) -> None:
    conversation = next(t for t in example.of(Conversation) if t.state == "preparing")
    ready, before = readiness(example, EVER, TODAY), sheet(example, conversation, TODAY)
    assert ready.since_then is not None
    assert before.since_then is not None
    assert (ready.since_then.id, ready.since_then.date) == (before.since_then.id, before.since_then.date)
    heading = "Since the conversation of 17 Jun 2025"
    assert heading in draw_readiness(ready, width=80, _=EN).text()
    assert heading in render(document(before, EN))


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Records:
    """The example portfolio in English."""
    home = str(tmp_path_factory.mktemp("example"))
    notebook = open_notebook(locations.find({"LEERREIS_HOME": home}), today=demo.TODAY, now=lambda: datetime.now(UTC))
    demo.fill(notebook, "en")
    return Records.of_all(notebook.read.records)
