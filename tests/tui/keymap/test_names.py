"""Sentences that name a key name the one that holds: no sentence has a key of its own in it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from textual.pilot import Pilot

from portfolio.tui.keymap.names import USUAL, key_names
from portfolio.tui.keymap.places import PLACES
from portfolio.tui.keymap.table import ids
from tests.tui.playing import an_app, frame, playing, press, with_demo

PO = Path(__file__).parents[3] / "portfolio" / "locale" / "nl" / "LC_MESSAGES" / "leerreis.po"
OWN = {"new": "w", "undo": "j", "share": "h", "add": "k", "go_goals": "f7", "over_shoulder": "f5", "help": "z"}

STEADY = r"\{|enter|esc|the key|it again|de toets|ctrl\+q;|↓ o[rf] enter"
LITERAL = re.compile(
    rf"[Pp]ress (?!{STEADY})"
    rf"|\b[Dd]ruk (twee keer |nog een keer |er daarna )?op (?!{STEADY})"
    r"|(?<![\w{'’/.%+-])[b-z](?![\w}'’.+=-])"  # a letter by itself is a key; "a" is also a word
    r"|ctrl\+(?!q)[a-z]"  # ctrl+q is nobody's to choose
    r"|\bf[0-9]+\b"
)
NO_KEYS = re.compile(r"\{hours\} [hu] |\{n\} [hu]$|f1 to f12|f1 tot f12|krijgt u|%(\(\w+\))?[rs]")
"""What only looks like one: which keys may be chosen, the polite “u” of a document, hours, and what is filled in."""


def literal(sentence: str) -> bool:
    return bool(LITERAL.search(NO_KEYS.sub("", sentence)))


@pytest.mark.parametrize(
    "sentence",
    [
        "Gone. Press u.",
        "druk er daarna op a.",
        "with s you share",
        "n makes one",
        "ctrl+l links",
        "f9 hides",
        "Press 3.",
    ],
)
def test_a_key_by_its_own_name_is_seen(sentence: str) -> None:
    assert literal(sentence)


def test_no_sentence_has_a_key_in_it_that_can_be_another() -> None:
    with PO.open("rb") as file:
        catalogue = read_po(file, locale="nl")
    texts = [
        text
        for message in catalogue
        if message.id
        for side in (message.id, message.string)
        for text in ((side,) if isinstance(side, str) else tuple(side or ()))
    ]
    assert [text for text in texts if literal(text)] == []


def test_every_key_has_a_name_and_a_key_of_ones_own_is_named_first() -> None:
    assert set(USUAL) == set(ids())
    assert (USUAL["help"], USUAL["search"], USUAL["back"], USUAL["go_goals"]) == ("?", "/", "esc", "3")
    own = key_names({"undo": "ctrl+y,y", "help": "plus", "unknown": "k"})
    assert (own["undo"], own["help"], own["redo"]) == ("ctrl+y", "+", "ctrl+r")
    assert "unknown" not in own


async def everywhere(pilot: Pilot[int]) -> dict[str, str]:
    frames = {}
    for place in PLACES:
        pilot.app.switch_mode(place.id)
        await press(pilot)
        frames[place.id] = frame(pilot)
    return frames


async def test_empty_places_teach_the_key_that_holds() -> None:
    async with playing(an_app("en", own_keys=OWN)) as pilot:
        frames = await everywhere(pilot)
    assert "None yet. Press f7, then w." in frames["today"]
    assert " f7 Goals" in frames["today"]
    assert "Press w to make one" in frames["goals"]
    assert "press k on a skill" in frames["skills"]
    assert "f7 takes you to Goals, where w adds one." in frames["journey"]
    assert not [name for name, text in frames.items() if "{" in text]


async def test_what_is_said_names_the_key_that_holds() -> None:
    with_demo("en")
    async with playing(an_app("en", own_keys=OWN)) as pilot:
        await press(pilot, "f7", "d", "enter")
        assert "▸f7 Goals" in frame(pilot)
        assert "Press j to bring it back" in " ".join(frame(pilot).split())
        await press(pilot, "f5")
        assert "Press f5 twice" in frame(pilot)
        assert not [name for name, text in (await everywhere(pilot)).items() if "{" in text]


@pytest.mark.slow
async def test_the_help_has_each_key_once_as_it_holds_now() -> None:
    async with playing(an_app("en", own_keys=OWN), size=(80, 60)) as pilot:
        for place in PLACES:
            pilot.app.switch_mode(place.id)
            await press(pilot, "z", *(["end"] if place.id == "journey" else []))  # its signs come first
            keys = re.findall(r"│  (\S+) {2,}\S", frame(pilot))
            assert "z" in keys
            assert "?" not in keys or place.id == "journey", "there it is a sign"
            assert len(keys) == len(set(keys)), place.id
            await press(pilot, "z")
            assert "esc closes this" not in frame(pilot)
