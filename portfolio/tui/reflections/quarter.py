"""The quarterly balance: goal by goal and skill by skill first, so that the questions after it need no retyping."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from portfolio.capture.entry import ANSWER
from portfolio.journey.facts.skill_history import skill_histories
from portfolio.present.titles import heading
from portfolio.records.goals import Goal
from portfolio.records.skills import Skill
from portfolio.sanitise import clean_line
from portfolio.tui.dialogs.line import LineDialog
from portfolio.tui.dialogs.options import Option, levels_of
from portfolio.tui.dialogs.pick import PickDialog
from portfolio.tui.keymap.records import QUARTER
from portfolio.tui.records import changes
from portfolio.tui.records.state import set_state
from portfolio.wording import Words
from portfolio.wording.balance import DECISIONS, decision_words
from portfolio.wording.dates import day_short
from portfolio.wording.levels import level_label, no_level
from portfolio.wording.names import choice_label

if TYPE_CHECKING:
    from portfolio.tui.shell.place_screen import PlaceScreen

_RUNS: Final = frozenset({"active", "paused"})
_STATES: Final = {"continue": "active", "pause": "paused", "drop": "dropped", "achieve": "achieved"}
_SKIP: Final = "skip"


def balance(screen: PlaceScreen, _given: Mapping[str, str]) -> None:
    """Walk past the goals and the skills, then begin the questions with what was decided already in them.

    A balance of this quarter that was left is gone on with.
    """
    begun = screen.services.navigator.begun(screen.new_writing("reflection", QUARTER, {}))
    if begun is not None:
        screen.go_on(begun)
        return
    records = screen.services.state.records
    goals = [goal for goal in records.of(Goal) if goal.state in _RUNS]
    decided: list[str] = []
    rated: list[str] = []

    def begin() -> None:
        given = {f"{ANSWER}goals": "\n".join(decided), f"{ANSWER}skills": "\n".join(rated)}
        writing = screen.new_writing("reflection", QUARTER, {})
        screen.go_on(writing._replace(texts={key: text for key, text in given.items() if text}))

    _goals(screen, goals, decided, lambda: _skills(screen, records.of(Skill), rated, begin))


def _goals(screen: PlaceScreen, goals: Sequence[Goal], decided: list[str], then: Callable[[], None]) -> None:
    """Ask of each goal what becomes of it; going back leaves the rest as they are."""
    if not goals:
        then()
        return
    look, goal, rest = screen.services.state, goals[0], goals[1:]
    _ = look.words
    title = heading(goal, look.records, _)
    options = [Option(decision, decision_words(decision, _)) for decision in DECISIONS]

    def on() -> None:
        _goals(screen, rest, decided, then)

    def picked(decision: str | None) -> None:
        if decision is None:
            then()
            return
        decided.append(_("{title}: {decision}").format(title=title, decision=decision_words(decision, _).lower()))
        if decision == "adjust":
            screen.go_on(screen.to_change(goal).asked(""), on)
        elif decision in _STATES and _STATES[decision] != goal.state:
            set_state(screen, goal, _STATES[decision], on)
        else:
            on()

    state = choice_label("state", goal.state, _, "goal")
    question = _("Goal: {title} ({state})").format(title=title, state=state)
    screen.app.push_screen(PickDialog(question, options, numbered=True), picked)


def _skills(screen: PlaceScreen, skills: Sequence[Skill], rated: list[str], then: Callable[[], None]) -> None:
    """Ask of each skill which level it has now, with what each level means and what was said last in sight."""
    if not skills:
        then()
        return
    look, skill, rest = screen.services.state, skills[0], skills[1:]
    _ = look.words
    title = heading(skill, look.records, _)
    course = skill_histories(look.records, look.today).get(skill.id)
    last = course.now if course is not None else None
    writing = screen.new_writing("rating", "", {"skill": skill.id})
    options = [Option(_SKIP, _("No new rating now")), *levels_of(writing, look)]

    def on() -> None:
        _skills(screen, rest, rated, then)

    def picked(level: str | None) -> None:
        if level is None:
            then()
        elif level == _SKIP:
            on()
        else:
            _ask_reason(screen, skill, level, lambda: rated.append(f"{title}: {_named(level, skill, _)}"), on)

    told = no_level(_)
    if last is not None:
        told = _("Last time: {level}, {day}").format(
            level=level_label(last.level, _, skill.scale), day=day_short(last.date, _)
        )
    reason = " ".join(clean_line(_reason(screen, last.id if last is not None else "")).split())
    question = "\n".join(part for part in (_("Skill: {title}").format(title=title), told, reason) if part)
    at = str(last.level) if last is not None else _SKIP
    screen.app.push_screen(PickDialog(question, options, at=at), picked)


def _named(level: str, skill: Skill, _: Words) -> str:
    return level_label(int(level) if level.isdigit() else level, _, skill.scale)


def _reason(screen: PlaceScreen, rating: str) -> str:
    return str(getattr(screen.services.state.records.get(rating), "reason", None) or "")


def _ask_reason(
    screen: PlaceScreen, skill: Skill, level: str, taken: Callable[[], object], then: Callable[[], None]
) -> None:
    """What shows it: the claim needs its fact. Going back gives no rating."""
    _ = screen.words

    def typed(reason: str | None) -> None:
        taken()
        texts = {"skill": skill.id, "level": level, "reason": reason or ""}
        changes.add(screen.services, "rating", {key: text for key, text in texts.items() if text})
        then()

    screen.app.push_screen(LineDialog(_("What shows it? It may stay empty."), ""), typed)
