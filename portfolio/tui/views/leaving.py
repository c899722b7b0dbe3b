"""What would leave, as a list by kind; and the document as it is, sign by sign."""

from __future__ import annotations

from portfolio.records.kinds import TABLES
from portfolio.sanitise import clean, clean_line
from portfolio.tui.layout import Line, Span, wrap
from portfolio.tui.leaving import Leaving
from portfolio.tui.widgets.rows import Row
from portfolio.wording import Words
from portfolio.wording.dates import period_in_words
from portfolio.wording.names import capital, choice_label, kind_name, kind_plural


def item_rows(leaving: Leaving, _: Words, width: int) -> list[Row]:
    """The rows of the list."""
    made = leaving.preview
    form = capital(choice_label("sort", made.sort, _, "export"))
    language = choice_label("language", made.language, _)
    rows = [
        Row(left=(Span(form, "accent", bold=True), Span(f" · {language}", "muted"))),
        Row(left=(Span(period_in_words(leaving.period.since, leaving.period.until, _), "muted"),)),
        Row(),
    ]
    if not made.items:
        told = _(
            "Nothing is shareable yet. In Reflections, Goals, Feedback and Skills the key s makes what the cursor is "
            "on shareable. All else stays with you."
        )
        return [*rows, *(Row(left=(Span(line, "muted"),)) for line in wrap(told, max(width, 20)))]
    told = _("This would leave, and nothing else:")
    rows.append(Row(left=(Span(told),)))
    for kind in TABLES:
        found = sorted((i for i in made.items if i.kind == kind), key=lambda item: (item.title, item.id))
        if not found:
            continue
        name = kind_name(kind, _) if len(found) == 1 else kind_plural(kind, _)
        rows.append(Row(left=(Span(f"{len(found)} {name}", "shareable"),)))
        titles = [" ".join(clean_line(item.title).split()) for item in found]
        rows += [Row(item.id, (Span("· ", "muted"), Span(t))) for item, t in zip(found, titles, strict=True) if t]
    if made.persons:
        rows.append(Row())
        people = ", ".join(clean_line(name) for name in made.persons)
        told = _("People are called: {people}").format(people=people)
        rows += [Row(left=(Span(line, "muted"),)) for line in wrap(told, max(width, 20))]
    return rows


def document_lines(text: str, width: int) -> list[Line]:
    """The document, a long line wrapped; headings stand out, and every sign is there."""
    lines: list[Line] = []
    for line in clean(text).split("\n"):
        heading = line.startswith("#")
        indent = " " * min(_indent(line), width // 2)
        first, *rest = wrap(line, width)
        if rest:
            first, *rest = wrap(line, width - len(indent))
        parts = [first, *(indent + part for part in rest)]
        lines += [(Span(part, "accent" if heading else "text", heading),) for part in parts]
    return lines


def _indent(line: str) -> int:
    """Where the words of a list item begin, so that a wrapped one stays in its column."""
    words = line.lstrip(" ")
    return len(line) - len(words) + (2 if words.startswith(("- ", "* ")) else 0)
