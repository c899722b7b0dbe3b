"""A private Gibbs reflection, written and exported in the app: nowhere in the document, in no fragment of it."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest

from portfolio.wording import Language, Words
from portfolio.wording.outline import portfolio_title
from portfolio.wording.prompts import template_name, template_use
from tests.stories.telling import Keys, left, opened_app, saved, stored, typed
from tests.terminal import Terminal
from tests.tui.playing import with_demo

ANSWERS: Final = (
    "Zwartekrans quarrelled",
    "Zilverbeek ashamed",
    "Zandloper apart",
    "Zeewolde tired",
    "Zwaluw calm",
    "Zonsveer next",
)
"""No other word in the portfolio begins so."""


def exported(hands: Keys, terminal: Terminal, path: Path) -> bytes:
    """The document, handed over by keys; nothing of what is private is on the screens in between."""
    _ = hands.words
    hands.go("7 Conversation")
    hands.do("x", "hand over")
    terminal.wait_for("✓ Samir Bouali")
    hands.do("tab", "read")
    terminal.wait_for(portfolio_title("", _))
    hands.do("x", "save")
    hands.choose(_("Hand it over like this"))
    hands.choose(_("Markdown text"))
    terminal.wait_for(_("Where should the document go?"))
    terminal.paste_over(str(path))
    terminal.press("enter")
    terminal.wait_for(_("The document is in {path}")[:15])
    terminal.wait_until(path.exists)
    terminal.press("escape")
    terminal.wait_for("✓ Samir Bouali")
    assert not [words for words in ANSWERS if words.split()[0] in terminal.at_rest()]
    terminal.press("escape")
    terminal.wait_for(f"▸7 {_('Conversation')}")
    return path.read_bytes()


@pytest.mark.slow
@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_private_reflection_leaves_no_trace_in_what_is_handed_over(language: Language, tmp_path: Path) -> None:
    with_demo(language)
    hands, _ = Keys(language), Words(language)
    folder = tmp_path / "handed over"
    folder.mkdir()
    with opened_app(language=language) as terminal:
        hands.take(terminal)
        before = exported(hands, terminal, folder / "before.md")
        hands.go("2 Reflections")
        hands.do("n", "new")
        hands.choose(_("All questions, by name"))
        terminal.wait_for(template_use("note", _))
        terminal.press("gibbs")
        terminal.wait_till_gone(template_use("note", _))
        hands.choose(template_name("gibbs", _))
        for n, words in enumerate(ANSWERS, 1):
            terminal.wait_for(_("question {n} of {all}").format(n=n, all=len(ANSWERS)))
            typed(terminal, words)
            terminal.press("enter")
        terminal.wait_for(_("You can skip this."))
        terminal.press("enter")
        saved(terminal, language)
        after = exported(hands, terminal, folder / "after.md")
        left(terminal)
    (gibbs,) = [r for r in stored("reflections") if r["template"] == "gibbs" and ANSWERS[0] in r["answers"].values()]
    assert set(gibbs["answers"].values()) == set(ANSWERS)
    assert not gibbs.get("shareable")
    assert after == before
    assert sorted(path.name for path in folder.iterdir()) == ["after.md", "before.md"]
    assert not [words for words in ANSWERS if words.split()[0].encode() in after]
