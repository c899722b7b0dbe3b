"""Flow of the quarterly review: goals and skills first, so that its questions start with those decisions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

from portfolio.capture.entry import ANSWER
from portfolio.capture.options import Option, levels_of
from portfolio.journey.facts.skill_history import skill_histories
from portfolio.present.titles import heading
from portfolio.records.goals import Goal
from portfolio.records.skills import Skill
from portfolio.records.templates import QUARTER
from portfolio.sanitise import clean_line
from portfolio.tui.dialogs.line import LineDialog
from portfolio.tui.dialogs.pick import PickDialog
from portfolio.tui.records.state import set_state
from portfolio.tui.services.status import StatusMessage, saved_message
from portfolio.wording.balance import DECISIONS, decision_words
from portfolio.wording.dates import day_short
from portfolio.wording.levels import level_label, no_level
from portfolio.wording.names import choice_label

if TYPE_CHECKING:
    from portfolio.notebook import Notebook
    from portfolio.tui.shell.screen import BaseScreen

_RUNS: Final = frozenset({"active", "paused"})
_STATES: Final = {"continue": "active", "pause": "paused", "drop": "dropped", "achieve": "achieved"}
_SKIP: Final = "skip"


async def balance(screen: BaseScreen[None], _given: Mapping[str, str]) -> None:
    """Go through the goals and skills, then open the questions with the decisions filled in.

    An unfinished review of this quarter is continued.
    """
    navigator, records = screen.services.navigator, screen.services.state.records
    begun = navigator.begun(navigator.new_entry("reflection", QUARTER, {}))
    if begun is not None:
        navigator.open_entry(begun)
        return
    decided = await _decide_goals(screen, [goal for goal in records.of(Goal) if goal.state in _RUNS])
    rated = await _rate_skills(screen, records.of(Skill))
    answers = {f"{ANSWER}goals": "\n".join(decided), f"{ANSWER}skills": "\n".join(rated)}
    entry = navigator.new_entry("reflection", QUARTER, {})
    navigator.open_entry(entry._replace(texts={key: text for key, text in answers.items() if text}))


async def _decide_goals(screen: BaseScreen[None], goals: Sequence[Goal]) -> list[str]:
    """Ask what to do with each goal; cancelling leaves the rest unchanged. Returns a line per decision."""
    decided: list[str] = []
    for goal in goals:
        app_state, navigator = screen.services.state, screen.services.navigator
        _ = app_state.words
        title, state = heading(goal, app_state.records, _), choice_label("state", goal.state, _, "goal")
        question = _("Goal: {title} ({state})").format(title=title, state=state)
        options = [Option(decision, decision_words(decision, _)) for decision in DECISIONS]
        decision = await screen.ask(PickDialog(question, options, numbered=True))
        if decision is None:
            break
        decided.append(_("{title}: {decision}").format(title=title, decision=decision_words(decision, _).lower()))
        if decision == "adjust":
            await navigator.write(navigator.to_change(goal).asked(""))
        elif decision in _STATES and _STATES[decision] != goal.state:
            await set_state(screen, goal, _STATES[decision])
    return decided


async def _rate_skills(screen: BaseScreen[None], skills: Sequence[Skill]) -> list[str]:
    """Ask for the current level of each skill; cancelling skips the rest. Returns a line per new rating."""
    rated: list[str] = []
    for skill in skills:
        _ = screen.words
        level = await _ask_level(screen, skill)
        if level is None:
            break
        if level != _SKIP:
            reason = await screen.ask(LineDialog(_("What shows it? (optional)"), ""))
            named = level_label(int(level) if level.isdigit() else level, _, skill.scale)
            rated.append(f"{heading(skill, screen.services.state.records, _)}: {named}")
            _save_rating(screen, {"skill": skill.id, "level": level, "reason": reason or ""})
    return rated


def _save_rating(screen: BaseScreen[None], texts: Mapping[str, str]) -> None:
    """Save a new rating with these field values, of which empty ones are left out."""
    _ = screen.words
    given = {name: [text] for name, text in texts.items() if text}

    def save(nb: Notebook) -> StatusMessage:
        batch = nb.batch()
        batch.add_typed("rating", given)
        return saved_message(nb.write.save(batch, create_file=True), _("Saved. Only you see this."), _)

    screen.services.session.save_soon(save)


async def _ask_level(screen: BaseScreen[None], skill: Skill) -> str | None:
    """Ask for the level of a skill, with the meaning of each level and the last rating."""
    state = screen.services.state
    _ = state.words
    history = skill_histories(state.records, state.today).get(skill.id)
    last = history.now if history is not None else None
    entry = screen.services.navigator.new_entry("rating", "", {"skill": skill.id})
    options = [Option(_SKIP, _("No new rating now")), *levels_of(entry, state)]
    last_time, reason = no_level(_), ""
    if last is not None:
        last_time = _("Last time: {level}, {day}").format(
            level=level_label(last.level, _, skill.scale), day=day_short(last.date, _)
        )
        reason = str(getattr(state.records.get(last.id), "reason", None) or "")
    title = _("Skill: {title}").format(title=heading(skill, state.records, _))
    question = "\n".join(part for part in (title, last_time, " ".join(clean_line(reason).split())) if part)
    at = str(last.level) if last is not None else _SKIP
    return await screen.ask(PickDialog(question, options, at=at))
