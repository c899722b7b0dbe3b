"""What someone looks for and finds by keys: where the file is, a summer without a word, growth with its evidence."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

import pytest

from portfolio.wording import Language, Words
from portfolio.wording.levels import level_label
from portfolio.wording.names import choice_label
from tests.stories.telling import Keys, left, opened_app, stored
from tests.tui.playing import places, written

pytestmark = pytest.mark.slow

BLAME: Final = {
    "nl": r"gemist|miste|vergeten|verzuimd|achterstand|te laat|te weinig|moet|streak|reeks|gat|helaas|jammer",
    "en": r"missed|forgot|forgotten|neglected|behind|overdue|late|too few|too little|must|streak|gap|sadly|lazy|failed",
}
"""Words of blame; none may stand beside someone's summer."""


def joined(screen: str) -> str:
    """The screen without what lines it into shape: a path may go on on the next line."""
    return "".join(screen.split())


@pytest.mark.parametrize("language", ["nl", "en"])
def test_where_the_file_is_stands_behind_one_key(language: Language) -> None:
    _ = Words(language)
    written({"kind": "goal", "title": "Any"})
    with opened_app(language=language) as terminal:
        terminal.press("f2")
        terminal.wait_for(_("where is my file?")[1:])
        terminal.wait_for(_("on this computer"))
        assert joined(places().data_file)[-60:] in joined(terminal.at_rest())
        terminal.press("escape")
        terminal.wait_for(f"▸1 {_('Today')}")
        left(terminal)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_where_the_portfolio_was_saved_is_said_in_full(language: Language, tmp_path: Path) -> None:
    written({"kind": "goal", "title": "Shared", "shareable": True})
    _, hands = Words(language), Keys(language)
    with opened_app(language=language) as terminal:
        hands.take(terminal)
        hands.go("7 Conversation")
        hands.do("x", "hand over")
        terminal.wait_for("Shared")
        hands.do("x", "save")
        hands.choose(_("Markdown text"))
        terminal.wait_for(_("Where should the document go?"))
        terminal.press("enter")  # the name that is proposed
        terminal.wait_for(_("The document is in {path}")[:15])
        said = joined(terminal.at_rest())
        made = [path for path in tmp_path.rglob("*.md") if path.parent.name != "handed over"]
        assert len(made) == 1
        assert joined(str(made[0]).replace(str(tmp_path), "~")) in said
        terminal.press("escape")
        terminal.wait_for(f"▸7 {_('Conversation')}")
        left(terminal)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_summer_without_a_word_is_a_picture_without_blame(language: Language) -> None:
    _, hands = Words(language), Keys(language)
    days = ("2025-05-12", "2025-06-02", "2025-06-23", "2025-09-01")
    (goal, *_rest) = written(
        {"kind": "goal", "title": "Learn the boiler line", "start": "2025-03-01", "date": "2025-03-01"},
        *({"kind": "reflection", "answers": {"text": f"Day {day}"}, "date": day} for day in days),
    )
    with opened_app("2025-09-08", language) as terminal:
        hands.take(terminal)
        seen = [terminal.at_rest()]
        hands.go("3 Goals")
        terminal.press("c")
        hands.choose(choice_label("state", "paused", _, "goal"))
        terminal.wait_for("╰")
        terminal.press("enter")  # a reason may stay empty
        terminal.wait_until(lambda: stored("goals")[0].get("state") == "paused")
        hands.go("6 Journey")
        for _picture in range(7):
            seen.append(terminal.at_rest())
            terminal.press("t")
            terminal.wait_until(lambda: terminal.at_rest() != seen[-1])
            seen.append(terminal.at_rest())
            terminal.press("t")
            terminal.wait_until(lambda: terminal.at_rest() != seen[-1])
            terminal.press("tab")
            terminal.wait_until(lambda: terminal.at_rest() != seen[-2])
        left(terminal)
    assert [(g["id"], g["state"]) for g in stored("goals")] == [(goal, "paused")]
    assert any("Learn the boiler line" in screen for screen in seen)
    found = [m.group() for screen in seen for m in re.finditer(rf"\b({BLAME[language]})\b", screen, re.IGNORECASE)]
    assert found == []


@pytest.mark.parametrize("language", ["nl", "en"])
def test_growth_tells_start_now_target_and_who_says_so_and_leads_to_the_evidence(language: Language) -> None:
    _, hands = Words(language), Keys(language)
    skills = {"Measuring": 3, "Explaining": 4}
    for title, level in skills.items():
        (skill, proof) = written(
            {"kind": "skill", "title": title, "date": "2025-01-10", "target": 5},
            {"kind": "evidence", "title": f"Proof of {title}", "date": "2025-11-01"},
        )
        (person,) = written({"kind": "person", "name": f"Omar {title[0]}"})
        written(
            {"kind": "rating", "skill": skill, "level": 1, "date": "2025-01-10"},
            {"kind": "rating", "skill": skill, "level": level, "date": "2025-11-02", "evidence": [proof]},
            {"kind": "rating", "skill": skill, "level": level, "date": "2025-11-03", "rater": person},
        )
    with opened_app(language=language) as terminal:
        hands.take(terminal)
        for title, level in skills.items():
            hands.go("5 Skills")
            hands.point(title)
            terminal.press("enter")
            terminal.wait_for(_("Others"))
            screen = terminal.at_rest()
            for label, words in (
                ("Start", level_label(1, _)),
                ("Now", level_label(level, _)),
                ("Target", level_label(5, _)),
            ):
                assert re.search(rf"{re.escape(_(label))}\s+{re.escape(words)}", screen)
            assert _("yourself") in screen
            assert f"Omar {title[0]}" in screen
            assert f"Proof of {title}" in screen, "the evidence stands on the page that one key opens"
            hands.choose(f"↳ Proof of {title}")
            terminal.wait_till_gone(_("Others"))
            terminal.wait_for(f"Proof of {title}")
            terminal.press("escape")
            terminal.wait_for(_("Others"))
            terminal.press("escape")
            terminal.wait_till_gone(_("Others"))
            terminal.at_rest()
            terminal.press("1")
            terminal.wait_for(f"▸1 {_('Today')}")
        left(terminal)
