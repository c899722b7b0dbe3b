"""Feedback of many lines becomes several: one for each skill and sort, all from the same person on the same day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from portfolio.capture.batch import Batch
from portfolio.journey.prompts.feedback_split import Part, Place
from portfolio.notebook.notebook import Notebook
from portfolio.notebook.results import Stored
from portfolio.records.feedback import Feedback
from portfolio.records.identity import is_id

_ALIKE = ("asked", "channel", "permission", "situation")
"""What the parts have in common, beside who said it, when, and for which goals."""


def split(notebook: Notebook, identity: str, found: Sequence[Part], seen: Mapping[str, Iterable[str]]) -> Stored:
    """The first part stays in the feedback itself; the others become feedback of their own, private. One act."""
    whole = notebook.read.records.find(Feedback, identity)
    drafting = notebook.drafting()
    if whole is None or not found:
        return notebook.write.save(drafting)
    first, *others = [part._replace(place=_made(part.place, drafting)) for part in found]
    drafting.edit(identity, "feedback", {"what": first.words, **_placed(first.place, whole)})
    for part in others:
        values: dict[str, Any] = {"kind": "feedback", "what": part.words, "date": whole.date.isoformat()}
        values |= {name: getattr(whole, name) for name in _ALIKE if getattr(whole, name)}
        values |= {"goals": list(whole.goals), "from": whole.from_}
        drafting.add_json({name: value for name, value in (values | _placed(part.place, whole)).items() if value})
    return notebook.write.save(drafting, seen=seen)


def _made(place: Place, drafting: Batch) -> Place:
    """The same with the id of its skill, which is made on the way when it is new."""
    if not place.skill or is_id(place.skill):
        return place
    return place._replace(skill=drafting.named("skill", place.skill))


def _placed(place: Place, whole: Feedback) -> dict[str, Any]:
    """The fields that a place sets; what has none keeps what the whole had."""
    if place == Place():
        return {}
    return {
        "sort": place.sort or whole.sort,
        "skills": [place.skill] if place.skill else list(whole.skills),
    }
