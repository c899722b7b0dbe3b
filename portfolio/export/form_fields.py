"""The values of the fields of a form, from what is shared.

They are texts, rows and tuples of rows, in the words and the language of the other documents. They are made of a
`Shared` and nothing else, and what is in a section that is left out is empty here too.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple, TypeAlias, TypeVar

from portfolio.export.document import reference
from portfolio.export.form_names import Row, Value
from portfolio.export.options import Options, sections_shown
from portfolio.export.placement import routes, with_results_only
from portfolio.export.profile import shipped
from portfolio.export.section_context import SectionContext
from portfolio.export.sections.glance import GlanceText, needs, shown_lines, summary
from portfolio.journey.facts.goal_spans import state_since
from portfolio.journey.sharing.share import Shared
from portfolio.journey.views.growth import SkillGrowth, Standing, growth
from portfolio.present.titles import number
from portfolio.records.conversations import Agreement, Conversation
from portfolio.records.evidence import Evidence
from portfolio.records.feedback import Feedback
from portfolio.records.goals import Goal, Measure, Reading, Step
from portfolio.records.levels import Level
from portfolio.records.milestones import Milestone
from portfolio.records.persons import Profile
from portfolio.records.record import Record
from portfolio.records.reflections import Reflection
from portfolio.records.skills import Rating
from portfolio.sanitise import clean
from portfolio.wording import Words
from portfolio.wording.dates import period_in_words
from portfolio.wording.levels import level_label
from portfolio.wording.names import choice_label

_Kind = TypeVar("_Kind", bound=Record)
_Said: TypeAlias = str | date | float | tuple[Row, ...] | None
"""A value as a record has it."""


class Fields(NamedTuple):
    """The values by field, and the ids of the records that were read, which grow as they are."""

    values: Mapping[str, Value]
    used: set[str]


def fields(shared: Shared, today: date, _: Words, options: Options) -> Fields:
    """The values of every field. Raises UsageError for an unknown section."""
    shown = sections_shown(shipped("portfolio").sections, options)
    shared = with_results_only(shared) if options.careful else shared
    today = min(today, shared.period.until)  # what came after the period is not known in the document
    gone = frozenset(options.no_section)
    context = SectionContext(
        shared, today, _, shown, gone, routes(shared, shown), glance=options.glance, takes_proposed=options.proposed
    )
    made = _Rows(context)
    return Fields({**made.front(), **made.lists()}, made.used)


class _Rows:
    """The rows of every list, from the sections that are shown."""

    def __init__(self, context: SectionContext) -> None:
        self._context = context
        self._words = context.words
        self._records = context.shared.records
        self.used: set[str] = set()
        self._evidence = {piece.id: self._piece(piece) for piece in self._of(Evidence, "evidence")}
        levels = growth(self._records, context.shared.period, context.today).skills
        self._skills = {row.id: self._skill(row) for row in levels} if "where_i_stand" in context.shown else {}

    def front(self) -> dict[str, Value]:
        """The texts that are no list: whose document it is, its period and its conversation."""
        context, shared = self._context, self._context.shared
        profile = next(iter(self._records.of(Profile)), None)
        meeting = self._records.find(Conversation, shared.conversation)
        self.used.update(record.id for record in (profile, meeting) if record is not None)
        own = ("strengths", "motives", "ambition") if "strengths" in context.shown else ()
        names = ("name", "job", "team", "organisation", *own)
        about = {name: clean(getattr(profile, name, None) or "") for name in names}
        return {
            **dict.fromkeys(("strengths", "motives", "ambition"), ""),
            **about,
            "manager": context.who(profile.manager) if profile else "",
            "period": period_in_words(*shared.period, self._words),
            "since": context.day(shared.period.since),
            "until": context.day(shared.period.until),
            "conversation": self._label("sort", meeting.sort, "conversation") if meeting else "",
            "conversation_with": context.who(meeting.with_) if meeting else "",
            "conversation_date": context.day(meeting.date) if meeting else "",
        }

    def lists(self) -> dict[str, Value]:
        """Every list by its name; the lead is one row."""
        context, shown = self._context, self._context.shown
        lines = shown_lines(context) if "at_a_glance" in shown else {}
        told = (reflection for place in ("stories", "shared_knowledge") for reflection in context.routes.of(place))
        points = (*context.routes.of("discuss"), *(r for r in told if r.id in context.shared.discuss))
        asked = needs(context) if "needs" in shown else ()
        return {
            "lead": next((self._line(line, summary(context).items) for line in lines.get("lead", ())), ""),
            "results": self._lines(lines.get("learned", ())),
            "proud": self._lines(lines.get("proud", ())),
            "goals": tuple(map(self._goal, context.routes.goals if "goals" in shown else ())),
            "next_goals": tuple(map(self._goal, context.routes.ahead if "looking_ahead" in shown else ())),
            "skills": tuple(self._skills.values()),
            "evidence": tuple(self._evidence.values()),
            "feedback": tuple(map(self._feedback, self._of(Feedback, "feedback"))),
            "stories": tuple(map(self._reflection, context.routes.of("stories") if "stories" in shown else ())),
            "needs": tuple(self._row(n, text=n.text, sort=self._label("sort", n.sort, "need")) for n in asked),
            "points": tuple(map(self._reflection, points if "discuss" in shown else ())),
            "agreements": tuple(map(self._agreement, self._of(Agreement, "agreements"))),
            "milestones": tuple(self._row(m, text=m.text, date=m.date) for m in self._of(Milestone, "journey")),
        }

    def _of(self, kind: type[_Kind], section: str) -> tuple[_Kind, ...]:
        """The records of a kind, when their section is in the document."""
        return tuple(self._records.of(kind)) if section in self._context.shown else ()

    def _row(self, record: Record | str, **values: _Said) -> Row:
        """A row of the texts of a record."""
        ids = (record if isinstance(record, str) else record.id,)
        return Row({name: self._value(value) for name, value in values.items()}, ids, self.used)

    def _value(self, value: _Said) -> Value:
        match value:
            case date():
                return self._context.day(value)
            case float() | int():
                return number(value, self._words)
            case tuple():
                return value
        return clean(value or "")

    def _label(self, field: str, value: str | None, kind: str) -> str:
        return choice_label(field, value, self._words, kind=kind) if value else ""

    def _lines(self, lines: Iterable[GlanceText]) -> tuple[Row, ...]:
        return tuple(self._line(line, (line.id,) if line.id else ()) for line in lines)

    def _line(self, line: GlanceText, ids: Iterable[str]) -> Row:
        return Row({"text": clean(line.words)}, ids, self.used)

    def _goal(self, goal: Goal) -> Row:
        steps = [step for step in self._records.of(Step) if step.goal == goal.id]
        steps.sort(key=lambda step: step.done_on or date.max)  # those to come are last
        measures = (measure for measure in self._records.of(Measure) if measure.goal == goal.id)
        return self._row(
            goal,
            title=goal.title,
            why=goal.why,
            different=goal.different,
            sign=goal.sign,
            contributes_to=goal.contributes_to,
            state=self._label("state", goal.state, "goal"),
            state_since=state_since(goal),
            start=goal.start,
            due=goal.due,
            forms=", ".join(choice_label("forms", form, self._words) for form in goal.forms),
            first_step=goal.first_step,
            plan=goal.if_then,
            steps=tuple(self._row(s, text=s.text, done_on=s.done_on, result=s.result) for s in steps),
            measures=tuple(map(self._measure, measures)),
            skills=tuple(self._skills[each] for each in goal.skills if each in self._skills),
            evidence=self._pieces(e.id for e in self._records.of(Evidence) if goal.id in e.goals),
        )

    def _measure(self, measure: Measure) -> Row:
        values = [reading.value for reading in self._records.of(Reading) if reading.measure == measure.id]
        start = measure.start if measure.start is not None or not values else values[0]
        now = values[-1] if values else None
        return self._row(measure, name=measure.name, start=start, now=now, target=measure.target, unit=measure.unit)

    def _skill(self, row: SkillGrowth) -> Row:
        def level(level: Level | None) -> str:
            return level_label(level, self._words, row.scale) if level is not None else ""

        def by(standing: Standing) -> str:
            return self._context.who(standing.who.id) if standing.who else self._words("my own view")

        ratings = [rating for rating in self._records.of(Rating) if rating.skill == row.id]
        linked = (e.id for e in self._records.of(Evidence) if row.id in e.skills)
        return self._row(
            row.id,
            title=row.title,
            group=self._label("group", row.group, "skill"),
            level=level(row.now.level if row.now else None),
            start=level(row.start.level if row.start else None),
            target=level(row.target),
            target_date=row.target_date,
            by=by(row.now) if row.now else "",
            others=tuple(self._row(o.id, level=level(o.level), by=by(o), date=o.date) for o in row.others),
            evidence=self._pieces((*linked, *(each for rating in ratings for each in rating.evidence))),
        )

    def _pieces(self, evidence: Iterable[str]) -> tuple[Row, ...]:
        """The rows of these pieces of evidence, each once, in the order of their numbers."""
        wanted = set(evidence)
        return tuple(row for identity, row in self._evidence.items() if identity in wanted)

    def _piece(self, piece: Evidence) -> Row:
        return self._row(
            piece,
            title=piece.title,
            number=reference(self._context.shared.numbers[piece.id]),
            date=piece.date,
            sort=self._label("sort", piece.sort, "evidence"),
            shows=piece.shows,
            own_part=piece.own_part,
            context=piece.context,
            issuer=piece.issuer,
            valid_until=piece.valid_until,
            confirmed_by=self._context.who(piece.confirmed_by),
            confirmed_on=piece.confirmed_on,
        )

    def _feedback(self, feedback: Feedback) -> Row:
        return self._row(
            feedback,
            text=feedback.what,
            by=self._context.who(feedback.from_),
            date=feedback.date,
            sort=self._label("sort", feedback.sort, "feedback"),
            situation=feedback.situation,
            plan=feedback.if_then,
        )

    def _reflection(self, reflection: Reflection) -> Row:
        answers = tuple(
            self._row(reflection, text=text, question=label) for label, text in self._context.answers(reflection)
        )
        return self._row(reflection, title=reflection.title, date=reflection.date, answers=answers)

    def _agreement(self, agreement: Agreement) -> Row:
        meeting = self._records.find(Conversation, agreement.conversation)
        return self._row(
            agreement,
            text=agreement.text,
            owner=self._label("owner", agreement.owner, "agreement"),
            due=agreement.due,
            support=agreement.support,
            sign=agreement.sign,
            state=self._label("state", agreement.state, "agreement"),
            date=meeting.date if meeting else None,
        )
