"""Turn an agreement into a goal, a step of a goal, or a need. The new record is private, like every new record."""

from __future__ import annotations

from typing import Final, Literal, get_args

from portfolio.errors import UsageError
from portfolio.journey.prompts.if_then_plans import active_goals
from portfolio.notebook.notebook import Notebook
from portfolio.notebook.results import Stored
from portfolio.records.conversations import Agreement
from portfolio.wording import N_

Into = Literal["goal", "step", "need"]
INTO: Final[tuple[Into, ...]] = get_args(Into)
MOST_GOALS: Final = 3
"""With this many active goals a new one begins as an idea (see `portfolio.tui.records.state` for the reason)."""


def become(notebook: Notebook, agreement: Agreement, into: Into, goal: str = "") -> Stored:
    """Make the record from the text of the agreement and link the agreement with its goal, as one change.

    The agreement itself stays. A step needs a goal: `goal`, else that of the agreement; raises UsageError without one.
    """
    goal = goal or next(iter(notebook.read.records.present((agreement.goal,))), "")
    if into == "step" and not goal:
        raise UsageError(N_("A step belongs to a goal: add --goal with the goal."))
    batch, today = notebook.batch(), notebook.today.isoformat()
    due = agreement.due.isoformat() if agreement.due else None
    made: dict[str, object] = {"kind": into, "date": today}
    if into == "goal":
        begins = len(active_goals(notebook.read.records)) < MOST_GOALS
        made |= {"title": agreement.text, "sign": agreement.sign, "due": due}
        made |= {"state": "active", "start": today} if begins else {"state": "idea"}
    elif into == "step":
        made |= {"text": agreement.text, "goal": goal, "due": due}
    else:
        made |= {"text": agreement.support or agreement.text, "goal": goal}
    batch.add_json({name: value for name, value in made.items() if value})
    linked = batch.asked[-1] if into == "goal" else goal
    if linked and linked != agreement.goal:
        batch.edit(agreement.id, "agreement", {"goal": linked})
    return notebook.write.save(batch)
