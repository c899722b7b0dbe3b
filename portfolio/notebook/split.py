"""Split feedback of many lines into one record per skill and sort, from the same person and day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from portfolio.capture.batch import Batch
from portfolio.journey.prompts.feedback_split import Part, Place
from portfolio.notebook.notebook import Notebook
from portfolio.notebook.results import Stored
from portfolio.records.collection import Records
from portfolio.records.feedback import Feedback
from portfolio.records.identity import is_id

_ALIKE = ("asked", "channel", "permission", "situation")
"""The fields that all parts share, besides the giver, the day and the goals."""


def split(notebook: Notebook, identity: str, found: Sequence[Part], seen: Mapping[str, Iterable[str]]) -> Stored:
    """Keep the first part in the feedback itself and make the others new private feedback, as one change."""
    whole = notebook.read.records.find(Feedback, identity)
    batch, records = notebook.batch(), notebook.read.records
    if whole is None or not found:
        return notebook.write.save(batch)
    first, *others = [part._replace(place=_made(part.place, batch)) for part in found]
    batch.edit(identity, "feedback", {"what": first.words, **_placed(first.place, whole, records)})
    for part in others:
        values: dict[str, Any] = {"kind": "feedback", "what": part.words, "date": whole.date.isoformat()}
        values |= {name: getattr(whole, name) for name in _ALIKE if getattr(whole, name)}
        values |= {
            "goals": list(records.present(whole.goals)),
            "from": "".join(records.present((whole.from_,))),
        }
        batch.add_json({name: value for name, value in (values | _placed(part.place, whole, records)).items() if value})
    return notebook.write.save(batch, seen=seen)


def _made(place: Place, batch: Batch) -> Place:
    """The place with the id of its skill, which is made when it is new."""
    if not place.skill or is_id(place.skill):
        return place
    return place._replace(skill=batch.named("skill", place.skill))


def _placed(place: Place, whole: Feedback, records: Records) -> dict[str, Any]:
    """The fields that a place sets; a part without a place keeps those of the whole."""
    if place == Place():
        return {}
    return {
        "sort": place.sort or whole.sort,
        "skills": [place.skill] if place.skill else list(records.present(whole.skills)),
    }
