"""Beginning to write: a template, a kind, questions of one's own, or a text that was left earlier."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from portfolio.tui.place_screen import PlaceScreen

if TYPE_CHECKING:
    from portfolio.own_templates import OwnTemplate
    from portfolio.tui.writings import Writing


class BeginningScreen(PlaceScreen):
    """A screen from which something is written."""

    def begin(self, template: str, **given: str) -> None:
        """Start a new text that answers the questions of a template."""
        self.write_new("reflection", template, **given)

    def begin_own(self, template: OwnTemplate) -> None:
        """Start a new text that answers questions of one's own; what is answered is a note."""
        if self.look is not None:
            writing = self.new_writing("reflection", "note", {"title": template.name})
            self.go_on(writing._replace(own=template.questions))

    def write_new(self, kind: str, template: str = "", **given: str) -> None:
        """Start a new record of a kind, with these texts in its fields already; of some things more is asked first."""
        from portfolio.tui.asking_first import FIRST

        asks = FIRST.get(template or kind)
        if self.look is None:
            return
        if asks is not None:
            asks(self, given)
        else:
            self.go_on(self.new_writing(kind, template, given))

    def new_writing(self, kind: str, template: str, given: Mapping[str, str]) -> Writing:
        """A new record, not begun yet, with these texts in its fields already."""
        from portfolio.tui.writings import Writing

        name = f"{template or kind}-{self.leerreis.start.now().isoformat()}"
        return Writing(name, kind, self.leerreis.look.today, given, template, shown=given)

    def go_on(self, writing: Writing, then: Callable[[], None] | None = None, at: str = "") -> None:
        """Open a text where it was left, question by question or as a form.

        `then` is done when it closes; a form begins in field `at`.
        """
        self.leerreis.done_with()  # "Saved." is not said under a text that is not
        closed = (lambda _none: then()) if then else None
        if writing.by_question:
            from portfolio.tui.screens.check import CheckScreen

            self.app.push_screen(CheckScreen(writing), closed)
        else:
            from portfolio.tui.screens.form import FormScreen

            self.app.push_screen(FormScreen(writing, at), closed)

    def action_look_back(self) -> None:
        """Begin to look back, by the time there is and the kind of moment."""
        from portfolio.tui.looking_back import ask_how_long

        ask_how_long(self)
