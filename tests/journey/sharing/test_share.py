"""What leaves a portfolio, rule by rule."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest
from hypothesis import given

from portfolio.errors import UsageError
from portfolio.journey.sharing.choice import Choice, period_of
from portfolio.journey.sharing.quotations import staying
from portfolio.journey.sharing.rules import ALLOWED, ANSWERS, NEVER
from portfolio.journey.sharing.share import Shared, export_items, persons_mentioned, share
from portfolio.journey.sharing.strip import scale_of, without_path
from portfolio.records.collection import Records
from portfolio.records.conversations import Need
from portfolio.records.evidence import Evidence
from portfolio.records.goals import Goal
from portfolio.records.persons import Person, Profile
from portfolio.records.record import Record
from portfolio.records.reflections import Reflection
from portfolio.records.skills import Rating, Skill
from tests.export import contract
from tests.export.making import made
from tests.strategies import TODAY, WHOLE, Drawn, portfolios

OLD = date(2020, 1, 1)


def shared_of(*records: Record, **choice: Any) -> Shared:
    """What leaves of these records."""
    return share(Records.of_all(records), Choice(**choice), TODAY)


def ids(shared: Shared) -> set[str]:
    """The ids of what leaves."""
    return {record.id for record in shared.records}


def test_the_list_of_fields_is_that_of_the_contract() -> None:
    listed = {kind: {*a.fields, *a.links, *a.people, *(("date",) if a.dated else ())} for kind, a in ALLOWED.items()}
    wanted = {kind: set(names.split()) for kind, names in contract.FIELDS.items() if kind != "person"}
    for kind, extra in (("reflection", {"answers"}), ("skill", set())):
        wanted[kind] |= extra
    wanted["skill"] -= {"scale"}
    assert listed == wanted
    assert {template: tuple(keys.split()) for template, keys in contract.ANSWERS.items()} == ANSWERS


@WHOLE
@given(portfolios())
def test_a_copy_holds_only_fields_on_the_list(drawn: Drawn) -> None:
    originals = {record.id: record for record in drawn.all()}
    for record in share(drawn.all(), drawn.choice, TODAY).records:
        said = drawn.choice.locations or getattr(originals.get(record.id), "say_where", False)
        assert record.shareable is True
        assert (record.tags, dict(record.conflicts), record.damaged) == ((), {}, ())
        assert record.created == record.modified == NEVER
        for name, value in vars(record).items():
            if (record.kind, name) == ("need", "answer"):
                assert re.fullmatch(r"(promised|refused)( \d{4}-\d\d-\d\d)?", value)
                continue
            own = name.rstrip("_") in (*contract.FIELDS[record.kind].split(), "id", "date", "created", "modified")
            assert own or name in ("shareable", "answers") or (name == "location" and said), (
                name,
                value,
            )


@pytest.mark.parametrize("kind", ["goal", "step", "measure", "skill", "agreement", "need", "profile"])
def test_the_day_of_a_kind_that_does_not_tell_it_stays(kind: str) -> None:
    day = date(2025, 7, 7)
    goal = made("goal", title="x", date=day, shareable=True)
    values = {"goal": goal.id} if kind in ("step", "measure") else {}
    records = [made(kind, date=day, shareable=True, **values), goal]
    assert day not in {record.date for record in shared_of(*records).records}
    ahead = goal.but(state="idea")
    assert shared_of(ahead).records.of(Goal)[0].date == TODAY
    assert shared_of(goal.but(start=OLD)).records.of(Goal)[0].date == OLD


@WHOLE
@given(portfolios())
def test_links_lead_only_to_what_leaves(drawn: Drawn) -> None:
    shared = share(drawn.all(), drawn.choice, TODAY)
    leaving = ids(shared)
    for record in shared.records:
        for name, spec in record.fields.items():
            value = getattr(record, f"{name}_" if name in ("from", "with") else name)
            linked = (value,) if spec.sort == "link" else value if spec.sort == "links" else ()
            assert all(identity in leaving for identity in linked if identity)


def test_a_field_that_is_added_to_a_kind_later_stays() -> None:
    goal = made("goal", title="Doel", shareable=True)
    vars(goal)["later"] = "zq1z"  # as a newer version of the kind would hold it
    copy = next(iter(shared_of(goal).records.of(Goal)))
    assert copy.title == "Doel"
    assert "zq1z" not in repr(vars(copy))


def test_only_exactly_true_is_shareable() -> None:
    values: tuple[Any, ...] = (False, None, 1, "true", "yes")
    assert not ids(shared_of(*(made("goal", title="Doel", shareable=value) for value in values)))


class TestPeriod:
    """In the period, or chosen by hand."""

    def test_unless_given_it_is_the_twelve_months_up_to_today(self) -> None:
        period = period_of(Choice(), TODAY)
        assert (period.since, period.until) == (date(2024, 12, 16), TODAY)
        assert period_of(Choice(since=OLD), TODAY).until == TODAY
        assert period_of(Choice(until=date(2020, 2, 29)), TODAY).since == date(2019, 3, 1)

    def test_one_that_ends_before_it_begins_is_refused(self) -> None:
        with pytest.raises(UsageError):
            share(Records.of_all([]), Choice(since=TODAY, until=OLD), TODAY)

    def test_a_record_is_in_it_by_its_day(self) -> None:
        days = (date(2024, 12, 15), date(2024, 12, 16), TODAY, date(2025, 12, 16))
        notes = [made("reflection", template="note", answers={"text": "x"}, date=d, shareable=True) for d in days]
        assert ids(shared_of(*notes)) == {notes[1].id, notes[2].id}

    def test_by_hand_it_need_not_be_in_it_but_must_be_shareable(self) -> None:
        old = made("milestone", text="Diploma", date=OLD, shareable=True)
        private = made("milestone", text="Diploma", date=OLD)
        chosen = shared_of(old, private, with_ids=(old.id, private.id))
        assert ids(chosen) == {old.id}

    def test_without_wins(self) -> None:
        note = made("milestone", text="Diploma", shareable=True)
        assert not ids(shared_of(note, with_ids=(note.id,), without_ids=(note.id,)))

    @pytest.mark.parametrize(
        ("values", "leaves"),
        [
            ({"start": OLD}, True),
            ({"start": OLD, "state": "paused"}, True),
            ({"start": OLD, "state": "achieved", "achieved_on": date(2025, 1, 1)}, True),
            ({"start": OLD, "state": "achieved", "achieved_on": date(2023, 1, 1)}, False),
            ({"start": OLD, "state": "dropped", "due": date(2023, 1, 1)}, False),
            ({"date": date(2025, 12, 1), "start": date(2026, 3, 1), "state": "idea"}, True),
            ({"date": date(2026, 1, 1)}, False),
        ],
    )
    def test_a_goal_is_in_it_when_it_ran_in_it(self, values: dict[str, Any], leaves: bool) -> None:
        goal = made("goal", **{"title": "Doel", "date": OLD, "shareable": True, **values})
        assert (goal.id in ids(shared_of(goal))) is leaves

    def test_a_skill_is_in_it_when_it_existed(self) -> None:
        old, new = (made("skill", title="x", date=day, shareable=True) for day in (OLD, date(2026, 1, 1)))
        early = made("rating", skill=new.id, level=1, date=date(2025, 3, 1), shareable=True)
        assert ids(shared_of(old, new)) == {old.id}
        assert ids(shared_of(old, new, early)) == {old.id, new.id, early.id}

    def test_of_ratings_those_in_it_and_the_last_before_it(self) -> None:
        skill = made("skill", title="x", date=OLD, shareable=True)
        days = (date(2021, 1, 1), date(2022, 1, 1), date(2025, 3, 1), date(2026, 1, 1))
        ratings = [made("rating", skill=skill.id, level=1, date=day, shareable=True) for day in days]
        hidden = made("rating", skill=skill.id, level=5, date=date(2023, 1, 1))
        assert ids(shared_of(skill, hidden, *ratings)) == {skill.id, ratings[1].id, ratings[2].id}

    def test_an_agreement_that_stands_is_always_in_it(self) -> None:
        states = ("open", "in_progress", "done", "dropped")
        found = [made("agreement", text="x", state=state, date=OLD, shareable=True) for state in states]
        assert ids(shared_of(*found)) == {found[0].id, found[1].id}


class TestKinds:
    """The rule of each kind."""

    def test_what_hangs_on_a_goal_leaves_with_it_and_only_when_shareable_itself(self) -> None:
        goal = made("goal", title="Doel", shareable=True)
        steps = [made("step", goal=goal.id, text="Stap", shareable=flag) for flag in (True, False)]
        measure = made("measure", goal=goal.id, name="Meetpunt", shareable=True)
        reading = made("reading", measure=measure.id, value=3, shareable=True)
        assert ids(shared_of(goal, *steps, measure, reading)) == {goal.id, steps[0].id, measure.id, reading.id}
        assert not ids(shared_of(goal.but(shareable=False), *steps, measure, reading))
        assert ids(shared_of(goal, measure.but(shareable=False), reading)) == {goal.id}

    @pytest.mark.parametrize(("permission", "leaves"), [("yes", True), ("no", False), ("not_asked", False)])
    def test_feedback_leaves_with_permission(self, permission: str, leaves: bool) -> None:
        said = made("feedback", what="Goed", permission=permission, shareable=True)
        assert bool(ids(shared_of(said))) is leaves

    @pytest.mark.parametrize("template", ["checkin", "quarter"])
    def test_a_checkin_and_a_quarterly_balance_never_leave(self, template: str) -> None:
        own = made("reflection", template=template, answers={"proud": "x"}, shareable=True)
        assert not ids(shared_of(own, with_ids=(own.id,)))

    def test_requests_and_the_log_never_leave(self) -> None:
        request = made("request", person="x", question="y", shareable=True)
        log = made("export", sort="portfolio", shareable=True)
        assert not ids(shared_of(request, log, with_ids=(request.id, log.id)))

    def test_answers_stand_in_their_templates_order_less_those_that_stay(self) -> None:
        answers = {"tr": "5", "r1": "4", "a": "3", "s": "1", "t": "2", "r2": "6", "later": "7"}
        story = made("reflection", template="starr", answers=answers, shareable=True)
        copy = next(iter(shared_of(story).records.of(Reflection)))
        assert [key for key, _text in copy.in_order()] == ["s", "t", "a", "r1"]

    def test_of_a_private_profile_name_job_and_team_leave(self) -> None:
        profile = made("profile", name="Samir", job="monteur", team="Service", strengths="zq1z", ambition="zq2z")
        own = next(iter(shared_of(profile).records.of(Profile)))
        assert (own.name, own.job, own.team, own.strengths, own.ambition) == ("Samir", "monteur", "Service", None, None)
        whole = next(iter(shared_of(profile.but(shareable=True)).records.of(Profile)))
        assert (whole.strengths, whole.ambition) == ("zq1z", "zq2z")

    def test_what_is_in_conflict_in_a_profile_stays(self) -> None:
        profile = made("profile", name="A", job="B", strengths="C", shareable=True, conflicts={"job": ("D",)})
        own = next(iter(shared_of(profile).records.of(Profile)))
        assert (own.name, own.job, own.strengths) == ("A", None, None)

    def test_a_conversation_it_is_for_counts_as_chosen(self) -> None:
        conversation = made("conversation", date=date(2026, 1, 5), shareable=True)
        assert shared_of(conversation, conversation=conversation.id).conversation == conversation.id
        assert shared_of(conversation.but(shareable=False), conversation=conversation.id).conversation is None
        goal = made("goal", title="x", shareable=True)
        assert shared_of(goal, conversation=goal.id).conversation is None


class TestPersons:
    """A person on a record that leaves."""

    @pytest.mark.parametrize(
        ("person", "names", "word"),
        [
            ({"name": "Ruud", "role": "monteur", "may_be_named": "yes"}, "consented", "Ruud"),
            ({"name": "Ruud", "role": "monteur", "may_be_named": "yes"}, "roles", "monteur"),
            ({"name": "Ruud", "role": "monteur", "may_be_named": "no"}, "consented", "monteur"),
            (
                {"name": "Ruud", "role": "monteur", "may_be_named": "yes", "damaged": ("may_be_named",)},
                "roles",
                "monteur",
            ),
            ({"name": "Ruud", "may_be_named": "yes", "damaged": ("may_be_named",)}, "consented", "colleague"),
            ({"name": "Ruud", "role": " ", "may_be_named": "not_asked"}, "consented", "colleague"),
            ({"name": "Ruud", "role": "monteur", "conflicts": {"role": ("x",)}}, "consented", "colleague"),
        ],
    )
    def test_is_called_by_role_or_permitted_name(self, person: dict[str, Any], names: str, word: str) -> None:
        who = made("person", **person)
        said = made("feedback", what="Goed", from_=who.id, permission="yes", shareable=True)
        assert persons_mentioned(shared_of(who, said, names=names)) == (word,)

    def test_can_be_listed_for_some_of_the_records(self) -> None:
        who = [made("person", name="x", role=role) for role in ("monteur", "planner")]
        said = [made("feedback", what="Goed", from_=w.id, permission="yes", shareable=True) for w in who]
        shared = shared_of(*who, *said)
        assert persons_mentioned(shared) == ("monteur", "planner")
        assert persons_mentioned(shared, {said[1].id}) == ("planner",)

    def test_who_is_on_no_such_record_does_not_leave(self) -> None:
        who = made("person", name="Ruud", role="monteur", may_be_named="yes", shareable=True)
        goal = made("goal", title="Doel", helpers=(who.id,), shareable=True)
        note = made("reflection", template="note", answers={"text": "x"}, people=(who.id,), shareable=True)
        assert not shared_of(who, goal, note).records.of(Person)

    def test_a_rating_by_someone_who_is_gone_is_still_not_ones_own(self) -> None:
        skill = made("skill", title="x", shareable=True)
        rating = made("rating", skill=skill.id, level=3, rater="gone", shareable=True)
        copy = next(iter(shared_of(skill, rating).records.of(Rating)))
        assert not copy.by_self
        own = next(iter(shared_of(skill, rating.but(rater="self")).records.of(Rating)))
        assert own.by_self


class TestScaleAndPlace:
    """What a copy says that its original says otherwise."""

    def test_the_scale_follows_from_the_levels_that_leave(self) -> None:
        def rated(*levels: Any) -> str:
            return scale_of(None, [Rating(id="1", created=NEVER, modified=NEVER, level=level) for level in levels])

        assert (rated(), rated(1, 5), rated("A2", "B1"), rated("no", "yes"), rated("ja", 1)) == (
            "independence",
            "independence",
            "cefr",
            "yes_no",
            "own",
        )

    def test_the_anchors_of_a_skill_stay(self) -> None:
        skill = made("skill", title="x", scale="own", anchors={"zq1z": "zq2z"}, shareable=True)
        copy = next(iter(shared_of(skill).records.of(Skill)))
        assert not copy.anchors

    @pytest.mark.parametrize(
        ("place", "told"),
        [
            ("https://leerreis.nl/bewijs?n=3", True),
            ("www.leerreis.nl", True),
            ("map Certificaten, tab 3", True),
            ("werkbon 25-1184", True),
            (r"C:\Users\samir\bon.pdf", False),
            ("/home/samir/bon", False),
            ("~/bonnen", False),
            ("./bon", False),
            (r"\\server\map", False),
            ("file:///home/samir", False),
            ("https://samir:geheim@leerreis.nl/", False),
            ("diploma.pdf", False),
            ("in de map foto's/juni", False),
            ("%USERPROFILE% bonnen", False),
            ("  ", False),
        ],
    )
    def test_a_place_is_told_only_when_it_cannot_be_a_path(self, place: str, told: bool) -> None:
        assert (without_path(place) is not None) is told

    def test_a_place_is_told_only_when_asked_for(self) -> None:
        proof = made("evidence", title="x", location="map 3", shareable=True)
        assert next(iter(shared_of(proof).records.of(Evidence))).location is None
        assert next(iter(shared_of(proof, locations=True).records.of(Evidence))).location == "map 3"


def test_of_the_answer_to_a_need_only_a_promise_or_a_refusal_leaves_with_its_day() -> None:
    said = ("Toegezegd op 12 februari 2025, zq1z", "Nee, zq2z", "Erik vraagt zq3z")
    needs = [made("need", text="Tijd", answer=answer, shareable=True) for answer in said]
    shared = shared_of(*needs)
    assert [each.answer for each in shared.records.of(Need)] == ["promised 2025-02-12", "refused", None]
    earlier = shared_of(needs[0].but(date=date(2025, 1, 1)), until=date(2025, 2, 11))
    assert [each.answer for each in earlier.records.of(Need)] == [None]
    assert {text for need in needs for text in staying(need)} == set(said)


def test_a_place_is_told_of_the_pieces_that_are_asked_for() -> None:
    one, other = (made("evidence", title="x", location="map Kaartjes", shareable=True) for _n in range(2))
    shared = shared_of(one, other, where={one.id})
    assert [each.location for each in shared.records.of(Evidence)] == ["map Kaartjes", None]


def test_organisation_and_the_role_of_the_manager_leave_with_a_shareable_profile_only() -> None:
    erik = made("person", name="zq1z", role="serviceleider")
    profile = made("profile", name="Samir", organisation="Brinkzicht", manager=erik.id, shareable=True)
    shared = shared_of(profile, erik)
    (copy,), (person,) = shared.records.of(Profile), shared.records.of(Person)
    assert (copy.organisation, copy.manager, person.name) == ("Brinkzicht", erik.id, "serviceleider")
    conflict = profile.but(conflicts={"organisation": ("x",), "manager": ("y",)})
    for kept in (conflict, profile.but(shareable=False)):
        (copy,) = shared_of(kept, erik).records.of(Profile)
        assert (copy.name, copy.organisation, copy.manager) == ("Samir", None, None)


def test_evidence_is_numbered_by_day_without_gaps() -> None:
    days = (date(2025, 9, 1), date(2025, 3, 1), date(2025, 6, 1))
    proofs = [made("evidence", title="x", date=day, shareable=n != 2) for n, day in enumerate(days)]
    assert shared_of(*proofs).numbers == {proofs[1].id: 1, proofs[0].id: 2}


def test_what_leaves_is_listed_by_id_kind_and_title() -> None:
    goal = made("goal", title="Doel", shareable=True)
    note = made("reflection", template="note", answers={"text": "Woorden"}, shareable=True)
    assert [(i.id, i.kind, i.title) for i in export_items(shared_of(note, goal))][-1] == (
        note.id,
        "reflection",
        "Woorden",
    )
    assert {i.id for i in export_items(shared_of(note, goal))} == {goal.id, note.id}
