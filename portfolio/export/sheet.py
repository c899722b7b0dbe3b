"""The preparation sheet as a document; its first line says that it is private."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from portfolio.export.document import Block, Bullets, Document, Heading, Paragraph, Strong
from portfolio.export.persons import with_whom
from portfolio.export.prose import one_line, prose
from portfolio.export.section_context import brief, bullets
from portfolio.journey.prompts.sheet import Sheet
from portfolio.journey.views.readiness import Promise
from portfolio.pictures.phrases import who_words
from portfolio.pictures.progress import differences, since_heading
from portfolio.wording import Words
from portfolio.wording.dates import day_in_full, day_short
from portfolio.wording.names import capital, choice_label, field_label
from portfolio.wording.sheet import LIKELY, OWN, PROMPTS


def document(view: Sheet, _: Words) -> Document:
    """The sheet in the order of a conversation; empty parts are left out, open questions are asked at the end."""
    blocks: list[Block] = [Paragraph((_("PRIVATE – preparation sheet, for myself"),))]
    blocks += [Heading(1, (_title(view, _),)), *_facts(view, _)]
    examples = (f"{day_short(e.date, _)} · {brief(e.text)}{_evidence_count(e.evidence, _)}" for e in view.examples)
    more = {"examples": [*examples], "needs": [one_line(need) for need in view.needs]}
    for prompt in OWN:
        if prompt.key == "points":  # points from last time come before new ones
            if view.since_then is not None:
                lines = [one.words for one in differences(view.since_then, _)]
                blocks += _section(since_heading(view.since_then, _), "", lines)
            blocks += _section(_("What was agreed, on both sides"), "", [_promise(p, _) for p in view.agreements])
        if prompt.key == "hard":
            blocks += _likely(view, _)
        blocks += _section(_(prompt.label), view.answers.get(prompt.key, ""), more.get(prompt.key, []))
    known = {prompt.key for prompt in PROMPTS}
    for key in sorted(view.answers.keys() - known):  # the user's own key, or a key of a later version
        blocks += [Heading(2, (one_line(key),)), *prose(view.answers[key])]
    open_ones = [_(prompt.question) for prompt in PROMPTS if prompt.key not in view.answers]
    blocks += _section(_("Still to think about"), "", open_ones)
    return Document(_.language, tuple(blocks))


def _title(view: Sheet, _: Words) -> str:
    sort = capital(choice_label("sort", view.sort, _, kind="conversation"))
    if view.who is None:
        return sort
    return _("{conversation} with {person}").format(conversation=sort, person=with_whom(who_words(view.who, _), _))


def _facts(view: Sheet, _: Words) -> Iterator[Block]:
    facts = [(field_label("date", _), day_in_full(view.date, _))]
    if view.place:
        facts.append((field_label("place", _, "conversation"), one_line(view.place)))
    label = field_label("consequences", _, "conversation")
    facts.append((label, choice_label("consequences", view.consequences, _, kind="conversation")))
    yield Bullets(tuple((Paragraph((Strong(f"{name}:"), f" {words}")),) for name, words in facts))


def _likely(view: Sheet, _: Words) -> list[Block]:
    asked = [prompt for prompt in LIKELY if prompt.key in view.answers]
    blocks: list[Block] = [Heading(2, (_("What they will probably ask"),))] if asked else []
    for prompt in asked:
        blocks += [Heading(3, (_(prompt.question),)), *prose(view.answers[prompt.key])]
    return blocks


def _section(heading: str, text: str, lines: Sequence[str]) -> list[Block]:
    """A text and the lines beside it under a heading; empty when there is neither."""
    made = [*prose(text), *bullets((Paragraph((line,)),) for line in lines)]
    return [Heading(2, (heading,)), *made] if made else []


def _evidence_count(count: int, _: Words) -> str:
    return f" ({_.plural('{n} piece of evidence', '{n} pieces of evidence', count)})" if count else ""


def _promise(promise: Promise, _: Words) -> str:
    owner = choice_label("owner", promise.owner, _, "agreement") if promise.owner else ""
    due = _("by {day}").format(day=day_short(promise.due, _)) if promise.due else ""
    about = ", ".join(part for part in (owner, due, choice_label("state", promise.state, _, "agreement")) if part)
    return f"{one_line(promise.text)} ({about})"


__all__ = ["document"]
