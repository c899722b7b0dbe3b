"""The lanes view: a lane for each goal with its skills below it, and lanes for what is linked to no goal.

Only the given records count, so the same function serves for the whole journey and for the shared one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from operator import attrgetter
from typing import ClassVar, Final

from portfolio.journey.facts.entries import entry_marks, writing
from portfolio.journey.facts.findings import LanesFinding, Turning
from portfolio.journey.facts.goal_spans import ENDED, GoalSpan, goal_spans
from portfolio.journey.facts.marks import GoalLane, LevelStep, Mark, MarkKind, SkillLane, Span
from portfolio.journey.facts.moments import Moment, moments
from portfolio.journey.facts.period import Period
from portfolio.journey.facts.skill_history import Point, SkillHistory, skill_histories
from portfolio.records.collection import Records
from portfolio.records.feedback import Feedback
from portfolio.records.goals import Step
from portfolio.records.levels import Level
from portfolio.records.persons import Profile

_FROM_MOMENT: Final[dict[str, MarkKind]] = {
    "goal_started": "start",
    "goal_reached": "achieved",
    "goal_dropped": "dropped",
    "goal_paused": "paused",
    "goal_resumed": "resumed",
    "level_first": "level",
    "level_up": "up",
    "level_down": "down",
    "level_changed": "level",
    "level_other": "other",
    "story": "story",
    "milestone": "milestone",
    "certificate": "certificate",
    "conversation": "conversation",
}
_ON_A_GOAL: Final = frozenset(
    {
        "goal_started",
        "goal_reached",
        "goal_dropped",
        "goal_paused",
        "goal_resumed",
        "story",
        "milestone",
        "certificate",
    }
)
"""The moments that are shown on the lanes of their goals."""
_ON_NO_GOAL: Final = frozenset({"story", "milestone", "certificate"})
"""The moments that have a lane of their own when no goal of the picture shows them."""
_FEEDBACK: Final[dict[str, MarkKind]] = {"top": "top", "tip": "tip", "both": "both"}
_WEEK: Final = 7
_MONTH: Final = 31
"""When something is planned, the axis goes on for a quarter of the period: at least a week and at most a month.

It goes on up to a day that is planned within a month, or within a quarter of a longer period.
"""


@dataclass(frozen=True, slots=True)
class Lanes:
    """The whole picture. `ahead` is the last day of the axis: after the period when something is planned."""

    picture: ClassVar[str] = "lanes"

    period: Period
    today: date
    ahead: date
    finding: LanesFinding
    goals: tuple[GoalLane, ...]
    skills: tuple[SkillLane, ...]
    moments: tuple[Mark, ...]
    """What is linked to no goal of the picture."""
    conversations: tuple[Mark, ...]
    feedback: tuple[Mark, ...]
    entries: tuple[Mark, ...] = ()
    """The user's own entries; empty in every view that others see."""
    name: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to draw."""
        others = self.moments or self.conversations or self.feedback or self.entries
        return not (self.goals or self.skills or others)


def lanes(records: Records, period: Period, today: date, *, own: bool = False, whole: bool = True) -> Lanes:
    """Return the journey of a period as it was at its end, or is today; with `own` also the user's own entries.

    `whole` is False for the records of one goal or skill: nothing can be said then of all the writing.
    """
    upto = min(today, period.until)
    known_goals = goal_spans(records, today, upto)
    running = {i: goal_span for i, goal_span in known_goals.items() if _ran(goal_span, period, today)}
    ahead = _last_day(running.values(), records, period, today)
    shown = Period(period.since, ahead)
    known = skill_histories(records, upto)
    happened = moments(records, shown, known_goals, known)
    goals, skills = _by_goal(running, happened, known, _steps_done(records, period, upto), (period, ahead, today))
    taken = {mark.id for goal in goals for mark in goal.marks}
    others = tuple(_mark(m) for m in happened if m.kind in _ON_NO_GOAL and m.id not in taken)
    profile = next(iter(records.of(Profile)), None)
    finding = _finding(tuple(running.values()), [m for m in happened if m.date <= upto])
    if own and whole:
        finding = replace(finding, writing=writing(records, period, upto, known_goals.values()))
    return Lanes(
        period=period,
        today=today,
        ahead=ahead,
        finding=finding,
        goals=goals,
        skills=skills,
        moments=others,
        conversations=tuple(_mark(m) for m in happened if m.kind == "conversation"),
        feedback=tuple(
            Mark(f.id, f.date, _FEEDBACK.get(f.sort or "", "feedback"), f.what)
            for f in records.between(Feedback, period.since, period.until)
        ),
        entries=entry_marks(records, period, upto, taken | {mark.id for mark in others}) if own else (),
        name=(profile.name or "") if profile else "",
    )


def _ran(goal_span: GoalSpan, period: Period, today: date) -> bool:
    """Return whether a goal belongs in the picture: it ran in the period, or is planned for after it."""
    planned = goal_span.start > today and goal_span.goal.date <= period.until and period.until >= today
    return planned or period.overlaps(goal_span.start, goal_span.ran_until)


def _last_day(running: Iterable[GoalSpan], records: Records, period: Period, today: date) -> date:
    """Return the last day of the axis. Only a period that reaches today looks ahead, and no further than needed."""
    if period.until < today:
        return period.until
    open_goals = [goal_span for goal_span in running if goal_span.ran_until is None]
    coming = [goal_span.goal.due for goal_span in open_goals if goal_span.goal.due]
    coming += [goal_span.start for goal_span in open_goals]
    coming += [m.date for m in records.of_kind("conversation")]
    coming = [day for day in coming if day > period.until]
    if not coming:
        return period.until
    quarter = period.days // 4
    at_least = _plus(period.until, min(max(_WEEK, quarter), _MONTH))
    at_most = _plus(period.until, max(_MONTH, quarter))
    return max(at_least, *(day for day in (period.until, *coming) if day <= at_most))


def _plus(day: date, days: int) -> date:
    return day + timedelta(days=min(days, (date.max - day).days))


def _mark(moment: Moment) -> Mark:
    kind = _FROM_MOMENT[moment.kind]
    return Mark(moment.id, moment.date, kind, moment.text, moment.level, moment.before, moment.who, moment.sort)


def _steps_done(records: Records, period: Period, upto: date) -> Mapping[str, Sequence[Mark]]:
    found: dict[str, list[Mark]] = {}
    for step in records.of(Step):
        if step.done_on and period.contains(step.done_on) and step.done_on <= upto:
            found.setdefault(step.goal, []).append(Mark(step.id, step.done_on, "step", step.text))
    return found


def _by_goal(
    running: Mapping[str, GoalSpan],
    happened: Iterable[Moment],
    known: Mapping[str, SkillHistory],
    steps: Mapping[str, Sequence[Mark]],
    days: tuple[Period, date, date],
) -> tuple[tuple[GoalLane, ...], tuple[SkillLane, ...]]:
    """Return the goal lanes, each skill below the first goal that works on it, and the lanes of other skills."""
    marks: dict[str, list[Mark]] = {identity: list(steps.get(identity, ())) for identity in running}
    by_skill: dict[str, list[Moment]] = {}
    for moment in happened:
        if moment.kind in ("level_up", "level_down"):
            by_skill.setdefault(moment.skills[0], []).append(moment)
        elif moment.kind in _ON_A_GOAL:
            for goal in moment.goals:
                if goal in marks:
                    marks[goal].append(_mark(moment))
    period, ahead, today = days
    lanes_of = {s: _skill_lane(history, period) for s, history in known.items()}
    goals = []
    for identity, goal_span in sorted(running.items(), key=lambda item: (item[1].start, item[0])):
        for skill in goal_span.goal.skills:
            marks[identity] += [_mark(m) for m in by_skill.get(skill, ()) if _during(goal_span, m.date)]
        below = [lane for s in goal_span.goal.skills if (lane := lanes_of.pop(s, None)) is not None]
        goals.append(_goal_lane(goal_span, marks[identity], below, period, ahead, today))
    left = (lane for lane in lanes_of.values() if lane is not None)
    return tuple(goals), tuple(left)


def _during(goal_span: GoalSpan, day: date) -> bool:
    return goal_span.start < day and (goal_span.ran_until is None or day <= goal_span.ran_until)


def _goal_lane(
    goal_span: GoalSpan, marks: list[Mark], skills: list[SkillLane], period: Period, ahead: date, today: date
) -> GoalLane:
    goal = goal_span.goal
    if goal.due and goal_span.state not in ENDED and goal.due >= period.since:
        marks = [*marks, Mark(goal.id, goal.due, "target", goal.title, beyond=goal.due > ahead)]
    return GoalLane(
        id=goal.id,
        title=goal.title,
        state=goal_span.state,
        spans=_spans(goal_span, Period(period.since, ahead), today),
        marks=tuple(sorted(marks, key=attrgetter("date", "id"))),
        skills=tuple(skills),
        reason=goal_span.reason,
        undated=goal_span.undated,
    )


def _spans(goal_span: GoalSpan, shown: Period, today: date) -> tuple[Span, ...]:
    """Return the stretches of a goal, cut to the days that are shown."""
    goal, spans = goal_span.goal, list(goal_span.spans)
    if goal_span.state in ("idea", "planned"):
        spans.append(Span(goal_span.start, max(goal.due or today, goal_span.start), "planned"))
    elif goal_span.ran_until is None and goal.due and goal.due > today:
        spans.append(Span(today, goal.due, "ahead"))
    return tuple(
        Span(max(s.since, shown.since), min(s.until, shown.until), s.state)
        for s in spans
        if shown.overlaps(s.since, s.until)
    )


def _skill_lane(history: SkillHistory, period: Period) -> SkillLane | None:
    """Return the lane of a skill: its levels in the period and the last one before it; None when there is none."""
    own = [p for p in history.by_self if p.date <= period.until]
    first = max((i for i, p in enumerate(own) if p.date < period.since), default=0)
    steps = tuple(_changes(own[first:], max(1, len(history.levels) - 1)))
    others = tuple(
        Mark(p.id, p.date, "other", history.skill.title, level=p.level, who=p.rater)
        for p in history.by_others
        if period.contains(p.date)
    )
    return SkillLane(history.skill.id, history.skill.title, steps, others) if steps or others else None


def _changes(points: Iterable[Point], top: int) -> Iterable[LevelStep]:
    """Yield each point whose level differs from the one before it."""
    level: Level | None = None
    for point in points:
        if point.level != level:
            yield LevelStep(point.id, point.date, point.level, point.position, top)
        level = point.level


def _finding(running: Sequence[GoalSpan], happened: Iterable[Moment]) -> LanesFinding:
    states = [goal_span.state for goal_span in running]
    return LanesFinding(
        reached=states.count("achieved"),
        running=states.count("active"),
        paused=states.count("paused"),
        turning=turning_point(happened),
        undated=sum(goal_span.undated for goal_span in running),
    )


def turning_point(happened: Iterable[Moment]) -> Turning | None:
    """Return the first story linked to a goal, else the first story, else the first milestone; None without any."""
    stories = [m for m in happened if m.kind in ("story", "milestone") and m.text.strip()]
    first = min(stories, key=lambda m: (m.kind != "story", not m.goals), default=None)
    return Turning(first.id, first.date, first.text) if first else None
