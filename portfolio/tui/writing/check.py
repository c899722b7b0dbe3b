"""One question at a time: the evening check, every other template, and a note, which has one question.

Enter goes on, on an empty line it skips; escape goes back a question. No key loses a word: what was typed is a draft
within a second, and stays one until it is saved.
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
"""The answer of a weekly review in which lines are kept from the week."""
_SAVE: Final = context("key", "save")


class CheckScreen(WritingScreen):
    """The questions of a new text."""

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
    """The question whose answer is in the box."""

    def __init__(self, writing: Entry) -> None:
        """`writing` is new, or was left earlier."""
        super().__init__(writing)
        self._box: Final = LinkingBox(id="answer", goes_on=True)
        """What it holds can be read also when the screen is being taken down around it."""

    def body(self) -> ComposeResult:
        """The question, where to answer it, and what was answered already."""
        with Vertical():
            yield Lines(id="question", can_focus=False)
            yield self._box
            yield Rows(id="scale")
            yield ReadingRows(id="week")
            yield Lines(id="linked", can_focus=False)
            yield Lines(id="given", can_focus=False)

    def show(self, look: AppState) -> None:
        """Show the question that is next."""
        asked, width = self._asked, self._width
        self.query_one("#question", Lines).show_all(asking(self.writing, asked, look.words, width))
        self.query_one("#given", Lines).show_all(given(self.writing, asked, width))
        self.query_one("#linked", Lines).show_all(linked(self.writing, look, width))
        if self.writing.kind == "reflection":
            self._box.completes = Completer(look)
        self._offer(asked[self._at(asked)], look, width)

    def _offer(self, question: Question, look: AppState, width: int) -> None:
        """What the question is answered with: words, a scale, or nothing but reading."""
        box, scale = self._box, self.query_one("#scale", Rows)
        week = self.query_one("#week", ReadingRows)
        reads = question.key == LOOK_BACK
        box.display, scale.display, week.display = not (reads or question.on_a_scale), question.on_a_scale, reads
        answer = self.writing.text(question.key)
        if reads:
            lifted = self.writing.lines(_LIFTED)
            week.show_text(the_week(look, self.writing.day, width - 4, lifted), LOOK_BACK)
            self.set_focus(week)
        elif question.on_a_scale:
            scale.show_rows(FixedRows(scale_rows(question, look.words)), at=answer or "skip")
            self.set_focus(scale)
        else:
            if self._filled != question.key:  # not when it is only shown anew: a letter may be in the box alone yet
                self._filled = question.key
                kept = question.key == _LIFTED and answer.rpartition("\n")[2] in self._lines_of_the_week(look)
                box.load_text(f"{answer}\n" if kept else answer)  # who types on begins a line
                box.move_cursor(box.document.end)
            self.set_focus(box)

    def _at(self, asked: tuple[Question, ...]) -> int:
        return min(self.writing.at, len(asked) - 1)

    @property
    def _asked(self) -> tuple[Question, ...]:
        return questions_of(self.writing, self.words)

    @property
    def _missing(self) -> str:
        """What the answers do not show, when it was not asked for yet."""
        writing = self.writing
        if writing.deeper or writing.own or not writing.template:
            return ""
        answers = {k.removeprefix(ANSWER): text for k, text in writing.texts.items() if k.startswith(ANSWER)}
        return missing(writing.template, answers)

    @property
    def _question(self) -> Question:
        asked = self._asked
        return asked[self._at(asked)]

    @on(WritingBox.Changed)
    def gather(self) -> None:
        """Take what stands in the box as the answer to the question that is asked."""
        question = self._question
        if self.is_mounted and self._filled == question.key and not question.on_a_scale and question.key != LOOK_BACK:
            text = self._box.text
            self.answer(question.key, text)
            if question.key == EXTRA:
                self.take(self.writing._replace(question=question.text if text.strip() else ""))

    @on(LinkingBox.Offered)
    def _offered(self, event: LinkingBox.Offered) -> None:
        """Below the box: what a word with #, + or @ before it can mean, else what the text is linked with."""
        if self.look is not None:
            found = event.found
            lines = (
                completing(found, self.words, self._width) if found else linked(self.writing, self.look, self._width)
            )
            self.query_one("#linked", Lines).show_all(lines)

    @on(LinkingBox.Taken)
    def _taken(self, event: LinkingBox.Taken) -> None:
        """Link it, once."""
        field, line = event.completion.field, event.completion.line
        if line not in self.writing.lines(field):
            self.take(self.writing.with_line(field, line))

    @property
    def _width(self) -> int:
        """Cells for a line."""
        return self.query_one("#question").content_size.width or self.app.size.width - 5

    @on(WritingBox.WentOn)
    def action_next_question(self) -> None:
        """Go on; after the last question everything is saved."""
        if self.over or self.saving:
            return
        question = self._question
        if question.on_a_scale:
            level = self.query_one("#scale", Rows).key
            self.answer(question.key, level if level.isdigit() else "")
        if self.writing.at + 1 < len(self._asked):
            self._turn(self.writing.at + 1)
        elif self._missing:
            self.take(self.writing._replace(deeper=self._missing))
            self._turn(self.writing.at + 1)
        else:
            self._finish()

    @on(Rows.Clicked)
    def _chose(self) -> None:
        self.action_next_question()

    def on_key(self, event: events.Key) -> None:
        """A digit answers a scale at once; space keeps a line of the week, and a letter there begins the answer."""
        key = event.key
        if self._begins_an_answer(event):
            event.stop()
            self._turn(self.writing.at + 1)
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
        """Whether someone who reads the week began to type: a space that follows belongs to those words."""
        reads = self._question.key == LOOK_BACK and self.writing.at + 1 < len(self._asked)
        return reads and not (self.over or self.saving) and event.is_printable and event.key != "space"

    def _lift(self) -> None:
        """The line of the week under the cursor is part of the first answer, or not any more."""
        line = self.query_one("#week", ReadingRows).key
        if line and self.look is not None:
            self.take(self.writing.with_line(_LIFTED, line))
            self._filled = ""  # the box may hold that answer from before
            self.show(self.look)

    @flow
    async def action_lift(self) -> None:
        """Choose a line of the week, to put it where one is typing."""
        box, look = self._box, self.look
        if look is None or not box.display:
            return
        options = [Option(line, line) for line in self._lines_of_the_week(look)]
        line = await self.ask(PickDialog(self.words("Which line do you want to take along?"), options))
        if line is not None:
            begins = "\n" if box.line_to_cursor.strip() else ""
            box.insert(f"{begins}{line}\n")

    def _lines_of_the_week(self, look: AppState) -> list[str]:
        """What can be kept of the week, each once."""
        return list(dict.fromkeys(row.key for row in the_week(look, self.writing.day, 76) if row.key))

    def situation(self) -> ActionContext:
        """How far along it is, and how the question is answered."""
        question, at = self._question, self.writing.at
        return (
            super()
            .situation()
            ._replace(
                row=self.writing.template,
                deeper=at > 0,
                typing=not question.on_a_scale and question.key != LOOK_BACK,
                answered=any(self.writing.text(asked.key).strip() for asked in self._asked[:at]),
            )
        )

    def _turn(self, at: int) -> None:
        self.take(self.writing._replace(at=at))
        if self.look is not None:
            self.show(self.look)
            self.refresh_bindings()

    def label(self, binding: Binding) -> str:
        """After the last question enter saves, and says so."""
        last = self.writing.at + 1 >= len(self._asked) and not self._missing
        return _SAVE[1] if last and binding.id == "next_question" else super().label(binding)

    def _finish(self) -> None:
        if not self.writing.touched:
            self.services.status.say(self.words("You answered nothing, so nothing was saved."), "muted")
            self.leave()
        else:
            self.save()

    def action_save(self) -> None:
        """Save now; the questions that are left may stay empty."""
        if not self.over:
            self._finish()

    @flow
    async def action_whole_text(self) -> None:
        """Everything that was answered so far, in full."""

        at = await self.ask(WholeTextDialog(self.writing, self._asked))
        if at is not None:
            self._turn(at)

    @flow
    async def action_link_text(self) -> None:
        """Link it with a goal, a skill, a person or evidence; a new one is made on the way."""
        if self.look is None:
            return
        link = await ask_link(self, [self.writing], self.look)
        if link is not None:
            self.answer(link.field, self.writing.with_line(link.field, link.line).text(link.field))
            self.show(self.services.state)

    @flow
    async def action_day(self) -> None:
        """Another day than today: five evenings can be written on a Friday."""

        day = await self.ask(DayDialog(self.writing.day))
        if day is not None:
            self.take(self.writing._replace(day=day))
            self.show(self.services.state)

    def action_back(self) -> None:
        """The question before; before the first one, leave: what was written is kept for later."""
        if self.writing.at > 0:
            self._turn(self.writing.at - 1)
        else:
            self.leave()

    def action_later(self) -> None:
        """Leave now, from whichever question: what was written is kept for later."""
        self.leave()

    def action_new_line(self) -> None:
        """A line further in the same answer."""
        self._box.insert("\n")
