"""What a flow can ask of a screen: to begin an entry, to go on with one."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from portfolio.tui.shell.screen import BaseScreen

if TYPE_CHECKING:
    from portfolio.capture.entry import Entry
    from portfolio.own_templates import OwnTemplate
    from portfolio.records.record import Record


class PlaceScreen(BaseScreen[None]):
    """One of the places on the number keys."""

    def ask_then(
        self,
        question: str,
        answers: Sequence[tuple[str, str]],
        then: Callable[[str | None], object],
        *,
        at: str | None = None,
    ) -> None:
        """Ask one thing, the safe answer first, or the one `at` which things stand; `then` gets None for going back."""
        self.services.navigator.show("choose", question, answers, at, then=then)

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
