"""The lines of a table, found without being parsed."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from portfolio.store.format.lines import Table, is_key, member

numbers = st.integers(0, 2**128 - 1)


@given(
    st.lists(st.dictionaries(numbers | st.integers(0, 30), st.text(max_size=5), min_size=1, max_size=12), max_size=4)
)
def test_lines_put_in_are_the_lines_that_come_out(rounds: list[dict[int, str]]) -> None:
    table = Table(b"")
    expected: dict[bytes, bytes] = {}
    for changed in rounds:
        lines = {str(key).encode(): member(str(key), text) for key, text in changed.items()}
        table = Table(table.with_lines(lines).raw)
        expected |= lines
    for key, line in expected.items():
        assert table.line(key) == line
    assert list(table.lines()) == sorted(expected, key=int)
    assert table.line(b"99") == expected.get(b"99")


def test_a_key_inside_a_text_is_no_line() -> None:
    table = Table(b"").with_lines({b"7": member("7", '"8": x\n"8": y')})
    assert table.line(b"8") is None


def test_what_is_the_number_of_a_record() -> None:
    assert all(map(is_key, (b"0", b"1", str(2**128 - 1).encode())))
    assert not any(map(is_key, (b"", b"-1", b"01", b"1.0", b"a", str(2**128).encode(), "٣".encode())))
