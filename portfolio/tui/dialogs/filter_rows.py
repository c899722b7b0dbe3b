"""A filter in words: what is asked, as a line above a list and as rows to change."""

from __future__ import annotations

from collections.abc import Iterable

from portfolio.present.titles import heading
from portfolio.sanitise import clean_line
from portfolio.tui.dialogs.options import Option, named, tags_of
from portfolio.tui.render.filter import ORDERS, SEEN, ListFilter, years_of
from portfolio.tui.services.state import AppState
from portfolio.tui.text.spans import Span
from portfolio.tui.widgets.rows import Row
from portfolio.wording import Words
from portfolio.wording.names import capital, field_label, kind_name

PARTS = ("tag", "goal", "skill", "period", "seen", "order")
"""What can be asked, in the order of the dialog."""


def part_label(part: str, _: Words) -> str:
    """What a part of a filter is called."""
    return {
        "tag": _("Tag"),
        "goal": capital(kind_name("goal", _)),
        "skill": capital(kind_name("skill", _)),
        "period": _("Period"),
        "seen": field_label("shareable", _),
        "order": _("Order"),
    }[part]


def part_words(part: str, value: str, look: AppState) -> str:
    """What is asked in a part, in words."""
    _ = look.words
    if part == "order":
        order = ORDERS.get(value) or next(iter(ORDERS.values()))
        return _(order)
    if part == "seen":
        return _(SEEN[value])
    if not value:
        return _("all")
    if part in ("goal", "skill"):
        record = look.records.get(value)
        return heading(record, look.records, _) if record is not None else _("all")
    if part == "period" and not value.isdigit():
        return _("the last month") if value == "month" else _("the last quarter")
    return clean_line(value)


def filter_rows(showing: ListFilter, look: AppState) -> list[Row]:
    """Every part with what is asked in it, then the way to everything."""
    _ = look.words
    wide = max(len(part_label(part, _)) for part in PARTS) + 2
    rows = []
    for part in PARTS:
        value = getattr(showing, part)
        label = Span(part_label(part, _).ljust(wide), "muted")
        rows.append(Row(part, (label, Span(part_words(part, value, look), "accent" if value else "text"))))
    return [
        *rows,
        Row(),
        Row("done", (Span(_("Show it"), bold=True),)),
        Row("all", (Span(_("Show everything again")),)),
    ]


def part_options(part: str, kinds: Iterable[str], look: AppState) -> list[Option]:
    """What can be asked in a part; the first asks nothing."""
    _ = look.words
    nothing = Option("", _("all"))
    match part:
        case "tag":
            return [nothing, *(Option(tag, clean_line(tag)) for tag in tags_of(look))]
        case "goal" | "skill":
            return [nothing, *named(part, look)]
        case "period":
            years = years_of(r for kind in kinds for r in look.records.of_kind(kind))
            near = [Option(key, part_words("period", key, look)) for key in ("month", "quarter")]
            return [nothing, *near, *(Option(year, year) for year in years)]
        case "seen":
            return [Option(key, _(words)) for key, words in SEEN.items()]
    return [Option("" if key == "newest" else key, _(words)) for key, words in ORDERS.items()]


def filter_words(showing: ListFilter, look: AppState, shown: int, everything: int) -> str:
    """The line above a list: what is asked and how much of everything that is."""
    _ = look.words
    parts = [part_words(part, getattr(showing, part), look) for part in PARTS if getattr(showing, part)]
    count = _("{n} of {all}").format(n=shown, all=everything) if showing.narrows else ""
    return " · ".join(part for part in (*parts, count) if part)
