"""What enter does with each row of the settings: a question, and what comes of its answer. No state, no words kept."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import TYPE_CHECKING, Any, Final, TypeAlias, cast

from portfolio.folders import Surroundings, offered
from portfolio.tui.keymap import custom, recovery
from portfolio.tui.keymap.names import named
from portfolio.tui.services.status import saved_message
from portfolio.tui.settings.rows import ABOUT_ME, ALL_KEYS, KEY, LANGUAGE_NAMES, Facts, on_or_off, signs_name
from portfolio.wording import LANGUAGES, Language
from portfolio.wording.dates import weekday_name
from portfolio.wording.names import capital, field_label

if TYPE_CHECKING:
    from portfolio.tui.services.services import Services
    from portfolio.tui.shell.screen import BaseScreen

Change: TypeAlias = Callable[["BaseScreen[None]", Facts], None]


def change(screen: BaseScreen[None], key: str, facts: Facts, around: Surroundings) -> None:
    """Ask what the row should be instead."""
    if key.startswith(KEY):
        _key(screen, facts, key.removeprefix(KEY))
    elif key in ABOUT_ME:
        _line(screen, facts, key)
    elif key == "file":
        _place(screen, facts, around)
    elif key in recovery.NAMES:
        screen.services.navigator.show(key)
    else:
        _CHANGES[key](screen, facts)


def _then(screen: BaseScreen[None], do: Callable[[Any], Awaitable[object]]) -> Callable[[Any], None]:
    """An answer is taken up beside the screen; going back is none."""

    def answered(answer: Any) -> None:
        if answer is not None:
            screen.run_worker(cast("Any", do(answer)))

    return answered


def _place(screen: BaseScreen[None], facts: Facts, around: Surroundings) -> None:
    from portfolio.tui.settings.location_dialog import LocationDialog

    question = LocationDialog(facts.file, offered(facts.file, around), facts.cloud)
    screen.app.push_screen(question, _then(screen, lambda path: _go_there(screen, path)))


async def _go_there(screen: BaseScreen[None], path: str) -> None:
    """Move when nothing lies there; a file of the same portfolio can be gone on with; anything else stays."""
    _, services = screen.words, screen.services
    found = await services.preferences.found_at(path)
    if found == "free":
        await services.preferences.move(path, join=False)
    elif found == "same":
        question = _(
            "This portfolio lies there already. Go on with that file? What is in both is joined; this one stays."
        )
        answers = [("no", _("No, leave it as it is")), ("yes", _("Yes, go on with that file"))]
        move = services.preferences.move
        screen.ask_then(question, answers, lambda answer: answer == "yes" and screen.run_worker(move(path, join=True)))
    elif found == "here":
        screen.services.status.say(_("Your file is there already."), "muted")
    elif found == "other":
        screen.services.status.say(
            _("There is another file with that name. Nothing was changed; choose another folder."), "warning"
        )


def _language(screen: BaseScreen[None], _facts: Facts) -> None:
    _, preferences = screen.words, screen.services.preferences
    answers = [(each, capital(_(LANGUAGE_NAMES[each]))) for each in LANGUAGES]
    screen.ask_then(
        _("Which language?"),
        answers,
        _then(screen, lambda answer: preferences.speak(cast("Language", answer))),
        at=_.language,
    )


def _theme(screen: BaseScreen[None], _facts: Facts) -> None:
    async def ask() -> None:
        from portfolio import themes
        from portfolio.tui.settings.theme_dialog import ThemeDialog

        services = screen.services
        folder = services.preferences.locations.themes_folder
        found = await services.worker.aside(lambda: themes.load(folder))
        screen.app.push_screen(ThemeDialog(found), _then(screen, services.preferences.wear))

    screen.run_worker(ask())


def _animations(screen: BaseScreen[None], facts: Facts) -> None:
    _, preferences = screen.words, screen.services.preferences
    answers = [("on", capital(on_or_off(True, _))), ("off", capital(on_or_off(False, _)))]
    screen.ask_then(
        _("Should things glide when they move?"),
        answers,
        _then(screen, lambda answer: preferences.glide(on=answer == "on")),
        at="on" if facts.animations else "off",
    )


def _signs(screen: BaseScreen[None], facts: Facts) -> None:
    _, preferences = screen.words, screen.services.preferences
    values: dict[str, bool | None] = {"auto": None, "plain": True, "drawn": False}
    answers = [(key, capital(signs_name(value, _))) for key, value in values.items()]
    now = next(key for key, value in values.items() if value is facts.ascii)
    screen.ask_then(
        _("Which signs should pictures have?"),
        answers,
        _then(screen, lambda answer: preferences.draw_in_ascii(values[answer])),
        at=now,
    )


def _work_days(screen: BaseScreen[None], facts: Facts) -> None:
    from portfolio.tui.dialogs.days import DaysDialog

    def answered(days: tuple[int, ...] | None) -> None:
        if days is not None:
            _change_profile(screen.services, {"work_days": list(days) or None})

    now = facts.profile.work_days if facts.profile else ()
    screen.app.push_screen(DaysDialog(screen.words("On which days do you work?"), now), answered)


def _review_day(screen: BaseScreen[None], facts: Facts) -> None:
    _ = screen.words
    now = facts.profile.review_day if facts.profile else None
    answers = [("none", _("No fixed day"))]
    answers += [(str(day), capital(weekday_name(day, _))) for day in range(1, 8)]

    def answered(answer: str | None) -> None:
        if answer is not None:
            day = int(answer) if answer.isdigit() else None
            _change_profile(screen.services, {"review_day": day})

    screen.ask_then(_("On which day do you look back on your week?"), answers, answered, at=str(now or "none"))


def _line(screen: BaseScreen[None], facts: Facts, field: str) -> None:
    from portfolio.tui.dialogs.line import LineDialog

    def answered(text: str | None) -> None:
        if text is not None:
            _change_profile(screen.services, {field: text or None})

    now = str(getattr(facts.profile, field, None) or "")
    screen.app.push_screen(LineDialog(field_label(field, screen.words), now), answered)


def _key(screen: BaseScreen[None], facts: Facts, action: str) -> None:
    from portfolio.tui.settings.key_dialog import KeyDialog

    def answered(key: str | None) -> None:
        if key is not None:
            _give(screen, facts, action, key)

    screen.app.push_screen(KeyDialog(action, facts.own), answered)


def _give(screen: BaseScreen[None], facts: Facts, action: str, key: str) -> None:
    """The key is the action's; one that another has goes over only after a question, and that one gets this one's."""
    _, preferences = screen.words, screen.services.preferences
    other = custom.holder(action, key, facts.own)
    if not other:
        screen.run_worker(preferences.use_keys(custom.with_key(facts.own, action, key)))
        return
    labels = {a.id: _.context(*a.label) for a in custom.changeable()}
    after = custom.swapped(facts.own, action, key, other) if other in labels else None
    name = labels.get(other, other)
    if after is None:
        screen.services.status.say(
            _("{key} is the key of “{action}”. Choose another one.").format(key=named(key), action=name), "warning"
        )
        return
    theirs = named(custom.key_of(action, facts.own))
    question = _("{key} is the key of “{action}” now. Swap them? Then that one gets {other}.")
    answers = [("no", _("No, leave it as it is")), ("yes", _("Yes, swap them"))]
    keys = after
    screen.ask_then(
        question.format(key=named(key), action=name, other=theirs),
        answers,
        lambda answer: answer == "yes" and screen.run_worker(preferences.use_keys(keys)),
    )


def _reset_keys(screen: BaseScreen[None], _facts: Facts) -> None:
    _, preferences = screen.words, screen.services.preferences
    answers = [("no", _("No, leave it as it is")), ("yes", _("Yes, all as they were"))]
    screen.ask_then(
        _("Give every action the key that it came with?"),
        answers,
        lambda answer: answer == "yes" and screen.run_worker(preferences.use_keys({})),
    )


_CHANGES: Final[dict[str, Change]] = {
    "language": _language,
    "theme": _theme,
    "animations": _animations,
    "signs": _signs,
    "work_days": _work_days,
    "review_day": _review_day,
    ALL_KEYS: _reset_keys,
}


def _change_profile(services: Services, values: Mapping[str, Any]) -> None:
    """Save fields of the profile; None takes one away."""
    from portfolio.notebook.profile import change_profile

    _ = services.state.words
    services.session.save_soon(lambda nb: saved_message(change_profile(nb, values), _("Saved."), _))
