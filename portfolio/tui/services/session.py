"""What the user sees of the notebook now, and every question to it.

The session holds one `AppState`; after each change it asks the notebook for a new one. A question that the disk cannot
answer is said in its sentence, once for as long as it lasts, and never stops the app.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Coroutine, Sequence
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any, Final, Protocol, TypeVar

from portfolio.errors import PortfolioError
from portfolio.records.collection import Records
from portfolio.records.reflections import Reflection
from portfolio.tui.services.state import AppState, Asks, NextActs, nothing_seen
from portfolio.tui.services.status import Status, StatusMessage, saved_message
from portfolio.wording import Words

if TYPE_CHECKING:
    from portfolio.journey.prompts.nudges import Nudge
    from portfolio.journey.prompts.proposals import Proposal
    from portfolio.journey.sharing import Shared
    from portfolio.notebook import Notebook
    from portfolio.notebook.export_request import ExportRequest
    from portfolio.notebook.history import Direction
    from portfolio.notebook.reports import Arrival, State
    from portfolio.tui.services.answer_drafts import AnswerDrafts
    from portfolio.tui.services.draft_writer import DraftWriter
    from portfolio.tui.services.flow_gate import Holds
    from portfolio.tui.services.notebook_worker import NotebookWorker

T = TypeVar("T")

LATELY: Final = timedelta(days=120)
"""What Today looks back at; `journey.prompts.nudges` looks no further."""
ENOUGH: Final = 20
"""Reflections that are enough for Today."""


class Spawn(Protocol):
    """Runs a coroutine beside the screen; one of the same group can make way for the next (`exclusive`).

    Until it has ended it holds the keys, all of them unless it says less.
    """

    def __call__(
        self,
        work: Coroutine[Any, Any, Any] | Awaitable[Any],
        *,
        group: str = "default",
        exclusive: bool = False,
        exit_on_error: bool = True,
        holds: Holds = "keys",
    ) -> object:
        """Start it."""


class Session:
    """The state that the screens show; asks the notebook, saves, and shows less while somebody looks on."""

    def __init__(
        self,
        worker: NotebookWorker,
        status: Status,
        state: AppState,
        writer: DraftWriter,
        answers: AnswerDrafts,
        spawn: Spawn,
        changed: Callable[[AppState], None],
    ) -> None:
        """`changed` hands every new state to the screen on top."""
        self._worker, self._status, self._spawn, self._changed = worker, status, spawn, changed
        self._writer, self._answers = writer, answers
        self._state = state
        self.looked_on = False
        """Whether somebody looks on, from the press of the key; the state that fits may still be on its way."""
        self.asked_to_see_all = False
        """Whether the last key asked for everything again while somebody looks on."""
        self.landed = ""
        """The id of the record that was written last: lists put their cursor on it once."""
        self.requests: dict[str, ExportRequest] = {}
        """What was asked of the document for each conversation, as long as the app is open."""
        self.talked_about: dict[str, frozenset[str]] = {}
        """For each conversation the points that are done, as long as the app is open."""
        self._before_the_hand: State | None = None
        """What the screen showed when a key or a click last came to one that shows records."""
        self._unanswered: StatusMessage | None = None
        """Why the disk gave no answer, as long as it gives none."""

    @property
    def state(self) -> AppState:
        """What the screens show now."""
        return self._state

    @state.setter
    def state(self, state: AppState) -> None:
        self._state = state
        self._changed(state)

    def hand_came(self, shown: State | None) -> None:
        """A key or a click is about to do what it does, on this.

        What arrives while a question is open was not on the screen when that was asked. A form has its own record.
        """
        self._before_the_hand = shown

    @property
    def shown(self) -> State | None:
        """What was shown before the change that is about to be made: all that it may replace."""
        return self._state.shown if self._before_the_hand is None else self._before_the_hand

    @property
    def unanswered(self) -> bool:
        """Whether the last question got no answer."""
        return self._unanswered is not None

    async def ask(self, work: Callable[[Notebook], T]) -> T | None:
        """The notebook's answer; None when it gives none, and then the reason is said.

        None too when somebody began or ceased to look on meanwhile: the answer was meant for other eyes.
        """
        looked_on = self.looked_on
        answer = await self._answer(work)
        return answer if looked_on == self.looked_on else None

    async def _answer(self, work: Callable[[Notebook], T]) -> T | None:
        try:
            answer = await self._worker.ask(work)
        except PortfolioError as failure:
            sentence = failure.sentence(self._state.words)
            if self._unanswered is None or self._unanswered.text != sentence:
                self._status.say(sentence, "wrong")
                self._unanswered = self._status.lasting = self._status.message
            return None
        if self._unanswered is not None:
            self._status.clear(self._unanswered)
            self._unanswered = self._status.lasting = None
        return answer

    async def save(self, work: Callable[[Notebook], StatusMessage]) -> bool:
        """Change the notebook, say the answer and show the new state. False when it could not be done.

        What arrives before the notebook comes to it was not on the screen: the change leaves that alone.
        """
        shown, answers = self.shown, self._answers.waiting

        def do(nb: Notebook) -> StatusMessage:
            if shown is not None:
                nb.read.shows(shown)
            done = work(nb)
            self._answers.stored(answers)
            return done

        try:
            said = await self._worker.ask(do)
        except PortfolioError as failure:
            _ = self._state.words
            private = _("What you did last could not be done.")  # the reason can name what must not be seen now
            why = private if self.looked_on else failure.sentence(_)
            if self._answers.stay(answers):
                await self._worker.drafts_written()  # what is typed last may still be in line
                await self.refresh()
                draft = _("What you wrote is kept as a draft; you find it on Today.")
                why = f"{why} {draft}"
            self._status.say(why, "wrong")
            return False
        self.landed = said.landed or self.landed
        await self.refresh()
        self.tell(said)
        return True

    def take_landed(self) -> str | None:
        """The id of the record that was written last, once: the cursor goes there."""
        landed, self.landed = self.landed, ""
        self._status.brought_to = landed or self._status.brought_to
        return landed or None

    def save_soon(self, work: Callable[[Notebook], StatusMessage]) -> None:
        """Change the notebook beside the screen, after what was asked before."""
        self._spawn(self.save(work), group="acts")

    def undo(self, direction: Direction = "undo") -> None:
        """Take back the last change, or make it again; the cursor goes to what came back."""
        _ = self._state.words

        def work(nb: Notebook) -> StatusMessage:
            done = nb.write.undo() if direction == "undo" else nb.write.redo()
            landed = next((step.record_id for step in done.action.steps), "")
            return saved_message(done, done.sentence(_), _, landed=landed)

        self.save_soon(work)

    def tell(self, said: StatusMessage) -> None:
        """Say the answer to an action, with what arrived from elsewhere; nothing of it while somebody looks on."""
        if self.looked_on:
            return
        if self._state.arrived:
            self._status.message = StatusMessage(f"{said.text} {self.news()}", said.role, until_key=True)
        else:
            self._status.say(said.text, said.role, here=said.here)

    def news(self) -> str:
        """What came from copies beside the file, in words."""
        _ = self._state.words
        return " ".join(arrival.sentence(_) for arrival in self._state.arrived)

    def turn_over_shoulder(self) -> None:
        """Show only what may be shared; everything again only when asked twice, since v is in many a word."""
        if self._state.alone or self.asked_to_see_all:
            self.asked_to_see_all = False
            self.look_over_shoulder(on=self._state.alone)
            return
        self.asked_to_see_all = True
        told = self._state.words("Press {over_shoulder} once more to see everything again.")
        self._status.say(told.format(**self._state.keys), "muted")

    def look_over_shoulder(self, *, on: bool) -> None:
        """Show only what may be shared, or everything again.

        Nothing private is shown from now on; until it is known what may be shared nothing is shown at all.
        """
        _, old = self._state.words, self._state
        self.looked_on = on
        self._unanswered = self._status.lasting = (
            None  # why the disk gives no answer is said again: the screen is empty until it does
        )
        if on:
            self.state = AppState(
                _, old.today, Records.of_all(()), looked_on=True, shown=old.shown, keys=old.keys, read=False
            )
            told = _("Only what you may share is on the screen. Press {over_shoulder} twice to see everything.")
            self._status.say(told.format(**old.keys))
        else:
            self._status.say("")
        self._spawn(self.refresh(), group="look")

    async def refresh(self) -> bool:
        """Show what the notebook holds now. False when it cannot be read; what was shown stays then.

        Language and keys can change while the notebook answers; when the day changed, or who looks on, it is asked
        again.
        """
        arrived: tuple[Arrival, ...] = ()
        drafts_on_disk = self._writer.on_disk()
        while True:
            over, today = self.looked_on, self._state.today
            state = await self._answer(partial(state_of, today=today, over_shoulder=over))
            if state is None:
                return False
            arrived += state.arrived
            if (over, today) == (self.looked_on, self._state.today):
                break
        old = self._state
        self.state = state._replace(words=old.words, keys=old.keys, arrived=() if over else arrived)
        if self._state.arrived:
            self._status.message = StatusMessage(self.news(), "accent", until_key=True)
        if self._state.alone:
            self._writer.looked(drafts_on_disk)
        ahead = self._worker.ask(lambda nb: nb.read.read_ahead())
        self._spawn(ahead, exclusive=True, group="read ahead", exit_on_error=False, holds="nothing")
        return True


def state_of(notebook: Notebook, *, today: date, over_shoulder: bool) -> AppState:
    """What there is to see in this notebook; over the shoulder only what may leave, through the one door for that."""
    from portfolio.notebook import drafts

    records, shared = notebook.read.records, None
    lately = notebook.read.lately(today - LATELY)
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
        seen=nothing_seen if over_shoulder else notebook.read.sight(),
        shown=notebook.read.state,
        unfinished=() if over_shoulder else drafts.load_all(notebook.locations),
        notices=(*notebook.notices, *(() if over_shoulder else notebook.copies.left_beside())),
        arrived=() if over_shoulder else notebook.copies.take_arrived(),
        asks=Asks() if over_shoulder else asks_of(notebook),
        next_acts=NextActs() if over_shoulder else NextActs(*notebook.next_acts()),
        writable=not notebook.read_only,
        worth=None if over_shoulder else worth_a_look(lately, today),
        this_day=() if over_shoulder else notebook.read.on_this_day(today),
        exists=notebook.exists,
    )


def asks_of(notebook: Notebook) -> Asks:
    """What the notebook wants to know about its file."""
    missing = any(notice.kind == "missing" for notice in notebook.notices)
    return Asks(missing, tuple(notebook.copies.others().items()), notebook.waits())


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
