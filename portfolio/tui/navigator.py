"""Opens all screens and starts flows by name. Screens are imported here, when they are first opened.

No other module knows which class shows what.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

from portfolio.tui.keymap import table
from portfolio.tui.keymap.places import PLACES
from portfolio.tui.services.services import services_of
from portfolio.tui.shell.flow import start_flow
from portfolio.tui.shell.screen import BaseScreen, OwnScreen

if TYPE_CHECKING:
    from textual.app import App

    from portfolio.capture.entry import Entry
    from portfolio.own_templates import OwnTemplate
    from portfolio.records.record import Record
    from portfolio.tui.keymap.conditions import ActionContext
    from portfolio.tui.services.services import Services
    from portfolio.tui.services.state import AppState

_SCREENS: Final = {
    "bin": "recovery.bin:BinScreen",
    "check": "writing.check:CheckScreen",
    "choose": "dialogs.pick:ChooseDialog",
    "copies": "recovery.backups:CopiesScreen",
    "first_start": "settings.location_dialog:FirstStartScreen",
    "form": "writing.form:FormScreen",
    "help": "dialogs.text:HelpDialog",
    "hidden": "shell.hidden:HiddenScreen",
    "meeting": "conversation.meeting:AtTheTableScreen",
    "palette": "palette.dialog:PaletteDialog",
    "readiness": "conversation.readiness:ReadyScreen",
    "record": "records.screen:RecordScreen",
    "search": "search.screen:SearchScreen",
    "sheet": "conversation.sheet:SheetScreen",
    "sharing": "export.screen:SharingScreen",
    "split": "records.split:SplitScreen",
    "versions": "records.versions:VersionsScreen",
}
"""Screens by name: the module within `portfolio.tui`, and the class."""

_FLOWS: Final = {
    "catch_up": "today.catch_up:catch_up",
    "climate": "conversation.climate:check_climate",
    "first_level": "skills.first_level:ask_levels",
    "look_back": "reflections.begin:ask_how_long",
    "menu": "records.menu:choose_action",
    "more_questions": "today.more:offer_more",
    "quarter": "reflections.quarter:balance",
    "request": "feedback.ask:ask_someone",
    "starter": "skills.starters:choose_starter",
    "work_with_feedback": "records.feedback:offer_work",
}
"""Flows that several features start, by the template, kind or addition that they lead to."""

_FIRST: Final = frozenset({"climate", "quarter", "request", "starter"})
"""Templates and kinds that a flow asks about before anything is written."""


def _found(table: Mapping[str, str], name: str) -> Any:
    module, _colon, attribute = table[name].partition(":")
    return getattr(import_module(f"portfolio.tui.{module}"), attribute)


class AppNavigator:
    """Opens screens in the app."""

    def __init__(self, app: App[int]) -> None:
        """Start with Today as the place to return to."""
        self._app = app
        self.came_from = "today"
        """The place that the settings lead back to."""

    @property
    def _services(self) -> Services:
        return services_of(self._app)

    @property
    def _state(self) -> AppState:
        return self._services.state

    def place_on_top(self) -> Any:
        """Return the place on top; None while a text or a dialog is open."""
        screen = self._app.screen_stack[-1] if self._app.screen_stack else None
        return screen if isinstance(screen, BaseScreen) and screen.is_place else None

    def go(self, place: str) -> None:
        """Go to a place and close everything on top of it."""
        app = self._app
        app.switch_mode(place)
        while len(app.screen_stack) > 1 and self.place_on_top() is not None:
            app.pop_screen()
        here = self.place_on_top()
        if here is not None and here.is_open:
            here.come_home()

    def go_beside(self, step: int) -> None:
        """Go to the place `step` positions after this one; after the last one, to the first."""
        names, here = [place.id for place in PLACES], self._app.current_mode
        at = names.index(here) if here in names else 0
        self.go(names[(at + step) % len(names)])

    def show(self, name: str, *given: Any) -> None:
        """Open a screen by its name."""
        self._app.push_screen(_found(_SCREENS, name)(*given))

    async def ask(self, name: str, *given: Any) -> Any:
        """Open a screen from a flow and wait for its result."""
        return await self._app.push_screen_wait(_found(_SCREENS, name)(*given))

    def start(self, name: str, *given: Any) -> None:
        """Start the flow of this name."""
        start_flow(self._app, _found(_FLOWS, name), *given)

    def open_record(self, identity: str) -> None:
        """Open a record on its own screen, with its related records."""
        if self._state.records.get(identity) is not None:
            self.show("record", identity)

    def begin_own(self, template: OwnTemplate) -> None:
        """Start an entry that answers the user's own questions; it is saved as a note."""
        entry = self.new_entry("reflection", "note", {"title": template.name})
        self.open_entry(entry._replace(own=template.questions))

    def write_new(self, screen: BaseScreen[Any], kind: str, template: str = "", given: Mapping[str, str] = {}) -> None:
        """Start a new record of a kind with these field values; some kinds ask a question first."""
        if (template or kind) in _FIRST:
            self.start(template or kind, screen, given)
        else:
            self.open_entry(self.new_entry(kind, template, given))

    def new_entry(self, kind: str, template: str = "", given: Mapping[str, str] = {}) -> Entry:
        """Return a new, empty entry for a record."""
        from portfolio.capture.entry import Entry

        name = f"{template or kind}-{self._services.preferences.start.now().isoformat()}"
        return Entry(name, kind, self._state.today, given, template, shown=given)

    def hand_over(self, context: ActionContext) -> None:
        """Prepare a document for the conversation under the cursor, or else for the next one."""
        self._services.status.moved_on()
        self.show("sharing", context.chosen.id if context.chosen is not None and context.kind == "conversation" else "")

    def quick_note(self) -> None:
        """Write a note from any place and return there."""
        from portfolio.capture.entry import Entry

        name = f"quick-note-{self._services.preferences.start.now().isoformat()}"
        self.show("check", Entry(name, "reflection", self._state.today, template="note"))

    def to_change(self, record: Record) -> Entry:
        """Return an entry to edit a record with, filled from its draft when there is one."""
        from portfolio.notebook.drafts import of_change
        from portfolio.notebook.entries import of_record

        return of_change(of_record(record, self._state.seen(record.id)), self._drafts())

    def _drafts(self) -> list[Entry]:
        """Return every draft, the oldest day first."""
        drafts = self._services.drafts.writer.on_offer(self._state.unfinished).values()
        return sorted(drafts, key=lambda draft: (draft.day, draft.name))

    def begun(self, entry: Entry) -> Entry | None:
        """Return the draft of an entry that exists once: per day, week or quarter, or the profile."""
        from portfolio.notebook.drafts import begun

        return begun(entry, self._drafts())

    def open_entries(self) -> Iterator[OwnScreen[Any]]:
        """Yield every screen that may have an entry open."""
        for mode in self._app.MODES:
            with suppress(KeyError):  # a place that was not opened yet
                for screen in self._app.get_screen_stack(mode):
                    if isinstance(screen, OwnScreen):
                        yield screen

    def open_entry(self, entry: Entry, at: str = "") -> None:
        """Open an entry where it was left, question by question or as a form that starts in field `at`."""
        entry = self._to_write(entry)
        self.show(*self._written_in(entry, at))
        self._say_draft(entry)

    async def write(self, entry: Entry, at: str = "") -> None:
        """Open an entry and wait in a flow until it closes; a form starts in field `at`."""
        entry = self._to_write(entry)
        self._say_draft(entry)
        await self.ask(*self._written_in(entry, at))

    def _to_write(self, entry: Entry) -> Entry:
        """Return the entry or its draft, and remove the message about an earlier one."""
        self._services.status.done_with()  # "Saved." must not be shown below an unsaved text
        return self.begun(entry) or entry

    def _written_in(self, entry: Entry, at: str) -> tuple[Any, ...]:
        """Return the name and the arguments of the screen for an entry."""
        return ("check", entry) if entry.by_question else ("form", entry, at)

    def _say_draft(self, entry: Entry) -> None:
        if entry.stamp:
            self._services.status.say(self._state.words("This is your draft, as you left it."), "muted")

    def after_adding(self, entry: Entry, identity: str) -> None:
        """Offer to work with new feedback, to give new skills of a goal a level, and more questions after a check."""
        from portfolio.capture.questions import offers_more

        if entry.kind == "feedback":
            self._app.call_later(self._offer_work, identity)
        elif entry.kind == "goal" and entry.lines("skills"):
            self._app.call_later(self._offer_levels, entry, identity)
        elif offers_more(entry, self._state.today, self._state.words):
            self._app.call_later(self._offer_more, identity)

    def _offer_work(self, identity: str) -> None:
        screen, feedback = self.place_on_top(), self._state.records.get(identity)
        if screen is not None and screen.WHERE in table.WITH_RECORDS and feedback is not None and self._state.alone:
            self.start("work_with_feedback", screen, feedback)

    def _offer_more(self, identity: str) -> None:
        screen, check = self.place_on_top(), self._state.records.get(identity)
        if screen is not None and check is not None and self._state.alone:
            self.start("more_questions", screen, check)

    def _offer_levels(self, entry: Entry, identity: str) -> None:
        screen, goal = self.place_on_top(), self._state.records.get(identity)
        if screen is not None and goal is not None and self._state.alone:
            self.start("first_level", screen, goal, entry.lines("skills"))
