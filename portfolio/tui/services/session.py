"""The part of the app that holds what there is to see and what was said last, and asks the desk for a new look.

It changes nothing. A question that the disk cannot answer is said in its sentence, once for as long as it lasts, and
never stops the app.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any, Final, TypeVar

from textual.reactive import reactive
from textual.screen import ModalScreen

from portfolio.errors import PortfolioError
from portfolio.records.collection import Records
from portfolio.records.reflections import Reflection
from portfolio.tui.services.key_queue import TypingAhead
from portfolio.tui.services.notebook_worker import NotebookWorker
from portfolio.tui.services.state import AppState, Asks, NextActs, nothing_seen
from portfolio.tui.shell.screen import LeerreisScreen
from portfolio.tui.widgets.bars import StatusMessage
from portfolio.wording import Words

if TYPE_CHECKING:
    from textual.widget import AwaitMount

    from portfolio.journey.prompts.nudges import Nudge
    from portfolio.journey.prompts.proposals import Proposal
    from portfolio.journey.sharing import Shared
    from portfolio.notebook import Notebook
    from portfolio.store.format.canonical import State
    from portfolio.store.merge_report import Arrival

T = TypeVar("T")

CALM_SECONDS: Final = 8
"""How long a sentence that needs no answer stays."""
LATELY: Final = timedelta(days=120)
"""What Today looks back at; `journey.nudges` looks no further."""
ENOUGH: Final = 20
"""So many reflections are enough for Today."""


class Looking(TypingAhead):
    """An app that holds a look and keeps it true."""

    look: reactive[AppState] = reactive(
        lambda: AppState(Words("en"), date.min, Records.of_all(()), read=False), init=False
    )
    """What there is to see; every screen gets it."""
    saying: reactive[StatusMessage] = reactive(StatusMessage(""), init=False)
    """What was said last."""
    landed: str = ""
    """The id of the record that was written last: lists put their cursor there once."""
    came_from: str = "today"
    """The place to which someone goes back from the settings."""
    looked_on: bool = False
    """Whether someone looks on, from the press of the key; the look that fits may still be on its way."""
    _before_the_hand: State | None = None
    """What the screen showed when a key or a click last came to one that shows records."""
    _unanswered: StatusMessage | None = None
    """Why the disk gave no answer, as long as it gives none."""

    def __init__(self, desk: NotebookWorker, words: Words, today: date) -> None:
        """`desk` asks the disk; `words` and `today` begin the look."""
        super().__init__()
        self.desk = desk
        self.set_reactive(Looking.look, AppState(words, today, Records.of_all(()), read=False))

    def watch_look(self, look: AppState) -> None:
        """Hand it down to the screen that is on top; the others catch up when they come back."""
        on_top = self.on_top()
        if on_top is not None:
            on_top.look = look

    def watch_saying(self, saying: StatusMessage) -> None:
        """Say it where someone is looking."""
        on_top = self.on_top()
        if on_top is not None:
            on_top.say(saying)

    def on_top(self) -> LeerreisScreen[Any] | None:
        """The screen that someone looks at; none when the last one closed before an answer came."""
        screen = self.screen_stack[-1] if self.screen_stack else None
        return screen if isinstance(screen, LeerreisScreen) else None

    def hand_came(self) -> None:
        """What is on the screen now is what this key or click is about, and every answer that it leads to.

        What arrives while a question is open was not on the screen when that was asked. A form has its own record.
        """
        on_top = self.on_top()
        if on_top is not None and on_top.look is not None and on_top.SHOWS_RECORDS:
            self._before_the_hand = on_top.look.shown

    @property
    def shown(self) -> State | None:
        """What was shown before the act that is about to be done: all that it may replace."""
        return self.look.shown if self._before_the_hand is None else self._before_the_hand

    def say(self, sentence: str, role: str = "good", *, here: bool = False) -> None:
        """Say one sentence; a calm one makes way by itself, and one about what the cursor is on when it moves."""
        self.saying = said = StatusMessage(sentence, role, here)
        if role == "good":
            self.set_timer(CALM_SECONDS, lambda: self._unsay(said))

    def moved_on(self) -> None:
        """Someone went elsewhere: what was said about the record they were at makes way."""
        if self.saying.here:
            self.saying = StatusMessage("")

    def done_with(self) -> None:
        """Something else begins: what was said before is over, but for what the disk does not answer still."""
        if self.saying.text and self.saying is not self._unanswered:
            self.saying = StatusMessage("")

    def key_comes(self, key: str) -> None:
        """A key that does something makes what was said before it a thing of the past."""
        screen = self.screen
        chain = screen._modal_binding_chain  # noqa: SLF001 - `active_bindings` works out each: too slow for every key
        bound = any(key in bindings.key_to_bindings for _node, bindings in chain)
        if bound or isinstance(screen, ModalScreen) or getattr(screen, "takes_words", False):
            self.done_with()

    def switch_mode(self, mode: str) -> AwaitMount:
        """To another place."""
        if mode != self.current_mode:
            self.done_with()
        return super().switch_mode(mode)

    def key_came(self) -> None:
        """Someone pressed a key: they saw what was said until then."""
        if self.saying.until_key:
            self.saying = StatusMessage("")

    def tell(self, said: StatusMessage) -> None:
        """Say what came of an act, with what arrived from elsewhere meanwhile; nothing of it while someone looks on."""
        if self.looked_on:
            return
        if self.look.arrived:
            self.saying = StatusMessage(f"{said.text} {self.news()}", said.role, until_key=True)
        else:
            self.say(said.text, said.role, here=said.here)

    def news(self) -> str:
        """What came from copies beside the file, in words."""
        _ = self.look.words
        return " ".join(arrival.sentence(_) for arrival in self.look.arrived)

    def _unsay(self, said: StatusMessage) -> None:
        if self.saying is said:
            self.saying = StatusMessage("")

    async def ask(self, work: Callable[[Notebook], T]) -> T | None:
        """What the desk answers; None when it cannot, and then the reason is said.

        None too when someone began or ceased to look on meanwhile: the answer was meant for other eyes.
        """
        looked_on = self.looked_on
        answer = await self._answer(work)
        return answer if looked_on == self.looked_on else None

    async def _answer(self, work: Callable[[Notebook], T]) -> T | None:
        try:
            answer = await self.desk.ask(work)
        except PortfolioError as failure:
            sentence = failure.sentence(self.look.words)
            if self._unanswered is None or self._unanswered.text != sentence:
                self.say(sentence, "wrong")
                self._unanswered = self.saying
            return None
        if self._unanswered is not None:
            self._unsay(self._unanswered)
            self._unanswered = None
        return answer

    def look_over_shoulder(self, *, on: bool) -> None:
        """Show only what may be shared, or everything again.

        Nothing private is seen from now on, and until it is known what may be shared nothing is seen at all.
        """
        _, old = self.look.words, self.look
        self.looked_on = on
        self._unanswered = None  # why the disk gives no answer is said again: the screen is empty until it does
        if on:
            self.look = AppState(
                _, old.today, Records.of_all(()), looked_on=True, shown=old.shown, keys=old.keys, read=False
            )
            told = _("Only what you may share is on the screen. Press {over_shoulder} twice to see everything.")
            self.say(told.format(**old.keys))
        else:
            self.say("")
        self.run_worker(self.look_again(), group="look")

    async def look_again(self) -> bool:
        """What the notebook holds now, as a new look. False when it cannot be read; what was seen stays then.

        Language and keys can change while the desk answers; when the day changed, or who looks on, it is asked again.
        """
        arrived: tuple[Arrival, ...] = ()
        while True:
            over, today = self.looked_on, self.look.today
            look = await self._answer(partial(look_of, today=today, over_shoulder=over))
            if look is None:
                return False
            arrived += look.arrived
            if (over, today) == (self.looked_on, self.look.today):
                break
        self.look = look._replace(words=self.look.words, keys=self.look.keys, arrived=() if over else arrived)
        if self.look.arrived:
            self.saying = StatusMessage(self.news(), "accent", until_key=True)
        ahead = self.desk.ask(lambda nb: nb.read_ahead())
        self.run_worker(ahead, exclusive=True, group="read ahead", exit_on_error=False, holds="nothing")
        return True


def look_of(notebook: Notebook, *, today: date, over_shoulder: bool) -> AppState:
    """What there is to see in this notebook; over the shoulder only what may leave, through the one door for that."""
    from portfolio.notebook import drafts

    records, shared = notebook.records, None
    lately = notebook.lately(today - LATELY)
    if over_shoulder:
        shared = shared_of(records, today)
        records = shared.records
    return AppState(
        words=Words("en"),  # the app knows which language is on
        today=today,
        records=records,
        recent=recent(lately, records) if shared is None else records.of(Reflection)[::-1],
        shared=shared,
        looked_on=over_shoulder,
        seen=nothing_seen if over_shoulder else notebook.sight(),
        shown=notebook.state,
        unfinished=() if over_shoulder else drafts.load_all(notebook.locations),
        notices=(*notebook.notices, *(() if over_shoulder else notebook.left_beside())),
        arrived=() if over_shoulder else notebook.take_arrived(),
        asks=Asks() if over_shoulder else asks_of(notebook),
        next_acts=NextActs() if over_shoulder else NextActs(*notebook.next_acts()),
        writable=not notebook.read_only,
        worth=None if over_shoulder else worth_a_look(lately, today),
        this_day=() if over_shoulder else notebook.on_this_day(today),
        exists=notebook.exists,
    )


def asks_of(notebook: Notebook) -> Asks:
    """What the notebook wants to know about its file."""
    missing = any(notice.kind == "missing" for notice in notebook.notices)
    return Asks(missing, tuple(notebook.others().items()), notebook.waits())


def recent(lately: Records, everything: Records) -> Sequence[Reflection]:
    """The newest reflections. A portfolio of forty years is not decoded for the three that one screen shows."""
    found = lately.of(Reflection)
    return (found if len(found) >= ENOUGH else everything.of(Reflection))[::-1]


def worth_a_look(lately: Records, today: date) -> Nudge | Proposal | None:
    """The milestone that could be made, else the one nudge, else nothing."""
    from portfolio.journey.prompts import nudges, proposals

    return proposals.proposal(lately, today) or nudges.nudge(lately, today)


def shared_of(records: Records, today: date) -> Shared:
    """Everything that may be shared, of all years."""
    from portfolio.journey.sharing import Choice, share

    days = [today, *(record.date for record in records if record.shareable)]  # a private day would be told by the first
    return share(records, Choice(since=min(days), until=max(days)), today)
