"""Pane with the current question, its input, and the earlier answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rich.text import Text
from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical

from portfolio.capture.entry import ANSWER
from portfolio.capture.options import Option
from portfolio.capture.questions import LOOK_BACK, Asked, Question, answered
from portfolio.tui.dialogs.pick import PickDialog
from portfolio.tui.text.spans import PAGE
from portfolio.tui.widgets.lines import Lines
from portfolio.tui.widgets.reading_rows import ReadingRows
from portfolio.tui.widgets.rows import FixedRows, Rows
from portfolio.tui.widgets.text_input import WritingBox
from portfolio.tui.writing.check_rows import asking, completing, given, keys_at_box, linked, scale_rows, the_week
from portfolio.tui.writing.completion import LinkingBox
from portfolio.tui.writing.completion_rows import Completer

if TYPE_CHECKING:
    from portfolio.tui.services.state import AppState
    from portfolio.tui.writing.open_entry import OpenEntry

_LIFTED: Final = f"{ANSWER}highlight"
"""The answer of a weekly review that collects lines kept from the week."""
_STEPS: Final = ("1", "2", "3", "4", "5")
_WEEK_WIDTH: Final = 76
"""Cells at which the week is laid out to find the lines that can be kept; these are the same at any width."""


class AnswerPane(Vertical):
    """Asks the current question of an entry, which changes as it is answered."""

    DEFAULT_CSS = f"""
    AnswerPane {{ padding: 1 2 0 3; height: 1fr; }}
    AnswerPane > * {{ max-width: {PAGE}; }}
    AnswerPane #question {{ height: auto; padding: 0; }}
    AnswerPane #answer {{
        height: 1fr; max-height: 9; border-subtitle-color: $muted; border-subtitle-background: $background;
    }}
    AnswerPane #scale {{ height: 7; padding: 0; }}
    AnswerPane #week {{ height: 1fr; padding: 1 0 0 0; }}
    AnswerPane #linked {{ height: auto; padding: 0; }}
    AnswerPane #given {{ height: auto; max-height: 45%; padding: 1 0 0 0; }}
    """

    def __init__(self, opened: OpenEntry) -> None:
        """Ask about the entry that is `opened`."""
        super().__init__()
        self._open = opened
        self._state: AppState | None = None
        self._filled = ""
        """Key of the question whose answer is in the box."""
        self.box: Final = LinkingBox(id="answer", goes_on=True)
        """A field, so that its text can still be read while the screen is being taken down."""
        self._scale: Final = Rows(id="scale")
        self._week: Final = ReadingRows(id="week")

    def compose(self) -> ComposeResult:
        """Lay out the question, the inputs, and the earlier answers."""
        yield Lines(id="question", can_focus=False)
        yield self.box
        yield self._scale
        yield self._week
        yield Lines(id="linked", can_focus=False)
        yield Lines(id="given", can_focus=False)

    @property
    def asked(self) -> Asked:
        """The questions, and which one is current."""
        return Asked.of(self._open.entry, self._open.screen.words)

    @property
    def _width(self) -> int:
        """Cells per line."""
        return self.query_one("#question").content_size.width or min(self.app.size.width - 5, PAGE)

    def show(self, state: AppState) -> None:
        """Show the current question."""
        self._state = state
        entry, asked, width = self._open.entry, self.asked, self._width
        self.query_one("#question", Lines).show_all(asking(entry, asked.all, state.words, width))
        self.query_one("#given", Lines).show_all(given(entry, asked.all, width))
        self.query_one("#linked", Lines).show_all(linked(entry, state, width))
        if entry.kind == "reflection":
            self.box.completes = Completer(state)
        self._offer(asked.now, state, width)

    def _offer(self, question: Question, state: AppState, width: int) -> None:
        """Show the input that suits the question: a text box, a scale, or the week to read."""
        reads, answer = question.key == LOOK_BACK, self._open.entry.text(question.key)
        self.box.display, self._scale.display, self._week.display = question.in_words, question.on_a_scale, reads
        if reads:
            lifted = self._open.entry.lines(_LIFTED)
            self._week.show_text(the_week(state, self._open.entry.day, width - 4, lifted), LOOK_BACK)
            self.screen.set_focus(self._week)
        elif question.on_a_scale:
            self._scale.show_rows(FixedRows(scale_rows(question, state.words)), at=answer or "skip")
            self.screen.set_focus(self._scale)
        else:
            if self._filled != question.key:  # not on a redraw: the box may hold a letter that is not kept yet
                self._filled = question.key
                kept = question.key == _LIFTED and answer.rpartition("\n")[2] in self._lines_of_the_week(state)
                self.box.load_text(f"{answer}\n" if kept else answer)  # further typing starts on a new line
                key, *at = self._open.entry.left
                end = self.box.document.end
                self.box.move_cursor(min((at[0], at[1]), end) if key == question.key and not kept else end)
            self.box.border_subtitle = Text(keys_at_box(self._open.entry, self.asked, state, width))
            self.screen.set_focus(self.box)

    @on(WritingBox.Changed)
    def gather(self) -> None:
        """Keep the text in the box as the answer to the current question."""
        question = self.asked.now
        if self._filled == question.key and question.in_words:
            text = self.box.text
            self._open.answer(question.key, text, self.box.cursor_location)
            self._open.take(answered(self._open.entry, question, text))

    @on(LinkingBox.Offered)
    def _offered(self, event: LinkingBox.Offered) -> None:
        """Show, below the box, what a word with #, + or @ can mean, or else the current links."""
        if self._state is not None:
            found, _ = event.found, self._open.screen.words
            below = linked(self._open.entry, self._state, self._width)
            self.query_one("#linked", Lines).show_all(completing(found, _, self._width) if found else below)

    @on(LinkingBox.Taken)
    def _taken(self, event: LinkingBox.Taken) -> None:
        """Add the link, once."""
        field, line, entry = event.completion.field, event.completion.line, self._open.entry
        if line not in entry.lines(field):
            self._open.take(entry.with_line(field, line))

    def take_step(self) -> None:
        """Answer a question on a scale with the step under the cursor."""
        question, step = self.asked.now, self._scale.key
        if question.on_a_scale:
            self._open.answer(question.key, step if step.isdigit() else "")

    def takes_step(self, key: str) -> bool:
        """Move the cursor to the step of this key; False when it is not a step or no scale is shown."""
        if not self._scale.display or key not in _STEPS:
            return False
        self._scale.go_to(key)
        return True

    def begins_answer(self, event: events.Key) -> bool:
        """Whether a user reading the week typed a letter; a Space that follows belongs to those words."""
        asked = self.asked
        reads = asked.now.key == LOOK_BACK and not asked.is_last
        return reads and event.is_printable and event.key != "space"

    def lifts(self, key: str) -> bool:
        """On Space add the line of the week under the cursor to the first answer, or remove it; False elsewhere."""
        if key != "space" or not self._week.display:
            return False
        line = self._week.key
        if line and self._state is not None:
            self._open.take(self._open.entry.with_line(_LIFTED, line))
            self._filled = ""  # the box may hold an older version of that answer
            self.show(self._state)
        return True

    async def ask_line(self) -> None:
        """Ask for a line of the week and insert it at the cursor; for a flow."""
        screen, state = self._open.screen, self._state
        if state is None or not self.box.display:
            return
        options = [Option(line, line) for line in self._lines_of_the_week(state)]
        line = await screen.ask(PickDialog(screen.words("Which line do you want to use?"), options))
        if line is not None:
            begins = "\n" if self.box.line_to_cursor.strip() else ""
            self.box.insert(f"{begins}{line}\n")

    def _lines_of_the_week(self, state: AppState) -> list[str]:
        """Return the lines of the week that can be kept, each once."""
        rows = the_week(state, self._open.entry.day, _WEEK_WIDTH)
        return list(dict.fromkeys(row.key for row in rows if row.key))
