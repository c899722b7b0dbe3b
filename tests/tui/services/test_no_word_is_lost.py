"""Writers at random: they open, type, leave, come back, save, take back, and their computer dies under them.

Every word that stood in a box is in a record afterwards, or in a draft that is on offer, or its writer took it away by
a deed that showed it. `LEERREIS_EXAMPLES` says how many long lives are lived, other ones each time; without it the
same few.
"""

from __future__ import annotations

import asyncio
import io
import os
import re
import shutil
import tempfile
from collections.abc import Awaitable, Callable, Iterator
from contextlib import AsyncExitStack, contextmanager
from typing import Any, Final

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from textual.screen import Screen

from portfolio.cli.context import Streams
from portfolio.cli.main import run
from portfolio.notebook import drafts
from portfolio.records.goals import Goal
from portfolio.records.kinds import TABLES
from portfolio.records.problems import brief
from portfolio.tui.conversation.rows import STEP
from portfolio.tui.dialogs.pick import ChooseDialog
from portfolio.tui.dialogs.words_dialog import WordsDialog
from portfolio.tui.services.drafts import DRAFT
from portfolio.tui.shell.screen import BaseScreen
from portfolio.tui.today.day import CHECK
from portfolio.tui.widgets.rows import Rows
from portfolio.tui.widgets.text_input import WritingBox
from portfolio.tui.writing.check import CheckScreen
from portfolio.tui.writing.form import FormScreen
from portfolio.tui.writing.form_field import FormField
from portfolio.tui.writing.screen import WritingScreen
from tests.tui.fast_keys import Keys, fast
from tests.tui.playing import opened, places, written
from tests.tui.unpainted import unpainted

EXAMPLES: Final = os.environ.get("LEERREIS_EXAMPLES", "")
WORD: Final = re.compile(r"zq\d+z")
LIVES: Final = settings(
    deadline=None,
    phases=(Phase.explicit, Phase.generate),  # the deeds are listed: making a failing life shorter takes minutes
    suppress_health_check=list(HealthCheck),
    database=None,
)
SIZE: Final = (64, 20)
"""A small terminal: there is less to lay out."""
Deed = Callable[[int], Awaitable[None]]


def made() -> None:
    """Some records to change, in the home of the test."""
    written(
        {"kind": "goal", "title": "Cable", "why": "Because"},
        {"kind": "goal", "title": "Pump"},
        {"kind": "reflection", "answers": {"text": "Old note"}, "title": "Note"},
        {"kind": "feedback", "what": "You explain well"},
        {"kind": "conversation", "sort": "development", "date": "2026-01-20"},
        {"kind": "reflection", "template": "starr", "answers": {"s": "Where"}, "title": "Story"},
    )


def is_place(screen: Screen[Any]) -> bool:
    """Whether everything can be done here that can be done everywhere: no text is open."""
    return isinstance(screen, BaseScreen) and screen.is_place


class Writer:
    """One life: the app in one window or two, what was typed in it, and what was taken away knowingly."""

    def __init__(self) -> None:
        """No window is open yet."""
        self._windows: list[tuple[AsyncExitStack, Keys]] = []
        self._at = 0
        """Which of the windows has the keys."""
        self.words: set[str] = set()
        """What stood in a box."""
        self.gone: set[str] = set()
        """What its writer took away."""
        self.log: list[str] = []
        self._count = 0
        self._saved: tuple[bytes, str] = (b"", "")

    @property
    def keys(self) -> Keys:
        """The keyboard of the window that has it."""
        return self._windows[self._at][1]

    async def open(self) -> None:
        """Open a window, which has the keys from now on."""
        stack = AsyncExitStack()
        self._windows.append((stack, await stack.enter_async_context(fast(size=SIZE))))
        self._at = len(self._windows) - 1

    async def close(self) -> None:
        """Close the window that has the keys."""
        stack, _keys = self._windows.pop(self._at)
        await stack.aclose()
        self._at = 0

    async def live(self, deeds: list[int]) -> None:
        """A whole life: open a window, do these, close every window."""
        try:
            await self.open()
            await self.do(deeds)
        finally:
            await self.end()

    async def do(self, deeds: list[int]) -> None:
        """Do these, each among what can be done then, and look after each whether every word is there."""
        for number in deeds:
            possible = self.possible()
            deed = possible[number % len(possible)]
            self.log.append(f"{self._at}{deed.__name__}")
            screen, beside = self.keys.screen, self._beside()
            with self.keys.app._context():
                await deed(number // len(possible))
            await self.keys.settle()
            await self.keys.on_disk()
            if beside and screen.over and screen.saved:  # what was in the boxes is what stays, as the form said
                self.gone |= beside - set(WORD.findall(self.saved()))
            self.look()

    def _beside(self) -> set[str]:
        """The words of other versions that the open form shows beside its boxes."""
        screen = self.keys.screen
        if not isinstance(screen, FormScreen) or screen.state is None:
            return set()
        record = screen.state.records.get(screen.entry.record)
        return set(WORD.findall(repr(record.conflicts))) if record is not None else set()

    async def end(self) -> None:
        """Close every window."""
        while self._windows:
            await self.close()

    def look(self) -> None:
        """Fail when a word is nowhere."""
        there = self.saved() + self.offered()
        lost = [word for word in sorted(self.words - self.gone) if word not in there]
        assert not lost, f"{lost} after {self.log}\n{self.keys.text}"

    def saved(self) -> str:
        """All that is in records."""
        try:
            with open(places().data_file, "rb") as file:
                data = file.read()
        except FileNotFoundError:
            data = b""
        if data != self._saved[0]:
            records = opened().read.records
            self._saved = data, "".join(repr(vars(r)) for kind in TABLES for r in records.of_kind(kind))
        return self._saved[1]

    def offered(self) -> str:
        """All that drafts hold that are on offer."""
        return "".join(repr(each.entry.changed) for each in drafts.load_all(places()))

    # What can be done where.

    def possible(self) -> list[Deed]:
        """What can be done now; what is likely stands there more than once."""
        screen = self.keys.screen
        always: list[Deed] = [self._killed, self._closed, self._command_line, self._other_window]
        if isinstance(screen, CheckScreen):
            return [*[self._type] * 6, self._erase, *[self._enter] * 3, *[self._escape] * 3, self._later, self._save,
                    self._save, *always]  # fmt: skip
        if isinstance(screen, FormScreen):
            leave = [self._leave] * 5
            return [*[self._type] * 6, self._erase, *[self._enter] * 3, *leave, self._save, self._save, *always]
        if isinstance(screen, WordsDialog) and screen.box.display:
            return [*[self._type] * 5, self._erase, *[self._answer] * 3, self._leave_question, *always]
        if isinstance(screen, WordsDialog):
            return [*[self._answer] * 4, self._leave_question, *always]
        if is_place(screen):
            opens = [self._edit, self._edit, self._read_and_edit, self._find_and_edit, self._sheet, self._check,
                     self._note, self._new, self._grow, self._pause, self._ask, self._go_on, self._go_on,
                     self._go_on]  # fmt: skip
            return [*opens, *opens, self._throw_away, self._undo, self._redo, *always]
        return [self._escape]

    async def _type(self, _n: int) -> None:
        box = self.keys.app.focused
        if not isinstance(box, WritingBox):
            await self.keys.press("tab")
            return
        self._count += 1
        word = f"zq{self._count}z"
        await self.keys.paste(f" {word}")
        if word in box.text:
            self.words.add(word)

    async def _erase(self, _n: int) -> None:
        box = self.keys.app.focused
        if isinstance(box, WritingBox):
            self.gone.update(WORD.findall(box.text))
            box.select_all()
            await self.keys.press("backspace")

    async def _enter(self, _n: int) -> None:
        await self.keys.press("enter")
        if not isinstance(self.keys.screen, BaseScreen):
            await self.keys.press("escape")

    async def _answer(self, _n: int) -> None:
        """Give the answer of one line; the next question, a form or the place is there then."""
        before = self._reasons()
        await self.keys.press("enter")
        self._reasons_let_go(before)

    async def _leave_question(self, n: int) -> None:
        """Escape from a question of one line, and one of the answers where words stand in it."""
        screen, before = self.keys.screen, self._reasons()
        shown = set(WORD.findall(screen.box.text))
        await self.keys.press("escape")
        if isinstance(self.keys.screen, ChooseDialog):
            await self.keys.press("home", *["down"] * (n % 3), "enter")
            shown = shown if n % 3 == 2 else set()
        if self.keys.screen is not screen:
            self.gone |= shown
        self._reasons_let_go(before)

    async def _pause(self, n: int) -> None:
        """Why a goal is paused or stopped: a line."""
        before = self._reasons()
        await self.keys.press("3", "home", *["down"] * (n % 3), "c", *["down"] * (1 + n // 3 % 2), "enter")
        if not (isinstance(self.keys.screen, WordsDialog) or is_place(self.keys.screen)):
            await self.keys.press("escape")
        self._reasons_let_go(before)

    def _reasons(self) -> dict[str, str]:
        """The reason of the state of every goal that has one."""
        return {goal.id: goal.state_reason for goal in opened().read.records.of(Goal) if goal.state_reason}

    def _reasons_let_go(self, before: dict[str, str]) -> None:
        """A reason goes with the state that it was for, when the answer of the app names it."""
        after, said = self._reasons(), self.keys.app.services.status.message.text
        for identity, reason in before.items():
            if after.get(identity) != reason and brief(reason) in said:
                self.gone.update(WORD.findall(reason))

    async def _ask(self, _n: int) -> None:
        """Whom to ask for feedback, about what, and where they saw it: lines, and a form after them."""
        await self.keys.press("4", "n", "down", "enter")

    async def _escape(self, _n: int) -> None:
        await self.keys.press("escape")

    async def _later(self, _n: int) -> None:
        await self.keys.press("ctrl+o")

    async def _save(self, _n: int) -> None:
        await self.keys.press("ctrl+s")

    async def _leave(self, n: int) -> None:
        """Escape, and one of the answers; what is thrown away is what stood in the fields."""
        screen = self.keys.screen
        keys = [field.view.key for field in screen.query(FormField)]
        shown = {word for key in keys for word in WORD.findall(screen.entry.text(key))}
        await self.keys.press("escape")
        if self.keys.screen is not screen and not is_place(self.keys.screen):
            answer = n % 5
            if answer == 3:
                self.gone |= shown - set(WORD.findall(self.saved()))
            await self.keys.press(*(["escape"] if answer == 4 else ["home", *["down"] * answer, "enter"]))

    async def _note(self, _n: int) -> None:
        await self.keys.press("2", "n")

    async def _new(self, n: int) -> None:
        await self.keys.press("345"[n % 3], "n")
        if not isinstance(self.keys.screen, BaseScreen):
            await self.keys.press("enter")

    async def _check(self, _n: int) -> None:
        await self._at_row(CHECK)

    async def _go_on(self, n: int) -> None:
        await self._at_row(DRAFT, n)

    async def _at_row(self, begins: str, n: int = 0) -> None:
        """Enter on a row of Today."""
        if await self._to_row(begins, n):
            await self.keys.press("enter")

    async def _to_row(self, begins: str, n: int = 0) -> bool:
        await self.keys.press("1", "home")
        rows = self.keys.screen.query_one("#today", Rows)
        wanted = [key for n in range(len(rows.source)) if (key := rows.source.key(n)).startswith(begins)]
        if wanted:
            rows.go_to(wanted[n % len(wanted)])
            await self.keys.settle()
        return bool(wanted)

    async def _throw_away(self, n: int) -> None:
        if await self._to_row(DRAFT, n):
            key = self.keys.screen.query_one("#today", Rows).key.removeprefix(DRAFT)
            shown = next(each.entry for each in self.keys.app.services.session.state.unfinished if each.name == key)
            await self.keys.press("d", "home", "down", "enter")
            self.gone.update(set(WORD.findall(repr(shown.changed))) - set(WORD.findall(self.saved())))

    async def _edit(self, n: int) -> None:
        await self.keys.press("234"[n % 3], "home", *["down"] * (n // 3 % 3), "e")

    async def _read_and_edit(self, n: int) -> None:
        await self.keys.press("237"[n % 3], "home", *["down"] * (n // 3 % 3), "enter", "e")

    async def _find_and_edit(self, n: int) -> None:
        await self.keys.press("/")
        await self.keys.type(("Cable", "Note", "explain", "Story")[n % 4])
        await self.keys.press("down", "e")
        if not isinstance(self.keys.screen, WritingScreen):
            await self.keys.press("escape")

    async def _grow(self, n: int) -> None:
        """A note to a story, feedback to work with: other ways to the same records."""
        await self.keys.press("24"[n % 2], "home", *["down"] * (n // 2 % 2), "w")
        if not isinstance(self.keys.screen, BaseScreen):
            await self.keys.press("escape")

    async def _sheet(self, _n: int) -> None:
        await self.keys.press("7", "home")
        rows = self.keys.screen.query_one("#list", Rows)
        for _turn in range(12):
            if rows.key == f"{STEP}sheet":
                await self.keys.press("enter", "enter")
                return
            await self.keys.press("down")

    async def _undo(self, _n: int) -> None:
        await self._take_back("u")

    async def _redo(self, _n: int) -> None:
        await self._take_back("ctrl+r")

    async def _take_back(self, key: str) -> None:
        """Take back, or do again: what goes with that was named by it."""
        before = set(WORD.findall(self.saved()))
        await self.keys.press(key)
        after = set(WORD.findall(self.saved()))
        self.gone = (self.gone | (before - after)) - (after - before)

    async def _command_line(self, n: int) -> None:
        """The other face changes or deletes a record, meanwhile."""
        goals = opened().read.records.of(Goal)
        if not goals:
            return
        goal = goals[n % len(goals)]
        self._count += 1
        if n % 5 == 0:
            self.gone.update(WORD.findall(repr(vars(goal))))
            await self._command("delete", goal.id)
        else:
            word = f"zq{self._count}z"
            shown = (goal.why or "").strip()
            status, message = await self._command("edit", goal.id, "--why", f"{shown} {word}")
            if status == 0:
                self.words.add(word)
            # another version of the reason that this edit replaced is named in its message
            self.gone |= set(WORD.findall(message)) - set(WORD.findall(self.saved()))

    async def _command(self, *arguments: str) -> tuple[int, str]:
        """Carry out a command; return its exit status and its messages on stderr."""
        messages = io.StringIO()
        streams = Streams(io.StringIO(), io.StringIO(), messages)
        environment = {**os.environ, "LEERREIS_TODAY": "2025-12-15"}
        status = await asyncio.to_thread(run, arguments, environment, streams)
        return status, messages.getvalue()

    async def _killed(self, _n: int) -> None:
        """The process is gone; what was typed in it a moment before is on disk."""
        await self.keys.on_disk()
        self.keys.kill()
        await self.close()
        if not self._windows:
            await self.open()

    async def _closed(self, _n: int) -> None:
        await self.keys.app.action_quit()
        await self.keys.ended()
        await self.close()
        if not self._windows:
            await self.open()

    async def _other_window(self, _n: int) -> None:
        """The same portfolio in a second window: it knows nothing of what stands in the first one."""
        if len(self._windows) == 1:
            await self.open()
        else:
            self._at = 1 - self._at


@contextmanager
def a_home() -> Iterator[str]:
    """A home with records in it, to copy for every life; in memory where this machine has a place for that."""
    memory = "/dev/shm" if os.path.isdir("/dev/shm") else None
    with tempfile.TemporaryDirectory(dir=memory) as folder, pytest.MonkeyPatch.context() as patch:
        home = os.path.join(folder, "begun")
        patch.setenv("LEERREIS_HOME", home)
        made()
        yield home


@pytest.fixture(scope="module")
def begun() -> Iterator[str]:
    """The home that every life begins with."""
    with a_home() as home, unpainted():
        yield home


@contextmanager
def home_like(begun: str) -> Iterator[None]:
    """A home of its own for one life or for lives that go on from each other."""
    with tempfile.TemporaryDirectory(dir=os.path.dirname(begun)) as folder, pytest.MonkeyPatch.context() as patch:
        home = os.path.join(folder, "home")
        shutil.copytree(begun, home)
        patch.setenv("LEERREIS_HOME", home)
        yield


def live(begun: str, deeds: list[int]) -> None:
    """One life in a home of its own."""
    with home_like(begun):
        asyncio.run(Writer().live(deeds))


@settings(LIVES, max_examples=8, derandomize=True)
@given(st.lists(st.integers(0, 9999), min_size=3, max_size=8))
def test_no_word_is_lost_in_a_few_short_lives(begun: str, deeds: list[int]) -> None:
    live(begun, deeds)


@pytest.mark.long
@settings(LIVES, max_examples=int(EXAMPLES or 30), derandomize=not EXAMPLES)
@given(st.lists(st.integers(0, 9999), min_size=10, max_size=25))
def test_no_word_is_lost_whatever_is_done_in_whatever_order(begun: str, deeds: list[int]) -> None:
    live(begun, deeds)
