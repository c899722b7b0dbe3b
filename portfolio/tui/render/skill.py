"""The levels of a skill: start, current and target on one scale, ratings by others, and the evidence."""

from __future__ import annotations

from collections.abc import Iterator

from portfolio.journey.facts.evidence_by_skill import valid_until
from portfolio.journey.facts.period import since
from portfolio.journey.views.evidence import coverage
from portfolio.journey.views.growth import Standing, growth
from portfolio.pictures.evidence import first_reason
from portfolio.pictures.phrases import levels_words
from portfolio.records.skills import Skill
from portfolio.sanitise import clean_line
from portfolio.tui.render.facts import Fact
from portfolio.tui.services.state import AppState
from portfolio.tui.text.spans import Span
from portfolio.wording import Words
from portfolio.wording.dates import day_short
from portfolio.wording.levels import level_label, no_level
from portfolio.wording.outline import role_word


def standing(skill: Skill, state: AppState) -> Iterator[Fact]:
    """Return the facts of one skill, from its first rating to its target; without a rating, how to add one."""
    _ = state.words
    view = growth(state.records, since(min(skill.date, state.today), state.today), state.today)
    row = next((row for row in view.skills if row.id == skill.id), None)
    now = row.now if row else None
    if row is None or now is None:
        if state.alone:  # otherwise there can be a level in a private record
            hint = _("{level}. Press {add} to say which level you have, and what shows it.")
            yield Fact(_("Now"), (Span(hint.format(level=no_level(_), **state.keys), "muted"),))
        yield from _target(skill, _)
        return
    if row.start and row.start.id != now.id:
        yield _at(_("Start"), row.start, skill, "muted", _)
    if row.wandered:
        yield Fact("", (Span(levels_words(row.path, skill.scale, _), "muted"),))
    yield _at(_("Now"), now, skill, "text", _)
    yield from _target(skill, _)
    ends = valid_until(skill.id, state.records)
    if ends is not None:
        role = "warning" if ends < state.today else "text"
        yield Fact(_("Valid until"), (Span(day_short(ends, _), role),))
    for other in row.others:
        yield _at(_("Others"), other, skill, "other", _)
    if not state.alone and not row.evidence:
        return
    count = (
        _.plural("{n} piece of evidence", "{n} pieces of evidence", row.evidence)
        if row.evidence
        else _("no evidence yet")
    )
    found = coverage(state.records, view.period, state.today).skills
    improvement = (
        next((first_reason(each, _) for each in found if each.id == skill.id), "")
        if row.evidence and state.alone
        else ""
    )
    about = (Span(f" · {improvement}", "muted"),) if improvement else ()
    yield Fact(_("Evidence"), (Span(count, "text" if row.evidence else "muted"), *about))


def _target(skill: Skill, _: Words) -> Iterator[Fact]:
    if skill.target is not None:
        by = " · " + _("by {day}").format(day=day_short(skill.target_date, _)) if skill.target_date else ""
        label = level_label(skill.target, _, skill.scale)
        yield Fact(_("Target"), (Span(label), Span(by, "muted")))


def _at(words: str, at: Standing, skill: Skill, role: str, _: Words) -> Fact:
    who = _("yourself")
    if at.who:
        who = role_word(at.who.role, _) if at.who.name in ("", at.who.role) else clean_line(at.who.name)
    level = Span(level_label(at.level, _, skill.scale), role, bold=role == "text")
    return Fact(words, (level, Span(f" · {day_short(at.date, _)} · {who}", "muted")))
