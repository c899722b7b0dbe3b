"""One table of actions: what it promises exists, and Dutch fits on the line of keys."""

from __future__ import annotations

import pytest
from textual.binding import Binding

from portfolio.capture import additions, state_options
from portfolio.tui.app import LeerreisApp
from portfolio.tui.conversation.readiness import ReadyScreen
from portfolio.tui.conversation.sheet import SheetScreen
from portfolio.tui.export.screen import SharingScreen
from portfolio.tui.export.sections import SectionsScreen
from portfolio.tui.keymap import conditions, table
from portfolio.tui.keymap.names import named
from portfolio.tui.keymap.places import PLACES, SETTINGS
from portfolio.tui.records.actions import ACTIONS
from portfolio.tui.records.screen import RecordScreen
from portfolio.tui.recovery.backups import CopiesScreen
from portfolio.tui.recovery.bin import BinScreen
from portfolio.tui.search.screen import SearchScreen
from portfolio.tui.shell.bars import keys_line
from portfolio.tui.text.spans import width_of
from portfolio.tui.writing import link
from portfolio.tui.writing.check import CheckScreen
from portfolio.tui.writing.form import FormScreen
from portfolio.wording import Words

SCREENS = {place.id: type(place.make()) for place in PLACES} | {
    "settings": type(SETTINGS.make()),
    "check": CheckScreen,
    "form": FormScreen,
    "record": RecordScreen,
    "search": SearchScreen,
    "sharing": SharingScreen,
    "sections": SectionsScreen,
    "bin": BinScreen,
    "copies": CopiesScreen,
    "ready": ReadyScreen,
    "sheet": SheetScreen,
}


@pytest.mark.parametrize("where", SCREENS)
def test_every_action_is_done_by_its_screen(where: str) -> None:
    doers = (SCREENS[where], LeerreisApp)
    here = [a for a in table.at(where) if not a.of_record]
    missing = [a.id for a in here if not callable(getattr(doers[a.by_app], f"action_{a.id}", None))]
    assert missing == []


def test_every_action_of_a_record_is_done_with_the_records_that_are_meant() -> None:
    assert set(ACTIONS) == {action.id for action in table.ACTIONS if action.of_record}


@pytest.mark.parametrize("where", SCREENS)
@pytest.mark.parametrize("width", [60, 80])
def test_the_line_of_keys_fits_and_keeps_what_matters_most(where: str, width: int) -> None:
    _ = Words("nl")
    bindings = [
        Binding(b.key, b.action, _.context("key", b.description), key_display=b.key_display, show=b.show, id=b.id)
        for b in (*table.bindings(where), *table.record_bindings())
        if isinstance(b, Binding)
    ]
    parts = keys_line(bindings, where, _, width)
    assert sum(width_of(part.line) for part in parts) <= width
    shown = {part.action for part in parts}
    assert shown >= ({"palette", "back"} if where in ("check", "form") else {"menu", "back", "help"})


@pytest.mark.parametrize("where", SCREENS)
def test_going_back_is_the_last_key_that_leaves_the_line(where: str) -> None:
    bindings = [b for b in (*table.bindings(where), *table.record_bindings()) if isinstance(b, Binding)]
    left = [part.action for width in range(8, 60) for part in keys_line(bindings, where, Words("nl"), width)]
    assert left
    assert left[0] == "back"


def test_everything_has_a_sentence_of_help() -> None:
    assert all(action.help.endswith(".") for action in table.ACTIONS)


def test_every_key_is_called_by_something_that_can_be_seen() -> None:
    names = [named(action.key, action.display) for action in table.ACTIONS] + [named("tab"), named("space")]
    assert all(name.strip() and name.isprintable() for name in names)


def test_no_action_has_two_keys() -> None:
    keys: dict[str, set[str]] = {}
    for action in table.ACTIONS:
        keys.setdefault(action.id, set()).add(action.key)
    assert {identity: found for identity, found in keys.items() if len(found) > 1} == {}


def test_the_conditions_of_the_table_know_the_same_kinds_as_what_is_done() -> None:
    """They are written down twice, since the table is needed for the first frame and the rest is not."""
    assert frozenset(additions.TO_RECORD) == conditions.ADDED_TO
    assert state_options.KINDS == conditions.STATED
    assert frozenset(link.FIELDS) == conditions.LINKED
