"""Act on a hint: dismiss it for good, or make the proposed milestone."""

from __future__ import annotations

from portfolio.journey.prompts.nudges import dismissed
from portfolio.journey.prompts.proposals import Proposal
from portfolio.notebook.notebook import Notebook
from portfolio.notebook.results import Stored


def put_away(notebook: Notebook, key: str) -> Stored:
    """Never show the hint with this key again; undo brings it back."""
    batch = notebook.batch()
    batch.add_json({"kind": "profile", "dismissed": sorted({*dismissed(notebook.read.records), key})})
    return notebook.write.save(batch)


def take(notebook: Notebook, proposed: Proposal, text: str) -> Stored:
    """Make the proposed milestone, private like every new record."""
    batch = notebook.batch()
    batch.add_json(
        {
            "kind": "milestone",
            "text": text,
            "source": proposed.source,
            "date": proposed.date.isoformat(),
            "goals": list(proposed.goals),
            "skills": list(proposed.skills),
        }
    )
    return notebook.write.save(batch)
