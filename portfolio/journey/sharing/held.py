"""Records that are marked as shareable and are not shared all the same, with the reason. For the user only."""

from __future__ import annotations

from typing import Final, NamedTuple

from portfolio.journey.sharing.rules import ANSWERS
from portfolio.journey.sharing.share import Shared
from portfolio.records.collection import Records
from portfolio.records.evidence import Evidence
from portfolio.records.feedback import Feedback
from portfolio.records.record import Record
from portfolio.records.reflections import Reflection
from portfolio.records.skills import Rating, Skill
from portfolio.wording import N_

TWO_VERSIONS: Final = N_("it has two versions")
NO_PERMISSION: Final = N_("the other person has not agreed to it")
FOR_ONESELF: Final = N_("this template is for yourself")
NOT_ITS_GOAL: Final = N_("what it belongs to is not included")
OTHER_PERIOD: Final = N_("it is not in this period")
TITLE_ONLY: Final = N_("its level is private")
_NEVER: Final = frozenset({"person", "profile", "export"})
_PARENTS: Final = ("goal", "skill", "measure")


class Held(NamedTuple):
    """A shareable record that is not shared."""

    record: Record
    reason: str
    """The message id of the reason, in English."""


def held_back(records: Records, shared: Shared) -> tuple[Held, ...]:
    """Return every shareable record that is not in `shared`, by date."""
    included = {record.id for record in shared.records}
    left = (r for r in records if r.shareable and r.id not in included and r.kind not in _NEVER)
    return tuple(Held(record, _reason(record, included)) for record in left)


def title_only(shared: Shared) -> frozenset[str]:
    """Return the ids of the skills of which nothing but the title is shared: no level, no target and no evidence."""
    records = shared.records
    told = {rating.skill for rating in records.of(Rating)}
    told.update(skill for evidence in records.of(Evidence) for skill in evidence.skills)
    return frozenset(skill.id for skill in records.of(Skill) if skill.target is None and skill.id not in told)


def _reason(record: Record, included: set[str]) -> str:
    if record.conflicts:
        return TWO_VERSIONS
    if isinstance(record, Feedback) and record.permission != "yes":
        return NO_PERMISSION
    if isinstance(record, Reflection) and record.template not in ANSWERS:
        return FOR_ONESELF
    if record.kind in ("step", "measure", "reading", "rating"):
        parents = [getattr(record, name, None) for name in _PARENTS]
        if not any(parent in included for parent in parents if parent):
            return NOT_ITS_GOAL
    return OTHER_PERIOD
