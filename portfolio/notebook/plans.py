"""Store the answer to an if-then plan: a note with the plan as its title."""

from __future__ import annotations

from portfolio.journey.prompts.if_then_plans import Plan
from portfolio.notebook.notebook import Notebook
from portfolio.notebook.results import Stored


def answer(notebook: Notebook, plan: Plan, words: str) -> Stored:
    """Save how the plan went as a private note, with the goals and skills of the plan."""
    batch = notebook.batch()
    known = notebook.read.records
    batch.add_json(
        {
            "kind": "reflection",
            "template": "note",
            "title": plan.text,
            "answers": {"text": words},
            "goals": [each for each in plan.goals if known.get(each) is not None],
            "skills": [each for each in plan.skills if known.get(each) is not None],
        }
    )
    return notebook.write.save(batch)
