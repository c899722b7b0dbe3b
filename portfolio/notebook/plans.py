"""What someone answers when an if-then plan is shown again: a note that has the plan as its title."""

from __future__ import annotations

from portfolio.journey.prompts.if_then_plans import Plan
from portfolio.notebook.notebook import Notebook
from portfolio.notebook.results import Stored


def answer(notebook: Notebook, plan: Plan, words: str) -> Stored:
    """Keep how it went, private as everything new, with the goals and skills of the plan."""
    drafting = notebook.drafting()
    known = notebook.read.records
    drafting.add_json(
        {
            "kind": "reflection",
            "template": "note",
            "title": plan.text,
            "answers": {"text": words},
            "goals": [each for each in plan.goals if known.get(each) is not None],
            "skills": [each for each in plan.skills if known.get(each) is not None],
        }
    )
    return notebook.write.save(drafting)
