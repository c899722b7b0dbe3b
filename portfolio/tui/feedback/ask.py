"""Asking someone for feedback: whom, about which skill, seen where; then a text stands ready."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final, NamedTuple, cast

from portfolio.present.titles import heading
from portfolio.records.identity import is_id
from portfolio.tui.dialogs.line import LineDialog
from portfolio.tui.dialogs.options import Option, named
from portfolio.tui.dialogs.pick import PickDialog
from portfolio.tui.writing.choose_value import making
from portfolio.wording import LANGUAGES, Language, Words
from portfolio.wording.names import choice_label
from portfolio.wording.requests import request_text

if TYPE_CHECKING:
    from portfolio.tui.shell.place_screen import PlaceScreen

_NONE: Final = "none"


class Asking(NamedTuple):
    """Whom to ask, about what, and where that person saw it; a person can be a name that is new."""

    person: str = ""
    skill: str = ""
    situation: str = ""


def ask_someone(screen: PlaceScreen, given: Mapping[str, str]) -> None:
    """Ask who, about which skill and where; then the text stands ready in a form, to change and to save."""
    _person(screen, Asking(given.get("person", ""), given.get("skill", "")))


def _person(screen: PlaceScreen, asking: Asking) -> None:
    look = screen.services.state
    _ = look.words
    if asking.person:
        _skill(screen, asking)
        return
    options = named("person", look)

    def picked(person: str | None) -> None:
        if person is not None:
            _skill(screen, asking._replace(person=person))

    new = making("person", options, _)
    screen.app.push_screen(PickDialog(_("Whom do you want to ask?"), options, new=new), picked)


def _skill(screen: PlaceScreen, asking: Asking) -> None:
    look = screen.services.state
    _ = look.words
    skills = named("skill", look)
    if asking.skill or not skills:
        _situation(screen, asking)
        return
    options = [Option(_NONE, _("No skill in particular")), *skills]

    def picked(skill: str | None) -> None:
        if skill is not None:
            _situation(screen, asking._replace(skill="" if skill == _NONE else skill))

    screen.app.push_screen(PickDialog(_("About which skill?"), options), picked)


def _situation(screen: PlaceScreen, asking: Asking) -> None:
    _ = screen.words

    def typed(situation: str | None) -> None:
        _language(screen, asking._replace(situation=situation or ""))

    question = _("Where did this person see you? For example: the morning shift of Monday. It may stay empty.")
    screen.app.push_screen(LineDialog(question, ""), typed)


def _language(screen: PlaceScreen, asking: Asking) -> None:
    _ = screen.words
    mine = [_.language, *(language for language in LANGUAGES if language != _.language)]
    options = [Option(each, choice_label("language", each, _)) for each in mine]

    def picked(language: str | None) -> None:
        if language is not None:
            _write(screen, asking, Words(cast("Language", language)))

    question = _("In which language is the text?")
    screen.app.push_screen(PickDialog(question, options, numbered=True), picked)


def _write(screen: PlaceScreen, asking: Asking, words: Words) -> None:
    look = screen.services.state
    person = _name(asking.person, screen) if is_id(asking.person) else asking.person
    text = request_text(person, _name(asking.skill, screen), asking.situation, words)
    given = {"question": text, "person": asking.person, "asked_on": look.today.isoformat(), "skill": asking.skill}
    texts = {key: value for key, value in given.items() if value}
    screen.go_on(screen.new_writing("request", "", {})._replace(texts=texts), at="question")


def _name(identity: str | None, screen: PlaceScreen) -> str:
    look = screen.services.state
    found = look.records.get(identity)
    return heading(found, look.records, look.words) if found is not None else ""
