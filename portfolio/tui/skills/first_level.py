"""Flow after a goal that made new skills: the level of each, what shows it, and where it should go."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, Final

from portfolio.capture.options import Option, levels_of, named
from portfolio.notebook import entries
from portfolio.present.titles import heading
from portfolio.records.skills import Rating, Skill
from portfolio.tui.dialogs.pick import PickDialog
from portfolio.tui.services.status import StatusMessage, saved_message
from portfolio.tui.writing.choose_value import making

if TYPE_CHECKING:
    from portfolio.notebook import Notebook
    from portfolio.records.collection import Records
    from portfolio.records.goals import Goal
    from portfolio.tui.shell.screen import BaseScreen

_SKIP: Final = "skip"


def without_level(goal: Goal, records: Records, names: Collection[str]) -> list[Skill]:
    """Return the skills of a goal that were made by these names and have no rating yet."""
    rated = {rating.skill for rating in records.of(Rating)}
    linked = (records.find(Skill, identity) for identity in goal.skills)
    return [skill for skill in linked if skill is not None and skill.title in names and skill.id not in rated]


async def ask_levels(screen: BaseScreen[None], goal: Goal, names: Collection[str]) -> None:
    """Ask for the level of each new skill, what shows it, and the target; Escape leaves the questions that are left."""
    for skill in without_level(goal, screen.services.state.records, names):
        _, state = screen.words, screen.services.state
        entry = screen.services.navigator.new_entry("rating", "", {"skill": skill.id})
        skip = Option(_SKIP, _("Skip this"))
        levels, title = [skip, *levels_of(entry, state)], heading(skill, state.records, _)
        level = await screen.ask(PickDialog(_("{skill}: where are you now?").format(skill=title), levels))
        if level is None:
            return
        shows: str | None = _SKIP
        if level != _SKIP:
            held = named("evidence", state)
            question = _("What shows it? Choose evidence, or type a name for it.")
            shows = await screen.ask(PickDialog(question, [skip, *held], new=making("evidence", held, _)))
        target = None
        if shows is not None:
            target = await screen.ask(PickDialog(_("{skill}: where do you want to go?").format(skill=title), levels))
        _save(screen, skill, *("" if each in (None, _SKIP) else each or "" for each in (level, shows, target)))
        if target is None:
            return


def _save(screen: BaseScreen[None], skill: Skill, level: str, shows: str, target: str) -> None:
    """Save the answers as one change; nothing without an answer."""
    _, navigator = screen.words, screen.services.navigator
    if not (level or target):
        return
    texts = {"skill": skill.id, "level": level, **({"evidence": shows} if shows else {})}
    rating = navigator.new_entry("rating", "", {})._replace(texts=texts)

    def save(nb: Notebook) -> StatusMessage:
        batch = nb.batch()
        if level:
            entries.add_to(batch, rating, _)
        if target:
            entries.set_fields(batch, skill.id, "skill", {"target": target})
        return saved_message(nb.write.save(batch), _("Saved. Only you see this."), _)

    screen.services.session.save_soon(save)
