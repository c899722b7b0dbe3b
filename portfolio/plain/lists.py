"""The lists of records as numbered lines, and opening a record from one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from portfolio.capture.additions import IN_PLACE
from portfolio.capture.options import Option
from portfolio.journey.facts.skill_history import SkillHistory, skill_histories
from portfolio.plain.console import Group
from portfolio.plain.desk import NEW, UNDO, Desk
from portfolio.plain.record import choose_addition, read_record, skill_in_words
from portfolio.present.groups import Groups, feedback_groups, goal_groups, skill_groups
from portfolio.present.owners import owner_word
from portfolio.present.shareable import shareable_word
from portfolio.present.titles import heading, kind_word, person_word
from portfolio.records.conversations import Agreement, Conversation, Need
from portfolio.records.evidence import Evidence
from portfolio.records.feedback import Feedback, Request
from portfolio.records.goals import Goal, Step
from portfolio.records.persons import Person
from portfolio.records.record import Record
from portfolio.records.reflections import Reflection
from portfolio.records.skills import Skill
from portfolio.sanitise import clean_line
from portfolio.wording.dates import day_short, until
from portfolio.wording.names import choice_label
from portfolio.wording.quantities import steps_done


def reflections(desk: Desk) -> None:
    """Read back what was written, newest first."""
    show(desk, lambda: [("", desk.records.of(Reflection)[::-1])])


def goals(desk: Desk) -> None:
    """Show the learning goals by state."""
    show(desk, lambda: goal_groups(desk.records.of(Goal)[::-1], desk.words), "goals")


def feedback(desk: Desk) -> None:
    """Show the feedback and the requests for it."""
    show(
        desk,
        lambda: feedback_groups(desk.records.of(Request)[::-1], desk.records.of(Feedback)[::-1], desk.words),
        "feedback",
    )


def skills(desk: Desk) -> None:
    """Show the skills and the evidence."""
    show(desk, lambda: skill_groups(desk.records.of(Skill), desk.records.of(Evidence)[::-1], desk.words), "skills")


def show(
    desk: Desk,
    found: Callable[[], Groups],
    place: str = "",
    *,
    mixed: bool = False,
    acts: Mapping[str, tuple[str, Callable[[], None]]] | None = None,
) -> None:
    """Print the records in groups, and open or add one, until the user goes back.

    `place` names what can be added; in a `mixed` list each record says of which kind it is; `acts` are other items by
    key, with their label, above the records.
    """
    others = acts or {}
    additions = [a for a in IN_PLACE.get(place, ()) if a.kind not in ("starter", "climate")] if desk.can_write else []
    printed: list[Group] = []
    while True:
        desk.look()
        _ = desk.words
        desk.console.say("")
        groups = [Group("", [Option(key, label) for key, (label, _act) in others.items()])]
        groups += [Group(label, options(records, desk, mixed=mixed)) for label, records in found()]
        if not any(group.options for group in groups):
            desk.console.say(_("Nothing here yet."))
        letters = {NEW: _("add something new")} if additions else {}
        answer = desk.console.choose(groups, letters | desk.undo_letter(), printed=groups == printed)
        printed = groups
        desk.shows()
        if answer is None:
            return
        if answer == UNDO:
            desk.undo()
        elif answer == NEW:
            choose_addition(desk, additions)
        elif answer in others:
            others[answer][1]()
        else:
            read_record(desk, answer)


def options(records: Sequence[Record], desk: Desk, *, mixed: bool = False) -> list[Option]:
    """Return records as items: their title, and what tells them apart; only shareable ones have that word."""
    histories = skill_histories(desk.records, desk.today) if any(isinstance(r, Skill) for r in records) else {}
    made = []
    for record in records:
        details = [kind_word(record, desk.words)] if mixed and not isinstance(record, Reflection) else []
        details += [words for words in _details(record, desk, histories) if words]
        details += [shareable_word(record, desk.words)] if record.shareable else []
        made.append(Option(record.id, _title(record, desk), ", ".join(details)))
    return made


def _title(record: Record, desk: Desk) -> str:
    """Return the title, with the day before it where the day tells records apart."""
    _ = desk.words
    title = heading(record, desk.records, _)
    if isinstance(record, Goal | Skill | Person | Agreement | Step | Need):
        return title
    return f"{day_short(record.date, _)}, {title}"


def _details(record: Record, desk: Desk, histories: Mapping[str, SkillHistory]) -> Iterator[str]:
    _, records = desk.words, desk.records
    match record:
        case Reflection():
            yield kind_word(record, _)
        case Goal():
            yield from _of_goal(record, desk)
        case Feedback() | Request():
            who = records.find(Person, getattr(record, "from_", None) or getattr(record, "person", None))
            yield clean_line(person_word(who, _)) if who else ""
            if isinstance(record, Feedback):
                yield choice_label("sort", record.sort, _, "feedback") if record.sort else ""
        case Skill():
            yield from skill_in_words(record, histories, _)
        case Agreement():
            yield owner_word(record, records, _)
            yield choice_label("state", record.state, _, "agreement")
            yield _("by {day}").format(day=day_short(record.due, _)) if record.due else ""
        case Conversation():
            yield until(record.date, desk.today, _) if record.state == "preparing" else ""
        case Person():
            yield clean_line(record.role or "") if record.name != record.role else ""
        case Need():
            yield choice_label("sort", record.sort, _, "need") if record.sort else ""


def _of_goal(goal: Goal, desk: Desk) -> Iterator[str]:
    _ = desk.words
    steps = [step for step in desk.records.of(Step) if step.goal == goal.id]
    if steps:
        done = sum(step.done_on is not None for step in steps)
        yield steps_done(done, len(steps), _)
    if goal.due and goal.state in ("active", "paused"):
        yield _("by {day}").format(day=day_short(goal.due, _))
