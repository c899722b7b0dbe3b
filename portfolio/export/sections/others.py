"""The sections on other people: feedback, needs and agreements; and that on strengths and motivation."""

from __future__ import annotations

from collections.abc import Iterator

from portfolio.export.document import Block, Paragraph
from portfolio.export.prose import one_line
from portfolio.export.section_context import Section, SectionContext, bullets, facts, has_words, labelled, led
from portfolio.records.conversations import Agreement, Need
from portfolio.records.feedback import Feedback
from portfolio.records.persons import Profile
from portfolio.wording.names import capital, choice_label, field_label
from portfolio.wording.outline import own_label

_SETTLED = ("done", "dropped")


def feedback_received(context: SectionContext) -> Section:
    """The feedback: what was said, the role of the giver, and what the user did with it."""
    found = context.shared.records.of(Feedback)
    return Section("feedback", bullets(_feedback(context, f) for f in found), tuple(f.id for f in found))


def _feedback(context: SectionContext, feedback: Feedback) -> tuple[Block, ...]:
    _ = context.words
    sort = capital(choice_label("sort", feedback.sort, _, kind="feedback")) if feedback.sort else ""
    parts = [part for part in (context.day(feedback.date), context.who(feedback.from_), sort) if part]
    texts = ((field, getattr(feedback, field)) for field in ("situation", "if_then"))
    more = bullets(labelled(own_label(field, _, kind="feedback"), text) for field, text in texts if has_words(text))
    return (*led((f"{' · '.join(parts)}: ",), feedback.what), *more)


def strengths_and_motivation(context: SectionContext) -> Section:
    """Strengths, motives and ambition from the profile."""
    profile = next(iter(context.shared.records.of(Profile)), None)
    texts = ((field, getattr(profile, field) if profile else None) for field in ("strengths", "motives", "ambition"))
    blocks = facts(labelled(field_label(field, context.words), text) for field, text in texts if has_words(text))
    return Section("strengths", blocks, (profile.id,) if profile and blocks else ())


def what_i_need(context: SectionContext) -> Section:
    """Needs: time, guidance, training and tools."""
    found = context.shared.records.of(Need)
    return Section("needs", facts(_need(context, need) for need in found), tuple(need.id for need in found))


def _need(context: SectionContext, need: Need) -> tuple[Block, ...]:
    if not need.sort:
        return led((), need.text)
    return labelled(capital(choice_label("sort", need.sort, context.words, kind="need")), need.text)


def agreements(context: SectionContext) -> Section:
    """Agreements: open ones first, then settled ones."""
    found = sorted(context.shared.records.of(Agreement), key=lambda a: a.state in _SETTLED)
    return Section("agreements", bullets(_agreement(context, a) for a in found), tuple(a.id for a in found))


def _agreement(context: SectionContext, agreement: Agreement) -> tuple[Block, ...]:
    _ = context.words
    facts = f" ({', '.join(_facts(context, agreement))})"
    texts = ((_("Promised"), agreement.support), (_("How we will know"), agreement.sign))
    open_still = agreement.state not in _SETTLED
    more = bullets(labelled(label, text) for label, text in texts if has_words(text) and open_still)
    return (Paragraph((one_line(agreement.text), facts)), *more)


def _facts(context: SectionContext, agreement: Agreement) -> Iterator[str]:
    """The owner, the due day and the state of an agreement."""
    _ = context.words
    if agreement.owner:
        yield choice_label("owner", agreement.owner, _, kind="agreement")
    if agreement.due and agreement.state not in _SETTLED:
        yield _("by {day}").format(day=context.day(agreement.due))
    yield choice_label("state", agreement.state, _, kind="agreement")


__all__ = ["agreements", "feedback_received", "strengths_and_motivation", "what_i_need"]
