"""The actions on records: one function for each row marked `of_record` in the table of actions.

A function has the id of its row as its name. It gets the screen and the records to act on: the marked records, else the
one under the cursor. Most actions take one record; the conditions of their rows exclude several.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

from portfolio.capture import additions, state_options
from portfolio.records.conversations import Agreement, Conversation
from portfolio.records.feedback import Feedback
from portfolio.records.goals import Step
from portfolio.records.record import Record
from portfolio.records.reflections import Reflection
from portfolio.records.skills import Rating
from portfolio.tui.records import changes
from portfolio.tui.records.add import choose_addition
from portfolio.tui.shell.flow import start_flow
from portfolio.tui.shell.screen import BaseScreen

RecordAction: TypeAlias = Callable[[BaseScreen[None], Sequence[Record]], object]

ACTIONS: dict[str, RecordAction] = {}
"""The functions by the id of their row."""


def record_action(work: RecordAction) -> RecordAction:
    """Register a function for the row with its name."""
    ACTIONS[work.__name__] = work
    return work


@record_action
def add(screen: BaseScreen[None], records: Sequence[Record]) -> None:
    """Add something to the record, such as a step or a rating; ask which when there are several."""
    found = additions.TO_RECORD.get(records[0].kind, ())
    start_flow(screen, choose_addition, screen, found, records[0])


@record_action
def edit(screen: BaseScreen[None], records: Sequence[Record]) -> None:
    """Edit a record; a rating never changes, so for a rating this starts a new rating of the same skill."""
    record = records[0]
    if isinstance(record, Rating):
        message = screen.words("What was said then stays as it was; this is a new rating.")
        screen.services.status.say(message, "muted")
        screen.services.navigator.write_new(screen, "rating", given={"skill": record.skill})
    else:
        screen.services.navigator.open_entry(screen.services.navigator.to_change(record).asked(""))


@record_action
def versions(screen: BaseScreen[None], records: Sequence[Record]) -> None:
    """Open the screen to choose between two versions of a text that was changed on two computers."""
    screen.services.navigator.show("versions", records[0].id)


@record_action
def state(screen: BaseScreen[None], records: Sequence[Record]) -> None:
    """Change the state: mark a step as done or not done; for other kinds ask which state."""
    record, services = records[0], screen.services
    if isinstance(record, Step):
        texts = state_options.checked_off(record, services.state.today)
        changes.set_fields(services, record.id, record.kind, texts)
        return
    from portfolio.tui.records.state import choose_state

    start_flow(screen, choose_state, screen, record)


@record_action
def link(screen: BaseScreen[None], records: Sequence[Record]) -> None:
    """Link all the records with one goal, skill, person or piece of evidence, or remove that link."""
    from portfolio.notebook.entries import of_record
    from portfolio.tui.writing.link import ask_link

    async def ask() -> None:
        if screen.state is None:
            return
        found = await ask_link(screen, [of_record(record) for record in records], screen.state)
        if found is not None:
            ids = tuple(record.id for record in records)
            changes.link(screen.services, ids, found.field, found.line, linked=found.linked)

    start_flow(screen, ask)


@record_action
def tags(screen: BaseScreen[None], records: Sequence[Record]) -> None:
    """Add a tag to the records, or remove it from all of them."""
    from portfolio.tui.records.tags import choose_tag

    start_flow(screen, choose_tag, screen, records)


@record_action
def share(screen: BaseScreen[None], records: Sequence[Record]) -> None:
    """Make a shareable record private, or a private one shareable."""
    from portfolio.tui.records.share import share as share_record

    share_record(screen, records[0])


@record_action
def delete(screen: BaseScreen[None], records: Sequence[Record]) -> None:
    """Delete the records, after the question of `delete_question` if there is one."""
    from portfolio.tui.records.delete import delete as delete_records

    start_flow(screen, delete_records, screen, records)


@record_action
def open_location(screen: BaseScreen[None], records: Sequence[Record]) -> None:
    """Open the location of a record, after showing it to the user."""
    from portfolio.tui.records.location import open_what_it_points_to

    start_flow(screen, open_what_it_points_to, screen, records[0])


@record_action
def deepen(screen: BaseScreen[None], records: Sequence[Record]) -> None:
    """Continue with a note or story, feedback, a planned conversation or an agreement."""
    from portfolio.tui.records import conversation, feedback, follow_up, story

    match records[0]:
        case Reflection() as reflection:
            story.go_on_with_story(screen, reflection)
        case Feedback() as received:
            feedback.work_with(screen, received)
        case Conversation() as planned:
            conversation.prepare_conversation(screen, planned)
        case Agreement() as agreement:
            start_flow(screen, follow_up.offer_becoming, screen, agreement)


@record_action
def texts(screen: BaseScreen[None], records: Sequence[Record]) -> None:
    """Offer texts about the record to send to another person."""
    from portfolio.tui.records.send import offer_texts

    start_flow(screen, offer_texts, screen, records[0])


@record_action
def split(screen: BaseScreen[None], records: Sequence[Record]) -> None:
    """Open the screen to divide feedback over skills."""
    screen.services.navigator.show("split", records[0].id)


@record_action
def short_version(screen: BaseScreen[None], records: Sequence[Record]) -> None:
    """Start a short copy of a story, to share."""
    from portfolio.tui.records.story import write_short_version

    if isinstance(records[0], Reflection):
        write_short_version(screen, records[0])
