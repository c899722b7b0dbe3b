"""Lines below a picture: the record under the cursor with what it belongs to, or the keys to use."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from portfolio.journey.sharing.shown_days import ends_of_records
from portfolio.pictures.canvas import Place, Sentence, safe_line
from portfolio.present.titles import heading, kind_word
from portfolio.records.evidence import Evidence
from portfolio.records.record import Record
from portfolio.records.skills import Rating, Skill
from portfolio.text import cut, cut_at_word, wrap, wrap_parts
from portfolio.tui.render.privacy import privacy
from portfolio.tui.services.state import AppState
from portfolio.tui.text.spans import Line, Span, spread, width_of
from portfolio.wording import N_

_TO_GOALS: Final = N_("{go_goals} takes you to Goals, where {new} adds one.")
_TO_SKILLS: Final = N_("{go_skills} takes you to Skills, where {new} adds one.")
_TO_TODAY: Final = N_("{go_today} takes you to Today, where you look back.")
_LEADS_ON: Final = {
    "lanes": _TO_GOALS,
    "goals": _TO_GOALS,
    "growth": _TO_SKILLS,
    "skill": N_("{go_skills} takes you to Skills, where you give it a level."),
    "evidence": _TO_SKILLS,
    "timeline": N_("{new} writes down a milestone."),
    "forms": _TO_TODAY,
    "rhythm": _TO_TODAY,
    "energy": _TO_TODAY,
}
"""Picture -> the key that leads to what fills it."""
_WHOSE = ("goal", "goals", "skill", "skills", "from_", "with_", "rater", "conversation")
"""Link fields that say what a record belongs to or who said it."""
_LONGEST_TITLE = 200
"""Longest title in a list of answers, in characters; more is never visible."""
_MOST = 3
"""Number of related names shown."""
_LINES_LOOKED_AT = 8
"""Longest text of one thing in lines; more is never visible here."""


def rows_for(height: int) -> int:
    """Return the number of lines below a picture on a screen of this height."""
    return 2 if height < 30 else 4


def at_place(place: Place, state: AppState, width: int, height: int) -> list[Line]:
    """Return the lines about a place: one thing with what it belongs to, or as many things as fit."""
    found = things(place)
    if len(found) == 1:
        return [*_heads(found[0], state, width, height), *_belongs(found[0], state, width)][:height]
    shown = found if len(found) <= height else found[: height - 1]
    lines = [_line(one, state, width) for one in shown]
    if len(shown) < len(found):
        rest = state.words.plural(
            "and {n} more: enter shows all", "and {n} more: enter shows all", len(found) - len(shown)
        )
        lines.append((Span(rest, "muted"),))
    return lines


def things(place: Place) -> tuple[Sentence, ...]:
    """Return the distinct things of a place."""
    return tuple(dict.fromkeys(place.sentences))


def titles(place: Place) -> list[tuple[str, str]]:
    """Return the id and the text of each thing at a place, to choose from."""
    found = {one.id: one.words for one in things(place)}
    return [(identity, words[:_LONGEST_TITLE]) for identity, words in found.items()]


def nowhere(state: AppState, empty: str, width: int) -> list[Line]:
    """Return what to do when the cursor is on no mark; `empty` is the name of a picture without anything to draw."""
    _ = state.words
    if not empty:
        words = _("tab or → shows the next picture.")
    elif not state.alone:
        words = _("Nothing here is shareable. {period} chooses another period, tab another picture.")
    else:
        words = _(_LEADS_ON[empty])
        if any(ends_of_records(state.records)):
            elsewhere = _("{period} chooses another period.")
            words = f"{words} {elsewhere}"
    return [(Span(line, "muted"),) for line in wrap(words.format(**state.keys), width)]


def on_names(state: AppState, width: int) -> list[Line]:
    """Return what the arrow keys do on the names of the pictures."""
    _ = state.words
    keys = _("← → another picture · ↓ back to the marks · ↑ to Today")
    return [(Span(line, "muted"),) for line in wrap_parts(keys, width)]


def playing(state: AppState) -> list[Line]:
    """Return how to stop the animation."""
    return [(Span(state.words("Any key stops it."), "muted"),)]


def _heads(sentence: Sentence, state: AppState, width: int, height: int) -> list[Line]:
    """Return the text of one thing, wrapped, with private or shareable after the first line."""
    right = _privacy(sentence, state)
    text = sentence.words[: width * _LINES_LOOKED_AT]
    first, *rest = wrap(text, max(width - width_of(right) - 2, 10))
    later = wrap(" ".join(rest), width) if rest else []
    if len(later) >= height:
        later = [*later[: height - 2], cut(" ".join(later[height - 2 :]), width)]
    lines = [(Span(line, "text", bold=True),) for line in (first, *later)]
    return [spread(lines[0], right, width), *lines[1:]]


def _privacy(sentence: Sentence, state: AppState) -> Line:
    record = state.records.get(sentence.id)
    return privacy(record, state.words) if record else ()


def _line(sentence: Sentence, state: AppState, width: int) -> Line:
    return spread((Span(sentence.words[: width * _LINES_LOOKED_AT]),), _privacy(sentence, state), width)


def _belongs(sentence: Sentence, state: AppState, width: int) -> Iterator[Line]:
    """Yield the kind of the record and the names it belongs to that its text does not mention."""
    record = state.records.get(sentence.id)
    if record is not None:
        names = [name for name in _whose(record, state) if name not in sentence.words][:_MOST]
        if isinstance(record, Rating) and record.reason:
            names.append(safe_line(record.reason[: width * 2]))
        if isinstance(record, Skill):
            names += _shown_by(record, state)
        yield (Span(cut_at_word(" · ".join([kind_word(record, state.words), *names]), width), "muted"),)


def _shown_by(skill: Skill, state: AppState) -> Iterator[str]:
    """Return the latest evidence for a skill, linked with it or with one of its ratings."""
    rated = {e for rating in state.records.of(Rating) if rating.skill == skill.id for e in rating.evidence}
    held = [e for e in state.records.of(Evidence) if skill.id in e.skills or e.id in rated]
    return (heading(e, state.records, state.words) for e in held[: -_MOST - 1 : -1])


def _whose(record: Record, state: AppState) -> Iterator[str]:
    for name in _WHOSE:
        link = getattr(record, name, None)
        for identity in link if isinstance(link, tuple) else (link,):
            found = state.records.get(identity) if isinstance(identity, str) else None
            if found is not None:
                yield heading(found, state.records, state.words)
