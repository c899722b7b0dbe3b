"""The place bar in a narrow terminal: whole names, or short words, never a part of a word and never a bare number."""

from __future__ import annotations

from datetime import date

import pytest
from textual.binding import Binding

from portfolio.records.collection import Records
from portfolio.tui.keymap import table
from portfolio.tui.keymap.places import PLACES, SETTINGS
from portfolio.tui.services.state import AppState
from portfolio.tui.shell.bars import keys_line, places_line
from portfolio.tui.text.spans import width_of
from portfolio.tui.widgets.bars import MARGIN
from portfolio.wording import LANGUAGES, Language, Words


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [40, 50, 60, 70, 80, 120])
@pytest.mark.parametrize("where", [*(place.id for place in PLACES), SETTINGS.id])
def test_every_place_has_its_number_and_a_whole_name(where: str, width: int, language: Language) -> None:
    _ = Words(language)
    parts, right = places_line(where, AppState(_, date(2025, 12, 15), Records(lambda _kind: ())), width)
    shown = ["".join(span.text for span in part.line).strip("[▸ ]") for part in parts]
    allowed = {f"{p.key} {words}".strip() for p in (*PLACES, SETTINGS) for words in (_(p.label), _.context(*p.short))}
    assert set(shown) <= {*allowed, "…"}
    here = next(place for place in (*PLACES, SETTINGS) if place.id == where)
    assert f"{here.key} {_(here.label)}".strip() in shown
    assert sum(width_of(part.line) for part in parts) + width_of(right) < width
    if width >= 60 and where != SETTINGS.id:
        assert len(shown) == len(PLACES) and "…" not in shown
    if width == 120:
        assert all(f"{place.key} {_(place.label)}" in shown for place in PLACES)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [60, 80])
def test_a_space_is_before_the_sign_of_the_current_place(width: int, language: Language) -> None:
    _ = Words(language)
    parts, _right = places_line("reflections", AppState(_, date(2025, 12, 15), Records(lambda _kind: ())), width)
    line = "".join(span.text for part in parts for span in part.line)
    assert " ▸2 " in line or " [2 " in line


@pytest.mark.parametrize("width", [40, 57, 60, 80])
def test_the_keys_leave_the_right_edge_free(width: int) -> None:
    bindings = [Binding(action.key, action.id, action.label[1], id=action.id) for action in table.at("today")]
    found = keys_line(bindings, "today", Words("nl"), width)
    assert found and MARGIN + sum(width_of(part.line) for part in found) < width
