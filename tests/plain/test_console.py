"""Lines in and lines out, apart from what they are about."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from portfolio.capture.options import Option
from portfolio.pictures import PICTURES
from portfolio.plain.answer import WentBack, long_answer, short_answer
from portfolio.plain.console import PAGE, Console, Group, followed, laid_out
from portfolio.plain.journey import NAMES
from portfolio.wording import Words


class Script:
    """Lines that are ready, and everything that was written."""

    def __init__(self, *lines: str, edits: bool = False, half: str = "") -> None:
        """With `edits` a line can be put ready; `half` is on a line that is interrupted."""
        self._lines: Iterator[str] = iter(lines)
        self.edits, self._half = edits, half
        self.written = ""
        self.ready: list[str] = []

    def read(self, prompt: str, before: str = "") -> str:  # noqa: ARG002
        """The next line, or an interruption when there is half a line."""
        self.ready.append(before)
        line = next(self._lines, None)
        if line is None:
            raise KeyboardInterrupt if self._half else EOFError
        return line

    def write(self, text: str) -> None:
        """Keep it."""
        self.written += text

    def half_line(self) -> str:
        """What was on the line."""
        return self._half

    def width(self) -> int:
        """A narrow terminal."""
        return 40


def console(*lines: str, edits: bool = False, half: str = "") -> tuple[Console, Script]:
    script = Script(*lines, edits=edits, half=half)
    return Console(script, Words("en")), script


def items(count: int) -> list[Group]:
    return [Group("All", [Option(f"key{n}", f"Item {n}") for n in range(1, count + 1)])]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [("2", "key2"), (" 3 ", "key3"), ("", None), ("0", None), ("N", "n"), ("x", None), ("99", None)],
)
def test_an_item_is_chosen_by_its_number_or_letter(typed: str, expected: str | None) -> None:
    asking, script = console(typed, "")
    assert asking.choose(items(3), {"n": "new"}) == expected
    assert ("not one of the answers" in script.written) == (typed in ("x", "99"))


def test_a_long_list_comes_in_parts_and_numbers_go_on() -> None:
    asking, script = console("m", "?", str(PAGE + 5))
    assert asking.choose(items(PAGE + 7)) == f"key{PAGE + 5}"
    first, second, again = script.written.split("All:\n")[1:]
    assert f"{PAGE}  Item {PAGE}\n" in first
    assert "m  7 more" in first
    assert second.startswith(f"{PAGE + 1}  Item {PAGE + 1}\n")
    assert "more" not in second
    assert again.startswith("1  Item 1\n")


def test_an_item_takes_three_lines_at_most_and_none_is_too_wide() -> None:
    asking, script = console("")
    asking.choose([Group("", [Option("a", "word " * 200)])])
    lines = script.written.splitlines()
    assert lines[:3][-1].endswith("…")
    assert lines[3] == "0  back"
    assert all(len(line) <= 40 for line in lines)


def test_a_wrapped_line_keeps_its_indent() -> None:
    assert laid_out("  one two three four", 12) == ["  one two", "  three four"]
    assert laid_out("a\x1bb\n\nc", 12) == ["a␛b", "", "c"]


@pytest.mark.parametrize(
    ("lines", "before", "kept"),
    [
        ([""], "", []),
        (["  "], "", []),
        (["one", "two", ""], "", ["one", "one\ntwo"]),
        (["one", ".", "two", ""], "", ["one", "one\n\ntwo"]),
        ([".", "one", ".", ""], "", ["one"]),
        ([""], "was", []),
        (["more", ""], "was", ["was\nmore"]),
        ([".", "more", ""], "was", ["was\n\nmore"]),
        (["-", "new", ""], "was", ["", "new"]),
        (["a paste\n\nof two", ""], "", ["a paste\n\nof two"]),
    ],
)
def test_a_long_answer_is_kept_after_every_line(lines: list[str], before: str, kept: list[str]) -> None:
    asking, _script = console(*lines)
    found: list[str] = []
    long_answer(asking, before, found.append)
    assert found == kept


@pytest.mark.parametrize(
    ("line", "before", "edits", "kept"),
    [
        ("", "was", False, []),
        ("new", "was", False, ["new"]),
        ("-", "was", False, [""]),
        ("", "was", True, [""]),
        ("was now", "was", True, ["was now"]),
        ("", "", True, []),
    ],
)
def test_a_short_answer_replaces_what_is_there(line: str, before: str, edits: bool, kept: list[str]) -> None:
    asking, script = console(line, edits=edits)
    found: list[str] = []
    short_answer(asking, before, found.append)
    assert found == kept
    assert script.ready == [before if edits else ""]


@pytest.mark.parametrize("ask", [long_answer, short_answer])
def test_going_back_keeps_nothing_new(ask: object) -> None:
    asking, _script = console("<")
    found: list[str] = []
    with pytest.raises(WentBack):
        ask(asking, "was", found.append)  # type: ignore[operator]
    assert found == []


def test_half_a_line_is_kept_when_it_is_interrupted() -> None:
    asking, _script = console("whole", half="half")
    found: list[str] = []
    with pytest.raises(KeyboardInterrupt):
        long_answer(asking, "", found.append)
    assert found == ["whole", "whole\nhalf"]


def test_every_picture_has_its_item() -> None:
    assert set(NAMES) == set(PICTURES)


def test_the_full_stop_of_a_title_gives_way_to_what_follows_it() -> None:
    assert followed("Four half days.", "manager") == "Four half days, manager"
    assert (followed("Four half days.", ""), followed("", "manager")) == ("Four half days.", "manager")
