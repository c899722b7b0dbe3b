"""What came from others or goes to them: feedback, what I need, what was agreed; and what drives me."""

from __future__ import annotations

from collections.abc import Iterator

from portfolio.export.document import Block, Paragraph
from portfolio.export.prose import one_line
from portfolio.export.section_context import Section, SectionContext, bullets, has_words, labelled, led
from portfolio.records.conversations import Agreement, Need
from portfolio.records.feedback import Feedback
from portfolio.records.persons import Profile
from portfolio.wording.names import capital, choice_label, field_label
from portfolio.wording.outline import own_label

_SETTLED = ("done", "dropped")


def feedback_received(telling: SectionContext) -> Section:
    """What was said, by whom in which role, and what I did with it."""
    found = telling.shared.records.of(Feedback)
    return Section("feedback", bullets(_feedback(telling, f) for f in found), tuple(f.id for f in found))


def _feedback(telling: SectionContext, feedback: Feedback) -> tuple[Block, ...]:
    _ = telling.words
    sort = capital(choice_label("sort", feedback.sort, _, kind="feedback")) if feedback.sort else ""
    parts = [part for part in (telling.day(feedback.date), telling.who(feedback.from_), sort) if part]
    told = ((field, getattr(feedback, field)) for field in ("situation", "if_then"))
    more = bullets(labelled(own_label(field, _, kind="feedback"), text) for field, text in told if has_words(text))
    return (*led((f"{' · '.join(parts)}: ",), feedback.what), *more)


def strengths_and_motivation(telling: SectionContext) -> Section:
    """What I am good at, what gives energy and where I want to go."""
    profile = next(iter(telling.shared.records.of(Profile)), None)
    blocks: list[Block] = []
    for field in ("strengths", "motives", "ambition"):
        text = getattr(profile, field) if profile else None
        if has_words(text):
            blocks += labelled(field_label(field, telling.words), text)
    return Section("strengths", tuple(blocks), (profile.id,) if profile and blocks else ())


def what_i_need(telling: SectionContext) -> Section:
    """Time, guidance, training and tools."""
    found = telling.shared.records.of(Need)
    return Section("needs", bullets(_need(telling, need) for need in found), tuple(need.id for need in found))


def _need(telling: SectionContext, need: Need) -> tuple[Block, ...]:
    if not need.sort:
        return led((), need.text)
    return labelled(capital(choice_label("sort", need.sort, telling.words, kind="need")), need.text)


def agreements(telling: SectionContext) -> Section:
    """What still stands first, then what is settled."""
    found = sorted(telling.shared.records.of(Agreement), key=lambda a: a.state in _SETTLED)
    return Section("agreements", bullets(_agreement(telling, a) for a in found), tuple(a.id for a in found))


def _agreement(telling: SectionContext, agreement: Agreement) -> tuple[Block, ...]:
    _ = telling.words
    facts = f" ({', '.join(_facts(telling, agreement))})"
    told = ((_("Promised"), agreement.support), (_("How we will see it"), agreement.sign))
    open_still = agreement.state not in _SETTLED
    more = bullets(labelled(label, text) for label, text in told if has_words(text) and open_still)
    return (Paragraph((one_line(agreement.text), facts)), *more)


def _facts(telling: SectionContext, agreement: Agreement) -> Iterator[str]:
    """Who does it, by when, and how it stands."""
    _ = telling.words
    if agreement.owner:
        yield choice_label("owner", agreement.owner, _, kind="agreement")
    if agreement.due and agreement.state not in _SETTLED:
        yield _("by {day}").format(day=telling.day(agreement.due))
    yield choice_label("state", agreement.state, _, kind="agreement")


__all__ = ["agreements", "feedback_received", "strengths_and_motivation", "what_i_need"]
