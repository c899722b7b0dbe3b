"""A list of records with a filter, of which several can be marked: what is marked is what an action is about."""

from __future__ import annotations

from collections.abc import Sequence

from portfolio.records.record import Record
from portfolio.tui.dialogs.filter_rows import filter_words
from portfolio.tui.keymap.conditions import ActionContext
from portfolio.tui.records import changes
from portfolio.tui.records.record_list import RecordList
from portfolio.tui.render.filter import ListFilter
from portfolio.tui.services.state import AppState
from portfolio.tui.shell.flow import start_flow


class MarkedList(RecordList):
    """The list of a place."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        """Everything is listed, nothing is marked."""
        super().__init__(id=id)
        self.filter = ListFilter()
        self.marked: frozenset[str] = frozenset()
        self._alone = True

    @property
    def meant(self) -> Sequence[Record]:
        """The records that are marked, else the one under the cursor."""
        return self.marked_records or super().meant

    @property
    def marked_records(self) -> Sequence[Record]:
        """The records that are marked."""
        look = self.here.look
        found = map(look.records.get, sorted(self.marked)) if look is not None else ()
        return tuple(record for record in found if record is not None)

    def in_context(self, situation: ActionContext) -> ActionContext:
        """The situation with the records that are meant."""
        situation, marked = super().in_context(situation), self.marked_records
        if len(marked) == 1:
            return situation._replace(chosen=marked[0])
        return situation._replace(chosen=None, marked=tuple(r.kind for r in marked)) if marked else situation

    def keep_to(self, look: AppState) -> None:
        """Forget the marks of what is gone; all of it when someone begins to look on, since a tag can be private."""
        if self._alone and not look.alone:
            self.filter, self.marked = ListFilter(), frozenset()
        self._alone = look.alone
        self.marked = frozenset(each for each in self.marked if look.records.get(each) is not None)

    @property
    def narrowed(self) -> bool:
        """Whether escape leads to more: records are marked, or the list has a filter or an order."""
        return bool(self.marked) or self.filter != ListFilter()

    def widen(self) -> None:
        """From marked to unmarked, from a filter to everything."""
        if self.marked:
            self.marked = frozenset()
        else:
            self.filter = ListFilter()

    def mark(self) -> bool:
        """Mark the row under the cursor, or unmark it. False where there is none."""
        if self.key:
            self.marked = self.marked ^ {self.key}
        return bool(self.key)

    def action_with_record(self, action: str) -> None:
        """Do this with what is meant; sharing what is marked asks first how many change."""
        if action == "share" and self.marked_records:
            start_flow(self, _share_marked, self)
        else:
            super().action_with_record(action)


def words_above(marked_list: MarkedList, look: AppState, shown: int, kinds: Sequence[str]) -> str:
    """How many of these kinds are left out and how many are marked; `shown` records are listed."""
    _, parts = look.words, []
    if marked_list.filter.narrows or marked_list.filter.order:
        everything = sum(len(look.records.of_kind(kind)) for kind in kinds)
        parts.append(filter_words(marked_list.filter, look, shown, everything))
    if marked_list.marked:
        marked = _("{marked} marked: {share} share, {link} link, {tags} tag, {delete} delete, esc unmark")
        parts.append(marked.format(marked=len(marked_list.marked), **look.keys))
    return " · ".join(parts)


async def _share_marked(marked_list: MarkedList) -> None:
    records, _ = marked_list.marked_records, marked_list.here.words
    private = tuple(r.id for r in records if not r.shareable)
    shared = tuple(r.id for r in records if r.shareable)
    answers = [("back", _("Leave them as they are"))]
    if private:
        words = _.plural("Make {n} shareable", "Make {n} shareable", len(private))
        answers.append(("share", words))
    if shared:
        answers.append(("hide", _.plural("Make {n} private", "Make {n} private", len(shared))))
    question = _("{all} marked: {private} private, {shared} shareable. What do you want?").format(
        all=len(records), private=len(private), shared=len(shared)
    )
    answer = await marked_list.here.choose(question, answers)
    if answer in ("share", "hide"):
        marked_list.marked = frozenset()
        ids = private if answer == "share" else shared
        changes.set_shareable(marked_list.here.services, ids, answer == "share")
