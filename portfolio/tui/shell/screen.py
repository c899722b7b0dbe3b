"""The frame that every screen stands in: places above, keys below, and between them a line in which the app answers.

Bindings are made when a class is, before a language is chosen; here they get their words in the language that is on.
A screen composes and routes; what it shows is worked out in views, what it saves is the app's to ask for.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Protocol, TypeVar, runtime_checkable

from textual import events, on
from textual.app import ComposeResult
from textual.await_complete import AwaitComplete
from textual.binding import Binding
from textual.reactive import reactive
from textual.screen import Screen
from textual.widgets import TextArea
from textual.worker import Worker

from portfolio.tui.keymap import table
from portfolio.tui.keymap.conditions import ActionContext
from portfolio.tui.services.flow_gate import Holds
from portfolio.tui.services.services import services_of
from portfolio.tui.services.state import AppState
from portfolio.tui.services.status import StatusMessage
from portfolio.tui.shell.frame import Frame
from portfolio.tui.shell.why_not import say_why_not
from portfolio.tui.widgets.bars import MARGIN, Bar, StatusLine
from portfolio.tui.widgets.rows import Rows
from portfolio.wording import Words

if TYPE_CHECKING:
    from textual.dom import DOMNode

    from portfolio.tui.services.services import Services

Result = TypeVar("Result")
Answer = TypeVar("Answer")
Key = TypeVar("Key", bound=str)


@runtime_checkable
class HasCursor(Protocol):
    """A widget with a cursor on something that keys are about."""

    def in_context(self, situation: ActionContext) -> ActionContext:
        """The situation with what the cursor is on."""


class OwnScreen(Screen[Result]):
    """What every screen can do: find the app, hide itself, and end once.

    Keys can come faster than a screen closes. What still comes in after its end does nothing.
    """

    over: bool = False
    """Whether it has ended: what it had to report was reported, and it is closing."""
    is_open: bool = False
    """Whether it stands and can take keys."""
    asked_by: Worker[Any] | None = None
    """The flow that waits for its answer."""
    saved: bool = False
    """Whether it closes because what was written in it is stored."""
    seeks: bool = False
    """Whether words are typed here to find something, and not to be kept."""
    _closes_later: bool = False
    _result: Result | None = None

    @property
    def services(self) -> Services:
        """The services of the app."""
        return services_of(self.app)

    @property
    def words(self) -> Words:
        """The translator that is on."""
        return self.services.state.words

    def on_mount(self) -> None:
        """Everything that a screen does when it opens is done: the keys that waited for it are for it."""
        self.is_open = True
        self.app.call_later(self.services.keys.give)

    @property
    def takes_words(self) -> bool:
        """Whether what is typed now is text: where it closes meanwhile, the keys that follow are no commands."""
        return not self.seeks and isinstance(self.focused, TextArea)

    def run_worker(self, work: Any, *args: Any, holds: Holds = "keys", **more: Any) -> Worker[Any]:
        """Run this; until it has ended it holds the keys, all of them unless it says less."""
        return self.services.keys.held_by(super().run_worker(work, *args, **more), holds)

    async def ask(self, dialog: Screen[Answer]) -> Answer | None:
        """Open a dialog and wait for its answer, in a flow; None when the user goes back."""
        return await self.app.push_screen_wait(dialog)

    async def choose(self, question: str, answers: Sequence[tuple[Key, str]], *, at: str | None = None) -> Key | None:
        """Ask for one of a few answers (key, words), in a flow; None when the user goes back.

        The cursor begins at the first answer, which must be the safe one, or at the key `at` that applies now.
        """
        answer: Key | None = await self.services.navigator.ask("choose", question, answers, at)
        return answer

    def on_worker_state_changed(self) -> None:
        """A flow has ended: the keys that waited for it may go on."""
        self.app.call_later(self.services.keys.give)

    def gather(self) -> None:
        """Take what stands in the boxes, where words are kept: the app closes."""

    def dismiss(self, result: Result | None = None) -> AwaitComplete:
        """Close with this result, the first time; later nothing."""
        if self.over:
            return AwaitComplete()
        self.over = True
        if self.asked_by is not None:
            self.services.keys.gate.answered(self.asked_by)
        self.services.keys.text_closed(self, saved=self.saved)
        if self.app.screen is not self:  # what hides it stays, and it closes when it would be seen again
            self._closes_later, self._result = True, result
            return AwaitComplete()
        return super().dismiss(result)

    def on_screen_resume(self) -> None:
        """Close now when it ended under another screen; what was pressed while that one closed is for this one."""
        self.app.call_later(self.services.keys.came_back)
        if self._closes_later:
            self._closes_later = False
            super().dismiss(self._result)

    def finish(self, work: Callable[[], object], result: Result | None = None) -> None:
        """Do this and close, once."""
        if not self.over:
            work()
            self.dismiss(result)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nothing can be done on a screen that has ended."""
        return False if self.over else super().check_action(action, parameters)


class BaseScreen(OwnScreen[Result]):
    """A screen in the frame. A subclass names itself in `WHERE`, yields widgets in `body` and fills them in `show`.

    The widget that has the focus says in `in_context` what its cursor is on, and does what can be done with that.
    """

    WHERE: ClassVar[str] = ""
    """The id of the place or small screen, as in the table of actions."""

    SHOWS_RECORDS: ClassVar[bool] = True
    """Whether it always shows what there is; a form shows the record as it was when that was opened."""

    look: reactive[AppState | None] = reactive(None, init=False)
    """What there is to see; the app sets it."""

    def __init__(self) -> None:
        """Nothing is shown yet."""
        super().__init__()
        self.frame = Frame(self, self.WHERE, lambda: self.look, self.situation, self.label)

    @property
    def is_place(self) -> bool:
        """Whether everything can be done here that can be done everywhere: no text is open."""
        return self.WHERE in table.EVERYWHERE

    def compose(self) -> ComposeResult:
        """The frame around the body."""
        yield Bar(id="places", margin=MARGIN - 1)
        yield from self.body()
        yield StatusLine()
        yield Bar(id="keys")

    def body(self) -> ComposeResult:
        """The widgets of this screen."""
        raise NotImplementedError

    def show(self, look: AppState) -> None:
        """Show this, at the size that the screen has now."""
        raise NotImplementedError

    def come_home(self) -> None:
        """Show the place as it begins: its key was pressed."""

    def situation(self) -> ActionContext:
        """Where the user is, for what can be done now."""
        look = self.look
        if look is None:
            return ActionContext()
        undo, redo = look.next_acts
        situation = ActionContext(
            alone=look.alone,
            writable=look.writable,
            something=look.exists,
            undoable=undo is not None,
            redoable=redo is not None,
            deeper=self.WHERE not in table.PLACE_IDS,
        )
        return self.focused.in_context(situation) if isinstance(self.focused, HasCursor) else situation

    def label(self, binding: Binding) -> str:
        """The words of a key now: an English message id in the context of keys."""
        return binding.description

    def can(self, action: str) -> bool:
        """Whether this action of the table can be done here and now."""
        return table.find(action, self.WHERE) is not None and bool(self.check_action(action, ()))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Whether this can be done now; the table decides, for the keys, the line of keys and the palette alike."""
        row = table.find(action, self.WHERE)
        if row is None or self.over:
            return super().check_action(action, parameters)
        situation = self.situation()
        return any(r.available(situation) for r in table.at(self.WHERE) if r.id == action)

    async def run_action(self, action: str, namespaces: Mapping[str, DOMNode] | None = None) -> None:
        """Do this action: the widget that has the focus does it, else what is around it, this screen, or the app."""
        row = table.find(action, self.WHERE)
        action = row.call if row is not None and row.of_record else action
        for node in (self.focused or self).ancestors_with_self:
            if await self.app.run_action(action, node, namespaces):
                return

    def action_back(self) -> None:
        """To where the user came from."""
        self.dismiss(None)

    def on_mount(self) -> None:
        """Keep the line of keys true."""
        self.bindings_updated_signal.subscribe(self, lambda _screen: self.frame.show())
        self.look = self.services.state

    def on_screen_resume(self) -> None:
        """Catch up with what changed while another screen was on top."""
        self.look = self.services.state
        self.say(self.services.status.message)

    def on_key(self, event: events.Key) -> None:
        """What was said until a key comes makes way; a key that cannot do its work says why."""
        if self.is_place:
            say_why_not(self.services, self.WHERE, self.situation(), event.key)
        self.services.status.key_came()

    @on(Rows.Reached)
    def cursor_came(self) -> None:
        """The cursor came to a row, or the rows changed: what was said of another one makes way, the keys are new."""
        self.services.status.cursor_came(self.situation().row)
        self.frame.keys_changed()

    def on_resize(self) -> None:
        """Fit the new size."""
        if self.look is not None:
            self.watch_look(self.look)

    def watch_look(self, look: AppState | None) -> None:
        """Show what came down."""
        if look is not None and self.is_mounted and self.is_attached:
            self.show(look)
            self.frame.show()

    def say(self, message: StatusMessage) -> None:
        """Say one sentence above the keys."""
        if self.is_mounted and self.is_attached:
            self.query_one(StatusLine).say(message)
            self.services.status.shown_at(self.situation().row)
