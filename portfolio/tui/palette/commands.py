"""All commands in one list, made from the tables of actions, places, templates, kinds and themes.

A command of another place goes there first. Commands that are not available now are left out.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator
from functools import partial
from typing import Final

from portfolio import themes
from portfolio.folders import Surroundings
from portfolio.journey.fold import fold
from portfolio.journey.search.search import Query
from portfolio.records.templates import TEMPLATES
from portfolio.tui.keymap import recovery, table
from portfolio.tui.keymap.action import Action
from portfolio.tui.keymap.pictures import NAMES
from portfolio.tui.keymap.places import PLACES
from portfolio.tui.palette.action_rows import named_action
from portfolio.tui.palette.command import Command, also_called, key_of
from portfolio.tui.palette.place_rows import row_commands
from portfolio.tui.palette.tags import ask_which_tag
from portfolio.tui.settings.facts import facts_of
from portfolio.tui.settings.key_rows import KEY_SECTIONS
from portfolio.tui.settings.schema import SECTIONS, locked
from portfolio.tui.settings.screen import SettingsScreen
from portfolio.tui.shell.flow import start_flow
from portfolio.tui.shell.screen import BaseScreen
from portfolio.tui.text.spans import Span
from portfolio.wording.names import capital, kind_name
from portfolio.wording.prompts import template_name, template_use

KINDS: Final = (
    "goal",
    "step",
    "feedback",
    "request",
    "skill",
    "rating",
    "evidence",
    "person",
    "conversation",
    "agreement",
    "need",
    "milestone",
)
"""Kinds that can be created directly, besides the templates of reflections."""
_SELF: Final = "palette"
_LANGUAGE: Final = "language"


def commands(screen: BaseScreen[None]) -> list[Command]:
    """Return the commands of this screen, then new records, places, other places' actions and settings.

    While a text is open, only what can be done with it.
    """
    if not screen.is_place:
        return list(_here(screen))
    return [
        *_here(screen),
        *_new(screen),
        *_places(screen),
        *_elsewhere(screen),
        *row_commands(screen),
        *_back_in_time(screen),
        *_choices(screen),
    ]


def matching(found: list[Command], words: str) -> list[Command]:
    """Return the commands that match these words: by their name, other words for it, or what they do; keys last."""
    query = Query(words)
    ranks = ((_rank(command, query), command) for command in found)
    return [command for _rank, command in sorted(((r, c) for r, c in ranks if r is not None), key=lambda each: each[0])]


def _rank(command: Command, query: Query) -> tuple[bool, int] | None:
    name = fold(command.called or command.name)
    if query.begins_in(name):
        return command.last, 0
    if all(word in name for word in query.words):
        return command.last, 1
    named = f"{name} {fold(command.also)}"
    if query.begins_in(named):
        return command.last, 2
    return (command.last, 3) if query.begins_in(f"{named} {fold(command.about)}") else None


def _here(screen: BaseScreen[None]) -> Iterator[Command]:
    context = screen.current_context()
    for action in table.at(screen.WHERE):
        if action.id != _SELF and action.available(context):
            yield _of_action(screen, action, "", partial(screen.run_action, action.id))
    if screen.WHERE == "journey":
        _, keys = screen.words, screen.services.state.keys
        for name in NAMES:
            do = partial(screen.run_action, f"show_picture('{name.id}')")
            label = _("Picture: {name}").format(name=_.context(*name.label))
            yield Command(label, do, _(name.asks), key_of(keys[f"picture_{name.id}"]))


def _elsewhere(screen: BaseScreen[None]) -> Iterator[Command]:
    """Yield actions of other places that need no record under the cursor."""
    known = {action.id for action in table.at(screen.WHERE)}
    context = screen.current_context()._replace(chosen=None, row="", deeper=False)
    for place in PLACES:
        for action in table.at(place.id):
            if action.id not in known and action.where and action.available(context):
                known.add(action.id)
                where = f"{screen.words(place.label)}: "
                yield _of_action(screen, action, where, partial(_do_in, screen, place.id, action.id))


def _of_action(screen: BaseScreen[None], action: Action, where: str, do: Callable[[], Awaitable[object]]) -> Command:
    _, key = screen.words, screen.services.state.keys.get(action.id, "")
    name = where + named_action(action, screen.services.state)
    return Command(name, do, _(action.help), key_of(key), where + _.context(*action.label), also_called(action.id, _))


async def _do_in(screen: BaseScreen[None], place: str, action: str) -> None:
    await screen.app.switch_mode(place)
    await screen.app.screen.run_action(action)


def _new(screen: BaseScreen[None]) -> Iterator[Command]:
    """Yield the commands that start a new record."""
    _, state = screen.words, screen.state
    if state is None or not state.alone or not state.writable:
        return
    for template in TEMPLATES:
        name = _("New: {name}").format(name=template_name(template, _))
        yield Command(
            name,
            partial(_record, screen, _new_record("reflection", template)),
            template_use(template, _),
            also=also_called("template", _),
        )
    for kind in KINDS:
        name = _("New: {name}").format(name=kind_name(kind, _))
        yield Command(name, partial(_record, screen, _new_record(kind)))
    yield Command(
        _("Catch up on earlier days"),
        partial(_record, screen, lambda here: here.services.navigator.start("catch_up", here)),
        _("Write about several days, one after the other."),
    )
    climate = _("Ten short statements about learning at your work; only what you need is kept.")
    yield Command(_("Learning-climate check"), partial(_record, screen, _new_record("climate")), climate)
    if state.exists:
        about = _("Rename it everywhere, or join two tags.")
        yield Command(_("Rename a tag"), partial(start_flow, screen, ask_which_tag, screen), about)


def _new_record(kind: str, template: str = "") -> Callable[[BaseScreen[None]], object]:
    """Return a function that starts a new record on a screen."""
    return lambda here: here.services.navigator.write_new(here, kind, template)


async def _record(screen: BaseScreen[None], do: Callable[[BaseScreen[None]], object]) -> None:
    """Run `do` on this screen if it can create records, otherwise on Today."""
    if screen.WHERE not in table.WITH_RECORDS:
        await screen.app.switch_mode("today")
    now = screen.app.screen
    if isinstance(now, BaseScreen):
        do(now)


def opening(screen: BaseScreen[None], identity: str) -> Callable[[], Awaitable[object]]:
    """Return the function that opens a record."""
    return partial(_record, screen, lambda here: here.services.navigator.open_record(identity))


def _places(screen: BaseScreen[None]) -> Iterator[Command]:
    _, keys = screen.words, screen.services.state.keys
    for place in PLACES:
        if place.id != screen.WHERE:
            key = keys.get(f"go_{place.id}", place.key)
            yield Command(_(place.label), partial(screen.services.navigator.go, place.id), _(place.help), key_of(key))


def _back_in_time(screen: BaseScreen[None]) -> Iterator[Command]:
    """Yield the bin and the backups; only when alone."""
    _, state = screen.words, screen.state
    if state is not None and state.alone and state.exists:
        for which, name in recovery.NAMES.items():
            also = also_called(which, _)
            yield Command(_(name), partial(_go_to, screen, which), _(recovery.ABOUT[which]), also=also)


def _go_to(screen: BaseScreen[None], which: str) -> None:
    if which != screen.WHERE:
        screen.services.navigator.show(which)


def _choices(screen: BaseScreen[None]) -> Iterator[Command]:
    """Yield the languages; themes come later, once their files are read."""
    preferences = screen.services.preferences
    # Not translated: a language is named in itself too, for users who read only that one.
    yield Command("Taal: Nederlands · Language: Dutch", partial(preferences.speak, "nl"))
    yield Command("Taal: Engels · Language: English", partial(preferences.speak, "en"))


async def theme_commands(screen: BaseScreen[None]) -> list[Command]:
    """Return a command per theme; the theme files are read in a worker."""
    _, services = screen.words, screen.services
    folder = services.preferences.locations.themes_folder
    found = await services.worker.aside(lambda: themes.load(folder))
    return [
        Command(
            _("Theme: {name}").format(name=theme.title(_)),
            partial(services.preferences.wear, theme),
            also=also_called("dark" if theme.dark else "light", _),
        )
        for theme in found.loaded.values()
    ]


def setting_commands(screen: BaseScreen[None]) -> Iterator[Command]:
    """Yield the settings with their values and the keys, for who looks for one; they are too many to list unasked."""
    _, services = screen.words, screen.services
    facts = facts_of(services, services.state, Surroundings())
    for title, settings in SECTIONS.items():
        for each in settings:
            if locked(each.key, facts, _):
                continue
            name = capital(each.words(_))
            if title in KEY_SECTIONS:
                label = _("Another key for {name}").format(name=name)
                key = (Span(each.value(facts, _).text, "accent"),)
                yield Command(label, partial(_to_setting, screen, each.key), _(title), key, last=True)
            elif each.values is None or each.take is None:
                label = _("Setting: {name}").format(name=name)
                yield Command(label, partial(_to_setting, screen, each.key), _(each.about))
            elif each.key != _LANGUAGE:  # the languages are always in the list
                for value, words in each.values(_).items():
                    yield Command(f"{name}: {words}", partial(each.take, services, value), _(each.about))


async def _to_setting(screen: BaseScreen[None], key: str) -> None:
    """Open the settings with the cursor on this row."""
    if screen.WHERE != "settings":
        await screen.app.run_action("settings")
    there = screen.app.screen
    if isinstance(there, SettingsScreen):
        there.show_setting(key)
