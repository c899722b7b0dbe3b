"""What someone does with a hint: put it away for good, or make a milestone of what was proposed."""

from __future__ import annotations

from portfolio.journey.prompts.nudges import dismissed
from portfolio.journey.prompts.proposals import Proposal
from portfolio.notebook.notebook import Notebook
from portfolio.notebook.results import Stored


def put_away(notebook: Notebook, key: str) -> Stored:
    """Never show the hint with this key again; undo brings it back."""
    drafting = notebook.drafting()
    drafting.add_json({"kind": "profile", "dismissed": sorted({*dismissed(notebook.read.records), key})})
    return notebook.write.save(drafting)


def take(notebook: Notebook, proposed: Proposal, text: str) -> Stored:
    """Make the milestone that was proposed, private as everything new."""
    drafting = notebook.drafting()
    drafting.add_json(
        {
            "kind": "milestone",
            "text": text,
            "source": proposed.source,
            "date": proposed.date.isoformat(),
            "goals": list(proposed.goals),
            "skills": list(proposed.skills),
        }
    )
    return notebook.write.save(drafting)
