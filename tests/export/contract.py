"""What may leave, written down a second time and in another shape, to hold the rules against."""

from __future__ import annotations

from portfolio.records.record import Record
from portfolio.records.reflections import Reflection

FIELDS = {
    "profile": "name job team organisation manager strengths motives ambition",
    "goal": "title why different sign contributes_to state state_on pauses start due achieved_on forms if_then"
    " first_step skills",
    "step": "text done_on result goal",
    "measure": "name unit direction start target goal",
    "reading": "date value measure",
    "reflection": "date template title form if_then goals skills evidence",
    "feedback": "date what sort situation if_then from goals skills",
    "skill": "title group target target_date scale",
    "rating": "level date rater evidence skill",
    "evidence": "date title sort miller shows own_part context issuer valid_until confirmed_by"
    " confirmed_on goals skills",
    "person": "name role",
    "conversation": "sort date with",
    "agreement": "text owner due support sign state conversation",
    "need": "text sort",
    "milestone": "text date",
}
ANSWERS = {
    "three_minutes": "progress learned next",
    "log": "what learned",
    "what_so_what": "what sowhat nowwhat",
    "start_stop_continue": "start stop continue",
    "four_l": "liked learned lacked longed",
    "abcd": "a c d",
    "after_action": "planned actual why keep",
    "starr": "s t a r1",
    "kolb": "ce ro ac ae",
    "gibbs": "description evaluation analysis conclusion action",
    "korthagen": "f1 f3 f4 f5",
    "week": "highlight lesson focus",
    "note": "text",
    "success": "text",
    "shared_knowledge": "text",
    "mistake": "lesson",
}


def field_may_leave(record: Record, name: str, *, locations: bool = False) -> bool:
    """Whether a field of this record is on the list; an answer is named `answers.learned`."""
    if name == "location":
        return locations
    if isinstance(record, Reflection) and name.startswith("answers."):
        return name.removeprefix("answers.") in ANSWERS.get(record.template, "").split()
    return name in FIELDS.get(record.kind, "").split()


def may_leave(record: Record) -> bool:
    """What holds for every record but the profile and persons, apart from the period and the rule of its kind."""
    if record.kind == "person":
        return not record.conflicts
    if record.kind == "profile":
        return True
    fine = record.shareable is True and not record.conflicts and "shareable" not in record.damaged
    if record.kind == "feedback":
        fine = fine and getattr(record, "permission", "") == "yes"
    if isinstance(record, Reflection):
        fine = fine and record.template in ANSWERS
    return fine and record.kind in FIELDS
