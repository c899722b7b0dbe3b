"""The learning-climate check, one statement at a time; the lowest ones can be kept as needs.

A chosen statement is opened in a form, where the user can write what would help.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from portfolio.capture.options import Option
from portfolio.journey.prompts.climate import lowest
from portfolio.tui.dialogs.pick import PickDialog
from portfolio.wording.climate import ANSWERS, STATEMENTS, climate_answer, statement
from portfolio.wording.names import capital

if TYPE_CHECKING:
    from portfolio.tui.shell.screen import BaseScreen

_NONE: Final = "none"


async def check_climate(screen: BaseScreen[None], _given: Mapping[str, str]) -> None:
    """Ask the ten statements. The answers are not stored."""
    answers: dict[int, int] = {}
    n = 0
    while n < len(STATEMENTS):
        answer = await _ask(screen, n)
        if answer is not None:
            answers[n] = int(answer)
            n += 1
        elif n > 0:
            n -= 1
        else:
            return
    found = lowest(answers)
    if not found:
        message = screen.words("You said yes to everything: your work gives you room to learn.")
        screen.services.status.say(message, "good")
    await _keep_needs(screen, found)


async def _ask(screen: BaseScreen[None], n: int) -> str | None:
    _ = screen.words
    options = [Option(answer, capital(climate_answer(answer, _))) for answer in ANSWERS]
    where = _("statement {n} of {all}").format(n=n + 1, all=len(STATEMENTS))
    kept = _("Your answers are not kept.")
    return await screen.ask(PickDialog(f"{statement(n, _)}\n{where} · {kept}", options, numbered=True))


async def _keep_needs(screen: BaseScreen[None], found: tuple[int, ...]) -> None:
    """Offer to keep these statements as needs, one by one."""
    while found:
        _, navigator = screen.words, screen.services.navigator
        options = [Option(str(n), statement(n, _)) for n in found]
        options.append(Option(_NONE, _("Keep nothing")))
        most = _("This is what your work could give you more of: what you said no to most, two statements at most.")
        asked = _("Which one do you want to keep as something you need?")
        key = await screen.ask(PickDialog(f"{most}\n{asked}", options, numbered=True))
        if key is None or key == _NONE:
            return
        entry = navigator.new_entry("need", "", {})._replace(texts={"text": statement(int(key), _)})
        await navigator.write(entry, at="text")
        found = tuple(n for n in found if n != int(key))
