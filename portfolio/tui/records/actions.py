"""What can be done with a record wherever it is seen: one function for each row of the table that is `of_record`.

A function has the name of its row. It gets the screen and the records that are meant: the one under the cursor, or all
that are marked. What takes one record is never called with several; the condition of its row sees to that.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

from portfolio.records.conversations import Agreement, Conversation
from portfolio.records.feedback import Feedback
from portfolio.records.goals import Step
from portfolio.records.record import Record
from portfolio.records.reflections import Reflection
from portfolio.records.skills import Rating
from portfolio.tui.keymap import table
from portfolio.tui.records import add as additions
from portfolio.tui.records import changes, state_options
from portfolio.tui.shell.flow import start_flow
from portfolio.tui.shell.screen import BaseScreen
from portfolio.wording.names import capital

RecordAction: TypeAlias = Callable[[BaseScreen[None], Sequence[Record]], object]

ACTIONS: dict[str, RecordAction] = {}
"""What each row does, by its id."""


def record_action(work: RecordAction) -> RecordAction:
    """Do the row of this name with this function."""
    ACTIONS[work.__name__] = work
    return work


@record_action
def add(screen: BaseScreen[None], records: Sequence[Record]) -> None:
    """Something that belongs to the record."""
    found = additions.TO_RECORD.get(records[0].kind, ())
    start_flow(screen, additions.choose_addition, screen, found, records[0])


@record_action
def edit(screen: BaseScreen[None], records: Sequence[Record]) -> None:
    """Change a record; what was said in a rating stays, so a new one begins with it."""
    record = records[0]
    if isinstance(record, Rating):
        message = screen.words("What was said then stays as it was; this is a new rating.")
        screen.services.status.say(message, "muted")
        screen.services.navigator.write_new(screen, "rating", given={"skill": record.skill})
    else:
        screen.services.navigator.open_entry(screen.services.navigator.to_change(record).asked(""))


@record_action
def versions(screen: BaseScreen[None], records: Sequence[Record]) -> None:
    """Show both versions of a text that was changed on two computers, to choose."""
    screen.services.navigator.show("versions", records[0].id)


@record_action
def state(screen: BaseScreen[None], records: Sequence[Record]) -> None:
    """Change the state: a step is done or not, for anything else it is chosen."""
    record, services = records[0], screen.services
    if isinstance(record, Step):
        texts = state_options.checked_off(record, services.state.today)
        changes.set_fields(services, record.id, record.kind, texts)
        return
    from portfolio.tui.records.state import choose_state

    start_flow(screen, choose_state, screen, record)


@record_action
def link(screen: BaseScreen[None], records: Sequence[Record]) -> None:
    """Link records with the same goal, skill, person or evidence."""
    from portfolio.notebook.entries import of_record
    from portfolio.tui.writing.link import ask_link

    async def ask() -> None:
        if screen.look is None:
            return
        found = await ask_link(screen, [of_record(record) for record in records], screen.look)
        if found is not None:
            ids = tuple(record.id for record in records)
            changes.link(screen.services, ids, found.field, found.line, linked=found.linked)

    start_flow(screen, ask)


@record_action
def tags(screen: BaseScreen[None], records: Sequence[Record]) -> None:
    """Give records the same tag, or take it off all of them."""
    from portfolio.tui.records.tags import choose_tag

    start_flow(screen, choose_tag, screen, records)


@record_action
def share(screen: BaseScreen[None], records: Sequence[Record]) -> None:
    """Make a private record shareable, after a question where one belongs to it, or a shareable one private."""
    from portfolio.tui.records.share import make_shareable

    if records[0].shareable:
        changes.set_shareable(screen.services, (records[0].id,), False)
    else:
        start_flow(screen, make_shareable, screen, records[0])


@record_action
def delete(screen: BaseScreen[None], records: Sequence[Record]) -> None:
    """Delete records."""
    from portfolio.tui.records.delete import delete as delete_records

    start_flow(screen, delete_records, screen, records)


@record_action
def open_location(screen: BaseScreen[None], records: Sequence[Record]) -> None:
    """Open what a location points to, after showing where that is."""
    from portfolio.tui.records.location import open_what_it_points_to

    start_flow(screen, open_what_it_points_to, screen, records[0])


@record_action
def deepen(screen: BaseScreen[None], records: Sequence[Record]) -> None:
    """Take the next step: of a story, a note, feedback, a planned conversation or an agreement."""
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
    """A text about a record to send to another person."""
    from portfolio.tui.records.send import offer_texts

    start_flow(screen, offer_texts, screen, records[0])


@record_action
def split(screen: BaseScreen[None], records: Sequence[Record]) -> None:
    """Split feedback over skills."""
    screen.services.navigator.show("split", records[0].id)


@record_action
def short_version(screen: BaseScreen[None], records: Sequence[Record]) -> None:
    """A short version of a story, to share."""
    from portfolio.tui.records.story import write_short_version

    if isinstance(records[0], Reflection):
        write_short_version(screen, records[0])


async def choose_action(screen: BaseScreen[None]) -> None:
    """Ask what to do with the record under the cursor; each action is shown with its key."""
    from portfolio.tui.dialogs.options import Option
    from portfolio.tui.dialogs.pick import PickDialog

    _, keys, situation = screen.words, screen.services.state.keys, screen.situation()
    can = [a for a in table.at(screen.WHERE) if a.of_record and a.available(situation)]
    options = [Option(a.id, capital(_.context(*a.label)), keys.get(a.id, ""), _(a.help)) for a in can]
    action = await screen.ask(PickDialog(_("What do you want to do with it?"), options))
    if action is not None:
        screen.call_later(screen.run_action, action)
