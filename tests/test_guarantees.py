"""The guarantees about what leaves a portfolio, by their numbers. What leaves is looked at as bytes, from outside."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from portfolio.export.copy import full_copy
from portfolio.export.files import NotWritten, digest, file_name, save
from portfolio.export.form_fields import fields
from portfolio.export.form_names import Row, Value
from portfolio.export.options import Options
from portfolio.export.registry import SORTS, make
from portfolio.journey.sharing.choice import Choice
from portfolio.journey.sharing.share import Shared, export_items, persons_mentioned, share
from portfolio.pictures import PRIVATE, as_text, draw
from portfolio.pictures.svg import DRAWN, svg
from portfolio.records.collection import Records
from portfolio.records.decode import decode
from portfolio.records.identity import new_id
from portfolio.records.kinds import TABLES
from portfolio.records.reflections import Reflection
from portfolio.wording import LANGUAGES, Language, Words
from tests.export.contract import field_may_leave, may_leave
from tests.export.making import made, portfolio_of
from tests.pictures.every import views
from tests.strategies import TODAY, WHOLE, Drawn, portfolios

EVERYTHING = Options(section=("setbacks",), proposed=True)
WORDS = {language: Words(language) for language in LANGUAGES}


def exported(records: Records, choice: Choice | None = None, *, language: Language = "en") -> str:
    """Every document of these records, one after the other, and all that a form of an employer can ask for."""
    shared = share(records, choice or Choice(), TODAY)
    documents = [make(s, "md", shared, TODAY, WORDS[language], EVERYTHING).data.decode() for s in SORTS]
    return "\n".join([*documents, *in_a_form(fields(shared, TODAY, WORDS[language], EVERYTHING).values)])


def in_a_form(values: Mapping[str, Value]) -> Iterator[str]:
    """Every text that a form can show, each after the name of its field."""
    for name, value in values.items():
        rows = value if isinstance(value, tuple) else (value,)
        for row in rows:
            if isinstance(row, Row):
                yield from in_a_form({field: getattr(row, field) for field in row})
            else:
                yield f"{name}: {row}"


def values_of(shared: Shared) -> str:
    """Everything that a Shared holds, ids aside."""
    return repr([{name: value for name, value in vars(r).items() if name != "id"} for r in shared.records])


def pictures_of(shared: Shared) -> list[str]:
    """Every picture that others may see, as a drawing, as a list and as SVG."""
    found = []
    for view in views(shared.records, shared.period, TODAY):
        if view.picture not in PRIVATE:
            found += [draw(view, width=100, _=WORDS["en"]).text(), as_text(view, WORDS["nl"])]
        if view.picture in DRAWN:
            found.append(svg(view, lambda _role: "#000000", WORDS["en"]))
    return found


@pytest.mark.parametrize("kind", TABLES)
def test_P1_new_records_of_every_kind_are_private(kind: str) -> None:
    record = decode(kind, new_id(1_760_000_000_000, 5), {"title": "zqTOKENz", "text": "zqTOKENz", "what": "zqTOKENz"})
    assert record.shareable is False
    assert "zqTOKENz" not in exported(Records.of_all([record]))
    assert exported(Records.of_all([record])) == exported(Records.of_all([]))


@WHOLE
@given(portfolios())
def test_P2_nothing_of_private_records_leaves(drawn: Drawn) -> None:
    by_id = {record.id: record for record in drawn.records}
    shared = share(drawn.all(), drawn.choice, TODAY)
    texts = [values_of(shared), file_name(make("portfolio", "md", shared, TODAY, WORDS["nl"]).title, "md")]
    texts += [exported(drawn.all(), drawn.choice, language=language) for language in LANGUAGES]
    for identity, name in drawn.tokens.of("\n".join(texts)):
        assert may_leave(by_id[identity])
        said = drawn.choice.locations or getattr(by_id[identity], "say_where", False)
        listed = field_may_leave(by_id[identity], name, locations=said)
        assert listed, f"{by_id[identity].kind}.{name}"
    for text in texts[1:]:
        assert not any(identity in text or identity[-6:] in text for identity in by_id if "000000" not in identity[-6:])


@WHOLE
@given(portfolios())
def test_P3_the_bytes_are_the_same_without_what_stays(drawn: Drawn) -> None:
    whole = share(drawn.all(), drawn.choice, TODAY)
    alone = drawn.only({record.id for record in whole.records})
    assert values_of(share(alone, drawn.choice, TODAY)) == values_of(whole)
    for language in LANGUAGES:
        before = exported(drawn.all(), drawn.choice, language=language)
        assert exported(alone, drawn.choice, language=language) == before


@WHOLE
@given(portfolios())
def test_P3_the_pictures_are_the_same_without_what_stays_drawn_written_and_as_svg(drawn: Drawn) -> None:
    whole = share(drawn.all(), drawn.choice, TODAY)
    alone = share(drawn.only({record.id for record in whole.records}), drawn.choice, TODAY)
    assert pictures_of(alone) == pictures_of(whole)
    by_id = {record.id: record for record in drawn.records}
    for identity, _name in drawn.tokens.of("\n".join(pictures_of(whole))):
        assert may_leave(by_id[identity])


def test_P4_sharing_a_goal_shares_nothing_that_hangs_on_it() -> None:
    goal = made("goal", title="Storingen zelf oplossen", shareable=True)
    skill = made("skill", title="zq1z", shareable=False)
    measure = made("measure", goal=goal.id, name="Zonder bellen", shareable=True)
    hanging = [
        skill,
        measure,
        made("step", goal=goal.id, text="zq2z"),
        made("reading", measure=measure.id, value=424242, note="zq3z"),
        made("reflection", template="note", answers={"text": "zq4z"}, goals=(goal.id,)),
        made("feedback", what="zq5z", permission="yes", goals=(goal.id,)),
        made("rating", skill=skill.id, level=5, reason="zq6z"),
        made("evidence", title="zq7z", goals=(goal.id,)),
        made("person", name="zq8z", role="zq9z"),
    ]
    linked = goal.but(skills=(skill.id,), helpers=(hanging[-1].id,))
    text = exported(Records.of_all([linked, *hanging]))
    assert "zq" not in text
    assert "424242" not in text
    assert text == exported(Records.of_all([goal, measure]))


NEVER: tuple[tuple[str, dict[str, Any]], ...] = (
    ("goal", {"title": "Doel", "state_reason": "zq1z", "obstacle": "zq2z"}),
    ("reflection", {"template": "gibbs", "answers": {"feelings": "zq3z", "analysis": "Zo kwam het."}}),
    ("reflection", {"template": "korthagen", "answers": {"f2_other": "zq4z", "f2_felt": "zq5z", "f3": "Essentie."}}),
    ("reflection", {"template": "starr", "answers": {"r2": "zq6z", "tr": "zq7z", "s": "Situatie."}}),
    ("reflection", {"template": "mistake", "answers": {"text": "zq8z", "lesson": "Les."}}),
    ("reflection", {"template": "abcd", "answers": {"b": "zq9z", "a": "Aanleiding."}}),
    ("reflection", {"template": "week", "answers": {"pattern": "zq10z", "ask": "zq11z", "lesson": "Les."}}),
    ("reflection", {"template": "three_minutes", "answers": {"feedback": "zq12z", "learned": "Iets."}}),
    ("reflection", {"template": "checkin", "answers": {"stand": "zq13z"}}),
    ("reflection", {"template": "quarter", "answers": {"proud": "zq14z"}}),
    ("reflection", {"answers": {"text": "Ja."}, "context": "zq15z", "helped": "zq16z", "hindered": "zq17z"}),
    ("feedback", {"what": "Top.", "permission": "yes", "behaviour": "zq18z", "effect": "zq19z", "recognise": "zq20z"}),
    ("conversation", {"place": "zq21z", "sheet": {"want": "zq22z"}, "note": "zq23z", "atmosphere": 2}),
    ("evidence", {"title": "Bewijs", "location": "zq24z"}),
    ("skill", {"title": "Vaardigheid", "anchors": {"1": "zq26z"}, "code": "zq27z"}),
    ("need", {"text": "Tijd", "answer": "zq28z"}),
    ("need", {"text": "Tijd", "answer": "Toegezegd op 2025-03-01, zq25z", "asked_on": date(2025, 2, 2)}),
    ("need", {"text": "Tijd", "answer": "Nee, zq33z"}),
    ("agreement", {"text": "Afspraak", "state_reason": "zq29z"}),
    ("request", {"question": "zq30z", "person": "x"}),
    ("export", {"recipient": "zq31z", "made": "zq32z"}),
    ("profile", {"name": "Samir", "dismissed": ("zq34z",)}),
)


@pytest.mark.parametrize(("kind", "values"), NEVER)
def test_P5_some_fields_never_leave(kind: str, values: dict[str, Any]) -> None:
    record = made(kind, shareable=True, tags=("zq98z",), **values)
    records = Records.of_all([record])
    assert "zq" not in exported(records) + exported(records, language="nl")
    assert "zq" not in values_of(share(records, Choice(), TODAY))


def test_P5_a_private_reason_of_a_rating_and_a_name_without_consent_stay() -> None:
    skill = made("skill", title="Uitleg", shareable=True)
    for may, named in (("yes", True), ("no", False), ("not_asked", False)):
        person = made("person", name="zq1z", role="serviceleider", may_be_named=may)
        rating = made("rating", skill=skill.id, level=3, rater=person.id, reason="zq2z", shareable=True)
        text = exported(Records.of_all([skill, person, rating]))
        assert "zq2z" not in text
        assert ("zq1z" in text) is named
        assert "serviceleider" in text
        roles = exported(Records.of_all([skill, person, rating]), Choice(names="roles"))
        assert "zq1z" not in roles
        assert "serviceleider" in roles


def test_P6_links_to_private_records_are_gone_without_a_trace() -> None:
    first, third = (made("evidence", title=f"Bewijs {n}", shareable=True, date=date(2025, n, 1)) for n in (1, 3))
    second = made("evidence", title="zq1z", date=date(2025, 2, 1))
    story = made(
        "reflection",
        template="success",
        answers={"text": "Gelukt."},
        evidence=(first.id, second.id, third.id),
        shareable=True,
    )
    text = exported(Records.of_all([first, second, third, story]))
    alone = story.but(evidence=(first.id, third.id))
    assert text == exported(Records.of_all([first, third, alone]))
    assert "Gelukt. [B1] [B2]" in text
    assert "[B3]" not in text


def test_P7_a_private_rating_contributes_nothing_to_the_course_of_levels() -> None:
    skill = made("skill", title="Uitleg", shareable=True)
    days = (date(2025, 2, 1), date(2025, 5, 1), date(2025, 9, 1))
    ratings = [made("rating", skill=skill.id, level=n, date=day) for n, day in zip((1, 4, 3), days, strict=True)]
    shown = [rating.but(shareable=True) for rating in ratings]
    middle = exported(Records.of_all([skill, shown[0], ratings[1], shown[2]]))
    assert middle == exported(Records.of_all([skill, shown[0], shown[2]]))
    assert "4 Advanced" not in middle
    last = exported(Records.of_all([skill, shown[0], ratings[1], ratings[2]]))
    assert "3 Independent" not in last
    none = exported(Records.of_all([skill, *ratings]))
    assert "Beginner" not in none
    assert none == exported(Records.of_all([skill]))


def test_P8_what_is_shown_before_is_what_is_written(tmp_path: Path) -> None:
    shared = share(portfolio_of(), Choice(), TODAY)
    preview = make("portfolio", "md", shared, TODAY, WORDS["nl"])
    save(str(tmp_path / "uit.md"), preview.data)
    assert (tmp_path / "uit.md").read_bytes() == preview.data
    leaving = {item.id for item in export_items(shared)}
    assert set(preview.items) <= leaving
    text = preview.data.decode()
    for item in export_items(shared):
        record = shared.records.get(item.id)
        answers = [words for _key, words in record.in_order()] if isinstance(record, Reflection) else []
        if item.id in preview.items and item.title:
            assert any(" ".join(words.split()) in text for words in (item.title, *answers))
    assert persons_mentioned(shared) == ("serviceleider",)


def test_P12_the_same_choice_gives_the_same_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    first = exported(portfolio_of())
    monkeypatch.setenv("USER", "zq1z")
    monkeypatch.setenv("LANG", "de_DE.UTF-8")
    monkeypatch.setenv("TZ", "Pacific/Kiritimati")
    records = list(portfolio_of())
    assert exported(Records.of_all(reversed(records))) == first
    assert "zq1z" not in first
    assert str(Path.home()) not in first
    assert digest(first.encode()) == digest(exported(portfolio_of()).encode())


def test_P13_a_file_is_whole_private_and_never_overwritten_unasked(tmp_path: Path) -> None:
    path = tmp_path / "portfolio.md"
    save(str(path), b"eerst")
    with pytest.raises(NotWritten):
        save(str(path), b"later")
    assert path.read_bytes() == b"eerst"
    save(str(path), b"later", force=True)
    assert path.read_bytes() == b"later"
    if os.name == "posix":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [entry.name for entry in tmp_path.iterdir() if entry.suffix != ""] == ["portfolio.md"]


def test_P14_the_full_copy_says_on_its_first_line_that_it_is_private() -> None:
    records = portfolio_of()
    assert full_copy(records, Words("en")).split("\n")[0] == "PRIVATE – full copy"
    assert not exported(records).startswith("PRIVATE")


def test_P17_a_shareable_copy_leaves_nothing_of_what_it_was_made_from() -> None:
    private = made(
        "reflection", template="mistake", title="zq1z", answers={"text": "zq2z", "lesson": "Eerst een foto."}
    )
    lesson = made("reflection", template="mistake", answers={"lesson": "Eerst een foto."}, shareable=True)
    text = exported(Records.of_all([private, lesson]))
    assert "Eerst een foto." in text
    assert text == exported(Records.of_all([lesson]))


DAMAGED: tuple[tuple[str, dict[str, Any]], ...] = (
    *(("goal", {"title": "zq1z", "shareable": flag}) for flag in ("true", 1, "yes", None, [True], {"a": 1}, 0)),
    ("feedback", {"what": "zq1z", "shareable": True, "permission": "Yes"}),
    ("feedback", {"what": "zq1z", "shareable": True, "permission": True}),
    ("feedback", {"what": "zq1z", "shareable": True}),
    ("reflection", {"template": "checkin2", "answers": {"text": "zq1z"}, "shareable": True}),
)


@pytest.mark.parametrize(("kind", "values"), DAMAGED)
def test_P18_a_damaged_or_unknown_flag_means_private(kind: str, values: dict[str, Any]) -> None:
    record = decode(kind, new_id(1_760_000_000_000, 5), {"date": "2025-06-01", **values})
    assert "zq" not in exported(Records.of_all([record]))


def test_P18_a_damaged_consent_means_no_name() -> None:
    person = decode("person", new_id(1, 1), {"name": "zq1z", "role": "collega", "may_be_named": "JA"})
    feedback = made("feedback", what="Goed.", permission="yes", from_=person.id, shareable=True)
    text = exported(Records.of_all([person, feedback]))
    assert "zq" not in text
    assert "collega" in text


def test_P18_a_record_in_conflict_stays() -> None:
    goal = made("goal", title="zq1z", shareable=True, conflicts={"why": ("a", "b")})
    assert "zq" not in exported(Records.of_all([goal]), Choice(with_ids=(goal.id,)))
