"""What can be done in every place: go elsewhere, ask for help, show it to someone, take back, close."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import events

from portfolio.tui.keymap import table
from portfolio.tui.keymap.action import Action
from portfolio.tui.keymap.conditions import ActionContext
from portfolio.tui.shell.screen import BaseScreen

if TYPE_CHECKING:
    from portfolio.capture.entry import Entry
    from portfolio.own_templates import OwnTemplate
    from portfolio.records.record import Record


class PlaceScreen(BaseScreen[None]):
    """One of the places on the number keys."""

    has_records: ClassVar[bool] = False
    """Whether the cursor can be on a record here."""
    _asked_once = False
    """Whether the last key asked for everything again while someone looks on."""

    def ask(
        self,
        question: str,
        answers: Sequence[tuple[str, str]],
        then: Callable[[str | None], object],
        *,
        at: str | None = None,
    ) -> None:
        """Ask one thing, the safe answer first, or the one `at` which things stand; `then` gets None for going back."""
        self.services.navigator.show("choose", question, answers, at, then=then)

    def action_go(self, place: str) -> None:
        """To a place, as it is: what was opened on top of it is closed."""
        self.services.navigator.go(place)

    def come_home(self) -> None:
        """Show the place as it begins: its key was pressed."""

    def action_neighbour(self, step: int) -> None:
        """To the place beside this one; after the last one the first."""
        self.services.navigator.go_beside(self.WHERE, step)

    def action_help(self) -> None:
        """What can be done here."""
        self.services.navigator.show("help", self.WHERE)

    def action_search(self) -> None:
        """Whatever holds some words, of every kind."""
        self.services.navigator.show("search")

    def action_palette(self) -> None:
        """Everything by its name."""

        def do(chosen: Callable[[], object] | None) -> None:
            if chosen is not None:
                self.app.call_later(chosen)

        self.services.navigator.show("palette", self, then=do)

    def action_over_shoulder(self) -> None:
        """Only what may be shared; everything again only when asked twice, since v is in many a word."""
        on = self.look is not None and self.look.alone
        if not (on or self._asked_once):
            self._asked_once = True
            told = self.words("Press {over_shoulder} once more to see everything again.")
            self.services.status.say(told.format(**self.services.state.keys), "muted")
            return
        self._asked_once = False
        self.services.session.look_over_shoulder(on=on)

    def on_key(self, event: events.Key) -> None:
        """Say why a key that cannot do its work does nothing."""
        own = self.services.preferences.start.own_keys
        meant = [a for a in table.at(self.WHERE) if event.key in own.get(a.id, a.key).split(",")]
        if "over_shoulder" not in (a.id for a in meant):
            self._asked_once = False
        situation = self.situation()
        if meant and self.look is not None and self.look.read and not any(a.available(situation) for a in meant):
            self.say_why_not(meant, situation)

    def with_one(self, situation: ActionContext) -> ActionContext:
        """The situation as if nothing was marked."""
        return situation

    def say_why_not(self, meant: Sequence[Action], situation: ActionContext) -> None:
        """Say in one line why none of these can be done."""
        _, alone = self.words, situation._replace(alone=True, undoable=True, redoable=True)
        if meant[0].id == "back":
            return  # there is nothing to go back from: nothing fails
        if not situation.alone and any(a.available(alone) for a in meant):
            self.not_now()
        elif any(a.available(self.with_one(situation)) for a in meant):
            told = _("This takes one record, and {n} are marked. Press esc to unmark them.")
            self.services.status.say(told.format(n=len(situation.marked)), "muted")
        elif not situation.writable and any(a.available(situation._replace(writable=True)) for a in meant):
            self.services.status.say(_("Nothing can be changed now: the file can only be read."), "muted")
        else:
            told = _("“{action}” does nothing here.")
            self.services.status.say(told.format(action=_.context(*meant[0].label)), "muted")

    def not_now(self) -> None:
        """Say why nothing is written while someone looks on."""
        told = self.words("Not while someone looks on. Press {over_shoulder} twice to see everything again.")
        self.services.status.say(told.format(**self.services.state.keys), "muted")

    def action_back(self) -> None:
        """A step back; where there is none within the place, to Today."""
        self.action_go("today")

    def action_settings(self) -> None:
        """To the settings, and back."""
        self.services.navigator.came_from = self.app.current_mode
        self.action_go("settings")

    def action_undo(self) -> None:
        """Take back the last change."""
        self.services.session.undo()

    def action_redo(self) -> None:
        """Do again what was taken back last."""
        self.services.session.undo("redo")

    async def action_quit(self) -> None:
        """Close."""
        await self.app.action_quit()

    def begin(self, template: str, **given: str) -> None:
        """Start an entry that answers the questions of a template."""
        self.write_new("reflection", template, **given)

    def begin_own(self, template: OwnTemplate) -> None:
        """Start an entry that answers the user's own questions; what is answered is a note."""
        self.services.navigator.begin_own(template)

    def write_new(self, kind: str, template: str = "", **given: str) -> None:
        """Start a new record of a kind, with these texts in its fields; for some kinds more is asked first."""
        if self.look is not None:
            self.services.navigator.write_new(self, kind, template, given)

    def new_writing(self, kind: str, template: str, given: Mapping[str, str]) -> Entry:
        """A new record that nothing is typed into yet, with these texts in its fields."""
        return self.services.navigator.new_entry(kind, template, given)

    def to_change(self, record: Record) -> Entry:
        """What a record says, ready to be changed; with the words of its draft where there is one."""
        return self.services.navigator.to_change(record)

    def go_on(self, writing: Entry, then: Callable[[], None] | None = None, at: str = "") -> None:
        """Open an entry where it was left; `then` is called when it closes, a form begins in field `at`."""
        self.services.navigator.open_entry(writing, then, at)

    def action_look_back(self) -> None:
        """Begin to look back, by the time there is and the kind of moment."""
        self.services.navigator.start("look_back", self)
