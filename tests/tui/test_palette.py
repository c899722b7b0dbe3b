"""The list of actions: what people look for is found by their word for it, also in a small terminal."""

from __future__ import annotations

import pytest

from portfolio.tui.palette.command import Command
from portfolio.tui.palette.commands import matching
from portfolio.tui.palette.dialog import PaletteDialog
from portfolio.tui.records.screen import RecordScreen
from portfolio.tui.widgets.line_input import LineInput
from portfolio.wording import Language
from tests.tui.playing import frame, playing, press, settled, typed, with_demo, written


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("pdf", "Hand over"),
        ("word", "Hand over"),
        ("where is", "Help"),
        ("legend", "Help"),
        ("person", "Filter"),
        ("vim", "Moving with: arrows, and letters as in vim"),
        ("plain mode", "Lines of text: on"),
        ("screen reader", "Lines of text: on"),
        ("hide", "Another key for Hide"),
        ("dutch", "Taal: Nederlands"),
    ],
)
async def test_what_people_look_for_is_found(words: str, found: str) -> None:
    with_demo("en")
    async with playing(size=(80, 40)) as pilot:
        await press(pilot, "3", "ctrl+p")
        await typed(pilot, words)
        await press(pilot)
        assert found in frame(pilot)


SOUGHT: dict[Language, dict[str, str]] = {
    "en": {
        "calendar": "Conversation: For my calendar",
        "agenda": "Conversation: For my calendar",
        "people": "People",
        "about me": "Conversation: About me",
        "profile": "Conversation: About me",
        "plan": "Conversation: Plan a conversation",
        "plans": "Conversation: Plan a conversation",
        "plan conversation": "Conversation: Plan a conversation",
        "ready": "Conversation: Am I ready?",
        "mail": "Text for mail",
        "copy": "Backups",
        "template": "More time",
        "own questions": "More time",
        "dark": "Theme: Evening",
        "theme": "Theme: Evening",
        "mark": "Mark",
        "delete": "Delete",
        "sort": "Reflections: Filter",
        "export": "Hand over",
        "pdf": "Hand over",
        "word": "Hand over",
    },
    "nl": {
        "kalender": "Gesprek: Voor mijn agenda",
        "agenda": "Gesprek: Voor mijn agenda",
        "mensen": "Personen",
        "over mij": "Gesprek: Over mij",
        "profiel": "Gesprek: Over mij",
        "plan": "Gesprek: Plan een gesprek",
        "plannen": "Gesprek: Plan een gesprek",
        "gesprek plannen": "Gesprek: Plan een gesprek",
        "klaar": "Gesprek: Ben ik er klaar voor?",
        "mail": "Tekst voor mail",
        "kopie": "Reservekopieën",
        "sjabloon": "Meer tijd",
        "eigen vragen": "Meer tijd",
        "donker": "Thema: Avond",
        "thema": "Thema: Avond",
        "markeer": "Vink aan",
        "delen": "Deel",
        "verwijder": "Verwijder",
        "sorteer": "Terugblik: Filter",
        "export": "Meegeven",
        "pdf": "Meegeven",
        "word": "Meegeven",
        "help": "Hulp",
    },
}
"""What comes first for words that people type, in both languages."""


@pytest.mark.parametrize("language", ["en", "nl"])
async def test_the_words_that_people_type_find_every_row_and_action_first(language: Language) -> None:
    with_demo(language)
    first = {}
    async with playing(language=language, size=(120, 40)) as pilot:
        await press(pilot, "ctrl+p")
        for words in SOUGHT[language]:
            pilot.app.screen.query_one(LineInput).text = words
            await settled(pilot)
            row = next(line for line in frame(pilot).split("\n") if "│  ▸ " in line)
            first[words] = row.split("│  ▸ ")[1]
    wrong = {words: row for words, row in first.items() if not row.startswith(SOUGHT[language][words])}
    assert not wrong


def test_an_action_is_above_the_row_of_its_key_however_it_is_found() -> None:
    key = Command("Help: another key", print, last=True)
    named, about, also = Command("Help", print), Command("A", print, "It can help."), Command("B", print, also="help")
    assert matching([key, about, also, named], "help") == [named, also, about, key]


async def test_a_row_of_a_place_does_what_it_does_there() -> None:
    with_demo("en")
    async with playing(size=(120, 40)) as pilot:
        for words, seen in (("ready", "Am I ready?"), ("about me", "Job title")):
            await press(pilot, "ctrl+p")
            await typed(pilot, words)
            await settled(pilot)
            await press(pilot, "enter")
            assert pilot.app.current_mode == "conversation"
            assert seen in frame(pilot)
            await press(pilot, "escape", "1")


async def test_people_are_asked_for_by_name_and_read() -> None:
    written({"kind": "person", "name": "Ruud [/b]"}, {"kind": "person", "name": "Anna", "role": "coach"})
    async with playing() as pilot:
        await press(pilot, "ctrl+p")
        await typed(pilot, "people")
        await settled(pilot)
        await press(pilot, "enter")
        assert frame(pilot).index("Anna") < frame(pilot).index("Ruud [/b]")
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, RecordScreen)
        assert "coach" in frame(pilot)


async def test_an_action_without_its_record_leads_to_a_list_and_names_its_key() -> None:
    with_demo("en")
    async with playing(size=(120, 40)) as pilot:
        await press(pilot, "ctrl+p")
        await typed(pilot, "mail")
        await settled(pilot)
        await press(pilot, "enter")
        assert pilot.app.current_mode == "feedback"
        assert "Go to the one you mean, then press i." in frame(pilot)


async def test_in_a_narrow_terminal_what_an_action_does_is_whole_below_the_list() -> None:
    with_demo("en")
    async with playing(size=(60, 20)) as pilot:
        await press(pilot, "3", "ctrl+p")
        await typed(pilot, "pdf")
        await press(pilot)
        assert isinstance(pilot.app.screen, PaletteDialog)
        shown = " ".join(frame(pilot).replace("│", " ").split())
        assert "exactly that, and save it as PDF, Word or a web page." in shown
        assert "…" not in frame(pilot)
