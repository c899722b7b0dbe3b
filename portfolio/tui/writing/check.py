"""Screen that asks one question at a time: the evening check, other templates, and a note, which has one question.

Enter goes to the next question, and skips it on an empty line; Escape goes back one question. Every answer is kept as a
draft while it is typed, until it is saved.
"""

from __future__ import annotations

from typing import ClassVar, Final

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical

from portfolio.capture.entry import ANSWER, EXTRA, Entry
from portfolio.journey.prompts.follow_up import missing
from portfolio.tui.dialogs.day import DayDialog
from portfolio.tui.dialogs.options import Option
from portfolio.tui.dialogs.pick import PickDialog
from portfolio.tui.keymap import table
from portfolio.tui.keymap.conditions import ActionContext
from portfolio.tui.services.state import AppState
from portfolio.tui.shell.flow import flow
from portfolio.tui.widgets.lines import Lines
from portfolio.tui.widgets.reading_rows import ReadingRows
from portfolio.tui.widgets.rows import FixedRows, Rows
from portfolio.tui.widgets.text_input import WritingBox
from portfolio.tui.writing.check_rows import asking, completing, given, linked, scale_rows, the_week
from portfolio.tui.writing.completion import LinkingBox
from portfolio.tui.writing.completion_rows import Completer
from portfolio.tui.writing.link import ask_link
from portfolio.tui.writing.questions import LOOK_BACK, Question, questions_of
from portfolio.tui.writing.screen import WritingScreen
from portfolio.tui.writing.whole_text import WholeTextDialog
from portfolio.wording.dates import context

_LIFTED: Final = f"{ANSWER}highlight"
"""The answer of a weekly review that collects lines kept from the week."""
_SAVE: Final = context("key", "save")


class CheckScreen(WritingScreen):
    """Screen with the questions of a new text."""

    WHERE: ClassVar[str] = "check"
    BINDINGS: ClassVar[list[BindingType]] = table.bindings(WHERE)
    DEFAULT_CSS = """
    CheckScreen Vertical { padding: 1 2 0 3; height: 1fr; }
    CheckScreen #question { height: auto; padding: 0; }
    CheckScreen #answer { height: 1fr; max-height: 9; }
    CheckScreen #scale { height: 7; padding: 0; }
    CheckScreen #week { height: 1fr; padding: 1 0 0 0; }
    CheckScreen #linked { height: auto; padding: 0; }
    CheckScreen #given { height: auto; max-height: 45%; padding: 1 0 0 0; }
    """

    _filled: str = ""
    """Key of the question whose answer is in the box."""

    def __init__(self, entry: Entry) -> None:
        """`entry` is a new entry, or a draft."""
        super().__init__(entry)
        self._box: Final = LinkingBox(id="answer", goes_on=True)
        """A field, so that its text can still be read while the screen is being taken down."""

    def body(self) -> ComposeResult:
        """Lay out the question, the inputs, and the earlier answers."""
        with Vertical():
            yield Lines(id="question", can_focus=False)
            yield self._box
            yield Rows(id="scale")
            yield ReadingRows(id="week")
            yield Lines(id="linked", can_focus=False)
            yield Lines(id="given", can_focus=False)

    def show(self, state: AppState) -> None:
        """Show the current question."""
        asked, width = self._asked, self._width
        self.query_one("#question", Lines).show_all(asking(self.entry, asked, state.words, width))
        self.query_one("#given", Lines).show_all(given(self.entry, asked, width))
        self.query_one("#linked", Lines).show_all(linked(self.entry, state, width))
        if self.entry.kind == "reflection":
            self._box.completes = Completer(state)
        self._offer(asked[self._at(asked)], state, width)

    def _offer(self, question: Question, state: AppState, width: int) -> None:
        """Show the input that suits the question: a text box, a scale, or the week to read."""
        box, scale = self._box, self.query_one("#scale", Rows)
        week = self.query_one("#week", ReadingRows)
        reads = question.key == LOOK_BACK
        box.display, scale.display, week.display = not (reads or question.on_a_scale), question.on_a_scale, reads
        answer = self.entry.text(question.key)
        if reads:
            lifted = self.entry.lines(_LIFTED)
            week.show_text(the_week(state, self.entry.day, width - 4, lifted), LOOK_BACK)
            self.set_focus(week)
        elif question.on_a_scale:
            scale.show_rows(FixedRows(scale_rows(question, state.words)), at=answer or "skip")
            self.set_focus(scale)
        else:
            if self._filled != question.key:  # not on a redraw: the box may hold a letter that is not kept yet
                self._filled = question.key
                kept = question.key == _LIFTED and answer.rpartition("\n")[2] in self._lines_of_the_week(state)
                box.load_text(f"{answer}\n" if kept else answer)  # further typing starts on a new line
                box.move_cursor(box.document.end)
            self.set_focus(box)

    def _at(self, asked: tuple[Question, ...]) -> int:
        return min(self.entry.at, len(asked) - 1)

    @property
    def _asked(self) -> tuple[Question, ...]:
        return questions_of(self.entry, self.words)

    @property
    def _missing(self) -> str:
        """Name of what the answers leave out, while it has not been asked for; empty otherwise."""
        entry = self.entry
        if entry.deeper or entry.own or not entry.template:
            return ""
        answers = {k.removeprefix(ANSWER): text for k, text in entry.texts.items() if k.startswith(ANSWER)}
        return missing(entry.template, answers)

    @property
    def _question(self) -> Question:
        asked = self._asked
        return asked[self._at(asked)]

    @on(WritingBox.Changed)
    def gather(self) -> None:
        """Keep the text in the box as the answer to the current question."""
        question = self._question
        if self.is_mounted and self._filled == question.key and not question.on_a_scale and question.key != LOOK_BACK:
            text = self._box.text
            self.answer(question.key, text)
            if question.key == EXTRA:
                self.take(self.entry._replace(question=question.text if text.strip() else ""))

    @on(LinkingBox.Offered)
    def _offered(self, event: LinkingBox.Offered) -> None:
        """Show, below the box, what a word with #, + or @ can mean, or else the current links."""
        if self.state is not None:
            found = event.found
            lines = completing(found, self.words, self._width) if found else linked(self.entry, self.state, self._width)
            self.query_one("#linked", Lines).show_all(lines)

    @on(LinkingBox.Taken)
    def _taken(self, event: LinkingBox.Taken) -> None:
        """Add the link, once."""
        field, line = event.completion.field, event.completion.line
        if line not in self.entry.lines(field):
            self.take(self.entry.with_line(field, line))

    @property
    def _width(self) -> int:
        """Cells per line."""
        return self.query_one("#question").content_size.width or self.app.size.width - 5

    @on(WritingBox.WentOn)
    def action_next_question(self) -> None:
        """Go to the next question; after the last one, save."""
        if self.over or self.saving:
            return
        question = self._question
        if question.on_a_scale:
            level = self.query_one("#scale", Rows).key
            self.answer(question.key, level if level.isdigit() else "")
        if self.entry.at + 1 < len(self._asked):
            self._turn(self.entry.at + 1)
        elif self._missing:
            self.take(self.entry._replace(deeper=self._missing))
            self._turn(self.entry.at + 1)
        else:
            self._finish()

    @on(Rows.Clicked)
    def _chose(self) -> None:
        self.action_next_question()

    def on_key(self, event: events.Key) -> None:
        """Answer a scale with a digit; keep a line of the week with Space, or start the answer with a letter."""
        key = event.key
        if self._begins_an_answer(event):
            event.stop()
            self._turn(self.entry.at + 1)
            self._box.insert(event.character or "")
            return
        if key == "space" and not (self.over or self.saving) and self.query_one("#week").display:
            event.stop()
            self._lift()
            return
        if not (self.over or self.saving) and self.query_one("#scale").display and key in ("1", "2", "3", "4", "5"):
            event.stop()
            question = self._question
            self.answer(question.key, key)
            self.query_one("#scale", Rows).show_rows(FixedRows(scale_rows(question, self.words)), at=key)
            self.action_next_question()

    def _begins_an_answer(self, event: events.Key) -> bool:
        """Whether a user reading the week typed a letter; a Space that follows belongs to those words."""
        reads = self._question.key == LOOK_BACK and self.entry.at + 1 < len(self._asked)
        return reads and not (self.over or self.saving) and event.is_printable and event.key != "space"

    def _lift(self) -> None:
        """Add the line of the week under the cursor to the first answer, or remove it."""
        line = self.query_one("#week", ReadingRows).key
        if line and self.state is not None:
            self.take(self.entry.with_line(_LIFTED, line))
            self._filled = ""  # the box may hold an older version of that answer
            self.show(self.state)

    @flow
    async def action_lift(self) -> None:
        """Choose a line of the week and insert it at the cursor."""
        box, state = self._box, self.state
        if state is None or not box.display:
            return
        options = [Option(line, line) for line in self._lines_of_the_week(state)]
        line = await self.ask(PickDialog(self.words("Which line do you want to take along?"), options))
        if line is not None:
            begins = "\n" if box.line_to_cursor.strip() else ""
            box.insert(f"{begins}{line}\n")

    def _lines_of_the_week(self, state: AppState) -> list[str]:
        """Return the lines of the week that can be kept, each once."""
        return list(dict.fromkeys(row.key for row in the_week(state, self.entry.day, 76) if row.key))

    def current_context(self) -> ActionContext:
        """Return the context for key conditions: progress and type of answer."""
        question, at = self._question, self.entry.at
        return (
            super()
            .current_context()
            ._replace(
                row=self.entry.template,
                deeper=at > 0,
                typing=not question.on_a_scale and question.key != LOOK_BACK,
                answered=any(self.entry.text(asked.key).strip() for asked in self._asked[:at]),
            )
        )

    def _turn(self, at: int) -> None:
        self.take(self.entry._replace(at=at))
        if self.state is not None:
            self.show(self.state)
            self.refresh_bindings()

    def label(self, binding: Binding) -> str:
        """Label Enter as save at the last question."""
        last = self.entry.at + 1 >= len(self._asked) and not self._missing
        return _SAVE[1] if last and binding.id == "next_question" else super().label(binding)

    def _finish(self) -> None:
        if not self.entry.touched:
            self.services.status.say(self.words("You answered nothing, so nothing was saved."), "muted")
            self.leave()
        else:
            self.save()

    def action_save(self) -> None:
        """Save now; the remaining questions may stay empty."""
        if not self.over:
            self._finish()

    @flow
    async def action_whole_text(self) -> None:
        """Show every answer so far in full, and go to the question that is chosen."""

        at = await self.ask(WholeTextDialog(self.entry, self._asked))
        if at is not None:
            self._turn(at)

    @flow
    async def action_link_text(self) -> None:
        """Link the text with a goal, skill, person or evidence, which may be new."""
        if self.state is None:
            return
        link = await ask_link(self, [self.entry], self.state)
        if link is not None:
            self.answer(link.field, self.entry.with_line(link.field, link.line).text(link.field))
            self.show(self.services.state)

    @flow
    async def action_day(self) -> None:
        """Choose another day, so that past days can be written afterwards."""

        day = await self.ask(DayDialog(self.entry.day))
        if day is not None:
            self.take(self.entry._replace(day=day))
            self.show(self.services.state)

    def action_back(self) -> None:
        """Go to the previous question; at the first one, leave and keep a draft."""
        if self.entry.at > 0:
            self._turn(self.entry.at - 1)
        else:
            self.leave()

    def action_later(self) -> None:
        """Leave from any question and keep a draft."""
        self.leave()

    def action_new_line(self) -> None:
        """Insert a line break in the answer."""
        self._box.insert("\n")
