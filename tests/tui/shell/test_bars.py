"""The place bar in a narrow terminal: numbers and whole names, never a part of one."""

from __future__ import annotations

from datetime import date

import pytest

from portfolio.records.collection import Records
from portfolio.tui.keymap.places import PLACES, SETTINGS
from portfolio.tui.services.state import AppState
from portfolio.tui.shell.bars import places_line
from portfolio.tui.text.spans import width_of
from portfolio.wording import LANGUAGES, Language, Words


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [40, 50, 60, 70, 80, 120])
@pytest.mark.parametrize("where", [*(place.id for place in PLACES), SETTINGS.id])
def test_every_place_has_its_number_and_a_whole_name_or_none(where: str, width: int, language: Language) -> None:
    _ = Words(language)
    parts, right = places_line(where, AppState(_, date(2025, 12, 15), Records(lambda _kind: ())), width)
    shown = ["".join(span.text for span in part.line).strip("[▸ ]") for part in parts]
    for place, words in zip(PLACES, shown, strict=False):
        assert words in (place.key, f"{place.key} {_(place.label)}")
        assert place.id != where or words.endswith(_(place.label))
    assert sum(width_of(part.line) for part in parts) + width_of(right) <= width
    if width == 60 and where == "today":
        assert sum(len(words) > 1 for words in shown) >= 4
    if width == 120:
        assert all(len(words) > 1 for words in shown)
