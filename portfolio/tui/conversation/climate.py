"""The learning-climate check, statement by statement; what is lowest can become something that one needs.

The statement stands in a form then, to say in one's own words what would help.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from portfolio.journey.prompts.climate import lowest
from portfolio.tui.dialogs.options import Option
from portfolio.tui.dialogs.pick import PickDialog
from portfolio.wording.climate import ANSWERS, STATEMENTS, climate_answer, statement
from portfolio.wording.names import capital

if TYPE_CHECKING:
    from portfolio.tui.shell.place_screen import PlaceScreen

_NONE: Final = "none"


def check_climate(screen: PlaceScreen, _given: Mapping[str, str]) -> None:
    """Ask the ten statements. The answers themselves are kept nowhere."""
    _ask(screen, 0, {})


def _ask(screen: PlaceScreen, n: int, answers: dict[int, int]) -> None:
    if n == len(STATEMENTS):
        _offer(screen, lowest(answers))
        return
    _ = screen.words
    options = [Option(answer, capital(climate_answer(answer, _))) for answer in ANSWERS]

    def picked(answer: str | None) -> None:
        if answer is not None:
            _ask(screen, n + 1, {**answers, n: int(answer)})
        elif n > 0:
            _ask(screen, n - 1, answers)

    where = _("statement {n} of {all}").format(n=n + 1, all=len(STATEMENTS))
    kept = _("Your answers are kept nowhere.")
    screen.app.push_screen(PickDialog(f"{statement(n, _)}\n{where} · {kept}", options, numbered=True), picked)


def _offer(screen: PlaceScreen, found: tuple[int, ...]) -> None:
    _ = screen.words
    if not found:
        screen.services.status.say(_("You said yes to everything: your work gives you room to learn."), "good")
        return
    options = [Option(str(n), statement(n, _)) for n in found]
    options.append(Option(_NONE, _("Keep nothing")))

    def picked(key: str | None) -> None:
        if key is None or key == _NONE:
            return
        rest = tuple(n for n in found if n != int(key))
        writing = screen.new_writing("need", "", {})._replace(texts={"text": statement(int(key), _)})
        screen.go_on(writing, lambda: _offer(screen, rest) if rest else None, at="text")

    most = _("This is what your work could give you more of: what you said no to most, two statements at most.")
    asked = _("Which one do you want to keep as something you need?")
    title = f"{most}\n{asked}"
    screen.app.push_screen(PickDialog(title, options, numbered=True), picked)
