"""The groups of keys: what a key does in one screen is never told as if it did that everywhere."""

from __future__ import annotations

from portfolio.tui.keymap import table
from portfolio.tui.keymap.custom import changeable, keyed
from portfolio.tui.keymap.key_groups import ALWAYS, GROUPS, group_of, grouped
from portfolio.tui.keymap.places import EVERYWHERE, PLACES


def test_every_action_is_in_the_group_of_where_it_works_and_every_group_has_some() -> None:
    assert {action.id for rows in grouped().values() for action in rows} == {action.id for action in table.ACTIONS}
    assert set(grouped()) == {ALWAYS, *GROUPS}
    for name, rows in grouped().items():
        assert rows, name
        for action in rows:
            assert action.where <= GROUPS[name] if name in GROUPS else (action.where or EVERYWHERE) >= {"today"}


def test_what_works_everywhere_is_told_by_no_single_screen() -> None:
    assert {"help", "undo", "search", "export", "palette", "quit"} <= {a.id for a in grouped()[ALWAYS]}
    assert not {"open", "delete", "save"} & {action.id for action in grouped()[ALWAYS]}


def test_the_settings_name_a_key_by_what_it_does_in_most_places() -> None:
    assert keyed()["delete"].label[1] == "delete"
    assert keyed()["new"].label[1] == "new"
    assert keyed()["export"].label[1] == "hand over"
    assert group_of(keyed()["delete"].home) == "On something you wrote"
    places = {f"go_{place.id}" for place in PLACES}
    named = [(group_of(e.home), e.label) for e in changeable() if e.id not in places and not e.id.startswith("pict")]
    assert len(named) == len(set(named))
