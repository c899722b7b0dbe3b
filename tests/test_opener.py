"""What a location points to: only what can be opened without harm, and never a failure."""

from __future__ import annotations

from pathlib import Path

import pytest

from portfolio.opener import target_of


@pytest.mark.parametrize("location", ["", "http://[bad", "https://ok\x00.nl/\x00", "x" * 300_000, "just words"])
def test_what_points_nowhere_opens_nothing(location: str) -> None:
    target = target_of(location)
    assert target is None or target.sort == "page"


def test_a_page_and_a_file_are_told_apart(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("x")
    page, here = target_of(" https://example.org/a "), target_of(str(file))
    assert page == ("page", "https://example.org/a")
    assert here == ("file", str(file))
