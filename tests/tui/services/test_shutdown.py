"""Words are gathered while screens are taken down: what was in a box is kept, and nothing that is gone is asked for."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from portfolio.tui.run import _give_up
from portfolio.tui.services.services import services_of
from portfolio.tui.services.shutdown import SIGNAL_SECONDS
from portfolio.tui.writing.check import CheckScreen
from portfolio.tui.writing.form import FormScreen
from portfolio.tui.writing.screen import WritingScreen
from tests.tui.fast_keys import fast
from tests.tui.playing import playing, press, settled, with_demo


@pytest.mark.parametrize(("keys", "screen"), [(("3", "n"), FormScreen), (("n",), CheckScreen)])
async def test_a_text_whose_boxes_are_gone_is_gathered_all_the_same(
    keys: tuple[str, ...], screen: type[WritingScreen]
) -> None:
    async with fast() as hands:
        await hands.press(*keys)
        await hands.paste("Half a thought")
        text: Any = hands.screen
        assert isinstance(hands.screen, screen)
        text.focused.insert(" more")  # the box has it, and the message that tells of it is on its way
        with hands.app._context():
            await text.focused.remove()
        text.gather()
        assert "Half a thought more" in text.entry.changed.values()


@pytest.mark.parametrize(
    "keys",
    [(), ("n",), ("3", "n"), ("3", "n", "f9"), ("6", "p"), ("slash",), ("ctrl+p",), ("question_mark",), ("f2",)],
    ids=lambda keys: " ".join(keys) or "Today",
)
async def test_one_key_closes_the_app_from_every_screen(keys: tuple[str, ...]) -> None:
    with_demo("en")
    async with playing() as pilot:
        await press(pilot, *keys)
        await pilot.press("ctrl+q")
        await settled(pilot)
        assert pilot.app._exit


async def test_a_signal_that_only_the_loop_heard_ends_the_app_in_time_and_does_not_wait_for_the_terminal() -> None:
    class Unread:
        hurried = False

        def hurry(self) -> None:
            self.hurried = True

        def give_back(self) -> None:
            """Nothing to restore."""

    armed: list[float] = []

    async with playing() as pilot:
        shutdown: Any = services_of(pilot.app).shutdown
        shutdown.terminal, shutdown.guard = unread, _guard = Unread(), SimpleNamespace(arm=armed.append)
        shutdown._take_signal()
        assert unread.hurried and armed == [SIGNAL_SECONDS]
        await settled(pilot)


def test_the_process_ends_although_its_terminal_cannot_be_restored() -> None:
    class Broken:
        def give_back(self) -> None:
            raise RuntimeError

    app: Any = SimpleNamespace(services=SimpleNamespace(shutdown=SimpleNamespace(terminal=Broken())))
    ended: list[int] = []
    with pytest.raises(RuntimeError):
        _give_up(app, ended.append)
    assert ended == [1]
