"""Growth, skill, goals, timeline, rhythm, forms and evidence as they are drawn."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from portfolio.journey.facts.period import Period, the_year_up_to
from portfolio.journey.sharing.choice import Choice
from portfolio.journey.sharing.share import share
from portfolio.pictures import as_text, draw, draw_list, view_of
from portfolio.pictures.canvas import Picture, row_text
from portfolio.records.record import Record
from portfolio.wording import Words
from tests.builders import (
    TODAY,
    a_goal,
    a_measure,
    a_person,
    a_rating,
    a_reading,
    a_reflection,
    a_skill,
    a_step,
    an_evidence,
    having,
)

ENGLISH, DUTCH = Words("en"), Words("nl")
YEAR = the_year_up_to(TODAY)


def drawn(
    name: str, *records: Record, width: int = 80, language: Words = ENGLISH, period: Period = YEAR, **more: str
) -> Picture:
    view = view_of(name, having(*records), period, TODAY, **more)
    assert view is not None
    return draw(view, width=width, _=language)


def body(picture: Picture) -> list[str]:
    return [row_text(row) for row in picture.body]


@pytest.mark.parametrize("width", [80, 200])
def test_the_numbers_of_growth_are_beside_its_levels_and_names_get_the_free_room(width: int) -> None:
    name = "Finding faults in heat pumps"
    skill = a_skill(name, target=4)
    boss = a_person("Manager")
    theirs = a_rating(skill, 5, "2025-06-01", rater=boss)
    head, row, other = body(drawn("growth", skill, boss, a_rating(skill, 1, "2025-01-20"), theirs, width=width))[:3]
    assert row.startswith(f"{name} ")
    assert head.index("start") - head.index(" 5 ") < 20
    assert "◆ 1 Jun 2025" in other or width < 100


def test_growth_stands_on_one_line_from_start_over_now_to_target() -> None:
    skill = a_skill("Explaining", target=4)
    lines = body(drawn("growth", skill, a_rating(skill, 1, "2025-01-20"), a_rating(skill, 2, "2025-06-01")))
    axis, row = lines
    assert [axis.index(str(n)) for n in range(6)] == sorted(axis.index(str(n)) for n in range(6))
    assert row.index("○") == axis.index("1")
    assert row.index("●") == axis.index("2")
    assert row.index("◎") == axis.index("4")
    assert "○━" in row
    assert "●─" in row
    assert row.split()[-4:] == ["1", "2", "4", "0"]


def test_now_and_target_on_the_same_level_have_a_sign_of_their_own() -> None:
    skill = a_skill(target=3)
    row = body(drawn("growth", skill, a_rating(skill, 3, "2025-01-20")))[1]
    assert "◉" in row
    assert "●" not in row


@pytest.mark.parametrize("level", [2, 3, 5])
def test_someone_else_is_drawn_on_a_row_of_their_own_with_the_day_also_when_they_agree(level: int) -> None:
    skill, boss = a_skill(), a_person(role="manager")
    theirs = a_rating(skill, level, "2025-02-01", rater=boss)
    for width in (72, 100):
        lines = body(drawn("growth", skill, boss, a_rating(skill, 2, "2025-01-20"), theirs, width=width))
        assert len(lines) == 3
        assert lines[2].split("Erik")[0] in ("  ", "  according to ")
        assert lines[2].index("◆") == lines[0].index(str(level))
        assert "1 Feb 2025" in lines[2]
        assert lines[2].split()[-1] == str(level)


def test_a_skill_without_a_level_has_no_sign_on_its_line() -> None:
    row = body(drawn("growth", a_skill("Writing")))[1]
    assert row.split() == ["Writing", "–", "–", "–", "0"]


def test_each_scale_has_its_own_steps_above_it() -> None:
    own, english = a_skill("Writing"), a_skill("English", scale="cefr")
    lines = body(drawn("growth", own, english, a_rating(english, "B1", "2025-01-20")))
    assert lines[2].split() == ["A1", "A2", "B1", "B2", "C1", "C2"]
    assert lines[3].index("●") == lines[2].index("B1")


def test_on_a_narrow_screen_the_levels_keep_their_room() -> None:
    skill = a_skill("A skill with quite a long name", target=5)
    axis = body(drawn("growth", skill, width=40))[0]
    assert [c for c in axis if c.isdigit()] == list("012345")


def test_a_course_of_three_ratings_is_a_stair_and_of_two_only_points() -> None:
    skill = a_skill()
    two = [a_rating(skill, 1, "2025-01-20"), a_rating(skill, 2, "2025-06-01")]
    few = drawn("skill", skill, *two, skill=skill.id)
    assert "─" not in "".join(body(few))
    assert "Too few ratings" in few.sentence
    stair = body(drawn("skill", skill, *two, a_rating(skill, 1, "2025-09-01"), skill=skill.id))
    assert "┘" in "".join(stair)
    assert "┐" in "".join(stair)


def test_a_level_of_someone_else_is_a_point_beside_the_line() -> None:
    skill, boss = a_skill(target=4), a_person()
    ratings = [a_rating(skill, n, f"2025-0{n}-01") for n in (1, 2, 3)]
    picture = drawn("skill", skill, boss, *ratings, a_rating(skill, 5, "2025-08-01", rater=boss), skill=skill.id)
    lines = body(picture)
    assert "◆" in lines[2]
    assert lines[3].endswith("◎")
    assert any("Erik" in line for line in lines)


def test_a_goal_shows_its_steps_and_never_a_bar_without_any() -> None:
    with_steps, without = a_goal("With steps"), a_goal("Without")
    steps = [a_step(with_steps, done_on="2025-12-12"), a_step(with_steps), a_step(with_steps)]
    lines = body(drawn("goals", with_steps, without, *steps))
    assert "━──     1/3" in lines[1]
    assert "━" not in lines[2]
    assert "/" not in lines[2]


def test_a_quiet_goal_is_called_quiet_beside_the_time() -> None:
    assert "11 months ago · quiet" in body(drawn("goals", a_goal()))[1]


def test_many_steps_take_seven_cells() -> None:
    goal = a_goal()
    steps = [a_step(goal, done_on="2025-12-12") for _n in range(20)] + [a_step(goal) for _n in range(20)]
    assert "━━━──── 20/40" in body(drawn("goals", goal, *steps))[1]


def test_a_measure_says_where_it_began_where_it_is_and_what_is_wanted() -> None:
    goal = a_goal()
    measure = a_measure(goal, "Calls back", unit="a month", start=6, target=2.5)
    readings = [a_reading(measure, v, f"2025-0{n}-01") for n, v in enumerate((6, 4, 3), 2)]
    assert "Calls back: 6 → 3 a month (target 2.5)  █▃▁" in body(drawn("goals", goal, measure, *readings))[2]
    assert "(doel 2,5)" in body(drawn("goals", goal, measure, language=DUTCH))[2]


def test_on_a_narrow_screen_a_goal_takes_a_second_row() -> None:
    goal = a_goal("Explain calmly", due="2026-01-15")
    lines = body(drawn("goals", goal, a_step(goal, done_on="2025-12-12"), width=60))
    assert lines[0] == "● Explain calmly"
    assert lines[1] == "  1 of 1 step done · last: 3 days ago · review date: 15 Jan"


def test_a_dropped_goal_tells_its_reason_and_claims_no_day() -> None:
    text = drawn("goals", a_goal(state="dropped", state_reason="Other work came.")).text()
    assert "Other work came." in text
    assert "2025" not in text.split("\n\n")[1]


def test_the_timeline_names_a_month_once_and_a_year_once() -> None:
    lines = body(
        drawn("timeline", a_goal("One", "2025-03-01"), a_goal("Two", "2025-03-09"), a_goal("Three", "2025-04-01"))
    )
    assert lines == [
        "2025",
        " Mar  1  ○ Goal started: One",
        "      9  ○ Goal started: Two",
        " Apr  1  ○ Goal started: Three",
    ]


def test_a_long_moment_goes_on_below_its_first_word() -> None:
    lines = body(drawn("timeline", a_goal("word " * 40), width=60))
    assert all(line.startswith(" " * 11 + "word") for line in lines[2:])


def test_weeks_stand_by_month_in_four_shades_with_their_meaning() -> None:
    monday = date(2025, 6, 2)
    notes = [a_reflection(monday + timedelta(weeks=w)) for w, n in enumerate((1, 2, 0, 4)) for _k in range(n)]
    picture = drawn("rhythm", *notes, period=Period(monday, monday + timedelta(days=27)))
    assert body(picture)[-1].strip() == "Jun ░▒·▓"
    assert row_text(picture.legend[0]) == "· none  ░ 1  ▒ 2 or 3  ▓ 4 or more"
    assert "Only you see this." in picture.text()


def test_forms_have_two_numbers_on_purpose() -> None:
    notes = [a_reflection("2025-02-01", "log", answers={"learned": "x"}, form="doing") for _n in range(4)]
    lines = body(drawn("forms", *notes, a_reflection("2025-03-01", form="peer")))
    assert lines[1].split() == ["Doing", "the", "work", "█" * 30, "4", "4"]
    assert lines[2].split()[-3:] == ["█" * 7, "1", "0"]


def test_evidence_is_a_row_of_five_answers_and_the_first_thing_to_mend() -> None:
    skill = a_skill("Explaining")
    proof = an_evidence(skills=[skill], shows="x", own_part="y")
    row, below = body(drawn("evidence", skill, a_rating(skill, 2, "2025-05-01"), proof, width=72))[1:3]
    assert row.split() == ["Explaining", "2", "1", "–", "✓", "✓", "✓", "✓"]
    assert below == "  → add one more"
    wide = body(drawn("evidence", skill, a_rating(skill, 2, "2025-05-01"), proof, width=120))
    assert len(wide) == 2
    assert wide[1].endswith("  → add one more")


def test_the_headings_of_evidence_are_words_above_their_answers_where_there_is_room() -> None:
    for width in (60, 80, 120):
        skill = a_skill("Explaining heat pumps to customers who are in a hurry")
        picture = drawn("evidence", skill, width=width)
        head, row, *below = body(picture)
        assert head.split()[-5:] == ["varied", "fits", "yours", "recent", "enough"]
        for word in ("varied", "enough"):
            assert "–" in row[head.index(word) : head.index(word) + len(word)]
        told = " ".join([row, *below])
        assert "→ add a piece of evidence: what shows that you can do this?" in " ".join(told.split())
        assert "does it show the skill?" in picture.text()
        assert all(len(line) <= width for line in picture.text().split("\n"))


def test_people_are_called_by_name_in_ones_own_picture_and_by_role_in_what_is_shared() -> None:
    skill, boss = a_skill(target=3), a_person(role="manager")
    skill, boss = skill.but(shareable=True), boss.but(shareable=True)
    records = having(skill, boss, a_rating(skill, 2, "2025-06-01", rater=boss).but(shareable=True))
    own = view_of("growth", records, YEAR, TODAY)
    shared = view_of("growth", share(records, Choice(), TODAY).records, YEAR, TODAY)
    assert own is not None
    assert shared is not None
    assert "according to Erik" in as_text(own, ENGLISH)
    assert "according to manager" in as_text(shared, ENGLISH)


def test_the_letters_of_evidence_are_the_dutch_ones_in_dutch() -> None:
    assert body(drawn("evidence", a_skill(), language=DUTCH, width=50))[0].endswith("V R A A K")


def test_a_list_reads_as_lines_of_words() -> None:
    skill, boss = a_skill("Explaining", target=3), a_person(role="manager")
    ratings = [a_rating(skill, 1, "2025-01-20"), a_rating(skill, 2, "2025-06-01", rater=boss)]
    view = view_of("growth", having(skill, boss, *ratings), YEAR, TODAY)
    assert view is not None
    assert as_text(view, ENGLISH).split("\n")[3:] == [
        "Explaining",
        "  • Start: 1 on 20 Jan 2025",
        "  • Now, according to yourself: 1 on 20 Jan 2025",
        "  • Now, according to Erik: 2 on 1 Jun 2025",
        "  • Target: 3",
        "  • 0 pieces of evidence",
        "",
    ]


def test_a_goal_to_come_says_when_it_starts_and_of_no_last_time() -> None:
    goal = a_goal("Propane", start="2026-02-01", on="2025-12-01", state_on="2025-12-01")
    for width in (80, 50):
        text = drawn("goals", goal, width=width).text()
        assert "starts on 1 Feb 2026" in " ".join(text.split())
        assert "last:" not in text
        assert "in 7 weeks" not in text


@pytest.mark.parametrize("language", [ENGLISH, DUTCH])
def test_the_list_of_evidence_uses_the_words_of_the_table(language: Words) -> None:
    skill = a_skill("Explaining")
    records = having(skill, an_evidence("One", skills=(skill.id,)))
    view = view_of("evidence", records, YEAR, TODAY)
    assert view is not None
    headings = body(draw(view, width=80, _=language))[0].split()[-5:]
    lines = [line.strip(" •") for line in body(draw_list(view, width=80, _=language))]
    assert [line.partition(":")[0].lower() for line in lines if ":" in line] == headings
