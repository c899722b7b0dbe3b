"""Over the shoulder nothing private stands on the screen, in whatever place."""

from __future__ import annotations

from typing import Any, Final

import pytest

from portfolio.records.fields import Field
from portfolio.records.kinds import TABLES, fields
from portfolio.tui.keymap.pictures import NAMES
from tests.strategies import TOKEN
from tests.tui.playing import frame, opened, playing, press, settled, typed, with_demo, written

_ALWAYS: Final = ("name", "job", "team")
"""Fields of the profile that may always be seen: whose portfolio it is."""
_TITLES: Final = ("name", "title")


class Tokens:
    """Private words: zq1z, zq2z and so on, and where each stands."""

    def __init__(self) -> None:
        self.home: dict[str, str] = {}

    def new(self, kind: str, name: str) -> str:
        token = f"zq{len(self.home) + 1}z"
        self.home[token] = f"{kind}.{name}"
        return token

    def seen_in(self, text: str) -> set[str]:
        return {self.home[token.lower()] for token in TOKEN.findall(text)}


def value(kind: str, name: str, spec: Field, tokens: Tokens) -> Any:
    """A value for this field, in which every word is a token; None where it has none."""
    match spec.sort:
        case "text":
            return f"{tokens.new(kind, name)} woord"
        case "texts":
            return [tokens.new(kind, name)]
        case "keyed":
            key = "progress" if name == "answers" else "1" if name == "anchors" else "want"
            return {key: tokens.new(kind, name)}
        case "choice" if name in ("permission", "may_be_named"):
            return "yes"
        case "day":
            return "2025-12-10"
        case "whole" | "number":
            return 3
        case "level":
            return 2
        case "link" | "links" if spec.to and name != "rater":
            target = f"Public {spec.to[0]}" if spec.to[0] in ("goal", "skill", "evidence") else None
            return [target] if target and spec.sort == "links" else target
    return None


def private_records(tokens: Tokens) -> list[dict[str, Any]]:
    """A private record of every kind, its words tokens, hanging on public ones where it can."""
    records = []
    for kind in TABLES:
        found = {name: value(kind, name, spec, tokens) for name, spec in fields(kind).items()}
        values = {name: v for name, v in found.items() if v is not None}
        if kind == "profile":
            values |= dict.fromkeys(_ALWAYS, "Public Samir")
        if kind == "reflection":
            values["template"] = "three_minutes"
        if kind == "person":
            values["name"] = f"{tokens.new(kind, 'name')} person"
        records.append({"kind": kind, **values, "shareable": False})
    person = next(record["name"] for record in records if record["kind"] == "person")
    for record in records:
        for name, spec in fields(record["kind"]).items():
            if spec.to == ("person",) and record["kind"] != "person":
                record[name] = [person] if spec.sort == "links" else person
            if spec.to == ("measure",):
                record[name] = next(r["name"] for r in records if r["kind"] == "measure")
    first = ("person", "measure")
    return sorted(records, key=lambda record: record["kind"] not in first)


def a_portfolio() -> Tokens:
    """Public records, and a private one of every kind that hangs on them."""
    public = {"shareable": True, "date": "2025-06-01"}
    written(
        {"kind": "goal", "title": "Public goal", "start": "2025-01-01", **public},
        {"kind": "skill", "title": "Public skill", "target": 4, **public},
        {"kind": "evidence", "title": "Public evidence", **public},
        {"kind": "rating", "skill": "Public skill", "level": 1, **public},
        {"kind": "reflection", "title": "Public reflection", "answers": {"text": "Public words"}, **public},
    )
    tokens = Tokens()
    for record in private_records(tokens):
        written(record)
    return tokens


PLACES: Final = (
    ("1",),
    ("2", "enter", "escape", "slash"),
    *(("6", "tab", *more) for _n in range(7) for more in (("down",), ("t", "down"), ("p", "end", "up", "enter"))),
    ("7",),
    ("3",),
    ("3", "enter"),
    ("4",),
    ("5",),
    ("5", "enter"),
    ("7", "enter"),
    ("7", "x", "a"),
    ("7", "x", "x"),
    ("7", "x", "b"),
    ("7", "x", "b", "enter"),
    ("7", "question_mark"),
    ("7", "ctrl+p"),
    ("1", "slash", "z", "q"),
    ("1", "slash", "p", "down"),
    ("1", "ctrl+p", "z", "q"),
    ("1", "ctrl+p", "w", "o"),
)


@pytest.mark.slow
@pytest.mark.parametrize("size", [(80, 24), (140, 60)])
async def test_P15_over_the_shoulder_no_word_of_a_private_record_is_on_the_screen(size: tuple[int, int]) -> None:
    tokens = a_portfolio()
    assert {home.partition(".")[0] for home in tokens.home.values()} == set(TABLES)
    assert {record.kind for record in opened().read.records if not record.shareable} == set(TABLES)
    async with playing(size=size) as pilot:
        await press(pilot, "n")
        draft = tokens.new("draft", "text")
        await typed(pilot, draft)
        await press(pilot, "escape")
        alone = frame(pilot)
        assert draft in alone, "the draft is there when one is alone"
        await press(pilot, "2")
        assert tokens.seen_in(frame(pilot)), "private words are there when one is alone"
        await press(pilot, "1", "v")
        for keys in PLACES:
            await press(pilot, *filter(None, keys))
            seen = frame(pilot)
            assert tokens.seen_in(seen) == set(), keys
            while len(pilot.app.screen_stack) > 1:
                await press(pilot, "escape")
        await press(pilot, "2", "escape", "escape")
        assert "Public reflection" in frame(pilot)


async def test_a_conversation_that_was_held_is_not_called_coming() -> None:
    with_demo("en")
    async with playing(language="en", size=(80, 40)) as pilot:
        await press(pilot, "7", "v")
        coming, _held, held = frame(pilot).partition("Past conversations")
        assert "Performance review" not in coming
        assert "Performance review" in held


async def test_whatever_picture_is_on_gives_way_to_what_may_be_shared() -> None:
    with_demo("en")
    async with playing(language="en") as pilot:
        app: Any = pilot.app
        await press(pilot, "6")
        for name in NAMES:
            await press(pilot, name.key)
            await pilot.press("v", "tab")  # the tab comes before it is known what may be shared
            await settled(pilot)
            assert not app.services.state.alone, name.id
            await press(pilot, "v", "v")
            assert app.services.state.alone, name.id
