"""The demo portfolio, as plain JSON: the two languages agree, and every value is one that a reader may expect."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from importlib.resources import files
from typing import Any

import pytest

from tests.wording.closed_values import PROMPTS as TEMPLATES

Record = dict[str, Any]
LANGUAGES = ("nl", "en")

FIELDS: dict[str, str] = {
    "profile": "name job team organisation manager strengths motives ambition language work_days review_day",
    "goal": "title why different sign contributes_to state state_on pauses state_reason start due achieved_on skills"
    " forms helpers obstacle if_then first_step",
    "step": "goal text sort due done_on state_on result",
    "measure": "goal name unit direction start target",
    "reading": "measure value note",
    "reflection": "template period answers title form minutes energy headway context helped hindered discuss"
    " if_then goals skills evidence people",
    "feedback": "what from asked channel sort situation behaviour effect recognise if_then permission goals skills",
    "request": "person question asked_on remind_after state state_on feedback skill",
    "skill": "title group sort scale anchors target target_date code",
    "rating": "skill level rater reason evidence",
    "evidence": "title sort miller shows own_part context location confirmed_by confirmed_on issuer"
    " valid_until goals skills",
    "person": "name role may_be_named",
    "conversation": "sort with consequences place period_from state state_on sheet chosen note atmosphere",
    "agreement": "text conversation owner due support sign check_on state state_on state_reason goal",
    "need": "text sort goal asked_on answer",
    "milestone": "text source goals skills",
}
COMMON = {"kind", "date", "shareable", "tags", "ref"}
REQUIRED = {
    "goal": "title", "step": "goal text", "measure": "goal name", "reading": "measure date value",
    "reflection": "template answers", "feedback": "what", "request": "person question", "skill": "title",
    "rating": "skill level", "evidence": "title", "person": "name", "agreement": "text", "need": "text",
    "milestone": "text",
}  # fmt: skip
CLOSED: dict[str, str] = {
    "goal.state": "idea active paused achieved dropped",
    "step.sort": "action experiment activity",
    "measure.direction": "up down",
    "reflection.period": "moment day week quarter",
    "feedback.channel": "spoken written",
    "feedback.sort": "top tip both",
    "feedback.permission": "yes no not_asked",
    "request.state": "open answered closed",
    "skill.group": "professional personal",
    "skill.sort": "knowledge skill attitude",
    "skill.scale": "independence cefr yes_no own",
    "evidence.sort": "certificate work_product photo_or_measurement customer_reaction feedback report test"
    " instruction figure story",
    "evidence.miller": "knows knows_how shows does",
    "person.may_be_named": "yes no not_asked",
    "conversation.sort": "development performance appraisal pdp career checkin planning",
    "conversation.consequences": "yes no unknown",
    "conversation.state": "preparing held closed",
    "agreement.owner": "me manager together other",
    "agreement.state": "open in_progress done dropped",
    "need.sort": "time guidance training tools",
    "milestone.source": "manual level goal certificate",
}
FORMS = (
    "doing coaching shadowing instruction micro peer consultation project practice blended training"
    " self_study network teaching"
)
SHEET = {"want", "points", "examples", "questions", "needs", "not_shared"}
DATES = {"date", "state_on", "start", "achieved_on", "done_on", "asked_on", "confirmed_on", "period_from"}
PLANNED = {"due", "target_date", "valid_until", "check_on"}
LINKS: dict[str, tuple[str, ...]] = {
    "goal": ("goal",), "goals": ("goal",), "skill": ("skill",), "skills": ("skill",),
    "evidence": ("evidence",), "measure": ("measure",), "chosen": ("goal", "skill", "evidence"),
    "people": ("person",), "helpers": ("person",), "manager": ("person",), "from": ("person",),
    "person": ("person",), "rater": ("person",), "with": ("person",), "confirmed_by": ("person",),
    "conversation": ("conversation",), "feedback": ("feedback",),
}  # fmt: skip


def load(language: str) -> list[Record]:
    text = files("portfolio").joinpath("demo", f"{language}.json").read_text(encoding="utf-8")
    records: list[Record] = json.loads(text)
    return records


@pytest.fixture(params=LANGUAGES)
def records(request: pytest.FixtureRequest) -> list[Record]:
    return load(request.param)


def texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from texts(inner)


def handle(record: Record) -> str | None:
    """What another record may link to: a title, a measure's or person's name, or the demo's own reference."""
    if record["kind"] in ("goal", "skill", "evidence"):
        return str(record["title"])
    if record["kind"] in ("measure", "person"):
        return str(record["name"])
    return f"@{record['ref']}" if "ref" in record else None


def skeleton(records: list[Record]) -> list[Record]:
    """All that may not differ between the languages; a link becomes the place of what it points to."""
    places = {handle(record): place for place, record in enumerate(records) if handle(record)}
    found = []
    for record in records:
        kind = record["kind"]
        row: Record = dict.fromkeys(record, "words")
        for key, value in record.items():
            fixed = key in DATES | PLANNED | {"kind", "ref", "forms", "form", "template"}
            if key in LINKS and key != kind:
                row[key] = [places[name] for name in (value if isinstance(value, list) else [value])]
            elif fixed or f"{kind}.{key}" in CLOSED or not isinstance(value, (str, list, dict)):
                row[key] = value
            elif isinstance(value, (list, dict)):
                row[key] = len(value) if isinstance(value, list) else sorted(value)
        found.append(row)
    return found


def test_both_languages_hold_the_same_records_apart_from_the_words() -> None:
    dutch, english = skeleton(load("nl")), skeleton(load("en"))
    assert len(dutch) == len(english)
    for place, (one, other) in enumerate(zip(dutch, english, strict=True)):
        assert one == other, place


def test_the_people_are_the_same_in_both_languages() -> None:
    named = [[r["name"] for r in load(language) if r["kind"] in ("person", "profile")] for language in LANGUAGES]
    assert named[0] == named[1]
    assert [next(r["language"] for r in load(lang) if r["kind"] == "profile") for lang in LANGUAGES] == [*LANGUAGES]


def test_every_kind_is_present_and_carries_only_its_own_fields(records: list[Record]) -> None:
    assert {record["kind"] for record in records} == set(FIELDS)
    assert sum(record["kind"] == "profile" for record in records) == 1
    for record in records:
        kind = record["kind"]
        assert set(record) <= COMMON | set(FIELDS[kind].split()), record
        assert set(REQUIRED.get(kind, "").split()) <= set(record), record


def test_every_closed_value_is_on_its_list(records: list[Record]) -> None:
    for record in records:
        for key, value in record.items():
            allowed = CLOSED.get(f"{record['kind']}.{key}")
            assert allowed is None or value in allowed.split(), (key, value)
        assert {*record.get("forms", []), *([record["form"]] if "form" in record else [])} <= set(FORMS.split())
        assert record.get("shareable", True) is True
        for key in ("energy", "headway", "atmosphere"):
            assert record.get(key, 1) in range(1, 6)
        for key in ("level", "target") if record["kind"] in ("rating", "skill") else ():
            assert type(record.get(key, 0)) is int
            assert record.get(key, 0) in range(6)


def test_answers_and_sheets_use_the_prompts_of_their_form(records: list[Record]) -> None:
    for record in records:
        if record["kind"] == "reflection":
            assert record["answers"]
            assert set(record["answers"]) <= set(TEMPLATES[record["template"]].split()), record
        assert set(record.get("sheet", {})) <= SHEET
    kept = {record.get("template") for record in records}
    assert set(TEMPLATES) - {"abcd", "kolb", "korthagen"} <= kept


def test_every_link_points_to_one_earlier_record(records: list[Record]) -> None:
    kinds: dict[str, str] = {}
    for record in records:
        for key, value in record.items():
            if key not in LINKS or (record["kind"], key) == ("reflection", "answers"):
                continue
            for name in value if isinstance(value, list) else [value]:
                assert kinds.get(name) in LINKS[key], (record["kind"], key, name)
        own = handle(record)
        if own is not None:
            assert own not in kinds, own
            kinds[own] = record["kind"]


def test_the_year_is_2025_and_only_plans_reach_further(records: list[Record]) -> None:
    for record in records:
        assert "date" in record
        for key in (DATES | PLANNED) & set(record):
            if isinstance(record[key], str):
                day = date.fromisoformat(record[key])
                assert key in PLANNED or day.year == 2025, (key, day)
        ahead = record["kind"] == "conversation" and record["state"] == "preparing"
        assert ahead or "2025-01-13" <= record["date"] <= "2025-12-15"


def test_no_text_is_empty_untidy_or_too_long(records: list[Record]) -> None:
    for text in texts(records):
        assert 0 < len(text) <= 1500
        assert text == text.strip()
        assert "  " not in text


def test_the_volume_is_that_of_a_real_year(records: list[Record]) -> None:
    kinds = Counter(record["kind"] for record in records)
    forms = Counter(record.get("template") for record in records)
    assert 170 <= len(records) <= 200
    assert 50 <= forms["three_minutes"] <= 60
    assert (forms["week"], kinds["feedback"], kinds["evidence"], kinds["agreement"]) == (6, 12, 9, 5)
    shared = [r for r in records if r.get("template") == "three_minutes" and r.get("shareable")]
    assert 1 <= len(shared) <= 8
    quiet = [r for r in records if r["kind"] == "reflection" and "2025-07-04" <= r["date"] <= "2025-08-21"]
    assert quiet == []


def test_no_two_three_minute_checks_say_the_same(records: list[Record]) -> None:
    said = [text for r in records if r.get("template") == "three_minutes" for text in r["answers"].values()]
    assert len(said) == len(set(said))


def test_goals_show_every_state_that_a_year_brings_and_their_steps(records: list[Record]) -> None:
    goals = [r for r in records if r["kind"] == "goal"]
    assert {r["state"] for r in goals} == {"active", "achieved", "idea", "dropped"}
    steps = []
    for goal in goals:
        own = [r for r in records if r["kind"] == "step" and r["goal"] == goal["title"]]
        steps.append((sum("done_on" in r for r in own), len(own)))
    assert steps == [(5, 7), (3, 3), (2, 6), (0, 1), (0, 0)]


def test_skills_grow_as_drawn_and_say_who_says_so(records: list[Record]) -> None:
    growth = []
    for skill in (r for r in records if r["kind"] == "skill"):
        ratings = [r for r in records if r["kind"] == "rating" and r["skill"] == skill["title"]]
        mine = [r["level"] for r in ratings if "rater" not in r]
        others = [r["level"] for r in ratings if "rater" in r]
        proof = sum(skill["title"] in r.get("skills", []) for r in records if r["kind"] == "evidence")
        growth.append((mine, others, skill.get("target"), proof))
    assert growth == [([1, 2, 3], [3], 4, 5), ([3, 4], [], 4, 3), ([1, 2], [3], 3, 2), ([2], [], None, 0)]


def test_shareable_words_name_nobody_who_did_not_agree(records: list[Record]) -> None:
    silent = {r["name"] for r in records if r["kind"] == "person" and r["may_be_named"] != "yes"}
    for record in records:
        if record.get("shareable") and record["kind"] != "conversation":
            words = {key: value for key, value in record.items() if key not in LINKS}
            found = set(re.findall(r"\w+", " ".join(texts(words)))) & silent
            assert not found, record


def test_what_is_private_in_the_story_is_private_in_the_file(records: list[Record]) -> None:
    goal = [r for r in records if r["kind"] == "goal"][2]
    skill = [r for r in records if r["kind"] == "skill"][2]
    own = [r for r in records if {r.get("goal"), r.get("skill")} & {goal["title"], skill["title"]}]
    assert not any(r.get("shareable") for r in (goal, skill, *own))
    answered = [r for r in records if r.get("ref") == "fb-oct"]
    assert [(r["shareable"], r["permission"], r["goals"]) for r in answered] == [(True, "yes", [goal["title"]])]
    assert any("not_shared" in r.get("sheet", {}) for r in records)
