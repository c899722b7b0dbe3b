"""Every kind, field, closed value and prompt of the data file's contract, written out once for these tests.

Written out here, not read from the package, so that a value that loses its word is noticed.
"""

from __future__ import annotations

from typing import Final

FIELDS: Final[dict[str, str]] = {
    "profile": "name job team organisation manager strengths motives ambition language work_days review_day dismissed",
    "goal": "title why different sign contributes_to state state_on pauses state_reason start due achieved_on skills"
    " forms helpers obstacle if_then first_step",
    "step": "goal text sort due done_on state_on result",
    "measure": "goal name unit direction start target",
    "reading": "measure date value note",
    "reflection": "template period answers title form minutes energy headway context helped hindered discuss"
    " if_then goals skills evidence people",
    "feedback": "what from asked channel sort situation behaviour effect recognise if_then permission goals skills",
    "request": "person question asked_on remind_after state state_on feedback skill",
    "skill": "title group sort scale anchors target target_date code",
    "rating": "skill level rater reason evidence",
    "evidence": "title sort miller shows own_part context location say_where confirmed_by confirmed_on issuer"
    " valid_until goals skills",
    "person": "name role may_be_named",
    "conversation": "sort with consequences place period_from state state_on sheet chosen note atmosphere",
    "agreement": "text conversation owner due support sign check_on state state_on state_reason goal",
    "need": "text sort goal amount asked_on answer",
    "milestone": "text source goals skills",
    "export": "made sort language recipient items sha256",
}
EVERY_RECORD: Final = "id kind date created modified shareable tags"

_FORMS: Final = (
    "doing coaching shadowing instruction micro peer consultation project practice blended training self_study"
    " network teaching"
)

CHOICES: Final[dict[tuple[str, str], str]] = {
    ("profile", "language"): "nl en",
    ("profile", "work_days"): "1 2 3 4 5 6 7",
    ("profile", "review_day"): "1 2 3 4 5 6 7",
    ("goal", "state"): "idea active paused achieved dropped",
    ("goal", "forms"): _FORMS,
    ("step", "sort"): "action experiment activity",
    ("measure", "direction"): "up down",
    ("reflection", "template"): "three_minutes log what_so_what start_stop_continue four_l abcd after_action"
    " starr kolb gibbs korthagen week quarter checkin note success shared_knowledge mistake",
    ("reflection", "period"): "moment day week quarter",
    ("reflection", "form"): _FORMS,
    ("feedback", "channel"): "spoken written",
    ("feedback", "sort"): "top tip both",
    ("feedback", "permission"): "yes no not_asked",
    ("request", "state"): "open answered closed",
    ("skill", "group"): "professional personal",
    ("skill", "sort"): "knowledge skill attitude",
    ("skill", "scale"): "independence cefr yes_no own",
    ("rating", "rater"): "self",
    ("evidence", "sort"): "certificate work_product photo_or_measurement customer_reaction feedback report test"
    " instruction figure story",
    ("evidence", "miller"): "knows knows_how shows does",
    ("person", "may_be_named"): "yes no not_asked",
    ("conversation", "sort"): "development performance appraisal pdp career checkin planning",
    ("conversation", "consequences"): "yes no unknown",
    ("conversation", "state"): "preparing held closed",
    ("agreement", "owner"): "me manager together other",
    ("agreement", "state"): "open in_progress done dropped",
    ("need", "sort"): "time guidance training tools money",
    ("milestone", "source"): "manual level goal certificate",
    ("export", "sort"): "portfolio page pdp evc hours form copy sheet calendar",
    ("export", "language"): "nl en",
}

PROMPTS: Final[dict[str, str]] = {
    "three_minutes": "progress learned next feedback",
    "log": "what learned",
    "what_so_what": "what sowhat nowwhat",
    "start_stop_continue": "start stop continue",
    "four_l": "liked learned lacked longed",
    "abcd": "a b c d",
    "after_action": "planned actual why keep",
    "starr": "s t a r1 r2 tr",
    "kolb": "ce ro ac ae",
    "gibbs": "description feelings evaluation analysis conclusion action",
    "korthagen": "f1 f2_wanted f2_did f2_thought f2_felt f2_other f3 f4 f5",
    "week": "highlight lesson pattern ask focus",
    "quarter": "goals skills proud help ahead",
    "checkin": "stand pleased stuck need agree",
    "note": "text",
    "success": "text",
    "shared_knowledge": "text",
    "mistake": "text lesson",
}
