"""A list filter in words: as a line above the list, and as rows to change it."""

from __future__ import annotations

from collections.abc import Iterable

from portfolio.capture.options import Option, named, tags_of
from portfolio.present.titles import heading
from portfolio.sanitise import clean_line
from portfolio.tui.render.filter import ORDERS, SEEN, ListFilter, years_of
from portfolio.tui.services.state import AppState
from portfolio.tui.text.spans import Span
from portfolio.tui.widgets.rows import Row
from portfolio.wording import Words
from portfolio.wording.names import capital, field_label, kind_name

PARTS = ("tag", "goal", "skill", "person", "period", "seen", "order")
"""Parts of a filter, in the order of the dialog."""


def part_label(part: str, _: Words) -> str:
    """Return the label of a part."""
    return {
        "tag": _("Tag"),
        "goal": capital(kind_name("goal", _)),
        "skill": capital(kind_name("skill", _)),
        "person": capital(kind_name("person", _)),
        "period": _("Period"),
        "seen": field_label("shareable", _),
        "order": _("Order"),
    }[part]


def part_words(part: str, value: str, state: AppState) -> str:
    """Return the value of a part in words."""
    _ = state.words
    if part == "order":
        order = ORDERS.get(value) or next(iter(ORDERS.values()))
        return _(order)
    if part == "seen":
        return _(SEEN[value])
    if not value:
        return _("all")
    if part in ("goal", "skill", "person"):
        record = state.records.get(value)
        return heading(record, state.records, _) if record is not None else _("all")
    if part == "period" and not value.isdigit():
        return _("the last month") if value == "month" else _("the last three months")
    return clean_line(value)


def filter_rows(showing: ListFilter, state: AppState) -> list[Row]:
    """Return a row per part with its value, then the rows to apply and to clear the filter."""
    _ = state.words
    wide = max(len(part_label(part, _)) for part in PARTS) + 2
    rows = []
    for part in PARTS:
        value = getattr(showing, part)
        label = Span(part_label(part, _).ljust(wide), "muted")
        rows.append(Row(part, (label, Span(part_words(part, value, state), "accent" if value else "text"))))
    return [
        *rows,
        Row(),
        Row("done", (Span(_("Show it"), bold=True),)),
        Row("all", (Span(_("Show everything again")),)),
    ]


def part_options(part: str, kinds: Iterable[str], state: AppState) -> list[Option]:
    """Return the possible values of a part; the first is its default."""
    _ = state.words
    nothing = Option("", _("all"))
    match part:
        case "tag":
            return [nothing, *(Option(tag, clean_line(tag)) for tag in tags_of(state))]
        case "goal" | "skill" | "person":
            return [nothing, *named(part, state)]
        case "period":
            years = years_of(r for kind in kinds for r in state.records.of_kind(kind))
            near = [Option(key, part_words("period", key, state)) for key in ("month", "quarter")]
            return [nothing, *near, *(Option(year, year) for year in years)]
        case "seen":
            return [Option(key, _(words)) for key, words in SEEN.items()]
    return [Option("" if key == "newest" else key, _(words)) for key, words in ORDERS.items()]


def filter_words(showing: ListFilter, state: AppState, shown: int, everything: int) -> str:
    """Return the line above a list: the filter, and how many of all records it shows."""
    _ = state.words
    parts = [part_words(part, getattr(showing, part), state) for part in PARTS if getattr(showing, part)]
    count = _("{n} of {all}").format(n=shown, all=everything) if showing.narrows else ""
    return " · ".join(part for part in (*parts, count) if part)
