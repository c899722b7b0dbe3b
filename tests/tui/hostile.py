"""A portfolio with hostile words in every field, and every screen that opens on top of a place, full of them."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from textual.screen import Screen

from portfolio.capture.entry import Entry
from portfolio.notebook.entries import of_record
from portfolio.records.conversations import Conversation
from portfolio.records.feedback import Feedback
from portfolio.records.goals import Goal
from portfolio.tui.conversation.meeting import AtTheTableScreen
from portfolio.tui.conversation.readiness import ReadyScreen
from portfolio.tui.conversation.sheet import SheetScreen
from portfolio.tui.export.screen import SharingScreen
from portfolio.tui.export.sections import SectionsScreen
from portfolio.tui.records.screen import RecordScreen
from portfolio.tui.records.versions import VersionsScreen
from portfolio.tui.recovery.backups import CopiesScreen
from portfolio.tui.recovery.bin import BinScreen
from portfolio.tui.search.screen import SearchScreen
from portfolio.tui.services.state import AppState
from portfolio.tui.writing.check import CheckScreen
from portfolio.tui.writing.form import FormScreen
from tests.tui.playing import opened, places, two_versions, written

WORDS: Final = "\n".join(
    (
        "\x1b]52;p;aGk=\x07 \x1b[2J \x1b]0;title\x07 \x9b31m \x1bPq#0\x1b\\ \x1bc \x90q\x9c",
        "[b]bold[/b] [/b] [@click=app.quit]click[/] [red",
        "\u202eright to left\u202c \u200f \ufeff \u2066x\u2069 \U000e0041 a\u2028b\u2029c\x85d\x0be\x0cf\rg",
        "👩‍💻 ❤️ e\u0301 \x00\x08\x7f",
        "w" * 300,
    )
)
LINE: Final = WORDS.replace("\n", " ")
SMALL: Final[dict[str, Callable[[AppState], Screen[Any]]]] = {
    "check": lambda look: CheckScreen(Entry("new", "reflection", look.today, {"answers.s": WORDS}, "starr")),
    "form": lambda look: FormScreen(of_record(look.records.of(Goal)[0])),
    "record": lambda look: RecordScreen(look.records.of(Feedback)[0].id),
    "search": lambda _look: SearchScreen(),
    "sharing": lambda _look: SharingScreen(),
    "sections": lambda _look: SectionsScreen(SharingScreen().work),
    "ready": lambda _look: ReadyScreen(),
    "sheet": lambda look: SheetScreen(look.records.of(Conversation)[0].id),
    "bin": lambda _look: BinScreen(),
    "copies": lambda _look: CopiesScreen(),
    "versions": lambda look: VersionsScreen(next(r.id for r in look.records if r.conflicts)),
    "table": lambda look: AtTheTableScreen(look.records.of(Conversation)[0].id),
}
"""The screens on top of a place, each full of hostile words."""


def a_hostile_portfolio() -> None:
    """Hostile words in every field, every kind of record, a record with two versions, one in the bin, a hostile file
    beside the data file, and a hostile text that was begun."""
    day = {"date": "2025-12-10", "shareable": True}
    ids = written(
        {"kind": "profile", "name": LINE, "job": LINE, "team": LINE, "strengths": WORDS, "motives": WORDS},
        {"kind": "person", "name": LINE, "role": LINE, "may_be_named": "yes"},
        {"kind": "goal", "title": LINE, "if_then": WORDS, "first_step": WORDS, "start": "2025-01-01", **day},
        {"kind": "skill", "title": LINE, "target": 4, **day},
        {"kind": "step", "goal": LINE, "text": WORDS, "due": "2025-12-20", **day},
        {"kind": "measure", "goal": LINE, "name": LINE, "unit": LINE, "target": 4, **day},
        {"kind": "reading", "measure": LINE, "value": 2, **day},
        {"kind": "rating", "skill": LINE, "level": 2, "reason": WORDS, **day},
        {"kind": "evidence", "title": LINE, "shows": WORDS, "location": LINE, "skills": [LINE], **day},
        {"kind": "conversation", "with": LINE, "place": LINE, "date": "2025-12-20",
         "sheet": {"points": WORDS, "questions": WORDS, "want": WORDS}},
        {"kind": "conversation", "with": LINE, "place": LINE, "state": "held", "date": "2025-12-01"},
        {"kind": "agreement", "text": WORDS, "owner": "me", "support": WORDS, "due": "2026-01-01", **day},
        {"kind": "need", "text": WORDS, **day},
        {"kind": "request", "person": LINE, "question": WORDS, "date": "2025-11-01"},
        {"kind": "milestone", "text": WORDS, **day},
        {"kind": "feedback", "what": WORDS, "from": LINE, "permission": "not_asked", "date": "2025-12-11"},
        {"kind": "feedback", "what": WORDS, "from": LINE, "permission": "yes", **day},
        {"kind": "reflection", "title": LINE, "if_then": WORDS, "tags": [LINE, "plain"], "goals": [LINE],
         "people": [LINE], "answers": {"text": WORDS}, **day},
        {"kind": "reflection", "template": "starr", "title": LINE, "answers": {"s": WORDS, "r1": WORDS}, **day},
        {"kind": "reflection", "template": "three_minutes", "answers": {"progress": WORDS, "next": WORDS}, **day},
        {"kind": "reflection", "answers": {"text": WORDS}, **day},
        {"kind": "reflection", "answers": {"text": WORDS}, "date": "2025-12-15"},
    )  # fmt: skip
    answers = ({"text": f"{WORDS} here"}, {"text": f"there {WORDS}"})
    two_versions("reflection", {"answers": {"text": WORDS}}, {"answers": answers[0]}, {"answers": answers[1]})
    notebook = opened()
    notebook.write.delete([ids[-1]])
    folder = Path(os.path.dirname(places().data_file))
    (folder / "leerreis (conflict \x1b]52;p;aGk=\x07\u202e [b]).json").write_text("no portfolio")
    templates = Path(places().templates_folder)
    templates.mkdir(parents=True)
    (templates / "broken\x1b[2J.toml").write_text("no = [template")
