"""Walking the marks of a picture, without a screen: along a row, from row to row, to what was clicked."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from portfolio.pictures.canvas import Place, Sentence
from portfolio.tui.journey import cursor_moves
from portfolio.tui.journey.cursor_moves import NOWHERE, Cursor


def at(row: int, column: int, identity: str = "x", width: int = 1) -> Place:
    return Place(row, column, width, (identity,), lambda: (Sentence(identity, f"{identity} at {column}"),))


PICTURE = (at(2, 10, "a"), at(2, 20, "b"), at(2, 30, "c"), at(4, 19, "d"), at(5, 28, "e"), at(5, 40, "f"))
some_places = st.lists(st.tuples(st.integers(0, 8), st.integers(0, 60)), min_size=1, max_size=30).map(
    lambda found: tuple(at(row, column, str(n)) for n, (row, column) in enumerate(sorted(found)))
)


def walked(*steps: tuple[str, int], start: int = 0) -> str:
    cursor = cursor_moves.put(PICTURE, start)
    for name, step in steps:
        cursor = getattr(cursor_moves, name)(PICTURE, cursor, step)
    return PICTURE[cursor.at].ids[0]


def test_right_goes_along_time_and_stays_at_the_end_of_the_row() -> None:
    assert walked(("along", 1)) == "b"
    assert walked(("along", 1), ("along", 1), ("along", 1)) == "c"
    assert walked(("along", -1)) == "a"


def test_down_goes_to_the_nearest_mark_of_the_next_row_that_has_one() -> None:
    assert walked(("across", 1), start=1) == "d"
    assert walked(("across", 1), start=3) == "e"
    assert walked(("across", -1), start=3) == "b"
    assert walked(("across", -1)) == "a"


def test_up_again_ends_above_where_it_began_though_a_row_between_had_its_mark_elsewhere() -> None:
    assert walked(("across", 1), ("across", 1), ("across", -1), ("across", -1), start=2) == "c"


def test_home_and_end_are_of_the_row_and_in_a_row_of_one_of_the_picture() -> None:
    assert walked(("to_end", 1)) == "c"
    assert walked(("to_end", -1), start=2) == "a"
    assert walked(("to_end", 1), start=3) == "f"
    assert walked(("to_end", -1), start=3) == "a"


def test_a_page_goes_as_many_rows_but_always_one_row_with_a_mark() -> None:
    assert walked(("page", 2)) == "d"
    assert walked(("page", 20)) == "e"
    assert walked(("page", -2), start=5) == "d"
    assert walked(("page", 1)) == "d"


def test_a_click_takes_the_nearest_mark_of_its_row() -> None:
    assert cursor_moves.clicked(PICTURE, 2, 19) == 1
    assert cursor_moves.clicked(PICTURE, 2, 0) == 0
    assert cursor_moves.clicked(PICTURE, 3, 19) == NOWHERE
    assert cursor_moves.clicked((at(1, 0, "row", width=50), at(1, 60, "far")), 1, 49) == 0


def test_in_a_new_drawing_the_cursor_finds_the_same_thing_else_its_record_else_the_first() -> None:
    twice = (at(0, 1, "other"), at(1, 10, "goal"), at(1, 50, "goal"))
    assert cursor_moves.again(twice, at(7, 50, "goal")) == 2
    assert cursor_moves.again(twice, at(7, 33, "goal")) == 1
    assert cursor_moves.again(twice, at(7, 33, "gone")) == 0
    assert cursor_moves.again(twice, at(7, 33, "gone"), "nothing", "goal") == 1
    assert cursor_moves.again(twice, None, "goal") == 1
    assert cursor_moves.again((), at(0, 1, "other")) == NOWHERE


@given(some_places, st.data())
def test_right_then_left_returns(places: tuple[Place, ...], data: st.DataObject) -> None:
    start = cursor_moves.put(places, data.draw(st.integers(0, len(places) - 1)))
    moved = cursor_moves.along(places, start, 1)
    assert moved == start or cursor_moves.along(places, moved, -1) == start


@given(some_places)
def test_every_place_is_reached_with_the_arrows(places: tuple[Place, ...]) -> None:
    reached: set[int] = set()
    waiting = [cursor_moves.put(places, 0)]
    while waiting:
        cursor = waiting.pop()
        if cursor.at in reached:
            continue
        reached.add(cursor.at)
        waiting += [go(places, cursor, step) for go in (cursor_moves.along, cursor_moves.across) for step in (1, -1)]
    assert reached == set(range(len(places)))


@given(some_places, st.data())
def test_down_and_up_never_leave_the_picture_and_change_the_row_unless_there_is_none(
    places: tuple[Place, ...], data: st.DataObject
) -> None:
    start = cursor_moves.put(places, data.draw(st.integers(0, len(places) - 1)))
    below = {p.row for p in places if p.row > places[start.at].row}
    moved = cursor_moves.across(places, start, 1)
    assert places[moved.at].row == min(below, default=places[start.at].row)
    assert moved.column == start.column


@given(some_places, st.data(), st.integers(-9, 9).filter(bool))
def test_a_page_moves_wherever_there_is_somewhere_to_go(
    places: tuple[Place, ...], data: st.DataObject, rows: int
) -> None:
    start = cursor_moves.put(places, data.draw(st.integers(0, len(places) - 1)))
    moved = cursor_moves.page(places, start, rows)
    further = cursor_moves.across(places, start, 1 if rows > 0 else -1)
    assert (moved.at == start.at) == (further.at == start.at)


def test_nowhere_is_where_no_place_is() -> None:
    assert cursor_moves.put((), 0) == Cursor()
    assert cursor_moves.put(PICTURE, NOWHERE) == Cursor()
