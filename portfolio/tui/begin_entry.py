"""Beginning to write: a template, a kind, questions of one's own, a record, or a text that was left earlier.

What has a draft is gone on with, from wherever it is opened; only what is named anew each time (a note, a new goal)
begins empty beside the drafts of its kind, which stay on Today.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final

from portfolio.journey.prompts.if_then_plans import WEEK
from portfolio.records.templates import EVENING
from portfolio.tui.shell.place_screen import PlaceScreen

if TYPE_CHECKING:
    from portfolio.capture.entry import Entry
    from portfolio.own_templates import OwnTemplate
    from portfolio.records.record import Record

QUARTER: Final = "quarter"
"""The template of a quarterly balance."""


def is_same_occasion(writing: Entry, draft: Entry) -> bool:
    """Whether a new text is the one that the draft began: the check of that day, the review of that week."""
    if draft.record or draft.own or (draft.kind, draft.template) != (writing.kind, writing.template):
        return False
    day, other = writing.day, draft.day
    occasions: dict[str, bool] = {
        EVENING: day == other,
        WEEK: day.isocalendar()[:2] == other.isocalendar()[:2],
        QUARTER: (day.year, (day.month - 1) // 3) == (other.year, (other.month - 1) // 3),
    }
    return writing.kind == "profile" or occasions.get(writing.template, False)


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
        from portfolio.tui.begin_table import FIRST

        asks = FIRST.get(template or kind)
        if self.look is None:
            return
        if asks is not None:
            asks(self, given)
        else:
            self.go_on(self.new_writing(kind, template, given))

    def new_writing(self, kind: str, template: str, given: Mapping[str, str]) -> Entry:
        """A new record, not begun yet, with these texts in its fields already."""
        from portfolio.capture.entry import Entry

        name = f"{template or kind}-{self.leerreis.start.now().isoformat()}"
        return Entry(name, kind, self.leerreis.look.today, given, template, shown=given)

    def to_change(self, record: Record) -> Entry:
        """What a record says, ready to be changed; with the words of its draft where there is one."""
        from portfolio.notebook.entries import of_record

        writing = of_record(record, self.leerreis.look.seen(record.id))
        found = [draft for draft in self._drafts() if draft.record == record.id and draft.kind == record.kind]
        return next((draft for draft in found if draft.name == writing.name), found[-1] if found else writing)

    def _drafts(self) -> list[Entry]:
        """Every draft on offer, the oldest day first."""
        drafts = self.leerreis.drafts.on_offer(self.leerreis.look.unfinished).values()
        return sorted(drafts, key=lambda draft: (draft.day, draft.name))

    def begun(self, writing: Entry) -> Entry | None:
        """The draft of a text that is written once a day, week or quarter, or once: the profile."""
        if writing.record or writing.stamp or writing.own or writing.touched:
            return None
        return next((draft for draft in reversed(self._drafts()) if is_same_occasion(writing, draft)), None)

    def go_on(self, writing: Entry, then: Callable[[], None] | None = None, at: str = "") -> None:
        """Open a text where it was left, question by question or as a form.

        `then` is done when it closes; a form begins in field `at`.
        """
        writing = self.begun(writing) or writing
        self.leerreis.done_with()  # "Saved." is not said under a text that is not
        closed = (lambda _none: then()) if then else None
        if writing.by_question:
            from portfolio.tui.writing.check import CheckScreen

            self.app.push_screen(CheckScreen(writing), closed)
        else:
            from portfolio.tui.writing.form import FormScreen

            self.app.push_screen(FormScreen(writing, at), closed)
        if writing.stamp:
            self.leerreis.say(self.words("Here is your draft, as you left it."), "muted")

    def action_look_back(self) -> None:
        """Begin to look back, by the time there is and the kind of moment."""
        from portfolio.tui.reflections.begin import ask_how_long

        ask_how_long(self)
