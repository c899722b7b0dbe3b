"""Every finding of every picture is true of the life that it is about, whatever period and day cut through it.

What is true is worked out here a second time: slowly, day by day, from what happened.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Any, Final, get_args

from dateutil.relativedelta import relativedelta
from hypothesis import given

from portfolio.journey.facts.findings import (
    EnergyFinding,
    EvidenceFinding,
    Finding,
    FormsFinding,
    GoalsFinding,
    GrowthFinding,
    LanesFinding,
    ReadyFinding,
    RhythmFinding,
    SkillFinding,
    TimelineFinding,
)
from portfolio.journey.views.energy import energy
from portfolio.journey.views.evidence import coverage
from portfolio.journey.views.forms import LESSONS, forms
from portfolio.journey.views.goals import goals
from portfolio.journey.views.growth import growth
from portfolio.journey.views.lanes import lanes
from portfolio.journey.views.readiness import readiness
from portfolio.journey.views.rhythm import rhythm
from portfolio.journey.views.skill import skill_view
from portfolio.journey.views.timeline import timeline
from portfolio.pictures.sentences import sentence
from portfolio.records.conversations import Agreement, Conversation
from portfolio.records.evidence import Evidence
from portfolio.records.feedback import Feedback
from portfolio.records.goals import Measure, Reading, Step
from portfolio.records.milestones import Milestone
from portfolio.records.reflections import Reflection
from portfolio.records.skills import Rating, Skill
from portfolio.wording import Words
from portfolio.wording.dates import day_in_full
from tests.journey.lives_by_chance import MANY, History, Lived, lived

ENGLISH, DUTCH = Words("en"), Words("nl")
ONE_DAY: Final = timedelta(days=1)
IN_WORDS: Final = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]


# --- what happened to the goals ---


def days_of_goal(life: Lived, history: History) -> list[date]:
    """The day of everything that is linked with a goal, up to today."""
    goal, found = history.goal, list[date]()
    for record in life.records:
        if isinstance(record, Reflection | Feedback | Evidence | Milestone) and goal.id in record.goals:
            found.append(record.date)
        if isinstance(record, Step | Agreement) and record.goal == goal.id:
            found.append(record.date)
        if isinstance(record, Step) and record.goal == goal.id and record.done_on:
            found.append(record.done_on)
        if isinstance(record, Reading):
            measure = life.records.get(record.measure)
            assert isinstance(measure, Measure)
            found += [record.date] if measure.goal == goal.id else []
    return [day for day in found if day <= life.today]


def ran(history: History) -> bool:
    """Whether it ever began; an idea that was paused or dropped did not, as far as the records tell."""
    return any(state == "active" for _day, state in history.changes)


def began(history: History) -> date:
    """The day it began to run; one that never ran is told from the day it stopped being an idea."""
    running = [day for day, state in history.changes if state == "active"]
    if running and (history.noted or history.goal.start):
        return running[0]
    stopped = [day for day, state in history.changes if state != "idea"]
    return stopped[-1] if history.noted and stopped and not running else history.changes[0][0]


def state_on(life: Lived, history: History, day: date) -> str:
    """How a goal stood at the end of a day, as far as the records can tell."""
    last = history.changes[-1][1]
    if last == "idea":
        return "idea"
    if history.noted:
        happened = [(on, state) for on, state in history.changes if on <= day]
        if not happened or day < began(history):
            return "idea"
        state, later = happened[-1][1], history.changes[len(happened) :]
        return "paused" if state == "dropped" and later else state
    if day < began(history):
        return "planned" if history.goal.start else "idea"
    if day >= life.today or last == "active":
        return last
    return "active" if any(on > day for on in days_of_goal(life, history)) else "unknown"


def undated(history: History, state: str) -> bool:
    """Whether the records do not tell since when it is so."""
    return state == "unknown" or (not history.noted and state in ("paused", "achieved", "dropped"))


def last_run(life: Lived, history: History, day: date) -> date | None:
    """The last day on which it is known to have run by then; None when it goes on."""
    state = state_on(life, history, day)
    if state in ("idea", "planned", "active", "paused"):
        return None
    if not undated(history, state):
        return history.changes[-1][0]
    return max([began(history), *(on for on in days_of_goal(life, history) if on <= day)])


def in_lanes(life: Lived, history: History) -> bool:
    """Whether it ran on a day of the period."""
    last = last_run(life, history, life.upto)
    return any(began(history) <= day and (last is None or day <= last) for day in each_day(life))


def each_day(life: Lived) -> Iterator[date]:
    """Every day of the period, also those to come."""
    day = life.period.since
    while day <= life.period.until:
        yield day
        day += ONE_DAY


def counted(life: Lived, shown: Iterable[History]) -> dict[str, int]:
    """How many of these goals stood how at the end."""
    found: dict[str, int] = {}
    for history in shown:
        state = state_on(life, history, life.upto)
        found[state] = found.get(state, 0) + 1
    return found


def check_lanes(life: Lived, finding: LanesFinding) -> None:
    shown = [history for history in life.histories if in_lanes(life, history)]
    states = counted(life, shown)
    assert finding.reached == states.get("achieved", 0)
    assert finding.running == states.get("active", 0)
    assert finding.paused == states.get("paused", 0)
    assert finding.undated == sum(undated(h, state_on(life, h, life.upto)) for h in shown)
    check_turning(life, finding.turning)
    said = sentence(finding, ENGLISH)
    for words, n in (("achieved", finding.reached), ("under way", finding.running), ("paused", finding.paused)):
        assert number_before(f"goals? {words}", said) == n


def check_own(life: Lived) -> None:
    """The user's own view: each entry is drawn once, and what is said of the writing is true."""
    view = lanes(life.records, life.period, life.today, own=True)
    notes = written(life)
    shown = [mark.id for goal in view.goals for mark in goal.marks] + [mark.id for mark in view.moments]
    entries = [(mark.id, mark.date) for mark in view.entries]
    assert entries == [(note.id, note.date) for note in notes if note.id not in shown]
    assert {note.id for note in notes} <= {*shown, *(mark.id for mark in view.entries)}
    assert {note.template for note in notes if note.id in shown} <= {"starr", "success"}
    others = lanes(life.records, life.period, life.today)
    assert others.entries == ()
    assert others.finding == replace(view.finding, writing=None)
    check_writing(life, view.finding)


def check_writing(life: Lived, finding: LanesFinding) -> None:
    notes, writing, said = written(life), finding.writing, sentence(finding, ENGLISH)
    if not notes or len(list(each_day(life))) > 92:
        assert writing is None
        assert "wrote" not in said
        assert "first goal" not in said
        return
    assert writing is not None
    days = {note.date for note in notes}
    before = [note for note in life.records.of(Reflection) if note.date < life.period.since]
    assert writing.days == len(days)
    assert writing.begun == (len(days) <= 7 and not before)
    assert (f"wrote on {len(days)} days." if len(days) > 1 else "wrote on one day.") in said
    assert ("has begun" in said) == writing.begun
    on = {tag: len({note.date for note in notes if tag in note.tags}) for note in notes for tag in note.tags}
    most = [tag for tag, n in on.items() if n == max(on.values())]
    again = most[0] if len(most) == 1 and on[most[0]] > 1 else None
    assert (writing.again, writing.again_days) == (again, on[again] if again else 0)
    assert (f"“{again}” came back on {writing.again_days} days." in said) == bool(again and not finding.turning)
    started = [h for h in life.histories if began_as_far_as_known(h) and began(h) <= life.upto]
    runs = [h for h in started if state_on(life, h, life.upto) == "active" and life.period.contains(began(h))]
    first = runs[0].goal.title if len(started) == len(runs) == 1 else None
    assert writing.first_goal == first
    assert ("Your first goal is under way" in said) == (first is not None)


def began_as_far_as_known(history: History) -> bool:
    """Whether it ran, or was paused or ended without its days: that tells of nothing else."""
    return ran(history) or (not history.noted and history.changes[-1][1] != "idea")


def number_before(words: str, said: str) -> int:
    """The number that a sentence says of these words; 0 when it does not speak of them."""
    found = re.search(rf"(\w+) {words}", said, re.IGNORECASE)
    if not found:
        return 0
    number = found[1].lower()
    return IN_WORDS.index(number) + 1 if number in IN_WORDS else int(number)


def check_turning(life: Lived, turning: Any) -> None:
    """The first story with a goal, else the first story, else the first milestone."""
    inside = [r for r in life.records if life.period.since <= r.date <= life.upto]
    stories = [r for r in inside if isinstance(r, Reflection) and r.template in ("starr", "success")]
    stories = [r for r in stories if any(text for text in r.answers.values())]
    stones = [r for r in inside if isinstance(r, Milestone)]
    expected = next(iter([*(s for s in stories if s.goals), *stories, *stones]), None)
    assert (turning.id if turning else None) == (expected.id if expected else None)


def check_goals(life: Lived, finding: GoalsFinding) -> None:
    def first(history: History) -> date:
        return min(began(history), history.changes[0][0])

    shown = []
    for history in life.histories:
        last = last_run(life, history, life.upto)
        if any(first(history) <= day and (last is None or day <= last) for day in each_day(life)):
            shown.append(history)
    states = counted(life, shown)
    names = {"active": finding.active, "paused": finding.paused, "planned": finding.planned}
    names |= {"achieved": finding.reached, "dropped": finding.dropped, "idea": finding.ideas}
    assert names == {name: states.get(name, 0) for name in names}
    assert finding.undated == sum(undated(h, state_on(life, h, life.upto)) for h in shown)
    quiet = [h for h in shown if is_quiet(life, h)]
    assert finding.quiet == len(quiet)
    assert finding.quiet_title == (quiet[0].goal.title if len(quiet) == 1 else None)
    said = sentence(finding, ENGLISH)
    assert number_before("goals? dropped", said) == finding.dropped
    assert number_before("goals? achieved", said) == finding.reached


def is_quiet(life: Lived, history: History) -> bool:
    """Whether it ran and nothing happened for thirty days."""
    if state_on(life, history, life.upto) != "active":
        return False
    days = [began(history), *(on for on in days_of_goal(life, history) if on <= life.upto)]
    return (life.upto - max(days)).days >= 30


# --- levels and evidence ---


def ratings_of(life: Lived, skill: Skill) -> list[Rating]:
    """Every rating of a skill up to the end of the period."""
    return [r for r in life.records.of(Rating) if r.skill == skill.id and r.date <= life.upto]


def own_of(life: Lived, skill: Skill) -> list[Rating]:
    """Those by the user, or by others when the user gave none."""
    every = ratings_of(life, skill)
    return [r for r in every if r.by_self] or every


def shown_skills(life: Lived) -> list[Skill]:
    """The skills that were there by the end of the period."""
    return [s for s in life.records.of(Skill) if s.date <= life.period.until or ratings_of(life, s)]


def evidence_of(life: Lived, skill: Skill) -> list[Evidence]:
    """What is linked with the skill, or with one of its ratings, by the end of the period."""
    linked = {identity for rating in ratings_of(life, skill) for identity in rating.evidence}
    pieces = (e for e in life.records.of(Evidence) if e.date <= life.upto)
    return [e for e in pieces if skill.id in e.skills or e.id in linked]


def measure_history(life: Lived, skill: Skill) -> list[Rating]:
    """From where it stood when the period began to where it stands at its end."""
    series = own_of(life, skill)
    before = [r for r in series if r.date <= life.period.since]
    return [*before[-1:], *(r for r in series if r.date > life.period.since)]


def steps_of(course: list[Rating]) -> list[Any]:
    """The levels as they went."""
    levels: list[Any] = []
    for rating in course:
        if not levels or levels[-1] != rating.level:
            levels.append(rating.level)
    return levels


def check_growth(life: Lived, finding: GrowthFinding) -> None:
    rows = shown_skills(life)
    went = {skill.id: steps_of(measure_history(life, skill)) for skill in rows if own_of(life, skill)}
    ordered = {skill.id: skill.scale != "own" for skill in rows}
    rose = [i for i, levels in went.items() if ordered[i] and levels[-1] > levels[0]]
    assert finding.of == len(rows)
    assert finding.rated == len(went)
    assert finding.grew == len(rose)
    assert finding.fell == sum(ordered[i] and levels[-1] < levels[0] for i, levels in went.items())
    assert finding.back == sum(len(levels) > 1 and levels[-1] == levels[0] for levels in went.values())
    assert finding.changed == sum(not ordered[i] and levels[-1] != levels[0] for i, levels in went.items())
    new = [s for s in rows if len(went.get(s.id, ())) == 1 and own_of(life, s)[0].date >= life.period.since]
    assert finding.first == len(new)
    titles = {skill.id: skill.title for skill in rows}
    climbed = sorted(((went[i][-1] - went[i][0], titles[i]) for i in rose), reverse=True)
    alone = climbed and (len(climbed) == 1 or climbed[0][0] > climbed[1][0])
    assert finding.most == (climbed[0][1] if alone else None)
    limit = life.upto - relativedelta(years=2)
    latest = [max(x.date for x in (*ratings_of(life, s), *evidence_of(life, s))) for s in rows if ratings_of(life, s)]
    assert finding.aged == sum(day < limit for day in latest)
    said = sentence(finding, ENGLISH)
    if "stayed as they were in this period" in said:
        assert all(len(levels) == 1 for levels in went.values())
        assert not new


def check_skills(life: Lived) -> None:
    for skill in life.records.of(Skill):
        view = skill_view(life.records, life.period, life.today, skill.id)
        assert view is not None
        check_skill(life, view.finding, skill)


def check_skill(life: Lived, finding: SkillFinding, skill: Skill | None = None) -> None:
    assert skill is not None
    every = ratings_of(life, skill)
    own = [r for r in every if r.by_self]
    points = [*[r for r in own if r.date < life.period.since][-1:], *(r for r in every if r.date >= life.period.since)]
    told = [r for r in points if r.by_self] or points
    assert finding.title == skill.title
    assert finding.few == (len(points) < 3)
    assert list(finding.path) == steps_of(told)
    if not told:
        assert finding.now is None
        return
    assert (finding.first, finding.now) == (told[0].level, told[-1].level)
    gap = relativedelta(told[-1].date, told[0].date)
    assert finding.months == gap.years * 12 + gap.months
    levels = steps_of(told)
    if skill.scale != "own":
        assert finding.straight == (levels == sorted(levels) or levels == sorted(levels, reverse=True))
        assert finding.direction == (levels[-1] > levels[0]) - (levels[-1] < levels[0])
    said = sentence(finding, ENGLISH)
    assert ("stayed" in said or "so far" in said) == (len(levels) == 1)
    if len(levels) <= 6 and (not finding.straight or levels[0] == levels[-1]) and len(levels) > 2:
        assert " to ".join(map(str, levels)) in said


def fine(pieces: list[Evidence], claims: bool, day: date) -> bool:
    """Whether the five questions about these pieces are answered."""
    if not pieces:
        return False
    varied = len({p.context for p in pieces if p.context}) > 1 or len({p.sort for p in pieces if p.sort}) > 1
    whole = all(p.shows for p in pieces) and all(p.own_part or p.confirmed_by for p in pieces)
    fresh = max(p.date for p in pieces) >= day - relativedelta(years=2)
    return varied and whole and fresh and len(pieces) >= (2 if claims else 1)


def claims(life: Lived, skill: Skill) -> bool:
    """Whether the level now says that the user works independently."""
    own = own_of(life, skill)
    return bool(own) and (skill.scale == "own" or int(own[-1].level) >= 3)


def enough(life: Lived, skill: Skill) -> bool:
    """Whether there is enough evidence for a skill."""
    return fine(evidence_of(life, skill), claims(life, skill), life.upto)


def check_evidence(life: Lived, finding: EvidenceFinding) -> None:
    rows = shown_skills(life)
    assert finding.of == len(rows)
    assert finding.proven == sum(bool(evidence_of(life, s)) for s in rows)
    assert finding.enough == sum(enough(life, s) for s in rows)
    lacking = {s.title for s in rows if (own_of(life, s) or evidence_of(life, s)) and not enough(life, s)}
    assert (finding.next in lacking) if lacking else finding.next is None


def check_ready(life: Lived, finding: ReadyFinding) -> None:
    claimed = [s for s in shown_skills(life) if any(r.by_self for r in ratings_of(life, s))]
    assert finding.of == len(claimed)
    assert finding.proven == sum(enough(life, s) for s in claimed)
    lacking = {s.title for s in claimed if not enough(life, s)}
    assert (finding.next in lacking) if lacking else finding.next is None


# --- reflections ---


def written(life: Lived) -> list[Reflection]:
    """The reflections of the period, up to today."""
    return [r for r in life.records.of(Reflection) if life.period.since <= r.date <= life.upto]


def check_rhythm(life: Lived, finding: RhythmFinding) -> None:
    notes = written(life)
    assert finding.written == len(notes)
    assert finding.latest == (notes[-1].date if notes else None)
    if not notes:
        assert sentence(finding, ENGLISH) == "No notes in this period."
        return
    weeks = {r.date - timedelta(days=r.date.weekday()) for r in notes}
    stretches: list[tuple[date, date]] = []
    monday, begun = min(weeks), min(weeks)
    while monday + timedelta(days=6) <= life.upto:
        if monday not in weeks:
            end = monday + timedelta(days=6)
            if stretches and stretches[-1][1] + ONE_DAY == monday:
                stretches[-1] = (stretches[-1][0], end)
            else:
                stretches.append((monday, end))
        monday += timedelta(days=7)
    stretches = [(a, b) for a, b in stretches if (b - a).days >= 20]
    assert list(finding.quiet) == stretches
    assert finding.resumed == (bool(stretches) and stretches[-1][1] < max(weeks))
    first_week = life.period.since - timedelta(days=life.period.since.weekday())
    assert finding.begun == (begun if (begun - first_week).days >= 21 else None)
    assert finding.weeks == len(weeks)
    said = sentence(finding, ENGLISH)
    if "throughout" in said:
        assert not stretches
        assert finding.begun is None
        assert len(weeks) >= 3
    if len(notes) == 1:
        assert said == f"You looked back once, on {day_in_full(notes[0].date, ENGLISH)}."
        return
    lengths = sorted((b - a for a, b in stretches), reverse=True)
    assert number_before("more times?", said) == max(0, len(stretches) - 3)
    for a, b in stretches:
        if lengths.index(b - a) + lengths.count(b - a) <= 3:
            assert f"{b:%B %Y}" in said, "one of the three longest is not named"


def check_energy(life: Lived, finding: EnergyFinding) -> None:
    answers = [r for r in written(life) if r.energy is not None]
    levels = [int(r.energy or 0) for r in answers]
    high = [level for level in levels if level > 3]
    assert finding.answers == len(levels)
    assert finding.high == len(high)
    assert finding.same == (levels[0] if levels and len(set(levels)) == 1 else None)
    assert (finding.highest, finding.alike) == (max(levels, default=0), levels.count(max(levels, default=0)))
    said = sentence(finding, ENGLISH)
    if len(high) < 2:
        assert finding.text is None
        assert "energised you most" not in said
        assert "gave you energy" not in said
    if finding.text is not None:
        top = [r for r in answers if r.energy == max(levels)]
        assert any(r.date == finding.date and finding.text in r.answers.values() for r in top)
        assert ("energised you most" in said) <= (len(top) == 1)
    if len(levels) == 1:
        assert "each time" not in said


def check_forms(life: Lived, finding: FormsFinding) -> None:
    used = [r for r in written(life) if r.form]
    times = {form: sum(r.form == form for r in used) for form in {r.form for r in used}}
    gave = {f: sum(r.form == f and bool(LESSONS & set(r.answers)) for r in used) for f in times}
    top = [form for form, n in times.items() if n == max(times.values())]
    assert finding.most == (top[0] if len(top) == 1 and times[top[0]] > 1 else None), "one answer says nothing"
    if finding.fruitful is not None:
        assert times[finding.fruitful] >= 3
        assert gave[finding.fruitful] * 2 > times[finding.fruitful]
        assert finding.fruitful != finding.most
        best = max(gave[f] / n for f, n in times.items() if n >= 3)
        assert gave[finding.fruitful] / times[finding.fruitful] == best


# --- everything together ---


def inside(life: Lived, day: date) -> bool:
    """Whether a day is in the part of the period that is over, or today."""
    return life.period.since <= day <= life.upto


def changes_told(life: Lived, history: History) -> int:
    """How many days of a goal are moments: it began, stopped, went on or ended, and the day is known."""
    if history.changes[-1][1] == "idea":
        return 0
    told = int(inside(life, began(history)) and (ran(history) or not history.noted))
    if not history.noted:
        return told
    states = [state for _day, state in history.changes]
    for n, (day, state) in enumerate(history.changes):
        if state == "dropped" and n and states[n - 1] == "paused" and n + 1 < len(states):
            continue  # it went on later: the records tell one pause, from before this day until then
        goes_on = state == "active" and day > began(history)
        ends = state in ("paused", "achieved", "dropped") and day >= began(history)
        told += inside(life, day) and (goes_on or ends)
    return told


def check_timeline(life: Lived, finding: TimelineFinding) -> None:
    count = sum(changes_told(life, history) for history in life.histories)
    for skill in life.records.of(Skill):
        every = ratings_of(life, skill)
        count += sum(inside(life, r.date) for r in every if not r.by_self)
        level: object = None
        for rating in (r for r in every if r.by_self):
            count += rating.level != level and inside(life, rating.date)
            level = rating.level
    told = ("starr", "success", "shared_knowledge")
    count += sum(inside(life, r.date) for r in life.records.of(Reflection) if r.template in told)
    count += sum(inside(life, e.date) for e in life.records.of(Evidence) if e.sort == "certificate")
    count += sum(inside(life, r.date) for r in (*life.records.of(Conversation), *life.records.of(Milestone)))
    assert finding.moments == count
    check_turning(life, finding.turning)


View = Callable[..., Any]
CHECKS: Final[dict[type[Any], tuple[View | None, Callable[[Lived, Any], None]]]] = {
    LanesFinding: (lanes, check_lanes),
    GrowthFinding: (growth, check_growth),
    SkillFinding: (None, check_skill),
    GoalsFinding: (goals, check_goals),
    RhythmFinding: (rhythm, check_rhythm),
    EnergyFinding: (energy, check_energy),
    TimelineFinding: (timeline, check_timeline),
    FormsFinding: (forms, check_forms),
    EvidenceFinding: (coverage, check_evidence),
    ReadyFinding: (readiness, check_ready),
}
"""By finding the view that gives it and what must be true of it; of skills there are as many as the life has."""


def test_every_finding_has_a_check() -> None:
    assert set(get_args(Finding)) == set(CHECKS)


@MANY
@given(life=lived())
def test_every_finding_is_true_of_the_life_it_is_about(life: Lived) -> None:
    check_skills(life)
    check_own(life)
    for kind, (view, check) in CHECKS.items():
        if view is not None:
            finding = view(life.records, life.period, life.today).finding
            assert isinstance(finding, kind)
            check(life, finding)
            assert sentence(finding, DUTCH)
