"""While anything waits for the disk the keys wait: a burst does what its keys do one by one on a quick disk."""

from __future__ import annotations

import asyncio
import os
import shutil
from typing import Any, Final

import pytest

from portfolio.tui.services.session import Session
from portfolio.tui.widgets.line_input import LineInput
from tests.tui.fast_keys import Keys, fast
from tests.tui.playing import opened, written
from tests.tui.services.test_slow_disk import SlowDisk, an_app_on

BURSTS: Final[dict[str, tuple[tuple[str, ...], tuple[str, ...]]]] = {
    "delete a goal with its steps": (("3", "home"), ("d", "down", "enter")),
    "delete one after the other": (("2", "home"), ("d", "d", "down", "d", "u")),
    "share and go on": (("2", "home"), ("s", "down", "s", "down", "s", "u")),
    "share a goal, answer, walk": (("3", "home"), ("s", "down", "enter", "down", "e")),
    "look back by name": (("1",), ("r", "end", "up", "enter", "down", "enter", "a", "b")),
    "a theme": (("f2", "home", "down", "down"), ("enter", "down", "enter", "down")),
    "a language": (("f2", "home", "down"), ("enter", "down", "enter", "down", "down")),
    "export over a file": (("7", "x"), ("f", "2", "end", "enter", "escape", "x", "enter", "enter", "down", "enter")),
    "what leaves": (("7", "x", "end"), ("up", "space", "up", "enter", "f", "1", "2", "escape", "up", "enter")),
    "the bin": (("2", "home", "d", "d", "ctrl+p", *"bin"), ("enter", "down", "enter", "escape")),
    "undo and redo": (("2", "home", "d", "d"), ("u", "u", "ctrl+r", "down", "d")),
    "a step of a goal": (("3", "home", "enter"), ("down", "c", "down", "c", "u")),
    "the state of a goal": (("3", "home"), ("c", "down", "enter", "o", "enter", "d")),
    "a search": (("1",), ("slash", *"note 2", "down", "d")),
    "the palette": (("2",), ("ctrl+p", *"note 3", "enter", "d")),
    "leave a text and go on": (("2", "n", "4", *"abc"), ("escape", "escape", "home", "d", "down", "enter")),
    "over the shoulder": (("2", "home"), ("v", "down", "v", "v", "d")),
    "a request": (("4", "home"), ("i", "2", "down", "enter", "s")),
}


def a_portfolio() -> None:
    _other, goal = written({"kind": "goal", "title": "Another goal"}, {"kind": "goal", "title": "Measure twice"})
    (skill,) = written({"kind": "skill", "title": "Finding faults"})
    (person,) = written({"kind": "person", "name": "Noor"})
    written(
        *({"kind": "step", "text": f"step {n}", "goal": goal} for n in range(3)),
        *({"kind": "reflection", "answers": {"text": f"note {n}"}, "shareable": n % 2 == 0} for n in range(6)),
        {"kind": "request", "person": person, "question": "How was it?", "skill": skill},
        {"kind": "feedback", "what": "one\ntwo", "from": person},
    )


def state(keys: Keys) -> tuple[Any, ...]:
    """What is on the screen and on disk, but for moments and ids."""
    records = opened().read.records
    kinds = ("goal", "step", "reflection", "skill", "request", "feedback", "person")
    held = sorted(
        (
            kind,
            str(getattr(r, "title", getattr(r, "text", ""))),
            str(getattr(r, "answers", "")),
            str(getattr(r, "state", "")),
            r.shareable,
        )
        for kind in kinds
        for r in records.of_kind(kind)
    )
    return type(keys.screen).__name__, _shown(keys), held


def _shown(keys: Keys) -> str:
    """The text of the screen, with the whole text of a box: how far a long path is scrolled is of no matter."""
    box: Any = keys.app.focused
    if not isinstance(box, LineInput):
        return keys.text
    return "\n".join([*(line for line in keys.text.split("\n") if line.count("│") < 4), box.text])


async def at_rest(keys: Keys) -> tuple[Any, ...]:
    """The state once it does not change any more: what is shown after a refresh comes by itself."""
    now, same = state(keys), 0
    while same < 4:
        await asyncio.sleep(0.01)
        await keys.settle()
        before, now = now, state(keys)
        same = same + 1 if before == now else 0
    return now


@pytest.mark.parametrize("name", BURSTS)
async def test_a_burst_on_a_slow_disk_does_what_the_keys_mean(name: str) -> None:
    before, burst = BURSTS[name]
    a_portfolio()
    folder = os.environ["LEERREIS_HOME"]
    disk = SlowDisk()
    shutil.copytree(folder, f"{folder}-kept")
    async with fast(an_app_on(SlowDisk()), size=(80, 30)) as keys:
        await keys.press(*before, *burst)
        meant = await at_rest(keys)
    shutil.rmtree(folder)
    shutil.move(f"{folder}-kept", folder)
    async with fast(an_app_on(disk), size=(80, 30)) as keys:
        await keys.press(*before)
        with disk.stands_still():
            for key in burst:
                keys.post(key)
            for _turn in range(20):
                await keys._round()
        assert await at_rest(keys) == meant


async def test_what_a_flow_reports_at_its_end_is_done_before_the_next_key(monkeypatch: pytest.MonkeyPatch) -> None:
    a_portfolio()
    ask = Session.ask
    tries: list[Any] = []

    async def ask_and_let_the_keys_try(session: Session, work: Any) -> Any:
        answer = await ask(session, work)
        tries[0]()  # as a timer does, just when the flow ends
        return answer

    monkeypatch.setattr(Session, "ask", ask_and_let_the_keys_try)
    app = an_app_on(SlowDisk())
    tries.append(lambda: app.call_later(app.services.keys.give))
    async with fast(app) as keys:
        await keys.press("3", "home")
        for _turn in range(9):
            if "▸ Another goal" in keys.text:
                break
            await keys.press("down")
        keys.post("d")  # it hangs on nothing, which the disk knows: then it is deleted
        keys.post("s")
        await keys.settle()
        assert "“Measure twice” has 3 steps that are still private" in keys.text
