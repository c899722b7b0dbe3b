"""What can be done with a record wherever it is seen: begin, add, change, link, share, delete, open."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from portfolio.records.conversations import Agreement, Conversation
from portfolio.records.feedback import Feedback
from portfolio.records.goals import Step
from portfolio.records.record import Record
from portfolio.records.reflections import Reflection
from portfolio.records.skills import Rating
from portfolio.tui.keymap.conditions import ActionContext
from portfolio.tui.records import add, changes, state_options
from portfolio.tui.services.status import StatusMessage
from portfolio.tui.shell import flow
from portfolio.tui.shell.place_screen import PlaceScreen
from portfolio.tui.widgets.rows import Rows
from portfolio.wording.names import capital

_WITH_A_RECORD: Final = (
    "versions",
    "edit",
    "add",
    "deepen",
    "short_version",
    "texts",
    "split",
    "state",
    "share",
    "link",
    "tags",
    "open_location",
    "delete",
)
"""What is offered of a record on enter."""


class RecordingScreen(PlaceScreen):
    """A screen on which the cursor can be on a record."""

    _said_at: str | None = None
    """The row that what was said last is about."""
    _brought_to: str = ""
    """The record that was just written: the cursor is brought to it, which is no moving on."""

    @property
    def rows(self) -> Rows:
        """The rows that have the cursor."""
        return self.query(Rows).first()

    def chosen_in(self, situation: ActionContext, key: str) -> ActionContext:
        """The situation with the record that the row `key` stands for."""
        record = self.look.records.get(key) if self.look else None
        return situation._replace(chosen=record, under_cursor=record, row=key)

    def say(self, saying: StatusMessage) -> None:
        """Say it; what is about the row that the cursor is on makes way when it moves."""
        super().say(saying)
        self._said_at = self.rows.key if saying.here else None

    def cursor_came(self) -> None:
        """The cursor came to a row, or the rows changed under it."""
        if self._said_at is not None and self.rows.key == self._brought_to:
            self._said_at = self._brought_to
        if self._said_at is not None and self.rows.key != self._said_at:
            self._said_at = None
            self.services.status.moved_on()
        self.frame.keys_changed()

    def take_landed(self) -> str | None:
        """The record that was just written, once."""
        landed, self.services.session.landed = self.services.session.landed, ""
        self._brought_to = landed or self._brought_to
        return landed or None

    def open_record(self, identity: str) -> None:
        """Show a record on a screen of its own, with what hangs together with it."""
        if self.look is not None and self.look.records.get(identity) is not None:
            self.services.navigator.open_record(identity)

    def action_new(self) -> None:
        """What is made in this place; where that is more than one thing, ask which."""
        self._choose_addition(add.IN_PLACE.get(self.WHERE, ()), None)

    def action_add(self) -> None:
        """Something that belongs to the record that the cursor is on."""
        record = self.situation().chosen
        if record is not None:
            self._choose_addition(add.TO_RECORD.get(record.kind, ()), record)

    def _choose_addition(self, additions: tuple[add.Addition, ...], record: Record | None) -> None:
        from portfolio.tui.dialogs.pick import PickDialog

        _, by_id = self.words, {addition.id: addition for addition in additions}

        def picked(key: str | None) -> None:
            if key is not None:
                self._add(by_id[key], record)

        if not additions:
            self.begin("note")
        elif len(additions) == 1:
            picked(additions[0].id)
        else:
            self.app.push_screen(PickDialog(_("What do you want to add?"), add.options(additions, _)), picked)

    def _add(self, addition: add.Addition, record: Record | None) -> None:
        given = add.tied(addition, record)
        if addition.closes and record is not None:
            self.go_on(self.new_writing(addition.kind, addition.template, given)._replace(closes=record.id))
        else:
            self.write_new(addition.kind, addition.template, **given)

    def choose_action(self) -> None:
        """What can be done with the record, each with its key: whoever knows the arrows and enter needs no other."""
        from portfolio.tui.dialogs.options import Option
        from portfolio.tui.dialogs.pick import PickDialog
        from portfolio.tui.keymap import table

        _, keys, situation = self.words, self.services.state.keys, self.situation()
        can = [a for a in table.at(self.WHERE) if a.id in _WITH_A_RECORD and a.available(situation)]
        options = [Option(a.id, capital(_.context(*a.label)), keys.get(a.id, ""), _(a.help)) for a in can]

        def picked(action: str | None) -> None:
            if action is not None:
                self.call_later(self.run_action, action)

        self.app.push_screen(PickDialog(_("What do you want to do with it?"), options), picked)

    def action_edit(self) -> None:
        """Change what the cursor is on; what was said in a rating stays, so a new one begins with it."""
        record = self.situation().chosen
        if isinstance(record, Rating):
            told = self.words("What was said then stays as it was; this is a new rating.")
            self.services.status.say(told, "muted")
            self.write_new("rating", skill=record.skill)
        elif record is not None and self.look is not None:
            self.go_on(self.to_change(record).asked(""))

    def action_versions(self) -> None:
        """Show both versions of a text that was changed on two computers, to choose."""
        record = self.situation().chosen
        if record is not None:
            self.services.navigator.show("versions", record.id)

    def action_state(self) -> None:
        """How it stands now: a step is done or not, anything else is chosen."""
        record = self.situation().chosen
        if isinstance(record, Step) and self.look is not None:
            changes.set_fields(
                self.services, record.id, record.kind, state_options.checked_off(record, self.look.today)
            )
        elif record is not None:
            from portfolio.tui.records.state import choose_state

            flow.start(self, choose_state, self, record)

    def action_link(self) -> None:
        """Link it with a goal, a skill, a person or evidence."""
        record = self.situation().chosen
        if record is not None:
            self.link_all((record,))

    def link_all(self, records: Sequence[Record]) -> None:
        """Link these records with the same thing."""
        from portfolio.notebook.entries import of_record
        from portfolio.tui.writing.link import link_into

        if self.look is None:
            return

        def linked(field: str, line: str, now: bool) -> None:
            changes.link(self.services, tuple(record.id for record in records), field, line, linked=now)

        link_into(self, [of_record(record) for record in records], self.look, linked)

    def action_tags(self) -> None:
        """Give a tag, or take one off."""
        record = self.situation().chosen
        if record is not None:
            self.tag_all((record,))

    def tag_all(self, records: Sequence[Record]) -> None:
        """Give these records the same tag, or take it off all of them."""
        from portfolio.tui.records.tags import choose_tag

        self.run_worker(choose_tag(self, records), exclusive=True, group="tags")

    def action_share(self) -> None:
        """The other way round than it is."""
        from portfolio.tui.records.share import make_shareable

        record = self.situation().chosen
        if record is not None and record.shareable:
            changes.set_shareable(self.services, (record.id,), False)
        elif record is not None:
            flow.start(self, make_shareable, self, record)

    def action_delete(self) -> None:
        """Delete what the cursor is on."""
        record = self.situation().chosen
        if record is not None:
            from portfolio.tui.records.delete import delete

            delete(self, (record,))

    def action_open_location(self) -> None:
        """Open what a location points to, after showing where that is."""
        from portfolio.tui.records.location import open_what_it_points_to

        chosen = self.situation().chosen
        self.run_worker(open_what_it_points_to(self, chosen), exclusive=True, group="open location")

    def action_deepen(self) -> None:
        """Go on with a story, make one of a note, work with feedback, prepare a talk, or act on what was agreed."""
        from portfolio.tui.records import conversation, feedback, follow_up, story

        record = self.situation().chosen
        if isinstance(record, Reflection):
            story.go_on_with_story(self, record)
        elif isinstance(record, Feedback):
            feedback.work_with(self, record)
        elif isinstance(record, Conversation):
            conversation.prepare_talk(self, record)
        elif isinstance(record, Agreement):
            follow_up.offer_becoming(self, record)

    def action_texts(self) -> None:
        """A text about it to send to someone."""
        record = self.situation().chosen
        if record is not None:
            from portfolio.tui.records.send import offer_texts

            offer_texts(self, record)

    def action_split(self) -> None:
        """Split feedback over skills."""
        record = self.situation().chosen
        if isinstance(record, Feedback):
            self.services.navigator.show("split", record.id)

    def action_short_version(self) -> None:
        """A short version of a story, to share."""
        record = self.situation().chosen
        if isinstance(record, Reflection):
            from portfolio.tui.records.story import write_short_version

            write_short_version(self, record)
