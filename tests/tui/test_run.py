"""What the app begins with, from what the outside says."""

from __future__ import annotations

import sys
from datetime import UTC, date, datetime

import pytest

from portfolio.settings import Settings
from portfolio.tui.run import _start
from tests.tui.playing import places


def begins_in_ascii(environment: dict[str, str], chosen: bool | None = None) -> bool:
    day = date(2025, 12, 15)
    moment = datetime(2025, 12, 15, tzinfo=UTC)
    start = _start(places(), Settings(ascii=chosen), "en", day, lambda: moment, environment, demo=True)
    return start.ascii


@pytest.mark.parametrize(
    ("environment", "plain"),
    [
        ({}, False),
        ({"LANG": "nl_NL.UTF-8"}, False),
        ({"LANG": "nl_NL.utf8", "LC_ALL": "C"}, True),
        ({"LC_ALL": "", "LC_CTYPE": "C.UTF-8", "LANG": "C"}, False),
        ({"LANG": "POSIX"}, True),
        ({"LANG": "nl_NL.ISO-8859-1"}, True),
    ],
)
def test_signs_are_plain_only_where_the_locale_names_another_encoding(
    environment: dict[str, str], plain: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    assert begins_in_ascii(environment) is plain
    assert begins_in_ascii(environment, chosen=not plain) is not plain
    monkeypatch.setattr(sys, "platform", "darwin")
    assert begins_in_ascii(environment) is False
