"""The sentences: calm, whole, in both languages, and plain when nothing changed."""

from __future__ import annotations

import re
from datetime import date

import pytest

from portfolio.journey.facts.findings import (
    EnergyFinding,
    EvidenceFinding,
    Finding,
    FormsFinding,
    GoalsFinding,
    GrowthFinding,
    LanesFinding,
    RhythmFinding,
    SkillFinding,
    TimelineFinding,
    Turning,
    Writing,
)
from portfolio.pictures.sentences import levels_moved, sentence
from portfolio.wording import Words

ENGLISH, DUTCH = Words("en"), Words("nl")
TURNING = Turning("x", date(2025, 5, 20), "First fault on my own.")
JULY = (date(2025, 7, 7), date(2025, 8, 10))
OCTOBER = (date(2025, 10, 6), date(2025, 10, 26))
LAST = date(2025, 12, 12)
LATELY = "The last time was Fri 12 December 2025."

EVERY: list[tuple[Finding, str]] = [
    (LanesFinding(), "This is what you noted in this period."),
    (
        LanesFinding(1, 2, 0, TURNING),
        "One goal achieved and two goals under way. In May 2025: “First fault on my own”.",
    ),
    (LanesFinding(0, 1, 1), "One goal under way and one goal paused."),
    (LanesFinding(writing=Writing(1, begun=True)), "Your journey has begun: you wrote on one day."),
    (LanesFinding(writing=Writing(1)), "You wrote on one day."),
    (
        LanesFinding(writing=Writing(7, begun=True, again="pump", again_days=3)),
        "Your journey has begun: you wrote on 7 days. “pump” came back on 3 days.",
    ),
    (
        LanesFinding(0, 1, writing=Writing(19, again="pump", again_days=3, first_goal="Solve [b]faults[/b]")),
        "You wrote on 19 days. Your first goal is under way: “Solve [b]faults[/b]”. “pump” came back on 3 days.",
    ),
    (
        LanesFinding(0, 2, 0, TURNING, writing=Writing(19, again="pump", again_days=3)),
        "You wrote on 19 days. Two goals under way. In May 2025: “First fault on my own”.",
    ),
    (GrowthFinding(), "No levels yet in this period."),
    (GrowthFinding(0, 4, rated=4), "Your levels stayed as they were in this period."),
    (
        GrowthFinding(3, 4, "Fault finding", rated=4),
        "You grew in three of your four skills. You took the largest step in Fault finding.",
    ),
    (GrowthFinding(1, 4, "Fault finding", rated=4), "You grew in one of your four skills. It was Fault finding."),
    (GrowthFinding(2, 2, rated=2), "You grew in both skills."),
    (GrowthFinding(3, 3, "Writing", rated=3), "You grew in all three skills. You took the largest step in Writing."),
    (GrowthFinding(1, 1, rated=1), "Your level rose in this period."),
    (
        GrowthFinding(0, 3, rated=3, fell=1, back=1),
        "In 1 skill the level is lower now. In 1 skill the level changed and came back.",
    ),
    (GrowthFinding(1, 3, rated=3, fell=2), "You grew in one of your three skills. In 2 skills the level is lower now."),
    (GrowthFinding(0, 1, rated=1, changed=1), "In 1 skill the level changed."),
    (GrowthFinding(0, 2, rated=1, first=1), "Your first level is in place."),
    (GrowthFinding(0, 2, rated=2, first=2), "Your first levels are in place."),
    (GrowthFinding(0, 3, rated=3, first=2), "1 level stayed as it was. 2 levels are first ones."),
    (SkillFinding("Writing", few=True), "Writing has no level yet."),
    (SkillFinding("Writing", 1, 3, 1, 9, 4), "From 1 to 3 in 9 months. Target: 4."),
    (SkillFinding("Writing", 3, 2, -1, 1), "From 3 to 2 in 1 month."),
    (SkillFinding("Writing", 2, 2, 0, 5, 2), "The level stayed at 2. That is your target."),
    (SkillFinding("Writing", 2, 2, few=True), "Level 2 so far. Too few ratings yet to draw a line."),
    (SkillFinding("Writing", 1, 1, path=(1, 2, 1), straight=False), "The level went from 1 to 2 to 1."),
    (SkillFinding("Writing", 1, 2, 1, 4, path=(1, 3, 2), straight=False), "The level went from 1 to 3 to 2."),
    (SkillFinding("Writing", 1, 3, 1, 4, path=(1, 2, 3)), "From 1 to 3 in 4 months."),
    (SkillFinding("Permit", "no", "yes", 1, 0, scale="yes_no"), "From no to yes."),
    (GoalsFinding(), "No goals in this period."),
    (GoalsFinding(2, 0, 1, 1, 1), "Two goals under way, one goal achieved, one goal dropped and one idea."),
    (
        GoalsFinding(0, 1, planned=1, undated=1),
        "One goal paused and one goal planned. For 1 goal, the day it stopped or ended is not known.",
    ),
    (GoalsFinding(1, quiet=1, quiet_title="Explain"), "One goal under way. It has been quiet around Explain."),
    (GoalsFinding(3, quiet=2), "Three goals under way. 2 goals have had no recent activity."),
    (RhythmFinding(), "No notes in this period."),
    (RhythmFinding(1, latest=LAST, weeks=1), "You looked back once, on Fri 12 December 2025."),
    (RhythmFinding(7, latest=LAST, weeks=2), f"You looked back 7 times. {LATELY}"),
    (RhythmFinding(40, latest=LAST, weeks=30), f"You looked back throughout this period. {LATELY}"),
    (RhythmFinding(2, begun=LAST, latest=LAST, weeks=2), f"You began looking back in December 2025. {LATELY}"),
    (
        RhythmFinding(40, (JULY,), True, latest=LAST),
        f"It was quiet from July to August 2025. After that you picked it up again. {LATELY}",
    ),
    (
        RhythmFinding(40, (JULY, OCTOBER), latest=LAST),
        f"It was quiet from July to August 2025 and in October 2025. {LATELY}",
    ),
    (EnergyFinding(1, 2), "One answer, so nothing can be said yet."),
    (EnergyFinding(3, highest=3, alike=1), "3 answers. Too few of them are high to say what energised you."),
    (EnergyFinding(3, high=2, highest=5, alike=1), "In 2 of 3 answers you had energy."),
    (
        EnergyFinding(3, None, "Alone", LAST, high=2, highest=5, alike=2),
        "2 answers were the highest, 5 of 5. The last of them: Alone (Fri 12 December 2025).",
    ),
    (TimelineFinding(), "No moments in this period yet."),
    (TimelineFinding(1), "1 moment in this period."),
    (FormsFinding(), "This is how you learned in this period."),
    (
        FormsFinding("doing", "shadowing"),
        (
            "You noted this way of learning most: Doing the work. "
            "Job shadowing often gave you a lesson. Perhaps more of it?"
        ),
    ),
    (EvidenceFinding(), "No levels and no evidence yet."),
    (EvidenceFinding(2, 2, enough=2), "There is evidence for all your two skills, and everything is in order."),
    (
        EvidenceFinding(2, 1, "Writing"),
        (
            "There is evidence for one of your two skills; there is still something to add."
            " A good one to look at next: Writing."
        ),
    ),
]


@pytest.mark.parametrize(
    ("finding", "words"), EVERY, ids=[f"{type(f).__name__}-{n}" for n, (f, _w) in enumerate(EVERY)]
)
def test_the_sentence_of_a_finding(finding: Finding, words: str) -> None:
    assert sentence(finding, ENGLISH) == words


GROWN = [(finding, words) for finding, words in EVERY if isinstance(finding, GrowthFinding)]


@pytest.mark.parametrize(("finding", "words"), GROWN, ids=str)
def test_a_document_says_the_same_of_the_levels_in_the_first_person(finding: GrowthFinding, words: str) -> None:
    own = words.replace("You ", "I ").replace("Your ", "My ").replace("your ", "my ")
    assert levels_moved(finding, ENGLISH, own=True) == own
    assert not re.search(r"\b[Jj](?:e|ouw)\b", levels_moved(finding, DUTCH, own=True))


@pytest.mark.parametrize("finding", [finding for finding, _words in EVERY], ids=str)
def test_every_sentence_has_its_dutch(finding: Finding) -> None:
    dutch = sentence(finding, DUTCH)
    assert dutch != sentence(finding, ENGLISH)
    assert "{" not in dutch


@pytest.mark.parametrize("finding", [finding for finding, _words in EVERY], ids=str)
def test_no_sentence_blames_counts_days_or_cheers(finding: Finding) -> None:
    for language in (ENGLISH, DUTCH):
        words = sentence(finding, language)
        assert not re.search(r"%|!|missed|gemist|streak|only \d|maar \d|average|gemiddeld|score", words)


def test_quiet_stretches_of_several_years_name_their_years() -> None:
    words = sentence(RhythmFinding(9, ((date(2023, 7, 3), date(2023, 7, 30)), OCTOBER), latest=LAST), ENGLISH)
    assert words == f"It was quiet in July 2023 and in October 2025. {LATELY}"


def test_of_many_quiet_stretches_the_longest_are_named_and_the_others_counted() -> None:
    short = [(date(2024, month, 1), date(2024, month, 21)) for month in range(2, 12)]
    long = (date(2023, 1, 2), date(2023, 5, 28))
    words = sentence(RhythmFinding(9, (long, JULY, *short), latest=LAST), ENGLISH)
    assert words.startswith("It was quiet from January to May 2023,")
    assert "from July to August 2025" in words
    assert "and 9 more times." in words


def test_long_words_of_people_are_cut_and_their_control_characters_shown() -> None:
    words = sentence(GrowthFinding(1, 1, "\x1b[2J" + "a" * 200), ENGLISH)
    assert "\x1b" not in words
    assert len(words) < 100
