"""Text of the user is never read as markup or terminal control, and never makes the app fail."""

from __future__ import annotations

import os
import sys
from typing import Final

import pytest
from textual.events import Paste

from portfolio.sanitise import with_line_ends
from portfolio.tui.widgets.text_input import WritingBox
from tests.terminal import Terminal
from tests.tui.playing import frame, playing, press, two_versions, written

HOSTILE: Final = (
    "[b]bold[/b] [x] done [/b] [@click=app.quit]click[/] [red",
    "\x1b]52;c;aGk=\x07\x1b[2J\x1b]0;title\x07\x9b31m\x1bc",
    "\u202eright to left\u202c \u200f \ufeff \u2066x\u2069 \U000e0041",
    "# head\n```\ncode\n```\n| a | b |\n\t\ttabs\r\nand\rreturns",
    "👩‍💻 ❤️ 🇳🇱 é 日本語 \x00\x07\x08",
    "x" * 3000,
)
UNSEEN: Final = "\u202e\u202c\u200f\u2066\u2069\ufeff\U000e0041"
LONG: Final = "y" * 100_000
WORDS: Final = "\n".join(HOSTILE)


def full_of_it() -> None:
    """Save a portfolio with hostile text in every field that a screen shows."""
    day = "2025-12-15"
    shared = {"date": day, "shareable": True}
    written(
        {"kind": "profile", "name": WORDS, "job": WORDS, "team": WORDS},
        {"kind": "person", "name": WORDS, "role": WORDS, "may_be_named": "yes"},
        {"kind": "goal", "title": WORDS, "if_then": WORDS, "first_step": WORDS, **shared, "start": "2025-01-01"},
        {"kind": "goal", "title": LONG, "first_step": LONG, **shared, "start": "2025-03-01"},
        {"kind": "skill", "title": WORDS, **shared, "target": 4},
        {"kind": "step", "goal": WORDS, "text": WORDS, **shared, "due": "2025-12-20"},
        {"kind": "rating", "skill": WORDS, "level": 2, "reason": WORDS, **shared},
        {"kind": "evidence", "title": WORDS, "skills": [WORDS], **shared},
        {"kind": "conversation", "with": WORDS, "place": WORDS, "date": "2025-12-20",
         "sheet": {"points": WORDS, "questions": WORDS, "want": WORDS}},
        {"kind": "agreement", "text": WORDS, "owner": "me", "support": WORDS, **shared},
        {"kind": "milestone", "text": WORDS, **shared},
        {"kind": "feedback", "what": WORDS, "from": WORDS, "permission": "yes", **shared},
        {"kind": "reflection", "title": WORDS, "if_then": WORDS, "tags": [WORDS], "goals": [WORDS], "people": [WORDS],
         "answers": {"text": WORDS}, **shared},
        {"kind": "reflection", "template": "gibbs", "answers": {"description": LONG, "feelings": WORDS}, **shared},
        {"kind": "reflection", "template": "three_minutes", "answers": {"progress": WORDS, "next": WORDS}, "date": day},
    )  # fmt: skip
    answers = ({"text": f"{WORDS} here"}, {"text": f"there {WORDS}"})
    two_versions("reflection", {"answers": {"text": WORDS}}, {"answers": answers[0]}, {"answers": answers[1]})


@pytest.mark.slow
@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_hostile_words_break_no_screen(size: tuple[int, int]) -> None:
    full_of_it()
    async with playing(size=size) as pilot:
        seen = [frame(pilot)]
        for keys in (
            ("2",),
            ("enter",),
            ("escape", "down", "enter"),
            ("escape", "down", "e"),
            ("escape",),
            ("6",),
            *(("down", "right", "down", "right", "end", "enter", "escape", "tab") for _picture in range(8)),
            ("t", "down", "down"),
            ("3",),
            ("enter",),
            ("escape", "e"),
            ("escape", "2", "home", "b"),
            ("end",),
            ("escape", "4"),
            ("enter",),
            ("escape", "5"),
            ("enter",),
            ("escape", "a", "enter"),
            ("escape", "f", "enter"),
            ("escape", "escape", "7"),
            ("home", "down", "enter"),
            ("escape", "down", "down", "enter"),
            *(("right",) for _point in range(12)),
            ("escape", "enter"),
            ("home", "x", "f", "7"),
            ("enter",),
            ("escape", "escape", "f"),
            ("escape", "tab", "end"),
            ("escape", "end", "enter"),
            ("enter", "escape"),
            ("escape", "down", "down", "enter"),
            ("escape", "escape", "escape"),
            ("end", "enter"),
            ("escape", "x"),
            ("enter",),
            ("x",),
            ("enter",),
            ("escape", "escape", "escape"),
            ("question_mark",),
            ("escape", "ctrl+p"),
            ("escape", "v"),
            ("1",),
            ("n",),
        ):
            await press(pilot, *keys)
            seen.append(frame(pilot))
        assert pilot.app.is_running
        assert any("[/b]" in text for text in seen)
    for text in seen:
        assert not [c for c in text if c != "\n" and (ord(c) < 32 or 0x7F <= ord(c) < 0xA0 or c in UNSEEN)]


async def test_what_is_pasted_is_kept_as_it_is_and_drawn_safely() -> None:
    async with playing() as pilot:
        await press(pilot, "n")
        box = pilot.app.screen.query_one(WritingBox)
        box.post_message(Paste(WORDS))
        await pilot.pause()
        assert box.text == with_line_ends(WORDS)
        shown = frame(pilot)
        assert not [c for c in shown if c != "\n" and (ord(c) < 32 or 0x7F <= ord(c) < 0xA0 or c in UNSEEN)]


def test_no_escape_of_a_record_reaches_the_terminal() -> None:
    full_of_it()
    environment = {**os.environ, "LEERREIS_TODAY": "2025-12-15", "LANG": "en_GB.UTF-8"}
    with Terminal([sys.executable, "-m", "portfolio"], environment, (100, 30)) as terminal:
        terminal.wait_for("Last written")
        seen = [("2", "December 2025"), ("6", "Growth"), ("3", "Under way"), ("4", "Feedback"), ("5", "evidence")]
        for key, text in [*seen, ("7", "Am I ready?"), ("1", "Last written")]:
            terminal.press(key)
            terminal.wait_for(text)
        terminal.press("q")
        assert terminal.wait_for_end() == 0
    for secret in (b"\x1b]52", b"\x1b]0;title", b"\x1bc", b"\xc2\x9b", b"aGk=\x07"):
        assert secret not in terminal.raw
