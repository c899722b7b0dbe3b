"""The sections on other people: how they see it, what is asked of them, and what was agreed; and that on strengths."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

from portfolio.export.document import BETWEEN, Block, Quote, Quotes, Request, Requests
from portfolio.export.prose import one_line
from portfolio.export.section_context import Section, SectionContext, facts, has_words, in_short, labelled
from portfolio.export.sections.glance import first_chosen
from portfolio.export.sections.glance import needs as not_promised
from portfolio.journey.facts.need_answer import need_answer
from portfolio.records.conversations import Agreement, Conversation, Need
from portfolio.records.feedback import Feedback
from portfolio.records.persons import Profile
from portfolio.records.reflections import Reflection
from portfolio.wording import Words
from portfolio.wording.names import choice_label, field_label
from portfolio.wording.outline import own_label

_SETTLED: Final = ("done", "dropped")
_QUOTED: Final = 40
"""Words of a quotation on the first page."""
_WORDS: Final = 30
"""Words of strengths, motives and ambition in a portfolio: a plan has them in whole."""
_QUESTION: Final = 30
"""Words of a point to discuss on the first page."""


def how_others_see_it(context: SectionContext) -> Section:
    """One strength and one suggestion, with what the user did with it."""
    found = _on_page_one(context)
    quotes = (Quotes(tuple(_quote(context, each, in_short(each.what, _QUOTED)) for each in found)),) if found else ()
    return Section("feedback", quotes, tuple(each.id for each in found))


def more_feedback(context: SectionContext) -> Section:
    """The newest of the other feedback, in whole."""
    first = _on_page_one(context)
    rest = context.newest("feedback", [each for each in context.shared.records.of(Feedback) if each not in first])
    quotes = (Quotes(tuple(_quote(context, each, one_line(each.what), whole=True) for each in rest)),) if rest else ()
    title = context.words("More feedback") if first else None
    return Section("feedback", quotes, tuple(each.id for each in rest), title=title)


def _on_page_one(context: SectionContext) -> list[Feedback]:
    """The newest strength, and the newest suggestion that something was done with, else the newest suggestion."""
    found = context.shared.records.of(Feedback)
    tips = [each for each in found if each.sort == "tip"]
    used = [each for each in tips if has_words(each.if_then)]
    tops = [each for each in found if each.sort in ("top", "both") or not each.sort]
    return [*tops[-1:], *(used or tips)[-1:]]


def _quote(context: SectionContext, feedback: Feedback, text: str, *, whole: bool = False) -> Quote:
    """The words with who gave them and when; with `whole` also the sort and the situation."""
    _ = context.words
    parts = [context.who(feedback.from_), context.day(feedback.date)]
    if whole:
        parts.append(choice_label("sort", feedback.sort, _, kind="feedback") if feedback.sort else "")
        parts.append(one_line(feedback.situation or ""))
    label = own_label("if_then", _, kind="feedback")
    after = f"{label}: {one_line(feedback.if_then)}" if has_words(feedback.if_then) else ""
    return Quote(text, " · ".join(part for part in parts if part), after)


def strengths_and_motivation(context: SectionContext) -> Section:
    """Strengths, motives and ambition from the profile."""
    profile = next(iter(context.shared.records.of(Profile)), None)
    texts: list[tuple[Block, ...]] = []
    for field in ("strengths", "motives", "ambition"):
        text = getattr(profile, field) if profile else None
        if has_words(text):
            words = in_short(text, _WORDS) if context.sort == "portfolio" else text
            texts.append(labelled(field_label(field, context.words), words))
    return Section("strengths", facts(texts), (profile.id,) if profile and texts else ())


def what_i_ask(context: SectionContext) -> Section:
    """Needs, each with room for an answer; first what the user put first."""
    chosen = first_chosen(context, "need")
    own = [_asked(context, line.words) for line in chosen if not line.id]
    needs = context.first("needs", _first([line.id for line in chosen], not_promised(context)))
    asked = (*own, *(_asked(context, _need(context, need)) for need in needs))
    return Section("needs", (Requests(asked),) if asked else (), tuple(need.id for need in needs))


def _first(chosen: Iterable[str], needs: Iterable[Need]) -> list[Need]:
    """The needs with the chosen ones first."""
    first = list(chosen)
    return sorted(needs, key=lambda need: need.id not in first)


def _need(context: SectionContext, need: Need) -> str:
    """A need, and that it was refused before, with the day if known."""
    answer = need_answer(need.answer)
    if answer is None:
        return one_line(need.text)
    refused = [context.words("refused"), *([context.day(answer.on)] if answer.on else [])]
    return f"{one_line(need.text)} ({', '.join(refused)})"


def _asked(context: SectionContext, words: str) -> Request:
    _ = context.words
    return Request(words, (_("yes"), _("no")), _("from: ……"))


def points_in_short(context: SectionContext) -> Section:
    """The points to discuss, each as a question with room for the decision."""
    _ = context.words
    points = context.first("discuss", _points(context))
    asked = tuple(Request(_question(point), (), _("decision: ……")) for point in points)
    title = "" if "needs" in context.shown and what_i_ask(context).blocks else None
    return Section("discuss", (Requests(asked),) if asked else (), tuple(point.id for point in points), title=title)


def _points(context: SectionContext) -> list[Reflection]:
    elsewhere = [r for places in ("stories", "shared_knowledge") for r in context.routes.of(places)]
    return [*context.routes.of("discuss"), *(r for r in elsewhere if r.id in context.shared.discuss)]


def _question(point: Reflection) -> str:
    """The first question in a point, else its title, else its first sentence."""
    for _key, text in point.in_order():
        sentences = one_line(text).replace("? ", "?\n").replace(". ", ".\n").split("\n")
        asked = next((each for each in sentences if each.endswith("?")), "")
        if asked and len(asked.split()) <= _QUESTION:
            title = one_line(point.title or "")
            if not title or title == asked:
                return asked
            return f"{title} {asked}" if title[-1] in "?!:" else f"{title.removesuffix('.')}: {asked}"
    if has_words(point.title):
        return one_line(point.title)
    return next((in_short(text, _QUESTION) for _key, text in point.in_order()), "")


def agreements_in_short(context: SectionContext) -> Section:
    """The agreements with who does what by when: what became of the earlier ones first.

    Where there are too many, the open ones stay: the heading says how many were kept.
    """
    _ = context.words
    found = sorted(context.shared.records.of(Agreement), key=lambda a: (a.state not in _SETTLED, a.due or date.max))
    stay = context.first("agreements", sorted(found, key=lambda agreement: agreement.state in _SETTLED))
    shown = [each for each in found if each in stay]
    rows = tuple(Request(one_line(each.text), (), _facts(context, each)) for each in shown)
    blocks = (Requests(rows),) if rows else ()
    return Section("agreements", blocks, tuple(each.id for each in shown), title=_kept(found, _))


def _facts(context: SectionContext, agreement: Agreement) -> str:
    """Who keeps an agreement, and by when or what became of it; in a plan also where it was agreed."""
    _ = context.words
    parts = [choice_label("owner", agreement.owner, _, kind="agreement")] if agreement.owner else []
    if agreement.state in _SETTLED or not agreement.due:
        parts.append(choice_label("state", agreement.state, _, kind="agreement"))
    elif agreement.due < context.today:
        parts.append(_("by {day} (past)").format(day=context.day(agreement.due)))
    else:
        parts.append(_("by {day}").format(day=context.day(agreement.due)))
    conversation = context.shared.records.find(Conversation, agreement.conversation)
    if conversation is not None and context.sort == "pdp":
        sort, day = choice_label("sort", conversation.sort, _, kind="conversation"), context.day(conversation.date)
        parts.append(_("agreed in the {conversation} of {day}").format(conversation=sort, day=day))
    return BETWEEN.join(parts)


def _kept(found: Iterable[Agreement], _: Words) -> str | None:
    """The heading with how many agreements were kept and how many are open, once any was kept."""
    states = [each.state for each in found]
    kept, going = states.count("done"), sum(state not in _SETTLED for state in states)
    return _("Agreements: {kept} kept, {open} open").format(kept=kept, open=going) if kept else None
