"""What the settings say in vain is said when the app opens, too."""

from __future__ import annotations

from pathlib import Path

from portfolio import settings
from portfolio.tui.app import LeerreisApp
from portfolio.tui.services.start import Start
from tests.tui.playing import TODAY, frame, now, opened, places, playing, written


def _read(text: str) -> settings.Settings:
    path = Path(places().config_file)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return settings.read(str(path))


async def test_a_key_for_no_action_and_a_value_that_cannot_be_are_named() -> None:
    written({"kind": "goal", "title": "Listen"})
    app = LeerreisApp(Start(places(), _read('ascii = "yes"\n[keys]\nserch = "f4"\n'), "en", TODAY, now, opened))
    async with playing(app, size=(160, 30)) as pilot:
        shown = " ".join(frame(pilot).split())
        assert "“[keys] serch” does not exist. Do you mean “search”?" in shown
        assert "These settings are ignored: ascii." in shown
