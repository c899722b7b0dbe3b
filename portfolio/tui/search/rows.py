"""Rows of the search results, with the matching line below a record whose name does not show it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from portfolio.journey.fold import fold
from portfolio.journey.search.conditions import unclear, unknown_term
from portfolio.journey.search.linked_names import linked_names
from portfolio.journey.search.record_pages import Found
from portfolio.journey.search.search import Query, best_place
from portfolio.journey.search.snippet import Snippet, around, snippet, stretch
from portfolio.journey.sharing.shown import own_day
from portfolio.present.titles import heading
from portfolio.records.record import Record
from portfolio.sanitise import clean_line
from portfolio.text import cut, pad, wrap
from portfolio.tui.render.columns import GAP, DayColumn, widest
from portfolio.tui.render.privacy import beside
from portfolio.tui.services.state import AppState
from portfolio.tui.text.spans import EMPTY, PAGE, Line, Span, width_of
from portfolio.tui.widgets.rows import Row
from portfolio.wording import Words
from portfolio.wording.names import kind_name
from portfolio.wording.search import UNKNOWN_TERM, nothing_found, unclear_term

MORE: Final = "more"
"""Key of the row that shows more results."""
MEANT: Final = "meant:"
"""Prefix of the key of a row that searches for other words instead."""
_SCROLLBAR: Final = 1
"""Cells kept free for a scroll bar, which must not cover a match."""


class Hits(NamedTuple):
    """The results of a query."""

    query: Query
    found: Found = Found()
    total: int | None = None
    """Number of matches, once counted."""
    near: tuple[str, ...] = ()
    """What can be searched for instead, when there are no matches."""


def hit_rows(hits: Hits, state: AppState, width: int) -> list[Row]:
    """Return the rows of the results, for `width` cells."""
    return list(_rows(hits, state, width))


def _rows(hits: Hits, state: AppState, width: int) -> Iterator[Row]:
    _, records = state.words, hits.found.records
    wrong = unclear(hits.query)
    if records and wrong is not None and wrong.value.strip("0123456789-"):  # a day that is being typed is only digits
        said = wrap(_unclear(hits.query, _), min(max(width, 20), PAGE))
        yield from (Row(left=(Span(line, "accent"),)) for line in said)
        yield Row()
    days = DayColumn(map(own_day, records), state.today, _)
    kinds = [kind_name(record.kind, _) for record in records]
    wide = widest(kinds)
    first_inside = len(records) - hits.found.inside
    for number, (record, kind) in enumerate(zip(records, kinds, strict=True)):
        if number == first_inside:
            if number:
                yield Row()
            yield Row(left=(Span(_("Inside a longer word"), "muted"),))
        before = Span(f"{days.of(own_day(record))}{pad(kind, wide + GAP)}", "muted")
        yield from _row(record, before, hits.query, state, width)
    if hits.found.more:
        yield Row()
        yield Row(MORE, (Span(_more(hits, _), "accent"),))


def _more(hits: Hits, _: Words) -> str:
    left = (hits.total or 0) - len(hits.found.records)
    if left <= 0:
        return _("There are more: show them")
    return _.plural("{n} more: show it", "{n} more: show more of them", left)


def _row(record: Record, before: Span, query: Query, state: AppState, width: int) -> Iterator[Row]:
    right = beside(record, state.words)
    room = max(width - width_of((before,)) - width_of(right) - GAP, 0)
    called = cut(heading(record, state.records, state.words), room)
    yield Row(record.id, (before, *_marked(called, query)), right)
    unseen = [word for word in query.words if best_place(fold(called), word) < 0]
    indent = width_of((before,))
    where = _where(record, unseen, state, width - indent - _SCROLLBAR) if unseen else None
    if where is not None:
        words = (Span(where.before, "muted"), Span(where.found, "match"), Span(where.after, "muted"))
        yield Row(left=(Span(" " * indent), *words), under=record.id)


def _where(record: Record, unseen: Sequence[str], state: AppState, width: int) -> Snippet | None:
    """Return the line of the record with one of these words, else the name of the person that is linked with it."""
    found = snippet(record, unseen, width)
    if found is None:
        people = [clean_line(name) for name in linked_names(state.records)(record)]
        named = ((word, name) for word in unseen for name in people if best_place(fold(name), word) >= 0)
        found = next((around(name, word, width) for word, name in named), None)
    return found


def _marked(text: str, query: Query) -> Line:
    """Return the text with the first query word marked."""
    for word in query.words:
        found = stretch(text, word)
        if found is not None:
            start, end = found
            return (Span(text[:start]), Span(text[start:end], "match"), Span(text[end:]))
    return (Span(text),)


def _unclear(query: Query, _: Words) -> str:
    """Return the sentence about a term that asks nothing, since its value is no day or no kind; empty without one."""
    wrong = unclear(query)
    return _(unclear_term(wrong.name)).format(value=clean_line(wrong.value)) if wrong is not None else ""


def how_many(hits: Hits, _: Words) -> str:
    """Return the number of results in a few words."""
    n = len(hits.found.records)
    if not hits.found.more:
        return _.plural("{n} found", "{n} found", n)
    if hits.total is None:
        return _("the first {n}").format(n=n)
    return _("the first {n} of {total}").format(n=n, total=hits.total)


def no_hits_rows(hits: Hits, state: AppState, width: int) -> list[Row]:
    """Return the text shown without results: how to search, or that nothing matches."""
    _ = state.words
    if hits.query:
        sentences = [nothing_found(hits.query.words, _)]
        wrong, unknown = _unclear(hits.query, _), unknown_term(hits.query)
        if wrong:
            sentences = [wrong]
        elif unknown is not None:
            sentences.append(_(UNKNOWN_TERM).format(value=clean_line(unknown)))
        elif hits.near:
            sentences.append(_("Did you mean:"))
        elif len(hits.query.words) > 1:
            sentences.append(_("Use fewer words to find more."))
        else:
            sentences.append(_("Use a part of the word to find more."))
    else:
        sentences = [
            _("Type a word. You search everything you wrote: notes, goals, feedback, skills, people.")
            if state.alone
            else _("Type a word. You search only what is shareable."),
            _("Part of a word is enough. Quotes keep words together; a minus before a word leaves it out."),
            _("Narrow it with tag:, person:, goal:, skill:, kind:, since: or until:, as in since:2025-03."),
            _("Press ↓ or enter to go to the results; enter opens one, esc goes back."),
        ]
    lines = [line for sentence in sentences for line in (*wrap(sentence, min(max(width, 20), PAGE)), "")]
    near = [Row(f"{MEANT}{words}", (Span(clean_line(words), "accent"),)) for words in hits.near]
    return [Row(), *(Row(left=(Span(line, "muted"),) if line else EMPTY) for line in lines), *near]
