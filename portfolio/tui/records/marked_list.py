"""A list of records with a filter and marks: actions apply to the marked records."""

from __future__ import annotations

from collections.abc import Sequence

from portfolio.records.record import Record
from portfolio.tui.dialogs.filter_rows import filter_words
from portfolio.tui.keymap.conditions import ActionContext
from portfolio.tui.records.record_list import RecordList
from portfolio.tui.records.share import set_shareable
from portfolio.tui.render.filter import ListFilter
from portfolio.tui.services.state import AppState
from portfolio.tui.shell.flow import start_flow


class MarkedList(RecordList):
    """The list of a place, with its filter and marks."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        """Start without filter and marks."""
        super().__init__(id=id)
        self.filter = ListFilter()
        self.marked: frozenset[str] = frozenset()
        self._alone = True

    @property
    def meant(self) -> Sequence[Record]:
        """The marked records, else the record under the cursor."""
        return self.marked_records or super().meant

    @property
    def marked_records(self) -> Sequence[Record]:
        """The marked records that are visible now."""
        state = self.here.state
        found = map(state.records.get, sorted(self.marked)) if state is not None else ()
        return tuple(record for record in found if record is not None)

    def in_context(self, context: ActionContext) -> ActionContext:
        """Return the context, completed with the marked records; without marks, with the one under the cursor."""
        context, marked = super().in_context(context), self.marked_records
        if len(marked) == 1:
            return context._replace(chosen=marked[0])
        return context._replace(chosen=None, marked=tuple(r.kind for r in marked)) if marked else context

    def keep_to(self, state: AppState) -> None:
        """Remove the marks of records that are gone, and let the filter follow the records.

        When Over the shoulder begins, remove all marks and the filter, since a tag can be private.
        """
        if self._alone and not state.alone:
            self.filter, self.marked = ListFilter(), frozenset()
        self._alone = state.alone
        self.filter = self.filter.looking_at(state.records)
        self.marked = frozenset(each for each in self.marked if state.records.get(each) is not None)

    @property
    def narrowed(self) -> bool:
        """Whether Escape removes something: marks, a filter or an order."""
        return bool(self.marked) or self.filter != ListFilter()

    def widen(self) -> None:
        """Remove the marks; without marks, the filter and order."""
        if self.marked:
            self.marked = frozenset()
        else:
            self.filter = ListFilter()

    def mark(self) -> bool:
        """Mark or unmark the row under the cursor. False when there is none."""
        if self.key:
            self.marked = self.marked ^ {self.key}
        return bool(self.key)

    def mark_all(self) -> None:
        """Mark every record of the list; when all are marked, none."""
        state, keys = self.here.state, (self.source.key(n) for n in range(len(self.source)))
        found = frozenset(k for k in keys if k and state is not None and state.records.get(k) is not None)
        self.marked = frozenset() if found <= self.marked else found

    def action_with_record(self, action: str) -> None:
        """Run an action on the records; sharing marked records asks first which of them to change."""
        if action == "share" and self.marked_records:
            start_flow(self, _share_marked, self)
        else:
            super().action_with_record(action)


def words_above(marked_list: MarkedList, state: AppState, shown: int, kinds: Sequence[str]) -> str:
    """Return the line above the list: the filter, with how many of the records are `shown`, and the number of marks.

    `kinds` are the kinds that the list shows without a filter.
    """
    _, parts = state.words, []
    if marked_list.filter.narrows or marked_list.filter.order:
        everything = sum(len(state.records.of_kind(kind)) for kind in kinds)
        parts.append(filter_words(marked_list.filter, state, shown, everything))
    if marked_list.marked:
        marked = _("{marked} marked: {share} share, {link} link, {tags} tag, {delete} delete, esc unmark")
        parts.append(marked.format(marked=len(marked_list.marked), **state.keys))
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
        set_shareable(marked_list.here.services, ids, answer == "share")
