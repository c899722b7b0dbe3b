"""What stands below a picture: what the cursor is on, whose it is and who may see it, or which key to press now."""

from __future__ import annotations

from collections.abc import Iterator

from portfolio.pictures.canvas import Place, Sentence, safe_line
from portfolio.present.titles import heading, kind_word
from portfolio.records.evidence import Evidence
from portfolio.records.record import Record
from portfolio.records.skills import Rating, Skill
from portfolio.text import cut, wrap
from portfolio.tui.render.privacy import privacy
from portfolio.tui.services.state import AppState
from portfolio.tui.text.spans import Line, Span, spread, width_of

_WHOSE = ("goal", "goals", "skill", "skills", "from_", "with_", "rater", "conversation")
"""The links that say what a record belongs to or who said it."""
_LONGEST_TITLE = 200
"""More characters of a title than this are never seen in a list of answers."""
_MOST = 3
"""So many of them are named."""
_LINES_LOOKED_AT = 8
"""More of someone's words than this many lines is never seen here."""


def rows_for(height: int) -> int:
    """How many lines there are below a picture on a screen of this height."""
    return 2 if height < 30 else 4


def at_place(place: Place, look: AppState, width: int, height: int) -> list[Line]:
    """The lines about a place: one thing with what it belongs to, or as many things as fit."""
    found = things(place)
    if len(found) == 1:
        return [*_heads(found[0], look, width, height), *_belongs(found[0], look, width)][:height]
    shown = found if len(found) <= height else found[: height - 1]
    lines = [_line(one, look, width) for one in shown]
    if len(shown) < len(found):
        rest = look.words.plural(
            "and {n} more: enter shows all", "and {n} more: enter shows all", len(found) - len(shown)
        )
        lines.append((Span(rest, "muted"),))
    return lines


def things(place: Place) -> tuple[Sentence, ...]:
    """The sentences of a place, each once."""
    return tuple(dict.fromkeys(place.sentences))


def titles(place: Place) -> list[tuple[str, str]]:
    """The id and the words of each thing at a place, to choose from."""
    found = {one.id: one.words for one in things(place)}
    return [(identity, words[:_LONGEST_TITLE]) for identity, words in found.items()]


def nowhere(look: AppState, empty: bool, width: int) -> list[Line]:
    """What to do where there is no mark to stand on."""
    _ = look.words
    if not empty:
        words = _("tab or → shows the next picture.")
    elif not look.alone:
        words = _("Nothing of this may be shared. {period} chooses another period, tab another picture.")
    else:
        words = _("{period} chooses another period, tab another picture; {new} writes down a milestone.")
    return [(Span(line, "muted"),) for line in wrap(words.format(**look.keys), width)]


def on_names(look: AppState, width: int) -> list[Line]:
    """What the arrows do while they go along the names of the pictures."""
    _ = look.words
    return [(Span(line, "muted"),) for line in wrap(_("← → another picture · ↓ back to the marks · ↑ to Today"), width)]


def playing(look: AppState) -> list[Line]:
    """How to stop what plays."""
    return [(Span(look.words("Any key stops it."), "muted"),)]


def _heads(sentence: Sentence, look: AppState, width: int, height: int) -> list[Line]:
    """The words of one thing over as many lines as they need, with private or shareable behind the first."""
    right = _privacy(sentence, look)
    text = sentence.words[: width * _LINES_LOOKED_AT]
    first, *rest = wrap(text, max(width - width_of(right) - 2, 10))
    later = wrap(" ".join(rest), width) if rest else []
    if len(later) >= height:
        later = [*later[: height - 2], cut(" ".join(later[height - 2 :]), width)]
    lines = [(Span(line, "text", bold=True),) for line in (first, *later)]
    return [spread(lines[0], right, width), *lines[1:]]


def _privacy(sentence: Sentence, look: AppState) -> Line:
    record = look.records.get(sentence.id)
    return privacy(record, look.words) if record else ()


def _line(sentence: Sentence, look: AppState, width: int) -> Line:
    return spread((Span(sentence.words[: width * _LINES_LOOKED_AT]),), _privacy(sentence, look), width)


def _belongs(sentence: Sentence, look: AppState, width: int) -> Iterator[Line]:
    """What sort of record it is, and what it belongs to, where its words do not say that."""
    record = look.records.get(sentence.id)
    if record is not None:
        names = [name for name in _whose(record, look) if name not in sentence.words][:_MOST]
        if isinstance(record, Rating) and record.reason:
            names.append(safe_line(record.reason[: width * 2]))
        if isinstance(record, Skill):
            names += _shown_by(record, look)
        yield (Span(cut(" · ".join([kind_word(record, look.words), *names]), width), "muted"),)


def _shown_by(skill: Skill, look: AppState) -> Iterator[str]:
    """The latest evidence for a skill, linked with it or with one of its ratings."""
    rated = {e for rating in look.records.of(Rating) if rating.skill == skill.id for e in rating.evidence}
    held = [e for e in look.records.of(Evidence) if skill.id in e.skills or e.id in rated]
    return (heading(e, look.records, look.words) for e in held[: -_MOST - 1 : -1])


def _whose(record: Record, look: AppState) -> Iterator[str]:
    for name in _WHOSE:
        link = getattr(record, name, None)
        for identity in link if isinstance(link, tuple) else (link,):
            found = look.records.get(identity) if isinstance(identity, str) else None
            if found is not None:
                yield heading(found, look.records, look.words)
