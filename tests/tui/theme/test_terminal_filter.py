"""Nothing that a terminal obeys gets out of a stored text, whatever is done to it."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final

import pytest
from textual.screen import Screen

from portfolio import opener
from portfolio.capture.entry import Entry
from portfolio.notebook.entries import of_record
from portfolio.records.conversations import Conversation
from portfolio.records.feedback import Feedback
from portfolio.records.goals import Goal
from portfolio.sanitise import SIGNS
from portfolio.tui.app import LeerreisApp
from portfolio.tui.conversation.meeting import AtTheTableScreen
from portfolio.tui.conversation.readiness import ReadyScreen
from portfolio.tui.conversation.sheet import SheetScreen
from portfolio.tui.export.screen import SharingScreen
from portfolio.tui.export.sections import SectionsScreen
from portfolio.tui.keymap.places import BY_ID, EVERYWHERE
from portfolio.tui.keymap.table import ACTIONS
from portfolio.tui.records.screen import RecordScreen
from portfolio.tui.records.versions import VersionsScreen
from portfolio.tui.recovery.backups import CopiesScreen
from portfolio.tui.recovery.bin import BinScreen
from portfolio.tui.search.screen import SearchScreen
from portfolio.tui.services.state import AppState
from portfolio.tui.writing.check import CheckScreen
from portfolio.tui.writing.form import FormScreen
from tests.tui.every_action import Recorded, Walk
from tests.tui.playing import an_app, opened, places, settled, two_versions, written

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
CONTROL: Final = re.compile(
    r"\x1b\[[0-9;]*[mH]|\x1b\[\?2026[hl]|\x1b\]52;c;[A-Za-z0-9+/=]*\x07|\x1b\]22;[a-z-]*\x07|\n"
)
"""What the app itself writes: colours, the place of the cursor, the bounds of a frame, the clipboard in
base64, the shape of the pointer."""
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
HOSTILE_KEYS: Final = {"over_shoulder": "\x1b]52;p;aGk=\x07", "help": "\x9b2J", "palette": "\u202ep", "redo": "[/b]"}


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


def unsafe_in(written: str) -> list[str]:
    """What a terminal would obey in what it got, apart from colours, the cursor and the modes that the app sets."""
    left = CONTROL.sub("", written)
    return sorted({left[max(n - 10, 0) : n + 20] for n, character in enumerate(left) if ord(character) in SIGNS})


def test_every_place_of_the_table_is_walked() -> None:
    assert {*BY_ID, *SMALL} == EVERYWHERE.union(*(action.where for action in ACTIONS))


@pytest.mark.long
@pytest.mark.parametrize("where", [*BY_ID, *SMALL])
async def test_no_action_brings_a_control_to_the_terminal(where: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opener, "open_target", lambda _target: False)
    walk = await walked(where, {})
    at = [action for action in ACTIONS if where in action.where or (where in EVERYWHERE and not action.where)]
    assert {action for _where, action, _kind in walk.done} <= {action.id for action in at}
    assert len(walk.done) > 3


async def test_no_name_of_a_key_brings_a_control_to_the_terminal() -> None:
    await walked("settings", HOSTILE_KEYS, rows=2)


async def come_to(where: str, walk: Walk, app: LeerreisApp) -> None:
    """To this place or screen, with something in it."""
    if where not in SMALL:
        await walk.press(BY_ID[where].key or "f2")
        return
    app.push_screen(SMALL[where](app.services.session.state))
    await walk.press(*("r" if where == "search" else ""))


async def walked(where: str, own_keys: Mapping[str, str], rows: int = 6) -> Walk:
    """Walk one place or screen of a hostile portfolio, and look at what the terminal got."""
    a_hostile_portfolio()
    Recorded.written.clear()
    app = an_app("en", own_keys=own_keys)
    app.driver_class = Recorded
    async with app.run_test(headless=False, size=(100, 30)) as pilot:
        await settled(pilot)
        walk = Walk(pilot, rows)
        done = -1
        while done < len(walk.done):  # what was saved, or may not be seen for a moment, closes: it is come to again
            done = len(walk.done)
            await come_to(where, walk, app)
            await walk.explore()
        assert app.is_running
    app.services.worker.close()
    assert unsafe_in("".join(Recorded.written)) == []
    return walk
