"""`fast_keys`: its speed, and how it detects that the app is idle."""

from __future__ import annotations

from portfolio.records.reflections import Reflection
from portfolio.store.local.drafts import load_all
from tests.tui.fast_keys import fast
from tests.tui.playing import opened, places


async def test_keys_do_what_they_do_for_a_person() -> None:
    async with fast() as keys:
        await keys.press("n")
        await keys.type("Words é, and more")
        await keys.press("enter")
        assert "Words é, and more" in keys.text
    assert [r.answers["text"] for r in opened().read.records.of(Reflection)] == ["Words é, and more"]


async def test_an_app_that_is_killed_leaves_what_was_on_disk() -> None:
    async with fast() as keys:
        await keys.press("n")
        await keys.type("kept")
        await keys.on_disk()
        keys.kill()
    assert [draft["texts"] for draft in load_all(places().drafts_folder).values()] == [{"answers.text": "kept"}]
    assert opened().read.records.of(Reflection) == ()
