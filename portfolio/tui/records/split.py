"""The dialog that divides feedback over skills, line by line; every line is kept whole."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Final

from textual.binding import Binding, BindingType

from portfolio.capture.options import Option, named
from portfolio.journey.prompts.feedback_split import Place, lines_of, parts
from portfolio.notebook.split import split
from portfolio.present.titles import heading
from portfolio.records.choices import FEEDBACK_SORTS
from portfolio.records.feedback import Feedback
from portfolio.sanitise import clean_line
from portfolio.text import wrap
from portfolio.tui.dialogs.dialog import Dialog
from portfolio.tui.dialogs.pick import PickDialog
from portfolio.tui.services.status import saved_message
from portfolio.tui.shell.flow import start_flow
from portfolio.tui.text.spans import Span
from portfolio.tui.widgets.rows import GUTTER, Row, Rows
from portfolio.tui.writing.choose_value import making
from portfolio.wording import N_
from portfolio.wording.names import capital, choice_label

_SAVE: Final = "save"
_STAYS: Final = "stays"


class SplitScreen(Dialog[None]):
    """Dialog with the lines of one piece of feedback; for each, a kind and a skill are chosen."""

    QUESTION = N_("Which skill is each line about? What you leave stays together as it is.")
    BOLD = True
    HINT = N_("enter: where the line goes · esc back")
    WIDTH = 76
    EDGE = 8
    AROUND = 11
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+s", "save", show=False)]

    def __init__(self, identity: str) -> None:
        """`identity` is the id of the feedback."""
        super().__init__()
        self._identity = identity
        self._places: dict[int, Place] = {}

    def on_mount(self) -> None:
        """Record the lines as they are now: a change that arrives later is not split with them."""
        state = self.services.state
        found = state.records.find(Feedback, self._identity)
        self._lines = lines_of(found.what) if found is not None else ()
        self._seen = {name: tuple(held) for name, held in state.seen(self._identity).items()}

    def lay_out(self) -> None:
        """Show the lines, each with its destination, and a row to save."""
        super().lay_out()
        _, width = self.words, self.room - GUTTER
        rows = [row for n, line in enumerate(self._lines) for row in self._rows(n, line, width)]
        self.show_rows([*rows, Row(), Row(_SAVE, (Span("✓ ", "good"), Span(_("Save"), bold=True)))])

    def _rows(self, n: int, line: str, width: int) -> Iterator[Row]:
        key = str(n)
        first, *rest = wrap(clean_line(line), width)
        yield Row(key, (Span(first),))
        yield from (Row(left=(Span(more),), under=key) for more in rest)
        yield Row(left=(Span(f"  → {self._place_words(self._places.get(n, Place()))}", "accent"),), under=key)

    def _place_words(self, place: Place) -> str:
        state = self.services.state
        _ = state.words
        if place == Place():
            return _("stays")
        skill = state.records.get(place.skill)
        new = _("{name} (new)").format(name=clean_line(place.skill)) if place.skill else ""
        named_skill = heading(skill, state.records, _) if skill is not None else new
        sort = choice_label("sort", place.sort, _, "feedback") if place.sort else ""
        return " · ".join(part for part in (sort, named_skill) if part)

    def action_choose(self) -> None:
        """Ask for the destination of the line; on the last row, save."""
        key = self.query_one(Rows).key
        if key == _SAVE:
            self.action_save()
        elif key:
            start_flow(self, self._place, int(key))

    async def _place(self, n: int) -> None:
        """Ask what kind of feedback a line is, and which skill it is about."""
        state = self.services.state
        _ = state.words
        options = [Option(sort, capital(choice_label("sort", sort, _, "feedback"))) for sort in FEEDBACK_SORTS]
        options.append(Option(_STAYS, _("It stays where it is")))
        sort = await self.ask(PickDialog(_("What is this line?"), options, numbered=True))
        if sort == _STAYS:
            self._put(n, Place())
        elif sort is not None:
            options = [Option("", _("No skill in particular")), *named("skill", state)]
            at = next((place.skill for place in reversed(self._places.values()) if place.skill), "")
            new = making("skill", options, _)
            skill = await self.ask(PickDialog(_("About which skill?"), options, at=at, new=new))
            if skill is not None:
                self._put(n, Place(sort, skill))

    def _put(self, n: int, place: Place) -> None:
        self._places[n] = place
        self.lay_out()
        self.query_one(Rows).action_cursor(1)

    def action_save(self) -> None:
        """Split the feedback and close; without any destination only close."""
        if not any(place != Place() for place in self._places.values()):
            self.dismiss(None)
            return
        self.finish(self._split)

    def _split(self) -> None:
        _, identity, seen = self.words, self._identity, self._seen
        divided = parts(self._lines, self._places)
        message = _.plural("Split: {n} piece of feedback now.", "Split: {n} pieces of feedback now.", len(divided))
        self.services.session.save_soon(lambda nb: saved_message(split(nb, identity, divided, seen), message, _))
