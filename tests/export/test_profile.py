"""Profiles: the shipped files, the user's own, and what a document made with one looks like."""

from __future__ import annotations

from pathlib import Path

import pytest

from portfolio.export.options import Options
from portfolio.export.profile import LAYOUTS, SHIPPED, Failed, Profile, in_language, load, profile_name, shipped
from portfolio.journey.sharing.choice import Choice
from portfolio.notebook.export import preview
from portfolio.records.collection import Records
from portfolio.wording import Words
from portfolio.wording.outline import HEADINGS
from tests.builders import TODAY
from tests.export.making import made, portfolio_of

EN, NL = Words("en"), Words("nl")
WHOLE = """
layout = "portfolio"
name = { nl = "Voor het register", en = "For the register" }
about = "What the register asks for."
title = "Register portfolio"
sections = ["goals", "evidence", "stories"]
order = ["evidence"]
questions = ["What does the assessor say?", { nl = "En jij?", en = "And you?" }]

[headings]
evidence = { nl = "Bewijzen hier", en = "Proof here" }

[limits]
goals = 1
"""


def one(folder: Path, text: str, name: str = "register.toml") -> Profile:
    """The profile that this text makes."""
    (folder / name).write_text(text, "utf-8")
    found = load(str(folder))
    assert not found.failed, found.failed[0].sentence(EN)
    return found.loaded[0]


def failed(folder: Path, text: str, name: str = "register.toml") -> Failed:
    """Why this text makes none."""
    (folder / name).write_text(text, "utf-8")
    found = load(str(folder))
    assert not found.loaded
    return found.failed[0]


def text_with(profile: Profile, records: Records | None = None, words: Words = EN) -> str:
    """The document with this profile, as Markdown."""
    made_now = preview(
        records or portfolio_of(), Choice(), TODAY, words, sort=profile.layout, options=Options(profile=profile)
    )
    return made_now.text


@pytest.mark.parametrize("key", SHIPPED)
def test_each_shipped_profile_is_a_file_that_can_be_used(key: str) -> None:
    profile = shipped(key)
    assert profile.layout in LAYOUTS and set(profile.sections) <= set(HEADINGS)
    assert (profile.layout == key) == (key != "careful")


def test_the_headings_order_limits_and_questions_of_an_own_profile_are_in_the_document(tmp_path: Path) -> None:
    text = text_with(one(tmp_path, WHOLE))
    assert text.startswith("# Samir Bouali\n") and "Register portfolio" in text
    assert text.index("## Proof here") < text.index("## My learning goals")
    assert "## Strengths" not in text and "## Where I stand" not in text
    assert "What does the assessor say?" in text and "And you?" in text and "En jij?" not in text
    assert "## Bewijzen hier" in text_with(one(tmp_path, WHOLE), words=NL)


def test_a_limit_keeps_the_newest(tmp_path: Path) -> None:
    goals = [made("goal", title=f"Goal {n}", shareable=True) for n in range(4)]
    profile = one(tmp_path, 'sections = ["goals"]\n[limits]\ngoals = 2')
    text = text_with(profile, Records.of_all(goals))
    assert [n for n in range(4) if f"Goal {n}" in text] == [2, 3]


def test_what_is_not_said_is_as_in_the_layout(tmp_path: Path) -> None:
    profile = one(tmp_path, 'layout = "evc"')
    assert (profile.sections, profile.all_years) == (shipped("evc").sections, True)
    assert profile_name(profile, EN) == "register"
    assert in_language(one(tmp_path, WHOLE).name, "nl") == "Voor het register"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("sections = [", "it is not TOML."),
        ("layot = 'page'", "“layot” means nothing in a profile."),
        ("layout = 'book'", "its layout must be one of: portfolio, page, pdp, evc, hours."),
        ("sections = ['goals', 'secrets']", "“secrets” is not a section."),
        ("sections = 'goals'", "“sections” must be a list of sections."),
        ("sections = []", "it needs sections = […]"),
        ("name = 3", "“name” must be text, or text for each language: nl and en."),
        ("title = { de = 'Mappe' }", "“title” must be text, or text for each language: nl and en."),
        ("[headings]\nsecrets = 'x'", "“secrets” is not a section."),
        ("questions = 'why?'", "“questions” must be a list of at most twenty texts."),
        ("limits = 3", "“limits” must be a table with numbers."),
        ("[limits]\nstories = 0", "the limit of “stories” must be a whole number from 1 to 1000."),
        ("[limits]\nstories = true", "the limit of “stories” must be a whole number from 1 to 1000."),
        ("careful = 'yes'", "“careful” must be true or false."),
    ],
)
def test_a_file_that_cannot_be_used_is_named_with_the_place_of_the_mistake(text: str, why: str, tmp_path: Path) -> None:
    found = failed(tmp_path, text)
    assert found.sentence(EN).startswith(f"The profile in register.toml was skipped: {why}")
    assert found.sentence(NL) != found.sentence(EN)


def test_an_own_profile_cannot_take_the_place_of_one_of_the_program(tmp_path: Path) -> None:
    assert "careful" in failed(tmp_path, WHOLE, "careful.toml").sentence(EN)


def test_without_a_folder_there_are_no_profiles(tmp_path: Path) -> None:
    assert load(str(tmp_path / "none")) == ((), ())


def test_a_name_in_a_profile_is_pointed_out_and_replaced_like_any_other_word(tmp_path: Path) -> None:
    ruud = made("person", name="Ruud Meijer")
    records = Records.of_all([*portfolio_of(), ruud])
    profile = one(tmp_path, 'title = "Portfolio for Ruud Meijer"\nquestions = ["What does Ruud Meijer say?"]')
    options = Options(profile=profile)
    seen = preview(records, Choice(), TODAY, EN, options=options)
    assert "Ruud Meijer" in seen.unasked
    changed = preview(records, Choice(), TODAY, EN, options=options, changes={"Ruud Meijer": "a colleague"})
    assert "Ruud" not in changed.text and "Portfolio for a colleague" in changed.text


def test_words_of_a_profile_cannot_become_structure(tmp_path: Path) -> None:
    hostile = 'title = "# <b>x</b> [a](http://b)"\nquestions = ["| a | <script>\\n## b"]'
    options = Options(profile=one(tmp_path, hostile))
    made_now = preview(portfolio_of(), Choice(), TODAY, EN, options=options)
    page = made_now.as_file("html").data.decode()
    assert "&lt;script&gt;" in page and "<script>" not in page and "<b>x" not in page and 'http://b"' not in page
    assert "\n## b" not in made_now.text and "\\<script>" in made_now.text
