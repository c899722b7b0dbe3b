"""Flow that asks a person for feedback: whom, on which skill and where; then opens the request text."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final, cast

from portfolio.capture.options import Option, named
from portfolio.present.titles import heading
from portfolio.records.identity import is_id
from portfolio.tui.dialogs.line import LineDialog
from portfolio.tui.dialogs.pick import PickDialog
from portfolio.tui.writing.choose_value import making
from portfolio.wording import LANGUAGES, Language, Words
from portfolio.wording.names import choice_label
from portfolio.wording.requests import request_text

if TYPE_CHECKING:
    from portfolio.tui.services.state import AppState
    from portfolio.tui.shell.screen import BaseScreen

_NONE: Final = "none"


async def ask_someone(screen: BaseScreen[None], given: Mapping[str, str]) -> None:
    """Ask whom, on which skill and where; then open the text in a form."""
    person = given.get("person") or await _ask_whom(screen)
    if person is None:
        return
    skill = given.get("skill") or await _ask_skill(screen)
    if skill is None:
        return
    _ = screen.words
    where = _("Where did this person see you? For example: Monday's morning shift. (optional)")
    situation = await screen.ask(LineDialog(where, ""))
    language = await _ask_language(screen)
    if language is None:
        return
    state, navigator = screen.services.state, screen.services.navigator
    skill = "" if skill == _NONE else skill
    name = _title_of(person, state) if is_id(person) else person
    text = request_text(name, _title_of(skill, state), situation or "", Words(cast("Language", language)))
    fields = {"question": text, "person": person, "asked_on": state.today.isoformat(), "skill": skill}
    texts = {key: value for key, value in fields.items() if value}
    navigator.open_entry(navigator.new_entry("request", "", {})._replace(texts=texts), at="question")


async def _ask_whom(screen: BaseScreen[None]) -> str | None:
    """Return the id of a person or a new name; None when cancelled."""
    state = screen.services.state
    _, options = state.words, named("person", state)
    return await screen.ask(PickDialog(_("Who do you want to ask?"), options, new=making("person", options, _)))


async def _ask_skill(screen: BaseScreen[None]) -> str | None:
    """Return the id of a skill or `_NONE`, without asking when there are no skills; None when cancelled."""
    state = screen.services.state
    _, skills = state.words, named("skill", state)
    if not skills:
        return _NONE
    options = [Option(_NONE, _("No skill in particular")), *skills]
    return await screen.ask(PickDialog(_("About which skill?"), options))


async def _ask_language(screen: BaseScreen[None]) -> str | None:
    """Return the language of the text; the current language is offered first."""
    _ = screen.words
    mine = [_.language, *(language for language in LANGUAGES if language != _.language)]
    options = [Option(each, choice_label("language", each, _)) for each in mine]
    return await screen.ask(PickDialog(_("In which language is the text?"), options, numbered=True))


def _title_of(identity: str, state: AppState) -> str:
    found = state.records.get(identity)
    return heading(found, state.records, state.words) if found is not None else ""
