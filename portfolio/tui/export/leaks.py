"""Looking at what one may not have meant to hand over, place by place: keep it, or let other words stand there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from portfolio.journey.sharing.leaks import OF_THE_DOCUMENT, Leak, initials_of
from portfolio.records.persons import Person
from portfolio.sanitise import clean_line
from portfolio.tui.dialogs.options import Option
from portfolio.tui.dialogs.pick import PickDialog
from portfolio.wording.in_a_sentence import role_in_a_sentence
from portfolio.wording.leaks import leak_word

if TYPE_CHECKING:
    from portfolio.tui.export.request_screen import WishingScreen

_KEEP: Final = "keep"
_OPEN: Final = "open"
_OUT: Final = "…"


def look_at_leaks(screen: WishingScreen) -> None:
    """The places that nobody decided about yet; one that is chosen is asked about."""
    _, leaving = screen.words, screen.leaving
    found = leaving.to_look_at if leaving is not None else ()
    if not found:
        screen.services.status.say(_("Nothing in it calls for a second look."), "good")
        return
    options = [
        Option(str(n), _one_line(leak.words), leak_word(leak.sort, _), clean_line(leak.around))
        for n, leak in enumerate(found)
    ]

    def picked(key: str | None) -> None:
        if key is not None:
            _ask(screen, found[int(key)])

    title = _("Look at these before it leaves. In the document other words can stand there; your records stay as is.")
    screen.app.push_screen(PickDialog(title, options), picked)


def _ask(screen: WishingScreen, leak: Leak) -> None:
    """What should become of it in this document."""
    _, records = screen.words, screen.services.state.records
    person = records.find(Person, leak.person)
    others = [_KEEP]
    options = [Option(_KEEP, _("Keep it as it is"))]
    if person is not None:
        language = screen.leaving.wish.language if screen.leaving is not None else _.language
        words = (role_in_a_sentence((person.role or "").strip() or "colleague", language), initials_of(person))
        for text in dict.fromkeys(word for word in words if word and word != leak.words):
            others.append(text)
            options.append(Option(text, _("Say: {words}").format(words=clean_line(text))))
    options.append(Option(_OUT, _("Leave it out: {sign} stands there").format(sign=_OUT)))
    elsewhere = _("Open what you typed for this document, to write it otherwise")
    in_a_record = leak.id != OF_THE_DOCUMENT
    options.append(Option(_OPEN, _("Open the record, to write it otherwise") if in_a_record else elsewhere))

    def picked(answer: str | None) -> None:
        if answer is None:
            look_at_leaks(screen)
        elif answer == _OPEN and in_a_record:
            screen.open_record(leak.id)
        elif answer == _OPEN:
            screen.action_sections()
        else:
            screen.decide(leak.words, None if answer == _KEEP else answer)

    title = f"{_one_line(leak.words)}\n{clean_line(leak.around)}"
    screen.app.push_screen(PickDialog(title, options, numbered=True), picked)


def _one_line(words: str) -> str:
    return clean_line(" ".join(words.split()))
