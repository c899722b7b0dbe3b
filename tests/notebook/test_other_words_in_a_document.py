"""What is to be said instead of a name holds in the whole document, in every format, or is told by place."""

from __future__ import annotations

import io
import os
import re
import zipfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from portfolio import locations
from portfolio.export.options import Options
from portfolio.export.registry import FORMATS, SORTS
from portfolio.journey.sharing.choice import Choice
from portfolio.journey.sharing.leaks import OF_THE_DOCUMENT
from portfolio.journey.sharing.plain_letters import PlainLetters
from portfolio.notebook import demo, open_notebook
from portfolio.notebook.export import Preview, preview
from portfolio.records.collection import Records
from portfolio.records.persons import Person
from portfolio.wording import LANGUAGES, Language, Words
from tests.builders import TODAY, a_feedback, a_goal, a_person, a_profile, a_reflection, having

EVERYTHING = Options(section=("setbacks",))
CHOICE = Choice(names="roles")
RUUD = a_person("Ruud de Vries", "ervaren monteur", may_be_named="yes")


def looked_at(records: Records, choice: Choice = CHOICE, sort: str = "portfolio", **more: Any) -> Preview:
    return preview(records, choice, TODAY, Words("nl"), sort=sort, **{"options": EVERYTHING, **more})


@pytest.mark.parametrize("language", LANGUAGES)
def test_with_roles_only_no_name_of_the_example_is_in_any_document(home: Path, language: Language) -> None:
    notebook = open_notebook(locations.find(os.environ), today=demo.TODAY, now=lambda: datetime.now(UTC))
    demo.fill(notebook, language)
    records = notebook.read.records
    parts = {word for person in records.of(Person) for word in re.findall(r"\w{3,}", person.name) if word.istitle()}
    assert len(parts) > 3
    for sort in SORTS:
        document = preview(records, CHOICE, demo.TODAY, Words(language), sort=sort, options=EVERYTHING)
        left = {leak.words for leak in document.kept}
        words = {word.plain for word in PlainLetters(document.text).words()}
        assert not {part for part in parts if part.casefold() in words} - left
        assert not left
        assert document.unasked == ()


def test_every_part_of_a_document_says_it_otherwise() -> None:
    goal = a_goal("Ruuds order", why="Ruud asked for it", shareable=True)
    said = a_feedback("2025-05-01", "Well done", from_=RUUD, permission="yes", shareable=True)
    story = a_reflection("2025-06-01", "success", "It was with Ruud", title="A day with Ruud", shareable=True)
    own = a_profile(name="Samir", job="mechanic with Ruud", strengths="I learn from Ruud", shareable=True)
    records = having(goal, said, story, own, RUUD)
    options = Options(headings={"stories": "With Ruud"}, glance={"proud": ("Thanks to Ruud",)})
    made = looked_at(records, Choice(), options=options, changes={"Ruud": "Anna"})
    assert "Ruud" not in made.text
    assert "Anna’s order" in made.text or "Anna's order" in made.text
    named = looked_at(records, Choice(), changes={"Samir": "S."})
    assert (named.made.title, named.name) == ("Ontwikkelportfolio van S.", "ontwikkelportfolio-van-s.md")
    assert made.persons == ("Anna",)
    assert (made.kept, made.unmatched) == ((), ())
    page = looked_at(records, Choice(), options=options, changes={"Ruud": "Anna"}, ending="html")
    assert b"Ruud" not in page.data
    for form in FORMATS:
        assert b"Ruud" not in whole(made.as_file(form))


def test_a_name_that_is_said_otherwise_loses_its_role_and_a_role_can_be_said_otherwise_too() -> None:
    ruud = RUUD.but(name="Ruud", role="ervaren monteur", may_be_named="yes")
    said = a_feedback("2025-05-01", "Well done", from_=ruud.id, permission="yes", shareable=True)
    records = having(said, ruud)
    assert "“Well done” Ruud, ervaren monteur · " in looked_at(records, Choice()).text
    assert "“Well done” Anna · " in looked_at(records, Choice(), changes={"Ruud": "Anna"}).text
    other = looked_at(records, Choice(), changes={"ervaren monteur": "collega"})
    assert "“Well done” Ruud, collega · " in other.text
    assert other.unmatched == ()


def whole(document: Preview) -> bytes:
    """The bytes of a file, of a DOCX those of every part."""
    if document.ending != "docx":
        return document.data
    with zipfile.ZipFile(io.BytesIO(document.data)) as parts:
        return b"".join(parts.read(name) for name in parts.namelist())


def test_what_could_not_be_replaced_is_told_in_its_place_and_to_be_looked_at() -> None:
    goal = a_goal("Ruuds plan uitvoeren", shareable=True)
    karim = a_person("Karim", "")
    story = a_reflection("2025-06-01", "success", "Met Karim en Ruud Jansen", shareable=True)
    made = looked_at(having(goal, story, karim, RUUD))
    assert {(leak.id, leak.words) for leak in made.kept} == {
        (goal.id, "Ruuds"),
        (story.id, "Karim"),
        (story.id, "Ruud Jansen"),
    }
    assert set(made.kept) <= set(made.leaks)
    assert all(leak.words in leak.around for leak in made.kept)
    changed = looked_at(having(goal, story, karim, RUUD), changes={"Ruuds plan": "Ons plan", "Karim": "iemand"})
    assert {leak.words for leak in changed.kept} == {"Ruud Jansen"}


def test_where_our_own_words_say_it_that_is_told_too() -> None:
    records = having(a_goal("Iets", "2025-02-01", shareable=True))
    made = looked_at(records, Choice(), changes={"loopt": "is bezig", "iets": "alles"})
    assert [(leak.id, leak.words) for leak in made.kept] == [(OF_THE_DOCUMENT, "loopt")]


def test_what_is_nowhere_in_the_document_is_told() -> None:
    story = a_reflection("2025-06-01", "success", "Met Ruud", shareable=True)
    private = a_reflection("2025-06-01", "note", "Met Petra")
    said = a_feedback("2025-05-01", "Well done", from_=RUUD, permission="yes", shareable=True)
    changes = {"Petra": "x", "Anna": "y", "Ruud": "Mentor"}
    assert looked_at(having(story, private, RUUD), changes=changes).unmatched == ("Petra", "Anna")
    only = {"Ruud": "Mentor"}
    assert looked_at(having(said, RUUD), Choice(), changes=only).unmatched == ()
    gone = Options(no_section=("feedback",))
    assert looked_at(having(said, RUUD), Choice(), options=gone, changes=only).unmatched == ("Ruud",)


def test_without_roles_or_changes_nothing_is_said_otherwise() -> None:
    story = a_reflection("2025-06-01", "success", "Met Ruud en Zoë", shareable=True)
    made = looked_at(having(story, RUUD, a_person("Zoë", "planner")), Choice())
    assert "Met Ruud en Zoë" in made.text
    assert made.kept == ()
