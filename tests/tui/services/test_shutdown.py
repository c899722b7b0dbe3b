"""Words are gathered while screens are taken down: what was in a box is kept, and nothing that is gone is asked for."""

from __future__ import annotations

from typing import Any

import pytest

from portfolio.tui.writing.check import CheckScreen
from portfolio.tui.writing.form import FormScreen
from portfolio.tui.writing.screen import WritingScreen
from tests.tui.fast_keys import fast


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
